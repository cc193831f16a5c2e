//! Holds a site's code, templates, scripts and pages against its `cookie-decl` table.

pub mod policy_file;
pub mod report;
#[cfg(feature = "scan")]
pub mod scan;

pub use crate::policy_file::PolicyFile;
pub use crate::report::{Finding, Place, Report, Rule};
#[cfg(feature = "scan")]
pub use crate::scan::Scan;
