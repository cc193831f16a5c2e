//! `table.js`, with which the site's own scripts store what the table declares.

use std::time::SystemTime;

use axum::Router;
use axum::routing::get;
use cookie_decl::Guard;
use serde_json::json;

use super::content_policy::under;
use super::{ACCEPT, REFUSE, Site, choose, is_quiet, javascript, keeps, site};
use crate::client::{Context, Page};
use crate::{Test, tests};

pub(super) const TESTS: &[Test] = tests![
    cookie_is_kept_with_its_attributes_and_duration
    other_duration_of_the_row_is_kept
    everything_gated_is_refused_before_an_answer
    cookie_is_removed_after_a_withdrawal
    names_and_values_that_the_table_does_not_have_are_refused
    what_a_script_may_not_set_is_refused
    family_needs_fitting_holes
    removal_reaches_all_scopes_and_names_of_a_row
    items_of_both_storages_are_kept_where_the_table_says
    changes_are_told
    row_that_is_off_is_absent
    image_with_the_name_of_a_property_changes_nothing
];

mod shop {
    cookie_decl::declare_cookies! {
        pub(super) policy with config: bool;
        cookie | duration | set_by;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months | server;
            /// Remembers the theme
            "theme" | session or 1 year | script | attributes = SameSite=Strict Path="/" Secure;
            /// Keeps you signed in
            "session" | 2 weeks | server;
            /// Remembers the language
            "language" | 1 year | server | attributes = .. !HttpOnly;
            /// Balances requests
            "node" | session | other;
            /// Keeps what you typed
            "draft" | session | script | storage = session_storage;
        }
        /// Statistics
        category Statistics: opt_in {
            /// Remembers what you saw last
            "recent" | 30 days | script;
            /// Counts each part of the site
            "count_{part}.{page}" | 1 day | script;
            /// Counts everything
            "count_all.pages" | 1 day | script;
            /// Remembers places
            "place_{text}" | persistent | script | storage = local_storage;
            /// Shows another variant
            "variant" | 1 day | script | when = { *config };
        }
    }
}

const SCRIPT: &str = "import { cookies, storage } from '/cookies/table.js';
    Object.assign(window, { cookies, items: storage });";

fn app(is_on: bool) -> Router {
    let guard = Guard::with_config(shop::POLICY, is_on);
    let content = "<script type=module src=/app.js></script>";
    site(&guard, content).route("/app.js", get(|| async { javascript(SCRIPT) }))
}

/// The site, under a policy that allows nothing else.
fn strict() -> Site {
    let policy = "default-src 'self'; require-trusted-types-for 'script'";
    under(policy, app(false))
}

/// The home page, before an answer.
fn open<'c>(visitor: &'c Context<'_>, site: &Site) -> Page<'c> {
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.wait_for("Boolean(window.cookies && window.cookieconsent)");
    page
}

fn granted<'c>(visitor: &'c Context<'_>, site: &Site) -> Page<'c> {
    let page = open(visitor, site);
    choose(&page, ACCEPT);
    page
}

/// The error that a call throws, as its name and its message.
#[track_caller]
fn refused(page: &Page<'_>, call: &str, error: &str, words: &str) {
    let thrown = page.evaluate(&format!(
        "(() => {{ try {{ {call}; return ['', 'nothing thrown'] }} catch (error) {{ return [error.name, error.message] }} }})()"
    ));
    assert_eq!(thrown[0], error, "{call}: {thrown}");
    let message = thrown[1].as_str().expect("a text");
    assert!(message.contains(words), "{call}: {message}");
}

fn cookie_is_kept_with_its_attributes_and_duration(visitor: &Context<'_>) {
    let site = strict();
    let page = granted(visitor, &site);
    page.evaluate("cookies.set('recent', 42)");
    page.evaluate("cookies.set('theme', 'dark')");
    keeps(visitor, &["__Host-cookie_preferences", "recent", "theme"]);
    let recent = visitor.cookie("recent").expect("it is kept");
    assert_eq!((&*recent.value, &*recent.path), ("42", "/"));
    assert_eq!(recent.same_site.as_deref(), Some("Lax"));
    let now = SystemTime::UNIX_EPOCH.elapsed().expect("after 1970");
    let left = recent.expires.expect("not a session") - now.as_secs();
    assert!((2_591_900..=2_592_000).contains(&left), "{left}");
    let theme = visitor.cookie("theme").expect("it is kept");
    assert_eq!(theme.same_site.as_deref(), Some("Strict"));
    assert!(theme.secure && theme.expires.is_none());
    assert_eq!(page.evaluate("cookies.get('recent')"), "42");
    assert_eq!(page.evaluate("cookies.get('language')"), json!(null));
    is_quiet(&page);
}

