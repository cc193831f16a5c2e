//! On a server: what leaves it is held against the table and the visitor's answer, and visitors read the policy and
//! change their mind.
//!
//! [`Guard`] holds what a site sets once; [`Visitor`] is one request's answer. Both work on the headers of the crate
//! `http`, so any framework can use them. The feature `tower` makes a layer of them, and `axum` routes and extractors.

mod addresses;
#[cfg(feature = "axum")]
mod axum;
mod caches;
mod finding;
mod handle;
mod hide;
mod judge;
mod language;
mod links;
mod mark;
mod pages;
mod post;
mod removal;
mod reports;
mod request;
mod response;
mod settings;
#[cfg(test)]
mod tests;
#[cfg(feature = "tower")]
mod tower;
mod visitor;

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::any::Any;
use std::time::SystemTime;

use http::{HeaderMap, Method, Response, Uri};

use crate::consent::UnixTime as _;
use crate::consent::gate::Categories;
use crate::guard::addresses::is_page;
#[cfg(feature = "axum")]
pub use crate::guard::axum::{MissingLayer, NotGranted};
pub use crate::guard::finding::{Action, Difference, Finding, Violation};
pub use crate::guard::handle::Guard;
use crate::guard::hide::hide;
use crate::guard::links::links;
use crate::guard::pages::respond;
use crate::guard::response::finish;
pub use crate::guard::settings::Mode;
use crate::guard::settings::{Settings, is_gated};
#[cfg(feature = "tower")]
pub use crate::guard::tower::{GuardService, Guarded, Pages};
pub use crate::guard::visitor::Visitor;
use crate::page::Page;
use crate::policy::Policy;
use crate::preferences::look::{Look, Plain};
use crate::run_time::Configured;
use crate::table::Table;
use crate::table::declaration::Declaration;

impl<K: Categories> Guard<K> {
    /// A guard over a policy. The pages are under `/cookies`, and responses are [enforced](Mode::Enforce).
    pub fn new(policy: Policy<K>) -> Self {
        Self::of(policy.table(), None)
    }

