//! What the browser offers to a page.

use alloc::string::String;

use wasm_bindgen::{JsCast as _, JsValue};

use crate::table::declaration::Storage;
use crate::web::error::PageError;

fn window() -> Result<web_sys::Window, PageError> {
    web_sys::window().ok_or(PageError::NoPage)
}

fn document() -> Result<web_sys::HtmlDocument, PageError> {
    let document = window()?.document().ok_or(PageError::NoPage)?;
    // Every document has `cookie` (HTML standard, section 3.1.3), but `web_sys` knows it only here.
    Ok(document.unchecked_into())
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
    pub(super) fn of(storage: Storage) -> Result<Self, PageError> {
        let window = window()?;
        let items = match storage {
            Storage::LocalStorage => window.local_storage(),
            _ => window.session_storage(),
        };
        items.map_err(refused)?.map(Self).ok_or(PageError::Refused)
    }

    pub(super) fn count(&self) -> u32 {
        self.0.length().unwrap_or_default()
    }

    pub(super) fn name(&self, number: u32) -> Option<String> {
        self.0.key(number).ok()?
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
