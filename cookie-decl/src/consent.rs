//! What a visitor agreed to: read from the request or decided, never assumed.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write as _};
use core::marker::PhantomData;

use crate::category::info;
use crate::{Categories, CategoryType, Gate, Gated, RequestCookies};

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
///             PREFERENCES: Consent = "cookie_preferences" | 6 months;
///         }
///         /// Audience
///         category Statistics: opt_in {
///             cookie | duration;
///             /// Remembers what you looked at last
///             RECENT = "recent" | 30 days;
///         }
///     }
/// }
/// use cookie_decl::{Gpc, Reason, RequestCookies};
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
/// # Ok::<(), cookie_decl::SetError>(())
/// ```
pub struct Consent<K> {
    /// The categories that the visitor agreed to, a bit each.
    granted: u64,
    /// Those that the visitor refused.
    denied: u64,
    /// When, in seconds since 1970.
    decided_at: Option<u64>,
    expired: bool,
    gpc: Gpc,
    categories: PhantomData<fn() -> K>,
}

impl<K: Categories> Consent<K> {
    /// The answer that a request brings, in the cookie of the table's row of type `Consent`.
    ///
    /// `now` is the time in seconds since 1970: an answer is as old as that row's duration at most. What is damaged, of
    /// the future, doubled or about a category that has changed since is no answer, and never an error.
    pub fn from_request(cookies: RequestCookies<'_>, gpc: Gpc, now: u64) -> Self {
        let mut consent = Self::undecided(gpc);
        let Some(row) = K::TABLE.consent_row() else { return consent };
        let mut values = cookies.all(row.name());
        // Two answers are none: another path or domain of the site may have set the other one.
        if let (Some(value), None) = (values.next(), values.next()) {
            consent.read(value, row.duration().max_age(), now);
        }
        consent
    }

    /// What a visitor decides, at a time in seconds since 1970; every category that can be refused is refused until
    /// it is [granted](Self::grant).
    pub fn decide(now: u64) -> Self {
        let mut consent = Self::undecided(Gpc::OFF);
        consent.decided_at = Some(now);
        consent.denied = Self::asked().fold(0, |bits, category| bits | bit(category));
        consent
    }

    /// Agreement to every category.
    pub fn accept_all(now: u64) -> Self {
        Self::asked().fold(Self::decide(now), Self::grant)
    }

    /// Refusal of every category that can be refused.
    pub fn refuse_all(now: u64) -> Self {
        Self::decide(now)
    }

    /// The same with agreement to a category.
    pub fn grant(mut self, category: K) -> Self {
        if info(category).gate != Gate::Exempt {
            self.granted |= bit(category);
            self.denied &= !bit(category);
        }
        self
    }

    /// The same with refusal of a category.
    pub fn deny(mut self, category: K) -> Self {
        if info(category).gate != Gate::Exempt {
            self.granted &= !bit(category);
            self.denied |= bit(category);
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
        let answer = self.answer(category);
        match info(category).gate {
            Gate::Exempt => true,
            _ if self.is_signalled(category) => false,
            Gate::OptIn => answer == Some(true),
            Gate::OptOut => answer.unwrap_or(!self.gpc.is_on()),
        }
    }

    /// Whether the visitor's signal denies a category whatever the answer is.
    pub(crate) fn is_signalled(&self, category: K) -> bool {
        info(category).gpc && self.gpc.is_on()
    }

    /// The proof that a category is allowed, for `set` and `get` of its cookies; the category follows from its use.
    pub fn granted<C: Gated<Set = K>>(&self) -> Option<Granted<'_, C>> {
        self.allows(C::CATEGORY).then_some(Granted { consent: PhantomData, category: PhantomData })
    }

    /// What the visitor answered about a category; `None` without an answer, and for exempt ones.
    pub fn answer(&self, category: K) -> Option<bool> {
        match (self.granted & bit(category) != 0, self.denied & bit(category) != 0) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    }

    /// Whether the visitor refused anything.
    #[cfg(feature = "http")]
    pub(crate) fn refuses(&self) -> bool {
        self.denied != 0
    }

    /// When the visitor decided, in seconds since 1970.
    pub fn decided_at(&self) -> Option<u64> {
        self.decided_at
    }

