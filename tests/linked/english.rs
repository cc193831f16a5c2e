//! A program whose table is in English only.

mod cookies {
    cookie_decl::declare_cookies! {
        /// Cookies
        pub(crate) policy;
        /// Needed
        ///
        /// The site does not work without it.
        category Necessary: exempt {
            cookie | duration;
            /// Keeps you signed in
            "sessionid" | session;
        }
    }
}

fn main() {
    println!("{}", cookies::POLICY.page().html());
}
