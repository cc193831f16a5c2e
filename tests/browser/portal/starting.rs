//! What waits for agreement: in which order it starts, what is never started, and what other scripts of a page do.

use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::middleware::map_request;
use axum::routing::get;
use cookie_decl::{Guard, Visitor};
use serde_json::json;

use super::chosen::shop::{Category, POLICY};
use super::content_policy::under;
use super::{
    ACCEPT, BANNER, MESSAGE, Site, choose, has, is_quiet, javascript, keeps, page, stored, text,
};
use crate::client::npm::File;
use crate::client::{Context, Page};
use crate::{Test, TestWithFile, tests};

pub(super) const TESTS: &[Test] = tests![
    inline_script_waits_for_the_file_before_it
    file_that_is_missing_holds_nothing_up
    asynchronous_script_waits_for_nothing
    module_starts_as_one
    script_that_does_not_wait_is_said
    script_of_no_category_is_said
    script_without_the_nonce_is_not_started
    named_elements_change_nothing
    element_that_is_named_as_the_script_grants_nothing
    form_for_another_site_is_not_sent_there
    fields_that_are_named_as_properties_of_their_form_change_nothing
    click_that_another_script_took_is_not_sent
    form_that_another_script_sends_is_followed
    script_that_is_there_twice_sends_once
    script_that_arrives_later_starts
    banner_that_arrives_after_the_choice_goes
    script_that_arrives_later_reads_what_was_granted
];

pub(super) const TURBO: &File = &File {
    package: "@hotwired/turbo@8.0.23",
    path: "@hotwired/turbo/dist/turbo.es2017-umd.js",
};
pub(super) const WITH_TURBO: &[TestWithFile] = tests![turbo_sends_once_and_later_scripts_start];
pub(super) const HTMX: &File = &File {
    package: "htmx.org@2.0.11",
    path: "htmx.org/dist/htmx.min.js",
};
pub(super) const WITH_HTMX: &[TestWithFile] = tests![htmx_sends_once_and_later_scripts_start];
pub(super) const HTMX_4: &File = &File {
    package: "htmx.org@4.0.1",
    path: "htmx.org/dist/htmx.min.js",
};
pub(super) const WITH_HTMX_4: &[TestWithFile] =
    tests![next_htmx_sends_once_and_later_scripts_start];

/// A shop of two pages, what its scripts are, and the forms that were posted to it.
struct Shop {
    site: Site,
    posts: Arc<Mutex<Vec<String>>>,
}

impl Shop {
    fn new(content: &'static str) -> Self {
        Self::with(content, Visitor::head, Router::new())
    }

    fn with(content: &'static str, head: fn(&Visitor<Category>) -> String, more: Router) -> Self {
        let guard = Guard::new(POLICY);
        let shown = move |visitor: Visitor<Category>| async move {
            page(&head(&visitor), &visitor.banner(), content)
        };
        let slow = get(|| async {
            tokio::time::sleep(Duration::from_millis(200)).await;
            javascript("window.order = [...window.order ?? [], 'slow']; window.library = 'library'")
        });
        let fast = get(|| async { javascript("window.order = [...window.order ?? [], 'fast']") });
        let module =
            get(|| async { javascript("export const name = 'module'; window.order?.push(name)") });
        let posts = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&posts);
        let logged = map_request(move |request: Request| {
            if request.method() == "POST" {
                log.lock()
                    .expect("nobody panics here")
                    .push(request.uri().to_string());
            }
            async move { request }
        });
        let app = Router::new()
            .route("/", get(shown))
            .route("/next", get(shown))
            .merge(more);
        let app = app
            .route("/slow.js", slow)
            .route("/fast.js", fast)
            .route("/module.js", module);
        Self {
            site: Site::start(app.merge(guard.routes()).layer(guard.clone()).layer(logged)),
            posts,
        }
    }

    #[track_caller]
    fn open<'c>(&self, visitor: &'c Context<'_>) -> Page<'c> {
        let page = visitor.page();
        page.navigate(&self.site.url("/"));
        page
    }

    #[track_caller]
    fn agreed<'c>(&self, visitor: &'c Context<'_>) -> Page<'c> {
        let page = self.open(visitor);
        choose(&page, ACCEPT);
        page
    }

    fn posts(&self) -> usize {
        self.posts.lock().expect("nobody panics here").len()
    }
}

/// Long enough for whatever should not happen.
const WHILE: Duration = Duration::from_millis(400);

