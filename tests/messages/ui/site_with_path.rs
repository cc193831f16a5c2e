//! A site that is more than an origin.

mod cookies {
    cookie_decl::declare_cookies! {
        policy for "https://shop.example/en";
    }
}

fn main() {}
