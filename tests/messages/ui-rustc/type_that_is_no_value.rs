mod cookies {
    pub(crate) struct Locale;

    cookie_decl::declare_cookies! {
        pub(crate) policy;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers the language
            LANGUAGE: Locale = "language" | 1 day;
        }
    }
}

fn main() {}
