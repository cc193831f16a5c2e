//! Chooses among the table's languages for a visitor.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::guard::addresses::{is_page, return_address};
use crate::guard::request::Request;
use crate::preferences::frame::LanguageLink;
use crate::preferences::pieces::query;
use crate::table::language::Language;

/// Returns the language of the table for a request. `chosen` returns the language that the site
/// chooses.
pub(super) fn choose(request: &Request, chosen: impl FnOnce() -> Option<String>) -> &'static str {
    let table = request.settings.table;
    let find = |range: &str| Language::find(table, range).map(|language| language.tag);
    if table.translations.is_empty() {
        return table.language;
    }
    let language = asked(request).or_else(|| find(&chosen()?));
    language.unwrap_or_else(|| {
        request.vary_on_language();
        let mut accepted = accepted(request.accept_language()).into_iter();
        accepted.find_map(find).unwrap_or(table.language)
    })
}

/// Returns the links to the page in each language of the table. Empty if there is only one.
pub(super) fn links(request: &Request, current: &str) -> Vec<LanguageLink<'static>> {
    let table = request.settings.table;
    let languages = Language::all(table).filter(|_| !table.translations.is_empty());
    // Only the return path of the query is kept.
    let pairs = form_urlencoded::parse(request.query().as_bytes());
    let back = pairs.filter(|(name, _)| name == "return").last();
    let back = back
        .and_then(|(_, path)| Some(query("&", return_address(&path)?)))
        .unwrap_or_default();
    languages
        .map(|language| LanguageLink {
            tag: language.tag,
            name: language.name(),
            address: format!("?language={}{back}", language.tag).into(),
            is_current: language.tag == current,
        })
        .collect()
}

/// Returns the language in the address of one of the pages.
pub(super) fn asked(request: &Request) -> Option<&'static str> {
    let page = request.settings.below(request.path())?;
    if !is_page(page) {
        return None;
    }
    let mut query = form_urlencoded::parse(request.query().as_bytes());
    let (_, tag) = query.find(|(name, _)| name == "language")?;
    Language::find(request.settings.table, &tag).map(|language| language.tag)
}

/// How many bytes of an `Accept-Language` field are read.
const LONGEST_FIELD: usize = 1024;
const MOST_RANGES: usize = 32;

/// The language ranges of an `Accept-Language` field, by preference (RFC 9110 section 12.5.4).
// The existing library sorts floating-point numbers, and panics at `q=NaN`.
fn accepted(field: &str) -> Vec<&str> {
    // No browser sends more, and a server may ignore the rest.
    let field = match field.get(..LONGEST_FIELD) {
        Some(start) if start.len() < field.len() => {
            start.rsplit_once(',').map_or("", |(whole, _)| whole)
        }
        _ => field,
    };
    let mut ranges: Vec<(u16, &str)> = field
        .split(',')
        .take(MOST_RANGES)
        .filter_map(|item| {
            let (range, parameter) = item.split_once(';').unwrap_or((item, "q=1"));
            let quality = parameter
                .trim()
                .strip_prefix(['q', 'Q'])?
                .trim_start()
                .strip_prefix('=')?;
            Some((thousandths(quality.trim())?, range.trim()))
        })
        .filter(|(quality, range)| *quality > 0 && !range.is_empty())
        .collect();
    // The sort is stable, so the first of two with the same quality stays first.
    ranges.sort_by_key(|(quality, _)| core::cmp::Reverse(*quality));
    ranges.into_iter().map(|(_, range)| range).collect()
}

/// Reads a quality from 0 to 1 with up to three decimals (RFC 9110 section 12.4.2).
fn thousandths(quality: &str) -> Option<u16> {
    let (whole, decimals) = quality.split_once('.').unwrap_or((quality, ""));
    let is_number = decimals.len() <= 3 && decimals.bytes().all(|byte| byte.is_ascii_digit());
    match whole {
        "0" if is_number => format!("{decimals:0<3}").parse().ok(),
        "1" if is_number && decimals.bytes().all(|byte| byte == b'0') => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_sorted_by_quality() {
        assert_eq!(
            accepted("fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5"),
            ["fr-CH", "fr", "en", "de", "*"]
        );
        assert_eq!(accepted("en;q=0.2,ar , fr;q=0.25"), ["ar", "fr", "en"]);
    }

    #[test]
    fn invalid_and_zero_qualities_are_skipped() {
        assert_eq!(
            accepted("de;q=0, fr;q=NaN, es;q=2, it;q=1.001, nl;q=-1, ;q=1, en;q=0.001"),
            ["en"]
        );
        assert!(accepted("").is_empty());
    }

    #[test]
    fn long_field_is_cut() {
        let field = |blanks: usize| format!("{}fr,{}ar", "x;q=0,".repeat(10), " ".repeat(blanks));
        assert_eq!(accepted(&field(10)), ["fr", "ar"]);
        // A range that is cut off does not count.
        assert_eq!(accepted(&field(1024 - 64)), ["fr"]);
        assert_eq!(accepted(&"fr".repeat(1024)), [""; 0]);
        assert_eq!(accepted(&"fr,".repeat(100)).len(), 32);
    }

    #[test]
    fn many_invalid_qualities_are_skipped() {
        let field = "a;q=NaN,b;q=inf,c;q=1e9,".repeat(1 << 12);
        assert!(accepted(&field).is_empty());
    }
}
