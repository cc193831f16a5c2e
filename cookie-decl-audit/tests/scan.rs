//! The forms in which source stores and loads something, each beside one that does not.

#![cfg(feature = "scan")]
#![allow(unreachable_pub, reason = "a table is `pub`")]

use std::fs;

use cookie_decl_audit::{Place, PolicyFile, Rule, Scan};

mod cookies {
    cookie_decl::declare_cookies! {
        pub policy for "https://shop.example" in crate::cookies;
        cookie | duration;
        /// Needed
        ///
        /// You could not stay signed in.
        category Necessary: exempt {
            /// Keeps you signed in
            SESSION = "session" | 2 weeks;
            /// Remembers light or dark
            "theme" | 1 year | set_by = script;
        }
    }
}

/// The rule, the subject, the line and the column of each finding in one file.
fn scan(name: &str, text: &str) -> Vec<(Rule, String, usize, usize)> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), text).unwrap();
    let table = PolicyFile::from(cookies::POLICY);
    let report = Scan::new(&table).paths([folder.path()]);
    let findings = report.findings.into_iter().map(|it| match it.place {
        Place::Source { line, column, .. } => (it.rule, it.subject, line, column),
        place => panic!("{place}"),
    });
    findings.collect()
}

#[track_caller]
fn assert_rules(name: &str, text: &str, expected: &[(Rule, &str)]) {
    let found = scan(name, text);
    let found: Vec<_> = found.iter().map(|it| (it.0, &*it.1)).collect();
    assert_eq!(found, expected, "{text}");
}

/// Each code stores `tracker`.
#[track_caller]
fn assert_stores(name: &str, codes: &[&str]) {
    for code in codes {
        assert_rules(name, code, &[(Rule::Undeclared, "tracker")]);
    }
}

/// Each code asks `other.example`.
#[track_caller]
fn assert_asks(name: &str, codes: &[&str]) {
    for code in codes {
        assert_rules(name, code, &[(Rule::UndeclaredHost, "other.example")]);
    }
}

#[track_caller]
fn assert_fine(name: &str, codes: &[&str]) {
    for code in codes {
        assert_rules(name, code, &[]);
    }
}

#[test]
fn a_storage_under_another_name_is_followed() {
    assert_stores(
        "app.js",
        &[
            "const db = indexedDB; db.open('tracker');",
            "const d = window.document; d.cookie = 'tracker=1';",
            "const s = window.localStorage; s.setItem('tracker', 1);",
            "Object.assign(localStorage, { tracker: 1 });",
            "Reflect.set(localStorage, 'tracker', 1);",
            "Storage.prototype.setItem.call(localStorage, 'tracker', 1);",
            "!function(e) { e.cookie = 'tracker=1'; }(document);",
        ],
    );
    assert_fine(
        "app.js",
        &[
            "file.open('tracker');",
            "const o = {}; Object.assign(o, { tracker: 1 });",
            "options.cookie = 'tracker=1';",
            "e.cookie = value;",
            "state.persist('x', { name: 'tracker' });",
        ],
    );
}

#[test]
fn a_name_in_a_field_of_a_class_is_seen() {
    assert_stores(
        "app.ts",
        &[
            "class S { private key = 'tracker'; save() { localStorage.setItem(this.key, '1'); } }",
            "class S { static KEY = 'tracker'; save() { localStorage.setItem(S.KEY, '1'); } }",
        ],
    );
}

