//! The languages of the built-in texts. A table refers to the languages that it has; no others are
//! linked.

use cookie_decl_core::tag::{is_traditional_chinese, primary};

/// The library has a file with the texts of each. A test there compares this list.
pub(crate) const SPOKEN: &[&str] = &[
    "ar", "de", "el", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "sv", "uk", "zh",
];

/// The language of the built-in texts for a tag. English if the library does not have it.
///
/// Regions share the texts of their language. Traditional Chinese is separate, as in CLDR, whose
/// `zh-Hant` inherits nothing from `zh`: two scripts on a page would be worse than two languages,
/// because HTML marks only languages.
pub(crate) fn built_in(tag: &str) -> &'static str {
    let primary = primary(tag);
    let spoken = SPOKEN
        .iter()
        .find(|spoken| spoken.eq_ignore_ascii_case(primary));
    spoken
        .filter(|_| !is_traditional_chinese(tag))
        .unwrap_or(&"en")
}
