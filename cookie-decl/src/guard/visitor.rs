//! The visitor who sends a request.

use alloc::string::String;
use alloc::sync::Arc;
use core::fmt;

use http::{HeaderMap, Method, Uri};

use crate::consent::gate::{Categories, info};
use crate::consent::withdraw::remove;
use crate::consent::{Consent, Reason};
use crate::consent_log::VisitorId;
use crate::guard::addresses::return_address;
use crate::guard::finding::Quoted;
use crate::guard::language;
use crate::guard::links::links;
use crate::guard::removal::other_answers;
use crate::guard::request::Request;
use crate::guard::security_header;
use crate::guard::settings::Settings;
use crate::policy::Policy;
use crate::preferences::Preferences;
use crate::run_time::{At, WithConfig as _};
use crate::wire::request::RequestCookies;
use crate::wire::set_cookie::error::SetError;
use crate::wire::set_cookie::{SetCookie, SetCookies};

/// Chooses the language for a visitor.
pub(super) type ChooseLanguage<K> = dyn Fn(&Visitor<K>) -> Option<String> + Send + Sync;

/// The visitor who sends a request: their consent and their cookies.
///
/// It is cheap to clone. It records which facts a handler used, so that no shared cache serves one
/// visitor's response to another.
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
/// use cookie_decl::Guard;
/// use cookies::{Category, Consent};
/// use http::header::{COOKIE, HeaderMap};
/// let guard = Guard::new(cookies::POLICY);
/// let request = HeaderMap::from_iter([(COOKIE, "recent=42".parse()?)]);
/// let visitor = guard.visitor(&http::Method::GET, &http::Uri::from_static("/basket"), &request);
/// assert!(!visitor.consent().allows(Category::Statistics)); // not asked yet
/// assert!(visitor.banner().contains("Reject all"));
/// // The visitor denies everything: the answer is kept, and a denied cookie is removed.
/// let cookies = visitor.decide(&Consent::refuse_all(visitor.now()))?;
/// assert_eq!((cookies[0].name(), cookies[1].name()), ("__Host-cookie_preferences", "recent"));
/// assert!(cookies[1].is_removal());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Visitor<K> {
    request: Arc<Request<K>>,
    choose_language: Option<Arc<ChooseLanguage<K>>>,
}

impl<K: Categories> Visitor<K> {
    pub(super) fn new(
        settings: &Arc<Settings>,
        choose_language: Option<&Arc<ChooseLanguage<K>>>,
        method: &Method,
        uri: &Uri,
        headers: &HeaderMap,
    ) -> Self {
        Self {
            // `Arc::new` would copy the request that was just written, and the processor would wait
            // for it.
            request: Arc::new_cyclic(|_| Request::new(settings, method, uri, headers)),
            choose_language: choose_language.cloned(),
        }
    }

    /// Returns the visitor of the same request after this decision, for the page that follows it.
    pub(super) fn after(&self, consent: Consent<K>) -> Self {
        Self {
            request: Arc::new(self.request.after(consent)),
            choose_language: self.choose_language.clone(),
        }
    }

    /// Returns the visitor's consent. Marks the response as depending on it.
    pub fn consent(&self) -> &Consent<K> {
        self.request.vary_on_consent();
        self.request.consent_untracked()
    }

