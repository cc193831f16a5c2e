//! Why an extractor of a framework fails, and how a framework responds to the errors of a handler.

use alloc::string::{String, ToString as _};
use core::fmt;

use http::{Response, StatusCode};

use crate::cookie::error::{Error, ReadError};
use crate::guard::asset::typed;
use crate::guard::denied::Denied;
use crate::wire::set_cookie::error::SetError;

/// The error if the guard does not wrap the handler.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingLayer;

impl fmt::Display for MissingLayer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no guard wraps the handler: call `guard.protect(app)` with axum, `App::wrap` with actix-web, `Rocket::attach` with Rocket")
    }
}

impl core::error::Error for MissingLayer {}

/// The error if [`Granted`](crate::Granted) cannot be extracted.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotGranted {
    /// The guard does not wrap the handler.
    MissingLayer(MissingLayer),
    /// The visitor denies the category, or has not been asked.
    Denied(Denied),
}

impl fmt::Display for NotGranted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingLayer(missing) => missing.fmt(f),
            Self::Denied(denied) => denied.fmt(f),
        }
    }
}

impl core::error::Error for NotGranted {}

/// Passes all errors to a macro of a framework.
macro_rules! for_each_error {
    ($respond:ident) => {
        $respond! {
            /// Responds with 500, and logs the message.
            crate::guard::rejection::MissingLayer;
            /// Responds with 403 and a page in the visitor's language, which links to the form.
            crate::guard::rejection::NotGranted;
            /// Responds with 500, and logs the message.
            crate::wire::set_cookie::error::SetError;
            /// Responds with 400, the name of the cookie and the expected type of its value.
            crate::cookie::error::ReadError;
            /// Responds as the error inside does.
            crate::cookie::error::Error;
        }
    };
}
pub(super) use for_each_error;

/// An error of a handler as a response, the same in every framework.
pub(super) trait Respond {
    fn respond(&self) -> Response<String>;
}

impl Respond for MissingLayer {
    fn respond(&self) -> Response<String> {
        // Only developers see it.
        internal(self).map(|_| self.to_string())
    }
}

impl Respond for SetError {
    fn respond(&self) -> Response<String> {
        internal(self)
    }
}

impl Respond for NotGranted {
    fn respond(&self) -> Response<String> {
        match self {
            Self::MissingLayer(missing) => missing.respond(),
            Self::Denied(denied) => denied.clone().into(),
        }
    }
}

impl Respond for ReadError {
    fn respond(&self) -> Response<String> {
        plain(StatusCode::BAD_REQUEST, self.to_string())
    }
}

impl Respond for Error {
    fn respond(&self) -> Response<String> {
        match self {
            Self::Set(error) => error.respond(),
            Self::Read(error) => error.respond(),
            Self::Name(error) => internal(error),
        }
    }
}

/// A mistake in the application. Visitors do not read the message: it is for the log.
fn internal(error: &impl fmt::Display) -> Response<String> {
    tracing::error!(target: "cookie_decl", "{error}");
    plain(StatusCode::INTERNAL_SERVER_ERROR, String::new())
}

fn plain(status: StatusCode, text: String) -> Response<String> {
    let mut response = typed("text/plain; charset=utf-8", text);
    *response.status_mut() = status;
    response
}
