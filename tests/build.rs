//! Says whether the compiler is the one whose own messages the tests know by heart.

use std::env;
use std::process::Command;

/// The release that `ui-rustc` was written down with.
const PINNED: &str = "rustc 1.95.";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-check-cfg=cfg(pinned_rustc)");
    let rustc = env::var_os("RUSTC").expect("cargo names the compiler");
    let version = Command::new(rustc).arg("--version").output().expect("the compiler runs").stdout;
    let version = String::from_utf8_lossy(&version);
    if version.starts_with(PINNED) {
        println!("cargo::rustc-cfg=pinned_rustc");
    } else {
        println!(
            "cargo::warning=`ui-rustc` is ignored: it knows the messages of {PINNED}*, this is {}",
            version.trim()
        );
    }
}
