//! One request and its response.

use std::any::Any;
use std::fmt::Display;
use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::Poll;

use axum_core::body::Body;
use bytes::Bytes;
use cookie_decl::guard::Watched;
use http::header::CONTENT_TYPE;
use http::{Request, Response};
use http_body_util::BodyExt as _;
use tower_service::Service;

use crate::visitor::Visitor;

/// A request of a visitor, and its response.
pub(crate) struct Exchange {
    /// The number of the step. `None` for requests that visitors send to answer.
    pub(crate) step: Option<usize>,
    /// How many redirects of this step came before.
    pub(crate) hop: usize,
    pub(crate) visitor: Visitor,
    pub(crate) request: Request<Bytes>,
    pub(crate) response: Response<Bytes>,
    /// What the application's own guard saw. Its address is `None` if there is no guard.
    pub(crate) inside: Watched,
    /// What the guard of the walk saw, which wraps the whole application.
    pub(crate) outside: Watched,
}

impl Exchange {
    /// Whether the response is a page.
    pub(crate) fn is_page(&self) -> bool {
        is_of_type(&self.response, "text/html")
    }

    /// Returns the method and path of the request, such as `GET /basket`.
    pub(crate) fn address(&self) -> String {
        format!("{} {}", self.request.method(), self.request.uri())
    }

    /// Whether it is the same request of another visitor.
    pub(crate) fn is_same_as(&self, other: &Self) -> bool {
        let key = |it: &Self| (it.step, it.hop, it.address());
        key(self) == key(other)
    }

    /// Returns what would be equal for two visitors if the response did not depend on them.
    pub(crate) fn content(&self) -> (http::StatusCode, &Bytes) {
        (self.response.status(), self.response.body())
    }
}

/// Whether the body of a response may never end.
pub(crate) fn is_stream<B>(response: &Response<B>) -> bool {
    is_of_type(response, "text/event-stream")
}

fn is_of_type<B>(response: &Response<B>, essence: &str) -> bool {
    let value = response.headers().get(CONTENT_TYPE);
    let value = value.map(|value| value.as_bytes().to_ascii_lowercase());
    value.is_some_and(|value| value.starts_with(essence.as_bytes()))
}

/// Sends a request to the application.
///
/// # Errors
/// Returns the message of the panic or failure.
pub(crate) async fn send<S, R>(
    service: &mut S,
    request: Request<Bytes>,
) -> Result<Response<Bytes>, String>
where
    S: Service<Request<Body>, Response = Response<R>>,
    S::Error: Display,
    R: http_body::Body,
    R::Error: Display,
{
    let exchange = async {
        let ready = poll_fn(|context| service.poll_ready(context)).await;
        ready.map_err(|error| format!("it failed: {error}"))?;
        let response = service.call(request.map(Body::from)).await;
        let response = response.map_err(|error| format!("it failed: {error}"))?;
        let is_stream = is_stream(&response);
        let (head, body) = response.into_parts();
        let body = if is_stream {
            Bytes::new()
        } else {
            let body = body.collect().await;
            body.map_err(|error| format!("the body of its response failed: {error}"))?
                .to_bytes()
        };
        Ok(Response::from_parts(head, body))
    };
    caught(exchange).await?
}

/// Runs a future to its end, or to its panic.
async fn caught<F: Future>(future: F) -> Result<F::Output, String> {
    let mut future = pin!(future);
    poll_fn(|context| {
        let polled = catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context)));
        match polled {
            Ok(polled) => polled.map(Ok),
            Err(panic) => Poll::Ready(Err(format!("it panicked: {}", text(&*panic)))),
        }
    })
    .await
}

fn text(panic: &(dyn Any + Send)) -> &str {
    let owned = panic.downcast_ref::<String>().map(String::as_str);
    let fixed = || panic.downcast_ref::<&str>().copied();
    owned.or_else(fixed).unwrap_or("without a message")
}
