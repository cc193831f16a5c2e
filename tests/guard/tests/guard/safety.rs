//! What a stranger can send through the whole stack.

use axum::Router;
use axum::body::Body;
use axum::routing::get;
use http::{HeaderValue, Method, Request};

use crate::{guard, names, request, send};

fn app() -> (Router, crate::Log) {
    let (guard, log) = guard();
    let app = Router::new()
        .route("/", get(async || "home"))
        .merge(guard.routes())
        .layer(guard.clone());
    (app, log)
}

const POST: &str = "/cookies/preferences";

#[tokio::test]
async fn another_sites_form_changes_nothing() {
    let (app, _) = app();
    for headers in [
        &[("sec-fetch-site", "cross-site")][..],
        &[("origin", "https://evil.example"), ("host", "shop.example")],
        &[("origin", "null"), ("host", "shop.example")],
        &[("host", "shop.example")],
    ] {
        let response = send(&app, request(Method::POST, POST, headers, "choice=accept")).await;
        assert_eq!(response.status(), 403, "{headers:?}");
        assert!(names(response.headers()).is_empty());
    }
    // A link does not either, whatever it contains.
    let response = crate::get(
        &app,
        "/cookies/preferences?choice=accept&allow=Statistics&saved=1",
        "",
    )
    .await;
    assert_eq!(response.status(), 200);
    assert!(names(response.headers()).is_empty());
}

#[tokio::test]
async fn a_long_body_is_not_read_to_its_end() {
    let (app, _) = app();
    let headers = [("sec-fetch-site", "same-origin")];
    let response = send(
        &app,
        request(Method::POST, POST, &headers, &"x".repeat(16 * 1024 + 1)),
    )
    .await;
    assert_eq!(response.status(), 413);
    // This body never ends.
    let (mut sender, body) = http_body_util::channel::Channel::<axum::body::Bytes>::new(1);
    tokio::spawn(async move { while sender.send_data(vec![b'x'; 1024].into()).await.is_ok() {} });
    let endless = Request::post(POST)
        .header(headers[0].0, headers[0].1)
        .body(Body::new(body))
        .unwrap();
    let response = send(&app, endless).await;
    assert_eq!(response.status(), 413);
    // The page says what to do.
    let page = response.into_body();
    assert!(
        page.contains("<h1>Your choice was not saved</h1>"),
        "{page}"
    );
}

#[tokio::test]
async fn an_incomplete_body_is_not_an_answer() {
    let (app, _) = app();
    let (sender, body) =
        http_body_util::channel::Channel::<axum::body::Bytes, std::io::Error>::new(1);
    tokio::spawn(async move { sender.abort(std::io::Error::other("gone")) });
    let broken = Request::post(POST)
        .header("sec-fetch-site", "same-origin")
        .body(Body::new(body))
        .unwrap();
    let response = send(&app, broken).await;
    assert_eq!(response.status(), 400);
    assert!(names(response.headers()).is_empty());
}

#[tokio::test]
async fn a_return_address_cannot_add_a_header() {
    let (app, _) = app();
    let headers = [("sec-fetch-site", "same-origin")];
    for address in [
        "%2Fbasket%0D%0ASet-Cookie%3A%20sid%3Devil",
        "%2F%0Ax",
        "%0D%0A%0D%0Abody",
    ] {
        let body = format!("choice=accept&return={address}");
        let response = send(&app, request(Method::POST, POST, &headers, &body)).await;
        let location = response.headers()["location"].to_str().unwrap();
        assert!(
            location.starts_with("/cookies/preferences?saved=") && !location.contains('&'),
            "{location}"
        );
        assert_eq!(names(response.headers()), ["__Host-prefs"]);
    }
}

#[tokio::test]
async fn nothing_in_a_request_is_printed_as_markup() {
    let (app, _) = app();
    for path in [
        "/cookies?%3Cscript%3Ealert(1)%3C/script%3E",
        "/cookies/preferences?return=/%3Cscript%3Ealert(1)",
    ] {
        let response = crate::get(
            &app,
            path,
            "<script>alert(1)</script>=1; recent=<script>alert(1)",
        )
        .await;
        assert!(!response.body().contains("<script>alert"), "{path}");
    }
}

#[tokio::test]
async fn hostile_cookies_are_read_without_harm() {
    let (app, log) = app();
    let many = "x=1; ".repeat(2_000);
    for cookie in [
        "",
        ";",
        "=",
        "old",
        "\u{e9}=\u{e9}; old=1",
        "__Host-prefs=; __Host-prefs=0",
        &many,
        "old=1;old=2",
    ] {
        let mut request = request(Method::GET, "/", &[], "");
        request.headers_mut().append(
            "cookie",
            HeaderValue::from_bytes(cookie.as_bytes()).unwrap(),
        );
        request.headers_mut().append(
            "cookie",
            HeaderValue::from_bytes(b"\xFF=\xFE; \x80").unwrap(),
        );
        let response = send(&app, request).await;
        assert_eq!(response.status(), 200);
        assert_eq!(
            names(response.headers()).len(),
            usize::from(cookie.contains("old=1")),
            "{cookie}"
        );
    }
    let found = log.lock().unwrap();
    assert!(
        found
            .iter()
            .all(|finding| finding.violation.is_of_request())
    );
}
