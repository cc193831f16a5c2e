//! Any of the errors, for a function that sets and reads.

use core::fmt;

use crate::{NameError, SetError, ValueError};

/// A cookie that could not be set, read or named: what `?` makes of each of them.
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
/// assert!(matches!(count(RequestCookies::from_header("visits=many")), Err(Error::Value(_))));
/// # Ok::<(), Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The cookie cannot be set: a mistake of the application or its configuration.
    Set(SetError),
    /// The request's value cannot be read: anybody can send anything.
    Value(ValueError),
    /// The holes of a name cannot be filled so.
    Name(NameError),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Set(error) => error.fmt(f),
            Self::Value(error) => error.fmt(f),
            Self::Name(error) => error.fmt(f),
        }
    }
}

// Displayed as the error within, so that is no `source`: a report of the chain would say it twice.
impl core::error::Error for Error {}

impl From<SetError> for Error {
    fn from(error: SetError) -> Self {
        Self::Set(error)
    }
}

impl From<ValueError> for Error {
    fn from(error: ValueError) -> Self {
        Self::Value(error)
    }
}

impl From<NameError> for Error {
    fn from(error: NameError) -> Self {
        Self::Name(error)
    }
}
