//! Tests removals with the client of another crate: a cookie that a row sets is gone after its
//! removal.
//!
//! `cookie_store` keeps cookies by domain, path and name, which a removal can miss. It ignores
//! prefixes and `Partitioned`, so the tests compare these in both fields.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use cookie_store::{CookieError, CookieStore, StoreAction};

use super::{SetCookie, SetError};
use crate::run_time::{Config, Setting};
use crate::table::attributes::{DeclaredAttributes, SameSite};
use crate::table::declaration::Declaration;
use crate::table::declaration::TableData;
use crate::table::duration::{Duration, Term, Unit};
use crate::wire::request::RequestCookies;
use cookie_decl_core::layout::row::{NONE, Numbers};

const NAMES: [&str; 5] = [
    "name",
    "__Secure-name",
    "__Host-name",
    "__Http-name",
    "__Host-Http-name",
];
const PATHS: [&str; 4] = ["/", "/app", "/app/", "/app/deep"];
const DOMAINS: [Option<&str>; 3] = [None, Some("example.org"), Some("www.Example.org")];
const SAME_SITES: [SameSite; 3] = [SameSite::Strict, SameSite::Lax, SameSite::None];

/// The address of a page inside every path and domain of the tests.
const PAGE: &str = "https://www.example.org/app/deep/page";

/// A table that provides the category for the rows of the tests.
#[allow(
    unreachable_pub,
    reason = "a separate policy, as a user would write it"
)]
mod cookies {
    crate::declare_cookies! {
        pub policy;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Represents the rows that the tests make
            "name" | session;
        }
    }
}

fn row(
    name: &'static str,
    attributes: DeclaredAttributes,
    duration: Duration,
) -> &'static Declaration {
    let attributes = Box::leak(Box::new([attributes]));
    let end = u32::try_from(name.len()).unwrap();
    let texts = [0, end, end, end, end];
    let numbers = Numbers {
        texts,
        category: 0,
        provider: NONE,
        attributes: 0,
        rare_fields: NONE,
        duration: 0,
        line: 0,
    };
    let data = TableData {
        categories: cookies::POLICY.data.categories,
        providers: &[],
        attributes,
        rare_fields: &[],
        durations: Box::leak(Box::new([duration])),
        texts: name,
        numbers: Box::leak(Box::new([numbers.to_bytes()])),
        file: "",
    };
    Box::leak(Box::new(Declaration::new(Box::leak(Box::new(data)), 0)))
}

/// Returns a row for every combination of attributes that browsers accept.
fn rows() -> Vec<&'static Declaration> {
    let mut rows = Vec::new();
    for name in NAMES {
        for path in PATHS {
            for domain in DOMAINS {
                for same_site in SAME_SITES {
                    for flags in 0..8_u8 {
                        let attributes = DeclaredAttributes {
                            secure: Setting::Fixed(flags & 1 != 0),
                            http_only: Setting::Fixed(flags & 2 != 0),
                            partitioned: Setting::Fixed(flags & 4 != 0),
                            same_site: Setting::Fixed(same_site),
                            path: Setting::Fixed(Cow::Borrowed(path)),
                            domain: Setting::Fixed(domain.map(Cow::Borrowed)),
                        };
                        for term in [Term::SESSION, Term::new(13, Unit::Month)] {
                            let row = row(name, attributes.clone(), Duration::Term(term));
                            if set(row).is_ok() {
                                rows.push(row);
                            }
                        }
                    }
                }
            }
        }
    }
    rows
}

fn set(row: &'static Declaration) -> Result<SetCookie, SetError> {
    SetCookie::set(row, Config::NONE, Cow::Borrowed(row.name()), "abc", None)
}

fn removal(row: &'static Declaration) -> SetCookie {
    SetCookie::removal(row, Config::NONE, Cow::Borrowed(row.name())).unwrap()
}

fn receive(store: &mut CookieStore, field: &SetCookie) -> Result<StoreAction, CookieError> {
    store.parse(&field.to_header_value(), &PAGE.parse().unwrap())
}

/// Returns the next `Cookie` header of the client.
fn header(store: &CookieStore) -> String {
    let pairs = store
        .get_request_values(&PAGE.parse().unwrap())
        .map(|(name, value)| format!("{name}={value}"));
    pairs.collect::<Vec<_>>().join("; ")
}

#[test]
fn every_cookie_of_a_row_is_gone_after_its_removal() {
    let rows = rows();
    // Two durations, each with 12 scopes and 16 sets of flags; 12 sets for a prefix that demands
    // `Secure`, and 6 for one that demands `HttpOnly`. A `__Host-` prefix leaves one scope.
    assert_eq!(rows.len(), 2 * (12 * (16 + 12 + 6) + 12 + 6));
    for row in rows {
        let mut store = CookieStore::new();
        assert_eq!(
            receive(&mut store, &set(row).unwrap()),
            Ok(StoreAction::Inserted),
            "{row:?}"
        );
        assert_eq!(
            RequestCookies::from_header(&header(&store)).first(row.name()),
            Some("abc"),
            "{row:?}"
        );
        assert_eq!(
            receive(&mut store, &removal(row)),
            Ok(StoreAction::ExpiredExisting),
            "{row:?}"
        );
        assert_eq!(header(&store), "", "{row:?}");
    }
}

#[test]
fn a_removal_differs_from_the_cookie_in_value_and_time_only() {
    for row in rows() {
        let (set, removal) = (set(row).unwrap(), removal(row));
        assert_eq!(
            (set.name(), set.attributes()),
            (removal.name(), removal.attributes())
        );
        let rest = |field: &SetCookie| {
            let text = field.to_string();
            let parts = text
                .split("; ")
                .skip(1)
                .filter(|part| !part.starts_with("Max-Age") && !part.starts_with("Expires"));
            parts.map(String::from).collect::<Vec<_>>()
        };
        assert_eq!(rest(&set), rest(&removal));
    }
}

/// The client would notice a wrong removal.
#[test]
fn a_removal_with_another_scope_removes_nothing() {
    let attributes = |path, domain: Option<&'static str>| DeclaredAttributes {
        path: Setting::Fixed(Cow::Borrowed(path)),
        domain: Setting::Fixed(domain.map(Cow::Borrowed)),
        ..DeclaredAttributes::BASE
    };
    let day = || Duration::Term(Term::new(1, Unit::Day));
    let mut store = CookieStore::new();
    receive(
        &mut store,
        &set(row("name", attributes("/app", None), day())).unwrap(),
    )
    .unwrap();
    for (path, domain) in [("/", None), ("/app/", None), ("/app", Some("example.org"))] {
        let removal = removal(row("name", attributes(path, domain), day()));
        assert_eq!(receive(&mut store, &removal), Err(CookieError::Expired));
        assert_eq!(header(&store), "name=abc");
    }
}
