//! A shop with `tiny_http`.

#[path = "../../shop-axum/src/cookies.rs"]
mod cookies;
mod guarded;

use cookie_decl::{Guard, SetCookie, Visitor};
use cookies::category::Statistics;
use cookies::{Category, OFFER, POLICY, RECENT};
use guarded::{Page, serve};
use tiny_http::{Header, Request, Response, Server};

fn home(visitor: &Visitor<Category>) -> Page {
    // The banner asks while there is something to ask.
    let (head, banner) = (visitor.head(), visitor.banner());
    let html = Header::from_bytes("Content-Type", "text/html; charset=utf-8");
    Response::from_string(format!(
        "<!DOCTYPE html><title>Shop</title>{head}<body>{banner}<h1>Shop</h1>"
    ))
    .with_header(html.expect("it is a header"))
}

fn set(visitor: &Visitor<Category>) -> Page {
    // Each cookie is sent only if the visitor allows its category.
    let consent = visitor.consent();
    let cookies = [RECENT.set_if(consent, 42), OFFER.set_if(consent, 7)];
    let cookies = cookies.map(|cookie| cookie.expect("numbers are short"));
    let page = Response::from_string("Product 42");
    let headers = cookies.iter().flatten().map(SetCookie::to_header_value);
    headers.fold(page, |page, value| page.with_header(set_cookie(&value)))
}

fn set_cookie(value: &str) -> Header {
    Header::from_bytes("Set-Cookie", value).expect("a cookie is a header value")
}

fn charts(visitor: &Visitor<Category>) -> Page {
    match visitor.granted::<Statistics>() {
        Ok(_proof) => Response::from_string("Charts"),
        Err(denied) => guarded::converted(denied.into()),
    }
}

fn handle(visitor: &Visitor<Category>, request: &mut Request) -> Page {
    match request.url() {
        "/" => home(visitor),
        "/set" => set(visitor),
        "/rogue" => Response::from_string("The guard drops this cookie")
            .with_header(set_cookie("tracker=1")),
        "/long" => Response::from_string("The guard shortens this cookie").with_header(set_cookie(
            "session=abc; Path=/; Max-Age=315360000; Secure; HttpOnly; SameSite=Lax",
        )),
        "/granted" => charts(visitor),
        _ => Response::from_string("Not found").with_status_code(404),
    }
}

fn main() {
    let port = std::env::var("PORT")
        .ok()
        .and_then(|port| port.parse().ok());
    let address = ("127.0.0.1", port.unwrap_or(3000_u16));
    let server = Server::http(address).expect("the port is free");
    serve(&server, &Guard::new(POLICY), handle);
}
