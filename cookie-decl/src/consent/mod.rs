//! A visitor's consent: read from a request or decided, never assumed.

pub(crate) mod answer;
pub(crate) mod any;
#[cfg(feature = "http")]
mod change;
mod digits;
pub(crate) mod gate;
pub(crate) mod gpc;
pub(crate) mod granted;
#[cfg(feature = "http")]
mod kept;
pub(crate) mod question;
mod reason;
#[cfg(all(test, feature = "http"))]
mod tests;
pub(crate) mod unix_time;
pub(crate) mod withdraw;

pub use self::gate::{Categories, CategoryType, GateType, Gated, Includes, Unconfigured};
pub use self::gpc::Gpc;
pub use self::granted::Granted;
pub use self::reason::Reason;
pub use self::unix_time::UnixTime;
pub use self::withdraw::{NotRemovable, Withdrawal};

use core::fmt;
use core::marker::PhantomData;

use crate::consent::any::AnyConsent;
use crate::consent::gate::{info, question};
use crate::run_time::Config;
use crate::table::category::CategoryInfo;
use crate::wire::request::RequestCookies;

/// A visitor's consent to the categories `K` of a table.
///
/// `declare_cookies!` gives its table this type under the name `Consent`. The cookie of the row of
/// that type keeps the visitor's answer.
///
/// A consent comes from a [request](Self::from_request) or from a [decision](Self::decide). There
/// is no other way to make one and no `Default`, so nothing can be mistaken for an answer.
///
/// | gate | without an answer | with one |
/// |---|---|---|
/// | `exempt` | allowed | allowed |
/// | `opt_in` | denied | as answered |
/// | `opt_out` | allowed, but denied with `Sec-GPC: 1` | as answered |
///
/// For a category with the option `gpc`, `Sec-GPC: 1` overrides the answer and denies.
///
/// ```
/// mod cookies {
///     cookie_decl::declare_cookies! {
///         pub policy;
///         /// Needed
///         ///
///         /// The site does not work without these.
///         category Necessary: exempt {
///             cookie | duration;
///             /// Remembers what you chose
///             PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
///         }
///         /// Audience
///         category Statistics: opt_in {
///             cookie | duration;
///             /// Remembers what you looked at last
///             RECENT = "recent" | 30 days;
///         }
///     }
/// }
/// use cookie_decl::consent::Reason;
/// use cookie_decl::{Gpc, RequestCookies};
/// use cookies::{Category, Consent, PREFERENCES, RECENT};
///
/// let now = 1_795_305_600; // seconds since 1970
/// // On the first visit nothing is granted, and the visitor has to be asked.
/// let consent = Consent::from_request(RequestCookies::from_header(""), Gpc::OFF, now);
/// assert!(!consent.allows(Category::Statistics));
/// assert_eq!(consent.needs_prompt(), Some(Reason::NeverAsked));
/// // The visitor grants a category, and a cookie keeps the answer.
/// let consent = Consent::decide(now).grant(Category::Statistics);
/// let answer = PREFERENCES.set(&consent)?;
/// // The browser sends it with the next request.
/// let header = format!("{}={}", answer.name(), answer.value());
/// let consent = Consent::from_request(RequestCookies::from_header(&header), Gpc::OFF, now + 60);
/// let ok = consent.granted().expect("the visitor granted the category");
/// assert_eq!(RECENT.set(ok, "42")?.max_age(), Some(30 * 86_400)); // seconds
/// # Ok::<(), cookie_decl::error::SetError>(())
/// ```
pub struct Consent<K> {
    inner: AnyConsent,
    categories: PhantomData<fn() -> K>,
}

