//! The policy page: alone, in narrow windows, on paper, to screen readers, and below the sheets of other projects.

use axum::Router;
use axum::response::Html;
use axum::routing::get;
use serde_json::{Value, json};

use super::accessible::arabic;
use super::layout::reflows;
use super::{Site, is_quiet, text};
use crate::client::npm::File;
use crate::client::{Context, Page};
use crate::{Test, TestWithFile, tests};

pub(super) const TESTS: &[Test] = tests![
    policy_alone_has_its_look_and_loads_nothing
    policy_alone_has_its_colours_in_browsers_without_light_dark
    policy_is_not_scrolled_sideways
    wide_table_is_scrolled_by_keyboard
    rows_are_cards_only_where_the_page_is_narrow
    cards_stay_a_table_to_screen_readers
    category_is_heard_twice
    policy_keeps_everything_on_paper
    provider_leads_to_its_entry
];

pub(super) const WITH_AXE: &[TestWithFile] = tests![policy_alone_is_accessible];

pub(super) const TAILWIND: &File = &File {
    package: "tailwindcss@4.1.17",
    path: "tailwindcss/preflight.css",
};
pub(super) const BOOTSTRAP: &File = &File {
    package: "bootstrap@5.3.8",
    path: "bootstrap/dist/css/bootstrap.min.css",
};
pub(super) const BULMA: &File = &File {
    package: "bulma@1.0.4",
    path: "bulma/css/bulma.min.css",
};
pub(super) const PICO: &File = &File {
    package: "@picocss/pico@2.1.1",
    path: "@picocss/pico/css/pico.min.css",
};
pub(super) const GOVUK: &File = &File {
    package: "govuk-frontend@5.13.0",
    path: "govuk-frontend/dist/govuk/govuk-frontend.min.css",
};
pub(super) const WITH_TAILWIND: &[TestWithFile] =
    &[("policy_keeps_its_look_under_tailwind", keeps_its_look)];
pub(super) const WITH_BOOTSTRAP: &[TestWithFile] =
    &[("policy_keeps_its_look_under_bootstrap", keeps_its_look)];
pub(super) const WITH_BULMA: &[TestWithFile] =
    &[("policy_keeps_its_look_under_bulma", keeps_its_look)];
pub(super) const WITH_PICO: &[TestWithFile] =
    &[("policy_keeps_its_look_under_pico", keeps_its_look)];
pub(super) const WITH_GOVUK: &[TestWithFile] =
    &[("policy_keeps_its_look_under_govuk", keeps_its_look)];

mod cookies {
    cookie_decl::declare_cookies! {
        /// Cookie policy
        ///
        /// We keep:
        ///
        /// - your session
        /// - [your choice](/choice)
        pub(super) policy for "https://data.example.org";
        last_updated "2026-11-26";
        provider Portal = "Open Data Portal";
        provider Ads = "Ads Inc." { domain: "ads.example", third_party, privacy: "https://ads.example/privacy" }
        print cookie | provider | function | purpose | duration;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            with provider = Portal | function = "Authentication";
            cookie | duration;
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
            /// Keeps parts of the session, at https://data.example.org/a/very/long/address/that/does/not/break/anywhere
            "part_one", "part_two", "part_{number}", "averylongnamewithoutanyjointinitbywhichitcouldbebrokenanywhereatall"
                | session;
        }
        /// Advertising
        category Advertising: opt_in {
            with provider = Ads | function = "Adverts";
            cookie | duration;
            /// Tells adverts apart
            "ad_{id}" | 13 months | set_by = third_party;
            /// Measures adverts
            "p.gif" | none | storage = pixel;
        }
    }
}

mod wide {
    cookie_decl::declare_cookies! {
        pub(super) policy;
        provider Portal = "Verwaltungsgemeinschaft";
        print cookie | provider | function | purpose | duration | set_by | party | storage | basis | note;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            with provider = Portal | function = "Authentifizierung" | basis = legal_obligation | note = "Datenschutzbestimmungen";
            cookie | duration;
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
            /// Keeps a draft
            "draft" | session | storage = session_storage;
        }
    }
}

