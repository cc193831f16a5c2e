//! A site whose visitors answer somebody else's banner.

use super::ready;
use http::header::{COOKIE, SET_COOKIE};
use http::{HeaderMap, Method, Uri};

use crate::Guard;

mod cookies {
    crate::declare_cookies! {
        pub(super) policy;
        consent elsewhere "Banner & Co.";
        /// Needed
        ///
        /// The site does not work without it.
        category Necessary: exempt {
            cookie | duration;
            /// The answer to the banner
            BANNER = "banner" | 6 months | set_by = script;
        }
        /// Audience
        category Statistics: opt_in(gpc) {
            cookie | duration;
            /// Remembers what you looked at
            RECENT = "recent" | 30 days;
        }
    }
}

use cookies::{BANNER, Category, Consent, POLICY, RECENT};

fn guard() -> Guard<Category> {
    Guard::new(POLICY).read_consent(|cookies| {
        let consent = Consent::decide(0);
        Some(match BANNER.get(cookies).ok()??.as_str() {
            "yes" => consent.grant(Category::Statistics),
            _ => consent.deny(Category::Statistics),
        })
    })
}

fn request(cookies: &str) -> HeaderMap {
    HeaderMap::from_iter([(COOKIE, cookies.parse().unwrap())])
}

fn visitor(headers: &HeaderMap) -> crate::guard::Visitor<Category> {
    guard().visitor(&Method::GET, &Uri::from_static("/"), headers)
}

#[test]
fn the_answer_to_the_banner_is_the_consent() {
    let allows = |cookies| {
        visitor(&request(cookies))
            .consent()
            .allows(Category::Statistics)
    };
    assert!(allows("banner=yes"));
    assert!(!allows("banner=no"));
    assert!(!allows("other=1"));
}

#[test]
fn the_signal_counts_in_addition() {
    let mut headers = request("banner=yes");
    headers.insert("sec-gpc", "1".parse().unwrap());
    assert!(!visitor(&headers).consent().allows(Category::Statistics));
}

#[test]
fn the_guard_shows_no_banner_and_no_form_of_its_own() {
    let visitor = visitor(&request("other=1"));
    assert_eq!(visitor.banner(), "");
    assert!(!visitor.links().contains("preferences"));
    let (method, headers) = (Method::GET, HeaderMap::new());
    let form = guard().visitor(&method, &Uri::from_static("/cookies/preferences"), &headers);
    let page = ready(guard().respond(&form, &method, &headers, b""));
    assert_eq!(page.status(), 404);
}

#[test]
fn the_page_says_who_asks() {
    let html = POLICY.page().html_fragment();
    assert!(
        html.contains("You can make and change your choice with Banner &amp; Co. on this site."),
        "{html}"
    );
}

#[test]
fn a_response_keeps_to_the_answer() {
    let sent = |cookies| {
        let headers = request(cookies);
        let visitor = visitor(&headers);
        let mut response = HeaderMap::new();
        let recent = RECENT
            .set_if(&Consent::accept_all(0), "42")
            .unwrap()
            .unwrap();
        response.insert(SET_COOKIE, recent.to_header_value().parse().unwrap());
        guard().finish(&visitor, &mut response);
        response.contains_key(SET_COOKIE)
    };
    assert!(sent("banner=yes"));
    assert!(!sent("banner=no"));
}
