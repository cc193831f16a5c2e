use crate::report::Rule;
use crate::scan::tests::{assert_found, scan};

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
fn a_storage_that_the_code_does_not_show_may_be_local_or_session() {
    let code = |name: &str| format!("const s = pick(); s.setItem('{name}', 1);");
    assert_found("app.js", &code("visits"), &[]);
    assert_found("app.js", &code("tracker"), &[(Rule::Undeclared, "tracker")]);
    let findings = scan("app.js", &code("tracker"));
    assert!(findings[0].message.contains("local or session storage"));
    assert!(findings[0].help.contains("storage = local_storage;"));
}
