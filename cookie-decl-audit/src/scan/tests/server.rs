use crate::report::{Place, Rule};
use crate::scan::tests::{assert_found, scan, scan_with};

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
