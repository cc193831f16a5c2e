//! Cookies that are not as the table says.

use crate::walk_url::cookies::{Category, POLICY};
use crate::walk_url::{guarded, mutant, only, routes, serve, walk, walk_with};
use axum::http::header;
use axum::response::Html;
use axum::routing::get;
use cookie_decl::{Guard, Visitor};
use cookie_decl_audit::Rule;
use cookie_decl_audit::remote::Walk;

#[test]
fn a_missing_attribute_is_found() {
    let report = walk_with("__Host-csrf=1; Path=/; Secure; SameSite=Lax");
    assert_eq!(only(&report).0, Rule::NotAsDeclared);
    let message = "cookie `__Host-csrf` is set with `Path=/; Secure; SameSite=Lax`, but the table \
                   declares `Path=/; Secure; HttpOnly; SameSite=Lax`";
    assert_eq!(report.findings[0].message, message);
}

#[test]
fn a_cookie_that_is_kept_too_long_or_too_short_is_found() {
    for (time, rule) in [("9999999", Rule::TooLong), ("60", Rule::TooShort)] {
        let cookie =
            format!("__Host-session=1; Path=/; Max-Age={time}; Secure; HttpOnly; SameSite=Lax");
        assert_eq!(only(&walk_with(cookie.leak())).0, rule);
    }
}

#[test]
fn a_cookie_of_a_script_is_not_set_by_the_server() {
    let set = async |visitor: Visitor<Category>| {
        let cookie = "_pk_id.1=x; Path=/; Max-Age=60; SameSite=Lax";
        let is_allowed = visitor.consent().allows(Category::Statistics);
        (
            is_allowed.then_some([(header::SET_COOKIE, cookie)]),
            Html("Mutant"),
        )
    };
    let guard = Guard::new(POLICY).mode(cookie_decl::guard::Mode::Report);
    let app = routes()
        .route("/mutant", get(set))
        .merge(guard.routes())
        .layer(guard);
    let report = walk(app);
    assert!(
        report.findings.iter().any(|it| it.rule == Rule::Guard),
        "{report}"
    );
}

#[test]
fn a_field_that_browsers_refuse_or_read_differently_is_found() {
    const SESSION: &str = "__Host-session=1; Path=/; Secure; HttpOnly; SameSite=Lax";
    let large = format!(
        "__Host-csrf={}; Path=/; Secure; HttpOnly; SameSite=Lax",
        "x".repeat(4096)
    );
    let ambiguous = format!("{SESSION}; Max-Age=two");
    for (cookie, reason) in [
        ("1; Path=/".to_owned(), "names no cookie"),
        (ambiguous, "browsers do not agree on its `Max-Age`"),
        (large, "browsers refuse more than 4096 bytes"),
    ] {
        let report = walk_with(cookie.leak());
        assert_eq!(only(&report).0, Rule::Guard);
        assert!(report.findings[0].message.contains(reason), "{report}");
    }
}

#[test]
fn a_retired_cookie_is_undeclared_until_it_is_removed() {
    let report = walk_with("_ga=1; Path=/; Secure; SameSite=Lax");
    assert_eq!(only(&report).0, Rule::Undeclared);
    let message = &report.findings[0].message;
    assert!(
        message.ends_with("the table says that it is no longer set"),
        "{report}"
    );
    walk_with("_ga=; Path=/; Max-Age=0; Secure; SameSite=Lax").assert_clean();
    let report = walk_with("_ga=; Path=/mutant; Max-Age=0; Secure; SameSite=Lax");
    assert_eq!(only(&report).0, Rule::Guard);
}

#[test]
fn a_removal_with_another_path_is_found() {
    let report = walk_with("__Host-csrf=; Path=/mutant; Max-Age=0; Secure; SameSite=Lax");
    assert_eq!(only(&report).0, Rule::Guard);
    walk_with("__Host-csrf=; Path=/; Max-Age=0; Secure; SameSite=Lax").assert_clean();
    walk_with("unknown=; Path=/mutant; Max-Age=0; Secure; SameSite=Lax").assert_clean();
}

#[test]
fn a_cookie_in_a_response_that_a_shared_cache_keeps_is_found() {
    let headers = |cache| {
        [
            (
                header::SET_COOKIE,
                "__Host-csrf=1; Path=/; Secure; HttpOnly; SameSite=Lax",
            ),
            (header::CACHE_CONTROL, cache),
        ]
    };
    let app = |cache| guarded(routes()).merge(mutant(&headers(cache)));
    assert_eq!(only(&walk(app("public, max-age=60"))).0, Rule::Cached);
    walk(app("private, max-age=60")).assert_clean();
}

#[test]
fn a_row_that_nothing_sets_is_found() {
    let address = serve(guarded(routes()));
    let report = Walk::new(&POLICY.into())
        .visit(&address, ["/", "/sign-in"])
        .unwrap();
    assert_eq!(
        only(&report),
        (Rule::NeverSeen, "__Host-session", "the table".into())
    );
}

#[test]
fn a_cookie_that_stays_after_withdrawal_is_found() {
    const COOKIE: &str = "recent=1; Path=/mutant; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax";
    let set = async |visitor: Visitor<Category>| {
        let is_allowed = visitor.consent().allows(Category::Statistics);
        (
            is_allowed.then_some([(header::SET_COOKIE, COOKIE)]),
            Html("Mutant"),
        )
    };
    let guard = Guard::new(POLICY).mode(cookie_decl::guard::Mode::Report);
    let app = routes().route("/mutant", get(set));
    let report = walk(app.merge(guard.routes()).layer(guard));
    let rules: Vec<_> = report.findings.iter().map(|it| it.rule).collect();
    assert_eq!(rules, [Rule::NotAsDeclared, Rule::Survived], "{report}");
}
