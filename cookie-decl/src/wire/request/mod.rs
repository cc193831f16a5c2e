//! The cookies of a request.

#[cfg(test)]
mod tests;
#[cfg(test)]
mod vectors;

use core::fmt;
use core::str;

/// The cookies of a request: its `Cookie` header fields, read on demand (RFC 6265bis section 4.2).
///
/// Visitors can send anything, so reading is lenient and never fails. Pairs are separated by `;`.
/// Spaces and tabs around names and values are ignored. Pairs without a name, and pairs that are
/// not UTF-8, are skipped. Values are not percent-decoded, and quotes are part of them. A name may
/// occur several times; the cookie with the longest path comes first.
///
/// This is a borrowed view: it allocates nothing, and each look-up reads the fields once, from the
/// start.
///
/// ```
/// use cookie_decl::RequestCookies;
/// let cookies = RequestCookies::from_header("sessionid=abc; theme=dark; theme=light");
/// assert_eq!(cookies.first("sessionid"), Some("abc"));
/// assert_eq!(cookies.all("theme").collect::<Vec<_>>(), ["dark", "light"]);
/// assert_eq!(cookies.first("other"), None);
/// ```
///
/// `Debug` omits the values, which may be secrets.
#[derive(Clone, Copy)]
pub struct RequestCookies<'a>(Fields<'a>);

/// The header fields, in order.
#[derive(Clone, Copy)]
enum Fields<'a> {
    One(&'a [u8]),
    Many(&'a [&'a [u8]]),
    #[cfg(feature = "http")]
    Headers(&'a http::HeaderMap),
}

impl<'a> Fields<'a> {
    fn get(self, index: usize) -> Option<&'a [u8]> {
        match self {
            Self::One(field) => (index == 0).then_some(field),
            Self::Many(fields) => fields.get(index).copied(),
            #[cfg(feature = "http")]
            Self::Headers(headers) => {
                let mut fields = headers.get_all(http::header::COOKIE).iter();
                fields.nth(index).map(http::HeaderValue::as_bytes)
            }
        }
    }
}

impl<'a> RequestCookies<'a> {
    /// The cookies of a request that has none.
    pub const NONE: Self = Self(Fields::Many(&[]));

    /// Reads one `Cookie` field, as a `&str` or bytes. Pass an empty one if the request has none.
    ///
    /// ```
    /// use cookie_decl::RequestCookies;
    /// let cookies = RequestCookies::from_header(b"a=1; b=\xFF; c=3");
    /// assert_eq!(cookies.iter().collect::<Vec<_>>(), [("a", "1"), ("c", "3")]);
    /// ```
    pub fn from_header(field: &'a (impl AsRef<[u8]> + ?Sized)) -> Self {
        Self(Fields::One(field.as_ref()))
    }

    /// Reads several `Cookie` fields: HTTP/2 and HTTP/3 may split them (RFC 9113 section 8.2.3).
    ///
    /// With the feature `http`, `RequestCookies::from(&headers)` reads those of a `HeaderMap`.
    ///
    /// ```
    /// use cookie_decl::RequestCookies;
    /// let cookies = RequestCookies::from_headers(&[b"a=1; b=2", b"c=3"]);
    /// assert_eq!(cookies.iter().collect::<Vec<_>>(), [("a", "1"), ("b", "2"), ("c", "3")]);
    /// ```
    pub const fn from_headers(fields: &'a [&'a [u8]]) -> Self {
        Self(Fields::Many(fields))
    }

    /// Every name with its value, in the order of the request.
    pub fn iter(self) -> impl Iterator<Item = (&'a str, &'a str)> + Clone + use<'a> {
        self.pairs().filter_map(|(name, value)| {
            Some((str::from_utf8(name).ok()?, str::from_utf8(value).ok()?))
        })
    }

    /// Every name, in the order of the request, even if its value is not UTF-8.
    pub(crate) fn names(self) -> impl Iterator<Item = &'a str> {
        self.names_except("")
    }

    /// The names that are not UTF-8. Invalid bytes become U+FFFD.
    #[cfg(feature = "http")]
    pub(crate) fn odd_names(self) -> impl Iterator<Item = alloc::string::String> + use<'a> {
        let names = self
            .pairs()
            .map(|(name, _)| name)
            .filter(|name| str::from_utf8(name).is_err());
        names.map(|name| alloc::string::String::from_utf8_lossy(name).into_owned())
    }

    /// Every name except one, in the order of the request.
    #[inline]
    pub(crate) fn names_except(self, other: &str) -> impl Iterator<Item = &'a str> {
        let names = self
            .pairs()
            .map(|(name, _)| name)
            .filter(|name| *name != other.as_bytes());
        names.filter_map(|name| str::from_utf8(name).ok())
    }

    /// Every value of a name, in the order of the request. The name is compared byte by byte.
    pub fn all<'n>(self, name: &'n str) -> impl Iterator<Item = &'a str> + Clone + use<'a, 'n> {
        // Only the matching values are checked for UTF-8.
        self.all_bytes(name)
            .filter_map(|value| str::from_utf8(value).ok())
    }

    /// Every value of a name in bytes, even if it is not UTF-8.
    pub(crate) fn all_bytes<'n>(
        self,
        name: &'n str,
    ) -> impl Iterator<Item = &'a [u8]> + Clone + use<'a, 'n> {
        self.pairs()
            .filter(move |(found, _)| *found == name.as_bytes())
            .map(|(_, value)| value)
    }

    #[inline]
    fn pairs(self) -> Pairs<'a> {
        Pairs {
            fields: self.0,
            next: 0,
            rest: &[],
        }
    }

    /// The first value of a name, which is the one with the longest path (RFC 6265bis section
    /// 5.8.3).
    pub fn first(self, name: &str) -> Option<&'a str> {
        self.all(name).next()
    }
}

