//! The portal and sites of the tests' own behind the guard, as visitors meet them.

mod accessible;
mod asked_again;
mod by_provider;
mod chosen;
mod clarity;
mod consent_mode;
mod content_policy;
mod embedded;
mod first_visit;
mod jar;
mod kept;
mod keyboard;
mod layout;
mod other_views;
mod pages;
mod policy;
mod refused_posts;
mod security_policy;
mod shapes;
mod signal;
mod starting;
mod table_module;
mod vendor_scripts;
mod vendors;
pub(crate) mod web;
mod withdrawn;
mod without_scripts;

use std::sync::{Arc, LazyLock, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::Request;
use axum::http::header;
use axum::response::{Html, IntoResponse};
use axum::routing::get;
use cookie_decl::consent::Categories;
use cookie_decl::consent_log::MemoryLog;
use cookie_decl::{Guard, Visitor};
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinHandle;
use tower::ServiceExt as _;

use crate::client::axe::AXE;
use crate::client::npm::File;
use crate::client::{Context, PATIENCE, Page};
use crate::{Test, TestWithFile};

pub(crate) const TESTS: &[&[Test]] = &[
    asked_again::TESTS,
    by_provider::TESTS,
    chosen::TESTS,
    consent_mode::advanced::TESTS,
    consent_mode::choices::TESTS,
    consent_mode::failing::TESTS,
    consent_mode::tags::TESTS,
    consent_mode::views::TESTS,
    content_policy::TESTS,
    embedded::TESTS,
    first_visit::TESTS,
    jar::TESTS,
    kept::TESTS,
    keyboard::TESTS,
    layout::TESTS,
    other_views::TESTS,
    pages::TESTS,
    policy::TESTS,
    refused_posts::TESTS,
    security_policy::TESTS,
    shapes::TESTS,
    signal::TESTS,
    starting::TESTS,
    table_module::TESTS,
    vendors::TESTS,
    withdrawn::TESTS,
    without_scripts::TESTS,
];

pub(crate) const WITH_FILES: &[(&File, &[TestWithFile])] = &[
    (AXE, accessible::WITH_AXE),
    (AXE, embedded::WITH_AXE),
    (AXE, policy::WITH_AXE),
    (AXE, shapes::WITH_AXE),
    (policy::TAILWIND, policy::WITH_TAILWIND),
    (policy::TAILWIND, shapes::WITH_TAILWIND),
    (policy::BOOTSTRAP, policy::WITH_BOOTSTRAP),
    (policy::BOOTSTRAP, shapes::WITH_BOOTSTRAP),
    (policy::BULMA, policy::WITH_BULMA),
    (policy::BULMA, shapes::WITH_BULMA),
    (policy::PICO, policy::WITH_PICO),
    (policy::PICO, shapes::WITH_PICO),
    (policy::GOVUK, policy::WITH_GOVUK),
    (policy::GOVUK, shapes::WITH_GOVUK),
    (clarity::CLARITY, clarity::WITH_CLARITY),
    (clarity::CLARITY, vendor_scripts::WITH_CLARITY),
    (vendor_scripts::AMPLITUDE, vendor_scripts::WITH_AMPLITUDE),
    (vendor_scripts::MIXPANEL, vendor_scripts::WITH_MIXPANEL),
    (vendor_scripts::POSTHOG, vendor_scripts::WITH_POSTHOG),
    (vendor_scripts::SEGMENT, vendor_scripts::WITH_SEGMENT),
    (starting::TURBO, starting::WITH_TURBO),
    (starting::HTMX, starting::WITH_HTMX),
    (starting::HTMX_4, starting::WITH_HTMX_4),
];

const BANNER: &str = "[data-cookie-banner]";
const ACCEPT: &str = "[data-cookie-choice] [value=accept]";
const REFUSE: &str = "[data-cookie-choice] [value=refuse]";
const SAVE: &str = "[data-cookie-choice] [value=save]";
const CHOOSE: &str = "[data-cookie-choice] a";
const MESSAGE: &str = "[data-cookie-message]";

/// The pages of the portal that have an address of their own.
const PAGES: &[&str] = &[
    "/",
    "/data/air",
    "/sign-in",
    "/contact",
    "/cookies",
    "/cookies/preferences",
];

/// 2026-11-22, for guards with a clock of the test's.
const NOW: u64 = 1_795_305_600;

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("threads can start")
});

/// An application on a port of this machine.
struct Site {
    port: u16,
    app: Arc<Mutex<Router>>,
    server: JoinHandle<()>,
}

impl Site {
    fn start(app: Router) -> Self {
        let app = Arc::new(Mutex::new(app));
        let shown = Arc::clone(&app);
        let whatever_is_shown = Router::new().fallback(move |request: Request| {
            let app = shown.lock().expect("nobody panics here").clone();
            app.oneshot(request)
        });
        let listener = RUNTIME
            .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
            .expect("there is a port");
        let port = listener.local_addr().expect("it has a number").port();
        let server = RUNTIME.spawn(async move {
            axum::serve(listener, whatever_is_shown)
                .await
                .expect("it serves");
        });
        Self { port, app, server }
    }

