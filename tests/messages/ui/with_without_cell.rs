mod cookies {
    cookie_decl::declare_cookies! {
        policy;
        provider Acme = "Acme";

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            with provider = ;
            cookie | duration;
            /// Keeps the visitor signed in
            SESSION = "sessionid" | 2 weeks;
        }
    }
}

fn main() {}
