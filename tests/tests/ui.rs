//! What the compiler says to mistakes: `TRYBUILD=overwrite` writes the messages down, to be read before they are kept.

use trybuild::TestCases;

/// Only our own messages, which are the same on every compiler.
#[test]
fn our_messages() {
    let cases = TestCases::new();
    cases.compile_fail("ui/*.rs");
    cases.pass("ui/pass/*.rs");
}

/// Where rustc speaks, its words change with every release.
#[test]
#[cfg_attr(
    not(pinned_rustc),
    ignore = "the messages of rustc 1.95, and this is another one (see build.rs)"
)]
fn messages_of_rustc() {
    TestCases::new().compile_fail("ui-rustc/*.rs");
}
