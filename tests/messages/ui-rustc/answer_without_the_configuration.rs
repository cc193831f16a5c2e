//! An answer to a table `with config` depends on the configuration.

struct Config {
    analytics: bool,
}

mod cookies {
    cookie_decl::declare_cookies! {
        pub(super) policy with config: crate::Config;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers what you chose
            PREFERENCES: Consent = "preferences" | 6 months;
        }
        /// Statistics
        category Statistics: opt_in {
            cookie | duration;
            /// Counts
            "count" | 1 day | when = { config.analytics };
        }
    }
}

fn main() {
    let request = cookie_decl::RequestCookies::from_header("");
    let consent = cookies::Consent::from_request(request, cookie_decl::Gpc::OFF, 0);
    let _ = cookies::PREFERENCES.set(&consent);
}
