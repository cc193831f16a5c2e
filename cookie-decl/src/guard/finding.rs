//! What a response did against the table.

use alloc::string::String;
use core::fmt;

use crate::SameSite;

/// One thing that a response did against the table, for the log and the [callback](super::Guard::report).
///
/// It holds no value of a cookie, which may be a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The name of the cookie, as the response has it.
    pub cookie: String,
    /// What is wrong.
    pub rule: Rule,
    /// Method and path of the request, such as `GET /basket`.
    pub route: String,
    /// Whether the cookie was taken out of the response.
    pub dropped: bool,
}

/// Which rule a cookie of a response breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Rule {
    /// The table does not declare the name.
    Undeclared,
    /// The visitor does not allow the category.
    NotConsented {
        /// The category's identifier in the table.
        category: &'static str,
    },
    /// The table says that a script sets it.
    NotSetByServer,
    /// An attribute is not the one that the table declares.
    Attribute(Difference),
    /// The cookie lives longer than the page says.
    TooLong {
        /// What the table allows in seconds, months and years read at their longest; `None` for a session.
        declared: Option<u64>,
        /// What the response asks for in seconds; `None` when its date cannot be read.
        sent: Option<u64>,
    },
    /// The response sets the same name, domain and path again later on, and that one counts.
    Twice,
    /// The field is none that sets a cookie with a name.
    Unreadable,
}

/// An attribute that is not as declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Difference {
    /// `Path`.
    Path,
    /// `Domain`.
    Domain,
    /// `Secure`, and whether the table declares it.
    Secure(bool),
    /// `HttpOnly`, and whether the table declares it.
    HttpOnly(bool),
    /// `Partitioned`, and whether the table declares it.
    Partitioned(bool),
    /// `SameSite`, and what the table declares.
    SameSite(SameSite),
}

impl Rule {
    /// The rule in one word, such as `not_consented`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Undeclared => "undeclared",
            Self::NotConsented { .. } => "not_consented",
            Self::NotSetByServer => "not_set_by_server",
            Self::Attribute(_) => "not_as_declared",
            Self::TooLong { .. } => "too_long",
            Self::Twice => "twice",
            Self::Unreadable => "unreadable",
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undeclared => f.write_str("the table does not declare it"),
            Self::NotConsented { category } => write!(f, "the visitor does not allow `{category}`"),
            Self::NotSetByServer => f.write_str("the table says that a script sets it"),
            Self::Attribute(difference) => difference.fmt(f),
            Self::TooLong { declared: None, .. } => f.write_str("the table declares it for a session"),
            Self::TooLong { declared: Some(declared), sent: Some(sent) } => {
                write!(f, "it is kept for {sent} s, and the table declares {declared} s at most")
            }
            Self::TooLong { declared: Some(declared), sent: None } => {
                write!(f, "its `Expires` cannot be read, and the table declares {declared} s at most")
            }
            Self::Twice => f.write_str("the response sets it again later on"),
            Self::Unreadable => f.write_str("the field does not set a cookie with a name"),
        }
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let flag = |f: &mut fmt::Formatter<'_>, name, declared| {
            write!(f, "the table declares it {} `{name}`", if declared { "with" } else { "without" })
        };
        match *self {
            Self::Path => f.write_str("its `Path` is not the declared one"),
            Self::Domain => f.write_str("its `Domain` is not the declared one"),
            Self::Secure(declared) => flag(f, "Secure", declared),
            Self::HttpOnly(declared) => flag(f, "HttpOnly", declared),
            Self::Partitioned(declared) => flag(f, "Partitioned", declared),
            Self::SameSite(declared) => write!(f, "the table declares it with `SameSite={}`", declared.as_str()),
        }
    }
}

/// In one line, whatever the name holds.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { cookie, rule, route, dropped } = self;
        let end = if *dropped { "; it was not sent" } else { "" };
        write!(f, "{}: cookie `{}`: {rule}{end}", route.escape_debug(), cookie.escape_debug())
    }
}
