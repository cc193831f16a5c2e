mod cookies {
    cookie_decl::declare_cookies! {
        pub(crate) policy in crate::cookies;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Keeps the visitor signed in
            SESSION = "sessionid" | { 14 } max 2 weeks | attributes = .. Secure={ "yes" } Path={ 1 } Domain={ true };
            /// Switches previews on
            PREVIEW = "preview" | 1 day | when = { Some(true) };
        }
    }
}

fn main() {}
