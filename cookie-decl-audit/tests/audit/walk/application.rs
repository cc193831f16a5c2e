//! Applications of other shapes: routes outside of the guard, middleware, routers in routers.

use crate::walk::cookies::POLICY;
use crate::walk::{SET_RECENT, guarded, mutant, only, routes, steps, walk};
use axum::http::header;
use axum::response::{Html, Response};
use axum::routing::get;
use axum::{Router, middleware};
use cookie_decl::Guard;
use cookie_decl_audit::{Audit, Rule};

#[tokio::test]
async fn a_route_outside_of_the_guard_is_found() {
    let app = guarded(routes()).merge(mutant(&[(header::SET_COOKIE, "tracker=1")]));
    let steps = steps().into_iter().chain(["/mutant".into()]);
    let report = Audit::new(POLICY).walk(app, steps).await;
    assert_eq!(report.findings[0].rule, Rule::Undeclared);
    let message = &report.findings[0].message;
    assert!(
        message.ends_with("; it is set outside of the guard"),
        "{report}"
    );
}

#[tokio::test]
async fn a_cookie_as_declared_outside_of_the_guard_is_found() {
    const THEME: &str = "theme=x; Path=/; Max-Age=31104000; Secure; HttpOnly; SameSite=Lax";
    let app = guarded(routes()).merge(mutant(&[(header::SET_COOKIE, THEME)]));
    let steps = steps().into_iter().chain(["/mutant".into()]);
    let report = Audit::new(POLICY).walk(app, steps).await;
    assert_eq!(only(&report).0, Rule::PastTheTable);
}

#[tokio::test]
async fn a_middleware_around_the_guard_is_found() {
    let add = async |request, next: middleware::Next| -> Response {
        let mut response = next.run(request).await;
        let cookie = "lb=1; Path=/; Secure; SameSite=Lax".parse().unwrap();
        response.headers_mut().append(header::SET_COOKIE, cookie);
        response
    };
    let app = guarded(routes()).layer(middleware::from_fn(add));
    let report = walk(app).await;
    let (rule, subject, place) = only(&report);
    assert_eq!((rule, subject), (Rule::Undeclared, "lb"));
    assert_eq!(
        place,
        "GET /product, GET /sign-in, POST /sign-in and 4 more (every visitor)"
    );
}

#[tokio::test]
async fn a_nested_router_is_walked() {
    let api = mutant(&[(header::SET_COOKIE, "tracker=1; Path=/; SameSite=Lax")]);
    let app = guarded(routes().nest("/api", api));
    let steps = steps().into_iter().chain(["/api/mutant".into()]);
    let report = Audit::new(POLICY).walk(app, steps).await;
    assert_eq!(only(&report).2, "GET /api/mutant (every visitor)");
}

#[tokio::test]
async fn an_application_without_a_guard_is_judged_too() {
    let product = || async { ([(header::SET_COOKIE, SET_RECENT)], Html("Product 42")) };
    let app = Router::new().route("/product", get(product));
    let report = Audit::new(POLICY).walk(app, ["/product"]).await;
    assert_eq!(report.findings[0].rule, Rule::NotConsented);
    assert_eq!(
        report.notes,
        ["no request reached a guard of the application"]
    );
}

#[tokio::test]
async fn a_row_that_nothing_sets_is_found() {
    let steps = steps()
        .into_iter()
        .filter(|it| it.to_string() != "POST /theme");
    let report = Audit::new(POLICY).walk(guarded(routes()), steps).await;
    assert_eq!(
        only(&report),
        (Rule::NeverSeen, "theme", "the table".into())
    );
}

#[tokio::test]
async fn a_row_that_no_test_can_set_is_allowed() {
    let steps = steps()
        .into_iter()
        .filter(|it| it.to_string() != "POST /theme");
    let audit = Audit::new(POLICY).allow(Rule::NeverSeen, "theme", "the shop is dark");
    let report = audit.walk(guarded(routes()), steps).await;
    report.assert_clean();
    assert_eq!(
        report.notes,
        ["`theme` (never_seen) is allowed: the shop is dark"]
    );
}

#[tokio::test]
async fn a_shop_without_the_form_keeps_no_answer() {
    let report = walk(routes().layer(Guard::new(POLICY))).await;
    let name = "__Host-cookie_preferences";
    assert_eq!(only(&report), (Rule::NeverSeen, name, "the table".into()));
}

#[tokio::test]
async fn a_second_walk_starts_afresh() {
    let (audit, app) = (Audit::new(POLICY), guarded(routes()));
    audit.walk(app.clone(), steps()).await.assert_clean();
    audit.walk(app, steps()).await.assert_clean();
}

#[tokio::test]
async fn an_application_inside_of_protect_is_walked() {
    let guard = Guard::new(POLICY);
    let cookie = "tracker=1; Path=/; SameSite=Lax";
    let app = routes().merge(mutant(&[(header::SET_COOKIE, cookie)]));
    let app = guard.protect(app.merge(guard.routes()));
    let audit = Audit::new(POLICY);
    audit.walk(app.clone(), steps()).await.assert_clean();
    let steps = steps().into_iter().chain(["/mutant".into()]);
    let report = audit.walk(app, steps).await;
    let place = "GET /mutant (every visitor)".to_owned();
    assert_eq!(only(&report), (Rule::Undeclared, "tracker", place));
}
