//! Choosing with nothing but the keyboard.

use cookie_decl::Guard;
use cookie_decl::preferences::BannerShape;
use serde_json::json;

use super::chosen::shop::POLICY;
use super::{BANNER, MESSAGE, Site, has, is_quiet, keeps, site, status, stored, text, ticked};
use crate::client::{Context, Page};
use crate::{Test, tests};

pub(super) const TESTS: &[Test] = tests![
    banner_comes_first_and_in_its_order
    form_is_walked_in_its_order
    focus_is_seen_on_every_control
    enter_refuses_and_the_walk_goes_on
    space_agrees_and_the_walk_goes_on
    form_is_filled_in_and_sent
    form_is_sent_without_scripts
    what_is_said_is_in_a_live_region
    form_in_place_is_left_without_a_choice
    dialog_keeps_the_focus_and_escape_decides_nothing
    form_opens_over_the_dialog
    refusing_in_the_dialog_is_said_on_the_page
    failure_in_the_dialog_is_said_in_it
    withdrawing_is_said_after_the_reload
];

/// The heading of the form in place.
const FORM_HAS_FOCUS: &str =
    "document.activeElement.matches('[data-cookie-dialog]:modal :is(h1, h2)')";

/// What has the focus, in words.
fn focused(page: &Page<'_>) -> String {
    let focused = page.evaluate(
        "(() => { const { innerText, value, localName } = document.activeElement; return innerText || value || localName })()",
    );
    focused.as_str().expect("a text").to_owned()
}

fn walk(page: &Page<'_>, steps: usize) -> Vec<String> {
    (0..steps)
        .map(|_| (page.press("Tab"), focused(page)).1)
        .collect()
}

/// Walks until something has the focus.
#[track_caller]
fn walk_to(page: &Page<'_>, what: &str) {
    for _ in 0..20 {
        page.press("Tab");
        if focused(page) == what {
            return;
        }
    }
    panic!("no way leads to {what}");
}

fn banner_comes_first_and_in_its_order(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/"));
    let walked = [
        "Read our cookie policy",
        "Accept all",
        "Reject all",
        "Choose",
        "Open Data Portal",
    ];
    assert_eq!(walk(&page, 5), walked);
    page.press("Shift+Tab");
    page.press("Shift+Tab");
    assert_eq!(focused(&page), "Reject all");
}

fn form_is_walked_in_its_order(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/cookies/preferences?return=/data/air"));
    let walked = walk(&page, 16);
    assert_eq!(
        walked[..5],
        [
            "Open Data Portal",
            "English",
            "Français",
            "العربية",
            "Sign in"
        ]
    );
    let stored = "What is stored, by whom and for how long";
    let form = [
        stored,
        "Statistics",
        stored,
        "Maps",
        stored,
        "Save my choice",
        "Accept all",
        "Reject all",
        "Read our cookie policy",
        "Back to the page",
    ];
    assert_eq!(walked[5..15], form);
}

fn focus_is_seen_on_every_control(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    for (path, steps) in [("/", 4), ("/cookies", 3), ("/cookies/preferences", 6)] {
        page.navigate(&site.url(path));
        for _ in 0..steps {
            page.press("Tab");
            let outline = page.evaluate(
                "(() => {
                    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(document.activeElement);
                    const { top, left } = document.activeElement.getBoundingClientRect();
                    return [outlineStyle, outlineWidth, outlineColor === getComputedStyle(document.body).backgroundColor,
                        top >= 0 && top < innerHeight && left >= 0];
                })()",
            );
            assert_eq!(
                outline,
                serde_json::json!(["solid", "3px", false, true]),
                "{path}: {}",
                focused(&page)
            );
        }
    }
}

#[track_caller]
fn chosen_with(page: &Page<'_>, button: &str, key: &str) {
    page.evaluate("window.isSame = true; null");
    walk_to(page, button);
    page.press(key);
    page.wait_for(&format!(
        "document.querySelector({MESSAGE:?})?.textContent !== ''"
    ));
    assert_eq!(
        page.evaluate("window.isSame"),
        true,
        "the page was loaded anew"
    );
    // Where the focus is, the screen reader reads on.
    assert_eq!(focused(page), "Your choice has been saved.");
    assert_eq!(
        page.evaluate("document.activeElement.getAttribute('role')"),
        "status"
    );
}

fn enter_refuses_and_the_walk_goes_on(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/"));
    chosen_with(&page, "Reject all", "Enter");
    assert!(!has(&page, BANNER));
    assert_eq!(walk(&page, 1), ["Open Data Portal"]);
    keeps(visitor, &["__Host-cookie_preferences"]);
}

fn space_agrees_and_the_walk_goes_on(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/"));
    chosen_with(&page, "Accept all", "Space");
    assert!(!has(&page, BANNER));
    assert_eq!(walk(&page, 1), ["Open Data Portal"]);
    page.wait_for("document.cookie.includes('_pk_ses')");
}

fn form_is_filled_in_and_sent(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/"));
    walk_to(&page, "Choose");
    page.press("Enter");
    page.wait_for(FORM_HAS_FOCUS);
    walk_to(&page, "Maps");
    page.press("Space");
    chosen_with(&page, "Save my choice", "Enter");
    assert!(!has(&page, BANNER) && !has(&page, "dialog"));
    page.navigate(&site.url("/cookies/preferences"));
    assert_eq!(ticked(&page), ["Maps"]);
    assert_eq!(status(&page, "Maps"), "In use: you gave your consent.");
    is_quiet(&page);
}

