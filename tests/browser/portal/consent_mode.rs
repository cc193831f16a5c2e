//! Google's consent mode: what is in `dataLayer`, and in which order, when a tag runs.

use std::thread;
use std::time::Duration;

use axum::Router;
use axum::http::header::CACHE_CONTROL;
use axum::response::IntoResponse as _;
use axum::routing::get;
use cookie_decl::consent::Categories;
use cookie_decl::guard::{ConsentMode, SecurityPolicy};
use cookie_decl::{Guard, Visitor};
use serde_json::{Value, json};

use super::{
    ACCEPT, REFUSE, SAVE, Site, asked_for_any, choose, is_quiet, javascript, open_form, page,
};
use crate::client::{Context, Page};
use crate::{Test, tests};

pub(super) const TESTS: &[Test] = tests![
    everything_is_denied_before_any_tag
    agreeing_is_told_before_the_tag_starts
    agreeing_is_told_before_what_runs_at_once
    agreeing_to_one_category_grants_its_types
    refusing_tells_nothing_new
    next_page_of_a_visitor_who_agreed_is_told_before_the_tag_starts
    withdrawing_is_told_before_the_page_goes
    shared_page_follows_the_visitor
    page_from_the_cache_follows_a_refusal
    prefetched_page_follows_a_refusal
    page_gone_back_to_is_told_of_an_agreement
    other_tab_is_told_of_an_agreement
    signal_of_the_browser_denies_what_was_agreed_to
    what_nobody_objected_to_is_granted_once_that_is_known
    signal_of_the_browser_denies_what_nobody_objected_to
    type_of_two_categories_is_granted_by_both
    tag_that_does_not_wait_is_told_of_both
    tag_manager_fires_once_its_type_is_granted
    options_are_in_the_default
    without_scripts_nothing_is_sent
];

mod shop {
    cookie_decl::declare_cookies! {
        pub(super) policy;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
        }
        /// Statistics
        category Statistics: opt_in(consent_mode(analytics_storage)) {
            cookie | duration | set_by;
            /// Recognises a returning visitor
            "_ga" | 13 months | script;
        }
        /// Advertising
        category Marketing: opt_in(gpc, consent_mode(ad_storage, ad_user_data, ad_personalization)) {
            cookie | duration | set_by;
            /// Counts clicks
            "_gcl_au" | 3 months | script;
        }
    }
}

mod measured {
    cookie_decl::declare_cookies! {
        pub(super) policy;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
        }
        /// Statistics
        category Statistics: opt_out(consent_mode(analytics_storage)) {
            cookie | duration | set_by;
            /// Recognises a returning visitor
            "_ga" | 13 months | script;
        }
    }
}

mod shared {
    cookie_decl::declare_cookies! {
        pub(super) policy;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
        }
        /// Statistics
        category Statistics: opt_in(consent_mode(analytics_storage, functionality_storage)) {
            cookie | duration | set_by;
            /// Recognises a returning visitor
            "_ga" | 13 months | script;
        }
        /// Experiments
        category Experiments: opt_in(consent_mode(analytics_storage)) {
            cookie | duration | set_by;
            /// Shows you the same variant
            "variant" | 1 month | script;
        }
    }
}

/// Keeps what happens in this tab over the pages that it shows.
const RECORD: &str = "window.record = (it) => {
    sessionStorage.record = JSON.stringify([...JSON.parse(sessionStorage.record ?? '[]'), it]);
};";

/// A tag in the public shape of Google's: it obeys what is queued and then what comes. Only an `arguments` object is a
/// command.
const TAG: &str = "{
    const hear = (it) => record(Object.prototype.toString.call(it) === '[object Arguments]' ? [...it] : it);
    window.dataLayer = window.dataLayer || [];
    dataLayer.forEach(hear);
    const { push } = dataLayer;
    dataLayer.push = function (...all) {
        all.forEach(hear);
        return push.apply(this, all);
    };
    record('the tag runs');
    addEventListener('pagehide', () => record('the page goes'));
}";

