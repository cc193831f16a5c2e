//! The typography of every language, and that no text breaks the page.

extern crate std;

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;
use std::path::Path;

use crate::texts::ALL;
use crate::texts::date::DateTexts;
use cookie_decl_core::date::Date;

/// Every text of a language, as its file has it.
fn literals(language: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/texts");
    let name = language.replace('-', "_").to_lowercase();
    let file = folder.join(name).with_extension("rs");
    let source = std::fs::read_to_string(file).unwrap();
    let mut text = String::new();
    for part in source.split_inclusive("\\\n") {
        // A line that continues a text starts with its first letter.
        text += match part.strip_suffix("\\\n") {
            Some(line) if text.is_empty() => line,
            Some(line) => line.trim_start(),
            None if text.is_empty() => part,
            None => part.trim_start(),
        };
    }
    let text = text.replace("\\u{a0}", "\u{a0}");
    assert!(
        !text.contains('\\'),
        "a text of {language} says what only the compiler can read"
    );
    text.split('"')
        .skip(1)
        .step_by(2)
        .map(String::from)
        .collect()
}

/// The quotation marks of a language, with the blank inside them.
fn quotes(language: &str) -> (char, char, &'static str) {
    match language {
        "fr" => ('«', '»', "\u{a0}"),
        "ar" | "el" | "es" | "it" | "uk" => ('«', '»', ""),
        "de" => ('„', '“', ""),
        "pl" => ('„', '”', ""),
        "sv" => ('”', '”', ""),
        "nl" => ('‘', '’', ""),
        "ja" => ('「', '」', ""),
        _ => ('“', '”', ""),
    }
}

/// What is wrong with the typography of a text in a language.
fn fault(language: &str, text: &str) -> Option<&'static str> {
    let has = |parts: &[&str]| parts.iter().any(|part| text.contains(part));
    let (open, close, inside) = quotes(language);
    let is_foreign = |c: char| "«»“”„‘「」".contains(c) && c != open && c != close;
    let count = |mark| text.matches(mark).count();
    let is_unpaired = match (open, close) {
        // An apostrophe looks like the closing one.
        (_, '’') => count('‘') > count('’'),
        (open, close) if open == close => count(open) % 2 == 1,
        _ => count(open) != count(close),
    };
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let pairs = || text.chars().zip(text.chars().skip(1));
    if has(&["\"", "'", "`", "´"]) {
        return Some("a straight quotation mark or apostrophe");
    }
    if has(&["  ", " \u{a0}", "\u{a0} ", "\u{a0}\u{a0}"]) {
        return Some("two blanks");
    }
    if has(&["...", " - "]) {
        return Some("dots or a hyphen instead of the sign");
    }
    if has(&[" ,", " .", "( ", " )"]) {
        return Some("a blank at the wrong side");
    }
    if text.contains(is_foreign) || is_unpaired {
        return Some("quotation marks of another language, or one without the other");
    }
    let after_open = text.split(open).skip(1);
    let is_loose = |rest: &str| {
        !rest.starts_with(inside) || (inside.is_empty() && rest.starts_with([' ', '\u{a0}']))
    };
    if open != close && after_open.clone().any(is_loose) {
        return Some("a blank, or none, inside quotation marks");
    }
    match language {
        "fr" => {
            let is_held = |(at, _): (usize, &str)| text[..at].ends_with(['\u{a0}', '\u{202f}']);
            let marks = text.match_indices([':', ';', '?', '!', '»']);
            (!marks.into_iter().all(is_held)).then_some("no no-break space before a mark")
        }
        "es" => (count('?') != count('¿') || count('!') != count('¡'))
            .then_some("a question or an exclamation without its start"),
        "el" => (has(&["?", "; ", "\u{387}"])).then_some("a mark that Greek has another for"),
        "ar" => has(&[",", ";", "?"]).then_some("a Latin mark"),
        "zh" | "ja" if text.contains([',', ';', ':', '?', '!', '(', ')', '.']) => {
            Some("a half-width mark")
        }
        "zh" => pairs()
            .any(|(one, other)| {
                is_han(one) && other.is_ascii_alphabetic()
                    || one.is_ascii_alphabetic() && is_han(other)
            })
            .then_some("no blank between Chinese and Latin letters"),
        "ja" => text.contains('，').then_some("a Chinese comma"),
        _ if text.contains(|c: char| "，。：；（）、؛،".contains(c)) => {
            Some("a mark of another script")
        }
        _ => has(&[" :", " ;", " ?", " !"]).then_some("a blank before a mark"),
    }
}

