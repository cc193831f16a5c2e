//! What the portal itself does with its exempt cookies.

use super::{ACCEPT, PAGES, Site, choose, has, is_quiet, keeps, text};
use crate::client::Context;
use crate::{Test, tests};

pub(super) const TESTS: &[Test] = tests![
    every_page_is_quiet
    no_cookie_of_the_portal_is_refused_by_the_browser
    signing_in_keeps_the_session_and_signing_out_removes_it
    chosen_language_is_that_of_all_pages
    form_with_its_token_is_taken
    form_without_its_token_is_refused
    answer_is_that_of_all_tabs
];

fn every_page_is_quiet(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    for path in PAGES {
        page.navigate(&site.url(path));
        is_quiet(&page);
    }
    page.navigate(&site.url("/"));
    choose(&page, ACCEPT);
    for path in PAGES {
        page.navigate(&site.url(path));
        is_quiet(&page);
    }
}

fn no_cookie_of_the_portal_is_refused_by_the_browser(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    // Of what comes from its cache the browser does not tell.
    page.call(
        "Network.setCacheDisabled",
        serde_json::json!({ "cacheDisabled": true }),
    );
    page.navigate(&site.url("/sign-in"));
    page.fill("[name=name]", "Zoë");
    page.loading(|| page.click("main button"));
    assert_eq!(page.blocked_cookies(), []);
    keeps(visitor, &["__Host-csrf", "__Host-session"]);
}

fn signing_in_keeps_the_session_and_signing_out_removes_it(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/sign-in"));
    page.fill("[name=name]", "Zoë");
    page.loading(|| page.click("main button"));
    assert_eq!(page.url(), site.url("/"));
    assert_eq!(text(&page, ".portal-header span"), "Zoë");
    let session = visitor.cookie("__Host-session").expect("it is stored");
    assert!(
        session.secure && session.http_only && session.path == "/" && session.expires.is_some()
    );
    page.navigate(&site.url("/data/air"));
    assert_eq!(text(&page, ".portal-header span"), "Zoë");
    page.loading(|| page.click("[action='/sign-out'] button"));
    assert!(visitor.cookie("__Host-session").is_none());
    assert!(has(&page, "a[href='/sign-in']"));
}

fn chosen_language_is_that_of_all_pages(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.loading(|| page.click("[lang=fr]"));
    assert_eq!(
        visitor.cookie("language").expect("it is stored").value,
        "fr"
    );
    assert!(text(&page, "[data-cookie-banner]").contains("Tout refuser"));
    for path in PAGES {
        page.navigate(&site.url(path));
        assert_eq!(
            page.evaluate("document.documentElement.lang"),
            "fr",
            "{path}"
        );
    }
    is_quiet(&page);
}

fn form_with_its_token_is_taken(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/contact"));
    page.fill("textarea", "<b>More trees</b>");
    page.loading(|| page.click("main button"));
    assert_eq!(text(&page, "q"), "<b>More trees</b>");
    keeps(visitor, &["__Host-csrf"]);
}

fn form_without_its_token_is_refused(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/contact"));
    page.fill("textarea", "More trees");
    page.evaluate("document.querySelector('[name=csrf]').value = 'guessed'; null");
    page.click("main button");
    page.wait_for("document.querySelector('textarea') === null");
    assert!(!has(&page, "q"));
}

fn answer_is_that_of_all_tabs(visitor: &Context<'_>) {
    let site = Site::portal();
    let (one, other) = (visitor.page(), visitor.page());
    one.navigate(&site.url("/"));
    other.navigate(&site.url("/data/air"));
    choose(&one, ACCEPT);
    other.reload();
    assert!(!has(&other, "[data-cookie-banner]"));
    other.wait_for("document.getElementById('map')?.textContent.length > 0");
}
