//! Rows with `{ expr }` under a configuration, all unused, with every lint for generated code.
#![deny(
    warnings,
    missing_docs,
    unused_qualifications,
    unreachable_pub,
    unused,
    clippy::all,
    clippy::pedantic
)]
// The test harness would allow some of the lints.
#![cfg_attr(not(test), forbid(dead_code, unused_imports, unused_macros))]

use std::time::Duration;

/// The configuration of a deployment.
#[derive(Debug)]
pub struct Config {
    /// Served over HTTPS.
    pub tls: bool,
    /// Where the application is mounted.
    pub path: String,
    /// The domain that cookies are shared over.
    pub domain: Option<String>,
    /// How long a session lasts.
    pub lifetime: Duration,
    /// Drafts can be seen.
    pub preview: bool,
}

/// The table.
pub mod cookies {
    use std::time::Duration;

    cookie_decl::declare_cookies! {
        pub policy with config: crate::Config in crate::cookies;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;

            /// Keeps the visitor signed in
            SESSION = "sessionid" | { config.lifetime } max 4 weeks | attributes = .. Secure={ config.tls } Path={ config.path.clone() };
            /// Holds what the visitor bought
            BASKET = "basket" | 2 weeks "a fortnight" | attributes = Secure={ let tls = config.tls; tls || cfg!(test) } SameSite={ cookie_decl::table::SameSite::Strict } Path={ "/shop" };
            /// Keeps the editor's choice of columns
            COLUMNS: u32 = "columns" | session | attributes = .. Domain={ config.domain.clone() } HttpOnly={ !config.tls } Partitioned={ false };
            /// Tells the shards apart
            SHARD = "shard.{id}" | session | attributes = .. Domain={ String::from("example.org") };
            /// Switches previews on
            PREVIEW = "preview" | { if config.tls { config.lifetime } else { Duration::ZERO } } max 1 day | when = { config.preview };
            /// Switches drafts on
            "draft" | 1 day | when = { cfg!(debug_assertions) };
        }
    }
}

fn main() {}