/// A container of a tag manager in its public shape: one tag that needs `analytics_storage`, on all pages and on the
/// event `cookieconsent`. What it holds back it does not fire later.
const CONTAINER: &str = "{
    const state = {};
    let isFired = false;
    const fire = (event) => {
        if (isFired) return;
        isFired = state.analytics_storage === 'granted';
        record([event, state.analytics_storage, isFired ? 'fired' : 'held back']);
    };
    const hear = (it) => {
        if (it[0] === 'consent') Object.assign(state, it[2]);
        else if (it.event) fire(it.event);
    };
    dataLayer.forEach(hear);
    const { push } = dataLayer;
    dataLayer.push = function (...all) {
        all.forEach(hear);
        return push.apply(this, all);
    };
    dataLayer.push({ event: 'gtm.js' });
}";

/// As vendors' instructions have it, except that it waits for consent.
const WAITING: &str =
    "<script type=text/plain data-cookie-category=Statistics src=/tag.js></script>";
const AT_ONCE: &str = "<script src=/tag.js></script>";

/// A shop under a strict policy: `/` and `/next` with the visitor's head and banner, and `/shared`, which is the same
/// for everybody and may be kept for a while.
fn shop<K: Categories>(guard: &Guard<K>, head: &'static str, tag: &'static str) -> Site {
    let guard = guard.clone().security_policy(SecurityPolicy::enforced());
    let recorded = move |links: &str| format!("<script src=/record.js></script>{links}{head}");
    let shown = move |visitor: Visitor<K>| async move {
        page(&recorded(&visitor.head()), &visitor.banner(), tag)
    };
    let links = recorded(&guard.head());
    let for_all = get(move || async move {
        let place = "<div data-cookie-place lang=en></div>";
        (
            [(CACHE_CONTROL, "public, max-age=600")],
            page(&links, place, tag),
        )
            .into_response()
    });
    let app = Router::new()
        .route("/", get(shown))
        .route("/next", get(shown))
        .route("/shared", for_all)
        .route("/record.js", get(|| async { javascript(RECORD) }))
        .route("/tag.js", get(|| async { javascript(TAG) }))
        .route("/container.js", get(|| async { javascript(CONTAINER) }))
        .merge(guard.routes());
    Site::start(Router::new().fallback_service(guard.protect(app)))
}

fn waiting() -> Site {
    shop(&Guard::new(shop::POLICY), "", WAITING)
}

const TYPES: [&str; 4] = [
    "ad_storage",
    "ad_user_data",
    "ad_personalization",
    "analytics_storage",
];
const STATISTICS: &[&str] = &["analytics_storage"];

fn state(granted: &[&str]) -> Value {
    let word = |name: &str| {
        if granted.contains(&name) {
            "granted"
        } else {
            "denied"
        }
    };
    TYPES
        .iter()
        .map(|name| ((*name).to_owned(), json!(word(name))))
        .collect()
}

/// What is sent before the visitor's answer is known.
fn defaults() -> Vec<Value> {
    let mut denied = state(&[]);
    denied["wait_for_update"] = json!(500);
    vec![
        json!(["consent", "default", denied]),
        json!(["set", "ads_data_redaction", true]),
    ]
}

/// What is sent when the answer is known, or is another.
fn update(granted: &[&str]) -> Vec<Value> {
    vec![
        json!(["consent", "update", state(granted)]),
        json!({ "event": "cookieconsent" }),
    ]
}

/// What a tag hears that runs after an agreement.
fn granted(granted: &[&str]) -> Value {
    let line = vec![json!("the tag runs")];
    json!([defaults(), update(granted), line].concat())
}

fn layer(page: &Page<'_>) -> Value {
    page.evaluate(
        "dataLayer.map((it) => (Object.prototype.toString.call(it) === '[object Arguments]' ? [...it] : it))",
    )
}

