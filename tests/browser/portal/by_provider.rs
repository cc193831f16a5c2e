//! A category in which visitors choose for each provider.

use axum::Router;
use axum::routing::get;
use cookie_decl::{Guard, Visitor};

use super::{
    ACCEPT, SAVE, Site, asked_for_any, choose, is_quiet, javascript, keeps, open_form, page,
    status, text, ticked,
};
use crate::client::Context;
use crate::{Test, tests};

pub(super) const TESTS: &[Test] = tests![
    only_the_script_of_the_granted_provider_starts
    provider_that_is_denied_later_loses_its_cookie
    boxes_of_providers_work_without_scripts
    name_of_the_whole_category_starts_nothing
];

mod shop {
    cookie_decl::declare_cookies! {
        pub(in crate::portal) policy;
        provider Google = "Google";
        provider Meta = "Meta";
        cookie | provider | duration;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-cookie_preferences" | _ | 6 months;
        }
        /// Advertising
        ///
        /// Pays for the site.
        category Marketing: opt_in(by provider) {
            with set_by = script;
            /// Counts adverts
            "google" | Google | 1 day;
            /// Tells browsers apart
            "meta" | Meta | 1 day;
        }
    }
}

const WAITING: &str = "\
    <script type='text/plain' data-cookie-category='MarketingGoogle' src='/google.js'></script>\
    <script type='text/plain' data-cookie-category='MarketingMeta' src='/meta.js'></script>";

fn site(content: &'static str) -> Site {
    let guard = Guard::new(shop::POLICY);
    let home = get(move |visitor: Visitor<shop::Category>| async move {
        page(&visitor.head(), &visitor.banner(), content)
    });
    let script = |name: &'static str| {
        get(move || async move { javascript(&format!("document.cookie = '{name}=1'")) })
    };
    let app = Router::new()
        .route("/", home)
        .route("/google.js", script("google"))
        .route("/meta.js", script("meta"));
    Site::start(app.merge(guard.routes()).layer(guard.clone()))
}

fn only_the_script_of_the_granted_provider_starts(visitor: &Context<'_>) {
    let site = site(WAITING);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    open_form(&page);
    assert_eq!(text(&page, "fieldset legend"), "Advertising");
    page.click("[value=MarketingMeta]");
    choose(&page, SAVE);
    page.navigate(&site.url("/cookies/preferences"));
    assert_eq!(ticked(&page), ["MarketingMeta"]);
    assert_eq!(
        status(&page, "MarketingMeta"),
        "In use: you gave your consent."
    );
    assert_eq!(
        status(&page, "MarketingGoogle"),
        "Not in use: you rejected this."
    );
    page.navigate(&site.url("/"));
    page.wait_for("document.cookie.includes('meta')");
    assert!(!asked_for_any(&page, &["/google.js"]));
    keeps(visitor, &["__Host-cookie_preferences", "meta"]);
    is_quiet(&page);
}

fn provider_that_is_denied_later_loses_its_cookie(visitor: &Context<'_>) {
    let site = site(WAITING);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    choose(&page, ACCEPT);
    keeps(visitor, &["__Host-cookie_preferences", "google", "meta"]);
    page.navigate(&site.url("/cookies/preferences"));
    page.click("[value=MarketingGoogle]");
    choose(&page, SAVE);
    keeps(visitor, &["__Host-cookie_preferences", "meta"]);
}

fn boxes_of_providers_work_without_scripts(visitor: &Context<'_>) {
    let site = site(WAITING);
    let page = visitor.page();
    page.scripts(false);
    page.navigate(&site.url("/cookies/preferences"));
    page.click("[value=MarketingGoogle]");
    page.loading(|| page.click(SAVE));
    assert_eq!(ticked(&page), ["MarketingGoogle"]);
}

fn name_of_the_whole_category_starts_nothing(visitor: &Context<'_>) {
    let site = site(
        "<script type='text/plain' data-cookie-category='Marketing' src='/google.js'></script>",
    );
    let page = visitor.page();
    page.navigate(&site.url("/"));
    choose(&page, ACCEPT);
    assert!(!asked_for_any(&page, &["/google.js"]));
    let console = page.console();
    assert!(
        console.iter().any(|line| line.contains("unknown category")),
        "{console:?}"
    );
}
