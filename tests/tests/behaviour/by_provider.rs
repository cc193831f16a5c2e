//! `opt_in(by provider)`: visitors choose for each provider of a category.

use cookie_decl::consent::Reason;
use cookie_decl::{Declaration, Gpc, RequestCookies};

/// 2026-11-22.
const NOW: u64 = 1_795_305_600;

mod cookies {
    cookie_decl::declare_cookies! {
        pub(super) policy in crate::by_provider::cookies;
        provider Google = "Google Inc.";
        provider Meta = "Meta";
        cookie | provider | duration;
        /// Needed
        ///
        /// Without it we would ask you on every page.
        category Necessary: exempt {
            /// Remembers your choice about cookies
            PREFERENCES: Consent = "prefs" | _ | 6 months;
        }
        /// Advertising
        ///
        /// Pays for the site.
        category Marketing: opt_in(by provider) {
            /// Tells which advert you came from
            CLICK = "click" | Google | 30 days;
            /// Tells browsers apart
            "_fbp" | Meta | 3 months | set_by = script;
            /// Counts adverts
            "NID" | Google | 6 months | set_by = script;

            /// On other sites
            ///
            /// Only inside videos.
            section;
            /// Remembers adverts
            "fr" | Meta | 3 months | set_by = script;
        }
        /// Comfort
        category Comfort: opt_out(by provider) {
            /// Draws a map
            MAP = "map" | Google | 1 day;
            /// Learns which adverts help
            also "NID";
            /// Shows posts
            "posts" | Meta | 1 day | set_by = script;
        }
        translation fr {
            "Needed" => "Requis";
            "Without it we would ask you on every page." => "Sans lui, nous demanderions à chaque page.";
            "Remembers your choice about cookies" => "Garde votre choix";
            "Advertising" => "Publicité";
            "Pays for the site." => "Paie le site.";
            "Tells which advert you came from" => "Dit de quelle annonce vous venez";
            "Tells browsers apart" => "Distingue les navigateurs";
            "Counts adverts" => "Compte les annonces";
            "On other sites" => "Sur d'autres sites";
            "Only inside videos." => "Seulement dans les vidéos.";
            "Remembers adverts" => "Retient les annonces";
            "Comfort" => "Confort";
            "Draws a map" => "Dessine une carte";
            "Learns which adverts help" => "Apprend quelles annonces servent";
            "Shows posts" => "Montre des messages";
        }
    }
}

/// The same table with a provider more, and one without `by provider`.
macro_rules! table {
    ($module:ident, $gate:ident($($option:tt)*), $($rows:tt)*) => {
        mod $module {
            cookie_decl::declare_cookies! {
                pub(super) policy;
                provider Google = "Google";
                provider Meta = "Meta";
                cookie | provider | duration;
                /// Needed
                ///
                /// Without it we would ask you on every page.
                category Necessary: exempt {
                    /// Remembers your choice about cookies
                    PREFERENCES: Consent = "prefs" | _ | 6 months;
                }
                /// Advertising
                category Marketing: $gate($($option)*) {
                    with set_by = script | purpose = "Counts adverts";
                    $($rows)*
                }
            }
        }
    };
}
table!(one, opt_in(by provider), "NID" | Google | 6 months;);
table!(two, opt_in(by provider), "_fbp" | Meta | 3 months; "NID" | Google | 6 months;);
table!(whole, opt_in(), "_fbp" | Meta | 3 months; "NID" | Google | 6 months;);
table!(split, opt_in(by provider, also "2b1a897c3ef2bdcd"), "_fbp" | Meta | 3 months; "NID" | Google | 6 months;);

use cookies::{CLICK, Category, Consent, MAP, POLICY, PREFERENCES, category, cookie};

