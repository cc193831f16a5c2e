//! The language of the pages for a visitor.

use alloc::string::{String, ToString as _};

use http::header::{ACCEPT_LANGUAGE, HeaderMap, HeaderValue, VARY};
use http::{Method, Response, Uri};

use super::{NOW, headers, ready};
use crate::guard::{Guard, Visitor};

#[allow(unreachable_pub, reason = "a policy as a user would write it")]
pub(super) mod cookies {
    crate::declare_cookies! {
        pub policy;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers what you chose
            PREFERENCES: Consent = "prefs" | 6 months;
            /// Remembers the language
            LANGUAGE = "language" | 6 months;
        }
        /// Audience
        category Statistics: opt_in {
            cookie | duration;
            /// Counts
            "count" | 1 day;
        }
        translation fr {
            "Needed" => "Nécessaires"; "The site does not work without these." => "Sans eux, le site ne fonctionne pas.";
            "Remembers what you chose" => "Retient vos choix"; "Remembers the language" => "Retient la langue";
            "Audience" => "Mesure d’audience"; "Counts" => "Compte";
        }
        translation ar {
            "Needed" => "ضرورية"; "The site does not work without these." => "لا يعمل الموقع بدونها.";
            "Remembers what you chose" => "تتذكر اختيارك"; "Remembers the language" => "تتذكر اللغة";
            "Audience" => "قياس الجمهور"; "Counts" => "تعدّ";
        }
    }
}

use cookies::{Category, LANGUAGE, POLICY};

fn accepting(field: &str) -> HeaderMap {
    let mut request = headers(&[]);
    request.insert(ACCEPT_LANGUAGE, HeaderValue::from_str(field).unwrap());
    request
}

fn guard() -> Guard<Category> {
    Guard::new(POLICY).clock(|| NOW)
}

/// A site that stores its visitors' language in a cookie.
fn choosing() -> Guard<Category> {
    guard().language(|visitor| LANGUAGE.get(visitor.cookies()).ok().flatten())
}

fn visitor(guard: &Guard<Category>, path: &str, request: &HeaderMap) -> Visitor<Category> {
    guard.visitor(&Method::GET, &path.parse::<Uri>().unwrap(), request)
}

fn page(guard: &Guard<Category>, path: &str, request: &HeaderMap) -> Response<String> {
    ready(guard.respond(&visitor(guard, path, request), &Method::GET, request, b""))
}

#[test]
fn page_for_who_has_not_granted_is_in_their_language() {
    let visitor = visitor(&guard(), "/map", &accepting("fr"));
    let page = crate::guard::pages::needs_consent(visitor.any(), Category::Statistics.info());
    assert!(
        page.contains("<p>Ce contenu nécessite votre consentement\u{a0}: Mesure d’audience.</p>"),
        "{page}"
    );
    assert!(page.contains("<html lang=\"fr\""), "{page}");
    assert!(page.contains("/cookies/preferences?return=/map"), "{page}");
}

#[test]
fn accept_language_decides_by_default() {
    for (accepted, language) in [
        ("fr-CH, fr;q=0.9, en;q=0.8", "fr"),
        ("en;q=0.5, ar-AE", "ar"),
        ("de, ja;q=0.5", "en"),
        ("fr;q=0, ar;q=0.1", "ar"),
        ("*", "en"),
        ("", "en"),
    ] {
        assert_eq!(
            visitor(&guard(), "/", &accepting(accepted)).language(),
            language,
            "{accepted}"
        );
    }
    assert_eq!(visitor(&guard(), "/", &HeaderMap::new()).language(), "en");
}

#[test]
fn language_of_the_site_takes_precedence_over_the_browsers() {
    let mut request = headers(&[("cookie", "language=ar")]);
    request.insert(ACCEPT_LANGUAGE, HeaderValue::from_static("fr"));
    assert_eq!(visitor(&choosing(), "/", &request).language(), "ar");
    // A language that the table does not have does not count.
    request.insert("cookie", HeaderValue::from_static("language=de"));
    assert_eq!(visitor(&choosing(), "/", &request).language(), "fr");
}

