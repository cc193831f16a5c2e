//! The other vendors' scripts, each with its published snippet: what they are told, and in which order.

use axum::Router;
use axum::routing::get;
use cookie_decl::consent::Categories;
use cookie_decl::guard::SecurityPolicy;
use cookie_decl::{Guard, Visitor};
use serde_json::{Value, json};

use super::content_policy::under;
use super::{ACCEPT, REFUSE, Site, choose, is_quiet, javascript, page};
use crate::client::{Context, Page};
use crate::{Test, tests};

pub(super) const TESTS: &[Test] = tests![
    scripts_that_do_not_wait_hear_a_denial_first
    scripts_that_wait_start_with_the_consent
    scripts_that_run_hear_of_a_withdrawal_before_the_page_goes
    scripts_of_a_visitor_who_agreed_start_with_the_consent
    signal_of_the_browser_is_not_consent
    consent_to_cookies_alone_is_asked_by_its_own_words
    snippet_without_a_queue_is_told_as_well
    script_that_stands_before_the_links_is_told_as_well
    fault_of_one_vendor_is_not_anothers
    vendors_without_a_signal_are_told_nothing
    second_copy_of_the_links_tells_nothing_again
    signals_are_sent_under_a_nonce_and_trusted_types
];

pub(super) mod shop {
    cookie_decl::declare_cookies! {
        pub(in super::super) policy;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
        }
        /// Statistics
        category Statistics: opt_in(signals(clarity_analytics, matomo)) {
            cookie | duration | set_by;
            /// Recognises a returning visitor
            "_clck" | 12 months | script;
        }
        /// Advertising
        category Marketing: opt_in(gpc, signals(clarity_ads, uet, meta, tiktok, pinterest)) {
            cookie | duration | set_by;
            /// Counts clicks
            "_fbp" | 3 months | script;
        }
    }
}

mod counted {
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
        category Statistics: opt_in(signals(matomo_cookies)) {
            cookie | duration | set_by;
            /// Recognises a returning visitor
            "_pk_id.{site}" | 13 months | script;
        }
    }
}

/// What each vendor was told, over the pages of this tab.
const RECORD: &str = "window.record = (name, ...it) => {
    const record = JSON.parse(sessionStorage.record ?? '{}');
    (record[name] ??= []).push(it);
    sessionStorage.record = JSON.stringify(record);
};
addEventListener('pagehide', () => record('page', 'goes'));";

/// The snippets that vendors give to sites: each makes its queue, fills it, and loads the vendor's file.
const SNIPPETS: &str = "{
    const load = () => {
        const script = document.createElement('script');
        script.src = '/vendors.js';
        document.head.append(script);
    };

    if (!window.fbq) {
        const n = (window.fbq = function () {
            n.callMethod ? n.callMethod.apply(n, arguments) : n.queue.push(arguments);
        });
        n.push = n;
        n.loaded = true;
        n.version = '2.0';
        n.queue = [];
    }
    fbq('init', '1');
    fbq('track', 'PageView');

    if (!window.pintrk) {
        window.pintrk = function () {
            window.pintrk.queue.push([...arguments]);
        };
        const n = window.pintrk;
        n.queue = [];
        n.version = '3.0';
    }
    pintrk('load', '1');
    pintrk('page');

    const ttq = (window.ttq = window.ttq || []);
    for (const name of ['page', 'holdConsent', 'grantConsent', 'revokeConsent'])
        ttq[name] = (...all) => ttq.push([name, ...all]);
    ttq.page();

    window.uetq = window.uetq || [];

    window.clarity = window.clarity || function () {
        (window.clarity.q = window.clarity.q || []).push(arguments);
    };

    window._paq = window._paq || [];
    _paq.push(['trackPageView']);

    load();
}";

