//! The error of names that are not in the table.

use core::fmt;

/// A name that no category or provider of the table has, from `TryFrom<&str>` and `FromStr` of the generated enums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownName {
    what: &'static str,
}

impl UnknownName {
    pub(crate) fn new(what: &'static str) -> Self {
        Self { what }
    }
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the table has no {} of this name", self.what)
    }
}

impl core::error::Error for UnknownName {}
