//! A table without the standard library, and without any feature of the library.
#![no_std]

extern crate alloc;

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

/// What a deployment sets.
#[derive(Debug)]
pub struct Config {
    /// Served over HTTPS.
    pub tls: bool,
}

/// The name, found by the macro.
pub fn session() -> &'static str {
    cookies::cookie!("sessionid").name()
}
