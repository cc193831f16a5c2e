//! Holds the shop against its table.

use cookie_decl_audit::report::Report;
use cookie_decl_audit::{Audit, Rule, walk};

use crate::cookies::POLICY;
use crate::rocket;

async fn walked(paths: &[&str]) -> Report {
    let site = walk::rocket(rocket()).await.expect("it starts");
    Audit::new(POLICY).walk(site, paths.iter().copied()).await
}

#[rocket::async_test]
async fn every_visitor_gets_the_cookies_of_the_table() {
    walked(&["/", "/set", "/visits", "/granted", "/cookies"])
        .await
        .assert_clean();
}

#[rocket::async_test]
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
