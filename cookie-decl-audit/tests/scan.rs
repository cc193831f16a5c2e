//! The ways in which source stores and loads something, each beside code that does not.

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

/// Returns the rule, the subject, the line and the column of each finding in one file.
fn scan(name: &str, text: &str) -> Vec<(Rule, String, usize, usize)> {
    scan_files(&[(name, text)])
}

fn scan_files(files: &[(&str, &str)]) -> Vec<(Rule, String, usize, usize)> {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
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

/// Asserts that each code stores `tracker`.
#[track_caller]
fn assert_stores(name: &str, codes: &[&str]) {
    for code in codes {
        assert_rules(name, code, &[(Rule::Undeclared, "tracker")]);
    }
}

/// Asserts that each code sends a request to `other.example`.
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
fn an_element_that_a_script_creates_sends_a_request() {
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
fn a_request_from_web_assembly_is_found() {
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

#[test]
fn a_call_is_a_call_of_the_function_in_its_own_file() {
    let wrapper = "function k(n) { localStorage.setItem(n, 1); } k('tracker');";
    let found = |other| {
        let found = scan_files(&[("a.js", wrapper), ("b.js", other)]);
        let names = found.into_iter().map(|it| it.1);
        names.collect::<Vec<_>>()
    };
    // A minifier uses the same names in every file.
    for other in [
        "function k(n) { return n; } k('other');",
        "k('other');",
        "e.k('other');",
    ] {
        assert_eq!(found(other), ["tracker"], "{other}");
    }
    let code = "function outer() { function k(n) { localStorage.setItem(n, 1); } k('tracker'); } \
                function other(k) { k('other'); }";
    assert_stores("app.js", &[code]);
    let found = scan_files(&[
        (
            "keep.js",
            "export function keepItem(n) { localStorage.setItem(n, 1); }",
        ),
        (
            "app.js",
            "import { keepItem } from './keep.js'; keepItem('tracker');",
        ),
    ]);
    assert_eq!((found.len(), &*found[0].1), (1, "tracker"));
}

#[test]
fn a_function_with_a_common_name_is_followed_by_its_type_or_module() {
    let new = "impl Kept { fn new(name: &str) { Cookie::new(name, \"1\"); } SELF }";
    for code in [
        "fn f() { Kept::new(\"tracker\"); Other::new(\"other\"); new(\"other\"); }",
        "fn set(name: &str) { Cookie::new(name, \"1\"); } fn f() { set(\"tracker\"); jar.set(\"other\"); }",
        "struct J; impl J { fn keep(&self, name: &str) { Cookie::new(name, \"1\"); } } \
         fn f() { J::keep(&j, \"tracker\"); }",
    ] {
        let code = format!("{code} {}", if code.contains("Kept") { new } else { "" });
        assert_stores("main.rs", &[&code.replace("SELF", "")]);
    }
    let own = new.replace("SELF", "fn f() { Self::new(\"tracker\"); }");
    assert_stores("main.rs", &[&own]);
}

#[test]
fn a_cookie_whose_value_is_read_is_not_stored() {
    let code = |call| format!("fn f(jar: Jar) {{ {call}; }}");
    assert_rules(
        "main.rs",
        &code(
            "jar.get(\"tracker\").unwrap_or_else(|| Cookie::new(\"tracker\", \"1\")).value().to_owned()",
        ),
        &[],
    );
    assert_rules("main.rs", &code("header.map(|it| Cookie::from(\"\"))"), &[]);
    assert_stores(
        "main.rs",
        &[
            &code("jar.add(Cookie::new(\"tracker\", \"1\"))"),
            &code("jar.add(Cookie::new(\"tracker\", \"1\")).get(\"other\").value()"),
        ],
    );
}

#[test]
fn a_header_with_a_cookie_is_judged_where_the_cookie_was_made() {
    assert_fine(
        "main.rs",
        &[
            "fn f(h: &mut Headers, cookie: Cookie<'_>) { \
             if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) { h.append(SET_COOKIE, value); } }",
            "fn f(h: &mut Headers, cookies: &[Cookie<'_>]) { for cookie in cookies { \
             let value = cookie.encoded().to_string().parse::<HeaderValue>()?; h.append(SET_COOKIE, value); } }",
            "fn session(id: &str) -> Cookie<'static> { todo!() } \
             fn f(h: &mut Headers) { h.append(SET_COOKIE, session(id).to_string().parse().unwrap()); }",
        ],
    );
    assert_rules(
        "main.rs",
        "fn f(h: &mut Headers, value: HeaderValue) { h.append(SET_COOKIE, value); }",
        &[(Rule::Undecided, "Set-Cookie")],
    );
    assert_stores(
        "main.rs",
        &[
            "fn f(h: &mut Headers) { let all = [Cookie::build((\"tracker\", \"1\")).build()]; \
           for cookie in all { h.append(SET_COOKIE, cookie.to_string().parse().unwrap()); } }",
        ],
    );
}

#[test]
fn a_function_that_removes_cookies_stores_nothing() {
    let code = |name| {
        format!(
            "fn {name}(jar: &Jar, key: &str) {{ jar.add(make(key)); }} \
             fn make(key: &str) -> Cookie<'_> {{ Cookie::build((key, \"\")).max_age(age()).build() }} \
             fn f(jar: &Jar) {{ {name}(jar, \"tracker\"); }}"
        )
    };
    assert_rules("main.rs", &code("remove_cookie"), &[]);
    assert_stores("main.rs", &[&code("renew_cookie")]);
    let expiring = |date| {
        format!("fn f(jar: Jar) {{ jar.add(Cookie::build((\"tracker\", \"\")).expires({date})); }}")
    };
    assert_rules("main.rs", &expiring("OffsetDateTime::now_utc()"), &[]);
    assert_stores("main.rs", &[&expiring("OffsetDateTime::now_utc() + YEAR")]);
}

#[test]
fn every_text_of_a_list_is_a_name() {
    for list in [
        "const NAMES: [&str; 2] = [\"one\", \"two\"]; fn f() { for &name in &NAMES { CALL } }",
        "fn f() { for name in [\"one\", \"two\"] { CALL } }",
        "fn f() { let names = [\"one\", \"two\"]; for name in names.iter() { CALL } }",
    ] {
        let code = list.replace("CALL", "Cookie::new(name.to_owned(), \"1\");");
        assert_rules(
            "main.rs",
            &code,
            &[(Rule::Undeclared, "one"), (Rule::Undeclared, "two")],
        );
    }
}

#[test]
fn the_document_is_recognised_under_another_name() {
    assert_stores(
        "app.js",
        &[
            "function f(d) { d.cookie = 'tracker=1'; } f(document);",
            "(d => { d.cookie = 'tracker=1'; })(window.document);",
            "each(e => { e.cookie = 'tracker=1; Path=/'; });",
            "const set = (k, v) => { const a = `${k}=${v}; Path=/`; document.cookie = a; }; set('tracker', 1);",
        ],
    );
    assert_fine(
        "app.js",
        &[
            "function f(o) { o.cookie = 'tracker=1'; } f(options);",
            "e.cookie = 'tracker=1';",
            "each(e => { e.cookie = name + '; ' + value; });",
        ],
    );
}

#[test]
fn a_function_that_returns_a_name_is_read() {
    for code in [
        "const key = id => `tracker-${id}`; localStorage.setItem(key(1), 1);",
        "function key(id) { return 'tracker-' + id; } localStorage.setItem(key(1), 1);",
    ] {
        assert_rules("app.js", code, &[(Rule::Undeclared, "tracker-{}")]);
    }
    let code = "function key(id) { log(id); return find(id); } localStorage.setItem(key(1), 1);";
    assert_rules("app.js", code, &[(Rule::Undecided, "localStorage.setItem")]);
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

#[test]
fn what_client_libraries_store_is_found() {
    assert_stores(
        "app.tsx",
        &[
            "import { ThemeProvider } from 'next-themes'; \
             export const App = () => <ThemeProvider storageKey=\"tracker\"><Page /></ThemeProvider>;",
            "defineStore('tracker', { state, persist: true });",
        ],
    );
    assert_rules(
        "app.tsx",
        "import { ThemeProvider } from 'next-themes'; export const App = () => <ThemeProvider />;",
        &[(Rule::Undeclared, "theme")],
    );
    assert_fine(
        "app.tsx",
        &[
            "import { ThemeProvider } from './theme'; export const App = () => <ThemeProvider />;",
            "defineStore('tracker', { state });",
        ],
    );
}

mod gates {
    cookie_decl::declare_cookies! {
        pub policy for "https://shop.example" in crate::gates;
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

#[test]
fn a_comment_that_settles_nothing_is_outdated() {
    let code = |call| format!("fn f(row: Row) {{\n    // cookie-decl: session\n    {call}\n}}");
    assert_rules("main.rs", &code("Cookie::new(row.name(), \"1\");"), &[]);
    assert_rules(
        "main.rs",
        &code("row.save();"),
        &[(Rule::Outdated, "session")],
    );
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("main.rs"), "fn f() {}").unwrap();
    let table = PolicyFile::from(cookies::POLICY);
    let report = Scan::new(&table)
        .settle("main.rs", ["session"])
        .paths([folder.path()]);
    assert_eq!(report.findings[0].rule, Rule::Outdated);
}
