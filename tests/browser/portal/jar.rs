//! The visitor's word in the browser's own jar, where a name can stand several times: on the host, on the domain above it,
//! and under a path. All of it without the script, so that the server's part is seen alone.

use axum::Router;
use axum::routing::get;
use cookie_decl::consent::Categories;
use cookie_decl::{Guard, Visitor};
use serde_json::json;

use super::{ACCEPT, BANNER, REFUSE, Site, has, keeps, page as html};
use crate::client::{Context, Page};
use crate::{Test, tests};

pub(super) const TESTS: &[Test] = tests![
    refusal_reaches_the_domains_that_scripts_use
    what_does_not_fit_goes_with_the_next_pages
    newest_of_two_answers_counts_and_a_choice_removes_the_other
    answer_of_a_sibling_neither_plants_nor_doubles_a_host_name
    answer_moves_with_its_row
];

/// A release of a shop, whose consent row has these attributes.
macro_rules! shop {
    ($module:ident, $name:literal, [$($attributes:tt)*], $retired:tt) => {
        mod $module {
            cookie_decl::declare_cookies! {
                pub(super) policy for "http://www.shop.example";
                /// Needed
                ///
                /// The site does not work without these.
                category Necessary: exempt {
                    cookie | duration;
                    /// Remembers what you chose
                    PREFERENCES: Consent = $name | 6 months | attributes = $($attributes)*;
                }
                /// Statistics
                category Statistics: opt_in {
                    cookie | duration;
                    with set_by = script {
                        /// Recognises a returning visitor
                        "_ga" | 13 months;
                        /// Recognises a returning visitor
                        "_fbp" | 3 months | attributes = SameSite=Lax Domain="shop.example";
                        /// Tells pages apart
                        "_pk_id.{site}" | 13 months;
                    }
                }
                retired $retired
            }
        }
    };
}

// Without `Secure`: the browser keeps no other cookies of this host over plain http.
shop!(host, "preferences", [SameSite = Lax], {});
shop!(domain, "preferences", [SameSite=Lax Domain="shop.example"], { "preferences" Path="/"; });
shop!(prefixed, "__Host-preferences", [Secure SameSite=Lax], {});

/// The shop without the script.
fn plain<K: Categories>(guard: &Guard<K>) -> Router {
    let home = || {
        get(|visitor: Visitor<K>| async move {
            let state = format!(
                "<p id=state>{}</p>",
                visitor.head().contains("granted=\"Necessary Statistics\"")
            );
            html("", &visitor.banner(), &state)
        })
    };
    Router::new()
        .route("/", home())
        .route("/deep/page", home())
        .merge(guard.routes())
        .layer(guard.clone())
}

fn allows(page: &Page<'_>) -> bool {
    page.evaluate("document.getElementById('state').textContent === 'true'") == true
}

const HOST: &str = "www.shop.example";

/// Puts a cookie into the jar: its name and value, the domain that it is on or the host alone, and its path.
fn set(
    visitor: &Context<'_>,
    site: &Site,
    (name, value): (&str, &str),
    domain: Option<&str>,
    path: &str,
) {
    let mut cookie =
        json!({ "name": name, "value": value, "url": site.at(HOST, "/"), "path": path });
    if let Some(domain) = domain {
        cookie["domain"] = domain.into();
    }
    visitor.set_cookie(&cookie);
}

fn refusal_reaches_the_domains_that_scripts_use(visitor: &Context<'_>) {
    let site = Site::start(plain(&Guard::new(host::POLICY)));
    let page = visitor.page();
    page.navigate(&site.at(HOST, "/"));
    let above = Some(".shop.example");
    for domain in [None, above, Some(".www.shop.example")] {
        set(visitor, &site, ("_ga", "1"), domain, "/");
        set(visitor, &site, ("_pk_id.7", "2"), domain, "/");
    }
    // On staging hosts the script finds no `shop.example`.
    for domain in [None, above] {
        set(visitor, &site, ("_fbp", "3"), domain, "/");
    }
    set(visitor, &site, ("other", "4"), above, "/");
    page.loading(|| page.click(REFUSE));
    keeps(visitor, &["other", "preferences"]);
}

