//! A `Set-Cookie` field as browsers read it (RFC 6265bis section 5.6), whoever wrote it.

use alloc::borrow::Cow;
use alloc::string::String;
use core::str;

use http::HeaderValue;

use super::date::seconds_of;
use crate::request::position;

/// What a browser takes out of the field.
pub(super) struct Field<'f> {
    pub(super) name: &'f str,
    pub(super) value: &'f str,
    /// `None` when browsers use the directory of the request.
    pub(super) path: Option<&'f str>,
    pub(super) domain: Option<&'f str>,
    pub(super) same_site: Option<&'f str>,
    pub(super) secure: bool,
    pub(super) http_only: bool,
    pub(super) partitioned: bool,
    max_age: Option<i64>,
    /// In seconds since 1970; `Err` of what is no date.
    expires: Option<Result<u64, ()>>,
}

/// How long a browser keeps the cookie.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lifetime {
    /// Not at all: it is removed.
    Removal,
    /// Until the browser session ends.
    Session,
    /// So many seconds.
    Seconds(u64),
    /// Until a date that is none by RFC 6265bis; one browser or another may read it all the same.
    Unknown,
}

/// Browsers ignore an attribute with a longer value (RFC 6265bis section 5.6).
const LONGEST_ATTRIBUTE: usize = 1024;

impl<'f> Field<'f> {
    /// `None` of a field that no declared cookie can be in: without a name, or not text.
    pub(super) fn read(field: &'f HeaderValue) -> Option<Self> {
        let mut parts = Parts(Some(str::from_utf8(field.as_bytes()).ok()?));
        let (name, Some(value)) = parts.next()? else { return None };
        if name.is_empty() {
            return None;
        }
        let mut read = Self {
            name,
            value,
            path: None,
            domain: None,
            same_site: None,
            secure: false,
            http_only: false,
            partitioned: false,
            max_age: None,
            expires: None,
        };
        for (attribute, value) in parts {
            let value = value.unwrap_or_default();
            if value.len() <= LONGEST_ATTRIBUTE {
                read.attribute(attribute, value);
            }
        }
        Some(read)
    }

    /// The name alone, for a report: of what cannot be read, what stands for it.
    pub(super) fn name_of(field: &HeaderValue) -> Cow<'_, str> {
        let bytes = field.as_bytes();
        let pair = bytes.split(|byte| *byte == b';').next().unwrap_or_default();
        let end = pair.iter().position(|byte| *byte == b'=');
        let name = String::from_utf8_lossy(&pair[..end.unwrap_or_default()]);
        match name {
            Cow::Borrowed(name) => name.trim_ascii().into(),
            Cow::Owned(name) => String::from(name.trim_ascii()).into(),
        }
    }

    /// The last attribute of a name counts.
    fn attribute(&mut self, name: &str, value: &'f str) {
        // As nearly everybody writes it first, which is a comparison of numbers.
        let is = |known: &str| name == known || name.eq_ignore_ascii_case(known);
        if is("Path") {
            self.path = Some(value).filter(|path| path.starts_with('/'));
        } else if is("Domain") {
            self.domain = Some(value.strip_prefix('.').unwrap_or(value)).filter(|domain| !domain.is_empty());
        } else if is("SameSite") {
            self.same_site = Some(value);
        } else if is("Secure") {
            self.secure = true;
        } else if is("HttpOnly") {
            self.http_only = true;
        } else if is("Partitioned") {
            self.partitioned = true;
        } else if is("Max-Age") {
            self.max_age = seconds(value).or(self.max_age);
        } else if is("Expires") {
            self.expires = Some(seconds_of(value).ok_or(()));
        }
    }

    /// `Max-Age` counts more than `Expires`.
    pub(super) fn lifetime(&self, now: u64) -> Lifetime {
        let seconds = match (self.max_age, self.expires) {
            (Some(seconds), _) => seconds,
            (None, None) => return Lifetime::Session,
            (None, Some(Err(()))) => return Lifetime::Unknown,
            (None, Some(Ok(expires))) => i64::try_from(expires.saturating_sub(now)).unwrap_or(i64::MAX),
        };
        match u64::try_from(seconds) {
            Ok(0) | Err(_) => Lifetime::Removal,
            Ok(seconds) => Lifetime::Seconds(seconds),
        }
    }
}

/// `Max-Age`: digits, after a `-` or not; anything else is ignored, and more digits than fit are a very long time.
fn seconds(text: &str) -> Option<i64> {
    let (digits, sign) = text.strip_prefix('-').map_or((text, 1), |digits| (digits, -1));
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| sign * digits.parse::<i64>().unwrap_or(i64::MAX))
}

/// What stands between the `;` of a field: what is before the first `=`, and what is behind it if there is one.
struct Parts<'f>(Option<&'f str>);

impl<'f> Iterator for Parts<'f> {
    type Item = (&'f str, Option<&'f str>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let (part, rest) = parted(self.0?, b';');
        self.0 = rest;
        let (name, value) = parted(part, b'=');
        // No header value holds other blanks than ` ` and tabs.
        Some((name.trim_ascii(), value.map(str::trim_ascii)))
    }
}

/// What stands before a character of ASCII, and what behind it. `str::split_once` is made for longer texts.
#[inline]
fn parted(text: &str, by: u8) -> (&str, Option<&str>) {
    position(text.as_bytes(), by).map_or((text, None), |at| (&text[..at], Some(&text[at + 1..])))
}