fn other_duration_of_the_row_is_kept(visitor: &Context<'_>) {
    let site = strict();
    let page = open(visitor, &site);
    page.evaluate("cookies.set('theme', 'dark', '1 year')");
    keeps(visitor, &["theme"]);
    assert!(
        visitor
            .cookie("theme")
            .is_some_and(|it| it.expires.is_some())
    );
    refused(
        &page,
        "cookies.set('theme', 'dark', '2 years')",
        "TypeError",
        "no 2 years",
    );
}

fn everything_gated_is_refused_before_an_answer(visitor: &Context<'_>) {
    let site = strict();
    let page = open(visitor, &site);
    assert_eq!(page.evaluate("cookies.allowed('Statistics')"), false);
    assert_eq!(page.evaluate("cookies.allowed('Necessary')"), true);
    for call in [
        "cookies.set('recent', '42')",
        "cookies.get('recent')",
        "cookies.set('count_{part}.{page}', { part: 'a', page: 'b' }, '1')",
        "items.set('place_{text}', { text: '7' }, '1')",
        "items.get('place_{text}', { text: '7' })",
    ] {
        refused(
            &page,
            call,
            "NotAllowedError",
            "needs consent to Statistics",
        );
    }
    keeps(visitor, &[]);
    assert_eq!(page.evaluate("localStorage.length"), 0);
    // A removal needs none.
    page.evaluate("cookies.remove('recent'), items.remove('place_{text}')");
}

fn cookie_is_removed_after_a_withdrawal(visitor: &Context<'_>) {
    let site = Site::start(app(false));
    let page = granted(visitor, &site);
    page.evaluate("cookies.set('recent', '42'), items.set('place_{text}', { text: '7' }, 'x')");
    keeps(visitor, &["__Host-cookie_preferences", "recent"]);
    page.navigate(&site.url("/cookies"));
    choose(&page, REFUSE);
    keeps(visitor, &["__Host-cookie_preferences"]);
    let page = open(visitor, &site);
    assert_eq!(page.evaluate("localStorage.length"), 0);
    refused(
        &page,
        "cookies.set('recent', '42')",
        "NotAllowedError",
        "consent",
    );
}

fn names_and_values_that_the_table_does_not_have_are_refused(visitor: &Context<'_>) {
    let site = strict();
    let page = open(visitor, &site);
    for name in ["other", "constructor", "__proto__", "draft"] {
        let call = format!("cookies.set('{name}', '1')");
        refused(&page, &call, "TypeError", &format!("no cookie \"{name}\""));
    }
    refused(
        &page,
        "items.set('theme', '1')",
        "TypeError",
        "no item of local or session storage",
    );
    refused(
        &page,
        "cookies.allowed('Statistic')",
        "TypeError",
        "no category \"Statistic\"",
    );
    for value in ["a;b", "a b", "é", "\\n", "a\"b"] {
        let call = format!("cookies.set('theme', '{value}')");
        refused(&page, &call, "TypeError", "encodeURIComponent");
    }
    refused(
        &page,
        "cookies.set('theme', 'x'.repeat(4092))",
        "TypeError",
        "4,096 bytes",
    );
    keeps(visitor, &[]);
    page.evaluate("cookies.set('theme', 'x'.repeat(4091))");
    keeps(visitor, &["theme"]);
}

fn what_a_script_may_not_set_is_refused(visitor: &Context<'_>) {
    let site = strict();
    let page = open(visitor, &site);
    for (name, by) in [
        ("session", "the server, not a script"),
        ("language", "the server, not a script"),
        ("node", "something else, not a script"),
    ] {
        refused(
            &page,
            &format!("cookies.set('{name}', '1')"),
            "TypeError",
            by,
        );
    }
    refused(&page, "cookies.get('session')", "TypeError", "`HttpOnly`");
    refused(
        &page,
        "cookies.remove('session')",
        "TypeError",
        "`HttpOnly`",
    );
    page.evaluate("document.cookie = 'language=de; Path=/'");
    assert_eq!(page.evaluate("cookies.get('language')"), "de");
}

