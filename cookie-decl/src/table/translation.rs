//! The texts of a table in another language.

use crate::texts::built_in::Texts;

/// The texts of the table in another language.
#[doc(hidden)]
#[derive(Debug)]
pub struct Translation {
    /// A BCP 47 tag.
    pub language: &'static str,
    /// The built-in texts in it, English where the library does not speak it.
    pub built_in: &'static Texts,
    /// Text of the table and its translation, sorted by the text of the table.
    pub texts: &'static [(&'static str, &'static str)],
}
