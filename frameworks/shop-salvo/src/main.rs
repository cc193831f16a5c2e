//! A shop with salvo.

#[path = "../../../examples/shop-axum/src/cookies.rs"]
mod cookies;

use cookie_decl::{Guard, Visitor};
use cookies::category::Statistics;
use cookies::{Category, OFFER, POLICY, RECENT};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::Service as _;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use salvo::http::cookie::{Cookie, SameSite, time::Duration};
use salvo::http::header::{HeaderValue, SET_COOKIE};
use salvo::http::uri::Scheme;
use salvo::http::{ReqBody, StatusCode};
use salvo::prelude::{Request, Response, Router, Service, Text, handler};
use tokio::net::TcpListener;

fn visitor(request: &Request) -> &Visitor<Category> {
    request
        .extensions()
        .get()
        .expect("the guard wraps the service")
}

#[handler]
fn home(request: &Request, response: &mut Response) {
    // The banner asks while there is something to ask.
    let (head, banner) = (visitor(request).head(), visitor(request).banner());
    response.render(Text::Html(format!(
        "<!DOCTYPE html><title>Shop</title>{head}<body>{banner}<h1>Shop</h1>"
    )));
}

#[handler]
fn set(request: &Request, response: &mut Response) {
    let consent = visitor(request).consent();
    // Each cookie is sent only if the visitor allows its category.
    let cookies = [RECENT.set_if(consent, 42), OFFER.set_if(consent, 7)];
    for cookie in cookies.into_iter().filter_map(Result::ok).flatten() {
        response
            .headers_mut()
            .append(SET_COOKIE, HeaderValue::from(cookie));
    }
    response.render("Product 42");
}

#[handler]
fn rogue(response: &mut Response) {
    response.add_cookie(Cookie::new("tracker", "1"));
    response.render("The guard drops this cookie");
}

#[handler]
fn long(response: &mut Response) {
    let cookie = Cookie::build(("session", "abc"))
        .path("/")
        .max_age(Duration::days(3650));
    response.add_cookie(
        cookie
            .secure(true)
            .http_only(true)
            .same_site(SameSite::Lax)
            .build(),
    );
    response.render("The guard shortens this cookie");
}

#[handler]
fn charts(request: &Request, response: &mut Response) {
    match visitor(request).granted::<Statistics>() {
        Ok(_proof) => response.render("Charts"),
        Err(denied) => {
            response.status_code(StatusCode::FORBIDDEN);
            response.render(Text::Html(hyper::Response::from(denied).into_body()));
        }
    }
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let port = std::env::var("PORT")
        .ok()
        .and_then(|port| port.parse().ok());
    let routes = Router::new()
        .get(home)
        .push(Router::with_path("set").get(set))
        .push(Router::with_path("rogue").get(rogue))
        .push(Router::with_path("long").get(long))
        .push(Router::with_path("granted").get(charts));
    let (service, guard) = (Service::new(routes), Guard::new(POLICY));
    let listener = TcpListener::bind(("127.0.0.1", port.unwrap_or(3000))).await?;
    let here = listener.local_addr()?;
    loop {
        let (stream, visitor) = listener.accept().await?;
        // Around salvo as a whole: it writes the cookies of its jar after its last middleware.
        let salvo = service.hyper_handler(here.into(), visitor.into(), Scheme::HTTP, None, None);
        let salvo = tower::service_fn(move |request: hyper::Request<Incoming>| {
            salvo.call(request.map(ReqBody::from))
        });
        let site = TowerToHyperService::new(guard.protect_service(salvo));
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), site));
    }
}