/// Names and values, in the order of the request.
#[derive(Clone)]
struct Pairs<'a> {
    fields: Fields<'a>,
    /// The index of the next field.
    next: usize,
    /// The rest of the current field.
    rest: &'a [u8],
}

impl<'a> Iterator for Pairs<'a> {
    type Item = (&'a [u8], &'a [u8]);

    #[allow(
        clippy::inline_always,
        reason = "a caller that needs only the names does not read the values"
    )]
    #[inline(always)]
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            while self.rest.is_empty() {
                self.rest = self.fields.get(self.next)?;
                self.next += 1;
            }
            let (part, rest) = split(self.rest, b';');
            self.rest = rest.unwrap_or_default();
            if let Some(pair) = pair(part) {
                return Some(pair);
            }
        }
    }
}

/// Returns the first index of a byte. Searches eight bytes at a time.
#[inline]
pub(crate) fn position(bytes: &[u8], wanted: u8) -> Option<usize> {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    let (words, rest) = bytes.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let differences = u64::from_le_bytes(*word) ^ (ONES * u64::from(wanted));
        let same = differences.wrapping_sub(ONES) & !differences & (ONES << 7);
        if same != 0 {
            return Some(8 * index + same.trailing_zeros() as usize / 8);
        }
    }
    Some(bytes.len() - rest.len() + rest.iter().position(|byte| *byte == wanted)?)
}

/// Returns what is before the first such byte, and what is after it.
// An index that is out of range would panic with a number, for which WebAssembly needs much code.
#[inline]
pub(crate) fn split(bytes: &[u8], at: u8) -> (&[u8], Option<&[u8]>) {
    match position(bytes, at).and_then(|at| bytes.split_at_checked(at)) {
        Some((before, rest)) => (before, rest.get(1..)),
        None => (bytes, None),
    }
}

/// Splits a pair into name and value. The value may contain more `=`.
#[inline]
fn pair(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (name, value) = split(bytes, b'=');
    let (name, value) = (trimmed(name), trimmed(value?));
    (!name.is_empty()).then_some((name, value))
}

/// Trims spaces and tabs (`OWS` of RFC 9110 section 5.6.3).
fn trimmed(mut bytes: &[u8]) -> &[u8] {
    while let [b' ' | b'\t', rest @ ..] | [rest @ .., b' ' | b'\t'] = bytes {
        bytes = rest;
    }
    bytes
}

impl fmt::Debug for RequestCookies<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RequestCookies ")?;
        f.debug_list()
            .entries(self.iter().map(|(name, _)| name))
            .finish()
    }
}

/// ```
/// use cookie_decl::RequestCookies;
/// use http::header::{COOKIE, HeaderMap};
/// let headers = HeaderMap::from_iter([(COOKIE, "a=1".parse()?)]);
/// assert_eq!(RequestCookies::from(&headers).first("a"), Some("1"));
/// # Ok::<(), http::header::InvalidHeaderValue>(())
/// ```
#[cfg(feature = "http")]
impl<'a> From<&'a http::HeaderMap> for RequestCookies<'a> {
    fn from(headers: &'a http::HeaderMap) -> Self {
        Self(Fields::Headers(headers))
    }
}
