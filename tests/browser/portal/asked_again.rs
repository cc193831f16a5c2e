//! Answers that do not count any more.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use cookie_decl::Guard;

use super::{ACCEPT, BANNER, NOW, REFUSE, Site, choose, has, keeps, site, status, text};
use crate::client::Context;
use crate::{Test, tests};

pub(super) const TESTS: &[Test] = tests![
    policy_that_changed_asks_for_the_changed_category_only
    other_wording_asks_nobody
    answer_to_what_changed_is_remembered
    reason_goes_with_the_answer
    expired_answer_asks_again
];

/// A table with another duration and another wording of two categories.
macro_rules! table {
    ($module:ident, $statistics:literal, $($maps:tt)*) => {
        mod $module {
            cookie_decl::declare_cookies! {
                pub(super) policy;
                /// Needed
                ///
                /// The site does not work without these.
                category Necessary: exempt {
                    cookie | duration;
                    /// Remembers what you chose
                    PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
                }
                /// Statistics
                category Statistics: opt_in {
                    cookie | duration | purpose;
                    "count" | 1 day | $statistics;
                }
                /// Maps
                category Maps: opt_in {
                    cookie | duration | purpose;
                    "tiles" | $($maps)* | "Counts pictures";
                }
            }
        }
    };
}

table!(before, "Counts", 1 day);
table!(reworded, "Counts what you read", 1 day);
table!(after, "Counts", 30 days);

fn policy_that_changed_asks_for_the_changed_category_only(visitor: &Context<'_>) {
    let site_then = site(&Guard::new(before::POLICY), "");
    let place = Site::start(site_then);
    let page = visitor.page();
    page.navigate(&place.url("/"));
    choose(&page, ACCEPT);
    place.becomes(site(&Guard::new(after::POLICY), ""));
    page.navigate(&place.url("/"));
    let banner = text(&page, BANNER);
    assert!(
        banner.contains("Something has changed or is new since you last chose: Maps."),
        "{banner}"
    );
    page.navigate(&place.url("/cookies"));
    assert_eq!(
        status(&page, "Statistics"),
        "In use: you gave your consent."
    );
    assert_eq!(
        status(&page, "Maps"),
        "Not in use: you have not chosen yet."
    );
}

fn other_wording_asks_nobody(visitor: &Context<'_>) {
    let place = Site::start(site(&Guard::new(before::POLICY), ""));
    let page = visitor.page();
    page.navigate(&place.url("/"));
    choose(&page, ACCEPT);
    place.becomes(site(&Guard::new(reworded::POLICY), ""));
    page.navigate(&place.url("/"));
    assert!(!has(&page, BANNER));
}

fn answer_to_what_changed_is_remembered(visitor: &Context<'_>) {
    let place = Site::start(site(&Guard::new(before::POLICY), ""));
    let page = visitor.page();
    page.navigate(&place.url("/"));
    choose(&page, REFUSE);
    place.becomes(site(&Guard::new(after::POLICY), ""));
    page.navigate(&place.url("/"));
    choose(&page, REFUSE);
    page.navigate(&place.url("/"));
    assert!(!has(&page, BANNER));
    keeps(visitor, &["__Host-cookie_preferences"]);
}

fn reason_goes_with_the_answer(visitor: &Context<'_>) {
    let place = Site::start(site(&Guard::new(before::POLICY), ""));
    let page = visitor.page();
    page.navigate(&place.url("/"));
    choose(&page, REFUSE);
    place.becomes(site(&Guard::new(after::POLICY), ""));
    for path in ["/cookies", "/cookies/preferences"] {
        page.navigate(&place.url(path));
        assert!(
            text(&page, "main").contains("Something has changed or is new since you last chose"),
            "{path}"
        );
    }
    for path in ["/cookies", "/cookies/preferences"] {
        page.navigate(&place.url(path));
        choose(&page, REFUSE);
        assert!(
            !text(&page, "main").contains("we have changed what we use"),
            "{path}"
        );
    }
}

fn expired_answer_asks_again(visitor: &Context<'_>) {
    let now = Arc::new(AtomicU64::new(NOW));
    let clock = Arc::clone(&now);
    let guard = Guard::new(before::POLICY).clock(move || clock.load(Ordering::Relaxed));
    let place = Site::start(site(&guard, ""));
    let page = visitor.page();
    page.navigate(&place.url("/"));
    choose(&page, ACCEPT);
    now.fetch_add(170 * 86_400, Ordering::Relaxed);
    page.navigate(&place.url("/"));
    assert!(!has(&page, BANNER));
    now.fetch_add(20 * 86_400, Ordering::Relaxed);
    page.navigate(&place.url("/"));
    assert!(text(&page, BANNER).contains("Your last choice has expired"));
    page.navigate(&place.url("/cookies"));
    assert_eq!(
        status(&page, "Statistics"),
        "Not in use: you have not chosen yet."
    );
}
