//! How long a table takes to compile, beside a file of the same constants written by hand.
//!
//! `cargo bench -p cookie-decl-tests --bench compile_time` writes two crates for each number of names, builds them in
//! turn, and prints the fastest of three builds and the ratio. Dependencies are built before, and incremental
//! compilation is off: this is what a clean build pays.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs};

const COUNTS: [usize; 4] = [10, 100, 1_000, 2_300];
const COMMANDS: [(&str, &[&str]); 3] =
    [("check", &["check"]), ("dev", &["build"]), ("release", &["build", "--release"])];
const RUNS: usize = 3;
const PROVIDERS: usize = 60;

fn main() {
    // `cargo test --benches` asks for a short run, which has nothing to compile.
    if !env::args().any(|argument| argument == "--bench") {
        return;
    }
    println!("{:>6}  {:8}{:>10}{:>10}{:>8}", "names", "build", "table", "by hand", "ratio");
    for count in COUNTS {
        let names = names(count);
        let table = krate("table", count, &table(&names), true);
        let by_hand = krate("by-hand", count, &by_hand(&names), false);
        for (label, command) in COMMANDS {
            let (mut ours, mut theirs) = (Duration::MAX, Duration::MAX);
            // In turn, so that a busy machine is busy for both.
            for run in 0..=RUNS {
                let (one, other) = (build(&table, command), build(&by_hand, command));
                // The first run builds the dependencies.
                if run > 0 {
                    ours = ours.min(one);
                    theirs = theirs.min(other);
                }
            }
            let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
            println!("{count:>6}  {label:8}{:>8.2} s{:>8.2} s{ratio:>8.2}", ours.as_secs_f64(), theirs.as_secs_f64());
        }
    }
}

/// A row as both crates declare it.
struct Row {
    constant: String,
    name: String,
    provider: usize,
    purpose: String,
    days: usize,
}

const ROOTS: &[&str] = &[
    "_ga", "_gid", "_fbp", "_pk", "sess", "auth", "csrf", "lang", "theme", "cart", "visitor", "uid", "tracker", "li_",
    "ajs", "mp_", "amp", "opt", "exp", "ab", "cons", "pref", "geo", "utm", "ref", "seg", "heap", "drift", "shop", "wp",
];
const TAILS: &[&str] = &[
    "id", "token", "state", "key", "hash", "ts", "ver", "count", "flag", "data", "uuid", "src", "cat", "page", "view",
];

/// Names as they occur, the same in every run.
fn names(count: usize) -> Vec<Row> {
    let row = |index: usize| {
        let (root, tail) = (ROOTS[index % ROOTS.len()], TAILS[index / ROOTS.len() % TAILS.len()]);
        let name = format!("{root}_{tail}_{}", index * 7_919 % 10_007);
        Row {
            constant: name.to_uppercase(),
            provider: index % PROVIDERS,
            purpose: format!("Keeps the {tail} of a visitor, so that page {index} can be shown again"),
            days: index % 400 + 1,
            name,
        }
    };
    (0..count).map(row).collect()
}

fn table(rows: &[Row]) -> String {
    let mut out =
        String::from("//! A table.\n\n/// The cookies.\npub mod cookies {\ncookie_decl::declare_cookies! {\n");
    out.push_str("/// Cookies\npub policy in crate::cookies;\n");
    for provider in 0..PROVIDERS {
        writeln!(out, "provider Provider{provider} = \"Provider {provider}\";").unwrap();
    }
    out.push_str("/// Statistics\n///\n/// Counts.\n#[allow(no_consent_row)]\ncategory Statistics: opt_in {\n");
    out.push_str("cookie | provider | duration;\n");
    for Row { constant, name, provider, purpose, days } in rows {
        writeln!(out, "/// {purpose}\n{constant} = \"{name}\" | Provider{provider} | {days} days;").unwrap();
    }
    out.push_str("}\n}\n}\n");
    out
}

/// What a careful author would write: a struct, enums, a constant for each cookie, and a list of all.
fn by_hand(rows: &[Row]) -> String {
    let mut out = String::from(
        "//! Constants.\n\n/// Why.\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum Category {\n/// Counts.\nStatistics,\n}\n\n\
         /// A cookie.\n#[derive(Debug)]\n#[allow(missing_docs)]\npub struct Cookie {\n\
         pub name: &'static str,\npub category: Category,\npub provider: Option<Provider>,\npub purpose: &'static str,\n\
         pub max_age: Option<u64>,\npub secure: bool,\npub http_only: bool,\npub same_site: &'static str,\n\
         pub path: &'static str,\npub domain: Option<&'static str>,\n}\n\n\
         /// Who.\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\n#[allow(missing_docs)]\npub enum Provider {\n",
    );
    for provider in 0..PROVIDERS {
        writeln!(out, "Provider{provider},").unwrap();
    }
    out.push_str("}\n\n");
    for Row { constant, name, provider, purpose, days } in rows {
        writeln!(
            out,
            "/// {purpose}\npub const {constant}: Cookie = Cookie {{ name: \"{name}\", category: Category::Statistics, \
             provider: Some(Provider::Provider{provider}), purpose: \"{purpose}\", max_age: Some({days} * 86_400), \
             secure: true, http_only: true, same_site: \"Lax\", path: \"/\", domain: None }};"
        )
        .unwrap();
    }
    out.push_str("\n/// All of them.\npub static ALL: &[&Cookie] = &[\n");
    for Row { constant, .. } in rows {
        writeln!(out, "&{constant},").unwrap();
    }
    out.push_str("];\n");
    out
}

/// Writes a crate of its own, outside of this workspace.
fn krate(kind: &str, count: usize, source: &str, depends: bool) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{kind}-{count}"));
    fs::create_dir_all(folder.join("src")).unwrap();
    let library = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cookie-decl");
    let library = library.to_str().expect("the workspace is at a path in UTF-8");
    let dependency = if depends { format!("cookie-decl = {{ path = {library:?} }}\n") } else { String::new() };
    let manifest = format!(
        "[package]\nname = \"{kind}-{count}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependency}\n[workspace]\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    fs::write(folder.join("src/lib.rs"), source).unwrap();
    folder
}

/// Compiles the crate anew, and nothing else.
fn build(folder: &Path, command: &[&str]) -> Duration {
    let source = folder.join("src/lib.rs");
    let text = fs::read(&source).unwrap();
    fs::write(&source, text).unwrap();
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(command).arg("--quiet").current_dir(folder).env("CARGO_INCREMENTAL", "0");
    cargo.env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile-time"));
    let start = Instant::now();
    assert!(cargo.status().unwrap().success(), "{} does not build", folder.display());
    start.elapsed()
}
