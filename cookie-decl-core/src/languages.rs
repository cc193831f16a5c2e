//! The languages of the built-in texts. A table refers to the languages that it has; no others are
//! linked.

use crate::tag::{has_region, is_traditional_chinese, primary};

/// The library has a file with the texts of each. A test there compares this list.
pub const SPOKEN: &[&str] = &[
    "ar", "de", "el", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "pt-BR", "sv", "uk", "zh",
];

/// The language of the built-in texts for a tag. English if the library does not have it.
///
/// Regions share the texts of their language, except Brazil: `pt` is the Portuguese of Portugal and
/// of the other countries, as `pt-PT` and what inherits from it in CLDR. Traditional Chinese is
/// separate, as in CLDR, whose `zh-Hant` inherits nothing from `zh`: two scripts on a page would be
/// worse than two languages, because HTML marks only languages.
pub fn built_in(tag: &str) -> &'static str {
    if is_traditional_chinese(tag) {
        return "en";
    }
    let is = |spoken: &&&str| match spoken.split_once('-') {
        Some((_, region)) => {
            primary(spoken).eq_ignore_ascii_case(primary(tag)) && has_region(tag, region)
        }
        None => spoken.eq_ignore_ascii_case(primary(tag)),
    };
    // A language with a region comes after the language, and is closer.
    SPOKEN.iter().rev().find(is).unwrap_or(&"en")
}