/// A site of these documents.
fn documents<const N: usize>(documents: [(&'static str, String); N]) -> Site {
    let serve = |site: Router, (path, html): (&'static str, String)| {
        site.route(path, get(async move || Html(html)))
    };
    Site::start(documents.into_iter().fold(Router::new(), serve))
}

fn alone() -> Site {
    documents([
        ("/", cookies::POLICY.page().settings("/choice").html()),
        ("/wide", wide::POLICY.page().html()),
        ("/arabic", arabic::POLICY.page().html()),
    ])
}

const ALL: [&str; 3] = ["/", "/wide", "/arabic"];

#[track_caller]
fn style(page: &Page<'_>, selector: &str, property: &str) -> String {
    let style = format!("getComputedStyle(document.querySelector({selector:?}))[{property:?}]");
    page.evaluate(&style).as_str().expect("a text").to_owned()
}

fn policy_alone_has_its_look_and_loads_nothing(visitor: &Context<'_>) {
    let site = alone();
    let page = visitor.page();
    page.viewport(1280, 800, 1);
    page.navigate(&site.url("/"));
    assert_eq!(
        super::asked_for(&page),
        [site.url("/"), site.url("/favicon.ico")][..1]
    );
    is_quiet(&page);
    assert_eq!(style(&page, "h1", "fontSize"), "28px");
    assert_eq!(style(&page, "body", "marginTop"), "0px");
    assert_eq!(style(&page, "main", "maxWidth"), "1024px");
    assert_eq!(style(&page, "table", "borderCollapse"), "collapse");
    assert_eq!(
        style(&page, "body", "backgroundColor"),
        "rgb(255, 255, 255)"
    );
    page.media(&[("prefers-color-scheme", "dark")]);
    assert_eq!(style(&page, "body", "backgroundColor"), "rgb(18, 18, 18)");
    assert_eq!(style(&page, "p", "color"), "rgb(255, 255, 255)");
}

fn policy_alone_has_its_colours_in_browsers_without_light_dark(visitor: &Context<'_>) {
    let site = alone();
    let page = visitor.page();
    page.media(&[("prefers-color-scheme", "dark")]);
    page.navigate(&site.url("/"));
    page.evaluate(
        "{ const [sheet] = document.styleSheets, rules = [...sheet.cssRules];
        sheet.deleteRule(rules.findIndex(rule => rule instanceof CSSSupportsRule)); null }",
    );
    assert_eq!(
        style(&page, "body", "backgroundColor"),
        "rgb(255, 255, 255)"
    );
    assert_eq!(style(&page, "p", "color"), "rgb(0, 0, 0)");
    assert_eq!(style(&page, "td", "borderTopColor"), "rgb(128, 128, 128)");
}

/// What is wider than its place. The head of cards is not seen.
const SCROLLED: &str =
    "[document.scrollingElement, ...document.querySelectorAll('.cookie-policy *')]
    .filter(it => it.scrollWidth > it.clientWidth + 1 && getComputedStyle(it).display !== 'inline'
        && getComputedStyle(it.closest('thead') ?? it).position !== 'absolute')
    .map(it => it.outerHTML.slice(0, 100))";

fn policy_is_not_scrolled_sideways(visitor: &Context<'_>) {
    let site = alone();
    let page = visitor.page();
    for (width, size) in [
        (320, "100%"),
        (360, "100%"),
        (320, "200%"),
        (640, "200%"),
        (1280, "200%"),
    ] {
        page.viewport(width, 800, 1);
        for path in ALL {
            page.navigate(&site.url(path));
            page.evaluate(&format!(
                "document.documentElement.style.fontSize = {size:?}; null"
            ));
            reflows(&page, path);
            assert_eq!(
                page.evaluate(SCROLLED),
                json!([]),
                "{path} at {width} with {size}"
            );
        }
    }
}

fn wide_table_is_scrolled_by_keyboard(visitor: &Context<'_>) {
    let site = alone();
    let page = visitor.page();
    page.viewport(800, 640, 1);
    page.navigate(&site.url("/wide"));
    page.press("Tab");
    page.wait_for("document.activeElement.matches('.cookie-table')");
    page.press("ArrowRight");
    page.wait_for("document.activeElement.scrollLeft > 0");
}

fn rows_are_cards_only_where_the_page_is_narrow(visitor: &Context<'_>) {
    let site = alone();
    let page = visitor.page();
    let label = "(({ content, display }) => [content, display])(getComputedStyle(document.querySelector('tbody td'), '::before'))";
    page.viewport(360, 800, 1);
    page.navigate(&site.url("/"));
    assert_eq!(
        page.evaluate(label),
        json!(["\"Provider\" / \"\"", "table-cell"])
    );
    page.viewport(1280, 800, 1);
    assert_eq!(page.evaluate(label)[0], "none");
    // The window is wide, and the column of the site is narrow.
    page.evaluate("document.querySelector('main').style.width = '400px'; null");
    assert_eq!(page.evaluate(label)[1], "table-cell");
}

/// The role and the name of everything that has one of these roles, sorted.
#[track_caller]
fn heard(page: &Page<'_>, roles: &[&str]) -> Vec<(String, String)> {
    let tree = page.call("Accessibility.getFullAXTree", json!({}));
    let nodes = tree["nodes"].as_array().expect("a list").iter();
    let heard = nodes.filter(|node| node["ignored"] == false).map(|node| {
        let part = |key: &str| node[key]["value"].as_str().unwrap_or_default().to_owned();
        (part("role"), part("name"))
    });
    let mut heard: Vec<_> = heard.filter(|(role, _)| roles.contains(&&**role)).collect();
    heard.sort();
    heard
}

fn cards_stay_a_table_to_screen_readers(visitor: &Context<'_>) {
    let site = alone();
    let page = visitor.page();
    let roles = [
        "table",
        "row",
        "columnheader",
        "rowheader",
        "cell",
        "gridcell",
    ];
    page.viewport(1280, 800, 1);
    page.navigate(&site.url("/"));
    let wide = heard(&page, &roles);
    page.viewport(360, 800, 1);
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))).then(() => null)");
    let narrow = heard(&page, &roles);
    assert_eq!(narrow, wide);
    let is = |role: &str, name: &str| wide.contains(&(role.to_owned(), name.to_owned()));
    assert!(is("columnheader", "Purpose"), "{wide:#?}");
    assert!(is("rowheader", "__Host-cookie_preferences"), "{wide:#?}");
    assert!(
        is("cell", "6 months") || is("gridcell", "6 months"),
        "{wide:#?}"
    );
}

