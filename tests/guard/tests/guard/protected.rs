//! axum: the guard around the whole application, and inside a nested router.

use axum::Router;
use axum::extract::Request;
use axum::http::header::SET_COOKIE;
use axum::middleware::{Next, from_fn, map_response};
use axum::response::Response;
use axum::routing::get;
use cookie_decl::Visitor;
use tower::ServiceExt as _;

use crate::cookies::Category;
use crate::{Log, found, guard, names};

const TRACKER: [(http::HeaderName, &str); 1] = [(SET_COOKIE, "tracker=1; Path=/")];

fn undeclared(route: &str) -> [String; 1] {
    let text =
        "the table does not declare it: add a row for it, or stop setting it; it was not sent";
    [format!("{route}: cookie `tracker`: {text}")]
}

async fn is_caught(app: &impl crate::App, log: &Log, path: &str) {
    let response = crate::get(app, path, "").await;
    assert!(names(response.headers()).is_empty(), "{path}");
    assert_eq!(found(log), undeclared(&format!("GET {path}")));
}

#[tokio::test]
async fn routes_of_a_nested_router_are_inside() {
    let (guard, log) = guard();
    let nested = Router::new().route("/basket", get(async || TRACKER));
    let app = guard.protect(Router::new().nest("/shop", nested));
    is_caught(&app, &log, "/shop/basket").await;
}

#[tokio::test]
async fn a_service_below_a_prefix_is_inside() {
    let (guard, log) = guard();
    let service = tower::service_fn(async |_: Request| {
        let mut response = Response::new(axum::body::Body::empty());
        let field = http::HeaderValue::from_static("tracker=1");
        response.headers_mut().append(SET_COOKIE, field);
        Ok::<_, std::convert::Infallible>(response)
    });
    let app = guard.protect(Router::new().nest_service("/forum", service));
    is_caught(&app, &log, "/forum/thread").await;
}

#[tokio::test]
async fn a_fallback_is_inside() {
    let (guard, log) = guard();
    let app = guard.protect(Router::new().fallback(async || TRACKER));
    is_caught(&app, &log, "/missing").await;
}

#[tokio::test]
async fn a_layer_of_the_router_is_inside() {
    let (guard, log) = guard();
    let app = Router::new().route("/", get(async || "home"));
    let app = app.layer(map_response(async |response: Response| (TRACKER, response)));
    is_caught(&guard.protect(app), &log, "/").await;
}

#[tokio::test]
async fn middleware_and_handlers_see_the_visitor() {
    async fn middleware(request: Request, next: Next) -> Response {
        let visitor = request.extensions().get::<Visitor<Category>>();
        assert!(visitor.is_some());
        next.run(request).await
    }
    let (guard, _) = guard();
    let home = get(async |visitor: Visitor<Category>| visitor.now().to_string());
    let app = Router::new().route("/", home).layer(from_fn(middleware));
    let response = crate::get(&guard.protect(app), "/", "").await;
    assert_eq!(response.body(), &crate::NOW.to_string());
}

#[tokio::test]
async fn it_is_served() {
    let (guard, _) = guard();
    let app = guard.protect(Router::new().route("/", get(async || "home")));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    // `axum::serve` needs this.
    let server = axum::serve(listener, app.clone());
    drop(server);
    let response = app.oneshot(Request::new(axum::body::Body::empty())).await;
    assert_eq!(response.unwrap().status(), 200);
}

#[tokio::test]
async fn a_layer_in_a_nested_router_judges_by_the_address_that_visitors_know() {
    let (guard, log) = guard();
    // Without a `Path`, the cookie is set for the directory of the page.
    let field = "count=1; Max-Age=60; Secure; HttpOnly; SameSite=Lax";
    let set = get(move || async move { [(SET_COOKIE, field)] });
    let nested = Router::new().route("/cart/add", set).layer(guard.clone());
    let app = Router::new().nest("/shop", nested);
    crate::get(&app, "/shop/cart/add", "").await;
    let found = found(&log);
    assert!(
        found[0].starts_with(
            "GET /shop/cart/add: cookie `count`: it was sent with `Path=/shop/cart`, but the table declares it with \
             `Path=/` (declared in "
        ),
        "{found:?}"
    );
}

#[tokio::test]
async fn a_visitor_of_a_nested_router_returns_to_the_address_that_they_know() {
    let (guard, _) = guard();
    let banner = get(async |visitor: Visitor<Category>| visitor.banner());
    let nested = Router::new().route("/cart", banner).layer(guard.clone());
    let app = Router::new().nest("/shop", nested);
    let response = crate::get(&app, "/shop/cart", "").await;
    assert!(
        response.body().contains("value=\"/shop/cart\""),
        "{}",
        response.body()
    );
}

#[tokio::test]
async fn a_cookie_of_the_request_is_reported_once() {
    let (guard, log) = guard();
    let app = guard.protect(Router::new().route("/", get(async || "home")));
    crate::get(&app, "/", "new_tag=1").await;
    crate::get(&app, "/", "new_tag=1").await;
    let found = found(&log);
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("GET /: cookie `new_tag`: the request contains it"));
}
