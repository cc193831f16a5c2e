//! The error of reading a cookie, and the error that every run-time error converts into.

use alloc::borrow::Cow;
use core::fmt;

use crate::table::pattern::NameError;
use crate::wire::set_cookie::error::SetError;
use crate::wire::value::ValueError;

/// An error of reading: the value in a request is not a value of the cookie's type.
///
/// ```
/// # mod cookies { cookie_decl::declare_cookies! {
/// #     pub policy;
/// #     /// Needed
/// #     ///
/// #     /// The site does not work without these.
/// #     category Necessary: exempt {
/// #         cookie | duration;
/// #         /// Counts your visits
/// #         VISITS: u32 = "visits" | 2 weeks;
/// #     }
/// # } }
/// use cookie_decl::error::ValueError;
/// use cookie_decl::RequestCookies;
/// let error = cookies::VISITS.get(RequestCookies::from_header("visits=many")).unwrap_err();
/// assert_eq!(error.cookie(), "visits");
/// assert_eq!(*error.reason(), ValueError::unreadable::<u32>());
/// assert_eq!(error.to_string(), "`visits`: the value of the cookie cannot be read as `u32`");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    cookie: Cow<'static, str>,
    reason: ValueError,
}

impl ReadError {
    pub(crate) fn new(cookie: Cow<'static, str>, reason: ValueError) -> Self {
        Self { cookie, reason }
    }

    /// The name of the cookie.
    pub fn cookie(&self) -> &str {
        &self.cookie
    }

    /// The reason why the value cannot be read.
    pub fn reason(&self) -> &ValueError {
        &self.reason
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}", self.cookie, self.reason)
    }
}

// The reason is part of the text. As a `source` it would occur twice in a report of the chain.
impl core::error::Error for ReadError {}

/// An error of setting, reading or naming a cookie.
///
/// Every run-time error converts into it, so `?` works on all of them.
///
/// ```
/// # mod cookies { cookie_decl::declare_cookies! {
/// #     pub policy;
/// #     /// Needed
/// #     ///
/// #     /// The site does not work without these.
/// #     category Necessary: exempt {
/// #         cookie | duration;
/// #         /// Counts your visits
/// #         VISITS: u32 = "visits" | 2 weeks;
/// #     }
/// # } }
/// use cookie_decl::{Error, RequestCookies, SetCookie};
/// use cookies::VISITS;
/// fn count(cookies: RequestCookies<'_>) -> Result<SetCookie, Error> {
///     let visits = VISITS.get(cookies)?.unwrap_or_default();
///     Ok(VISITS.set(visits + 1)?)
/// }
/// assert_eq!(count(RequestCookies::from_header("visits=1"))?.value(), "2");
/// assert!(matches!(count(RequestCookies::from_header("visits=many")), Err(Error::Read(_))));
/// # Ok::<(), Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The cookie cannot be set, because of a mistake in the application or its configuration.
    Set(SetError),
    /// The value in the request cannot be read. Visitors can send anything.
    Read(ReadError),
    /// The values do not fit the holes of a name.
    Name(NameError),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Set(error) => error.fmt(f),
            Self::Read(error) => error.fmt(f),
            Self::Name(error) => error.fmt(f),
        }
    }
}

// The inner error is the text. As a `source` it would occur twice in a report of the chain.
impl core::error::Error for Error {}

impl From<SetError> for Error {
    fn from(error: SetError) -> Self {
        Self::Set(error)
    }
}

impl From<ReadError> for Error {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

impl From<NameError> for Error {
    fn from(error: NameError) -> Self {
        Self::Name(error)
    }
}
