//! An open-data portal whose cookies are declared in one table, `src/cookies.rs`.

mod cookies;
mod data;
mod language;
mod layout;
mod pages;
mod session;
#[cfg(test)]
mod stays_true;

use axum::Router;
use axum::routing::{get, post};
use cookie_decl::Guard;
use cookie_decl::consent::Categories;
use cookie_decl::consent_log::ConsentLog;
use cookie_decl::guard::Protected;

use crate::cookies::{Category, POLICY};
use crate::language::Language;
use crate::session::Sessions;

/// The portal inside its guard, without a server around it. It records decisions in `log`.
pub fn app(log: impl ConsentLog + 'static) -> Protected<impl Categories> {
    let sessions = Sessions::default();
    let guard: Guard<Category> = Guard::new(POLICY)
        .hide_denied(true)
        .record(log)
        .language(Language::chosen)
        .look(layout::PortalLook(sessions.clone()));
    let app = Router::new()
        .route("/", get(pages::home))
        .route("/data/{id}", get(pages::data_set))
        .route("/language", post(pages::language))
        .route("/sign-in", get(pages::sign_in_form).post(pages::sign_in))
        .route("/sign-out", post(pages::sign_out))
        .route("/contact", get(pages::contact_form).post(pages::contact))
        .route("/portal.css", get(pages::stylesheet))
        .route("/audience.js", get(pages::audience))
        .route("/map.js", get(pages::map))
        .with_state(sessions)
        .merge(guard.routes());
    guard.protect(app)
}
