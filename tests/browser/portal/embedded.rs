//! Elements that wait for consent: the placeholder in their place, and what a choice does to them without loading the
//! page anew.

use axum::Router;
use axum::response::Html;
use axum::routing::get;
use cookie_decl::guard::SecurityPolicy;
use cookie_decl::{Guard, Visitor};
use serde_json::json;

use super::content_policy::under;
use super::{
    ACCEPT, BANNER, REFUSE, Site, asked_for_any, choose, has, is_quiet, javascript, keeps, stored,
    text,
};
use crate::client::{Context, Page};
use crate::{Test, TestWithFile, tests};

pub(super) const TESTS: &[Test] = tests![
    placeholder_says_what_waits_and_who_receives_data
    element_loads_once_without_an_answer
    element_that_was_loaded_once_goes_with_the_next_answer
    script_of_an_element_that_was_loaded_once_ends_with_the_next_answer
    always_allowing_grants_one_category_and_leaves_the_others_open
    answer_that_is_not_kept_is_said_beside_the_button
    denied_element_is_taken_back_and_comes_again
    element_of_the_server_is_taken_back
    element_is_there_without_a_script_once_granted
    without_a_script_the_form_is_posted
    placeholder_is_as_large_as_the_element
    placeholder_is_on_paper_without_buttons
    placeholder_is_used_by_keyboard
    placeholder_reflows_at_320_pixels
    policy_of_the_guard_leaves_only_the_answer
    signal_that_outranks_the_answer_leaves_no_button_for_it
    frame_and_image_wait_for_their_category
    address_of_a_script_is_not_loaded
    template_waits_for_its_category
    scripts_of_a_template_keep_their_order
    template_without_the_nonce_is_not_inserted
    part_that_is_older_than_the_answer_asks_to_be_reloaded
    forms_that_pretend_to_be_elements_stop_nothing
];

pub(super) const WITH_AXE: &[TestWithFile] = tests![placeholder_is_accessible];

mod cookies {
    cookie_decl::declare_cookies! {
        pub(super) policy;
        provider Tiles = "Example Tiles" { privacy: "https://vendor.example/privacy", domain: "vendor.example", third_party }
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {
            cookie | duration;
            /// Remembers what you chose
            PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
        }
        /// Maps
        category Maps: opt_in {
            cookie | duration | provider | set_by;
            /// Tells visitors apart
            "tiles" | 1 day | Tiles | "vendor.example";
        }
        /// Statistics
        category Statistics: opt_in {
            cookie | duration;
            /// Counts
            COUNT = "count" | 1 day;
        }
        /// Adverts
        category Adverts: opt_in(gpc) {
            cookie | duration | set_by;
            /// Chooses adverts
            "advert" | 1 day | "adverts.example";
        }
    }
}

use cookies::{Category, POLICY};

type Visit = Visitor<Category>;

const ONCE: &str = "[data-cookie-once]";
const ALWAYS: &str = "[data-cookie-embed] [value=grant]";
const PLACEHOLDER: &str = "[data-cookie-placeholder]";

/// A company with a map, and a site with a page for each visitor.
struct Sites {
    site: Site,
    _vendor: Site,
}

impl Sites {
    /// The content gets the visitor and the address of the map.
    fn new(content: fn(&Visit, &str) -> String) -> Self {
        Self::of(&Guard::new(POLICY), content)
    }

    fn of(guard: &Guard<Category>, content: fn(&Visit, &str) -> String) -> Self {
        let map = || async { Html("<!DOCTYPE html><title>Map</title><p>A map") };
        let mark = || async { javascript("window.order = [...window.order ?? [], 'vendor']") };
        let vendor = Site::start(
            Router::new()
                .route("/map", get(map))
                .route("/widget.js", get(mark)),
        );
        let address = vendor.at("www.vendor.example", "/map");
        let home = get(move |visitor: Visit| async move {
            let content = content(&visitor, &address);
            super::page(&visitor.head(), &visitor.banner(), &content)
        });
        let app = Router::new().route("/", home).merge(guard.routes());
        let site = Site::start(Router::new().fallback_service(guard.protect(app)));
        Self {
            site,
            _vendor: vendor,
        }
    }

    fn open<'c>(&self, visitor: &'c Context<'_>) -> Page<'c> {
        let page = visitor.page();
        page.navigate(&self.site.url("/"));
        page.wait_for("window.cookieconsent !== undefined");
        page
    }
}

