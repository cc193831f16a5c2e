//! Walks through a shop, and through shops whose code differs from their table.

#![allow(unreachable_pub, reason = "a table is `pub`")]

mod cookies {
    cookie_decl::declare_cookies! {
        /// Cookie policy
        pub policy for "https://shop.example" in crate::cookies;
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

use axum::extract::Form;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Router, middleware};
use cookie_decl::error::SetError;
use cookie_decl::guard::Mode;
use cookie_decl::{Guard, Visitor};
use cookie_decl_audit::{Audit, Report, Rule, Step};
use cookies::{CSRF, Category, POLICY, RECENT, SESSION, THEME};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex};

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

#[tokio::test]
async fn a_handler_that_panics_is_found_with_its_message() {
    let panics = async || -> Html<String> { panic!("no product 43") };
    let app = guarded(routes().route("/mutant", get(panics)));
    let steps = steps().into_iter().chain(["/mutant".into()]);
    let report = Audit::new(POLICY).walk(app, steps).await;
    assert_eq!(
        only(&report),
        (Rule::Failed, "", "GET /mutant (every visitor)".into())
    );
    assert!(
        report.findings[0]
            .message
            .ends_with("it panicked: no product 43"),
        "{report}"
    );
}

#[tokio::test]
async fn requests_that_fail_are_notes() {
    let fails = async || StatusCode::BAD_GATEWAY;
    let app = guarded(routes().route("/mutant", get(fails)));
    let steps = steps()
        .into_iter()
        .chain(["/mutant".into(), "/prodcut".into()]);
    let report = Audit::new(POLICY).walk(app, steps).await;
    report.assert_clean();
    assert_eq!(
        report.notes,
        [
            "GET /mutant (every visitor) was answered with 502 Bad Gateway",
            "GET /prodcut failed with 404 Not Found for every visitor; check the step",
        ]
    );
}

