//! Pages that the server did not make for the present answer, such as those from a cache.

use std::thread;
use std::time::Duration;

use serde_json::json;

use super::super::{ACCEPT, REFUSE, choose, is_quiet};
use super::{TYPES, decide, defaults, granted, layer, record, runs, waiting};
use crate::client::Context;
use crate::{Test, tests};

pub(in super::super) const TESTS: &[Test] = tests![
    shared_page_follows_the_visitor
    page_from_the_cache_follows_a_refusal
    prefetched_page_follows_a_refusal
    page_gone_back_to_is_told_of_an_agreement
    other_tab_is_told_of_an_agreement
];

/// Long enough for whatever should not happen.
const WHILE: Duration = Duration::from_millis(400);

fn shared_page_follows_the_visitor(visitor: &Context<'_>) {
    let site = waiting();
    let page = visitor.page();
    page.navigate(&site.url("/shared"));
    page.wait_for("window.cookieconsent !== undefined");
    assert_eq!(layer(&page), json!(defaults()));
    choose(&page, ACCEPT);
    runs(&page);
    assert_eq!(record(&page), granted(&TYPES));
    page.navigate(&site.url("/cookies"));
    page.evaluate("sessionStorage.removeItem('record')");
    page.navigate(&site.url("/shared"));
    runs(&page);
    assert_eq!(record(&page), granted(&TYPES));
    is_quiet(&page);
}

fn page_from_the_cache_follows_a_refusal(visitor: &Context<'_>) {
    let site = waiting();
    decide(&site, visitor, ACCEPT);
    let page = visitor.page();
    page.navigate(&site.url("/shared"));
    runs(&page);
    page.navigate(&site.url("/cookies"));
    choose(&page, REFUSE);
    page.navigate(&site.url("/shared"));
    page.wait_for("window.cookieconsent !== undefined");
    assert_eq!(
        page.evaluate("performance.getEntriesByType('navigation')[0].transferSize"),
        0
    );
    assert_eq!(layer(&page), json!(defaults()));
}

fn prefetched_page_follows_a_refusal(visitor: &Context<'_>) {
    let site = waiting();
    decide(&site, visitor, ACCEPT);
    let page = visitor.page();
    page.navigate(&site.url("/cookies"));
    page.evaluate(
        "{ const rules = document.createElement('script');
        rules.type = 'speculationrules';
        rules.text = JSON.stringify({ prefetch: [{ urls: ['/next'], eagerness: 'immediate' }] });
        document.head.append(rules) }",
    );
    thread::sleep(WHILE);
    choose(&page, REFUSE);
    page.loading(|| drop(page.evaluate("setTimeout(() => { location.href = '/next' }); null")));
    page.wait_for("window.cookieconsent !== undefined");
    assert_eq!(layer(&page), json!(defaults()));
}

fn page_gone_back_to_is_told_of_an_agreement(visitor: &Context<'_>) {
    let site = waiting();
    let page = visitor.page();
    page.navigate(&site.url("/next"));
    page.evaluate("window.isSame = true; null");
    page.navigate(&site.url("/cookies"));
    choose(&page, ACCEPT);
    page.back();
    runs(&page);
    assert_eq!(
        page.evaluate("window.isSame"),
        true,
        "the browser kept it as it was"
    );
    assert_eq!(record(&page), granted(&TYPES));
}

fn other_tab_is_told_of_an_agreement(visitor: &Context<'_>) {
    let site = waiting();
    let page = visitor.page();
    page.navigate(&site.url("/"));
    decide(&site, visitor, ACCEPT);
    runs(&page);
    assert_eq!(record(&page), granted(&TYPES));
}
