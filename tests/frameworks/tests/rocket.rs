//! What only Rocket has.

#[path = "../../../examples/shop-axum/src/cookies.rs"]
mod cookies;

use cookie_decl::{Consent, Error, Granted, Guard, Visitor};
use cookies::category::Statistics;
use cookies::{Category, POLICY, RECENT};
use rocket::error::ErrorKind;
use rocket::fairing::AdHoc;
use rocket::http::{CookieJar, Header, Status};
use rocket::local::blocking::Client;
use rocket::response::{Flash, Redirect};
use rocket::shield::Shield;
use rocket::{Build, Rocket, Route, get, routes};

fn app(routes: Vec<Route>) -> Rocket<Build> {
    let config = rocket::Config {
        log_level: rocket::config::LogLevel::Off,
        ..rocket::Config::debug_default()
    };
    rocket::custom(config).mount("/", routes)
}

fn guarded(routes: Vec<Route>) -> Client {
    Client::untracked(app(routes).attach(Guard::new(POLICY))).expect("it starts")
}

#[get("/")]
fn visitor(_visitor: Visitor<Category>) -> &'static str {
    "never"
}

#[test]
fn visitor_without_the_guard_is_a_mistake_of_the_application() {
    let client = Client::untracked(app(routes![visitor])).expect("it starts");
    assert_eq!(
        client.get("/").dispatch().status(),
        Status::InternalServerError
    );
}

#[test]
fn guard_that_cannot_hide_does_not_start() {
    let guard = Guard::new(POLICY).hide_denied(true);
    let error = Client::untracked(app(routes![]).attach(guard)).expect_err("the jar keeps them");
    assert!(
        matches!(error.kind(), ErrorKind::FailedFairings(_)),
        "{error}"
    );
}

#[get("/")]
fn charts(_proof: Granted<'static, Statistics>) -> &'static str {
    "never"
}

#[test]
fn catcher_responds_for_a_missing_grant() {
    assert_eq!(
        guarded(routes![charts]).get("/").dispatch().status(),
        Status::Forbidden
    );
}

#[get("/")]
fn optional(proof: Option<Granted<'static, Statistics>>) -> String {
    proof.is_some().to_string()
}

#[test]
fn handler_with_an_optional_grant_always_runs() {
    let client = guarded(routes![optional]);
    assert_eq!(
        client.get("/").dispatch().into_string().as_deref(),
        Some("false")
    );
}

#[get("/")]
fn consent(consent: Consent<Category>) -> String {
    consent.allows(Category::Offers).to_string()
}

#[test]
fn consent_is_that_of_the_visitor() {
    let client = guarded(routes![consent]);
    for (signal, allowed) in [("0", "true"), ("1", "false")] {
        let request = client.get("/").header(Header::new("Sec-GPC", signal));
        assert_eq!(
            request.dispatch().into_string().as_deref(),
            Some(allowed),
            "Sec-GPC: {signal}"
        );
    }
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "Rocket hands over what it extracts"
)]
#[get("/")]
fn read(visitor: Visitor<Category>) -> Result<String, Error> {
    let recent = RECENT.get_if(&Consent::accept_all(0), visitor.cookies())?;
    Ok(format!("{recent:?}"))
}

#[test]
fn value_that_cannot_be_read_is_a_bad_request() {
    let client = guarded(routes![read]);
    let request = client.get("/").header(Header::new("Cookie", "recent=many"));
    assert_eq!(request.dispatch().status(), Status::BadRequest);
}

#[get("/")]
fn flash() -> Flash<Redirect> {
    Flash::success(Redirect::to("/next"), "Saved")
}

#[test]
fn flash_message_that_is_not_declared_is_dropped() {
    let client = guarded(routes![flash]);
    let response = client.get("/").dispatch();
    assert_eq!(response.status(), Status::SeeOther);
    assert!(!response.headers().contains("Set-Cookie"));
}

#[get("/")]
fn jar(jar: &CookieJar<'_>) {
    jar.add(("tracker", "1"));
}

#[test]
fn cookies_of_another_fairing_are_judged() {
    let other = AdHoc::on_response("another", |_, response| {
        Box::pin(async { response.adjoin_raw_header("Set-Cookie", "other=1") })
    });
    let rocket = app(routes![jar]).attach(other).attach(Guard::new(POLICY));
    let client = Client::untracked(rocket).expect("it starts");
    assert!(!client.get("/").dispatch().headers().contains("Set-Cookie"));
}

const NO_SNIFF: &str = "X-Content-Type-Options";

/// It warns of a field that it finds set.
#[test]
fn shield_finds_no_field_of_its_own_on_a_page_of_the_guard() {
    let probe = AdHoc::on_response("probe", |_, response| {
        Box::pin(async {
            let found = response.headers().contains(NO_SNIFF).to_string();
            response.set_raw_header("Found", found);
        })
    });
    let rocket = app(routes![jar]).attach(Shield::new()).attach(probe);
    let client = Client::untracked(rocket.attach(Guard::new(POLICY))).expect("it starts");
    let page = client.get("/cookies").dispatch();
    assert_eq!(page.headers().get_one("Found"), Some("false"));
}

#[test]
fn page_of_the_guard_is_not_sniffed_with_or_without_shield() {
    for shield in [Shield::default(), Shield::new()] {
        let rocket = app(routes![jar]).attach(shield).attach(Guard::new(POLICY));
        let client = Client::untracked(rocket).expect("it starts");
        for page in ["/cookies", "/cookies/script.js"] {
            let response = client.get(page).dispatch();
            let values: Vec<_> = response.headers().get(NO_SNIFF).collect();
            assert_eq!(values, ["nosniff"], "{page}");
        }
    }
}

#[test]
fn page_of_the_application_without_shield_is_left_alone() {
    let rocket = app(routes![jar])
        .attach(Shield::new())
        .attach(Guard::new(POLICY));
    let client = Client::untracked(rocket).expect("it starts");
    assert!(!client.get("/").dispatch().headers().contains(NO_SNIFF));
}
