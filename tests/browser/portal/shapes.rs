//! The banner as a bar, as a box in the corner and as a dialog; under other projects' sheets; and in pages that are the
//! same for everybody.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use axum::Router;
use axum::http::header::CACHE_CONTROL;
use axum::response::IntoResponse;
use axum::routing::get;
use cookie_decl::preferences::BannerShape;
use cookie_decl::{Guard, Visitor};
use serde_json::{Value, json};

use super::accessible::arabic;
use super::chosen::shop::{Category, POLICY};
use super::first_visit::both_look_the_same;
use super::layout::reflows;
use super::{
    ACCEPT, BANNER, CHOOSE, MESSAGE, REFUSE, Site, asked_for, choose, has, is_quiet, open_form,
    page, site, stored, text,
};
use crate::client::{Context, Page};
use crate::{Test, TestWithFile, tests};

pub(super) const TESTS: &[Test] = tests![
    bar_leaves_the_page_in_sight
    buttons_of_the_bar_are_beside_its_text
    nothing_that_is_read_moves
    box_never_covers_the_focus
    box_is_in_the_corner_at_the_end
    dialog_is_in_the_flow_without_scripts
    shapes_and_their_form_reflow
    shared_page_asks_those_who_have_not_answered
    shared_page_asks_nobody_without_scripts
    colours_of_the_site_are_those_of_banner_and_form
];

pub(super) const WITH_TAILWIND: &[TestWithFile] =
    &[("banner_keeps_its_look_under_tailwind", keeps_its_look)];
pub(super) const WITH_BOOTSTRAP: &[TestWithFile] =
    &[("banner_keeps_its_look_under_bootstrap", keeps_its_look)];
pub(super) const WITH_BULMA: &[TestWithFile] =
    &[("banner_keeps_its_look_under_bulma", keeps_its_look)];
pub(super) const WITH_PICO: &[TestWithFile] =
    &[("banner_keeps_its_look_under_pico", keeps_its_look)];
pub(super) const WITH_GOVUK: &[TestWithFile] =
    &[("banner_keeps_its_look_under_govuk", keeps_its_look)];
pub(super) const WITH_AXE: &[TestWithFile] = tests![shapes_and_their_form_are_accessible];

const SHAPES: [BannerShape; 3] = [BannerShape::Bar, BannerShape::Corner, BannerShape::Dialog];

const TEXT: &str =
    "<p>One paragraph of what is read here, which is longer than a line on a narrow screen.</p>
    <p><a href=/x>Elsewhere</a></p>";

fn shaped(shape: BannerShape, content: &'static str) -> Site {
    Site::start(site(&Guard::new(POLICY).banner_shape(shape), content))
}

/// The edges of an element: left, top, right, bottom.
#[track_caller]
fn edges(page: &Page<'_>, selector: &str) -> [f64; 4] {
    let edges = page.evaluate(&format!(
        "(({{ left, top, right, bottom }}) => [left, top, right, bottom])(
            document.querySelector({selector:?}).getBoundingClientRect())"
    ));
    [0, 1, 2, 3].map(|at| edges[at].as_f64().expect("a number"))
}

fn bar_leaves_the_page_in_sight(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    for (width, height, most) in [(1280, 700, 0.25), (360, 640, 0.55), (640, 360, 0.75)] {
        page.viewport(width, height, 1);
        page.navigate(&site.url("/"));
        let [_, top, _, bottom] = edges(&page, BANNER);
        let part = (bottom - top) / f64::from(height);
        assert!(part < most, "{part} at {width} by {height}");
    }
}

fn buttons_of_the_bar_are_beside_its_text(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    for width in [1280, 360] {
        page.viewport(width, 640, 1);
        page.navigate(&site.url("/"));
        let [text, accept, refuse, choose] =
            ["[data-cookie-banner] p", ACCEPT, REFUSE, CHOOSE].map(|it| edges(&page, it));
        assert!(
            accept[2] < refuse[0] && (accept[1] - refuse[1]).abs() < 1.0,
            "{accept:?} {refuse:?}"
        );
        assert!(choose[1] >= refuse[3], "{choose:?}");
        assert_eq!(accept[0] >= text[2], width == 1280, "{accept:?} {text:?}");
    }
}

