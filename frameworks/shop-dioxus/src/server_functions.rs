//! What the page calls on the server.

#![allow(clippy::unused_async, reason = "server functions are `async`")]

#[cfg(feature = "server")]
use crate::cookies::{Category, OFFER, category::Statistics};
#[cfg(feature = "server")]
use cookie_decl::{Granted, Visitor};
#[cfg(feature = "server")]
use dioxus::fullstack::{
    FullstackContext,
    http::header::{HeaderValue, SET_COOKIE},
};
use dioxus::prelude::*;

/// Remembers an offer, if the visitor allows it.
#[post("/api/offer", visitor: Visitor<Category>)]
pub(crate) async fn remember_offer(offer: u32) -> Result<bool> {
    let cookie = OFFER.set_if(visitor.consent(), offer)?;
    let is_remembered = cookie.is_some();
    if let Some(cookie) = cookie {
        set(cookie.into());
    }
    Ok(is_remembered)
}

/// Runs only with consent. For others, the extractor responds.
#[get("/granted", _proof: Granted<'static, Statistics>)]
pub(crate) async fn charts() -> Result<String> {
    Ok("Charts".into())
}

#[get("/rogue")]
pub(crate) async fn rogue() -> Result<String> {
    set(HeaderValue::from_static("tracker=1"));
    Ok("The guard drops this cookie".into())
}

#[get("/long")]
pub(crate) async fn long() -> Result<String> {
    set(HeaderValue::from_static(
        "session=abc; Path=/; Max-Age=315360000; Secure; HttpOnly; SameSite=Lax",
    ));
    Ok("The guard shortens this cookie".into())
}

/// Adds one cookie to the response. Another one would replace it.
#[cfg(feature = "server")]
fn set(cookie: HeaderValue) {
    if let Some(context) = FullstackContext::current() {
        context.add_response_header(SET_COOKIE, cookie);
    }
}
