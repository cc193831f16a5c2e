//! What is left on the device after withdrawal: in the browser's own store, not in what scripts see of it.

use axum::Router;
use axum::routing::get;
use cookie_decl::{Guard, Visitor};
use serde_json::json;

use super::kept::local;
use super::other_views::wait_until;
use super::{ACCEPT, REFUSE, SAVE, Site, choose, javascript, keeps, page as html, site, stored};
use crate::client::{Context, Page};
use crate::{Test, tests};

pub(super) const TESTS: &[Test] = tests![
    cookies_of_scripts_and_of_the_server_are_gone_for_good
    cookies_of_scripts_are_gone_although_no_script_runs_any_more
    other_category_keeps_what_it_has
    item_of_local_storage_is_gone
    session_storage_and_databases_are_emptied_of_what_was_declared
    cookie_that_another_tab_writes_afterwards_is_removed
    retired_cookie_is_removed_on_the_next_visit
    cookies_of_scripts_are_gone_whatever_their_domain_and_path
    cookies_of_scripts_are_gone_whatever_else_they_are_set_with
    cookies_of_scripts_go_from_all_tabs
];

/// Agreed, and two pages read: everything that the portal stores is stored.
fn read_after_agreeing<'c>(visitor: &'c Context<'_>, site: &Site) -> Page<'c> {
    let page = visitor.page();
    page.navigate(&site.url("/"));
    choose(&page, ACCEPT);
    page.navigate(&site.url("/data/air"));
    page.wait_for(
        "localStorage.getItem('map_view') !== null && document.cookie.includes('_pk_ses')",
    );
    keeps(
        visitor,
        &[
            "__Host-cookie_preferences",
            "_pk_id.1.1fff",
            "_pk_ses.1.1fff",
            "recent",
        ],
    );
    assert!(
        visitor
            .cookie("recent")
            .is_some_and(|cookie| cookie.http_only)
    );
    page
}

fn cookies_of_scripts_and_of_the_server_are_gone_for_good(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = read_after_agreeing(visitor, &site);
    page.navigate(&site.url("/cookies"));
    choose(&page, REFUSE);
    keeps(visitor, &["__Host-cookie_preferences"]);
    for path in ["/data/air", "/", "/cookies"] {
        page.navigate(&site.url(path));
        assert_eq!(stored(visitor), ["__Host-cookie_preferences"], "{path}");
    }
}

fn cookies_of_scripts_are_gone_although_no_script_runs_any_more(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = read_after_agreeing(visitor, &site);
    page.scripts(false);
    page.navigate(&site.url("/cookies"));
    page.loading(|| page.click(REFUSE));
    keeps(visitor, &["__Host-cookie_preferences"]);
}

fn other_category_keeps_what_it_has(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = read_after_agreeing(visitor, &site);
    page.navigate(&site.url("/cookies/preferences"));
    page.click("[value=Maps]");
    choose(&page, SAVE);
    assert_eq!(
        page.evaluate("localStorage.getItem('map_view')"),
        json!(null)
    );
    keeps(
        visitor,
        &[
            "__Host-cookie_preferences",
            "_pk_id.1.1fff",
            "_pk_ses.1.1fff",
            "recent",
        ],
    );
}

fn item_of_local_storage_is_gone(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = read_after_agreeing(visitor, &site);
    page.navigate(&site.url("/cookies"));
    choose(&page, REFUSE);
    page.navigate(&site.url("/data/air"));
    assert_eq!(page.evaluate("localStorage.length"), 0);
}

mod storage {
    cookie_decl::declare_cookies! {
        pub(super) policy;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration | storage;
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months | cookie;
            /// Keeps what you typed
            "draft" | session | session_storage;
        }
        /// Reading list
        category Reading: opt_in {
            cookie | duration | storage;
            /// Where you stopped, for each text
            "read_{text}.v1" | persistent | local_storage;
            /// The text that is open
            "open" | session | session_storage;
            /// The texts for reading offline
            "texts_{year}" | persistent | indexed_db;
        }
    }
}

const STORE: &str = "
    for (const name of ['read_a+b.v1', 'read_.v1', 'read_a_v1', 'other']) localStorage.setItem(name, '1');
    for (const name of ['draft', 'open']) sessionStorage.setItem(name, '1');
    const opened = ['texts_2026', 'texts', 'mine'].map((name) => new Promise((done) => {
        indexedDB.open(name).onsuccess = ({ target }) => done(target.result.close());
    }));
    Promise.all(opened).then(() => { window.isStored = true });
";

/// The names of all that is stored, but for cookies.
fn kept(page: &Page<'_>) -> serde_json::Value {
    page.evaluate(
        "indexedDB.databases().then(databases => [Object.keys(localStorage).sort(), Object.keys(sessionStorage).sort(),
            databases.map(({ name }) => name).sort()])",
    )
}

