//! Other views of a page after a choice: fetched ahead, kept by the browser, open in another tab.

use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, VARY};
use axum::middleware::{map_request, map_response};
use axum::response::{Html, Response};
use axum::routing::get;
use cookie_decl::{Guard, Visitor};
use serde_json::json;

use super::chosen::shop::{Category, POLICY};
use super::{
    ACCEPT, BANNER, REFUSE, SAVE, Site, asked_for, choose, has, is_quiet, javascript, page, ticked,
};
use crate::client::{Context, Page};
use crate::{Test, tests};

pub(super) const TESTS: &[Test] = tests![
    prefetched_page_is_of_before_the_choice
    page_from_the_cache_follows_a_refusal
    page_from_the_cache_follows_an_agreement
    page_made_ahead_asks_once_it_is_shown
    prerendered_page_starts_nothing_before_it_is_shown
    prerendered_page_is_of_before_the_choice
    page_gone_back_to_follows_a_refusal
    page_gone_back_to_follows_an_agreement
    page_gone_back_to_by_the_cache_follows_an_agreement
    other_tab_follows_an_agreement
    other_tab_follows_a_refusal
    tab_that_is_shown_again_follows_a_choice_without_scripts
    tab_that_is_shown_again_keeps_what_was_ticked
    tab_that_is_shown_again_shows_another_choice
    page_from_the_server_asks_nothing
    choice_is_asked_for_once_after_a_post
    shared_page_that_says_too_much_is_not_loaded_for_ever
];

/// A shop of two pages with a script that waits, which may be kept for a while, and what was asked of it.
struct Shop {
    site: Site,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Shop {
    fn new(cached: &'static str) -> Self {
        Self::with_head(cached, Visitor::head)
    }

    fn with_head(cached: &'static str, head: fn(&Visitor<Category>) -> String) -> Self {
        let guard = Guard::new(POLICY);
        let waiting =
            "<script type=text/plain data-cookie-category=Statistics src=/count.js></script>
            <a href=/next>Next</a> <a href=/cookies>Cookies</a>";
        let shown = move |visitor: Visitor<Category>| async move {
            page(&head(&visitor), &visitor.banner(), waiting)
        };
        let kept = map_response(move |mut response: Response| async move {
            response
                .headers_mut()
                .entry(CACHE_CONTROL)
                .or_insert(HeaderValue::from_static(cached));
            response
        });
        // As a service worker has it: it does not heed `Vary`.
        let unvaried = map_response(move |mut response: Response| async move {
            if cached != "private" {
                response.headers_mut().remove(VARY);
            }
            response
        });
        let asked = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&asked);
        let logged = map_request(move |request: Request| {
            let purpose = request
                .headers()
                .get("sec-purpose")
                .and_then(|value| value.to_str().ok())
                .unwrap_or_default();
            let line = format!("{} {} {purpose}", request.method(), request.uri().path());
            log.lock()
                .expect("nobody panics here")
                .push(line.trim_end().to_owned());
            async move { request }
        });
        let app = Router::new()
            .route("/", get(shown))
            .route("/next", get(shown));
        let app = app.route("/ahead", get(|| async { Html(AHEAD) }));
        let app = app.route_layer(kept).route(
            "/count.js",
            get(|| async { javascript("window.count = 1") }),
        );
        Self {
            site: Site::start(
                app.merge(guard.routes())
                    .layer(guard.clone())
                    .layer(unvaried)
                    .layer(logged),
            ),
            asked,
        }
    }

    /// How often this was asked, such as `GET /next prefetch`.
    fn count(&self, line: &str) -> usize {
        self.asked
            .lock()
            .expect("nobody panics here")
            .iter()
            .filter(|other| *other == line)
            .count()
    }

    #[track_caller]
    fn open<'c>(&self, visitor: &'c Context<'_>, path: &str) -> Page<'c> {
        let page = visitor.page();
        page.navigate(&self.site.url(path));
        page
    }

    /// The visitor chooses in a tab of its own, which is closed.
    #[track_caller]
    fn decide(&self, visitor: &Context<'_>, button: &str) {
        choose(&self.open(visitor, "/cookies"), button);
    }
}

