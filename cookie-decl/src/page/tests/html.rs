//! The page in HTML, read back with a browser's parser.

use alloc::format;
use alloc::rc::Rc;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use html5ever::tendril::TendrilSink as _;
use html5ever::tokenizer::TokenizerOpts;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Node, NodeData, RcDom};

use super::*;
use crate::html::escape::escape_html;
use crate::page::Page;

/// A document as a browser parses it.
struct Dom(RcDom);

impl Dom {
    /// Panics at every parse error of the HTML standard.
    fn of(html: &str) -> Self {
        let tokenizer = TokenizerOpts {
            exact_errors: true,
            ..TokenizerOpts::default()
        };
        let tree_builder = TreeBuilderOpts {
            exact_errors: true,
            ..TreeBuilderOpts::default()
        };
        let dom = parse_document(
            RcDom::default(),
            ParseOpts {
                tokenizer,
                tree_builder,
            },
        )
        .one(html);
        let errors = dom.errors.take();
        assert!(errors.is_empty(), "{errors:?} in\n{html}");
        Self(dom)
    }

    fn of_page(page: &Page<'_>) -> Self {
        Self::of(&format!(
            "<!DOCTYPE html><title>Host</title><body>{}",
            page.html_fragment()
        ));
        Self::of(&page.html())
    }

    fn elements(&self) -> Vec<Rc<Node>> {
        fn walk(node: &Rc<Node>, found: &mut Vec<Rc<Node>>) {
            for child in node.children.borrow().iter() {
                found.extend(matches!(child.data, NodeData::Element { .. }).then(|| child.clone()));
                walk(child, found);
            }
        }
        let mut found = Vec::new();
        walk(&self.0.document, &mut found);
        found
    }

    fn all(&self, tags: &[&str]) -> Vec<Rc<Node>> {
        self.elements()
            .into_iter()
            .filter(|element| tags.contains(&&*tag(element)))
            .collect()
    }

    fn texts(&self, tags: &[&str]) -> Vec<String> {
        self.all(tags).iter().map(text).collect()
    }
}

fn tag(node: &Rc<Node>) -> String {
    let NodeData::Element { name, .. } = &node.data else {
        unreachable!()
    };
    name.local.to_string()
}

fn attributes(node: &Rc<Node>) -> Vec<(String, String)> {
    let NodeData::Element { attrs, .. } = &node.data else {
        unreachable!()
    };
    attrs
        .borrow()
        .iter()
        .map(|attribute| {
            (
                attribute.name.local.to_string(),
                attribute.value.to_string(),
            )
        })
        .collect()
}

fn attribute(node: &Rc<Node>, name: &str) -> Option<String> {
    attributes(node)
        .into_iter()
        .find(|(other, _)| other == name)
        .map(|(_, value)| value)
}

/// The text of an element.
fn text(node: &Rc<Node>) -> String {
    match &node.data {
        NodeData::Text { contents } => contents.borrow().to_string(),
        _ => node.children.borrow().iter().map(text).collect(),
    }
}

fn sample() -> Policy<()> {
    let linked = ProviderInfo {
        privacy: Some("https://example.org/p?a=1&b=2"),
        ..provider("Linked")
    };
    let providers = leak(alloc::vec![linked, provider("Plain")]);
    let rows = [
        Row {
            provider: Some(&providers[0]),
            ..cookie("sessionid")
        },
        Row {
            continues: true,
            ..pattern()
        },
        Row {
            provider: Some(&providers[1]),
            ..cookie("b")
        },
    ];
    let any = Row {
        any: true,
        set_by: SetBy::ThirdParty(Some("ads.example")),
        ..cookie("any")
    };
    let site = Site::of(Gate::Exempt, rows).category(category("Ads", Gate::OptOut), [any]);
    let site = site.category(category("Empty", Gate::OptIn), []);
    site.providers(providers)
        .with(|table| table.site = Some("https://example.org"))
        .policy()
}

fn sample_page() -> Page<'static> {
    sample()
        .page()
        .settings("/cookies")
        .last_updated("2026-11-22")
        .stylesheet("/style.css")
        .security(true)
}

#[test]
fn a_page_has_no_parse_error() {
    Dom::of_page(&sample().page());
    Dom::of_page(&sample_page());
    Dom::of_page(&Site::new().policy().page());
}

#[test]
fn every_cell_is_read_back_as_it_was_written() {
    for hostile in HOSTILE {
        let page = full_of(hostile).page();
        let expected: Vec<String> = tables(&page.document()).concat().concat();
        assert_eq!(Dom::of_page(&page).texts(&["th", "td"]), expected);
    }
}

