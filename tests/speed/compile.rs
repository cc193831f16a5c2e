//! What a table costs the build: its compile time and size, compared with the same constants
//! written by hand and with a map of the names.
//!
//! Crates outside of this workspace are built in turn, and the fastest of three builds counts.
//! Dependencies are built before. Incremental compilation is off, as in a clean build, except after
//! an edit. An edit changes the purpose or the name of the row in the middle, in all crates.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs};

use crate::harness::{Bound, Line, Unit};

const COUNTS: [usize; 4] = [10, 100, 1_000, 2_300];
const BUILDS: [(&str, &[&str], Option<Edit>); 5] = [
    ("check", &["check"], None),
    ("dev", &["build"], None),
    ("release", &["build", "--release"], None),
    ("edited text, dev", &["build"], Some(Edit::Purpose)),
    ("edited name, dev", &["build"], Some(Edit::Name)),
];
const RUNS: usize = 3;
const PROVIDERS: usize = 60;

/// What is edited in the row in the middle.
#[derive(Clone, Copy)]
enum Edit {
    Purpose,
    Name,
}

pub(crate) fn times() {
    for count in COUNTS {
        let names = names(count);
        let crates = [
            krate("table", count, &table(&names), LIBRARY),
            krate("by-hand", count, &by_hand(&names), ""),
            // The first includes what cargo needs for any dependency; the second does not.
            krate("by-hand-beside", count, &by_hand(&names), LIBRARY),
            krate(
                "phf",
                count,
                &phf(&names),
                "phf = { version = \"0.14\", features = [\"macros\"] }",
            ),
        ];
        for (label, command, edit) in BUILDS {
            let mut fastest = [Duration::MAX; 4];
            // They run in turn, so that other load on the machine affects all. The first run builds
            // the dependencies.
            for run in 0..=RUNS {
                for (krate, fastest) in crates.iter().zip(&mut fastest) {
                    let time = build(
                        krate,
                        command,
                        edit.map(|edit| (edit, &names[count / 2], run)),
                    );
                    *fastest = if run > 0 {
                        time.min(*fastest)
                    } else {
                        *fastest
                    };
                }
            }
            let [ours, by_hand, beside, phf] = fastest.map(|time| time.as_secs_f64());
            let work = format!("compile, {count} rows, {label}");
            for (peer, theirs, bound) in [
                ("statics written by hand", by_hand, Bound::Ratio(1.5)),
                ("the same, our dependency", beside, Bound::None),
                ("phf_map of the names", phf, Bound::None),
            ] {
                let line = Line {
                    work: &work,
                    unit: Unit::Seconds,
                    ours,
                    peer,
                    theirs,
                    ratio: None,
                    bound,
                    instructions: None,
                };
                line.print();
            }
        }
    }
}

/// Returns the loaded size of a row without its texts, relocations included: that of a program with
/// 2,300 rows, less that of the same program with 10.
pub(crate) fn sizes() {
    const MANY: usize = 2_300;
    let program = |count: usize| {
        let main = "fn main() {\nlet name = std::env::args().nth(1).unwrap_or_default();\n\
                    println!(\"{:?}\", cookies::POLICY.find(&name).map(|row| row.purpose()));\n}\n";
        let folder = krate(
            "size",
            count,
            &(table(&names(count)).replace("pub mod", "mod") + main),
            LIBRARY,
        );
        fs::rename(folder.join("src/lib.rs"), folder.join("src/main.rs")).unwrap();
        let status = cargo(&folder, &["build", "--release"]).status();
        assert!(
            status.unwrap().success(),
            "{} does not build",
            folder.display()
        );
        loaded(&target().join(format!("release/size-{count}")))
    };
    let (Some(many), Some(few)) = (program(MANY), program(10)) else {
        return;
    };
    let texts: usize = names(MANY)
        .iter()
        .skip(10)
        .map(|row| row.name.len() + row.purpose.len())
        .sum();
    #[allow(clippy::cast_precision_loss, reason = "some megabytes")]
    let [ours, theirs] = [many - few, texts].map(|bytes| bytes as f64 / (MANY - 10) as f64);
    let (work, peer, bound) = (
        "size, release, a row of 2,300",
        "its texts",
        Bound::More(400.0),
    );
    Line {
        work,
        unit: Unit::Bytes,
        ours,
        peer,
        theirs,
        ratio: None,
        bound,
        instructions: None,
    }
    .print();
}

/// Returns the size of the sections that a program loads, if `size` is installed.
fn loaded(program: &Path) -> Option<usize> {
    let output = Command::new("size").arg("-A").arg(program).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let section = |line: &str| {
        let mut words = line.split_whitespace();
        let (name, size, address) = (words.next()?, words.next()?, words.next()?);
        (name.starts_with('.') && address != "0").then(|| size.parse::<usize>().ok())?
    };
    Some(text.lines().filter_map(section).sum())
}

/// Prepares a crate that depends on the library, or on what its peers depend on.
pub(crate) fn clean_builds() {
    let ours = krate("clean-ours", 0, "//! Nothing.\n", LIBRARY);
    let peers = "cookie = \"0.18\"\nserde = { version = \"1\", features = [\"derive\"] }";
    let theirs = krate("clean-theirs", 0, "//! Nothing.\n", peers);
    let clean = |folder: &Path| {
        let _ = fs::remove_dir_all(folder.join("target"));
        let mut cargo = cargo(folder, &["build"]);
        let start = Instant::now();
        assert!(
            cargo
                .env("CARGO_TARGET_DIR", folder.join("target"))
                .status()
                .unwrap()
                .success()
        );
        start.elapsed().as_secs_f64()
    };
    let mut fastest = [f64::MAX; 2];
    for _ in 0..RUNS {
        for (krate, fastest) in [&ours, &theirs].into_iter().zip(&mut fastest) {
            *fastest = clean(krate).min(*fastest);
        }
    }
    let [ours, theirs] = fastest;
    let (work, peer, bound) = (
        "clean build, default features",
        "cookie and serde",
        Bound::Ratio(1.3),
    );
    Line {
        work,
        unit: Unit::Seconds,
        ours,
        peer,
        theirs,
        ratio: None,
        bound,
        instructions: None,
    }
    .print();
}