/// Adds up the layout shifts that the visitor did not cause (Layout Instability). The box in the corner does not count:
/// while the browser is still reading it, it grows upwards.
const SHIFTS: &str = "window.shifts = 0;
    const isOfPage = ({ node }) => !(node?.closest ? node : node?.parentElement)?.closest('[data-cookie-banner=corner]');
    new PerformanceObserver((list) => list.getEntries().forEach(({ sources, value }) => {
        if (sources.some(isOfPage)) window.shifts += value;
    })).observe({ type: 'layout-shift', buffered: true });";

#[track_caller]
fn watched<'c>(visitor: &'c Context<'_>) -> Page<'c> {
    let page = visitor.page();
    page.call(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": SHIFTS }),
    );
    page
}

fn nothing_that_is_read_moves(visitor: &Context<'_>) {
    let page = watched(visitor);
    for shape in SHAPES {
        for width in [1280, 360] {
            page.viewport(width, 640, 1);
            page.navigate(&shaped(shape, TEXT).url("/"));
            if shape == BannerShape::Dialog {
                page.wait_for("document.querySelector('dialog:modal') !== null");
            }
            thread::sleep(Duration::from_millis(300));
            assert_eq!(page.evaluate("window.shifts"), 0, "{shape:?} at {width}");
        }
    }
    // It would be seen.
    page.evaluate(
        "document.querySelector('main').before('One line', document.createElement('hr')); null",
    );
    page.wait_for("window.shifts > 0");
}

/// Links along the end of the lines, where the box is.
const LINKS: &str = "<style>main { text-align: end; padding-inline-end: 6rem }</style>
    <script>for (let at = 0; at < 40; at++)
        document.write(`<p>text <a href=/${at}>link ${at}</a></p>`)</script>
    <a href=/last>last</a>";

/// What has the focus and is entirely covered, on one way through the page.
#[track_caller]
fn covered(page: &Page<'_>, key: &str) -> Vec<Value> {
    let hidden = "(() => {
        const box = document.querySelector('[data-cookie-banner]'), { activeElement } = document;
        if (box.contains(activeElement) || activeElement === document.body) return null;
        const [a, b] = [activeElement, box].map((it) => it.getBoundingClientRect());
        const isInside = a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
        return isInside || a.bottom <= 0 || a.top >= innerHeight ? activeElement.innerText : null;
    })()";
    let way = (0..46).map(|_| {
        page.press(key);
        page.evaluate(hidden)
    });
    way.filter(|it| !it.is_null()).collect()
}

// WCAG 2.2, 2.4.11. The stylesheet alone sees to it.
fn box_never_covers_the_focus(visitor: &Context<'_>) {
    let site = shaped(BannerShape::Corner, LINKS);
    for (width, height) in [(1280, 800), (360, 640), (640, 360)] {
        let page = visitor.page();
        page.viewport(width, height, 1);
        page.navigate(&site.url("/"));
        for key in ["Tab", "Shift+Tab"] {
            let covered = covered(&page, key);
            assert!(
                covered.is_empty(),
                "{key} at {width} by {height}: {covered:?}"
            );
        }
    }
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.evaluate(
        "for (const side of ['padding', 'scrollPadding'])
        document.documentElement.style[`${side}Bottom`] = '0'; null",
    );
    assert!(
        !covered(&page, "Tab").is_empty(),
        "the test sees what is covered"
    );
}

