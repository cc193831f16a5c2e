#![deny(private_interfaces)]

struct Locale;

pub mod cookies {
    cookie_decl::declare_cookies! {
        pub policy in crate::cookies;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Keeps the visitor's language
            LANGUAGE: super::Locale = "language" | 1 day;
        }
    }
}

fn main() {}
