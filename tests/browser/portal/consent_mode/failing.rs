//! A failure is not taken for consent: of the script of the signals, of the network, of the log.

use std::sync::Arc;

use axum::Router;
use axum::routing::get;
use cookie_decl::consent_log::MemoryLog;
use cookie_decl::{Guard, Visitor};
use serde_json::json;

use super::super::{ACCEPT, REFUSE, Site, choose, is_quiet, javascript, page};
use super::{
    RECORD, STATISTICS, TAG, TYPES, WAITING, decide, defaults, granted, layer, record, runs, shop,
    waiting,
};
use crate::client::Context;
use crate::{Test, tests};

pub(in super::super) const TESTS: &[Test] = tests![
    tag_does_not_start_if_the_signals_did_not_load
    other_scripts_start_if_the_signals_did_not_load
    withdrawal_that_does_not_reach_the_server_tells_nothing
    agreement_that_the_log_refuses_is_not_told
    agreement_to_another_banner_is_told_on_the_next_page
];

/// Another category, which has no signals.
mod mixed {
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
        category Statistics: opt_in(consent_mode(analytics_storage)) {
            cookie | duration | set_by;
            /// Recognises a returning visitor
            "_ga" | 13 months | script;
        }
        /// Comfort
        category Comfort: opt_in {
            cookie | duration | set_by;
            /// Remembers the colours
            "colours" | 1 day | script;
        }
    }
}

mod elsewhere {
    cookie_decl::declare_cookies! {
        pub(super) policy;
        consent elsewhere "Banner & Co.";
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// The answer to the banner
            BANNER = "banner" | 6 months | set_by = script;
        }
        /// Statistics
        category Statistics: opt_in(consent_mode(analytics_storage)) {
            cookie | duration | set_by;
            /// Recognises a returning visitor
            "_ga" | 13 months | script;
        }
    }
}

/// A site whose link to `signals.js` leads nowhere.
fn broken(content: &'static str) -> Site {
    let guard = Guard::new(mixed::POLICY);
    let home = get(move |visitor: Visitor<mixed::Category>| async move {
        let head = visitor.head().replace("/signals.js", "/missing.js");
        let head = format!("<script src=/record.js></script>{head}");
        page(&head, &visitor.banner(), content)
    });
    let app = Router::new()
        .route("/", home)
        .route("/record.js", get(|| async { javascript(RECORD) }))
        .route("/tag.js", get(|| async { javascript(TAG) }))
        .merge(guard.routes());
    Site::start(app.layer(guard))
}

fn tag_does_not_start_if_the_signals_did_not_load(visitor: &Context<'_>) {
    let site = broken(WAITING);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    choose(&page, ACCEPT);
    page.wait_for("cookieconsent.granted.includes('Statistics')");
    page.navigate(&site.url("/"));
    page.wait_for("window.cookieconsent !== undefined");
    assert_eq!(record(&page), json!([]));
    let warned = page.console();
    let is_warning = |it: &String| it.contains("no signals");
    assert!(warned.iter().any(is_warning), "{warned:?}");
}

fn other_scripts_start_if_the_signals_did_not_load(visitor: &Context<'_>) {
    let site = broken("<script type=text/plain data-cookie-category=Comfort src=/tag.js></script>");
    let page = visitor.page();
    page.navigate(&site.url("/"));
    choose(&page, ACCEPT);
    runs(&page);
}

fn withdrawal_that_does_not_reach_the_server_tells_nothing(visitor: &Context<'_>) {
    let site = waiting();
    decide(&site, visitor, ACCEPT);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    runs(&page);
    page.navigate(&site.url("/cookies"));
    let before = layer(&page);
    let offline =
        json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    page.call("Network.emulateNetworkConditions", offline);
    // The page says so, and the answer before it still counts.
    choose(&page, REFUSE);
    assert_eq!(layer(&page), before);
    assert_eq!(page.evaluate("cookieconsent.granted.length"), 3);
}

fn agreement_that_the_log_refuses_is_not_told(visitor: &Context<'_>) {
    let log = Arc::new(MemoryLog::new());
    let site = shop(
        &Guard::new(shop::POLICY).record(Arc::clone(&log)),
        "",
        WAITING,
    );
    log.set_down(true);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    choose(&page, ACCEPT);
    assert_eq!(layer(&page), json!(defaults()));
    log.set_down(false);
    choose(&page, ACCEPT);
    runs(&page);
    assert_eq!(record(&page), granted(&TYPES));
}

fn agreement_to_another_banner_is_told_on_the_next_page(visitor: &Context<'_>) {
    let guard = Guard::new(elsewhere::POLICY).read_consent(|cookies| {
        let answer = elsewhere::BANNER.get(cookies).ok()??;
        let consent = elsewhere::Consent::decide(0);
        (answer == "yes").then(|| consent.grant(elsewhere::Category::Statistics))
    });
    let site = shop(&guard, "", WAITING);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.wait_for("window.cookieconsent !== undefined");
    assert_eq!(layer(&page), json!(defaults()));
    page.evaluate("document.cookie = 'banner=yes; Path=/'");
    // The write is on its way to another process, and the navigation would overtake it.
    page.wait_for("document.cookie.includes('banner=yes')");
    page.navigate(&site.url("/next"));
    runs(&page);
    assert_eq!(record(&page), granted(STATISTICS));
    is_quiet(&page);
}