fn box_is_in_the_corner_at_the_end(visitor: &Context<'_>) {
    let page = visitor.page();
    page.viewport(1280, 800, 1);
    page.navigate(&shaped(BannerShape::Corner, LINKS).url("/"));
    let [left, top, right, bottom] = edges(&page, BANNER);
    assert!(left > 640.0 && right < 1280.0 && top > 400.0 && bottom < 800.0);
    let arabic = Guard::new(arabic::POLICY).banner_shape(BannerShape::Corner);
    page.navigate(&Site::start(site(&arabic, "")).url("/"));
    page.evaluate("document.documentElement.dir = 'rtl'; null");
    let [left, _, right, _] = edges(&page, BANNER);
    assert!(left > 0.0 && right < 640.0, "{left} {right}");
}

fn dialog_is_in_the_flow_without_scripts(visitor: &Context<'_>) {
    let site = shaped(BannerShape::Dialog, TEXT);
    let page = visitor.page();
    page.scripts(false);
    // The browser has no switch for `scripting: none`, so hold the rule to it.
    page.navigate(&site.url("/"));
    let rule = "[...document.styleSheets].flatMap(({ cssRules }) => [...cssRules])
        .find((rule) => rule.conditionText?.includes('scripting: none'))";
    assert_eq!(
        page.evaluate(&format!("{rule}.conditionText")),
        "(scripting: none)"
    );
    page.evaluate(&format!(
        "{{ const rule = {rule}, own = new CSSStyleSheet(); own.replaceSync(rule.cssRules[0].cssText);
            document.adoptedStyleSheets = [own]; null }}"
    ));
    assert_eq!(
        page.evaluate("getComputedStyle(document.querySelector('dialog')).position"),
        "static"
    );
    page.place_of("a[href='/x']")
        .unwrap_or_else(|why| panic!("{why}"));
    page.loading(|| page.click(REFUSE));
    assert!(!has(&page, BANNER));
    assert!(text(&page, "#cookie-saved").starts_with("Your choice has been saved."));
}

fn shapes_and_their_form_reflow(visitor: &Context<'_>) {
    let cut = "[...document.querySelectorAll('button, dialog')].filter((it) =>
        it.checkVisibility() && it.scrollWidth > it.clientWidth + 1).map((it) => it.outerHTML.slice(0, 100))";
    let small =
        "[...document.querySelectorAll('button, input:not([type=hidden])')].filter((it) => {
        const { width, height } = it.getBoundingClientRect();
        return it.checkVisibility() && (width < 24 || height < 24);
    }).map((it) => it.outerHTML)";
    for shape in SHAPES {
        let site = shaped(shape, TEXT);
        let page = visitor.page();
        for (width, size) in [(320, "100%"), (640, "200%")] {
            page.viewport(width, 640, 1);
            page.navigate(&site.url("/"));
            page.evaluate(&format!(
                "document.documentElement.style.fontSize = '{size}'; null"
            ));
            let what = format!("{shape:?} at {width}");
            reflows(&page, &what);
            both_look_the_same(&page, &what);
            open_form(&page);
            reflows(&page, &what);
            both_look_the_same(&page, &what);
            for wrong in [cut, small] {
                assert_eq!(page.evaluate(wrong), json!([]), "{what}");
            }
        }
    }
}

/// A page that caches may store, and how often it was asked for.
fn shared() -> (Site, Arc<AtomicUsize>) {
    let guard: Guard<Category> = Guard::new(POLICY);
    let asked = Arc::new(AtomicUsize::new(0));
    let (head, count) = (guard.head(), Arc::clone(&asked));
    let shown = get(move || async move {
        count.fetch_add(1, Ordering::Relaxed);
        let page = page(&head, "<div data-cookie-place lang=en></div>", TEXT);
        ([(CACHE_CONTROL, "public, max-age=600")], page).into_response()
    });
    let app = Router::new().route("/news", shown).merge(guard.routes());
    (Site::start(app.layer(guard)), asked)
}

