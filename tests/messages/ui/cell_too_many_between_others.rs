mod cookies {
    cookie_decl::declare_cookies! {
        policy;
        provider Shop = "Example Shop";
        provider Matomo = "Matomo";

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | provider | duration;
            /// Keeps the visitor signed in
            SESSION = "sessionid" | Shop | Matomo | 2 weeks;
        }
    }
}

fn main() {}
