//! Tests of the workspace, from the outside.
//!
//! | where | what |
//! |---|---|
//! | `ui/` | mistakes, and what we say to them; `ui/pass/` compiles |
//! | `ui-rustc/` | mistakes that rustc answers, compared with the pinned release only; `ui-rustc/shared/` is a table of several |
//! | `tests/hygiene/` | the table wherever Rust allows an item |
//! | `crates/` | the table in other crates: renamed, `no_std`, older editions, used from afar |
//! | `fuzz/` | whatever comes in, with random input or led by coverage; a package of its own |
//! | `unused/` | binaries that use nothing of their table, under forbidden lints |
//! | `tests/behaviour/` | types, enums, look-up, patterns, `cookie!` |
//! | `browser/` | what Chromium keeps, refuses and removes, and the portal in it; a package of its own |
//! | `guard/` | the guard in servers, and under load; a package of its own |
//! | `real/` | the tables of real sites |
//! | `speed/` | what a table costs, beside what people would use instead; a package of its own |