const COUNTS: &str = "window.count === 1";
/// Long enough for whatever should not happen.
const WHILE: Duration = Duration::from_millis(400);

#[track_caller]
fn shows_again(page: &Page<'_>, act: &str) {
    page.evaluate(act);
    thread::sleep(WHILE);
}

fn prefetched_page_is_of_before_the_choice(visitor: &Context<'_>) {
    let shop = Shop::new("private");
    shop.decide(visitor, ACCEPT);
    let page = shop.open(visitor, "/cookies");
    page.evaluate(
        "{ const rules = document.createElement('script');
        rules.type = 'speculationrules';
        rules.text = JSON.stringify({ prefetch: [{ urls: ['/next'], eagerness: 'immediate' }] });
        document.head.append(rules) }",
    );
    while shop.count("GET /next prefetch") == 0 {
        thread::sleep(Duration::from_millis(20));
    }
    choose(&page, REFUSE);
    // Not at once: the page has to answer before it is left.
    page.loading(|| drop(page.evaluate("setTimeout(() => { location.href = '/next' }); null")));
    thread::sleep(WHILE);
    assert_eq!(page.evaluate(COUNTS), false);
    assert_eq!(
        shop.count("GET /next"),
        1,
        "what was fetched ahead is not shown"
    );
    is_quiet(&page);
}

fn page_from_the_cache_follows_a_refusal(visitor: &Context<'_>) {
    let shop = Shop::new("private, max-age=600");
    shop.decide(visitor, ACCEPT);
    let page = shop.open(visitor, "/next");
    page.wait_for(COUNTS);
    page.navigate(&shop.site.url("/cookies"));
    choose(&page, REFUSE);
    page.navigate(&shop.site.url("/next"));
    thread::sleep(WHILE);
    assert_eq!(shop.count("GET /next"), 1, "it comes from the cache");
    assert_eq!(page.evaluate(COUNTS), false);
}

fn page_from_the_cache_follows_an_agreement(visitor: &Context<'_>) {
    let shop = Shop::new("private, max-age=600");
    let page = shop.open(visitor, "/next");
    assert!(has(&page, BANNER));
    page.navigate(&shop.site.url("/cookies"));
    choose(&page, ACCEPT);
    page.navigate(&shop.site.url("/next"));
    page.wait_for(COUNTS);
    assert!(!has(&page, BANNER));
    assert_eq!(shop.count("GET /next"), 1, "it comes from the cache");
}

fn page_made_ahead_asks_once_it_is_shown(visitor: &Context<'_>) {
    let shop = Shop::new("private");
    shop.decide(visitor, ACCEPT);
    let page = visitor.page();
    // As the browser has it in a page that it makes ahead.
    let ahead = "window.ahead = true;
        Object.defineProperty(Document.prototype, 'prerendering', { get: () => window.ahead, configurable: true })";
    page.call(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": ahead }),
    );
    page.navigate(&shop.site.url("/next"));
    thread::sleep(WHILE);
    assert_eq!(page.evaluate(COUNTS), false);
    let choices = shop.count("GET /cookies/choice");
    page.evaluate("window.ahead = false; document.dispatchEvent(new Event('prerenderingchange'))");
    page.wait_for(COUNTS);
    assert_eq!(shop.count("GET /cookies/choice"), choices + 1);
}

/// A page that has the next one made ahead, and goes there after a while.
const AHEAD: &str = "<!DOCTYPE html><title>Ahead</title><script>
    const rules = document.createElement('script');
    rules.type = 'speculationrules';
    rules.text = JSON.stringify({ prerender: [{ urls: ['/next'], eagerness: 'immediate' }] });
    setTimeout(() => document.head.append(rules), 100);
    setTimeout(() => { location.href = '/next' }, 2500);
</script>";

#[track_caller]
pub(super) fn wait_until(what: impl Fn() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !what() {
        assert!(Instant::now() < deadline, "it does not happen");
        thread::sleep(Duration::from_millis(20));
    }
}

