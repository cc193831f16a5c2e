//! Imports files of other tools. The tables in `tables/` are the output of the importer and compile
//! with this test. `BLESS=1` writes them.

#![allow(deprecated, reason = "lists have rows that the table warns of")]

use std::path::Path;
use std::{env, fs};

use cookie_decl_audit::import::{Format, Import, Imported};

mod open_cookie_database {
    include!("tables/open-cookie-database.rs");
}

mod cookieconsent {
    include!("tables/cookieconsent.rs");
}

mod klaro {
    include!("tables/klaro.rs");
}

mod cookiebot {
    include!("tables/cookiebot.rs");
}

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/audit/import"))
}

/// Imports a file, and compares the table with the compiled one.
fn imported(file: &str, format: Format, table: &str) -> Imported {
    let text = fs::read_to_string(folder().join(file)).unwrap();
    let imported = Import::new().read(&text).unwrap();
    assert_eq!(imported.format, format);
    let path = folder().join("tables").join(table);
    if env::var_os("BLESS").is_some() {
        fs::write(path, &imported.table).unwrap();
    } else {
        let compiled = fs::read_to_string(path).unwrap();
        assert_eq!(imported.table, compiled, "BLESS=1 writes it");
    }
    imported
}

fn left_out(imported: &Imported) -> Vec<String> {
    imported.left_out.iter().map(ToString::to_string).collect()
}

#[test]
fn every_oddity_of_the_open_cookie_database_is_in_the_table_or_listed() {
    let imported = imported(
        "open-cookie-database.csv",
        Format::OpenCookieDatabase,
        "open-cookie-database.rs",
    );
    assert_eq!((imported.count, imported.left_out.len()), (48, 4));
    let find = |name| open_cookie_database::POLICY.find(name);
    for name in [
        "_gat",
        "_gat_UA",
        "star_1",
        "softhyphen",
        "tab",
        "7-seen",
        "quote",
    ] {
        assert!(find(name).is_some(), "{name}");
    }
    assert_eq!(open_cookie_database::POLICY.find_all("choice").count(), 2);
    assert_eq!(
        find("tab").unwrap().duration().max_age(),
        Some(389 * 86_400)
    );
    let text = open_cookie_database::POLICY.page().text();
    for purpose in [
        r"*_ga_* and <b>bold</b> [x](y) &amp; `code` \ end",
        "- one - two",
        "1. one 2. two",
        "# one",
        "> one",
    ] {
        assert!(text.contains(purpose), "{purpose}: {text}");
    }
    let listed = left_out(&imported);
    assert!(
        listed[0].contains("the lifetime \"2 days\" instead of \"1 year\""),
        "{listed:?}"
    );
    assert_eq!(listed[3], "line 45: it has no name");
    assert!(imported.table.ends_with("// line 45: it has no name\n"));
}

#[test]
fn a_configuration_of_cookieconsent_keeps_its_texts_in_all_languages() {
    let imported = imported(
        "cookieconsent.js",
        Format::CookieConsent,
        "cookieconsent.rs",
    );
    assert_eq!(
        left_out(&imported),
        ["translation `fr`: its texts are in another file; copy them into this one"]
    );
    let page = cookieconsent::POLICY.page().language("pt-BR").html();
    assert!(
        page.contains("Guarda o seu carrinho") && page.contains("A loja"),
        "{page}"
    );
    // A cookie that the tool removes is in the table once.
    assert_eq!(cookieconsent::POLICY.find_all("_gid").count(), 1);
    assert!(cookieconsent::POLICY.find("_ga_1").is_some());
}

#[test]
fn a_configuration_of_klaro_has_a_category_for_each_purpose() {
    let imported = imported("klaro.js", Format::Klaro, "klaro.rs");
    assert_eq!(left_out(&imported).len(), 2, "{:?}", left_out(&imported));
    let category = |name| klaro::POLICY.find(name).unwrap().category().name();
    assert_eq!(category("_pk_id.1"), "Analytics");
    assert_eq!(category("basket"), "Necessary");
    assert_eq!(category("chat_1"), "ChatOptOut");
}

#[test]
fn an_answer_of_cookiebot_keeps_storages_and_attributes() {
    let imported = imported("cookiebot.json", Format::Cookiebot, "cookiebot.rs");
    assert!(imported.left_out.is_empty());
    let attributes = cookiebot::BASKET.attributes().unwrap();
    assert!(!attributes.secure() && attributes.path() == "/shop");
    assert!(cookiebot::SESSION.attributes().unwrap().http_only());
    let storage = |name| format!("{:?}", cookiebot::POLICY.find(name).unwrap().storage());
    assert_eq!(storage("scroll"), "SessionStorage");
    assert_eq!(storage("collect"), "Pixel");
}
