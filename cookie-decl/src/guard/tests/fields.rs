//! What browsers make of a field, and what becomes of one that nobody can read.

use alloc::format;
use alloc::string::String;

use http::header::{HeaderMap, HeaderValue, SET_COOKIE};

use super::{breaks, guard, passes, sent, visit};
use crate::guard::Rule;

#[test]
fn a_field_without_a_name_is_unreadable() {
    for field in ["sid", "=a; Path=/", " \t=a", "; Path=/", ""] {
        breaks("", field, Rule::Unreadable);
    }
}

#[test]
fn a_field_that_is_not_text_is_unreadable_and_named_all_the_same() {
    let guard = guard();
    let mut response = HeaderMap::new();
    response.append(SET_COOKIE, HeaderValue::from_bytes(b"sid=\xFF; Path=/").unwrap());
    response.append(SET_COOKIE, HeaderValue::from_bytes(b"\xFFsid =a").unwrap());
    let findings = guard.enforce(&visit(&guard, "/", &HeaderMap::new()), &mut response);
    assert_eq!(findings.iter().map(|finding| &*finding.cookie).collect::<alloc::vec::Vec<_>>(), ["sid", "\u{FFFD}sid"]);
    assert!(sent(&response).is_empty());
}

#[test]
fn a_nameless_value_is_not_taken_for_a_name() {
    let guard = guard();
    let mut response = super::response(&["secret-token"]);
    let findings = guard.enforce(&visit(&guard, "/", &HeaderMap::new()), &mut response);
    assert_eq!(findings[0].cookie, "");
}

#[test]
fn blanks_around_names_and_values_do_not_count() {
    passes("", " sid\t=  a ;Path = / ;  Secure;HttpOnly ; SameSite=\tLax; ; unknown=x");
}

#[test]
fn of_an_attribute_that_stands_twice_the_last_one_counts() {
    passes("", "sid=a; Path=/app; Secure; HttpOnly; SameSite=None; SameSite=Lax; Path=/");
    let field = "sid=a; Path=/; Secure; HttpOnly; SameSite=Lax; SameSite=None";
    breaks("", field, Rule::Attribute(crate::guard::Difference::SameSite(crate::SameSite::Lax)));
}

#[test]
fn an_empty_domain_is_none() {
    passes("", "sid=a; Domain=; Path=/; Secure; HttpOnly; SameSite=Lax");
    passes("", "sid=a; Domain=shop.example; Domain=.; Path=/; Secure; HttpOnly; SameSite=Lax");
}

#[test]
fn a_max_age_that_is_no_number_leaves_the_one_before() {
    let field = "sid=a; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=60; Max-Age=soon";
    breaks("", field, Rule::TooLong { declared: None, sent: Some(60) });
}

#[test]
fn an_attribute_over_1024_bytes_is_none() {
    let long = |length| format!("sid=a; Path=/; Path=/{}; Secure; HttpOnly; SameSite=Lax", "x".repeat(length));
    passes("", &long(1_024));
    breaks("", &long(1_023), Rule::Attribute(crate::guard::Difference::Path));
}

#[test]
fn a_value_may_hold_equals_signs_and_quotes() {
    passes("", "sid=\"a=b==\"; Path=/; Secure; HttpOnly; SameSite=Lax");
}

#[test]
fn whatever_a_field_holds_nothing_panics() {
    use proptest::prelude::*;
    let parts = prop::sample::select(alloc::vec![
        "sid",
        "recent",
        "=",
        ";",
        " ",
        "Max-Age",
        "Expires",
        "Path",
        "-",
        "9",
        "/",
        "\t",
        "é",
        "Thu, 01 Jan 1970",
        "00:00:00",
        "Domain",
        ".",
        "theme",
        "__Host-prefs",
        "0",
    ]);
    let fields = prop::collection::vec(prop::collection::vec(parts, 0..20), 0..5);
    proptest!(|(fields in fields)| {
        let guard = guard();
        let mut response = HeaderMap::new();
        for field in fields {
            let field: String = field.into_iter().collect();
            response.append(SET_COOKIE, HeaderValue::from_bytes(field.as_bytes()).unwrap());
        }
        let before = sent(&response);
        let findings = guard.enforce(&visit(&guard, "/", &HeaderMap::new()), &mut response);
        // What is dropped is said, and what is sent stays as it was.
        let after = sent(&response);
        prop_assert!(after.iter().all(|field| before.contains(field)));
        prop_assert_eq!(after.len() == before.len(), findings.is_empty());
        // What is left is as the table says.
        prop_assert_eq!(guard.enforce(&visit(&guard, "/", &HeaderMap::new()), &mut response), alloc::vec![]);
    });
}
