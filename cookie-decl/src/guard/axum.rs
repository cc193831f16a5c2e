//! Extractors, response parts and routes for axum.

use alloc::string::String;
use core::fmt;

use axum::Router;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
use axum::http::request::Parts;
use axum::response::{IntoResponse, IntoResponseParts, Response, ResponseParts};

use super::pages::PAGES;
use super::{Guard, Visitor};
use crate::{Categories, Consent, Error, ReadError, SetCookie, SetError, Withdrawal};

impl<K: Categories> Guard<K> {
    /// The routes of the policy page, the preferences form, the stylesheet and the script.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! { pub policy; } }
    /// use axum::Router;
    /// use axum::routing::get;
    /// use cookie_decl::Guard;
    /// let guard = Guard::new(cookies::POLICY);
    /// let app: Router =
    ///     Router::new().route("/", get(|| async { "Hello" })).merge(guard.routes()).layer(guard.layer());
    /// ```
    ///
    /// Around the router the layer costs less than on its routes, which `Router::layer` boxes once more:
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! { pub policy; } }
    /// # use axum::{Router, routing::get};
    /// use axum::{ServiceExt, extract::Request};
    /// use tower_layer::Layer as _;
    /// let guard = cookie_decl::Guard::new(cookies::POLICY);
    /// let app = Router::new().route("/", get(|| async { "Hello" })).merge(guard.routes());
    /// // With the state, handlers become services here, and not for each request.
    /// let app = guard.layer().layer(app.with_state(()));
    /// let app = ServiceExt::<Request>::into_make_service(app); // for `axum::serve`
    /// ```
    pub fn routes<S: Clone + Send + Sync + 'static>(&self) -> Router<S> {
        let address = &*self.settings.address;
        // Each by itself, so that whatever else is below the address stays the application's.
        let below = PAGES.map(|page| alloc::format!("{address}{page}"));
        let policy = (!address.is_empty()).then(|| String::from(address));
        below
            .iter()
            .chain(&policy)
            .fold(Router::new(), |routes, path| {
                routes.route_service(path, self.pages())
            })
    }
}

/// The guard's layer is not around the handler.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingLayer;

impl fmt::Display for MissingLayer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "the layer of the guard is missing: add `.layer(guard.layer())` after the routes",
        )
    }
}

impl core::error::Error for MissingLayer {}

/// A mistake of the application: 500, and both the response and the log say which.
impl IntoResponse for MissingLayer {
    fn into_response(self) -> Response {
        tracing::error!(target: "cookie_decl", "{self}");
        (StatusCode::INTERNAL_SERVER_ERROR, alloc::format!("{self}")).into_response()
    }
}

impl<K: Categories, S: Sync> FromRequestParts<S> for Visitor<K> {
    type Rejection = MissingLayer;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, MissingLayer> {
        parts.extensions.get().cloned().ok_or(MissingLayer)
    }
}

impl<K: Categories, S: Sync> FromRequestParts<S> for Consent<K> {
    type Rejection = MissingLayer;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, MissingLayer> {
        Visitor::from_request_parts(parts, state)
            .await
            .map(|visitor| *visitor.consent())
    }
}

/// A `Set-Cookie` field of its own.
impl IntoResponseParts for SetCookie {
    type Error = core::convert::Infallible;

    fn into_response_parts(
        self,
        mut response: ResponseParts,
    ) -> Result<ResponseParts, Self::Error> {
        response.headers_mut().append(SET_COOKIE, self.into());
        Ok(response)
    }
}

impl IntoResponse for SetCookie {
    fn into_response(self) -> Response {
        (self, ()).into_response()
    }
}

/// The removals, one field each.
impl IntoResponseParts for Withdrawal {
    type Error = core::convert::Infallible;

    fn into_response_parts(
        self,
        mut response: ResponseParts,
    ) -> Result<ResponseParts, Self::Error> {
        for removal in self.removals {
            response = removal.into_response_parts(response)?;
        }
        Ok(response)
    }
}

/// A cookie that cannot be set is a mistake of the application: 500, and the log says which.
impl IntoResponse for SetError {
    fn into_response(self) -> Response {
        internal(&self)
    }
}

/// A request with a value that the application cannot read: 400, whose it is, and what it should have been.
impl IntoResponse for ReadError {
    fn into_response(self) -> Response {
        (StatusCode::BAD_REQUEST, alloc::format!("{self}")).into_response()
    }
}

/// Its own error's response.
impl IntoResponse for Error {
    fn into_response(self) -> Response {
        match self {
            Self::Set(error) => error.into_response(),
            Self::Read(error) => error.into_response(),
            Self::Name(error) => internal(&error),
        }
    }
}

fn internal(error: &dyn fmt::Display) -> Response {
    tracing::error!(target: "cookie_decl", "{error}");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
