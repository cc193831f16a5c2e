//! Fields that are written, and errors.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use alloc::{format, vec};
use core::time::Duration;

use proptest::prelude::*;

use super::{SetCookie, SetError};
use crate::run_time::{Config, Setting};
use crate::table::attributes::{DeclaredAttributes, SameSite};
use crate::table::declaration::Declaration;
use crate::table::duration::{Term, Unit};
use crate::wire::value::ValueError;

/// The values that the `{ expr }` of the rows below read.
#[derive(Clone)]
#[allow(clippy::struct_excessive_bools, reason = "each is a separate cell")]
pub(super) struct Server {
    on: bool,
    secure: bool,
    http_only: bool,
    partitioned: bool,
    same_site: SameSite,
    path: String,
    domain: Option<String>,
    life: Duration,
}

impl Server {
    fn new() -> Self {
        Self {
            on: true,
            secure: true,
            http_only: true,
            partitioned: false,
            same_site: SameSite::Lax,
            path: "/".into(),
            domain: None,
            life: Duration::from_secs(60),
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
        category Necessary: exempt {
            cookie | duration | attributes;
            /// Keeps the visitor signed in
            "sessionid" | 2 weeks or session or 1 hour | ..;
            /// Goes with the browser session
            "tab" | session | Path="/app" Domain="example.org" Secure SameSite=None Partitioned;
            /// Starts again with every visit
            "seen" | rolling 30 minutes | ..;
            /// Stays as long as the site says
            "life" | { config.life } max 4 weeks | ..;
            /// Goes where the site says
            "site" | 1 day
                | Secure={ config.secure } HttpOnly={ config.http_only } Partitioned={ config.partitioned }
                  SameSite={ config.same_site } Path={ config.path.clone() } Domain={ config.domain.clone() };
            /// Is there when the site says
            "some" | 1 day | .. | when = { config.on };
        }
        /// Audience
        ///
        /// Counts visits.
        #[allow(no_consent_row)]
        category Statistics: opt_in {
            cookie | duration | set_by;
            /// Tells visitors apart
            "_pk_id.{site}.{hash}" | 13 months | script;
        }
    }
}

fn row(name: &str) -> &'static Declaration {
    cookies::POLICY
        .rows
        .iter()
        .find(|row| row.name() == name)
        .unwrap()
}

fn set(row: &'static Declaration, server: &Server) -> Result<SetCookie, SetError> {
    SetCookie::set(
        row,
        Config::new(server),
        Cow::Borrowed(row.name()),
        "abc",
        None,
    )
}

fn removal(row: &'static Declaration, server: &Server) -> Result<SetCookie, SetError> {
    SetCookie::removal(row, Config::new(server), Cow::Borrowed(row.name()))
}

fn picked(row: &'static Declaration, term: Term) -> Result<Option<u64>, SetError> {
    let set = SetCookie::set(
        row,
        Config::new(&Server::new()),
        Cow::Borrowed(row.name()),
        "abc",
        Some(term),
    )?;
    Ok(set.max_age())
}

fn with_value(value: &str) -> Result<SetCookie, SetError> {
    let row = row("sessionid");
    SetCookie::set(
        row,
        Config::new(&Server::new()),
        Cow::Borrowed("sessionid"),
        value,
        None,
    )
}

/// Sets the cookie with a scope of the configuration and another name.
fn named(name: &str, server: &Server) -> Result<SetCookie, SetError> {
    let row = row("site");
    SetCookie::set(
        row,
        Config::new(server),
        Cow::Owned(name.into()),
        "abc",
        None,
    )
}

fn at_path(path: &str) -> Option<SetError> {
    named(
        "site",
        &Server {
            path: path.into(),
            ..Server::new()
        },
    )
    .err()
}

fn at_domain(domain: &str) -> Option<SetError> {
    named(
        "site",
        &Server {
            domain: Some(domain.into()),
            ..Server::new()
        },
    )
    .err()
}

#[test]
fn a_row_gives_everything_but_the_value() {
    let set = set(row("sessionid"), &Server::new()).unwrap();
    assert_eq!(
        set.to_header_value(),
        "sessionid=abc; Path=/; Max-Age=1209600; Secure; HttpOnly; SameSite=Lax"
    );
    assert_eq!(
        (set.name(), set.value(), set.max_age()),
        ("sessionid", "abc", Some(1_209_600))
    );
    assert!(!set.is_removal() && !set.clamped() && set.attributes().secure());
}

