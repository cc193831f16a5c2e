mod cookies {
    cookie_decl::declare_cookies! {
        pub(crate) policy in crate::cookie;

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
