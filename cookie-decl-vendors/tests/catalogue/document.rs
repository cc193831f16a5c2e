//! `docs/vendors.md`, made from the tables. `BLESS=1` writes it anew.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use cookie_decl::table::{CategoryInfo, Declaration, ProviderInfo, SetBy, Storage, Table};

use crate::tables::ALONE;

const INTRODUCTION: &str = "\
# What the catalogue knows

The tables of `cookie-decl-vendors`. `include cookie_decl_vendors::ga4(container = \"G-ABC123\");` in a category puts the
rows of a table there. A part of a name in braces is a parameter, and stays a pattern if the include has no value for it.
Of a table without rows, nothing is stored. Its signals become those of the category. Sources are in the file of each table, in `cookie-decl-vendors/src`.

This page is generated: `BLESS=1 cargo test -p cookie-decl-vendors document` writes it.
";

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn file(table: &str) -> String {
    let path = folder().join("src").join(table).with_extension("rs");
    fs::read_to_string(path).unwrap()
}

/// What the file of a table says to those who include it.
fn description(file: &str) -> String {
    let lines = file.lines().map(str::trim);
    let docs = lines.take_while(|line| !line.starts_with("export "));
    let docs: Vec<_> = docs.filter_map(|line| line.strip_prefix("/// ")).collect();
    let text = docs.join(" ");
    // In rustdoc, these are links.
    text.replace("[`", "`").replace("`]", "`")
}

fn provider(provider: &ProviderInfo) -> String {
    let mut text = format!("Provider: {}", provider.title());
    if let Some(country) = provider.country() {
        write!(text, ", {country}").unwrap();
    }
    for (label, address) in [
        ("privacy", provider.privacy()),
        ("opt-out", provider.opt_out()),
    ] {
        if let Some(address) = address {
            write!(text, " · [{label}]({address})").unwrap();
        }
    }
    if !provider.domains().is_empty() {
        let domains: Vec<_> = provider
            .domains()
            .iter()
            .map(|domain| format!("`{domain}`"))
            .collect();
        write!(text, " · connects to {}", domains.join(", ")).unwrap();
    }
    text
}

fn storage(row: &Declaration) -> &'static str {
    match row.storage() {
        Storage::Cookie => "cookie",
        Storage::LocalStorage => "local storage",
        Storage::SessionStorage => "session storage",
        Storage::IndexedDb => "IndexedDB",
        Storage::Pixel => "pixel",
        other => panic!("no word for {other:?}"),
    }
}

fn set_by(row: &Declaration) -> String {
    match row.set_by() {
        SetBy::Server => "server".to_owned(),
        SetBy::Script => "script".to_owned(),
        SetBy::Other => "the service, on your domain".to_owned(),
        SetBy::ThirdParty(Some(domain)) => format!("`{domain}`"),
        SetBy::ThirdParty(None) => "the provider’s domain".to_owned(),
        other => panic!("no word for {other:?}"),
    }
}

/// What the gate of a category gets from the table.
fn signals(table: &Table) -> Option<String> {
    let categories = table.categories().iter();
    let types: Vec<_> = categories
        .clone()
        .flat_map(CategoryInfo::consent_mode)
        .copied()
        .collect();
    let signals: Vec<_> = categories
        .flat_map(CategoryInfo::signals)
        .map(|it| it.word())
        .collect();
    let lists = [("consent_mode", types), ("signals", signals)];
    let (word, list) = lists.into_iter().find(|(_, list)| !list.is_empty())?;
    Some(format!("Signals: `{word}({})`", list.join(", ")))
}

fn section(name: &str, table: &Table) -> String {
    let file = file(name);
    let mut text = format!("\n## `{name}`\n\n{}\n", description(&file));
    for one in table.providers() {
        write!(text, "\n{}\n", provider(one)).unwrap();
    }
    if let Some(signals) = signals(table) {
        write!(text, "\n{signals}\n").unwrap();
    }
    if table.declarations().is_empty() {
        return text + "\nNothing is stored.\n";
    }
    text += "\n| name | kept for | where | set by | purpose |\n|---|---|---|---|---|\n";
    for row in table.declarations() {
        let duration = match row.storage() {
            Storage::Pixel => "—".to_owned(),
            _ => row.duration().to_string(),
        };
        let purpose = row.purpose().unwrap();
        // A name that the include has to say has a value here.
        let is_stated = file.contains(&format!("\"{}\"", row.name()));
        let name = if is_stated { row.name() } else { "{name}" };
        let (storage, set_by) = (storage(row), set_by(row));
        writeln!(
            text,
            "| `{name}` | {duration} | {storage} | {set_by} | {purpose} |"
        )
        .unwrap();
    }
    text
}

#[test]
fn the_document_has_every_table_as_it_is() {
    let sections = ALONE.iter().map(|(name, table)| section(name, table));
    let written = INTRODUCTION.to_owned() + &sections.collect::<String>();
    let path = folder().join("../docs/vendors.md");
    if env::var_os("BLESS").is_some() {
        fs::write(path, written).unwrap();
    } else {
        let committed = fs::read_to_string(path).unwrap();
        assert_eq!(committed, written, "BLESS=1 writes it");
    }
}

#[test]
fn every_file_exports_a_table_that_the_tests_know() {
    let files = fs::read_dir(folder().join("src")).unwrap();
    let files = files.map(|file| file.unwrap().path());
    let mut tables: Vec<_> = files
        .map(|file| file.file_stem().unwrap().to_str().unwrap().to_owned())
        .filter(|name| name != "lib")
        .collect();
    tables.sort_unstable();
    let known: Vec<_> = ALONE.iter().map(|(name, _)| *name).collect();
    assert_eq!(tables, known);
}
