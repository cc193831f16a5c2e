use std::fs;

use crate::policy_file::PolicyFile;
use crate::report::{Finding, Place, Rule};
use crate::scan::{Scan, clippy_toml, table};

mod cookies {
    #![allow(unreachable_pub, reason = "a table is `pub`")]
    cookie_decl::declare_cookies! {
        pub policy for "https://shop.example" in crate::scan::tests::cookies;
        provider Tiles = "Tiles" { domain: "tiles.example", domain: "{region}.pictures.example", third_party }
        provider Clips = "Clips" { domain: "clips.example" }
        provider Counter = "Counter" { domain: "counter.example" }
        provider Films = "Films" { domain: "films.example" }
        cookie | duration;
        /// Needed
        ///
        /// You could not stay signed in.
        category Necessary: exempt {
            /// Keeps you signed in
            SESSION = "session" | 2 weeks;
            /// Remembers your choice
            PREFERENCES: Consent = "prefs" | 6 months;
            /// Remembers light or dark
            "theme" | 1 year | set_by = script;
            /// The proxy's
            "lb" | session | set_by = other;
        }
        /// Audience
        category Statistics: opt_in {
            /// Counts
            RECENT = "recent" | 30 days;
            /// Recognises you
            "_pk_id.{site}" | 13 months | set_by = script;
            /// Keeps pictures
            "pictures" | persistent | storage = other("Cache storage") | set_by = script;
            /// Keeps the count
            "visits" | persistent | storage = local_storage;
        }
        /// Maps
        category Maps: opt_in {
            /// Tells you apart
            "tiles" | 1 day | provider = Tiles | set_by = "tiles.example";
        }
        /// Videos
        category Videos: opt_in(by provider) {
            /// Tells browsers apart
            "clip" | 1 day | provider = Clips | set_by = third_party;
            /// Tells browsers apart
            "film" | 1 day | provider = Films | set_by = third_party;
        }
        /// Counting
        category Counting: opt_in(advanced, signals(matomo)) {
            /// Counts visits
            "count" | 1 day | provider = Counter | set_by = script;
        }
        retired { "old" Path="/"; }
    }
}

/// Scans one file of this name.
fn scan(name: &str, text: &str) -> Vec<Finding> {
    scan_with(&[(name, text)], |scan| scan)
}

