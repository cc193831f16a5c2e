//! Where the browser keeps no answer, nobody says that it was saved.

use cookie_decl::{Guard, Visitor};

use super::chosen::shop;
use super::{ACCEPT, BANNER, MESSAGE, REFUSE, Site, choose, has, keeps, page, site, stored, text};
use crate::client::{Context, Page, WITHOUT_COOKIES};
use crate::{Test, tests};

pub(super) const TESTS: &[Test] = tests![
    without_tls_no_secure_answer_is_kept
    without_tls_and_scripts_no_secure_answer_is_kept
    answer_that_need_not_be_secure_is_kept_without_tls
    with_cookies_off_no_answer_is_kept
    with_cookies_off_and_without_scripts_no_answer_is_kept
    in_a_frame_of_another_site_no_answer_is_kept
    in_a_frame_of_another_site_and_without_scripts_no_answer_is_kept
    earlier_answer_that_is_still_there_is_not_taken_for_the_new_one
];

const FAILED: &str = "Your choice could not be saved. Please try again.";
const SAVED: &str = "Your choice has been saved.";

fn shop() -> Site {
    Site::start(site(&Guard::new(shop::POLICY), ""))
}

/// The same without the script.
fn plain_shop() -> Site {
    let guard = Guard::new(shop::POLICY);
    let home = axum::routing::get(|visitor: Visitor<shop::Category>| async move {
        page("", &visitor.banner(), "")
    });
    Site::start(
        axum::Router::new()
            .route("/", home)
            .merge(guard.routes())
            .layer(guard.clone()),
    )
}

#[track_caller]
fn fails(visitor: &Context<'_>, page: &Page<'_>, address: &str) {
    page.navigate(address);
    choose(page, ACCEPT);
    assert_eq!(text(page, MESSAGE), FAILED);
    assert!(has(page, BANNER));
    assert!(stored(visitor).is_empty());
}

#[track_caller]
fn fails_without_scripts(visitor: &Context<'_>, page: &Page<'_>, address: &str) {
    page.scripts(false);
    page.navigate(address);
    page.loading(|| page.click(ACCEPT));
    assert_eq!(text(page, MESSAGE), FAILED);
    assert_eq!(
        page.evaluate(&format!("document.querySelector({MESSAGE:?}).role")),
        "alert"
    );
    assert!(has(page, REFUSE), "the form is there to try again");
    // The way back leads to where the visitor was.
    page.loading(|| page.click(".cookie-preferences p:last-child a"));
    assert_eq!(page.url(), address);
    assert!(stored(visitor).is_empty());
}

fn without_tls_no_secure_answer_is_kept(visitor: &Context<'_>) {
    fails(
        visitor,
        &visitor.page(),
        &shop().at("www.shop.example", "/"),
    );
}

fn without_tls_and_scripts_no_secure_answer_is_kept(visitor: &Context<'_>) {
    fails_without_scripts(
        visitor,
        &visitor.page(),
        &shop().at("www.shop.example", "/"),
    );
}

pub(super) mod local {
    cookie_decl::declare_cookies! {
        pub(in crate::portal) policy;
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration | attributes;
            /// Remembers what you chose
            PREFERENCES: Consent = "cookie_preferences" | 6 months | SameSite=Lax;
        }
        /// Statistics
        category Statistics: opt_in {
            cookie | duration | set_by;
            /// Recognises you
            "_ga" | 13 months | script;
            /// Recognises you for one shop
            #[allow(pattern_overlap)]
            "_ga_{shop}" | 13 months | script;
            /// Recognises you, and safely
            "__Secure-ga" | 13 months | script | attributes = Secure SameSite=Lax;
            /// Tells visits apart
            "visit" | session | other;
            /// Is not for scripts
            "hidden" | session | other | attributes = HttpOnly SameSite=Lax;
        }
        /// Comfort
        category Comfort: opt_in {
            cookie | duration | set_by;
            /// Remembers a colour
            "_ga_colour" | 1 month | script;
        }
    }
}

fn answer_that_need_not_be_secure_is_kept_without_tls(visitor: &Context<'_>) {
    let site = Site::start(site(&Guard::new(local::POLICY), ""));
    let page = visitor.page();
    page.navigate(&site.at("www.shop.example", "/"));
    choose(&page, REFUSE);
    assert_eq!(text(&page, MESSAGE), SAVED);
    page.scripts(false);
    page.navigate(&site.at("www.shop.example", "/cookies/preferences"));
    page.loading(|| page.click(ACCEPT));
    assert_eq!(text(&page, MESSAGE), SAVED);
    keeps(visitor, &["cookie_preferences"]);
}

fn with_cookies_off_no_answer_is_kept(visitor: &Context<'_>) {
    fails(visitor, &visitor.page(), &shop().at(WITHOUT_COOKIES, "/"));
}

fn with_cookies_off_and_without_scripts_no_answer_is_kept(visitor: &Context<'_>) {
    fails_without_scripts(visitor, &visitor.page(), &shop().at(WITHOUT_COOKIES, "/"));
}

/// The site in a frame of another one, once the visitor agreed there.
fn agreed_in_a_frame<'v>(top: &Page<'v>, site: &Site, other: &Site) -> Page<'v> {
    top.navigate(&other.at("another.localhost", "/"));
    top.embed(&site.url("/"));
    let frame = top.frame();
    frame.evaluate(&format!("document.querySelector({ACCEPT:?}).click()"));
    frame.wait_for(&format!(
        "document.querySelector({MESSAGE:?}).textContent !== ''"
    ));
    frame
}

fn in_a_frame_of_another_site_no_answer_is_kept(visitor: &Context<'_>) {
    let (site, other, top) = (shop(), shop(), visitor.page());
    let frame = agreed_in_a_frame(&top, &site, &other);
    assert_eq!(text(&frame, MESSAGE), FAILED);
    assert!(stored(visitor).is_empty());
}

fn in_a_frame_of_another_site_and_without_scripts_no_answer_is_kept(visitor: &Context<'_>) {
    let (site, other, top) = (plain_shop(), shop(), visitor.page());
    let frame = agreed_in_a_frame(&top, &site, &other);
    assert_eq!(text(&frame, MESSAGE), FAILED);
    // Another site could show it, so there is nothing to click.
    assert!(!has(&frame, "form"));
    assert!(stored(visitor).is_empty());
}

fn earlier_answer_that_is_still_there_is_not_taken_for_the_new_one(visitor: &Context<'_>) {
    let site = shop();
    let page = visitor.page();
    page.navigate(&site.url("/cookies"));
    choose(&page, REFUSE);
    let before = visitor.cookies();
    // Of an answer without credentials nothing is kept.
    page.evaluate(
        "{ const { fetch } = window; window.fetch = (address, post) =>
            fetch(address, post && { ...post, credentials: 'omit' }) }",
    );
    choose(&page, ACCEPT);
    assert_eq!(text(&page, MESSAGE), FAILED);
    assert_eq!(visitor.cookies(), before);
}