#[test]
fn text_cannot_add_an_element_or_an_attribute() {
    let shape = |text: &'static str| {
        let elements = Dom::of_page(&full_of(text).page()).elements();
        // These depend on the letters of a text, and have no attributes.
        let is_of_text =
            |element: &Rc<Node>| tag(element) == "bdi" && attributes(element).is_empty();
        let elements = elements.iter().filter(|element| !is_of_text(element));
        // The title of a column is a value, too.
        let is_label = |name: &str| name == "data-label";
        elements
            .map(|element| {
                let mut attributes = attributes(element);
                attributes.retain(|(name, value)| !is_label(name) || value != text);
                (tag(element), attributes)
            })
            .collect::<Vec<_>>()
    };
    for hostile in HOSTILE {
        assert_eq!(shape(hostile), shape("harmless"));
    }
}

#[test]
fn every_text_of_the_page_is_read_back_as_it_was_written() {
    for hostile in HOSTILE {
        let page = full_of(hostile).page();
        let dom = Dom::of_page(&page);
        assert_eq!(dom.texts(&["title", "h1"]), [*hostile; 2]);
        assert_eq!(
            dom.texts(&["p"])
                .iter()
                .filter(|text| text == hostile)
                .count(),
            8
        );
        assert_eq!(
            dom.texts(&["h2", "h3"])
                .iter()
                .filter(|text| text == hostile)
                .count(),
            2
        );
    }
}

#[test]
fn characters_that_html_forbids_are_replaced() {
    for text in UNPRINTABLE {
        let titles = Dom::of_page(&full_of(text).page()).texts(&["h1"]);
        assert!(
            titles[0].starts_with("a\u{FFFD}") && !titles[0].contains(|c: char| c.is_control()),
            "{titles:?}"
        );
    }
    for text in ["a\u{B}b", "a\u{85}b"] {
        assert_eq!(
            Dom::of_page(&full_of(text).page()).texts(&["h1"]),
            ["a\u{FFFD}b"]
        );
    }
    assert_eq!(
        Dom::of_page(&full_of("a\u{C}b").page()).texts(&["h1"]),
        ["a\u{C}b"]
    );
    assert_eq!(
        Dom::of_page(&full_of("a\r\nb").page()).texts(&["h1"]),
        ["a\n\nb"]
    );
}

/// Escaping examines several bytes at once.
#[test]
fn character_is_replaced_at_every_position() {
    let replaced = [
        ('<', "&lt;"),
        ('\'', "&#39;"),
        ('\u{7F}', "\u{FFFD}"),
        ('\u{85}', "\u{FFFD}"),
        ('\u{FFFF}', "\u{FFFD}"),
    ];
    for (c, replacement) in replaced {
        for length in 0..50 {
            for at in 0..=length {
                let [before, after] = [at, length - at]
                    .map(|count| "é.é".chars().cycle().take(count).collect::<String>());
                let mut html = String::new();
                escape_html(&format!("{before}{c}{after}{c}"), &mut html).unwrap();
                assert_eq!(html, format!("{before}{replacement}{after}{replacement}"));
            }
        }
    }
}

#[test]
fn writer_error_ends_the_page() {
    struct Full(usize);

    impl core::fmt::Write for Full {
        fn write_str(&mut self, text: &str) -> core::fmt::Result {
            self.0 = self.0.checked_sub(text.len()).ok_or(core::fmt::Error)?;
            Ok(())
        }
    }

    let page = sample_page();
    let length = page.html().len();
    assert!(page.write_html(&mut Full(length)).is_ok());
    for room in [0, 1, length / 2, length - 1] {
        assert!(
            page.write_html(&mut Full(room)).is_err(),
            "{room} of {length}"
        );
    }
}

#[test]
fn more_than_sixteen_columns_are_printed_in_order() {
    let titles: Vec<_> = (0..40)
        .map(|number| format!("Column {number}").leak() as &str)
        .collect();
    let own = leak(titles.iter().map(|title| (*title, *title)).collect());
    let page = Site::of(Gate::Exempt, [Row { own, ..cookie("a") }])
        .policy()
        .page();
    let read = Dom::of_page(&page).texts(&["th", "td"]);
    assert_eq!(read[2..42], titles);
    assert_eq!(read[44..], titles);
    assert_eq!(tables(&page.document()).concat().concat(), read);
}

