//! Reads a `Set-Cookie` field as browsers do. The field is ambiguous if RFC 6265bis (section 5.6),
//! Chromium and Firefox could read it differently.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::cell::OnceCell;
use core::str;
use std::time::UNIX_EPOCH;

use cookie_decl_core::browser::LONGEST_ATTRIBUTE;
use http::HeaderValue;
use http::header::{self, HeaderMap};

use crate::wire::request::split;

/// A `Set-Cookie` field as a browser reads it.
pub(crate) struct Field<'f> {
    /// The name. Empty if the field does not name a cookie.
    pub(crate) name: &'f [u8],
    pub(crate) value: &'f [u8],
    path: &'f [u8],
    domain: &'f [u8],
    pub(crate) same_site: Option<&'f [u8]>,
    pub(crate) secure: bool,
    pub(crate) http_only: bool,
    pub(crate) partitioned: bool,
    max_age: Option<&'f [u8]>,
    expires: Option<&'f [u8]>,
    /// A [flag] for each attribute that browsers could read differently, because it occurs twice or
    /// is too long.
    doubts: u8,
    /// Everything after the name and value.
    attributes: Option<&'f [u8]>,
}

/// How long a browser keeps the cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lifetime {
    /// Every browser removes it.
    Removal,
    /// Until the browser session ends.
    Session,
    /// A number of seconds, and the attribute that it is from.
    Seconds(u64, Basis),
    /// Browsers could read this attribute differently.
    Ambiguous(&'static str),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// `Max-Age`.
    MaxAge,
    /// `Expires`.
    Expires,
}

impl<'f> Field<'f> {
    #[inline]
    pub(crate) fn read(field: &'f HeaderValue) -> Self {
        let mut parts = Parts(Some(field.as_bytes()));
        let (name, value) = match parts.next() {
            Some((name, Some(value))) => (name, value),
            // Browsers store it as a value without a name.
            Some((value, None)) => (&[][..], value),
            None => (&[][..], &[][..]),
        };
        let mut read = Self {
            name,
            value,
            path: &[],
            domain: &[],
            same_site: None,
            secure: false,
            http_only: false,
            partitioned: false,
            max_age: None,
            expires: None,
            doubts: 0,
            attributes: parts.0,
        };
        let mut known = 0;
        for (attribute, value) in parts {
            read.attribute(attribute, value.unwrap_or_default(), &mut known);
        }
        read
    }

    /// The name, if it is UTF-8.
    pub(crate) fn name(&self) -> Option<&'f str> {
        str::from_utf8(self.name).ok()
    }

    /// Returns the path that browsers give the cookie after a request for `requested` (RFC 6265bis
    /// section 5.1.4).
    pub(crate) fn path<'p>(&self, requested: &'p str) -> Cow<'p, str>
    where
        'f: 'p,
    {
        if self.path.starts_with(b"/") {
            return String::from_utf8_lossy(self.path);
        }
        Cow::Borrowed(match requested.rsplit_once('/') {
            Some((directory, _)) if !directory.is_empty() => directory,
            _ => "/",
        })
    }

    /// Returns the domain of the cookie; `None` for the host alone.
    pub(crate) fn domain(&self) -> Option<Cow<'f, str>> {
        let domain = self.domain.strip_prefix(b".").unwrap_or(self.domain);
        (!domain.is_empty()).then(|| String::from_utf8_lossy(domain))
    }

    /// Returns the first attribute that browsers could read differently.
    pub(crate) fn doubt(&self) -> Option<&'static str> {
        ATTRIBUTES
            .into_iter()
            .find(|word| self.doubts & flag(word) != 0)
    }

    /// Every attribute of a name, as sent.
    pub(crate) fn all(&self, name: &str) -> String {
        let parts = self
            .attributes
            .unwrap_or_default()
            .split(|byte| *byte == b';')
            .map(<[u8]>::trim_ascii);
        let named = parts.filter(|part| {
            let found = part.split(|byte| *byte == b'=').next().unwrap_or_default();
            found.trim_ascii().eq_ignore_ascii_case(name.as_bytes())
        });
        String::from_utf8_lossy(&named.collect::<Vec<_>>().join(&b"; "[..])).into_owned()
    }

    /// Reads an attribute. The last one of a name counts; two different ones are ambiguous.
    fn attribute(&mut self, name: &[u8], value: &'f [u8], known: &mut u8) {
        // The usual spelling is compared first, because it is faster.
        let is = |word: &str| name == word.as_bytes() || name.eq_ignore_ascii_case(word.as_bytes());
        let (word, place) = if is("Path") {
            ("Path", &mut self.path)
        } else if is("Domain") {
            ("Domain", &mut self.domain)
        } else if is("SameSite") {
            ("SameSite", self.same_site.get_or_insert(value))
        } else if is("Max-Age") {
            ("Max-Age", self.max_age.get_or_insert(value))
        } else if is("Expires") {
            ("Expires", self.expires.get_or_insert(value))
        } else {
            self.secure |= is("Secure");
            self.http_only |= is("HttpOnly");
            self.partitioned |= is("Partitioned");
            return;
        };
        let is_again = *known & flag(word) != 0;
        *known |= flag(word);
        let is_lifetime = matches!(word, "Max-Age" | "Expires");
        // Chromium rejects a cookie with a single dot as its domain.
        let is_dot = word == "Domain" && value == b".";
        if value.len() > LONGEST_ATTRIBUTE || is_dot || is_again && (is_lifetime || *place != value)
        {
            self.doubts |= flag(word);
        }
        *place = value;
    }

    /// How long browsers keep the cookie. `Max-Age` takes precedence over `Expires`.
    pub(crate) fn lifetime(&self, clock: &Clock<'_>) -> Lifetime {
        let is_doubtful = |word| self.doubts & flag(word) != 0;
        match (self.max_age, self.expires) {
            (Some(_), _) if is_doubtful("Max-Age") => Lifetime::Ambiguous("Max-Age"),
            (None, Some(_)) if is_doubtful("Expires") => Lifetime::Ambiguous("Expires"),
            (Some(text), _) => match max_age(text) {
                Some(0) => Lifetime::Removal,
                Some(seconds) => Lifetime::Seconds(seconds, Basis::MaxAge),
                None => Lifetime::Ambiguous("Max-Age"),
            },
            (None, Some(text)) => match http_date(text).zip(clock.earliest()) {
                Some((expires, now)) if expires < now => Lifetime::Removal,
                Some((expires, now)) => Lifetime::Seconds(expires - now, Basis::Expires),
                None => Lifetime::Ambiguous("Expires"),
            },
            (None, None) => Lifetime::Session,
        }
    }
}

