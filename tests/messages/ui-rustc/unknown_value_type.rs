mod cookies {
    cookie_decl::declare_cookies! {
        pub(crate) policy in crate::cookies;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Keeps the visitor's language
            LANGUAGE: Locale = "language" | 1 day;
        }
    }
}

fn main() {}