    fn portal() -> Self {
        Self::start(portal())
    }

    /// Shows another application at the same addresses.
    fn becomes(&self, app: Router) {
        *self.app.lock().expect("nobody panics here") = app;
    }

    fn at(&self, host: &str, path: &str) -> String {
        format!("http://{host}:{}{path}", self.port)
    }

    fn url(&self, path: &str) -> String {
        self.at("localhost", path)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// The example as a router, so that a test can put something around it.
fn portal() -> Router {
    Router::new().fallback_service(portal::app(MemoryLog::new()))
}

/// A site of one page, `/`, with the banner and this content, and the pages of the guard.
fn site<K: Categories>(guard: &Guard<K>, content: &'static str) -> Router {
    let home = get(move |visitor: Visitor<K>| async move {
        page(&visitor.head(), &visitor.banner(), content)
    });
    Router::new()
        .route("/", home)
        .merge(guard.routes())
        .layer(guard.clone())
}

fn page(head: &str, banner: &str, content: &str) -> Html<String> {
    Html(format!(
        "<!DOCTYPE html><html lang=en><head><title>Test</title>{head}</head>\
         <body>{banner}<main><h1>Test</h1>{content}</main></body></html>"
    ))
}

fn javascript(code: &str) -> impl IntoResponse + use<> {
    ([(header::CONTENT_TYPE, "text/javascript")], code.to_owned())
}

/// The names in the browser's own store.
#[track_caller]
fn stored(visitor: &Context<'_>) -> Vec<String> {
    let mut names: Vec<_> = visitor
        .cookies()
        .into_iter()
        .map(|cookie| cookie.name)
        .collect();
    names.sort();
    names
}

/// Waits until these are all of the browser's cookies, by name: what a script writes reaches its store a moment later.
#[track_caller]
fn keeps(visitor: &Context<'_>, names: &[&str]) {
    let deadline = Instant::now() + PATIENCE;
    while stored(visitor) != names {
        assert!(
            Instant::now() < deadline,
            "it keeps {:?}, not {names:?}",
            stored(visitor)
        );
        thread::sleep(Duration::from_millis(20));
    }
}

#[track_caller]
fn has(page: &Page<'_>, selector: &str) -> bool {
    page.evaluate(&format!("document.querySelector({selector:?}) !== null")) == true
}

#[track_caller]
fn text(page: &Page<'_>, selector: &str) -> String {
    let text = page.evaluate(&format!("document.querySelector({selector:?}).innerText"));
    text.as_str().expect("a text").to_owned()
}

/// What is said of a category.
#[track_caller]
fn status(page: &Page<'_>, category: &str) -> String {
    text(page, &format!("[data-cookie-status={category}]"))
}

/// The boxes of the form that are ticked.
#[track_caller]
fn ticked(page: &Page<'_>) -> Vec<String> {
    let ticked = page
        .evaluate("[...document.querySelectorAll('[name=allow]:checked')].map(box => box.value)");
    ticked
        .as_array()
        .expect("a list")
        .iter()
        .map(|name| name.as_str().expect("a name").to_owned())
        .collect()
}

/// Clicks, and waits until the script has said how that went; the page is not loaded anew.
#[track_caller]
fn choose(page: &Page<'_>, button: &str) {
    page.evaluate(&format!(
        "window.isSame = true; document.querySelectorAll({MESSAGE:?}).forEach(p => p.textContent = '')"
    ));
    page.click(button);
    page.wait_for(&format!(
        "document.querySelector({MESSAGE:?}).textContent !== ''"
    ));
    assert_eq!(
        page.evaluate("window.isSame"),
        true,
        "the page was loaded anew"
    );
}

/// Opens the form in place.
#[track_caller]
fn open_form(page: &Page<'_>) {
    page.click(CHOOSE);
    page.wait_for("document.querySelector('[data-cookie-dialog]:modal') !== null");
}

/// The addresses that the page asked for.
fn asked_for(page: &Page<'_>) -> Vec<String> {
    let requests = page.events("Network.requestWillBeSent");
    requests
        .iter()
        .map(|event| {
            event["request"]["url"]
                .as_str()
                .expect("an address")
                .to_owned()
        })
        .collect()
}

#[track_caller]
fn asked_for_any(page: &Page<'_>, paths: &[&str]) -> bool {
    // Some are asked for with a hash of what is in them.
    let is_one = |url: &String| {
        paths
            .iter()
            .any(|path| url.split('?').next().is_some_and(|url| url.ends_with(path)))
    };
    asked_for(page).iter().any(is_one)
}

/// Nothing was complained about.
#[track_caller]
fn is_quiet(page: &Page<'_>) {
    let nothing: [String; 0] = [];
    assert_eq!(page.console(), nothing);
    assert_eq!(page.exceptions(), nothing);
    assert_eq!(page.csp_violations(), nothing);
}
