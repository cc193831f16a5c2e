//! Elements that wait for consent, as the server prints them.

use alloc::format;
use alloc::string::String;

use http::header::{CACHE_CONTROL, HeaderMap, HeaderValue};
use http::{Method, Uri};

use super::cookies::Category;
use super::{Answer, NOW, denied_all, granted_all, guard, headers, pair, visit};
use crate::guard::SecurityPolicy;

mod third_parties {
    crate::declare_cookies! {
        pub(super) policy;
        provider Videos = "Videos & more" { privacy: "https://videos.example/privacy", domain: "videos.example", domain: "{region}.films.example", third_party }
        provider Maps = "Maps" { domain: "maps.example", third_party }
        provider Shop = "Shop" { domain: "shop.example" }
        /// Outside
        #[allow(no_consent_row)]
        category Outside: opt_in {
            cookie | duration | provider | set_by;
            /// Plays
            "player" | 1 day | Videos | third_party;
            /// Shows
            "map" | 1 day | Maps | third_party;
            /// Draws
            "picture" | 1 day | _ | "pictures.example";
            /// Remembers
            "view" | 1 day | Shop | script;
            /// Not here
            "absent" | 1 day | _ | "absent.example" | when = { false };
        }
    }
}

/// The element with this HTML for a visitor who has not answered.
fn outside(html: &str) -> String {
    let consent =
        third_parties::Consent::from_request(crate::RequestCookies::NONE, crate::Gpc::OFF, NOW);
    let preferences = third_parties::POLICY.preferences(&consent);
    preferences.embed(third_parties::Category::Outside, html)
}

fn embed(answer: Option<&Answer>, html: &str) -> String {
    let cookie = answer.map(pair).unwrap_or_default();
    let visitor = visit(&guard(), "/", &headers(&[("cookie", &cookie)]));
    visitor.embed(Category::Statistics, html)
}

const FRAME: &str = "<iframe src=\"https://ads.example/\" title=\"An advert\"></iframe>";

#[test]
fn element_is_printed_only_with_consent() {
    let waits = format!("<template data-cookie-category=\"Statistics\">{FRAME}</template></div>");
    for answer in [None, Some(denied_all())] {
        assert!(embed(answer.as_ref(), FRAME).ends_with(&waits));
    }
    let shown = embed(Some(&granted_all()), FRAME);
    assert!(shown.ends_with(&format!("{FRAME}</div>")) && !shown.contains("<template"));
}

#[test]
fn placeholder_is_hidden_beside_the_element() {
    let hidden = "data-cookie-placeholder=\"true\" hidden=\"hidden\"";
    assert!(embed(Some(&granted_all()), FRAME).contains(hidden));
    assert!(!embed(Some(&denied_all()), FRAME).contains(hidden));
}

#[test]
fn element_with_a_script_waits_for_the_script() {
    let script = "<p>A post</p><SCRIPT src=\"https://ads.example/x.js\"></SCRIPT>";
    let shown = embed(Some(&granted_all()), script);
    assert!(shown.contains(&format!(">{script}</template>")), "{shown}");
}

#[test]
fn third_parties_of_the_category_are_named() {
    let all = outside("<div id=\"all\"></div>");
    let links =
        "<a href=\"https://videos.example/privacy\">Videos &amp; more</a>, Maps, pictures.example.";
    assert!(all.contains(links), "{all}");
    assert!(all.contains("Load this once: Videos &amp; more, Maps, pictures.example</button>"));
    assert!(!all.contains("Shop") && !all.contains("absent.example"));
}

#[test]
fn only_the_third_parties_that_the_element_asks_are_named() {
    for (html, name) in [
        (
            "<iframe src=\"https://player.videos.example/1\">",
            "Videos &amp; more",
        ),
        (
            "<iframe src=\"https://eu.films.example/1\">",
            "Videos &amp; more",
        ),
        ("<img src=\"//pictures.example/1\">", "pictures.example"),
    ] {
        let embed = outside(html);
        assert!(
            embed.contains(&format!("Load this once: {name}</button>")),
            "{embed}"
        );
    }
}

#[test]
fn placeholder_is_as_high_as_the_element() {
    let drawing = "<svg width=\"0\" height=\"279\" aria-hidden=\"true\"></svg>";
    for size in ["width=\"560\" height=\"315\"", "height=315 width='560'"] {
        assert!(outside(&format!("<iframe {size}></iframe>")).contains(drawing));
    }
    for other in ["height=\"100%\"", "width=315", "data-height=1"] {
        let embed = outside(&format!("<iframe {other}></iframe><img height=1>"));
        assert!(!embed.contains("<svg"), "{embed}");
    }
}

#[test]
fn category_without_a_form_has_no_button_to_grant_it() {
    // The table has no row that keeps an answer.
    let embed = outside("<p>");
    assert!(embed.contains("data-cookie-once") && !embed.contains("<form"));
    assert!(!embed.contains("/cookies/preferences"));
}

#[test]
fn element_that_the_policy_of_the_page_forbids_cannot_load_once() {
    let guard = guard().security_policy(SecurityPolicy::enforced());
    let visitor = visit(&guard, "/", &HeaderMap::new());
    let once = |category| visitor.embed(category, "<p>").contains("data-cookie-once");
    // Only the rows of the first name a domain.
    assert!(!once(Category::Statistics) && once(Category::Adverts));
}

#[test]
fn template_has_the_nonce_of_the_page() {
    let visitor = visit(&guard(), "/", &HeaderMap::new());
    visitor.head_with_nonce("r4nd0m");
    let embed = visitor.embed(Category::Statistics, "<p>");
    assert!(embed.contains("<template data-cookie-category=\"Statistics\" nonce=\"r4nd0m\">"));
}

#[test]
fn page_with_an_element_is_kept_from_shared_caches() {
    let guard = guard();
    let visitor = guard.visitor(&Method::GET, &Uri::from_static("/"), &HeaderMap::new());
    visitor.embed(Category::Statistics, FRAME);
    let mut response = HeaderMap::new();
    response.insert("content-type", HeaderValue::from_static("text/html"));
    guard.finish(&visitor, &mut response);
    assert_eq!(response[CACHE_CONTROL], "private");
}

#[test]
fn visitor_returns_to_the_page_of_the_element() {
    let visitor = visit(&guard(), "/shop?page=2", &HeaderMap::new());
    let embed = visitor.embed(Category::Statistics, FRAME);
    assert!(
        embed.contains("name=\"return\" value=\"/shop?page=2\""),
        "{embed}"
    );
}
