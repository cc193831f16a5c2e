mod cookies {
    cookie_decl::declare_cookies! {
        policy;
        consent tied;

        /// Needed
        ///
        /// Without it we would ask you on every page.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers the answer
            PREFERENCES: Consent = "preferences" | 6 months;
        }
    }
}

fn main() {}
