//! Files of translations, by their content.

use crate::parse::fluent::messages;

/// Returns the mistakes in a file.
fn mistakes(content: &str) -> Vec<String> {
    messages(content).mistakes
}

/// Returns the result for a file with one message.
#[track_caller]
fn translation(content: &str) -> String {
    let messages = messages(content);
    assert_eq!((messages.texts.len(), messages.mistakes), (1, Vec::new()));
    messages.texts[0].1.clone()
}

#[test]
fn braces_nested_too_deeply_for_the_parser_are_refused() {
    for nested in [
        "{",
        "{ ",
        "{\n ",
        "{ F(",
        "{ F(\nF(",
        "{ $x ->\n [a] ",
        "{\"{\" -> [a] {",
    ] {
        for times in [1_000, 100_000] {
            let content = format!(
                "# Text\nfirst = one\n# Text\nkey = {}",
                nested.repeat(times)
            );
            assert_eq!(
                mistakes(&content),
                ["line 4: a translation is plain text, but more than 100 `{` open from here"]
            );
        }
    }
}

#[test]
fn texts_that_seem_to_quote_braces_are_counted() {
    for hidden in [
        "{ F(\"}\", ",
        "{ F(\"{\", {",
        "{ \"}\" -> [a] \"{",
        "{\"\\\\\" -> [a] {\"",
        "{ -t(a: \")\", b: F(",
    ] {
        assert_eq!(
            mistakes(&format!("# Text\nkey = {}", hidden.repeat(50_000))).len(),
            1,
            "{hidden}"
        );
    }
}

#[test]
fn quoted_braces_and_braces_in_comments_are_unlimited() {
    let quoted = "{\"{\"}{ \"}\" } (see {\"\\\"\"}) (".repeat(500);
    assert_eq!(
        translation(&format!("# Text\nkey = {quoted}")),
        "{} (see \") (".repeat(500)
    );
    let comment = "# {{{{{{{{{{ F(((((((((\n".repeat(50);
    assert_eq!(translation(&format!("{comment}key = Texte")), "Texte");
}

#[test]
fn each_variable_is_a_mistake() {
    assert_eq!(
        mistakes(&"# Text\nkey = { $a } { $b }\n".repeat(40)).len(),
        40
    );
}

#[test]
fn invisible_characters_are_refused_with_code_point_and_message() {
    for (text, point) in [
        ("\u{202e}", "U+202E"),
        ("\u{1b}[2J", "U+001B"),
        ("\0", "U+0000"),
        ("{\"\\u2066\"}", "U+2066"),
    ] {
        let mistakes = mistakes(&format!("# Text\nkey = Texte{text}suite"));
        assert_eq!(mistakes.len(), 1, "{mistakes:?}");
        assert!(
            mistakes[0].starts_with("`key`: the text contains ") && mistakes[0].contains(point),
            "{mistakes:?}"
        );
    }
    let source = mistakes("# Te\u{202e}xt\nkey = Texte");
    assert!(
        source[0].starts_with("`key`: the text contains U+202E"),
        "{source:?}"
    );
    let remark = mistakes("## Te\u{202e}xt\n\n# Text\nkey = Texte");
    assert!(
        remark[0].starts_with("in a comment, the text contains U+202E"),
        "{remark:?}"
    );
}

#[test]
fn marks_that_a_language_needs_are_kept() {
    let text = "می\u{200c}خواهم \u{200f}(HTML)\u{200e}";
    assert_eq!(translation(&format!("# Text\nkey = {text}")), text);
}

fn wording(content: &str) -> Vec<(&'static str, String)> {
    let messages = messages(content);
    assert_eq!(messages.mistakes, Vec::<String>::new());
    let wording = messages.wording.into_iter();
    wording.map(|(key, text)| (key.name(), text)).collect()
}

#[test]
fn message_with_the_name_of_a_built_in_text_replaces_it() {
    let content = "# A remark\nwording-banner-heading = Témoins\n
wording-question = Nous utilisons { $categories }{\".\"}\n    Vous pouvez changer d’avis.\n
# Text\nkey = Texte";
    let expected = [
        ("banner_heading", "Témoins"),
        (
            "question",
            "Nous utilisons {categories}. Vous pouvez changer d’avis.",
        ),
    ];
    assert_eq!(
        wording(content),
        expected.map(|(key, text)| (key, text.to_owned()))
    );
    assert_eq!(messages(content).texts.len(), 1);
}

#[test]
fn built_in_text_that_is_not_known_or_not_plain_is_a_mistake() {
    assert_eq!(
        mistakes("wording-acept = Oui"),
        ["`wording-acept`: unknown key `acept` of a built-in text, did you mean `accept`?"]
    );
    for text in ["{ F() }", "{ $n ->\n *[other] a\n }", "\n    .title = a"] {
        let mistakes = mistakes(&format!("wording-accept = {text}"));
        assert!(
            matches!(mistakes.as_slice(), [mistake] if mistake.contains("plain text with holes")),
            "{mistakes:?}"
        );
    }
    let hidden = mistakes("# a\u{202e}\nwording-accept = Oui");
    assert!(
        matches!(hidden.as_slice(), [mistake] if mistake.starts_with("`wording-accept`: the text contains")),
        "{hidden:?}"
    );
}
