//! The compiler's messages for mistakes. `TRYBUILD=overwrite` writes them; read them before you
//! commit them.

use trybuild::TestCases;

/// These are only our own messages, which are the same with every compiler.
#[test]
fn our_messages() {
    // With a case that compiles, `trybuild` would build the dependencies once more.
    TestCases::new().compile_fail("ui/*.rs");
}

/// These include messages of rustc, which change with every release.
#[test]
#[cfg_attr(
    not(pinned_rustc),
    ignore = "these are the messages of rustc 1.95, and this is another release (see build.rs)"
)]
fn messages_of_rustc() {
    TestCases::new().compile_fail("ui-rustc/*.rs");
}
