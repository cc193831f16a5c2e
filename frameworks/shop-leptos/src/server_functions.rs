//! What islands and forms call on the server.

use leptos::prelude::*;

/// Remembers an offer, if the visitor allows it.
///
/// # Errors
/// Returns an error if the guard does not wrap the application.
#[server(endpoint = "offer")]
pub async fn remember_offer(offer: u32) -> Result<bool, ServerFnError> {
    use crate::cookies::{Category, OFFER};
    use cookie_decl::Visitor;

    let visitor: Visitor<Category> = leptos_axum::extract().await?;
    let cookie = OFFER.set_if(visitor.consent(), offer)?;
    let is_remembered = cookie.is_some();
    crate::pages::set(cookie);
    Ok(is_remembered)
}

/// Returns the product that the visitor saw last.
///
/// # Errors
/// Returns an error, with status 403, if the visitor does not allow `Statistics`.
#[server(endpoint = "last_seen")]
pub async fn last_seen() -> Result<Option<u32>, ServerFnError> {
    use crate::cookies::{Category, RECENT};
    use axum::http::StatusCode;
    use cookie_decl::Visitor;

    let visitor: Visitor<Category> = leptos_axum::extract().await?;
    let ok = visitor.granted().inspect_err(|_| {
        expect_context::<leptos_axum::ResponseOptions>().set_status(StatusCode::FORBIDDEN);
    })?;
    Ok(RECENT.get(ok, visitor.cookies())?)
}