fn session_storage_and_databases_are_emptied_of_what_was_declared(visitor: &Context<'_>) {
    let guard = Guard::new(storage::POLICY);
    let waiting =
        "<script type='text/plain' data-cookie-category='Reading' src='/store.js'></script>";
    let app = site(&guard, waiting).route("/store.js", get(|| async { javascript(STORE) }));
    let site = Site::start(app);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    choose(&page, ACCEPT);
    page.wait_for("window.isStored === true");
    let all = json!([
        ["other", "read_.v1", "read_a+b.v1", "read_a_v1"],
        ["draft", "open"],
        ["mine", "texts", "texts_2026"]
    ]);
    assert_eq!(kept(&page), all);
    page.navigate(&site.url("/cookies"));
    choose(&page, REFUSE);
    // A hole stands for something, and a dot for itself.
    assert_eq!(
        kept(&page),
        json!([
            ["other", "read_.v1", "read_a_v1"],
            ["draft"],
            ["mine", "texts"]
        ])
    );
}

/// A page in a directory, with the form on it.
fn deep() -> Site {
    let guard = Guard::new(local::POLICY);
    let shown = get(|visitor: Visitor<local::Category>| async move {
        html(&visitor.head(), "", &visitor.preferences().form())
    });
    Site::start(
        Router::new()
            .route("/deep/page", shown)
            .merge(guard.routes())
            .layer(guard.clone()),
    )
}

#[track_caller]
fn scripts_set(page: &Page<'_>, cookies: &[&str]) {
    for cookie in cookies {
        page.evaluate(&format!(
            "document.cookie = {:?}; null",
            format!("{cookie}; Max-Age=9999")
        ));
    }
}

fn cookies_of_scripts_are_gone_whatever_their_domain_and_path(visitor: &Context<'_>) {
    let site = deep();
    let page = visitor.page();
    page.navigate(&site.at("www.shop.example", "/deep/page"));
    scripts_set(
        &page,
        &[
            "_ga=1; Domain=shop.example; Path=/",
            "_ga=2; Path=/",
            "_ga=3; Domain=www.shop.example; Path=/deep",
            "_ga_7=4; Path=/deep/page",
            "_ga_8=5; Path=/deep/; Domain=shop.example",
            "visit=6",
            "_ga_colour=7; Domain=shop.example; Path=/",
            "other=8; Path=/",
        ],
    );
    // A script's write reaches the browser's store a moment later.
    wait_until(|| visitor.cookies().len() == 8);
    page.click("[value=Comfort]");
    choose(&page, SAVE);
    // The others were not refused, or are nobody's.
    keeps(visitor, &["_ga_colour", "cookie_preferences", "other"]);
    super::is_quiet(&page);
}

fn cookies_of_scripts_are_gone_whatever_else_they_are_set_with(visitor: &Context<'_>) {
    let site = deep();
    let page = visitor.page();
    page.navigate(&site.url("/deep/page"));
    scripts_set(
        &page,
        &[
            "_ga=1; Path=/; Secure; SameSite=None; Partitioned",
            "_ga=2; Path=/deep; Secure; SameSite=None; Partitioned",
            "_ga=3; Path=/; Secure; SameSite=Strict",
            "__Secure-ga=4; Path=/deep; Secure",
        ],
    );
    wait_until(|| visitor.cookies().len() == 4);
    choose(&page, REFUSE);
    keeps(visitor, &["cookie_preferences"]);
}

fn cookies_of_scripts_go_from_all_tabs(visitor: &Context<'_>) {
    let site = deep();
    let (page, other) = (visitor.page(), visitor.page());
    page.navigate(&site.at("www.shop.example", "/deep/page"));
    scripts_set(&page, &["_ga=1; Path=/deep"]);
    other.navigate(&site.at("www.shop.example", "/cookies/preferences"));
    choose(&other, REFUSE);
    // The tab that sees it removes it.
    page.wait_for("!document.cookie.includes('_ga')");
    keeps(visitor, &["cookie_preferences"]);
}

fn cookie_that_another_tab_writes_afterwards_is_removed(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/"));
    choose(&page, REFUSE);
    page.evaluate("document.cookie = '_pk_id.1.1fff=late; Path=/'; null");
    keeps(visitor, &["__Host-cookie_preferences", "_pk_id.1.1fff"]);
    page.navigate(&site.url("/"));
    keeps(visitor, &["__Host-cookie_preferences"]);
}

fn retired_cookie_is_removed_on_the_next_visit(visitor: &Context<'_>) {
    let site = Site::portal();
    let old =
        json!({ "name": "django_language", "value": "fr", "url": site.url("/"), "path": "/" });
    visitor.set_cookie(&old);
    visitor.page().navigate(&site.url("/"));
    assert!(visitor.cookies().is_empty(), "{:?}", visitor.cookies());
}