fn inline_script_waits_for_the_file_before_it(visitor: &Context<'_>) {
    let shop = Shop::new(
        "<script type=text/plain data-cookie-category=Statistics src=/slow.js></script>
        <script type=text/plain data-cookie-category=Statistics>order.push(window.library)</script>
        <script type=text/plain data-cookie-category=Statistics>order.push('inline')</script>
        <script type=text/plain data-cookie-category=Statistics src=/fast.js></script>
        <script type=text/plain data-cookie-category=Statistics>order.push('last')</script>",
    );
    let page = shop.agreed(visitor);
    page.wait_for("window.order?.length === 5");
    assert_eq!(
        page.evaluate("order"),
        json!(["slow", "library", "inline", "fast", "last"])
    );
    is_quiet(&page);
}

fn file_that_is_missing_holds_nothing_up(visitor: &Context<'_>) {
    let shop = Shop::new(
        "<script type=text/plain data-cookie-category=Statistics src=/missing.js></script>
        <script type=text/plain data-cookie-category=Statistics>window.order = ['inline']</script>
        <script type=text/plain data-cookie-category=Statistics>throw new Error('mine')</script>
        <script type=text/plain data-cookie-category=Statistics src=/fast.js></script>",
    );
    let page = shop.agreed(visitor);
    page.wait_for("window.order?.length === 2");
}

fn asynchronous_script_waits_for_nothing(visitor: &Context<'_>) {
    let shop = Shop::new(
        "<script type=text/plain data-cookie-category=Statistics src=/slow.js></script>
        <script type=text/plain data-cookie-category=Statistics src=/fast.js async></script>",
    );
    let page = shop.agreed(visitor);
    page.wait_for("window.order?.length === 2");
    assert_eq!(page.evaluate("order"), json!(["fast", "slow"]));
}

fn module_starts_as_one(visitor: &Context<'_>) {
    let shop = Shop::new(
        "<script>window.order = []</script>
        <script type=text/plain data-type=module data-cookie-category=Statistics src=/module.js></script>
        <script type=text/plain data-type=module data-cookie-category=Statistics>
            import { name } from '/module.js'; order.push('uses ' + name)
        </script>
        <script type=text/plain data-cookie-category=Statistics>order.push('after')</script>",
    );
    let page = shop.agreed(visitor);
    page.wait_for("order.length === 3");
    assert_eq!(
        page.evaluate("order.filter((name) => name !== 'after')"),
        json!(["module", "uses module"])
    );
    // What has a file is waited for, as everywhere.
    assert_eq!(
        page.evaluate("order.indexOf('module') < order.indexOf('after')"),
        true
    );
    is_quiet(&page);
}

fn script_that_does_not_wait_is_said(visitor: &Context<'_>) {
    let shop = Shop::new(
        "<script data-cookie-category=Statistics src=/fast.js></script>
        <script type=module data-cookie-category=Statistics>window.ran = true</script>",
    );
    let page = shop.open(visitor);
    page.wait_for("window.ran");
    let console = page.console();
    assert_eq!(
        console
            .iter()
            .filter(|line| line.contains("cookie-decl: not text/plain"))
            .count(),
        2,
        "{console:?}"
    );
}

fn script_of_no_category_is_said(visitor: &Context<'_>) {
    let shop = Shop::new(
        "<script type=text/plain data-cookie-category=statistics src=/fast.js></script>
        <script type=text/plain data-cookie-category=Statistics src=/slow.js></script>",
    );
    let page = shop.agreed(visitor);
    page.wait_for("window.order?.length === 1");
    let console = page.console();
    assert_eq!(console.len(), 1, "{console:?}");
    assert!(
        console[0].contains("cookie-decl: unknown category"),
        "{console:?}"
    );
}

fn script_without_the_nonce_is_not_started(visitor: &Context<'_>) {
    let waiting = "<script type=text/plain data-cookie-category=Necessary src=/slow.js></script>
        <script type=text/plain data-cookie-category=Necessary nonce=guessed src=/slow.js></script>
        <script type=text/plain data-cookie-category=Necessary nonce=r4nd0m src=/fast.js></script>";
    let guard = Guard::new(POLICY);
    let home = get(move |visitor: Visitor<Category>| async move {
        page(
            &visitor.head_with_nonce("r4nd0m"),
            &visitor.banner(),
            waiting,
        )
    });
    let fast = get(|| async { javascript("window.order = [...window.order ?? [], 'fast']") });
    let slow = get(|| async { javascript("window.injected = true") });
    let app = Router::new()
        .route("/", home)
        .route("/fast.js", fast)
        .route("/slow.js", slow);
    let policy = "script-src 'nonce-r4nd0m' 'strict-dynamic'; object-src 'none'; base-uri 'none'";
    let site = under(policy, app.merge(guard.routes()).layer(guard.clone()));
    let page = visitor.page();
    page.navigate(&site.url("/"));
    page.wait_for("window.order?.length === 1");
    choose(&page, ACCEPT);
    thread::sleep(WHILE);
    assert_eq!(
        page.evaluate("[order, window.injected ?? null]"),
        json!([["fast"], null])
    );
    is_quiet(&page);
}

