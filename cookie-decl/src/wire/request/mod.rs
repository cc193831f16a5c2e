//! The cookies of a request.

#[cfg(test)]
mod tests;
#[cfg(test)]
mod vectors;

use core::fmt;
use core::str;

/// The cookies of a request: its `Cookie` header fields, read as they are asked for (RFC 6265bis section 4.2).
///
/// Visitors can send anything, so reading is lenient and never fails. Pairs are parted by `;`, blanks around names and
/// values do not count, and what has no name is left out. Values are taken as they are: nothing is percent-decoded,
/// and quotes are part of them. A name may come several times, with the cookie of the longest path first.
///
/// It is a borrowed view: nothing is allocated, and each look-up reads the header once from its start.
///
/// ```
/// use cookie_decl::RequestCookies;
/// let cookies = RequestCookies::from_header("sessionid=abc; theme=dark; theme=light");
/// assert_eq!(cookies.first("sessionid"), Some("abc"));
/// assert_eq!(cookies.all("theme").collect::<Vec<_>>(), ["dark", "light"]);
/// assert_eq!(cookies.first("other"), None);
/// ```
///
/// `Debug` leaves the values out, which may be secrets.
#[derive(Clone, Copy)]
pub struct RequestCookies<'a>(Fields<'a>);

/// Header fields, one after the other.
#[derive(Clone, Copy)]
enum Fields<'a> {
    Text(&'a str),
    Texts(&'a [&'a str]),
    Bytes(&'a [u8]),
    ManyBytes(&'a [&'a [u8]]),
}

impl<'a> Fields<'a> {
    fn get(self, index: usize) -> Option<&'a [u8]> {
        match self {
            Self::Text(field) => (index == 0).then_some(field.as_bytes()),
            Self::Texts(fields) => fields.get(index).map(|field| field.as_bytes()),
            Self::Bytes(field) => (index == 0).then_some(field),
            Self::ManyBytes(fields) => fields.get(index).copied(),
        }
    }
}

impl<'a> RequestCookies<'a> {
    /// The cookies of one `Cookie` field; of an empty one if the request has none.
    pub const fn from_header(field: &'a str) -> Self {
        Self(Fields::Text(field))
    }

    /// The cookies of several `Cookie` fields: HTTP/2 and HTTP/3 may split them (RFC 9113 section 8.2.3).
    ///
    /// ```
    /// use cookie_decl::RequestCookies;
    /// let cookies = RequestCookies::from_headers(&["a=1; b=2", "c=3"]);
    /// assert_eq!(cookies.iter().collect::<Vec<_>>(), [("a", "1"), ("b", "2"), ("c", "3")]);
    /// ```
    pub const fn from_headers(fields: &'a [&'a str]) -> Self {
        Self(Fields::Texts(fields))
    }

    /// The cookies of one `Cookie` field in bytes: those that are not UTF-8 are left out, the others are found.
    ///
    /// ```
    /// use cookie_decl::RequestCookies;
    /// let cookies = RequestCookies::from_header_bytes(b"a=1; b=\xFF; c=3");
    /// assert_eq!(cookies.iter().collect::<Vec<_>>(), [("a", "1"), ("c", "3")]);
    /// ```
    pub const fn from_header_bytes(field: &'a [u8]) -> Self {
        Self(Fields::Bytes(field))
    }

    /// The cookies of several `Cookie` fields in bytes; see [`from_header_bytes`](Self::from_header_bytes).
    pub const fn from_headers_bytes(fields: &'a [&'a [u8]]) -> Self {
        Self(Fields::ManyBytes(fields))
    }

    /// Every name with its value, in the order of the request.
    pub fn iter(self) -> impl Iterator<Item = (&'a str, &'a str)> + Clone + use<'a> {
        self.pairs().filter_map(|(name, value)| {
            Some((str::from_utf8(name).ok()?, str::from_utf8(value).ok()?))
        })
    }

    /// Every name, in the order of the request, those included whose value is no text.
    pub(crate) fn names(self) -> impl Iterator<Item = &'a str> {
        self.names_except("")
    }

    /// The names that are not UTF-8, with U+FFFD for what is not.
    #[cfg(feature = "http")]
    pub(crate) fn odd_names(self) -> impl Iterator<Item = alloc::string::String> + use<'a> {
        let names = self
            .pairs()
            .map(|(name, _)| name)
            .filter(|name| str::from_utf8(name).is_err());
        names.map(|name| alloc::string::String::from_utf8_lossy(name).into_owned())
    }

    /// The same without one of them.
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
        // Only the values that are wanted are read as text.
        self.all_bytes(name)
            .filter_map(|value| str::from_utf8(value).ok())
    }

    /// The same with the values that are not UTF-8.
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

    /// The first value of a name, which is the one with the longest path (RFC 6265bis section 5.8.3).
    pub fn first(self, name: &str) -> Option<&'a str> {
        self.all(name).next()
    }
}

/// Names and values, in the order of the request.
#[derive(Clone)]
struct Pairs<'a> {
    fields: Fields<'a>,
    /// The number of the field behind the one that is read.
    next: usize,
    /// What is left of that one.
    rest: &'a [u8],
}

impl<'a> Iterator for Pairs<'a> {
    type Item = (&'a [u8], &'a [u8]);

    #[allow(
        clippy::inline_always,
        reason = "a caller that wants names only does not look at the values"
    )]
    #[inline(always)]
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            while self.rest.is_empty() {
                self.rest = self.fields.get(self.next)?;
                self.next += 1;
            }
            let end = position(self.rest, b';').unwrap_or(self.rest.len());
            let part = &self.rest[..end];
            self.rest = self.rest.get(end + 1..).unwrap_or_default();
            if let Some(pair) = pair(part) {
                return Some(pair);
            }
        }
    }
}

/// Where a byte stands first: eight bytes at a time.
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

/// The name and the value of a pair, which may hold further `=`.
#[inline]
fn pair(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = position(bytes, b'=')?;
    let name = trimmed(&bytes[..end]);
    if name.is_empty() {
        None
    } else {
        Some((name, trimmed(&bytes[end + 1..])))
    }
}

/// Without the blanks around it: `OWS` of RFC 9110 section 5.6.3.
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
