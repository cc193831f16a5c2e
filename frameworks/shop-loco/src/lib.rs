//! A shop with Loco, without its database.
//!
//! ```text
//! cargo run # in this folder, where Loco finds `config/development.yaml`
//! ```

#[path = "../../../examples/shop-axum/src/cookies.rs"]
mod cookies;

use async_trait::async_trait;
use axum::Router;
use axum::http::header::SET_COOKIE;
use axum::response::{Html, IntoResponse};
use cookie_decl::error::SetError;
use cookie_decl::{Granted, Guard, Visitor};
use cookies::category::Statistics;
use cookies::{Category, OFFER, POLICY, RECENT};
use loco_rs::app::{AppContext, Hooks, Initializer};
use loco_rs::bgworker::Queue;
use loco_rs::boot::{BootResult, StartMode, create_app};
use loco_rs::config::Config;
use loco_rs::controller::{AppRoutes, Routes};
use loco_rs::environment::Environment;
use loco_rs::prelude::get;
use loco_rs::task::Tasks;

/// The guard, for [`Hooks::initializers`].
struct Guarded;

#[async_trait]
impl Initializer for Guarded {
    fn name(&self) -> String {
        "cookies".into()
    }

    async fn after_routes(&self, app: Router, _: &AppContext) -> loco_rs::Result<Router> {
        let guard = Guard::new(POLICY);
        let app = guard.protect(app.merge(guard.routes()));
        // Loco serves a router.
        Ok(Router::new().fallback_service(app))
    }
}

async fn home(visitor: Visitor<Category>) -> Html<String> {
    // The banner asks while there is something to ask.
    let (head, banner) = (visitor.head(), visitor.banner());
    Html(format!(
        "<!DOCTYPE html><title>Shop</title>{head}<body>{banner}<h1>Shop</h1>"
    ))
}

async fn set(visitor: Visitor<Category>) -> Result<impl IntoResponse, SetError> {
    // Each cookie is sent only if the visitor allows its category.
    let consent = visitor.consent();
    Ok((
        RECENT.set_if(consent, 42)?,
        OFFER.set_if(consent, 7)?,
        "Product 42",
    ))
}

async fn rogue() -> impl IntoResponse {
    ([(SET_COOKIE, "tracker=1")], "The guard drops this cookie")
}

async fn long() -> impl IntoResponse {
    let cookie = "session=abc; Path=/; Max-Age=315360000; Secure; HttpOnly; SameSite=Lax";
    ([(SET_COOKIE, cookie)], "The guard shortens this cookie")
}

async fn charts(_: Granted<'static, Statistics>) -> &'static str {
    "Charts"
}

/// The application.
pub struct App;

#[async_trait]
impl Hooks for App {
    fn app_name() -> &'static str {
        env!("CARGO_CRATE_NAME")
    }

    async fn boot(
        mode: StartMode,
        environment: &Environment,
        config: Config,
    ) -> loco_rs::Result<BootResult> {
        create_app::<Self>(mode, environment, config).await
    }

    async fn initializers(_: &AppContext) -> loco_rs::Result<Vec<Box<dyn Initializer>>> {
        // The last one is outside of all others, and judges their cookies as well.
        Ok(vec![Box::new(Guarded)])
    }

    fn routes(_: &AppContext) -> AppRoutes {
        let shop = Routes::new()
            .add("/", get(home))
            .add("/set", get(set))
            .add("/rogue", get(rogue))
            .add("/long", get(long))
            .add("/granted", get(charts));
        AppRoutes::empty().add_route(shop)
    }

    async fn connect_workers(_: &AppContext, _: &Queue) -> loco_rs::Result<()> {
        Ok(())
    }

    fn register_tasks(_: &mut Tasks) {}
}

#[cfg(doctest)]
#[doc = include_str!("../../../cookie-decl/docs/frameworks/loco.md")]
struct Chapter;
