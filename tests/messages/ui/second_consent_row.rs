mod cookies {
    cookie_decl::declare_cookies! {
        policy;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Keeps the visitor signed in
            SESSION = "sessionid" | 2 weeks;
            /// Remembers the answer
            PREFERENCES: Consent = "preferences" | 6 months;
            /// Remembers the answer
            CHOICES: Consent = "choices" | 6 months;
        }
    }
}

fn main() {}
