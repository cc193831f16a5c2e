//! The page as plain text.

use alloc::string::String;
use alloc::vec::Vec;

use super::*;

/// The words of a text without its layout.
fn words(text: &str) -> String {
    text.split([' ', '\n'])
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn every_text_survives() {
    for hostile in HOSTILE {
        let text = words(&full_of(hostile).page().text());
        assert!(
            text.matches(&words(hostile)).count() >= 26,
            "{hostile} in {text}"
        );
    }
}

#[test]
fn control_characters_are_replaced() {
    for text in UNPRINTABLE.iter().chain(&["a\rb", "a\tb", "a\u{2028}b"]) {
        let printed = full_of(text).page().text();
        assert!(
            !printed.contains(|c: char| c.is_control() && c != '\n' || c == '\u{2028}'),
            "{printed:?}"
        );
    }
}

#[test]
fn lines_are_at_most_80_columns_wide() {
    let long = "word ".repeat(50).leak();
    let text = full_of(long).page().text();
    assert!(
        text.lines()
            .all(|line| line.chars().count() <= 80 && line.trim_end() == line),
        "{text}"
    );
}

#[test]
fn lines_of_wide_characters_are_broken_between_them() {
    let text = full_of("日本語のクッキー".repeat(9).leak()).page().text();
    let longest = text.lines().find(|line| line.starts_with('日')).unwrap();
    assert_eq!(longest.chars().count(), 40);
}

#[test]
fn unbreakable_word_stays_whole() {
    let name = "x".repeat(100).leak();
    let text = Site::of(Gate::Exempt, [cookie(name)])
        .policy()
        .page()
        .text();
    assert!(text.contains(&*name));
}

#[test]
fn cells_are_beside_short_titles() {
    let first = Row {
        purpose: Some("To test"),
        ..cookie("a")
    };
    let text = Site::of(Gate::Exempt, [first, also("b"), cookie("c")])
        .policy()
        .page()
        .text();
    let expected = "  Cookie    a, b\n  Purpose   To test\n  Duration  2 weeks\n\n  Cookie    c\n  Duration  2 weeks\n";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn empty_cell_has_no_line() {
    let rows = [
        cookie("a"),
        Row {
            note: Some("Note"),
            ..cookie("b")
        },
        cookie("c"),
    ];
    let policy = Site::of(Gate::Exempt, rows).policy();
    let text = policy.page().text();
    assert!(
        !text.contains('–') && text.contains("  Cookie    c\n  Duration  2 weeks\n"),
        "{text}"
    );
    let text = policy.page().columns([Column::Note]).text();
    assert!(text.ends_with("cookies.\n\n  Note  Note\n"), "{text}");
}

#[test]
fn cells_are_below_long_titles() {
    let print = const {
        &[(
            Column::Cookie,
            Some("The name or the names of what is stored"),
        )]
    };
    let site = Site::of(Gate::Exempt, [cookie("a"), cookie("b")]).with(|table| table.print = print);
    let text = site.policy().page().text();
    let title = "  The name or the names of what is stored\n";
    assert!(
        text.contains(&[title, "    a\n\n", title, "    b\n"].concat()),
        "{text}"
    );
}

#[test]
fn headings_are_underlined() {
    let text = Site::of(Gate::OptIn, [cookie("a")]).policy().page().text();
    assert!(
        text.starts_with(
            "Cookie policy\n=============\n\nWhat is a cookie?\n-----------------\n\n"
        ),
        "{text}"
    );
    assert!(text.contains("\n\nTest\n....\n\n"), "{text}");
}

#[test]
fn list_items_have_a_hanging_indent() {
    let text = Site::of(Gate::Exempt, [cookie("a")]).policy().page().text();
    let item = text.split("\n- ").nth(1).unwrap();
    assert!(item.starts_with("Necessary cookies store"));
    assert!(
        item.lines().skip(1).all(|line| line.starts_with("  ")),
        "{item}"
    );
}

#[test]
fn links_print_their_addresses() {
    let policy = Site::of(Gate::OptIn, [cookie("a")]).policy();
    let text = policy
        .page()
        .site("https://example.org")
        .settings("/cookies")
        .text();
    assert!(text.contains("Cookies used on example.org\n"), "{text}");
    assert!(
        text.contains("in the cookie settings (/cookies).\n"),
        "{text}"
    );
}

#[test]
fn the_page_ends_with_one_line_break() {
    let policy = Site::of(Gate::OptIn, [cookie("a")]).policy();
    for text in [
        policy.page().text(),
        policy.page().last_updated("2026-11-22").text(),
    ] {
        assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{text:?}");
    }
}
