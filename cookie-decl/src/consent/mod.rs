//! A visitor's consent: read from a request or decided, never assumed.

pub(crate) mod answer;
#[cfg(feature = "http")]
mod change;
mod digits;
pub(crate) mod gate;
pub(crate) mod gpc;
pub(crate) mod granted;
#[cfg(feature = "http")]
mod kept;
pub(crate) mod question;
#[cfg(all(test, feature = "http"))]
mod tests;
pub(crate) mod unix_time;
pub(crate) mod withdraw;

pub use self::gate::{Categories, CategoryType, GateType, Gated, Includes, Unconfigured};
pub use self::gpc::Gpc;
pub use self::granted::Granted;
pub use self::unix_time::UnixTime;
pub use self::withdraw::{NotRemovable, Withdrawal};

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use crate::consent::answer::Decision;
use crate::consent::gate::{asked, bit, info, question};
use crate::run_time::Config;
use crate::table::category::Gate;
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
    decision: Decision,
    gpc: Gpc,
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
        let now = now.seconds();
        let mut consent = Self::undecided(Gpc::OFF);
        consent.decision.decided_at = Some(now - now % answer::PRECISION);
        consent.decision.denied = asked::<K>().fold(0, |bits, category| bits | bit(category));
        consent.decision.covered = consent.decision.denied;
        consent.decision.is_present = true;
        consent
    }

    /// Decides to grant every category.
    pub fn accept_all(now: impl UnixTime) -> Self {
        asked::<K>().fold(Self::decide(now), Self::grant)
    }

    /// Decides to deny every category that can be denied.
    pub fn refuse_all(now: impl UnixTime) -> Self {
        Self::decide(now)
    }

    /// Grants a category.
    pub fn grant(mut self, category: K) -> Self {
        if info(category).gate != Gate::Exempt {
            self.decision.granted |= bit(category);
            self.decision.denied &= !bit(category);
            self.decision.covered |= bit(category);
        }
        self
    }

    /// Denies a category, unless it is exempt.
    pub fn deny(mut self, category: K) -> Self {
        if info(category).gate != Gate::Exempt {
            self.decision.granted &= !bit(category);
            self.decision.denied |= bit(category);
            self.decision.covered |= bit(category);
        }
        self
    }

    /// Applies the visitor's signal, which denies and never grants.
    pub fn with_gpc(mut self, gpc: Gpc) -> Self {
        self.gpc = gpc;
        self
    }

    /// Whether cookies of a category may be set and read now.
    pub fn allows(&self, category: K) -> bool {
        let choice = self.choice(category);
        match info(category).gate {
            Gate::Exempt => true,
            _ if self.is_signalled(category) => false,
            Gate::OptIn => choice == Some(true),
            Gate::OptOut => choice.unwrap_or(
                !self.gpc.is_on() && (!self.decision.is_present || self.is_unasked(category)),
            ),
        }
    }

    /// Whether stored cookies of a category are removed: only if the visitor has answered.
    #[cfg(feature = "http")]
    pub(crate) fn removes(&self, category: K) -> bool {
        self.choice(category) == Some(false)
            || self.decision.is_present
                && info(category).gate == Gate::OptOut
                && !self.allows(category)
    }

    /// Whether the answer says that the visitor was not asked about a category.
    fn is_unasked(&self, category: K) -> bool {
        self.decision.unasked & bit(category) != 0
    }

    /// Whether the visitor's signal overrides the answer and denies a category.
    pub(crate) fn is_signalled(&self, category: K) -> bool {
        info(category).gpc && self.gpc.is_on()
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
        match (
            self.decision.granted & bit(category) != 0,
            self.decision.denied & bit(category) != 0,
        ) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    }

    /// The time of the visitor's decision, in seconds since 1970.
    pub fn decided_at(&self) -> Option<u64> {
        self.decision.decided_at
    }

    /// Why the visitor has to be asked, or `None` if they do not.
    ///
    /// Only `opt_in` categories with a row in this deployment and without an answer count, and not
    /// those that the visitor's signal denies in any case.
    pub fn needs_prompt(&self) -> Option<Reason<K>> {
        let open: Vec<K> = asked::<K>()
            .filter(|category| {
                info(*category).gate == Gate::OptIn && self.decision.covered & bit(*category) == 0
            })
            .filter(|category| !self.is_signalled(*category))
            .collect();
        let is_unasked = |category: &K| self.is_unasked(*category);
        match (
            open.is_empty(),
            self.decision.is_expired,
            self.decision.decided_at,
        ) {
            (true, ..) => None,
            (_, true, _) => Some(Reason::Expired),
            (_, _, None) => Some(Reason::NeverAsked),
            _ if open.iter().all(is_unasked) => Some(Reason::NeverAsked),
            _ => Some(Reason::Changed(
                open.into_iter().filter(|it| !is_unasked(it)).collect(),
            )),
        }
    }

    /// The visitor's signal.
    pub fn gpc(&self) -> Gpc {
        self.gpc
    }

    fn undecided(gpc: Gpc) -> Self {
        Self::new(Decision::default(), gpc)
    }

    fn new(decision: Decision, gpc: Gpc) -> Self {
        Self {
            decision,
            gpc,
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
        Self::new(answer::read(question::<K>(), config, cookies, now), gpc)
    }

    /// Whether the answer was set with an earlier scope of its row.
    #[cfg(feature = "http")]
    pub(crate) fn is_elsewhere(&self) -> bool {
        self.decision.is_elsewhere
    }

    /// The value of the cookie that keeps the answer, or `None` if nothing was decided.
    pub(crate) fn value(&self, config: Config<'_>) -> Option<String> {
        answer::write(question::<K>(), &self.decision, config)
    }

    /// The value of the cookie that keeps the answer, with the answers of other tables from
    /// `cookies`.
    #[cfg(feature = "http")]
    pub(crate) fn value_with(
        &self,
        config: Config<'_>,
        cookies: RequestCookies<'_>,
    ) -> Option<String> {
        kept::write_with(question::<K>(), &self.decision, config, cookies)
    }

    /// The newest answer of a request, to be set again with the present scope of its row.
    ///
    /// The number is how many seconds of its time remain.
    #[cfg(feature = "http")]
    pub(crate) fn moved(
        &self,
        config: Config<'_>,
        cookies: RequestCookies<'_>,
        now: u64,
    ) -> Option<(String, u64)> {
        kept::moved(question::<K>(), &self.decision, config, cookies, now)
    }
}

/// Why a visitor has to be asked, from [`Consent::needs_prompt`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason<K> {
    /// The request has no readable answer, or only one to a single question beside an element of a
    /// page.
    NeverAsked,
    /// The answer is older than the duration of its row.
    Expired,
    /// These categories have changed since the answer, or are new.
    Changed(Vec<K>),
}

impl<K> Clone for Consent<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for Consent<K> {}

impl<K> PartialEq for Consent<K> {
    fn eq(&self, other: &Self) -> bool {
        let facts = |consent: &Self| {
            (
                consent.decision.granted,
                consent.decision.denied,
                consent.decision.decided_at,
                consent.decision.is_expired,
                consent.gpc,
            )
        };
        facts(self) == facts(other)
    }
}

impl<K> Eq for Consent<K> {}

impl<K: Categories> fmt::Debug for Consent<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Consent");
        for category in asked::<K>() {
            out.field(info(category).name, &self.choice(category));
        }
        out.field("decided_at", &self.decision.decided_at)
            .field("gpc", &self.gpc.is_on())
            .finish_non_exhaustive()
    }
}
