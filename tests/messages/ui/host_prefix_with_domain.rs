mod cookies {
    cookie_decl::declare_cookies! {
        policy;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration | attributes;
            /// Keeps the visitor signed in
            SESSION = "__Host-session" | 2 weeks | Secure HttpOnly Domain="example.org";
        }
    }
}

fn main() {}
