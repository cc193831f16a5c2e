//! The script and the stylesheets as they are served: `BLESS=1` makes them anew from those that are read.

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use crate::Check;
use crate::client::npm::{File, run};

const TERSER: &File = &File {
    package: "terser@5.51.4",
    path: "terser/bin/terser",
};
const ESBUILD: &File = &File {
    package: "esbuild@0.25.12",
    path: "esbuild/bin/esbuild",
};
const CRATE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../cookie-decl/src");
/// What browsers load at most, each of the script and the style, in bytes.
const MOST: usize = 6 * 1024;
/// The same for the script of the signals, without the table. It runs before the page is shown.
const MOST_SIGNALS: usize = 2560;
/// The same for the module for the site's own scripts.
const MOST_MODULE: usize = 3 * 1024;

pub(crate) const TESTS: &[(&str, Check)] = &[
    ("served_script_is_the_one_that_is_read", script),
    ("served_signals_are_those_that_are_read", signals),
    ("served_module_is_the_one_that_is_read", module),
    ("served_style_is_the_one_that_is_read", style),
];

fn script() -> Result<(), String> {
    assert!(served("guard/script.js", terser(&[]))? <= MOST);
    Ok(())
}

fn signals() -> Result<(), String> {
    assert!(served("guard/signals.js", terser(&[]))? <= MOST_SIGNALS);
    has_one_place_for_the_table("guard/signals.min.js")
}

fn module() -> Result<(), String> {
    let length = served("guard/table.js", terser(&["--module"]))?;
    assert!(length <= MOST_MODULE, "{length} bytes");
    has_one_place_for_the_table("guard/table.min.js")
}

fn has_one_place_for_the_table(served: &str) -> Result<(), String> {
    let made = fs::read_to_string(Path::new(CRATE).join(served));
    let made = made.map_err(|error| error.to_string())?;
    assert_eq!(made.matches("TABLE").count(), 1, "the guard replaces one");
    Ok(())
}

fn terser(more: &'static [&'static str]) -> impl Fn(&Path) -> Result<String, String> {
    let options = [
        "--compress",
        "passes=3,ecma=2020",
        "--mangle",
        "--ecma",
        "2020",
    ];
    move |read| {
        let program = TERSER.fetch()?;
        let mut node = Command::new("node");
        run(node.arg(program).arg(read).args(options).args(more))
    }
}

fn style() -> Result<(), String> {
    let esbuild = |read: &Path| {
        let program = ESBUILD.fetch()?;
        let made = run(Command::new("node").arg(program).arg("--minify").arg(read))?;
        // What esbuild leaves as it is: custom properties, whose names may be anybody's.
        let made = ["accent", "button", "ground", "line", "space", "text"]
            .iter()
            .fold(made, |css, name| {
                css.replace(&format!("--_{name}"), &format!("--_{}", &name[..1]))
            });
        let spaces = [(", ", ","), (": ", ":"), (" / ", "/"), (" * ", "*")];
        let made = spaces
            .iter()
            .fold(made, |css, (with, without)| css.replace(with, without));
        Ok(made)
    };
    let length = served("page/policy.css", esbuild)? + served("guard/style.css", esbuild)?;
    assert!(length <= MOST, "{length} bytes");
    Ok(())
}

/// The length of a file that has to be the minified form of the one that is read.
fn served(read: &str, minify: impl Fn(&Path) -> Result<String, String>) -> Result<usize, String> {
    let read = Path::new(CRATE).join(read);
    let extension = read.extension().unwrap_or_default().to_string_lossy();
    let served = read.with_extension(format!("min.{extension}"));
    let made = minify(&read)?;
    if env::var_os("BLESS").is_some() {
        fs::write(&served, &made).map_err(|error| error.to_string())?;
    }
    let kept = fs::read_to_string(&served).map_err(|error| error.to_string())?;
    assert!(
        kept == made,
        "{} is not made from {}: BLESS=1 cargo test -p cookie-decl-tests-browser served",
        served.display(),
        read.display(),
    );
    Ok(made.trim_end().len())
}
