//! What axe-core finds, in all the looks that the pages have.

use cookie_decl::Guard;

use super::{ACCEPT, REFUSE, Site, choose, has, site};
use crate::TestWithFile;
use crate::client::{Context, Page};
use crate::tests;

pub(super) const WITH_AXE: &[TestWithFile] = tests![
    banner_form_and_policy_are_accessible
    pages_are_accessible_in_the_dark
    pages_are_accessible_in_french
    pages_are_accessible_after_choosing
    pages_are_accessible_from_right_to_left
];

const PATHS: &[&str] = &["/", "/data/air", "/cookies", "/cookies/preferences"];

#[track_caller]
fn nothing_is_found(page: &Page<'_>, site: &Site, axe: &str, paths: &[&str]) {
    for width in [1280, 360] {
        page.viewport(width, 800, 1);
        for path in paths {
            page.navigate(&site.url(path));
            let found = page.axe(axe);
            assert!(found.is_empty(), "{path} at {width}: {found:#?}");
        }
    }
}

fn banner_form_and_policy_are_accessible(visitor: &Context<'_>, axe: &str) {
    let site = Site::portal();
    let page = visitor.page();
    nothing_is_found(&page, &site, axe, super::PAGES);
}

fn pages_are_accessible_in_the_dark(visitor: &Context<'_>, axe: &str) {
    let site = Site::portal();
    let page = visitor.page();
    page.media(&[("prefers-color-scheme", "dark")]);
    nothing_is_found(&page, &site, axe, PATHS);
}

fn pages_are_accessible_in_french(visitor: &Context<'_>, axe: &str) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.loading(|| page.click("[lang=fr]"));
    nothing_is_found(&page, &site, axe, PATHS);
}

fn pages_are_accessible_after_choosing(visitor: &Context<'_>, axe: &str) {
    let site = Site::portal();
    let page = visitor.page();
    for (path, button) in [
        ("/", ACCEPT),
        ("/cookies", REFUSE),
        ("/cookies/preferences", ACCEPT),
    ] {
        page.navigate(&site.url(path));
        choose(&page, button);
        let found = page.axe(axe);
        assert!(found.is_empty(), "{path}: {found:#?}");
    }
    nothing_is_found(&page, &site, axe, PATHS);
}

pub(super) mod arabic {
    cookie_decl::declare_cookies! {
        language ar;
        /// سياسة ملفات تعريف الارتباط
        ///
        /// ما نخزنه على جهازك ولماذا.
        pub(crate) policy for "https://data.example.org";
        provider Portal = "بوابة البيانات";
        /// ضرورية
        ///
        /// لا يعمل الموقع بدونها.
        category Necessary: exempt {
            with provider = Portal;
            cookie | duration;
            /// يتذكر ما اخترته
            PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
        }
        /// قياس الجمهور
        ///
        /// يخبرنا بما يُقرأ.
        category Statistics: opt_in {
            with provider = Portal;
            cookie | duration;
            /// يتعرف على الزائر العائد
            "_pk_id.{site}.{hash}" | 13 months | set_by = script;
        }
    }
}

fn pages_are_accessible_from_right_to_left(visitor: &Context<'_>, axe: &str) {
    let site = Site::start(site(&Guard::new(arabic::POLICY), ""));
    let page = visitor.page();
    nothing_is_found(
        &page,
        &site,
        axe,
        &["/", "/cookies", "/cookies/preferences"],
    );
    page.navigate(&site.url("/cookies"));
    assert!(has(&page, "html[lang=ar][dir=rtl]"));
    // Titles stand on the right where a page is written from there.
    let right = "(() => { const range = document.createRange(); range.selectNodeContents(document.querySelector('h1'));
        const main = document.querySelector('main').getBoundingClientRect();
        return range.getBoundingClientRect().right > main.right - 40 })()";
    assert_eq!(page.evaluate(right), true);
}
