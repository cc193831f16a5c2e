//! A `pub(crate)` table of which nothing is used, under every lint that looks at generated code.
//! That it compiles is the test; the lints of clippy need `cargo clippy`.
#![deny(
    warnings,
    missing_docs,
    unused_qualifications,
    unreachable_pub,
    unused,
    clippy::all,
    clippy::pedantic
)]
// Not with the test harness, which allows some of it.
#![cfg_attr(not(test), forbid(dead_code, unused_imports, unused_macros))]

/// The table.
mod cookies {
    cookie_decl::declare_cookies! {
        /// Cookies
        ///
        /// What we store.
        pub(crate) policy for "https://example.org" in crate::cookies;

        provider Site = "Us";
        provider AWS = "AWS \"CloudFront\" <b>*bold*</b> [link](x) OpenStreetMap PayPal" {
            privacy: "https://example.net/privacy", third_party, country: "US"
        }

        /// Needed by YouTube & PayPal: my_own_name, http://example.org/, Foo::bar() and `code
        ///
        /// The site does not work without these. - no list
        ///     no code
        /// 1. no number
        category NecessaryCookies: exempt {
            with provider = Site;
            cookie | duration | function;

            /// Keeps the visitor signed in
            SESSION = "sessionid" | 2 weeks | "Sign-in of OpenStreetMap";
            /// Keeps the visitor's language
            LANGUAGE: u32 = "language" | 12 months | "" | attributes = .. Path="/app";
            /// Remembers the answer
            PREFERENCES: Consent = "preferences" | 6 months | _;
            #[allow(no_purpose)]
            NO_TEXT = "a`tick" | session | _;
        }

        /// Audience
        category StatisticsCookies: opt_in(revision 2, gpc) {
            with provider = AWS;
            cookie | duration | set_by;

            /// Tells visitors apart
            "_pk_id.{site}.{hash}" | 13 months | script;
            /// Marks a visit
            VISIT = "visit.{id}" | session | server;
            /// Draws a map
            MAP = "map" | persistent | script | storage = local_storage;
        }

        #[allow(no_description)]
        #[allow(empty_category)] category OtherCookies: opt_out {}
    }
}

fn main() {}
