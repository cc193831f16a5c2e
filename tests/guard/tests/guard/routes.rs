//! axum: routes, extractors and response parts.

use axum::Router;
use axum::response::IntoResponse;
use axum::routing::get;
use cookie_decl::error::SetError;
use cookie_decl::guard::{MissingLayer, Protected};
use cookie_decl::{Error, Granted, Visitor};
use http::Method;

use crate::cookies::category::Statistics;
use crate::cookies::{self, Category, Consent};
use crate::{agreed, found, guard, names, request, send};

fn app() -> (Protected<Category>, crate::Log) {
    let (guard, log) = guard();
    let app = Router::new()
        .route("/", get(async || "home"))
        .route("/raw", get(async || [("set-cookie", "tracker=1; Path=/")]))
        .route(
            "/consent",
            get(async |consent: Consent| consent.allows(Category::Statistics).to_string()),
        )
        .route(
            "/banner",
            get(async |visitor: Visitor<Category>| visitor.banner()),
        )
        .route("/recent", get(recent))
        .route(
            "/granted",
            get(async |ok: Granted<'static, Statistics>| cookies::RECENT.set(ok, "42")),
        )
        .route("/if_granted", get(if_granted))
        .route("/two", get(two))
        .route("/count", get(count))
        .route("/withdraw", get(withdraw))
        .route("/cookies/more", get(async || "the application's own page"))
        .merge(guard.routes())
        .fallback(async || {
            (
                http::StatusCode::NOT_FOUND,
                [("set-cookie", "lost=1")],
                "nothing here",
            )
        });
    (guard.protect(app), log)
}

async fn recent(consent: Consent) -> Result<impl IntoResponse, SetError> {
    Ok((cookies::RECENT.set_if(&consent, "42")?, "shown"))
}

async fn if_granted(ok: Option<Granted<'static, Statistics>>) -> &'static str {
    ok.map_or("not granted", |_| "granted")
}

async fn two(visitor: Visitor<Category>) -> Result<impl IntoResponse, SetError> {
    let mut cookies = visitor.decide(&Consent::accept_all(visitor.now()))?;
    cookies.extend(cookies::COUNT.set(1));
    Ok((cookies, "two"))
}

async fn count(visitor: Visitor<Category>) -> Result<impl IntoResponse, Error> {
    let count = cookies::COUNT.get(visitor.cookies())?.unwrap_or(0) + 1;
    Ok((cookies::COUNT.set(count)?, count.to_string()))
}

async fn withdraw(visitor: Visitor<Category>) -> impl IntoResponse {
    let withdrawal =
        cookies::POLICY.withdraw(&Consent::refuse_all(visitor.now()), visitor.cookies());
    (withdrawal, "gone")
}

#[tokio::test]
async fn a_handler_that_needs_a_grant_runs_only_with_it() {
    let (app, _) = app();
    let response = crate::get(&app, "/granted", "").await;
    assert_eq!(response.status(), 403);
    let response = crate::get(&app, "/granted", &agreed()).await;
    assert_eq!(names(response.headers()), ["recent"]);
    assert_eq!(response.headers()["vary"], "cookie, sec-gpc");
}

#[tokio::test]
async fn who_has_not_granted_reads_what_the_page_needs() {
    let (app, _) = app();
    let response = crate::get(&app, "/granted", "").await;
    assert_eq!(
        response.headers()["content-type"],
        "text/html; charset=utf-8"
    );
    let page = response.body();
    assert!(
        page.contains("This content needs your consent for: Audience."),
        "{page}"
    );
    assert!(
        page.contains("href=\"/cookies/preferences?return=/granted\""),
        "{page}"
    );
}

#[tokio::test]
async fn a_handler_with_an_optional_grant_always_runs() {
    let (app, _) = app();
    assert_eq!(
        crate::get(&app, "/if_granted", "").await.body(),
        "not granted"
    );
    assert_eq!(
        crate::get(&app, "/if_granted", &agreed()).await.body(),
        "granted"
    );
}

#[tokio::test]
async fn a_grant_without_the_layer_is_a_mistake_of_the_application() {
    let app = Router::new().route("/", get(if_granted));
    assert_eq!(crate::get(&app, "/", "").await.status(), 500);
}

#[tokio::test]
async fn several_cookies_are_one_part_of_a_response() {
    let (app, _) = app();
    let response = crate::get(&app, "/two", "").await;
    assert_eq!(names(response.headers()), ["__Host-prefs", "count"]);
}

#[tokio::test]
async fn what_a_handler_sets_by_hand_is_caught() {
    let (app, log) = app();
    let response = crate::get(&app, "/raw", "").await;
    assert_eq!(response.status(), 200);
    assert!(names(response.headers()).is_empty());
    assert_eq!(
        found(&log),
        [
            "GET /raw: cookie `tracker`: the table does not declare it: add a row for it, or stop setting it; it was not sent"
        ]
    );
}

#[tokio::test]
async fn the_fallback_is_inside_the_layer() {
    let (app, log) = app();
    let response = crate::get(&app, "/nowhere", "").await;
    assert_eq!(
        (response.status().as_u16(), &**response.body()),
        (404, "nothing here")
    );
    assert!(names(response.headers()).is_empty());
    assert_eq!(found(&log).len(), 1);
}

#[tokio::test]
async fn the_extractors_give_the_answer() {
    let (app, _) = app();
    let response = crate::get(&app, "/consent", "").await;
    assert_eq!(response.body(), "false");
    assert_eq!(response.headers()["cache-control"], "private");
    assert!(
        response
            .headers()
            .get_all("vary")
            .iter()
            .eq(["cookie, sec-gpc"])
    );
    assert_eq!(crate::get(&app, "/consent", &agreed()).await.body(), "true");
    assert!(
        crate::get(&app, "/banner", "")
            .await
            .body()
            .contains("name=\"return\" value=\"/banner\"")
    );
    // Nobody was asked.
    let response = crate::get(&app, "/", &agreed()).await;
    assert!(
        !response.headers().contains_key("vary")
            && !response.headers().contains_key("cache-control")
    );
}

#[tokio::test]
async fn a_cookie_is_a_part_of_a_response() {
    let (app, log) = app();
    let response = crate::get(&app, "/recent", &agreed()).await;
    assert_eq!(
        (names(response.headers()), &**response.body()),
        (vec!["recent".into()], "shown")
    );
    let response = crate::get(&app, "/recent", "").await;
    assert_eq!(
        (names(response.headers()), &**response.body()),
        (Vec::new(), "shown")
    );
    assert!(found(&log).is_empty());
}

#[tokio::test]
async fn removals_are_parts_of_a_response() {
    let (app, _) = app();
    let response = crate::get(&app, "/withdraw", "sid=1; recent=2; old=3").await;
    assert_eq!(names(response.headers()), ["-recent", "-old"]);
}

#[tokio::test]
async fn a_typed_value_is_read_and_a_wrong_one_is_the_visitors_mistake() {
    let (app, _) = app();
    let response = crate::get(&app, "/count", "count=4").await;
    assert_eq!(
        (names(response.headers()), &**response.body()),
        (vec!["count".into()], "5")
    );
    let response = crate::get(&app, "/count", "count=<script>").await;
    let expected = "`count`: the value of the cookie cannot be read as `u32`";
    assert_eq!(
        (response.status().as_u16(), &**response.body()),
        (400, expected)
    );
}

#[tokio::test]
async fn the_pages_are_routed_and_leave_the_rest_to_the_application() {
    let (app, _) = app();
    for path in [
        "/cookies",
        "/cookies/",
        "/cookies/preferences",
        "/cookies/choice",
        "/cookies/style.css",
    ] {
        assert_eq!(crate::get(&app, path, "").await.status(), 200, "{path}");
    }
    assert_eq!(
        crate::get(&app, "/cookies/more", "").await.body(),
        "the application's own page"
    );
    assert_eq!(
        crate::get(&app, "/cookies/nothing", "").await.body(),
        "nothing here"
    );
    let response = send(&app, request(Method::DELETE, "/cookies", &[], "")).await;
    assert_eq!(
        (response.status().as_u16(), &response.headers()["allow"]),
        (405, &"GET, HEAD".parse().unwrap())
    );
}

#[tokio::test]
async fn the_routes_go_wherever_the_site_wants_them() {
    for (address, policy) in [
        ("/legal/cookies", "/legal/cookies"),
        ("legal/", "/legal"),
        ("/", "/"),
        ("", "/"),
    ] {
        let guard = guard().0.address(address);
        let app: Router = Router::new()
            .route("/basket", get(async || "basket"))
            .merge(guard.routes());
        let app = guard.protect(app);
        assert!(
            crate::get(&app, policy, "")
                .await
                .body()
                .contains("<!DOCTYPE html>"),
            "{address}"
        );
        assert_eq!(crate::get(&app, "/basket", "").await.body(), "basket");
    }
}

#[tokio::test]
async fn a_choice_is_one_click() {
    let (app, log) = app();
    let post = |body| {
        let headers = [
            ("sec-fetch-site", "same-origin"),
            ("cookie", "recent=1; sid=2"),
        ];
        request(Method::POST, "/cookies/preferences", &headers, body)
    };
    let response = send(&app, post("choice=refuse&return=%2Fbasket")).await;
    assert_eq!(response.status(), 303);
    assert_eq!(names(response.headers()), ["__Host-prefs", "-recent"]);
    // The answer comes back, and then the visitor returns to their page.
    let answer = crate::set(response.headers())[0]
        .split(';')
        .next()
        .unwrap()
        .to_owned();
    let response = crate::get(
        &app,
        response.headers()["location"].to_str().unwrap(),
        &answer,
    )
    .await;
    assert_eq!(
        (response.status().as_u16(), &response.headers()["location"]),
        (303, &"/basket#cookie-saved".parse().unwrap())
    );
    let banner = crate::get(&app, "/banner", &answer).await.into_body();
    assert!(
        banner.contains("id=\"cookie-saved\"") && !banner.contains("Reject all"),
        "{banner}"
    );
    assert!(found(&log).is_empty());
}

#[tokio::test]
async fn only_the_body_of_a_form_is_read() {
    let (app, _) = app();
    let body = "x".repeat(20 * 1024);
    let same = [("sec-fetch-site", "same-origin")];
    for path in [
        "/cookies",
        "/cookies/preferences",
        "/cookies/choice",
        "/cookies/script.js",
    ] {
        assert_eq!(
            send(&app, request(Method::GET, path, &[], &body))
                .await
                .status(),
            200,
            "{path}"
        );
    }
    for (method, path) in [
        (Method::POST, "/cookies"),
        (Method::PUT, "/cookies/preferences"),
    ] {
        assert_eq!(
            send(&app, request(method, path, &same, &body))
                .await
                .status(),
            405,
            "{path}"
        );
    }
    assert_eq!(
        send(
            &app,
            request(Method::POST, "/cookies/preferences", &same, &body)
        )
        .await
        .status(),
        413
    );
}

#[tokio::test]
async fn a_missing_layer_says_what_to_do() {
    let app: Router = Router::new().route("/", get(async |_: Visitor<Category>| "never"));
    assert_eq!(crate::get(&app, "/", "").await.status(), 500);
    let text = MissingLayer.to_string();
    assert!(
        text.starts_with("no guard wraps the handler: call `guard.protect(app)` with axum"),
        "{text}"
    );
}

#[tokio::test]
async fn the_statement_about_the_signal_has_a_route_if_the_site_makes_it() {
    const ADDRESS: &str = "/.well-known/gpc.json";
    let (guard, _) = guard();
    let silent: Router = Router::new().merge(guard.routes());
    assert_eq!(crate::get(&silent, ADDRESS, "").await.status(), 404);
    let stating: Router = Router::new().merge(guard.state_gpc().routes());
    let response = crate::get(&stating, ADDRESS, "").await;
    assert_eq!(response.body(), r#"{"gpc":true}"#);
}