/// The vendors' files, which read the queues and then take calls.
const VENDORS: &str = "{
    fbq.callMethod = (...it) => record('fbq', ...it);
    fbq.queue.forEach((it) => fbq.callMethod(...it));

    const { queue } = pintrk;
    window.pintrk = (...it) => record('pintrk', ...it);
    queue.forEach((it) => pintrk(...it));

    ttq.splice(0).forEach((it) => record('ttq', ...it));
    for (const name of ['page', 'holdConsent', 'grantConsent', 'revokeConsent'])
        ttq[name] = (...it) => record('ttq', name, ...it);

    const before = uetq;
    window.uetq = { push: (...it) => record('uetq', ...it) };
    uetq.push(...before);
    uetq.push('pageLoad');

    const { q } = clarity;
    window.clarity = (...it) => record('clarity', ...it);
    q?.forEach((it) => clarity(...it));

    const calls = _paq;
    window._paq = { push: (...all) => all.forEach((it) => record('_paq', ...it)) };
    _paq.push(...calls);

    record('vendors', 'run');
}";

const WAITING: &str =
    "<script type=text/plain data-cookie-category=Statistics src=/snippets.js></script>";
const AT_ONCE: &str = "<script src=/snippets.js></script>";

/// A site of one page under a strict policy, with these scripts before the links and in the page.
pub(super) fn site<K: Categories>(
    guard: &Guard<K>,
    before: &'static str,
    content: &'static str,
) -> Router {
    let guard = guard.clone().security_policy(SecurityPolicy::enforced());
    let shown = get(move |visitor: Visitor<K>| async move {
        let head = format!("<script src=/record.js></script>{before}{}", visitor.head());
        page(&head, &visitor.banner(), content)
    });
    let app = Router::new()
        .route("/", shown)
        .route("/record.js", get(|| async { javascript(RECORD) }))
        .route("/snippets.js", get(|| async { javascript(SNIPPETS) }))
        .route("/vendors.js", get(|| async { javascript(VENDORS) }))
        .merge(guard.routes());
    Router::new().fallback_service(guard.protect(app))
}

fn shop(content: &'static str) -> Site {
    Site::start(site(&Guard::new(shop::POLICY), "", content))
}

/// The site with one more script.
pub(super) fn with(app: Router, code: &str) -> Site {
    let code = code.to_owned();
    Site::start(app_with(app, code))
}

fn app_with(app: Router, code: String) -> Router {
    let script = get(move || async move { javascript(&code) });
    Router::new().route("/own.js", script).fallback_service(app)
}

pub(super) const OWN: &str = "<script src=/own.js></script>";

#[track_caller]
fn run(page: &Page<'_>) {
    page.wait_for("(sessionStorage.record ?? '').includes('vendors')");
}

fn record(page: &Page<'_>) -> Value {
    page.evaluate("JSON.parse(sessionStorage.record ?? '{}')")
}

/// Forgets what was recorded until now.
fn forget(page: &Page<'_>) {
    page.evaluate("sessionStorage.removeItem('record')");
}

fn clarity(ads: &str, analytics: &str) -> Value {
    json!(["consentv2", { "ad_Storage": ads, "analytics_Storage": analytics }])
}

/// The visitor chooses in a tab of its own, which is closed.
#[track_caller]
pub(super) fn decide(site: &Site, visitor: &Context<'_>, button: &str) {
    let page = visitor.page();
    page.navigate(&site.url("/cookies"));
    choose(&page, button);
}

