//! Visitors whose browser sends the Global Privacy Control signal.

use axum::routing::get;
use cookie_decl::Guard;

use super::{
    ACCEPT, BANNER, REFUSE, SAVE, Site, choose, has, is_quiet, javascript, keeps, site, status,
    stored, text, ticked,
};
use crate::client::{Context, Page};
use crate::{Test, tests};

pub(super) const TESTS: &[Test] = tests![
    without_the_signal_what_nobody_objected_to_runs
    objecting_stops_it
    signal_denies_what_nobody_objected_to
    signal_denies_what_was_agreed_to_before
    agreeing_cannot_overrule_the_signal
    agreeing_to_what_the_signal_is_not_about_holds
    signal_denies_without_scripts_too
];

mod ads {
    cookie_decl::declare_cookies! {
        pub(super) policy;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
        }
        /// Measurement
        category Measurement: opt_out {
            cookie | duration | set_by;
            /// Counts
            "count" | 1 day | script;
        }
        /// Advertising
        category Advertising: opt_in(gpc) {
            cookie | duration | set_by;
            /// Recognises you
            "ad" | 1 day | script;
        }
        /// Appearance
        category Appearance: opt_in {
            cookie | duration | set_by;
            /// Remembers the colours
            "colours" | 1 day | script;
        }
    }
}

const SIGNAL: &str = "Not in use: your browser sends the Global Privacy Control signal.";

fn ads() -> Site {
    let scripts =
        "<script type='text/plain' data-cookie-category='Measurement' src='/count.js'></script>
        <script type='text/plain' data-cookie-category='Advertising' src='/ad.js'></script>
        <script type='text/plain' data-cookie-category='Appearance' src='/colours.js'></script>";
    let set = |name: &'static str| {
        get(move || async move {
            javascript(&format!(
                "document.cookie = '{name}=1; Path=/; SameSite=Lax'"
            ))
        })
    };
    let app = site(&Guard::new(ads::POLICY), scripts);
    let app = app
        .route("/count.js", set("count"))
        .route("/ad.js", set("ad"))
        .route("/colours.js", set("colours"));
    Site::start(app)
}

fn with_signal<'c>(visitor: &'c Context<'_>) -> Page<'c> {
    let page = visitor.page();
    page.extra_headers(&[("Sec-GPC", "1")]);
    page
}

fn without_the_signal_what_nobody_objected_to_runs(visitor: &Context<'_>) {
    let site = ads();
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.wait_for("document.cookie === 'count=1'");
    assert!(
        text(&page, BANNER)
            .contains("Unless you object, we also store and read data for: Measurement.")
    );
    page.navigate(&site.url("/cookies/preferences"));
    // What holds unless they object, and nothing else.
    assert_eq!(ticked(&page), ["Measurement"]);
    assert_eq!(
        status(&page, "Measurement"),
        "In use: you have not objected."
    );
}

fn objecting_stops_it(visitor: &Context<'_>) {
    let site = ads();
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.wait_for("document.cookie === 'count=1'");
    page.navigate(&site.url("/cookies"));
    choose(&page, REFUSE);
    assert_eq!(
        status(&page, "Measurement"),
        "Not in use: you rejected this."
    );
    page.navigate(&site.url("/"));
    keeps(visitor, &["__Host-cookie_preferences"]);
}

fn signal_denies_what_nobody_objected_to(visitor: &Context<'_>) {
    let site = ads();
    let page = with_signal(visitor);
    page.navigate(&site.url("/"));
    assert!(visitor.cookies().is_empty());
    page.navigate(&site.url("/cookies/preferences"));
    assert!(ticked(&page).is_empty());
    assert_eq!(status(&page, "Measurement"), SIGNAL);
    assert_eq!(status(&page, "Advertising"), SIGNAL);
    assert_eq!(
        status(&page, "Appearance"),
        "Not in use: you have not chosen yet."
    );
    is_quiet(&page);
}

fn signal_denies_what_was_agreed_to_before(visitor: &Context<'_>) {
    let site = ads();
    let page = visitor.page();
    page.navigate(&site.url("/"));
    choose(&page, ACCEPT);
    page.wait_for("document.cookie.includes('ad=1')");
    page.extra_headers(&[("Sec-GPC", "1")]);
    page.navigate(&site.url("/cookies"));
    assert_eq!(status(&page, "Advertising"), SIGNAL);
    assert_eq!(
        status(&page, "Appearance"),
        "In use: you gave your consent."
    );
}

fn agreeing_cannot_overrule_the_signal(visitor: &Context<'_>) {
    let site = ads();
    let page = with_signal(visitor);
    page.navigate(&site.url("/"));
    choose(&page, ACCEPT);
    page.wait_for("document.cookie.includes('colours=1')");
    assert!(!has(&page, BANNER));
    page.navigate(&site.url("/cookies"));
    assert_eq!(status(&page, "Advertising"), SIGNAL);
    assert!(!stored(visitor).contains(&"ad".to_owned()));
}

fn agreeing_to_what_the_signal_is_not_about_holds(visitor: &Context<'_>) {
    let site = ads();
    let page = with_signal(visitor);
    page.navigate(&site.url("/cookies/preferences"));
    page.click("[value=Appearance]");
    choose(&page, SAVE);
    assert_eq!(
        status(&page, "Appearance"),
        "In use: you gave your consent."
    );
    page.navigate(&site.url("/"));
    page.wait_for("document.cookie === 'colours=1' || document.cookie.includes('; colours=1')");
}

fn signal_denies_without_scripts_too(visitor: &Context<'_>) {
    let site = ads();
    let page = with_signal(visitor);
    page.scripts(false);
    page.navigate(&site.url("/cookies"));
    page.loading(|| page.click(ACCEPT));
    assert_eq!(status(&page, "Advertising"), SIGNAL);
    assert_eq!(
        status(&page, "Appearance"),
        "In use: you gave your consent."
    );
}
