mod cookies {
    cookie_decl::declare_cookies! {
        policy;
        provider Google = "Google";
        cookie | duration;

        /// Advertising
        #[allow(no_consent_row)]
        category Marketing: opt_in(per provider) {
            /// Counts adverts
            "NID" | 6 months | provider = Google | set_by = script;
        }

        /// Comfort
        category Comfort: opt_out by provider {
            /// Draws a map
            "map" | 1 day | set_by = script;
        }
    }
}

fn main() {}
