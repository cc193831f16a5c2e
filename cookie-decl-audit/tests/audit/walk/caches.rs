//! Responses that shared caches keep.

use crate::walk::cookies::POLICY;
use crate::walk::{guarded, mutant, only, routes, steps, walk_with_all};
use axum::http::{HeaderMap, header};
use axum::response::Html;
use axum::routing::get;
use cookie_decl_audit::{Audit, Rule};

#[tokio::test]
async fn a_public_response_with_a_cookie_outside_of_the_guard_is_cached() {
    const THEME: &str = "theme=x; Path=/; Max-Age=31104000; Secure; HttpOnly; SameSite=Lax";
    let headers = [
        (header::SET_COOKIE, THEME),
        (header::CACHE_CONTROL, "public, max-age=60"),
    ];
    let app = guarded(routes()).merge(mutant(&headers));
    let steps = steps().into_iter().chain(["/mutant".into()]);
    let report = Audit::new(POLICY).walk(app, steps).await;
    assert!(
        report.findings.iter().any(|it| it.rule == Rule::Cached),
        "{report}"
    );
}

#[tokio::test]
async fn a_public_response_with_a_cookie_is_made_private_by_the_guard() {
    const THEME: &str = "theme=x; Path=/; Max-Age=31104000; Secure; HttpOnly; SameSite=Lax";
    let headers = [
        (header::SET_COOKIE, THEME),
        (header::CACHE_CONTROL, "public, max-age=60"),
    ];
    walk_with_all(&headers).await.assert_clean();
}

#[tokio::test]
async fn a_public_page_that_depends_on_raw_cookies_is_cached() {
    let page = async |headers: HeaderMap| {
        let cookies = headers.get(header::COOKIE).cloned();
        let cookies = cookies.map(|it| it.to_str().unwrap().to_owned());
        (
            [(header::CACHE_CONTROL, "max-age=60")],
            Html(format!("{cookies:?}")),
        )
    };
    let app = guarded(routes().route("/mutant", get(page)));
    let steps = steps().into_iter().chain(["/mutant".into()]);
    let report = Audit::new(POLICY).walk(app, steps).await;
    let place = "GET /mutant (every visitor)".to_owned();
    assert_eq!(only(&report), (Rule::Cached, "", place));
}

#[tokio::test]
async fn a_public_page_that_varies_on_the_cookie_is_for_each_visitor() {
    let page = async |headers: HeaderMap| {
        let cookies = format!("{:?}", headers.get(header::COOKIE));
        (
            [
                (header::CACHE_CONTROL, "max-age=60"),
                (header::VARY, "Accept, Cookie"),
            ],
            cookies,
        )
    };
    let app = guarded(routes().route("/mutant", get(page)));
    let steps = steps().into_iter().chain(["/mutant".into()]);
    Audit::new(POLICY).walk(app, steps).await.assert_clean();
}

#[tokio::test]
async fn a_public_page_that_changes_each_time_does_not_depend_on_the_visitor() {
    static COUNT: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
    let page = async || {
        let count = COUNT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        (
            [(header::CACHE_CONTROL, "max-age=60")],
            Html(format!("{count}")),
        )
    };
    let app = guarded(routes().route("/mutant", get(page)));
    let steps = steps().into_iter().chain(["/mutant".into()]);
    Audit::new(POLICY).walk(app, steps).await.assert_clean();
}
