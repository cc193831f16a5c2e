use crate::report::Rule;
use crate::scan::tests::{assert_found, scan, scan_with};

#[test]
fn what_an_advanced_category_loads_does_not_wait_but_what_it_stores_does() {
    let at_once = r#"<script src="https://counter.example/x.js"></script>"#;
    assert_found("page.html", at_once, &[]);
    let named =
        r#"<script data-cookie-category="Counting" src="https://counter.example/x.js"></script>"#;
    assert_found("page.html", named, &[]);
    let other = r#"<script data-cookie-category="Maps" src="/x.js"></script>"#;
    assert_found("page.html", other, &[(Rule::NotConsented, "Maps")]);
    let stores = r#"<script>document.cookie = "count=1; Max-Age=60"</script>"#;
    assert_found("page.html", stores, &[(Rule::NotConsented, "count")]);
}

#[test]
fn a_script_waits_for_the_choice_about_its_provider() {
    let page = |category: &str| {
        let src = "https://clips.example/x.js";
        let kind = "type=\"text/plain\"";
        format!(r#"<script {kind} data-cookie-category="{category}" src="{src}"></script>"#)
    };
    assert_found("page.html", &page("VideosClips"), &[]);
    assert_found(
        "page.html",
        &page("VideosFilms"),
        &[(Rule::NotConsented, "clips.example")],
    );
    let found = scan("page.html", &page("Videos"));
    let whole = found.iter().find(|it| it.rule == Rule::UnknownCategory);
    let help = &whole.expect("no category has that name").help;
    assert_eq!(
        help,
        "visitors choose for each provider: `VideosClips`, `VideosFilms`"
    );
}

#[test]
fn a_script_with_a_category_that_does_not_wait_is_found() {
    assert_found(
        "page.html",
        r#"<script data-cookie-category="Statistics" src="/x.js"></script>"#,
        &[(Rule::NotConsented, "Statistics")],
    );
}

#[test]
fn a_frame_or_an_image_waits_with_its_address_in_data_src() {
    for name in ["iframe", "img"] {
        let element = |address: &str| format!("<{name} data-cookie-category=\"Maps\" {address}>");
        assert_found(
            "page.html",
            &element("data-src=\"https://a.tiles.example/1\""),
            &[],
        );
        let at_once = scan("page.html", &element("src=\"https://a.tiles.example/1\""));
        let help = format!("`<{name} data-cookie-category=\"Maps\" data-src=..>`");
        assert_eq!(at_once[0].rule, Rule::NotConsented);
        assert!(at_once[0].help.contains(&help), "{}", at_once[0].help);
        // Also of the site's own host, which no other rule looks at.
        assert_found(
            "page.html",
            &element("src=\"/map.png\""),
            &[(Rule::NotConsented, "Maps")],
        );
    }
    assert_found(
        "page.html",
        r#"<iframe data-cookie-category="Statistics" data-src="https://tiles.example/"></iframe>"#,
        &[(Rule::NotConsented, "tiles.example")],
    );
    assert_found(
        "page.html",
        r#"<iframe data-cookie-category="Maps" data-src="https://other.example/"></iframe>"#,
        &[(Rule::UndeclaredHost, "other.example")],
    );
    assert_found(
        "page.html",
        r#"<img data-cookie-category="maps" data-src="/map.png">"#,
        &[(Rule::UnknownCategory, "maps")],
    );
}

#[test]
fn an_element_that_has_a_category_and_cannot_wait_is_found() {
    let html = r#"<video data-cookie-category="Maps" src="https://tiles.example/1"></video>"#;
    let findings = scan("page.html", html);
    assert_eq!(findings[0].rule, Rule::NotConsented);
    let help = "`<template data-cookie-category=\"Maps\">` around it";
    assert!(findings[0].help.contains(help), "{}", findings[0].help);
}

#[test]
fn the_content_of_a_template_waits() {
    let content = r#"<iframe src="https://tiles.example/"></iframe><script>document.cookie = '_pk_id.1=x'</script>"#;
    let template = |category: &str| {
        format!("<template data-cookie-category=\"{category}\">{content}</template>")
    };
    assert_found(
        "page.html",
        &template("Maps"),
        &[(Rule::NotConsented, "_pk_id.{site}")],
    );
    assert_found(
        "page.html",
        &template("Statistics"),
        &[(Rule::NotConsented, "tiles.example")],
    );
    assert_found(
        "page.html",
        r#"<template data-cookie-category="Map"></template>"#,
        &[(Rule::UnknownCategory, "Map")],
    );
    // What comes after it does not wait, nor does what another template has.
    let maps = r#"<template data-cookie-category="Maps"></template>"#;
    let frame = r#"<iframe src="https://tiles.example/"></iframe>"#;
    for html in [
        format!("{maps}{frame}"),
        format!("<template>{frame}</template>"),
    ] {
        assert_found("page.html", &html, &[(Rule::NotConsented, "tiles.example")]);
    }
}

#[test]
fn the_content_of_a_template_in_a_macro_waits() {
    let code = |category: &str| {
        format!(
            r#"fn f() -> Markup {{ html! {{ template data-cookie-category="{category}" {{ p {{ iframe src="https://tiles.example/" {{}} }} }} img src="/x.png"; }} }}"#
        )
    };
    assert_found("main.rs", &code("Maps"), &[]);
    assert_found(
        "main.rs",
        &code("Statistics"),
        &[(Rule::NotConsented, "tiles.example")],
    );
}

#[test]
fn what_a_visitor_embeds_waits() {
    let frame = r##"r#"<iframe src="https://tiles.example/"></iframe>"#"##;
    let here = |category: &str| {
        format!("fn f(visitor: &V) -> String {{ visitor.embed(Category::{category}, {frame}) }}")
    };
    assert_found("main.rs", &here("Maps"), &[]);
    assert_found(
        "main.rs",
        &here("Statistics"),
        &[(Rule::NotConsented, "tiles.example")],
    );
    let variable =
        |call: &str| format!("fn f(visitor: &V) -> String {{ let map = {frame}; visitor.{call} }}");
    assert_found("main.rs", &variable("embed(Category::Maps, map)"), &[]);
    assert_found("main.rs", &variable("embed(Category::Maps, &map)"), &[]);
    assert_found(
        "main.rs",
        &variable("show(Category::Maps, map)"),
        &[(Rule::NotConsented, "tiles.example")],
    );
    let markup = r#"fn f(visitor: &V) -> String {
        let map = html! { iframe src="https://tiles.example/" {} }.into_string();
        visitor.embed(Category::Maps, &map)
    }"#;
    assert_found("main.rs", markup, &[]);
    // Also the file of a script in it.
    let file = ("audience.js", "document.cookie = '_pk_id.1=x';");
    let code = |category: &str| {
        format!(
            r#"fn f(visitor: &V) -> String {{
                let count = html! {{ script src="/audience.js" {{}} }}.into_string();
                visitor.embed(Category::{category}, &count)
            }}"#
        )
    };
    let found = |category: &str| scan_with(&[file, ("main.rs", &code(category))], |scan| scan);
    assert_eq!(found("Statistics"), []);
    assert_eq!(found("Maps")[0].subject, "_pk_id.{site}");
}

#[test]
fn a_file_waits_if_the_element_that_loads_it_does() {
    let script = ("audience.js", "document.cookie = '_pk_id.1=x';");
    let page = |element| scan_with(&[script, ("page.html", element)], |scan| scan);
    let waits = r#"<script type="text/plain" data-cookie-category="Statistics" src="/audience.js"></script>"#;
    assert!(page(waits).is_empty());
    let at_once = page(r#"<script src="/audience.js"></script>"#);
    assert_eq!(
        (at_once[0].rule, &*at_once[0].subject),
        (Rule::NotConsented, "_pk_id.{site}")
    );
    let other =
        r#"<script type="text/plain" data-cookie-category="Maps" src="/audience.js"></script>"#;
    assert_eq!(page(other)[0].rule, Rule::NotConsented);
}