/// A map as a site would have it.
fn frame(visitor: &Visit, map: &str) -> String {
    let html = format!(
        "<iframe src=\"{map}\" title=\"Where we are\" width=\"400\" height=\"300\"></iframe>"
    );
    visitor.embed(Category::Maps, &html)
}

fn is_loaded(page: &Page<'_>) -> bool {
    asked_for_any(page, &["/map"])
}

/// Whether the visitor sees the map, or the placeholder.
fn shows(page: &Page<'_>, map: bool) {
    page.wait_for(&format!(
        "(document.querySelector('iframe') !== null) === {map}
            && document.querySelector({PLACEHOLDER:?}).checkVisibility() !== {map}"
    ));
}

fn is_same(page: &Page<'_>) -> bool {
    page.evaluate("window.isSame === true") == true
}

fn placeholder_says_what_waits_and_who_receives_data(visitor: &Context<'_>) {
    let sites = Sites::new(frame);
    let page = sites.open(visitor);
    shows(&page, false);
    let placeholder = text(&page, PLACEHOLDER);
    for said in [
        "This content needs your consent for: Maps.",
        "When it loads, your browser sends data to: Example Tiles.",
    ] {
        assert!(placeholder.contains(said), "{placeholder}");
    }
    assert_eq!(text(&page, ONCE), "Load this once: Example Tiles");
    assert_eq!(text(&page, ALWAYS), "Always allow: Maps");
    assert!(has(
        &page,
        "[data-cookie-placeholder] a[href='https://vendor.example/privacy']"
    ));
    assert!(!is_loaded(&page));
    is_quiet(&page);
}

fn element_loads_once_without_an_answer(visitor: &Context<'_>) {
    let sites = Sites::new(frame);
    let page = sites.open(visitor);
    page.click(ONCE);
    shows(&page, true);
    page.wait_for("document.activeElement.matches('[data-cookie-embed]')");
    assert!(is_loaded(&page));
    assert_eq!(page.evaluate("cookieconsent.granted"), json!(["Necessary"]));
    assert!(has(&page, BANNER) && stored(visitor).is_empty());
    page.navigate(&sites.site.url("/"));
    shows(&page, false);
    is_quiet(&page);
}

fn element_that_was_loaded_once_goes_with_the_next_answer(visitor: &Context<'_>) {
    let sites = Sites::new(frame);
    let page = sites.open(visitor);
    page.click(ONCE);
    shows(&page, true);
    choose(&page, REFUSE);
    shows(&page, false);
}

fn script_of_an_element_that_was_loaded_once_ends_with_the_next_answer(visitor: &Context<'_>) {
    let sites = Sites::new(|visitor, map| {
        let widget = map.replace("/map", "/widget.js");
        visitor.embed(
            Category::Maps,
            &format!("<script src=\"{widget}\"></script>"),
        )
    });
    let page = sites.open(visitor);
    page.click(ONCE);
    page.wait_for("window.order?.length === 1");
    page.loading(|| page.click(REFUSE));
    assert_eq!(page.evaluate("window.order ?? null"), json!(null));
    assert!(!has(&page, BANNER));
}

fn always_allowing_grants_one_category_and_leaves_the_others_open(visitor: &Context<'_>) {
    let sites = Sites::new(frame);
    let page = sites.open(visitor);
    page.evaluate("window.isSame = true");
    page.click(ALWAYS);
    shows(&page, true);
    assert!(is_same(&page));
    page.wait_for("document.activeElement.matches('[data-cookie-embed]')");
    assert_eq!(
        page.evaluate("cookieconsent.granted"),
        json!(["Necessary", "Maps"])
    );
    keeps(visitor, &["__Host-cookie_preferences"]);
    // The other categories are still asked about, as on the first visit.
    page.navigate(&sites.site.url("/"));
    shows(&page, true);
    assert!(has(&page, BANNER) && !has(&page, "[data-cookie-reason]"));
    choose(&page, REFUSE);
    shows(&page, false);
    is_quiet(&page);
}

fn answer_that_is_not_kept_is_said_beside_the_button(visitor: &Context<'_>) {
    let sites = Sites::new(frame);
    let page = sites.open(visitor);
    page.evaluate(
        "document.querySelector('[data-cookie-placeholder] [name=allow]').value = 'Nothing'",
    );
    page.click(ALWAYS);
    page.wait_for("document.querySelector('[data-cookie-failed]').textContent !== ''");
    assert_eq!(
        text(&page, "[data-cookie-failed]"),
        "Your choice could not be saved. Please try again."
    );
    shows(&page, false);
}

