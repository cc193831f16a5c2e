//! The guard as a fairing of Rocket, request guards, and responses.

use alloc::boxed::Box;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use std::io::Cursor;

use rocket::data::{Data, ToByteUnit as _};
use rocket::fairing::{self, Fairing, Info, Kind};
use rocket::http::{Header, HeaderMap, Method, Status};
use rocket::outcome::IntoOutcome as _;
use rocket::request::{FromRequest, Outcome, Request};
use rocket::response::{self, Responder, Response};
use rocket::route::{self, Handler, Route};
use rocket::{Build, Rocket};

use crate::consent::gate::{Categories, Gated};
use crate::consent::{Consent, Granted};
use crate::guard::copied::copied_request;
use crate::guard::handle::Guard;
use crate::guard::pages::{paths, refuse_body, respond};
use crate::guard::post::LONGEST_FORM;
use crate::guard::rejection::{MissingLayer, NotGranted, Respond, for_each_error, granted};
use crate::guard::visitor::Visitor;
use crate::guard::with_cookies::WithCookies;

/// Wraps a site, with `Rocket::attach`. It also serves the pages.
///
/// Attach it last, because the fairing that is attached last sees a response last. A site whose
/// guard [hides](Self::hide_denied) cookies does not start, because cookies cannot be taken out of
/// Rocket's `CookieJar`.
#[rocket::async_trait]
impl<K: Categories> Fairing for Guard<K> {
    fn info(&self) -> Info {
        Info {
            name: "cookie-decl",
            kind: Kind::Ignite | Kind::Request | Kind::Response,
        }
    }

    async fn on_ignite(&self, rocket: Rocket<Build>) -> fairing::Result {
        if self.settings.hides {
            tracing::error!(target: "cookie_decl", "Rocket cannot hide denied cookies: remove `hide_denied(true)`");
            return Err(rocket);
        }
        let paths = paths(&self.settings);
        let route = |path: &String| {
            [Method::Get, Method::Post].map(|it| Route::new(it, path, self.clone()))
        };
        // A route of Rocket also takes its path with a slash after it.
        let paths = paths
            .iter()
            .filter(|path| *path == "/" || !path.ends_with('/'));
        let routes: Vec<_> = paths.flat_map(route).collect();
        Ok(rocket.mount("/", routes).manage(self.clone()))
    }

    async fn on_request(&self, request: &mut Request<'_>, _: &mut Data<'_>) {
        visitor(self, request).record_objection().await;
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        let headers = pairs(response.headers());
        for (name, values) in self.finish_copied(visitor(self, request), headers) {
            response.remove_header(name.as_str());
            for value in values {
                let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
                response.adjoin_raw_header(String::from(name.as_str()), value);
            }
        }
    }
}

/// Responds with the pages.
#[rocket::async_trait]
impl<K: Categories> Handler for Guard<K> {
    async fn handle<'r>(&self, request: &'r Request<'_>, data: Data<'r>) -> route::Outcome<'r> {
        let (visitor, copy) = (visitor(self, request), copy(request));
        let response = match data.open(LONGEST_FORM.bytes()).into_bytes().await {
            Ok(body) if body.is_complete() => {
                respond(visitor, copy.method(), copy.headers(), &body).await
            }
            failed => refuse_body(visitor, failed.is_ok()),
        };
        route::Outcome::Success(answer(response))
    }
}

/// The visitor, who is read when the request begins.
fn visitor<'r, K: Categories>(guard: &Guard<K>, request: &'r Request<'_>) -> &'r Visitor<K> {
    request.local_cache(|| {
        let copy = copy(request);
        guard.read(copy.method(), copy.uri(), copy.headers())
    })
}

fn pairs(headers: &HeaderMap<'_>) -> Vec<(String, String)> {
    let pair = |header: Header<'_>| (header.name().to_string(), String::from(header.value()));
    headers.iter().map(pair).collect()
}

fn copy(request: &Request<'_>) -> http::Request<()> {
    let fields = pairs(request.headers()).into_iter();
    // HTTP/2 has the host in the address, which Rocket keeps apart.
    let host = request
        .host()
        .filter(|_| !request.headers().contains("host"));
    let host = host.map(|host| (String::from("host"), alloc::format!("{host}")));
    let address = alloc::format!("{}", request.uri());
    copied_request(request.method().as_str(), &address, fields.chain(host))
}

fn answer<'r>(response: http::Response<String>) -> Response<'r> {
    let (head, body) = response.into_parts();
    let mut answer = Response::build();
    answer
        .status(Status::new(head.status.as_u16()))
        .sized_body(body.len(), Cursor::new(body));
    for (name, value) in &head.headers {
        let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
        answer.raw_header_adjoin(String::from(name.as_str()), value);
    }
    answer.finalize()
}

/// The visitor for a request guard.
fn guarded<'r, K: Categories>(request: &'r Request<'_>) -> Result<&'r Visitor<K>, MissingLayer> {
    let guard = request.rocket().state::<Guard<K>>().ok_or(MissingLayer)?;
    Ok(visitor(guard, request))
}

macro_rules! guards {
    ($($(#[$doc:meta])* [$($parameters:tt)*] $type:ty, $error:ty, $status:ident: $read:expr;)+) => {$(
        $(#[$doc])*
        #[rocket::async_trait]
        impl<'r, $($parameters)*> FromRequest<'r> for $type {
            type Error = $error;

            async fn from_request(request: &'r Request<'_>) -> Outcome<Self, $error> {
                ($read)(guarded(request)).or_error(Status::$status)
            }
        }
    )+};
}

guards! {
    [K: Categories] Visitor<K>, MissingLayer, InternalServerError: |visitor: Result<&Visitor<K>, _>| visitor.cloned();
    [K: Categories] Consent<K>, MissingLayer, InternalServerError: |visitor: Result<&Visitor<K>, _>| {
        visitor.map(|visitor| *visitor.consent())
    };
    /// The proof that the visitor grants a category. Otherwise, Rocket's catcher for 403 responds.
    ///
    /// To respond with a page in the visitor's language, take a `Result<Granted<..>, NotGranted>`,
    /// and return the error.
    [C: Gated] Granted<'static, C>, NotGranted, Forbidden: granted;
}

macro_rules! respond {
    ($(#[$doc:meta] $error:ty;)+) => {$(
        #[$doc]
        impl<'r> Responder<'r, 'static> for $error {
            fn respond_to(self, _: &'r Request<'_>) -> response::Result<'static> {
                let response = Respond::respond(&self);
                if response.status().is_server_error() {
                    return Err(Status::InternalServerError);
                }
                Ok(answer(response))
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