#[test]
fn every_text_has_the_typography_of_its_language() {
    let mut faults = Vec::new();
    for language in ALL.iter().map(|texts| texts.language()) {
        let literals = literals(language);
        assert!(literals.len() > 100, "{language}");
        for text in literals {
            faults.extend(fault(language, &text).map(|fault| (language, fault, text)));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Each rule with a text that breaks it, and one that does not.
#[test]
fn a_text_with_the_typography_of_another_language_is_found() {
    for (language, wrong, right) in [
        ("en", "the visitor's", "the visitor’s"),
        ("en", "the \"cookies\"", "the “cookies”"),
        ("en", "One.  Two.", "One. Two."),
        ("en", "and so on...", "and so on…"),
        ("en", "yes - no", "yes – no"),
        ("en", "a , b", "a, b"),
        ("en", "the “cookies", "the “cookies”"),
        ("en", "the «cookies»", "the “cookies”"),
        ("en", "Allow : ", "Allow: "),
        ("en", "Allow：", "Allow: "),
        ("fr", "aussi : ", "aussi\u{a0}: "),
        ("fr", "aussi: ", "aussi\u{a0}: "),
        ("fr", "; les navigateurs", "\u{a0}; les navigateurs"),
        ("fr", "un cookie ?", "un cookie\u{a0}?"),
        ("fr", "«cookies»", "«\u{a0}cookies\u{a0}»"),
        ("fr", "« cookies\u{a0}»", "«\u{a0}cookies\u{a0}»"),
        ("fr", "“cookies”", "«\u{a0}cookies\u{a0}»"),
        ("de", "“Cookies”", "„Cookies“"),
        ("pl", "„plikach cookie“", "„plikach cookie”"),
        ("sv", "“kakor”", "”kakor”"),
        ("sv", "”kakor", "”kakor”"),
        ("nl", "‘cookies, pagina", "‘cookies’, pagina’s"),
        ("it", "« cookie »", "«cookie»"),
        ("pt", "«cookies»", "“cookies”"),
        ("es", "Qué es una cookie?", "¿Qué es una cookie?"),
        ("el", "Τι είναι;· ναι; όχι", "Τι είναι· ναι· όχι;"),
        ("el", "Τι είναι?", "Τι είναι;"),
        ("uk", "пам'ятати", "пам’ятати"),
        ("ar", "نعم, لا", "نعم، لا"),
        ("ar", "نعم; لا", "نعم؛ لا"),
        ("ar", "نعم?", "نعم؟"),
        ("zh", "允许: ", "允许："),
        ("zh", "允许(一)", "允许（一）"),
        ("zh", "设置Cookie的网站", "设置 Cookie 的网站"),
        ("ja", "はい, いいえ", "はい、いいえ"),
        ("ja", "はい，いいえ", "はい、いいえ"),
        ("ja", "はい.", "はい。"),
        ("ja", "“はい”", "「はい」"),
    ] {
        assert!(fault(language, wrong).is_some(), "{wrong} in {language}");
        assert_eq!(fault(language, right), None, "{right} in {language}");
    }
}

#[test]
fn a_sentence_around_a_date_ends_with_one_full_stop() {
    let date = Date {
        year: 2026,
        month: 11,
        day: 1,
    };
    for texts in ALL {
        let [before, after] = texts.ask.decided;
        let written = DateTexts::in_words(&texts.date, date);
        let sentence = [before, &written, after].concat();
        let end = if sentence.ends_with('。') {
            "。"
        } else {
            "."
        };
        let rest = sentence.strip_suffix(end);
        let rest = rest.unwrap_or_else(|| panic!("{sentence} in {}", texts.language));
        assert!(!rest.ends_with(['.', '。']), "{sentence}");
        assert_eq!(fault(texts.language, &sentence), None, "{sentence}");
    }
}

#[test]
fn no_two_facts_of_a_language_have_the_same_label() {
    for texts in ALL {
        let of = &texts.providers;
        let labels = [
            of.country,
            of.domain,
            of.privacy,
            of.opt_out,
            of.contact,
            of.address,
            of.transfer,
        ];
        let different: BTreeSet<_> = labels.into_iter().collect();
        assert_eq!(different.len(), labels.len(), "{labels:?}");
    }
}

/// The page writes the texts into HTML without escaping them.
#[test]
fn no_text_has_a_character_that_html_escapes() {
    for language in ALL.iter().map(|texts| texts.language()) {
        let literals = literals(language).concat();
        let mut html = String::new();
        crate::html::escape::escape_html(&literals, &mut html).unwrap();
        assert_eq!(html, literals, "in {language}");
    }
}
