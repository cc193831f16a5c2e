//! What is wrong with included rows is reported at the `include`, and names the row.

mod cookies {
    cookie_decl::declare_cookies! {
        pub policy for "https://shop.example" in crate::cookies;

        include include_auth::auth_cookies in Necessary;

        /// Needed
        ///
        /// The shop does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Keeps your choice
            PREFERENCES: Consent = "__Host-preferences" | 6 months;
            include include_vendor::measure(sites = "7") {
                without "_ms_tst";
            }
        }
    }
}

fn main() {}