fn denied_element_is_taken_back_and_comes_again(visitor: &Context<'_>) {
    let sites = Sites::new(frame);
    let page = sites.open(visitor);
    page.evaluate("window.isSame = true");
    page.click(ALWAYS);
    shows(&page, true);
    page.click(REFUSE);
    shows(&page, false);
    page.click(ALWAYS);
    shows(&page, true);
    page.wait_for("frames.length === 1");
    assert!(is_same(&page));
    is_quiet(&page);
}

fn element_of_the_server_is_taken_back(visitor: &Context<'_>) {
    let sites = Sites::new(frame);
    let page = sites.open(visitor);
    choose(&page, ACCEPT);
    page.navigate(&sites.site.url("/"));
    page.wait_for("window.cookieconsent !== undefined && frames.length === 1");
    assert!(!has(&page, "template"));
    page.evaluate("window.isSame = true");
    let other = visitor.page();
    other.navigate(&sites.site.url("/cookies/preferences"));
    choose(&other, REFUSE);
    shows(&page, false);
    page.wait_for("frames.length === 0");
    choose(&other, ACCEPT);
    shows(&page, true);
    assert!(is_same(&page));
}

fn element_is_there_without_a_script_once_granted(visitor: &Context<'_>) {
    let sites = Sites::new(frame);
    choose(&sites.open(visitor), ACCEPT);
    let page = visitor.page();
    page.scripts(false);
    page.navigate(&sites.site.url("/"));
    shows(&page, true);
    assert!(is_loaded(&page));
}

fn without_a_script_the_form_is_posted(visitor: &Context<'_>) {
    let sites = Sites::new(frame);
    let page = visitor.page();
    page.scripts(false);
    page.navigate(&sites.site.url("/"));
    shows(&page, false);
    let is_seen = format!("document.querySelector({ONCE:?}).checkVisibility()");
    assert_eq!(page.evaluate(&is_seen), false);
    assert!(has(
        &page,
        "[data-cookie-placeholder] [data-cookie-choose][href='/cookies/preferences?return=/']"
    ));
    page.loading(|| page.click(ALWAYS));
    assert_eq!(page.url(), sites.site.url("/#cookie-saved"));
    shows(&page, true);
    assert!(has(&page, BANNER));
}

fn placeholder_is_as_large_as_the_element(visitor: &Context<'_>) {
    let sites = Sites::new(|visitor, map| {
        let html = format!("<iframe src=\"{map}\" title=\"Map\" width=700 height=450></iframe>");
        visitor.embed(Category::Maps, &html) + "<p id=after>After"
    });
    let page = sites.open(visitor);
    let top = "document.querySelector('#after').getBoundingClientRect().top + scrollY";
    let before = page.evaluate(top).as_f64().expect("a number");
    page.click(ONCE);
    shows(&page, true);
    let after = page.evaluate(top).as_f64().expect("a number");
    // The frame stands on a line of text and has a border.
    assert!((before - after).abs() < 16.0, "{before} {after}");
}

fn placeholder_is_on_paper_without_buttons(visitor: &Context<'_>) {
    let sites = Sites::new(frame);
    let page = sites.open(visitor);
    page.call("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    assert!(text(&page, PLACEHOLDER).contains("Example Tiles"));
    let shown = "[...document.querySelectorAll('[data-cookie-placeholder] :is(button, a[href^=\"/\"])')].filter(it =>
        it.checkVisibility()).length";
    assert_eq!(page.evaluate(shown), 0);
}

fn placeholder_is_used_by_keyboard(visitor: &Context<'_>) {
    let sites = Sites::new(frame);
    let page = sites.open(visitor);
    page.evaluate("document.querySelector('[data-cookie-placeholder] a').focus()");
    page.press("Tab");
    let seen = "document.activeElement.matches('[data-cookie-once]')
        && getComputedStyle(document.activeElement).outlineStyle === 'solid'";
    assert_eq!(page.evaluate(seen), true);
    page.press("Enter");
    shows(&page, true);
    page.press("Tab");
    page.wait_for("document.activeElement.matches('iframe')");
}

