//! The `Set-Cookie` field that sets or removes a declared cookie.

pub(crate) mod check;
pub(crate) mod error;
#[cfg(all(test, feature = "cookie"))]
mod jar_tests;
#[cfg(test)]
mod removal_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod vectors;

use alloc::borrow::Cow;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;
use core::ops::Deref;

use cookie_decl_core::browser::LONGEST_AGE;

use crate::run_time::Config;
use crate::table::attributes::Attributes;
use crate::table::declaration::Declaration;
use crate::table::duration::{Duration, Term};
use crate::wire::set_cookie::error::SetError;
use crate::wire::value;

/// The `Expires` of a removal, for browsers without `Max-Age`. It is constant, so it needs no
/// clock.
const EXPIRED: &str = "; Expires=Thu, 01 Jan 1970 00:00:00 GMT";

/// A checked `Set-Cookie` field, which sets or removes a declared cookie.
///
/// [`Display`](fmt::Display) writes the value of the header (RFC 6265bis section 4.1). It is ASCII
/// without control characters, so any framework can send it. Each field needs its own header:
/// `Set-Cookie` fields cannot be joined.
///
/// `Debug` leaves the value out, because it may be a secret.
///
/// ```
/// mod cookies {
///     cookie_decl::declare_cookies! {
///         pub policy;
///         /// Needed
///         ///
///         /// The site does not work without these.
///         category Necessary: exempt {
///             cookie | duration;
///             /// Keeps you signed in
///             SESSION = "__Host-session" | 2 weeks;
///         }
///     }
/// }
///
/// let cookie = cookies::SESSION.set("abc")?;
/// assert_eq!(
///     cookie.to_header_value(),
///     "__Host-session=abc; Path=/; Max-Age=1209600; Secure; HttpOnly; SameSite=Lax",
/// );
/// assert!(cookies::SESSION.set("a;b").is_err()); // never encoded silently
/// assert!(cookies::SESSION.removal()?.to_header_value().contains("Max-Age=0"));
/// # Ok::<(), cookie_decl::error::SetError>(())
/// ```
#[must_use = "it does nothing until it is sent in a `Set-Cookie` header"]
#[derive(Clone, PartialEq, Eq)]
pub struct SetCookie {
    name: Cow<'static, str>,
    value: String,
    attributes: Attributes,
    max_age: Option<u64>,
    removal: bool,
    clamped: bool,
}

impl SetCookie {
    /// Sets the cookie for `term`, or else for the first of the row's durations.
    pub(crate) fn set(
        declaration: &Declaration,
        config: Config<'_>,
        name: Cow<'static, str>,
        value: &str,
        term: Option<Term>,
    ) -> Result<Self, SetError> {
        if !declaration.is_on(config) {
            return Err(SetError::Off);
        }
        let attributes = declaration.attributes_in(config);
        let attributes = attributes.ok_or(SetError::NoAttributes)?;
        Self::set_with(
            attributes,
            declaration.duration(),
            config,
            name,
            value,
            term,
        )
    }

    /// Sets the cookie of a script's row, in the page.
    #[cfg(feature = "web")]
    pub(crate) fn set_by_script(
        declaration: &Declaration,
        config: Config<'_>,
        name: Cow<'static, str>,
        value: &str,
        term: Option<Term>,
    ) -> Result<Self, SetError> {
        let duration = declaration.duration();
        // Otherwise a cookie of an unknown duration would become a session cookie.
        if duration.terms().is_empty() {
            return Err(SetError::Term);
        }
        let attributes = declaration.attributes_or_base(&name, config);
        Self::set_with(attributes, duration, config, name, value, term)
    }

    fn set_with(
        attributes: Attributes,
        duration: Duration,
        config: Config<'_>,
        name: Cow<'static, str>,
        value: &str,
        term: Option<Term>,
    ) -> Result<Self, SetError> {
        check::token(&name)?;
        value::check(value)?;
        let (max_age, clamped) = lifetime(duration, term, config)?;
        Self {
            name,
            value: value.into(),
            attributes,
            max_age,
            removal: false,
            clamped,
        }
        .checked()
    }

