//! The language of a page.

use alloc::string::{String, ToString as _};

use super::*;
use crate::table::translation::Translation;
use crate::texts::direction::Direction;
use crate::texts::direction::direction_of_language;
use crate::texts::{fr, pt};

/// A table in English with a translation into French and one into Brazilian Portuguese.
fn translated() -> Site {
    static TRANSLATIONS: [Translation; 2] = [
        Translation {
            language: "fr",
            built_in: &fr::TEXTS,
            texts: &[
                ("Biscuits", "Gâteaux secs"),
                ("For the test", "Pour le test"),
                ("Kept for", "Conservé"),
                ("Sites", "Portails"),
                ("as long as it takes", "le temps qu’il faut"),
            ],
        },
        Translation {
            language: "pt-BR",
            built_in: &pt::TEXTS,
            texts: &[("Biscuits", "Biscoitos")],
        },
    ];
    let row = Row {
        purpose: Some("For the test"),
        duration: Duration::Persistent,
        duration_text: Some("as long as it takes"),
        own: &[("Sites", "all")],
        ..cookie("a")
    };
    let site = Site::of(Gate::OptIn, [row]).with(|table| table.title = Some("Biscuits"));
    site.with(|table| table.translations = &TRANSLATIONS)
}

fn title(language: &str) -> [String; 2] {
    let page = translated().policy().page().language(language);
    let document = page.document();
    [document.language.to_string(), document.title.to_string()]
}

#[test]
fn language_is_found_by_shorter_tags() {
    for tag in [
        "fr",
        "FR",
        "fr-CA",
        "fr-Latn-CA",
        "fr-x-private",
        "fr-CA-u-co-phonebk",
    ] {
        assert_eq!(title(tag), ["fr", "Gâteaux secs"], "{tag}");
    }
    for tag in ["pt-BR", "pt-br-x-a"] {
        assert_eq!(title(tag), ["pt-BR", "Biscoitos"], "{tag}");
    }
}

#[test]
fn missing_language_falls_back_to_the_tables() {
    for tag in [
        "de", "en", "en-GB", "pt", "pt-PT", "f", "", "-", "*", "frr", "x-fr",
    ] {
        assert_eq!(title(tag), ["en", "Biscuits"], "{tag}");
    }
}

#[test]
fn built_in_texts_follow_those_of_the_site() {
    let built_in = |language| {
        translated()
            .policy()
            .page()
            .language(language)
            .document()
            .built_in_language
            .to_string()
    };
    assert_eq!(built_in("fr-CA"), "fr");
    assert_eq!(built_in("de"), "en");
    assert_eq!(built_in("pt-BR"), "pt");
}

#[test]
fn every_text_of_the_table_is_translated() {
    let print = const {
        &[
            (Column::Purpose, None),
            (Column::Duration, Some("Kept for")),
            (Column::Own("Sites"), None),
            (Column::Cookie, None),
        ]
    };
    let site = translated().with(|table| table.print = print);
    let page = site.policy().page().language("fr");
    let expected = [
        ["Finalité", "Conservé", "Portails", "Cookie"],
        ["Pour le test", "le temps qu’il faut", "all", "a"],
    ];
    assert_eq!(tables(&page.document())[0], expected);
}

#[test]
fn a_provider_keeps_its_name_and_its_country_is_translated() {
    static TRANSLATIONS: [Translation; 1] = [Translation {
        language: "fr",
        built_in: &fr::TEXTS,
        texts: &[("Apple", "Pomme"), ("Ireland", "Irlande")],
    }];
    let providers = leak(alloc::vec![ProviderInfo {
        country: Some("Ireland"),
        ..provider("Apple")
    }]);
    let site = Site::of(
        Gate::Exempt,
        [Row {
            provider: Some(&providers[0]),
            ..cookie("a")
        }],
    )
    .providers(providers);
    let page = site
        .with(|table| table.translations = &TRANSLATIONS)
        .policy()
        .page()
        .language("fr");
    let document = page.document();
    assert_eq!(tables(&document)[0][1], ["a", "Apple", "2 semaines"]);
    assert_eq!(
        sentences(section(&document, "cookie-providers"))[1],
        "Apple\u{a0}; pays\u{a0}: Irlande"
    );
    let provider = &document.providers[0];
    assert_eq!(
        (
            provider.title.as_str(),
            provider.country.as_ref().unwrap().as_str()
        ),
        ("Apple", "Irlande")
    );
}

#[test]
fn empty_translation_prints_a_dash() {
    static TRANSLATIONS: [Translation; 1] = [Translation {
        language: "fr",
        built_in: &fr::TEXTS,
        texts: &[("For the test", " ")],
    }];
    let rows = [
        Row {
            purpose: Some("For the test"),
            ..cookie("a")
        },
        Row {
            purpose: Some("Else"),
            ..cookie("b")
        },
    ];
    let site = Site::of(Gate::Exempt, rows).with(|table| table.translations = &TRANSLATIONS);
    let page = site
        .policy()
        .page()
        .language("fr")
        .columns([Column::Cookie, Column::Purpose]);
    assert_eq!(
        tables(&page.document())[0],
        [["Cookie", "Finalité"], ["a", "–"], ["b", "Else"]]
    );
}

#[test]
fn first_day_of_a_french_month_is_an_ordinal() {
    let policy = Site::new().language("fr").policy();
    assert!(
        policy
            .page()
            .last_updated("2026-08-01")
            .markdown()
            .contains("1er août 2026\n")
    );
    assert!(
        policy
            .page()
            .last_updated("2026-08-11")
            .markdown()
            .contains("11 août 2026\n")
    );
    assert!(
        policy
            .page()
            .last_updated("août")
            .markdown()
            .contains(": août\n")
    );
}

#[test]
fn script_decides_the_direction_before_the_language() {
    for tag in [
        "ar",
        "ar-EG",
        "AR",
        "he",
        "fa-IR",
        "ur",
        "ps",
        "sd",
        "ug",
        "yi",
        "dv",
        "ckb",
        "az-Arab",
        "ks-Arab-IN",
    ] {
        assert_eq!(direction_of_language(tag), Direction::Rtl, "{tag}");
    }
    for tag in [
        "en",
        "fr",
        "zh-Hant",
        "az",
        "ar-Latn",
        "sd-Deva",
        "en-x-arab",
        "art",
        "",
    ] {
        assert_eq!(direction_of_language(tag), Direction::Ltr, "{tag}");
    }
}

#[test]
fn a_page_in_french_is_french_throughout() {
    let site = Site::of(Gate::OptOut, [pattern()]).language("fr");
    let text = site
        .policy()
        .page()
        .settings("/cookies")
        .last_updated("2026-11-22")
        .text();
    assert!(
        text.contains("Dernière mise à jour\u{a0}: 22 novembre 2026\n"),
        "{text}"
    );
    for english in [
        " the ",
        " you ",
        "cookie settings",
        "Last updated",
        "Cookies used",
    ] {
        assert!(!text.contains(english), "{english} in {text}");
    }
}
