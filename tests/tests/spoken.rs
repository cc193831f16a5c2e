//! Every page in every language of the library. The table's own texts are digits, so every word on
//! a page is the library's.

use std::collections::{BTreeMap, BTreeSet};

use cookie_decl::__private::texts::ALL;
use cookie_decl::page::document::Direction;
use cookie_decl::{Gpc, RequestCookies};
use cookies::{Consent, POLICY};

/// The table, with the same texts in each language.
macro_rules! in_languages {
    ($($language:ident $(- $region:ident)?)+) => {
        mod cookies {
            cookie_decl::declare_cookies! {
                language en;
                /// 1
                pub(crate) policy for "https://1.x";
                consent tied;
                provider P1 = "3" { privacy: "https://1.x/3", country: "4", domain: "1.x", third_party }
                /// 10
                ///
                /// 11
                category C1: exempt {
                    with provider = P1;
                    cookie | duration;
                    /// 5
                    C5: Consent = "__Host-5" | 6 months;
                    /// 6
                    "6", "6.{h}" | session or rolling 30 minutes;
                    /// 6
                    "7" | 1 second | attributes = .. Path="/7";
                    /// 6
                    "7" | 2 days | attributes = .. Path="/8" Domain="1.x";
                    /// 6
                    "7" | persistent | storage = local_storage;
                    /// 6
                    "8" | session | storage = session_storage | set_by = script;
                    /// 6
                    "9" | persistent | storage = indexed_db | set_by = other;
                    /// 6
                    "10" | { std::time::Duration::ZERO } max 4 weeks;
                }
                /// 20
                category C2: opt_in(gpc, consent_mode(analytics_storage), advanced) {
                    with provider = P1;
                    cookie | duration;
                    /// 7
                    "11" | none | storage = pixel | set_by = "1.x";
                    /// 7
                    any | 1 year | set_by = "1.y";
                    /// 7
                    "12" | 13 months | set_by = third_party;
                }
                /// 30
                category C3: opt_out {
                    with provider = P1;
                    cookie | duration;
                    /// 7
                    "13" | 1 day | when = { false };
                    /// 7
                    "14" | 1 day;
                }
                /// 40
                category C4: opt_out(signals(matomo), advanced) {
                    cookie | duration;
                    /// 7
                    "15" | 1 day | set_by = script;
                }
                $(translation $language $(- $region)? {
                    "1" => "1"; "4" => "4"; "5" => "5"; "6" => "6"; "7" => "7"; "10" => "10"; "11" => "11"; "20" => "20";
                    "30" => "30"; "40" => "40";
                })+
            }
        }
    };
}

in_languages! { ar de el es fr it ja nl pl pt pt-BR sv uk zh }

const NOW: u64 = 1_795_305_600;

/// Words of the English texts that are the same in every language, such as names.
const NO_ENGLISH: &[(&str, &str)] = &[
    ("global", "Global Privacy Control is the name of the signal"),
    (
        "privacy",
        "Global Privacy Control is the name of the signal",
    ),
    (
        "control",
        "Global Privacy Control is the name of the signal",
    ),
    ("https", "the start of an address"),
    ("ip", "the name of a protocol"),
    ("host", "a part of the name of a cookie"),
    ("indexeddb", "the name of a programming interface"),
    (
        "cookie",
        "the word for them in most languages, beside others",
    ),
    (
        "cookies",
        "the word for them in most languages, beside others",
    ),
];