    /// Removes the cookie of a row, even if this deployment switches the row off.
    pub(crate) fn removal(
        declaration: &Declaration,
        config: Config<'_>,
        name: Cow<'static, str>,
    ) -> Result<Self, SetError> {
        let attributes = declaration.attributes_in(config);
        Self::removal_with(attributes.ok_or(SetError::NoAttributes)?, name)
    }

    /// Removes a cookie that was set with these attributes.
    pub(crate) fn removal_with(
        attributes: Attributes,
        name: Cow<'static, str>,
    ) -> Result<Self, SetError> {
        check::removable(&name)?;
        Self {
            name,
            value: String::new(),
            attributes,
            max_age: Some(0),
            removal: true,
            clamped: false,
        }
        .checked()
    }

    fn checked(self) -> Result<Self, SetError> {
        check::length(&self.name, &self.value)?;
        check::attributes(&self.name, &self.attributes)?;
        Ok(self)
    }

    /// Changes the duration to a number of seconds.
    #[cfg(feature = "http")]
    pub(crate) fn kept_for(self, seconds: u64) -> Self {
        Self {
            max_age: Some(seconds),
            ..self
        }
    }
}

impl SetCookie {
    /// The name, with its holes filled.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The value as it is sent, empty for a removal.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// The attributes, with each `{ expr }` evaluated.
    pub fn attributes(&self) -> &Attributes {
        &self.attributes
    }

    /// `Max-Age` in seconds. `None` for a session, 0 for a removal (RFC 6265bis section 4.1.2.2).
    pub fn max_age(&self) -> Option<u64> {
        self.max_age
    }

    /// Whether the field removes the cookie.
    pub fn is_removal(&self) -> bool {
        self.removal
    }

    /// Whether the duration was reduced.
    ///
    /// It is reduced if `{ expr }` is over the `max` of the table, or over the 400 days that
    /// browsers keep a cookie (RFC 6265bis section 5.5).
    pub fn clamped(&self) -> bool {
        self.clamped
    }

    /// Whether browsers replace one cookie by the other.
    pub(crate) fn replaces(&self, other: &Self) -> bool {
        self.name == other.name && self.attributes.is_same_scope(&other.attributes)
    }

    /// The value of the header.
    pub fn to_header_value(&self) -> String {
        self.to_string()
    }
}

/// Returns the seconds to send, and whether they were reduced.
// A cookie never lives longer than the page says. So durations at run time are rounded down, and
// `set_for` cannot choose their bound.
pub(crate) fn lifetime(
    duration: Duration,
    term: Option<Term>,
    config: Config<'_>,
) -> Result<(Option<u64>, bool), SetError> {
    let (seconds, limit) = match (duration, term) {
        (Duration::RunTime { max, value }, None) => match value(config).as_secs() {
            0 => return Err(SetError::ZeroDuration),
            seconds => (
                Some(seconds),
                max.seconds()
                    .map_or(LONGEST_AGE, |max| max.min(LONGEST_AGE)),
            ),
        },
        (Duration::RunTime { .. }, Some(_)) => return Err(SetError::Term),
        (duration, None) => (
            duration.terms().first().and_then(Term::seconds),
            LONGEST_AGE,
        ),
        (duration, Some(term)) if duration.terms().contains(&term) => (term.seconds(), LONGEST_AGE),
        (_, Some(_)) => return Err(SetError::Term),
    };
    Ok((
        seconds.map(|seconds| seconds.min(limit)),
        seconds.is_some_and(|seconds| seconds > limit),
    ))
}

