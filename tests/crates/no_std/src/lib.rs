//! A table without the standard library.
#![no_std]

extern crate alloc;

// The tests use `std` and unwind.
#[cfg(panic = "abort")]
mod instead_of_std;

use alloc::string::String;

use cookie_decl::{Gpc, RequestCookies};

/// The table.
pub mod cookies {
    use alloc::string::String;

    cookie_decl::declare_cookies! {
        /// Cookies
        pub policy for "https://example.org" with config: crate::Config in crate::cookies;

        provider Us = "Us" { domain: "example.org" }

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            with provider = Us;
            cookie | duration;
            /// Keeps the visitor signed in
            SESSION = "sessionid" | { core::time::Duration::ZERO } max 2 weeks | attributes = .. Secure={ config.tls };
            /// Keeps the visitor's language
            LANGUAGE: u32 = "language" | 1 day | attributes = .. Path={ String::from("/") } Domain={ Some("example.org") };
            /// Remembers the answer
            PREFERENCES: Consent = "preferences" | 6 months;
        }

        /// Audience
        category Statistics: opt_in {
            cookie | duration;
            /// Tells visits apart
            VISIT = "visit.{id}" | 1 day;
            /// Draws a map
            "map" | persistent | set_by = script | storage = other("Cache storage");
        }

        retired { "old" Path="/old"; }
    }
}

/// The configuration of a deployment.
#[derive(Debug)]
pub struct Config {
    /// Served over HTTPS.
    pub tls: bool,
}

/// The name, found by the macro.
pub fn session() -> &'static str {
    cookies::cookie!("sessionid").name()
}

/// Handles a visit: reads its cookies, removes what the visitor denies, and prints the page.
pub fn visit(header: &[u8], now: u64) -> String {
    let config = Config { tls: true };
    let cookies = RequestCookies::from_header(header);
    let consent = cookies::POLICY.at(&config).consent(cookies, Gpc::OFF, now);
    let mut page = cookies::POLICY.at(&config).page().html();
    for removal in cookies::POLICY
        .at(&config)
        .withdraw(&consent, cookies)
        .removals
    {
        page.push_str(&removal.to_header_value());
    }
    page
}

/// A value of any serde type.
///
/// # Errors
/// Categories have no such type: they are words.
#[cfg(feature = "json")]
pub fn category(category: cookies::Category) -> Result<String, cookie_decl::error::ValueError> {
    use cookie_decl::value::{CookieValue, Json};
    Json(category).encode().map(alloc::borrow::Cow::into_owned)
}
