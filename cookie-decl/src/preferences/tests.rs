//! The banner and the form: their questions and their HTML.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::{Button, Element, Html, Look};
use crate::consent::gpc::Gpc;
use crate::texts::ask::State;
use crate::wire::request::RequestCookies;

const NOW: u64 = 1_795_305_600;

#[allow(unreachable_pub, reason = "a policy as a user would write it")]
mod cookies {
    crate::declare_cookies! {
        pub policy;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers what you chose
            PREFERENCES: Consent = "prefs" | 6 months;
        }
        #[allow(unprinted_markup, reason = "the test of escaping")]
        /// Audience <b>"& measurement"</b>
        ///
        /// Tells us which pages are read.
        ///
        /// A second paragraph.
        category Statistics: opt_in {
            cookie | duration;
            /// Remembers what you looked at last
            "recent" | 30 days;
        }
        /// Adverts
        category Adverts: opt_in(gpc) {
            cookie | duration;
            /// Chooses adverts
            "advert" | 1 day;
        }
        /// Comfort
        category Comfort: opt_out {
            cookie | duration;
            /// Remembers the font
            "font" | 1 day;
        }
    }
}

use cookies::{Category, Consent, POLICY};

fn first_visit(gpc: Gpc) -> Consent {
    Consent::from_request(RequestCookies::from_header(""), gpc, NOW)
}

fn states(consent: &Consent) -> Vec<State> {
    POLICY
        .preferences(consent)
        .choices()
        .categories
        .iter()
        .map(|choice| choice.state)
        .collect()
}

#[test]
fn status_of_each_category() {
    use State::{Agreed, Always, Refused, Signal, Undecided, Unobjected};
    assert_eq!(
        states(&first_visit(Gpc::OFF)),
        [Always, Undecided, Undecided, Unobjected]
    );
    assert_eq!(
        states(&first_visit(Gpc::ON)),
        [Always, Undecided, Signal, Signal]
    );
    assert_eq!(
        states(&Consent::refuse_all(NOW)),
        [Always, Refused, Refused, Refused]
    );
    assert_eq!(
        states(&Consent::accept_all(NOW)),
        [Always, Agreed, Agreed, Agreed]
    );
    assert_eq!(
        states(&Consent::accept_all(NOW).with_gpc(Gpc::ON)),
        [Always, Agreed, Signal, Agreed]
    );
}

