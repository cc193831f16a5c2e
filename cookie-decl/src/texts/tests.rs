//! The texts of every language: their plural rules match CLDR, and no text breaks the page.

use alloc::collections::BTreeSet;
use alloc::string::String;

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};

use super::plural::{Category, Forms};
use cookie_decl_core::tag::is_traditional_chinese;

use super::ALL;
use super::built_in::DurationTexts;
use super::matching::lookup;
use cookie_decl_core::unit::Unit;

fn units(texts: &DurationTexts) -> [&Forms; 7] {
    [
        &texts.second,
        &texts.minute,
        &texts.hour,
        &texts.day,
        &texts.week,
        &texts.month,
        &texts.year,
    ]
}

#[test]
fn every_number_has_the_plural_category_that_cldr_gives_it() {
    let large = [
        1_000,
        1_001,
        1_011,
        10_002,
        100_000,
        999_999,
        1_000_000,
        1_000_001,
        2_000_000,
        3_000_003,
        u32::MAX,
    ];
    for texts in ALL {
        let locale: Locale = texts.language.parse().unwrap();
        let rules = PluralRules::try_new(locale.into(), PluralRulesOptions::default()).unwrap();
        for number in (0..=200).chain(large) {
            let expected = match rules.category_for(number) {
                PluralCategory::Zero => Category::Zero,
                PluralCategory::One => Category::One,
                PluralCategory::Two => Category::Two,
                PluralCategory::Few => Category::Few,
                PluralCategory::Many => Category::Many,
                PluralCategory::Other => Category::Other,
            };
            for unit in units(&texts.duration) {
                assert_eq!(
                    unit.category(number),
                    expected,
                    "{number} in {}",
                    texts.language
                );
            }
        }
    }
}

#[test]
fn a_form_that_leaves_out_the_number_is_for_one_number_only() {
    for texts in ALL {
        for unit in units(&texts.duration) {
            let mut without = BTreeSet::new();
            for number in 1..2_000 {
                let form = unit.form(number);
                if !form.contains("{n}") {
                    assert!(
                        without.insert(form),
                        "{form} is for {number} and another number"
                    );
                }
            }
        }
    }
}

#[test]
fn no_two_lengths_read_the_same() {
    for texts in ALL {
        let mut seen = BTreeSet::new();
        for unit in [
            Unit::Second,
            Unit::Minute,
            Unit::Hour,
            Unit::Day,
            Unit::Week,
            Unit::Month,
            Unit::Year,
        ] {
            for (count, rolling) in (1..=120).flat_map(|count| [(count, false), (count, true)]) {
                let mut text = String::new();
                texts
                    .duration
                    .write(count, unit, rolling, &mut text)
                    .unwrap();
                assert!(!text.contains(['{', '}']), "{text}");
                assert!(seen.insert(text.clone()), "{text} in {}", texts.language);
            }
        }
    }
}

#[path = "../../../cookie-decl-macros/src/languages.rs"]
mod macros;

#[test]
fn the_macros_know_every_language() {
    let spoken: BTreeSet<_> = ALL.iter().map(|texts| texts.language).collect();
    assert!(
        ALL.iter()
            .map(|texts| texts.language)
            .eq(macros::SPOKEN.iter().copied())
    );
    assert_eq!(spoken.len(), ALL.len());
}

#[test]
fn regions_share_the_built_in_texts_of_their_language() {
    let expected = [
        ("de", "de"),
        ("de-AT", "de"),
        ("AR-ae", "ar"),
        ("pt-BR", "pt"),
        ("zh", "zh"),
        ("zh-CN", "zh"),
        ("zh-Hans", "zh"),
        ("zh-Hans-TW", "zh"),
        ("zh-x-hant", "zh"),
        ("fi", "en"),
        ("dsb", "en"),
        ("zh-Hant", "en"),
        ("zh-TW", "en"),
        ("zh-hk", "en"),
        ("zh-yue-MO", "en"),
    ];
    for (tag, language) in expected {
        assert_eq!(macros::built_in(tag), language, "{tag}");
        assert_eq!(
            is_traditional_chinese(tag),
            tag.starts_with("zh") && language == "en",
            "{tag}"
        );
    }
}

#[test]
fn readers_of_traditional_characters_are_not_given_simplified_ones() {
    let find =
        |range, items: &'static [&'static str]| lookup(range, &items.iter().copied(), |tag| tag);
    for range in ["zh-TW", "zh-Hant", "zh-Hant-HK", "zh-hk", "zh-TW-x-a"] {
        assert_eq!(find(range, &["en", "zh"]), None, "{range}");
    }
    assert_eq!(find("zh-Hant-TW", &["zh", "zh-Hant"]), Some("zh-Hant"));
    assert_eq!(find("zh-TW", &["zh", "zh-TW"]), Some("zh-TW"));
    for range in ["zh", "zh-CN", "zh-Hans-SG", "zh-Hans-HK", "zh-x-hant"] {
        assert_eq!(find(range, &["en", "zh"]), Some("zh"), "{range}");
    }
}

/// The page writes the texts into HTML without escaping them.
#[test]
fn no_text_has_a_character_that_html_escapes() {
    extern crate std;
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/texts");
    for texts in ALL {
        let source =
            std::fs::read_to_string(folder.join(texts.language).with_extension("rs")).unwrap();
        let source = source.replace("\\\n", "").replace("\\u{a0}", "\u{a0}");
        assert!(
            !source.contains('\\'),
            "a text of {} says what only the compiler can read",
            texts.language
        );
        let literals: String = source.split('"').skip(1).step_by(2).collect();
        let mut html = String::new();
        crate::html::escape::escape_html(&literals, &mut html).unwrap();
        assert_eq!(html, literals, "in {}", texts.language);
    }
}