fn family_needs_fitting_holes(visitor: &Context<'_>) {
    let site = Site::start(app(false));
    let page = granted(visitor, &site);
    let set = |holes: &str| format!("cookies.set('count_{{part}}.{{page}}', {holes}, '1')");
    page.evaluate(&set("{ part: 'a', page: 'b.c' }"));
    keeps(visitor, &["__Host-cookie_preferences", "count_a.b.c"]);
    let get = "cookies.get('count_{part}.{page}', { part: 'a', page: 'b.c' })";
    assert_eq!(page.evaluate(get), "1");
    for (holes, hole) in [
        ("{ part: 'a' }", "{page}"),
        ("{ part: '', page: 'b' }", "{part}"),
        // It would be read as `a` and `b.c`.
        ("{ part: 'a.b', page: 'c' }", "{part}"),
    ] {
        refused(&page, &set(holes), "TypeError", hole);
    }
    refused(
        &page,
        &set("{ part: 'a', page: 'b;c' }"),
        "TypeError",
        "cannot be the name",
    );
    refused(
        &page,
        "cookies.get('count_{part}.{page}')",
        "TypeError",
        "{part}",
    );
}

fn removal_reaches_all_scopes_and_names_of_a_row(visitor: &Context<'_>) {
    let site = Site::start(app(false));
    let page = granted(visitor, &site);
    let write = |cookie: &str| page.evaluate(&format!("document.cookie = '{cookie}'"));
    page.evaluate("cookies.set('recent', '1'), cookies.set('count_all.pages', '1')");
    for cookie in [
        "recent=2; Domain=localhost; Path=/",
        "count_a.b=1; Path=/",
        "count_c.d=1; Path=/; Secure",
    ] {
        write(cookie);
    }
    page.evaluate(
        "cookies.remove('recent'), cookies.remove('count_{part}.{page}', { part: 'a', page: 'b' })",
    );
    keeps(
        visitor,
        &["__Host-cookie_preferences", "count_all.pages", "count_c.d"],
    );
    page.evaluate("cookies.remove('count_{part}.{page}')");
    keeps(visitor, &["__Host-cookie_preferences", "count_all.pages"]);
}

fn items_of_both_storages_are_kept_where_the_table_says(visitor: &Context<'_>) {
    let site = Site::start(app(false));
    let page = granted(visitor, &site);
    page.evaluate("items.set('draft', 'a; b'), items.set('place_{text}', { text: 'x' }, '1')");
    assert_eq!(page.evaluate("sessionStorage.draft"), "a; b");
    assert_eq!(page.evaluate("localStorage.place_x"), "1");
    assert_eq!(
        page.evaluate("items.get('place_{text}', { text: 'x' })"),
        "1"
    );
    assert_eq!(
        page.evaluate("items.get('place_{text}', { text: 'y' })"),
        json!(null)
    );
    page.evaluate("localStorage.other = '1'; items.remove('place_{text}'), items.remove('draft')");
    assert_eq!(page.evaluate("sessionStorage.length"), 0);
    assert_eq!(page.evaluate("Object.keys(localStorage)"), json!(["other"]));
}

fn changes_are_told(visitor: &Context<'_>) {
    let site = strict();
    let page = open(visitor, &site);
    page.evaluate(
        "window.told = []; window.stop = cookies.onChange(({ granted }) => { told.push(granted.join()) })",
    );
    assert_eq!(page.evaluate("told"), json!(["Necessary"]));
    choose(&page, ACCEPT);
    assert_eq!(
        page.evaluate("told"),
        json!(["Necessary", "Necessary,Statistics"])
    );
    page.evaluate("stop()");
    page.evaluate("document.dispatchEvent(new CustomEvent('cookieconsent', { detail: window.cookieconsent }))");
    assert_eq!(page.evaluate("told.length"), 2);
}

fn row_that_is_off_is_absent(visitor: &Context<'_>) {
    let site = Site::start(app(false));
    let page = granted(visitor, &site);
    refused(
        &page,
        "cookies.set('variant', 'b')",
        "TypeError",
        "in this deployment",
    );
    site.becomes(app(true));
    page.reload();
    page.wait_for("Boolean(window.cookies && window.cookieconsent)");
    // The category has another row now, so the visitor is asked again.
    choose(&page, ACCEPT);
    page.evaluate("cookies.set('variant', 'b')");
    keeps(visitor, &["__Host-cookie_preferences", "variant"]);
}

fn image_with_the_name_of_a_property_changes_nothing(visitor: &Context<'_>) {
    let site = strict();
    let page = open(visitor, &site);
    page.evaluate(
        "{ const image = document.createElement('img'); image.name = 'cookie'; document.body.append(image); undefined }",
    );
    page.evaluate("cookies.set('theme', 'dark')");
    keeps(visitor, &["theme"]);
    assert_eq!(page.evaluate("cookies.get('theme')"), "dark");
}
