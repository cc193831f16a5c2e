//! Tags of an `advanced` category.

use axum::Router;
use axum::routing::get;
use cookie_decl::Guard;
use serde_json::json;

use super::super::{ACCEPT, REFUSE, Site, choose, is_quiet, javascript, status};
use super::{TAG, decide, defaults, layer, record, runs, shop, update};
use crate::client::Context;
use crate::{Test, tests};

pub(in super::super) const TESTS: &[Test] = tests![
    tag_of_an_advanced_category_does_not_wait_and_is_told
    marked_tag_runs_without_consent
    marked_tag_of_a_visitor_who_agreed_knows_it
    marked_tag_hears_a_withdrawal_in_a_page_that_stays
    status_says_that_the_tag_is_not_allowed_while_it_runs
    tag_that_the_page_adds_later_knows_the_choice
    frame_of_an_advanced_category_waits
];

mod ads {
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
        /// Advertising
        category Marketing: opt_in(advanced, consent_mode(ad_storage, ad_user_data, ad_personalization)) {
            cookie | duration | provider | set_by;
            /// Counts clicks
            "uid" | 1 day | Vendor | "vendor.example";
        }
    }
}

const ADVERTISING: &[&str] = &["ad_storage", "ad_user_data", "ad_personalization"];

/// The tag as in the basic mode.
const MARKED: &str = "<script type=text/plain data-cookie-category=Marketing src=/tag.js></script>";

fn marked() -> Site {
    shop(&Guard::new(ads::POLICY), "", MARKED)
}

fn tag_of_an_advanced_category_does_not_wait_and_is_told(visitor: &Context<'_>) {
    let vendor = Router::new().route("/tag.js", get(|| async { javascript(TAG) }));
    let vendor = Site::start(vendor);
    let tag = format!(
        "<script src={}></script>",
        vendor.at("www.vendor.example", "/tag.js")
    );
    let site = shop(&Guard::new(ads::POLICY), "", tag);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.evaluate("window.isSame = true");
    let mut heard = [defaults(), vec![json!("the tag runs")]].concat();
    assert_eq!(record(&page), json!(heard));
    choose(&page, ACCEPT);
    heard.extend(update(ADVERTISING));
    assert_eq!(record(&page), json!(heard));
    heard.extend(update(&[]));
    decide(&site, visitor, REFUSE);
    page.wait_for(&format!(
        "JSON.parse(sessionStorage.record).length === {}",
        heard.len()
    ));
    assert_eq!(record(&page), json!(heard));
    assert_eq!(
        page.evaluate("window.isSame"),
        true,
        "nothing waited, so the page stays"
    );
    is_quiet(&page);
}

fn marked_tag_runs_without_consent(visitor: &Context<'_>) {
    let site = marked();
    let page = visitor.page();
    page.navigate(&site.url("/"));
    runs(&page);
    let heard = [defaults(), vec![json!("the tag runs")]].concat();
    assert_eq!(record(&page), json!(heard));
    decide(&site, visitor, REFUSE);
    page.evaluate("sessionStorage.removeItem('record')");
    page.navigate(&site.url("/next"));
    runs(&page);
    let of_next = record(&page);
    // The earlier page records that it is left.
    let of_next = of_next.as_array().unwrap().iter().skip(1);
    assert!(of_next.eq(heard.iter()));
    is_quiet(&page);
}

fn marked_tag_of_a_visitor_who_agreed_knows_it(visitor: &Context<'_>) {
    let site = marked();
    decide(&site, visitor, ACCEPT);
    let page = visitor.page();
    for path in ["/", "/shared"] {
        page.navigate(&site.url(path));
        runs(&page);
        let ran = vec![json!("the tag runs")];
        let heard = [defaults(), update(ADVERTISING), ran].concat();
        assert_eq!(record(&page), json!(heard));
        page.navigate(&site.url("/cookies"));
        page.evaluate("sessionStorage.removeItem('record')");
    }
}

fn marked_tag_hears_a_withdrawal_in_a_page_that_stays(visitor: &Context<'_>) {
    let site = marked();
    decide(&site, visitor, ACCEPT);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    runs(&page);
    page.evaluate("window.isSame = true; sessionStorage.removeItem('record')");
    decide(&site, visitor, REFUSE);
    page.wait_for("'record' in sessionStorage");
    assert_eq!(record(&page), json!(update(&[])));
    assert_eq!(page.evaluate("window.isSame"), true);
}

fn status_says_that_the_tag_is_not_allowed_while_it_runs(visitor: &Context<'_>) {
    let site = marked();
    let page = visitor.page();
    page.navigate(&site.url("/"));
    runs(&page);
    page.navigate(&site.url("/cookies"));
    let said = || status(&page, "Marketing");
    assert_eq!(said(), "Not allowed: you have not chosen yet.");
    choose(&page, ACCEPT);
    assert_eq!(said(), "In use: you gave your consent.");
    choose(&page, REFUSE);
    assert_eq!(said(), "Not allowed: you rejected this.");
}

fn tag_that_the_page_adds_later_knows_the_choice(visitor: &Context<'_>) {
    let site = shop(&Guard::new(ads::POLICY), "", "");
    let page = visitor.page();
    page.navigate(&site.url("/"));
    choose(&page, ACCEPT);
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), { src: '/tag.js' }))",
    );
    runs(&page);
    let heard = [defaults(), update(ADVERTISING), vec![json!("the tag runs")]].concat();
    assert_eq!(record(&page), json!(heard));
    assert_eq!(layer(&page).as_array().unwrap().len(), heard.len() - 1);
}

/// A frame cannot be told anything.
fn frame_of_an_advanced_category_waits(visitor: &Context<'_>) {
    let frame = format!("{MARKED}<iframe data-cookie-category=Marketing data-src=/next></iframe>");
    let site = shop(&Guard::new(ads::POLICY), "", frame);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    runs(&page);
    let address = "document.querySelector('iframe').src";
    assert_eq!(page.evaluate(address), "");
    choose(&page, ACCEPT);
    page.wait_for(&format!("{address}.endsWith('/next')"));
}
