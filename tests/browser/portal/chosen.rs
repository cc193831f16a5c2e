//! Choosing where scripts run: the page follows and is not loaded anew.

use std::time::Duration;

use axum::routing::get;
use cookie_decl::Guard;
use serde_json::json;

use super::{
    ACCEPT, BANNER, CHOOSE, MESSAGE, NOW, REFUSE, SAVE, Site, asked_for_any, choose, has, is_quiet,
    javascript, keeps, open_form, page, status, text, ticked,
};
use crate::client::Context;
use crate::{Test, tests};

pub(super) const TESTS: &[Test] = tests![
    agreeing_starts_what_waits_at_once
    refusing_starts_nothing_and_is_remembered
    choosing_one_category_starts_that_one
    form_page_leads_back
    form_that_cannot_be_fetched_is_gone_to
    boxes_and_statuses_follow_a_button
    changed_mind_holds_from_then_on
    day_of_the_first_choice_is_said
    withdrawing_is_one_click_on_the_policy_page
    withdrawing_where_a_script_runs_loads_the_page_anew
    scripts_start_in_their_order
    script_of_the_page_learns_of_the_choice
    choice_that_cannot_be_saved_is_said_and_nothing_changes
    page_from_a_cache_asks_what_was_agreed
    page_from_a_cache_starts_nothing_without_an_answer
];

fn agreeing_starts_what_waits_at_once(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/data/air"));
    choose(&page, ACCEPT);
    page.wait_for("document.getElementById('map')?.textContent.length > 0 && document.cookie.includes('_pk_ses')");
    assert!(!has(&page, BANNER));
    assert_eq!(
        page.evaluate("localStorage.getItem('map_view')"),
        "25.41,55.44,12"
    );
    keeps(
        visitor,
        &[
            "__Host-cookie_preferences",
            "_pk_id.1.1fff",
            "_pk_ses.1.1fff",
        ],
    );
    is_quiet(&page);
    page.navigate(&site.url("/data/trees"));
    assert!(!has(&page, BANNER));
    assert_eq!(
        visitor.cookie("recent").expect("it is stored").value,
        "trees"
    );
    page.wait_for("document.getElementById('map')?.textContent.length > 0");
}

fn refusing_starts_nothing_and_is_remembered(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/data/air"));
    choose(&page, REFUSE);
    assert!(!has(&page, BANNER));
    for path in ["/data/trees", "/"] {
        page.navigate(&site.url(path));
        assert!(!has(&page, BANNER));
    }
    assert!(!asked_for_any(&page, &["/audience.js", "/map.js"]));
    keeps(visitor, &["__Host-cookie_preferences"]);
    is_quiet(&page);
}

fn choosing_one_category_starts_that_one(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/data/air"));
    open_form(&page);
    page.click("[type=checkbox][value=Maps]");
    choose(&page, SAVE);
    assert_eq!(text(&page, MESSAGE), "Your choice has been saved.");
    assert!(!has(&page, BANNER) && !has(&page, "[data-cookie-dialog]"));
    page.wait_for("localStorage.getItem('map_view') !== null");
    assert!(!asked_for_any(&page, &["/audience.js"]));
    keeps(visitor, &["__Host-cookie_preferences"]);
    is_quiet(&page);
}

fn form_page_leads_back(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/cookies/preferences?return=/data/air"));
    page.click("[type=checkbox][value=Maps]");
    choose(&page, SAVE);
    assert_eq!(status(&page, "Maps"), "In use: you gave your consent.");
    assert_eq!(
        status(&page, "Statistics"),
        "Not in use: you rejected this."
    );
    page.loading(|| page.click("[data-cookie-back]"));
    assert_eq!(page.url(), site.url("/data/air"));
}

fn form_that_cannot_be_fetched_is_gone_to(visitor: &Context<'_>) {
    let guard = Guard::new(shop::POLICY);
    let shown = get(|visitor: cookie_decl::Visitor<shop::Category>| async move {
        page(&visitor.head(), &visitor.banner(), "")
    });
    let app = axum::Router::new().route("/", shown);
    let answer = get(|| async { "not JSON" });
    let pages = axum::Router::new()
        .route("/cookies/choice", answer)
        .fallback_service(guard.pages());
    let site = Site::start(app.fallback_service(pages).layer(guard.clone()));
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.loading(|| page.click(CHOOSE));
    assert_eq!(page.url(), site.url("/cookies/preferences?return=/"));
}

fn boxes_and_statuses_follow_a_button(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/cookies/preferences"));
    choose(&page, ACCEPT);
    assert_eq!(ticked(&page), ["Statistics", "Maps"]);
    assert_eq!(
        status(&page, "Statistics"),
        "In use: you gave your consent."
    );
    choose(&page, REFUSE);
    assert!(ticked(&page).is_empty());
    assert_eq!(
        status(&page, "Statistics"),
        "Not in use: you rejected this."
    );
    assert_eq!(
        status(&page, "Necessary"),
        "Always in use: no consent is needed."
    );
}

fn changed_mind_holds_from_then_on(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/data/air"));
    choose(&page, ACCEPT);
    page.wait_for(
        "localStorage.getItem('map_view') !== null && document.cookie.includes('_pk_ses')",
    );
    page.navigate(&site.url("/cookies/preferences"));
    assert_eq!(ticked(&page), ["Statistics", "Maps"]);
    page.click("[value=Statistics]");
    choose(&page, SAVE);
    keeps(visitor, &["__Host-cookie_preferences"]);
    assert_eq!(
        page.evaluate("localStorage.getItem('map_view')"),
        "25.41,55.44,12"
    );
    page.navigate(&site.url("/cookies/preferences"));
    assert_eq!(ticked(&page), ["Maps"]);
}

