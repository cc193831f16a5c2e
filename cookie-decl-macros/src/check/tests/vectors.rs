//! Public test vectors of browsers: what browsers refuse or change is an error in a table.

use crate::rules::Rule;
use crate::tests::{assert_says, exempt, messages, opt_in};
use Browser::{Changes, Keeps, Refuses};
use facts::{Browser, Vector, WARNINGS, attributes, controls, is_right, names};

#[path = "../../../../tests/vectors/mod.rs"]
mod facts;

/// The rules that a table breaks: that of the first error, and those of the warnings.
fn rules(table: &str) -> (Option<String>, Vec<String>) {
    let warns =
        |text: &str| Rule::warnings().any(|rule| text.starts_with(&format!("{}: ", rule.name())));
    let (warnings, errors): (Vec<_>, Vec<_>) =
        messages(table).into_iter().partition(|text| warns(text));
    (
        errors.first().map(|text| id(text)),
        warnings.iter().map(|text| id(text)).collect(),
    )
}

/// The rule at the end or in the middle of a message: `[N2]`. Messages of the parser are about the
/// grammar.
fn id(text: &str) -> String {
    let mut ids = text
        .match_indices('[')
        .filter_map(|(start, _)| text[start + 1..].split_once(']'))
        .map(|(id, _)| id);
    let is_id = |id: &&str| {
        id.starts_with(|c: char| c.is_ascii_uppercase())
            && id.ends_with(|c: char| c.is_ascii_digit())
    };
    ids.rfind(is_id).unwrap_or("grammar").to_owned()
}

/// Says what is wrong with the messages for a vector in this table. A warning is expected where the
/// vector names one.
fn wrong(input: &str, browser: Browser, rule: &str, table: &str) -> Option<String> {
    let (error, warnings) = rules(table);
    let warned = WARNINGS.contains(&rule) == warnings.iter().any(|warning| warning == rule);
    let right = warned && is_right((input, browser, rule), error.as_deref());
    (!right).then(|| {
        format!("{input:?}: browser {browser:?}, expected {rule:?}, not {error:?} and {warnings:?}")
    })
}

