//! A shop with actix-web and actix-session.

#[path = "../../shop-axum/src/cookies.rs"]
mod cookies;
#[cfg(test)]
mod stays_true;

use actix_session::config::PersistentSession;
use actix_session::storage::CookieSessionStore;
use actix_session::{Session, SessionMiddleware};
use actix_web::cookie::{Cookie, Key, SameSite, time::Duration};
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::{App, Error, HttpRequest, HttpResponse, HttpServer, Responder, get, web::Html};
use cookie_decl::error::SetError;
use cookie_decl::guard::WithCookies;
use cookie_decl::{Granted, Guard, Visitor};
use cookies::category::Statistics;
use cookies::{Category, OFFER, POLICY, RECENT};

#[get("/")]
async fn home(visitor: Visitor<Category>) -> Html {
    // The banner asks while there is something to ask.
    let (head, banner) = (visitor.head(), visitor.banner());
    Html::new(format!(
        "<!DOCTYPE html><title>Shop</title>{head}<body>{banner}<h1>Shop</h1>"
    ))
}

#[get("/set")]
async fn set(visitor: Visitor<Category>) -> Result<impl Responder, SetError> {
    // Each cookie is sent only if the visitor allows its category.
    let consent = visitor.consent();
    let cookies = [RECENT.set_if(consent, 42)?, OFFER.set_if(consent, 7)?];
    Ok(WithCookies::new(
        cookies.into_iter().flatten(),
        "Product 42",
    ))
}

#[get("/visits")]
async fn visits(session: Session) -> Result<String, Error> {
    let visits = session.get::<u32>("visits")?.unwrap_or_default() + 1;
    session.insert("visits", visits)?;
    Ok(visits.to_string())
}

#[get("/rogue")]
async fn rogue() -> impl Responder {
    let cookie = Cookie::new("tracker", "1");
    HttpResponse::Ok()
        .cookie(cookie)
        .body("The guard drops this cookie")
}

#[get("/long")]
async fn long() -> impl Responder {
    let cookie = Cookie::build("session", "abc")
        .path("/")
        .max_age(Duration::days(3650));
    let cookie = cookie
        .secure(true)
        .http_only(true)
        .same_site(SameSite::Lax)
        .finish();
    HttpResponse::Ok()
        .cookie(cookie)
        .body("The guard shortens this cookie")
}

#[get("/granted")]
async fn charts(_: Granted<'static, Statistics>) -> &'static str {
    "Charts"
}

#[get("/cookies-seen")]
async fn seen(request: HttpRequest) -> String {
    let cookies = request.cookies().map(|cookies| cookies.to_vec());
    let cookies = cookies.unwrap_or_default();
    let names: Vec<_> = cookies.iter().map(Cookie::name).collect();
    names.join(" ")
}

fn app(
    guard: Guard<Category>,
    key: Key,
) -> App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse,
        Error = Error,
        InitError = (),
    >,
> {
    let lifetime = PersistentSession::default().session_ttl(Duration::weeks(2));
    let session = SessionMiddleware::builder(CookieSessionStore::default(), key)
        .cookie_name("session".into())
        .session_lifecycle(lifetime)
        .build();
    App::new()
        .service(home)
        .service(set)
        .service(visits)
        .service(rogue)
        .service(long)
        .service(charts)
        .service(seen)
        .wrap(session)
        .wrap(guard) // last, around the session
}

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    let port = std::env::var("PORT")
        .ok()
        .and_then(|port| port.parse().ok());
    let guard = Guard::new(POLICY).hide_denied(true);
    let key = Key::generate(); // a real site keeps it
    HttpServer::new(move || app(guard.clone(), key.clone()))
        .workers(1)
        .bind(("127.0.0.1", port.unwrap_or(3000)))?
        .run()
        .await
}
