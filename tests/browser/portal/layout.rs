//! Zoomed in, narrow, with forced colours: nothing is cut off and everything can be hit.

use cookie_decl::Guard;
use serde_json::json;

use super::accessible::arabic;
use super::{ACCEPT, BANNER, PAGES, Site, choose, has, site};
use crate::client::{Context, Page};
use crate::{Test, tests};

pub(super) const TESTS: &[Test] = tests![
    pages_reflow_at_320_pixels
    pages_reflow_with_text_of_twice_the_size
    pages_reflow_from_right_to_left
    targets_can_be_hit
    controls_are_seen_with_forced_colours
    banner_covers_nothing
    everything_is_on_paper_and_no_button
    policy_by_itself_looks_like_the_other_pages
];

/// WCAG 2.2, 1.4.10: no scrolling in two directions.
#[track_caller]
pub(super) fn reflows(page: &Page<'_>, what: &str) {
    let wide = page.evaluate(
        "(() => {
            const root = document.scrollingElement, right = root.clientWidth + 0.5;
            if (root.scrollWidth <= root.clientWidth) return [];
            return [...document.querySelectorAll('body *')].filter(element =>
                element.getBoundingClientRect().right > right || element.getBoundingClientRect().left < -0.5
            ).map(element => element.outerHTML.slice(0, 100));
        })()",
    );
    assert_eq!(wide, json!([]), "{what}");
}

fn pages_reflow_at_320_pixels(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.viewport(320, 640, 1);
    for path in PAGES {
        page.navigate(&site.url(path));
        reflows(&page, path);
    }
    page.navigate(&site.url("/"));
    choose(&page, ACCEPT);
    reflows(&page, "/");
}

// WCAG 2.2, 1.4.4.
fn pages_reflow_with_text_of_twice_the_size(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.viewport(640, 800, 1);
    for path in PAGES {
        page.navigate(&site.url(path));
        page.evaluate("document.documentElement.style.fontSize = '200%'; null");
        reflows(&page, path);
        let cut = "[...document.querySelectorAll('button, .cookie-button')].filter(button =>
            button.scrollWidth > button.clientWidth + 1 || button.scrollHeight > button.clientHeight + 1
        ).map(button => button.outerHTML)";
        assert_eq!(page.evaluate(cut), json!([]), "{path}");
    }
}

fn pages_reflow_from_right_to_left(visitor: &Context<'_>) {
    let site = Site::start(site(&Guard::new(arabic::POLICY), ""));
    let page = visitor.page();
    page.viewport(320, 640, 1);
    for path in ["/", "/cookies", "/cookies/preferences"] {
        page.navigate(&site.url(path));
        reflows(&page, path);
    }
}

// WCAG 2.2, 2.5.8: 24 by 24 pixels, but for links inside a sentence.
fn targets_can_be_hit(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.viewport(360, 640, 1);
    let small = "[...document.querySelectorAll('button, input:not([type=hidden]), .cookie-button')].filter(target => {
        const { width, height } = target.getBoundingClientRect();
        return width < 24 || height < 24;
    }).map(target => target.outerHTML)";
    for path in PAGES {
        page.navigate(&site.url(path));
        assert_eq!(page.evaluate(small), json!([]), "{path}");
    }
}

fn controls_are_seen_with_forced_colours(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.media(&[("forced-colors", "active")]);
    page.navigate(&site.url("/"));
    assert_eq!(
        page.evaluate("matchMedia('(forced-colors: active)').matches"),
        true
    );
    let seen = "[...document.querySelectorAll('.cookie-button')].every(button => {
        const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor, color } = getComputedStyle(button);
        return parseFloat(borderTopWidth) > 0 && borderTopStyle === 'solid' && borderTopColor !== backgroundColor
            && color !== backgroundColor;
    })";
    assert_eq!(page.evaluate(seen), true);
    page.press("Tab");
    page.press("Tab");
    assert_eq!(
        page.evaluate("getComputedStyle(document.activeElement).outlineStyle"),
        "solid"
    );
    // With the mouse on it as well.
    let place = page.place_of(".cookie-button").expect("it can be hit");
    page.call(
        "Input.dispatchMouseEvent",
        json!({ "type": "mouseMoved", "x": place[0], "y": place[1] }),
    );
    assert_eq!(page.evaluate(seen), true);
}