#[test]
fn an_element_that_a_script_makes_asks_its_host() {
    assert_asks(
        "app.js",
        &[
            "const a = document.createElement('link'); a.href = 'https://other.example/x.css';",
            "Object.assign(document.createElement('script'), { src: 'https://other.example/x.js' });",
            "body.style.background = 'url(https://other.example/x.png)';",
            "jQuery.ajax({ url: 'https://other.example/x' });",
            "fetch(new Request('https://other.example/x'));",
        ],
    );
    assert_fine(
        "app.js",
        &[
            "const link = document.createElement('a'); link.href = 'https://other.example/';",
            "window.open('https://other.example/', '_blank');",
            "new URL('https://other.example/');",
        ],
    );
}

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
fn every_attribute_that_a_browser_asks_for_is_read() {
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
fn a_namespace_of_css_is_no_address() {
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
fn every_way_to_write_an_attribute_in_a_macro_is_read() {
    assert_asks(
        "main.rs",
        &[
            r#"fn f() { html! { img src={ "https://other.example/" (id) }; } }"#,
            r#"fn f() { view! { <img src=format!("https://other.example/{}", id) /> } }"#,
            r#"fn f() { view! { <iframe src={move || "https://other.example"}></iframe> } }"#,
            r#"fn f() { view! { <Stylesheet href="https://other.example/x.css"/> } }"#,
            r#"fn f() { rsx! { document::Script { src: "https://other.example/x.js" } } }"#,
            r#"fn f() { html! { p style="background: url(https://other.example/x.png)" {} } }"#,
        ],
    );
    assert_stores(
        "main.rs",
        &[r#"fn f() { html! { button onclick="localStorage.tracker = 1" { "x" } } }"#],
    );
    assert_fine(
        "main.rs",
        &[
            r#"fn f() { html! { a href="https://other.example/" { "x" } } }"#,
            r#"fn f() { view! { <a href="https://other.example/">"x"</a> } }"#,
        ],
    );
}

#[test]
fn a_cookie_that_only_a_branch_removes_is_set() {
    let code = |removal| {
        format!(
            "fn f(jar: Jar) {{ let mut c = Cookie::new(\"tracker\", \"\"); {removal} jar.add(c); }}"
        )
    };
    assert_rules(
        "main.rs",
        &code("if gone { c.make_removal(); }"),
        &[(Rule::Undeclared, "tracker")],
    );
    assert_rules("main.rs", &code("c.make_removal();"), &[]);
}

#[test]
fn a_pair_that_becomes_a_cookie_is_one() {
    assert_stores(
        "main.rs",
        &[r#"fn f() { let c: Cookie = ("tracker", "1").into(); }"#],
    );
    assert_fine(
        "main.rs",
        &[
            r#"fn f() { let c: Pair = ("tracker", "1").into(); }"#,
            r#"fn f() { let t = ("set-cookie", true); }"#,
        ],
    );
}

#[test]
fn a_request_from_web_assembly_asks_its_host() {
    assert_asks(
        "main.rs",
        &[
            r#"fn f() { gloo_net::http::Request::get("https://other.example/x").send(); }"#,
            r#"use gloo_net::http::Request; fn f() { Request::get("https://other.example/x"); }"#,
        ],
    );
    assert_fine(
        "main.rs",
        &[r#"use http::Request; fn f() { Request::get("https://other.example/x"); }"#],
    );
}

#[test]
fn a_place_counts_characters_from_one() {
    let found = scan(
        "page.html",
        "<p>é</p>\n<b>ü</b><script>localStorage.a = 1</script>",
    );
    assert_eq!(found, [(Rule::Undeclared, "a".to_owned(), 2, 17)]);
    let found = scan(
        "main.rs",
        "fn f() {\n    let é = 1; Cookie::new(\"a\", \"1\");\n}",
    );
    assert_eq!(found, [(Rule::Undeclared, "a".to_owned(), 2, 16)]);
    let found = scan("main.rs", "\u{feff}fn f() { Cookie::new(\"a\", \"1\"); }");
    assert_eq!(found, [(Rule::Undeclared, "a".to_owned(), 1, 10)]);
}

#[test]
fn a_path_that_is_not_read_is_a_finding() {
    let table = PolicyFile::from(cookies::POLICY);
    let report = Scan::new(&table).paths(["no/such/folder"]);
    assert_eq!(report.findings[0].rule, Rule::Undecided);
    let found = scan("main.rs", "fn f( {");
    assert_eq!((found[0].0, found.len()), (Rule::Undecided, 1));
}

#[test]
fn a_row_that_code_only_reads_or_removes_is_never_set() {
    let code = |call| {
        format!(
            "declare_cookies! {{ category N: exempt {{ SESSION = \"session\" | 2 weeks; }} }} fn f() {{ {call}; }}"
        )
    };
    for call in [
        "SESSION.get(cookies)",
        "SESSION.removal()",
        "dbg!(SESSION.get(cookies))",
    ] {
        assert_rules("main.rs", &code(call), &[(Rule::NeverSeen, "session")]);
    }
    for call in [
        "SESSION.set(1)",
        "layer.with_name(SESSION.name())",
        "dbg!(SESSION.set(1))",
        "keep(SESSION)",
    ] {
        assert_rules("main.rs", &code(call), &[]);
    }
}

#[test]
fn a_lifetime_beyond_the_row_is_seen_where_a_script_computes_it() {
    let keep =
        "const keep = (name, age) => { document.cookie = `${name}=1; Max-Age=${age}; Path=/`; };";
    for code in [
        "document.cookie = `theme=1; Max-Age=${2 * 365 * 86400}`;",
        "const AGE = 2 * 365 * 86_400; document.cookie = 'theme=1; Max-Age=' + AGE;",
        &format!("{keep} keep('theme', 2 * 365 * 86400);"),
        "Cookies.set('theme', 'dark', { expires: 400 });",
    ] {
        assert_rules("app.js", code, &[(Rule::TooLong, "theme")]);
    }
    assert_fine(
        "app.js",
        &[
            "document.cookie = `theme=1; Max-Age=${365 * 86400}`;",
            &format!("{keep} keep('theme', 365 * 86400); keep('old', 0);"),
            "Cookies.set('theme', 'dark', { expires: 365 });",
        ],
    );
}

#[test]
fn a_variable_means_what_its_own_scope_says() {
    let code =
        "function a() { const k = 'session'; } function b(k) { localStorage.setItem(k, 1); }";
    assert_rules("app.js", code, &[(Rule::Undecided, "localStorage.setItem")]);
    let code = "function a() { const k = 'x'; } function b() { const k = 'tracker'; localStorage.setItem(k, 1); }";
    assert_stores("app.js", &[code]);
    assert_fine(
        "app.js",
        &[
            "function a() { const e = localStorage; } function b(e) { e.tracker = 1; }",
            "function a() { const d = document; } function b(d) { d.cookie = value; }",
        ],
    );
}

#[test]
fn a_function_that_writes_the_header_is_followed() {
    let code = |text: &str| {
        format!(
            "fn cookie(token: &str) -> String {{ let secure = true; format!(\"{text}\") }}\n\
             fn f(h: &mut HeaderMap) {{ h.insert(SET_COOKIE, cookie(\"x\").parse().unwrap()); }}"
        )
    };
    assert_stores("main.rs", &[&code("tracker={token}; Path=/")]);
    assert_rules(
        "main.rs",
        &code("{token}=1"),
        &[(Rule::Undecided, "Set-Cookie")],
    );
}
