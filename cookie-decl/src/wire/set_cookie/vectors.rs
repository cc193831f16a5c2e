//! Public test vectors of browsers. What browsers refuse or change is an error at run time, and
//! what is sent comes back unchanged.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Debug;
use core::time::Duration;

use super::{SetCookie, SetError};
use crate::run_time::Config;
use crate::table::attributes::SameSite;
use crate::table::duration::{Term, Unit};
use crate::table::pattern::NameError;
use crate::wire::request::RequestCookies;
use Browser::{Changes, Keeps, Refuses};
use facts::{Browser, Vector, attributes, controls, is_right, names};

#[path = "../../../../tests/vectors/mod.rs"]
mod facts;

/// The values that the `{ expr }` of the rows below read.
pub(super) struct Server {
    secure: bool,
    http_only: bool,
    partitioned: bool,
    same_site: SameSite,
    path: String,
    domain: Option<String>,
    seconds: u64,
}

impl Server {
    fn new() -> Self {
        let same_site = SameSite::Lax;
        Self {
            secure: true,
            http_only: true,
            partitioned: false,
            same_site,
            path: "/".into(),
            domain: None,
            seconds: 60,
        }
    }
}

#[allow(
    unreachable_pub,
    reason = "a separate policy, as a user would write it"
)]
mod cookies {
    crate::declare_cookies! {
        pub policy with config: super::Server;
        /// Needed
        ///
        /// The site does not work without these.
        #[allow(exempt_too_long)]
        category Necessary: exempt {
            with attributes = Secure={ config.secure } HttpOnly={ config.http_only }
                Partitioned={ config.partitioned } SameSite={ config.same_site } Path={ config.path.clone() }
                Domain={ config.domain.clone() };
            cookie | duration;
            /// Is where the site says
            SITE = "test" | session;
            /// Stays as long as the site says
            LIFE = "life" | { core::time::Duration::from_secs(config.seconds) } max 400 days;
            /// Stays a day at most
            DAY = "day" | { core::time::Duration::from_secs(config.seconds) } max 1 day;
            /// Has a part that varies at its end
            TAIL = "tail_{id}" | session;
            /// Has a part that varies at its start
            HEAD = "{id}SID" | session;
        }
    }
}

/// Returns the id of the rule that an error belongs to.
fn rule(error: &SetError) -> &'static str {
    match error {
        SetError::EmptyName => "N1",
        SetError::Name { .. } => "N2",
        SetError::Value(_) => "V1",
        SetError::TooLong { .. } => "L1",
        SetError::PathTooLong { .. } | SetError::DomainTooLong { .. } => "L2",
        SetError::PathStart | SetError::PathCharacter { .. } => "A1",
        SetError::Domain | SetError::DomainAddress | SetError::DomainTop => "D1",
        SetError::DomainDot => "D2",
        SetError::SameSiteNone => "S1",
        SetError::Partitioned => "S3",
        SetError::PrefixSecure { prefix }
        | SetError::PrefixDomain { prefix }
        | SetError::PrefixPath { prefix }
        | SetError::PrefixHttpOnly { prefix } => match *prefix {
            "__Secure-" => "P1",
            "__Host-" => "P2",
            "__Http-" => "P3",
            _ => "P4",
        },
        SetError::ZeroDuration => "M3",
        SetError::Off
        | SetError::NoAttributes
        | SetError::NoConsentRow
        | SetError::Undecided
        | SetError::Term => "none of a cookie",
    }
}

/// Returns the difference between a vector and its result, if there is one.
fn wrong(
    input: impl Debug,
    (browser, expected): (Browser, &str),
    set: Result<SetCookie, SetError>,
) -> Option<String> {
    let error = set.as_ref().err().map(rule);
    // A reader that splits the field at `;` gets the pair and the attributes unchanged.
    let unchanged = set.ok().is_none_or(|set| {
        let text = set.to_header_value();
        let mut parts = text
            .split(';')
            .map(|part| part.strip_prefix(' ').unwrap_or(part));
        let pair = parts.next().unwrap_or_default();
        let pair_is_read = RequestCookies::from_header(pair)
            .iter()
            .eq([(set.name(), set.value())]);
        let mut attributes = parts.filter_map(|part| part.split_once('='));
        pair_is_read && attributes.all(|(_, value)| value == value.trim_matches([' ', '\t']))
    });
    let right = unchanged && is_right(("", browser, expected), error);
    (!right)
        .then(|| format!("{input:?}: browser {browser:?}, expected {expected:?}, not {error:?}"))
}

