#![deny(deprecated)]

mod cookies {
    cookie_decl::declare_cookies! {
        pub(crate) policy in crate::cookies;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Keeps the visitor signed in
            SESSION = "sessionid" | 2 weeks;
            /// Keeps the visitor signed in on the old site
            OLD_SESSION = "SessionID" | 2 weeks;
            /// Counts visits
            "_ga*" | 1 day | set_by = script;
        }
    }
}

fn main() {}
