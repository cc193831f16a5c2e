//! The error of names that are not in the table.

use core::fmt;

/// The error of the generated enums: no category or provider has this name.
///
/// It comes from `TryFrom<&str>` and `FromStr`.
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
        write!(f, "the table has no {} with this name", self.what)
    }
}

impl core::error::Error for UnknownName {}
