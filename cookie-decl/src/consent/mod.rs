//! What a visitor agreed to: read from the request or decided, never assumed.

pub(crate) mod answer;
pub(crate) mod gate;
#[cfg(all(test, feature = "http"))]
mod tests;
pub(crate) mod withdraw;

pub use self::gate::{Categories, CategoryType, GateType, Gated, Unconfigured};
pub use self::withdraw::{Left, Withdrawal};

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use crate::consent::answer::Decision;
use crate::consent::gate::{asked, bit, info};
use crate::run_time::Config;
use crate::table::category::Gate;
use crate::wire::request::RequestCookies;

/// What a visitor agreed to, over the categories `K` of a table.
///
/// `declare_cookies!` names it `Consent` for its own table, and the row of that type keeps it. It comes from a
/// [request](Self::from_request) or from [deciding](Self::decide); there is no other one, and so no default that somebody
/// could take for an answer.
///
/// | gate | without an answer | with one |
/// |---|---|---|
/// | `exempt` | allowed | allowed |
/// | `opt_in` | denied | as answered |
/// | `opt_out` | allowed, denied under `Sec-GPC: 1` | as answered |
///
/// `Sec-GPC: 1` denies a category with the option `gpc` whatever the answer is.
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
/// // A first visit: nothing is agreed to, and the visitor has to be asked.
/// let consent = Consent::from_request(RequestCookies::from_header(""), Gpc::OFF, now);
/// assert!(!consent.allows(Category::Statistics));
/// assert_eq!(consent.needs_prompt(), Some(Reason::NeverAsked));
/// // The visitor agrees, and the answer goes into a cookie.
/// let consent = Consent::decide(now).grant(Category::Statistics);
/// let answer = PREFERENCES.set(&consent)?;
/// // The next request brings it back.
/// let header = format!("{}={}", answer.name(), answer.value());
/// let consent = Consent::from_request(RequestCookies::from_header(&header), Gpc::OFF, now + 60);
/// let ok = consent.granted().expect("the visitor agreed");
/// assert_eq!(RECENT.set(ok, "42")?.max_age(), Some(30 * 86_400)); // seconds
/// # Ok::<(), cookie_decl::error::SetError>(())
/// ```
pub struct Consent<K> {
    decision: Decision,
    gpc: Gpc,
    categories: PhantomData<fn() -> K>,
}

impl<K: Categories> Consent<K> {
    /// The answer in a request: in the cookie of the table's row of type `Consent`.
    ///
    /// `now` is the time in seconds since 1970: an answer counts for as long as that row's duration at most. An answer
    /// that is damaged, old, of the future or about a category that has changed since grants nothing, and is never an
    /// error. Of several answers the newest counts, and of two from the same minute the one that denies. While there is
    /// an answer at all, an `opt_out` category that it does not grant is denied: an objection stands until it is taken
    /// back.
    ///
    /// For a table `with config` it is `POLICY.at(&config).consent(..)`.
    pub fn from_request(cookies: RequestCookies<'_>, gpc: Gpc, now: impl UnixTime) -> Self
    where
        K: Unconfigured,
    {
        Self::read(Config::NONE, cookies, gpc, now.seconds())
    }

    /// What a visitor decides, at a time in seconds since 1970, which is kept to the minute; every category that can be
    /// refused is refused until it is [granted](Self::grant).
    pub fn decide(now: impl UnixTime) -> Self {
        let now = now.seconds();
        let mut consent = Self::undecided(Gpc::OFF);
        consent.decision.decided_at = Some(now - now % answer::PRECISION);
        consent.decision.denied = asked::<K>().fold(0, |bits, category| bits | bit(category));
        consent.decision.covered = consent.decision.denied;
        consent.decision.is_present = true;
        consent
    }

    /// Agreement to every category.
    pub fn accept_all(now: impl UnixTime) -> Self {
        asked::<K>().fold(Self::decide(now), Self::grant)
    }

    /// Refusal of every category that can be refused.
    pub fn refuse_all(now: impl UnixTime) -> Self {
        Self::decide(now)
    }

    /// The same with agreement to a category.
    pub fn grant(mut self, category: K) -> Self {
        if info(category).gate != Gate::Exempt {
            self.decision.granted |= bit(category);
            self.decision.denied &= !bit(category);
            self.decision.covered |= bit(category);
        }
        self
    }

    /// The same with refusal of a category.
    pub fn deny(mut self, category: K) -> Self {
        if info(category).gate != Gate::Exempt {
            self.decision.granted &= !bit(category);
            self.decision.denied |= bit(category);
            self.decision.covered |= bit(category);
        }
        self
    }

    /// The same under a signal, which denies and never grants.
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
            Gate::OptOut => choice.unwrap_or(!self.gpc.is_on() && !self.decision.is_present),
        }
    }

    /// Whether what is stored of a category is removed on sight: not where nobody was asked.
    #[cfg(feature = "http")]
    pub(crate) fn removes(&self, category: K) -> bool {
        self.choice(category) == Some(false)
            || self.decision.is_present
                && info(category).gate == Gate::OptOut
                && !self.allows(category)
    }

    /// Whether the visitor's signal denies a category whatever the answer is.
    pub(crate) fn is_signalled(&self, category: K) -> bool {
        info(category).gpc && self.gpc.is_on()
    }

    /// The proof that a category is allowed, for `set` and `get` of its cookies; the category follows from its use.
    pub fn granted<C: Gated<Set = K>>(&self) -> Option<Granted<'_, C>> {
        self.allows(C::CATEGORY).then_some(Granted {
            consent: PhantomData,
            category: PhantomData,
        })
    }

    /// What the visitor answered about a category; `None` without an answer, and for exempt ones.
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

    /// When the visitor decided, in seconds since 1970.
    pub fn decided_at(&self) -> Option<u64> {
        self.decision.decided_at
    }

    /// Whether the visitor has to be asked, and why. Only an `opt_in` category with a row in this deployment is a reason,
    /// and not one that the visitor's signal denies in any case.
    pub fn needs_prompt(&self) -> Option<Reason<K>> {
        let open: Vec<K> = asked::<K>()
            .filter(|category| {
                info(*category).gate == Gate::OptIn && self.decision.covered & bit(*category) == 0
            })
            .filter(|category| !self.is_signalled(*category))
            .collect();
        match (
            open.is_empty(),
            self.decision.is_expired,
            self.decision.decided_at,
        ) {
            (true, ..) => None,
            (_, true, _) => Some(Reason::Expired),
            (_, _, None) => Some(Reason::NeverAsked),
            _ => Some(Reason::Changed(open)),
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

    /// The answer in a request to this deployment.
    pub(crate) fn read(
        config: Config<'_>,
        cookies: RequestCookies<'_>,
        gpc: Gpc,
        now: u64,
    ) -> Self {
        Self::new(answer::read::<K>(config, cookies, now), gpc)
    }

    /// Whether the answer was set where its row was once, and not where it is now.
    #[cfg(feature = "http")]
    pub(crate) fn is_elsewhere(&self) -> bool {
        self.decision.is_elsewhere
    }

    /// The value of the cookie that keeps the answer; `None` when nothing was decided. Other tables' answers in
    /// `cookies` are kept in it.
    pub(crate) fn value(&self, config: Config<'_>, cookies: RequestCookies<'_>) -> Option<String> {
        answer::write::<K>(&self.decision, config, cookies)
    }

    /// The newest answer of a request, to be set again where its row is now; and how many seconds of its time are left.
    #[cfg(feature = "http")]
    pub(crate) fn moved(
        &self,
        config: Config<'_>,
        cookies: RequestCookies<'_>,
        now: u64,
    ) -> Option<(String, u64)> {
        answer::moved::<K>(&self.decision, config, cookies, now)
    }
}

/// The proof that a visitor allows category `C`, from [`Consent::granted`].
///
/// It lives as long as the consent that it comes from, and nothing else makes one.
pub struct Granted<'c, C> {
    consent: PhantomData<&'c ()>,
    category: PhantomData<fn() -> C>,
}