/// Words that a language spells as English does. Each was checked in its sentence.
const SHARED: &[(&str, &[&str])] = &[
    (
        "de",
        &[
            "an", "browser", "domain", "in", "november", "signal", "software", "tab", "text",
            "website", "websites",
        ],
    ),
    ("es", &["local", "no", "script", "simple", "software"]),
    (
        "fr",
        &[
            "an",
            "exceptions",
            "image",
            "local",
            "minutes",
            "page",
            "pages",
            "part",
            "pixel",
            "script",
            "session",
            "signal",
            "simple",
            "site",
            "sites",
        ],
    ),
    (
        "it",
        &[
            "all", "browser", "come", "data", "database", "in", "pixel", "script", "software",
        ],
    ),
    (
        "nl",
        &[
            "browser", "in", "is", "november", "of", "script", "servers", "software", "website",
            "websites",
        ],
    ),
    ("pl", &["do", "to"]),
    (
        "pt",
        &[
            "as", "do", "for", "local", "no", "script", "site", "sites", "software",
        ],
    ),
    (
        "pt-BR",
        &[
            "as", "do", "for", "local", "no", "pixel", "script", "site", "sites", "software",
        ],
    ),
    ("sv", &["in", "november", "part", "policy", "text"]),
];

/// Returns everything that a visitor can see, as plain words.
fn pages(language: &str) -> Vec<String> {
    let first = Consent::from_request(RequestCookies::from_header(""), Gpc::OFF, NOW);
    let signal = Consent::from_request(RequestCookies::from_header(""), Gpc::ON, NOW);
    let expired = Consent::accept_all(NOW - 400 * 86_400);
    let expired = Consent::from_request(
        RequestCookies::from_header(&answer(&expired)),
        Gpc::OFF,
        NOW,
    );
    let consents = [
        first,
        signal,
        expired,
        Consent::accept_all(NOW),
        Consent::refuse_all(NOW),
    ];
    let mut pages = Vec::new();
    for consent in &consents {
        let preferences = || {
            POLICY
                .preferences_in(Some(language), consent)
                .return_to("/1")
                .saved(true)
        };
        pages.extend([
            preferences().banner(),
            preferences().form(),
            preferences().summary(),
            placeholder(&preferences().embed(cookies::Category::C2, "")),
            preferences().reload_notice([cookies::Category::C2]),
        ]);
    }
    let page = || {
        POLICY
            .page()
            .language(language)
            .last_updated("2026-11-22")
            // Otherwise the document contains the stylesheet, whose words are no visitor's.
            .stylesheet("/1")
    };
    for page in [page(), page().settings("/1"), page().site("1")] {
        pages.extend([page.html(), page.html_fragment()]);
        let written = page.markdown() + &page.text();
        pages.push(written.replace('<', "&lt;"));
    }
    pages
}

/// What is inside of an element that waits. The element itself has the language of the site's page.
fn placeholder(embed: &str) -> String {
    let (_, inside) = embed.split_once('>').unwrap();
    inside.strip_suffix("</div>").unwrap().to_owned()
}

fn answer(consent: &Consent) -> String {
    let field = cookies::C5.set(consent).unwrap().to_header_value();
    field.split(';').next().unwrap().to_owned()
}

/// Returns the words of the texts on a page, without markup and code, which are the same in every
/// language. The texts of the script are in attributes.
fn words(page: &str) -> BTreeSet<String> {
    let mut texts = String::new();
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        texts += &rest[..start];
        let end = start + rest[start..].find('>').unwrap();
        let tag = &rest[start..end];
        texts.push(' ');
        texts += tag
            .split_once("data-failed=\"")
            .map_or("", |(_, text)| text.split('"').next().unwrap());
        rest = &rest[end + 1..];
        if tag.starts_with("<code") {
            rest = rest.split_once("</code>").unwrap().1;
        }
    }
    texts += rest;
    let texts = texts.replace("&lt;", "<").replace("&gt;", ">");
    let words = texts
        .split(|c: char| !c.is_alphabetic())
        .map(str::to_lowercase);
    words.filter(|word| word.chars().count() > 1).collect()
}

fn all_words(language: &str) -> BTreeSet<String> {
    pages(language)
        .iter()
        .flat_map(|page| words(page))
        .collect()
}