fn scripts_that_do_not_wait_hear_a_denial_first(visitor: &Context<'_>) {
    let site = shop(AT_ONCE);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    run(&page);
    let denied = json!({
        "fbq": [["consent", "revoke"], ["init", "1"], ["track", "PageView"]],
        "pintrk": [["setconsent", false], ["load", "1"], ["page"]],
        "ttq": [["holdConsent"], ["page"]],
        "uetq": [["consent", "default", { "ad_storage": "denied" }], ["pageLoad"]],
        "clarity": [clarity("denied", "denied")],
        "_paq": [["requireConsent"], ["trackPageView"]],
        "vendors": [["run"]],
    });
    assert_eq!(record(&page), denied);
    forget(&page);
    choose(&page, ACCEPT);
    let granted = json!({
        "fbq": [["consent", "grant"]],
        "pintrk": [["setconsent", true]],
        "ttq": [["grantConsent"]],
        "uetq": [["consent", "update", { "ad_storage": "granted" }]],
        "clarity": [clarity("granted", "granted")],
        "_paq": [["setConsentGiven"]],
    });
    assert_eq!(record(&page), granted);
    forget(&page);
    // Nothing of theirs waited, so the page stays.
    page.evaluate("window.isSame = true");
    decide(&site, visitor, REFUSE);
    page.wait_for("'record' in sessionStorage");
    assert_eq!(record(&page), withdrawn());
    assert_eq!(page.evaluate("window.isSame"), true);
    is_quiet(&page);
}

fn withdrawn() -> Value {
    json!({
        "fbq": [["consent", "revoke"]],
        "pintrk": [["setconsent", false]],
        "ttq": [["revokeConsent"]],
        "uetq": [["consent", "update", { "ad_storage": "denied" }]],
        "clarity": [clarity("denied", "denied")],
        "_paq": [["forgetCookieConsentGiven"], ["requireConsent"]],
    })
}

/// What scripts are told that start when the visitor has agreed to everything.
fn agreed() -> Value {
    let uetq = json!([
        ["consent", "default", { "ad_storage": "denied" }, "consent", "update", { "ad_storage": "granted" }],
        ["pageLoad"],
    ]);
    json!({
        "fbq": [["consent", "revoke"], ["consent", "grant"], ["init", "1"], ["track", "PageView"]],
        "pintrk": [["setconsent", true], ["load", "1"], ["page"]],
        "ttq": [["holdConsent"], ["grantConsent"], ["page"]],
        "uetq": uetq,
        "clarity": [clarity("granted", "granted")],
        "_paq": [["requireConsent"], ["setConsentGiven"], ["trackPageView"]],
        "vendors": [["run"]],
    })
}

fn scripts_that_wait_start_with_the_consent(visitor: &Context<'_>) {
    let site = shop(WAITING);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    choose(&page, ACCEPT);
    run(&page);
    assert_eq!(record(&page), agreed());
    is_quiet(&page);
}

fn scripts_of_a_visitor_who_agreed_start_with_the_consent(visitor: &Context<'_>) {
    let site = shop(WAITING);
    decide(&site, visitor, ACCEPT);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    run(&page);
    assert_eq!(record(&page), agreed());
}

fn scripts_that_run_hear_of_a_withdrawal_before_the_page_goes(visitor: &Context<'_>) {
    let site = shop(WAITING);
    decide(&site, visitor, ACCEPT);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    run(&page);
    forget(&page);
    page.loading(|| decide(&site, visitor, REFUSE));
    let mut expected = withdrawn();
    expected["page"] = json!([["goes"]]);
    assert_eq!(record(&page), expected);
    // Everything before the page: the record keeps the order of its first lines.
    let keys = page.evaluate("Object.keys(JSON.parse(sessionStorage.record)).at(-1)");
    assert_eq!(keys, "page");
}

fn signal_of_the_browser_is_not_consent(visitor: &Context<'_>) {
    let site = shop(WAITING);
    let page = visitor.page();
    page.extra_headers(&[("Sec-GPC", "1")]);
    page.navigate(&site.url("/"));
    choose(&page, ACCEPT);
    run(&page);
    let record = record(&page);
    assert_eq!(record["fbq"][0], json!(["consent", "revoke"]));
    assert_eq!(record["fbq"][1], json!(["init", "1"]));
    assert_eq!(record["pintrk"][0], json!(["setconsent", false]));
    assert_eq!(record["ttq"], json!([["holdConsent"], ["page"]]));
    assert_eq!(record["clarity"], json!([clarity("denied", "granted")]));
    assert_eq!(record["_paq"][1], json!(["setConsentGiven"]));
}

