//! What islands and forms call.

use cookie_decl_tests_frameworks::client::{Browser, Response, Server};

const SHOP: &str = env!("CARGO_BIN_EXE_shop-leptos");

fn call(visitor: &mut Browser, path: &str, arguments: &str) -> Response {
    let headers = [("Content-Type", "application/x-www-form-urlencoded")];
    visitor.send("POST", path, &headers, arguments)
}

#[test]
fn server_function_sets_a_cookie_that_the_visitor_allows() {
    let server = Server::start(SHOP);
    let response = call(&mut Browser::new(&server), "/api/offer", "offer=7");
    assert_eq!((response.status, &*response.body), (200, "true"));
    let offer = response.set_cookie("offer").expect("it is allowed");
    assert!(offer.starts_with("offer=7;"), "{offer}");
}

#[test]
fn server_function_sets_no_cookie_that_the_visitor_denies() {
    let server = Server::start(SHOP);
    let mut visitor = Browser::new(&server);
    visitor.headers.push(("Sec-GPC", "1"));
    let response = call(&mut visitor, "/api/offer", "offer=7");
    assert_eq!((response.status, &*response.body), (200, "false"));
    assert_eq!(response.set_cookies(), [""; 0]);
}

#[test]
fn server_function_runs_with_a_grant() {
    let server = Server::start(SHOP);
    let mut visitor = Browser::new(&server);
    visitor.choose("choice=save&allow=Statistics");
    visitor.get("/set");
    let response = call(&mut visitor, "/api/last_seen", "");
    assert_eq!((response.status, &*response.body), (200, "42"));
}

#[test]
fn server_function_says_which_grant_is_missing() {
    let server = Server::start(SHOP);
    let response = call(&mut Browser::new(&server), "/api/last_seen", "");
    assert_eq!(response.status, 403);
    assert!(
        response
            .body
            .contains("the visitor does not allow `Statistics`"),
        "{}",
        response.body
    );
}
