mod cookies {
    cookie_decl::declare_cookies! {
        pub(crate) policy in crate::cookies;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration | set_by;
            /// Counts visits
            VISITS = "visits" | 2 weeks | script;
        }
    }
}

fn main() {
    let _: cookie_decl::Cookie<cookie_decl::Exempt<cookies::category::Necessary>, String> = cookies::VISITS;
}
