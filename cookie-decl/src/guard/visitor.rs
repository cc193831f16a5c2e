//! The visitor who sends a request.

use alloc::string::String;
use core::fmt;
use std::sync::OnceLock;

use crate::consent::gate::{Categories, info};
use crate::consent::{Consent, Reason};
use crate::consent_log::VisitorId;
use crate::guard::any_visitor::AnyVisitor;
use crate::guard::request::Request;
use crate::preferences::Preferences;
use crate::wire::request::RequestCookies;
use crate::wire::set_cookie::SetCookies;
use crate::wire::set_cookie::error::SetError;

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
    any: AnyVisitor,
    /// The consent of `any` with its type, once it is asked for.
    consent: OnceLock<Consent<K>>,
}

impl<K: Categories> Visitor<K> {
    /// Returns the visitor's consent. Marks the response as depending on it.
    pub fn consent(&self) -> &Consent<K> {
        let any = self.any.consent();
        self.consent.get_or_init(|| Consent::new(*any))
    }

    /// Returns the cookies of the request, including [hidden](crate::Guard::hide_denied) ones.
    /// Marks the response as depending on them.
    pub fn cookies(&self) -> RequestCookies<'_> {
        self.request().vary_on_consent();
        self.request().cookies()
    }

    /// Returns why the visitor must be asked, if they must.
    pub fn needs_prompt(&self) -> Option<Reason<K>> {
        self.consent().needs_prompt()
    }

    /// Returns the time of the request in seconds since 1970, for [`Consent::decide`]. The clock is
    /// read once.
    pub fn now(&self) -> u64 {
        self.any.now()
    }

    /// Returns the language of banner and pages for this visitor: one of the table's.
    ///
    /// It is the one that the address of a page asks for (`/cookies?language=fr`), the one that the
    /// site [chooses](crate::Guard::language), the first that the browser accepts, or the table's
    /// own. If the browser decides, the response is marked as depending on it.
    pub fn language(&self) -> &'static str {
        self.any.language()
    }

    /// The links for the `head` of the site's own layout: stylesheet and script.
    pub fn head(&self) -> String {
        self.any.head()
    }

    /// The links for the `head` of the site's own layout under a `Content-Security-Policy` with
    /// nonces; see [`Guard::head_with_nonce`](crate::Guard::head_with_nonce).
    ///
    /// The policy that the [guard writes](crate::Guard::security_policy) then allows this nonce for
    /// scripts and styles. Make a new one from 16 random bytes, in base64, for each response.
    pub fn head_with_nonce(&self, nonce: &str) -> String {
        self.any.head_with_nonce(nonce)
    }

    /// Returns the banner for the site's own layout, or the place of the message that a choice was
    /// saved if there is nothing to ask; see [`Preferences::banner`].
    ///
    /// If the visitor has to be asked, the [log](crate::Guard::record) counts it.
    pub fn banner(&self) -> String {
        self.any.banner()
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
        self.any.preferences()
    }

    /// Returns the identifier in this visitor's answer, if the table has `consent tied`.
    ///
    /// With it the site finds the visitor's recorded decisions, to show or to delete them (GDPR,
    /// articles 15 and 17). It is what the browser sent. If somebody made it up, the log has
    /// nothing about it. Marks the response as depending on it.
    pub fn id(&self) -> Option<VisitorId> {
        self.any.consent().id().map(VisitorId)
    }

    /// Returns the cookies for a response to a choice: the answer, and the removals of denied
    /// cookies. Nothing is recorded; see [`decide_recorded`](Self::decide_recorded).
    ///
    /// # Errors
    /// Returns an error if the table has no row of type `Consent`, or if nothing was decided.
    pub fn decide(&self, consent: &Consent<K>) -> Result<SetCookies, SetError> {
        self.any.decide(*consent.any())
    }
}

impl<K> Visitor<K> {
    /// Gives a visitor the type of its table's categories.
    pub(super) fn new(any: AnyVisitor) -> Self {
        Self {
            any,
            consent: OnceLock::new(),
        }
    }

    /// The visitor without the type of the categories.
    pub(super) fn any(&self) -> &AnyVisitor {
        &self.any
    }

    fn request(&self) -> &Request {
        self.any.request()
    }
}

impl<K> Clone for Visitor<K> {
    fn clone(&self) -> Self {
        Self::new(self.any.clone())
    }
}

impl<K> fmt::Debug for Visitor<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let request = self.request();
        f.debug_struct("Visitor")
            .field("route", &request.route())
            .field("consent", request.consent_untracked())
            .field("cookies", &request.cookies())
            .finish_non_exhaustive()
    }
}
