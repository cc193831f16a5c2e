//! Names and their prefixes.

use super::Browser::{self, Changes, Keeps, Refuses};
use super::Vector;

/// http-state `name*`, WPT `cookies/name`, Chromium `parsed_cookie_unittest`, tough-cookie `parsing_test`.
pub(crate) const NAMES: &[Vector] = &[
    ("a", Keeps, ""),
    ("1", Keeps, ""),
    ("$", Keeps, ""),
    ("+", Keeps, ""),
    ("!a", Keeps, ""),
    ("$a", Keeps, ""),
    ("%a", Keeps, ""),
    ("^a", Keeps, ""),
    ("&a", Keeps, ""),
    ("-a", Keeps, ""),
    ("_a", Keeps, ""),
    ("*a", Keeps, "N10"),
    ("#a", Keeps, "N10"),
    ("@a", Keeps, "N2"),
    ("(a", Keeps, "N2"),
    (")a", Keeps, "N2"),
    ("\"a", Keeps, "N2"),
    ("\"a\"", Keeps, "N2"),
    ("\"test\"10", Keeps, "N2"),
    ("\"foo\\\"bar", Keeps, "N2"),
    ("foo bar", Keeps, "N2"),
    ("key:term", Keeps, "N2"),
    ("b,az", Keeps, "N2"),
    ("foo/bar", Keeps, "N2"),
    ("foo[bar]", Keeps, "N2"),
    ("%74%65%73%74", Keeps, ""),
    ("$Version", Keeps, ""),
    ("ANCUUID", Keeps, ""),
    ("aBc", Keeps, ""),
    ("__proto__", Keeps, ""),
    // At the place of a name, the names of attributes are names.
    ("secure", Keeps, ""),
    ("HttpOnly", Keeps, ""),
    ("partitioned", Keeps, ""),
    ("path", Keeps, ""),
    ("Domain", Keeps, ""),
    ("expires", Keeps, ""),
    ("Max-Age", Keeps, ""),
    ("SameSite", Keeps, ""),
    // Beyond ASCII.
    ("naïve", Keeps, "N2"),
    ("العربية", Keeps, "N2"),
    ("普通話", Keeps, "N2"),
    ("ภาษาไทย", Keeps, "N2"),
    ("עִבְרִית", Keeps, "N2"),
    ("春节回", Keeps, "N2"),
    ("ˇ", Keeps, "N2"),
    ("🍪", Keeps, "N2"),
    ("a\u{A0}b", Keeps, "N2"),
    ("\u{A0}a", Keeps, "N2"),
    ("a\u{200B}b", Keeps, "N2"),
    ("a\u{202E}b", Keeps, "N2"),
    ("\u{FEFF}a", Keeps, "N2"),
    ("a\u{85}b", Keeps, "N2"),
    // It is trimmed.
    ("a ", Changes, "N2"),
    (" a", Changes, "N2"),
    ("   foo", Changes, "N2"),
    ("foo     ", Changes, "N2"),
    ("  foo bar  ", Changes, "N2"),
    (" ", Changes, "N2"),
    // These have no name: the first `=` ends it.
    ("", Changes, "N1"),
    ("=", Changes, "N2"),
    ("=a", Changes, "N2"),
    ("===a", Changes, "N2"),
    ("a=", Changes, "N2"),
    ("invalid=name", Changes, "N2"),
    ("\"a=b\"", Changes, "N2"),
    // The first `;` ends the pair.
    (";", Changes, "N2"),
    ("foo;bar", Changes, "N2"),
    ("invalid;name", Changes, "N2"),
    ("test6;cool", Changes, "N2"),
    ("\"foo;bar\"", Changes, "N2"),
    ("\"test9;test\"", Changes, "N2"),
    ("\"test\\\"10;baz\"", Changes, "N2"),
    ("a; Path", Changes, "N2"),
    // A header cannot contain these.
    ("hello\nworld", Refuses, "N2"),
    ("a\r\nSet-Cookie: b", Refuses, "N2"),
    ("foo\u{8}bar", Refuses, "N2"),
    ("foo\u{5}", Refuses, "N2"),
    ("fo\u{7F}o", Refuses, "N2"),
    ("foo\0bar", Refuses, "N2"),
];

