//! The server side: checks every response against the table and the visitor's consent, and serves
//! the policy page and the preferences form.
//!
//! A [`Guard`] has the site's settings, and a [`Visitor`] is the visitor who sends one request.
//! Both work on the headers of the crate `http`. An [`Exchange`] is for frameworks with other headers.
//! The feature `tower` adds a layer; `axum`, `actix` and `rocket` add what these frameworks have.

#[cfg(feature = "actix")]
mod actix;
mod addresses;
mod answer_json;
mod any_visitor;
mod arrivals;
mod asset;
#[cfg(feature = "axum")]
mod axum;
mod caches;
mod denied;
mod exchange;
#[cfg(any(feature = "axum", feature = "actix", feature = "rocket"))]
mod extract;
mod finding;
mod gpc;
mod handle;
mod hide;
mod judge;
mod language;
mod links;
mod log;
mod mark;
mod objection;
mod page_response;
mod pages;
mod post;
mod record;
mod recording;
#[cfg(any(feature = "axum", feature = "actix", feature = "rocket"))]
mod rejection;
mod removal;
mod reports;
mod request;
mod response;
#[cfg(feature = "rocket")]
mod rocket;
mod security;
mod security_header;
mod settings;
mod shown;
mod signals;
#[cfg(feature = "tower")]
mod site;
mod table_module;
#[cfg(test)]
pub(crate) mod tests;
#[cfg(feature = "tower")]
mod tower;
mod visitor;
mod watch;
#[cfg(any(feature = "actix", feature = "rocket"))]
mod with_cookies;

use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::any::Any;
use std::time::SystemTime;

use http::{HeaderMap, Method, Response, Uri};

use crate::consent::Consent;
use crate::consent::gate::{Categories, question};
use crate::consent::unix_time::UnixTime as _;
use crate::guard::any_visitor::{AnyVisitor, Hooks};
#[cfg(feature = "axum")]
pub use crate::guard::axum::Protected;
pub use crate::guard::denied::Denied;
pub use crate::guard::exchange::{Exchange, HeaderChange};
pub use crate::guard::finding::{Action, Difference, Finding, Violation};
pub use crate::guard::handle::Guard;
use crate::guard::hide::hide;
use crate::guard::links::links;
use crate::guard::pages::{paths, respond, serves};
pub use crate::guard::record::Decided;
use crate::guard::recording::Recording;
#[cfg(any(feature = "axum", feature = "actix", feature = "rocket"))]
pub use crate::guard::rejection::{MissingLayer, NotGranted};
use crate::guard::response::finish;
pub use crate::guard::security::SecurityPolicy;
pub use crate::guard::settings::Mode;
use crate::guard::settings::{Settings, is_gated};
pub use crate::guard::signals::ConsentMode;
use crate::guard::signals::sent_signals;
#[cfg(feature = "tower")]
pub use crate::guard::site::{Served, Site};
#[cfg(feature = "tower")]
pub use crate::guard::tower::{GuardService, Guarded, Pages};
pub use crate::guard::visitor::Visitor;
#[doc(hidden)]
pub use crate::guard::watch::{Received, Watch, Watched};
#[cfg(any(feature = "actix", feature = "rocket"))]
pub use crate::guard::with_cookies::WithCookies;
use crate::page::Page;
use crate::policy::Policy;
use crate::preferences::choices::BannerShape;
use crate::preferences::look::{Look, Plain};
use crate::run_time::Configured;
use crate::table::Table;
use crate::table::declaration::Declaration;
#[doc(hidden)]
pub use crate::wire::received::Lifetime;
use crate::wire::request::RequestCookies;

impl<K: Categories> Guard<K> {
    /// Creates a guard with its pages under `/cookies` and the mode [`Enforce`](Mode::Enforce).
    pub fn new(policy: Policy<K>) -> Self {
        Self::of(policy.table(), None)
    }

