//! Cookies that are not as the table says.

use crate::walk::cookies::{Category, POLICY};
use crate::walk::{SET_RECENT, guarded, only, routes, steps, walk_with};
use axum::http::{HeaderMap, header};
use axum::response::Html;
use axum::routing::get;
use cookie_decl::Visitor;
use cookie_decl_audit::{Audit, Rule};

#[tokio::test]
async fn an_undeclared_cookie_is_found_once_with_its_request() {
    let report = walk_with("tracker=1; Path=/; Secure; SameSite=Lax").await;
    let place = "GET /mutant (every visitor)".to_owned();
    assert_eq!(only(&report), (Rule::Undeclared, "tracker", place));
    let help = "do not store it, or add a row to the table, `TRACKER = \"tracker\" | 30 days;`; \
                 then set it by the constant of its row";
    assert_eq!(report.findings[0].help, help);
}

#[tokio::test]
async fn a_misspelt_cookie_is_compared_with_its_row() {
    let report = walk_with("recnt=1; Path=/; Secure; SameSite=Lax").await;
    assert!(
        report.findings[0].help.starts_with("if it is `recent`, "),
        "{report}"
    );
}

#[tokio::test]
async fn a_cookie_without_consent_is_found_for_visitors_who_did_not_agree() {
    let report = walk_with(SET_RECENT).await;
    let place = "GET /mutant (never asked, refused, withdrew)".to_owned();
    assert_eq!(only(&report), (Rule::NotConsented, "recent", place));
}

#[tokio::test]
async fn a_cookie_that_is_set_again_after_withdrawal_is_found() {
    let renew = async |headers: HeaderMap| {
        let cookies = headers
            .get(header::COOKIE)
            .map(|it| it.to_str().unwrap().to_owned());
        let has_recent = cookies.is_some_and(|it| it.contains("recent="));
        (
            has_recent.then_some([(header::SET_COOKIE, SET_RECENT)]),
            "Renewed",
        )
    };
    let app = guarded(routes().route("/renew", get(renew)));
    // This comes before the first page, which removes the cookie.
    let steps = ["/renew".into()].into_iter().chain(steps());
    let report = Audit::new(POLICY).walk(app, steps).await;
    let place = "GET /renew (withdrew)".to_owned();
    assert_eq!(only(&report), (Rule::NotConsented, "recent", place));
}

#[tokio::test]
async fn a_cookie_in_a_scope_that_no_removal_reaches_survives() {
    const COOKIE: &str = "recent=1; Path=/mutant; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax";
    let set = async |visitor: Visitor<Category>| {
        let is_allowed = visitor.consent().allows(Category::Statistics);
        (
            is_allowed.then_some([(header::SET_COOKIE, COOKIE)]),
            Html("Mutant"),
        )
    };
    let app = guarded(routes().route("/mutant", get(set)));
    let twice = ["/mutant".into(), "/mutant".into()];
    let steps = steps().into_iter().chain(twice);
    let report = Audit::new(POLICY).walk(app, steps).await;
    let rules: Vec<_> = report.findings.iter().map(|it| it.rule).collect();
    assert_eq!(rules, [Rule::NotAsDeclared, Rule::Survived], "{report}");
}

#[tokio::test]
async fn a_cookie_of_a_script_is_not_set_by_the_server() {
    let report = walk_with("_pk_id.1=x; Path=/; Max-Age=60; SameSite=Lax").await;
    let rules: Vec<_> = report.findings.iter().map(|it| it.rule).collect();
    assert_eq!(rules, [Rule::NotConsented, Rule::Guard], "{report}");
}

#[tokio::test]
async fn a_cookie_that_is_kept_too_long_is_found() {
    let report =
        walk_with("theme=x; Path=/; Max-Age=34300000; Secure; HttpOnly; SameSite=Lax").await;
    assert_eq!(only(&report).0, Rule::TooLong);
}

#[tokio::test]
async fn a_cookie_that_is_kept_for_less_time_is_found() {
    let report = walk_with("theme=x; Path=/; Max-Age=3600; Secure; HttpOnly; SameSite=Lax").await;
    assert_eq!(only(&report).0, Rule::TooShort);
    let message = "cookie `theme` is kept for 1 hour, but the table declares 12 months";
    assert_eq!(report.findings[0].message, message);
}

#[tokio::test]
async fn a_session_cookie_that_is_declared_for_longer_is_found() {
    let report = walk_with("theme=x; Path=/; Secure; HttpOnly; SameSite=Lax").await;
    assert_eq!(only(&report).0, Rule::TooShort);
    let message =
        "cookie `theme` is kept until the browser is closed, but the table declares 12 months";
    assert_eq!(report.findings[0].message, message);
}

#[tokio::test]
async fn a_missing_attribute_is_found() {
    let report = walk_with("theme=x; Path=/; Max-Age=31104000; Secure; SameSite=Lax").await;
    assert_eq!(only(&report).0, Rule::NotAsDeclared);
}

#[tokio::test]
async fn a_removal_with_another_path_is_found() {
    let report = walk_with("theme=; Path=/mutant; Max-Age=0; Secure; SameSite=Lax").await;
    assert_eq!(only(&report).0, Rule::Guard);
    assert!(report.findings[0].help.contains(".removal()"), "{report}");
}
