//! Any input: headers, names and tables that nobody would write.
//!
//! `cargo test` gives each target some random input. A longer search, guided by coverage, needs a
//! nightly toolchain and a C++ compiler:
//!
//! ```text
//! cargo install cargo-bolero
//! cargo +nightly bolero test -p cookie-decl-fuzz --sanitizer NONE --engine-args=-len_control=0 -T 5m tables::any_table
//! ```
//!
//! The other targets are `tables::any_name_of_cookie`, `consent::any_answer`,
//! `headers::any_header`, `patterns::any_pattern` and `patterns::any_name`. Failures are kept in
//! `__fuzz__`, and every test run reads them again.

mod consent;
mod edit;
mod headers;
mod patterns;
mod tables;

use std::time::Duration;

/// How long a target runs in `cargo test`.
const SHORT: Duration = Duration::from_secs(4);
