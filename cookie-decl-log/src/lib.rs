//! Keeps the decisions that a `cookie-decl` guard records, in SQLite or PostgreSQL.
//!
//! "The controller shall be able to demonstrate that the data subject has consented" (GDPR, article
//! 7(1)). A [`Log`] has one event for each decision: when, where, what about each category, and
//! which text the visitor was shown. Events are chained by SHA-256, so that [`Log::verify`] finds
//! one that was changed or removed.
//!
//! | feature | default | for |
//! |---|---|---|
//! | `sqlite` | yes | a file beside the application; SQLite is compiled in |
//! | `postgres` | no | a PostgreSQL server |
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
#[cfg(all(test, feature = "sqlite"))]
mod tests;
mod value;
mod verify;
mod writer;

pub use crate::error::Error;
pub use crate::log::{Durability, Log, Settings};
pub use crate::reads::{Count, Day, Month};
pub use crate::record::{Choice, Record};
pub use crate::report::Report;
pub use crate::verify::{Fault, Verified};
