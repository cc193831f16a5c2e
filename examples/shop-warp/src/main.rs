//! A shop with warp.
#![expect(
    clippy::needless_pass_by_value,
    reason = "warp hands over what its filters extract"
)]

#[path = "../../shop-axum/src/cookies.rs"]
mod cookies;

use cookie_decl::{Guard, Visitor};
use cookies::category::Statistics;
use cookies::{Category, OFFER, POLICY, RECENT};
use hyper::server::conn::http1;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use warp::http::Response;
use warp::http::header::{HeaderValue, SET_COOKIE};
use warp::reply::{Reply, html, with_header};
use warp::{Filter, path};

fn home(visitor: Visitor<Category>) -> impl Reply {
    // The banner asks while there is something to ask.
    let (head, banner) = (visitor.head(), visitor.banner());
    html(format!(
        "<!DOCTYPE html><title>Shop</title>{head}<body>{banner}<h1>Shop</h1>"
    ))
}

fn set(visitor: Visitor<Category>) -> impl Reply {
    let consent = visitor.consent();
    let mut response = "Product 42".into_response();
    // Each cookie is sent only if the visitor allows its category.
    let cookies = [RECENT.set_if(consent, 42), OFFER.set_if(consent, 7)];
    for cookie in cookies.into_iter().filter_map(Result::ok).flatten() {
        response
            .headers_mut()
            .append(SET_COOKIE, HeaderValue::from(cookie));
    }
    response
}

fn rogue() -> impl Reply {
    with_header("The guard drops this cookie", SET_COOKIE, "tracker=1")
}

fn long() -> impl Reply {
    let cookie = "session=abc; Path=/; Max-Age=315360000; Secure; HttpOnly; SameSite=Lax";
    with_header("The guard shortens this cookie", SET_COOKIE, cookie)
}

fn charts(visitor: Visitor<Category>) -> Response<String> {
    match visitor.granted::<Statistics>() {
        Ok(_proof) => Response::new("Charts".to_owned()),
        Err(denied) => denied.into(),
    }
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let port = std::env::var("PORT")
        .ok()
        .and_then(|port| port.parse().ok());
    let visitor = warp::ext::get::<Visitor<Category>>;
    let routes = path::end().and(visitor()).map(home);
    let routes = routes.or(path!("set").and(visitor()).map(set));
    let routes = routes
        .or(path!("rogue").map(rogue))
        .or(path!("long").map(long));
    let routes = routes.or(path!("granted").and(visitor()).map(charts));
    let site = Guard::new(POLICY).protect_service(warp::service(routes));
    let listener = TcpListener::bind(("127.0.0.1", port.unwrap_or(3000))).await?;
    loop {
        let (stream, _) = listener.accept().await?;
        let service = TowerToHyperService::new(site.clone());
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}
