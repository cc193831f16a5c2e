//! Checks a site's code, templates, scripts and pages against its `cookie-decl` table.
//!
//! | check | call | feature |
//! |---|---|---|
//! | the table is as it was reviewed | [`policy_file()`] | |
//! | a service in the same process responds as the table says | [`Audit::walk`] | |
//! | a running server responds as the table says | `remote::Walk` | `walk-url` |
//! | the source stores and loads what the table says | `Audit::scan`, `Scan` | `scan` |
//! | a browser keeps and loads what the table says | `Audit::browse`, `browse::Browse` | `browse` |
//!
//! `export::Export` writes the table in the formats of other tools (feature `export`).
//! `import::Import` writes a first table from the list of another tool (feature `import`).
//!
//! The chapter "Keeping the page true" of `cookie-decl` shows all of them. The command `cookies` runs
//! the checks from the policy file alone: `cookies --help`.
//!
//! ```
//! mod cookies { cookie_decl::declare_cookies! {
//!     pub policy;
//!     cookie | duration;
//!     /// Needed
//!     ///
//!     /// You could not stay signed in.
//!     category Necessary: exempt {
//!         /// Keeps you signed in
//!         SESSION = "session" | 2 weeks;
//!     }
//! } }
//!
//! use cookie_decl_audit::PolicyFile;
//! use cookie_decl_audit::policy_file::Comparison;
//! let reviewed = PolicyFile::from(cookies::POLICY);
//! let mut later = reviewed.clone();
//! later.rows[0].duration = "1 year".parse().unwrap();
//! let difference = Comparison::of(&reviewed, &later).to_string();
//! assert!(difference.contains("the duration changed from `2 weeks` to `1 year`"));
//! ```

mod audit;
#[cfg(feature = "browse")]
pub mod browse;
#[cfg(any(feature = "browse", feature = "walk-url"))]
mod declared;
#[cfg(any(feature = "scan", feature = "import"))]
mod draft;
#[cfg(feature = "export")]
pub mod export;
mod findings;
mod formats;
mod help;
#[cfg(feature = "import")]
pub mod import;
#[cfg(any(feature = "scan", feature = "import"))]
mod javascript;
pub mod policy_file;
#[cfg(any(feature = "scan", feature = "browse", feature = "walk-url"))]
mod progress;
#[cfg(feature = "walk-url")]
pub mod remote;
pub mod report;
mod row;
#[cfg(feature = "scan")]
pub mod scan;
mod visitor;
pub mod walk;

pub use crate::audit::Audit;
pub use crate::policy_file::{PolicyFile, policy_file};
pub use crate::report::{Finding, Place, Report, Rule};
#[cfg(feature = "scan")]
pub use crate::scan::Scan;
pub use crate::walk::step::Step;
