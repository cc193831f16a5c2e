//! Built-in texts in the words of the site, in every format.

mod plain {
    cookie_decl::declare_cookies! {
        pub(super) policy;
        cookie | duration;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            /// Remembers your choice
            PREFERENCES: Consent = "__Host-prefs" | 6 months;
        }
        /// Audience
        category Statistics: opt_in {
            /// Counts
            "count" | 1 day;
        }
    }
}

mod worded {
    cookie_decl::declare_cookies! {
        pub(super) policy;
        last_updated "2026-11-26";
        wording {
            accept = "Yes & <all>";
            title = "What's *stored*? See \"<b>\" & co.";
            last_updated = "As of <i>{date}";
            choice = "Change it in the [<settings>].";
            about_necessary = "**Needed & kept** are these.";
            column_purpose = "Why & \"how\"";
        }
        cookie | duration;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            /// Remembers your choice
            PREFERENCES: Consent = "__Host-prefs" | 6 months;
        }
        /// Audience
        category Statistics: opt_in {
            /// Counts
            "count" | 1 day;
        }
        translation fr {
            "Needed" => "Nécessaires"; "The site does not work without these." => "Sans eux, rien.";
            "Remembers your choice" => "Retient votre choix";
            "Audience" => "Audience"; "Counts" => "Compte";
            wording { accept = "Oui à tout"; }
        }
        translation de from "locales/wording.de.ftl";
        translation hu {
            "Needed" => "Szükséges"; "The site does not work without these." => "Nélkülük nem.";
            "Remembers your choice" => "Megjegyzi";
            "Audience" => "Közönség"; "Counts" => "Számol";
        }
    }
}

use cookie_decl::page::document::{Inline, Text};
use cookie_decl::{Gpc, Preferences, RequestCookies};
use worded::POLICY;

const NOW: u64 = 1_795_305_600;

fn preferences(language: &str) -> Preferences<'static> {
    let consent = worded::Consent::from_request(RequestCookies::NONE, Gpc::OFF, NOW);
    POLICY.preferences_in(Some(language), &consent)
}

#[test]
fn html_escapes_the_words_of_the_site() {
    let html = POLICY.page().settings("/cookies/preferences").html();
    for part in [
        "What&#39;s *stored*? See &quot;&lt;b&gt;&quot; &amp; co.",
        "As of &lt;i&gt;<time",
        "Change it in the <a href=\"/cookies/preferences\">&lt;settings&gt;</a>.",
        "<strong>Needed &amp; kept</strong> are these.",
        "<td role=\"cell\" data-label=\"Why &amp; &quot;how&quot;\">Counts</td>",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
    assert!(!html.contains("<b>") && !html.contains("<i>"), "{html}");
    let banner = preferences("en").banner();
    assert!(banner.contains("Yes &amp; &lt;all&gt;"), "{banner}");
}

#[test]
fn markdown_and_text_print_the_words_of_the_site() {
    let markdown = POLICY.page().markdown();
    assert!(
        markdown.starts_with("# What's \\*stored\\*? See \"\\<b\\>\" \\& co."),
        "{markdown}"
    );
    let text = POLICY.page().text();
    assert!(
        text.starts_with("What's *stored*? See \"<b>\" & co."),
        "{text}"
    );
    assert!(text.contains("As of <i>"), "{text}");
}

#[test]
fn a_document_says_that_the_words_are_in_the_language_of_the_built_in_texts() {
    let page = POLICY.page();
    let document = page.document();
    let title = "What's *stored*? See \"<b>\" & co.";
    assert_eq!(document.title, Text::BuiltIn(title.into()));
    assert_eq!(document.built_in_language, "en");
    let sections = &document.sections;
    let about = sections.iter().find(|it| it.id == "cookie-about").unwrap();
    assert!(
        matches!(&about.heading[..], [Inline::Text { text: Text::BuiltIn(text) }] if text == "What is a cookie?")
    );
}

#[test]
fn each_language_has_words_of_its_own_and_else_the_built_in_ones() {
    for (language, expected) in [
        (
            "en",
            [
                "Yes &amp; &lt;all&gt;",
                "Reject all",
                "Cookies on this site",
            ],
        ),
        (
            "fr",
            ["Oui à tout", "Tout refuser", "Les cookies de ce site"],
        ),
        (
            "de",
            ["Allem zustimmen", "Alle ablehnen", "Cookies &amp; mehr"],
        ),
        ("hu", ["Accept all", "Reject all", "Cookies on this site"]),
    ] {
        let banner = preferences(language).banner();
        for text in expected {
            assert!(banner.contains(text), "{text} in {banner}");
        }
    }
    let german = POLICY.page().language("de").html();
    assert!(german.contains("Zuletzt geändert am <time"), "{german}");
}

#[test]
fn words_of_the_site_do_not_change_the_marked_language() {
    assert!(preferences("de").banner().contains("lang=\"de\""));
    let banner = preferences("hu").banner();
    assert!(banner.contains("lang=\"en\""), "{banner}");
}

#[test]
fn other_words_ask_nobody_again() {
    assert_eq!(POLICY.fingerprint(), plain::POLICY.fingerprint());
}
