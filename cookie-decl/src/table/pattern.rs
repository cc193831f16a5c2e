//! Names with holes: `_ga_{container}` matches every longer name that begins with `_ga_`.

use alloc::string::String;
use core::fmt::{self, Write as _};

use cookie_decl_core::browser::is_token;
use cookie_decl_core::pattern::{self, hole};

/// A declared name with holes, parsed at compile time.
///
/// A hole matches one character or more. Two holes never touch, and every hole but the last takes
/// as few characters as possible, so a match is unambiguous.
///
/// ```
/// # mod cookies { cookie_decl::declare_cookies! {
/// #     pub policy;
/// #     /// Audience
/// #     ///
/// #     /// Counts visits.
/// #     #[allow(no_consent_row)]
/// #     category Statistics: opt_in {
/// #         cookie | duration | set_by;
/// #         /// Tells visits apart
/// #         VISIT = "_pk_id.{site}.{hash}" | 13 months | server;
/// #     }
/// # } }
/// let pattern = cookies::VISIT.pattern().unwrap();
/// assert!(pattern.matches("_pk_id.1.1fff"));
/// assert!(!pattern.matches("_pk_id..1fff"));
/// let values: Vec<_> = pattern.holes("_pk_id.1.1fff").unwrap().collect();
/// assert_eq!(values, [("site", "1"), ("hash", "1fff")]);
/// assert_eq!(pattern.fill(["1", "1fff"]).unwrap(), "_pk_id.1.1fff");
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct Pattern {
    /// The text before the first hole.
    #[doc(hidden)]
    pub head: &'static str,
    /// The name of each hole, with the text that follows the hole.
    #[doc(hidden)]
    pub holes: &'static [(&'static str, &'static str)],
    /// Whether the server sets such names, which must then be tokens (RFC 9110).
    #[doc(hidden)]
    pub token: bool,
}

impl Pattern {
    /// The texts around the holes, in order.
    #[cfg(feature = "http")]
    pub(crate) fn literals(&self) -> alloc::vec::Vec<&'static str> {
        core::iter::once(self.head)
            .chain(self.holes.iter().map(|(_, text)| *text))
            .collect()
    }

    /// Whether `name` matches the pattern.
    pub fn matches(&self, name: &str) -> bool {
        pattern::matches(self.head, self.holes.iter().map(|(_, text)| *text), name)
    }

    /// Reads the values of the holes from `name`. Returns `None` if the name does not match.
    ///
    /// Each item is the name of a hole and its value. This takes linear time in the length of the
    /// name, and allocates nothing.
    pub fn holes<'n>(&self, name: &'n str) -> Option<Holes<'n>> {
        let ((last, tail), inner) = self.holes.split_last()?;
        let end = name.len().checked_sub(tail.len())?;
        self.matches(name).then(|| Holes {
            inner,
            last,
            rest: &name[self.head.len()..end],
            done: false,
        })
    }

    /// The names of the holes, in order.
    pub fn hole_names(&self) -> impl ExactSizeIterator<Item = &'static str> + use<> {
        self.holes.iter().map(|(name, _)| *name)
    }

    /// Fills the holes with values, in order.
    ///
    /// # Errors
    /// [`NameError`] if there are more or fewer values than holes, if a value is empty, if the
    /// values would be read back differently, or if the result could not be the name of a cookie
    /// (RFC 9110 section 5.6.2).
    pub fn fill<I>(&self, values: I) -> Result<String, NameError>
    where
        I: IntoIterator,
        I::Item: AsRef<str>,
    {
        let mut values = values.into_iter();
        let mut name = String::from(self.head);
        for (index, (title, text)) in self.holes.iter().enumerate() {
            let value = values.next().ok_or(NameError::Missing { hole: title })?;
            let value = value.as_ref();
            if value.is_empty() {
                return Err(NameError::Empty { hole: title });
            }
            if self.token
                && let Some(character) = value.chars().find(|c| !is_token(*c))
            {
                return Err(NameError::Character {
                    hole: title,
                    character,
                });
            }
            // An inner hole is read until the text after it first occurs. That must be the end of
            // this value.
            let start = name.len();
            name.push_str(value);
            name.push_str(text);
            if index + 1 < self.holes.len()
                && hole(&name.as_bytes()[start..], text) != Some(value.len())
            {
                return Err(NameError::Ambiguous { hole: title });
            }
        }
        if values.next().is_some() {
            return Err(NameError::TooMany {
                holes: self.holes.len(),
            });
        }
        Ok(name)
    }
}

/// The holes of a name with their values, from [`Pattern::holes`].
#[derive(Clone, Debug)]
pub struct Holes<'n> {
    inner: &'static [(&'static str, &'static str)],
    last: &'static str,
    rest: &'n str,
    done: bool,
}

impl<'n> Iterator for Holes<'n> {
    type Item = (&'static str, &'n str);

    fn next(&mut self) -> Option<Self::Item> {
        let Some(((name, text), inner)) = self.inner.split_first() else {
            return (!core::mem::replace(&mut self.done, true)).then_some((self.last, self.rest));
        };
        let end = hole(self.rest.as_bytes(), text)?;
        let value = &self.rest[..end];
        self.rest = &self.rest[end + text.len()..];
        self.inner = inner;
        Some((name, value))
    }
}

/// An error of [`Pattern::fill`]: the values do not make a name.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum NameError {
    /// There are fewer values than holes.
    Missing {
        /// The first hole without a value.
        hole: &'static str,
    },
    /// There are more values than holes.
    TooMany {
        /// The number of holes.
        holes: usize,
    },
    /// A value is empty, but a hole needs at least one character.
    Empty {
        /// The hole.
        hole: &'static str,
    },
    /// A value contains a character that cannot occur in the name of a cookie.
    Character {
        /// The hole.
        hole: &'static str,
        /// The character.
        character: char,
    },
    /// A value contains the text that ends its hole, so it would be read back differently.
    Ambiguous {
        /// The hole.
        hole: &'static str,
    },
}

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { hole } => write!(f, "the hole `{{{hole}}}` has no value"),
            Self::TooMany { holes } => {
                write!(f, "there are more values than holes: the name has {holes}")
            }
            Self::Empty { hole } => write_value(f, hole, "is empty"),
            Self::Character { hole, character } => {
                write_value(f, hole, "contains ")?;
                write_character(f, *character)?;
                f.write_str(", which is not allowed in the name of a cookie")
            }
            Self::Ambiguous { hole } => {
                write_value(f, hole, "contains the text that follows the hole")
            }
        }
    }
}

fn write_value(f: &mut fmt::Formatter<'_>, hole: &str, rest: &str) -> fmt::Result {
    write!(f, "the value for `{{{hole}}}` {rest}")
}

impl core::error::Error for NameError {}

/// Writes a character with its code point, because it may be invisible or look like another one.
pub(crate) fn write_character(f: &mut fmt::Formatter<'_>, c: char) -> fmt::Result {
    match c {
        '`' => f.write_str("a backtick (U+0060)"),
        c if c.is_ascii_graphic() => {
            f.write_char('`')?;
            f.write_char(c)?;
            write!(f, "` (U+{:04X})", u32::from(c))
        }
        c => write!(f, "U+{:04X}", u32::from(c)),
    }
}