#[test]
fn options_are_escaped_too() {
    for hostile in HOSTILE {
        let page = sample()
            .page()
            .site(*hostile)
            .settings(*hostile)
            .last_updated(*hostile)
            .stylesheet(*hostile);
        let dom = Dom::of_page(&page);
        let host = match *hostile {
            "https://example.org/_a_?b=1&copy=2" => "example.org",
            name => name,
        };
        let heading = format!("Cookies used on {host}");
        assert!(dom.texts(&["h2"]).contains(&heading), "{heading}");
        assert!(
            dom.texts(&["p"])
                .contains(&format!("Last updated: {hostile}"))
        );
        let links = dom.all(&["a", "link"]);
        let targets: Vec<_> = links
            .iter()
            .filter_map(|link| attribute(link, "href"))
            .collect();
        assert!(
            targets
                .iter()
                .all(|href| !href.contains("script:") && !href.contains('"')),
            "{targets:?}"
        );
    }
}

#[test]
fn text_cannot_leave_its_attribute() {
    const ATTACK: &str = "a\"onclick=\"alert(1)'<b>&amp;";
    let site = Site::new().category(category(ATTACK, Gate::Exempt), [cookie("a")]);
    let dom = Dom::of_page(&site.with(|table| table.language = ATTACK).policy().page());
    assert_eq!(
        attribute(&dom.all(&["html"])[0], "lang").as_deref(),
        Some(ATTACK)
    );
    assert_eq!(
        attribute(&dom.all(&["h3"])[0], "id"),
        Some(["cookie-category-", ATTACK].concat())
    );
}

#[test]
fn nothing_is_inline() {
    const ALLOWED: [&str; 15] = [
        "aria-labelledby",
        "charset",
        "class",
        "content",
        "data-label",
        "datetime",
        "dir",
        "href",
        "id",
        "lang",
        "name",
        "rel",
        "role",
        "scope",
        "title",
    ];
    let dom = Dom::of_page(&sample_page());
    assert!(
        dom.all(&["style", "script", "iframe", "img", "object"])
            .is_empty()
    );
    for element in dom.elements() {
        for (name, value) in attributes(&element) {
            assert!(ALLOWED.contains(&&*name), "{name}={value}");
        }
    }
}

#[test]
fn ids_are_unique() {
    let dom = Dom::of_page(&sample_page());
    let ids: Vec<_> = dom
        .elements()
        .iter()
        .filter_map(|element| attribute(element, "id"))
        .collect();
    let mut unique = ids.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), ids.len());
}

/// A screen reader would say its heading twice.
#[test]
fn section_is_no_landmark() {
    let dom = Dom::of_page(&sample_page());
    let sections = dom.all(&["section"]);
    assert!(!sections.is_empty());
    assert!(
        sections
            .iter()
            .all(|section| attributes(section).is_empty())
    );
}

#[test]
fn section_without_a_heading_has_an_id() {
    let parts = const { &[Part::Section(None, &["Hello."])] };
    let page = Site::new()
        .with(|table| table.parts = parts)
        .policy()
        .page();
    let id = page.document().sections[0].id.to_string();
    let dom = Dom::of_page(&page);
    let found = dom
        .elements()
        .into_iter()
        .find(|element| attribute(element, "id") == Some(id.clone()));
    assert_eq!(
        found.map(|element| text(&element)).as_deref(),
        Some("\nHello.\n")
    );
}

#[test]
fn cells_of_names_are_headers_of_their_rows() {
    let dom = Dom::of_page(&sample_page());
    let headers = dom.all(&["th"]);
    let rows = headers
        .iter()
        .filter(|header| attribute(header, "scope").unwrap() == "row");
    let names: Vec<_> = rows.map(text).collect();
    assert_eq!(
        names,
        [
            "sessionid, _ga_<container>",
            "b",
            "all cookies from ads.example"
        ]
    );
}

#[test]
fn table_is_named_by_its_heading_and_keeps_its_roles_when_it_becomes_cards() {
    let dom = Dom::of_page(&sample_page());
    let names: Vec<_> = dom
        .all(&["table"])
        .iter()
        .map(|table| attribute(table, "aria-labelledby").unwrap())
        .collect();
    assert_eq!(names, ["cookie-category-Test", "cookie-category-Ads"]);
    for element in dom.all(&["table", "thead", "tbody", "tr", "th", "td"]) {
        let role = attribute(&element, "role").unwrap();
        let expected = match &*tag(&element) {
            "table" => "table",
            "thead" | "tbody" => "rowgroup",
            "tr" => "row",
            "td" => "cell",
            _ if attribute(&element, "scope").as_deref() == Some("col") => "columnheader",
            _ => "rowheader",
        };
        assert_eq!(role, expected);
    }
}

