pub struct Config {
    tls: bool,
}

mod cookies {
    cookie_decl::declare_cookies! {
        pub(crate) policy with config: crate::Config in crate::cookies;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Keeps the visitor signed in
            SESSION = "sessionid" | 2 weeks | attributes = .. Secure={ config.tls };
        }
    }
}

fn main() {
    let _ = cookies::POLICY.find("sessionid");
    let _ = cookies::POLICY.page().html();
}