fn named_elements_change_nothing(visitor: &Context<'_>) {
    let shop = Shop::new(
        "<img name=querySelectorAll><img name=createElement><img name=addEventListener><img name=dispatchEvent>
        <img name=cookie><img name=hidden><img name=prerendering><img name=visibilityState><img name=documentElement>
        <img name=cookieconsent id=cookieconsent><a id=trustedTypes></a><a id=cookie></a>
        <script type=text/plain data-cookie-category=Statistics src=/fast.js></script>",
    );
    let page = shop.open(visitor);
    page.click(ACCEPT);
    page.wait_for("window.order?.length === 1");
    assert_eq!(
        page.evaluate("cookieconsent.granted"),
        json!(["Necessary", "Statistics"])
    );
    keeps(visitor, &["__Host-cookie_preferences"]);
    is_quiet(&page);
}

fn element_that_is_named_as_the_script_grants_nothing(visitor: &Context<'_>) {
    let shop = Shop::new(
        "<img name=currentScript data-granted=Statistics data-categories=Statistics src=/cookies/script.js>
        <script type=text/plain data-cookie-category=Statistics src=/fast.js></script>",
    );
    let page = shop.open(visitor);
    page.wait_for("window.cookieconsent !== undefined");
    thread::sleep(WHILE);
    assert_eq!(
        page.evaluate("[window.order ?? null, cookieconsent.granted]"),
        json!([null, ["Necessary"]])
    );
}

fn form_for_another_site_is_not_sent_there(visitor: &Context<'_>) {
    let shop = Shop::new(
        "<form id=foreign data-cookie-choice method=post action=//evil.localhost/preferences>
        <button name=choice value=refuse>Win</button></form>",
    );
    let page = shop.open(visitor);
    page.evaluate("localStorage.setItem('mine', '1')");
    choose(&page, "#foreign button");
    assert_eq!(text(&page, MESSAGE), "Your choice has been saved.");
    assert_eq!(shop.posts(), 1);
    assert!(
        !super::asked_for(&page)
            .iter()
            .any(|url| url.contains("evil"))
    );
    assert_eq!(page.evaluate("localStorage.length"), 1);
}

fn fields_that_are_named_as_properties_of_their_form_change_nothing(visitor: &Context<'_>) {
    let shop = Shop::new(
        "<form id=own data-cookie-choice data-failed=failed method=post action=/cookies/preferences>
        <input name=action value=//evil.localhost/><input name=method value=get><input name=matches><input name=dataset>
        <input name=getAttribute><input name=closest><input name=elements><input name=submit>
        <button name=choice value=accept>Agree</button></form>",
    );
    let page = shop.open(visitor);
    choose(&page, "#own button");
    assert_eq!(text(&page, MESSAGE), "Your choice has been saved.");
    assert!(!has(&page, BANNER));
    assert_eq!(shop.posts(), 1);
    is_quiet(&page);
}

fn click_that_another_script_took_is_not_sent(visitor: &Context<'_>) {
    let shop = Shop::new("");
    let page = shop.open(visitor);
    page.evaluate(
        "document.forms[0].addEventListener('submit', (event) => event.preventDefault())",
    );
    page.click(ACCEPT);
    thread::sleep(WHILE);
    assert_eq!(shop.posts(), 0);
    assert!(has(&page, BANNER) && stored(visitor).is_empty());
}

fn form_that_another_script_sends_is_followed(visitor: &Context<'_>) {
    let shop =
        Shop::new("<script type=text/plain data-cookie-category=Statistics src=/fast.js></script>");
    let page = shop.open(visitor);
    page.evaluate(
        "document.forms[0].addEventListener('submit', async (event) => {
            event.preventDefault();
            const body = new URLSearchParams(new FormData(event.target, event.submitter));
            const answer = await (await fetch(event.target.action, { method: 'POST', body })).text();
            document.body.replaceWith(new DOMParser().parseFromString(answer, 'text/html').body);
        })",
    );
    page.click(ACCEPT);
    page.wait_for("window.order?.length === 1");
    assert_eq!(shop.posts(), 1);
    assert!(!has(&page, BANNER));
}

fn script_that_is_there_twice_sends_once(visitor: &Context<'_>) {
    let head = |visitor: &Visitor<Category>| {
        visitor.head().repeat(2) + &Guard::<Category>::new(POLICY).head()
    };
    let content = "<script type=text/plain data-cookie-category=Statistics src=/fast.js></script>";
    let shop = Shop::with(content, head, Router::new());
    let page = shop.open(visitor);
    page.evaluate(
        "window.heard = 0; document.addEventListener('cookieconsent', () => { window.heard++ })",
    );
    choose(&page, ACCEPT);
    page.wait_for("window.order !== undefined");
    thread::sleep(WHILE);
    assert_eq!(page.evaluate("[order, heard]"), json!([["fast"], 1]));
    assert_eq!(shop.posts(), 1);
    is_quiet(&page);
}