#[test]
fn each_cell_has_the_title_of_its_column_as_its_label() {
    let row = Row {
        own: &[("\"a\" & 'b'", "own")],
        ..cookie("a")
    };
    let dom = Dom::of_page(&Site::of(Gate::Exempt, [row]).policy().page());
    let label = |cell: &Rc<Node>| attribute(cell, "data-label");
    let labels: Vec<_> = dom.all(&["th", "td"]).iter().filter_map(label).collect();
    assert_eq!(labels, ["Cookie", "Duration", "\"a\" & 'b'"]);
}

#[test]
fn only_a_table_that_is_too_wide_for_a_window_is_scrolled_by_keyboard() {
    let titles = ["A", "B", "C", "D", "E"];
    let own = leak(titles.iter().map(|title| (*title, *title)).collect());
    for (own, is_wide) in [(&own[..4], false), (own, true)] {
        let page = Site::of(Gate::Exempt, [Row { own, ..cookie("a") }])
            .policy()
            .page();
        let dom = Dom::of_page(&page);
        let around = &dom.all(&["div"])[0];
        assert_eq!(attribute(around, "tabindex").is_some(), is_wide);
        assert_eq!(attribute(around, "aria-labelledby").is_some(), is_wide);
    }
}

#[test]
fn tables_link_to_a_provider_once() {
    let providers = leak(alloc::vec![provider("One"), provider("Two")]);
    let by = |provider, name| Row {
        provider: Some(provider),
        ..cookie(name)
    };
    let rows = [
        by(&providers[1], "a"),
        by(&providers[0], "b"),
        by(&providers[1], "c"),
    ];
    let site = Site::of(Gate::Exempt, rows);
    let site = site.category(category("Other", Gate::Exempt), [by(&providers[0], "d")]);
    let page = site.providers(providers).policy().page();
    let printed = Dom::of_page(&page);
    let links: Vec<_> = printed
        .all(&["a"])
        .iter()
        .map(|link| (attribute(link, "href").unwrap(), text(link)))
        .collect();
    let expected = [
        ("#cookie-provider-Two", "Two"),
        ("#cookie-provider-One", "One"),
    ]
    .map(|(address, name)| (address.to_string(), name.to_string()));
    assert_eq!(links, expected);
    let ids: Vec<_> = printed
        .all(&["strong"])
        .iter()
        .filter_map(|name| attribute(name, "id"))
        .collect();
    assert_eq!(ids, ["cookie-provider-One", "cookie-provider-Two"]);
}

#[test]
fn names_are_whole_and_stay_left_to_right() {
    let html = Site::of(Gate::Exempt, [cookie("_pk_ses.1"), also("_pk_id.1")])
        .policy()
        .page()
        .html();
    let names = "<code dir=\"ltr\">_pk_ses.1</code>, <code dir=\"ltr\">_pk_id.1</code></th>";
    assert!(html.contains(names), "{html}");
}

#[test]
fn headings_never_go_below_the_sixth_level() {
    let levels = |level| {
        let html = sample().page().heading_level(level).html();
        Dom::of(&html)
            .elements()
            .iter()
            .map(tag)
            .filter(|tag| tag.starts_with('h') && tag.len() == 2)
            .collect::<String>()
    };
    assert_eq!(levels(1), "h1h2h2h3h3h3h2h2");
    assert_eq!(levels(3), "h3h4h4h5h5h5h4h4");
    assert_eq!(levels(5), "h5h6h6h6h6h6h6h6");
    assert_eq!(levels(255), "h6h6h6h6h6h6h6h6");
    assert_eq!(levels(0), levels(1));
}

#[test]
fn an_address_of_another_scheme_is_text() {
    let evil = ProviderInfo {
        privacy: Some("javascript:alert(1)"),
        ..provider("Evil")
    };
    let providers = leak(alloc::vec![evil]);
    let rows = [Row {
        provider: Some(&providers[0]),
        ..cookie("a")
    }];
    let policy = Site::of(Gate::OptOut, rows).providers(providers).policy();
    let page = policy
        .page()
        .site("ftp://example.org")
        .settings("java\nscript:alert(1)");
    let dom = Dom::of_page(&page);
    let is_to_the_list =
        |link: &Rc<Node>| attribute(link, "href").unwrap() == "#cookie-provider-Evil";
    assert!(dom.all(&["a"]).iter().all(is_to_the_list));
    assert!(
        dom.texts(&["li"])
            .contains(&"Evil; privacy policy: javascript:alert(1)".to_string())
    );
}