#[track_caller]
fn assert_none_wrong(wrong: impl Iterator<Item = Option<String>>) {
    let wrong: Vec<_> = wrong.flatten().collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Checks each vector in the rows that it is written into.
#[track_caller]
fn hold(vectors: &[Vector], rows: impl Fn(&str) -> String) {
    assert_none_wrong(
        vectors
            .iter()
            .map(|(input, browser, rule)| wrong(input, *browser, rule, &exempt(&rows(input)))),
    );
}

fn named(name: &str) -> String {
    format!("{name:?} | session;")
}

fn with(attributes: &str) -> String {
    format!("\"id\" | session | attributes = {attributes};")
}

#[test]
fn names() {
    hold(names::NAMES, named);
}

#[test]
fn names_of_every_printable_character() {
    assert_none_wrong(names::printable().map(|(c, browser, rule)| {
        let name = format!("a{c}b");
        let rule = if matches!(c, '{' | '}') { "N6" } else { rule };
        wrong(&name, browser, rule, &exempt(&named(&name)))
    }));
}

/// The name of a cookie that somebody else sets. If browsers keep it, the table may warn; if they
/// cut it, it must refuse.
#[test]
fn names_that_others_set() {
    let said = |name: &str, browser: Browser| {
        let table = opt_in(&format!("{name:?} | 1 day | set_by = script;"));
        let error = rules(&table).0;
        // Invisible characters are refused in scripts' cookies as well.
        let hidden = name.chars().any(crate::texts::is_invisible);
        let right = error.is_some() == (browser != Keeps || hidden);
        (!right).then(|| format!("{name:?}: browser {browser:?}, not {error:?}"))
    };
    assert_none_wrong(
        names::NAMES
            .iter()
            .map(|(name, browser, _)| said(name, *browser)),
    );
    let printable = names::printable().filter(|(c, ..)| !matches!(c, '{' | '}'));
    assert_none_wrong(printable.map(|(c, browser, _)| said(&format!("a{c}b"), browser)));
}

#[test]
fn control_characters() {
    let places =
        |inside: Browser, end: Browser| [("a", "b", inside), ("", "b", end), ("a", "", end)];
    assert_none_wrong(controls().flat_map(|(c, inside, end)| {
        places(inside, end).map(|(before, behind, browser)| {
            let name = format!("{before}{c}{behind}");
            wrong(&name, browser, "N2", &exempt(&named(&name)))
        })
    }));
    assert_none_wrong(controls().flat_map(|(c, inside, end)| {
        [("/te", "st", inside), ("/test", "", end)].map(|(before, behind, browser)| {
            let path = format!("{before}{c}{behind}");
            wrong(
                &path,
                browser,
                "A1",
                &exempt(&with(&format!("Path={path:?}"))),
            )
        })
    }));
    // No host name contains a tab, so no host could keep the cookie.
    assert_none_wrong(controls().flat_map(|(c, _, end)| {
        [("test", ".example", Refuses), ("test.example", "", end)].map(
            |(before, behind, browser)| {
                let domain = format!("{before}{c}{behind}");
                wrong(
                    &domain,
                    browser,
                    "D1",
                    &exempt(&with(&format!("Domain={domain:?}"))),
                )
            },
        )
    }));
}

#[test]
fn prefixes() {
    for scope in names::SCOPES {
        let mut attributes = format!("Path={:?}", scope.path);
        attributes.extend(scope.domain.map(|domain| format!(" Domain={domain:?}")));
        attributes.push_str(if scope.secure { " Secure" } else { "" });
        attributes.push_str(if scope.http_only { " HttpOnly" } else { "" });
        for ((spellings, rule), kept) in names::PREFIXES.iter().zip(scope.kept) {
            assert_none_wrong(spellings.iter().enumerate().map(|(index, prefix)| {
                let (browser, rule) = if kept {
                    (Keeps, if index > 0 { "N3" } else { "" })
                } else {
                    (Refuses, *rule)
                };
                let row = format!("\"{prefix}SID\" | session | attributes = {attributes};");
                wrong(&row, browser, rule, &exempt(&row))
            }));
        }
    }
}

/// The shortest name with a prefix is the prefix.
#[test]
fn prefixes_alone() {
    for (spellings, rule) in names::PREFIXES {
        let row = format!("\"{}\" | session | attributes = none;", spellings[0]);
        assert_none_wrong([wrong(&row, Refuses, rule, &exempt(&row))].into_iter());
    }
}

#[test]
fn what_resembles_a_prefix() {
    assert_none_wrong(names::NO_PREFIXES.iter().map(|name| {
        let row =
            format!("{name:?} | session | attributes = Path=\"/app\" Domain=\"example.com\";");
        wrong(name, Keeps, "", &exempt(&row))
    }));
}

#[test]
fn paths() {
    hold(attributes::PATHS, |path| with(&format!("Path={path:?}")));
}

#[test]
fn domains() {
    hold(attributes::DOMAINS, |domain| {
        with(&format!("Domain={domain:?}"))
    });
    let suffixes = attributes::PUBLIC_SUFFIXES.iter();
    assert_none_wrong(suffixes.map(|domain| {
        wrong(
            domain,
            Keeps,
            "",
            &exempt(&with(&format!("Domain={domain:?}"))),
        )
    }));
}

/// The scopes of retired cookies have the same rules.
#[test]
fn scopes_of_retired_cookies() {
    let table = |attributes: &str| format!("policy; retired {{ \"old\" {attributes}; }}");
    let said = |kind: &str, (value, browser, rule): &Vector| {
        wrong(value, *browser, rule, &table(&format!("{kind}={value:?}")))
    };
    assert_none_wrong(attributes::PATHS.iter().map(|vector| said("Path", vector)));
    assert_none_wrong(
        attributes::DOMAINS
            .iter()
            .map(|vector| said("Domain", vector)),
    );
}

/// A domain, the host of the site, and whether browsers refuse it there (WPT
/// `cookies/attributes/domain`, Chromium `cookie_util_unittest`).
const HOSTS: &[(&str, &str, bool)] = &[
    ("home.example.org", "home.example.org", false),
    ("example.org", "home.example.org", false),
    ("home.example.org", "subdomain.home.example.org", false),
    ("home.eXaMpLe.org", "home.example.org", false),
    ("home.example.org", "hoMe.eXaMplE.org", false),
    ("globex.com", "mail.globex.com", false),
    ("sibling.example.org", "home.example.org", true),
    ("home.example.org", "sibling.example.org", true),
    ("subdomain.home.example.org", "home.example.org", true),
    ("home.example.com", "home.example.org", true),
    ("mail.globex.com", "globex.com", true),
    ("globex.com", "myglobex.com", true),
    ("portal.globex.com", "l.globex.com", true),
    ("l.globex.com", "portal.globex.com", true),
    ("portal.initech.com", "portal.globex.com", true),
    ("moo.foo.moo", "127.0.0.1", true),
    ("anything.com", "127.0.0.1", true),
];

/// It is a warning, because one table may serve several sites.
#[test]
fn domains_of_a_site() {
    for (domain, host, refused) in HOSTS {
        let table = exempt(&with(&format!("Domain={domain:?}")));
        let table = table.replace("policy;", &format!("policy for \"https://{host}:8888/\";"));
        let said: &[&str] = if *refused {
            &["foreign_domain: browsers refuse"]
        } else {
            &[]
        };
        assert_says(&table, said);
    }
}

#[test]
fn sizes() {
    assert_none_wrong(
        attributes::ATTRIBUTE_SIZES
            .iter()
            .flat_map(|(bytes, browser, rule)| {
                let path = format!("/{}", "c".repeat(bytes - 1));
                let domain = format!(
                    "{}{}",
                    "d.".repeat(bytes / 2 - 1),
                    "d".repeat(2 + bytes % 2)
                );
                assert_eq!((path.len(), domain.len()), (*bytes, *bytes));
                let cell = |kind: &str, value: &str| exempt(&with(&format!("{kind}={value:?}")));
                let input = format!("{bytes} bytes");
                [("Path", path), ("Domain", domain)]
                    .map(|(kind, value)| wrong(&input, *browser, rule, &cell(kind, &value)))
            }),
    );
    // A table knows only the length of the name.
    assert_none_wrong(
        attributes::SIZES
            .iter()
            .filter(|(_, value, ..)| *value == 0)
            .map(|(bytes, _, browser, rule)| {
                wrong(
                    &format!("{bytes} bytes"),
                    *browser,
                    rule,
                    &exempt(&named(&"n".repeat(*bytes))),
                )
            }),
    );
}

#[test]
fn flags() {
    assert_none_wrong(attributes::FLAGS.iter().map(
        |(same_site, secure, partitioned, browser, rule)| {
            let secure = if *secure { "Secure" } else { "" };
            let partitioned = if *partitioned { "Partitioned" } else { "" };
            let cell = format!("SameSite={same_site} {secure} {partitioned}");
            wrong(&cell, *browser, rule, &exempt(&with(&cell)))
        },
    ));
}

/// Attributes in a cell: http-state `attribute*`, WPT `cookies/attributes`, Chromium
/// `parsed_cookie_unittest`, tough-cookie `parsing_test`. Browsers ignore unknown attributes.
const CELLS: &[Vector] = &[
    ("Secure", Keeps, ""),
    ("HttpOnly", Keeps, ""),
    (
        "Secure HttpOnly SameSite=Lax Path=\"/\" Domain=\"bar.example\"",
        Keeps,
        "",
    ),
    ("seCURe", Keeps, "X1"),
    ("secure", Keeps, "X1"),
    ("httponly", Keeps, "X1"),
    ("httpONLY", Keeps, "X1"),
    ("pARTitIoNeD", Keeps, "X1"),
    ("samesite=Lax", Keeps, "X1"),
    ("path=\"/\"", Keeps, "X1"),
    ("Secure=aaaa", Keeps, "grammar"),
    ("Secure=\"\"", Keeps, "grammar"),
    ("HttpOnly=xyzzy", Keeps, "grammar"),
    ("Partitioned=foo", Keeps, "grammar"),
    ("Secure=", Keeps, ""),
    ("SameSite=lax", Keeps, "grammar"),
    ("SameSite=LaX", Keeps, "grammar"),
    ("SameSite=strict", Keeps, "grammar"),
    ("SameSite=NONE", Keeps, "grammar"),
    ("Secure Secure", Keeps, "X1"),
    ("Path=\"/\" Path=\"/\"", Keeps, "X1"),
    ("\"Secure\"", Changes, "grammar"),
    ("Secure qux", Changes, "X1"),
    ("Secure, HttpOnly", Changes, "grammar"),
    ("lol", Changes, "X1"),
    ("lol=\"\"", Changes, "X1"),
    ("Version=1", Changes, "X1"),
    ("Version=1000", Changes, "X1"),
    ("Comment=\"x\"", Changes, "X1"),
    ("customvalue=\"1000 or more\"", Changes, "X1"),
    ("Priority=High", Changes, "X1"),
    ("SameParty", Changes, "X1"),
    ("MaxAge=10", Changes, "grammar"),
    ("Max-Age=2.63", Changes, "grammar"),
    ("Max-Age=\"50,399\"", Changes, "grammar"),
    ("Path", Changes, "grammar"),
    ("Path=", Changes, "grammar"),
    ("Path=\"\"", Changes, "A1"),
    ("Path=\"/qux\" Path=\"/\"", Changes, "X1"),
    ("Path=\"/dog\" Path=\"\"", Changes, "X1"),
    ("Domain", Changes, "grammar"),
    ("Domain=", Changes, "grammar"),
    ("Domain=\"\"", Changes, "D1"),
    (
        "Domain=\"foo.example\" Domain=\"bar.example\"",
        Changes,
        "X1",
    ),
    ("Domain=\"home.example.org\" Domain=\"\"", Changes, "X1"),
    ("SameSite", Changes, "grammar"),
    ("SameSite=", Changes, "grammar"),
    ("SameSite=\"\"", Changes, "grammar"),
    ("SameSite=boo", Changes, "grammar"),
    ("SameSite=Extended", Changes, "grammar"),
    ("SameSite=Bananas", Changes, "grammar"),
    ("SameSite=Lax SameSite=Strict", Changes, "X1"),
    ("Max-Age=0", Refuses, "grammar"),
    ("max-age=-1", Refuses, "grammar"),
    (
        "Expires=\"Thu, 10 Apr 1980 16:33:12 GMT\"",
        Refuses,
        "grammar",
    ),
];

#[test]
fn cells() {
    hold(CELLS, with);
}

/// Durations as `Max-Age`: http-state `mozilla*` and `comma0005`, WPT `cookies/attributes/max-age`,
/// Chromium `canonical_cookie_unittest`, curl and draft section 5.5 for the 400 days.
const DURATIONS: &[Vector] = &[
    ("session", Keeps, ""),
    ("1 second", Keeps, ""),
    ("6 seconds", Keeps, ""),
    ("60 seconds", Keeps, ""),
    ("1234 seconds", Keeps, ""),
    ("3600 seconds", Keeps, ""),
    ("10000 seconds", Keeps, ""),
    ("13 months", Keeps, ""),
    ("1 year", Keeps, ""),
    ("57 weeks", Keeps, ""),
    ("400 days", Keeps, ""),
    ("34559999 seconds", Keeps, ""),
    ("34560000 seconds", Keeps, ""),
    ("rolling 400 days", Keeps, ""),
    ("session or 400 days", Keeps, ""),
    ("{ ttl() } max 400 days", Keeps, ""),
    ("34560001 seconds", Changes, "M1"),
    ("401 days", Changes, "M1"),
    ("58 weeks", Changes, "M1"),
    ("14 months", Changes, "M1"),
    ("730 days", Changes, "M1"),
    ("2 years", Changes, "M1"),
    ("10 years", Changes, "M1"),
    ("2147483647 seconds", Changes, "M1"),
    ("4294967295 seconds", Changes, "M1"),
    ("4294967295 years", Changes, "M1"),
    ("rolling 401 days", Changes, "M1"),
    ("session or 401 days", Changes, "M1"),
    ("{ ttl() } max 401 days", Changes, "M1"),
    ("4294967296 seconds", Changes, "grammar"),
    ("9223372036854775807 seconds", Changes, "grammar"),
    ("99999999999999999999 seconds", Changes, "grammar"),
    ("2.63 seconds", Changes, "grammar"),
    ("50,399 seconds", Changes, "grammar"),
    ("\"6\" seconds", Changes, "grammar"),
    ("persistent", Changes, "M3"),
    ("0 seconds", Refuses, "M3"),
    ("00 seconds", Refuses, "M3"),
    ("0 days", Refuses, "M3"),
    ("{ ttl() } max 0 days", Refuses, "M3"),
    ("-1 seconds", Refuses, "grammar"),
    ("-20 seconds", Refuses, "grammar"),
    ("Thu, 10 Apr 1980 16:33:12 GMT", Refuses, "grammar"),
];

#[test]
fn durations() {
    hold(DURATIONS, |duration| format!("\"id\" | {duration};"));
}
