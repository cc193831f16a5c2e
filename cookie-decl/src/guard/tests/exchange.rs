//! Requests and responses of frameworks that do not use the crate `http` 1.

use alloc::vec::Vec;

use http::header::{COOKIE, HeaderValue};

use super::{guard, ready};
use crate::guard::HeaderChange;

fn changes(response: &[(&str, &[u8])]) -> Vec<HeaderChange> {
    let exchange = guard().receive("GET", "/basket", [("host", "shop.example")]);
    exchange.finish(response.iter().copied())
}
#[test]
fn head_of_a_request_is_copied() {
    let headers = [("cookie", "a=1"), ("cookie", "b=2")];
    let exchange = guard().receive("POST", "/basket?page=2", headers);
    let visitor = exchange.visitor();
    assert_eq!(visitor.any().request().route(), "POST /basket");
    assert_eq!(visitor.any().request().query(), "page=2");
    let cookies: Vec<_> = visitor.cookies().iter().collect();
    assert_eq!(cookies, [("a", "1"), ("b", "2")]);
}

#[test]
fn what_is_not_http_is_left_out_of_a_request() {
    let exchange = guard().receive("G T", "/a b", [("a b", "1"), ("cookie", "a=1")]);
    let visitor = exchange.visitor();
    assert_eq!(visitor.any().request().route(), "GET /");
    assert_eq!(visitor.cookies().iter().count(), 1);
}

#[test]
fn page_responds_at_its_address_only() {
    for (address, is_page, status) in [("/cookies?a", true, 200), ("/basket", false, 404)] {
        let exchange = guard().receive("GET", address, [("host", "shop.example")]);
        assert_eq!(exchange.is_page(), is_page, "{address}");
        let page = ready(exchange.respond(&[]));
        assert_eq!(page.status(), status, "{address}");
    }
}

#[test]
fn request_changes_only_if_the_guard_hides_cookies() {
    for hides in [false, true] {
        let guard = guard().hide_denied(hides);
        let exchange = guard.receive("GET", "/", [("cookie", "sid=a; tracker=1")]);
        let kept = hides.then(|| (COOKIE, [HeaderValue::from_static("sid=a")].into()));
        assert_eq!(exchange.hide(), Vec::from_iter(kept));
    }
}

#[test]
fn response_that_stays_as_it_is_has_no_changes() {
    assert_eq!(
        changes(&[("content-type", b"text/html"), ("x-own", b"1")]),
        []
    );
}

#[test]
fn only_kept_cookies_are_in_the_changes() {
    let kept: &[u8] = b"sid=abc; Path=/; Secure; HttpOnly; SameSite=Lax";
    let changes = changes(&[
        ("set-cookie", kept),
        ("set-cookie", b"tracker=1"),
        ("x-own", b"1"),
    ]);
    let (name, values) = &changes[0];
    assert_eq!((name.as_str(), values.len()), ("set-cookie", 1));
    assert_eq!(values[0].as_bytes(), kept);
    assert!(changes.iter().all(|(name, _)| name != "x-own"));
}

#[test]
fn header_that_the_guard_adds_is_a_change() {
    let kept: &[u8] = b"sid=abc; Path=/; Secure; HttpOnly; SameSite=Lax";
    let changes = changes(&[("set-cookie", kept)]);
    assert!(
        changes.iter().any(|(name, _)| name == "cache-control"),
        "{changes:?}"
    );
}

#[test]
fn cookie_that_cannot_be_sent_is_dropped() {
    let changes = changes(&[("set-cookie", b"sid=a\nb")]);
    assert_eq!(
        (changes[0].0.as_str(), changes[0].1.len()),
        ("set-cookie", 0)
    );
}