/// The categories whose box is ticked.
fn ticked(consent: &Consent) -> Vec<String> {
    let form = POLICY.preferences(consent).form();
    let boxes = form
        .split("<input type=\"checkbox\"")
        .skip(1)
        .map(|rest| rest.split('>').next().unwrap());
    let name = |text: &str| {
        text.split("value=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_string()
    };
    boxes
        .filter(|text| text.contains("checked"))
        .map(name)
        .collect()
}

#[test]
fn no_opt_in_box_is_ticked_beforehand() {
    assert_eq!(ticked(&first_visit(Gpc::OFF)), ["Comfort"]); // until they object
    assert_eq!(ticked(&first_visit(Gpc::ON)), [""; 0]);
    assert_eq!(ticked(&Consent::refuse_all(NOW)), [""; 0]);
    assert_eq!(
        ticked(&Consent::decide(NOW).grant(Category::Adverts)),
        ["Adverts"]
    );
}

#[test]
fn categories_denied_by_the_signal_are_not_asked() {
    let banner = |gpc| POLICY.preferences(&first_visit(gpc)).banner();
    assert!(banner(Gpc::OFF).contains("Adverts"));
    assert!(banner(Gpc::ON).contains("Audience"));
    assert!(!banner(Gpc::ON).contains("Adverts"));
    let others = Consent::decide(NOW).with_gpc(Gpc::ON);
    assert_eq!(others.needs_prompt(), None);
}

#[test]
fn exempt_category_has_no_box() {
    let form = POLICY.preferences(&first_visit(Gpc::OFF)).form();
    assert!(form.contains("Needed") && !form.contains("value=\"Necessary\""));
    assert_eq!(form.matches("type=\"checkbox\"").count(), 3);
}

#[test]
fn accept_and_refuse_buttons_differ_in_text_only() {
    let preferences = POLICY.preferences(&first_visit(Gpc::OFF));
    for html in [
        preferences.banner(),
        preferences.form(),
        preferences.summary(),
    ] {
        let button = |choice: &str| {
            let start = html
                .find(&format!(
                    "<button type=\"submit\" name=\"choice\" value=\"{choice}\""
                ))
                .unwrap();
            html[start..].split('>').next().unwrap().replace(choice, "")
        };
        assert_eq!(button("accept"), button("refuse"));
    }
}

#[test]
fn banner_is_shown_while_something_is_open() {
    let banner = |consent: &Consent| POLICY.preferences(consent).banner();
    assert!(banner(&first_visit(Gpc::OFF)).contains("data-cookie-banner"));
    for decided in [Consent::accept_all(NOW), Consent::refuse_all(NOW)] {
        assert!(!banner(&decided).contains("data-cookie-banner"));
    }
    // An `opt_out` category is not a reason to ask, but the banner mentions it.
    assert!(
        banner(&first_visit(Gpc::OFF))
            .contains("Unless you object, we also store and read data for: Comfort.")
    );
    assert!(!banner(&first_visit(Gpc::ON)).contains("Comfort"));
}

#[test]
fn shape_of_the_banner_is_in_its_attribute() {
    use super::BannerShape;
    let banner = |shape| {
        let consent = first_visit(Gpc::OFF);
        POLICY.preferences(&consent).banner_shape(shape).banner()
    };
    for (shape, start, name) in [
        (BannerShape::Bar, "<section ", "bar"),
        (BannerShape::Corner, "<section ", "corner"),
        (BannerShape::Dialog, "<dialog ", "dialog"),
    ] {
        let banner = banner(shape);
        let attribute = format!("data-cookie-banner=\"{name}\"");
        assert!(
            banner.starts_with(start) && banner.contains(&attribute),
            "{banner}"
        );
    }
    // Without a script it is shown as well. What is outside an open dialog is not read out.
    let dialog = banner(BannerShape::Dialog);
    let (inside, outside) = dialog.split_once("</dialog>").unwrap();
    assert!(inside.contains(" open="));
    for part in [inside, outside] {
        assert_eq!(part.matches("data-cookie-message").count(), 1, "{dialog}");
    }
}

#[test]
fn a_category_is_a_group_with_its_title_as_name() {
    let form = POLICY.preferences(&first_visit(Gpc::OFF)).form();
    for name in ["Necessary", "Adverts"] {
        let title = format!("cookie-choice-{name}-title");
        assert!(
            form.contains(&format!("role=\"group\" aria-labelledby=\"{title}\"")),
            "{form}"
        );
        assert!(form.contains(&format!(" id=\"{title}\"")), "{form}");
    }
}

#[test]
fn texts_of_the_table_are_escaped() {
    let preferences = POLICY
        .preferences(&first_visit(Gpc::OFF))
        .return_to("/\"><script>");
    for html in [
        preferences.banner(),
        preferences.form(),
        preferences.summary(),
    ] {
        assert!(
            html.contains("Audience &lt;b&gt;")
                && !html.contains("<b>")
                && !html.contains("<script"),
            "{html}"
        );
    }
}

#[test]
fn nothing_is_inline() {
    let preferences = POLICY
        .preferences(&first_visit(Gpc::OFF))
        .saved(true)
        .return_to("/x");
    for html in [
        preferences.banner(),
        preferences.form(),
        preferences.summary(),
    ] {
        for inline in [
            "<script",
            "<style",
            " style=",
            " onclick=",
            " onsubmit=",
            "javascript:",
        ] {
            assert!(!html.contains(inline), "{inline}");
        }
    }
}

#[test]
fn elements_are_closed_and_ids_unique() {
    let preferences = POLICY.preferences(&first_visit(Gpc::OFF)).return_to("/x");
    for html in [
        preferences.banner(),
        preferences.form(),
        preferences.summary(),
    ] {
        for element in [
            "div", "p", "form", "button", "a", "section", "label", "dl", "dt", "dd", "span",
            "strong",
        ] {
            let starts = html.matches(&format!("<{element}>")).count()
                + html.matches(&format!("<{element} ")).count();
            assert_eq!(
                starts,
                html.matches(&format!("</{element}>")).count(),
                "{element}"
            );
        }
        let mut ids: Vec<_> = html
            .split(" id=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap())
            .collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }
}

#[test]
fn form_keeps_the_return_path() {
    let preferences = POLICY
        .preferences(&first_visit(Gpc::OFF))
        .return_to("/search?q=a b&c=\u{e9}#x");
    let html = preferences.banner();
    assert!(
        html.contains("name=\"return\" value=\"/search?q=a b&amp;c=\u{e9}#x\""),
        "{html}"
    );
    assert!(
        html.contains("href=\"/cookies/preferences?return=/search%3Fq%3Da%20b%26c%3D%C3%A9%23x\""),
        "{html}"
    );
}

#[test]
fn address_sets_policy_and_form() {
    for (address, policy, action) in [
        ("/legal", "/legal", "/legal/preferences"),
        ("/legal/", "/legal", "/legal/preferences"),
        ("/", "/", "/preferences"),
    ] {
        let preferences = POLICY.preferences(&first_visit(Gpc::OFF)).address(address);
        assert_eq!(
            (
                &*preferences.choices().policy,
                &*preferences.choices().action
            ),
            (policy, action)
        );
        assert!(preferences.form().contains(&format!("action=\"{action}\"")));
    }
}

/// The form of a table in another language.
macro_rules! form_in {
    ($language:tt) => {{
        #[allow(unreachable_pub, reason = "a policy as a user would write it")]
        mod other {
            crate::declare_cookies! {
                language $language;
                pub policy;
                /// X
                #[allow(no_consent_row)]
                category Statistics: opt_in {
                    cookie | duration;
                    /// Y
                    "recent" | 30 days;
                }
            }
        }
        other::POLICY
            .preferences(&other::Consent::refuse_all(NOW))
            .form()
    }};
}

#[test]
fn language_of_the_table_is_used_and_other_texts_marked() {
    let french = form_in!(fr);
    assert!(
        french.contains("lang=\"fr\"")
            && !french.contains("Reject all")
            && !french.contains("<span lang")
            && french.contains("<strong id=\"cookie-choice-Statistics-title\">X</strong>")
    );
    let welsh = form_in!(cy);
    assert!(
        welsh.contains("lang=\"en\"")
            && welsh.contains("-title\" lang=\"cy\" dir=\"ltr\">X</strong>"),
        "{welsh}"
    );
}

#[test]
fn headings_have_the_given_level() {
    let preferences = |level| {
        POLICY
            .preferences(&first_visit(Gpc::OFF))
            .heading_level(level)
            .form()
    };
    assert!(preferences(1).contains("<h1 ") && preferences(3).contains("<h3 "));
    assert!(preferences(0).contains("<h1 ") && preferences(9).contains("<h6 "));
}

#[test]
fn saved_message_is_shown() {
    let preferences = |saved| POLICY.preferences(&Consent::refuse_all(NOW)).saved(saved);
    let saved = preferences(true).choices().texts.saved;
    assert!(preferences(true).form().contains(saved));
    assert!(!preferences(false).form().contains(saved));
}

#[test]
fn failed_message_is_shown() {
    let form = POLICY
        .preferences(&first_visit(Gpc::OFF))
        .failed(true)
        .form();
    assert!(
        form.contains("role=\"alert\"") && form.contains(">Your choice could not be saved"),
        "{form}"
    );
}

#[allow(unreachable_pub, reason = "a policy as a user would write it")]
mod deployed {
    pub struct Config {
        pub(super) analytics: bool,
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
            with when = { config.analytics };
            cookie | duration;
            /// Counts
            "count" | 1 day;
            /// Counts more
            "more" | 1 day;
        }
        /// Nothing yet
        #[allow(empty_category)]
        category Empty: opt_in {}
    }
}

#[test]
fn categories_empty_in_this_deployment_are_not_asked() {
    let shown = |analytics, consent: Option<deployed::Consent>| {
        let config = deployed::Config { analytics };
        let policy = deployed::POLICY.at(&config);
        let first_visit = || policy.consent(RequestCookies::from_header(""), Gpc::OFF, NOW);
        let preferences = policy.preferences_in(None, &consent.unwrap_or_else(first_visit));
        let names: Vec<_> = preferences
            .choices()
            .categories
            .iter()
            .map(|choice| choice.name)
            .collect();
        let pages = [
            preferences.form(),
            preferences.summary(),
            preferences.banner(),
        ]
        .concat();
        assert_eq!(pages.contains("Audience"), analytics);
        assert!(!pages.contains("Nothing yet"));
        (names, preferences.banner().contains("data-cookie-banner"))
    };
    assert_eq!(
        shown(true, None),
        (alloc::vec!["Necessary", "Statistics"], true)
    );
    assert_eq!(shown(false, None), (alloc::vec!["Necessary"], false));
    assert!(!shown(true, Some(deployed::Consent::accept_all(NOW))).1);
}

#[cfg(feature = "http")]
#[test]
fn exempt_table_has_no_form_and_no_link_to_it() {
    use http::{HeaderMap, Method, StatusCode};
    let page = |analytics, path: &str| {
        let guard = crate::Guard::with_config(deployed::POLICY, deployed::Config { analytics });
        let visitor = guard.visitor(&Method::GET, &path.parse().unwrap(), &HeaderMap::new());
        crate::guard::tests::ready(guard.respond(&visitor, &Method::GET, &HeaderMap::new(), b""))
    };
    assert_eq!(page(true, "/cookies/preferences").status(), StatusCode::OK);
    assert_eq!(
        page(false, "/cookies/preferences").status(),
        StatusCode::NOT_FOUND
    );
    for analytics in [true, false] {
        assert_eq!(
            page(analytics, "/cookies")
                .body()
                .contains("/cookies/preferences"),
            analytics
        );
    }
}

#[test]
fn overriding_one_piece_keeps_the_others() {
    struct Own;
    impl Look for Own {
        fn button(&self, html: &mut Html, button: &Button<'_>) {
            html.element("button", &[("value", button.choice)], |html| {
                html.text("<own>");
            });
        }
    }
    let form = POLICY.preferences(&first_visit(Gpc::OFF)).look(&Own).form();
    assert_eq!(form.matches("&lt;own&gt;").count(), 3);
    assert!(form.contains(Element::Form.class()));
}

#[test]
fn return_path_of_another_site_is_ignored() {
    for evil in [
        "javascript:alert(1)",
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "evil",
    ] {
        let preferences = POLICY.preferences(&first_visit(Gpc::OFF)).return_to(evil);
        assert_eq!(preferences.choices().return_to, "", "{evil}");
        let form = preferences.form();
        assert!(
            !form.contains("evil") && !form.contains("javascript:"),
            "{form}"
        );
    }
}

#[test]
fn deep_heading_stays_a_heading() {
    let mut html = Html::new(6);
    html.heading(u8::MAX, &[], "Deep");
    assert_eq!(html.finish(), "<h6>Deep</h6>");
}

mod told {
    crate::declare_cookies! {
        pub(super) policy;
        provider Ads = "Ads & Co.";
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers what you chose
            PREFERENCES: Consent = "prefs" | 6 months;
        }
        /// Marketing
        category Marketing: opt_in {
            cookie | provider | duration;
            /// Tells adverts **apart**
            "ad_{id}", "ads" | Ads | 2 years | set_by = third_party;
            also "recent" | purpose = "Shows what you looked at";
        }
        /// Statistics
        category Statistics: opt_in {
            cookie | duration;
            /// Remembers what you looked at
            "recent" | 1 day;
        }
    }
}

#[test]
fn the_form_says_what_a_category_stores_by_whom_and_for_how_long() {
    let consent = told::Consent::refuse_all(NOW);
    let preferences = told::POLICY.preferences(&consent);
    let form = preferences.form();
    let expected = "<details><summary>What is stored, by whom and for how long</summary><ul>\
        <li><code dir=\"ltr\">ad_&lt;id&gt;</code>, <code dir=\"ltr\">ads</code><br>Tells adverts apart<br>\
        Ads &amp; Co. · 2 years; browsers keep it for at most 400 days</li>\
        <li><code dir=\"ltr\">recent</code><br>Shows what you looked at<br>1 day</li></ul></details>";
    assert!(form.contains(expected), "{form}");
    assert!(!preferences.banner().contains("<details>"));
    assert!(preferences.choices().categories[1].stored.is_empty());
}