fn what_does_not_fit_goes_with_the_next_pages(visitor: &Context<'_>) {
    let site = Site::start(plain(&Guard::new(host::POLICY)));
    let page = visitor.page();
    page.navigate(&site.at(HOST, "/"));
    for number in 0..60 {
        set(
            visitor,
            &site,
            (&format!("_pk_id.{number}"), "1"),
            Some(".shop.example"),
            "/",
        );
    }
    page.loading(|| page.click(REFUSE));
    let mut left = visitor.cookies().len();
    assert!(left > 40, "{left}");
    for _ in 0..20 {
        page.navigate(&site.at(HOST, "/"));
        let now = visitor.cookies().len();
        assert!(now < left || now == 1, "each page removes some");
        left = now;
    }
    keeps(visitor, &["preferences"]);
}

fn newest_of_two_answers_counts_and_a_choice_removes_the_other(visitor: &Context<'_>) {
    let site = Site::start(plain(&Guard::new(host::POLICY)));
    let page = visitor.page();
    let now = std::time::SystemTime::UNIX_EPOCH
        .elapsed()
        .expect("it is later")
        .as_secs();
    let answer = |consent| {
        host::PREFERENCES
            .set(&consent)
            .expect("it is decided")
            .value()
            .to_owned()
    };
    let (older, newer) = (
        answer(host::Consent::accept_all(now - 600)),
        answer(host::Consent::refuse_all(now - 300)),
    );
    set(visitor, &site, ("preferences", &newer), None, "/");
    for (domain, path) in [
        (Some(".shop.example"), "/"),
        (None, "/cookies"),
        (None, "/deep"),
    ] {
        set(visitor, &site, ("preferences", &older), domain, path);
    }
    for path in ["/", "/deep/page"] {
        page.navigate(&site.at(HOST, path));
        assert!(!allows(&page) && !has(&page, BANNER), "{path}");
    }
    // Whoever planted it, nobody is locked out: the next choice counts, and the others that it can see are gone.
    page.scripts(false);
    page.navigate(&site.at(HOST, "/cookies"));
    page.loading(|| page.click(ACCEPT));
    for path in ["/", "/deep/page"] {
        page.navigate(&site.at(HOST, path));
        assert!(allows(&page), "{path}");
    }
    let paths: Vec<_> = visitor
        .cookies()
        .into_iter()
        .map(|cookie| (cookie.domain, cookie.path))
        .collect();
    assert_eq!(paths.len(), 2, "{paths:?}");
    assert!(
        paths.contains(&(HOST.to_owned(), "/deep".to_owned())),
        "no page there has sent a choice yet: {paths:?}"
    );
}

fn answer_of_a_sibling_neither_plants_nor_doubles_a_host_name(visitor: &Context<'_>) {
    let site = Site::start(plain(&Guard::new(prefixed::POLICY)));
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.evaluate(
        "document.cookie = '__Host-preferences=x; Domain=localhost; Path=/; Secure'; null",
    );
    page.evaluate("document.cookie = '__Host-preferences=x; Path=/deep; Secure'; null");
    assert!(visitor.cookies().is_empty());
    page.loading(|| page.click(ACCEPT));
    keeps(visitor, &["__Host-preferences"]);
}

fn answer_moves_with_its_row(visitor: &Context<'_>) {
    let site = Site::start(plain(&Guard::new(host::POLICY)));
    let page = visitor.page();
    page.navigate(&site.at(HOST, "/"));
    page.loading(|| page.click(ACCEPT));
    site.becomes(plain(&Guard::new(domain::POLICY)));
    let domains = || {
        let mut domains: Vec<_> = visitor
            .cookies()
            .into_iter()
            .map(|cookie| cookie.domain)
            .collect();
        domains.sort();
        domains
    };
    assert_eq!(domains(), [HOST]);
    page.navigate(&site.at(HOST, "/"));
    assert!(allows(&page) && !has(&page, BANNER));
    assert_eq!(domains(), [".shop.example", HOST]);
    page.navigate(&site.at(HOST, "/"));
    assert!(allows(&page) && !has(&page, BANNER));
    assert_eq!(domains(), [".shop.example"]);
    // And a sibling knows it from now on.
    page.navigate(&site.at("shop.example", "/"));
    assert!(allows(&page));
}