    /// Returns the cookies of the request, including [hidden](crate::Guard::hide_denied) ones.
    /// Marks the response as depending on them.
    pub fn cookies(&self) -> RequestCookies<'_> {
        self.request.vary_on_consent();
        self.request.cookies()
    }

    /// Returns why the visitor must be asked, if they must.
    pub fn needs_prompt(&self) -> Option<Reason<K>> {
        self.consent().needs_prompt()
    }

    /// Returns the time of the request in seconds since 1970, for [`Consent::decide`]. The clock is
    /// read once.
    pub fn now(&self) -> u64 {
        self.request.now()
    }

    /// Returns the language of banner and pages for this visitor: one of the table's.
    ///
    /// It is the one that the address of a page asks for (`/cookies?language=fr`), the one that the
    /// site [chooses](crate::Guard::language), the first that the browser accepts, or the table's
    /// own. If the browser decides, the response is marked as depending on it.
    pub fn language(&self) -> &'static str {
        let chosen = || self.choose_language.as_ref()?(self);
        language::choose(&self.request, chosen)
    }

    /// The links for the `head` of the site's own layout: stylesheet and script.
    pub fn head(&self) -> String {
        self.head_with_nonce("")
    }

    /// The links for the `head` of the site's own layout under a `Content-Security-Policy` with
    /// nonces; see [`Guard::head_with_nonce`](crate::Guard::head_with_nonce).
    ///
    /// The policy that the [guard writes](crate::Guard::security_policy) then allows this nonce for
    /// scripts and styles. Make a new one from 16 random bytes, in base64, for each response.
    pub fn head_with_nonce(&self, nonce: &str) -> String {
        self.request.use_nonce(nonce);
        links(self.settings(), Some(self.consent()), nonce)
    }

    /// Returns the banner for the site's own layout, or the place of the message that a choice was
    /// saved if there is nothing to ask; see [`Preferences::banner`].
    ///
    /// If the visitor has to be asked, the [log](crate::Guard::record) counts it.
    pub fn banner(&self) -> String {
        let preferences = self.preferences();
        if preferences.choices().is_open {
            self.count_banner();
        }
        preferences.banner()
    }

    /// Counts a banner that asks this visitor.
    pub(super) fn count_banner(&self) {
        if let Some(log) = &self.settings().recording.log
            && !self.request.is_head()
        {
            log.shown(self.now());
        }
    }

    /// The links to the policy page and to the form, for the footer of the site's own layout.
    pub fn links(&self) -> String {
        self.preferences().links()
    }

    /// An element of a page that may load only with consent to a category, such as a map or a
    /// video, or a placeholder for it; see [`Preferences::embed`].
    ///
    /// The HTML contains the element as it loads:
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
    /// #     /// Maps
    /// #     category Maps: opt_in {
    /// #         cookie | duration | set_by;
    /// #         /// Shows a map
    /// #         "view" | 1 day | "maps.example";
    /// #     }
    /// # } }
    /// use cookie_decl::Visitor;
    /// use cookies::Category;
    ///
    /// fn way_to_us(visitor: &Visitor<Category>) -> String {
    ///     let map = r#"<iframe src="https://maps.example/?q=us" title="The way to us" width="560" height="315"></iframe>"#;
    ///     // In maud: `(PreEscaped(visitor.embed(Category::Maps, map)))`,
    ///     // in Askama: `{{ visitor.embed(Category::Maps, map)|safe }}`.
    ///     visitor.embed(Category::Maps, map)
    /// }
    /// # use http::header::HeaderMap;
    /// # let guard = cookie_decl::Guard::new(cookies::POLICY);
    /// # let visitor = guard.visitor(&http::Method::GET, &http::Uri::from_static("/"), &HeaderMap::new());
    /// assert!(way_to_us(&visitor).contains("Load this once: maps.example")); // not asked yet
    /// ```
    ///
    /// On a page with nonces call [`head_with_nonce`](Self::head_with_nonce) first: the script
    /// inserts nothing without the nonce.
    pub fn embed(&self, category: K, html: &str) -> String {
        self.preferences().embed(info(category), html)
    }

    /// A notice that asks to reload the page once the visitor's answer for one of these categories
    /// has changed; see [`Preferences::reload_notice`].
    pub fn reload_notice(&self, categories: &[K]) -> String {
        let categories = categories.iter().map(|category| info(*category));
        self.preferences().reload_notice(categories)
    }

    /// Banner, form and summary for this visitor, who returns to this page after choosing.
    pub fn preferences(&self) -> Preferences<'_> {
        self.preferences_after(self.consent())
    }

    /// Banner, form and summary for this visitor with another consent.
    pub(super) fn preferences_after(&self, consent: &Consent<K>) -> Preferences<'_> {
        let settings = self.settings();
        let preferences = self.policy().preferences_in(Some(self.language()), consent);
        let mut preferences: Preferences<'_> = preferences
            .address(&settings.address)
            .look(&*settings.look)
            .banner_shape(settings.banner_shape);
        if let Some(language) = language::asked(&self.request) {
            preferences = preferences.asking_for(language);
        }
        let path = return_address(self.request.path_and_query());
        let nonce = self.request.nonce().unwrap_or_default();
        preferences
            .return_to(path.unwrap_or("/"))
            .nonce(nonce)
            .policed(security_header::categories(settings))
    }

    /// Returns the identifier in this visitor's answer, if the table has `consent tied`.
    ///
    /// With it the site finds the visitor's recorded decisions, to show or to delete them (GDPR,
    /// articles 15 and 17). It is what the browser sent. If somebody made it up, the log has
    /// nothing about it. Marks the response as depending on it.
    pub fn id(&self) -> Option<VisitorId> {
        self.consent().id().map(VisitorId)
    }

    /// Returns the cookies for a response to a choice: the answer, and the removals of denied
    /// cookies. Nothing is recorded; see [`decide_recorded`](Self::decide_recorded).
    ///
    /// # Errors
    /// Returns an error if the table has no row of type `Consent`, or if nothing was decided.
    pub fn decide(&self, consent: &Consent<K>) -> Result<SetCookies, SetError> {
        let has_log = self.settings().recording.log.is_some();
        if has_log {
            tracing::warn!(target: "cookie_decl", "a decision is not recorded: call `decide_recorded`");
        }
        let id = self.request.consent_untracked().id();
        self.answer(&consent.tied(id.filter(|_| has_log)))
    }

    /// Returns the cookies for a response to a choice.
    pub(super) fn answer(&self, consent: &Consent<K>) -> Result<SetCookies, SetError> {
        let (settings, request) = (self.settings(), self.request());
        let config = settings.config();
        let row = settings.table.consent_row();
        let row = row.ok_or(SetError::NoConsentRow)?;
        let answer = consent.value_with(config, request.cookies());
        let answer = answer.ok_or(SetError::Undecided)?;
        let answer = SetCookie::set(row, config, row.name().into(), &answer, None)?;
        let consent = consent.with_gpc(request.gpc());
        let withdrawal = remove(
            config,
            other_answers(request, row),
            request.cookies().names(),
            &request.hosts(),
            0,
            |category: K| !consent.allows(category),
        );
        if let Some((name, error)) = withdrawal.failed.first() {
            let (name, count) = (Quoted(name), withdrawal.failed.len());
            tracing::warn!(target: "cookie_decl", "{name} and {} others cannot be removed: {error}", count - 1);
        }
        Ok([answer].into_iter().chain(withdrawal.removals).collect())
    }

    pub(super) fn policy(&self) -> At<'_, Policy<K>> {
        Policy::new(K::TABLE).with_config(self.settings().config())
    }
}

impl<K> Visitor<K> {
    pub(super) fn request(&self) -> &Request<K> {
        &self.request
    }

    pub(super) fn settings(&self) -> &Settings {
        &self.request.settings
    }
}

impl<K> Clone for Visitor<K> {
    fn clone(&self) -> Self {
        Self {
            request: Arc::clone(&self.request),
            choose_language: self.choose_language.clone(),
        }
    }
}

impl<K: Categories> fmt::Debug for Visitor<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Visitor");
        out.field("route", &self.request.route())
            .field("consent", self.request.consent_untracked())
            .field("cookies", &self.request.cookies())
            .finish_non_exhaustive()
    }
}
