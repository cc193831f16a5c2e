//! Paths, domains, sizes and flags.

use super::Browser::{self, Changes, Keeps, Refuses};
use super::Vector;

/// http-state `path*`, WPT `cookies/path` and `cookies/attributes/path`, Chromium `parsed_cookie_unittest`, tough-cookie
/// `parsing_test`.
pub(crate) const PATHS: &[Vector] = &[
    ("/", Keeps, ""),
    ("//", Keeps, ""),
    ("/qux", Keeps, ""),
    ("/cookies", Keeps, ""),
    ("/cookies/", Keeps, ""),
    ("/cookies/path/echo-cookie.html", Keeps, ""),
    ("/cookie-parser-result/foo/qux", Keeps, ""),
    ("/cookie-parser-result/foo//qux", Keeps, ""),
    ("/cookie-PARSER-result", Keeps, ""),
    ("/aBc", Keeps, ""),
    ("/f=g", Keeps, ""),
    ("/a,b", Keeps, ""),
    ("/w/", Keeps, ""),
    ("/..", Keeps, ""),
    // It is compared unchanged.
    ("/cookie-parser-result/f%6Fo/bar", Keeps, ""),
    ("/zz%20a", Keeps, ""),
    ("/zz%C2%B8", Keeps, ""),
    // It is kept, but never sent: an address has `%20` there, and its path has no `?` or `#`.
    ("/zz a", Keeps, "A1"),
    ("/foo/qux?", Keeps, "A1"),
    ("/foo/qux#", Keeps, "A1"),
    ("/foo\"", Keeps, "A1"),
    ("/foo\\bar", Keeps, "A1"),
    // It does not start with `/`, so browsers use the default path.
    ("", Changes, "A1"),
    ("cookies", Changes, "A1"),
    ("match.html", Changes, "A1"),
    ("xyzzy", Changes, "A1"),
    ("baz", Changes, "A1"),
    ("\"/\"", Changes, "A1"),
    ("\"/cookie-parser-result/foo/qux\"", Changes, "A1"),
    ("\\", Changes, "A1"),
    ("?", Changes, "A1"),
    ("%2F", Changes, "A1"),
    ("https://example.com/", Changes, "A1"),
    // It is trimmed.
    (" ", Changes, "A1"),
    (" /", Changes, "A1"),
    ("    /qux", Changes, "A1"),
    ("  baz ", Changes, "A1"),
    ("/ ", Changes, "A1"),
    ("/qux      ", Changes, "A1"),
    ("       /cookie-parser-result   ", Changes, "A1"),
    ("/\t", Changes, "A1"),
    ("\t/", Changes, "A1"),
    // The first `;` ends it.
    ("/;", Changes, "A1"),
    ("/foo;bar", Changes, "A1"),
    ("/foo/qux;", Changes, "A1"),
    ("f;oo", Changes, "A1"),
    ("/; Domain=example.com", Changes, "A1"),
    // The path of an address cannot contain it.
    ("/zz中", Refuses, "A1"),
    ("/zz\u{B8}", Refuses, "A1"),
    ("/café", Refuses, "A1"),
    ("/a\u{200B}b", Refuses, "A1"),
    ("  baz\n ", Refuses, "A1"),
    ("\r", Refuses, "A1"),
    ("\u{7}", Refuses, "A1"),
    ("/a\r\nSet-Cookie: b=c", Refuses, "A1"),
];

