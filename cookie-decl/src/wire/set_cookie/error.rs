//! The error of setting or removing a cookie.

use core::fmt;

use crate::table::pattern::write_character;
use crate::wire::value::ValueError;

/// An error of setting or removing a declared cookie.
///
/// Most of the table is checked when it is compiled. What remains is the value, the values of
/// holes, and each `{ expr }`. The message never contains the value.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SetError {
    /// This deployment does not have the row: its `when` is false.
    Off,
    /// The table does not declare the attributes of the cookie, or it is not a cookie.
    NoAttributes,
    /// The visitor has not answered yet, so there is no answer to keep.
    Undecided,
    /// The table has no row of type `Consent`, so no cookie can keep the answer.
    NoConsentRow,
    /// A cookie cannot have the value.
    Value(ValueError),
    /// The row does not have the duration.
    Term,
    /// `duration = { expr }` is under a second, which would remove the cookie.
    ZeroDuration,
    /// The name is empty.
    EmptyName,
    /// The name contains a character that cannot occur in a name (RFC 9110 section 5.6.2).
    Name {
        /// The first such character.
        character: char,
    },
    /// Name and value have more than 4,096 bytes (RFC 6265bis section 5.6).
    TooLong {
        /// Their length together.
        bytes: usize,
    },
    /// `Path` does not start with `/` (RFC 6265bis section 5.6.4).
    PathStart,
    /// `Path` contains a character that cannot occur in the path of an address, such as a space.
    PathCharacter {
        /// The first such character.
        character: char,
    },
    /// `Path` has more than 1,024 bytes (RFC 6265bis section 5.6).
    PathTooLong {
        /// Its length.
        bytes: usize,
    },
    /// `Domain` starts with a dot.
    DomainDot,
    /// `Domain` is an IP address, or ends in a number, which browsers read as one.
    DomainAddress,
    /// `Domain` has no dot (RFC 6265bis section 5.7).
    ///
    /// Browsers refuse a top-level domain, and keep a cookie for `localhost` on that host alone.
    DomainTop,
    /// `Domain` does not consist of letters, digits and hyphens, separated by dots.
    ///
    /// It is empty, or has a scheme, a port, `*`, or letters that are not ASCII.
    Domain,
    /// `Domain` has more than 1,024 bytes (RFC 6265bis section 5.6).
    DomainTooLong {
        /// Its length.
        bytes: usize,
    },
    /// `SameSite=None` demands `Secure` (RFC 6265bis section 5.7).
    SameSiteNone,
    /// `Partitioned` demands `Secure` (CHIPS).
    Partitioned,
    /// The name's prefix demands `Secure` (RFC 6265bis section 4.1.3).
    PrefixSecure {
        /// The prefix, as browsers know it.
        prefix: &'static str,
    },
    /// The name's prefix forbids `Domain` (RFC 6265bis section 4.1.3.2).
    PrefixDomain {
        /// The prefix, as browsers know it.
        prefix: &'static str,
    },
    /// The name's prefix demands `Path=/` (RFC 6265bis section 4.1.3.2).
    PrefixPath {
        /// The prefix, as browsers know it.
        prefix: &'static str,
    },
    /// The name's prefix demands `HttpOnly` (layered-cookies draft).
    PrefixHttpOnly {
        /// The prefix, as browsers know it.
        prefix: &'static str,
    },
}

impl fmt::Display for SetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undecided => f.write_str("the visitor has not answered yet, so there is no consent to store"),
            Self::Off => f.write_str("this deployment does not have the cookie (`when`)"),
            Self::NoAttributes => f.write_str("the table does not declare the attributes of the cookie"),
            Self::NoConsentRow => f.write_str("the table has no row of type `Consent` to store the consent in"),
            Self::Value(error) => error.fmt(f),
            Self::Term => f.write_str("the table does not name this duration for the cookie"),
            Self::ZeroDuration => f.write_str("a duration under a second would remove the cookie"),
            Self::EmptyName => f.write_str("the name of the cookie is empty"),
            Self::Name { character } => {
                f.write_str("the name of a cookie cannot contain ")?;
                write_character(f, *character)
            }
            Self::TooLong { bytes } => {
                write!(f, "browsers refuse a cookie over 4096 bytes: name and value are {bytes}")
            }
            Self::PathStart => f.write_str("browsers ignore a `Path` that does not start with `/`"),
            Self::PathCharacter { character } => {
                f.write_str("no address has a `Path` with ")?;
                write_character(f, *character)?;
                f.write_str(": the cookie would never be sent")
            }
            Self::PathTooLong { bytes } => write_too_long(f, "Path", *bytes),
            Self::DomainDot => f.write_str("drop the dot of `Domain`: it covers subdomains without one"),
            Self::DomainAddress => f.write_str("`Domain` cannot be an address; leave it out, and the cookie stays on this host"),
            Self::DomainTop => {
                f.write_str("browsers refuse a `Domain` without a dot, or keep the cookie on this host: leave it out")
            }
            Self::Domain => f.write_str("`Domain` must be letters, digits and hyphens, separated by dots"),
            Self::DomainTooLong { bytes } => write_too_long(f, "Domain", *bytes),
            Self::SameSiteNone => f.write_str("browsers refuse `SameSite=None` without `Secure`"),
            Self::Partitioned => f.write_str("browsers refuse `Partitioned` without `Secure`"),
            Self::PrefixSecure { prefix } => write_refused(f, prefix, "without `Secure`"),
            Self::PrefixDomain { prefix } => write_refused(f, prefix, "with `Domain`"),
            Self::PrefixPath { prefix } => write_refused(f, prefix, "with a `Path` other than `/`"),
            Self::PrefixHttpOnly { prefix } => write_refused(f, prefix, "without `HttpOnly`"),
        }
    }
}

fn write_too_long(f: &mut fmt::Formatter<'_>, attribute: &str, bytes: usize) -> fmt::Result {
    write!(
        f,
        "browsers ignore a `{attribute}` over 1024 bytes: it is {bytes}"
    )
}

fn write_refused(f: &mut fmt::Formatter<'_>, prefix: &str, how: &str) -> fmt::Result {
    write!(f, "browsers refuse a `{prefix}` cookie {how}")
}

// The error of `Value` is the text. As a `source` it would occur twice in a report of the chain.
impl core::error::Error for SetError {}

impl From<ValueError> for SetError {
    fn from(error: ValueError) -> Self {
        Self::Value(error)
    }
}
