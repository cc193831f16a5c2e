//! The languages that the library speaks. A table refers to those that it has, and no others are linked.

use cookie_decl_core::tag::{is_traditional_chinese, primary};

/// The library has a file with the built-in texts of each; a test over there compares.
pub(crate) const SPOKEN: &[&str] = &[
    "ar", "de", "el", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "sv", "uk", "zh",
];

/// The language of the built-in texts for a tag: English where the library does not speak it.
///
/// Regions share their language's texts. Chinese written in traditional characters is a case of its own, as it is to
/// CLDR, whose `zh-Hant` inherits nothing from `zh`: two scripts on a page would be worse than two languages, and HTML
/// marks only the latter.
pub(crate) fn built_in(tag: &str) -> &'static str {
    let primary = primary(tag);
    let spoken = SPOKEN
        .iter()
        .find(|spoken| spoken.eq_ignore_ascii_case(primary));
    spoken
        .filter(|_| !is_traditional_chinese(tag))
        .unwrap_or(&"en")
}