fn record(page: &Page<'_>) -> Value {
    page.evaluate("JSON.parse(sessionStorage.record ?? '[]')")
}

#[track_caller]
fn runs(page: &Page<'_>) {
    page.wait_for("(sessionStorage.record ?? '').includes('the tag runs')");
}

#[track_caller]
fn choose_only(page: &Page<'_>, category: &str) {
    open_form(page);
    page.click(&format!("[type=checkbox][value={category}]"));
    choose(page, SAVE);
}

/// The visitor chooses in a tab of its own, which is closed.
#[track_caller]
fn decide(site: &Site, visitor: &Context<'_>, button: &str) {
    let page = visitor.page();
    page.navigate(&site.url("/cookies"));
    choose(&page, button);
}

/// Long enough for whatever should not happen.
const WHILE: Duration = Duration::from_millis(400);

fn everything_is_denied_before_any_tag(visitor: &Context<'_>) {
    let site = shop(&Guard::new(shop::POLICY), AT_ONCE, WAITING);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    let line = vec![json!("the tag runs")];
    assert_eq!(record(&page), json!([defaults(), line].concat()));
    page.wait_for("window.cookieconsent !== undefined");
    assert_eq!(layer(&page), json!(defaults()));
    is_quiet(&page);
}

fn agreeing_is_told_before_the_tag_starts(visitor: &Context<'_>) {
    let site = waiting();
    let page = visitor.page();
    page.navigate(&site.url("/"));
    assert!(!asked_for_any(&page, &["/tag.js"]));
    choose(&page, ACCEPT);
    runs(&page);
    assert_eq!(record(&page), granted(&TYPES));
    is_quiet(&page);
}

fn agreeing_is_told_before_what_runs_at_once(visitor: &Context<'_>) {
    // Inline, which a strict policy forbids, and `async`, so that it runs as soon as it starts.
    let tag = "<script type=text/plain async data-cookie-category=Statistics>\
        window.before = [...dataLayer].filter((it) => it[1] === 'update').length</script>";
    let site = Site::start(super::site(&Guard::new(shop::POLICY), tag));
    let page = visitor.page();
    page.navigate(&site.url("/"));
    choose(&page, ACCEPT);
    assert_eq!(page.evaluate("before"), 1);
    page.navigate(&site.url("/"));
    page.wait_for("window.before === 1");
}

fn agreeing_to_one_category_grants_its_types(visitor: &Context<'_>) {
    let site = waiting();
    let page = visitor.page();
    page.navigate(&site.url("/"));
    choose_only(&page, "Statistics");
    runs(&page);
    assert_eq!(record(&page), granted(STATISTICS));
}

fn refusing_tells_nothing_new(visitor: &Context<'_>) {
    let site = waiting();
    let page = visitor.page();
    page.navigate(&site.url("/"));
    choose(&page, REFUSE);
    assert_eq!(layer(&page), json!(defaults()));
    page.navigate(&site.url("/next"));
    page.wait_for("window.cookieconsent !== undefined");
    assert_eq!(layer(&page), json!(defaults()));
}

fn next_page_of_a_visitor_who_agreed_is_told_before_the_tag_starts(visitor: &Context<'_>) {
    let site = waiting();
    decide(&site, visitor, ACCEPT);
    let page = visitor.page();
    page.navigate(&site.url("/next"));
    runs(&page);
    assert_eq!(record(&page), granted(&TYPES));
}

fn withdrawing_is_told_before_the_page_goes(visitor: &Context<'_>) {
    let site = waiting();
    decide(&site, visitor, ACCEPT);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    runs(&page);
    page.evaluate("sessionStorage.removeItem('record')");
    // The form of another tab.
    page.loading(|| decide(&site, visitor, REFUSE));
    let line = vec![json!("the page goes")];
    assert_eq!(record(&page), json!([update(&[]), line].concat()));
    assert_eq!(layer(&page), json!(defaults()));
}

