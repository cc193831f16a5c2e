//! The reference of the grammar is written by hand, in `declare.rs` of the library: every word has its place there.

use crate::rules::Rule;
use crate::vocabulary;

/// A part of the reference below its heading, without the marks of comments.
fn section(heading: &str) -> String {
    let reference = include_str!("../../../cookie-decl/src/declare.rs");
    let lines = reference
        .lines()
        .filter_map(|line| line.strip_prefix("///"));
    let lines = lines.map(|line| line.strip_prefix(' ').unwrap_or(line));
    let below = lines.skip_while(|line| *line != format!("# {heading}"));
    let own = below.skip(1).take_while(|line| !line.starts_with("# "));
    own.fold(String::new(), |text, line| text + line + "\n")
}

/// The words in a text, `third_party` being one.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
}

/// Each word begins a row of a table; `pub policy` is a row of `policy`.
fn assert_rows<'w>(heading: &str, expected: impl IntoIterator<Item = &'w str>) {
    let section = section(heading);
    let rows = section.lines().filter_map(|line| line.strip_prefix("| `"));
    let first: Vec<_> = rows
        .filter_map(|row| words(row).find(|word| *word != "pub"))
        .collect();
    for word in expected {
        assert!(
            first.contains(&word),
            "no row of `{heading}` is about `{word}`"
        );
    }
}

/// One paragraph, or one row of a table, names all the words.
fn assert_together(heading: &str, expected: &[&str]) {
    let section = section(heading);
    let paragraphs = section.split("\n\n").filter(|text| !text.starts_with('|'));
    let rows = section.lines().filter(|line| line.starts_with('|'));
    let names_all = |text: &str| {
        expected
            .iter()
            .all(|word| words(text).any(|other| other == *word))
    };
    assert!(
        paragraphs.chain(rows).any(names_all),
        "no place of `{heading}` names all of {expected:?}"
    );
}

#[test]
fn every_item_and_column_and_gate_and_warning_has_a_row() {
    assert_rows("The table", vocabulary::Item::WORDS.iter().copied());
    assert_rows(
        "Providers and the controller",
        vocabulary::ProviderKey::WORDS.iter().copied(),
    );
    assert_rows("Rows", vocabulary::Column::WORDS.iter().copied());
    assert_rows("Gates", vocabulary::Gate::WORDS.iter().copied());
    assert_rows("Errors and warnings", Rule::warnings().map(Rule::name));
}

#[test]
fn every_word_within_a_cell_is_named_beside_the_others_of_its_kind() {
    assert_together("Rows", vocabulary::Attribute::WORDS);
    assert_together("Rows", vocabulary::SetBy::WORDS);
    assert_together("Rows", vocabulary::Storage::WORDS);
    assert_together("Rows", vocabulary::Unit::WORDS);
    assert_together("Gates", vocabulary::GateOption::WORDS);
}