fn prerendered_page_starts_nothing_before_it_is_shown(visitor: &Context<'_>) {
    let shop = Shop::new("private");
    shop.decide(visitor, ACCEPT);
    visitor.open_unseen(&shop.site.url("/ahead"));
    wait_until(|| shop.count("GET /next prefetch;prerender") == 1);
    thread::sleep(2 * WHILE);
    // What a page asks for just as it is shown has the same purpose.
    let asked = || shop.count("GET /cookies/choice prefetch;prerender");
    assert_eq!(
        shop.count("GET /count.js") + shop.count("GET /count.js prefetch;prerender") + asked(),
        0
    );
    wait_until(|| shop.count("GET /count.js") == 1);
    assert_eq!(
        shop.count("GET /next"),
        0,
        "it is the page that was made ahead"
    );
    assert_eq!(asked(), 1);
}

fn prerendered_page_is_of_before_the_choice(visitor: &Context<'_>) {
    let shop = Shop::new("private");
    shop.decide(visitor, ACCEPT);
    let page = shop.open(visitor, "/cookies");
    visitor.open_unseen(&shop.site.url("/ahead"));
    wait_until(|| shop.count("GET /next prefetch;prerender") == 1);
    choose(&page, REFUSE);
    wait_until(|| shop.count("GET /next") == 1);
    thread::sleep(2 * WHILE);
    assert_eq!(shop.count("GET /count.js"), 0);
}

#[track_caller]
fn go_back(page: &Page<'_>) {
    page.back();
    page.wait_for("location.pathname === '/next'");
}

fn page_gone_back_to_follows_a_refusal(visitor: &Context<'_>) {
    let shop = Shop::new("private");
    shop.decide(visitor, ACCEPT);
    let page = shop.open(visitor, "/next");
    page.wait_for(COUNTS);
    page.navigate(&shop.site.url("/cookies"));
    choose(&page, REFUSE);
    go_back(&page);
    page.wait_for("window.count === undefined");
    thread::sleep(WHILE);
    assert_eq!(page.evaluate(COUNTS), false);
}

fn page_gone_back_to_follows_an_agreement(visitor: &Context<'_>) {
    let shop = Shop::new("private");
    let page = shop.open(visitor, "/next");
    page.evaluate("window.isSame = true; null");
    page.navigate(&shop.site.url("/cookies"));
    choose(&page, ACCEPT);
    go_back(&page);
    page.wait_for(COUNTS);
    assert!(!has(&page, BANNER));
    assert_eq!(
        page.evaluate("window.isSame"),
        true,
        "the browser kept it as it was"
    );
    thread::sleep(WHILE);
    // Once after the post, once when it was shown.
    assert_eq!(shop.count("GET /cookies/choice"), 2);
    // It hears of the next choice in another tab as well.
    shop.decide(visitor, REFUSE);
    page.wait_for("window.count === undefined");
}

fn page_gone_back_to_by_the_cache_follows_an_agreement(visitor: &Context<'_>) {
    let shop = Shop::new("private, max-age=600");
    let page = shop.open(visitor, "/next");
    // What has such a listener is not kept as it was.
    page.evaluate(
        "addEventListener('unload', () => {}); navigator.locks.request('x', () => new Promise(() => {})); null",
    );
    page.navigate(&shop.site.url("/cookies"));
    choose(&page, ACCEPT);
    go_back(&page);
    page.wait_for(COUNTS);
    assert!(!has(&page, BANNER));
    assert_eq!(shop.count("GET /next"), 1, "it comes from the cache");
    assert_eq!(
        page.evaluate("performance.getEntriesByType('navigation')[0].type"),
        "back_forward"
    );
}

fn other_tab_follows_an_agreement(visitor: &Context<'_>) {
    let shop = Shop::new("private");
    let other = shop.open(visitor, "/next");
    other.evaluate("window.isSame = true; null");
    shop.decide(visitor, ACCEPT);
    other.wait_for(COUNTS);
    assert!(!has(&other, BANNER));
    assert_eq!(other.evaluate("window.isSame"), true);
    // Nothing was said there that nobody asked for.
    assert_eq!(
        other.evaluate("document.querySelector('[data-cookie-message]').textContent"),
        ""
    );
}

