//! Translations of a table.

use crate::texts::built_in::Texts;

/// The texts of a table in another language.
#[doc(hidden)]
#[derive(Debug)]
pub struct Translation {
    /// The language, a BCP 47 tag.
    pub language: &'static str,
    /// The built-in texts in that language, or in English if the library does not have it.
    pub built_in: &'static Texts,
    /// Pairs of a text of the table and its translation, sorted by the text of the table.
    pub texts: &'static [(&'static str, &'static str)],
}
