//! Checks whether the compiler is the release whose messages the tests expect.

use std::env;
use std::process::Command;

/// The release whose messages are in `ui-rustc`.
const PINNED: &str = "rustc 1.95.";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-check-cfg=cfg(pinned_rustc)");
    let rustc = env::var_os("RUSTC").expect("cargo sets `RUSTC`");
    let version = Command::new(rustc)
        .arg("--version")
        .output()
        .expect("the compiler runs")
        .stdout;
    let version = String::from_utf8_lossy(&version);
    if version.starts_with(PINNED) {
        println!("cargo::rustc-cfg=pinned_rustc");
    } else {
        println!(
            "cargo::warning=`ui-rustc` is ignored: it expects the messages of {PINNED}*, but this is {}",
            version.trim()
        );
    }
}
