use crate::report::Rule;
use crate::scan::tests::assert_found;

#[test]
fn elements_of_other_hosts_are_found() {
    for html in [
        r#"<script src="https://cdn.example/x.js"></script>"#,
        r#"<img src="https://cdn.example/p.gif">"#,
        r#"<iframe src="//cdn.example/embed"></iframe>"#,
        r#"<link rel="stylesheet" href="https://cdn.example/x.css">"#,
        r#"<link rel="preconnect" href="https://cdn.example">"#,
        r#"<style>@import "https://cdn.example/x.css";</style>"#,
        r#"<p style="background: url(https://cdn.example/b.png)">"#,
        r#"<script>fetch("https://cdn.example/x")</script>"#,
    ] {
        assert_found("page.html", html, &[(Rule::UndeclaredHost, "cdn.example")]);
        assert_found(
            "page.tera",
            &format!("{{% if x %}}{html}{{% endif %}}"),
            &[(Rule::UndeclaredHost, "cdn.example")],
        );
    }
}

#[test]
fn links_that_visitors_follow_are_fine() {
    for html in [
        r#"<a href="https://elsewhere.example/">Elsewhere</a>"#,
        r#"<link rel="canonical" href="https://elsewhere.example/">"#,
        r#"<script src="/app.js"></script>"#,
        r#"<img src="{{ url }}">"#,
    ] {
        assert_found("page.html", html, &[]);
    }
}

#[test]
fn elements_in_macros_are_found() {
    for code in [
        r#"fn f() -> Markup { html! { script src="https://cdn.example/x.js" {} } }"#,
        r#"fn f() -> View { view! { <img src="https://cdn.example/p.gif"/> } }"#,
        r#"fn f() -> &'static str { "<iframe src='https://cdn.example/'></iframe>" }"#,
    ] {
        assert_found("main.rs", code, &[(Rule::UndeclaredHost, "cdn.example")]);
    }
}

#[test]
fn a_declared_host_has_to_wait_for_consent() {
    assert_found(
        "page.html",
        r#"<script src="https://tiles.example/x.js"></script>"#,
        &[(Rule::NotConsented, "tiles.example")],
    );
    let waits = |category: &str| {
        format!(
            r#"<script type="text/plain" data-cookie-category="{category}" src="https://a.tiles.example/x.js"></script>"#
        )
    };
    assert_found("page.html", &waits("Maps"), &[]);
    assert_found(
        "page.html",
        &waits("Statistics"),
        &[(Rule::NotConsented, "a.tiles.example")],
    );
}

#[test]
fn a_domain_with_a_hole_is_that_of_the_hosts_that_it_matches() {
    let waits = |host: &str| {
        format!(
            r#"<script type="text/plain" data-cookie-category="Maps" src="https://{host}/x.js"></script>"#
        )
    };
    assert_found("page.html", &waits("eu.pictures.example"), &[]);
    assert_found(
        "page.html",
        &waits("pictures.example"),
        &[(Rule::UndeclaredHost, "pictures.example")],
    );
}

#[test]
fn a_category_that_the_table_does_not_have_is_found() {
    assert_found(
        "page.html",
        r#"<script type="text/plain" data-cookie-category="Statistic" src="/x.js"></script>"#,
        &[(Rule::UnknownCategory, "Statistic")],
    );
}

#[test]
fn a_style_sheet_of_another_host_is_found() {
    for css in [
        r#"@import url("https://fonts.example/x.css");"#,
        r#"@import "https://fonts.example/x.css";"#,
        "body { background: url(https://fonts.example/b.png) }",
        "@font-face { src: url('https://fonts.example/f.woff2') }",
    ] {
        assert_found("site.css", css, &[(Rule::UndeclaredHost, "fonts.example")]);
    }
    assert_found("site.css", "body { background: url(/b.png) }", &[]);
}
