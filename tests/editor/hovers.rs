//! Hovers are short: they do not show what is generated beside a name.

use crate::editor::Editor;
use crate::{Test, tests};

pub(crate) const TESTS: &[Test] = tests![
    names_in_code
    names_in_the_table
    keywords
];

/// Asserts that a hover fits on a screen.
#[track_caller]
fn assert_short(editor: &mut Editor, places: &[&str], most: usize) {
    for place in places {
        let hover = editor.hover(editor.at(place));
        let length = hover.chars().count();
        assert!(
            (1..=most).contains(&length),
            "{length} characters at `{place}`:\n{hover}"
        );
    }
}

fn names_in_code(editor: &mut Editor) {
    let places = [
        "POLI$0CY.at",
        "SESS$0ION.name()",
        "Category::Stat$0istics",
        "category::Stat$0istics",
        "Provider::Mat$0omo",
        "cookie!(\"rec$0ent\")",
    ];
    assert_short(editor, &places, 400);
}

fn names_in_the_table(editor: &mut Editor) {
    let places = [
        "SESS$0ION =",
        "PREF$0ERENCES: Consent",
        "BASK$0ET: crate::Count",
        "PREFERENCES: Con$0sent",
        "crate::Co$0unt",
        "category Stat$0istics",
        "provider Mat$0omo",
        "| Mat$0omo | 13 months",
        "in crate::cook$0ies;",
    ];
    assert_short(editor, &places, 500);
}

fn keywords(editor: &mut Editor) {
    // This shows what is generated for the whole table, and nothing else.
    assert_short(editor, &["pub pol$0icy for"], 1_200);
    assert_short(
        editor,
        &["cat$0egory Statistics", "dura$0tion | attributes"],
        300,
    );
}