impl fmt::Display for SetCookie {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let attributes = &self.attributes;
        for part in [&self.name, "=", &self.value] {
            f.write_str(part)?;
        }
        attributes.write_scope(f)?;
        if let Some(seconds) = self.max_age {
            write!(f, "; Max-Age={seconds}")?;
        }
        if self.removal {
            f.write_str(EXPIRED)?;
        }
        attributes.write_rest(f)
    }
}

impl fmt::Debug for SetCookie {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SetCookie")
            .field("name", &self.name)
            .field("value", &format_args!("({} bytes)", self.value.len()))
            .field("attributes", &self.attributes)
            .field("max_age", &self.max_age)
            .field("removal", &self.removal)
            .field("clamped", &self.clamped)
            .finish()
    }
}

/// One cookie, where a list of cookies is expected.
impl IntoIterator for SetCookie {
    type Item = Self;
    type IntoIter = core::iter::Once<Self>;

    fn into_iter(self) -> Self::IntoIter {
        core::iter::once(self)
    }
}

/// Several cookies for one response, each to be sent in its own field.
///
/// With the feature `axum`, it is a response part. With `actix` and `rocket`, `guard::WithCookies`
/// takes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SetCookies(Vec<SetCookie>);

impl Deref for SetCookies {
    type Target = [SetCookie];

    fn deref(&self) -> &[SetCookie] {
        &self.0
    }
}

impl From<Vec<SetCookie>> for SetCookies {
    fn from(cookies: Vec<SetCookie>) -> Self {
        Self(cookies)
    }
}

impl FromIterator<SetCookie> for SetCookies {
    fn from_iter<I: IntoIterator<Item = SetCookie>>(cookies: I) -> Self {
        Self(cookies.into_iter().collect())
    }
}

impl Extend<SetCookie> for SetCookies {
    fn extend<I: IntoIterator<Item = SetCookie>>(&mut self, cookies: I) {
        self.0.extend(cookies);
    }
}

impl IntoIterator for SetCookies {
    type Item = SetCookie;
    type IntoIter = alloc::vec::IntoIter<SetCookie>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// Converts into a cookie for a jar of the `cookie` crate, with every attribute.
///
/// Pass a removal to the jar's `add` as well: `remove` would write other attributes.
#[cfg(feature = "cookie")]
impl From<SetCookie> for ::cookie::Cookie<'static> {
    fn from(set: SetCookie) -> Self {
        use ::cookie::{Cookie, time};

        use crate::table::attributes::SameSite;

        let SetCookie {
            name,
            value,
            attributes,
            max_age,
            removal,
            clamped: _,
        } = set;
        let mut cookie = Cookie::new(name, value);
        cookie.set_path(String::from(attributes.path()));
        if let Some(domain) = attributes.domain() {
            cookie.set_domain(String::from(domain));
        }
        // It is at most 400 days, so it fits.
        cookie.set_max_age(
            max_age
                .and_then(|seconds| i64::try_from(seconds).ok())
                .map(time::Duration::seconds),
        );
        if removal {
            cookie.set_expires(time::OffsetDateTime::UNIX_EPOCH);
        }
        cookie.set_same_site(match attributes.same_site() {
            SameSite::Strict => ::cookie::SameSite::Strict,
            SameSite::Lax => ::cookie::SameSite::Lax,
            SameSite::None => ::cookie::SameSite::None,
        });
        // It is `None` rather than `Some(false)`, as the crate's parser writes an absent attribute.
        cookie.set_secure(attributes.secure().then_some(true));
        cookie.set_http_only(attributes.http_only().then_some(true));
        cookie.set_partitioned(attributes.partitioned().then_some(true));
        cookie
    }
}

/// Converts into the value of a `Set-Cookie` header.
#[cfg(feature = "http")]
impl From<SetCookie> for http::HeaderValue {
    fn from(cookie: SetCookie) -> Self {
        Self::try_from(cookie.to_header_value()).expect("a checked field is a header value")
    }
}