fn script_that_arrives_later_starts(visitor: &Context<'_>) {
    let shop = Shop::new("");
    let page = shop.agreed(visitor);
    page.evaluate(
        "document.querySelector('main').innerHTML =
            '<script type=text/plain data-cookie-category=Statistics src=/fast.js></script>'",
    );
    page.wait_for("window.order?.length === 1");
}

fn banner_that_arrives_after_the_choice_goes(visitor: &Context<'_>) {
    let shop = Shop::new("");
    let page = shop.open(visitor);
    page.evaluate("window.body = document.body.cloneNode(true); null");
    choose(&page, ACCEPT);
    // Before it is seen.
    let seen = "new Promise((seen) => { document.body.replaceWith(window.body);
        requestAnimationFrame(() => requestAnimationFrame(() => seen(document.querySelector('[data-cookie-banner]')))) })";
    assert_eq!(page.evaluate(seen), json!(null));
}

fn script_that_arrives_later_reads_what_was_granted(visitor: &Context<'_>) {
    let shop = Shop::new("");
    let page = shop.open(visitor);
    assert_eq!(
        page.evaluate("cookieconsent"),
        json!({ "granted": ["Necessary"] })
    );
    choose(&page, ACCEPT);
    assert_eq!(
        page.evaluate("cookieconsent"),
        json!({ "granted": ["Necessary", "Statistics"] })
    );
    page.evaluate("try { cookieconsent.granted.push('Maps') } catch {}");
    assert_eq!(
        page.evaluate("cookieconsent.granted"),
        json!(["Necessary", "Statistics"])
    );
}

/// Two pages, between which a library goes without loading them anew.
fn with_library(library: &str, content: &'static str) -> Shop {
    let library = library.to_owned();
    let script = get(move || async move { javascript(&library) });
    let head = |visitor: &Visitor<Category>| visitor.head() + "<script src=/library.js></script>";
    Shop::with(content, head, Router::new().route("/library.js", script))
}

/// One click is one post, and what waits on the next page starts although nothing is loaded anew.
#[track_caller]
fn goes_along(visitor: &Context<'_>, shop: &Shop) -> usize {
    let page = shop.open(visitor);
    page.evaluate("window.isSame = true; null");
    let go = |page: &Page<'_>, path: &str| {
        page.click(&format!("a[href='{path}']"));
        page.wait_for(&format!(
            "location.pathname === '{path}' && !document.querySelector('.htmx-request')"
        ));
        thread::sleep(WHILE);
    };
    go(&page, "/next");
    assert!(has(&page, BANNER));
    page.click(ACCEPT);
    page.wait_for("window.order?.length === 1");
    assert!(!has(&page, BANNER));
    go(&page, "/");
    // Once more where the library first shows the page as it kept it.
    page.wait_for("window.order.length >= 2");
    assert_eq!(
        page.evaluate("window.isSame"),
        true,
        "the page was loaded anew"
    );
    // A page that the library kept is as it was before the choice.
    page.back();
    page.wait_for("location.pathname === '/next'");
    thread::sleep(WHILE);
    assert!(!has(&page, BANNER));
    is_quiet(&page);
    shop.posts()
}

fn turbo_sends_once_and_later_scripts_start(visitor: &Context<'_>, turbo: &str) {
    let content = "<a href='/next'>Next</a> <a href='/'>Home</a>
        <script type=text/plain data-cookie-category=Statistics src=/fast.js></script>";
    assert_eq!(goes_along(visitor, &with_library(turbo, content)), 1);
}

fn htmx_sends_once_and_later_scripts_start(visitor: &Context<'_>, htmx: &str) {
    let content = "<script>document.body.setAttribute('hx-boost', 'true')</script>
        <a href='/next'>Next</a> <a href='/'>Home</a>
        <script type=text/plain data-cookie-category=Statistics src=/fast.js></script>";
    assert_eq!(goes_along(visitor, &with_library(htmx, content)), 1);
}

fn next_htmx_sends_once_and_later_scripts_start(visitor: &Context<'_>, htmx: &str) {
    let content = "<script>document.body.setAttribute('hx-boost:inherited', 'true')</script>
        <a href='/next'>Next</a> <a href='/'>Home</a>
        <script type=text/plain data-cookie-category=Statistics src=/fast.js></script>";
    assert_eq!(goes_along(visitor, &with_library(htmx, content)), 1);
}
