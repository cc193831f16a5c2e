//! A site's table, ready to be compared with what the site does.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use cookie_decl::__private::Categories;
use cookie_decl::guard::Mode;
use cookie_decl::{Configured, Consent, Guard, Policy, RequestCookies, SetCookie};
use http::{HeaderMap, Method, Uri};

#[cfg(feature = "browse")]
use crate::browse::{Browse, Page};
use crate::policy_file::PolicyFile;
use crate::report::{Report, Rule};
#[cfg(feature = "scan")]
use crate::scan::Scan;

/// Compares what a site does with its table.
///
/// It also has what every test of such a site needs: the `Cookie` field of a visitor who has
/// answered, and a clock that stands still.
///
/// ```
/// # mod cookies { cookie_decl::declare_cookies! {
/// #     pub policy;
/// #     cookie | duration;
/// #     /// Needed
/// #     ///
/// #     /// Without it we would ask you on every page.
/// #     category Necessary: exempt {
/// #         /// Remembers your choice about cookies
/// #         PREFERENCES: Consent = "__Host-cookie_preferences" | 6 months;
/// #     }
/// #     /// Audience
/// #     category Statistics: opt_in {
/// #         /// Remembers what you looked at last
/// #         RECENT: u32 = "recent" | 30 days;
/// #     }
/// # } }
/// use cookie_decl::{Guard, RequestCookies, Gpc};
/// use cookie_decl_audit::Audit;
/// use cookies::{Category, Consent, POLICY};
/// let audit = Audit::new(POLICY);
/// let cookie = audit.granting([Category::Statistics]);
/// let consent = Consent::from_request(RequestCookies::from_header(&cookie), Gpc::OFF, audit.now());
/// assert!(consent.allows(Category::Statistics));
/// // The answers do not expire, because the clock stands still.
/// let guard = Guard::new(POLICY).clock(audit.clock());
/// ```
#[derive(Debug)]
pub struct Audit<K> {
    pub(crate) file: PolicyFile,
    /// Sends every cookie as it is.
    pub(crate) guard: Guard<K>,
    now: u64,
    allowances: Vec<Allowance>,
    /// The cookies of somebody else's banner: those of a visitor who granted, and of one who
    /// denied.
    pub(crate) granted: Vec<(String, String)>,
    pub(crate) refused: Vec<(String, String)>,
}

/// A finding that the site allows.
#[derive(Debug)]
struct Allowance {
    rule: Rule,
    subject: String,
    reason: String,
}

impl<K: Categories> Audit<K> {
    /// Takes the table of a site.
    #[must_use]
    pub fn new(policy: Policy<K>) -> Self {
        Self::of(policy.into(), Guard::new(policy))
    }

