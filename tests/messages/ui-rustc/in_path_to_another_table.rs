mod other {
    cookie_decl::declare_cookies! {
        pub(crate) policy in crate::other;

        /// Other
        #[allow(empty_category)] category Other: opt_out {}
    }
}

mod cookies {
    cookie_decl::declare_cookies! {
        pub(crate) policy in crate::other;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Keeps the visitor signed in
            SESSION = "sessionid" | 2 weeks;
        }
    }
}

fn main() {}
