//! The text that the log keeps beside a decision.

use alloc::string::String;
use alloc::sync::Arc;

use http::header::HeaderMap;
use http::{Method, Uri};
use serde_json::Value;

use super::{NOW, ready};
use crate::consent::Consent;
use crate::consent_log::{Event, MemoryLog};
use crate::guard::Guard;
use crate::preferences::{BannerShape, Element, Look};

#[allow(unreachable_pub, reason = "a policy as a user would write it")]
mod site {
    pub struct Config {
        pub counts: bool,
    }

    crate::declare_cookies! {
        pub policy with config: Config;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers what you chose
            PREFERENCES: Consent = "prefs" | 6 months;
        }
        /// Audience
        category Statistics: opt_in {
            cookie | duration;
            /// Remembers what you looked at last
            RECENT = "recent" | 30 days | when = { config.counts };
        }
        /// Adverts
        category Adverts: opt_in {
            cookie | duration;
            /// Chooses adverts
            ADVERT = "advert" | 1 day;
        }
        translation fr {
            "Needed" => "Nécessaires";
            "The site does not work without these." => "Le site ne fonctionne pas sans ceux-ci.";
            "Remembers what you chose" => "Retient votre choix";
            "Audience" => "Audience";
            "Remembers what you looked at last" => "Retient ce que vous avez vu";
            "Adverts" => "Publicités";
            "Chooses adverts" => "Choisit des publicités";
        }
    }
}

use site::{Category, Config, POLICY};

fn guard(counts: bool) -> Guard<Category> {
    Guard::with_config(POLICY, Config { counts }).clock(|| NOW)
}

/// What is recorded for somebody who refuses at this address.
fn recorded(guard: &Guard<Category>, address: &str, headers: &HeaderMap) -> Arc<Event> {
    let log = Arc::new(MemoryLog::new());
    let guard = guard.clone().record(Arc::clone(&log));
    let uri: Uri = address.parse().unwrap();
    let visitor = guard.visitor(&Method::POST, &uri, headers);
    ready(visitor.decide_recorded(&Consent::refuse_all(NOW))).unwrap();
    Arc::clone(&log.events()[0])
}

fn json(event: &Event) -> Value {
    serde_json::from_str(&event.text.json).unwrap()
}

#[test]
fn it_is_banner_form_questions_and_page_before_the_choice() {
    let event = recorded(&guard(true), "/", &HeaderMap::new());
    let json = json(&event);
    let keys: alloc::vec::Vec<_> = json.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["banner", "embeds", "form", "page"]);
    for button in ["Accept all", "Reject all"] {
        assert!(json["banner"].as_str().unwrap().contains(button));
    }
    let form = json["form"].as_str().unwrap();
    assert!(form.contains("Remembers what you looked at last"));
    assert!(!form.contains("checked"));
    let embeds = json["embeds"].as_array().unwrap();
    for (embed, category) in embeds.iter().zip(["Audience", "Adverts"]) {
        let question = alloc::format!("Always allow: {category}");
        assert!(embed.as_str().unwrap().contains(&question), "{embed}");
    }
    let page = POLICY.page().at(&Config { counts: true });
    let page = page.language("en").settings("/cookies/preferences");
    assert_eq!(json["page"], page.html_fragment());
    assert_eq!(event.page, page.evidence());
}

#[test]
fn it_can_be_read_and_printed_without_the_site() {
    let event = recorded(
        &guard(true),
        "/",
        &super::headers(&[("accept-language", "fr")]),
    );
    let html = event.text.html();
    assert!(html.starts_with("<!DOCTYPE html><html lang=\"fr\">"));
    let json = json(&event);
    for piece in ["banner", "page"] {
        assert!(html.contains(json[piece].as_str().unwrap()), "{piece}");
    }
    assert_eq!(
        html.matches("<details open").count(),
        html.matches("<details").count()
    );
    assert!(html.contains("<details open"));
    assert_eq!(html.matches("<!DOCTYPE").count(), 1);
}

#[test]
fn visitor_changes_nothing_in_it() {
    let first = recorded(&guard(true), "/", &HeaderMap::new());
    let answer = super::headers(&[("sec-gpc", "1"), ("cookie", "prefs=x; recent=1")]);
    let second = recorded(&guard(true), "/basket?return=/secret", &answer);
    assert_eq!(first.text, second.text);
    assert_eq!(first.page, second.page);
}

#[test]
fn it_is_made_once_for_each_language() {
    let log = Arc::new(MemoryLog::new());
    let guard = guard(true).record(Arc::clone(&log));
    let decide = |language: &str| {
        let request = super::headers(&[("accept-language", language)]);
        let visitor = guard.visitor(&Method::POST, &Uri::from_static("/"), &request);
        ready(visitor.decide_recorded(&Consent::refuse_all(NOW))).unwrap();
        let events = log.events();
        Arc::clone(&events[events.len() - 1].text)
    };
    let (english, again, french) = (decide("en"), decide("en-GB"), decide("fr"));
    assert!(Arc::ptr_eq(&english, &again));
    assert_eq!((&*english.language, &*french.language), ("en", "fr"));
    assert!(french.json.contains("Choisit des publicités"));
}

#[test]
fn it_is_that_of_the_deployment() {
    let [all, some] = [true, false].map(|counts| recorded(&guard(counts), "/", &HeaderMap::new()));
    let row = "Remembers what you looked at last";
    assert!(all.text.json.contains(row) && !some.text.json.contains(row));
    let granted = |event: &Event| -> alloc::vec::Vec<_> {
        event
            .choices
            .iter()
            .map(|it| (it.category, it.granted))
            .collect()
    };
    assert_eq!(
        granted(&all),
        [("Statistics", Some(false)), ("Adverts", Some(false))]
    );
    // A category without rows is not asked about.
    assert_eq!(
        granted(&some),
        [("Statistics", None), ("Adverts", Some(false))]
    );
}

#[test]
fn settings_of_the_guard_change_it() {
    struct Own;
    impl Look for Own {
        fn class(&self, piece: Element) -> &str {
            match piece {
                Element::Button => "own-button",
                _ => piece.class(),
            }
        }
    }
    let text = |guard: &Guard<Category>| -> String {
        recorded(guard, "/", &HeaderMap::new()).text.json.clone()
    };
    let plain = guard(true);
    let before = text(&plain);
    // The text of the first guard was made already.
    let others = [
        plain.clone().look(Own),
        plain.clone().banner_shape(BannerShape::Dialog),
        plain.clone().address("/privacy"),
        plain.clone().page(|page| page.last_updated("2026-11-22")),
    ];
    for other in others {
        assert_ne!(text(&other), before);
    }
    assert_eq!(text(&plain), before);
}
