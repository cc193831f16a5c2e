//! What scripts store and load.

use crate::scan::{assert_asks, assert_fine, assert_rules, assert_stores, scan_files};
use cookie_decl_audit::Rule;

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
