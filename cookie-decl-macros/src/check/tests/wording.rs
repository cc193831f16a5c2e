//! Built-in texts that the site replaces.

use crate::model::Wording;
use crate::tests::{assert_says, checked, messages};

fn table(items: &str) -> String {
    format!("policy; {items}")
}

fn assert_text_says(line: &str, parts: &[&str]) {
    assert_says(&table(&format!("wording {{ {line} }}")), parts);
}

fn words(wording: &[Wording]) -> Vec<(&'static str, Vec<&str>)> {
    let words = wording.iter().map(|Wording { key, words }| {
        let words = words.iter().map(String::as_str);
        (key.name(), words.collect())
    });
    words.collect()
}

#[test]
fn text_is_split_at_what_the_library_fills_in() {
    let table = checked(&table(
        r#"wording {
            accept = "Accept everything";
            question = "May we use {categories}?";
            allow = "Yes to {category}";
            choice = "Go to the [settings] to change it.";
            duration_or = "{first} or else {second}";
            duration_kept = "{duration} (browsers: {longest})";
            about_necessary = "**These** are needed.";
        }"#,
    ));
    assert_eq!(
        words(&table.wording),
        [
            ("accept", vec!["Accept everything"]),
            ("question", vec!["May we use ", "?"]),
            ("allow", vec!["Yes to "]),
            ("choice", vec!["Go to the ", "settings", " to change it."]),
            ("duration_or", vec![" or else "]),
            ("duration_kept", vec![" (browsers: ", ")"]),
            ("about_necessary", vec!["These", " are needed."]),
        ]
    );
}

#[test]
fn text_of_several_lines_is_one_line() {
    let table = checked(&table(
        "wording { saved = \" Your choice\n   is kept. \"; }",
    ));
    assert_eq!(words(&table.wording)[0].1, ["Your choice is kept."]);
}

