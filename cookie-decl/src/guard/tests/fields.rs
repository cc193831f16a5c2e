//! Fields as browsers read them, and fields that nobody can read.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use http::header::{HeaderMap, HeaderValue, SET_COOKIE};

use super::{breaks, differs, guard, passes, sent, visit};
use crate::guard::{Action, Violation};

#[test]
fn field_without_a_name_is_dropped() {
    for field in ["sid", "=a; Path=/", " \t=a", "; Path=/", ""] {
        breaks("", field, Violation::Nameless);
    }
}

fn in_bytes(field: &[u8]) -> (Vec<HeaderValue>, Vec<(String, Violation)>) {
    let guard = guard();
    let mut response = HeaderMap::new();
    response.append(SET_COOKIE, HeaderValue::from_bytes(field).unwrap());
    let findings = guard.finish(&visit(&guard, "/", &HeaderMap::new()), &mut response);
    let rules = findings
        .into_iter()
        .map(|finding| (finding.cookie, finding.violation))
        .collect();
    (
        response.get_all(SET_COOKIE).iter().cloned().collect(),
        rules,
    )
}

#[test]
fn a_value_that_is_not_utf_8_is_judged_by_its_name() {
    let field = b"sid=caf\xE9; Path=/; Secure; HttpOnly; SameSite=Lax";
    assert_eq!(
        in_bytes(field),
        (
            alloc::vec![HeaderValue::from_bytes(field).unwrap()],
            Vec::new()
        )
    );
    assert_eq!(
        in_bytes(b"tracker=caf\xE9; Path=/").1,
        [("tracker".into(), Violation::Undeclared)]
    );
    assert_eq!(
        in_bytes(b"\xFFsid =a").1,
        [("\u{FFFD}sid".into(), Violation::Undeclared)]
    );
    let path = b"sid=a; Path=/\xE9; Secure; HttpOnly; SameSite=Lax";
    assert_eq!(
        in_bytes(path).1,
        [("sid".into(), differs("Path", "Path=/\u{FFFD}", "Path=/"))]
    );
}

#[test]
fn a_removal_that_is_not_utf_8_or_has_no_name_passes() {
    for field in [
        &b"tracker=\xE9; Max-Age=0"[..],
        b"\xE9=; Max-Age=0",
        b"foo; Max-Age=0",
        b"=; Max-Age=0",
    ] {
        assert_eq!(in_bytes(field).1, []);
        assert_eq!(in_bytes(field).0.len(), 1);
    }
}

#[test]
fn value_without_a_name_is_not_read_as_a_name() {
    let guard = guard();
    let mut response = super::response(&["secret-token"]);
    let findings = guard.finish(&visit(&guard, "/", &HeaderMap::new()), &mut response);
    assert_eq!(findings[0].cookie, "");
}

#[test]
fn spaces_around_names_and_values_are_ignored() {
    passes(
        "",
        " sid\t=  a ;Path = / ;  Secure;HttpOnly ; SameSite=\tLax; ; unknown=x",
    );
}

#[test]
fn attribute_with_two_different_values_is_ambiguous() {
    let ambiguous = |attribute, more: &str| {
        let (first, rest) = ("sid=a", "Path=/; Secure; HttpOnly; SameSite=Lax");
        // In reverse order: the last one is as declared.
        let rules = super::findings_about("", &format!("{first}; {more}; {rest}"));
        let is_reported = |rule: &Violation| matches!(rule, Violation::Ambiguous { attribute: name, sent } if *name == attribute && sent.contains(more));
        assert!(rules.iter().any(is_reported), "{more}: {rules:?}");
    };
    ambiguous("Path", "Path=/app");
    ambiguous("Path", "Path");
    ambiguous("SameSite", "SameSite=None");
    ambiguous("Domain", "Domain=shop.example; Domain=");
    ambiguous("Max-Age", "Max-Age=60; Max-Age=61");
    // A lifetime that occurs twice is ambiguous with any values.
    ambiguous("Max-Age", "Max-Age=60; Max-Age=60");
    ambiguous(
        "Expires",
        "Expires=Thu, 01 Jan 1970 00:00:00 GMT; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
    );
    passes(
        "",
        "sid=a; Path=/; Path=/; Secure; Secure; HttpOnly; SameSite=Lax; SameSite=Lax",
    );
}

#[test]
fn empty_domain_means_the_host_alone() {
    passes("", "sid=a; Domain=; Path=/; Secure; HttpOnly; SameSite=Lax");
    // Chromium rejects a cookie with a single dot as its domain.
    let dot = "sid=a; Domain=.; Path=/; Secure; HttpOnly; SameSite=Lax";
    breaks(
        "",
        dot,
        Violation::Ambiguous {
            attribute: "Domain",
            sent: "Domain=.".into(),
        },
    );
}

#[test]
fn an_attribute_over_1024_bytes_is_ambiguous() {
    let long = |length| {
        format!(
            "sid=a; Path=/{}; Secure; HttpOnly; SameSite=Lax",
            "x".repeat(length)
        )
    };
    let is_ambiguous = |field: &str| {
        super::findings_about("", field)
            .iter()
            .any(|rule| rule.name() == "ambiguous")
    };
    assert!(!is_ambiguous(&long(1_023)));
    assert!(is_ambiguous(&long(1_024)));
}

#[test]
fn value_may_contain_equals_signs_and_quotes() {
    passes("", "sid=\"a=b==\"; Path=/; Secure; HttpOnly; SameSite=Lax");
}

#[test]
fn no_field_panics() {
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
        let findings = guard.finish(&visit(&guard, "/", &HeaderMap::new()), &mut response);
        // Dropped fields are reported, and the others stay as they were.
        let after = sent(&response);
        let is_cut = findings.iter().any(|finding| finding.action == Action::Shortened);
        prop_assert!(is_cut || after.iter().all(|field| before.contains(field)));
        let is_dropped = findings.iter().any(|finding| finding.action == Action::Dropped);
        prop_assert_eq!(after.len() == before.len(), !is_dropped);
        // The other fields are as the table declares.
        let findings = guard.finish(&visit(&guard, "/", &HeaderMap::new()), &mut response);
        prop_assert!(findings.iter().all(|finding| finding.action == Action::Sent), "{:?}", findings);
    });
}
