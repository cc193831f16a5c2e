mod cookies {
    cookie_decl::declare_cookies! {
        pub(crate) policy;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers the cart
            CART = "cart_{shop}" | 1 day;
        }
    }
}

fn main() {
    let _ = cookies::CART.set("2");
    let _ = cookies::CART.get(cookie_decl::RequestCookies::from_header(""));
}
