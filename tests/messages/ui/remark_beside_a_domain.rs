mod cookies {
    cookie_decl::declare_cookies! {
        policy;

        /// Adverts
        #[allow(no_consent_row)]
        category Adverts: opt_in {
            cookie | duration | set_by;
            /// Tells visitors apart
            "li_gc" | 6 months | "linkedin.com (3rd party)";
        }
    }
}

fn main() {}
