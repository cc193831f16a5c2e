//! The command `cookies`, which checks a site against its committed policy file, in CI and by hand.

mod arguments;
mod print;
#[cfg(any(feature = "scan", feature = "browse", feature = "walk-url"))]
mod progress;

use std::error::Error;
use std::io::{self, Read as _};
use std::path::PathBuf;
use std::process::ExitCode;

use cookie_decl_audit::policy_file::Comparison;
use cookie_decl_audit::{PolicyFile, Step};

use crate::arguments::{Command, HELP, Options};
use crate::print::print_comparison;
#[cfg(any(feature = "scan", feature = "browse", feature = "walk-url"))]
use crate::progress::Progress;

/// Whether there were findings.
type Outcome = Result<bool, Box<dyn Error>>;

fn main() -> ExitCode {
    match run() {
        Ok(false) => ExitCode::SUCCESS,
        Ok(true) => ExitCode::from(1),
        Err(error) => {
            anstream::eprintln!("cookies: {error}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Outcome {
    let (command, options) = arguments::read()?;
    match command {
        Command::Help => {
            anstream::print!("{HELP}");
            Ok(false)
        }
        Command::Diff { old, new } => {
            let comparison = Comparison::of(&policy_file(&old)?, &policy_file(&new)?);
            print_comparison(&comparison, options.format)?;
            Ok(!comparison.is_empty())
        }
        Command::Scan { paths } => scan(&paths, &options),
        Command::Walk { address, requests } => walk(&address, requests, &options),
        Command::Browse { address, pages } => browse(&address, pages, &options),
        Command::Init { paths } => init(&paths),
        Command::Import { path } => import(&path, &options),
        Command::Export { format } => export(&format, &options),
        Command::Types => types(&options),
        Command::Lints => lints(),
    }
}

#[cfg(feature = "export")]
fn export(format: &str, options: &Options) -> Outcome {
    let format: cookie_decl_audit::export::Format = format.parse()?;
    let file = policy_file(&options.policy)?;
    let mut export = cookie_decl_audit::export::Export::new(&file);
    if let Some(tag) = &options.language {
        export = export.language(tag);
    }
    if let Some(name) = &options.provider {
        export = export.provider(name);
    }
    let exported = export.write(format)?;
    anstream::print!("{}", exported.text);
    for remark in &exported.remarks {
        anstream::eprintln!("note: {remark}");
    }
    Ok(false)
}

#[cfg(feature = "export")]
fn types(options: &Options) -> Outcome {
    let file = policy_file(&options.policy)?;
    anstream::print!("{}", cookie_decl_audit::export::types(&file));
    Ok(false)
}

#[cfg(feature = "scan")]
fn scan(paths: &[PathBuf], options: &Options) -> Outcome {
    let file = policy_file(&options.policy)?;
    let mut scan = cookie_decl_audit::Scan::new(&file);
    for (path, name_at) in &options.wrappers {
        scan = scan.wrapper(path, *name_at);
    }
    for host in &options.hosts {
        scan = scan.own_host(host);
    }
    if let Some(baseline) = &options.baseline {
        scan = scan.baseline(baseline);
    }
    let progress = Progress::new("reading");
    let report = scan.progress(progress.teller()).paths(paths);
    drop(progress);
    print::print_report(report, options)
}

#[cfg(feature = "scan")]
#[expect(
    clippy::unnecessary_wraps,
    reason = "without the feature, this is an error"
)]
fn init(paths: &[PathBuf]) -> Outcome {
    anstream::print!("{}", cookie_decl_audit::scan::table(paths));
    Ok(false)
}

#[cfg(feature = "scan")]
#[expect(
    clippy::unnecessary_wraps,
    reason = "without the feature, this is an error"
)]
fn lints() -> Outcome {
    anstream::print!("{}", cookie_decl_audit::scan::clippy_toml());
    Ok(false)
}