/// Every visible ASCII character and the space, inside a name (WPT `cookies/name`, draft section
/// 5.6): what browsers do, and our rule.
pub(crate) fn printable() -> impl Iterator<Item = (char, Browser, &'static str)> {
    (' '..='~').map(|c| match c {
        ';' | '=' => (c, Changes, "N2"),
        // RFC 9110 section 5.6.2
        '!' | '$' | '%' | '&' | '\'' | '+' | '-' | '.' | '^' | '_' | '`' | '|' | '~' => {
            (c, Keeps, "")
        }
        '*' | '#' => (c, Keeps, "N10"),
        c if c.is_ascii_alphanumeric() => (c, Keeps, ""),
        c => (c, Keeps, "N2"),
    })
}

/// The prefixes that browsers enforce, in the spellings of WPT `cookies/prefix` (the draft's
/// first), and our rule.
pub(crate) const PREFIXES: [([&str; 4], &str); 4] = [
    (["__Secure-", "__SeCuRe-", "__secure-", "__SECURE-"], "P1"),
    (["__Host-", "__HoSt-", "__host-", "__HOST-"], "P2"),
    (["__Http-", "__HtTp-", "__http-", "__HTTP-"], "P3"),
    (
        [
            "__Host-Http-",
            "__HoSt-HtTp-",
            "__host-http-",
            "__HOST-HTTP-",
        ],
        "P4",
    ),
];

/// Attributes, and which of [`PREFIXES`] a browser keeps with them.
pub(crate) struct Scope {
    pub(crate) secure: bool,
    pub(crate) http_only: bool,
    pub(crate) path: &'static str,
    pub(crate) domain: Option<&'static str>,
    pub(crate) kept: [bool; 4],
}

const fn scope(
    flags: (bool, bool),
    path: &'static str,
    domain: Option<&'static str>,
    kept: [u8; 4],
) -> Scope {
    let [secure, host, http, host_http] = kept;
    let kept = [secure == 1, host == 1, http == 1, host_http == 1];
    Scope {
        secure: flags.0,
        http_only: flags.1,
        path,
        domain,
        kept,
    }
}

/// WPT `cookies/prefix`, Chromium `cookie_util_unittest`, tough-cookie `cookie_prefixes_test`. The
/// flags are `Secure` and `HttpOnly`. Then come the prefixes that are kept: `__Secure-`, `__Host-`,
/// `__Http-`, `__Host-Http-`.
pub(crate) const SCOPES: &[Scope] = &[
    scope((true, true), "/", None, [1, 1, 1, 1]),
    scope((true, false), "/", None, [1, 1, 0, 0]),
    scope((false, true), "/", None, [0, 0, 0, 0]),
    scope((false, false), "/", None, [0, 0, 0, 0]),
    scope((true, true), "/cookies/", None, [1, 0, 1, 0]),
    scope(
        (true, false),
        "/cookies/resources/list.py",
        None,
        [1, 0, 0, 0],
    ),
    scope((false, true), "/cookies/", None, [0, 0, 0, 0]),
    scope((false, false), "/cookies/", None, [0, 0, 0, 0]),
    scope((true, true), "//", None, [1, 0, 1, 0]),
    scope((true, true), "/", Some("example.com"), [1, 0, 1, 0]),
    scope((true, false), "/", Some("example.com"), [1, 0, 0, 0]),
    scope((false, true), "/", Some("example.com"), [0, 0, 0, 0]),
    scope((false, false), "/", Some("example.com"), [0, 0, 0, 0]),
    scope((true, true), "/path", Some("example.com"), [1, 0, 1, 0]),
    scope((true, false), "/path", Some("example.com"), [1, 0, 0, 0]),
    scope((false, true), "/path", Some("example.com"), [0, 0, 0, 0]),
    scope((false, false), "/path", Some("example.com"), [0, 0, 0, 0]),
];

/// Names that only resemble a prefix, which browsers keep without any attributes (Chromium
/// `TestHasHiddenPrefixName`).
pub(crate) const NO_PREFIXES: &[&str] = &[
    "__Secure",
    "__Secureabc",
    "__Secur",
    "__Secure_abc",
    "_Secure-abc",
    "Secure-abc",
    "a__Secure-abc",
    "__Host",
    "__Hostabc",
    "__Hos",
    "__Hos-t-abc",
    "__Host_abc",
    "_Host-abc",
    "_Host",
    "Host-abc",
    "a__Host-abc",
    "___Host-abc",
    "__Http",
    "__Http_abc",
    "_Http-abc",
    "Http-abc",
    "a__Http-abc",
];