fn shared_page_asks_those_who_have_not_answered(visitor: &Context<'_>) {
    let (site, asked) = shared();
    let page = watched(visitor);
    page.navigate(&site.url("/news?a=b"));
    page.wait_for(&format!("document.querySelector({BANNER:?}) !== null"));
    assert_eq!(
        page.evaluate(&format!(
            "document.querySelector({BANNER:?}).dataset.cookieBanner"
        )),
        "corner"
    );
    assert_eq!(
        page.evaluate("document.querySelector('[name=return]').value"),
        "/news?a=b"
    );
    thread::sleep(Duration::from_millis(300));
    assert_eq!(page.evaluate("window.shifts"), 0);
    choose(&page, REFUSE);
    assert_eq!(
        page.evaluate(&format!("document.activeElement.matches({MESSAGE:?})")),
        true
    );
    assert!(!has(&page, BANNER));
    // The same page from the cache, for the same visitor.
    page.navigate(&site.url("/cookies"));
    page.navigate(&site.url("/news?a=b"));
    page.wait_for("window.cookieconsent !== undefined");
    thread::sleep(Duration::from_millis(300));
    assert!(!has(&page, BANNER));
    assert_eq!(asked.load(Ordering::Relaxed), 1, "it comes from the cache");
    is_quiet(&page);
    // Somebody else is asked.
    let other = visitor.another();
    let page = other.page();
    page.navigate(&site.url("/news?a=b"));
    page.wait_for(&format!("document.querySelector({BANNER:?}) !== null"));
}

fn shared_page_asks_nobody_without_scripts(visitor: &Context<'_>) {
    let (site, _) = shared();
    let page = visitor.page();
    page.scripts(false);
    page.navigate(&site.url("/news"));
    assert!(!has(&page, BANNER) && stored(visitor).is_empty());
    assert!(!asked_for(&page).iter().any(|url| url.contains("choice")));
}

fn colours_of_the_site_are_those_of_banner_and_form(visitor: &Context<'_>) {
    let own = "<style>:root { --cookie-text: rgb(1, 2, 3); --cookie-background: rgb(250, 251, 252);
        --cookie-accent: rgb(0, 0, 99); --cookie-button-background: rgb(0, 99, 0); --cookie-button-text: rgb(255, 255, 0);
        --cookie-font: monospace; --cookie-heading-size: 30px; --cookie-width: 600px }</style>";
    let guard = Guard::new(POLICY);
    let shown = get(move |visitor: Visitor<Category>| async move {
        let preferences = visitor.preferences();
        let all = [preferences.form(), preferences.summary()].concat();
        page(&visitor.head(), &visitor.banner(), &format!("{own}{all}"))
    });
    let app = Router::new().route("/", shown).merge(guard.routes());
    let site = Site::start(app.layer(guard.clone()));
    let page = visitor.page();
    page.viewport(1280, 800, 1);
    page.navigate(&site.url("/"));
    let style = |selector: &str, property: &str| {
        page.evaluate(&format!(
            "getComputedStyle(document.querySelector('{selector}')).{property}"
        ))
    };
    for piece in [".cookie-banner", ".cookie-preferences", ".cookie-summary"] {
        for (below, property, value) in [
            ("", "color", "rgb(1, 2, 3)"),
            ("", "backgroundColor", "rgb(250, 251, 252)"),
            ("", "fontFamily", "monospace"),
            ("a", "color", "rgb(0, 0, 99)"),
            (":is(h1, h2)", "fontSize", "30px"),
            ("[value=accept]", "backgroundColor", "rgb(0, 99, 0)"),
            ("[value=refuse]", "backgroundColor", "rgb(0, 99, 0)"),
            ("[value=refuse]", "color", "rgb(255, 255, 0)"),
        ] {
            assert_eq!(
                style(&format!("{piece} {below}"), property),
                value,
                "{piece} {below}"
            );
        }
    }
    let [left, .., right, _] = edges(&page, "[data-cookie-banner] form");
    assert!(right - left < 600.0);
}

