//! Declares a site's cookies once, in the table of [`declare_cookies!`]. From the table come typed
//! constants, compile errors for cookies that browsers would refuse, a consent check in the types,
//! and the policy page that visitors read. On a server, [`Guard`] checks every response against the
//! same table.
//!
#![cfg_attr(feature = "axum", doc = "```")]
#![cfg_attr(not(feature = "axum"), doc = "```ignore")]
//! mod cookies {
//!     cookie_decl::declare_cookies! {
//!         /// Cookie policy
//!         pub policy in crate::cookies;
//!
//!         cookie | duration;
//!
//!         /// Needed for the shop to work
//!         ///
//!         /// Without it we would ask you on every page.
//!         category Necessary: exempt {
//!             /// Remembers your choice about cookies
//!             PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
//!         }
//!
//!         /// Audience measurement
//!         category Statistics: opt_in {
//!             /// Remembers which product you saw last
//!             RECENT: u32 = "recent" | 30 days;
//!         }
//!     }
//! }
//!
//! use axum::response::{Html, IntoResponse};
//! use axum::{Router, routing::get};
//! use cookie_decl::error::SetError;
//! use cookie_decl::guard::Protected;
//! use cookie_decl::{Guard, Visitor};
//! use cookies::{Category, POLICY, RECENT};
//!
//! async fn home(visitor: Visitor<Category>) -> Html<String> {
//!     // The banner asks while there is something to ask.
//!     Html(format!("{}{}<h1>Shop</h1>", visitor.head(), visitor.banner()))
//! }
//!
//! async fn product(visitor: Visitor<Category>) -> Result<impl IntoResponse, SetError> {
//!     // `set_if` needs the consent. If the visitor denies the category, no cookie is sent.
//!     Ok((RECENT.set_if(visitor.consent(), 42)?, "Product 42"))
//! }
//!
//! fn app() -> Protected<Category> {
//!     let guard = Guard::new(POLICY).report(|finding| eprintln!("{finding}"));
//!     let app = Router::new()
//!         .route("/", get(home))
//!         .route("/product", get(product))
//!         .merge(guard.routes()); // the policy page and the form, under `/cookies`
//!     guard.protect(app) // for `axum::serve`
//! }
//! # fn main() { app(); }
//! ```
//!
//! # Where to start
//!
//! | to | read |
//! |---|---|
//! | write a table | [`guide::table`], and [`declare_cookies!`], the reference |
//! | set, read and remove cookies | [`Cookie`], [`SetCookie`], [`RequestCookies`] |
//! | know what a visitor chose | [`Consent`], [`Granted`] |
//! | run a server | [`guide::server`], [`Guard`], [`Visitor`] |
//! | use actix-web, Rocket, hyper, warp, salvo, poem, or a proxy | [`guide::frameworks`] |
//! | tell Google, Microsoft, Meta and others what a visitor chose | [`guide::signals`] |
//! | store something with a script | [`guide::browser`] |
//! | record what visitors decide | [`guide::consent_log`], [`consent_log`] |
//! | print the policy page | [`Page`] |
//! | change banner and form | [`Preferences`] |
//! | replace built-in texts | [`guide::wording`] |
//! | test | [`guide::testing`] |
//! | check code, templates and scripts against the table | [`guide::keeping_true`] |
//! | copy a table for a common case | [`guide::recipes`] |
//! | change a table of a running site | [`guide::edits`] |
//! | take the rows of a library, or export yours | [`guide::include`] |
//! | see the generated code | [`guide::expansion`] |
//! | understand an error of a table | [`rules`] |
//!
//! The other types are in [`table`], [`value`], [`consent`], [`page`], [`preferences`], [`guard`],
//! [`web`], [`constants`] and [`error`].
//!
//! # Terms
//!
//! | term | meaning |
//! |---|---|
//! | table | what you write in `declare_cookies!` |
//! | row | one line of the table: names, provider, purpose, duration, attributes |
//! | declaration | one declared name with its row, a [`Declaration`] |
//! | category | rows that visitors decide about together |
//! | gate | what a category needs before something is stored: [`Exempt`], [`OptIn`] or [`OptOut`] |
//! | choice | whether a visitor grants or denies a category |
//! | consent | the choices of one visitor, a [`Consent`] |
//! | policy | the whole table as a value, a [`Policy`] |
//! | violation | a way in which a request or response differs from the table, a [`guard::Violation`] |
//!
//! # Features
//!
//! - `macros` (default): [`declare_cookies!`]. A crate that only reads a table builds sooner without it.
//! - `serde` (default): `Serialize` and `Deserialize` for the generated enums, `Serialize` for the
//!   page.
//! - `json`: `Json<T>`, for values of any serde type.
//! - `cookie`: converts a [`SetCookie`] into a `cookie::Cookie` 0.18, for the jars of frameworks
//!   that use it.
//! - `fluent`: translations of the table's texts from `.ftl` files.
//! - `http`: [`Guard`], over the headers of the crate `http`.
//! - `tower`: the guard as a layer, and the pages as a service.
//! - `web`: the constants in WebAssembly, over `document.cookie` and the storages of the page.
//! - `axum`: extractors, response parts and routes.
//! - `actix`: the guard as middleware of actix-web 4, extractors and responses.
//! - `rocket`: the guard as a fairing of Rocket 0.5, request guards and responders.
//!
//! Nothing runs at start-up, and a look-up allocates nothing. Without the features `cookie` and
//! `http` the crate is `no_std` with `alloc`.
//!
//! # What it is not
//!
//! It cannot see what a third party's script does in the browser, and it is not legal advice.
#![no_std]

