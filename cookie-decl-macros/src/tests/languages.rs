//! Words of the library's languages, typed where the grammar is English.

use std::fs;
use std::path::Path;

use crate::tests::messages;
use crate::vocabulary::{DurationGuess, Unit};

/// The texts of each language, as Rust code.
fn texts() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cookie-decl/src/texts");
    let files = fs::read_dir(folder).expect("the library has texts");
    let files = files.map(|file| file.expect("it can be read").path());
    let read = files.filter_map(|path| {
        let language = path.file_stem()?.to_str()?.to_owned();
        let text = fs::read_to_string(&path).ok()?;
        (language.len() == 2 || language == "pt_br").then_some((language, text))
    });
    read.collect()
}

/// The units that a language prints, each with its word.
fn printed_units(text: &str) -> Vec<(Unit, &str)> {
    let (_, rest) = text
        .split_once("duration: DurationTexts {")
        .expect("each language prints durations");
    let (texts, _) = rest
        .split_once("less_than_a_second")
        .expect("it comes after the units");
    let mut unit = None;
    let mut found = Vec::new();
    for line in texts.lines() {
        let word = line.split_once(':').map(|(word, _)| word.trim());
        unit = word.and_then(Unit::parse).or(unit);
        let quoted = line.split('"').nth(1);
        let words = quoted.map(|quoted| quoted.trim_start_matches("{n}").trim());
        found.extend(unit.zip(words));
    }
    found
}

#[test]
fn a_unit_that_a_page_prints_is_understood() {
    let texts = texts();
    assert_eq!(texts.len(), 15);
    for (language, text) in &texts {
        let units = printed_units(text);
        assert!(units.len() >= 7, "{language}: {units:?}");
        for (unit, word) in units {
            let is_known = Unit::guess(word) == Some(unit)
                || DurationGuess::of(word) == Some(DurationGuess::Two(unit));
            assert!(is_known, "{language}: {word} is {unit:?}");
        }
    }
}

/// The message for a category with this gate.
fn gate(word: &str) -> String {
    let table = format!("policy; category C: {word} {{ }}");
    messages(&table).swap_remove(0)
}

#[test]
fn a_gate_in_the_words_of_consent_tools_is_understood_in_every_language() {
    for word in [
        "necessary",
        "essential",
        "strictly",
        "notwendig",
        "nécessaire",
        "esencial",
        "necessari",
        "necessários",
        "noodzakelijk",
        "niezbędne",
        "nödvändiga",
        "απαραίτητα",
        "необхідні",
        "必要",
        "必須",
        "必需",
        "ضرورية",
    ] {
        let message = format!("unknown gate `{word}`, did you mean `exempt`?");
        assert_eq!(gate(word), message);
    }
    for word in [
        "statistics",
        "marketing",
        "statistik",
        "statistiques",
        "estadísticas",
        "statistiche",
        "estatísticas",
        "statistieken",
        "statystyka",
        "analys",
        "στατιστικά",
        "статистика",
        "統計",
        "统计",
        "تسويق",
    ] {
        let message = format!("unknown gate `{word}`, did you mean `opt_in`?");
        assert_eq!(gate(word), message);
    }
    assert_eq!(
        gate("widerspruch"),
        "unknown gate `widerspruch`, did you mean `opt_out`?"
    );
}

/// Tools call those that the visitor asked for so, and others as well.
#[test]
fn functional_is_answered_with_both_gates_it_may_mean() {
    for word in [
        "functional",
        "preferences",
        "fonctionnels",
        "funktionale",
        "機能",
        "وظيفية",
    ] {
        let message = gate(word);
        assert!(
            message.starts_with(&format!("unknown gate `{word}`: write `exempt` if"))
                && message.ends_with("and `opt_in` otherwise"),
            "{message}"
        );
    }
}

/// The message for a row with this duration.
fn duration(cell: &str) -> String {
    let row = format!("/// A\n \"a\" | {cell} | set_by = script;");
    messages(&crate::tests::opt_in(&row)).swap_remove(0)
}

#[test]
fn a_duration_in_another_language_is_told_in_english() {
    for (cell, english) in [
        ("2 Tage", "`2 days`"),
        ("13 mois", "`13 months`"),
        ("2 年", "`2 years`"),
        ("2年間", "`2 years`"),
        ("13 个月", "`13 months`"),
        ("3 أشهر", "`3 months`"),
        ("سنتان", "`2 years`"),
        ("zwei Jahre", "`2 years`"),
        ("un an", "`2 years`"),
        ("Sitzung", "`session`"),
        ("会话", "`session`"),
        ("unbegrenzt", "`persistent`"),
        ("永久", "`persistent`"),
    ] {
        let message = duration(cell);
        assert!(message.contains(english), "{cell}: {message}");
    }
}
