//! Steps that fail, redirect, or that not every visitor can take.

use crate::walk::cookies::{Category, POLICY, SESSION};
use crate::walk::{guarded, mutant, only, routes, steps};
use axum::Router;
use axum::extract::Form;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use cookie_decl::Visitor;
use cookie_decl::error::SetError;
use cookie_decl_audit::{Audit, Report, Rule, Step};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex};

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