impl<K: Categories> Consent<K> {
    /// Reads the visitor's answer from the cookie of the row of type `Consent`.
    ///
    /// An answer that at the time `now` is older than that row's duration does not count, nor does
    /// one that is damaged or dated in the future; an answer about a category that has changed
    /// since grants nothing. None of these is an error. Of several answers the newest counts, and
    /// of two from the same minute the one that denies.
    ///
    /// As long as there is an answer, even one that does not count, an `opt_out` category that it
    /// does not grant is denied: a visitor's objection stays in force until they revoke it. An answer
    /// to the question beside a single element of a page says nothing about other categories.
    ///
    /// For a table `with config`, use `POLICY.at(&config).consent(..)`.
    pub fn from_request(cookies: RequestCookies<'_>, gpc: Gpc, now: impl UnixTime) -> Self
    where
        K: Unconfigured,
    {
        Self::read(Config::NONE, cookies, gpc, now.seconds())
    }

    /// Starts a decision that denies every category that can be denied.
    ///
    /// [`grant`](Self::grant) the others. The answer keeps the minute of `now`.
    pub fn decide(now: impl UnixTime) -> Self {
        Self::new(AnyConsent::decide(question::<K>(), now.seconds()))
    }

    /// Decides to grant every category.
    pub fn accept_all(now: impl UnixTime) -> Self {
        Self::new(AnyConsent::accept_all(question::<K>(), now.seconds()))
    }

    /// Decides to deny every category that can be denied.
    pub fn refuse_all(now: impl UnixTime) -> Self {
        Self::decide(now)
    }

    /// Grants a category.
    pub fn grant(self, category: K) -> Self {
        Self::new(self.inner.grant(info(category)))
    }

    /// Denies a category, unless it is exempt.
    pub fn deny(self, category: K) -> Self {
        Self::new(self.inner.deny(info(category)))
    }

    /// Applies the visitor's signal, which denies and never grants.
    pub fn with_gpc(self, gpc: Gpc) -> Self {
        Self::new(self.inner.with_gpc(gpc))
    }

    /// Whether cookies of a category may be set and read now.
    pub fn allows(&self, category: K) -> bool {
        self.inner.allows(info(category))
    }

    /// The proof that a category is allowed, for `set` and `get` of its cookies.
    ///
    /// The compiler infers the category from the cookie.
    pub fn granted<C: Gated<Set = K>>(&self) -> Option<Granted<'_, C>> {
        self.allows(C::CATEGORY).then_some(Granted::new())
    }

    /// The visitor's choice for a category: `true` grants it.
    ///
    /// `None` without an answer, and for an exempt category.
    pub fn choice(&self, category: K) -> Option<bool> {
        self.inner.choice(info(category))
    }

    /// The time of the visitor's decision, in seconds since 1970.
    pub fn decided_at(&self) -> Option<u64> {
        self.inner.decided_at()
    }

    /// Why the visitor has to be asked, or `None` if they do not.
    ///
    /// Only `opt_in` categories with a row in this deployment and without an answer count, and not
    /// those that the visitor's signal denies in any case.
    pub fn needs_prompt(&self) -> Option<Reason<K>> {
        let typed = |category: &CategoryInfo| K::ALL[usize::from(category.number)];
        self.inner.needs_prompt().map(|reason| reason.map(typed))
    }

    /// The visitor's signal.
    pub fn gpc(&self) -> Gpc {
        self.inner.gpc()
    }

    /// Gives a consent the type of its table's categories.
    pub(crate) fn new(inner: AnyConsent) -> Self {
        Self {
            inner,
            categories: PhantomData,
        }
    }

    /// Reads the answer in a request to this deployment.
    pub(crate) fn read(
        config: Config<'_>,
        cookies: RequestCookies<'_>,
        gpc: Gpc,
        now: u64,
    ) -> Self {
        Self::new(AnyConsent::read(question::<K>(), config, cookies, gpc, now))
    }
}

impl<K> Consent<K> {
    /// The consent without the type of the categories.
    pub(crate) fn any(&self) -> &AnyConsent {
        &self.inner
    }
}

impl<K> Clone for Consent<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for Consent<K> {}

impl<K> PartialEq for Consent<K> {
    fn eq(&self, other: &Self) -> bool {
        self.inner == other.inner
    }
}

impl<K> Eq for Consent<K> {}

impl<K> fmt::Debug for Consent<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}