    /// Whether the visitor has to be asked, and why. Categories that need no agreement are no reason, nor those that the
    /// visitor's signal denies whatever the answer is.
    pub fn needs_prompt(&self) -> Option<Reason<K>> {
        let open: Vec<K> = Self::asked()
            .filter(|category| info(*category).gate == Gate::OptIn && self.answer(*category).is_none())
            .filter(|category| !self.is_signalled(*category))
            .collect();
        match (open.is_empty(), self.expired, self.decided_at) {
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
        Self { granted: 0, denied: 0, decided_at: None, expired: false, gpc, categories: PhantomData }
    }

    /// The categories that a visitor is asked about.
    fn asked() -> impl Iterator<Item = K> {
        K::ALL.iter().copied().filter(|category| info(*category).gate != Gate::Exempt)
    }

    /// The value of the cookie: the time, then for each category a mark of its fingerprint, the answer and the time.
    ///
    /// Whatever is changed in the value, marks stop to fit: there is no bit to flip from no to yes. It is cookie-octets,
    /// and takes 9 bytes a category.
    pub(crate) fn encode(&self) -> Option<String> {
        let at = self.decided_at?;
        let mut value = String::with_capacity(12 + 9 * K::ALL.len());
        write!(value, "{at:x}").expect("a `String` takes everything");
        for category in Self::asked() {
            if let Some(answer) = self.answer(category) {
                value.push('.');
                push_mark(&mut value, mark(info(category).fingerprint, at, answer));
            }
        }
        Some(value)
    }

    fn read(&mut self, value: &str, kept: Option<u64>, now: u64) {
        let mut parts = value.as_bytes().split(|byte| *byte == b'.');
        let Some(at) = parts.next().and_then(read_time) else { return };
        // The clock of another server may be a little ahead of this one.
        if at > now.saturating_add(SKEW) {
            return;
        }
        if kept.is_some_and(|kept| now.saturating_sub(at) > kept) {
            self.expired = true;
            return;
        }
        let (mut granted, mut denied, mut doubled) = (0, 0, 0);
        // No answer of ours is longer; the bound keeps a hostile one cheap.
        for part in parts.take(MOST_CATEGORIES) {
            let Some(read) = read_mark(part) else { continue };
            for category in Self::asked() {
                for (answer, bits) in [(true, &mut granted), (false, &mut denied)] {
                    if mark(info(category).fingerprint, at, answer) == read {
                        doubled |= *bits & bit(category);
                        *bits |= bit(category);
                    }
                }
            }
        }
        let contradicted = doubled | granted & denied;
        self.granted = granted & !contradicted;
        self.denied = denied & !contradicted;
        if self.granted | self.denied != 0 {
            self.decided_at = Some(at);
        }
    }
}

/// The proof that a visitor allows category `C`, from [`Consent::granted`].
///
/// It lives as long as the consent that it comes from, and nothing else makes one.
pub struct Granted<'c, C> {
    consent: PhantomData<&'c ()>,
    category: PhantomData<fn() -> C>,
}

/// The answers are bits of 64.
const MOST_CATEGORIES: usize = 64;

/// How far the clocks of servers may differ, in seconds.
const SKEW: u64 = 300;

fn bit<K: Categories>(category: K) -> u64 {
    1 << category.index()
}

/// 48 bits that stand for one answer to one category at one time.
fn mark(fingerprint: u64, at: u64, answer: bool) -> u64 {
    mix(mix(fingerprint ^ at.rotate_left(32)) ^ u64::from(answer)) >> 16
}

/// The finalizer of splitmix64: every bit depends on every bit.
fn mix(mut value: u64) -> u64 {
    value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

/// The digits of base64url (RFC 4648 section 5), which are cookie-octets.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn push_mark(out: &mut String, mark: u64) {
    for shift in (0..48).step_by(6).rev() {
        out.push(char::from(DIGITS[(mark >> shift & 63) as usize]));
    }
}

fn read_mark(text: &[u8]) -> Option<u64> {
    let text: &[u8; 8] = text.try_into().ok()?;
    text.iter().try_fold(0, |mark, byte| Some(mark << 6 | u64::from(digit(*byte)?)))
}

/// What a digit stands for in [`DIGITS`].
fn digit(byte: u8) -> Option<u8> {
    Some(match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    })
}

/// Seconds in hexadecimal, in the one way that they are written.
fn read_time(text: &[u8]) -> Option<u64> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let is_canonical = text == b"0" || !text.starts_with(b"0") && (1..=16).contains(&text.len());
    let read = || text.iter().try_fold(0, |time, byte| Some(time << 4 | u64::from(digit(*byte)?)));
    if is_canonical { read() } else { None }
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
        let facts =
            |consent: &Self| (consent.granted, consent.denied, consent.decided_at, consent.expired, consent.gpc);
        facts(self) == facts(other)
    }
}

impl<K> Eq for Consent<K> {}

impl<K: Categories> fmt::Debug for Consent<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("Consent");
        for category in Self::asked() {
            out.field(info(category).name, &self.answer(category));
        }
        out.field("decided_at", &self.decided_at).field("gpc", &self.gpc.is_on()).finish_non_exhaustive()
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
