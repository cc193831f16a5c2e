//! A shop with Dioxus fullstack.
//!
//! ```text
//! dx serve                   # in this folder, with dioxus-cli
//! cargo run -p shop-dioxus   # the server alone: its pages stay as the server rendered them
//! ```

#[path = "../../shop-leptos/src/cookies.rs"]
pub mod cookies;
#[cfg(feature = "server")]
mod server;
mod server_functions;

use cookie_decl::web::PageError;
use cookies::{Consent, VIEWS};
use dioxus::fullstack::FullstackContext;
use dioxus::prelude::*;

#[derive(Clone, PartialEq, Routable)]
enum Page {
    #[layout(Shop)]
    #[route("/")]
    Home {},
    #[route("/:..path")]
    Missing { path: Vec<String> },
}

/// What is around all pages.
#[component]
fn Shop() -> Element {
    // The server renders it, and the browser keeps what the server has sent.
    let (head, banner) = use_server_cached(head_and_banner);
    rsx! {
        document::Title { "Shop" }
        div { dangerous_inner_html: head }
        div { dangerous_inner_html: banner }
        Outlet::<Page> {}
    }
}

#[cfg(feature = "server")]
fn head_and_banner() -> (String, String) {
    let visitor = server::visitor();
    (visitor.head(), visitor.banner())
}

#[cfg(not(feature = "server"))]
fn head_and_banner() -> (String, String) {
    Default::default()
}

#[component]
fn Home() -> Element {
    let mut views = use_signal(|| None);
    // An effect runs in the browser alone.
    use_effect(move || match count() {
        Ok(count) => views.set(count),
        Err(error) => error!("{error}"),
    });
    rsx! {
        h1 { "Shop" }
        if let Some(views) = views() {
            p { "You looked {views} times" }
        }
    }
}

/// Counts how often a visitor looked, if they allow `Statistics`.
fn count() -> Result<Option<u32>, PageError> {
    let consent = Consent::from_page()?;
    let Some(ok) = consent.granted() else {
        return Ok(None);
    };
    let views = VIEWS.read(ok)?.unwrap_or(0).saturating_add(1);
    VIEWS.store(ok, views)?;
    Ok(Some(views))
}

#[component]
fn Missing(path: Vec<String>) -> Element {
    FullstackContext::commit_http_status(StatusCode::NOT_FOUND, None);
    rsx! { "There is no such page" }
}

/// Serves the application, or runs it in the browser.
pub fn start() {
    #[cfg(feature = "server")]
    dioxus::serve(|| async { Ok(server::router()) });
    #[cfg(not(feature = "server"))]
    dioxus::launch(router);
}

fn router() -> Element {
    rsx! { Router::<Page> {} }
}

#[cfg(doctest)]
#[doc = include_str!("../../../cookie-decl/docs/frameworks/dioxus.md")]
struct Chapter;
