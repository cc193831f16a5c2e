//! Language tags (BCP 47).

/// Returns the primary language of a tag, without script and region.
pub fn primary(tag: &str) -> &str {
    tag.split_once('-').map_or(tag, |(primary, _)| primary)
}

/// Whether a tag names a region: `pt-BR` and `pt-Latn-BR` name `BR`.
pub fn has_region(tag: &str, region: &str) -> bool {
    subtags(tag).any(|subtag| subtag.eq_ignore_ascii_case(region))
}

/// Returns the subtags after the language.
fn subtags(tag: &str) -> impl Iterator<Item = &str> {
    // A single letter or digit starts an extension, after which no script or region follows.
    tag.split('-').skip(1).take_while(|subtag| subtag.len() > 1)
}

/// Whether a tag means Chinese in traditional characters, by its script or else by its region.
pub fn is_traditional_chinese(tag: &str) -> bool {
    let is_one_of =
        |subtag: &str, list: &[&str]| list.iter().any(|item| item.eq_ignore_ascii_case(subtag));
    let deciding =
        subtags(tag).find(|subtag| is_one_of(subtag, &["Hans", "Hant", "TW", "HK", "MO"]));
    is_one_of(primary(tag), &["zh"]) && deciding.is_some_and(|subtag| !is_one_of(subtag, &["Hans"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_named_before_any_extension() {
        for tag in ["pt-BR", "PT-br", "pt-Latn-BR", "pt-BR-x-a"] {
            assert!(has_region(tag, "BR"), "{tag}");
        }
        for tag in ["pt", "pt-PT", "pt-x-BR", "br"] {
            assert!(!has_region(tag, "BR"), "{tag}");
        }
    }

    #[test]
    fn script_counts_more_than_region() {
        for tag in ["zh-Hant", "zh-TW", "ZH-hk", "zh-Hant-CN", "zh-MO"] {
            assert!(is_traditional_chinese(tag), "{tag}");
        }
        for tag in ["zh", "zh-CN", "zh-Hans-TW", "zh-x-TW", "en-TW", "", "TW"] {
            assert!(!is_traditional_chinese(tag), "{tag}");
        }
    }
}
