//! A shop with hyper alone.

#[path = "../../shop-axum/src/cookies.rs"]
mod cookies;

use std::convert::Infallible;

use cookie_decl::error::SetError;
use cookie_decl::{Guard, Visitor};
use cookies::category::Statistics;
use cookies::{Category, OFFER, POLICY, RECENT};
use hyper::body::Incoming;
use hyper::header::{CONTENT_TYPE, HeaderValue, SET_COOKIE};
use hyper::server::conn::http1;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;

fn respond(visitor: &Visitor<Category>, path: &str) -> Result<Response<String>, SetError> {
    let text = |text: &str| Response::new(text.to_owned());
    Ok(match path {
        "/" => {
            // The banner asks while there is something to ask.
            let (head, banner) = (visitor.head(), visitor.banner());
            let mut page = text(&format!(
                "<!DOCTYPE html><title>Shop</title>{head}<body>{banner}<h1>Shop</h1>"
            ));
            page.headers_mut()
                .insert(CONTENT_TYPE, HeaderValue::from_static("text/html"));
            page
        }
        "/set" => {
            let consent = visitor.consent();
            let mut response = text("Product 42");
            // Each cookie is sent only if the visitor allows its category.
            for cookie in [RECENT.set_if(consent, 42)?, OFFER.set_if(consent, 7)?]
                .into_iter()
                .flatten()
            {
                response.headers_mut().append(SET_COOKIE, cookie.into());
            }
            response
        }
        "/rogue" => {
            let mut response = text("The guard drops this cookie");
            response
                .headers_mut()
                .append(SET_COOKIE, HeaderValue::from_static("tracker=1"));
            response
        }
        "/long" => {
            let cookie = "session=abc; Path=/; Max-Age=315360000; Secure; HttpOnly; SameSite=Lax";
            let mut response = text("The guard shortens this cookie");
            response
                .headers_mut()
                .append(SET_COOKIE, HeaderValue::from_static(cookie));
            response
        }
        "/granted" => match visitor.granted::<Statistics>() {
            Ok(_proof) => text("Charts"),
            Err(denied) => denied.into(),
        },
        _ => {
            let mut response = text("Not found");
            *response.status_mut() = StatusCode::NOT_FOUND;
            response
        }
    })
}

async fn handle(request: Request<Incoming>) -> Result<Response<String>, Infallible> {
    let visitor = request
        .extensions()
        .get()
        .expect("the guard wraps the service");
    Ok(
        respond(visitor, request.uri().path()).unwrap_or_else(|error| {
            eprintln!("{error}");
            let mut response = Response::new(String::new());
            *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
            response
        }),
    )
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let port = std::env::var("PORT")
        .ok()
        .and_then(|port| port.parse().ok());
    let site = Guard::new(POLICY).protect_service(tower::service_fn(handle));
    let listener = TcpListener::bind(("127.0.0.1", port.unwrap_or(3000))).await?;
    loop {
        let (stream, _) = listener.accept().await?;
        let service = TowerToHyperService::new(site.clone());
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}