#[test]
fn no_page_in_another_language_has_an_english_word() {
    let english = all_words("en");
    assert!(
        english.len() > 200 && english.contains("third") && english.contains("reject"),
        "{english:?}"
    );
    let shared: BTreeMap<_, _> = SHARED.iter().copied().collect();
    let (mut left, mut unused) = (Vec::new(), Vec::new());
    for language in ALL
        .iter()
        .map(|texts| texts.language())
        .filter(|language| *language != "en")
    {
        let own = shared.get(language).copied().unwrap_or_default();
        let words = all_words(language);
        let of_neither = own
            .iter()
            .filter(|word| !words.contains(**word) || !english.contains(**word));
        unused.extend(of_neither.map(|word| format!("{language}: {word}")));
        for word in words.intersection(&english) {
            if !own.contains(&&**word) && !NO_ENGLISH.iter().any(|(name, _)| name == word) {
                left.push(format!("{language}: {word}"));
            }
        }
    }
    assert!(left.is_empty(), "{left:#?}");
    assert!(unused.is_empty(), "no longer used: {unused:#?}");
}

/// Returns the texts between block tags, each in one line.
fn sentences(page: &str) -> Vec<String> {
    const WITHIN: [&str; 5] = ["a", "span", "strong", "code", "time"];
    let mut texts = vec![String::new()];
    for part in page.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap();
        let name = tag.trim_start_matches('/').split(' ').next().unwrap();
        if !WITHIN.contains(&name) {
            texts.push(String::new());
        }
        texts.last_mut().unwrap().push_str(text);
    }
    texts.retain(|text| !text.trim().is_empty());
    texts
}

/// The page joins texts of the table and of the library.
#[test]
fn joined_sentences_have_the_right_spaces() {
    for language in ALL.iter().map(|texts| texts.language()) {
        let pages = pages(language);
        let sentences: BTreeSet<_> = pages
            .iter()
            .filter(|page| page.starts_with('<'))
            .flat_map(|page| sentences(page))
            .collect();
        assert!(sentences.len() > 60, "{language}");
        for sentence in &sentences {
            let text = sentence.trim_end_matches('\n');
            let wrong = ["  ", " .", " ,", "..", ",,", "::", "。。"];
            assert!(
                !wrong.iter().any(|wrong| text.contains(wrong)),
                "{text} in {language}"
            );
        }
        // The list of the categories ends its sentence before the next one.
        assert!(
            sentences
                .iter()
                .any(|text| text.contains("20. ") || text.contains("20。")),
            "{language}: {sentences:#?}"
        );
    }
}

#[test]
fn a_page_in_arabic_japanese_or_chinese_has_no_latin_word_but_names() {
    for language in ["ar", "ja", "zh"] {
        for word in all_words(language) {
            // Japanese has no space between the two scripts.
            let mut latin = word
                .split(|c: char| !c.is_ascii_alphabetic())
                .filter(|part| part.len() > 1);
            assert!(
                latin.all(|part| NO_ENGLISH.iter().any(|(name, _)| *name == part)),
                "{word} in {language}"
            );
        }
    }
}

#[test]
fn every_page_says_its_language_and_direction_at_its_root() {
    for language in ALL.iter().map(|texts| texts.language()) {
        let direction = if language == "ar" {
            Direction::Rtl
        } else {
            Direction::Ltr
        };
        let attributes = format!(" lang=\"{language}\" dir=\"{}\"", direction.as_str());
        for page in pages(language).iter().filter(|page| page.starts_with('<')) {
            let root = page
                .trim_start_matches("<!DOCTYPE html>\n")
                .split('>')
                .next()
                .unwrap();
            assert!(root.contains(&attributes), "{root}");
            // Nothing on the page is in another language.
            assert_eq!(
                page.matches(" lang=").count(),
                page.matches(&attributes).count(),
                "{page}"
            );
        }
    }
}

#[test]
fn code_and_addresses_stay_left_to_right_on_an_arabic_page() {
    let page = POLICY.page().language("ar").security(true).html();
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert_eq!(
        page.matches("<code").count(),
        page.matches("<code dir=\"ltr\">").count()
    );
    assert!(
        page.contains("<code dir=\"ltr\">6.&lt;h&gt;</code>"),
        "{page}"
    );
    assert!(
        page.contains("<a href=\"https://1.x/3\" dir=\"ltr\">https://1.x/3</a>"),
        "{page}"
    );
}
