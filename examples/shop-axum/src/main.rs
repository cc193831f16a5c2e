//! A shop with axum.

mod cookies;

use axum::Router;
use axum::http::header::SET_COOKIE;
use axum::response::{Html, IntoResponse};
use axum::routing::get;
use cookie_decl::error::SetError;
use cookie_decl::{Granted, Guard, Visitor};
use cookies::category::Statistics;
use cookies::{Category, OFFER, POLICY, RECENT};

async fn home(visitor: Visitor<Category>) -> Html<String> {
    // The banner asks while there is something to ask.
    let (head, banner) = (visitor.head(), visitor.banner());
    Html(format!(
        "<!DOCTYPE html><title>Shop</title>{head}<body>{banner}<h1>Shop</h1>"
    ))
}

async fn set(visitor: Visitor<Category>) -> Result<impl IntoResponse, SetError> {
    // Each cookie is sent only if the visitor allows its category.
    let consent = visitor.consent();
    Ok((
        RECENT.set_if(consent, 42)?,
        OFFER.set_if(consent, 7)?,
        "Product 42",
    ))
}

async fn rogue() -> impl IntoResponse {
    ([(SET_COOKIE, "tracker=1")], "The guard drops this cookie")
}

async fn long() -> impl IntoResponse {
    let cookie = "session=abc; Path=/; Max-Age=315360000; Secure; HttpOnly; SameSite=Lax";
    ([(SET_COOKIE, cookie)], "The guard shortens this cookie")
}

async fn charts(_: Granted<'static, Statistics>) -> &'static str {
    "Charts"
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let port = std::env::var("PORT")
        .ok()
        .and_then(|port| port.parse().ok());
    let guard = Guard::new(POLICY);
    let app = Router::new()
        .route("/", get(home))
        .route("/set", get(set))
        .route("/rogue", get(rogue))
        .route("/long", get(long))
        .route("/granted", get(charts))
        .merge(guard.routes());
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port.unwrap_or(3000))).await?;
    axum::serve(listener, guard.protect(app)).await
}
