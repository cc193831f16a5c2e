//! Google's consent mode: what is in `dataLayer`, and in which order, when a tag runs.

pub(super) mod advanced;
pub(super) mod choices;
pub(super) mod failing;
pub(super) mod tags;
pub(super) mod views;

use axum::Router;
use axum::http::header::CACHE_CONTROL;
use axum::response::IntoResponse as _;
use axum::routing::get;
use cookie_decl::consent::Categories;
use cookie_decl::guard::SecurityPolicy;
use cookie_decl::{Guard, Visitor};
use serde_json::{Value, json};

use super::{SAVE, Site, choose, javascript, open_form, page};
use crate::client::{Context, Page};

mod shop {
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
        /// Advertising
        category Marketing: opt_in(gpc, consent_mode(ad_storage, ad_user_data, ad_personalization)) {
            cookie | duration | set_by;
            /// Counts clicks
            "_gcl_au" | 3 months | script;
        }
    }
}

/// Keeps what happens in this tab over the pages that it shows.
const RECORD: &str = "window.record = (it) => {
    sessionStorage.record = JSON.stringify([...JSON.parse(sessionStorage.record ?? '[]'), it]);
};";

/// A tag of the published form of Google's tags: it obeys what is queued, and then what is added. Only an `arguments`
/// object is a command.
const TAG: &str = "{
    const hear = (it) => record(Object.prototype.toString.call(it) === '[object Arguments]' ? [...it] : it);
    window.dataLayer = window.dataLayer || [];
    dataLayer.forEach(hear);
    const { push } = dataLayer;
    dataLayer.push = function (...all) {
        all.forEach(hear);
        return push.apply(this, all);
    };
    record('the tag runs');
    addEventListener('pagehide', () => record('the page goes'));
}";

/// As vendors' instructions have it, except that it waits for consent.
const WAITING: &str =
    "<script type=text/plain data-cookie-category=Statistics src=/tag.js></script>";
const AT_ONCE: &str = "<script src=/tag.js></script>";

/// A shop under a strict policy: `/` and `/next` with the visitor's head and banner, and `/shared`, which is the same
/// for everybody and may be kept for a while.
fn shop<K: Categories>(guard: &Guard<K>, head: &'static str, tag: impl Into<String>) -> Site {
    let tag: String = tag.into();
    let guard = guard.clone().security_policy(SecurityPolicy::enforced());
    let recorded = move |links: &str| format!("<script src=/record.js></script>{links}{head}");
    let content = tag.clone();
    let shown = move |visitor: Visitor<K>| async move {
        page(&recorded(&visitor.head()), &visitor.banner(), &content)
    };
    let links = recorded(&guard.head());
    let for_all = get(move || async move {
        let place = "<div data-cookie-place lang=en></div>";
        (
            [(CACHE_CONTROL, "public, max-age=600")],
            page(&links, place, &tag),
        )
            .into_response()
    });
    let app = Router::new()
        .route("/", get(shown.clone()))
        .route("/next", get(shown))
        .route("/shared", for_all)
        .route("/record.js", get(|| async { javascript(RECORD) }))
        .route("/tag.js", get(|| async { javascript(TAG) }))
        .route(
            "/container.js",
            get(|| async { javascript(tags::CONTAINER) }),
        )
        .merge(guard.routes());
    Site::start(Router::new().fallback_service(guard.protect(app)))
}

fn waiting() -> Site {
    shop(&Guard::new(shop::POLICY), "", WAITING)
}

const TYPES: [&str; 4] = [
    "ad_storage",
    "ad_user_data",
    "ad_personalization",
    "analytics_storage",
];
const STATISTICS: &[&str] = &["analytics_storage"];

fn state(granted: &[&str]) -> Value {
    let word = |name: &str| {
        if granted.contains(&name) {
            "granted"
        } else {
            "denied"
        }
    };
    TYPES
        .iter()
        .map(|name| ((*name).to_owned(), json!(word(name))))
        .collect()
}

/// What is sent before the visitor's answer is known.
fn defaults() -> Vec<Value> {
    let mut denied = state(&[]);
    denied["wait_for_update"] = json!(500);
    vec![
        json!(["consent", "default", denied]),
        json!(["set", "ads_data_redaction", true]),
    ]
}

/// What is sent when the answer is known, or has changed.
fn update(granted: &[&str]) -> Vec<Value> {
    vec![
        json!(["consent", "update", state(granted)]),
        json!({ "event": "cookieconsent" }),
    ]
}

/// What a tag is told that runs after the visitor agreed.
fn granted(granted: &[&str]) -> Value {
    let line = vec![json!("the tag runs")];
    json!([defaults(), update(granted), line].concat())
}

fn layer(page: &Page<'_>) -> Value {
    page.evaluate(
        "dataLayer.map((it) => (Object.prototype.toString.call(it) === '[object Arguments]' ? [...it] : it))",
    )
}

fn record(page: &Page<'_>) -> Value {
    page.evaluate("JSON.parse(sessionStorage.record ?? '[]')")
}

#[track_caller]
fn runs(page: &Page<'_>) {
    page.wait_for("(sessionStorage.record ?? '').includes('the tag runs')");
}

#[track_caller]
fn choose_only(page: &Page<'_>, category: &str) {
    open_form(page);
    page.click(&format!("[type=checkbox][value={category}]"));
    choose(page, SAVE);
}

/// The visitor chooses in a tab of its own, which is closed.
#[track_caller]
fn decide(site: &Site, visitor: &Context<'_>, button: &str) {
    let page = visitor.page();
    page.navigate(&site.url("/cookies"));
    choose(&page, button);
}