fn placeholder_reflows_at_320_pixels(visitor: &Context<'_>) {
    let sites = Sites::new(frame);
    let page = sites.open(visitor);
    page.viewport(320, 640, 1);
    let wide = "document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth";
    assert_eq!(page.evaluate(wide), true);
    let small =
        "[...document.querySelectorAll('[data-cookie-placeholder] button')].filter(button => {
        const { width, height } = button.getBoundingClientRect();
        return width < 24 || height < 24 || button.scrollWidth > button.clientWidth + 1;
    }).map(button => button.outerHTML)";
    assert_eq!(page.evaluate(small), json!([]));
}

fn policy_of_the_guard_leaves_only_the_answer(visitor: &Context<'_>) {
    let guard = Guard::new(POLICY).security_policy(SecurityPolicy::enforced());
    let sites = Sites::of(&guard, frame);
    let page = sites.open(visitor);
    // The page cannot load it: the button would show an error of the browser.
    assert!(!has(&page, ONCE));
    page.loading(|| page.click(ALWAYS));
    shows(&page, true);
    page.wait_for("frames.length === 1");
    is_quiet(&page);
}

fn signal_that_outranks_the_answer_leaves_no_button_for_it(visitor: &Context<'_>) {
    let sites = Sites::new(|visitor, _| visitor.embed(Category::Adverts, "<p id=advert>Buy"));
    let page = visitor.page();
    page.extra_headers(&[("Sec-GPC", "1")]);
    page.navigate(&sites.site.url("/"));
    assert!(!has(&page, ALWAYS));
    let placeholder = text(&page, PLACEHOLDER);
    assert!(
        placeholder.contains("Global Privacy Control"),
        "{placeholder}"
    );
    assert_eq!(text(&page, ONCE), "Load this once: adverts.example");
}

fn frame_and_image_wait_for_their_category(visitor: &Context<'_>) {
    let sites = Sites::new(|_, map| {
        format!(
            "<iframe data-cookie-category=Maps data-src='{map}' title=Map></iframe>
            <img data-cookie-category=Maps data-src='/pixel.png' alt=''>"
        )
    });
    let page = sites.open(visitor);
    assert!(!asked_for_any(&page, &["/map", "/pixel.png"]));
    choose(&page, ACCEPT);
    page.wait_for("frames.length === 1 && document.querySelector('iframe').src !== ''");
    assert!(is_loaded(&page) && asked_for_any(&page, &["/pixel.png"]));
    // Nothing remembers how they were, so the page is loaded anew.
    let other = visitor.page();
    other.navigate(&sites.site.url("/cookies/preferences"));
    page.loading(|| choose(&other, REFUSE));
    assert!(!has(&page, "iframe[src]"));
}

fn address_of_a_script_is_not_loaded(visitor: &Context<'_>) {
    let sites = Sites::new(|_, _| {
        "<iframe data-cookie-category=Necessary data-src='javascript:parent.ran = 1'></iframe>
        <iframe data-cookie-category=Necessary data-src=' java\nscript:parent.ran = 1'></iframe>
        <iframe data-cookie-category=Necessary></iframe>
        <img data-cookie-category=Necessary data-src='/pixel.png' alt=''>"
            .to_owned()
    });
    let page = sites.open(visitor);
    page.wait_for("document.querySelector('img').src !== ''");
    assert_eq!(page.evaluate("window.ran ?? null"), json!(null));
    let console = page.console();
    let said = console
        .iter()
        .filter(|line| line.contains("cookie-decl: no address"));
    assert_eq!(said.count(), 3, "{console:?}");
}

fn template_waits_for_its_category(visitor: &Context<'_>) {
    let sites = Sites::new(|_, map| {
        format!(
            "<template data-cookie-category=Maps><iframe src='{map}' title=Map></iframe></template>
            <template data-cookie-category=maps><p id=unknown>No</p></template>"
        )
    });
    let page = sites.open(visitor);
    assert!(!is_loaded(&page));
    choose(&page, ACCEPT);
    page.wait_for("frames.length === 1");
    assert!(!has(&page, "#unknown"));
    let console = page.console();
    assert_eq!(console.len(), 1, "{console:?}");
    assert!(console[0].contains("unknown category"), "{console:?}");
}

fn scripts_of_a_template_keep_their_order(visitor: &Context<'_>) {
    let sites = Sites::new(|visitor, map| {
        let widget = map.replace("/map", "/widget.js");
        let html = format!(
            "<script src=\"{widget}\"></script><script>order.push('inline')</script>
            <script type=\"text/plain\" data-cookie-category=\"Statistics\">order.push('other')</script>
            <script type=\"module\">order.push('module')</script>"
        );
        visitor.embed(Category::Maps, &html)
    });
    let page = sites.open(visitor);
    page.click(ALWAYS);
    page.wait_for("window.order?.length === 3");
    assert_eq!(
        page.evaluate("order.slice(0, 2)"),
        json!(["vendor", "inline"])
    );
    choose(&page, ACCEPT);
    page.wait_for("order.includes('other')");
    // The same happens on a page that comes with the answer.
    page.navigate(&sites.site.url("/"));
    page.wait_for("window.order?.length === 4");
    is_quiet(&page);
}

