//! What pages, components, templates and style sheets store and load.

use crate::scan::{assert_asks, assert_fine, assert_rules, assert_stores};
use cookie_decl_audit::{PolicyFile, Rule, Scan};
use std::fs;

#[test]
fn the_script_of_a_component_is_read() {
    assert_stores(
        "page.tsx",
        &["<script dangerouslySetInnerHTML={{ __html: `localStorage.tracker = 1` }} />;"],
    );
    assert_asks(
        "page.tsx",
        &["<p style={{ background: 'url(https://other.example/x.png)' }} />;"],
    );
}

#[test]
fn scripts_in_unusual_places_of_a_page_are_read() {
    assert_stores(
        "page.html",
        &[
            r#"<a href="javascript:localStorage.setItem('tracker', 1)">x</a>"#,
            r#"<iframe srcdoc="<script>localStorage.tracker = 1</script>"></iframe>"#,
            r#"<button onclick="localStorage.tracker = '{{ value }}'">x</button>"#,
        ],
    );
}

#[test]
fn every_attribute_with_the_address_of_a_request_is_read() {
    assert_asks(
        "page.html",
        &[
            r#"<SCRIPT SRC="HTTPS://OTHER.example/x.js"></SCRIPT>"#,
            r#"<noscript><img src="https://other.example/p.gif"></noscript>"#,
            r#"<script type="importmap">{"imports": {"x": "https://other.example/x.js"}}</script>"#,
            r#"<a ping="https://other.example/p" href="/">x</a>"#,
            r#"<div hx-get="https://other.example/x"></div>"#,
            r#"<link rel="{{ rel }}" href="https://other.example/x.css">"#,
        ],
    );
    assert_fine(
        "page.html",
        &[
            r#"<script type="application/ld+json">{"@id": "https://other.example/"}</script>"#,
            r#"<iframe data-src="https://other.example/embed"></iframe>"#,
            r#"<textarea><script src="https://other.example/x.js"></script></textarea>"#,
            r#"<!-- <script src="https://other.example/x.js"></script> -->"#,
        ],
    );
}

#[test]
fn a_name_that_a_template_prints_is_not_seen() {
    let html = r#"<script>document.cookie = "{{ name }}=1";</script>"#;
    assert_rules("page.html", html, &[(Rule::Undecided, "document.cookie")]);
    let html = r#"<script>localStorage.setItem("seen-{{ id }}", 1);</script>"#;
    assert_rules("page.html", html, &[(Rule::Undeclared, "seen-{}")]);
}

#[test]
fn a_template_of_a_script_or_style_is_read_as_one() {
    assert_stores(
        "toc.js.hbs",
        &["{{#if x}}\nlocalStorage.setItem('tracker', {{ y }});\n{{/if}}"],
    );
    assert_asks(
        "site.css.j2",
        &["{% if x %} a { background: url(https://other.example/{{ y }}.png) } {% endif %}"],
    );
}

#[test]
fn a_namespace_of_css_is_not_an_address() {
    assert_fine(
        "site.css",
        &["@namespace svg url(http://www.w3.org/2000/svg); a { color: red }"],
    );
    assert_asks(
        "site.css",
        &["@namespace svg url(http://x.example/); a { background: url(//other.example/x.png) }"],
    );
}

#[test]
fn a_page_that_a_component_shows_as_text_is_not_loaded() {
    let code = |attribute| {
        format!(
            "const code = `<script src=\"https://other.example/x.js\"></script>`; \
             export const Page = () => <pre {attribute} />;"
        )
    };
    assert_fine("page.tsx", &[&code("title={code}")]);
    assert_asks(
        "page.tsx",
        &[&code("dangerouslySetInnerHTML={{ __html: code }}")],
    );
}

mod gates {
    cookie_decl::declare_cookies! {
        pub policy for "https://shop.example" in crate::scan::markup::gates;
        provider Counter = "Counter" { domain: "counter.example", third_party }
        cookie | duration;
        /// Audience
        ///
        /// Counts visits until you object.
        category Audience: opt_out {
            /// Counts
            "visits" | 1 day | set_by = script;
            /// Tells visits apart
            "count" | 1 day | provider = Counter | set_by = "counter.example";
        }
    }
}

#[test]
fn a_tag_of_an_opt_out_category_waits_as_well() {
    let found = |html: &str| {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("page.html"), html).unwrap();
        let table = PolicyFile::from(gates::POLICY);
        Scan::new(&table).paths([folder.path()]).findings
    };
    let waits = r#"type="text/plain" data-cookie-category="Audience""#;
    for (start, end) in [
        ("<script src=\"https://counter.example/x.js\"", "></script>"),
        ("<script", ">document.cookie = 'visits=1'</script>"),
    ] {
        let at_once = found(&format!("{start}{end}"));
        assert_eq!(at_once.len(), 1, "{at_once:?}");
        assert_eq!(at_once[0].rule, Rule::NotConsented);
        assert!(
            at_once[0]
                .message
                .ends_with("even after the visitor denied it")
        );
        assert!(at_once[0].help.contains(waits), "{}", at_once[0].help);
        assert_eq!(found(&format!("{start} {waits}{end}")), []);
    }
}
