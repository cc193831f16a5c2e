//! Holds a site's code, templates, scripts and pages against its `cookie-decl` table.

mod audit;
#[cfg(feature = "browse")]
pub mod browse;
mod formats;
pub mod policy_file;
pub mod report;
#[cfg(feature = "scan")]
pub mod scan;
pub mod walk;

pub use crate::audit::Audit;
pub use crate::policy_file::{PolicyFile, policy_file};
pub use crate::report::{Finding, Place, Report, Rule};
#[cfg(feature = "scan")]
pub use crate::scan::Scan;
pub use crate::walk::step::Step;
