mod cookies {
    cookie_decl::declare_cookies! {
        policy;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | durations;
            /// Keeps the visitor signed in
            SESSION = "sessionid" | 2 weeks;
        }
    }
}

fn main() {}