fn other_tab_follows_a_refusal(visitor: &Context<'_>) {
    let shop = Shop::new("private");
    shop.decide(visitor, ACCEPT);
    let (other, third) = (shop.open(visitor, "/next"), shop.open(visitor, "/"));
    for page in [&other, &third] {
        page.wait_for(COUNTS);
    }
    let before = shop.count("GET /next");
    shop.decide(visitor, REFUSE);
    for page in [&other, &third] {
        page.wait_for("window.count === undefined && document.readyState === 'complete'");
    }
    thread::sleep(WHILE);
    assert_eq!(
        shop.count("GET /next"),
        before + 1,
        "it is loaded anew once"
    );
}

/// A choice that no script of the site sees.
#[track_caller]
fn decide_without_scripts(shop: &Shop, visitor: &Context<'_>, button: &str) {
    let page = visitor.page();
    page.scripts(false);
    page.navigate(&shop.site.url("/cookies"));
    page.loading(|| page.click(button));
}

const SHOWN: &str =
    "document.dispatchEvent(new Event('visibilitychange', { bubbles: true })); null";

fn tab_that_is_shown_again_follows_a_choice_without_scripts(visitor: &Context<'_>) {
    let shop = Shop::new("private");
    let page = shop.open(visitor, "/next");
    decide_without_scripts(&shop, visitor, ACCEPT);
    assert!(has(&page, BANNER));
    page.evaluate(SHOWN);
    page.wait_for(COUNTS);
    assert!(!has(&page, BANNER));
    decide_without_scripts(&shop, visitor, REFUSE);
    page.loading(|| drop(page.evaluate(SHOWN)));
    assert_eq!(page.evaluate(COUNTS), false);
}

fn tab_that_is_shown_again_keeps_what_was_ticked(visitor: &Context<'_>) {
    let shop = Shop::new("private");
    let page = shop.open(visitor, "/cookies/preferences");
    page.click("[value=Statistics]");
    shows_again(&page, SHOWN);
    assert_eq!(ticked(&page), ["Statistics"]);
    choose(&page, SAVE);
    page.click("[value=Statistics]");
    shows_again(&page, SHOWN);
    assert!(ticked(&page).is_empty());
}

fn tab_that_is_shown_again_shows_another_choice(visitor: &Context<'_>) {
    let shop = Shop::new("private");
    let page = shop.open(visitor, "/cookies/preferences");
    decide_without_scripts(&shop, visitor, ACCEPT);
    shows_again(&page, SHOWN);
    assert_eq!(ticked(&page), ["Statistics"]);
    assert_eq!(
        super::status(&page, "Statistics"),
        "In use: you gave your consent."
    );
}

fn page_from_the_server_asks_nothing(visitor: &Context<'_>) {
    let shop = Shop::new("private");
    let page = shop.open(visitor, "/next");
    page.reload();
    decide_without_scripts(&shop, visitor, ACCEPT);
    page.reload();
    page.wait_for(COUNTS);
    thread::sleep(WHILE);
    assert_eq!(shop.count("GET /cookies/choice"), 0);
}

fn choice_is_asked_for_once_after_a_post(visitor: &Context<'_>) {
    let shop = Shop::new("private");
    let page = shop.open(visitor, "/next");
    choose(&page, ACCEPT);
    page.wait_for(COUNTS);
    thread::sleep(WHILE);
    assert_eq!(shop.count("POST /cookies/preferences"), 1);
    assert_eq!(shop.count("GET /cookies/choice"), 1);
    assert_eq!(
        asked_for(&page)
            .iter()
            .filter(|url| url.contains("/count.js"))
            .count(),
        1
    );
}

/// As a shared cache would have it that heeds no `Vary`.
fn shared_page_that_says_too_much_is_not_loaded_for_ever(visitor: &Context<'_>) {
    let shop = Shop::with_head("private", |visitor| {
        visitor
            .head()
            .replace("data-granted=\"", "data-granted=\"Statistics ")
    });
    let page = shop.open(visitor, "/next");
    page.wait_for(COUNTS);
    page.loading(|| drop(page.evaluate(SHOWN)));
    page.wait_for(COUNTS);
    thread::sleep(WHILE);
    assert_eq!(shop.count("GET /next"), 2);
}