impl<C> Granted<'_, C> {
    /// The proof for the rest of a request.
    #[cfg(feature = "axum")]
    pub(crate) fn for_request(self) -> Granted<'static, C> {
        Granted {
            consent: PhantomData,
            category: self.category,
        }
    }
}

/// Why a visitor has to be asked, from [`Consent::needs_prompt`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason<K> {
    /// There is no answer that can be read.
    NeverAsked,
    /// The answer is older than the table keeps one.
    Expired,
    /// These categories changed since, or are new.
    Changed(Vec<K>),
}

/// A time in seconds since 1970: a `u64`, or a `SystemTime` in programs with `std` (feature `http`).
///
/// ```
/// # mod cookies { cookie_decl::declare_cookies! { pub policy; } }
/// # #[cfg(feature = "http")]
/// cookies::Consent::decide(std::time::SystemTime::now());
/// cookies::Consent::decide(1_795_305_600);
/// ```
pub trait UnixTime {
    /// The seconds since 1970; 0 for a time before.
    fn seconds(self) -> u64;
}

impl UnixTime for u64 {
    fn seconds(self) -> u64 {
        self
    }
}

#[cfg(feature = "http")]
impl UnixTime for std::time::SystemTime {
    fn seconds(self) -> u64 {
        let since = self.duration_since(Self::UNIX_EPOCH);
        since.map_or(0, |since| since.as_secs())
    }
}

/// The visitor's Global Privacy Control signal.
///
/// ```
/// use cookie_decl::Gpc;
/// assert!(Gpc::from_headers(["1"]).is_on());
/// assert!(Gpc::from_headers(["0", "1"]).is_on()); // one such field is enough
/// assert!(!Gpc::from_headers(["true"]).is_on());
/// assert!(!Gpc::from_headers([]).is_on());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gpc(bool);

impl Gpc {
    /// No signal.
    pub const OFF: Self = Self(false);
    /// The signal.
    pub const ON: Self = Self(true);

    /// The signal in the `Sec-GPC` fields of a request: the value is exactly `1`, in one of them at least.
    pub fn from_headers<'h>(values: impl IntoIterator<Item = &'h str>) -> Self {
        Self(values.into_iter().any(|value| value == "1"))
    }

    /// Whether the visitor sends the signal.
    pub const fn is_on(self) -> bool {
        self.0
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

impl<C> Clone for Granted<'_, C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C> Copy for Granted<'_, C> {}

impl<C: CategoryType> fmt::Debug for Granted<'_, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Granted({})", info(C::CATEGORY).name)
    }
}
