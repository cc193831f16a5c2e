//! Walks over HTTP through a shop on a local port, and through shops whose code differs from their
//! table.

mod command;
mod differences;

mod cookies {
    cookie_decl::declare_cookies! {
        /// Cookie policy
        pub policy for "https://shop.example" in crate::walk_url::cookies;
        cookie | duration;
        /// Needed
        ///
        /// You could not stay signed in.
        category Necessary: exempt {
            /// Keeps you signed in
            SESSION = "__Host-session" | 2 weeks;
            /// Protects the forms
            CSRF = "__Host-csrf" | session;
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
        /// Partners
        category Partners: opt_out(gpc) {
            /// Remembers who sent you
            CAMPAIGN = "campaign" | 30 days;
        }
        retired { "_ga" Path="/"; }
    }
}

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::Form;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use cookie_decl::error::SetError;
use cookie_decl::{Guard, Visitor};
use cookie_decl_audit::remote::{Walk, WalkError};
use cookie_decl_audit::{PolicyFile, Report, Rule, Step};
use cookies::{CAMPAIGN, CSRF, Category, POLICY, RECENT, SESSION};
use std::collections::{HashMap, HashSet};

type Result<T> = std::result::Result<T, SetError>;

const SET_RECENT: &str = "recent=1; Path=/; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax";

async fn product(visitor: Visitor<Category>) -> Result<impl IntoResponse> {
    let consent = visitor.consent();
    let page = Html(format!("<body>Product 42{}</body>", visitor.banner()));
    Ok((
        RECENT.set_if(consent, 42)?,
        CAMPAIGN.set_if(consent, "spring")?,
        page,
    ))
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
    Ok((SESSION.set("abc")?, Redirect::to("/account")).into_response())
}

fn routes() -> Router {
    Router::new()
        .route("/", get(product))
        .route("/product", get(product))
        .route("/sign-in", get(sign_in_form).post(sign_in))
        .route("/account", get(async || Html("Your account")))
}

fn guarded(routes: Router) -> Router {
    let guard = Guard::new(POLICY);
    routes.merge(guard.routes()).layer(guard)
}

/// Returns a route at `/mutant` that responds with these headers, outside of any guard.
fn mutant(headers: &[(header::HeaderName, &'static str)]) -> Router {
    let headers = headers.to_vec();
    let respond = || async move {
        let mut response = Html("Mutant").into_response();
        for (name, value) in headers {
            response.headers_mut().append(name, value.parse().unwrap());
        }
        response
    };
    Router::new().route("/mutant", get(respond))
}

/// Runs an application until the tests end, and returns its address.
fn serve(app: Router) -> String {
    format!("http://127.0.0.1:{}", crate::server::serve(app))
}

/// The requests that reach everything in the shop.
fn steps() -> Vec<Step> {
    vec![
        Step::get("/"),
        Step::get("/sign-in"),
        Step::submit("/sign-in", [("name", "Ada")]),
    ]
}

fn walk(app: Router) -> Report {
    let steps = steps().into_iter().chain(["/mutant".into()]);
    Walk::new(&POLICY.into()).visit(&serve(app), steps).unwrap()
}

/// Walks through the shop with one more route, which sets a header.
fn walk_with(cookie: &'static str) -> Report {
    walk(guarded(routes()).merge(mutant(&[(header::SET_COOKIE, cookie)])))
}

/// Returns the rule, subject and place of the only finding.
#[track_caller]
fn only(report: &Report) -> (Rule, &str, String) {
    let [finding] = &*report.findings else {
        panic!("not one finding:\n{report}");
    };
    (finding.rule, &finding.subject, finding.place.to_string())
}

#[test]
fn a_shop_that_is_as_its_table_says_is_clean() {
    let report =
        walk_with("__Host-session=1; Path=/; Max-Age=1209600; Secure; HttpOnly; SameSite=Lax");
    report.assert_clean();
    assert_eq!(report.notes, [""; 0]);
}

#[test]
fn visitors_answer_in_the_form_of_the_policy_page_if_no_page_has_one() {
    let plain = Router::new().route("/plain", get(async || Html("Plain")));
    let address = serve(guarded(routes().merge(plain)));
    let steps = || ["/plain".into()].into_iter().chain(steps());
    let file = POLICY.into();
    Walk::new(&file)
        .visit(&address, steps())
        .unwrap()
        .assert_clean();
    let error = Walk::new(&file)
        .policy_page("/privacy")
        .visit(&address, steps());
    let error = error.unwrap_err();
    assert!(matches!(error, WalkError::Answer { .. }), "{error}");
    assert!(error.to_string().contains("--policy-page"), "{error}");
}

#[test]
fn an_undeclared_cookie_is_found_for_every_visitor() {
    let report = walk_with("tracker=1; Path=/; Secure; SameSite=Lax");
    let place = "GET /mutant (every visitor)".to_owned();
    assert_eq!(only(&report), (Rule::Undeclared, "tracker", place));
    assert!(
        report.findings[0].help.contains("TRACKER = \"tracker\""),
        "{report}"
    );
}

#[test]
fn a_cookie_without_consent_is_found_for_visitors_who_did_not_agree() {
    let report = walk_with(SET_RECENT);
    let place =
        "GET /mutant (never asked, never asked but sends Sec-GPC, refused, withdrew)".to_owned();
    assert_eq!(only(&report), (Rule::NotConsented, "recent", place));
}

#[test]
fn a_cookie_that_ignores_the_signal_of_the_browser_is_found() {
    let report = walk_with("campaign=1; Path=/; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax");
    let place = "GET /mutant (never asked but sends Sec-GPC, refused, withdrew)".to_owned();
    assert_eq!(only(&report), (Rule::NotConsented, "campaign", place));
}

#[test]
fn each_response_of_a_redirect_is_judged() {
    let first = async || {
        (
            [(header::SET_COOKIE, "hop=1; Path=/; Secure; SameSite=Lax")],
            Redirect::to("mutant"),
        )
    };
    let app = guarded(routes()).route("/first", get(first));
    let app = app.merge(mutant(&[(
        header::SET_COOKIE,
        "tracker=1; Path=/; Secure; SameSite=Lax",
    )]));
    let steps = steps().into_iter().chain(["/first".into()]);
    let report = Walk::new(&POLICY.into()).visit(&serve(app), steps).unwrap();
    let found: Vec<_> = report
        .findings
        .iter()
        .map(|it| (&*it.subject, it.place.to_string()))
        .collect();
    let place = |path| format!("GET {path} (every visitor)");
    assert_eq!(
        found,
        [("hop", place("/first")), ("tracker", place("/mutant"))]
    );
}

#[test]
fn a_redirect_to_another_site_is_a_note() {
    let away = async || Redirect::to("https://pay.example/checkout");
    let app = guarded(routes()).route("/mutant", get(away));
    let report = walk(app);
    report.assert_clean();
    assert!(
        report.notes[0].starts_with("GET /mutant redirects to https://pay.example/checkout, "),
        "{report}"
    );
}

/// A shop in which each name can be registered once.
fn shop_with_names() -> Router {
    let names = Arc::new(Mutex::new(HashSet::new()));
    let register = async move |Form(form): Form<HashMap<String, String>>| {
        let is_new = names.lock().unwrap().insert(form["name"].clone());
        if is_new {
            StatusCode::CREATED
        } else {
            StatusCode::CONFLICT
        }
    };
    guarded(routes()).route("/register", axum::routing::post(register))
}

#[test]
fn a_step_that_only_the_first_visitor_can_take_is_found() {
    let walk = |name| {
        let steps = steps()
            .into_iter()
            .chain([Step::post("/register").form([("name", name)])]);
        Walk::new(&POLICY.into())
            .visit(&serve(shop_with_names()), steps)
            .unwrap()
    };
    let report = walk("ada");
    let place = "POST /register (never asked but sends Sec-GPC, refused, agreed)".to_owned();
    let message = &report.findings[0].message;
    assert!(
        message.starts_with("the step ended with 409 Conflict, and with 201 Created"),
        "{report}"
    );
    assert_eq!(report.findings[0].rule, Rule::Failed);
    assert_eq!(report.findings[0].place.to_string(), place);
    walk("ada{visitor}").assert_clean();
}

#[test]
fn an_own_banner_is_answered_with_its_cookies() {
    let page = async |headers: HeaderMap| {
        let cookies = format!("{:?}", headers.get_all(header::COOKIE));
        let is_allowed = cookies.contains("banner=all");
        (
            is_allowed.then_some([(header::SET_COOKIE, SET_RECENT)]),
            Html("Page"),
        )
    };
    let address = serve(Router::new().route("/", get(page)));
    let mut file = PolicyFile::from(POLICY);
    file.rows.retain(|row| row.name == "recent");
    let walk = Walk::new(&file).granted("banner", "all");
    let report = walk.visit(&address, ["/"]).unwrap();
    assert_eq!(report.notes.len(), 2, "{report}");
    // Nothing removes it.
    let report = walk
        .refused("banner", "none")
        .visit(&address, ["/"])
        .unwrap();
    assert_eq!(only(&report).0, Rule::Survived);
}

#[test]
fn a_site_below_a_path_is_walked_there() {
    let app = Router::new().nest("/shop", routes());
    let guard = Guard::new(POLICY).address("/shop/cookies");
    let app = app.merge(guard.routes()).layer(guard);
    let address = format!("{}/shop", serve(app));
    let report = Walk::new(&POLICY.into())
        .visit(&address, ["/product", "/sign-in"])
        .unwrap();
    assert_eq!(only(&report).1, "__Host-session");
}

#[test]
fn a_name_and_password_in_the_address_are_sent_and_not_shown() {
    let page = async |headers: HeaderMap| match headers.get(header::AUTHORIZATION) {
        Some(field) if field == "Basic YWRhOnNlY3JldA==" => Redirect::to("/").into_response(),
        _ => StatusCode::UNAUTHORIZED.into_response(),
    };
    let address = serve(guarded(routes()).route("/staging", get(page)));
    let with_password = address.replace("://", "://ada:secret@");
    let steps = || steps().into_iter().chain(["/staging".into()]);
    let file = POLICY.into();
    let report = Walk::new(&file).visit(&with_password, steps()).unwrap();
    report.assert_clean();
    assert_eq!(report.notes, [""; 0]);
    let report = Walk::new(&file).visit(&address, steps()).unwrap();
    assert!(report.notes[0].contains("401 Unauthorized"), "{report}");
}

#[test]
fn an_answer_for_another_domain_is_not_kept() {
    let form = "<form method=post action=/answer data-cookie-choice></form>";
    let answer = async || {
        (
            [(header::SET_COOKIE, "answer=1; Domain=shop.example")],
            "Thanks",
        )
    };
    let app = Router::new().route("/", get(async move || Html(form)));
    let address = serve(app.route("/answer", axum::routing::post(answer)));
    let error = Walk::new(&POLICY.into())
        .visit(&address, ["/"])
        .unwrap_err();
    assert!(
        error.to_string().contains("no browser keeps `answer`"),
        "{error}"
    );
}

#[test]
fn a_server_that_does_not_run_is_an_error() {
    let error = Walk::new(&POLICY.into())
        .visit("http://127.0.0.1:1", ["/"])
        .unwrap_err();
    assert!(matches!(error, WalkError::NoResponse { .. }), "{error}");
    let error = Walk::new(&POLICY.into())
        .visit("shop.example", ["/"])
        .unwrap_err();
    assert_eq!(error, WalkError::Address("shop.example".into()));
}
