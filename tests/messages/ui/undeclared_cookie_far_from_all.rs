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
            /// Keeps the visitor's language
            LANGUAGE: u32 = "language" | 1 day;
        }
    }
}

fn main() {
    cookies::cookie!("theme").name();
}