/// A row, as both crates declare it.
struct Row {
    constant: String,
    name: String,
    provider: usize,
    purpose: String,
    days: usize,
}

const ROOTS: &[&str] = &[
    "_ga", "_gid", "_fbp", "_pk", "sess", "auth", "csrf", "lang", "theme", "cart", "visitor",
    "uid", "tracker", "li_", "ajs", "mp_", "amp", "opt", "exp", "ab", "cons", "pref", "geo", "utm",
    "ref", "seg", "heap", "drift", "shop", "wp",
];
const TAILS: &[&str] = &[
    "id", "token", "state", "key", "hash", "ts", "ver", "count", "flag", "data", "uuid", "src",
    "cat", "page", "view",
];

/// Returns realistic names, the same in every run.
fn names(count: usize) -> Vec<Row> {
    let row = |index: usize| {
        let (root, tail) = (
            ROOTS[index % ROOTS.len()],
            TAILS[index / ROOTS.len() % TAILS.len()],
        );
        let name = format!("{root}_{tail}_{}", index * 7_919 % 10_007);
        Row {
            constant: name.to_uppercase(),
            provider: index % PROVIDERS,
            purpose: format!(
                "Keeps the {tail} of a visitor, so that page {index} can be shown again"
            ),
            days: index % 400 + 1,
            name,
        }
    };
    (0..count).map(row).collect()
}

fn table(rows: &[Row]) -> String {
    let mut out = String::from(
        "//! A table.\n\n/// The cookies.\npub mod cookies {\ncookie_decl::declare_cookies! {\n",
    );
    out.push_str("/// Cookies\npub policy in crate::cookies;\n");
    for provider in 0..PROVIDERS {
        writeln!(
            out,
            "provider Provider{provider} = \"Provider {provider}\";"
        )
        .unwrap();
    }
    out.push_str("/// Statistics\n///\n/// Counts.\n#[allow(no_consent_row)]\ncategory Statistics: opt_in {\n");
    out.push_str("cookie | provider | duration;\n");
    for Row {
        constant,
        name,
        provider,
        purpose,
        days,
    } in rows
    {
        writeln!(
            out,
            "/// {purpose}\n{constant} = \"{name}\" | Provider{provider} | {days} days;"
        )
        .unwrap();
    }
    out.push_str("}\n}\n}\n");
    out
}

/// Writes what a careful author would: a struct, enums, a constant for each cookie, and a list of
/// all.
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
    for Row {
        constant,
        name,
        provider,
        purpose,
        days,
    } in rows
    {
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

/// Writes only the names.
fn phf(rows: &[Row]) -> String {
    let mut out = String::from(
        "//! A map.\n\n/// Names to rows.\npub static NAMES: phf::Map<&str, u16> = phf::phf_map! {\n",
    );
    for (index, Row { name, .. }) in rows.iter().enumerate() {
        writeln!(out, "\"{name}\" => {index}u16,").unwrap();
    }
    out.push_str("};\n");
    out
}

/// Returns the dependencies of a crate with a table.
const LIBRARY: &str = concat!(
    "cookie-decl = { path = \"",
    env!("CARGO_MANIFEST_DIR"),
    "/../../cookie-decl\" }"
);

/// Writes a separate crate, outside of this workspace.
fn krate(kind: &str, count: usize, source: &str, dependencies: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{kind}-{count}"));
    fs::create_dir_all(folder.join("src")).unwrap();
    let manifest = format!(
        "[package]\nname = \"{kind}-{count}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\n{dependencies}\n\n[workspace]\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    fs::write(folder.join("src/lib.rs"), source).unwrap();
    folder
}

fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile-time")
}

fn cargo(folder: &Path, command: &[&str]) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(command).arg("--quiet").current_dir(folder);
    cargo
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_TARGET_DIR", target());
    cargo
}

/// Compiles only the crate, from scratch or after an edit of a row.
fn build(folder: &Path, command: &[&str], edit: Option<(Edit, &Row, usize)>) -> Duration {
    let source = folder.join("src/lib.rs");
    let text = fs::read_to_string(&source).unwrap();
    let mut cargo = cargo(folder, command);
    let mut edited = text.clone();
    if let Some((edit, row, run)) = edit {
        let (name, purpose) = (format!("\"{}\"", row.name), &row.purpose);
        // Every run has a text of another length, as when people type, because the compiler uses
        // the length of a macro call. A map has no purposes, but the same names.
        let more = "again".repeat(run + 1);
        edited = match edit {
            Edit::Purpose if text.contains(purpose) => {
                text.replace(purpose, &format!("{purpose} {more}"))
            }
            _ => text.replace(&name, &format!("\"{}_{more}\"", row.name)),
        };
        assert_ne!(edited, text, "the row is in every crate");
        cargo.env("CARGO_INCREMENTAL", "1");
    }
    fs::write(&source, edited).unwrap();
    let start = Instant::now();
    assert!(
        cargo.status().unwrap().success(),
        "{} does not build",
        folder.display()
    );
    let time = start.elapsed();
    fs::write(&source, text).unwrap();
    time
}
