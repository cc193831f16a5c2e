//! Public test vectors of browsers. The `Cookie` fields that browsers send are read as the pairs
//! that browsers store.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::wire::request::RequestCookies;

/// The `Set-Cookie` fields that a browser received, the `Cookie` field that it then sends, and the
/// pairs in it.
type Vector = (&'static [&'static str], &'static str, Pairs);

/// Names and values.
type Pairs = &'static [(&'static str, &'static str)];

/// A browser sends a nameless cookie as its value alone, which looks like a pair if it contains an
/// `=` (RFC 6265bis section 5.8.3). The older http-state expects such cookies to be dropped; WPT
/// expects them to be sent.
///
/// http-state `name*`, `value*`, `comma*`, `charset*`, `chromium*`, `mozilla*`, `attribute*`,
/// `ordering*` and `path*`, WPT `cookies/name`, `cookies/value`, `cookies/attributes` and
/// `cookies/ordering`.
const SENT: &[Vector] = &[
    (&["foo=bar"], "foo=bar", &[("foo", "bar")]),
    (
        &["foo=bar; Expires=Fri, 07 Aug 2099 08:04:19 GMT"],
        "foo=bar",
        &[("foo", "bar")],
    ),
    (
        &[
            "foo=bar; Expires=Fri, 07 Aug 2007 08:04:19 GMT",
            "foo2=bar2",
        ],
        "foo2=bar2",
        &[("foo2", "bar2")],
    ),
    (&["foo=bar; max-age=10000;"], "foo=bar", &[("foo", "bar")]),
    (&["foo=bar; max-age=0;"], "", &[]),
    (&["foo=bar; version=1;"], "foo=bar", &[("foo", "bar")]),
    (
        &["foo=bar; customvalue=\"1000 or more\";"],
        "foo=bar",
        &[("foo", "bar")],
    ),
    (&["foo=bar; secure qux"], "foo=bar", &[("foo", "bar")]),
    (&["foo=bar; \"Secure\""], "foo=bar", &[("foo", "bar")]),
    (&["foo=bar", "foo=qux"], "foo=qux", &[("foo", "qux")]),
    (
        &["foo1=bar", "foo2=qux"],
        "foo1=bar; foo2=qux",
        &[("foo1", "bar"), ("foo2", "qux")],
    ),
    (&["a=b", "z=y"], "a=b; z=y", &[("a", "b"), ("z", "y")]),
    (&["z=y", "a=b"], "z=y; a=b", &[("z", "y"), ("a", "b")]),
    (&["z=y, a=b"], "z=y, a=b", &[("z", "y, a=b")]),
    (&["z=y; foo=bar, a=b"], "z=y", &[("z", "y")]),
    (
        &["foo=b;max-age=3600, c=d;path=/"],
        "foo=b",
        &[("foo", "b")],
    ),
    (&["a=b", "=", "c=d"], "a=b; c=d", &[("a", "b"), ("c", "d")]),
    (
        &["a=b", "=x", "c=d"],
        "a=b; x; c=d",
        &[("a", "b"), ("c", "d")],
    ),
    (
        &["a=b", "x=", "c=d"],
        "a=b; x=; c=d",
        &[("a", "b"), ("x", ""), ("c", "d")],
    ),
    // Nameless.
    (&["foo"], "foo", &[]),
    (&["foo", ""], "foo", &[]),
    (&["foo", "="], "foo", &[]),
    (&["foo", "; bar"], "foo", &[]),
    (&["foo", "   "], "foo", &[]),
    (&["foo", "bar"], "bar", &[]),
    (&["=a"], "a", &[]),
    (&["=test2c"], "test2c", &[]),
    (&["BLAHHH; path=/;"], "BLAHHH", &[]),
    (&["\"BLA\\\"HHH\"; path=/;"], "\"BLA\\\"HHH\"", &[]),
    (&["\"test8\"HHH\""], "\"test8\"HHH\"", &[]),
    (&["test6;cool=dude"], "test6", &[]),
    (&["\"foo;bar\"=baz"], "\"foo", &[]),
    (&["\"test\"10;baz\"=qux"], "\"test\"10", &[]),
    (
        &["test11", "test11a", "=test11b", "test=11c"],
        "test11b; test=11c",
        &[("test", "11c")],
    ),
    (
        &["testA=16", "=test16", "testB=16"],
        "testA=16; test16; testB=16",
        &[("testA", "16"), ("testB", "16")],
    ),
    (
        &["six", "seven", " =eight", "test=six"],
        "eight; test=six",
        &[("test", "six")],
    ),
    (&["="], "", &[]),
    (&[""], "", &[]),
    (&["    "], "", &[]),
    (&["=test=2"], "test=2", &[("test", "2")]),
    (&["===test=2b"], "==test=2b", &[]),
    (&["===a=bar"], "==a=bar", &[]),
    // Names.
    (&["a=bar"], "a=bar", &[("a", "bar")]),
    (&["1=bar"], "1=bar", &[("1", "bar")]),
    (&["$=bar"], "$=bar", &[("$", "bar")]),
    (&["!a=bar"], "!a=bar", &[("!a", "bar")]),
    (&["@a=bar"], "@a=bar", &[("@a", "bar")]),
    (&["#a=bar"], "#a=bar", &[("#a", "bar")]),
    (&["$a=bar"], "$a=bar", &[("$a", "bar")]),
    (&["%a=bar"], "%a=bar", &[("%a", "bar")]),
    (&["^a=bar"], "^a=bar", &[("^a", "bar")]),
    (&["&a=bar"], "&a=bar", &[("&a", "bar")]),
    (&["*a=bar"], "*a=bar", &[("*a", "bar")]),
    (&["(a=bar"], "(a=bar", &[("(a", "bar")]),
    (&[")a=bar"], ")a=bar", &[(")a", "bar")]),
    (&["-a=bar"], "-a=bar", &[("-a", "bar")]),
    (&["_a=bar"], "_a=bar", &[("_a", "bar")]),
    (&["+=bar"], "+=bar", &[("+", "bar")]),
    (&["a =bar"], "a=bar", &[("a", "bar")]),
    (&["   foo=bar"], "foo=bar", &[("foo", "bar")]),
    (&["foo bar=baz"], "foo bar=baz", &[("foo bar", "baz")]),
    (&["\"a=bar"], "\"a=bar", &[("\"a", "bar")]),
    (&["\"a=b\"=bar"], "\"a=b\"=bar", &[("\"a", "b\"=bar")]),
    (&["\"a=b\"=bar", "\"a=qux"], "\"a=qux", &[("\"a", "qux")]),
    (&["$Version=1; foo=bar"], "$Version=1", &[("$Version", "1")]),
    (
        &["%74%65%73%74=20"],
        "%74%65%73%74=20",
        &[("%74%65%73%74", "20")],
    ),
    (&["secure=foo"], "secure=foo", &[("secure", "foo")]),
    (
        &["partitioned=; partitioned"],
        "partitioned=",
        &[("partitioned", "")],
    ),
    (&["f\too=bar"], "f\too=bar", &[("f\too", "bar")]),
    (&["\tfoo=bar\t"], "foo=bar", &[("foo", "bar")]),
    // Values.
    (&["foo=  bar"], "foo=bar", &[("foo", "bar")]),
    (&["foo=bar    ;"], "foo=bar", &[("foo", "bar")]),
    (
        &["   foo     =       bar             ;       ttt"],
        "foo=bar",
        &[("foo", "bar")],
    ),
    (&["test\t=\t21\t \t;\tttt"], "test=21", &[("test", "21")]),
    (&["foo=\"bar\""], "foo=\"bar\"", &[("foo", "\"bar\"")]),
    (
        &["foo=\"  bar \""],
        "foo=\"  bar \"",
        &[("foo", "\"  bar \"")],
    ),
    (&["foo=\"bar;baz\""], "foo=\"bar", &[("foo", "\"bar")]),
    (
        &["foo=\"bar=baz\""],
        "foo=\"bar=baz\"",
        &[("foo", "\"bar=baz\"")],
    ),
    (
        &["foo=bar, baz=qux"],
        "foo=bar, baz=qux",
        &[("foo", "bar, baz=qux")],
    ),
    (
        &["foo=\"bar, baz=qux\""],
        "foo=\"bar, baz=qux\"",
        &[("foo", "\"bar, baz=qux\"")],
    ),
    (&["foo=b\tar"], "foo=b\tar", &[("foo", "b\tar")]),
    (&["test=%32%33"], "test=%32%33", &[("test", "%32%33")]),
    (&["ABC=;  path = /"], "ABC=", &[("ABC", "")]),
    (
        &["aBc=\"zzz \"   ;"],
        "aBc=\"zzz \"",
        &[("aBc", "\"zzz \"")],
    ),
    (&["aBc=\"zz;pp\" ; ;"], "aBc=\"zz", &[("aBc", "\"zz")]),
    (
        &["aBc=\"zzz \"   \"ppp\"  ;"],
        "aBc=\"zzz \"   \"ppp\"",
        &[("aBc", "\"zzz \"   \"ppp\"")],
    ),
    (&["aBc=A\"B ;"], "aBc=A\"B", &[("aBc", "A\"B")]),
    (&["a=\"B"], "a=\"B", &[("a", "\"B")]),
    (&["  A  = BC  ;foo;;;   bar"], "A=BC", &[("A", "BC")]),
    (&["  A=== BC  ;foo;;;   bar"], "A=== BC", &[("A", "== BC")]),
    (
        &["test=\"9! = foo;bar\";\" parser", "test9"],
        "test=\"9! = foo; test9",
        &[("test", "\"9! = foo")],
    ),
    (
        &["queryPref=b=c&d=e; Path=/f=g"],
        "queryPref=b=c&d=e",
        &[("queryPref", "b=c&d=e")],
    ),
    (&["farbe=weiß"], "farbe=weiß", &[("farbe", "weiß")]),
    (
        &["foo=春节回家路·春运完全手册"],
        "foo=春节回家路·春运完全手册",
        &[("foo", "春节回家路·春运完全手册")],
    ),
    (
        &["春节回=家路·春运; 完全手册"],
        "春节回=家路·春运",
        &[("春节回", "家路·春运")],
    ),
    (
        &["foo=\"春节回家路\""],
        "foo=\"春节回家路\"",
        &[("foo", "\"春节回家路\"")],
    ),
    (
        &["العربية=普通話"],
        "العربية=普通話",
        &[("العربية", "普通話")],
    ),
    // The longest path first, then the oldest.
    (
        &["a=b; path=/", "x=y; path=/cookie-parser-result"],
        "x=y; a=b",
        &[("x", "y"), ("a", "b")],
    ),
    (
        &["a=b; path=/cookie-parser-result", "x=y; path=/"],
        "a=b; x=y",
        &[("a", "b"), ("x", "y")],
    ),
    (
        &["foo=bar; path=/x", "foo=qux; path=/x/"],
        "foo=qux; foo=bar",
        &[("foo", "qux"), ("foo", "bar")],
    ),
    (
        &[
            "key=val0; path=/bar",
            "key=val1; path=/x",
            "key=val2; path=/",
            "key=val4; domain=.example.org",
        ],
        "key=val1; key=val2; key=val4",
        &[("key", "val1"), ("key", "val2"), ("key", "val4")],
    ),
    // Refused.
    (&["a=b\0c"], "", &[]),
    (
        &["a=b; domain=.parser.test; ;; ;=; ,,, ===,abc,=; abracadabra! max-age=20;=;;"],
        "",
        &[],
    ),
    (&["=__Host-abc=123", "a=b"], "a=b", &[("a", "b")]),
    (&["__Host-abc", "a=b"], "a=b", &[("a", "b")]),
];

