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
            EDITOR = "sessionid" | 1 day | attributes = .. Path="/edit";
        }
    }
}

fn main() {
    cookies::cookie!("sessionid");
}