#[test]
fn a_date_is_marked_up_only_if_it_is_one() {
    let datetime = |date: &'static str| {
        let dom = Dom::of_page(&sample().page().last_updated(date));
        let printed = dom.texts(&["p"]).swap_remove(0);
        (
            printed,
            dom.all(&["time"])
                .first()
                .and_then(|time| attribute(time, "datetime")),
        )
    };
    let dates = [
        ("2026-11-22", "22 November 2026"),
        ("2024-02-29", "29 February 2024"),
        ("2000-02-29", "29 February 2000"),
        ("0999-01-01", "1 January 999"),
        ("2026-12-31", "31 December 2026"),
    ];
    for (date, words) in dates {
        assert_eq!(
            datetime(date),
            (["Last updated: ", words].concat(), Some(date.to_string()))
        );
    }
    for text in [
        "2026-02-29",
        "1900-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-04-31",
        "2026-04-00",
        "0000-01-01",
        "22 November",
        "2026-11-22-01",
        "2026-1-022",
        "+026-11-22",
        "2026-11",
    ] {
        assert_eq!(datetime(text), (["Last updated: ", text].concat(), None));
    }
}

#[test]
fn the_fragment_keeps_language_and_direction() {
    let policy = Site::of(Gate::Exempt, [cookie("a")])
        .with(|table| table.language = "ar")
        .policy();
    let html = policy.page().html_fragment();
    assert!(
        html.starts_with("<article class=\"cookie-policy\" lang=\"ar\" dir=\"rtl\">"),
        "{html}"
    );
}

#[test]
fn built_in_texts_in_another_language_are_marked() {
    let site = Site::of(Gate::Exempt, [cookie("a")]);
    let policy = site
        .with(|table| table.language = "ar")
        .with(|table| table.title = Some("ملفات"))
        .policy();
    let html = policy.page().html();
    assert!(html.contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(html.contains("<h1>ملفات</h1>"));
    assert!(html.contains("<span lang=\"en\" dir=\"ltr\">What is a cookie?</span>"));
    Dom::of_page(&policy.page());
}

#[test]
fn built_in_sentence_is_marked_as_a_whole_with_site_text_inside() {
    let policy = Site::of(Gate::OptOut, [cookie("a")])
        .with(|table| table.language = "ar")
        .policy();
    let html = policy
        .page()
        .site("موقع")
        .settings("/cookies")
        .last_updated("2026-11-22")
        .html();
    let english = |content: &str| format!("<span lang=\"en\" dir=\"ltr\">{content}</span>");
    let heading = english("Cookies used on <span lang=\"ar\" dir=\"rtl\">موقع</span>");
    assert!(html.contains(&format!(">{heading}</h2>")), "{html}");
    let choice =
        "You can change your choice at any time in the <a href=\"/cookies\">cookie settings</a>.";
    assert!(html.contains(&format!("<p>{}</p>", english(choice))));
    let updated = "Last updated: <time datetime=\"2026-11-22\">22 November 2026</time>";
    assert!(html.contains(&format!("<p>{}</p>", english(updated))));
}

#[test]
fn document_links_to_a_stylesheet_or_contains_its_own() {
    let own = format!("<style>{}</style>", Page::STYLESHEET);
    let html = sample().page().stylesheet("/a.css?v=1&w=2").html();
    assert!(html.contains("<link rel=\"stylesheet\" href=\"/a.css?v=1&amp;w=2\">"));
    assert!(!html.contains("<style"));
    for page in [sample().page(), sample().page().stylesheet("javascript:1")] {
        assert!(page.html().contains(&own));
        assert!(!page.html().contains("<link"));
        assert!(!page.html_fragment().contains("<style"));
    }
}

#[test]
fn a_name_in_another_script_keeps_its_brackets() {
    static PROVIDERS: [ProviderInfo; 3] = [
        provider("Matomo (self-hosted)"),
        provider("شركة (مصر)"),
        provider("Matomo بالعربية"),
    ];
    let page = |language, number: usize| {
        let row = Row {
            provider: Some(&PROVIDERS[number]),
            ..cookie("a")
        };
        Site::of(Gate::Exempt, [row])
            .providers(&PROVIDERS)
            .language(language)
            .policy()
            .page()
            .html_fragment()
    };
    for isolated in [
        "><bdi>Matomo (self-hosted)</bdi></a></td>",
        "\"><bdi>Matomo (self-hosted)</bdi></strong>",
    ] {
        assert!(page("ar", 0).contains(isolated));
    }
    assert!(page("en", 0).contains(">Matomo (self-hosted)</a></td>"));
    assert!(page("en", 1).contains("><bdi>شركة (مصر)</bdi></a></td>"));
    assert!(page("ar", 1).contains(">شركة (مصر)</a></td>"));
    // A text with letters of both directions is not isolated: its first letter would decide.
    assert!(page("ar", 2).contains(">Matomo بالعربية</a></td>"));
}
