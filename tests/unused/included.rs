//! A table that includes another one, and nothing of either is used. That it compiles is the test;
//! the lints of clippy need `cargo clippy`.
#![deny(
    warnings,
    missing_docs,
    unused_qualifications,
    unreachable_pub,
    redundant_imports,
    meta_variable_misuse,
    unused_macro_rules,
    unused,
    clippy::all,
    clippy::pedantic
)]

/// The table of a library.
pub mod library {
    cookie_decl::declare_cookies! {
        pub policy in crate::library export library_cookies;

        /// Devices
        #[allow(no_consent_row)]
        category Devices: opt_in {
            cookie | duration;
            /// Remembers this device
            DEVICE: u32 = "device" | 30 days;
        }
    }
}

/// Facts about somebody else.
pub mod vendor {
    cookie_decl::export_cookies! {
        /// A vendor.
        export vendor;
        last_updated "2026-11-26";
        cookie | duration;
        /// Tells visitors apart
        "_id" | 13 months | set_by = script;
    }
}

/// The table of the site.
mod cookies {
    cookie_decl::declare_cookies! {
        policy;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers the answer
            PREFERENCES: Consent = "preferences" | 6 months;
        }

        /// Audience
        category Statistics: opt_in {
            include crate::library::library_cookies;
            include crate::vendor::vendor;
        }
    }
}

fn main() {}
