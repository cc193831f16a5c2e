//! The pages that say why a request is refused.

use alloc::format;
use alloc::string::String;

use http::header::ACCEPT_LANGUAGE;
use http::{HeaderMap, Method, Response, StatusCode, Uri};

use super::languages::cookies::POLICY;
use super::{NOW, headers, ready, sent};
use crate::guard::Guard;
use crate::guard::post::LONGEST_FORM;
use crate::preferences::{Frame, Html, Look};

const FRENCH: (&str, &str) = ("accept-language", "fr");
const SAME: (&str, &str) = ("sec-fetch-site", "same-origin");
const FORM: &str = "/cookies/preferences";
const UNSAVED: &str = "<h1>Votre choix n’a pas été enregistré</h1>";

/// The response of a guard with its own look or a site's.
fn ask(
    look: impl Look + 'static,
    method: &Method,
    path: &str,
    request: &HeaderMap,
    body: &str,
) -> Response<String> {
    let guard = Guard::new(POLICY).clock(|| NOW).look(look);
    let visitor = guard.visitor(method, &path.parse::<Uri>().unwrap(), request);
    ready(guard.respond(&visitor, method, request, body.as_bytes()))
}

fn post(fields: &[(&'static str, &str)], body: &str) -> Response<String> {
    let plain = crate::preferences::Plain;
    ask(plain, &Method::POST, FORM, &headers(fields), body)
}

#[test]
fn a_refused_choice_gets_a_page_in_the_visitors_language() {
    let long = "x".repeat(LONGEST_FORM + 1);
    let elsewhere = ("sec-fetch-site", "cross-site");
    let text = ("content-type", "text/plain");
    for (fields, body, status, reason) in [
        (
            &[FRENCH, elsewhere][..],
            "choice=accept",
            403,
            "une page de ce site",
        ),
        (&[FRENCH, SAME], "choice=maybe", 400, "Le formulaire"),
        (&[FRENCH, SAME], &*long, 413, "Le formulaire"),
        (&[FRENCH, SAME, text], "choice=accept", 415, "Le formulaire"),
    ] {
        let response = post(fields, body);
        assert_eq!(response.status().as_u16(), status);
        assert!(sent(response.headers()).is_empty());
        assert_eq!(
            response.headers()["content-type"],
            "text/html; charset=utf-8"
        );
        assert_eq!(response.headers()["cache-control"], "private, no-store");
        assert_eq!(response.headers()["x-robots-tag"], "noindex");
        let page = response.body();
        assert!(page.contains("<html lang=\"fr\" dir=\"ltr\">"), "{page}");
        assert!(page.contains(UNSAVED) && page.contains(reason), "{page}");
        // The way back is to the form and to the policy.
        assert!(page.contains(&format!("<a href=\"{FORM}\">")), "{page}");
        assert!(page.contains("<a href=\"/cookies\">"), "{page}");
    }
}

#[test]
fn a_choice_that_is_accepted_gets_no_such_page() {
    let response = post(&[FRENCH, SAME], "choice=accept");
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    assert_eq!(response.body(), "");
}

#[test]
fn a_refused_choice_stays_in_the_language_of_its_form() {
    let path = format!("{FORM}?language=ar");
    let plain = crate::preferences::Plain;
    let response = ask(plain, &Method::POST, &path, &headers(&[SAME]), "choice=");
    let page = response.into_body();
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"), "{page}");
    assert!(page.contains("<h1>لم يُحفظ اختياركم</h1>"), "{page}");
    assert!(
        page.contains("href=\"/cookies/preferences?language=ar\""),
        "{page}"
    );
}

#[test]
fn an_address_without_a_page_says_so_and_links_to_the_pages() {
    let plain = crate::preferences::Plain;
    let request = headers(&[FRENCH]);
    let response = ask(plain, &Method::GET, "/cookies/nowhere", &request, "");
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    assert_eq!(
        response.headers()["vary"],
        "accept-language, cookie, sec-gpc"
    );
    let page = response.into_body();
    assert!(page.contains("<h1>Page introuvable</h1>"), "{page}");
    assert!(page.contains("<a href=\"/cookies\">"), "{page}");
    assert!(!page.contains("nowhere"), "{page}");
}

#[test]
fn the_page_is_in_the_layout_of_the_site() {
    struct Layout;
    impl Look for Layout {
        fn document(&self, html: &mut Html, frame: &Frame<'_>) {
            html.element("title", &[], |html| html.text(frame.title));
            html.element("main", &[], |html| html.trusted(frame.content));
        }
    }
    let request = HeaderMap::from_iter([(ACCEPT_LANGUAGE, FRENCH.1.parse().unwrap())]);
    let page = ask(Layout, &Method::POST, FORM, &request, "choice=accept").into_body();
    let title = "<title>Votre choix n’a pas été enregistré</title><main><div class=\"cookie-ui cookie-preferences\" ";
    assert!(page.starts_with(title), "{page}");
}

#[test]
fn a_method_that_no_page_sends_is_answered_in_one_line() {
    let plain = crate::preferences::Plain;
    let response = ask(plain, &Method::PUT, FORM, &headers(&[FRENCH]), "");
    assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(response.body(), "405 Method Not Allowed");
}