fn day_of_the_first_choice_is_said(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/cookies"));
    choose(&page, REFUSE);
    let decided = text(&page, "[data-cookie-decided]");
    assert!(decided.starts_with("You made this choice on "), "{decided}");
}

fn withdrawing_is_one_click_on_the_policy_page(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/data/air"));
    choose(&page, ACCEPT);
    page.navigate(&site.url("/cookies"));
    assert_eq!(
        status(&page, "Statistics"),
        "In use: you gave your consent."
    );
    choose(&page, REFUSE);
    assert_eq!(
        status(&page, "Statistics"),
        "Not in use: you rejected this."
    );
    is_quiet(&page);
}

pub(super) mod shop {
    cookie_decl::declare_cookies! {
        pub(in crate::portal) policy;
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
            cookie | duration;
            /// Counts
            COUNT = "count" | 1 day;
        }
    }
}

const WAITING: &str =
    "<script type='text/plain' data-cookie-category='Statistics' src='/first.js'></script>
    <script type='text/plain' data-cookie-category='Statistics' src='/second.js'></script>";

/// A page whose scripts wait, with the form on it; the first one takes its time.
fn with_form(head: fn(&cookie_decl::Visitor<shop::Category>) -> String) -> Site {
    let guard = Guard::new(shop::POLICY).clock(|| NOW);
    let home = get(
        move |visitor: cookie_decl::Visitor<shop::Category>| async move {
            page(
                &head(&visitor),
                "",
                &format!("{WAITING}{}", visitor.preferences().form()),
            )
        },
    );
    let first = get(|| async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        javascript("window.started = ['first']")
    });
    let second = get(|| async { javascript("window.started.push('second')") });
    let app = axum::Router::new()
        .route("/", home)
        .route("/first.js", first)
        .route("/second.js", second);
    Site::start(app.merge(guard.routes()).layer(guard.clone()))
}

fn withdrawing_where_a_script_runs_loads_the_page_anew(visitor: &Context<'_>) {
    let site = with_form(cookie_decl::Visitor::head);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    choose(&page, ACCEPT);
    page.wait_for("window.started?.length === 2");
    page.evaluate("history.replaceState({ mine: 1 }, '')");
    page.loading(|| page.click(REFUSE));
    // It is said all the same, and once.
    page.wait_for(&format!(
        "document.activeElement.matches({MESSAGE:?}) && document.activeElement.textContent !== ''"
    ));
    assert_eq!(text(&page, MESSAGE), "Your choice has been saved.");
    assert_eq!(page.evaluate("window.started === undefined"), true);
    assert_eq!(
        status(&page, "Statistics"),
        "Not in use: you rejected this."
    );
    // Nothing is stored for that, and what the page keeps there stays.
    keeps(visitor, &["__Host-cookie_preferences"]);
    assert_eq!(
        page.evaluate("[history.state, sessionStorage.length, localStorage.length]"),
        json!([{ "mine": 1 }, 0, 0])
    );
    page.reload();
    page.wait_for("window.cookieconsent !== undefined");
    assert_eq!(text(&page, MESSAGE), "");
}

fn scripts_start_in_their_order(visitor: &Context<'_>) {
    let site = with_form(cookie_decl::Visitor::head);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    choose(&page, ACCEPT);
    page.wait_for("window.started !== undefined");
    page.wait_for("window.started.length === 2");
    is_quiet(&page);
}

fn script_of_the_page_learns_of_the_choice(visitor: &Context<'_>) {
    let site = with_form(cookie_decl::Visitor::head);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.evaluate("document.addEventListener('cookieconsent', event => { window.heard = event.detail.granted })");
    choose(&page, ACCEPT);
    page.wait_for("window.heard !== undefined");
    assert_eq!(
        page.evaluate("window.heard"),
        json!(["Necessary", "Statistics"])
    );
}

fn choice_that_cannot_be_saved_is_said_and_nothing_changes(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/data/air"));
    let offline =
        json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    page.call("Network.emulateNetworkConditions", offline);
    choose(&page, ACCEPT);
    assert_eq!(
        text(&page, MESSAGE),
        "Your choice could not be saved. Please try again."
    );
    assert_eq!(
        page.evaluate(&format!("document.activeElement.matches({MESSAGE:?})")),
        true
    );
    assert!(has(&page, BANNER));
    assert!(!asked_for_any(&page, &["/audience.js", "/map.js"]));
    assert!(visitor.cookies().is_empty());
}

/// The head of a page that is the same for everybody.
fn cached_head(_: &cookie_decl::Visitor<shop::Category>) -> String {
    Guard::<shop::Category>::new(shop::POLICY).head()
}

fn page_from_a_cache_asks_what_was_agreed(visitor: &Context<'_>) {
    let site = with_form(cached_head);
    let page = visitor.page();
    page.navigate(&site.url("/cookies/preferences"));
    choose(&page, ACCEPT);
    page.navigate(&site.url("/"));
    page.wait_for("window.started?.length === 2");
    assert!(asked_for_any(&page, &["/cookies/choice"]));
    is_quiet(&page);
}

fn page_from_a_cache_starts_nothing_without_an_answer(visitor: &Context<'_>) {
    let site = with_form(cached_head);
    let page = visitor.page();
    page.navigate(&site.url("/cookies"));
    let heard = "new Promise(heard => document.addEventListener('cookieconsent', event => heard(event.detail.granted)))";
    let script = format!("window.heard = {heard}");
    page.call(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": script }),
    );
    page.navigate(&site.url("/"));
    assert_eq!(page.evaluate("window.heard"), json!(["Necessary"]));
    assert!(!asked_for_any(&page, &["/first.js"]));
}
