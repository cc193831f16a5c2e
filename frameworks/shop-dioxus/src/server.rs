//! What runs on the server alone.

use cookie_decl::error::SetError;
use cookie_decl::{Guard, Visitor};
use dioxus::fullstack::FullstackContext;
use dioxus::server::axum::Router;
use dioxus::server::axum::response::IntoResponse;
use dioxus::server::axum::routing::get;
use dioxus::server::{DioxusRouterExt as _, ServeConfig};

use crate::cookies::{Category, OFFER, POLICY, RECENT};

/// The visitor, whom the guard puts into the request.
pub(crate) fn visitor() -> Visitor<Category> {
    let visitor = FullstackContext::current().and_then(|context| context.extension());
    visitor.expect("the guard wraps the application")
}

// `FullstackContext::add_response_header` would replace the first cookie by the second.
async fn set(visitor: Visitor<Category>) -> Result<impl IntoResponse, SetError> {
    // Each cookie is sent only if the visitor allows its category.
    let consent = visitor.consent();
    Ok((
        RECENT.set_if(consent, 42)?,
        OFFER.set_if(consent, 7)?,
        "Product 42",
    ))
}

/// The application inside the guard.
pub(crate) fn router() -> Router {
    let guard = Guard::new(POLICY);
    let app = Router::new().route("/set", get(set));
    // Only `dx` builds the files that the browser loads. Without them, Dioxus panics.
    let app = if has_files() {
        app.serve_dioxus_application(ServeConfig::new(), crate::router)
    } else {
        app.serve_api_application(ServeConfig::new(), crate::router)
    };
    let app = guard.protect(app.merge(guard.routes()));
    // Dioxus serves a router.
    Router::new().fallback_service(app)
}

fn has_files() -> bool {
    std::env::current_exe().is_ok_and(|program| program.with_file_name("public").exists())
}
