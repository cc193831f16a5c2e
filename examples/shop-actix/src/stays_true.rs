//! Holds the shop against its table.

use actix_web::cookie::Key;
use cookie_decl::Guard;
use cookie_decl_audit::report::Report;
use cookie_decl_audit::{Audit, Rule, walk};

use crate::app;
use crate::cookies::POLICY;

async fn walked(paths: &[&str]) -> Report {
    let app = walk::actix(app(Guard::new(POLICY), Key::generate())).await;
    Audit::new(POLICY).walk(app, paths.iter().copied()).await
}

#[actix_web::test]
async fn every_visitor_gets_the_cookies_of_the_table() {
    walked(&["/", "/set", "/visits", "/granted", "/cookies"])
        .await
        .assert_clean();
}

#[actix_web::test]
async fn cookies_that_the_guard_would_drop_or_shorten_are_found() {
    let report = walked(&["/set", "/rogue", "/long"]).await;
    let rules: Vec<_> = report
        .findings
        .iter()
        .map(|it| (it.rule, &*it.subject))
        .collect();
    assert_eq!(
        rules,
        [(Rule::Undeclared, "tracker"), (Rule::TooLong, "session")]
    );
}
