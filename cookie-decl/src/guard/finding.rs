//! Findings: how a request or response differs from the table.

use alloc::format;
use alloc::string::{String, ToString as _};
use core::fmt;

use crate::table::declaration::{Declaration, Place};
use crate::table::duration::Term;
use crate::wire::set_cookie::error::SetError;

/// The longest name or path in a finding, in characters. More would only fill the log.
const LONGEST_TEXT: usize = 128;

/// A difference from the table, for the log and the [callback](super::Guard::report).
///
/// It never contains the value of a cookie, which may be a secret.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The name of the cookie as sent, cut after 128 characters.
    pub cookie: String,
    /// What is wrong.
    pub violation: Violation,
    /// The place of the cookie's row in the source; `None` if no row has the name.
    pub declared_at: Option<Place>,
    /// The method and path of the request, such as `GET /basket`, cut after 128 characters.
    pub route: String,
    /// What was done about it.
    pub action: Action,
    /// How often it was found since its last report.
    ///
    /// The log and the callback get each kind of finding at most once a minute, and at most once a
    /// day if a request [contains](Violation::is_of_request) the cookie. A kind is a rule and a
    /// row, or a rule and a name if there is no row.
    pub times: u64,
}

/// What was done about a [`Finding`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Action {
    /// Nothing: the request or response was passed on unchanged.
    Sent,
    /// The cookie was [hidden](super::Guard::hide_denied) from the application.
    Hidden,
    /// The cookie was sent with the declared lifetime.
    Shortened,
    /// The cookie was taken out of the response.
    Dropped,
}

/// The rule that a cookie breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Violation {
    /// The table does not declare the name.
    Undeclared,
    /// The visitor does not allow the category.
    NotConsented {
        /// The category's identifier in the table.
        category: &'static str,
    },
    /// The table says that a script sets the cookie.
    NotSetByServer,
    /// An attribute differs from the declared one.
    Attribute(Difference),
    /// The cookie lives longer than the page says.
    TooLong {
        /// The longest duration that the table declares.
        declared: Term,
        /// The lifetime that the response sets, in seconds; `None` for a session, which may outlast
        /// a declared time of less than a day.
        sent: Option<u64>,
    },
    /// Browsers do not agree on an attribute: it occurs twice with different values (for a
    /// lifetime: with any values), has more than 1,024 bytes, or has a value that not all browsers
    /// understand.
    Ambiguous {
        /// The attribute, such as `Max-Age`.
        attribute: &'static str,
        /// The attribute as sent, such as `Max-Age=0; Max-Age=x`.
        sent: String,
    },
    /// Name and value have more than 4,096 bytes, so browsers refuse the cookie (RFC 6265bis
    /// section 5.6).
    TooLarge {
        /// The number of bytes.
        bytes: usize,
    },
    /// The response sets the same cookie again, and the later field counts.
    Twice,
    /// The field does not name a cookie.
    Nameless,
    /// Browsers refuse a removal for this reason. It was sent.
    RemovalRefused(SetError),
    /// A removal has no effect: no row of this name has its path, domain and `Partitioned`. It was
    /// sent.
    RemovalElsewhere {
        /// Where the removal applies, such as `Path=/basket`.
        sent: String,
        /// Where the table declares the cookie.
        declared: String,
    },
    /// The browser sends a cookie that an earlier page removed: the removal did not work, or a
    /// script set the cookie again.
    Survived,
    /// A request contains a cookie that the table does not declare.
    ///
    /// A script, a proxy or another host of the same domain has set it.
    UndeclaredInRequest,
    /// A request contains a cookie of a category that the visitor does not allow, and that no page
    /// of the guard will remove.
    ///
    /// Something has set it without consent, or the answer has expired.
    NotConsentedInRequest {
        /// The category's identifier in the table.
        category: &'static str,
    },
}

/// An attribute that differs from the declared one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// The attribute, such as `Path`.
    pub attribute: &'static str,
    /// The attribute as declared, such as `Path=/` or `Secure`; `None` if the cookie is declared
    /// without it.
    pub declared: Option<String>,
    /// The attribute as sent; `None` if the cookie is sent without it.
    pub sent: Option<String>,
}

impl Finding {
    pub(super) fn new(
        cookie: &str,
        row: Option<&Declaration>,
        violation: Violation,
        route: &str,
        action: Action,
    ) -> Self {
        Self {
            cookie: bounded(cookie),
            violation,
            declared_at: row.map(Declaration::place),
            route: bounded(route),
            action,
            times: 1,
        }
    }
}

/// Cuts a text that is too long for a log.
pub(super) fn bounded(text: &str) -> String {
    match text.char_indices().nth(LONGEST_TEXT) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_string(),
    }
}