#[cfg(feature = "walk-url")]
fn walk(address: &str, mut requests: Vec<Step>, options: &Options) -> Outcome {
    let file = policy_file(&options.policy)?;
    let mut walk = cookie_decl_audit::remote::Walk::new(&file);
    if let Some(page) = &options.policy_page {
        walk = walk.policy_page(page);
    }
    for (name, value) in &options.granted {
        walk = walk.granted(name, value);
    }
    for (name, value) in &options.refused {
        walk = walk.refused(name, value);
    }
    if options.ignore_certificates {
        walk = walk.ignore_certificates();
    }
    if requests.is_empty() {
        requests.push(Step::get("/"));
    }
    let progress = Progress::new("asking");
    let report = walk.progress(progress.teller()).visit(address, requests)?;
    drop(progress);
    print::print_report(report, options)
}

#[cfg(feature = "import")]
fn import(path: &str, options: &Options) -> Outcome {
    let mut import = cookie_decl_audit::import::Import::new();
    if let Some(format) = &options.import_as {
        import = import.format(format.parse()?);
    }
    for host in &options.hosts {
        import = import.own_host(host);
    }
    let text = if path == "-" {
        io::read_to_string(io::stdin())
    } else {
        std::fs::read_to_string(path)
    };
    let text = text.map_err(|error| format!("{path}: {error}"))?;
    let imported = import
        .read(&text)
        .map_err(|error| format!("{path}: {error}"))?;
    anstream::print!("{}", imported.table);
    for left_out in &imported.left_out {
        anstream::eprintln!("not imported: {left_out}");
    }
    let (format, count) = (imported.format, imported.count);
    let rows = if count == 1 { "row" } else { "rows" };
    let others = imported.left_out.len();
    anstream::eprintln!("{path} is {format}: {count} {rows} imported, {others} not");
    Ok(false)
}

#[cfg(feature = "browse")]
fn browse(address: &str, mut pages: Vec<String>, options: &Options) -> Outcome {
    let file = policy_file(&options.policy)?;
    let mut browse = cookie_decl_audit::browse::Browse::new(&file);
    for host in &options.hosts {
        browse = browse.own_host(host);
    }
    if let Some(page) = &options.policy_page {
        browse = browse.policy_page(page);
    }
    if options.ignore_certificates {
        browse = browse.ignore_certificates();
    }
    if pages.is_empty() {
        pages.push("/".to_owned());
    }
    let pages = pages.into_iter().map(cookie_decl_audit::browse::Page::new);
    let progress = Progress::new("visiting");
    let report = browse
        .progress(progress.teller())
        .try_visit(address, pages)?;
    drop(progress);
    print::print_report(report, options)
}

#[cfg(not(feature = "scan"))]
fn scan(_: &[PathBuf], _: &Options) -> Outcome {
    Err(missing("scan"))
}

#[cfg(not(feature = "scan"))]
fn init(_: &[PathBuf]) -> Outcome {
    Err(missing("scan"))
}

#[cfg(not(feature = "scan"))]
fn lints() -> Outcome {
    Err(missing("scan"))
}

#[cfg(not(feature = "walk-url"))]
fn walk(_: &str, _: Vec<Step>, _: &Options) -> Outcome {
    Err(missing("walk-url"))
}

#[cfg(not(feature = "import"))]
fn import(_: &str, _: &Options) -> Outcome {
    Err(missing("import"))
}

#[cfg(not(feature = "export"))]
fn export(_: &str, _: &Options) -> Outcome {
    Err(missing("export"))
}

#[cfg(not(feature = "export"))]
fn types(_: &Options) -> Outcome {
    Err(missing("export"))
}

#[cfg(not(feature = "browse"))]
fn browse(_: &str, _: Vec<String>, _: &Options) -> Outcome {
    Err(missing("browse"))
}

#[cfg(not(all(
    feature = "scan",
    feature = "import",
    feature = "export",
    feature = "browse",
    feature = "walk-url"
)))]
fn missing(feature: &str) -> Box<dyn Error> {
    format!(
        "this `cookies` was built without the feature `{feature}`: cargo install cookie-decl-audit --features {feature}"
    )
    .into()
}

/// Reads a policy file. `-` is standard input.
fn policy_file(path: &str) -> Result<PolicyFile, Box<dyn Error>> {
    let file = if path == "-" {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text)?;
        PolicyFile::from_json(&text)
    } else {
        PolicyFile::read(path)
    };
    file.map_err(|error| format!("{path}: {error}").into())
}
