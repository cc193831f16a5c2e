//! Tests of the workspace, from the outside.
//!
//! | where | what |
//! |---|---|
//! | `messages/` | mistakes, with what the compiler prints; a separate package |
//! | `tests/hygiene/` | the table wherever Rust allows an item |
//! | `crates/` | the table in other crates: renamed, `no_std`, older editions, used by another crate |
//! | `fuzz/` | any input, random or guided by coverage; a separate package |
//! | `unused/` | binaries that use nothing of their table, with all lints forbidden |
//! | `tests/behaviour/` | types, enums, look-up, patterns, `cookie!` |
//! | `browser/` | what Chromium keeps, refuses and removes, and the portal in Chromium; a separate package |
//! | `guard/` | the guard in servers, and under load; a separate package |
//! | `real/` | the tables of real sites |
//! | `speed/` | what a table costs, compared with what people would use instead; a separate package |