impl Violation {
    /// Returns the name of the rule, such as `not_consented`.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Undeclared => "undeclared",
            Self::NotConsented { .. } => "not_consented",
            Self::NotSetByServer => "not_set_by_server",
            Self::Attribute(_) => "not_as_declared",
            Self::TooLong { .. } => "too_long",
            Self::Ambiguous { .. } => "ambiguous",
            Self::TooLarge { .. } => "too_large",
            Self::Twice => "twice",
            Self::Nameless => "nameless",
            Self::RemovalRefused(_) => "removal_refused",
            Self::RemovalElsewhere { .. } => "removal_elsewhere",
            Self::Survived => "survived",
            Self::UndeclaredInRequest => "undeclared_in_request",
            Self::NotConsentedInRequest { .. } => "not_consented_in_request",
        }
    }

    /// Whether the request contains the cookie, which the response did not set.
    ///
    /// Such a finding says nothing about the response, so [`Mode::Panic`](super::Mode::Panic) only
    /// reports it.
    pub const fn is_of_request(&self) -> bool {
        matches!(
            self,
            Self::UndeclaredInRequest | Self::NotConsentedInRequest { .. }
        )
    }

    /// Whether the cookie is sent anyway. A removal without effect does no harm.
    pub(super) const fn is_harmless(&self) -> bool {
        matches!(
            self,
            Self::RemovalRefused(_) | Self::RemovalElsewhere { .. } | Self::Survived
        )
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undeclared => f.write_str("the table does not declare it: add a row for it, or stop setting it"),
            Self::NotConsented { category } => {
                write!(f, "the visitor does not allow `{category}`: set it with `set_if`, or after asking `Consent`")
            }
            Self::NotSetByServer => {
                f.write_str("the table says that a script sets it: correct `set_by` in its row, or stop setting it")
            }
            Self::Attribute(difference) => difference.fmt(f),
            Self::TooLong { declared, sent: Some(sent) } => {
                write!(f, "it is kept for {}, but the table declares `{declared}`", Span(*sent))
            }
            Self::TooLong { declared, sent: None } => {
                write!(
                    f,
                    "it is kept for a session, which can outlast the `{declared}` that the table declares",
                )
            }
            Self::Ambiguous { attribute, sent } => {
                write!(f, "browsers read its `{attribute}` differently: it was sent with `{}`", sent.escape_debug())?;
                match *attribute {
                    "Max-Age" | "Expires" => f.write_str("; write one `Max-Age` in digits"),
                    _ => Ok(()),
                }
            }
            Self::TooLarge { bytes } => {
                write!(f, "browsers refuse a cookie over 4096 bytes: name and value are {bytes}")
            }
            Self::Twice => f.write_str("the response sets it again later: set it once"),
            Self::Nameless => f.write_str("the field does not set a cookie with a name"),
            Self::RemovalRefused(reason) => write!(f, "its removal does nothing: {reason}"),
            Self::RemovalElsewhere { sent, declared } => {
                write!(f, "its removal does nothing: it was sent with `{sent}`, but the table declares `{declared}`")
            }
            Self::Survived => f.write_str(
                "it was removed, but the browser sent it again: a script set it again, or the row needs the \
                 `Domain` and `Path` that it is set with",
            ),
            Self::UndeclaredInRequest => f.write_str(
                "the request contains it, but the table does not declare it: add a row for it, or find the script, \
                 proxy or other host of this domain that sets it",
            ),
            Self::NotConsentedInRequest { category } => {
                write!(
                    f,
                    "the request contains it, but the visitor does not allow `{category}`: start what sets it with \
                     `data-cookie-category=\"{category}\"`, or the answer has expired",
                )
            }
        }
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            attribute,
            declared,
            sent,
        } = self;
        let quoted = |text: &Option<String>| match text {
            Some(text) => format!("with `{}`", text.escape_debug()),
            None => format!("without `{attribute}`"),
        };
        write!(
            f,
            "it was sent {}, but the table declares it {}",
            quoted(sent),
            quoted(declared)
        )
    }
}

/// Writes one line, whatever the name contains.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            cookie,
            violation,
            declared_at,
            route,
            action,
            times,
        } = self;
        write!(
            f,
            "{}: cookie {}: {violation}",
            route.escape_debug(),
            Quoted(cookie)
        )?;
        if let Some(place) = declared_at {
            write!(f, " (declared in {place})")?;
        }
        f.write_str(match action {
            Action::Sent => "",
            Action::Hidden => "; it was hidden",
            Action::Shortened => "; it was shortened",
            Action::Dropped => "; it was not sent",
        })?;
        if *times > 1 {
            write!(f, " ({times} times)")
        } else {
            Ok(())
        }
    }
}

/// A name between backticks, escaped so that it cannot look like the rest of the line.
pub(super) struct Quoted<'t>(pub(super) &'t str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self
            .0
            .escape_debug()
            .collect::<String>()
            .replace('`', "\\`");
        write!(f, "`{text}`")
    }
}

/// Writes a time in seconds in words, such as `14 days 1 second`.
struct Span(u64);

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        let mut separator = "";
        for (seconds, unit) in [
            (86_400, "day"),
            (3_600, "hour"),
            (60, "minute"),
            (1, "second"),
        ] {
            let count = rest / seconds;
            rest %= seconds;
            if count > 0 || seconds == 1 && separator.is_empty() {
                f.write_str(separator)?;
                write_count(f, count, unit)?;
                separator = " ";
            }
        }
        Ok(())
    }
}

fn write_count(f: &mut fmt::Formatter<'_>, count: u64, unit: &str) -> fmt::Result {
    write!(f, "{count} {unit}{}", if count == 1 { "" } else { "s" })
}
