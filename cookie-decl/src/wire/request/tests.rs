//! The headers of visitors.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use proptest::prelude::*;

use crate::wire::request::RequestCookies;

/// Returns the pairs of one field, given as text and as bytes.
fn pairs(field: &str) -> Vec<(&str, &str)> {
    let pairs = RequestCookies::from_header(field)
        .iter()
        .collect::<Vec<_>>();
    assert_eq!(
        RequestCookies::from_header(field.as_bytes())
            .iter()
            .collect::<Vec<_>>(),
        pairs
    );
    pairs
}

#[test]
fn pairs_keep_their_order() {
    assert_eq!(
        pairs("SID=31d4d96e407aad42; lang=en-US"),
        [("SID", "31d4d96e407aad42"), ("lang", "en-US")]
    );
}

#[test]
fn a_request_without_cookies_has_none() {
    assert_eq!(pairs(""), []);
    assert_eq!(RequestCookies::from_headers(&[]).iter().count(), 0);
    assert_eq!(RequestCookies::from_headers(&[]).first("a"), None);
}

#[test]
fn only_the_first_equals_sign_separates() {
    assert_eq!(pairs("keebler=E=mc2"), [("keebler", "E=mc2")]);
    assert_eq!(pairs("key:term=value:term"), [("key:term", "value:term")]);
    assert_eq!(pairs("a==; b=c=;"), [("a", "="), ("b", "c=")]);
}

#[test]
fn spaces_around_names_and_values_are_ignored() {
    assert_eq!(
        pairs("foo =  bar;bar=\tbaz \t; \tx=y"),
        [("foo", "bar"), ("bar", "baz"), ("x", "y")]
    );
}

#[test]
fn spaces_inside_values_stay() {
    assert_eq!(
        pairs("a=b  c; d=\u{A0}e\u{A0}"),
        [("a", "b  c"), ("d", "\u{A0}e\u{A0}")]
    );
}

#[test]
fn pair_without_a_name_is_skipped() {
    assert_eq!(pairs("foo=bar;fizz  ;  buzz"), [("foo", "bar")]);
    assert_eq!(pairs("=value; a=1; \t = ; b=2"), [("a", "1"), ("b", "2")]);
    // RFC 6265bis section 5.8.3: a nameless cookie is sent as its value alone, and must not be read
    // as another.
    assert_eq!(pairs("=__Host-session=evil"), []);
}

#[test]
fn stray_semicolons_are_ignored() {
    assert_eq!(pairs(";;a=1;; ;b=2;"), [("a", "1"), ("b", "2")]);
    assert_eq!(pairs("  =  b  ;  ;  =  ;   c  =  ;  "), [("c", "")]);
}

#[test]
fn values_may_be_empty() {
    assert_eq!(pairs("foo=; bar="), [("foo", ""), ("bar", "")]);
}

#[test]
fn quotes_are_part_of_the_value_and_do_not_hide_a_semicolon() {
    assert_eq!(
        pairs("foo=\"bar=123&name=Magic+Mouse\""),
        [("foo", "\"bar=123&name=Magic+Mouse\"")]
    );
    let split = [
        ("keebler", "\"E=mc2"),
        ("L", "\\\"Loves\\\""),
        ("fudge", "\\012"),
    ];
    assert_eq!(
        pairs("keebler=\"E=mc2; L=\\\"Loves\\\"; fudge=\\012;\""),
        split
    );
}

#[test]
fn nothing_is_percent_decoded() {
    assert_eq!(
        pairs("email=%20%22%2c%3b%2f; foo=%1; %61=1"),
        [("email", "%20%22%2c%3b%2f"), ("foo", "%1"), ("%61", "1")]
    );
}

#[test]
fn commas_do_not_separate() {
    assert_eq!(
        pairs("a=1, b=2; c=[1,2]"),
        [("a", "1, b=2"), ("c", "[1,2]")]
    );
}

#[test]
fn names_of_attributes_are_names() {
    assert_eq!(
        pairs("a=b; Domain=example.com; $Version=1"),
        [("a", "b"), ("Domain", "example.com"), ("$Version", "1")]
    );
}

#[test]
fn a_repeated_name_has_all_its_values() {
    let cookies = RequestCookies::from_header("a=b; h=i; a=c; A=d; a=");
    assert_eq!(cookies.all("a").collect::<Vec<_>>(), ["b", "c", ""]);
    assert_eq!(cookies.first("a"), Some("b"));
    assert_eq!(cookies.first("A"), Some("d"));
    assert_eq!(cookies.first(""), None);
}

#[test]
fn several_fields_are_read_one_after_the_other() {
    let fields = ["a=1; b=2", "", "b=3", ";c"].map(str::as_bytes);
    let cookies = RequestCookies::from_headers(&fields);
    assert_eq!(
        cookies.iter().collect::<Vec<_>>(),
        [("a", "1"), ("b", "2"), ("b", "3")]
    );
    assert_eq!(cookies.all("b").collect::<Vec<_>>(), ["2", "3"]);
}

#[test]
fn non_ascii_letters_are_read() {
    assert_eq!(pairs("naïve=café; 🍪=1"), [("naïve", "café"), ("🍪", "1")]);
}

#[test]
fn only_the_pairs_that_are_not_utf_8_are_left_out() {
    let fields: [&[u8]; 2] = [b"a=1; b=\xC3; \xFF=2; c=3", b"d=\xED\xA0\x80; e=4"];
    let cookies = RequestCookies::from_headers(&fields);
    assert_eq!(
        cookies.iter().collect::<Vec<_>>(),
        [("a", "1"), ("c", "3"), ("e", "4")]
    );
}

#[test]
fn value_outlives_the_view_and_the_name() {
    fn session(field: &str) -> Option<&str> {
        RequestCookies::from_header(field).first(&String::from("sessionid"))
    }
    assert_eq!(session("sessionid=abc"), Some("abc"));
}

#[test]
fn debug_has_no_value() {
    assert_eq!(
        format!("{:?}", RequestCookies::from_header("a=s3cret; b=2")),
        "RequestCookies [\"a\", \"b\"]"
    );
}

proptest! {
    #[test]
    fn values_that_can_be_set_are_read_back(values in proptest::collection::vec("[!-~]{0,8}|\"[!-~]{0,8}\"", 1..5)) {
        let values = values.iter().filter(|value| crate::wire::value::check(value).is_ok()).collect::<Vec<_>>();
        let header = values.iter().map(|value| format!("name={value}")).collect::<Vec<_>>().join("; ");
        prop_assert_eq!(RequestCookies::from_header(&header).all("name").collect::<Vec<_>>(), values);
    }
}

#[test]
fn a_long_header_is_read_once() {
    // Reading in quadratic time would take minutes.
    let header = format!("{}a=1", " =\t ; ".repeat(1 << 20));
    assert_eq!(pairs(&header), vec![("a", "1")]);
    let blanks = format!("a={}b", " ".repeat(1 << 22));
    assert_eq!(pairs(&blanks), vec![("a", "b")]);
}
