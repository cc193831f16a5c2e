//! A tag manager, the options, and a browser without scripts.

use cookie_decl::Guard;
use cookie_decl::guard::ConsentMode;
use serde_json::json;

use super::super::{ACCEPT, asked_for_any};
use super::{choose_only, layer, record, shop, state, waiting};
use crate::client::Context;
use crate::{Test, tests};

pub(in super::super) const TESTS: &[Test] = tests![
    tag_manager_fires_once_its_type_is_granted
    options_are_in_the_default
    without_scripts_nothing_is_sent
];

/// A container of the published form: one tag that needs `analytics_storage`, on all pages and on the event
/// `cookieconsent`. A tag that it holds back is not fired later.
pub(super) const CONTAINER: &str = "{
    const state = {};
    let isFired = false;
    const fire = (event) => {
        if (isFired) return;
        isFired = state.analytics_storage === 'granted';
        record([event, state.analytics_storage, isFired ? 'fired' : 'held back']);
    };
    const hear = (it) => {
        if (it[0] === 'consent') Object.assign(state, it[2]);
        else if (it.event) fire(it.event);
    };
    dataLayer.forEach(hear);
    const { push } = dataLayer;
    dataLayer.push = function (...all) {
        all.forEach(hear);
        return push.apply(this, all);
    };
    dataLayer.push({ event: 'gtm.js' });
}";

fn tag_manager_fires_once_its_type_is_granted(visitor: &Context<'_>) {
    let site = shop(
        &Guard::new(shop::POLICY),
        "<script src=/container.js></script>",
        "",
    );
    let page = visitor.page();
    page.navigate(&site.url("/"));
    let held = json!(["gtm.js", "denied", "held back"]);
    assert_eq!(record(&page), json!([held]));
    choose_only(&page, "Statistics");
    let fired = json!(["cookieconsent", "granted", "fired"]);
    assert_eq!(record(&page), json!([held, fired]));
    // On the next page the answer may be known only after the container runs.
    page.navigate(&site.url("/next"));
    page.wait_for("JSON.parse(sessionStorage.record).length === 4");
    assert_eq!(record(&page), json!([held, fired, held, fired]));
}

fn options_are_in_the_default(visitor: &Context<'_>) {
    let options = ConsentMode::new()
        .wait_for_update(1_000)
        .ads_data_redaction(false)
        .url_passthrough(true);
    let site = shop(&Guard::new(shop::POLICY).consent_mode(options), "", "");
    let page = visitor.page();
    page.navigate(&site.url("/"));
    let mut denied = state(&[]);
    denied["wait_for_update"] = json!(1_000);
    let expected = json!([
        ["consent", "default", denied],
        ["set", "url_passthrough", true]
    ]);
    assert_eq!(layer(&page), expected);
}

fn without_scripts_nothing_is_sent(visitor: &Context<'_>) {
    let site = waiting();
    let page = visitor.page();
    page.scripts(false);
    page.navigate(&site.url("/"));
    page.loading(|| page.click(ACCEPT));
    assert_eq!(page.evaluate("typeof dataLayer"), "undefined");
    assert!(!asked_for_any(&page, &["/tag.js"]));
}
