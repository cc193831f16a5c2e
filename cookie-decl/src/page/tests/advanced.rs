//! Categories whose tags are loaded whatever the visitor chooses.

use alloc::string::String;

use crate::consent::Reason;
use crate::consent::gpc::Gpc;
use crate::wire::request::RequestCookies;

mod cookies {
    crate::declare_cookies! {
        pub(super) policy;
        provider Counter = "Counter & Co";
        provider Maps = "Maps Inc.";
        provider Pixels = "Pixels";
        cookie | provider | duration;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            /// Remembers what you chose
            PREFERENCES: Consent = "prefs" | _ | 6 months;
        }
        /// Audience
        category Statistics: opt_in(advanced, signals(matomo)) {
            /// Counts visits
            "count" | Counter | 1 day | set_by = script;
            /// Counts visits again
            "count2" | Counter | 1 day | set_by = script;
            /// Counts on maps
            "map" | Maps | 1 day | set_by = script;
            /// Not here
            "off" | Pixels | 1 day | set_by = script | when = { false };
        }
        /// Comfort
        category Comfort: opt_out(advanced, signals(uet)) {
            /// Remembers the font
            "font" | _ | 1 day | set_by = script;
        }
        /// Adverts
        category Adverts: opt_in(signals(meta)) {
            /// Chooses adverts
            "advert" | Pixels | 1 day | set_by = script;
        }
    }
}

mod by_provider {
    crate::declare_cookies! {
        pub(super) policy;
        provider Counter = "Counter & Co";
        provider Pixels = "Pixels";
        cookie | provider | duration;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            /// Remembers what you chose
            PREFERENCES: Consent = "prefs" | _ | 6 months;
        }
        /// Adverts
        category Adverts: opt_in(by provider, advanced, signals(meta)) {
            /// Counts visits
            "count" | Counter | 1 day | set_by = script;
            /// Chooses adverts
            "advert" | Pixels | 1 day | set_by = script;
        }
    }
}

mod basic {
    crate::declare_cookies! {
        pub(super) policy;
        provider Pixels = "Pixels";
        cookie | provider | duration;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            /// Remembers what you chose
            PREFERENCES: Consent = "prefs" | _ | 6 months;
        }
        /// Adverts
        category Adverts: opt_in(signals(meta)) {
            /// Chooses adverts
            "advert" | Pixels | 1 day | set_by = script;
        }
    }
}

use cookies::{Consent, POLICY};

const NOW: u64 = 1_795_305_600;
const REST: &str = " are loaded with our pages, whatever you choose. While this category is not allowed, they are told \
                    so and are not to store anything on your device. Even then, their servers learn your IP address \
                    and which page you are visiting.";

#[test]
fn page_names_the_providers_whose_programs_are_loaded_whatever_visitors_choose() {
    let html = POLICY.page().html();
    let (_, statistics) = html
        .split_once("id=\"cookie-category-Statistics\"")
        .unwrap();
    let (statistics, comfort) = statistics
        .split_once("id=\"cookie-category-Comfort\"")
        .unwrap();
    let (comfort, adverts) = comfort
        .split_once("id=\"cookie-category-Adverts\"")
        .unwrap();
    let named = String::from("<p>Programs from Counter &amp; Co, Maps Inc.") + REST + "</p>";
    assert!(statistics.contains(&named), "{statistics}");
    let unnamed = String::from("<p>Programs of this category") + REST + "</p>";
    assert!(comfort.contains(&unnamed), "{comfort}");
    assert!(!adverts.contains("whatever you choose"), "{adverts}");
}

#[test]
fn form_says_it_for_each_choice() {
    let first = Consent::from_request(RequestCookies::from_header(""), Gpc::OFF, NOW);
    let choices = POLICY.preferences(&first);
    let advanced: alloc::vec::Vec<_> = choices
        .choices()
        .categories
        .iter()
        .map(|it| it.advanced.is_some())
        .collect();
    assert_eq!(advanced, [false, true, true, false]);
    let form = choices.form();
    assert!(
        form.contains("Counter &amp; Co, Maps Inc. are loaded"),
        "{form}"
    );
    assert_eq!(form.matches(REST).count(), 2, "{form}");
}