    /// Takes a table `policy … with config: C`, and the configuration of the tested application.
    pub fn with_config<C: Send + Sync + 'static>(
        policy: Configured<C, Policy<K>>,
        config: impl Into<Arc<C>>,
    ) -> Self {
        let config = config.into();
        let file = policy.at(&*config).into();
        Self::of(file, Guard::with_config(policy, config))
    }

    fn of(file: PolicyFile, guard: Guard<K>) -> Self {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        Self {
            file,
            guard: guard.mode(Mode::Report),
            now: since.map_or(0, |since| since.as_secs()),
            allowances: Vec::new(),
            granted: Vec::new(),
            refused: Vec::new(),
        }
    }

    /// Sets the time, in seconds since 1970. The default is the time at which the audit was
    /// created.
    ///
    /// An application that computes `Expires` from its own clock needs the time of that clock here.
    #[must_use]
    pub fn at(mut self, now: u64) -> Self {
        self.now = now;
        self
    }

    /// Allows a finding. The report has the reason as a note.
    ///
    /// `subject` is the name of the cookie or item, or of its row. For a step that only some
    /// visitors can take, it is the step, such as `POST /register`.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! { pub policy; } }
    /// use cookie_decl_audit::{Audit, Rule};
    /// let audit = Audit::new(cookies::POLICY)
    ///     .allow(Rule::NeverSeen, "order", "the payment page needs the bank's answer");
    /// ```
    #[must_use]
    pub fn allow(mut self, rule: Rule, subject: &str, reason: &str) -> Self {
        self.allowances.push(Allowance {
            rule,
            subject: subject.to_owned(),
            reason: reason.to_owned(),
        });
        self
    }

    /// Sets the function that reads the answer to somebody else's banner: the one that the
    /// application passes to [`Guard::read_consent`].
    ///
    /// A table with `consent elsewhere` has no cookie for the answer, so the walk also needs the
    /// cookies that the banner sets: [`granted`](Self::granted) and [`refused`](Self::refused).
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! {
    /// #     pub policy;
    /// #     consent elsewhere "Banner & Co.";
    /// #     cookie | duration;
    /// #     /// Needed
    /// #     ///
    /// #     /// The site does not work without it.
    /// #     category Necessary: exempt {
    /// #         /// The answer to the banner
    /// #         BANNER = "banner" | 6 months | set_by = script;
    /// #     }
    /// #     /// Audience
    /// #     category Statistics: opt_in {
    /// #         /// Remembers what you looked at last
    /// #         RECENT: u32 = "recent" | 30 days;
    /// #     }
    /// # } }
    /// use cookie_decl::RequestCookies;
    /// use cookie_decl_audit::Audit;
    /// use cookies::{BANNER, Category, Consent, POLICY};
    ///
    /// fn read_consent(cookies: RequestCookies<'_>) -> Option<Consent> {
    ///     let answer = BANNER.get(cookies).ok()??;
    ///     let consent = Consent::decide(0);
    ///     Some(match answer.as_str() {
    ///         "yes" => consent.grant(Category::Statistics),
    ///         _ => consent.deny(Category::Statistics),
    ///     })
    /// }
    ///
    /// let audit = Audit::new(POLICY)
    ///     .read_consent(read_consent)
    ///     .granted("banner", "yes")
    ///     .refused("banner", "no");
    /// assert_eq!(audit.granting_all(), "banner=yes");
    /// ```
    #[must_use]
    pub fn read_consent(
        mut self,
        read: impl Fn(RequestCookies<'_>) -> Option<Consent<K>> + Send + Sync + 'static,
    ) -> Self {
        self.guard = self.guard.read_consent(read);
        self
    }

    /// Names a cookie of a visitor who granted every category in somebody else's banner.
    #[must_use]
    pub fn granted(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.granted.push((name.into(), value.into()));
        self
    }

    /// Names a cookie of a visitor who denied every category, or withdrew consent, in somebody
    /// else's banner.
    #[must_use]
    pub fn refused(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.refused.push((name.into(), value.into()));
        self
    }

    /// The time of the audit, in seconds since 1970.
    #[must_use]
    pub fn now(&self) -> u64 {
        self.now
    }

    /// A clock that stands still, for [`Guard::clock`].
    pub fn clock(&self) -> impl Fn() -> u64 + Send + Sync + 'static {
        let now = self.now;
        move || now
    }

    /// Returns the `Cookie` field of a visitor who granted every category.
    ///
    /// # Panics
    /// If the table has no row of type `Consent`, and no cookie was [`granted`](Self::granted).
    #[must_use]
    pub fn granting_all(&self) -> String {
        if self.granted.is_empty() {
            self.cookie_of(&Consent::accept_all(self.now))
        } else {
            field(&self.granted)
        }
    }

    /// Returns the `Cookie` field of a visitor who granted these categories and denied the others.
    ///
    /// # Panics
    /// If the table has no row of type `Consent`.
    pub fn granting(&self, categories: impl IntoIterator<Item = K>) -> String {
        let consent = Consent::decide(self.now);
        self.cookie_of(&categories.into_iter().fold(consent, Consent::grant))
    }

    /// Returns the `Cookie` field of a visitor who denied every category.
    ///
    /// # Panics
    /// If the table has no row of type `Consent`, and no cookie was [`refused`](Self::refused).
    #[must_use]
    pub fn refusing(&self) -> String {
        if self.refused.is_empty() {
            self.cookie_of(&Consent::refuse_all(self.now))
        } else {
            field(&self.refused)
        }
    }

    /// The table, as every check compares it with the site.
    #[must_use]
    pub fn policy_file(&self) -> &PolicyFile {
        &self.file
    }

    /// Scans the source of the application in these files and folders. [`Scan`](crate::Scan) has
    /// the options.
    #[cfg(feature = "scan")]
    pub fn scan(&self, paths: impl IntoIterator<Item = impl AsRef<std::path::Path>>) -> Report {
        self.settle(Scan::new(&self.file).paths(paths))
    }

    /// Visits the pages of a running site with Chromium. [`Browse`](crate::browse::Browse) has the
    /// options.
    ///
    /// # Panics
    /// If the visits cannot be made.
    #[cfg(feature = "browse")]
    #[track_caller]
    pub fn browse(
        &self,
        address: &str,
        pages: impl IntoIterator<Item = impl Into<Page>>,
    ) -> Report {
        self.settle(Browse::new(&self.file).visit(address, pages))
    }

    /// The site; `https://localhost` if the table does not name one.
    pub(crate) fn site(&self) -> &str {
        self.file.site.as_deref().unwrap_or("https://localhost")
    }

    fn cookie_of(&self, consent: &Consent<K>) -> String {
        let answer = self.answer(consent);
        let answer = answer.expect("the table has a row of type `Consent`, which keeps the answer");
        format!("{}={}", answer.name(), answer.value())
    }

    /// The cookie that keeps an answer; `None` if the table has no row for it.
    pub(crate) fn answer(&self, consent: &Consent<K>) -> Option<SetCookie> {
        let guard = self.guard.clone().clock(self.clock());
        let uri = Uri::from_static("/");
        let visitor = guard.visitor(&Method::GET, &uri, &HeaderMap::new());
        visitor.decide(consent).ok()?.first().cloned()
    }

    /// Removes the allowed findings from a report.
    pub(crate) fn settle(&self, mut report: Report) -> Report {
        for allowance in &self.allowances {
            report.allow(allowance.rule, &allowance.subject, &allowance.reason);
        }
        report
    }
}

/// A `Cookie` field.
fn field(cookies: &[(String, String)]) -> String {
    let pairs: Vec<_> = cookies
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    pairs.join("; ")
}