#[test]
fn a_session_has_no_max_age() {
    let set = set(row("tab"), &Server::new()).unwrap();
    assert_eq!(
        set.to_string(),
        "tab=abc; Path=/app; Domain=example.org; Secure; SameSite=None; Partitioned"
    );
    assert_eq!(set.max_age(), None);
}

#[test]
fn a_rolling_duration_is_sent_as_any() {
    assert_eq!(
        set(row("seen"), &Server::new()).unwrap().max_age(),
        Some(1_800)
    );
}

#[test]
fn a_removal_goes_where_the_cookie_went() {
    let removal = removal(row("tab"), &Server::new()).unwrap();
    assert_eq!(
        removal.to_string(),
        "tab=; Path=/app; Domain=example.org; Max-Age=0; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Secure; \
         SameSite=None; Partitioned"
    );
    assert!(removal.is_removal() && removal.value().is_empty());
    assert_eq!(removal.max_age(), Some(0));
}

#[test]
fn attributes_are_those_of_the_configuration() {
    let server = Server {
        secure: true,
        http_only: false,
        partitioned: true,
        same_site: SameSite::None,
        path: "/x".into(),
        domain: Some("example.org".into()),
        ..Server::new()
    };
    let expected =
        "site=abc; Path=/x; Domain=example.org; Max-Age=86400; Secure; SameSite=None; Partitioned";
    assert_eq!(named("site", &server).unwrap().to_string(), expected);
    assert_eq!(
        removal(row("site"), &server).unwrap().attributes(),
        named("site", &server).unwrap().attributes()
    );
}

#[test]
fn a_row_that_is_off_is_removed_and_never_set() {
    let off = Server {
        on: false,
        ..Server::new()
    };
    assert_eq!(set(row("some"), &off), Err(SetError::Off));
    assert!(removal(row("some"), &off).is_ok());
    assert!(set(row("some"), &Server::new()).is_ok());
}

#[test]
fn without_known_attributes_nothing_is_sent() {
    let row = row("_pk_id.{site}.{hash}");
    assert_eq!(row.declared_attributes().map(|_| ()), None);
    assert_eq!(set(row, &Server::new()), Err(SetError::NoAttributes));
    assert_eq!(removal(row, &Server::new()), Err(SetError::NoAttributes));
    // A removal with attributes that the caller knows is possible.
    assert!(
        SetCookie::removal_with(
            DeclaredAttributes::BASE.at(Config::NONE),
            "_pk_id.1.2".into()
        )
        .is_ok()
    );
}

#[test]
fn an_alternative_of_the_row_can_be_picked() {
    let row = row("sessionid");
    assert_eq!(picked(row, Term::new(1, Unit::Hour)), Ok(Some(3_600)));
    assert_eq!(picked(row, Term::SESSION), Ok(None));
}

#[test]
fn no_other_duration_can_be_picked() {
    assert_eq!(
        picked(row("sessionid"), Term::new(60, Unit::Minute)),
        Err(SetError::Term)
    );
    assert_eq!(
        picked(row("sessionid"), Term::rolling(1, Unit::Hour)),
        Err(SetError::Term)
    );
    // The page prints the site's duration, which may be shorter than its bound.
    assert_eq!(
        picked(row("life"), Term::new(4, Unit::Week)),
        Err(SetError::Term)
    );
}

#[test]
fn a_run_time_duration_is_cut_to_what_the_table_promises() {
    let life = |life| {
        let set = set(
            row("life"),
            &Server {
                life,
                ..Server::new()
            },
        )
        .unwrap();
        (set.max_age().unwrap(), set.clamped())
    };
    let four_weeks = 4 * 7 * 86_400;
    assert_eq!(life(Duration::from_secs(5)), (5, false));
    assert_eq!(life(Duration::from_millis(5_999)), (5, false));
    assert_eq!(life(Duration::from_secs(four_weeks)), (four_weeks, false));
    assert_eq!(
        life(Duration::from_secs(four_weeks + 1)),
        (four_weeks, true)
    );
    assert_eq!(life(Duration::MAX), (four_weeks, true));
}

