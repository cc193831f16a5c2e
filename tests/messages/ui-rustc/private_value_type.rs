#![deny(private_interfaces)]

struct Locale;

impl std::fmt::Display for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("en")
    }
}

impl std::str::FromStr for Locale {
    type Err = ();

    fn from_str(_: &str) -> Result<Self, ()> {
        Ok(Self)
    }
}

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
