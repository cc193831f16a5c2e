//! Names with holes: `_ga_{container}` stands for every name that begins with `_ga_`.

use alloc::string::String;
use core::fmt;

use cookie_decl_core::browser::is_token;
use cookie_decl_core::pattern::{self, hole};

/// What stands in a declared name that has holes, taken apart at compile time.
///
/// A hole matches one character or more. Two holes never touch, so a match is unambiguous: every hole but the last
/// takes as little as it can.
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
    /// Each hole's name, and the text that follows it.
    #[doc(hidden)]
    pub holes: &'static [(&'static str, &'static str)],
    /// Whether a name built from it is sent in a header, which allows RFC 9110 tokens only.
    #[doc(hidden)]
    pub token: bool,
}

impl Pattern {
    /// The texts around the holes, first to last.
    #[cfg(feature = "http")]
    pub(crate) fn literals(&self) -> alloc::vec::Vec<&'static str> {
        core::iter::once(self.head)
            .chain(self.holes.iter().map(|(_, text)| *text))
            .collect()
    }

    /// Whether `name` is one of the names that this pattern stands for.
    pub fn matches(&self, name: &str) -> bool {
        pattern::matches(self.head, self.holes.iter().map(|(_, text)| *text), name)
    }

    /// The holes of `name` in order, each with its value; `None` when the name does not match.
    ///
    /// Takes time in proportion to the length of the name, and allocates nothing.
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

    /// The name with its holes filled, in order.
    ///
    /// # Errors
    /// [`NameError`] when there are more or fewer values than holes, a value is empty, the values would be read back
    /// differently, or the result could not be the name of a cookie (RFC 9110 section 5.6.2).
    pub fn fill<I>(&self, values: I) -> Result<String, NameError>
    where
        I: IntoIterator,
        I::Item: AsRef<str>,
    {
        let mut values = values.into_iter();
        let mut name = String::from(self.head);
        for (index, (hole, text)) in self.holes.iter().enumerate() {
            let value = values.next().ok_or(NameError::Missing { hole })?;
            let value = value.as_ref();
            if value.is_empty() {
                return Err(NameError::Empty { hole });
            }
            if self.token
                && let Some(character) = value.chars().find(|c| !is_token(*c))
            {
                return Err(NameError::Character { hole, character });
            }
            // An inner hole ends at the first place where the text after it stands, which has to be its own end.
            let start = name.len();
            name.push_str(value);
            name.push_str(text);
            let first = value.chars().next().map_or(0, char::len_utf8);
            if index + 1 < self.holes.len()
                && name[start + first..].find(text) != Some(value.len() - first)
            {
                return Err(NameError::Ambiguous { hole });
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
        let end = hole(self.rest, text)?;
        let value = &self.rest[..end];
        self.rest = &self.rest[end + text.len()..];
        self.inner = inner;
        Some((name, value))
    }
}

/// Why values do not make a name, from [`Pattern::fill`].
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
    /// A value is empty; a hole stands for one character at least.
    Empty {
        /// The hole.
        hole: &'static str,
    },
    /// A value holds a character that no cookie name may hold.
    Character {
        /// The hole.
        hole: &'static str,
        /// The character.
        character: char,
    },
    /// A value holds the text that ends its hole, so it would be read back as another value.
    Ambiguous {
        /// The hole.
        hole: &'static str,
    },
}

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { hole } => write!(f, "the hole `{{{hole}}}` has no value"),
            Self::TooMany { holes } => write!(
                f,
                "there are more values than the {holes} holes of the name"
            ),
            Self::Empty { hole } => write!(f, "the value for `{{{hole}}}` is empty"),
            Self::Character { hole, character } => {
                write!(
                    f,
                    "the value for `{{{hole}}}` contains {character:?}, which is not allowed in the name of a cookie"
                )
            }
            Self::Ambiguous { hole } => {
                write!(
                    f,
                    "the value for `{{{hole}}}` contains the text that follows the hole"
                )
            }
        }
    }
}

impl core::error::Error for NameError {}