#[test]
fn language_in_the_address_counts_on_the_guards_pages_only() {
    let request = headers(&[("cookie", "language=ar")]);
    assert_eq!(
        visitor(&choosing(), "/cookies?language=fr", &request).language(),
        "fr"
    );
    assert_eq!(
        visitor(
            &choosing(),
            "/cookies/preferences?return=/&language=en",
            &request
        )
        .language(),
        "en"
    );
    assert_eq!(
        visitor(&choosing(), "/cookies?language=de", &request).language(),
        "ar"
    );
    assert_eq!(
        visitor(&choosing(), "/search?language=fr", &request).language(),
        "ar"
    );
}

#[test]
fn page_is_marked_with_its_language_and_links_the_others() {
    let page = page(&guard(), "/cookies?language=ar&x=1", &HeaderMap::new()).into_body();
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"), "{page}");
    assert!(
        page.contains("href=\"?language=fr\" hreflang=\"fr\" lang=\"fr\" dir=\"ltr\">Français</a>"),
        "{page}"
    );
    assert!(
        page.contains("lang=\"ar\" dir=\"rtl\" aria-current=\"page\">العربية</a>"),
        "{page}"
    );
    // Redirects and links from the page stay in its language.
    assert!(
        page.contains("action=\"/cookies/preferences?language=ar\""),
        "{page}"
    );
    assert!(
        page.contains("name=\"return\" value=\"/cookies?language=ar\""),
        "{page}"
    );
    assert!(
        page.contains(
            "href=\"/cookies/preferences?language=ar&amp;return=/cookies%3Flanguage%3Dar\""
        ),
        "{page}"
    );
}

#[test]
fn language_links_keep_only_the_return_path() {
    let links = |query: &str| {
        let body = page(
            &guard(),
            &alloc::format!("/cookies/preferences?{query}"),
            &HeaderMap::new(),
        )
        .into_body();
        let link = body
            .split("href=\"")
            .find(|rest| rest.starts_with("?language=fr"))
            .unwrap()
            .split('"')
            .next();
        (link.unwrap().to_string(), body.len())
    };
    assert_eq!(
        links("return=/a%3Fb%3Dc%26d&language=ar&saved=1&x=y").0,
        "?language=fr&amp;return=/a%3Fb%3Dc%26d"
    );
    assert_eq!(links("return=//evil.example").0, "?language=fr");
    let (link, length) = links(&"&a".repeat(30_000));
    assert!(link == "?language=fr" && length < 10_000, "{length}");
}

#[test]
fn single_language_has_no_links() {
    let guard = Guard::new(super::cookies::POLICY);
    let visitor = guard.visitor(
        &Method::GET,
        &Uri::from_static("/cookies"),
        &accepting("fr"),
    );
    let page = ready(guard.respond(&visitor, &Method::GET, &HeaderMap::new(), b"")).into_body();
    assert!(!page.contains("hreflang"), "{page}");
}

#[test]
fn vary_names_what_the_language_depends_on() {
    let varies = |guard: &Guard<Category>, path, request: &HeaderMap| {
        let page = page(guard, path, request);
        let fields = page
            .headers()
            .get_all(VARY)
            .iter()
            .map(|field| field.to_str().unwrap().to_string());
        fields.collect::<alloc::vec::Vec<_>>().join(", ")
    };
    assert!(varies(&guard(), "/cookies", &accepting("fr")).contains("accept-language"));
    assert!(
        !varies(&guard(), "/cookies?language=fr", &accepting("fr")).contains("accept-language")
    );
    assert!(
        !varies(
            &choosing(),
            "/cookies",
            &headers(&[("cookie", "language=fr")])
        )
        .contains("accept-language")
    );
}

#[test]
fn answer_counts_in_every_language() {
    let answer = cookies::PREFERENCES
        .set(&cookies::Consent::accept_all(NOW))
        .unwrap();
    let mut request = headers(&[("cookie", &alloc::format!("prefs={}", answer.value()))]);
    for language in ["en", "fr", "ar"] {
        request.insert(ACCEPT_LANGUAGE, HeaderValue::from_str(language).unwrap());
        let visitor = visitor(&guard(), "/", &request);
        assert_eq!(
            (visitor.language(), visitor.needs_prompt()),
            (language, None)
        );
    }
}
