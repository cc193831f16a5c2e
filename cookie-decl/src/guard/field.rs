//! A `Set-Cookie` field as browsers read it (RFC 6265bis section 5.6), whoever wrote it.

use alloc::borrow::Cow;
use alloc::string::String;
use core::str;

use http::HeaderValue;

use super::date::seconds_of;

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
        let mut parts = str::from_utf8(field.as_bytes()).ok()?.split(';');
        let (name, value) = parts.next()?.split_once('=')?;
        let (name, value) = (trimmed(name), trimmed(value));
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
        for part in parts {
            let (attribute, value) = part.split_once('=').unwrap_or((part, ""));
            let (attribute, value) = (trimmed(attribute), trimmed(value));
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
            Cow::Borrowed(name) => trimmed(name).into(),
            Cow::Owned(name) => String::from(trimmed(&name)).into(),
        }
    }

    /// The last attribute of a name counts.
    fn attribute(&mut self, name: &str, value: &'f str) {
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        if is("path") {
            self.path = Some(value).filter(|path| path.starts_with('/'));
        } else if is("domain") {
            self.domain = Some(value.strip_prefix('.').unwrap_or(value)).filter(|domain| !domain.is_empty());
        } else if is("samesite") {
            self.same_site = Some(value);
        } else if is("secure") {
            self.secure = true;
        } else if is("httponly") {
            self.http_only = true;
        } else if is("partitioned") {
            self.partitioned = true;
        } else if is("max-age") {
            self.max_age = seconds(value).or(self.max_age);
        } else if is("expires") {
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

fn trimmed(text: &str) -> &str {
    text.trim_matches([' ', '\t'])
}