/// The attributes that have a value.
const ATTRIBUTES: [&str; 5] = ["Max-Age", "Expires", "Path", "Domain", "SameSite"];

/// A bit for each of [`ATTRIBUTES`].
fn flag(word: &str) -> u8 {
    match word {
        "Path" => 1,
        "Domain" => 2,
        "SameSite" => 4,
        "Max-Age" => 8,
        _ => 16,
    }
}

/// The times that `Expires` is compared with: that of the server, and the `Date` of the response,
/// because Chromium corrects `Expires` by it.
pub(crate) struct Clock<'r> {
    now: &'r dyn Fn() -> u64,
    response: &'r HeaderMap,
    earliest: OnceCell<Option<u64>>,
}

impl<'r> Clock<'r> {
    pub(crate) fn new(now: &'r dyn Fn() -> u64, response: &'r HeaderMap) -> Self {
        Self {
            now,
            response,
            earliest: OnceCell::new(),
        }
    }

    /// Returns the earliest time, which gives the cookie the longest life; `None` if a `Date`
    /// cannot be read.
    fn earliest(&self) -> Option<u64> {
        *self.earliest.get_or_init(|| {
            let mut dates = self
                .response
                .get_all(header::DATE)
                .iter()
                .map(|date| http_date(date.as_bytes()));
            dates.try_fold((self.now)(), |earliest, date| Some(earliest.min(date?)))
        })
    }
}

/// Reads an HTTP date (RFC 9110 section 5.6.7) of a day that exists, as seconds since 1970. Only
/// some browsers accept other dates.
fn http_date(text: &[u8]) -> Option<u64> {
    let text = str::from_utf8(text).ok()?;
    let time = httpdate::parse_http_date(text).ok()?;
    let day = |text: &str| {
        let start = text.find(|c: char| c.is_ascii_digit())?;
        let digits: String = text[start..]
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        digits.parse::<u8>().ok()
    };
    // The 31st of February would be read as a day in March.
    let is_day = day(text) == day(&httpdate::fmt_http_date(time));
    time.duration_since(UNIX_EPOCH)
        .ok()
        .filter(|_| is_day)
        .map(|since| since.as_secs())
}

/// The seconds of a `Max-Age` that all browsers read alike: digits, or `-` and digits, which means
/// 0. A number that does not fit becomes the largest one.
fn max_age(text: &[u8]) -> Option<u64> {
    let (digits, is_negative) = text
        .strip_prefix(b"-")
        .map_or((text, false), |digits| (digits, true));
    let number = digits.iter().try_fold(0_u64, |number, byte| {
        let digit = byte.is_ascii_digit().then(|| u64::from(byte - b'0'))?;
        Some(number.saturating_mul(10).saturating_add(digit))
    });
    match number.filter(|_| !digits.is_empty())? {
        _ if is_negative => Some(0),
        // A number such as `00` is not accepted, because nobody writes it.
        0 => (digits == b"0").then_some(0),
        number => Some(number),
    }
}

/// The parts of a field, separated by `;`: the text before the first `=`, and the text after it if
/// there is one.
pub(crate) struct Parts<'f>(pub(crate) Option<&'f [u8]>);

impl<'f> Iterator for Parts<'f> {
    type Item = (&'f [u8], Option<&'f [u8]>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let (part, rest) = split(self.0?, b';');
        self.0 = rest;
        let (name, value) = split(part, b'=');
        // A header value contains no white space but spaces and tabs.
        Some((name.trim_ascii(), value.map(<[u8]>::trim_ascii)))
    }
}
