//! Walks through a shop, and through shops whose code differs from their table.

mod answers;
mod application;
mod caches;
mod differences;
mod steps;

mod cookies {
    cookie_decl::declare_cookies! {
        /// Cookie policy
        pub policy for "https://shop.example" in crate::walk::cookies;
        cookie | duration;
        /// Needed
        ///
        /// You could not stay signed in.
        category Necessary: exempt {
            /// Keeps you signed in
            SESSION = "__Host-session" | 2 weeks;
            /// Protects the forms
            CSRF = "__Host-csrf" | session;
            /// Remembers the colours that you chose
            THEME = "theme" | 12 months;
            /// Remembers your choice about cookies
            PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
        }
        /// Audience
        category Statistics: opt_in {
            /// Remembers what you looked at last
            RECENT: u32 = "recent" | 30 days;
            /// Recognises you
            "_pk_id.{site}" | 13 months | set_by = script;
        }
    }
}

use axum::Router;
use axum::extract::Form;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use cookie_decl::error::SetError;
use cookie_decl::guard::Mode;
use cookie_decl::{Guard, Visitor};
use cookie_decl_audit::{Audit, Report, Rule, Step};
use cookies::{CSRF, Category, POLICY, RECENT, SESSION, THEME};
use std::collections::HashMap;

type Result<T> = std::result::Result<T, SetError>;

const SET_RECENT: &str = "recent=1; Path=/; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax";

async fn product(visitor: Visitor<Category>) -> Result<impl IntoResponse> {
    let page = Html(format!("<body>Product 42{}</body>", visitor.banner()));
    Ok((RECENT.set_if(visitor.consent(), 42)?, page))
}

async fn sign_in_form() -> Result<impl IntoResponse> {
    let form = "<form method=post action='/sign-in'><input type=hidden name=csrf value=t0k></form>";
    Ok((CSRF.set("t0k")?, Html(form)))
}

async fn sign_in(
    visitor: Visitor<Category>,
    Form(form): Form<HashMap<String, String>>,
) -> Result<Response> {
    let token = CSRF.get(visitor.cookies()).ok().flatten();
    if token.is_none() || form.get("csrf") != token.as_ref() {
        return Ok(StatusCode::FORBIDDEN.into_response());
    }
    Ok((SESSION.set("abc")?, Html("Hello")).into_response())
}

async fn account(visitor: Visitor<Category>) -> impl IntoResponse {
    match SESSION.get(visitor.cookies()) {
        Ok(Some(_)) => (StatusCode::OK, Html("Your account")),
        _ => (StatusCode::UNAUTHORIZED, Html("Sign in")),
    }
}

async fn theme() -> Result<impl IntoResponse> {
    Ok((THEME.set("dark")?, StatusCode::NO_CONTENT))
}

fn routes() -> Router {
    Router::new()
        .route("/product", get(product))
        .route("/sign-in", get(sign_in_form).post(sign_in))
        .route("/account", get(account))
        .route("/theme", post(theme))
}

fn guarded(routes: Router) -> Router {
    let guard = Guard::new(POLICY);
    routes.merge(guard.routes()).layer(guard)
}

/// The requests that reach everything in the shop.
fn steps() -> Vec<Step> {
    vec![
        Step::get("/product"),
        Step::get("/sign-in"),
        Step::submit("/sign-in", [("name", "Ada")]),
        Step::get("/account"),
        Step::post("/theme"),
    ]
}

async fn walk(app: Router) -> Report {
    Audit::new(POLICY).walk(app, steps()).await
}

/// Walks through the shop with one more route, which sets a header.
async fn walk_with(cookie: &'static str) -> Report {
    walk_with_all(&[(header::SET_COOKIE, cookie)]).await
}

async fn walk_with_all(headers: &[(header::HeaderName, &'static str)]) -> Report {
    let app = guarded(routes().merge(mutant(headers)));
    let steps = steps().into_iter().chain(["/mutant".into()]);
    Audit::new(POLICY).walk(app, steps).await
}

/// Returns a route at `/mutant` that responds with these headers.
fn mutant(headers: &[(header::HeaderName, &'static str)]) -> Router {
    let headers = axum::response::AppendHeaders(headers.to_vec());
    let respond = || async move {
        let mut response = Html("Mutant").into_response();
        for (name, value) in headers.0 {
            response.headers_mut().append(name, value.parse().unwrap());
        }
        response
    };
    Router::new().route("/mutant", get(respond))
}

/// Returns the rule, subject and place of the only finding.
#[track_caller]
fn only(report: &Report) -> (Rule, &str, String) {
    let [finding] = &*report.findings else {
        panic!("not one finding:\n{report}");
    };
    (finding.rule, &finding.subject, finding.place.to_string())
}

#[tokio::test]
async fn a_shop_that_is_as_its_table_says_is_clean() {
    let report = walk(guarded(routes())).await;
    report.assert_clean();
    assert_eq!(report.notes, [""; 0]);
}

#[tokio::test]
async fn the_walk_sees_what_a_guard_of_any_mode_finds() {
    for mode in [Mode::Enforce, Mode::Report, Mode::Panic] {
        let guard = Guard::new(POLICY).mode(mode);
        let mutant = mutant(&[(header::SET_COOKIE, "tracker=1")]);
        let app = routes().merge(mutant).merge(guard.routes()).layer(guard);
        let steps = steps().into_iter().chain(["/mutant".into()]);
        let report = Audit::new(POLICY).walk(app, steps).await;
        let undeclared = |it: &&cookie_decl_audit::Finding| it.rule == Rule::Undeclared;
        let found = report.findings.iter().filter(undeclared).count();
        assert_eq!(found, 1, "{mode:?}: {report}");
    }
}

#[tokio::test]
async fn a_guard_that_only_reports_leaves_withdrawn_cookies() {
    let guard = Guard::new(POLICY).mode(Mode::Report);
    let app = routes().merge(guard.routes()).layer(guard);
    let report = walk(app).await;
    let place = "GET /account (withdrew)".to_owned();
    assert_eq!(only(&report), (Rule::Survived, "recent", place));
}
