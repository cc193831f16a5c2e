//! On a server: what leaves it is held against the table and the visitor's answer, and visitors read the policy and
//! change their mind.
//!
//! [`Guard`] holds what a site sets once; [`Visitor`] is one request's answer. Both work on the headers of the crate
//! `http`, so any framework can use them. The feature `tower` makes a layer of them, and `axum` routes and extractors.

mod answer;
#[cfg(feature = "axum")]
mod axum;
mod caches;
mod field;
mod finding;
mod finish;
mod hide;
mod judge;
mod language;
mod pages;
mod reports;
#[cfg(test)]
mod tests;
#[cfg(feature = "tower")]
mod tower;
mod visitor;

use alloc::string::String;
use alloc::sync::Arc;
use core::any::Any;
use core::fmt;
use core::sync::atomic::AtomicUsize;

use http::HeaderValue;

#[cfg(feature = "axum")]
pub use self::axum::MissingLayer;
pub use self::finding::{Action, Difference, Finding, Rule};
use self::reports::Reports;
#[cfg(feature = "tower")]
pub use self::tower::{GuardLayer, GuardService, Guarded, Pages};
pub use self::visitor::Visitor;
use crate::config::{At as _, Config};
use crate::policy::Table;
use crate::preferences::{Look, Plain};
use crate::{Categories, Configured, Declaration, Gate, Page, Policy, PolicyAt, SetCookie};

/// What a site sets once about its cookies: how responses are held against the table, and where its pages are.
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
/// use cookie_decl::guard::Rule;
/// use http::header::{HeaderMap, SET_COOKIE};
/// let guard = Guard::new(cookies::POLICY);
/// let visitor = guard.visitor(&http::Method::GET, &http::Uri::from_static("/basket"), &HeaderMap::new());
///
/// let mut response = HeaderMap::new();
/// response.append(SET_COOKIE, cookies::SESSION.set("abc")?.into());
/// response.append(SET_COOKIE, "tracker=1; Path=/; SameSite=Lax".parse()?);
/// let findings = guard.finish(&visitor, &mut response);
/// assert_eq!(findings[0].rule, Rule::Undeclared);
/// assert_eq!(response.get_all(SET_COOKIE).iter().count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Guard<K> {
    settings: Arc<Settings<K>>,
}

struct Settings<K> {
    table: &'static Table,
    /// The name that the answer is kept under, unless it may also be of something that visitors can refuse.
    answer: &'static str,
    config: Option<Arc<dyn Any + Send + Sync>>,
    address: String,
    mode: Mode,
    hides: bool,
    report: Option<Arc<Report>>,
    reports: Arc<Reports>,
    /// How many pages removed something: each starts with other names.
    turn: Arc<AtomicUsize>,
    clock: Arc<dyn Fn() -> u64 + Send + Sync>,
    language: Option<Arc<LanguageOf<K>>>,
    page: Option<Arc<PageOptions>>,
    look: Arc<dyn Look>,
    stylesheet: Option<String>,
}

type Report = dyn Fn(&Finding) + Send + Sync;
type LanguageOf<K> = dyn Fn(&Visitor<K>) -> Option<String> + Send + Sync;
type PageOptions = dyn for<'a> Fn(Page<'a>) -> Page<'a> + Send + Sync;

/// What happens to a cookie that is not as the table says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Mode {
    /// It is taken out of the response, and reported.
    #[default]
    Enforce,
    /// It is reported only: for a site that starts with its table.
    Report,
    /// The server panics: for tests.
    Panic,
}

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
        let answer = table.consent_row().map(Declaration::name);
        let settings = Settings {
            table,
            answer: answer
                .filter(|name| !is_asked_for(table, name))
                .unwrap_or_default(),
            config,
            address: String::from("/cookies"),
            mode: Mode::Enforce,
            hides: false,
            report: None,
            reports: Arc::default(),
            turn: Arc::default(),
            clock: Arc::new(|| {
                let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
                since.map_or(0, |since| since.as_secs())
            }),
            language: None,
            page: None,
            look: Arc::new(Plain),
            stylesheet: None,
        };
        Self {
            settings: Arc::new(settings),
        }
    }

    fn set(mut self, set: impl FnOnce(&mut Settings<K>)) -> Self {
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
        self,
        choose: impl Fn(&Visitor<K>) -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        self.set(|settings| settings.language = Some(Arc::new(choose)))
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

    fn policy(&self) -> PolicyAt<'_, K> {
        let config = self
            .settings
            .config
            .as_deref()
            .map_or(Config::NONE, |config| Config::of(config));
        Policy::new(self.settings.table).under(config)
    }
}

/// Whether visitors can refuse what a name stands for, in this deployment or another.
fn is_asked_for(table: &'static Table, name: &str) -> bool {
    table
        .index
        .rows(table.rows, name)
        .any(|row| row.category().gate() != Gate::Exempt)
}

/// Its text is ASCII without control characters, which any header takes.
impl From<SetCookie> for HeaderValue {
    fn from(cookie: SetCookie) -> Self {
        Self::try_from(cookie.to_header_value()).expect("a checked field is a header value")
    }
}

impl<K> Clone for Settings<K> {
    fn clone(&self) -> Self {
        Self {
            table: self.table,
            answer: self.answer,
            config: self.config.clone(),
            address: self.address.clone(),
            mode: self.mode,
            hides: self.hides,
            report: self.report.clone(),
            reports: Arc::clone(&self.reports),
            turn: Arc::clone(&self.turn),
            clock: Arc::clone(&self.clock),
            language: self.language.clone(),
            page: self.page.clone(),
            look: Arc::clone(&self.look),
            stylesheet: self.stylesheet.clone(),
        }
    }
}

impl<K> Clone for Guard<K> {
    fn clone(&self) -> Self {
        Self {
            settings: Arc::clone(&self.settings),
        }
    }
}

impl<K> fmt::Debug for Guard<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Settings {
            table,
            address,
            mode,
            hides,
            ..
        } = &*self.settings;
        let mut out = f.debug_struct("Guard");
        out.field("policy", table)
            .field("address", address)
            .field("mode", mode)
            .field("hide_denied", hides);
        out.finish_non_exhaustive()
    }
}
