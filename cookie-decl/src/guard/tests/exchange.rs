//! Requests and responses of frameworks that do not use the crate `http` 1.

use alloc::vec::Vec;

use http::Method;

use super::guard;
use crate::guard::HeaderChange;

fn changes(response: &[(&str, &[u8])]) -> Vec<HeaderChange> {
    let exchange = guard().receive("GET", "/basket", [("host", "shop.example")]);
    exchange.finish(response.iter().copied())
}
#[test]
fn head_of_a_request_is_copied() {
    let headers = [("cookie", "a=1"), ("cookie", "b=2")];
    let request = copied_request("POST", "/basket?page=2", headers);
    assert_eq!(request.method(), Method::POST);
    assert_eq!(request.uri().path_and_query().unwrap(), "/basket?page=2");
    assert_eq!(request.headers().get_all("cookie").iter().count(), 2);
}

#[test]
fn what_is_not_http_is_left_out_of_a_request() {
    let request = copied_request("G T", "/a b", [("a b", "1"), ("accept", "text/html")]);
    assert_eq!(
        (request.method(), request.uri().path()),
        (&Method::GET, "/")
    );
    assert_eq!(request.headers().len(), 1);
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
