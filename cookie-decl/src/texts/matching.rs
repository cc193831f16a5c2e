//! Matching of language tags.

use cookie_decl_core::tag::{is_traditional_chinese, primary};

/// Finds the item of a language: by the whole tag, then by shorter ones (RFC 4647 section 3.4).
///
/// That alone would give simplified characters (`zh`) to readers of traditional ones (`zh-TW`). In
/// CLDR neither replaces the other, so this excludes it; a browser that accepts both asks for both
/// (`zh-TW,zh`).
pub(crate) fn lookup<T: Copy>(
    mut range: &str,
    items: &(impl Iterator<Item = T> + Clone),
    language: impl Fn(T) -> &'static str,
) -> Option<T> {
    let shortest = if is_traditional_chinese(range) {
        "zh-".len()
    } else {
        0
    };
    while range.len() >= shortest {
        if let Some(item) = items
            .clone()
            .find(|item| language(*item).eq_ignore_ascii_case(range))
        {
            return Some(item);
        }
        range = range.rsplit_once('-')?.0;
        // A single letter or digit only introduces the subtag after it.
        if let Some((shorter, last)) = range.rsplit_once('-')
            && last.len() == 1
        {
            range = shorter;
        }
    }
    None
}

/// Whether two tags name the same language, whatever the region.
pub(crate) fn is_same_language(tag: &str, other: &str) -> bool {
    primary(tag).eq_ignore_ascii_case(primary(other))
}
