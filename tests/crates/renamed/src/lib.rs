//! A table in a crate that renames the library: `cookie_decl` is not a name here. Another crate
//! uses the table.
#![deny(
    missing_debug_implementations,
    missing_copy_implementations,
    unnameable_types,
    single_use_lifetimes
)]

/// The table.
pub mod cookies {
    biscuits::declare_cookies! {
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
            SESSION = "sessionid" | 2 weeks;
            /// Keeps the visitor's language
            LANGUAGE: u32 = "language" | 1 day | attributes = .. Secure={ config.tls };
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
#[derive(Debug, Clone, Copy)]
pub struct Config {
    /// Served over HTTPS.
    pub tls: bool,
}
