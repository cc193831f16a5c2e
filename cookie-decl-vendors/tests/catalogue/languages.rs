//! The phrases of the catalogue: all of them are translated, printed and used.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use cookie_decl::table::{Declaration, ProviderInfo};

use crate::tables::TOGETHER;

/// The languages of the built-in texts other than English, in which the tables are written.
pub(crate) fn languages() -> impl Iterator<Item = &'static str> {
    let all = cookie_decl::__private::texts::ALL.iter();
    all.map(|texts| texts.language())
        .filter(|language| *language != "en")
}

/// What the tables say in English and visitors read in their language.
fn used() -> BTreeSet<&'static str> {
    let table = TOGETHER.table();
    let purposes = table.declarations().iter().filter_map(Declaration::purpose);
    let countries = table.providers().iter().filter_map(ProviderInfo::country);
    purposes.chain(countries).collect()
}

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/locales"))
}

/// The phrases of a language, by the English text above them.
fn phrases(language: &str) -> BTreeMap<String, String> {
    let path = folder().join(language).with_extension("ftl");
    let content = fs::read_to_string(path).unwrap();
    let lines: Vec<_> = content.lines().collect();
    let messages = lines.windows(2).filter_map(|pair| {
        let english = pair[0].strip_prefix("# ")?;
        let (_, translation) = pair[1].split_once(" = ")?;
        Some((english.to_owned(), translation.to_owned()))
    });
    messages.collect()
}

#[test]
fn every_language_of_the_library_has_a_file_and_no_other_has() {
    let files = fs::read_dir(folder()).unwrap();
    let files: BTreeSet<_> = files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    let expected = languages()
        .map(|language| format!("{language}.ftl"))
        .collect();
    assert_eq!(files, expected);
}

#[test]
fn every_phrase_of_the_tables_is_in_every_file_and_none_is_unused() {
    let used = used();
    for language in languages() {
        let phrases = phrases(language);
        let translated: BTreeSet<_> = phrases.keys().map(String::as_str).collect();
        assert_eq!(translated, used, "{language}");
    }
}

#[test]
fn every_phrase_is_printed_in_every_language() {
    for language in languages() {
        let page = TOGETHER.page().language(language).html();
        for (english, translation) in phrases(language) {
            assert!(page.contains(&translation), "{language}: {translation}");
            let is_left = page.contains(&format!(">{english}<"));
            assert!(!is_left || translation == english, "{language}: {english}");
        }
    }
}

#[test]
fn a_phrase_is_written_as_the_library_writes_in_its_language() {
    for language in languages() {
        for (english, translation) in phrases(language) {
            let ends_well = !translation.ends_with(['.', '。', ' ']);
            let starts_well = !translation.starts_with(char::is_lowercase);
            let is_typeset = !translation.contains(['\'', '"', '`']) && !translation.contains("  ");
            assert!(
                ends_well && starts_well && is_typeset,
                "{language}: {translation}"
            );
            assert_ne!(translation.trim(), "", "{language}: {english}");
        }
    }
}
