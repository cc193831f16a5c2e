//! Choosing where no script runs: the answer leads back to where the visitor was.

use super::{
    ACCEPT, BANNER, CHOOSE, MESSAGE, REFUSE, SAVE, Site, asked_for_any, has, is_quiet, keeps,
    status, text, ticked,
};
use crate::client::{Context, Page};
use crate::{Test, tests};

pub(super) const TESTS: &[Test] = tests![
    agreeing_leads_back_and_is_said
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

/// The page is the one before, and says at its beginning that the choice was saved.
#[track_caller]
fn is_back_and_told(page: &Page<'_>, here: &str) {
    assert_eq!(page.url(), format!("{here}#cookie-saved"));
    assert!(!has(page, BANNER));
    let said = text(page, "#cookie-saved");
    assert!(said.starts_with("Your choice has been saved."), "{said}");
    // The browser scrolls and moves the focus after the page has loaded.
    page.wait_for(SEEN_AND_FOCUSED);
}

const SEEN_AND_FOCUSED: &str = "(() => {
    const message = document.getElementById('cookie-saved'), { top, bottom } = message.getBoundingClientRect();
    return message.checkVisibility() && message === document.activeElement && top >= 0 && bottom <= innerHeight;
})()";

fn agreeing_leads_back_and_is_said(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = plain(visitor);
    let here = site.url("/data/air?sort=name&page=2");
    page.navigate(&here);
    page.loading(|| page.click(ACCEPT));
    is_back_and_told(&page, &here);
    page.loading(|| page.click("#cookie-saved a"));
    assert_eq!(ticked(&page), ["Statistics", "Maps"]);
    page.navigate(&site.url("/"));
    assert_eq!(
        page.evaluate("document.getElementById('cookie-saved').checkVisibility()"),
        false
    );
    keeps(visitor, &["__Host-cookie_preferences", "recent"]);
    assert!(!asked_for_any(&page, &["/audience.js", "/map.js"]));
    is_quiet(&page);
}

fn refusing_leads_back(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = plain(visitor);
    page.navigate(&site.url("/data/air"));
    page.loading(|| page.click(REFUSE));
    is_back_and_told(&page, &site.url("/data/air"));
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
    is_back_and_told(&page, &here);
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
    assert_eq!(
        page.evaluate("document.title.startsWith('Your choice has been saved. Cookie settings')"),
        true
    );
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
    assert!(
        page.url().starts_with(&site.url("/cookies?saved=")),
        "{}",
        page.url()
    );
    assert_eq!(text(&page, MESSAGE), "Your choice has been saved.");
    let title = page.evaluate("document.title");
    assert!(
        title
            .as_str()
            .is_some_and(|title| title.starts_with("Your choice has been saved. ")),
        "{title}"
    );
    // At the summary, which has a link to the form.
    let heading =
        page.evaluate("document.getElementById('cookie-present').getBoundingClientRect().top");
    assert!(
        heading
            .as_f64()
            .is_some_and(|top| (-1.0..200.0).contains(&top)),
        "{heading}"
    );
    assert!(has(&page, ".cookie-summary a[href*=preferences]"));
    assert_eq!(
        status(&page, "Statistics"),
        "Not in use: you rejected this."
    );
    keeps(visitor, &["__Host-cookie_preferences"]);
}