/// http-state `domain*`, WPT `cookies/attributes/domain` and `cookies/domain`, Chromium
/// `cookie_util_unittest`, tough-cookie `parsing_test`, curl test 31; each from a host that could
/// keep it.
pub(crate) const DOMAINS: &[Vector] = &[
    ("home.example.org", Keeps, ""),
    ("example.org", Keeps, ""),
    ("subdomain.home.example.org", Keeps, ""),
    ("globex.com", Keeps, ""),
    ("3com.com", Keeps, ""),
    ("1.2.3.4.org", Keeps, ""),
    ("192.0.2.3.example", Keeps, ""),
    ("0x7f.example", Keeps, ""),
    ("a.0xg", Keeps, ""),
    ("a-1.b--2.example", Keeps, ""),
    ("xn--lve-6lad.example.org", Keeps, ""),
    ("app.localhost", Keeps, ""),
    // Case does not matter.
    ("home.eXaMpLe.org", Keeps, ""),
    ("EXAMPLE.COM", Keeps, ""),
    // It is not a host name (RFC 1123), but DNS names have it, and browsers look it up.
    ("a_b.example", Keeps, ""),
    // It is not a host name (RFC 1123), but browsers would look it up.
    ("-a.example", Keeps, "D1"),
    ("a-.example", Keeps, "D1"),
    (
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.example",
        Keeps,
        "D1",
    ),
    // The dot is dropped.
    (".home.example.org", Changes, "D2"),
    (".globex.com", Changes, "D2"),
    (".192.0.2.3", Changes, "D2"),
    (".", Changes, "D2"),
    ("..home.example.org", Refuses, "D2"),
    (".  home.example.org", Refuses, "D2"),
    (".foo.com..", Refuses, "D2"),
    (".org", Refuses, "D2"),
    (".org.", Refuses, "D2"),
    // It is kept for the host alone, as without `Domain`.
    ("", Changes, "D1"),
    ("192.0.2.3", Changes, "D1"),
    ("127.0.0.1", Changes, "D1"),
    ("localhost", Changes, "D1"),
    ("bar", Changes, "D1"),
    ("BAR", Changes, "D1"),
    // It is trimmed, or ended by the first `;`.
    ("  home.example.org", Changes, "D1"),
    ("home.example.org  ", Changes, "D1"),
    ("  .home.example.org", Changes, "D1"),
    ("\thome.example.org", Changes, "D1"),
    ("example.org;bar", Changes, "D1"),
    ("example.org; Secure", Changes, "D1"),
    // It is a whole top-level domain.
    ("org", Refuses, "D1"),
    ("se", Refuses, "D1"),
    ("reallysilly", Refuses, "D1"),
    ("org.", Refuses, "D1"),
    // Browsers read it as an address.
    ("192", Refuses, "D1"),
    ("00000000", Refuses, "D1"),
    ("127.1", Refuses, "D1"),
    ("1.2.3", Refuses, "D1"),
    ("2130706433", Refuses, "D1"),
    ("0x7f000001", Refuses, "D1"),
    ("0X7F.1", Refuses, "D1"),
    ("0x", Refuses, "D1"),
    ("1.2.3.256", Refuses, "D1"),
    ("1.2.3.4.5", Refuses, "D1"),
    ("example.42", Refuses, "D1"),
    ("example.09", Refuses, "D1"),
    ("example.0x4", Refuses, "D1"),
    ("::1", Refuses, "D1"),
    ("[::1]", Refuses, "D1"),
    ("[2001:db8::1]", Refuses, "D1"),
    // It is not the domain of any host.
    ("home..example.org", Refuses, "D1"),
    ("home.example.org.", Refuses, "D1"),
    ("home.example.org..", Refuses, "D1"),
    ("home.example.org .", Refuses, "D1"),
    ("foo.com..", Refuses, "D1"),
    ("exam ple.org", Refuses, "D1"),
    ("\"home.example.org\"", Refuses, "D1"),
    ("home.example.org:8888", Refuses, "D1"),
    ("\"home.example.org:8888\"", Refuses, "D1"),
    ("https://example.org", Refuses, "D1"),
    ("//example.org", Refuses, "D1"),
    ("example.org/", Refuses, "D1"),
    ("example.org/app", Refuses, "D1"),
    ("*.example.org", Refuses, "D1"),
    ("user@example.org", Refuses, "D1"),
    ("a%2Etest.org", Refuses, "D1"),
    ("a^test.org", Refuses, "D1"),
    ("éxample.com", Refuses, "D1"),
    ("élève.example.org", Refuses, "D1"),
    ("élève。example", Refuses, "D1"),
    ("ÿlève.example.org", Refuses, "D1"),
    ("exam\u{AD}ple.org", Refuses, "D1"),
    ("exam\u{200B}ple.org", Refuses, "D1"),
    ("a\r\nSet-Cookie: b=c.org", Refuses, "D1"),
];

/// Public suffixes that have a dot (Chromium `cookie_util_unittest`, tough-cookie `parsing_test`).
/// Browsers refuse them, or keep the cookie for the host alone. The list of them changes every
/// week, so neither the table nor the run time knows it.
pub(crate) const PUBLIC_SUFFIXES: &[&str] = &["gov.uk", "GoV.Uk", "co.uk", "kyoto.jp"];

/// The length of a `Path` or `Domain` in bytes, what a browser does, and our rule (WPT
/// `cookies/size/attributes`, Chromium `parsed_cookie_unittest`). Over the limit, only the
/// attribute is ignored.
pub(crate) const ATTRIBUTE_SIZES: &[(usize, Browser, &str)] = &[
    (1_022, Keeps, ""),
    (1_023, Keeps, ""),
    (1_024, Keeps, ""),
    (1_025, Changes, "L2"),
    (1_026, Changes, "L2"),
    (2_048, Changes, "L2"),
    (4_096, Changes, "L2"),
];

/// The length of name and value, what a browser does, and our rule (WPT
/// `cookies/size/name-and-value` and `cookies/value`, Chromium `parsed_cookie_unittest`).
pub(crate) const SIZES: &[(usize, usize, Browser, &str)] = &[
    (4_095, 0, Keeps, ""),
    (4_096, 0, Keeps, ""),
    (4_097, 0, Refuses, "L1"),
    (5_000, 0, Refuses, "L1"),
    (2_048, 2_048, Keeps, ""),
    (2_048, 2_049, Refuses, "L1"),
    (1, 4_095, Keeps, ""),
    (1, 4_096, Refuses, "L1"),
    (4, 4_092, Keeps, ""),
    (4, 4_093, Refuses, "L1"),
    (4, 4_094, Refuses, "L1"),
    (4_095, 1, Keeps, ""),
    (4_095, 2, Refuses, "L1"),
    (4_096, 1, Refuses, "L1"),
    (4_097, 1, Refuses, "L1"),
];

/// `SameSite`, `Secure`, `Partitioned`, what a browser does, and our rule (Chromium
/// `canonical_cookie_unittest` and `cookie_util_unittest`, WPT `cookies/samesite` and
/// `cookies/partitioned-cookies`, draft section 5.7).
pub(crate) const FLAGS: &[(&str, bool, bool, Browser, &str)] = &[
    ("Strict", true, false, Keeps, ""),
    ("Strict", false, false, Keeps, ""),
    ("Strict", true, true, Keeps, "S4"),
    ("Strict", false, true, Refuses, "S3"),
    ("Lax", true, false, Keeps, ""),
    ("Lax", false, false, Keeps, ""),
    ("Lax", true, true, Keeps, "S4"),
    ("Lax", false, true, Refuses, "S3"),
    ("None", true, false, Keeps, ""),
    ("None", false, false, Refuses, "S1"),
    ("None", true, true, Keeps, ""),
    ("None", false, true, Refuses, "S1"),
];
