mod cookies {
    cookie_decl::declare_cookies! {
        policy;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration | attributes;
            /// Keeps the visitor signed in
            SESSION = "sessionid" | 2 weeks | .. Domain=".example.org";
        }
    }
}

fn main() {}
