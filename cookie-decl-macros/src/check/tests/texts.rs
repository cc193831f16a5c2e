//! Purposes and other texts: where they come from, and that they are kept as they are.

use super::{fine, refused};
use crate::tests::{assert_says, checked, exempt};

/// A row of a category that asks for purposes.
fn table(row: &str) -> String {
    format!("policy; /// T\n///\n/// D\ncategory N: exempt {{ cookie | duration; {row} }}")
}

#[test]
fn row_without_a_purpose_warns() {
    assert_says(
        &table(r#""a" | 1 day;"#),
        &["no_purpose: no purpose: visitors read what it is for in the `///` above"],
    );
    assert_says(&table(r#""a" | 1 day | purpose = "";"#), &["no_purpose"]);
}

#[test]
fn row_with_a_purpose_above_in_a_cell_or_in_with_is_fine() {
    assert_says(&table("/// P\n\"a\" | 1 day;"), &[]);
    assert_says(&table(r#""a" | 1 day | purpose = "P";"#), &[]);
    assert_says(&table(r#"with purpose = "P"; "a" | 1 day;"#), &[]);
    assert_says(&table(r#"with purpose = "P" { "a" | 1 day; }"#), &[]);
}

#[test]
fn purpose_that_is_explicitly_nothing_is_fine() {
    assert_says(&table(r#""a" | 1 day | purpose = none;"#), &[]);
}

#[test]
fn purpose_twice_is_refused_at_both_places() {
    let parts = ["first declared here", "the purpose twice: it is the `///` above the row, or this cell, not both"];
    assert_says(&table("/// P\n\"a\" | 1 day | purpose = \"Q\";"), &parts);
}

#[test]
fn purpose_above_instead_of_that_of_with_is_fine() {
    let policy = checked(&table("with purpose = \"Q\"; /// P\n\"a\" | 1 day;"));
    assert_eq!(policy.rows[0].purpose.as_ref().map(|text| text.text.as_str()), Some("P"));
}

#[test]
fn odd_texts_are_kept_as_they_are() {
    for text in ["a | b; c", "\"quoted\" \\ 'x'", "مرحبا بالعالم", "🍪 <b>&amp;</b> _ga_ *x*", "a\u{a0}b"]
    {
        let policy = checked(&exempt(&format!("\"a\" | 1 day | note = {text:?} | \"Own | column\" = {text:?};")));
        let row = &policy.rows[0];
        assert_eq!(row.note.as_ref().map(|note| note.text.as_str()), Some(text));
        assert_eq!((row.own[0].0.as_str(), row.own[0].1.text.as_str()), ("Own | column", text));
    }
}

#[test]
fn paragraphs_of_a_purpose_are_one_text() {
    let policy = checked(&table("/// One\n/// line.\n///\n/// Another.\n\"a\" | 1 day;"));
    assert_eq!(policy.rows[0].purpose.as_ref().map(|text| text.text.as_str()), Some("One line. Another."));
}

#[test]
fn nothing_where_a_column_always_has_a_value_is_refused() {
    refused(r#""a" | 1 day | storage = none;"#, "`storage` cannot be nothing");
    refused(r#""a" | 1 day | set_by = none;"#, "`set_by` cannot be nothing");
}

#[test]
fn nothing_where_a_column_may_be_empty_is_fine() {
    fine(r#""a" | 1 day | provider = none | function = none | note = none | attributes = none;"#);
}

#[test]
fn default_in_every_column_is_fine() {
    fine(r#""a" | 1 day | provider = _ | function = _ | note = _ | attributes = _ | storage = _ | set_by = _;"#);
}