#[test]
fn banner_says_it_once_for_each_advanced_category() {
    let first = Consent::from_request(RequestCookies::from_header(""), Gpc::OFF, NOW);
    let banner = POLICY.preferences(&first).banner();
    let named = [
        "<p><strong>Audience</strong><br>Programs from Counter &amp; Co, Maps Inc.",
        REST,
    ];
    assert!(banner.contains(&(named.concat() + "</p>")), "{banner}");
    let unnamed = [
        "<p><strong>Comfort</strong><br>Programs of this category",
        REST,
    ];
    assert!(banner.contains(&(unnamed.concat() + "</p>")), "{banner}");
    assert_eq!(banner.matches(REST).count(), 2, "{banner}");
}

/// The rows of a choice are found by the address of its category, which must be one everywhere.
#[test]
fn first_visit_is_asked_about_each_provider() {
    use by_provider::{Category, Consent};
    let first = Consent::from_request(RequestCookies::from_header(""), Gpc::OFF, NOW);
    assert_eq!(first.needs_prompt(), Some(Reason::NeverAsked));
    for category in [Category::AdvertsCounter, Category::AdvertsPixels] {
        assert!(!first.allows(category), "{category:?}");
    }
}

#[test]
fn banner_names_all_providers_of_an_advanced_category_at_once() {
    use by_provider::{Consent, POLICY};
    let first = Consent::from_request(RequestCookies::from_header(""), Gpc::OFF, NOW);
    let banner = POLICY.preferences(&first).banner();
    let named = "<strong>Adverts</strong><br>Programs from Counter &amp; Co, Pixels are loaded";
    assert!(banner.contains(named), "{banner}");
    assert_eq!(banner.matches(REST).count(), 1, "{banner}");
}

#[test]
fn banner_without_an_advanced_category_says_nothing_of_it() {
    use basic::{Consent, POLICY};
    let first = Consent::from_request(RequestCookies::from_header(""), Gpc::OFF, NOW);
    let banner = POLICY.preferences(&first).banner();
    assert!(banner.contains("Adverts"), "{banner}");
    assert!(!banner.contains("whatever you choose"), "{banner}");
}

/// The programs are loaded in every state.
#[test]
fn no_status_says_that_what_is_loaded_is_not_in_use() {
    let first = |gpc| Consent::from_request(RequestCookies::from_header(""), gpc, NOW);
    let statuses = |consent: &Consent| {
        let preferences = POLICY.preferences(consent);
        let categories = &preferences.choices().categories;
        [1, 2, 3].map(|number: usize| categories[number].status)
    };
    assert_eq!(
        statuses(&first(Gpc::OFF)),
        [
            "Not allowed: you have not chosen yet.",
            "In use: you have not objected.",
            "Not in use: you have not chosen yet.",
        ]
    );
    assert_eq!(
        statuses(&first(Gpc::ON))[1],
        "Not allowed: your browser sends the Global Privacy Control signal."
    );
    assert_eq!(
        statuses(&Consent::refuse_all(NOW)),
        [
            "Not allowed: you rejected this.",
            "Not allowed: you rejected this.",
            "Not in use: you rejected this.",
        ]
    );
    assert_eq!(
        statuses(&Consent::accept_all(NOW)),
        ["In use: you gave your consent."; 3]
    );
}

#[test]
fn page_names_all_providers_of_a_category_and_the_form_each_at_its_box() {
    use by_provider::{Consent, POLICY};
    let page = POLICY.page().html();
    assert_eq!(page.matches("whatever you choose").count(), 1, "{page}");
    assert!(
        page.contains("Programs from Counter &amp; Co, Pixels are loaded"),
        "{page}"
    );
    let first = Consent::from_request(RequestCookies::from_header(""), Gpc::OFF, NOW);
    let form = POLICY.preferences(&first).form();
    assert!(form.contains("Programs from Pixels are loaded"), "{form}");
    assert_eq!(form.matches("whatever you choose").count(), 2, "{form}");
}
