//! A strict `Content-Security-Policy` holds on every page, and nothing is written into the pages themselves.

use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::middleware::map_response;
use axum::response::Response;
use axum::routing::get;
use cookie_decl::Guard;
use serde_json::json;

use super::{
    ACCEPT, PAGES, REFUSE, SAVE, Site, choose, is_quiet, javascript, keeps, open_form, portal, site,
};
use crate::client::{Context, Page};
use crate::{Test, tests};

pub(super) const TESTS: &[Test] = tests![
    everything_works_under_the_strictest_policy
    everything_works_where_scripts_have_to_be_trusted
    inline_script_with_a_nonce_starts_once_agreed
    nothing_is_inline_on_any_page
    only_scripts_are_started
    script_and_style_are_small
];

const STRICT: &str =
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const TRUSTED: &str = "default-src 'self'; require-trusted-types-for 'script'";

pub(super) fn under(policy: &'static str, app: Router) -> Site {
    Site::start(
        app.layer(map_response(move |mut response: Response| async move {
            response
                .headers_mut()
                .insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
            response
        })),
    )
}

fn walk(visitor: &Context<'_>, site: &Site) {
    let page = visitor.page();
    for path in PAGES {
        page.navigate(&site.url(path));
    }
    page.navigate(&site.url("/data/air"));
    open_form(&page);
    page.click("[type=checkbox][value=Maps]");
    choose(&page, SAVE);
    page.navigate(&site.url("/data/air"));
    page.wait_for("document.getElementById('map')?.textContent.length > 0");
    page.navigate(&site.url("/cookies"));
    choose(&page, ACCEPT);
    for path in PAGES {
        page.navigate(&site.url(path));
    }
    page.wait_for("document.cookie.includes('_pk_') || location.pathname.startsWith('/cookies')");
    page.navigate(&site.url("/cookies"));
    choose(&page, REFUSE);
    page.evaluate("document.querySelector('.cookie-button').matches('.cookie-button')");
    assert_eq!(styled(&page), "pointer");
    is_quiet(&page);
}

/// The stylesheet was let in as well.
fn styled(page: &Page<'_>) -> String {
    let cursor = page.evaluate("getComputedStyle(document.querySelector('.cookie-button')).cursor");
    cursor.as_str().expect("a keyword").to_owned()
}

fn everything_works_under_the_strictest_policy(visitor: &Context<'_>) {
    walk(visitor, &under(STRICT, portal()));
}

fn everything_works_where_scripts_have_to_be_trusted(visitor: &Context<'_>) {
    walk(visitor, &under(TRUSTED, portal()));
}

mod inline {
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
        /// Statistics
        category Statistics: opt_in {
            cookie | duration | set_by;
            /// Counts
            "count" | 1 day | script;
        }
    }
}

fn inline_script_with_a_nonce_starts_once_agreed(visitor: &Context<'_>) {
    let policy =
        "default-src 'self'; script-src 'self' 'nonce-r4nd0m'; require-trusted-types-for 'script'";
    let waiting = "<script type='text/plain' data-cookie-category='Statistics' nonce='r4nd0m'>
            document.cookie = 'count=1; Path=/; SameSite=Lax';
        </script>
        <script type='text/plain' data-cookie-category='Statistics' src='/more.js' data-more='yes'></script>";
    let app = site(&Guard::new(inline::POLICY), waiting).route(
        "/more.js",
        get(|| async { javascript("window.more = document.currentScript.dataset.more") }),
    );
    let site = under(policy, app);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    assert!(visitor.cookies().is_empty());
    choose(&page, ACCEPT);
    page.wait_for("window.more === 'yes'");
    keeps(visitor, &["__Host-cookie_preferences", "count"]);
    is_quiet(&page);
}

fn nothing_is_inline_on_any_page(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    let inline = "[...document.querySelectorAll('*')].filter(element =>
        element.localName === 'style' || element.localName === 'script' && !element.hasAttribute('src')
        || element.getAttributeNames().some(name => name === 'style' || name.startsWith('on'))
        || /^\\s*javascript:/i.test(element.getAttribute('href') ?? '')
    ).map(element => element.outerHTML)";
    page.navigate(&site.url("/"));
    for path in PAGES {
        page.navigate(&site.url(path));
        assert_eq!(page.evaluate(inline), json!([]), "{path}");
    }
}

fn only_scripts_are_started(visitor: &Context<'_>) {
    // As a sanitizer leaves what a visitor wrote.
    let waiting =
        "<a type='text/plain' data-cookie-category='Necessary'>window.started = 'text'</a>
        <p type='text/plain' data-cookie-category='Necessary' src='/evil.js'></p>
        <script type='text/plain' data-cookie-category='Necessary'>window.known = true</script>";
    let app = site(&Guard::new(inline::POLICY), waiting).route(
        "/evil.js",
        get(|| async { javascript("window.started = 'file'") }),
    );
    let site = Site::start(app);
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.wait_for("window.known");
    choose(&page, REFUSE);
    assert_eq!(page.evaluate("window.started ?? null"), json!(null));
}

fn script_and_style_are_small(visitor: &Context<'_>) {
    let site = Site::portal();
    let page = visitor.page();
    page.navigate(&site.url("/"));
    for file in ["script.js", "style.css"] {
        let bytes = page.evaluate(&format!(
            "fetch('/cookies/{file}').then(r => r.arrayBuffer()).then(b => b.byteLength)"
        ));
        let bytes = bytes.as_u64().expect("a number");
        assert!((500..=6_144).contains(&bytes), "{file}: {bytes}");
    }
}
