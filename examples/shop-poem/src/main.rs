//! A shop with poem.

#[path = "../../shop-axum/src/cookies.rs"]
mod cookies;
mod guarded;

use cookie_decl::{Guard, Visitor};
use cookies::category::Statistics;
use cookies::{Category, OFFER, POLICY, RECENT};
use guarded::Guarded;
use poem::http::header::{HeaderValue, SET_COOKIE};
use poem::listener::TcpListener;
use poem::web::{Data, Html};
use poem::{EndpointExt as _, IntoResponse as _, Response, Result, Route, Server, get, handler};

#[handler]
fn home(Data(visitor): Data<&Visitor<Category>>) -> Html<String> {
    // The banner asks while there is something to ask.
    let (head, banner) = (visitor.head(), visitor.banner());
    Html(format!(
        "<!DOCTYPE html><title>Shop</title>{head}<body>{banner}<h1>Shop</h1>"
    ))
}

#[handler]
fn set(Data(visitor): Data<&Visitor<Category>>) -> Result<Response> {
    let consent = visitor.consent();
    let mut response = "Product 42".into_response();
    // Each cookie is sent only if the visitor allows its category.
    let cookies = [RECENT.set_if(consent, 42), OFFER.set_if(consent, 7)];
    for cookie in cookies {
        let cookie = cookie.map_err(poem::error::InternalServerError)?;
        let cookie = cookie.map(HeaderValue::from);
        response
            .headers_mut()
            .extend(cookie.map(|cookie| (SET_COOKIE, cookie)));
    }
    Ok(response)
}

#[handler]
fn rogue() -> Response {
    "The guard drops this cookie"
        .with_header(SET_COOKIE, "tracker=1")
        .into_response()
}

#[handler]
fn long() -> Response {
    let cookie = "session=abc; Path=/; Max-Age=315360000; Secure; HttpOnly; SameSite=Lax";
    "The guard shortens this cookie"
        .with_header(SET_COOKIE, cookie)
        .into_response()
}

#[handler]
fn charts(Data(visitor): Data<&Visitor<Category>>) -> Response {
    match visitor.granted::<Statistics>() {
        Ok(_proof) => "Charts".into_response(),
        Err(denied) => {
            let (head, page) = poem::http::Response::from(denied).into_parts();
            Html(page).with_status(head.status).into_response()
        }
    }
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let port = std::env::var("PORT")
        .ok()
        .and_then(|port| port.parse().ok());
    let app = Route::new()
        .at("/", get(home))
        .at("/set", get(set))
        .at("/rogue", get(rogue))
        .at("/long", get(long))
        .at("/granted", get(charts))
        .with(Guarded(Guard::new(POLICY))); // last
    let listener = TcpListener::bind(("127.0.0.1", port.unwrap_or(3000)));
    Server::new(listener).run(app).await
}
