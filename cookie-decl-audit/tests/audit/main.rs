//! The tests from outside, in one program: linking it takes longer than most of them.

#![allow(missing_docs, unreachable_pub, reason = "a table is `pub`")]

mod answers;
#[cfg(feature = "browse")]
mod browse;
mod by_provider;
mod command;
#[cfg(feature = "export")]
mod export;
#[cfg(feature = "import")]
mod import;
#[cfg(feature = "scan")]
mod init;
mod policy_file;
#[cfg(feature = "scan")]
mod scan;
#[cfg(any(feature = "browse", feature = "walk-url"))]
mod server;
mod vendor_update;
mod walk;
#[cfg(feature = "walk-url")]
mod walk_url;
