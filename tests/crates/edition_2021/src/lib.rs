//! A table in edition 2021.

/// The table.
pub mod cookies {
    cookie_decl::declare_cookies! {
        /// Cookies
        pub policy for "https://example.org" with config: crate::Config in crate::cookies;

        provider Us = "Us";

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            with provider = Us;
            cookie | duration;
            /// Keeps the visitor signed in
            SESSION = "sessionid" | { core::time::Duration::from_secs(1) } max 2 weeks | attributes = .. Secure={ config.tls };
            /// Keeps the visitor's language
            LANGUAGE: u32 = "language" | 1 day | attributes = .. Path={ "/" } Domain={ Some("example.org") };
            /// Remembers the answer
            PREFERENCES: Consent = "preferences" | 6 months;
        }

        /// Audience
        category Statistics: opt_in {
            cookie | duration;
            /// Tells visits apart
            VISIT = "visit.{id}" | 1 day;
        }
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

/// Uses a word that is a keyword in other editions, and `TryFrom`, which the prelude of 2018 does
/// not have.
pub fn category(gen: &str) -> Option<cookies::Category> {
    gen.parse().ok()
}
