//! Rows with `{ expr }` that read only globals, all unused, with every lint for generated code.
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

use std::sync::LazyLock;
use std::time::Duration;

struct Config {
    tls: bool,
    path: String,
    domain: Option<String>,
    lifetime: Duration,
    preview: bool,
}

static CONFIG: LazyLock<Config> = LazyLock::new(|| Config {
    tls: true,
    path: "/".to_owned(),
    domain: None,
    lifetime: Duration::from_secs(90),
    preview: false,
});

mod cookies {
    use super::{CONFIG, Duration};

    cookie_decl::declare_cookies! {
        pub(crate) policy;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;

            /// Keeps the visitor signed in
            SESSION = "sessionid" | { CONFIG.lifetime } max 4 weeks | attributes = .. Secure={ CONFIG.tls } Path={ CONFIG.path.clone() };
            /// Holds what the visitor bought
            BASKET = "basket" | 2 weeks "a fortnight" | attributes = Secure={ let tls = CONFIG.tls; tls || cfg!(test) } SameSite={ cookie_decl::table::SameSite::Strict } Path={ "/shop" };
            /// Keeps the editor's choice of columns
            COLUMNS: u32 = "columns" | session | attributes = .. Domain={ CONFIG.domain.clone() } HttpOnly={ !CONFIG.tls } Partitioned={ false };
            /// Tells the shards apart
            SHARD = "shard.{id}" | session | attributes = .. Domain={ String::from("example.org") };
            /// Switches previews on
            PREVIEW = "preview" | { if CONFIG.tls { CONFIG.lifetime } else { Duration::ZERO } } max 1 day | when = { CONFIG.preview };
            /// Switches drafts on
            "draft" | 1 day | when = { cfg!(debug_assertions) };
        }
    }
}

fn main() {}