/// Fields that no browser writes, and their pairs (Chromium `cookie_util_unittest` and
/// `parsed_cookie_unittest`; an empty or nameless pair is skipped here). Chromium reads a `;`
/// between quotes as part of a value there; browsers never store such a value, so here it separates
/// pairs.
const ODD: &[(&str, Pairs)] = &[
    ("key=value", &[("key", "value")]),
    (
        "key1=value1; key2=value2",
        &[("key1", "value1"), ("key2", "value2")],
    ),
    ("key=; otherkey=1234", &[("key", ""), ("otherkey", "1234")]),
    (
        "key=; a2=s=(./&t=:&u=a#$; a3=+~",
        &[("key", ""), ("a2", "s=(./&t=:&u=a#$"), ("a3", "+~")],
    ),
    (
        "key=\"abcdef\"; otherkey=1234",
        &[("key", "\"abcdef\""), ("otherkey", "1234")],
    ),
    ("key", &[]),
    ("key=\"abcdef", &[("key", "\"abcdef")]),
    (
        "key=\"abcdef; otherkey=1234",
        &[("key", "\"abcdef"), ("otherkey", "1234")],
    ),
    (
        "key=\"abcdef; otherkey=\"1234\"",
        &[("key", "\"abcdef"), ("otherkey", "\"1234\"")],
    ),
    (
        "key=abcdef; otherkey=\"1234",
        &[("key", "abcdef"), ("otherkey", "\"1234")],
    ),
    // Empty fields.
    ("", &[]),
    ("     ", &[]),
    ("=", &[]),
    ("=;", &[]),
    (" =;", &[]),
    ("= ;", &[]),
    (" = ;", &[]),
    (";", &[]),
    (" ;", &[]),
    (" ; ", &[]),
    ("\t", &[]),
    ("\t;", &[]),
    ("\t=\t", &[]),
    ("\t=", &[]),
    ("=\t", &[]),
    ("==", &[]),
    ("; ; ;", &[]),
    // Joined by hand or by a proxy.
    ("a=b;c=d", &[("a", "b"), ("c", "d")]),
    ("a=b;;;;;c=d", &[("a", "b"), ("c", "d")]),
    ("a=b ;\tc=d ; ", &[("a", "b"), ("c", "d")]),
    ("a=b, c=d", &[("a", "b, c=d")]),
    ("a=b,c=d;e=f", &[("a", "b,c=d"), ("e", "f")]),
    ("a=b&c=d", &[("a", "b&c=d")]),
    ("a=b; a=b", &[("a", "b"), ("a", "b")]),
    ("a = b", &[("a", "b")]),
    ("a\t=\tb", &[("a", "b")]),
    ("a b = c d", &[("a b", "c d")]),
    (
        "$Version=1; a=b; $Path=/; $Domain=.example.org",
        &[
            ("$Version", "1"),
            ("a", "b"),
            ("$Path", "/"),
            ("$Domain", ".example.org"),
        ],
    ),
    (
        "a=b; Path=/; Secure; HttpOnly",
        &[("a", "b"), ("Path", "/")],
    ),
    // Browsers refuse to store these, but other clients send them.
    (
        "__Host-a=b; __host-a=c",
        &[("__Host-a", "b"), ("__host-a", "c")],
    ),
    ("=__Host-a=b; c=d", &[("c", "d")]),
    (" = __Host-a=b", &[]),
    ("a=\u{1}b\u{7F}", &[("a", "\u{1}b\u{7F}")]),
    ("a=b\r\nc=d", &[("a", "b\r\nc=d")]),
    ("a=\0", &[("a", "\0")]),
    ("\u{A0}a=b\u{A0}", &[("\u{A0}a", "b\u{A0}")]),
    ("\u{FEFF}a=b", &[("\u{FEFF}a", "b")]),
    ("a\u{2003}=\u{2003}b", &[("a\u{2003}", "\u{2003}b")]),
];

