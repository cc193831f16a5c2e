//! What Rust code sets.

use crate::scan::{assert_asks, assert_fine, assert_rules, assert_stores};
use cookie_decl_audit::Rule;

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