fn names(rows: impl Iterator<Item = &'static Declaration>) -> Vec<&'static str> {
    rows.map(Declaration::name).collect()
}

#[test]
fn the_proof_is_about_one_provider() {
    let consent = Consent::decide(NOW).grant(Category::MarketingGoogle);
    let ok = consent.granted::<category::MarketingGoogle>().unwrap();
    assert_eq!(CLICK.set(ok, "7").unwrap().name(), "click");
    assert!(consent.granted::<category::MarketingMeta>().is_none());
    assert!(CLICK.set_if(&Consent::decide(NOW), "7").unwrap().is_none());
    assert_eq!(cookie!("map").name(), MAP.name());
}

#[test]
fn rows_are_of_their_provider_in_the_order_of_the_table() {
    assert_eq!(
        names(POLICY.in_category(Category::MarketingGoogle)),
        ["click", "NID"]
    );
    assert_eq!(
        names(POLICY.in_category(Category::MarketingMeta)),
        ["_fbp", "fr"]
    );
    assert_eq!(names(POLICY.listed_in(Category::ComfortGoogle)), ["NID"]);
    assert_eq!(names(POLICY.listed_in(Category::ComfortMeta)), [""; 0]);
    assert_eq!("MarketingMeta".parse(), Ok(Category::MarketingMeta));
    assert!("Marketing".parse::<Category>().is_err());
}

#[test]
fn the_answer_comes_back_for_each_provider() {
    let answer = PREFERENCES
        .set(&Consent::decide(NOW).grant(Category::MarketingMeta))
        .unwrap();
    let header = format!("{}={}; _fbp=1; NID=2", answer.name(), answer.value());
    let request = RequestCookies::from_header(&header);
    let consent = Consent::from_request(request, Gpc::OFF, NOW + 60);
    assert_eq!(consent.choice(Category::MarketingMeta), Some(true));
    assert_eq!(consent.choice(Category::MarketingGoogle), Some(false));
    assert_eq!(consent.needs_prompt(), None);
    let withdrawal = POLICY.withdraw(&consent, request);
    let removed: Vec<_> = withdrawal
        .removals
        .iter()
        .map(cookie_decl::SetCookie::name)
        .collect();
    assert_eq!(removed, ["NID"]);
}

#[test]
fn a_new_provider_asks_only_about_itself() {
    let answer = one::PREFERENCES
        .set(&one::Consent::accept_all(NOW))
        .unwrap();
    let header = format!("prefs={}", answer.value());
    let request = RequestCookies::from_header(&header);
    let consent = two::Consent::from_request(request, Gpc::OFF, NOW + 60);
    assert!(consent.allows(two::Category::MarketingGoogle));
    assert!(!consent.allows(two::Category::MarketingMeta));
    assert_eq!(
        consent.needs_prompt(),
        Some(Reason::Changed(vec![two::Category::MarketingMeta]))
    );
    let banner = two::POLICY.preferences(&consent).banner();
    assert!(
        banner.contains("last chose: Advertising – Meta."),
        "{banner}"
    );
}

#[test]
fn a_grant_of_the_whole_category_counts_only_by_its_fingerprint() {
    let answer = whole::PREFERENCES
        .set(&whole::Consent::accept_all(NOW))
        .unwrap();
    let header = format!("prefs={}", answer.value());
    let request = RequestCookies::from_header(&header);
    let consent = two::Consent::from_request(request, Gpc::OFF, NOW + 60);
    assert!(!consent.allows(two::Category::MarketingGoogle));
    assert!(consent.needs_prompt().is_some());
    let fingerprint = whole::Category::Marketing.info().fingerprint();
    assert_eq!(split::Category::MarketingMeta.info().also(), [fingerprint]);
    let consent = split::Consent::from_request(request, Gpc::OFF, NOW + 60);
    assert!(consent.allows(split::Category::MarketingGoogle));
    assert!(consent.allows(split::Category::MarketingMeta));
    assert_eq!(consent.needs_prompt(), None);
}

/// The places of these texts, which have to follow each other.
#[track_caller]
fn in_order(page: &str, texts: &[&str]) {
    let mut rest = page;
    for text in texts {
        let (_, after) = rest
            .split_once(text)
            .unwrap_or_else(|| panic!("{text:?} in its place in\n{page}"));
        rest = after;
    }
}

#[test]
fn the_page_has_one_section_with_the_rows_as_typed() {
    let page = POLICY.page();
    let rows = [
        "click",
        "_fbp",
        "NID",
        "On other sites",
        "fr",
        "Comfort",
        "map",
        "Learns which",
        "posts",
    ];
    for printed in [page.html(), page.markdown(), page.text()] {
        in_order(&printed, &[&["Pays for the site."][..], &rows].concat());
        assert_eq!(printed.matches("Pays for the site.").count(), 1);
        assert!(!printed.contains("Advertising – "), "{printed}");
    }
    let html = page.html();
    assert_eq!(html.matches(">Advertising</h3>").count(), 1);
    assert!(html.contains("id=\"cookie-category-Marketing\""));
    assert!(html.contains("id=\"cookie-category-Marketing-1\""));
    let document = page.document();
    let used = document.sections.iter().find(|it| it.id == "cookie-used");
    let categories = used.unwrap().sections.iter();
    let categories: Vec<_> = categories
        .filter_map(|it| it.category.as_ref())
        .map(|it| it.name.clone())
        .collect();
    assert_eq!(categories, ["Necessary", "Marketing", "Comfort"]);
}

#[test]
fn the_form_has_a_box_for_each_provider_below_one_title() {
    let consent = Consent::decide(NOW).grant(Category::MarketingMeta);
    let form = POLICY.preferences(&consent).form();
    in_order(
        &form,
        &[
            "role=\"group\" aria-labelledby=\"cookie-choice-Marketing-title\">",
            "<strong id=\"cookie-choice-Marketing-title\">Advertising</strong>",
            "<p>Pays for the site.</p>",
            "<div class=\"cookie-category cookie-provider\"",
            "value=\"MarketingGoogle\"",
            "Google Inc.</strong></label>",
            "Not in use: you rejected this.",
            "click",
            "NID",
            "value=\"MarketingMeta\"",
            "checked",
            "Meta</strong></label>",
            "In use: you gave your consent.",
            "_fbp",
            "id=\"cookie-choice-Comfort-title\">Comfort</strong>",
        ],
    );
    assert_eq!(form.matches("<strong").count(), 7);
    assert_eq!(form.matches("Pays for the site.").count(), 1);
    assert_eq!(form.matches("type=\"checkbox\"").count(), 4);
    let summary = POLICY.preferences(&consent).summary();
    in_order(
        &summary,
        &[
            "<dt>Advertising – Google Inc.</dt>",
            "<dt>Advertising – Meta</dt>",
        ],
    );
}

#[test]
fn the_banner_names_the_category_once() {
    let first_visit = Consent::from_request(RequestCookies::NONE, Gpc::OFF, NOW);
    let banner = POLICY.preferences(&first_visit).banner();
    assert!(
        banner.contains("read data for: Advertising. You"),
        "{banner}"
    );
    assert!(banner.contains("read data for: Comfort.</p>"), "{banner}");
    // One of two providers of a category is open.
    let some = first_visit.deny(Category::MarketingGoogle);
    let banner = POLICY.preferences(&some).banner();
    assert!(
        banner.contains("read data for: Advertising. You"),
        "{banner}"
    );
}

#[test]
fn titles_are_translated_and_names_of_providers_are_not() {
    let consent = Consent::refuse_all(NOW);
    let preferences = POLICY.preferences_in(Some("fr"), &consent);
    let form = preferences.form();
    assert!(form.contains(">Publicité</strong>"), "{form}");
    assert!(form.contains("Google Inc.</strong></label>"), "{form}");
    let summary = preferences.summary();
    assert!(summary.contains("<dt>Publicité – Meta</dt>"), "{summary}");
    let page = POLICY.page().language("fr").html();
    assert!(page.contains(">Publicité</h3>"));
}