fn scan_with(files: &[(&str, &str)], options: impl FnOnce(Scan<'_>) -> Scan<'_>) -> Vec<Finding> {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let file = PolicyFile::from(cookies::POLICY);
    let report = options(Scan::new(&file)).paths([folder.path()]);
    assert!(report.notes.is_empty(), "{report}");
    report.findings
}

/// Returns the rule and the subject of each finding.
fn found(name: &str, text: &str) -> Vec<(Rule, String)> {
    let findings = scan(name, text).into_iter();
    findings.map(|it| (it.rule, it.subject)).collect()
}

#[track_caller]
fn assert_found(name: &str, text: &str, expected: &[(Rule, &str)]) {
    let found = found(name, text);
    let found: Vec<_> = found
        .iter()
        .map(|(rule, subject)| (*rule, &**subject))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_header_that_a_server_writes_itself_is_found() {
    for code in [
        r#"fn f(h: &mut HeaderMap) { h.insert(SET_COOKIE, "tracker=1; Path=/".parse().unwrap()); }"#,
        r#"fn f(h: &mut HeaderMap) { h.append("Set-Cookie", HeaderValue::from_static("tracker=1")); }"#,
        r#"fn f() -> impl IntoResponse { ([(header::SET_COOKIE, "tracker=1")], "Hello") }"#,
        r#"fn f(id: u32) -> impl IntoResponse { ([("set-cookie", format!("tracker={id}; Path=/"))], "Hello") }"#,
        r#"const NAME: &str = "tracker"; fn f(h: &mut HeaderMap) { h.insert(SET_COOKIE, format!("{NAME}=1").parse().unwrap()); }"#,
    ] {
        assert_found("main.rs", code, &[(Rule::Undeclared, "tracker")]);
    }
}

#[test]
fn a_header_made_from_a_constant_is_fine() {
    for code in [
        r#"fn f(h: &mut HeaderMap) { h.append(SET_COOKIE, SESSION.set("x").unwrap().to_header_value()); }"#,
        r#"fn f() -> impl IntoResponse { (SESSION.set("x"), "Hello") }"#,
    ] {
        let table = r#"declare_cookies! { category N: exempt { SESSION = "session" | 2 weeks; } }"#;
        assert_found("main.rs", &format!("{table} {code}"), &[]);
    }
}

#[test]
fn cookies_of_libraries_are_found() {
    for code in [
        r#"fn f(jar: CookieJar) -> CookieJar { jar.add(Cookie::new("tracker", "1")) }"#,
        r#"fn f(jar: CookieJar) -> CookieJar { jar.add(("tracker", "1")) }"#,
        r#"fn f() { let c = Cookie::build(("tracker", "1")).path("/").build(); }"#,
        r#"fn f(store: S) { let l = SessionManagerLayer::new(store).with_name("tracker"); }"#,
    ] {
        assert_found("main.rs", code, &[(Rule::Undeclared, "tracker")]);
    }
}

#[test]
fn a_declared_cookie_without_its_constant_is_found() {
    let code = r#"fn f(jar: CookieJar) -> CookieJar { jar.add(Cookie::new("session", "1")) }"#;
    assert_found("main.rs", code, &[(Rule::PastTheTable, "session")]);
    let code = r#"fn f(jar: CookieJar) -> CookieJar { jar.remove(Cookie::from("session")) }"#;
    assert_found("main.rs", code, &[(Rule::PastTheTable, "session")]);
}

#[test]
fn a_library_that_takes_the_name_of_a_row_is_fine() {
    let code =
        r#"fn f(store: S) { let l = SessionManagerLayer::new(store).with_name("session"); }"#;
    assert_found("main.rs", code, &[]);
}

#[test]
fn a_library_that_sets_a_gated_cookie_is_found() {
    let code = r#"fn f(store: S) { let l = SessionManagerLayer::new(store).with_name("recent"); }"#;
    assert_found("main.rs", code, &[(Rule::NotConsented, "recent")]);
}

#[test]
fn code_of_tests_and_code_that_reads_is_fine() {
    for code in [
        r#"#[cfg(test)] mod tests { fn f() { Cookie::new("tracker", "1"); } }"#,
        r#"#[test] fn f() { Cookie::new("tracker", "1"); }"#,
        "fn f(h: &str) { let c = Cookie::parse(h); }",
        r#"fn f(jar: &CookieJar) { let c = jar.get("tracker"); }"#,
    ] {
        assert_found("main.rs", code, &[]);
    }
}

#[test]
fn a_name_that_is_an_argument_is_followed_to_its_callers() {
    let code = r#"
fn keep(name: &str) { Cookie::new(name, "1"); }
fn one() { keep("session"); }
fn other() { keep("tracker"); }
"#;
    let findings = scan("main.rs", code);
    let places: Vec<_> = findings
        .iter()
        .map(|it| (it.rule, it.place.clone()))
        .collect();
    let line = |place: &Place| match place {
        Place::Source { line, .. } => *line,
        _ => 0,
    };
    assert_eq!(places[0].0, Rule::PastTheTable);
    assert_eq!(line(&places[0].1), 3);
    assert_eq!(places[1].0, Rule::Undeclared);
    assert_eq!(line(&places[1].1), 4);
}

#[test]
fn a_function_with_a_common_name_is_not_followed() {
    let callers = "fn f() { keep(\"tracker\"); }\n".repeat(41);
    let code = format!("fn keep(name: &str) {{ Cookie::new(name, \"1\"); }}\n{callers}");
    assert_found("main.rs", &code, &[(Rule::Undecided, "Cookie::new")]);
}

#[test]
fn a_name_that_the_source_does_not_show_is_a_finding() {
    let code = r#"fn f(row: Row) { Cookie::new(row.name(), "1"); }"#;
    assert_found("main.rs", code, &[(Rule::Undecided, "Cookie::new")]);
}

#[test]
fn a_comment_settles_a_name_that_the_source_does_not_show() {
    let code = |comment: &str| {
        format!(
            "fn f(row: Row) {{\n    // cookie-decl: {comment}\n    Cookie::new(row.name(), \"1\");\n}}"
        )
    };
    assert_found("main.rs", &code("session"), &[]);
    assert_found("main.rs", &code("none"), &[]);
    assert_found(
        "main.rs",
        &code("session, tracker"),
        &[(Rule::Undeclared, "tracker")],
    );
}

#[test]
fn a_setting_of_the_test_settles_a_file() {
    let code = r#"fn f(row: Row) { Cookie::new(row.name(), "1"); }"#;
    let settled = |names: &'static [&str]| {
        scan_with(&[("main.rs", code)], |scan| {
            scan.settle("main.rs", names.iter().copied())
        })
    };
    assert!(settled(&["session"]).is_empty());
    assert_eq!(settled(&["tracker"])[0].rule, Rule::Undeclared);
}

#[test]
fn a_wrapper_of_the_application_sets_a_cookie() {
    let code = r#"fn f() { ApiCookie::build("tracker", 1); }"#;
    assert_found("main.rs", code, &[]);
    let findings = scan_with(&[("main.rs", code)], |scan| {
        scan.wrapper("ApiCookie::build", 0)
    });
    assert_eq!(
        (findings[0].rule, &*findings[0].subject),
        (Rule::Undeclared, "tracker")
    );
}

#[test]
fn a_row_whose_constant_no_code_uses_is_found() {
    let table = r#"declare_cookies! { category N: exempt { SESSION = "session" | 2 weeks; } }"#;
    assert_found("cookies.rs", table, &[(Rule::NeverSeen, "session")]);
    let used = format!("{table} fn f() {{ SESSION.set(1); }}");
    assert_found("cookies.rs", &used, &[]);
}

#[test]
fn what_a_script_stores_is_found() {
    for (code, name) in [
        ("document.cookie = 'tracker=1; Path=/';", "tracker"),
        ("window.document.cookie = `tracker=${id}`;", "tracker"),
        ("cookieStore.set('tracker', '1');", "tracker"),
        ("Cookies.set('tracker', '1');", "tracker"),
        ("localStorage.setItem('tracker', 1);", "tracker"),
        ("localStorage.tracker = 1;", "tracker"),
        ("window.localStorage['tracker'] = 1;", "tracker"),
        ("sessionStorage.setItem('tracker', 1);", "tracker"),
        ("indexedDB.open('tracker');", "tracker"),
        ("caches.open('tracker');", "tracker"),
        ("navigator.serviceWorker.register('/sw.js');", "/sw.js"),
    ] {
        assert_found("app.js", code, &[(Rule::Undeclared, name)]);
        assert_found("app.ts", code, &[(Rule::Undeclared, name)]);
    }
}

#[test]
fn what_the_table_declares_of_scripts_is_fine() {
    for code in [
        "document.cookie = 'theme=dark';",
        "document.cookie = '_pk_id.1=x';",
        "document.cookie = 'tracker=; Max-Age=0';",
        "localStorage.setItem('visits', 1);",
        "localStorage.getItem('tracker');",
        "caches.open('pictures');",
        "const found = document.cookie.match(/tracker/);",
    ] {
        assert_found("app.js", code, &[]);
    }
}

#[test]
fn a_script_that_sets_what_the_server_sets_is_found() {
    assert_found(
        "app.js",
        "document.cookie = 'session=1';",
        &[(Rule::NotAsDeclared, "session")],
    );
}

#[test]
fn a_lifetime_beyond_the_table_is_found() {
    assert_found(
        "app.js",
        "document.cookie = 'theme=1; Max-Age=99999999';",
        &[(Rule::TooLong, "theme")],
    );
}

#[test]
fn requests_of_scripts_to_other_hosts_are_found() {
    for code in [
        "fetch('https://collect.example/v1');",
        "import('https://collect.example/x.js');",
        "import x from 'https://collect.example/x.js';",
        "new Image().src = 'https://collect.example/p.gif';",
        "navigator.sendBeacon('https://collect.example/b', 'x');",
        "new WebSocket('wss://collect.example/');",
        "const r = new XMLHttpRequest(); r.open('GET', 'https://collect.example/');",
        "const s = document.createElement('script'); s.src = 'https://collect.example/t.js';",
    ] {
        assert_found("app.js", code, &[(Rule::UndeclaredHost, "collect.example")]);
    }
}

#[test]
fn requests_to_the_own_site_are_fine() {
    for code in [
        "fetch('/api');",
        "fetch('https://shop.example/api');",
        "new WebSocket('ws://localhost:3000/');",
    ] {
        assert_found("app.js", code, &[]);
    }
}

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

#[test]
fn a_finding_has_line_column_and_the_row_to_type() {
    let findings = scan("app.js", "\n  localStorage.setItem('visit', 1);");
    let [finding] = &findings[..] else {
        panic!("{findings:?}");
    };
    assert!(
        matches!(
            finding.place,
            Place::Source {
                line: 2,
                column: 3,
                ..
            }
        ),
        "{finding}"
    );
    assert!(
        finding.help.starts_with("if it is `visits`, use that name"),
        "{finding}"
    );
    assert!(
        finding
            .help
            .contains("\"visit\" | persistent | storage = local_storage;"),
        "{finding}"
    );
}

#[test]
fn a_row_to_type_names_a_storage_as_the_table_writes_it() {
    for (code, row) in [
        (
            "caches.open('v1');",
            r#""v1" | persistent | storage = other("Cache storage") | set_by = script;"#,
        ),
        (
            "navigator.serviceWorker.register('/sw.js');",
            r#""/sw.js" | persistent | storage = other("Service worker") | set_by = script;"#,
        ),
    ] {
        let findings = scan("app.js", code);
        assert!(findings[0].help.contains(row), "{}", findings[0]);
    }
}

#[test]
fn a_baseline_hides_what_it_lists_and_reports_what_no_longer_occurs() {
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("app.js");
    let baseline = folder.path().join("known.json");
    let file = PolicyFile::from(cookies::POLICY);
    let scan = || Scan::new(&file).baseline(&baseline).paths([&script]);
    fs::write(&script, "localStorage.a = 1;").unwrap();
    let path = script.display().to_string();
    let entry = serde_json::json!([{ "rule": "undeclared", "file": path, "subject": "a" }]);
    fs::write(&baseline, entry.to_string()).unwrap();
    assert!(scan().is_clean());
    fs::write(&script, "localStorage.b = 1;").unwrap();
    let rules: Vec<_> = scan().findings.iter().map(|it| it.rule).collect();
    assert_eq!(rules, [Rule::Undeclared, Rule::Outdated]);
}

#[test]
fn a_first_table_has_a_row_for_each_name() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("main.rs"),
        r#"fn f() { Cookie::new("__Host-session", "1"); Cookie::new("cart", "1"); }"#,
    )
    .unwrap();
    fs::write(folder.path().join("app.js"), "localStorage.theme = 1;").unwrap();
    let text = table([folder.path()]);
    for row in [
        "SESSION = \"__Host-session\" | 30 days;",
        "CART = \"cart\" | 30 days;",
        "\"theme\" | persistent | storage = local_storage;",
    ] {
        assert!(text.contains(row), "{text}");
    }
}

#[test]
fn the_lints_are_valid_in_a_clippy_configuration() {
    let text = clippy_toml();
    assert_eq!(
        text.matches("allow-invalid = true").count(),
        text.lines().count() - 2
    );
}

#[test]
fn a_storage_that_the_code_does_not_show_may_be_local_or_session() {
    let code = |name: &str| format!("const s = pick(); s.setItem('{name}', 1);");
    assert_found("app.js", &code("visits"), &[]);
    assert_found("app.js", &code("tracker"), &[(Rule::Undeclared, "tracker")]);
    let findings = scan("app.js", &code("tracker"));
    assert!(findings[0].message.contains("local or session storage"));
    assert!(findings[0].help.contains("storage = local_storage;"));
}
