//! What the server alone renders.

use axum::http::header::{HeaderValue, SET_COOKIE};
use axum::http::request::Parts;
use cookie_decl::{SetCookie, Visitor};
use leptos::prelude::*;
use leptos::tachys::html::InertElement;
use leptos_axum::ResponseOptions;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::path;

use crate::cookies::{Category, OFFER, RECENT};
use crate::islands::{Note, Views};

/// The visitor, whom the guard puts into the request.
///
/// # Panics
/// Panics if the guard does not wrap the application.
fn visitor() -> Visitor<Category> {
    let visitor = expect_context::<Parts>().extensions.get().cloned();
    visitor.expect("the guard wraps the application")
}

/// Adds cookies to the response.
pub(crate) fn set(cookies: impl IntoIterator<Item = SetCookie>) {
    let response = expect_context::<ResponseOptions>();
    for cookie in cookies {
        response.append_header(SET_COOKIE, cookie.into());
    }
}

/// The document around all pages.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    let visitor = visitor();
    view! {
        <!DOCTYPE html>
        <html lang="en">
            <head>
                <title>"Shop"</title>
                {InertElement::new(visitor.head())}
                <HydrationScripts options islands=true/>
            </head>
            <body>
                // The banner asks while there is something to ask.
                {InertElement::new(visitor.banner())}
                <App/>
            </body>
        </html>
    }
}

/// All pages. Leptos also runs this without a request, to list the routes.
#[component]
pub fn App() -> impl IntoView {
    view! {
        <Router>
            <Routes fallback=|| "There is no such page">
                <Route path=path!("") view=Home/>
                <Route path=path!("set") view=Product/>
                <Route path=path!("rogue") view=Rogue/>
                <Route path=path!("long") view=Long/>
                <Route path=path!("granted") view=Charts/>
            </Routes>
        </Router>
    }
}

#[component]
fn Home() -> impl IntoView {
    view! {
        <h1>"Shop"</h1>
        <Note/>
    }
}

#[component]
fn Product() -> Result<impl IntoView, leptos::error::Error> {
    let visitor = visitor();
    // Each cookie is sent only if the visitor allows its category.
    let recent = RECENT.set_if(visitor.consent(), 42)?;
    let offer = OFFER.set_if(visitor.consent(), 7)?;
    set(recent.into_iter().chain(offer));
    Ok(view! {
        <h1>"Product 42"</h1>
        <Views/>
    })
}

#[component]
fn Rogue() -> impl IntoView {
    set_raw("tracker=1");
    "The guard drops this cookie"
}

#[component]
fn Long() -> impl IntoView {
    set_raw("session=abc; Path=/; Max-Age=315360000; Secure; HttpOnly; SameSite=Lax");
    "The guard shortens this cookie"
}

fn set_raw(cookie: &'static str) {
    expect_context::<ResponseOptions>().append_header(SET_COOKIE, HeaderValue::from_static(cookie));
}

#[component]
fn Charts() -> impl IntoView {
    "Charts"
}