#[test]
fn a_duration_of_zero_is_refused_instead_of_removing() {
    for life in [Duration::ZERO, Duration::from_millis(999)] {
        let server = Server {
            life,
            ..Server::new()
        };
        assert_eq!(set(row("life"), &server), Err(SetError::ZeroDuration));
        assert!(removal(row("life"), &server).is_ok());
    }
}

#[test]
fn nothing_is_kept_over_400_days() {
    let lifetime = |duration| super::lifetime(duration, None, Config::NONE);
    let cut = Ok((Some(34_560_000), true));
    assert_eq!(
        lifetime(crate::table::Duration::Term(Term::new(2, Unit::Year))),
        cut
    );
    let value = |_: Config<'_>| Duration::from_secs(u64::MAX);
    assert_eq!(
        lifetime(crate::table::Duration::RunTime {
            max: Term::new(2, Unit::Year),
            value
        }),
        cut
    );
    assert_eq!(
        lifetime(crate::table::Duration::Term(Term::new(400, Unit::Day))),
        Ok((Some(34_560_000), false))
    );
}

#[test]
fn a_value_that_no_cookie_can_hold_is_refused() {
    for (value, character) in [
        ("a;b", ';'),
        ("a b", ' '),
        ("a\r\nSet-Cookie: x=y", '\r'),
        ("é", 'é'),
        ("a\0", '\0'),
    ] {
        assert_eq!(
            with_value(value),
            Err(SetError::Value(ValueError::Character { character }))
        );
    }
}

#[test]
fn name_and_value_are_4096_bytes_together() {
    let room = 4_096 - "sessionid".len();
    assert!(with_value(&"x".repeat(room)).is_ok());
    assert_eq!(
        with_value(&"x".repeat(room + 1)),
        Err(SetError::TooLong { bytes: 4_097 })
    );
    let removal = |length: usize| {
        SetCookie::removal_with(
            DeclaredAttributes::BASE.at(Config::NONE),
            Cow::Owned("x".repeat(length)),
        )
        .err()
    };
    assert_eq!(removal(4_096), None);
    assert_eq!(removal(4_097), Some(SetError::TooLong { bytes: 4_097 }));
}

#[test]
fn a_name_is_a_token() {
    assert!(named("!#$%&'*+-.^_`|~aZ09", &Server::new()).is_ok());
    assert_eq!(named("", &Server::new()), Err(SetError::EmptyName));
    for character in "\0\t\r\n \"(),/:;<=>?@[\\]{}\u{7F}\u{A0}\u{200B}é".chars() {
        assert_eq!(
            named(&format!("a{character}b"), &Server::new()),
            Err(SetError::Name { character })
        );
    }
}

#[test]
fn a_name_of_others_that_is_not_a_token_can_be_removed() {
    let removal = |name: &str| {
        SetCookie::removal_with(
            DeclaredAttributes::BASE.at(Config::NONE),
            Cow::Owned(name.into()),
        )
    };
    for name in ["a[b]", "a/b", "a b", "a,b", "{x}", "\"q\""] {
        assert_eq!(removal(name).unwrap().name(), name);
    }
    assert_eq!(removal(""), Err(SetError::EmptyName));
    let wrong = [
        ("a;b", ';'),
        ("a=b", '='),
        ("a\tb", '\t'),
        ("a\nb", '\n'),
        (" a", ' '),
        ("a ", ' '),
        ("é", 'é'),
    ];
    for (name, character) in wrong {
        assert_eq!(removal(name), Err(SetError::Name { character }), "{name:?}");
    }
}

#[test]
fn a_path_starts_with_a_slash_and_ends_nowhere_else() {
    for path in ["/", "/app", "/app/", "/a%20b", "/a=b,c"] {
        assert_eq!(at_path(path), None, "{path}");
    }
    for path in ["", "app", " /", "\\"] {
        assert_eq!(at_path(path), Some(SetError::PathStart), "{path}");
    }
    for character in [
        ' ', '"', '#', ';', '<', '?', '\\', '^', '`', '{', '|', '}', '\0', '\t', '\r', '\n',
        '\u{7F}', '\u{85}', 'é',
    ] {
        assert_eq!(
            at_path(&format!("/a{character}b")),
            Some(SetError::PathCharacter { character })
        );
    }
}

