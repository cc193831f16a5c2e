//! The constants in a page: WebAssembly stores what the table declares, with consent.
//!
//! The constant of a row that a script stores (`set_by = script`, or an item of local or session
//! storage) has [`store`](crate::Declared::store), `read` and `remove`. The row says where: they
//! use `document.cookie`, `localStorage` or `sessionStorage`. The proof is the same as on a server,
//! and [`Consent::from_page`](crate::Consent::from_page) reads the visitor's answer.
//!
//! ```
//! # mod cookies { cookie_decl::declare_cookies! {
//! #     pub policy;
//! #     cookie | duration;
//! #     /// Needed
//! #     ///
//! #     /// The site does not work without these.
//! #     category Necessary: exempt {
//! #         /// Remembers what you chose
//! #         PREFERENCES: Consent = "__Host-preferences" | 6 months | attributes = .. !HttpOnly;
//! #     }
//! #     /// Audience
//! #     category Statistics: opt_in {
//! #         /// Remembers which product you saw last
//! #         RECENT: u32 = "recent" | 30 days | set_by = script;
//! #     }
//! # } }
//! // PREFERENCES: Consent = "__Host-preferences" | 6 months | attributes = .. !HttpOnly;
//! // RECENT: u32 = "recent" | 30 days | set_by = script;
//! use cookie_decl::web::PageError;
//! use cookies::{Consent, RECENT};
//! fn show(product: u32) -> Result<(), PageError> {
//!     let consent = Consent::from_page()?;
//!     if let Some(ok) = consent.granted() {
//!         RECENT.store(ok, product)?;
//!     }
//!     Ok(())
//! }
//! // The same code compiles for a server that renders pages, where it has no page.
//! assert_eq!(show(42), Err(PageError::NoPage));
//! ```
//!
//! [`guide::browser`](crate::guide::browser) has the rest.

pub(crate) mod access;
mod consent;
mod error;
mod item;
#[cfg_attr(
    not(all(target_family = "wasm", target_os = "unknown")),
    path = "no_page.rs"
)]
mod page;

pub use crate::web::error::PageError;
