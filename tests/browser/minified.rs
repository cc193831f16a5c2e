//! The script of the guard as it is served: `BLESS=1` makes it anew from the one that is read.

use std::process::Command;
use std::{env, fs};

use crate::client::npm::{File, run};

const TERSER: &File = &File {
    package: "terser@5.51.4",
    path: "terser/bin/terser",
};
const GUARD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../cookie-decl/src/guard");

/// `Err` says why it cannot be known.
pub(crate) fn check() -> Result<(), String> {
    let terser = TERSER.fetch()?;
    let (read, served) = (
        format!("{GUARD}/script.js"),
        format!("{GUARD}/script.min.js"),
    );
    let options = [
        "--compress",
        "passes=3,ecma=2020",
        "--mangle",
        "--ecma",
        "2020",
    ];
    let made = run(Command::new("node").arg(terser).arg(read).args(options))?;
    if env::var_os("BLESS").is_some() {
        fs::write(&served, &made).map_err(|error| error.to_string())?;
    }
    let kept = fs::read_to_string(&served).map_err(|error| error.to_string())?;
    assert!(
        kept == made,
        "script.min.js is not made from script.js: BLESS=1 cargo test -p cookie-decl-tests-browser served"
    );
    Ok(())
}
