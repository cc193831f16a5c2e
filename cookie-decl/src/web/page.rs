//! What the browser offers to a page.

use alloc::string::String;
use alloc::vec::Vec;

use wasm_bindgen::{JsCast as _, JsValue};

use crate::web::error::PageError;

fn window() -> Result<web_sys::Window, PageError> {
    web_sys::window().ok_or(PageError::NoPage)
}

fn document() -> Result<web_sys::HtmlDocument, PageError> {
    let document = window()?.document().ok_or(PageError::NoPage)?;
    document.dyn_into().map_err(|_| PageError::NoPage)
}

fn refused(_: JsValue) -> PageError {
    PageError::Refused
}

/// The cookies that scripts see, as a `Cookie` header has them.
pub(super) fn cookies() -> Result<String, PageError> {
    document()?.cookie().map_err(refused)
}

/// Writes one cookie, in the form of a `Set-Cookie` field.
pub(super) fn write_cookie(cookie: &str) -> Result<(), PageError> {
    document()?.set_cookie(cookie).map_err(refused)
}

pub(super) fn host() -> Result<String, PageError> {
    window()?.location().hostname().map_err(refused)
}

/// Whether the visitor sends the Global Privacy Control signal.
pub(super) fn has_gpc() -> Result<bool, PageError> {
    let navigator = window()?.navigator();
    let signal = js_sys::Reflect::get(&navigator, &"globalPrivacyControl".into());
    Ok(signal.is_ok_and(|signal| signal == true))
}

/// The seconds since 1970.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a time after 1970"
)]
pub(super) fn now() -> u64 {
    (js_sys::Date::now() / 1000.0) as u64
}

/// Local or session storage.
pub(super) struct Items(web_sys::Storage);

impl Items {
    pub(super) fn local() -> Result<Self, PageError> {
        let storage = window()?.local_storage().map_err(refused)?;
        storage.map(Self).ok_or(PageError::Refused)
    }

    pub(super) fn session() -> Result<Self, PageError> {
        let storage = window()?.session_storage().map_err(refused)?;
        storage.map(Self).ok_or(PageError::Refused)
    }

    pub(super) fn names(&self) -> Vec<String> {
        let length = self.0.length().unwrap_or_default();
        (0..length).filter_map(|at| self.0.key(at).ok()?).collect()
    }

    pub(super) fn get(&self, name: &str) -> Result<Option<String>, PageError> {
        self.0.get_item(name).map_err(refused)
    }

    pub(super) fn set(&self, name: &str, value: &str) -> Result<(), PageError> {
        self.0.set_item(name, value).map_err(refused)
    }

    pub(super) fn remove(&self, name: &str) -> Result<(), PageError> {
        self.0.remove_item(name).map_err(refused)
    }
}
