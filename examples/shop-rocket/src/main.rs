//! A shop with Rocket.
#![expect(
    clippy::needless_pass_by_value,
    reason = "Rocket hands over what it extracts"
)]

#[path = "../../shop-axum/src/cookies.rs"]
mod cookies;
#[cfg(test)]
mod stays_true;

use cookie_decl::error::SetError;
use cookie_decl::guard::{NotGranted, WithCookies};
use cookie_decl::{Granted, Guard, Visitor};
use cookies::category::Statistics;
use cookies::{Category, OFFER, POLICY, RECENT};
use rocket::http::{Cookie, CookieJar, SameSite};
use rocket::response::content::RawHtml;
use rocket::time::Duration;
use rocket::{get, launch, routes};

#[get("/")]
fn home(visitor: Visitor<Category>) -> RawHtml<String> {
    // The banner asks while there is something to ask.
    let (head, banner) = (visitor.head(), visitor.banner());
    RawHtml(format!(
        "<!DOCTYPE html><title>Shop</title>{head}<body>{banner}<h1>Shop</h1>"
    ))
}

#[get("/set")]
fn set(visitor: Visitor<Category>) -> Result<WithCookies<&'static str>, SetError> {
    // Each cookie is sent only if the visitor allows its category.
    let consent = visitor.consent();
    let cookies = [RECENT.set_if(consent, 42)?, OFFER.set_if(consent, 7)?];
    Ok(WithCookies::new(
        cookies.into_iter().flatten(),
        "Product 42",
    ))
}

#[get("/visits")]
fn visits(jar: &CookieJar<'_>) -> String {
    let visits = jar
        .get_private("session")
        .and_then(|cookie| cookie.value().parse().ok());
    let visits = visits.unwrap_or(0) + 1;
    let cookie = Cookie::build(("session", visits.to_string()))
        .secure(true)
        .same_site(SameSite::Lax);
    jar.add_private(cookie.max_age(Duration::weeks(2)));
    visits.to_string()
}

#[get("/rogue")]
fn rogue(jar: &CookieJar<'_>) -> &'static str {
    jar.add(("tracker", "1"));
    "The guard drops this cookie"
}

#[get("/long")]
fn long(jar: &CookieJar<'_>) -> &'static str {
    let cookie = Cookie::build(("session", "abc")).max_age(Duration::days(3650));
    jar.add(cookie.secure(true).http_only(true).same_site(SameSite::Lax));
    "The guard shortens this cookie"
}

#[get("/granted")]
fn charts(
    proof: Result<Granted<'static, Statistics>, NotGranted>,
) -> Result<&'static str, NotGranted> {
    proof.map(|_| "Charts")
}

#[launch]
fn rocket() -> _ {
    let port: Option<u16> = std::env::var("PORT")
        .ok()
        .and_then(|port| port.parse().ok());
    let config = rocket::Config::figment().merge(("port", port.unwrap_or(3000)));
    rocket::custom(config)
        .mount("/", routes![home, set, visits, rogue, long, charts])
        .attach(Guard::new(POLICY)) // last
}
