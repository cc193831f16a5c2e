//! Choosing where no script runs: the answer leads back to where the visitor was.

use super::{
    ACCEPT, BANNER, CHOOSE, MESSAGE, REFUSE, SAVE, Site, asked_for_any, has, is_quiet, keeps,
    status, text, ticked,
};
use crate::client::{Context, Page};
use crate::{Test, tests};

pub(super) const TESTS: &[Test] = tests![
    agreeing_leads_back
    refusing_leads_back
    choosing_one_category_leads_back
    saving_without_a_way_back_is_said
    changing_keeps_the_other_answer
    withdrawing_leads_back_to_the_policy
];

fn plain<'c>(visitor: &'c Context<'_>) -> Page<'c> {
    let page = visitor.page();
    page.scripts(false);
    page
}

fn agreeing_leads_back(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = plain(visitor);
    let here = site.url("/data/air?sort=name&page=2");
    page.navigate(&here);
    page.loading(|| page.click(ACCEPT));
    assert_eq!(page.url(), here);
    assert!(!has(&page, BANNER));
    keeps(visitor, &["__Host-cookie_preferences", "recent"]);
    assert!(!asked_for_any(&page, &["/audience.js", "/map.js"]));
    is_quiet(&page);
}

fn refusing_leads_back(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = plain(visitor);
    page.navigate(&site.url("/data/air"));
    page.loading(|| page.click(REFUSE));
    assert_eq!(page.url(), site.url("/data/air"));
    assert!(!has(&page, BANNER));
    keeps(visitor, &["__Host-cookie_preferences"]);
}

fn choosing_one_category_leads_back(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = plain(visitor);
    let here = site.url("/data/air?sort=name&page=2");
    page.navigate(&here);
    page.loading(|| page.click(CHOOSE));
    page.click("[value=Statistics]");
    page.loading(|| page.click(SAVE));
    assert_eq!(page.url(), here);
    keeps(visitor, &["__Host-cookie_preferences", "recent"]);
    page.navigate(&site.url("/cookies/preferences"));
    assert_eq!(ticked(&page), ["Statistics"]);
}

fn saving_without_a_way_back_is_said(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = plain(visitor);
    page.navigate(&site.url("/cookies/preferences"));
    assert_eq!(text(&page, MESSAGE), "");
    page.loading(|| page.click(SAVE));
    assert_eq!(text(&page, MESSAGE), "Your choice has been saved.");
    assert_eq!(status(&page, "Maps"), "Not in use: you rejected this.");
}

fn changing_keeps_the_other_answer(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = plain(visitor);
    page.navigate(&site.url("/"));
    page.loading(|| page.click(ACCEPT));
    page.navigate(&site.url("/cookies/preferences"));
    page.click("[value=Maps]");
    page.loading(|| page.click(SAVE));
    assert_eq!(ticked(&page), ["Statistics"]);
    assert_eq!(status(&page, "Maps"), "Not in use: you rejected this.");
}

fn withdrawing_leads_back_to_the_policy(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = plain(visitor);
    page.navigate(&site.url("/data/air"));
    page.loading(|| page.click(ACCEPT));
    page.navigate(&site.url("/cookies"));
    page.loading(|| page.click(REFUSE));
    assert_eq!(page.url(), site.url("/cookies"));
    assert_eq!(
        status(&page, "Statistics"),
        "Not in use: you rejected this."
    );
    keeps(visitor, &["__Host-cookie_preferences"]);
}