#[test]
fn a_path_is_1024_bytes_at_most() {
    assert_eq!(at_path(&format!("/{}", "x".repeat(1_023))), None);
    assert_eq!(
        at_path(&format!("/{}", "x".repeat(1_024))),
        Some(SetError::PathTooLong { bytes: 1_025 })
    );
}

#[test]
fn a_domain_is_labels_separated_by_dots() {
    for domain in [
        "example.org",
        "EXAMPLE.org",
        "a-b.c3.xn--caf-dma.fr",
        "3com.com",
        "a_b.org",
        "1.2.3.4.org",
    ] {
        assert_eq!(at_domain(domain), None, "{domain}");
    }
    let wrong = [
        "",
        "example.org.",
        "a..b",
        "https://example.org",
        "example.org:443",
        "example.org/x",
        "*.example.org",
        "a b",
        "a;b",
        "a\nb",
        "-a.org",
        "a-.org",
        "café.fr",
        "[::1]",
    ];
    for domain in wrong {
        assert_eq!(at_domain(domain), Some(SetError::Domain), "{domain}");
    }
    assert_eq!(
        at_domain(&format!("{}.org", "x".repeat(64))),
        Some(SetError::Domain)
    );
    assert_eq!(at_domain(".example.org"), Some(SetError::DomainDot));
    assert_eq!(at_domain("127.0.0.1"), Some(SetError::DomainAddress));
    assert_eq!(at_domain("::1"), Some(SetError::DomainAddress));
    assert_eq!(at_domain("127.1"), Some(SetError::DomainAddress));
    assert_eq!(at_domain("localhost"), Some(SetError::DomainTop));
}

#[test]
fn a_domain_is_1024_bytes_at_most() {
    let long = |last: usize| format!("{}{}", "x.".repeat(500), "x".repeat(last));
    assert_eq!(at_domain(&long(24)), None);
    assert_eq!(
        at_domain(&long(25)),
        Some(SetError::DomainTooLong { bytes: 1_025 })
    );
}

#[test]
fn same_site_none_and_partitioned_need_secure() {
    let open = Server {
        secure: false,
        ..Server::new()
    };
    assert_eq!(
        named(
            "a",
            &Server {
                same_site: SameSite::None,
                ..open.clone()
            }
        ),
        Err(SetError::SameSiteNone)
    );
    assert_eq!(
        named(
            "a",
            &Server {
                partitioned: true,
                ..open.clone()
            }
        ),
        Err(SetError::Partitioned)
    );
    assert!(
        named(
            "a",
            &Server {
                same_site: SameSite::Strict,
                ..open
            }
        )
        .is_ok()
    );
}

#[test]
fn a_prefix_gets_what_it_demands() {
    let prefixes = ["__Secure-", "__Host-", "__Http-", "__Host-Http-"];
    for prefix in prefixes {
        for spelling in [prefix.into(), prefix.to_uppercase(), prefix.to_lowercase()] {
            let error = |server: &Server| named(&format!("{spelling}x"), server).err();
            let (host, http) = (prefix.starts_with("__Host-"), prefix.ends_with("Http-"));
            let server = Server::new();
            assert_eq!(error(&server), None);
            let open = Server {
                secure: false,
                ..server.clone()
            };
            assert_eq!(error(&open), Some(SetError::PrefixSecure { prefix }));
            let path = Server {
                path: "/x".into(),
                ..server.clone()
            };
            assert_eq!(
                error(&path),
                host.then_some(SetError::PrefixPath { prefix })
            );
            let domain = Server {
                domain: Some("example.org".into()),
                ..server.clone()
            };
            assert_eq!(
                error(&domain),
                host.then_some(SetError::PrefixDomain { prefix })
            );
            let script = Server {
                http_only: false,
                ..server
            };
            assert_eq!(
                error(&script),
                http.then_some(SetError::PrefixHttpOnly { prefix })
            );
        }
    }
}

#[test]
fn what_only_resembles_a_prefix_demands_nothing() {
    let open = Server {
        secure: false,
        http_only: false,
        path: "/x".into(),
        ..Server::new()
    };
    for name in [
        "__Secure",
        "__Host",
        "__Host_x",
        "_Host-x",
        "Host-x",
        "x__Host-",
        "__HttpOnly-x",
    ] {
        assert!(named(name, &open).is_ok(), "{name}");
    }
}

