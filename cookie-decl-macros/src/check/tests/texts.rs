//! Purposes and other texts: where they come from, and that they are unchanged.

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
        &["no_purpose: no purpose: write what it is for above the row, as `///`"],
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
fn purpose_twice_is_refused() {
    let parts = ["the purpose is written twice, above the row and here; the first is on line 4"];
    assert_says(&table("/// P\n\"a\" | 1 day | purpose = \"Q\";"), &parts);
}

#[test]
fn purpose_above_instead_of_that_of_with_is_fine() {
    let table = checked(&table("with purpose = \"Q\"; /// P\n\"a\" | 1 day;"));
    assert_eq!(
        table.declarations[0]
            .purpose
            .as_ref()
            .map(|text| text.text.as_str()),
        Some("P")
    );
}

#[test]
fn odd_texts_are_kept_as_they_are() {
    for text in [
        "a | b; c",
        "\"quoted\" \\ 'x'",
        "مرحبا بالعالم",
        "🍪 <id> & _ga_ 2 * 3",
        "a\u{a0}b",
    ] {
        let table = checked(&exempt(&format!(
            "\"a\" | 1 day | note = {text:?} | \"Own | column\" = {text:?};"
        )));
        let row = &table.declarations[0];
        assert_eq!(row.note.as_ref().map(|note| note.text.as_str()), Some(text));
        assert_eq!(
            (row.own[0].0.as_str(), row.own[0].1.text.as_str()),
            ("Own | column", text)
        );
    }
}

#[test]
fn paragraphs_of_a_purpose_are_one_text() {
    let table = checked(&table(
        "/// One\n/// line.\n///\n/// Another.\n\"a\" | 1 day;",
    ));
    assert_eq!(
        table.declarations[0]
            .purpose
            .as_ref()
            .map(|text| text.text.as_str()),
        Some("One line. Another.")
    );
}

#[test]
fn none_where_a_column_always_has_a_value_is_refused() {
    refused(
        r#""a" | 1 day | storage = none;"#,
        "`storage` cannot be empty",
    );
    refused(
        r#""a" | 1 day | set_by = none;"#,
        "`set_by` cannot be empty",
    );
}

#[test]
fn none_where_a_column_may_be_empty_is_fine() {
    fine(r#""a" | 1 day | provider = none | function = none | note = none | attributes = none;"#);
}

#[test]
fn default_in_every_column_is_fine() {
    fine(
        r#""a" | 1 day | provider = _ | function = _ | note = _ | attributes = _ | storage = _ | set_by = _;"#,
    );
}

/// A table with a text in each of its places.
fn everywhere(text: &str) -> String {
    format!(
        "#[doc = \"{text}\"] #[allow(no_purpose, reason = \"{text}\")]
        policy for \"https://shop.example{text}\";
        print cookie \"{text}\" | \"{text}\" | note;
        provider P = \"{text}\" {{ privacy: \"https://p.example/{text}\", country: \"{text}\" }}
        #[doc = \"{text}\"] section;
        #[doc = \"{text}\"] #[doc = \"\"] #[doc = \"{text}\"]
        category N: exempt {{
            cookie | duration;
            with note = \"{text}\";
            #[doc = \"{text}\"]
            \"a\" | 1 day \"{text}\" | function = \"{text}\" | \"{text}\" = \"x\" \"{text}\";
            with function = \"{text}\" {{ \"b\" | 1 day | purpose = \"{text}\" | storage = other(\"{text}\") | set_by = other; }}
        }}
        #[doc = \"{text}\"] retired {{ #[doc = \"{text}\"] \"old\"; }}
        translation fr {{ \"{text}\" => \"{text}\"; }}"
    )
}

#[test]
fn characters_that_nobody_sees_are_refused_in_every_text() {
    for (c, named) in [
        (
            "\\u{202e}",
            "U+202E, which changes the order in which the letters around it are shown: remove it",
        ),
        ("\\u{1b}", "the control character U+001B: remove it"),
    ] {
        let reported = crate::tests::numbered_messages(&everywhere(c));
        let reported: Vec<_> = reported
            .into_iter()
            .filter(|(_, text)| text.contains(named))
            .collect();
        assert_eq!(reported.len(), 24, "{reported:#?}");
    }
}

#[test]
fn characters_that_forge_a_text_are_refused_by_their_code_point() {
    for (c, named) in [
        ("\\u{202a}", "U+202A, which changes"),
        ("\\u{202d}", "U+202D, which changes"),
        ("\\u{2066}", "U+2066, which changes"),
        ("\\u{2069}", "U+2069, which changes"),
        ("\\0", "the control character U+0000"),
        ("\\u{8}", "the control character U+0008"),
        ("\\u{b}", "the control character U+000B"),
        ("\\rb", "the control character U+000D"),
        ("\\u{7f}", "the control character U+007F"),
        ("\\u{85}", "the control character U+0085"),
        ("\\u{9b}", "the control character U+009B"),
        (
            "\\u{2028}",
            "the line break U+2028, which few programs show as one",
        ),
        ("\\u{fff9}", "the invisible character U+FFF9"),
        ("\\u{206e}", "the invisible character U+206E"),
        ("\\u{feff}", "the invisible character U+FEFF"),
        ("\\u{e0041}", "the invisible character U+E0041"),
        ("\\u{ffff}", "U+FFFF, which is not a character"),
    ] {
        refused(
            &format!(r#""a" | 1 day | note = "a{c}b";"#),
            &format!("the text contains {named}"),
        );
        refused(
            &format!("/// a\n#[doc = \"a{c}b\"] \"a\" | 1 day;"),
            &format!("the text contains {named}"),
        );
    }
}

#[test]
fn marks_that_languages_and_emoji_need_are_fine() {
    for text in [
        "می\u{200c}خواهم",
        "ශ්\u{200d}රී",
        "👩\u{200d}💻 ❤\u{fe0f}",
        "\u{200f}(HTML)\u{200e} \u{61c}",
        "Donau\u{ad}dampf\u{200b}schiff",
        "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} England",
        "a\u{2060}b\u{202f}: \u{3000}",
    ] {
        fine(&format!(r#""a" | 1 day | note = "{text}";"#));
    }
    fine(r#""a" | 1 day | note = "one line\r\n\tand another";"#);
}

#[test]
fn mistake_in_a_paragraph_is_underlined_in_its_line() {
    let reported =
        crate::tests::understood(&table("/// One\n#[doc = \"two\\u{202e}\"]\n\"a\" | 1 day;")).1;
    assert_eq!(
        (reported.len(), reported[0].line, reported[0].at.as_str()),
        (1, 5, "\"two\\u{202e}\"")
    );
}

#[test]
fn other_mistakes_of_a_row_are_reported_beside_that_of_its_text() {
    assert_says(
        &exempt(r#""a" | 2 years | note = "\u{202e}";"#),
        &["over 400 days", "U+202E"],
    );
}

#[test]
fn text_of_invisible_characters_is_empty() {
    assert_says(
        "policy; provider P = \"\u{3164}\u{200b}\";",
        &["the name of the provider is empty"],
    );
    assert_says(
        &table("\"a\" | 1 day | purpose = \"\u{200b}\";"),
        &["no_purpose"],
    );
}
