//! What the page calls.

use cookie_decl_tests_frameworks::client::{Browser, Response, Server};

fn remember_offer(visitor: &mut Browser) -> Response {
    let headers = [("Content-Type", "application/json")];
    visitor.send("POST", "/api/offer", &headers, r#"{"offer":7}"#)
}

#[test]
fn server_function_sets_a_cookie_that_the_visitor_allows() {
    let server = Server::start(env!("CARGO_BIN_EXE_shop-dioxus"));
    let response = remember_offer(&mut Browser::new(&server));
    assert_eq!((response.status, &*response.body), (200, "true"));
    let offer = response.set_cookie("offer").expect("it is allowed");
    assert!(offer.starts_with("offer=7;"), "{offer}");
}

#[test]
fn server_function_sets_no_cookie_that_the_visitor_denies() {
    let server = Server::start(env!("CARGO_BIN_EXE_shop-dioxus"));
    let mut visitor = Browser::new(&server);
    visitor.headers.push(("Sec-GPC", "1"));
    let response = remember_offer(&mut visitor);
    assert_eq!((response.status, &*response.body), (200, "false"));
    assert_eq!(response.set_cookies(), [""; 0]);
}
