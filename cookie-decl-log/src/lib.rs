//! Keeps the decisions that a `cookie-decl` guard records, in SQLite or PostgreSQL.
//!
//! "The controller shall be able to demonstrate that the data subject has consented" (GDPR, article
//! 7(1)). A [`Log`] has one event for each decision: when and where it was made, what it says about
//! each category, and which text the visitor was shown. Events are chained by SHA-256, so that
//! [`Log::verify`] finds one that was changed or removed.
//!
//! | feature | default | for |
//! |---|---|---|
//! | `sqlite` | yes | a file beside the application; SQLite is compiled in |
//! | `postgres` | no | a PostgreSQL server |
//! | `tls` | no | an encrypted connection to it, by rustls |
//!
//! ```
//! # #[cfg(feature = "sqlite")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # mod cookies { cookie_decl::declare_cookies! {
//! #     pub policy;
//! #     /// Needed
//! #     ///
//! #     /// The site does not work without these.
//! #     category Necessary: exempt {
//! #         cookie | duration;
//! #         /// Remembers what you chose
//! #         PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
//! #     }
//! #     /// Audience
//! #     category Statistics: opt_in {
//! #         cookie | duration;
//! #         /// Remembers what you looked at last
//! #         RECENT = "recent" | 30 days;
//! #     }
//! # } }
//! # use http::{HeaderMap, Method, Uri};
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("consent.db");
//! use cookie_decl::Guard;
//! use cookie_decl_log::Log;
//!
//! let log = Log::sqlite(path).open()?;
//! let guard = Guard::new(cookies::POLICY).record(log.clone());
//! # let headers = HeaderMap::from_iter([("sec-fetch-site".parse()?, "same-origin".parse()?)]);
//! # let visitor = guard.visitor(&Method::POST, &Uri::from_static("/cookies/preferences"), &headers);
//! # let posted = guard.respond(&visitor, &Method::POST, &headers, b"choice=accept&via=banner");
//! # tokio::runtime::Builder::new_current_thread().build()?.block_on(posted);
//!
//! // A visitor has clicked on "Accept all" since then.
//! let days = log.count(0..u64::MAX)?;
//! assert_eq!((days[0].categories[0].granted, days[0].categories[0].denied), (1, 0));
//!
//! let mut lines = Vec::new();
//! log.export_json_lines(0..u64::MAX, &mut lines)?;
//! let decision: serde_json::Value = serde_json::from_slice(&lines)?;
//! assert_eq!(decision["action"], "agree");
//!
//! // The text that the visitor was shown, and whether the log is as it was written.
//! let shown = log.text(decision["text"].as_str().unwrap_or_default())?;
//! assert!(shown.is_some_and(|shown| shown.json.contains("Accept all")));
//! assert!(log.verify()?.is_whole());
//! # Ok(()) }
//! # #[cfg(not(feature = "sqlite"))]
//! # fn main() {}
//! ```
//!
//! # What a crash loses
//!
//! With [`Durability::Committed`], a crash loses no decision that a visitor was told is saved. With
//! [`Durability::Queued`], it loses what is in the queue. While the database is down, visitors wait
//! for a time that you [choose](Settings::wait), and what they granted does not count, unless a
//! local [`spool`](Settings) takes it.
//!
//! The repository's `docs/consent-log.md` has the tables, the speed, and how to back up.

#[cfg(not(any(feature = "sqlite", feature = "postgres")))]
compile_error!("choose a database: the feature `sqlite` or `postgres`");

mod chain;
mod connection;
mod error;
mod export;
mod keep;
mod log;
#[cfg(feature = "postgres")]
mod postgres;
mod queue;
mod reads;
mod record;
mod report;
mod schema;
mod spool;
#[cfg(feature = "sqlite")]
mod sqlite;
#[cfg(test)]
mod tests;
#[cfg(feature = "tls")]
mod tls;
mod value;
mod verify;
mod writer;

pub use crate::error::Error;
pub use crate::log::{Durability, Log, Settings};
pub use crate::reads::{Count, Day, Month};
pub use crate::record::{Choice, Record};
pub use crate::report::Report;
pub use crate::verify::{Fault, Verified};
