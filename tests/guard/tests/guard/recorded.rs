//! Decisions on their way through the whole stack into a log.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use cookie_decl::Visitor;
use cookie_decl::consent_log::{
    Action, ConsentLog, Event, LogError, LogFuture, MemoryLog, Via, VisitorId,
};
use http::{Method, Request, Response};
use tower::{Layer as _, ServiceExt as _, service_fn};

use crate::cookies::{Category, Consent};
use crate::{agreed, guard, names, request, send};

const POST: &str = "/cookies/preferences";
const SAME: (&str, &str) = ("sec-fetch-site", "same-origin");

/// A log that takes a while, as a database does.
struct Slow(Arc<MemoryLog>);

impl ConsentLog for Slow {
    fn record(&self, event: Arc<Event>) -> LogFuture<()> {
        let log = Arc::clone(&self.0);
        Box::pin(async move {
            tokio::time::sleep(Duration::from_millis(1)).await;
            log.record(event).await.map_err(LogError::new)
        })
    }

    fn knows(&self, visitor: VisitorId) -> LogFuture<bool> {
        self.0.knows(visitor)
    }
}

fn log() -> (Slow, Arc<MemoryLog>) {
    let log = Arc::new(MemoryLog::new());
    (Slow(Arc::clone(&log)), log)
}

#[tokio::test]
async fn choice_is_recorded_before_the_response_is_sent() {
    let (slow, log) = log();
    let guard = guard().0.record(slow);
    let app = guard.protect(Router::new().merge(guard.routes()));
    let response = send(&app, request(Method::POST, POST, &[SAME], "choice=accept")).await;
    assert_eq!(response.status(), 303);
    assert_eq!(log.events().len(), 1);
}

#[tokio::test]
async fn what_is_not_recorded_is_not_granted() {
    let (slow, log) = log();
    log.set_down(true);
    let guard = guard().0.record(slow);
    let app = guard.protect(Router::new().merge(guard.routes()));
    let accept = request(Method::POST, POST, &[SAME], "choice=accept");
    let response = send(&app, accept).await;
    assert_eq!(response.status(), 503);
    assert!(names(response.headers()).is_empty());
    let agreed = agreed();
    let fields = [SAME, ("cookie", &*agreed)];
    let response = send(&app, request(Method::POST, POST, &fields, "choice=refuse")).await;
    assert_eq!(response.status(), 303);
    assert_eq!(names(response.headers()), ["__Host-prefs"]);
}

#[tokio::test]
async fn handler_records_a_decision_of_its_own() {
    async fn refuse(
        visitor: Visitor<Category>,
    ) -> Result<impl axum::response::IntoResponse, cookie_decl::error::SetError> {
        let denied = Consent::refuse_all(visitor.now());
        Ok((visitor.decide_recorded(&denied).await?.cookies, "saved"))
    }
    let (slow, log) = log();
    let guard = guard().0.record(slow);
    let app = guard.protect(Router::new().route("/account", get(refuse)));
    let response = crate::get(&app, "/account", "").await;
    assert_eq!(names(response.headers()), ["__Host-prefs"]);
    assert_eq!(log.events()[0].via, Via::Site);
}

fn page(cookie: &str) -> Request<()> {
    let page = Request::builder()
        .header("sec-gpc", "1")
        .header("cookie", cookie);
    page.body(()).unwrap()
}

#[tokio::test]
async fn objection_is_recorded_before_the_response_is_sent() {
    let (slow, log) = log();
    let handled = AtomicBool::new(false);
    let service = guard()
        .0
        .record(slow)
        .layer(service_fn(async |_: Request<()>| {
            handled.store(true, Ordering::Relaxed);
            Ok::<_, Infallible>(Response::new(()))
        }));
    service.oneshot(page(&agreed())).await.unwrap();
    assert!(handled.load(Ordering::Relaxed));
    assert_eq!(log.events()[0].action, Action::Object);
}

#[tokio::test]
async fn failed_objection_leaves_the_response_as_it_is() {
    let responses = [false, true].map(async |is_down| {
        let (slow, log) = log();
        log.set_down(is_down);
        let inner = service_fn(async |request: Request<()>| {
            let visitor: &Visitor<Category> = request.extensions().get().unwrap();
            let is_allowed = visitor.consent().allows(Category::Statistics);
            Ok::<_, Infallible>(Response::new(is_allowed))
        });
        let service = guard().0.record(slow).layer(inner);
        service.oneshot(page(&agreed())).await.unwrap()
    });
    let [working, failing] = responses;
    let (working, failing) = (working.await, failing.await);
    assert_eq!(working.headers(), failing.headers());
    assert!(*working.body() && *failing.body());
}
