//! Extractors, response parts and routes for axum.

use core::convert::Infallible;
use core::pin::Pin;
use core::task::{Context, Poll};

use axum::Router;
use axum::extract::{FromRequestParts, OptionalFromRequestParts, Request};
use axum::handler::{Handler, HandlerService, HandlerWithoutStateExt};
use axum::http::header::SET_COOKIE;
use axum::http::request::Parts;
use axum::response::{IntoResponse, IntoResponseParts, Response, ResponseParts};
use axum::routing::future::RouteFuture;
use pin_project_lite::pin_project;
use tower_layer::Layer as _;
use tower_service::Service;

use crate::consent::gate::{Categories, Gated};
use crate::consent::granted::Granted;
use crate::consent::withdraw::Withdrawal;
use crate::guard::extract::{Extract as _, for_each_extract};
use crate::guard::handle::Guard;
use crate::guard::rejection::{MissingLayer, Respond, for_each_error};
use crate::guard::tower::{GuardService, Guarded, Pages};
use crate::guard::visitor::Visitor;
use crate::wire::set_cookie::{SetCookie, SetCookies};

/// The routes of all pages.
pub(super) fn routes<K: Categories, S: Clone + Send + Sync + 'static>(
    guard: &Guard<K>,
) -> Router<S> {
    guard.paths().iter().fold(Router::new(), |routes, path| {
        routes.route_service(path, Pages::new(guard))
    })
}

/// An axum application inside a [`Guard`], from [`Guard::protect`].
///
/// `axum::serve` takes it, and it is a tower service: tests send it requests with `oneshot`.
pub type Protected<K> = HandlerService<GuardService<K, Router>, (), ()>;

/// An application inside the guard.
pub(super) fn protect<K: Categories>(guard: &Guard<K>, app: Router) -> Protected<K> {
    // With the state, handlers become services once instead of for each request.
    let handler = guard.layer(app.with_state(()));
    HandlerWithoutStateExt::into_service(handler)
}

// `axum::serve` takes handlers. It takes other services only with axum's feature `tokio`.
impl<K: Categories> Handler<(), ()> for GuardService<K, Router> {
    type Future = Unfailing<Guarded<RouteFuture<Infallible>>>;

    fn call(mut self, request: Request, (): ()) -> Self::Future {
        Unfailing {
            response: Service::call(&mut self, request),
        }
    }
}

pin_project! {
    /// The response of a service that does not fail.
    pub struct Unfailing<F> {
        #[pin]
        response: F,
    }
}

impl<F: Future<Output = Result<Response, Infallible>>> Future for Unfailing<F> {
    type Output = Response;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Response> {
        let polled = self.project().response.poll(context);
        polled.map(|response| response.unwrap_or_else(|never| match never {}))
    }
}

macro_rules! extract {
    ($([$($parameters:tt)*] $type:ty, $error:ty, $status:literal;)+) => {$(
        impl<$($parameters)*, S: Sync> FromRequestParts<S> for $type {
            type Rejection = $error;

            async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, $error> {
                Self::from_visitor(parts.extensions.get())
            }
        }
    )+};
}
for_each_extract!(extract);

/// Extracts the proof for a handler that always runs.
///
/// ```
/// # mod cookies { cookie_decl::declare_cookies! {
/// #     pub policy;
/// #     /// Audience
/// #     #[allow(no_consent_row)]
/// #     category Statistics: opt_in {
/// #         cookie | duration;
/// #         /// Remembers what you looked at last
/// #         RECENT = "recent" | 30 days;
/// #     }
/// # } }
/// use axum::response::IntoResponse;
/// use cookie_decl::Granted;
/// use cookie_decl::error::SetError;
/// use cookies::{RECENT, category::Statistics};
/// type Proof = Granted<'static, Statistics>;
/// async fn product(ok: Option<Proof>) -> Result<impl IntoResponse, SetError> {
///     let recent = ok.map(|ok| RECENT.set(ok, "42")).transpose()?;
///     Ok((recent, "A product"))
/// }
/// # let _: axum::Router = axum::Router::new().route("/", axum::routing::get(product));
/// ```
impl<C: Gated, S: Sync> OptionalFromRequestParts<S> for Granted<'static, C> {
    type Rejection = MissingLayer;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, MissingLayer> {
        let visitor: &Visitor<C::Set> = parts.extensions.get().ok_or(MissingLayer)?;
        Ok(visitor.consent().granted().map(Granted::for_request))
    }
}

/// Adds a `Set-Cookie` field.
impl IntoResponseParts for SetCookie {
    type Error = Infallible;

    fn into_response_parts(
        self,
        mut response: ResponseParts,
    ) -> Result<ResponseParts, Self::Error> {
        response.headers_mut().append(SET_COOKIE, self.into());
        Ok(response)
    }
}

/// Adds a `Set-Cookie` field for each cookie.
impl IntoResponseParts for SetCookies {
    type Error = Infallible;

    fn into_response_parts(
        self,
        mut response: ResponseParts,
    ) -> Result<ResponseParts, Self::Error> {
        for cookie in self {
            response = cookie.into_response_parts(response)?;
        }
        Ok(response)
    }
}

impl IntoResponse for SetCookies {
    fn into_response(self) -> Response {
        (self, ()).into_response()
    }
}

impl IntoResponse for SetCookie {
    fn into_response(self) -> Response {
        (self, ()).into_response()
    }
}

/// Adds a `Set-Cookie` field for each removal.
impl IntoResponseParts for Withdrawal {
    type Error = Infallible;

    fn into_response_parts(self, response: ResponseParts) -> Result<ResponseParts, Self::Error> {
        SetCookies::from(self.removals).into_response_parts(response)
    }
}

macro_rules! respond {
    ($(#[$doc:meta] $error:ty;)+) => {$(
        #[$doc]
        impl IntoResponse for $error {
            fn into_response(self) -> Response {
                Respond::respond(&self).into_response()
            }
        }
    )+};
}
for_each_error!(respond);