fn category_is_heard_twice(visitor: &Context<'_>) {
    let site = alone();
    let page = visitor.page();
    page.navigate(&site.url("/"));
    let all = [
        "region", "group", "heading", "table", "caption", "Caption", "section",
    ];
    let heard = heard(&page, &all);
    let roles: Vec<_> = heard
        .iter()
        .filter(|(_, name)| name.contains("Advertising"))
        .map(|(role, _)| &**role)
        .collect();
    assert_eq!(roles, ["heading", "table"]);
}

fn policy_keeps_everything_on_paper(visitor: &Context<'_>) {
    let site = alone();
    let page = visitor.page();
    // What is between the margins of A4 and A5.
    for width in [718, 484] {
        page.viewport(width, 800, 1);
        page.call("Emulation.setEmulatedMedia", json!({ "media": "print" }));
        for path in ALL {
            page.navigate(&site.url(path));
            assert_eq!(page.evaluate(SCROLLED), json!([]), "{path} at {width}");
            assert_eq!(style(&page, ".cookie-table", "overflowX"), "visible");
            assert_eq!(style(&page, "tbody tr", "breakInside"), "avoid");
        }
    }
    page.viewport(718, 800, 1);
    page.navigate(&site.url("/"));
    assert_eq!(style(&page, "thead", "display"), "table-header-group");
}

