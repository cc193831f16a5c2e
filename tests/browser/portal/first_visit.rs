//! Before anybody has chosen anything.

use super::{BANNER, PAGES, Site, asked_for_any, has, is_quiet, keeps, status, text, ticked};
use crate::client::{Context, Page};
use crate::{Test, tests};

pub(super) const TESTS: &[Test] = tests![
    first_visit_stores_nothing
    form_stores_its_token_only
    what_needs_agreement_is_not_even_fetched
    banner_says_what_it_asks_for
    banner_is_on_every_page_of_the_portal
    nothing_is_ticked_beforehand
    accept_and_refuse_look_the_same
];

fn first_visit_stores_nothing(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    for path in ["/", "/data/air", "/cookies", "/cookies/preferences"] {
        page.navigate(&site.url(path));
        assert!(
            visitor.cookies().is_empty(),
            "{path}: {:?}",
            visitor.cookies()
        );
        assert_eq!(
            page.evaluate("localStorage.length + sessionStorage.length"),
            0,
            "{path}"
        );
    }
}

fn form_stores_its_token_only(visitor: &Context<'_>) {
    let site = Site::portal();
    visitor.page().navigate(&site.url("/contact"));
    keeps(visitor, &["__Host-csrf"]);
}

fn what_needs_agreement_is_not_even_fetched(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/data/air"));
    assert!(asked_for_any(&page, &["/cookies/script.js"]));
    assert!(!asked_for_any(&page, &["/audience.js", "/map.js"]));
    is_quiet(&page);
}

fn banner_says_what_it_asks_for(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/"));
    let banner = text(&page, BANNER);
    assert!(banner.contains("Audience measurement, Maps"), "{banner}");
    assert_eq!(
        page.evaluate(&format!(
            "document.querySelector({BANNER:?}).checkVisibility()"
        )),
        true
    );
    assert_eq!(
        page.evaluate(&format!(
            "document.body.firstElementChild.matches({BANNER:?})"
        )),
        true
    );
}

fn banner_is_on_every_page_of_the_portal(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    for path in PAGES {
        page.navigate(&site.url(path));
        // The pages about cookies ask by themselves.
        assert_eq!(has(&page, BANNER), !path.starts_with("/cookies"), "{path}");
        assert!(has(&page, "[data-cookie-choice] [value=refuse]"), "{path}");
    }
}

fn nothing_is_ticked_beforehand(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/cookies/preferences"));
    assert_eq!(
        page.evaluate("document.querySelectorAll('[name=allow]').length"),
        2
    );
    assert!(ticked(&page).is_empty());
    assert_eq!(
        status(&page, "Statistics"),
        "Not in use: you have not chosen yet."
    );
}

/// What the eye sees of the buttons, and their size.
const LOOKS: &str =
    "[...document.querySelectorAll('[value=accept], [value=refuse]')].map(control => {
        const { width, height } = control.getBoundingClientRect(), style = getComputedStyle(control);
        const seen = ['color', 'backgroundColor', 'borderTop', 'borderBottom', 'borderInlineStart', 'borderRadius',
            'font', 'letterSpacing', 'textAlign', 'textDecoration', 'textTransform', 'padding', 'margin', 'boxShadow',
            'opacity', 'cursor', 'visibility', 'order'];
        return JSON.stringify([width, height, ...seen.map(name => style[name])]);
    })";

#[track_caller]
pub(super) fn both_look_the_same(page: &Page<'_>, what: &str) {
    let looks = page.evaluate(LOOKS);
    let looks = looks.as_array().expect("a list");
    for pair in looks.chunks(2) {
        assert_eq!(pair.len(), 2, "{what}");
        assert_eq!(pair[0], pair[1], "{what}");
    }
    assert!(!looks.is_empty(), "{what}");
}

fn accept_and_refuse_look_the_same(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    for width in [1280, 360] {
        page.viewport(width, 800, 1);
        for path in ["/", "/cookies", "/cookies/preferences"] {
            page.navigate(&site.url(path));
            both_look_the_same(&page, &format!("{path} at {width}"));
        }
    }
}
