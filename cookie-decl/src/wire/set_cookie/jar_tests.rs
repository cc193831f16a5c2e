//! Cookies for the jars of the `cookie` crate.

use alloc::borrow::Cow;
use alloc::string::ToString;
use alloc::vec::Vec;

use ::cookie::{Cookie, CookieJar, time};

use super::SetCookie;
use crate::run_time::{Config, Setting};
use crate::table::attributes::{DeclaredAttributes, SameSite};

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
            cookie | duration | attributes;
            /// Keeps the visitor signed in
            SESSION = "sessionid" | 2 weeks | Secure HttpOnly SameSite=Strict Path="/app" Domain="example.org";
            /// Has no flags
            PLAIN = "plain" | session | SameSite=Lax;
        }
    }
}

/// Asserts that a cookie of the jar has the same contents as our field.
fn assert_same(field: &SetCookie) {
    let ours = field.to_header_value();
    let jar = Cookie::from(field.clone());
    let parsed = Cookie::parse(ours.as_str()).unwrap();
    assert_eq!((jar.name(), jar.value()), (parsed.name(), parsed.value()));
    assert_eq!((jar.path(), jar.domain()), (parsed.path(), parsed.domain()));
    assert_eq!(
        (jar.max_age(), jar.expires()),
        (parsed.max_age(), parsed.expires())
    );
    assert_eq!(
        (jar.secure(), jar.http_only()),
        (parsed.secure(), parsed.http_only())
    );
    assert_eq!(
        (jar.same_site(), jar.partitioned()),
        (parsed.same_site(), parsed.partitioned())
    );
    // Only the order of attributes differs in the header.
    let sorted = |text: &str| {
        let mut parts = text
            .split("; ")
            .map(ToString::to_string)
            .collect::<Vec<_>>();
        parts.sort_unstable();
        parts
    };
    assert_eq!(sorted(&jar.to_string()), sorted(&ours));
}

#[test]
fn every_attribute_of_a_cookie_is_kept() {
    for row in [cookies::SESSION.declaration(), cookies::PLAIN.declaration()] {
        assert_same(
            &SetCookie::set(row, Config::NONE, Cow::Borrowed(row.name()), "abc", None).unwrap(),
        );
        assert_same(&SetCookie::removal(row, Config::NONE, Cow::Borrowed(row.name())).unwrap());
    }
}

#[test]
fn every_flag_is_kept() {
    for same_site in [SameSite::Strict, SameSite::Lax, SameSite::None] {
        for flags in 0..8_u8 {
            let attributes = DeclaredAttributes {
                secure: Setting::Fixed(flags & 1 != 0),
                http_only: Setting::Fixed(flags & 2 != 0),
                partitioned: Setting::Fixed(flags & 4 != 0),
                same_site: Setting::Fixed(same_site),
                ..DeclaredAttributes::BASE
            };
            if let Ok(removal) =
                SetCookie::removal_with(attributes.at(Config::NONE), Cow::Borrowed("name"))
            {
                assert_same(&removal);
            }
        }
    }
}

#[test]
fn a_jar_sends_a_removal_that_was_added() {
    let row = cookies::SESSION.declaration();
    let mut jar = CookieJar::new();
    jar.add_original(Cookie::new("sessionid", "abc"));
    jar.add(SetCookie::removal(row, Config::NONE, Cow::Borrowed("sessionid")).unwrap());
    let sent = jar.delta().next().unwrap();
    assert_eq!(
        (sent.path(), sent.domain(), sent.value()),
        (Some("/app"), Some("example.org"), "")
    );
    assert_eq!(sent.max_age(), Some(time::Duration::ZERO));
}
