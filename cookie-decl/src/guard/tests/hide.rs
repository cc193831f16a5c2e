//! The cookies of a request that the application sees.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use http::header::{COOKIE, HeaderMap, HeaderValue};

use super::{denied_all, granted_all, guard, headers, pair, visit};

fn fields(request: &HeaderMap) -> Vec<String> {
    let text = |field: &HeaderValue| String::from_utf8_lossy(field.as_bytes()).to_string();
    request.get_all(COOKIE).iter().map(text).collect()
}

fn hidden_from(mut request: HeaderMap) -> HeaderMap {
    let guard = guard();
    let visitor = visit(&guard, "/", &request);
    let request_cookies: Vec<_> = visitor
        .cookies()
        .iter()
        .map(|(name, _)| name.to_string())
        .collect();
    guard.hide(&visitor, &mut request);
    assert!(
        visitor
            .cookies()
            .iter()
            .map(|(name, _)| name)
            .eq(request_cookies),
        "the visitor still sees all"
    );
    request
}

fn seen(cookie: &str) -> Vec<String> {
    fields(&hidden_from(headers(&[("cookie", cookie)])))
}

#[test]
fn declared_and_allowed_cookie_is_visible() {
    assert_eq!(seen("sid=1; form_7=2; lb=3"), ["sid=1; form_7=2; lb=3"]);
}

#[test]
fn undeclared_cookie_is_hidden() {
    assert_eq!(seen("tracker=0; sid=1; old=2"), ["sid=1"]);
    assert_eq!(seen("tracker=0"), [""; 0]);
}

#[test]
fn cookie_without_consent_is_hidden() {
    assert_eq!(seen("recent=0; sid=1; _pk_id.1=2"), ["sid=1"]);
    let answer = pair(&denied_all());
    assert_eq!(seen(&format!("recent=0; font=1; {answer}")), [answer]);
    let all = format!("recent=0; _pk_id.1=2; font=1; {}", pair(&granted_all()));
    assert_eq!(seen(&all), [all]);
}

#[test]
fn cookie_denied_by_the_signal_is_hidden() {
    let request = headers(&[("sec-gpc", "1"), ("cookie", "font=1; sid=2")]);
    assert_eq!(fields(&hidden_from(request)), ["sid=2"]);
}

#[test]
fn name_of_a_third_party_or_other_storage_is_hidden() {
    let answer = pair(&granted_all());
    assert_eq!(seen(&format!("uid=1; seen=2; {answer}")), [answer]);
}

#[test]
fn name_of_several_rows_is_visible_if_one_is_allowed() {
    // The rows of `theme` for `/` and `/office` are exempt; the one for `/statistics` is not.
    assert_eq!(seen("theme=dark"), ["theme=dark"]);
}

#[test]
fn exact_name_takes_precedence_over_a_pattern() {
    assert_eq!(seen("form_last=1; form_x=2"), ["form_x=2"]);
}

#[test]
fn cookie_of_a_disabled_row_is_hidden() {
    assert_eq!(seen("absent=1; sid=2"), ["sid=2"]);
}

#[test]
fn several_fields_are_joined_only_if_something_is_hidden() {
    let two = headers(&[("cookie", "sid=1;  lb=2"), ("cookie", "font=3")]);
    assert_eq!(fields(&hidden_from(two)), ["sid=1;  lb=2", "font=3"]);
    let two = headers(&[("cookie", "sid=1;  lb=2"), ("cookie", "tracker=0; font=3")]);
    assert_eq!(fields(&hidden_from(two)), ["sid=1; lb=2; font=3"]);
}

#[test]
fn pair_without_a_name_is_hidden() {
    for cookie in [
        "sid=1; nameless",
        "=nameless; sid=1",
        "nameless; sid=1",
        " =; sid=1",
    ] {
        assert_eq!(seen(cookie), ["sid=1"], "{cookie}");
    }
    // Spaces and empty pairs do not count.
    assert_eq!(seen("sid=1; ; ;"), ["sid=1; ; ;"]);
}

#[test]
fn pair_that_is_not_utf8_is_hidden() {
    for bytes in [
        b"sid=1; lb=\xFF".as_slice(),
        b"\xFF=1; sid=1",
        b"sid=1; \xFF",
    ] {
        let mut request = HeaderMap::new();
        request.append(COOKIE, HeaderValue::from_bytes(bytes).unwrap());
        assert_eq!(fields(&hidden_from(request)), ["sid=1"]);
    }
    // Non-ASCII letters are text.
    let mut request = HeaderMap::new();
    request.append(
        COOKIE,
        HeaderValue::from_bytes("sid=é; tracker=1".as_bytes()).unwrap(),
    );
    assert_eq!(fields(&hidden_from(request)), ["sid=é"]);
}

#[test]
fn order_and_repeated_values_are_kept() {
    assert_eq!(
        seen("sid=2; tracker=0; lb=\"x=y\"; sid=1"),
        ["sid=2; lb=\"x=y\"; sid=1"]
    );
}