fn consent_to_cookies_alone_is_asked_by_its_own_words(visitor: &Context<'_>) {
    let site = Site::start(site(&Guard::new(counted::POLICY), "", ""));
    let page = visitor.page();
    page.navigate(&site.url("/"));
    let calls = |page: &Page<'_>| page.evaluate("_paq");
    assert_eq!(calls(&page), json!([["requireCookieConsent"]]));
    choose(&page, ACCEPT);
    let given = json!([["requireCookieConsent"], ["setCookieConsentGiven"]]);
    assert_eq!(calls(&page), given);
    // Nothing of it waited, so the page stays.
    decide(&site, visitor, REFUSE);
    page.wait_for("_paq.length === 3");
    assert_eq!(calls(&page)[2], json!(["forgetCookieConsentGiven"]));
}

fn vendors_without_a_signal_are_told_nothing(visitor: &Context<'_>) {
    let site = Site::start(site(&Guard::new(counted::POLICY), "", ""));
    let page = visitor.page();
    page.navigate(&site.url("/"));
    let there = page.evaluate(
        "['dataLayer', 'uetq', 'clarity', 'fbq', 'ttq', 'pintrk', '_paq'].filter((it) => it in window)",
    );
    assert_eq!(there, json!(["_paq"]));
}

fn snippet_without_a_queue_is_told_as_well(visitor: &Context<'_>) {
    let app = site(&Guard::new(shop::POLICY), "", OWN);
    let site = with(app, "window.fbq = (...it) => record('fbq', ...it);");
    let page = visitor.page();
    page.navigate(&site.url("/"));
    choose(&page, ACCEPT);
    let expected = json!([["consent", "revoke"], ["consent", "grant"]]);
    assert_eq!(record(&page)["fbq"], expected);
}

fn script_that_stands_before_the_links_is_told_as_well(visitor: &Context<'_>) {
    let app = site(&Guard::new(shop::POLICY), OWN, "");
    let site = with(
        app,
        "window.fbq = (...it) => fbq.queue.push(it); fbq.queue = [['init', '1']];",
    );
    let page = visitor.page();
    page.navigate(&site.url("/"));
    let queue = page.evaluate("fbq.queue");
    assert_eq!(queue, json!([["init", "1"], ["consent", "revoke"]]));
}

fn fault_of_one_vendor_is_not_anothers(visitor: &Context<'_>) {
    let app = site(&Guard::new(shop::POLICY), OWN, AT_ONCE);
    // A name that something else uses.
    let site = with(app, "window.ttq = { name: 'Table quotes' };");
    let page = visitor.page();
    page.navigate(&site.url("/"));
    assert_eq!(page.evaluate("_paq[0]"), json!(["requireConsent"]));
    let thrown = page.exceptions();
    assert!(thrown[0].contains("push is not a function"), "{thrown:?}");
}

fn second_copy_of_the_links_tells_nothing_again(visitor: &Context<'_>) {
    let copy = "<script src=/cookies/signals.js></script>";
    let site = Site::start(site(&Guard::new(counted::POLICY), "", copy));
    let page = visitor.page();
    page.navigate(&site.url("/"));
    choose(&page, ACCEPT);
    let calls = json!([["requireCookieConsent"], ["setCookieConsentGiven"]]);
    assert_eq!(page.evaluate("_paq"), calls);
}

fn signals_are_sent_under_a_nonce_and_trusted_types(visitor: &Context<'_>) {
    let guard = Guard::new(shop::POLICY);
    let head = guard.head_with_nonce("abc");
    let home = get(move || async move { page(&head, "", "") });
    let app = Router::new().route("/", home).merge(guard.routes());
    let policy = "script-src 'nonce-abc' 'strict-dynamic'; require-trusted-types-for 'script'";
    let site = under(policy, app.layer(guard));
    let page = visitor.page();
    page.navigate(&site.url("/"));
    assert_eq!(page.evaluate("_paq"), json!([["requireConsent"]]));
    is_quiet(&page);
}
