//! The scripts of vendors that publish them: each stores what its table in the catalogue declares.

use std::thread;
use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::get;
use cookie_decl::table::Storage;
use serde_json::Value;

use super::vendors::{OWN, with};
use super::{PATIENCE, page, stored};
use crate::client::npm::File;
use crate::client::{Context, Page};
use crate::{TestWithFile, tests};

mod shop {
    cookie_decl::declare_cookies! {
        pub(super) policy;
        /// Statistics
        #[allow(no_consent_row)]
        category Statistics: opt_in {
            include cookie_decl_vendors::amplitude(key = "0123456789abcdef0123456789abcdef");
            include cookie_decl_vendors::microsoft_clarity;
            include cookie_decl_vendors::mixpanel(token = "t0ken");
            include cookie_decl_vendors::posthog(token = "phc_t0ken");
            include cookie_decl_vendors::segment;
        }
    }
}

pub(super) const AMPLITUDE: &File = &File {
    package: "@amplitude/analytics-browser@2.48.1",
    path: "@amplitude/analytics-browser/lib/scripts/amplitude-min.js",
};
pub(super) const MIXPANEL: &File = &File {
    package: "mixpanel-browser@2.83.0",
    path: "mixpanel-browser/dist/mixpanel.cjs.js",
};
pub(super) const POSTHOG: &File = &File {
    package: "posthog-js@1.449.2",
    path: "posthog-js/dist/array.full.js",
};
pub(super) const SEGMENT: &File = &File {
    package: "@segment/analytics-next@1.84.3",
    path: "@segment/analytics-next/dist/umd/index.js",
};

pub(super) const WITH_AMPLITUDE: &[TestWithFile] = tests![amplitude_stores_what_its_table_declares];
pub(super) const WITH_CLARITY: &[TestWithFile] = tests![clarity_stores_what_its_table_declares];
pub(super) const WITH_MIXPANEL: &[TestWithFile] = tests![mixpanel_stores_what_its_table_declares];
pub(super) const WITH_POSTHOG: &[TestWithFile] = tests![posthog_stores_what_its_table_declares];
pub(super) const WITH_SEGMENT: &[TestWithFile] = tests![segment_stores_what_its_table_declares];

fn amplitude_stores_what_its_table_declares(visitor: &Context<'_>, amplitude: &str) {
    let start = "amplitude.init('0123456789abcdef0123456789abcdef', { serverUrl: '/x', autocapture: true })";
    let expected = [
        "Cookie AMP_0123456789",
        "Cookie AMP_MKTG_0123456789",
        "IndexedDb AMP_diagnostics_0123456789",
        "LocalStorage AMP_remote_config_0123456789",
        "LocalStorage AMP_unsent_0123456789",
        "SessionStorage AMP_PAGE_VIEW",
        "SessionStorage AMP_URL_INFO",
    ];
    stores(visitor, &[amplitude, start], &expected);
}

fn clarity_stores_what_its_table_declares(visitor: &Context<'_>, clarity: &str) {
    // It replaces the function that its loader defines.
    let code = [
        "window.clarity = () => {};",
        clarity,
        "clarity('start', { projectId: 'test', upload: '/x', track: true })",
    ];
    let expected = ["Cookie _clck", "SessionStorage _cltk"];
    stores(visitor, &code, &expected);
}

fn mixpanel_stores_what_its_table_declares(visitor: &Context<'_>, mixpanel: &str) {
    let start = "const { exports: vendor } = module;
        vendor.init('t0ken', { api_host: '/x', track_pageview: true });
        vendor.identify('someone');
        vendor.people.set({ a: 1 });";
    let expected = [
        "Cookie mp_t0ken_mixpanel",
        "IndexedDb mixpanelBrowserDb",
        "IndexedDb mixpanelFlagsDb",
        "LocalStorage __mpq_t0ken_ev",
        "LocalStorage __mpq_t0ken_pp",
        "SessionStorage mp_gen_new_tab_id_mixpanel_t0ken",
        "SessionStorage mp_tab_id_mixpanel_t0ken",
    ];
    let code = ["const module = { exports: {} };", mixpanel, start];
    stores(visitor, &code, &expected);
}

fn posthog_stores_what_its_table_declares(visitor: &Context<'_>, posthog: &str) {
    let start =
        "posthog.init('phc_t0ken', { api_host: location.origin + '/x' }); posthog.capture('a')";
    let expected = [
        "Cookie ph_phc_t0ken_posthog",
        "LocalStorage ph_phc_t0ken_posthog",
        "SessionStorage ph_phc_t0ken_posthog",
        "SessionStorage ph_phc_t0ken_primary_window_exists",
        "SessionStorage ph_phc_t0ken_session_registered_properties",
    ];
    stores(visitor, &[posthog, start], &expected);
}

fn segment_stores_what_its_table_declares(visitor: &Context<'_>, segment: &str) {
    let start = "const analytics = AnalyticsNext.AnalyticsBrowser.load({
            writeKey: 'key', cdnSettings: { integrations: { 'Segment.io': { apiKey: 'key' } } },
        });
        analytics.identify('someone', { a: 1 });
        analytics.group('some', { b: 1 });";
    let expected = [
        "Cookie ajs_anonymous_id",
        "Cookie ajs_group_id",
        "Cookie ajs_user_id",
        "LocalStorage ajs_anonymous_id",
        "LocalStorage ajs_group_id",
        "LocalStorage ajs_group_properties",
        "LocalStorage ajs_user_id",
        "LocalStorage ajs_user_traits",
    ];
    stores(visitor, &[segment, start], &expected);
}

/// Runs a script until it has stored everything that is expected. All that it stores must be declared.
#[track_caller]
fn stores(visitor: &Context<'_>, code: &[&str], expected: &[&str]) {
    let shown = get(|| async { page("", "", OWN) });
    // A script may end with a comment.
    let site = with(Router::new().route("/", shown), &code.join("\n"));
    let page = visitor.page();
    // The scripts keep which campaign a visitor came from.
    page.navigate(&site.url("/?utm_source=letter"));
    let deadline = Instant::now() + PATIENCE;
    loop {
        let stored = everything(visitor, &page);
        for (storage, name) in &stored {
            let is_declared = shop::POLICY
                .find_all(name)
                .any(|row| row.storage() == *storage);
            assert!(is_declared, "{storage:?} {name} is not declared");
        }
        let stored: Vec<_> = stored
            .iter()
            .map(|(storage, name)| format!("{storage:?} {name}"))
            .collect();
        if expected.iter().all(|it| stored.iter().any(|one| one == it)) {
            break;
        }
        assert!(
            Instant::now() < deadline,
            "it stores {stored:?}, not {expected:?}"
        );
        thread::sleep(Duration::from_millis(50));
    }
}

/// Everything that the browser keeps for the page.
fn everything(visitor: &Context<'_>, page: &Page<'_>) -> Vec<(Storage, String)> {
    let names = |expression: &str| -> Vec<String> {
        let names = page.evaluate(expression);
        let names = names.as_array().into_iter().flatten();
        names.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let databases = "indexedDB.databases().then((all) => all.map((it) => it.name))";
    [
        (Storage::Cookie, stored(visitor)),
        (Storage::LocalStorage, names("Object.keys(localStorage)")),
        (
            Storage::SessionStorage,
            names("Object.keys(sessionStorage)"),
        ),
        (Storage::IndexedDb, names(databases)),
    ]
    .into_iter()
    .flat_map(|(storage, names)| names.into_iter().map(move |name| (storage, name)))
    .collect()
}