#[test]
fn translation_has_texts_of_its_own() {
    let table = checked(
        "/// Policy
        policy;
        wording { accept = \"Accept everything\"; }
        translation fr { wording { back = \"Revenir\"; } \"Policy\" => \"Politique\"; }",
    );
    assert_eq!(words(&table.wording)[0].0, "accept");
    assert_eq!(words(&table.translations[0].wording)[0].0, "back");
}

#[test]
fn several_blocks_are_one() {
    let table = checked(&table(
        r#"wording { accept = "Yes"; } wording { reject = "No"; }"#,
    ));
    assert_eq!(table.wording.len(), 2);
}

#[test]
fn key_that_is_not_known_leads_to_the_nearest_or_to_the_list() {
    assert_text_says(
        r#"acept = "Yes";"#,
        &["unknown key `acept` of a built-in text, did you mean `accept`?"],
    );
    assert_text_says(
        r#"refuse = "No";"#,
        &["unknown key `refuse` of a built-in text, did you mean `reject`?"],
    );
    assert_text_says(
        r#"headline = "Cookies";"#,
        &["unknown key `headline` of a built-in text: <https://docs.rs/"],
    );
}

#[test]
fn text_without_its_hole_shows_the_form() {
    assert_text_says(
        r#"question = "May we?";"#,
        &["`{categories}` is missing; the form of `question` is `…{categories}…`"],
    );
    assert_text_says(
        r#"choice = "Go to the settings.";"#,
        &["`[` is missing; the form of `choice` is `…[…]…`"],
    );
    assert_text_says(
        r#"about_necessary = "These are needed.";"#,
        &["the text does not start with `**`; the form of `about_necessary` is `**…**…`"],
    );
}

#[test]
fn hole_at_the_wrong_end_is_refused() {
    assert_text_says(
        r#"allow = "{category} please";"#,
        &["the text does not end with `{category}`"],
    );
    assert_text_says(
        r#"duration_or = "or {first}, {second}";"#,
        &["the text does not start with `{first}`"],
    );
}

#[test]
fn hole_that_the_library_does_not_fill_is_refused() {
    assert_text_says(
        r#"accept = "Accept {categories}";"#,
        &["`accept` has no holes, such as `{categories}`"],
    );
    assert_text_says(
        r#"question = "{categories} for {site}";"#,
        &["`question` has no `{site}`; the form"],
    );
    for text in ["a { b", "a } b", "a }{ b"] {
        assert_text_says(&format!("accept = \"{text}\";"), &["`accept` has no holes"]);
    }
}

#[test]
fn hole_twice_is_refused() {
    assert_text_says(
        r#"question = "{categories} or {categories}";"#,
        &["`{categories}` is written twice"],
    );
    assert_text_says(
        r#"choice = "[Here] or [there]";"#,
        &["`[` is written twice"],
    );
}

#[test]
fn key_twice_is_refused() {
    assert_text_says(
        "accept = \"Yes\";\naccept = \"Sure\";",
        &["`accept` is written twice; the first is on line 1"],
    );
}

#[test]
fn empty_text_is_refused() {
    for text in ["", " ", "\\u{200b}"] {
        assert_text_says(
            &format!("accept = \"{text}\";"),
            &["the text of `accept` is empty"],
        );
    }
}

#[test]
fn text_with_marks_is_refused_because_no_page_prints_them() {
    for text in ["**Yes**", "`Yes`", "[Yes](/yes)", "<https://a.example>"] {
        assert_text_says(
            &format!("accept = \"{text}\";"),
            &["a built-in text is plain text"],
        );
    }
    assert_text_says(r#"accept = "Yes & <no>, 2 * 3";"#, &[]);
}

#[test]
fn character_that_nobody_sees_is_refused() {
    assert_text_says("accept = \"Y\u{202e}es\";", &["the text contains U+202E"]);
    let translation =
        "/// A\npolicy; translation fr { \"A\" => \"B\"; wording { back = \"\u{202e}a\"; } }";
    assert_says(translation, &["the text contains U+202E"]);
}

#[test]
fn language_without_built_in_texts_has_none_to_replace() {
    for language in ["hu", "zh-Hant", "dsb"] {
        let reported = messages(&table(&format!(
            "language {language}; wording {{ accept = \"Igen\"; reject = \"Nem\"; }}"
        )));
        let expected = format!("the library has no texts in `{language}`");
        assert!(
            matches!(reported.as_slice(), [message] if message.starts_with(&expected)),
            "{reported:?}"
        );
    }
    for language in ["en-GB", "fr-CA", "pt-BR", "zh-CN", "DE"] {
        let table = format!("language {language}; wording {{ accept = \"OK\"; }}");
        assert_says(&self::table(&table), &[]);
    }
}

#[cfg(feature = "fluent")]
#[test]
fn mistakes_of_a_file_name_the_file_and_the_message() {
    let file = "`tests/locales/wording.fr.ftl`";
    let table = "/// Policy
        policy;
        /// Needed\n///\n/// Reason.
        category Necessary: exempt { cookie | duration; /// Signs you in
            \"a\" | 1 day; }
        translation fr from \"tests/locales/wording.fr.ftl\";";
    assert_says(
        table,
        &[
            &format!("{file}: `wording-acept`: unknown key `acept`"),
            &format!("{file}, `wording-question`: `{{categories}}` is missing"),
            &format!("{file}, `wording-back`: the text of `back` is empty"),
        ],
    );
}

#[test]
fn another_mark_instead_of_the_equals_sign_is_one_error() {
    for mark in [":", "=>"] {
        assert_text_says(
            &format!("accept {mark} \"Yes\"; reject = \"No\";"),
            &["expected `=` between a key and its text: `accept = \"..\"`"],
        );
    }
}

#[test]
fn every_mistake_is_reported_and_the_other_texts_are_kept() {
    let (table, reported) = crate::tests::understood(&table(
        r#"wording {
            acept = "A";
            accept "B";
            reject = C;
            "D";
            saved = "E",
            back = "F"
        }
        wording; wording = "G";
        language de;"#,
    ));
    let lines: Vec<_> = reported.iter().map(|message| message.line).collect();
    assert_eq!(lines, [2, 3, 4, 5, 6, 7, 9, 9], "{reported:#?}");
    let kept: Vec<_> = table.wording.iter().map(|it| it.key.name()).collect();
    assert_eq!(kept, ["saved", "back"]);
    assert_eq!(table.language, "de");
}
