//! The guard in `tiny_http`, which has headers of its own. Copy this file.

use std::io::{Cursor, Read as _};

use cookie_decl::consent::Categories;
use cookie_decl::guard::Exchange;
use cookie_decl::{Guard, Visitor};
use pollster::block_on;
use tiny_http::{Header, Request, Response, Server};

pub(crate) type Page = Response<Cursor<Vec<u8>>>;

/// One byte more than the longest form, which is then refused.
const LIMIT: u64 = 16 * 1024 + 1;

/// Responds to the requests of a server, with the pages of the guard as well.
pub(crate) fn serve<K: Categories>(
    server: &Server,
    guard: &Guard<K>,
    handle: impl Fn(&Visitor<K>, &mut Request) -> Page,
) {
    for mut request in server.incoming_requests() {
        let (method, address) = (request.method().as_str(), request.url());
        let exchange = guard.receive(method, address, pairs(request.headers()));
        block_on(exchange.visitor().record_objection());
        let response = if exchange.is_page() {
            page(&exchange, &mut request)
        } else {
            handle(exchange.visitor(), &mut request)
        };
        // An error means that the visitor is gone.
        _ = request.respond(finished(&exchange, response));
    }
}

fn page<K: Categories>(exchange: &Exchange<K>, request: &mut Request) -> Page {
    let mut form = Vec::new();
    let read = request.as_reader().take(LIMIT).read_to_end(&mut form);
    if read.is_err() {
        form.clear();
    }
    converted(block_on(exchange.respond(&form)))
}

/// Converts a response of the guard.
pub(crate) fn converted(page: http::Response<String>) -> Page {
    let (head, body) = page.into_parts();
    let mut response = Response::from_string(body).with_status_code(head.status.as_u16());
    for (name, value) in &head.headers {
        response.add_header(header(name.as_str(), value.as_bytes()));
    }
    response
}

/// Replaces the headers that the guard changes.
fn finished<K: Categories>(exchange: &Exchange<K>, response: Page) -> Page {
    let mut headers = response.headers().to_vec();
    for (name, values) in exchange.finish(pairs(response.headers())) {
        headers.retain(|it| !pair(it).0.eq_ignore_ascii_case(name.as_str()));
        let values = values.iter();
        headers.extend(values.map(|value| header(name.as_str(), value.as_bytes())));
    }
    let (status, length) = (response.status_code(), response.data_length());
    Response::new(status, headers, response.into_reader(), length, None)
}

fn pairs(headers: &[Header]) -> impl Iterator<Item = (&str, &str)> {
    headers.iter().map(pair)
}

fn pair(header: &Header) -> (&str, &str) {
    (header.field.as_str().as_str(), header.value.as_str())
}

fn header(name: &str, value: &[u8]) -> Header {
    Header::from_bytes(name, value).expect("the guard writes only ASCII")
}
