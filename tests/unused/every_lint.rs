//! A table under the lints of rustc that are off until somebody wants them.
#![deny(
    warnings,
    future_incompatible,
    rust_2018_idioms,
    rust_2024_compatibility,
    nonstandard_style,
    let_underscore
)]
#![deny(
    ambiguous_negative_literals,
    explicit_outlives_requirements,
    impl_trait_redundant_captures,
    meta_variable_misuse,
    missing_copy_implementations,
    missing_debug_implementations,
    missing_unsafe_on_extern,
    redundant_imports,
    redundant_lifetimes,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unnameable_types,
    unused_import_braces,
    unused_lifetimes,
    unused_macro_rules,
    unused_results,
    variant_size_differences
)]
#![allow(deprecated)]
// One warning of our own, `case_twins` below, is here for its code.
// Not with the test harness, which allows some of it.
#![cfg_attr(
    not(test),
    forbid(
        unsafe_code,
        unused_qualifications,
        non_upper_case_globals,
        missing_docs
    )
)]

/// The table.
pub mod cookies {
    cookie_decl::declare_cookies! {
        /// Cookies
        pub policy in crate::cookies;

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
        #[allow(empty_category)] category Fourth: opt_out {}
        #[allow(empty_category)] category Fifth: opt_out {}
        #[allow(empty_category)] category Sixth: opt_out {}
        #[allow(empty_category)] category Seventh: opt_out {}
        #[allow(empty_category)] category r#Eighth: opt_out {}
    }
}

/// A table that stays here.
mod own {
    cookie_decl::declare_cookies! {
        policy;

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
        #[allow(empty_category)] category Fourth: opt_out {}
        #[allow(empty_category)] category Fifth: opt_out {}
        #[allow(empty_category)] category Sixth: opt_out {}
        #[allow(empty_category)] category Seventh: opt_out {}
        #[allow(empty_category)] category r#Eighth: opt_out {}

        /// Needed
        #[allow(no_description)]
        category Third: exempt {
            cookie | duration;
            /// In small letters
            "SessionId" | 1 day;
        }
    }
}

fn main() {}
