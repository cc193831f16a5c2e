//! Holds the portal against its table.

use std::net::Ipv4Addr;

use cookie_decl::consent_log::MemoryLog;
use cookie_decl_audit::browse::Page;
use cookie_decl_audit::{Audit, Step};
use tokio::net::TcpListener;

use crate::cookies::POLICY;

#[test]
fn the_table_is_as_it_was_reviewed() {
    cookie_decl_audit::policy_file(POLICY, "cookie-policy.json");
}

#[test]
fn the_source_stores_and_loads_what_the_table_says() {
    Audit::new(POLICY).scan(["src", "assets"]).assert_clean();
}

#[tokio::test]
async fn every_visitor_gets_the_cookies_of_the_table() {
    let requests = [
        Step::get("/"),
        Step::get("/data/trees"),
        Step::get("/"),
        Step::post("/language").form([("language", "fr")]),
        Step::get("/sign-in"),
        Step::submit("/sign-in", [("name", "Ada")]),
        Step::get("/contact"),
        Step::submit("/contact", [("message", "Hello")]),
        Step::post("/sign-out"),
        Step::get("/cookies"),
        Step::get("/audience.js"),
    ];
    Audit::new(POLICY)
        .walk(crate::app(MemoryLog::new()), requests)
        .await
        .assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_keeps_and_loads_what_the_table_says() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = format!("http://localhost:{}", listener.local_addr().unwrap().port());
    tokio::spawn(async { axum::serve(listener, crate::app(MemoryLog::new())).await });
    let pages = [
        Page::new("/"),
        Page::new("/data/trees"),
        Page::new("/sign-in")
            .fill("[name=name]", "Ada")
            .click("main button"),
        Page::new("/contact").click("button[value=en]"),
        Page::new("/cookies"),
    ];
    let visit = move || Audit::new(POLICY).browse(&address, pages).assert_clean();
    tokio::task::spawn_blocking(visit).await.unwrap();
}
