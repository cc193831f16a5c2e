mod cookies {
    cookie_decl::declare_cookies! {
        policy;
        provider Google = "Google";
        cookie | duration;

        /// Advertising
        #[allow(no_consent_row)]
        category Marketing: opt_in(by provider) {
            /// Counts adverts
            "NID" | 6 months | provider = Google | set_by = script;
        }

        /// Advertising by Google
        category MarketingGoogle: opt_out {
            /// Counts adverts
            "count" | 1 day | set_by = script;
        }
    }
}

fn main() {}