fn provider_leads_to_its_entry(visitor: &Context<'_>) {
    let site = alone();
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.click("[href='#cookie-provider-Ads']");
    assert_eq!(page.url(), site.url("/#cookie-provider-Ads"));
    assert_eq!(text(&page, ":target"), "Ads Inc.");
}

fn policy_alone_is_accessible(visitor: &Context<'_>, axe: &str) {
    let site = alone();
    let page = visitor.page();
    for features in [
        &[("prefers-color-scheme", "light")],
        &[("prefers-color-scheme", "dark")],
        &[("forced-colors", "active")],
    ] {
        page.media(features);
        for width in [1280, 800, 320] {
            page.viewport(width, 800, 1);
            for path in ALL {
                page.navigate(&site.url(path));
                let found = page.axe(axe);
                assert!(
                    found.is_empty(),
                    "{path} at {width}, {features:?}: {found:#?}"
                );
            }
        }
    }
}

/// In a page of a site with this sheet, whether it comes before that of the policy or after it.
#[track_caller]
fn keeps_its_look(visitor: &Context<'_>, sheet: &str) {
    let own = cookie_decl::Page::STYLESHEET;
    let fragment = |policy: cookie_decl::Page<'_>| policy.html_fragment();
    let page_with = |first: &str, second: &str, policy: &str| {
        format!(
            "<!DOCTYPE html><html lang=en><head><title>Test</title><style>{first}</style><style>{second}</style></head>\
             <body><main>{policy}</main></body></html>"
        )
    };
    let (policy, wide) = (
        fragment(cookies::POLICY.page()),
        fragment(wide::POLICY.page()),
    );
    let host = documents([
        ("/before", page_with(sheet, own, &policy)),
        ("/after", page_with(own, sheet, &policy)),
        ("/wide", page_with(own, sheet, &wide)),
    ]);
    let page = visitor.page();
    for path in ["/before", "/after"] {
        page.viewport(1280, 800, 1);
        page.navigate(&host.url(path));
        let pixels = |selector, property: &str| {
            let pixels = style(&page, selector, property);
            pixels
                .trim_end_matches("px")
                .parse::<f64>()
                .expect("a number")
        };
        let text = pixels("article p", "fontSize");
        for (heading, expected) in [("h1", 1.75), ("h2", 1.375), ("h3", 1.125)] {
            let size = pixels(heading, "fontSize") / text;
            assert!(
                (size - expected).abs() < 0.001,
                "{heading} is {size} {path}"
            );
        }
        for (selector, property, value) in [
            ("h2", "fontWeight", "600"),
            ("article ul", "listStyleType", "disc"),
            ("article li", "display", "list-item"),
            (
                "article [href='/choice']",
                "textDecorationLine",
                "underline",
            ),
            ("thead th", "textAlign", "start"),
            ("tbody td", "verticalAlign", "top"),
            ("tbody td", "borderTopStyle", "solid"),
        ] {
            assert_eq!(style(&page, selector, property), value, "{selector} {path}");
        }
        assert!(pixels("h2", "marginTop") > 20.0, "{path}");
        assert!(pixels("article p", "marginBottom") > 10.0, "{path}");
        assert!(pixels("article ul", "paddingLeft") > 20.0, "{path}");
    }
    for path in ["/after", "/wide"] {
        page.viewport(320, 800, 1);
        page.navigate(&host.url(path));
        reflows(&page, path);
        let displays = ["tbody tr", "tbody td"].map(|it| style(&page, it, "display"));
        assert!(["table", "block"].contains(&&*displays[0]), "{displays:?}");
        let scrolled: Value = page.evaluate(
            "[...document.querySelectorAll('.cookie-table')].filter(it => it.scrollWidth > it.clientWidth + 1).length",
        );
        assert_eq!(scrolled, 0, "{path}");
    }
}