fn banner_covers_nothing(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.viewport(360, 640, 1);
    page.navigate(&site.url("/"));
    assert!(has(&page, BANNER));
    for control in [
        "a[href='/sign-in']",
        "[lang=fr]",
        "a[href='/data/air']",
        "footer a",
    ] {
        page.place_of(control).unwrap_or_else(|why| panic!("{why}"));
    }
}

mod long {
    cookie_decl::declare_cookies! {
        pub(super) policy for "https://data.example.org";
        provider Portal = "Open Data Portal";
        print cookie | provider | function | purpose | duration | storage | set_by;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            with provider = Portal | function = "Authentication";
            cookie | duration;
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-remembers_what_the_visitor_chose_on_the_page_about_cookies" | 6 months;
        }
        /// Statistics
        category Statistics: opt_in {
            with provider = Portal | function = "Counting";
            cookie | duration | set_by;
            /// Counts, at https://data.example.org/a/very/long/address/that/does/not/break/anywhere/by/itself
            "averylongnamewithoutanyjointinitbywhichitcouldbebrokenanywhereatallonanypage" | 1 day | script;
        }
    }
}

fn everything_is_on_paper_and_no_button(visitor: &Context<'_>) {
    let site = Site::start(site(&Guard::new(long::POLICY), ""));
    let page = visitor.page();
    // What is between the margins of A4 and A5.
    for width in [718, 484] {
        page.viewport(width, 800, 1);
        for path in ["/", "/cookies", "/cookies/preferences"] {
            page.call("Emulation.setEmulatedMedia", json!({ "media": "print" }));
            page.navigate(&site.url(path));
            // The head of cards is not seen.
            let cut = "[...document.querySelectorAll('body *')].filter(element =>
                (element.getBoundingClientRect().right > innerWidth + 0.5 || element.scrollWidth > element.clientWidth + 1
                    && getComputedStyle(element).overflowX !== 'visible')
                && getComputedStyle(element.closest('thead') ?? element).position !== 'absolute'
            ).map(element => element.outerHTML.slice(0, 200))";
            assert_eq!(page.evaluate(cut), json!([]), "{path} at {width}");
            let shown =
                "[...document.querySelectorAll('[data-cookie-banner], button, .cookie-button, nav')].filter(it =>
                it.checkVisibility()).map(it => it.outerHTML)";
            assert_eq!(page.evaluate(shown), json!([]), "{path} at {width}");
        }
    }
}

fn policy_by_itself_looks_like_the_other_pages(visitor: &Context<'_>) {
    let guard = Guard::new(long::POLICY);
    let alone = long::POLICY.page().html();
    let alone = axum::routing::get(|| async { axum::response::Html(alone) });
    let site = Site::start(
        axum::Router::new()
            .route("/alone", alone)
            .merge(guard.routes())
            .layer(guard.clone()),
    );
    let page = visitor.page();
    let looks = "(() => { const main = document.querySelector('main'), style = getComputedStyle(main);
        const ground = getComputedStyle(document.body).backgroundColor, { left, right } = main.getBoundingClientRect();
        return [style.fontFamily, style.fontSize, style.lineHeight, style.color, ground, left, right, style.padding] })()";
    for scheme in ["light", "dark"] {
        page.media(&[("prefers-color-scheme", scheme)]);
        for width in [1280, 360] {
            page.viewport(width, 800, 1);
            page.navigate(&site.url("/cookies"));
            let expected = page.evaluate(looks);
            page.navigate(&site.url("/alone"));
            assert_eq!(page.evaluate(looks), expected, "{scheme} at {width}");
            reflows(&page, "/alone");
        }
    }
}