    /// Creates a guard for a table `policy … with config: C`.
    ///
    /// The configuration is passed directly or in an `Arc`.
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
        let mut settings = Settings {
            table,
            question: question::<K>(),
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
            banner_shape: BannerShape::default(),
            stylesheet: None,
            read_consent: None,
            states_gpc: false,
            security: None,
            signals: None,
            module: Arc::default(),
            recording: Recording::default(),
            watch: None,
        };
        settings.signals = sent_signals(settings.question, settings.config(), ConsentMode::new());
        let hooks = Hooks {
            choose_language: None,
            typed: |visitor| Box::new(Visitor::<K>::new(visitor.clone())),
        };
        Self::from_parts(Arc::new(settings), hooks)
    }

    fn set(mut self, set: impl FnOnce(&mut Settings)) -> Self {
        let settings = Arc::make_mut(&mut self.settings);
        set(settings);
        // Any setting may change what visitors are shown.
        settings.recording.texts = Arc::default();
        self
    }

    /// Sets the path of the policy page, as visitors see it. The default is `/cookies`.
    ///
    /// The form is at `preferences` below it. `/` puts the pages at the root, where the policy is
    /// the site's home page.
    pub fn address(self, path: &str) -> Self {
        let path = path.trim_matches('/');
        let start = if path.is_empty() { "" } else { "/" };
        self.set(|settings| settings.address = alloc::format!("{start}{path}"))
    }

    /// Sets what happens to a cookie that breaks a rule.
    pub fn mode(self, mode: Mode) -> Self {
        self.set(|settings| settings.mode = mode)
    }

    /// Sets whether handlers see only cookies that are declared and that the visitor grants.
    pub fn hide_denied(self, hide: bool) -> Self {
        self.set(|settings| settings.hides = hide)
    }

    /// Calls this function with the findings.
    ///
    /// They also go to `tracing`, as warnings with the target `cookie_decl`. Each kind is reported
    /// at most once a minute, with its [count](Finding::times). Cookies in requests are reported at
    /// most once a day.
    pub fn report(self, report: impl Fn(&Finding) + Send + Sync + 'static) -> Self {
        self.set(|settings| settings.report = Some(Arc::new(report)))
    }

    /// Sets the function that reads the answer to somebody else's banner, for a table with
    /// `consent elsewhere`.
    ///
    /// The function receives the cookies of the request. It returns the visitor's consent, or
    /// `None` if they have not answered; then nothing is granted. `Sec-GPC: 1` counts in addition.
    /// The guard has no banner and no form then.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! {
    /// #     pub policy;
    /// #     consent elsewhere "OneTrust";
    /// #     /// Needed
    /// #     ///
    /// #     /// The site does not work without these.
    /// #     category Necessary: exempt {
    /// #         cookie | duration;
    /// #         /// Remembers what you chose
    /// #         OPTANON = "OptanonConsent" | 12 months | set_by = script;
    /// #     }
    /// #     /// Audience
    /// #     category Statistics: opt_in {
    /// #         cookie | duration;
    /// #         /// Remembers what you looked at last
    /// #         RECENT = "recent" | 30 days;
    /// #     }
    /// # } }
    /// use cookie_decl::Guard;
    /// use cookies::{Category, Consent, OPTANON};
    /// // OPTANON = "OptanonConsent" | 12 months | set_by = script;
    /// let guard = Guard::new(cookies::POLICY).read_consent(|cookies| {
    ///     let groups = OPTANON.get(cookies).ok()??;
    ///     let consent = Consent::decide(0);
    ///     Some(if groups.contains("C0002%3A1") {
    ///         consent.grant(Category::Statistics)
    ///     } else {
    ///         consent.deny(Category::Statistics)
    ///     })
    /// });
    /// # use http::header::{COOKIE, HeaderMap};
    /// # let headers = HeaderMap::from_iter([(COOKIE, "OptanonConsent=groups=C0001%3A1%2CC0002%3A1".parse()?)]);
    /// # let visitor = guard.visitor(&http::Method::GET, &http::Uri::from_static("/"), &headers);
    /// assert!(visitor.consent().allows(Category::Statistics));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn read_consent(
        self,
        read: impl Fn(RequestCookies<'_>) -> Option<Consent<K>> + Send + Sync + 'static,
    ) -> Self {
        let read = move |cookies: RequestCookies<'_>| read(cookies).map(|it| *it.any());
        self.set(|settings| settings.read_consent = Some(Arc::new(read)))
    }

    /// Replaces the system clock, for tests. The function returns seconds since 1970.
    pub fn clock(self, clock: impl Fn() -> u64 + Send + Sync + 'static) -> Self {
        self.set(|settings| settings.clock = Arc::new(clock))
    }

    /// Sets the function that chooses the language of banner and pages for a visitor, for example
    /// from a cookie or the path.
    ///
    /// The function returns a BCP 47 tag. By default, and when it returns `None`, `Accept-Language`
    /// decides among the languages of the table.
    pub fn language(
        mut self,
        choose: impl Fn(&Visitor<K>) -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        let choose = move |visitor: &AnyVisitor| choose(&Visitor::new(visitor.clone()));
        self.hooks.choose_language = Some(Arc::new(choose));
        self
    }

    /// Sets options of the policy page, such as [`Page::last_updated`].
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

    /// Adds the site's own stylesheet to the pages.
    ///
    /// It can set the [custom properties](crate::preferences::Look#custom-properties) of the
    /// built-in stylesheet, such as `--cookie-accent`.
    pub fn stylesheet(self, address: impl Into<String>) -> Self {
        self.set(|settings| settings.stylesheet = Some(address.into()))
    }

    /// Says at `/.well-known/gpc.json` that the site obeys Global Privacy Control.
    ///
    /// The guard obeys it for what the table declares: `Sec-GPC: 1` denies every `opt_out` category
    /// until the visitor chooses otherwise, and every category with `gpc` in any case. Whether the
    /// site sells or shares data in another way, only you know. The date of the statement is
    /// `last_updated` of the table.
    ///
    /// The statement is one of the [pages](Self::respond), so merge [`routes`](Self::routes) into
    /// the router at the root of the site. A guard with [`Mode::Report`] does not make it.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! { pub policy; } }
    /// let guard = cookie_decl::Guard::new(cookies::POLICY);
    /// assert!(!guard.is_page("/.well-known/gpc.json"));
    /// assert!(guard.state_gpc().is_page("/.well-known/gpc.json"));
    /// ```
    pub fn state_gpc(self) -> Self {
        self.set(|settings| settings.states_gpc = true)
    }

    /// Adds a `Content-Security-Policy` for the visitor to every HTML response that has none.
    ///
    /// It allows the site itself and the domains of rows in allowed categories; see
    /// [`SecurityPolicy`]. A page keeps the policy that it was served with, so the script reloads
    /// it when the visitor changes the choice for a category that names a domain.
    pub fn security_policy(self, policy: SecurityPolicy) -> Self {
        self.set(|settings| settings.security = Some(Arc::new(policy)))
    }

    /// Replaces the look of banner, form and pages.
    pub fn look(self, look: impl Look + 'static) -> Self {
        self.set(|settings| settings.look = Arc::new(look))
    }

    /// Sets where the banner is shown: in a bar, by default.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! {
    /// #     pub policy;
    /// #     /// Needed
    /// #     ///
    /// #     /// The site does not work without these.
    /// #     category Necessary: exempt {
    /// #         cookie | duration;
    /// #         /// Remembers what you chose
    /// #         PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
    /// #     }
    /// #     /// Audience
    /// #     category Statistics: opt_in {
    /// #         cookie | duration;
    /// #         /// Remembers what you looked at last
    /// #         RECENT = "recent" | 30 days;
    /// #     }
    /// # } }
    /// # use http::{HeaderMap, Method, Uri};
    /// use cookie_decl::Guard;
    /// use cookie_decl::preferences::BannerShape;
    /// let guard = Guard::new(cookies::POLICY).banner_shape(BannerShape::Dialog);
    /// # let visitor = guard.visitor(&Method::GET, &Uri::from_static("/"), &HeaderMap::new());
    /// assert!(visitor.banner().starts_with("<dialog"));
    /// ```
    pub fn banner_shape(self, shape: BannerShape) -> Self {
        self.set(|settings| settings.banner_shape = shape)
    }

    /// Reads the visitor of a request.
    ///
    /// `uri` is the address that visitors know, before a router removes a prefix. Call this before
    /// [`hide`](Self::hide).
    pub fn visitor(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Visitor<K> {
        Visitor::new(self.read(method, uri, headers))
    }

    /// Removes cookies that are denied or undeclared from a request, because reading needs consent
    /// as well.
    ///
    /// The `visitor` keeps all of them.
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
        hide(visitor.any().request(), request);
    }

    /// Finishes a response. Call it once, at the end of a request.
    ///
    /// This checks the `Set-Cookie` fields against the table and the visitor's consent, removes
    /// cookies of the request that are retired or denied, and adds the headers for caches. The
    /// [mode](Self::mode) decides what happens to a cookie that breaks a rule. Cookies of the
    /// request that are undeclared or not allowed are findings as well.
    ///
    /// An answer that the response sets counts if it has the scope of its row. A removal passes
    /// unless the response sets the same cookie after it. Only pages, not assets, remove cookies of
    /// the request.
    ///
    /// # Panics
    /// Panics in [`Mode::Panic`] at the first finding about the response.
    pub fn finish(&self, visitor: &Visitor<K>, response: &mut HeaderMap) -> Vec<Finding> {
        finish(visitor.any().request(), response)
    }

    /// Whether a path is the address of one of the pages.
    pub fn is_page(&self, path: &str) -> bool {
        serves(&self.settings, path)
    }

    /// Returns the paths of all pages, for a router that has no middleware to ask
    /// [`is_page`](Self::is_page).
    ///
    /// Route `GET` and `POST` of each to [`respond`](Self::respond). The application can have other
    /// routes below the [address](Self::address).
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! { pub policy; } }
    /// let guard = cookie_decl::Guard::new(cookies::POLICY).address("/privacy");
    /// assert!(guard.paths().contains(&String::from("/privacy/preferences")));
    /// assert!(guard.paths().iter().all(|path| guard.is_page(path)));
    /// ```
    pub fn paths(&self) -> Vec<String> {
        paths(&self.settings)
    }

    /// Responds to a request for one of the pages, and with 404 to any other.
    ///
    /// `body` is the body of a `POST`. Read at most 16 KiB and one byte of it: a longer form gets
    /// 413. Only the response to a choice waits, for the [log](Self::record); all others are ready
    /// at once.
    pub async fn respond(
        &self,
        visitor: &Visitor<K>,
        method: &Method,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Response<String> {
        respond(visitor.any(), method, headers, body).await
    }

    /// Returns the links for the `head` of a page that is the same for every visitor.
    ///
    /// The script fetches the visitor's answer itself. If the page has an empty element with
    /// `data-cookie-place`, the script puts the banner there for a visitor who has to be asked.
    ///
    /// They work under a `Content-Security-Policy` of `default-src 'self'`. One with
    /// `trusted-types` must list `cookie-decl`. [`preferences::script`](crate::preferences::script)
    /// describes the script.
    pub fn head(&self) -> String {
        links(&self.settings, None, "")
    }

    /// Returns the links for the `head` of a page whose `Content-Security-Policy` uses nonces.
    ///
    /// The script then starts only elements with the same nonce, `<script type="text/plain"
    /// data-cookie-category="Statistics" nonce="..">`, and nothing that was injected into the page.
    pub fn head_with_nonce(&self, nonce: &str) -> String {
        links(&self.settings, None, nonce)
    }

    /// Returns the pages as a service for any router.
    ///
    /// It handles requests for paths under the guard's [address](Self::address). The guard's layer
    /// must wrap it.
    #[cfg(feature = "tower")]
    pub fn pages(&self) -> Pages<K> {
        Pages::new(self)
    }

    /// Wraps a service in the guard, and adds the pages. Call it last, for a server without a
    /// router of its own, such as hyper.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! { pub policy; } }
    /// use std::convert::Infallible;
    ///
    /// use cookie_decl::Guard;
    /// use http::{Request, Response};
    /// # use tower_service::Service as _;
    /// # use core::future::Ready;
    /// # use core::task::{Context, Poll};
    /// # #[derive(Clone)]
    /// # struct Hello;
    /// # impl tower_service::Service<Request<String>> for Hello {
    /// #     type Response = Response<String>;
    /// #     type Error = Infallible;
    /// #     type Future = Ready<Result<Response<String>, Infallible>>;
    /// #     fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
    /// #         Poll::Ready(Ok(()))
    /// #     }
    /// #     fn call(&mut self, _: Request<String>) -> Self::Future {
    /// #         core::future::ready(Ok(Response::new(String::from("Hello"))))
    /// #     }
    /// # }
    /// # let hello = Hello;
    /// let guard = Guard::new(cookies::POLICY);
    /// let mut site = guard.protect_service(hello); // any tower service
    /// # let mut polled = core::pin::pin!(async {
    /// let response = site.call(Request::get("/cookies").body(String::new())?).await?;
    /// assert_eq!(response.headers()["content-type"], "text/html; charset=utf-8");
    /// # Ok::<(), Box<dyn std::error::Error>>(()) });
    /// # let mut context = core::task::Context::from_waker(core::task::Waker::noop());
    /// # assert!(matches!(polled.as_mut().poll(&mut context), core::task::Poll::Ready(Ok(()))));
    /// ```
    #[cfg(feature = "tower")]
    pub fn protect_service<S>(&self, service: S) -> GuardService<K, Site<K, S>> {
        site::protect_service(self, service)
    }

    /// Returns the routes of the policy page, the preferences form, the stylesheet and the scripts.
    ///
    /// Merge them into the outermost router, because a `nest` would put its prefix before the
    /// guard's [address](Self::address).
    #[cfg(feature = "axum")]
    pub fn routes<S: Clone + Send + Sync + 'static>(&self) -> ::axum::Router<S> {
        axum::routes(self)
    }

    /// Wraps an application in the guard. Call it last, before `axum::serve`.
    ///
    /// All routes, nested routers, fallbacks and layers of the router are inside, and nothing can
    /// be added outside by mistake.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! { pub policy; } }
    /// use axum::Router;
    /// use axum::body::Body;
    /// use axum::http::{Request, header::SET_COOKIE};
    /// use axum::routing::get;
    /// use cookie_decl::Guard;
    /// use cookie_decl::guard::Protected;
    /// use tower_service::Service as _;
    ///
    /// fn app() -> Protected<cookies::Category> {
    ///     let guard = Guard::new(cookies::POLICY);
    ///     let app = Router::new()
    ///         .route("/", get(|| async { "Hello" }))
    ///         .merge(guard.routes())
    ///         .fallback(|| async { [(SET_COOKIE, "tracker=1")] });
    ///     guard.protect(app) // for `axum::serve(listener, app())`
    /// }
    ///
    /// # let mut polled = core::pin::pin!(async {
    /// let request = Request::get("/missing").body(Body::empty())?;
    /// let response = app().call(request).await?;
    /// assert!(!response.headers().contains_key(SET_COOKIE)); // not in the table
    /// # Ok::<(), Box<dyn std::error::Error>>(()) });
    /// # let mut context = core::task::Context::from_waker(core::task::Waker::noop());
    /// # assert!(matches!(polled.as_mut().poll(&mut context), core::task::Poll::Ready(Ok(()))));
    /// ```
    ///
    /// Wrap other services with the guard as a tower layer: `guard.layer(service)`.
    #[cfg(feature = "axum")]
    pub fn protect(&self, app: ::axum::Router) -> Protected<K> {
        axum::protect(self, app)
    }
}