/// Fields in bytes (WPT `cookies/bytes` and `cookies/encoding`, http-state `charset*`): browsers
/// keep and send every byte that is not a control character. A pair that is not UTF-8 is skipped,
/// and the others are read.
const BYTES: &[(&[u8], Pairs)] = &[
    (b"a=b", &[("a", "b")]),
    (b"cookiesarebananas=\xFFtest\xFF", &[]),
    (b"cookiesarebananas=\xFFtest\xFF; a=b", &[("a", "b")]),
    (b"a=b; \xFF=c; d=e", &[("a", "b"), ("d", "e")]),
    (b"\xFF; a=b", &[("a", "b")]),
    (b"=\xFF; a=b", &[("a", "b")]),
    (b"a=\xE4; b=\xE4\xB8; c=\xE4\xB8\xAD", &[("c", "中")]),
    (
        b"a=\xC0\xAF; b=\xED\xA0\x80; c=\xF4\x90\x80\x80; d=e",
        &[("d", "e")],
    ),
    (b"a=caf\xE9; b=caf\xC3\xA9", &[("b", "café")]),
    (b"a=\x80\x81; b=c", &[("b", "c")]),
    (b"a=\xEF\xBB\xBFb", &[("a", "\u{FEFF}b")]),
    (b"a=\xC2\xA0b", &[("a", "\u{A0}b")]),
    (b"\xA0a=b; c=d", &[("c", "d")]),
    (b"a=b\xC2; c=d", &[("c", "d")]),
    (b"a=b\xC2;\xA0c=d; e=f", &[("e", "f")]),
    (b"\xF0\x9F\x8D\xAA=1", &[("🍪", "1")]),
];