fn template_without_the_nonce_is_not_inserted(visitor: &Context<'_>) {
    let home = get(|visitor: Visit| async move {
        let head = visitor.head_with_nonce("r4nd0m");
        let injected = "<template data-cookie-category=Necessary><script>window.ran = 1</script></template>
            <template data-cookie-category=Necessary nonce=guessed><script>window.ran = 1</script></template>
            <template data-cookie-category=Necessary nonce=r4nd0m><script>window.ran = 1</script><p id=in>In</p></template>
            <iframe data-cookie-category=Necessary data-src='/' title=Injected></iframe>";
        let own = visitor.embed(
            Category::Maps,
            "<p id=map>A map</p><script nonce=r4nd0m>window.own = 1</script>",
        );
        super::page(&head, &visitor.banner(), &(injected.to_owned() + &own))
    });
    let guard = Guard::new(POLICY);
    let policy = "script-src 'nonce-r4nd0m' 'strict-dynamic'; object-src 'none'; base-uri 'none'";
    let app = Router::new().route("/", home);
    let site = under(policy, app.merge(guard.routes()).layer(guard.clone()));
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.wait_for("document.querySelector('#in') !== null");
    choose(&page, ACCEPT);
    page.wait_for("document.querySelector('#map') !== null && window.own === 1");
    assert_eq!(
        page.evaluate("[window.ran ?? null, document.querySelectorAll('template').length, frames.length && frames[0].location.href]"),
        json!([null, 2, "about:blank"])
    );
}

fn part_that_is_older_than_the_answer_asks_to_be_reloaded(visitor: &Context<'_>) {
    let sites = Sites::new(|visitor, _| {
        let allowed = visitor.consent().allows(Category::Statistics);
        format!(
            "<p id=part>{allowed}</p>{}",
            visitor.reload_notice(&[Category::Statistics])
        )
    });
    let page = sites.open(visitor);
    let is_asked = "document.querySelector('[data-cookie-reload]').checkVisibility()";
    assert_eq!(page.evaluate(is_asked), false);
    choose(&page, ACCEPT);
    page.wait_for(is_asked);
    assert_eq!(
        text(&page, "[role=status] > [data-cookie-reload] p"),
        "This part of the page does not reflect your choice yet."
    );
    page.loading(|| page.click("[data-cookie-reload] a"));
    assert_eq!(text(&page, "#part"), "true");
    assert_eq!(page.evaluate(is_asked), false);
    // Nor after a choice that does not change the category, and no longer when the old answer is back.
    let other = visitor.page();
    other.navigate(&sites.site.url("/cookies/preferences"));
    choose(&other, REFUSE);
    page.wait_for(is_asked);
    choose(&other, ACCEPT);
    page.wait_for(&format!("!{is_asked}"));
}

fn forms_that_pretend_to_be_elements_stop_nothing(visitor: &Context<'_>) {
    // As a sanitizer may leave what a visitor wrote.
    let sites = Sites::new(|visitor, map| {
        format!(
            "<form data-cookie-embed=Maps data-cookie-category=Maps data-cookie-reload=Maps><input name=dataset>
            <input name=hidden><input name=firstElementChild><input name=closest></form>{}",
            frame(visitor, map)
        )
    });
    let page = sites.open(visitor);
    page.evaluate("document.dispatchEvent(new Event('click', { bubbles: true })); null");
    page.click("form[data-cookie-embed]");
    page.click(ALWAYS);
    shows(&page, true);
    is_quiet(&page);
}

fn placeholder_is_accessible(visitor: &Context<'_>, axe: &str) {
    let sites = Sites::new(frame);
    let page = sites.open(visitor);
    for scheme in ["light", "dark"] {
        page.media(&[("prefers-color-scheme", scheme)]);
        let found = page.axe(axe);
        assert!(found.is_empty(), "{scheme}: {found:#?}");
    }
    page.click(ALWAYS);
    shows(&page, true);
    let found = page.axe(axe);
    assert!(found.is_empty(), "{found:#?}");
}
