//! What browsers do with cookies, according to public test suites, and our rule about it. The
//! checks of the table and those at run time are tested with the same vectors.
//!
//! It has only facts: an input, what browsers do with it, and our rule. It needs only `core`,
//! because both crates include it.

pub(crate) mod attributes;
pub(crate) mod names;

/// What a browser does with a cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Browser {
    /// It is stored unchanged.
    Keeps,
    /// It is stored differently: trimmed, cut, without an attribute, or for another host.
    Changes,
    /// It is not stored, or removed at once.
    Refuses,
}

/// An input, what a browser does with it, and our rule. The rule is empty if we say nothing.
pub(crate) type Vector = (&'static str, Browser, &'static str);

/// The rules that only the table has, and only as warnings.
pub(crate) const WARNINGS: [&str; 3] = ["N3", "N10", "S4"];

/// What we refuse although browsers keep it, and why.
const STRICTER: [(&str, &str); 7] = [
    ("N2", "servers and proxies read only tokens alike"),
    ("N6", "braces are holes"),
    (
        "V1",
        "servers read only cookie-octets alike, and nothing is encoded in silence",
    ),
    (
        "A1",
        "what a header or an address cannot contain matches nothing",
    ),
    ("D1", "no host has such a name"),
    (
        "X1",
        "one spelling of each attribute; a second one is a slip",
    ),
    ("grammar", "what a browser overlooks is a slip in a table"),
];

/// Whether our error (its rule, or none) is that of the vector, and is right: what browsers change
/// or refuse must be an error, and what they keep is an error only for a reason.
pub(crate) fn is_right((_, browser, rule): (&str, Browser, &str), error: Option<&str>) -> bool {
    let expected = Some(rule).filter(|rule| !rule.is_empty() && !WARNINGS.contains(rule));
    let stricter = error.is_none_or(|error| STRICTER.iter().any(|(rule, _)| *rule == error));
    error == expected
        && if browser == Browser::Keeps {
            stricter
        } else {
            error.is_some()
        }
}

/// The control characters, and what browsers do with each in a name, a value or an attribute's
/// value, by its place: inside, or at an end (WPT `cookies/*/*-ctl`, draft section 5.6). Only the
/// tab counts as a space.
pub(crate) fn controls() -> impl Iterator<Item = (char, Browser, Browser)> {
    ('\0'..='\x1F').chain(['\x7F']).map(|c| match c {
        '\t' => (c, Browser::Keeps, Browser::Changes),
        c => (c, Browser::Refuses, Browser::Refuses),
    })
}