fn shared_page_follows_the_visitor(visitor: &Context<'_>) {
    let site = waiting();
    let page = visitor.page();
    page.navigate(&site.url("/shared"));
    page.wait_for("window.cookieconsent !== undefined");
    assert_eq!(layer(&page), json!(defaults()));
    choose(&page, ACCEPT);
    runs(&page);
    assert_eq!(record(&page), granted(&TYPES));
    page.navigate(&site.url("/cookies"));
    page.evaluate("sessionStorage.removeItem('record')");
    page.navigate(&site.url("/shared"));
    runs(&page);
    assert_eq!(record(&page), granted(&TYPES));
    is_quiet(&page);
}

fn page_from_the_cache_follows_a_refusal(visitor: &Context<'_>) {
    let site = waiting();
    decide(&site, visitor, ACCEPT);
    let page = visitor.page();
    page.navigate(&site.url("/shared"));
    runs(&page);
    page.navigate(&site.url("/cookies"));
    choose(&page, REFUSE);
    page.navigate(&site.url("/shared"));
    page.wait_for("window.cookieconsent !== undefined");
    assert_eq!(
        page.evaluate("performance.getEntriesByType('navigation')[0].transferSize"),
        0
    );
    assert_eq!(layer(&page), json!(defaults()));
}

fn prefetched_page_follows_a_refusal(visitor: &Context<'_>) {
    let site = waiting();
    decide(&site, visitor, ACCEPT);
    let page = visitor.page();
    page.navigate(&site.url("/cookies"));
    page.evaluate(
        "{ const rules = document.createElement('script');
        rules.type = 'speculationrules';
        rules.text = JSON.stringify({ prefetch: [{ urls: ['/next'], eagerness: 'immediate' }] });
        document.head.append(rules) }",
    );
    thread::sleep(WHILE);
    choose(&page, REFUSE);
    page.loading(|| drop(page.evaluate("setTimeout(() => { location.href = '/next' }); null")));
    page.wait_for("window.cookieconsent !== undefined");
    assert_eq!(layer(&page), json!(defaults()));
}

fn page_gone_back_to_is_told_of_an_agreement(visitor: &Context<'_>) {
    let site = waiting();
    let page = visitor.page();
    page.navigate(&site.url("/next"));
    page.evaluate("window.isSame = true; null");
    page.navigate(&site.url("/cookies"));
    choose(&page, ACCEPT);
    page.back();
    runs(&page);
    assert_eq!(
        page.evaluate("window.isSame"),
        true,
        "the browser kept it as it was"
    );
    assert_eq!(record(&page), granted(&TYPES));
}

fn other_tab_is_told_of_an_agreement(visitor: &Context<'_>) {
    let site = waiting();
    let page = visitor.page();
    page.navigate(&site.url("/"));
    decide(&site, visitor, ACCEPT);
    runs(&page);
    assert_eq!(record(&page), granted(&TYPES));
}

fn signal_of_the_browser_denies_what_was_agreed_to(visitor: &Context<'_>) {
    let site = waiting();
    let page = visitor.page();
    page.extra_headers(&[("Sec-GPC", "1")]);
    page.navigate(&site.url("/"));
    choose(&page, ACCEPT);
    runs(&page);
    assert_eq!(record(&page), granted(STATISTICS));
}

fn what_nobody_objected_to_is_granted_once_that_is_known(visitor: &Context<'_>) {
    let site = shop(&Guard::new(measured::POLICY), "", WAITING);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    runs(&page);
    assert_eq!(record(&page), granted(STATISTICS));
    decide(&site, visitor, REFUSE);
    page.navigate(&site.url("/next"));
    page.wait_for("window.cookieconsent !== undefined");
    assert_eq!(layer(&page), json!(defaults()));
}