#[test]
fn what_browsers_send() {
    for (received, field, pairs) in SENT {
        let read: Vec<_> = RequestCookies::from_header(field).iter().collect();
        assert_eq!(
            read, *pairs,
            "{field:?}, which a browser sends that received {received:?}"
        );
        // HTTP/2 may split the field at any pair, and proxies may join it without the space.
        let fields: Vec<_> = field.split("; ").map(str::as_bytes).collect();
        assert_eq!(
            RequestCookies::from_headers(&fields)
                .iter()
                .collect::<Vec<_>>(),
            read,
            "{fields:?}"
        );
        let joined = field.replace("; ", ";");
        assert_eq!(
            RequestCookies::from_header(&joined)
                .iter()
                .collect::<Vec<_>>(),
            read,
            "{joined:?}"
        );
    }
}

/// Every pair that is read is found by its name, in the same order.
#[test]
fn names_that_are_read_are_found() {
    for (_, field, pairs) in SENT {
        let cookies = RequestCookies::from_header(field);
        for (name, _) in *pairs {
            let values: Vec<_> = pairs
                .iter()
                .filter(|(other, _)| other == name)
                .map(|(_, value)| *value)
                .collect();
            assert_eq!(cookies.all(name).collect::<Vec<_>>(), values, "{field:?}");
            assert_eq!(cookies.first(name), values.first().copied(), "{field:?}");
        }
        assert_eq!(cookies.first(""), None, "{field:?}");
    }
}

