//! Why a walk over HTTP was not made.

use std::fmt;

/// The reason why a walk was not made. What is wrong with the site is in the report instead.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum WalkError {
    /// The text is not the address of a site.
    Address(String),
    /// A request got no response.
    NoResponse {
        /// The method and path of the request.
        request: String,
        /// The visitor, such as `agreed`.
        visitor: String,
        /// What went wrong.
        message: String,
    },
    /// A cookie of the site's own banner cannot have this name or value.
    Cookie {
        /// The name.
        name: String,
        /// The value.
        value: String,
    },
    /// The visitor could not answer, or the answer was not kept.
    Answer {
        /// The visitor, such as `agreed`.
        visitor: String,
        /// What went wrong.
        message: String,
    },
}

impl fmt::Display for WalkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(address) => write!(
                f,
                "`{address}` is not the address of a site, such as `https://staging.shop.example`"
            ),
            Self::NoResponse {
                request,
                visitor,
                message,
            } => write!(f, "{request} ({visitor}): {message}"),
            Self::Cookie { name, value } => write!(
                f,
                "a cookie cannot be `{}={}`",
                name.escape_debug(),
                value.escape_debug()
            ),
            Self::Answer { visitor, message } => {
                write!(f, "the visitor who {visitor} could not answer: {message}")
            }
        }
    }
}

impl std::error::Error for WalkError {}
