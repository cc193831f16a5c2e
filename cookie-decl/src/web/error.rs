//! The error of storing or reading something in a page.

use alloc::string::String;
use core::fmt;

use crate::cookie::error::ReadError;
use crate::table::pattern::NameError;
use crate::wire::set_cookie::error::SetError;

/// An error of storing or reading something in a page.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PageError {
    /// There is no page: the program runs on a server, or in a worker.
    NoPage,
    /// No script of the site stores the row as a cookie, or in local or session storage.
    NotOfScripts,
    /// No script can see or set the cookie: its row says `HttpOnly`, which is the default. Write
    /// `attributes = .. !HttpOnly` into the row.
    HttpOnly {
        /// The name of the cookie.
        cookie: String,
    },
    /// The browser refused, because the visitor forbids storage or it is full.
    Refused,
    /// The cookie cannot be set.
    Set(SetError),
    /// The value cannot be read. Visitors can store anything.
    Read(ReadError),
    /// The values do not fit the holes of a name, or the name has holes and no values: call
    /// [`with`](crate::Declared::with).
    Name(NameError),
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPage => {
                f.write_str("this program does not run in a page, so it cannot store anything")
            }
            Self::NotOfScripts => f.write_str(
                "the row is not a cookie or an item of local or session storage that a script sets",
            ),
            Self::HttpOnly { cookie } => write!(
                f,
                "`{cookie}` is `HttpOnly`, so no script sees it: write `attributes = .. !HttpOnly` into its row"
            ),
            Self::Refused => f.write_str("the browser refused to store or read it"),
            Self::Set(error) => error.fmt(f),
            Self::Read(error) => error.fmt(f),
            Self::Name(error) => error.fmt(f),
        }
    }
}

// The inner error is the text. As a `source` it would occur twice in a report of the chain.
impl core::error::Error for PageError {}

impl From<SetError> for PageError {
    fn from(error: SetError) -> Self {
        Self::Set(error)
    }
}

impl From<ReadError> for PageError {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

impl From<NameError> for PageError {
    fn from(error: NameError) -> Self {
        Self::Name(error)
    }
}