fn form_is_sent_without_scripts(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.scripts(false);
    page.navigate(&site.url("/cookies/preferences"));
    walk_to(&page, "Statistics");
    page.press("Space");
    page.loading(|| page.press("Enter")); // as in any form, from any of its fields
    assert_eq!(text(&page, MESSAGE), "Your choice has been saved.");
    assert_eq!(ticked(&page), ["Statistics"]);
}

fn what_is_said_is_in_a_live_region(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    for path in ["/", "/cookies", "/cookies/preferences"] {
        page.navigate(&site.url(path));
        // There before it says anything, or nothing is read out.
        let empty = page.evaluate(&format!(
            "[...document.querySelectorAll({MESSAGE:?})].map(({{ role, textContent }}) => [role, textContent])"
        ));
        assert_eq!(empty, serde_json::json!([["status", ""]]), "{path}");
    }
}

fn form_in_place_is_left_without_a_choice(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/data/air"));
    walk_to(&page, "Choose");
    for leave in ["Escape", "Back to the page"] {
        page.press("Enter");
        page.wait_for(FORM_HAS_FOCUS);
        assert_eq!(focused(&page), "Cookie settings");
        if leave == "Escape" {
            page.press(leave);
        } else {
            walk_to(&page, leave);
            page.press("Enter");
        }
        page.wait_for("!document.querySelector('dialog[open]')");
        assert_eq!(focused(&page), "Choose");
    }
    assert!(has(&page, BANNER) && stored(visitor).is_empty());
    assert_eq!(page.url(), site.url("/data/air"));
    is_quiet(&page);
}

/// A site whose banner is a dialog.
fn with_dialog(content: &'static str) -> Site {
    let guard = Guard::new(POLICY).banner_shape(BannerShape::Dialog);
    Site::start(site(&guard, content))
}

fn dialog_keeps_the_focus_and_escape_decides_nothing(visitor: &Context<'_>) {
    let site = with_dialog("<a href=/x>Elsewhere</a>");
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.wait_for("document.activeElement.matches('dialog:modal h2')");
    let walked = walk(&page, 8);
    assert!(
        walked.contains(&"Reject all".to_owned()) && !walked.contains(&"Elsewhere".to_owned()),
        "{walked:?}"
    );
    page.press("Escape");
    page.wait_for("!document.querySelector('dialog[open]')");
    walk_to(&page, "Elsewhere");
    // Not even by what changes the page later.
    page.evaluate("document.body.append('later'); null");
    page.evaluate(
        "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))",
    );
    assert!(!has(&page, "dialog[open]") && stored(visitor).is_empty());
    page.navigate(&site.url("/"));
    page.wait_for("document.querySelector('dialog:modal') !== null");
    is_quiet(&page);
}

fn form_opens_over_the_dialog(visitor: &Context<'_>) {
    let site = with_dialog("");
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.wait_for("document.querySelector('dialog:modal') !== null");
    walk_to(&page, "Choose");
    page.press("Enter");
    page.wait_for(FORM_HAS_FOCUS);
    page.press("Escape");
    page.wait_for("!document.querySelector('[data-cookie-dialog][open]')");
    assert_eq!(focused(&page), "Choose");
    page.press("Enter");
    page.wait_for(FORM_HAS_FOCUS);
    walk_to(&page, "Statistics");
    page.press("Space");
    chosen_with(&page, "Save my choice", "Enter");
    assert!(!has(&page, "dialog"));
    keeps(visitor, &["__Host-cookie_preferences"]);
}

fn refusing_in_the_dialog_is_said_on_the_page(visitor: &Context<'_>) {
    let site = with_dialog("<a href=/x>Elsewhere</a>");
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.wait_for("document.querySelector('dialog:modal') !== null");
    chosen_with(&page, "Reject all", "Enter");
    assert!(!has(&page, "dialog"));
    assert_eq!(walk(&page, 1), ["Elsewhere"]);
}

fn failure_in_the_dialog_is_said_in_it(visitor: &Context<'_>) {
    let site = with_dialog("");
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.wait_for("document.querySelector('dialog:modal') !== null");
    let offline =
        json!({ "offline": true, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    page.call("Network.emulateNetworkConditions", offline);
    walk_to(&page, "Accept all");
    page.press("Enter");
    page.wait_for("document.activeElement.matches('dialog:modal [data-cookie-message]')");
    assert_eq!(
        focused(&page),
        "Your choice could not be saved. Please try again."
    );
}

fn withdrawing_is_said_after_the_reload(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/data/air"));
    chosen_with(&page, "Accept all", "Enter");
    page.wait_for("document.cookie.includes('_pk_ses')");
    // A link of the site's own opens the form as well.
    page.evaluate(
        "document.querySelector('footer a[href*=preferences]').dataset.cookieChoose = ''; null",
    );
    walk_to(&page, "Cookie settings");
    page.press("Enter");
    page.wait_for(FORM_HAS_FOCUS);
    walk_to(&page, "Reject all");
    page.loading(|| page.press("Enter"));
    page.wait_for(&format!(
        "document.activeElement.matches({MESSAGE:?}) && document.activeElement.textContent !== ''"
    ));
    assert_eq!(focused(&page), "Your choice has been saved.");
    keeps(visitor, &["__Host-cookie_preferences"]);
}
