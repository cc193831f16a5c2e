mod cookies {
    cookie_decl::declare_cookies! {
        policy;

        /// Adverts
        #[allow(no_consent_row)]
        category Adverts: opt_in {
            cookie | duration | set_by;
            /// Tells visitors apart
            FBP: Nonexistent = "_fbp" | 3 months | script;
        }
    }
}

fn main() {}