#[track_caller]
fn none_wrong(wrong: impl Iterator<Item = Option<String>>) {
    let wrong: Vec<_> = wrong.flatten().collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Compares each vector with the field that is set from it.
#[track_caller]
fn hold(vectors: &[Vector], set: impl Fn(&str) -> Result<SetCookie, SetError>) {
    none_wrong(
        vectors
            .iter()
            .map(|(input, browser, rule)| wrong(input, (*browser, rule), set(input))),
    );
}

fn site(server: &Server) -> Result<SetCookie, SetError> {
    cookies::SITE.at(server).set("value")
}

fn with_value(value: &str) -> Result<SetCookie, SetError> {
    cookies::SITE.at(&Server::new()).set(value)
}

/// Sets a cookie whose name comes from the holes of a pattern.
fn named(name: &str, value: &str, server: &Server) -> Result<SetCookie, SetError> {
    SetCookie::set(
        cookies::SITE.value.declaration(),
        Config::new(server),
        Cow::Owned(name.into()),
        value,
        None,
    )
}

fn at_path(path: &str) -> Result<SetCookie, SetError> {
    site(&Server {
        path: path.into(),
        ..Server::new()
    })
}

fn at_domain(domain: &str) -> Result<SetCookie, SetError> {
    site(&Server {
        domain: Some(domain.into()),
        ..Server::new()
    })
}

#[test]
fn names() {
    hold(names::NAMES, |name| named(name, "value", &Server::new()));
    none_wrong(names::printable().map(|(c, browser, rule)| {
        let name = format!("a{c}b");
        wrong(c, (browser, rule), named(&name, "value", &Server::new()))
    }));
}

/// A hole accepts exactly the characters of a name.
#[test]
fn names_of_a_family() {
    let server = Server::new();
    let hole = |value: &str| match cookies::TAIL.at(&server).with([value]) {
        Ok(member) => Some(member.set("value").map_err(|error| rule(&error))),
        Err(NameError::Character { .. }) => Some(Err("N2")),
        Err(NameError::Empty { .. }) => Some(Err("N1")),
        Err(_) => None,
    };
    let said = |value: &str, browser: Browser, expected: &str| {
        let error = hole(value).map(Result::err);
        let right = error.is_some_and(|error| is_right(("", browser, expected), error));
        (!right).then(|| {
            format!("{value:?}: browser {browser:?}, expected {expected:?}, not {error:?}")
        })
    };
    none_wrong(
        names::NAMES
            .iter()
            .map(|(name, browser, rule)| said(name, *browser, rule)),
    );
    none_wrong(names::printable().map(|(c, browser, rule)| said(&format!("a{c}b"), browser, rule)));
    none_wrong(controls().map(|(c, inside, _)| said(&format!("a{c}b"), inside, "N2")));
}

#[test]
fn control_characters() {
    let server = Server::new();
    none_wrong(controls().flat_map(|(c, inside, end)| {
        [("a", "b", inside), ("", "b", end), ("a", "", end)]
            .into_iter()
            .flat_map({
                let server = &server;
                move |(before, after, browser)| {
                    let text = format!("{before}{c}{after}");
                    let value = wrong(&text, (browser, "V1"), with_value(&text));
                    [
                        wrong(&text, (browser, "N2"), named(&text, "value", server)),
                        value,
                    ]
                }
            })
    }));
    none_wrong(controls().flat_map(|(c, inside, end)| {
        [("/te", "st", inside), ("/test", "", end)].map(|(before, after, browser)| {
            let path = format!("{before}{c}{after}");
            wrong(&path, (browser, "A1"), at_path(&path))
        })
    }));
    none_wrong(controls().flat_map(|(c, _, end)| {
        [("test", ".example", Refuses), ("test.example", "", end)].map(
            |(before, after, browser)| {
                let domain = format!("{before}{c}{after}");
                wrong(&domain, (browser, "D1"), at_domain(&domain))
            },
        )
    }));
}

#[test]
fn prefixes() {
    for scope in names::SCOPES {
        let (secure, http_only, path) = (scope.secure, scope.http_only, scope.path.into());
        let domain = scope.domain.map(String::from);
        let server = Server {
            secure,
            http_only,
            path,
            domain,
            ..Server::new()
        };
        for ((spellings, rule), kept) in names::PREFIXES.iter().zip(scope.kept) {
            let vector = if kept { (Keeps, "") } else { (Refuses, *rule) };
            none_wrong(spellings.iter().map(|prefix| {
                let name = format!("{prefix}SID");
                wrong(
                    (&name, scope.path, scope.domain, secure, http_only),
                    vector,
                    named(&name, "value", &server),
                )
            }));
            // The name is complete only at run time.
            none_wrong(spellings.iter().map(|prefix| {
                let member = cookies::HEAD
                    .at(&server)
                    .with([prefix])
                    .expect("a prefix fills a hole");
                wrong(prefix, vector, member.set("value"))
            }));
        }
    }
}

#[test]
fn what_resembles_a_prefix() {
    let server = Server {
        secure: false,
        http_only: false,
        path: "/app".into(),
        ..Server::new()
    };
    none_wrong(
        names::NO_PREFIXES
            .iter()
            .map(|name| wrong(name, (Keeps, ""), named(name, "value", &server))),
    );
}

#[test]
fn paths_and_domains() {
    hold(attributes::PATHS, at_path);
    hold(attributes::DOMAINS, at_domain);
    none_wrong(
        attributes::PUBLIC_SUFFIXES
            .iter()
            .map(|domain| wrong(domain, (Keeps, ""), at_domain(domain))),
    );
}

/// What cannot be set cannot be removed with the same scope either, so a removal never misses
/// silently.
#[test]
fn paths_and_domains_of_removals() {
    let removal = |path: &str, domain: Option<&str>| {
        cookies::SITE
            .at(&Server {
                path: path.into(),
                domain: domain.map(String::from),
                ..Server::new()
            })
            .removal()
    };
    let removed = |input, vector, removal: Result<SetCookie, SetError>| {
        let error = removal.as_ref().err().map(rule);
        let (browser, rule) = vector;
        (!is_right((input, browser, rule), error))
            .then(|| format!("{input:?}: expected {rule:?}, not {error:?}"))
    };
    none_wrong(
        attributes::PATHS
            .iter()
            .map(|(path, browser, rule)| removed(path, (*browser, rule), removal(path, None))),
    );
    none_wrong(attributes::DOMAINS.iter().map(|(domain, browser, rule)| {
        removed(domain, (*browser, rule), removal("/", Some(domain)))
    }));
}

#[test]
fn sizes() {
    none_wrong(
        attributes::ATTRIBUTE_SIZES
            .iter()
            .flat_map(|(bytes, browser, rule)| {
                let path = format!("/{}", "c".repeat(bytes - 1));
                let domain = format!(
                    "{}{}",
                    "d.".repeat(bytes / 2 - 1),
                    "d".repeat(2 + bytes % 2)
                );
                [at_path(&path), at_domain(&domain)].map(|set| wrong(bytes, (*browser, rule), set))
            }),
    );
    let server = Server::new();
    none_wrong(
        attributes::SIZES
            .iter()
            .map(|(name, value, browser, rule)| {
                wrong(
                    (name, value),
                    (*browser, rule),
                    named(&"n".repeat(*name), &"v".repeat(*value), &server),
                )
            }),
    );
    // The value of a hole can also make the name too long.
    none_wrong(attributes::SIZES.iter().filter(|(name, ..)| *name > 5).map(
        |(name, value, browser, rule)| {
            let member = cookies::TAIL
                .at(&server)
                .with(["n".repeat(name - 5)])
                .expect("a long token is one");
            wrong(
                (name, value),
                (*browser, rule),
                member.set("v".repeat(*value)),
            )
        },
    ));
}

#[test]
fn flags() {
    none_wrong(
        attributes::FLAGS
            .iter()
            .map(|(same_site, secure, partitioned, browser, rule)| {
                let all = [SameSite::Strict, SameSite::Lax, SameSite::None];
                let same_site = all
                    .into_iter()
                    .find(|one| one.as_str() == *same_site)
                    .expect("one of the three");
                let server = Server {
                    same_site,
                    secure: *secure,
                    partitioned: *partitioned,
                    ..Server::new()
                };
                wrong(
                    (same_site, secure, partitioned),
                    (*browser, rule),
                    site(&server),
                )
            }),
    );
}

/// Each entry has a duration in seconds, and its `Max-Age` with `max 400 days` and with
/// `max 1 day`.
///
/// Browsers reduce a duration over 400 days (draft section 5.5), so it is reduced before it is
/// sent. No duration may become a removal (http-state `mozilla*`, WPT
/// `cookies/attributes/max-age`).
const DURATIONS: &[(u64, Option<(u64, u64)>)] = &[
    (0, None),
    (1, Some((1, 1))),
    (6, Some((6, 6))),
    (60, Some((60, 60))),
    (1_234, Some((1_234, 1_234))),
    (3_600, Some((3_600, 3_600))),
    (10_000, Some((10_000, 10_000))),
    (86_400, Some((86_400, 86_400))),
    (86_401, Some((86_401, 86_400))),
    (31_536_000, Some((31_536_000, 86_400))),
    (34_559_999, Some((34_559_999, 86_400))),
    (34_560_000, Some((34_560_000, 86_400))),
    (34_560_001, Some((34_560_000, 86_400))),
    (63_072_000, Some((34_560_000, 86_400))),
    (2_147_483_647, Some((34_560_000, 86_400))),
    (2_147_483_648, Some((34_560_000, 86_400))),
    (4_294_967_296, Some((34_560_000, 86_400))),
    (9_223_372_036_854_775_807, Some((34_560_000, 86_400))),
    (u64::MAX, Some((34_560_000, 86_400))),
];

#[test]
fn durations() {
    for (seconds, sent) in DURATIONS {
        let server = Server {
            seconds: *seconds,
            ..Server::new()
        };
        let expected = sent.ok_or(SetError::ZeroDuration);
        // A table cannot have such a bound, so the bound is 400 days.
        let value = |config: Config<'_>| Duration::from_secs(config.get::<Server>().seconds);
        let years = crate::table::Duration::RunTime {
            max: Term::new(2, Unit::Year),
            value,
        };
        let unbounded = super::lifetime(years, None, Config::new(&server)).map(|(sent, _)| sent);
        assert_eq!(
            unbounded,
            expected.clone().map(|(sent, _)| Some(sent)),
            "{seconds}"
        );
        for (set, expected) in [
            (
                cookies::LIFE.at(&server).set("value"),
                expected.clone().map(|(sent, _)| sent),
            ),
            (
                cookies::DAY.at(&server).set("value"),
                expected.map(|(_, sent)| sent),
            ),
        ] {
            let cut = expected.as_ref().is_ok_and(|sent| sent != seconds);
            assert_eq!(set.as_ref().is_ok_and(SetCookie::clamped), cut, "{seconds}");
            assert_eq!(
                set.map(|set| set.max_age()),
                expected.map(Some),
                "{seconds}"
            );
        }
    }
}

/// http-state `value*`, `comma*`, `chromium*`, `charset*` and `mozilla0012`, WPT `cookies/value`,
/// Chromium `parsed_cookie_unittest`, tough-cookie `parsing_test`.
const VALUES: &[Vector] = &[
    ("", Keeps, ""),
    ("bar", Keeps, ""),
    ("31d4d96e407aad42", Keeps, ""),
    ("\"\"", Keeps, ""),
    ("\"bar\"", Keeps, ""),
    ("\"bar=baz\"", Keeps, ""),
    ("\"xyzzy!\"", Keeps, ""),
    ("\"zohNumRKgI0oxyhSsV3Z7D\"", Keeps, ""),
    ("b=c&d=e", Keeps, ""),
    ("E=mc2", Keeps, ""),
    ("=", Keeps, ""),
    ("==", Keeps, ""),
    ("%32%33", Keeps, ""),
    ("%", Keeps, ""),
    ("httpONLY", Keeps, ""),
    ("secure", Keeps, ""),
    ("1%7C1624663551161", Keeps, ""),
    ("<K0<r<C_<G_<S0", Keeps, ""),
    ("lastRequest=1624663552846&activeDays=%5B0%2C0", Keeps, ""),
    ("si=8da88dce-5fee-4835", Keeps, ""),
    ("s=(./&t=:&u=a#$", Keeps, ""),
    ("+~", Keeps, ""),
    (
        "1:A1aaaaAaAAa1aaAaAaaAAAaaa1a11a:aaaAaAaAa-aaaA1-",
        Keeps,
        "",
    ),
    // Browsers keep inner spaces, commas, backslashes and quotes, but servers disagree about them.
    ("foo bar", Keeps, "V1"),
    ("one two three", Keeps, "V1"),
    ("\"one two three\"", Keeps, "V1"),
    ("\"  bar \"", Keeps, "V1"),
    ("== BC", Keeps, "V1"),
    ("1, baz=qux", Keeps, "V1"),
    ("y, a=b", Keeps, "V1"),
    ("\"2, baz=qux\"", Keeps, "V1"),
    ("ba,baz=boo", Keeps, "V1"),
    ("[1,2]", Keeps, "V1"),
    ("{\"a\":1}", Keeps, "V1"),
    ("a\\b", Keeps, "V1"),
    ("\"", Keeps, "V1"),
    ("\"9", Keeps, "V1"),
    ("B\"", Keeps, "V1"),
    ("A\"B", Keeps, "V1"),
    ("b\"=bar", Keeps, "V1"),
    ("\"zzz \"   \"ppp\"", Keeps, "V1"),
    ("\"fubar! = foo", Keeps, "V1"),
    ("\"BLA\\\"HHH\"", Keeps, "V1"),
    ("weiß", Keeps, "V1"),
    ("春节回家路·春运完全手册", Keeps, "V1"),
    ("\"春节回家路·春运完全手册\"", Keeps, "V1"),
    ("العربية", Keeps, "V1"),
    ("普通話", Keeps, "V1"),
    ("ภาษาไทย", Keeps, "V1"),
    ("עִבְרִית", Keeps, "V1"),
    ("\u{A0}", Keeps, "V1"),
    // Browsers trim these.
    (" ", Changes, "V1"),
    ("  bar", Changes, "V1"),
    ("bar    ", Changes, "V1"),
    ("  foo bar  ", Changes, "V1"),
    ("\"zzz \"  ", Changes, "V1"),
    (" 1%7C1624663551161", Changes, "V1"),
    // The first `;` ends the value, in quotes or not.
    (";", Changes, "V1"),
    ("invalid;value", Changes, "V1"),
    (";lastRequest=1624663552846", Changes, "V1"),
    ("lastRequest=1624663552846;", Changes, "V1"),
    (
        "lastRequest=1624663552846; activeDays=%5B0%2C0",
        Changes,
        "V1",
    ),
    ("\"bar;baz\"", Changes, "V1"),
    ("\"zz;pp\"", Changes, "V1"),
    ("x; Path=/y", Changes, "V1"),
    // A header cannot contain these.
    ("13\nZYX", Refuses, "V1"),
    ("hello world\tgood\rbye", Refuses, "V1"),
    ("<K0<r\r<C_<G_<S0", Refuses, "V1"),
    ("x\r\nSet-Cookie: y=z", Refuses, "V1"),
    ("abc\0def", Refuses, "V1"),
    ("\0abcdef", Refuses, "V1"),
    ("foo\u{1c}bar", Refuses, "V1"),
    ("ba,ba\u{7F}z=bo", Refuses, "V1"),
];

#[test]
fn values() {
    hold(VALUES, with_value);
    // Inside a value, browsers end at a `;` and keep the rest; cookie-octets are those of the
    // draft's section 4.1.1.
    none_wrong((' '..='~').map(|c| {
        let browser = if c == ';' { Changes } else { Keeps };
        let rule = if matches!(c, ' ' | '"' | ',' | ';' | '\\') {
            "V1"
        } else {
            ""
        };
        wrong(c, (browser, rule), with_value(&format!("a{c}b")))
    }));
}