extern crate alloc;
#[cfg(feature = "http")]
extern crate std;

pub mod consent;
#[cfg(feature = "http")]
pub mod consent_log;
mod cookie;
#[cfg(feature = "macros")]
mod declare;
pub mod error;
#[cfg(feature = "http")]
pub mod guard;
mod html;
pub mod page;
mod policy;
pub mod preferences;
mod run_time;
pub mod table;
mod texts;
mod wire;

#[cfg(feature = "web")]
pub mod web;

#[doc = include_str!("../docs/rules.md")]
pub mod rules {}

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

/// Chapters. They contain documentation only.
pub mod guide {
    // A server needs more crates than this one depends on, so those examples are doctests of
    // `tests/guard`.
    #[cfg_attr(not(doctest), doc = include_str!("../docs/server.md"))]
    pub mod server {}

    // Doctests of `tests/frameworks`.
    #[cfg_attr(not(doctest), doc = include_str!("../docs/frameworks.md"))]
    pub mod frameworks {}

    #[cfg_attr(not(doctest), doc = include_str!("../docs/signals.md"))]
    pub mod signals {}

    #[cfg_attr(not(doctest), doc = include_str!("../docs/browser.md"))]
    pub mod browser {}

    #[cfg_attr(not(doctest), doc = include_str!("../docs/testing.md"))]
    pub mod testing {}

    #[doc = include_str!("../docs/keeping_true.md")]
    pub mod keeping_true {}

    #[allow(clippy::doc_markdown, reason = "YouTube is a name, not code")]
    #[cfg_attr(not(doctest), doc = include_str!("../docs/recipes.md"))]
    pub mod recipes {}

    #[doc = include_str!("../docs/table.md")]
    pub mod table {}

    #[doc = include_str!("../docs/wording.md")]
    pub mod wording {}

    #[doc = include_str!("../docs/edits.md")]
    pub mod edits {}

    #[doc = include_str!("../docs/include.md")]
    pub mod include {}

    #[cfg(feature = "http")]
    #[doc = include_str!("../docs/consent_log.md")]
    pub mod consent_log {}

    #[doc = include_str!("../docs/expansion.md")]
    pub mod expansion {}
}

/// The constants that a table generates.
pub mod constants {
    pub use crate::cookie::FamilyMember;
    pub use crate::run_time::At;
    #[cfg(feature = "web")]
    pub use crate::web::access::Member;
}

pub use crate::consent::gate::{Exempt, OptIn, OptOut};
pub use crate::consent::{Consent, Gpc, Granted};
pub use crate::cookie::{Cookie, CookieFamily, Declared};
pub use crate::error::Error;
#[cfg(feature = "http")]
pub use crate::guard::{Guard, Visitor};
pub use crate::page::Page;
pub use crate::policy::Policy;
pub use crate::preferences::Preferences;
pub use crate::run_time::Configured;
pub use crate::table::declaration::Declaration;
pub use crate::wire::request::RequestCookies;
pub use crate::wire::set_cookie::{SetCookie, SetCookies};
pub use crate::wire::value;
