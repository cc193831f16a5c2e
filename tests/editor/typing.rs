//! A table that is being edited. What is half typed is one mistake, and everything else is
//! resolved.

use crate::editor::Editor;
use crate::{Test, tests};

pub(crate) const TESTS: &[Test] = tests![
    gate_is_missing
    gate_is_half_typed
    gate_and_its_colon_are_missing
    column_is_half_typed
    provider_is_half_typed
    number_has_no_unit
    attribute_is_half_typed
    attribute_has_no_value
    set_by_is_missing
    shared_column_is_half_typed
    provider_has_no_title
    with_is_half_typed
    with_has_no_cell
    row_ends_after_its_name
    type_is_missing
    path_in_a_type_is_half_typed
    expression_is_half_typed
    quote_is_missing
    hole_of_an_include_is_half_typed
];

/// Types, and asserts what is underlined with which message. Everything else is resolved: a
/// constant, its method, and a category.
#[track_caller]
fn assert_mistakes(editor: &mut Editor, old: &str, new: &str, expected: &[(&str, &str)]) {
    editor.replace(old, new);
    let mistakes = editor.mistakes();
    let same = mistakes.len() == expected.len()
        && mistakes
            .iter()
            .zip(expected)
            .all(|(mistake, (at, message))| mistake.at == *at && mistake.message.contains(message));
    assert!(same, "expected {expected:#?}, not {mistakes:#?}");
    editor.assert_shows("SESS$0ION.name()", &["Keeps you signed in"]);
    editor.assert_shows("Category::Stat$0istics", &["Audience measurement"]);
}

fn gate_is_missing(editor: &mut Editor) {
    let message = "expected a gate: `exempt`, `opt_in` or `opt_out`";
    assert_mistakes(
        editor,
        "Statistics: opt_in {",
        "Statistics: {",
        &[("{", message)],
    );
}

fn gate_is_half_typed(editor: &mut Editor) {
    let expected = &[("opt", "unknown gate `opt`")];
    assert_mistakes(
        editor,
        "Statistics: opt_in {",
        "Statistics: opt {",
        expected,
    );
}

fn gate_and_its_colon_are_missing(editor: &mut Editor) {
    let expected = &[("Statistics", "a category says what its cookies need")];
    assert_mistakes(editor, "Statistics: opt_in {", "Statistics {", expected);
}

fn column_is_half_typed(editor: &mut Editor) {
    let expected = &[("dur", "unknown column `dur`")];
    assert_mistakes(editor, "| duration | attributes;", "| dur", expected);
}

fn provider_is_half_typed(editor: &mut Editor) {
    let expected = &[("Sh", "unknown provider `Sh`")];
    assert_mistakes(editor, "| Shop | 30 days", "| Sh | 30 days", expected);
}

fn number_has_no_unit(editor: &mut Editor) {
    let expected = &[("30", "`30` of what?")];
    assert_mistakes(editor, "30 days | Secure;", "30 | Secure;", expected);
    editor.reset();
    assert_mistakes(editor, "30 days | Secure;", "30 ", expected);
}

fn attribute_is_half_typed(editor: &mut Editor) {
    let expected = &[("Sec", "unknown attribute `Sec`")];
    assert_mistakes(editor, "30 days | Secure;", "30 days | Sec;", expected);
}

fn attribute_has_no_value(editor: &mut Editor) {
    let expected = &[("SameSite", "`SameSite` needs a value")];
    assert_mistakes(
        editor,
        "30 days | Secure;",
        "30 days | SameSite=;",
        expected,
    );
    editor.reset();
    assert_mistakes(editor, "30 days | Secure;", "30 days | SameSite=", expected);
}

fn set_by_is_missing(editor: &mut Editor) {
    let expected = &[("{", "expected `server`, `script`, `other` or `third_party`")];
    assert_mistakes(editor, "set_by = script {", "set_by = {", expected);
}

fn shared_column_is_half_typed(editor: &mut Editor) {
    let expected = &[("set", "expected `column = cell` after `with`")];
    assert_mistakes(editor, "set_by = script {", "set {", expected);
}

fn provider_has_no_title(editor: &mut Editor) {
    let expected = &[("=", "expected the provider's name in quotes")];
    let provider = "provider Matomo = \"Matomo (self-hosted)\";";
    assert_mistakes(editor, provider, "provider Matomo = ", expected);
}

fn with_is_half_typed(editor: &mut Editor) {
    for (with, at) in [("with prov", "prov"), ("with ", "with")] {
        editor.reset();
        let expected = &[(at, "expected `column = cell` after `with`")];
        assert_mistakes(editor, "with provider = Shop;", with, expected);
    }
}

fn with_has_no_cell(editor: &mut Editor) {
    for with in ["with provider = ;", "with provider = "] {
        editor.reset();
        let expected = &[("=", "expected a cell after `provider =`")];
        assert_mistakes(editor, "with provider = Shop;", with, expected);
    }
}

fn row_ends_after_its_name(editor: &mut Editor) {
    let expected = &[("|", "remove the `|` at the edge")];
    assert_mistakes(
        editor,
        "\"recent\" | Shop | 30 days | Secure;",
        "\"recent\" | ",
        expected,
    );
}

fn type_is_missing(editor: &mut Editor) {
    let expected = &[("BASKET", "`BASKET:` needs a type")];
    assert_mistakes(
        editor,
        "BASKET: crate::Count = \"basket\"",
        "BASKET: ",
        expected,
    );
}

/// The editor leaves mistakes in Rust expressions to the compiler.
fn path_in_a_type_is_half_typed(editor: &mut Editor) {
    assert_mistakes(editor, "crate::Count", "crate::", &[]);
}

fn expression_is_half_typed(editor: &mut Editor) {
    assert_mistakes(editor, "config.kept()", "config.", &[]);
}

/// The editor reports this itself, and does not expand the table.
fn quote_is_missing(editor: &mut Editor) {
    editor.replace("= \"recent\" |", "= \"recent |");
    let mistakes = editor.mistakes();
    let is_syntax = |message: &str| message.starts_with("Syntax Error");
    assert!(mistakes.iter().any(|mistake| is_syntax(&mistake.message)));
    assert!(
        mistakes.iter().all(|mistake| is_syntax(&mistake.message)),
        "{mistakes:#?}"
    );
}

fn hole_of_an_include_is_half_typed(editor: &mut Editor) {
    let expected = &[(
        "sit",
        "unknown hole of `counter` `sit`, did you mean `site`?",
    )];
    assert_mistakes(
        editor,
        "counter(site = \"7\")",
        "counter(sit = \"7\")",
        expected,
    );
}
