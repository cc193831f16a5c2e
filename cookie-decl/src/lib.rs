//! A site's cookies are declared once, in the table of [`declare_cookies!`]. From it come typed constants, errors at
//! compile time for cookies that browsers would refuse, look-up, and the published policy page. The page cannot drift
//! from the code, because there is nothing else to drift from.
//!
//! | term | means |
//! |---|---|
//! | table | what stands in `declare_cookies!` |
//! | row | one line of it: names, provider, purpose, duration, attributes |
//! | declaration | one declared name with its row, a [`Declaration`] |
//! | category | rows of one kind, which visitors decide about together |
//! | gate | what a category needs before something is stored: [`Exempt`], [`OptIn`] or [`OptOut`] |
//! | policy | the whole table as a value, [`Policy`] |
//! | consent | what a visitor agreed to, [`Consent`] |
//!
//! Start with [`declare_cookies!`], which is the reference of the table; then [`Cookie`] for setting and reading,
//! [`Consent`] for the visitor's answer, [`Policy`] for look-up, [`Page`] for the page and [`Preferences`] for the banner
//! and the form. Nothing happens at start-up, and a look-up allocates nothing. Without the features `cookie` and `http` the
//! crate is `no_std` with `alloc`.
//!
//! # Features
//!
//! - `serde` (default): `Serialize` and `Deserialize` for the generated enums, `Serialize` for the page.
//! - `json`: `Json<T>`, the value of any serde type.
//! - `cookie`: [`SetCookie`] into `cookie::Cookie` 0.18, for the jars of the frameworks that use it.
//! - `fluent`: translations of the table's texts in `.ftl` files.
//! - `http`: `Guard`, which holds responses against the table and answers for the pages, over the headers of the crate
//!   `http`.
//! - `tower`: the guard as a layer, and the pages as a service.
//! - `axum`: extractors, response parts and routes.
//!
//! # What it is not
//!
//! It cannot see what a third party's script does in the browser, and it is no legal advice.
#![no_std]

extern crate alloc;
#[cfg(feature = "http")]
extern crate std;

pub mod consent;
mod cookie;
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

#[doc = include_str!("../docs/rules.md")]
pub mod rules {}

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

/// The constants that a table generates.
pub mod constants {
    pub use crate::cookie::FamilyMember;
    pub use crate::run_time::At;
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
