//! The real script of Clarity, which is public.

use std::thread;
use std::time::Duration;

use cookie_decl::Guard;
use serde_json::json;

use super::vendors::{OWN, decide, shop, site, with};
use super::{ACCEPT, REFUSE, Site, choose, stored};
use crate::client::Context;
use crate::client::npm::File;
use crate::{TestWithFile, tests};

pub(super) const WITH_CLARITY: &[TestWithFile] = tests![
    clarity_stores_nothing_before_consent
    clarity_knows_the_visitor_who_agreed_again
];

pub(super) const CLARITY: &File = &File {
    package: "clarity-js@0.8.70",
    path: "clarity-js/build/clarity.min.js",
};

/// Clarity as its loader starts it: its command comes first in the queue, whatever was there.
///
/// A project decides whether it stores something before it is told of consent (`track`).
fn clarity_site(clarity: &str, track: bool, content: &'static str) -> Site {
    let code = format!(
        "window.clarity ??= function () {{ (clarity.q ??= []).push(arguments) }};
        clarity('start', {{ projectId: 'test', upload: false, track: {track} }});
        clarity.q.unshift(clarity.q.pop());
        {clarity}"
    );
    let app = site(&Guard::new(shop::POLICY), "", content);
    with(app, &code)
}

fn clarity_stores_nothing_before_consent(visitor: &Context<'_>, clarity: &str) {
    let site = clarity_site(clarity, false, OWN);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.wait_for("typeof clarity?.v === 'string'");
    assert_eq!(stored(visitor), [""; 0]);
    choose(&page, ACCEPT);
    page.wait_for("document.cookie.includes('_clck')");
    page.navigate(&site.url("/cookies"));
    choose(&page, REFUSE);
    assert!(!stored(visitor).contains(&"_clck".to_owned()));
}

fn clarity_knows_the_visitor_who_agreed_again(visitor: &Context<'_>, clarity: &str) {
    let waiting = "<script type=text/plain data-cookie-category=Statistics src=/own.js></script>";
    let site = clarity_site(clarity, true, waiting);
    decide(&site, visitor, ACCEPT);
    let page = visitor.page();
    // The visitor that it knows, and the consent that it was told.
    let known = || {
        page.navigate(&site.url("/"));
        page.wait_for("typeof window.clarity?.v === 'string'");
        // After a denial it forgets the visitor and would have started again by now.
        thread::sleep(Duration::from_millis(600));
        page.evaluate(
            "new Promise((done) => clarity('metadata', ({ userId }, upgraded, { ad_Storage, analytics_Storage }) =>
                done([userId, ad_Storage, analytics_Storage]), false, false, true))",
        )
    };
    let first = known();
    assert_eq!(
        (&first[1], &first[2]),
        (&json!("granted"), &json!("granted"))
    );
    assert_eq!(known(), first);
}