#[test]
fn a_removal_that_browsers_would_refuse_is_refused() {
    let name = || Cow::Borrowed("__Host-x");
    let open = DeclaredAttributes::BASE;
    let error = SetError::PrefixSecure { prefix: "__Host-" };
    assert_eq!(
        SetCookie::removal_with(open.at(Config::NONE), name()),
        Err(error)
    );
}

#[test]
fn messages_and_debug_do_not_contain_the_value() {
    let values = ["s3cret;", "s3cret\n", &"s3cret".repeat(1_000)];
    for error in values.map(|value| with_value(value).unwrap_err()) {
        assert!(!format!("{error} {error:?}").contains("s3cret"));
    }
    assert!(!format!("{:?}", with_value("s3cret").unwrap()).contains("s3cret"));
}

#[test]
fn messages_say_the_reason() {
    let text = |error: SetError| error.to_string();
    assert_eq!(
        text(SetError::Name {
            character: '\u{200B}'
        }),
        "the name of a cookie cannot contain U+200B"
    );
    assert_eq!(
        text(SetError::PathCharacter { character: ';' }),
        "no address has a `Path` with `;` (U+003B): the cookie would never be sent"
    );
    assert_eq!(
        text(SetError::TooLong { bytes: 5_000 }),
        "browsers refuse a cookie over 4096 bytes: name and value are 5000"
    );
    assert_eq!(
        text(SetError::PrefixPath { prefix: "__Host-" }),
        "browsers refuse a `__Host-` cookie with a `Path` other than `/`"
    );
}

proptest! {
    /// For any configuration and value, the field has exactly what was asked for.
    #[test]
    fn nothing_is_smuggled_into_a_field(
        name in "[a-z]{1,3}|.{0,4}|__[Hh]ost-x|[a-z;= \r\n]{1,4}",
        value in "[!-~]{0,4}|.{0,4}|a; Path=/x|a\r\nb: c",
        path in "/[a-z]{0,3}|.{0,4}|/x; Domain=y|/[ -~]{0,3}",
        domain in proptest::option::of("[a-z]{1,3}(\\.[a-z]{1,3})?|.{0,4}|x; Secure"),
        (secure, http_only, partitioned) in any::<(bool, bool, bool)>(),
    ) {
        let attributes: &'static DeclaredAttributes = Box::leak(Box::new(DeclaredAttributes {
            secure: Setting::Fixed(secure),
            http_only: Setting::Fixed(http_only),
            partitioned: Setting::Fixed(partitioned),
            same_site: Setting::Fixed(SameSite::Strict),
            path: Setting::Fixed(Cow::Owned(path.clone())),
            domain: Setting::Fixed(domain.clone().map(Cow::Owned)),
        }));
        let server = Server {
            secure, http_only, partitioned, path: path.clone(), domain: domain.clone(),
            same_site: SameSite::Strict, ..Server::new()
        };
        let row = row("site");
        let set = SetCookie::set(row, Config::new(&server), Cow::Owned(name.clone()), &value, None);
        let removal = SetCookie::removal_with(attributes.at(Config::NONE), Cow::Owned(name.clone()));
        for (field, value) in [(set, &*value), (removal, "")] {
            let Ok(field) = field else { continue };
            let text = field.to_header_value();
            prop_assert!(text.bytes().all(|byte| matches!(byte, b' '..=b'~')));
            let mut expected = vec![format!("{name}={value}"), format!("Path={path}")];
            expected.extend(domain.as_ref().map(|domain| format!("Domain={domain}")));
            expected.extend(field.max_age().map(|seconds| format!("Max-Age={seconds}")));
            expected.extend(field.is_removal().then(|| "Expires=Thu, 01 Jan 1970 00:00:00 GMT".into()));
            expected.extend(secure.then(|| "Secure".into()));
            expected.extend(http_only.then(|| "HttpOnly".into()));
            expected.push("SameSite=Strict".into());
            expected.extend(partitioned.then(|| "Partitioned".into()));
            prop_assert_eq!(text.split(';').map(|part| part.trim_start_matches(' ')).collect::<Vec<_>>(), expected);
        }
    }
}
