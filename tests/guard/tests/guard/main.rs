//! The guard around services: plain tower services, a hyper server, axum, and the jars of other
//! frameworks.

mod connection;
mod jars;
mod layer;
mod protected;
mod recorded;
mod routes;
mod safety;

use axum::body::Body;
use cookie_decl::Guard;
use cookie_decl::guard::Finding;
use http::header::{HeaderMap, SET_COOKIE};
use http::{Method, Request, Response};
use http_body_util::BodyExt as _;
use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use tower::{Service, ServiceExt as _};

mod cookies {
    cookie_decl::declare_cookies! {
        pub(crate) policy in crate::cookies;

        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Keeps you signed in
            SESSION = "sid" | session;
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-prefs" | 6 months | attributes = .. !HttpOnly;
            /// Counts what you did
            COUNT: u32 = "count" | 1 day;
        }
        /// Audience
        category Statistics: opt_in {
            cookie | duration;
            /// Remembers what you looked at last
            RECENT = "recent" | 30 days;
        }
        /// Adverts
        category Adverts: opt_in(gpc) {
            cookie | duration;
            /// Chooses adverts
            "advert" | 1 day | set_by = script;
        }
        retired { "old" Path="/"; }
    }
}

use cookies::{Category, Consent};

const NOW: u64 = 1_795_305_600;

type Log = Arc<Mutex<Vec<Finding>>>;

/// Returns a guard, and its findings.
fn guard() -> (Guard<Category>, Log) {
    let found = Log::default();
    let log = Arc::clone(&found);
    let guard = Guard::new(cookies::POLICY).clock(|| NOW);
    (
        guard.report(move |finding| log.lock().unwrap().push(finding.clone())),
        found,
    )
}

fn found(found: &Mutex<Vec<Finding>>) -> Vec<String> {
    found
        .lock()
        .unwrap()
        .drain(..)
        .map(|finding| finding.to_string())
        .collect()
}

/// Returns the cookie of a visitor who granted everything a minute ago.
fn agreed() -> String {
    let answer = cookies::PREFERENCES
        .set(&Consent::accept_all(NOW - 60))
        .unwrap();
    format!("{}={}", answer.name(), answer.value())
}

fn request(method: Method, path: &str, headers: &[(&str, &str)], body: &str) -> Request<Body> {
    let builder = Request::builder().method(method).uri(path);
    let builder = headers.iter().fold(builder, |builder, (name, value)| {
        builder.header(*name, *value)
    });
    builder.body(Body::from(body.to_owned())).unwrap()
}

async fn get(app: &impl App, path: &str, cookie: &str) -> Response<String> {
    send(app, request(Method::GET, path, &[("cookie", cookie)], "")).await
}

/// A router, or a router inside the guard.
trait App: Service<Request<Body>, Response = Response<Body>, Error = Infallible> + Clone {}

impl<S: Service<Request<Body>, Response = Response<Body>, Error = Infallible> + Clone> App for S {}

async fn send(app: &impl App, request: Request<Body>) -> Response<String> {
    let (head, body) = app.clone().oneshot(request).await.unwrap().into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    Response::from_parts(head, String::from_utf8(body.to_vec()).unwrap())
}

fn set(headers: &HeaderMap) -> Vec<&str> {
    headers
        .get_all(SET_COOKIE)
        .iter()
        .map(|field| field.to_str().unwrap())
        .collect()
}

/// Returns the names of the cookies that are set. A `-` marks removals.
fn names(headers: &HeaderMap) -> Vec<String> {
    let name = |field: &str| {
        let name = field.split('=').next().unwrap();
        format!(
            "{}{name}",
            if field.to_ascii_lowercase().contains("max-age=0") {
                "-"
            } else {
                ""
            }
        )
    };
    set(headers).into_iter().map(name).collect()
}
