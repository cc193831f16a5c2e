//! Other sites cannot answer for a visitor.

use axum::Router;
use axum::response::Html;
use axum::routing::get;

use super::{ACCEPT, BANNER, MESSAGE, REFUSE, Site, choose, has, keeps, status, text};
use crate::client::Context;
use crate::{Test, tests};

pub(super) const TESTS: &[Test] = tests![
    form_of_another_site_is_refused
    form_of_another_site_changes_no_answer
    request_of_another_sites_script_is_refused
    link_from_another_site_only_shows_the_form
];

/// A site that would like the visitor to have agreed.
fn evil(portal: &Site) -> Site {
    let target = portal.url("/cookies/preferences");
    let body = format!(
        "<!DOCTYPE html><html lang=en><title>Evil</title><form method=post action='{target}'>
        <input name=choice value=accept><input name=return value='//evil.localhost/'><button>Win a prize</button></form>
        <a href='{target}?return=//evil.localhost/&choice=accept'>Read on</a>"
    );
    Site::start(Router::new().route("/", get(move || async move { Html(body) })))
}

fn form_of_another_site_is_refused(visitor: &Context<'_>) {
    let portal = Site::portal();
    let evil = evil(&portal);
    let page = visitor.page();
    for host in ["evil.localhost", "127.0.0.1"] {
        page.navigate(&evil.at(host, "/"));
        page.loading(|| page.click("button"));
        let told = text(&page, "main");
        assert!(
            told.contains("We accept a choice only from a page of this site"),
            "{host}: {told}"
        );
        assert!(has(&page, "main a[href='/cookies/preferences']"), "{host}");
        assert!(visitor.cookies().is_empty(), "{host}");
    }
    page.navigate(&portal.url("/"));
    assert!(has(&page, BANNER));
}

fn form_of_another_site_changes_no_answer(visitor: &Context<'_>) {
    let portal = Site::portal();
    let evil = evil(&portal);
    let page = visitor.page();
    page.navigate(&portal.url("/"));
    choose(&page, REFUSE);
    let before = visitor.cookies();
    page.navigate(&evil.at("evil.localhost", "/"));
    page.loading(|| page.click("button"));
    assert_eq!(visitor.cookies(), before);
}

fn request_of_another_sites_script_is_refused(visitor: &Context<'_>) {
    let portal = Site::portal();
    let evil = evil(&portal);
    let page = visitor.page();
    page.navigate(&evil.at("evil.localhost", "/"));
    page.evaluate(&format!(
        "fetch('{}', {{ method: 'POST', mode: 'no-cors', credentials: 'include',
            body: new URLSearchParams({{ choice: 'accept' }}) }}).then(() => null)",
        portal.url("/cookies/preferences")
    ));
    assert!(visitor.cookies().is_empty());
}

fn link_from_another_site_only_shows_the_form(visitor: &Context<'_>) {
    let portal = Site::portal();
    let evil = evil(&portal);
    let page = visitor.page();
    page.scripts(false);
    page.navigate(&evil.at("evil.localhost", "/"));
    page.loading(|| page.click("a"));
    assert_eq!(
        status(&page, "Statistics"),
        "Not in use: you have not chosen yet."
    );
    assert!(visitor.cookies().is_empty());
    // The way back that it named leads nowhere.
    page.loading(|| page.click(ACCEPT));
    assert!(
        page.url()
            .starts_with(&portal.url("/cookies/preferences?saved=")),
        "{}",
        page.url()
    );
    assert_eq!(text(&page, MESSAGE), "Your choice has been saved.");
    keeps(visitor, &["__Host-cookie_preferences"]);
}
