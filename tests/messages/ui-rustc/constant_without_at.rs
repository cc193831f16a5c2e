pub struct Config {
    tls: bool,
}

mod cookies {
    cookie_decl::declare_cookies! {
        pub(crate) policy with config: crate::Config;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            with attributes = .. Secure={ config.tls };
            /// Keeps the visitor signed in
            SESSION = "sessionid" | 2 weeks;
            /// Remembers the cart
            CART = "cart_{shop}" | 1 day;
        }
    }
}

fn main() {
    let _ = cookies::SESSION.set("abc");
    let _ = cookies::SESSION.get(cookie_decl::RequestCookies::from_header(""));
    let _ = cookies::CART.with(["7"]);
}
