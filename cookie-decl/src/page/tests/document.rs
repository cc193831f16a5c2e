//! The page as data.

use crate::page::document::Href;

#[test]
fn addresses_that_may_become_links() {
    for address in [
        "https://example.org",
        "HTTP://example.org/a?b=c&d=e#f",
        "mailto:privacy@example.org",
        "/cookies",
        "//example.org/",
        "cookies?next=a:b",
        "../a/b:c",
        "#choice",
        "https://example.org/données",
    ] {
        assert!(Href::new(address).is_some(), "{address}");
    }
}

#[test]
fn addresses_that_must_not_become_links() {
    for address in [
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        " javascript:alert(1)",
        "\u{1}javascript:alert(1)",
        "\u{FEFF}javascript:alert(1)",
        "https://example.org/\u{FFFF}",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://example.org",
        "example.org:8080",
        "\\\\example.org",
        "https://example.org/a b",
        "https://example.org/\"onclick=",
        "https://example.org/<b>",
        ":",
    ] {
        assert!(Href::new(address).is_none(), "{address}");
    }
}

#[cfg(feature = "serde")]
#[test]
fn json_contains_the_printed_texts_and_the_facts() {
    use serde_json::json;

    use super::*;

    let providers = leak(alloc::vec![provider("Google")]);
    let rows = [
        Row {
            provider: Some(&providers[0]),
            duration: kept([Term::SESSION, Term::rolling(30, Unit::Minute)]),
            set_by: SetBy::ThirdParty(Some("ads.example")),
            ..cookie("a")
        },
        Row {
            continues: true,
            ..pattern()
        },
    ];
    let any = Row {
        any: true,
        duration: Duration::Persistent,
        attributes: None,
        storage: Storage::LocalStorage,
        ..cookie("any")
    };
    let mut statistics = category("Statistics", Gate::OptIn);
    statistics.gpc = true;
    let site = Site::new().category(statistics, rows.into_iter().chain([any]));
    let policy = site
        .providers(providers)
        .with(|table| table.title = Some("T"))
        .policy();
    let page = policy.page().columns([
        Column::Cookie,
        Column::SetBy,
        Column::Note,
        Column::Attributes,
    ]);
    let json = serde_json::to_value(&page).unwrap();
    assert_eq!(json, serde_json::to_value(page.document()).unwrap());
    assert_eq!(json["title"], "T");
    assert_eq!(json["direction"], "ltr");
    let section = &json["sections"][1]["sections"][0];
    assert_eq!(section["id"], "cookie-category-Statistics");
    assert_eq!(
        section["category"],
        json!({"name": "Statistics", "gate": "opt_in", "gpc": true})
    );
    let table = &section["blocks"][1];
    assert_eq!(table["type"], "table");
    assert_eq!(
        table["columns"][1],
        json!({"key": "set_by", "title": "Set by"})
    );
    assert_eq!(
        table["rows"][0],
        json!({
            "names": [
                {"type": "exact", "name": "a"},
                {"type": "pattern", "name": "_ga_{container}", "printed": "_ga_<container>"},
            ],
            "provider": "Google",
            "set_by": {"third_party": "ads.example"},
            "party": "third",
            "storage": "cookie",
            "lifetimes": [{"type": "session"}, {"type": "time", "seconds": 1800, "rolling": true}],
            "cells": [
                {"type": "names"},
                {"type": "text", "text": "ads.example (third party)"},
                {"type": "code", "text": "SameSite=Lax; Path=/"},
            ],
        }),
    );
    assert_eq!(
        table["rows"][1]["lifetimes"],
        json!([{"type": "persistent"}])
    );
    assert_eq!(table["rows"][1]["storage"], "local_storage");
    assert_eq!(table["rows"][1]["cells"][2], json!({"type": "empty"}));
    assert_eq!(json["providers"][0]["name"], "Google");
}

#[cfg(feature = "serde")]
#[test]
fn json_separates_a_name_from_its_scope() {
    use serde_json::json;

    use super::*;

    let local = Row {
        attributes: None,
        storage: Storage::LocalStorage,
        ..cookie("a")
    };
    let page = Site::of(Gate::Exempt, [cookie("a"), local]).policy().page();
    let json = serde_json::to_value(&page).unwrap();
    let names = &json["sections"][1]["sections"][0]["blocks"][1]["rows"][1]["names"];
    let scope = [" (", "local storage", ")"].map(|text| json!({"type": "text", "text": text}));
    assert_eq!(
        *names,
        json!([{"type": "exact", "name": "a", "scope": scope}])
    );
}
