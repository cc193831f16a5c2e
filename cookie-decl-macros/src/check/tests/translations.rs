//! Translations.

use crate::tests::{assert_says, checked};

/// A table with the texts "Policy", "Needed", "Reason." and "Signs you in", and this translation.
fn table(translations: &str) -> String {
    format!(
        "/// Policy\npolicy;
        /// Needed\n///\n/// Reason.
        category Necessary: exempt {{
            cookie | duration;
            /// Signs you in
            \"a\" | 1 day;
        }}
        {translations}"
    )
}

const ALL: &str = r#""Policy" => "Politique"; "Needed" => "Requis"; "Reason." => "Raison."; "Signs you in" => "Connexion";"#;

#[test]
fn whole_translation_is_fine() {
    let table = checked(&table(&format!(
        "translation fr {{ {ALL} }} translation pt-BR {{ {ALL} }}"
    )));
    assert_eq!(table.translations[1].language, "pt-BR");
    let sources: Vec<_> = table.translations[0]
        .texts
        .iter()
        .map(|(source, _)| source.text.as_str())
        .collect();
    assert_eq!(sources, ["Needed", "Policy", "Reason.", "Signs you in"]);
}

#[test]
fn missing_texts_are_listed_in_one_message() {
    assert_says(
        &table(r#"translation fr { "Policy" => "Politique"; "Needed" => "Requis"; }"#),
        &[
            r#"texts are missing in `fr`; translate these lines and add them:
"Reason." => "";
"Signs you in" => "";"#,
        ],
    );
}

#[test]
fn every_kind_of_text_is_asked_for() {
    let table = r#"
        /// A
        ///
        /// B
        policy;
        print note "C" | "own" "D" | "shown";
        provider P = "Never";
        /// E
        section;
        /// F
        ///
        /// G
        category N: exempt {
            cookie | duration;
            "a" | 1 day "H" | purpose = "I" | function = "J" | note = "K" | "own" = "L" | "shown" = "M";
            "b" | 1 day | purpose = "I" | storage = other("N") | set_by = other;
        }
        translation fr { }"#;
    let asked = [
        "A", "B", "C", "D", "E", "F", "G", "I", "J", "H", "K", "L", "shown", "M", "N",
    ];
    let lines = asked.map(|text| format!("\n{text:?} => \"\";"));
    assert_says(table, &[&format!("add them:{}", lines.concat())]);
}

#[test]
fn text_that_is_not_in_the_table_warns_with_the_nearest() {
    let unused = r#""Signs you inn" => "x";"#;
    assert_says(
        &table(&format!("translation fr {{ {ALL} {unused} }}")),
        &[r#"unused_translation: the table has no such text; did you mean "Signs you in"?"#],
    );
}

#[test]
fn text_that_was_changed_makes_its_translation_stale() {
    let old = ALL
        .replace("Signs you in", "Signs you inn")
        .replace("Reason.", "Another reason.");
    assert_says(
        &table(&format!("translation fr {{ {old} }}")),
        &[
            r#"texts are missing in `fr`; translate these lines and add them:
"Reason." => "";"#,
            r#"the table now says "Signs you in": translate that"#,
            "unused_translation: the table has no such text",
        ],
    );
}

#[cfg(feature = "fluent")]
#[test]
fn translation_from_a_file_is_fine() {
    let table = checked(&table(
        "translation fr from \"tests/locales/whole.fr.ftl\";",
    ));
    let texts: Vec<_> = table.translations[0]
        .texts
        .iter()
        .map(|(source, text)| (&*source.text, &*text.text))
        .collect();
    let whole = [
        ("Needed", "Requis"),
        ("Policy", "Politique"),
        ("Reason.", "Raison, en deux lignes."),
        ("Signs you in", "Connexion"),
    ];
    assert_eq!(texts, whole);
}

#[cfg(feature = "fluent")]
#[test]
fn old_file_is_told_from_a_missing_text() {
    let file = "`tests/locales/old.fr.ftl`";
    assert_says(
        &table("translation fr from \"tests/locales/old.fr.ftl\";"),
        &[
            &format!(
                "texts are missing in {file}; translate these lines and add them:\n# Needed\nneeded = {{\"\"}}"
            ),
            &format!(
                "{file}, \"Signs you inn\": the table now says \"Signs you in\": translate that"
            ),
            &format!("unused_translation: {file}, \"Needed for this\": the table has no such text"),
            &format!(
                "unused_translation: {file}, \"Something that nobody says any more\": the table has no such text"
            ),
        ],
    );
}

#[cfg(feature = "fluent")]
#[test]
fn mistakes_of_a_file_are_all_reported_and_nothing_counts_as_missing() {
    let file = "`tests/locales/wrong.fr.ftl`";
    assert_says(
        &table("translation fr from \"tests/locales/wrong.fr.ftl\";"),
        &[
            &format!("{file}: `policy`: write the text that it translates above it: `# text`"),
            &format!(
                "{file}: `needed`: a translation is plain text, without variables and attributes"
            ),
            &format!(
                "{file}: `keeps`: a translation is plain text, without variables and attributes"
            ),
            &format!("{file}: `-term`: a translation is plain text, without terms"),
            &format!("{file}: expected `name = translation` instead of \"reason\""),
        ],
    );
}

#[test]
fn file_that_is_not_there_is_named() {
    assert_says(
        &table("translation fr from \"locales/none.ftl\";"),
        &["`locales/none.ftl`: cannot be read from the folder of `Cargo.toml`"],
    );
}

#[test]
fn path_that_is_not_a_file_of_the_crate_is_refused_as_written() {
    for (path, reason) in [
        (
            "/etc/x.ftl",
            "the path is absolute; write it from the folder of `Cargo.toml`",
        ),
        ("C:/x.ftl", "the path is absolute"),
        ("c:x.ftl", "the path is absolute"),
        (r"\\server\x.ftl", "the path is absolute"),
        (r"locales\x.ftl", r"only Windows reads `\` in a path"),
        ("tests/locales", "this is not a file"),
        ("", "this is not a file"),
        (
            "tests/golden/../none.ftl",
            "cannot be read from the folder of `Cargo.toml`",
        ),
        ("locales/\u{202e}x.ftl", "the text contains U+202E"),
    ] {
        assert_says(
            &table(&format!("translation fr from {path:?};")),
            &[&format!("`{path}`: {reason}")],
        );
    }
}

#[cfg(feature = "fluent")]
#[test]
fn file_of_a_neighbouring_crate_is_fine() {
    checked(&table(
        "translation fr from \"../cookie-decl-macros/tests/locales/whole.fr.ftl\";",
    ));
}

#[cfg(feature = "fluent")]
#[test]
fn byte_order_mark_at_the_beginning_of_a_file_is_dropped() {
    checked(&table(
        "translation fr from \"tests/locales/marked.fr.ftl\";",
    ));
}

#[cfg(feature = "fluent")]
#[test]
fn file_in_another_encoding_is_told_to_be_saved_in_utf_8() {
    assert_says(
        &table("translation fr from \"tests/locales/utf16.fr.ftl\";"),
        &["the file is not UTF-8: save it as UTF-8"],
    );
}

#[cfg(not(feature = "fluent"))]
#[test]
fn file_without_the_feature_is_refused() {
    assert_says(
        &table("translation fr from \"tests/locales/whole.fr.ftl\";"),
        &["a translation from a file needs the feature `fluent` of `cookie-decl`"],
    );
}

#[test]
fn text_translated_twice_is_refused() {
    let twice = r#""Policy" => "Règles";"#;
    assert_says(
        &table(&format!("translation fr {{ {ALL} {twice} }}")),
        &["this text is translated twice"],
    );
}

#[test]
fn language_twice_is_refused() {
    assert_says(
        &table(&format!(
            "translation pt-BR {{ {ALL} }} translation pt-br {{ {ALL} }}"
        )),
        &["a table has one translation into `pt-br`"],
    );
}

#[test]
fn language_of_the_table_is_refused() {
    let message = "the texts of the table are already in `en` (`language`)";
    assert_says(&table(&format!("translation en {{ {ALL} }}")), &[message]);
    let message = "the texts of the table are already in `de` (`language`)";
    assert_says(
        &table(&format!("language de; translation de {{ {ALL} }}")),
        &[message],
    );
}

#[test]
fn language_of_the_table_is_all_there_is_to_say_of_its_texts() {
    assert_says(
        &table("translation en { \"Policy\" => \"Policy\"; \"Else\" => \"Else\"; }"),
        &["the texts of the table are already in `en` (`language`)"],
    );
}

#[test]
fn word_that_is_not_a_language_is_refused() {
    assert_says(
        "policy; language english;",
        &["`english` is not a language tag, such as `en` or `pt-BR` (BCP 47)"],
    );
    assert_says(
        &table(&format!("translation f {{ {ALL} }}")),
        &["`f` is not a language tag, such as `en` or `pt-BR` (BCP 47)"],
    );
}

#[test]
fn language_with_script_and_region_is_fine() {
    for tag in ["sr-Latn-RS", "es-419", "gsw", "de-CH-1996"] {
        assert_eq!(checked(&format!("policy; language {tag};")).language, tag);
    }
}

#[test]
fn empty_translation_is_refused() {
    let empty = ALL.replace("Raison.", " ");
    assert_says(
        &table(&format!("translation fr {{ {empty} }}")),
        &["the translation is empty"],
    );
}

#[test]
fn country_is_asked_for_and_the_name_of_a_provider_is_not() {
    let provider = r#"provider P = "Acme" { country: "Germany" }"#;
    assert_says(
        &table(&format!("{provider} translation fr {{ {ALL} }}")),
        &[
            r#"texts are missing in `fr`; translate these lines and add them:
"Germany" => "";"#,
        ],
    );
    assert_says(
        &table(&format!(
            r#"{provider} translation fr {{ {ALL} "Germany" => "Allemagne"; }}"#
        )),
        &[],
    );
}

#[test]
fn unused_translation_is_silenced_above_the_policy() {
    let table = table(&format!(
        r#"translation fr {{ {ALL} "Elsewhere" => "Ailleurs"; }}"#
    ));
    assert_says(&table, &["unused_translation"]);
    assert_says(
        &table.replace("policy;", "#[allow(unused_translation)] policy;"),
        &[],
    );
}