/// In a layout of a site with this sheet, whether it comes before that of the guard or after it.
#[track_caller]
fn keeps_its_look(visitor: &Context<'_>, sheet: &str) {
    for is_first in [true, false] {
        for shape in SHAPES {
            let guard = Guard::new(POLICY).banner_shape(shape);
            let own = format!("<style>{sheet}</style>");
            let shown = get(move |visitor: Visitor<Category>| async move {
                let head = visitor.head();
                let head = if is_first { own + &head } else { head + &own };
                page(&head, &visitor.banner(), &visitor.preferences().summary())
            });
            let app = Router::new().route("/", shown).merge(guard.routes());
            let site = Site::start(app.layer(guard.clone()));
            let page = visitor.page();
            for width in [1280, 360] {
                page.viewport(width, 800, 1);
                page.navigate(&site.url("/"));
                let what = format!("{shape:?} at {width}, first: {is_first}");
                both_look_the_same(&page, &what);
                looks_like_itself(&page, &what);
                open_form(&page);
                both_look_the_same(&page, &what);
                looks_like_itself(&page, &what);
                let [left, top, right, bottom] = edges(&page, "[data-cookie-dialog]");
                assert!(
                    left > 0.0 && top > 0.0 && right < f64::from(width) && bottom < 800.0,
                    "{what}"
                );
                let [heading, input, label] =
                    ["[data-cookie-dialog] :is(h1, h2)", "[name=allow]", "label"]
                        .map(|it| edges(&page, it));
                assert!(heading[1] > top, "{what}");
                assert!(
                    input[2] < label[0] && (input[1] - label[1]).abs() < 8.0,
                    "{what}: {input:?} {label:?}"
                );
            }
        }
    }
}

#[track_caller]
fn looks_like_itself(page: &Page<'_>, what: &str) {
    // Sizes in the site's own `rem`.
    let looks = "(() => {
        const root = parseFloat(getComputedStyle(document.documentElement).fontSize);
        const style = (selector, property) => {
            const value = getComputedStyle(document.querySelector(selector))[property];
            return value.endsWith('px') ? Math.round(parseFloat(value) / root * 100) / 100 : value;
        };
        return [
            style('[data-cookie-banner] h2', 'fontSize'), style('[data-cookie-banner] h2', 'fontWeight'),
            style('.cookie-summary h2', 'fontSize'), style('[data-cookie-banner] p:not([role])', 'marginBottom'),
            style('[data-cookie-banner] p a', 'textDecorationLine'), style('.cookie-choose', 'textDecorationLine'),
            style('[value=accept]', 'marginBottom'), style('[value=accept]', 'fontWeight'),
            style('[value=accept]', 'textAlign'), style('dd', 'marginLeft'), style('dt', 'fontWeight'),
        ];
    })()";
    assert_eq!(
        page.evaluate(looks),
        json!([
            1.25,
            "600",
            1.25,
            0.5,
            "underline",
            "underline",
            0,
            "600",
            "center",
            0,
            "600"
        ]),
        "{what}"
    );
    if has(page, "[data-cookie-dialog] details") {
        let marker =
            "getComputedStyle(document.querySelector('[data-cookie-dialog] li')).listStyleType";
        assert_eq!(page.evaluate(marker), "disc", "{what}");
    }
}

fn shapes_and_their_form_are_accessible(visitor: &Context<'_>, axe: &str) {
    for shape in SHAPES {
        let visitor = visitor.another();
        let page = visitor.page();
        let clean = |what: &str| {
            let found = page.axe(axe);
            assert!(found.is_empty(), "{what}: {found:#?}");
        };
        let site = shaped(shape, TEXT);
        for features in [
            &[("prefers-color-scheme", "light")],
            &[("prefers-color-scheme", "dark")],
            &[("forced-colors", "active")],
        ] {
            page.media(features);
            for width in [1280, 320] {
                page.viewport(width, 800, 1);
                page.navigate(&site.url("/"));
                let what = format!("{shape:?} at {width}, {features:?}");
                clean(&what);
                open_form(&page);
                clean(&what);
            }
        }
        page.navigate(&site.url("/"));
        if shape == BannerShape::Dialog {
            page.wait_for("document.querySelector('dialog:modal') !== null");
        }
        choose(&page, REFUSE);
        clean("after the choice");
    }
}
