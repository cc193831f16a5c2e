//! Every cookie that a row can set passes, for every row and under any configuration.

use alloc::borrow::Cow;
use alloc::string::{String, ToString as _};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::time::Duration;

use http::header::{HeaderMap, SET_COOKIE};
use http::{Method, Uri};
use proptest::prelude::*;

use super::{NOW, cookies as fixed, guard};
use crate::consent::Consent;
use crate::consent::gate::Categories;
use crate::guard::Guard;
use crate::run_time::Config;
use crate::table::declaration::{Declaration, Storage};
use crate::wire::set_cookie::SetCookie;

#[derive(Debug, Clone)]
pub(super) struct Settings {
    tls: bool,
    path: String,
    domain: Option<String>,
    seconds: u64,
    extra: bool,
}

#[allow(unreachable_pub, reason = "a policy as a user would write it")]
mod configured {
    crate::declare_cookies! {
        pub(in crate::guard::tests) policy with config: super::Settings in crate::guard::tests::every_row::configured;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration | attributes;
            /// Keeps you signed in
            "sid" | { core::time::Duration::from_secs(config.seconds) } max 1 month | .. Secure={ config.tls } Path={ &config.path };
            /// Remembers what you chose
            PREFERENCES: Consent = "prefs" | 6 months | SameSite=Lax Path={ &config.path } Domain={ config.domain.clone() } Secure={ config.tls };
            /// Sometimes here
            "extra_{id}" | 1 year | .. Domain={ config.domain.clone() } | when = { config.extra };
        }
        /// Audience
        category Statistics: opt_in {
            cookie | duration | attributes;
            /// Remembers what you looked at last
            "recent" | session or 30 days | .. Secure={ config.tls } HttpOnly={ !config.tls };
        }
    }
}

/// Every cookie that a row can set, and its removal.
fn all_of(row: &'static Declaration, config: Config<'_>, hole: &str) -> Vec<SetCookie> {
    let holes = row
        .pattern()
        .map(|pattern| pattern.fill(pattern.hole_names().map(|_| hole)).unwrap());
    let name = || holes.clone().map_or(Cow::Borrowed(row.name()), Cow::Owned);
    let duration = row.duration();
    let terms = duration
        .terms()
        .iter()
        .map(|term| Some(*term))
        .chain([None]);
    let set = terms.filter_map(|term| SetCookie::set(row, config, name(), "value", term).ok());
    set.chain(SetCookie::removal(row, config, name())).collect()
}

fn passes<K: Categories>(guard: &Guard<K>, cookie: SetCookie) {
    let path = Uri::try_from("/some/page").unwrap();
    let visitor = guard.visitor(&Method::GET, &path, &HeaderMap::new());
    let mut response = HeaderMap::new();
    // The same response grants the category.
    let answer = guard
        .visitor(&Method::GET, &path, &HeaderMap::new())
        .decide(&Consent::accept_all(NOW))
        .unwrap();
    if cookie.name() != answer[0].name() {
        response.append(SET_COOKIE, answer[0].clone().into());
    }
    let text = cookie.to_string();
    response.append(SET_COOKIE, cookie.into());
    let before = super::sent(&response);
    assert_eq!(guard.finish(&visitor, &mut response), [], "{text}");
    assert_eq!(super::sent(&response), before);
}

#[test]
fn every_row_of_a_table_without_configuration() {
    let mut count = 0;
    for row in fixed::POLICY
        .declarations()
        .iter()
        .filter(|row| row.storage() == Storage::Cookie)
    {
        for cookie in all_of(row, Config::NONE, "1") {
            count += 1;
            passes(&guard(), cookie);
        }
    }
    assert!(count > 30, "{count}");
}

fn settings() -> impl Strategy<Value = Settings> {
    let paths = prop::sample::select(
        ["/", "/app", "/app/", "/a%20b/c"]
            .map(String::from)
            .to_vec(),
    );
    let domains = prop::option::of(prop::sample::select(
        ["shop.example", "WWW.shop.Example"]
            .map(String::from)
            .to_vec(),
    ));
    (
        any::<bool>(),
        paths,
        domains,
        1..10_000_000_u64,
        any::<bool>(),
    )
        .prop_map(|(tls, path, domain, seconds, extra)| Settings {
            tls,
            path,
            domain,
            seconds,
            extra,
        })
}

proptest! {
    #[test]
    fn every_row_of_a_table_under_any_configuration(settings in settings(), hole in "[a-z0-9._-]{1,12}") {
        assert!(Duration::from_secs(settings.seconds) > Duration::ZERO);
        let guard = Guard::with_config(configured::POLICY, settings.clone()).clock(|| NOW);
        let mut count = 0;
        for row in configured::POLICY.declarations() {
            for cookie in all_of(row, Config::new(&settings), &hole) {
                count += 1;
                passes(&guard, cookie);
            }
        }
        prop_assert!(count >= 10);
    }
}

#[test]
fn configuration_is_given_by_value_or_in_an_arc() {
    let settings = Settings {
        tls: false,
        path: "/app".into(),
        domain: None,
        seconds: 60,
        extra: false,
    };
    let shared = Arc::new(settings.clone());
    let guards = [
        Guard::with_config(configured::POLICY, settings),
        Guard::with_config(configured::POLICY, Arc::clone(&shared)),
    ];
    for guard in guards {
        let visitor = guard.visitor(&Method::GET, &Uri::from_static("/"), &HeaderMap::new());
        let cookies = visitor.decide(&Consent::accept_all(NOW)).unwrap();
        let expected = "; Path=/app; Max-Age=15552000; SameSite=Lax";
        assert!(
            cookies[0].to_header_value().ends_with(expected),
            "{}",
            cookies[0]
        );
    }
    assert_eq!(Arc::strong_count(&shared), 1);
}
