//! The keys of the built-in texts: they are complete, their forms fit, and the documentation lists them.

extern crate std;

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write as _;
use std::{env, fs};

use cookie_decl_core::wording::Key;

use super::units;
use crate::texts::built_in::Texts;
use crate::texts::wording::{place, reworded};
use crate::texts::{ALL, en, fr};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/wording.md");

fn keys() -> impl Iterator<Item = Key> {
    let chapters = Key::CHAPTERS.iter();
    chapters.flat_map(|(_, keys)| keys.iter().copied())
}

/// The text of a key as a site would write it.
fn text(texts: &Texts, key: Key) -> String {
    let mut texts = *texts;
    let mut text = String::new();
    key.write(place(&mut texts, key), &mut text).unwrap();
    text
}

/// Everything that a language says, except the numbers of its plural forms.
fn strings(texts: &Texts) -> Vec<String> {
    let Texts {
        language,
        name,
        title,
        columns,
        about,
        used,
        scope,
        set_by,
        party,
        basis,
        storage,
        duration,
        choice,
        ask,
        providers,
        controller,
        refusals,
        version,
        last_updated,
        date,
        between_sentences,
        wording: _,
    } = texts;
    let all = format!(
        "{:?}",
        (
            (language, name, title, columns, about, used, scope, set_by),
            (party, basis, storage, duration, choice, ask, providers),
            (
                controller,
                refusals,
                version,
                last_updated,
                date,
                between_sentences
            ),
        )
    );
    quoted(&all)
}

/// The texts between quotation marks; none contains one.
fn quoted(debug: &str) -> Vec<String> {
    debug
        .split('"')
        .skip(1)
        .step_by(2)
        .map(String::from)
        .collect()
}

#[test]
fn every_text_has_one_key_unless_it_follows_a_grammar_or_is_a_mark() {
    for texts in ALL {
        let mut replaced = **texts;
        let mut markers = Vec::new();
        for key in keys() {
            for (number, words) in place(&mut replaced, key).iter_mut().enumerate() {
                let marker = format!("⟦{key:?} {number}⟧");
                *words = marker.clone().leak();
                markers.push(marker);
            }
        }
        let (kept, replaced): (Vec<_>, Vec<_>) = strings(&replaced)
            .into_iter()
            .partition(|text| !text.starts_with('⟦'));
        assert_eq!(
            replaced.iter().collect::<BTreeSet<_>>(),
            markers.iter().collect()
        );
        assert_eq!(replaced.len(), markers.len());
        let expected = (
            (texts.language, texts.name, texts.between_sentences),
            (texts.scope.around, texts.scope.separator),
            (texts.ask.separator, texts.providers.separator),
            (&texts.date, units(&texts.duration)),
        );
        let expected = quoted(&format!("{expected:?}"));
        let sorted = |mut texts: Vec<String>| {
            texts.sort();
            texts
        };
        assert_eq!(sorted(kept), sorted(expected));
    }
}

#[test]
fn every_built_in_text_has_the_form_of_its_key() {
    for texts in ALL {
        for key in keys() {
            let text = text(texts, key);
            let words = key.split(&text);
            let words = words.unwrap_or_else(|mistake| panic!("{text}: {mistake:?}"));
            let mut texts = **texts;
            assert_eq!(words[..key.count()], *place(&mut texts, key), "{text}");
        }
    }
}

#[test]
fn other_words_leave_the_language_and_the_other_texts() {
    let new = reworded(&fr::TEXTS, &[(Key::Question, &["Oui à ", "?"])]);
    assert_eq!(new.ask.question, ["Oui à ", "?"]);
    assert_eq!(new.language, "fr");
    assert_eq!(new.ask.accept, fr::TEXTS.ask.accept);
    assert_eq!(text(&new, Key::Question), "Oui à {categories}?");
}

#[test]
fn keys_are_read_as_they_are_written() {
    for key in keys() {
        assert_eq!(Key::parse(key.name()), Some(key));
    }
    assert_eq!(keys().count(), Key::NAMES.len());
    assert_eq!(Key::parse("Accept"), None);
}

#[test]
fn the_documentation_lists_every_key() {
    let page = fs::read_to_string(PAGE).unwrap();
    let (start, kept) = page.split_once("-->\n").unwrap();
    let mut list = String::new();
    for (chapter, keys) in Key::CHAPTERS {
        write!(
            list,
            "\n# {chapter}\n\n| key | where | in English |\n|---|---|---|\n"
        )
        .unwrap();
        for key in *keys {
            let (name, place) = (key.name(), key.place());
            let text = text(&en::TEXTS, *key).replace('|', "\\|");
            writeln!(list, "| `{name}` | {place} | `{}` |", text.trim()).unwrap();
        }
    }
    if env::var_os("BLESS").is_some() {
        fs::write(PAGE, format!("{start}-->\n{list}")).unwrap();
    } else {
        assert!(kept == list, "`BLESS=1` writes it down");
    }
}
