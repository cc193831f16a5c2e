//! The languages that the library speaks. A table refers to those that it has, and no others are linked.

/// The library has a file with the built-in texts of each; a test over there compares.
pub(crate) const SPOKEN: &[&str] =
    &["ar", "de", "el", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "sv", "uk", "zh"];

/// The language of the built-in texts for a tag: English where the library does not speak it.
///
/// Regions share their language's texts. Chinese written in traditional characters is a case of its own, as it is to
/// CLDR, whose `zh-Hant` inherits nothing from `zh`: two scripts on a page would be worse than two languages, and HTML
/// marks only the latter.
pub(crate) fn built_in(tag: &str) -> &'static str {
    let primary = tag.split('-').next().unwrap_or(tag);
    let spoken = SPOKEN.iter().find(|spoken| spoken.eq_ignore_ascii_case(primary));
    spoken.filter(|_| !is_traditional(tag)).unwrap_or(&"en")
}

/// Whether a tag is that of Chinese in traditional characters: by its script, else by its region.
fn is_traditional(tag: &str) -> bool {
    let is_one_of = |subtag: &str, list: &[&str]| list.iter().any(|item| item.eq_ignore_ascii_case(subtag));
    let mut subtags = tag.split('-');
    let primary = subtags.next().unwrap_or_default();
    // A single letter or digit begins what says nothing of script and region.
    let mut known = subtags.take_while(|subtag| subtag.len() > 1);
    let telling = known.find(|subtag| is_one_of(subtag, &["Hans", "Hant", "TW", "HK", "MO"]));
    is_one_of(primary, &["zh"]) && telling.is_some_and(|subtag| !is_one_of(subtag, &["Hans"]))
}
