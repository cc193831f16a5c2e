//! The page in Markdown, read back with a parser of more extensions than GitHub's, and with one
//! that links addresses as GitHub does.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use comrak::Arena;
use comrak::nodes::{AstNode, NodeValue};
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::*;

/// All extensions, except typographic quotes, which change the text by design.
fn options() -> [Options; 2] {
    [
        Options::ENABLE_TABLES,
        Options::all() - Options::ENABLE_SMART_PUNCTUATION,
    ]
}

/// The markup, and the texts of all elements that have text.
fn read_back(markdown: &str, options: Options) -> (Vec<String>, Vec<String>) {
    let (mut shape, mut texts) = (Vec::new(), Vec::new());
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(tag) => {
                if !matches!(tag, Tag::Strong | Tag::Link { .. } | Tag::Emphasis) {
                    texts.push(String::new());
                }
                shape.push(format!("{tag:?}"));
            }
            Event::Text(text) | Event::Code(text) => texts.last_mut().unwrap().push_str(&text),
            Event::End(_) => {}
            other => shape.push(format!("{other:?}")),
        }
    }
    texts.retain(|text| !text.is_empty());
    (shape, texts)
}

/// The texts of the links that GitHub makes.
fn links(markdown: &str) -> Vec<String> {
    fn text<'a>(node: &'a AstNode<'a>) -> String {
        let texts = node
            .descendants()
            .map(|node| match &node.data.borrow().value {
                NodeValue::Text(text) => text.to_string(),
                NodeValue::Code(code) => code.literal.clone(),
                _ => String::new(),
            });
        texts.collect()
    }
    let mut options = comrak::Options::default();
    options.extension.autolink = true;
    options.extension.table = true;
    let arena = Arena::new();
    let nodes = comrak::parse_document(&arena, markdown, &options).descendants();
    nodes
        .filter(|node| matches!(node.data.borrow().value, NodeValue::Link(_)))
        .map(text)
        .collect()
}

/// A text as Markdown can express it: on one line, without spaces at its ends.
fn on_a_line(text: &str) -> String {
    text.trim().replace('\n', " ")
}

#[test]
fn every_text_is_read_back_as_it_was_written() {
    for hostile in HOSTILE {
        let page = full_of(hostile).page();
        for options in options() {
            let (_, texts) = read_back(&page.markdown(), options);
            let mut expected: Vec<_> = tables(&page.document()).concat().concat();
            expected.extend([*hostile; 11].map(String::from));
            for text in expected {
                let text = on_a_line(&text);
                assert!(texts.contains(&text), "{text} in {texts:#?}");
            }
            assert_eq!(
                texts.iter().filter(|text| *text == hostile).count(),
                26,
                "{texts:#?}"
            );
        }
    }
}

#[test]
fn text_cannot_become_markup() {
    let shape =
        |text: &'static str, options| read_back(&full_of(text).page().markdown(), options).0;
    for hostile in HOSTILE {
        for options in options() {
            assert_eq!(
                shape(hostile, options),
                shape("harmless", options),
                "{}",
                full_of(hostile).page().markdown()
            );
        }
    }
}

#[test]
fn a_text_with_line_breaks_stays_on_its_line() {
    for text in ["a\nb", "a\r\n\r\n# b", "a\n| b | c |", " \n    a", "\ta"] {
        let shape = |text| read_back(&full_of(text).page().markdown(), Options::ENABLE_TABLES).0;
        assert_eq!(shape(text), shape("harmless"), "{text:?}");
    }
}

#[test]
fn text_cannot_become_a_link() {
    for hostile in HOSTILE {
        let markdown = full_of(hostile).page().markdown();
        assert!(links(&markdown).is_empty(), "{markdown}");
    }
}

#[test]
fn links_of_the_page_stay_links_to_github() {
    let privacy = "https://me@example.org/www.a_b";
    let providers = leak(alloc::vec![ProviderInfo {
        privacy: Some(privacy),
        ..provider("P")
    }]);
    let rows = [Row {
        provider: Some(&providers[0]),
        ..cookie("a")
    }];
    let policy = Site::of(Gate::Exempt, rows).providers(providers).policy();
    let markdown = policy.page().site("https://example.org").markdown();
    assert_eq!(links(&markdown), [privacy]);
}

#[test]
fn control_characters_are_replaced() {
    for text in UNPRINTABLE {
        let markdown = full_of(text).page().markdown();
        assert!(
            !markdown.contains(|c: char| c.is_control() && c != '\n'),
            "{markdown:?}"
        );
        assert!(markdown.starts_with("# a\u{FFFD}"));
    }
}

#[test]
fn names_are_code_spans_if_possible() {
    let code = |name: &'static str| {
        let markdown = Site::of(Gate::Exempt, [cookie(name)])
            .policy()
            .page()
            .markdown();
        let row = markdown
            .lines()
            .rfind(|line| line.contains("2 weeks"))
            .unwrap()
            .to_string();
        row.split(" | 2 weeks").next().unwrap().to_string()
    };
    assert_eq!(code("_ga_"), "| `_ga_`");
    assert_eq!(code("a*b&c;"), "| `a*b&c;`");
    assert_eq!(code("a|b"), "| a\\|b");
    assert_eq!(code("a`b"), "| a\\`b");
    assert_eq!(code(" a "), "|  a ");
}

#[test]
fn links_are_read_back_with_their_addresses() {
    let privacy = "https://example.org/a_(b)*c*/?d=1&amp;e=2&copy;=[3]";
    let providers = leak(alloc::vec![ProviderInfo {
        privacy: Some(privacy),
        ..provider("P")
    }]);
    let rows = [Row {
        provider: Some(&providers[0]),
        ..cookie("a")
    }];
    let policy = Site::of(Gate::OptIn, rows).providers(providers).policy();
    let markdown = policy.page().settings("/cookies?a=1&b=2").markdown();
    let links: Vec<_> = Parser::new_ext(&markdown, Options::ENABLE_TABLES)
        .filter_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.to_string()),
            _ => None,
        })
        .collect();
    assert_eq!(links, ["/cookies?a=1&b=2", privacy]);
}

#[test]
fn headings_never_go_below_the_sixth_level() {
    let markdown = Site::of(Gate::Exempt, [cookie("a")])
        .policy()
        .page()
        .heading_level(5)
        .markdown();
    let headings: Vec<_> = markdown
        .lines()
        .filter(|line| line.starts_with('#'))
        .collect();
    let expected = [
        "##### Cookie policy",
        "###### What is a cookie?",
        "###### Cookies used on this site",
        "###### Test",
    ];
    assert_eq!(headings, expected);
}
