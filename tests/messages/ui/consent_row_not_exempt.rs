mod cookies {
    cookie_decl::declare_cookies! {
        policy;

        /// Audience
        category Statistics: opt_in {
            cookie | duration;
            /// Remembers the answer
            PREFERENCES: Consent = "preferences" | 2 years;
        }
    }
}

fn main() {}
