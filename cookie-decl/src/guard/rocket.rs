//! The guard as a fairing of Rocket, request guards, and responses.

use alloc::boxed::Box;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use std::io::Cursor;

use rocket::data::{Data, ToByteUnit as _};
use rocket::fairing::{self, Fairing, Info, Kind};
use rocket::http::Method::{Get, Post};
use rocket::http::{Header, Status};
use rocket::outcome::IntoOutcome as _;
use rocket::request::{FromRequest, Outcome, Request};
use rocket::response::{self, Responder, Response};
use rocket::route::{self, Handler, Route};
use rocket::{Build, Rocket};

use crate::consent::gate::Categories;
use crate::guard::exchange::Exchange;
use crate::guard::extract::{Extract as _, for_each_extract};
use crate::guard::handle::Guard;
use crate::guard::post::LONGEST_FORM;
use crate::guard::rejection::{Respond, for_each_error};
use crate::guard::with_cookies::WithCookies;

/// Wraps a site, with `Rocket::attach`. It also serves the pages.
///
/// Attach it last, because the fairing that is attached last sees a response last. With a guard that
/// [hides](Self::hide_denied) cookies, a site does not start: Rocket's `CookieJar` keeps them.
#[rocket::async_trait]
impl<K: Categories> Fairing for Guard<K> {
    fn info(&self) -> Info {
        let (name, kind) = ("cookie-decl", Kind::Ignite | Kind::Request | Kind::Response);
        Info { name, kind }
    }

    async fn on_ignite(&self, rocket: Rocket<Build>) -> fairing::Result {
        if self.settings.hides {
            tracing::error!(target: "cookie_decl", "Rocket cannot hide denied cookies: remove `hide_denied(true)`");
            return Err(rocket);
        }
        // A route of Rocket also takes its path with a slash after it.
        let mut paths = self.paths();
        paths.retain(|path| path == "/" || !path.ends_with('/'));
        let route = |path: &String| [Get, Post].map(|it| Route::new(it, path, self.clone()));
        let routes: Vec<_> = paths.iter().flat_map(route).collect();
        Ok(rocket.mount("/", routes).manage(self.clone()))
    }

    async fn on_request(&self, request: &mut Request<'_>, _: &mut Data<'_>) {
        exchange(self, request).visitor().record_objection().await;
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        let headers: Vec<_> = response.headers().iter().collect();
        let pairs = headers.iter().map(|it| (it.name().as_str(), it.value()));
        let exchange = exchange(self, request);
        for (name, values) in exchange.finish(pairs) {
            response.remove_header(name.as_str());
            for value in &values {
                response.adjoin_raw_header(name.to_string(), text(value));
            }
        }
        if exchange.is_page() {
            response.set_raw_header("X-Content-Type-Options", "nosniff");
        }
    }
}

/// Responds with the pages.
#[rocket::async_trait]
impl<K: Categories> Handler for Guard<K> {
    async fn handle<'r>(&self, request: &'r Request<'_>, data: Data<'r>) -> route::Outcome<'r> {
        let exchange = exchange(self, request);
        let page = match data.open(LONGEST_FORM.bytes()).into_bytes().await {
            Ok(body) if body.is_complete() => exchange.respond(&body).await,
            failed => exchange.refuse(failed.is_ok()),
        };
        route::Outcome::Success(answer(page))
    }
}

/// The exchange, which is created when the request begins.
fn exchange<'r, K: Categories>(guard: &Guard<K>, request: &'r Request<'_>) -> &'r Exchange<K> {
    request.local_cache(|| {
        // HTTP/2 has the host in the address, which Rocket keeps apart.
        let sent = request.headers();
        let host = request.host().filter(|_| !sent.contains("host"));
        let host = host.map(|host| Header::new("host", host.to_string()));
        let headers: Vec<_> = sent.iter().chain(host).collect();
        let guard = guard.watched(request.local_cache(|| None).as_ref());
        let pairs = headers.iter().map(|it| (it.name().as_str(), it.value()));
        guard.receive(request.method().as_str(), &request.uri().to_string(), pairs)
    })
}

fn text(value: &http::HeaderValue) -> String {
    String::from_utf8_lossy(value.as_bytes()).into_owned()
}

fn answer<'r>(mut page: http::Response<String>) -> Response<'r> {
    // Rocket's Shield warns if it is there. The fairing sets it afterwards.
    page.headers_mut().remove("x-content-type-options");
    let mut answer = Response::new();
    answer.set_status(Status::new(page.status().as_u16()));
    for (name, value) in page.headers() {
        answer.adjoin_raw_header(name.to_string(), text(value));
    }
    answer.set_sized_body(None, Cursor::new(page.into_body()));
    answer
}

macro_rules! extract {
    ($([$($parameters:tt)*] $type:ty, $error:ty, $status:literal;)+) => {$(
        #[rocket::async_trait]
        impl<'r, $($parameters)*> FromRequest<'r> for $type {
            type Error = $error;
            async fn from_request(request: &'r Request<'_>) -> Outcome<Self, $error> {
                let guard = request.rocket().state::<Guard<_>>();
                let visitor = guard.map(|guard| exchange(guard, request).visitor());
                Self::from_visitor(visitor).or_error(Status::new($status))
            }
        }
    )+};
}
for_each_extract!(extract);

macro_rules! respond {
    ($(#[$doc:meta] $error:ty;)+) => {$(
        #[$doc]
        impl<'r> Responder<'r, 'static> for $error {
            fn respond_to(self, _: &'r Request<'_>) -> response::Result<'static> {
                Ok(answer(Respond::respond(&self)))
            }
        }
    )+};
}
for_each_error!(respond);

/// Adds a `Set-Cookie` field for each cookie.
impl<'r, 'o: 'r, R: Responder<'r, 'o>> Responder<'r, 'o> for WithCookies<R> {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'o> {
        let mut response = self.response.respond_to(request)?;
        for cookie in self.cookies {
            response.adjoin_raw_header("Set-Cookie", cookie.to_header_value());
        }
        Ok(response)
    }
}
