//! Holds the portal against its table.

use cookie_decl_audit::{Audit, Step};

use crate::cookies::POLICY;

#[test]
fn the_table_is_as_it_was_reviewed() {
    cookie_decl_audit::policy_file(POLICY, "cookie-policy.json");
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
        .walk(crate::app(), requests)
        .await
        .assert_clean();
}