#[test]
fn odd_fields() {
    for (field, pairs) in ODD {
        assert_eq!(
            RequestCookies::from_header(field)
                .iter()
                .collect::<Vec<_>>(),
            *pairs,
            "{field:?}"
        );
        assert_eq!(
            RequestCookies::from_header(field.as_bytes())
                .iter()
                .collect::<Vec<_>>(),
            *pairs,
            "{field:?}"
        );
    }
}

#[test]
fn fields_in_bytes() {
    for (field, pairs) in BYTES {
        let text = String::from_utf8_lossy(field);
        assert_eq!(
            RequestCookies::from_header(field)
                .iter()
                .collect::<Vec<_>>(),
            *pairs,
            "{text:?}"
        );
        // Every non-ASCII byte, beside a pair that is found anyway.
        assert_eq!(
            RequestCookies::from_headers(&[field, b"last=1"]).first("last"),
            Some("1"),
            "{text:?}"
        );
    }
    for byte in 0x80..=0xFF {
        let field = [b"a=".as_slice(), &[byte], b"; b=c"].concat();
        assert_eq!(
            RequestCookies::from_header(&field)
                .iter()
                .collect::<Vec<_>>(),
            [("b", "c")],
            "{byte:#X}"
        );
    }
}

/// Many pairs and long ones, up to the limits of browsers (WPT `cookies/size`, Chromium
/// `LotsOfPairs`, tough-cookie `parsing_test`).
#[test]
fn large_fields() {
    for (name, value) in [(2_048, 2_048), (4_096, 0), (1, 4_095)] {
        let (name, value) = ("n".repeat(name), "v".repeat(value));
        let field = format!("a=b; {name}={value}; c=d");
        assert_eq!(
            RequestCookies::from_header(&field).first(&name),
            Some(&*value)
        );
        assert_eq!(RequestCookies::from_header(&field).iter().count(), 3);
    }
    for count in 1..100 {
        let field = format!("a=b;{}c=d", ";".repeat(count));
        assert_eq!(
            RequestCookies::from_header(&field)
                .iter()
                .collect::<Vec<_>>(),
            [("a", "b"), ("c", "d")],
            "{count}"
        );
    }
    let field = format!("x{}=x;{}y=y", " ".repeat(65_535), ";".repeat(65_535));
    assert_eq!(
        RequestCookies::from_header(&field)
            .iter()
            .collect::<Vec<_>>(),
        [("x", "x"), ("y", "y")]
    );
}
