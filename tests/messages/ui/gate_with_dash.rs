mod cookies {
    cookie_decl::declare_cookies! {
        policy;

        /// Audience
        #[allow(no_consent_row)]
        category Statistics: opt-in {
            cookie | duration;
            /// Tells visits apart
            VISIT = "visit" | 2 weeks;
        }
    }
}

fn main() {}