fn signal_of_the_browser_denies_what_nobody_objected_to(visitor: &Context<'_>) {
    let site = shop(&Guard::new(measured::POLICY), "", WAITING);
    let page = visitor.page();
    page.extra_headers(&[("Sec-GPC", "1")]);
    page.navigate(&site.url("/"));
    page.wait_for("window.cookieconsent !== undefined");
    assert_eq!(layer(&page), json!(defaults()));
}

fn type_of_two_categories_is_granted_by_both(visitor: &Context<'_>) {
    let site = shop(&Guard::new(shared::POLICY), "", "");
    let page = visitor.page();
    page.navigate(&site.url("/"));
    let last =
        |page: &Page<'_>| page.evaluate("[...dataLayer].findLast((it) => it[0] === 'consent')[2]");
    let denied = json!({ "functionality_storage": "denied", "wait_for_update": 500 });
    let with = |granted: &[&str], more: Value| {
        let mut state = state(granted);
        state
            .as_object_mut()
            .expect("it is one")
            .append(&mut more.as_object().expect("it is one").clone());
        state
    };
    assert_eq!(last(&page), with(&[], denied));
    choose_only(&page, "Statistics");
    // This one has a single category.
    assert_eq!(
        last(&page),
        with(&[], json!({ "functionality_storage": "granted" }))
    );
    page.navigate(&site.url("/cookies"));
    choose(&page, ACCEPT);
    assert_eq!(
        last(&page),
        with(STATISTICS, json!({ "functionality_storage": "granted" }))
    );
}

fn tag_that_does_not_wait_is_told_of_both(visitor: &Context<'_>) {
    let site = shop(&Guard::new(shop::POLICY), AT_ONCE, "");
    let page = visitor.page();
    page.navigate(&site.url("/"));
    choose(&page, ACCEPT);
    page.navigate(&site.url("/cookies"));
    choose(&page, REFUSE);
    page.navigate(&site.url("/"));
    let line = |line: &str| vec![json!(line)];
    let first = [
        defaults(),
        line("the tag runs"),
        update(&TYPES),
        line("the page goes"),
    ];
    let second = [defaults(), line("the tag runs")];
    assert_eq!(
        record(&page),
        json!([first.concat(), second.concat()].concat())
    );
}

fn tag_manager_fires_once_its_type_is_granted(visitor: &Context<'_>) {
    let site = shop(
        &Guard::new(shop::POLICY),
        "<script src=/container.js></script>",
        "",
    );
    let page = visitor.page();
    page.navigate(&site.url("/"));
    let held = json!(["gtm.js", "denied", "held back"]);
    assert_eq!(record(&page), json!([held]));
    choose_only(&page, "Statistics");
    let fired = json!(["cookieconsent", "granted", "fired"]);
    assert_eq!(record(&page), json!([held, fired]));
    // On the next page the answer may be known only after the container runs.
    page.navigate(&site.url("/next"));
    page.wait_for("JSON.parse(sessionStorage.record).length === 4");
    assert_eq!(record(&page), json!([held, fired, held, fired]));
}

fn options_are_in_the_default(visitor: &Context<'_>) {
    let options = ConsentMode::new()
        .wait_for_update(1_000)
        .ads_data_redaction(false)
        .url_passthrough(true);
    let site = shop(&Guard::new(shop::POLICY).consent_mode(options), "", "");
    let page = visitor.page();
    page.navigate(&site.url("/"));
    let mut denied = state(&[]);
    denied["wait_for_update"] = json!(1_000);
    let expected = json!([
        ["consent", "default", denied],
        ["set", "url_passthrough", true]
    ]);
    assert_eq!(layer(&page), expected);
}

fn without_scripts_nothing_is_sent(visitor: &Context<'_>) {
    let site = waiting();
    let page = visitor.page();
    page.scripts(false);
    page.navigate(&site.url("/"));
    page.loading(|| page.click(ACCEPT));
    assert_eq!(page.evaluate("typeof dataLayer"), "undefined");
    assert!(!asked_for_any(&page, &["/tag.js"]));
}
