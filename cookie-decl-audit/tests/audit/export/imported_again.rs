//! What was exported is imported again.

use cookie_decl_audit::export::Format;
use cookie_decl_audit::import::{self, Import};

use super::exported;

/// Asserts that the imported table has these lines.
#[track_caller]
fn has_lines(table: &str, lines: &[&str]) {
    for line in lines {
        let has = table.lines().any(|other| other.trim() == *line);
        assert!(has, "{line} in {table}");
    }
}

fn imported(format: Format, expected: import::Format) -> String {
    let imported = Import::new().own_host("shop.example");
    let imported = imported.read(&exported(format).text).unwrap();
    assert_eq!(imported.format, expected);
    imported.table
}

#[test]
fn from_the_open_cookie_database() {
    let table = imported(
        Format::OpenCookieDatabase,
        import::Format::OpenCookieDatabase,
    );
    has_lines(
        &table,
        &[
            "/// Keeps your basket",
            "\"basket\" | TheShop | session or 2 weeks | set_by = script;",
            "\"_pk_{id}\" | Matomo | 13 months | function = \"Counter\";",
            "\"scroll\" | TheShop | persistent | storage = local_storage;",
            "\"ad\" | AdsCo | 1 year | set_by = \"ads.example\" | function = \"Auction\";",
        ],
    );
}

#[test]
fn from_cookieconsent() {
    let table = imported(Format::CookieConsent, import::Format::CookieConsent);
    has_lines(
        &table,
        &[
            "category Necessary: exempt {",
            "category Statistics: opt_in {",
            "category Marketing: opt_in {",
            "category Hints: opt_out {",
            "/// We count visits.",
            "\"_pk_{site}\" | Matomo | 13 months;",
            "\"a_{campaign}_z\" | Matomo | rolling 30 days;",
            "\"scroll\" | TheShop | persistent | storage = local_storage;",
            "\"cap\" | AdsCo | 1 day;",
            "\"Tells visitors apart\" => \"Unterscheidet Besucher\";",
        ],
    );
}

#[test]
fn from_klaro() {
    let table = imported(Format::Klaro, import::Format::Klaro);
    has_lines(
        &table,
        &[
            "category Statistics: opt_in {",
            "category HintsOptOut: opt_out {",
            "\"_pk_{id}\" | Matomo | unknown; // TODO: how long",
            "\"a_{id}_z\" | Matomo | unknown | attributes = Path=\"/shop\" Domain=\"shop.example\"; // TODO: how long",
            "\"cap\" | AdsCo | unknown | set_by = script; // TODO: how long",
            "\"Audience\" => \"Besucherzahlen\";",
        ],
    );
}
