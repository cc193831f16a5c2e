//! The texts of every language: their plural rules match CLDR, and tags find them.

mod typography;
mod wording;

use alloc::collections::BTreeSet;
use alloc::string::String;

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};

use super::plural::{Category, Forms};
use cookie_decl_core::languages;
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
        // To CLDR, Portuguese without a region is that of Brazil.
        let tag = match texts.language {
            "pt" => "pt-PT",
            tag => tag,
        };
        let locale: Locale = tag.parse().unwrap();
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

#[test]
fn the_macros_know_every_language() {
    let spoken: BTreeSet<_> = ALL.iter().map(|texts| texts.language).collect();
    assert!(
        ALL.iter()
            .map(|texts| texts.language)
            .eq(languages::SPOKEN.iter().copied())
    );
    assert_eq!(spoken.len(), ALL.len());
}

#[test]
fn regions_share_the_built_in_texts_of_their_language_but_brazil() {
    let expected = [
        ("de", "de"),
        ("de-AT", "de"),
        ("AR-ae", "ar"),
        ("pt", "pt"),
        ("pt-PT", "pt"),
        ("pt-AO", "pt"),
        ("pt-x-BR", "pt"),
        ("pt-BR", "pt-BR"),
        ("PT-br", "pt-BR"),
        ("pt-Latn-BR", "pt-BR"),
        ("es-BR", "es"),
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
        assert_eq!(languages::built_in(tag), language, "{tag}");
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

#[test]
fn a_visitor_from_brazil_gets_the_portuguese_of_brazil_if_the_table_has_both() {
    let find = |range| lookup(range, &["en", "pt", "pt-BR"].iter().copied(), |tag| tag);
    assert_eq!(find("pt-BR"), Some("pt-BR"));
    assert_eq!(find("pt"), Some("pt"));
    assert_eq!(find("pt-MZ"), Some("pt"));
    let one = lookup("pt-BR", &["en", "pt"].iter().copied(), |tag| tag);
    assert_eq!(one, Some("pt"));
}