    /// The same for a table `policy … with config: C`. The configuration is given as it is, or in an `Arc`.
    ///
    /// ```
    /// pub struct Config { tls: bool }
    ///
    /// mod cookies { cookie_decl::declare_cookies! {
    ///     pub policy with config: crate::Config;
    ///     /// Needed
    ///     ///
    ///     /// The site does not work without these.
    ///     category Necessary: exempt {
    ///         cookie | duration;
    ///         /// Keeps you signed in
    ///         SESSION = "sessionid" | 2 weeks | attributes = .. Secure={ config.tls };
    ///     }
    /// } }
    /// # fn main() {
    /// let guard = cookie_decl::Guard::with_config(cookies::POLICY, Config { tls: false });
    /// # }
    /// ```
    pub fn with_config<C: Send + Sync + 'static>(
        policy: Configured<C, Policy<K>>,
        config: impl Into<Arc<C>>,
    ) -> Self {
        let config: Arc<C> = config.into();
        Self::of(policy.table(), Some(config))
    }

    fn of(table: &'static Table, config: Option<Arc<dyn Any + Send + Sync>>) -> Self {
        let consent_cookie = table.consent_row().map(Declaration::name);
        let settings = Settings {
            table,
            consent_cookie: consent_cookie
                .filter(|name| !is_gated(table, name))
                .unwrap_or_default(),
            config,
            address: String::from("/cookies"),
            mode: Mode::Enforce,
            hides: false,
            report: None,
            reports: Arc::default(),
            turn: Arc::default(),
            clock: Arc::new(|| SystemTime::now().seconds()),
            page: None,
            look: Arc::new(Plain),
            stylesheet: None,
        };
        Self {
            settings: Arc::new(settings),
            choose_language: None,
        }
    }

    fn set(mut self, set: impl FnOnce(&mut Settings)) -> Self {
        set(Arc::make_mut(&mut self.settings));
        self
    }

    /// The path that the pages are under, as visitors see it: the policy at the path itself, the form at `preferences`
    /// below it. `/` puts them at the root, where the policy page is the site's first one.
    pub fn address(self, path: &str) -> Self {
        let path = path.trim_matches('/');
        let start = if path.is_empty() { "" } else { "/" };
        self.set(|settings| settings.address = alloc::format!("{start}{path}"))
    }

    /// What happens to a cookie that is not as the table says.
    pub fn mode(self, mode: Mode) -> Self {
        self.set(|settings| settings.mode = mode)
    }

    /// Whether the application sees only those cookies of a request that the table declares and the visitor allows.
    pub fn hide_denied(self, hide: bool) -> Self {
        self.set(|settings| settings.hides = hide)
    }

    /// Calls this function with the findings, which also go to `tracing` as warnings with the target `cookie_decl`: each
    /// kind at most once a minute, [counted](Finding::times).
    pub fn report(self, report: impl Fn(&Finding) + Send + Sync + 'static) -> Self {
        self.set(|settings| settings.report = Some(Arc::new(report)))
    }

    /// The time in seconds since 1970, instead of the system's: for tests.
    pub fn clock(self, clock: impl Fn() -> u64 + Send + Sync + 'static) -> Self {
        self.set(|settings| settings.clock = Arc::new(clock))
    }

    /// The language of banner and pages for a visitor, a BCP 47 tag: from a cookie or the path, say. Where it is `None`,
    /// and at first, the browser's `Accept-Language` says it, among the languages of the table.
    pub fn language(
        mut self,
        choose: impl Fn(&Visitor<K>) -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        self.choose_language = Some(Arc::new(choose));
        self
    }

    /// Options of the policy page, such as [`Page::last_updated`].
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! { pub policy; } }
    /// # use cookie_decl::Guard;
    /// let guard = Guard::new(cookies::POLICY).page(|page| page.last_updated("2026-11-22"));
    /// ```
    pub fn page(
        self,
        options: impl for<'a> Fn(Page<'a>) -> Page<'a> + Send + Sync + 'static,
    ) -> Self {
        self.set(|settings| settings.page = Some(Arc::new(options)))
    }

    /// The site's own stylesheet, for the pages: it sets the custom properties of the built-in one, such as
    /// `--cookie-accent`.
    pub fn stylesheet(self, address: impl Into<String>) -> Self {
        self.set(|settings| settings.stylesheet = Some(address.into()))
    }

    /// How banner, form and pages look.
    pub fn look(self, look: impl Look + 'static) -> Self {
        self.set(|settings| settings.look = Arc::new(look))
    }

    /// The visitor who sent a request, as it came: `uri` is the address that visitors know, with no prefix taken off by a
    /// router. Read it before [`hide`](Self::hide).
    pub fn visitor(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Visitor<K> {
        self.read(method, uri, headers)
    }

    /// Takes out of a request what the visitor does not allow, and what the table does not declare: reading needs
    /// consent as well. The visitor still has all of them.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! {
    /// #     pub policy;
    /// #     /// Needed
    /// #     ///
    /// #     /// The site does not work without these.
    /// #     category Necessary: exempt {
    /// #         cookie | duration;
    /// #         /// Keeps you signed in
    /// #         SESSION = "sessionid" | 2 weeks;
    /// #     }
    /// # } }
    /// use cookie_decl::Guard;
    /// use http::header::{COOKIE, HeaderMap};
    /// let guard = Guard::new(cookies::POLICY);
    /// let mut request = HeaderMap::from_iter([(COOKIE, "tracker=1; sessionid=abc".parse()?)]);
    /// let visitor = guard.visitor(&http::Method::GET, &http::Uri::from_static("/"), &request);
    /// guard.hide(&visitor, &mut request);
    /// assert_eq!(request[COOKIE], "sessionid=abc");
    /// # Ok::<(), http::header::InvalidHeaderValue>(())
    /// ```
    pub fn hide(&self, visitor: &Visitor<K>, request: &mut HeaderMap) {
        hide(visitor.request(), request);
    }

    /// The one call at the end of a request: checks the `Set-Cookie` fields of the response against the table and the
    /// visitor's answer, removes what is retired or refused, and says to caches what depends on the visitor. The
    /// [mode](Self::mode) decides what happens to a cookie that breaks a rule.
    ///
    /// An answer that the response itself sets counts, where it is sent with the scope of its row. A removal passes, unless
    /// the response sets the same cookie after it. A page (not an asset) removes what the request contains although it is
    /// retired, or refused by an answer.
    ///
    /// # Panics
    /// In [`Mode::Panic`] at the first finding.
    pub fn finish(&self, visitor: &Visitor<K>, response: &mut HeaderMap) -> Vec<Finding> {
        finish(visitor.request(), response)
    }

    /// Whether a path is that of one of the pages.
    pub fn is_page(&self, path: &str) -> bool {
        self.settings.below(path).is_some_and(is_page)
    }

    /// The response to a request for one of the pages; 404 for every other one.
    ///
    /// `body` is that of a `POST`, of which more than 16 KiB need not be read.
    pub fn respond(
        &self,
        visitor: &Visitor<K>,
        method: &Method,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Response<String> {
        respond(visitor, method, headers, body)
    }

    /// The links for the `head` of a page that is the same for every visitor: the script asks for the answer itself.
    ///
    /// A `Content-Security-Policy` of `default-src 'self'` lets all of it in. One that lists `trusted-types` has to name
    /// `cookie-decl`. What the script does, and what it tells other scripts, is in
    /// [`preferences::script`](crate::preferences::script).
    pub fn head(&self) -> String {
        links::<K>(&self.settings, None, "")
    }

    /// The same for a page whose `Content-Security-Policy` names scripts by a nonce: the script then starts only what has
    /// the same one, `<script type="text/plain" data-cookie-category="Statistics" nonce="..">`, and nothing that was
    /// injected into the page.
    pub fn head_with_nonce(&self, nonce: &str) -> String {
        links::<K>(&self.settings, None, nonce)
    }

    /// The pages as a service, for any router: it answers requests for paths under the guard's
    /// [address](Self::address). The layer has to be around it.
    #[cfg(feature = "tower")]
    pub fn pages(&self) -> Pages<K> {
        Pages::new(self)
    }

    /// The routes of the policy page, the preferences form, the stylesheet and the script.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! { pub policy; } }
    /// use axum::Router;
    /// use axum::routing::get;
    /// use cookie_decl::Guard;
    /// let guard = Guard::new(cookies::POLICY);
    /// let app: Router =
    ///     Router::new().route("/", get(|| async { "Hello" })).merge(guard.routes()).layer(guard);
    /// ```
    ///
    /// Around the router the layer costs less than on its routes, which `Router::layer` boxes once more:
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! { pub policy; } }
    /// # use axum::{Router, routing::get};
    /// use axum::{ServiceExt, extract::Request};
    /// use tower_layer::Layer as _;
    /// let guard = cookie_decl::Guard::new(cookies::POLICY);
    /// let app = Router::new().route("/", get(|| async { "Hello" })).merge(guard.routes());
    /// // With the state, handlers become services here, and not for each request.
    /// let app = guard.layer(app.with_state(()));
    /// let app = ServiceExt::<Request>::into_make_service(app); // for `axum::serve`
    /// ```
    #[cfg(feature = "axum")]
    pub fn routes<S: Clone + Send + Sync + 'static>(&self) -> ::axum::Router<S> {
        axum::routes(self)
    }
}
