//! What the visitor chooses, and what tags are told.

use cookie_decl::Guard;
use serde_json::{Value, json};

use super::super::{ACCEPT, REFUSE, Site, asked_for_any, choose, is_quiet, site};
use super::{
    AT_ONCE, STATISTICS, TYPES, WAITING, choose_only, decide, defaults, granted, layer, record,
    runs, shop, state, update, waiting,
};
use crate::client::{Context, Page};
use crate::{Test, tests};

pub(in super::super) const TESTS: &[Test] = tests![
    everything_is_denied_before_any_tag
    agreeing_is_told_before_the_tag_starts
    agreeing_is_told_before_what_runs_at_once
    agreeing_to_one_category_grants_its_types
    refusing_tells_nothing_new
    next_page_of_a_visitor_who_agreed_is_told_before_the_tag_starts
    withdrawing_is_told_before_the_page_goes
    signal_of_the_browser_denies_what_was_agreed_to
    what_nobody_objected_to_is_granted_once_that_is_known
    signal_of_the_browser_denies_what_nobody_objected_to
    type_of_two_categories_is_granted_by_both
];

mod measured {
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
        category Statistics: opt_out(consent_mode(analytics_storage)) {
            cookie | duration | set_by;
            /// Recognises a returning visitor
            "_ga" | 13 months | script;
        }
    }
}

mod shared {
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
        category Statistics: opt_in(consent_mode(analytics_storage, functionality_storage)) {
            cookie | duration | set_by;
            /// Recognises a returning visitor
            "_ga" | 13 months | script;
        }
        /// Experiments
        category Experiments: opt_in(consent_mode(analytics_storage)) {
            cookie | duration | set_by;
            /// Shows you the same variant
            "variant" | 1 month | script;
        }
    }
}

fn everything_is_denied_before_any_tag(visitor: &Context<'_>) {
    let site = shop(&Guard::new(shop::POLICY), AT_ONCE, WAITING);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    let line = vec![json!("the tag runs")];
    assert_eq!(record(&page), json!([defaults(), line].concat()));
    page.wait_for("window.cookieconsent !== undefined");
    assert_eq!(layer(&page), json!(defaults()));
    is_quiet(&page);
}

fn agreeing_is_told_before_the_tag_starts(visitor: &Context<'_>) {
    let site = waiting();
    let page = visitor.page();
    page.navigate(&site.url("/"));
    assert!(!asked_for_any(&page, &["/tag.js"]));
    choose(&page, ACCEPT);
    runs(&page);
    assert_eq!(record(&page), granted(&TYPES));
    is_quiet(&page);
}

fn agreeing_is_told_before_what_runs_at_once(visitor: &Context<'_>) {
    // Inline, which a strict policy forbids, and `async`, so that it runs as soon as it starts.
    let tag = "<script type=text/plain async data-cookie-category=Statistics>\
        window.before = [...dataLayer].filter((it) => it[1] === 'update').length</script>";
    let site = Site::start(site(&Guard::new(shop::POLICY), tag));
    let page = visitor.page();
    page.navigate(&site.url("/"));
    choose(&page, ACCEPT);
    assert_eq!(page.evaluate("before"), 1);
    page.navigate(&site.url("/"));
    page.wait_for("window.before === 1");
}

fn agreeing_to_one_category_grants_its_types(visitor: &Context<'_>) {
    let site = waiting();
    let page = visitor.page();
    page.navigate(&site.url("/"));
    choose_only(&page, "Statistics");
    runs(&page);
    assert_eq!(record(&page), granted(STATISTICS));
}

fn refusing_tells_nothing_new(visitor: &Context<'_>) {
    let site = waiting();
    let page = visitor.page();
    page.navigate(&site.url("/"));
    choose(&page, REFUSE);
    assert_eq!(layer(&page), json!(defaults()));
    page.navigate(&site.url("/next"));
    page.wait_for("window.cookieconsent !== undefined");
    assert_eq!(layer(&page), json!(defaults()));
}

fn next_page_of_a_visitor_who_agreed_is_told_before_the_tag_starts(visitor: &Context<'_>) {
    let site = waiting();
    decide(&site, visitor, ACCEPT);
    let page = visitor.page();
    page.navigate(&site.url("/next"));
    runs(&page);
    assert_eq!(record(&page), granted(&TYPES));
}

fn withdrawing_is_told_before_the_page_goes(visitor: &Context<'_>) {
    let site = waiting();
    decide(&site, visitor, ACCEPT);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    runs(&page);
    page.evaluate("sessionStorage.removeItem('record')");
    // The form of another tab.
    page.loading(|| decide(&site, visitor, REFUSE));
    let line = vec![json!("the page goes")];
    assert_eq!(record(&page), json!([update(&[]), line].concat()));
    assert_eq!(layer(&page), json!(defaults()));
}

fn signal_of_the_browser_denies_what_was_agreed_to(visitor: &Context<'_>) {
    let site = waiting();
    let page = visitor.page();
    page.extra_headers(&[("Sec-GPC", "1")]);
    page.navigate(&site.url("/"));
    choose(&page, ACCEPT);
    runs(&page);
    assert_eq!(record(&page), granted(STATISTICS));
}

fn what_nobody_objected_to_is_granted_once_that_is_known(visitor: &Context<'_>) {
    let site = shop(&Guard::new(measured::POLICY), "", WAITING);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    runs(&page);
    assert_eq!(record(&page), granted(STATISTICS));
    decide(&site, visitor, REFUSE);
    page.navigate(&site.url("/next"));
    page.wait_for("window.cookieconsent !== undefined");
    assert_eq!(layer(&page), json!(defaults()));
}

fn signal_of_the_browser_denies_what_nobody_objected_to(visitor: &Context<'_>) {
    let site = shop(&Guard::new(measured::POLICY), "", WAITING);
    let page = visitor.page();
    page.extra_headers(&[("Sec-GPC", "1")]);
    page.navigate(&site.url("/"));
    page.wait_for("window.cookieconsent !== undefined");
    assert_eq!(layer(&page), json!(defaults()));
}

fn type_of_two_categories_is_granted_by_both(visitor: &Context<'_>) {
    let site = shop(&Guard::new(shared::POLICY), "", "");
    let page = visitor.page();
    page.navigate(&site.url("/"));
    let last =
        |page: &Page<'_>| page.evaluate("[...dataLayer].findLast((it) => it[0] === 'consent')[2]");
    let denied = json!({ "functionality_storage": "denied", "wait_for_update": 500 });
    let with = |granted: &[&str], more: Value| {
        let mut state = state(granted);
        state
            .as_object_mut()
            .expect("it is one")
            .append(&mut more.as_object().expect("it is one").clone());
        state
    };
    assert_eq!(last(&page), with(&[], denied));
    choose_only(&page, "Statistics");
    // This one has a single category.
    assert_eq!(
        last(&page),
        with(&[], json!({ "functionality_storage": "granted" }))
    );
    page.navigate(&site.url("/cookies"));
    choose(&page, ACCEPT);
    assert_eq!(
        last(&page),
        with(STATISTICS, json!({ "functionality_storage": "granted" }))
    );
}
