//! What browsers do with cookies, as public test suites say it, beside the rule of ours that speaks of it. The checks of
//! the table and those at run time are held to the same vectors.
//!
//! Facts only: an input, what browsers do with it, and our rule. Core only, since both crates include it.

pub(crate) mod attributes;
pub(crate) mod names;

/// What a browser does with a cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Browser {
    /// It is stored as it was sent.
    Keeps,
    /// It is stored differently: trimmed, cut, without an attribute, or for another host.
    Changes,
    /// It is not stored, or removed at once.
    Refuses,
}

/// An input, what a browser does with it, and the rule of ours; empty where we say nothing.
pub(crate) type Vector = (&'static str, Browser, &'static str);

/// What only the table says, and only as a warning.
pub(crate) const WARNINGS: [&str; 3] = ["N3", "N10", "S4"];

/// What we refuse though browsers keep it, and why.
const STRICTER: [(&str, &str); 7] = [
    ("N2", "servers and proxies read only tokens alike"),
    ("N6", "braces are holes"),
    (
        "V1",
        "servers read only cookie-octets alike, and nothing is encoded in silence",
    ),
    (
        "A1",
        "what no header and no address can hold matches nothing",
    ),
    ("D1", "no host has such a name"),
    (
        "X1",
        "one spelling of each attribute; a second one is a slip",
    ),
    ("grammar", "what a browser overlooks is a slip in a table"),
];

/// Whether the error we give (its rule, or nothing) is the one that the vector names, and the right thing to say: what
/// browsers change or refuse is always an error, what they keep is one for a reason only.
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

/// The control characters, and what browsers do with each in a name, a value or an attribute's value, by its place:
/// inside, or at an end (WPT `cookies/*/*-ctl`, draft section 5.6). The tab alone counts as a blank.
pub(crate) fn controls() -> impl Iterator<Item = (char, Browser, Browser)> {
    ('\0'..='\x1F').chain(['\x7F']).map(|c| match c {
        '\t' => (c, Browser::Keeps, Browser::Changes),
        c => (c, Browser::Refuses, Browser::Refuses),
    })
}