#[tokio::test]
async fn a_form_without_its_page_is_a_note() {
    let steps = [
        Step::get("/product"),
        Step::submit("/sign-in", [("name", "Ada")]),
    ];
    let report = Audit::new(POLICY).walk(guarded(routes()), steps).await;
    let note = "POST /sign-in (never asked): the page before has no form for it; add its page as the step before";
    assert!(report.notes.iter().any(|it| it == note), "{report}");
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

#[tokio::test]
async fn a_redirect_on_the_site_is_followed_and_judged() {
    let redirect = async || {
        let cookie = [(header::SET_COOKIE, "hop=1; Path=/; Secure; SameSite=Lax")];
        (cookie, Redirect::to("/mutant"))
    };
    let app = routes().route("/first", post(redirect));
    let cookie = (header::SET_COOKIE, "tracker=1; Path=/; SameSite=Lax");
    let app = guarded(app.merge(mutant(&[cookie])));
    let steps = steps()
        .into_iter()
        .chain([Step::post("/first").form([("a", "b")])]);
    let report = Audit::new(POLICY).walk(app, steps).await;
    let found = report.findings.iter();
    let found: Vec<_> = found
        .map(|it| (&*it.subject, it.place.to_string()))
        .collect();
    let place = |request| format!("{request} (every visitor)");
    let expected = [
        ("hop", place("POST /first")),
        ("tracker", place("GET /mutant")),
    ];
    assert_eq!(found, expected);
}

#[tokio::test]
async fn a_loop_of_redirects_ends_in_a_note() {
    let app = guarded(routes().route("/mutant", get(async || Redirect::to("/mutant"))));
    let steps = steps().into_iter().chain(["/mutant".into()]);
    let report = Audit::new(POLICY).walk(app, steps).await;
    report.assert_clean();
    assert!(
        report.notes[0].contains("more than 20 redirects"),
        "{report}"
    );
}

/// A shop in which each name can be registered once. `register` handles a taken name.
fn register(taken: fn() -> Response) -> Router {
    let names = Arc::new(Mutex::new(HashSet::new()));
    let register = async move |Form(form): Form<HashMap<String, String>>| {
        let is_new = names.lock().unwrap().insert(form["name"].clone());
        Ok::<_, SetError>(if is_new {
            (SESSION.set("abc")?, Redirect::to("/account")).into_response()
        } else {
            taken()
        })
    };
    Router::new().route("/register", post(register))
}

async fn walk_and_register(name: &str, taken: fn() -> Response) -> Report {
    let app = guarded(routes().merge(register(taken)));
    let register = Step::post("/register").form([("name", name)]);
    let steps = [register].into_iter().chain(steps());
    Audit::new(POLICY).walk(app, steps).await
}

#[tokio::test]
async fn a_step_that_only_the_first_visitor_can_take_is_found() {
    let conflict = || StatusCode::CONFLICT.into_response();
    let report = walk_and_register("ada", conflict).await;
    let place = "POST /register (refused, agreed)".to_owned();
    assert_eq!(only(&report), (Rule::Failed, "POST /register", place));
    let note = "POST /register failed with 409 Conflict for the visitor who withdrew";
    assert!(report.notes.iter().any(|it| it == note), "{report}");
}

#[tokio::test]
async fn a_step_that_silently_does_less_for_the_second_visitor_is_a_note() {
    let report = walk_and_register("ada", || Redirect::to("/sign-in").into_response()).await;
    report.assert_clean();
    let note = "POST /register set `__Host-session` for some visitors (never asked) and not for \
                others (refused, agreed): can each of them take the step?";
    assert!(report.notes.iter().any(|it| it == note), "{report}");
}

#[tokio::test]
async fn a_step_with_data_of_each_visitor_can_be_taken_by_all() {
    let conflict = || StatusCode::CONFLICT.into_response();
    let report = walk_and_register("ada{visitor}", conflict).await;
    report.assert_clean();
    assert_eq!(report.notes, [""; 0]);
}

#[tokio::test]
async fn a_page_for_visitors_who_agree_may_refuse_others() {
    let page = async |visitor: Visitor<Category>| {
        if visitor.consent().allows(Category::Statistics) {
            StatusCode::OK
        } else {
            StatusCode::FORBIDDEN
        }
    };
    let app = guarded(routes().route("/mutant", get(page)));
    let steps = steps().into_iter().chain(["/mutant".into()]);
    let report = Audit::new(POLICY).walk(app, steps).await;
    report.assert_clean();
    assert_eq!(report.notes, [""; 0]);
}

mod partners {
    cookie_decl::declare_cookies! {
        pub policy in crate::partners;
        cookie | duration;
        /// Needed
        ///
        /// We would ask you on every page.
        category Necessary: exempt {
            /// Remembers your choice about cookies
            PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
        }
        /// Partners
        category Partners: opt_out {
            /// Remembers who sent you
            CAMPAIGN = "campaign" | 30 days;
        }
    }
}

#[tokio::test]
async fn the_signal_of_a_visitor_who_was_never_asked_is_an_objection_without_gpc() {
    const CAMPAIGN: &str = "campaign=1; Path=/; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax";
    let guard = Guard::new(partners::POLICY);
    let set = async |visitor: Visitor<partners::Category>| {
        let campaign = partners::CAMPAIGN.set_if(visitor.consent(), "spring");
        (campaign.unwrap(), Html("Page"))
    };
    let ignore = async || ([(header::SET_COOKIE, CAMPAIGN)], Html("Page"));
    let app = Router::new()
        .route("/", get(set))
        .route("/mutant", get(ignore));
    let app = app.merge(guard.routes()).layer(guard);
    let audit = Audit::new(partners::POLICY);
    audit.walk(app.clone(), ["/"]).await.assert_clean();
    let report = audit.walk(app, ["/", "/mutant"]).await;
    let place = "GET /mutant (never asked but sends Sec-GPC, refused, withdrew)".to_owned();
    assert_eq!(only(&report), (Rule::NotConsented, "campaign", place));
}

mod banner {
    cookie_decl::declare_cookies! {
        pub policy in crate::banner;
        consent elsewhere "Banner & Co.";
        cookie | duration;
        /// Needed
        ///
        /// The site does not work without it.
        category Necessary: exempt {
            /// The answer to the banner
            BANNER = "banner" | 6 months;
        }
        /// Audience
        category Statistics: opt_in {
            /// Remembers what you looked at
            RECENT = "recent" | 30 days;
        }
    }
}

/// Reads the answer as the application does.
fn read_banner(cookies: cookie_decl::RequestCookies<'_>) -> Option<banner::Consent> {
    let answer = banner::BANNER.get(cookies).ok()??;
    let consent = banner::Consent::decide(0);
    Some(match answer.as_str() {
        "yes" => consent.grant(banner::Category::Statistics),
        _ => consent.deny(banner::Category::Statistics),
    })
}

fn with_banner() -> Router {
    const RECENT: &str = "recent=1; Path=/; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax";
    let set = async |visitor: Visitor<banner::Category>| {
        let recent = banner::RECENT.set_if(visitor.consent(), "42");
        (recent.unwrap(), Html("Page"))
    };
    let ignore = async || ([(header::SET_COOKIE, RECENT)], Html("Page"));
    let guard = Guard::new(banner::POLICY).read_consent(read_banner);
    Router::new()
        .route("/", get(set))
        .route("/mutant", get(ignore))
        .layer(guard)
}

fn audit_of_banner() -> Audit<banner::Category> {
    Audit::new(banner::POLICY)
        .read_consent(read_banner)
        .granted("banner", "yes")
        .refused("banner", "no")
}

#[tokio::test]
async fn a_banner_of_somebody_else_is_answered_with_its_cookies() {
    let audit = audit_of_banner();
    audit.walk(with_banner(), ["/"]).await.assert_clean();
    let report = audit.walk(with_banner(), ["/", "/mutant"]).await;
    let place = "GET /mutant (never asked, refused, withdrew)".to_owned();
    assert_eq!(only(&report), (Rule::NotConsented, "recent", place));
}

#[tokio::test]
async fn a_walk_without_the_cookies_of_the_banner_says_that_nobody_was_asked() {
    let audit = Audit::new(banner::POLICY).read_consent(read_banner);
    let report = audit.walk(with_banner(), ["/"]).await;
    assert!(report.notes[0].contains("no visitor was asked"), "{report}");
}
