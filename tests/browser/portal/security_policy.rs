//! The `Content-Security-Policy` out of the table: what a third party serves is loaded only where it is allowed, and
//! a choice takes effect without half of it blocked.

use axum::Router;
use axum::routing::get;
use cookie_decl::guard::SecurityPolicy;
use cookie_decl::{Guard, Visitor};
use serde_json::json;

use super::{ACCEPT, BANNER, REFUSE, Site, choose, has, javascript, page};
use crate::client::Context;
use crate::{Test, tests};

pub(super) const TESTS: &[Test] = tests![
    script_of_a_third_party_is_refused_until_its_category_is_granted
    script_that_waits_for_consent_starts_after_the_page_is_reloaded
    page_that_is_the_same_for_everybody_is_reloaded_once
    denying_does_not_reload_a_page_without_running_scripts
    policy_on_trial_refuses_nothing
];

mod cookies {
    cookie_decl::declare_cookies! {
        pub(super) policy;
        provider Vendor = "Vendor" { privacy: "https://vendor.example/privacy", domain: "vendor.example", third_party }
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
        }
        /// Statistics
        category Statistics: opt_in {
            cookie | duration | provider | set_by;
            /// Counts
            "uid" | 1 day | Vendor | "vendor.example";
        }
    }
}

/// A vendor, and a site that loads its script by this element, with `SRC` for its address.
fn sites(policy: SecurityPolicy, element: &str, is_for_all: bool) -> (Site, Site) {
    let vendor = get(|| async { javascript("window.vendor = (window.vendor ?? 0) + 1") });
    let vendor = Site::start(Router::new().route("/tag.js", vendor));
    let element = element.replace("SRC", &vendor.at("www.vendor.example", "/tag.js"));
    let guard = Guard::new(cookies::POLICY).security_policy(policy);
    let shared = guard.head();
    let home = get(move |visitor: Visitor<cookies::Category>| async move {
        let head = if is_for_all { shared } else { visitor.head() };
        page(&head, &visitor.banner(), &element)
    });
    let app = Router::new().route("/", home).merge(guard.routes());
    let site = Site::start(Router::new().fallback_service(guard.protect(app)));
    (site, vendor)
}

/// As a template or a tag manager would have it.
const PLAIN: &str = "<script src='SRC'></script>";
const WAITING: &str =
    "<script type='text/plain' data-cookie-category='Statistics' src='SRC'></script>";

fn script_of_a_third_party_is_refused_until_its_category_is_granted(visitor: &Context<'_>) {
    let (site, _vendor) = sites(SecurityPolicy::enforced(), PLAIN, false);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    assert_eq!(page.evaluate("window.vendor ?? null"), json!(null));
    assert!(has(&page, BANNER));
    page.loading(|| page.click(ACCEPT));
    page.wait_for("window.vendor === 1");
    assert!(!has(&page, BANNER));
    // The pages of the guard work under it.
    page.navigate(&site.url("/cookies/preferences"));
    choose(&page, REFUSE);
    page.navigate(&site.url("/"));
    assert_eq!(page.evaluate("window.vendor ?? null"), json!(null));
}

fn script_that_waits_for_consent_starts_after_the_page_is_reloaded(visitor: &Context<'_>) {
    let (site, _vendor) = sites(SecurityPolicy::enforced(), WAITING, false);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.loading(|| page.click(ACCEPT));
    page.wait_for("window.vendor === 1");
}

fn page_that_is_the_same_for_everybody_is_reloaded_once(visitor: &Context<'_>) {
    let (site, _vendor) = sites(SecurityPolicy::enforced(), WAITING, true);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.loading(|| page.click(ACCEPT));
    page.wait_for("window.vendor === 1");
    page.evaluate("window.isSame = true");
    // A visitor who granted before gets the wide policy at once.
    page.evaluate("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))");
    page.wait_for("window.cookieconsent.granted.includes('Statistics')");
    assert_eq!(page.evaluate("window.isSame ?? null"), json!(true));
}

fn denying_does_not_reload_a_page_without_running_scripts(visitor: &Context<'_>) {
    let (site, _vendor) = sites(SecurityPolicy::enforced(), "", false);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.evaluate("window.isSame = true");
    choose(&page, REFUSE);
    assert_eq!(page.evaluate("window.isSame ?? null"), json!(true));
}

fn policy_on_trial_refuses_nothing(visitor: &Context<'_>) {
    let (site, _vendor) = sites(SecurityPolicy::report_only(), PLAIN, false);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.wait_for("window.vendor === 1");
}
