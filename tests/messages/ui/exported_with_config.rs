//! A table for others is the same in every deployment.

pub struct Config;

pub mod cookies {
    cookie_decl::declare_cookies! {
        pub policy with config: crate::Config in crate::cookies export shop_cookies;
    }
}

pub mod vendor {
    cookie_decl::export_cookies! {
        export vendor;
        cookie | duration;
        /// Keeps a session
        SESSION = "session" | 2 weeks;
        /// Is too long
        "old" | 2 years;
    }
}

fn main() {}
