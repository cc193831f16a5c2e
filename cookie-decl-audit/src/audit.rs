//! A site's table, ready to be compared with what the site does.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use cookie_decl::__private::Categories;
use cookie_decl::guard::Mode;
use cookie_decl::{Configured, Consent, Guard, Policy, SetCookie};
use http::{HeaderMap, Method, Uri};

#[cfg(feature = "browse")]
use crate::browse::{Browse, Page};
use crate::policy_file::PolicyFile;
use crate::report::{Finding, Report, Rule};
#[cfg(feature = "scan")]
use crate::scan::Scan;

/// Compares what a site does with its table.
///
/// It also has what every test of such a site needs: the `Cookie` field of a visitor who decided,
/// and a clock that stands still.
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
/// // Answers do not expire, however long the tests are kept.
/// let guard = Guard::new(POLICY).clock(audit.clock());
/// ```
#[derive(Debug)]
pub struct Audit<K> {
    pub(crate) file: PolicyFile,
    /// Sends every cookie as it is.
    pub(crate) guard: Guard<K>,
    now: u64,
    allowances: Vec<Allowance>,
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

    /// Takes a table `policy … with config: C`, and the configuration of the application that is
    /// tested.
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
        }
    }

    /// Sets the time in seconds since 1970. By default it is when the audit was made.
    ///
    /// An application that writes `Expires` by a clock of its own needs that clock here.
    #[must_use]
    pub fn at(mut self, now: u64) -> Self {
        self.now = now;
        self
    }

    /// Allows a finding for a reason, which the report has as a note.
    ///
    /// `subject` is the name of the cookie or item, or of its row; of a step that only some visitors
    /// can take the step itself, `POST /register`.
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

    /// The time of the audit in seconds since 1970.
    #[must_use]
    pub fn now(&self) -> u64 {
        self.now
    }

    /// A clock that stands still, for [`Guard::clock`].
    pub fn clock(&self) -> impl Fn() -> u64 + Send + Sync + 'static {
        let now = self.now;
        move || now
    }

    /// The `Cookie` field of a visitor who granted every category.
    ///
    /// # Panics
    /// If the table has no row of type `Consent`.
    #[must_use]
    pub fn granting_all(&self) -> String {
        self.cookie_of(&Consent::accept_all(self.now))
    }

    /// The `Cookie` field of a visitor who granted these categories, and denied the others.
    ///
    /// # Panics
    /// If the table has no row of type `Consent`.
    pub fn granting(&self, categories: impl IntoIterator<Item = K>) -> String {
        let consent = Consent::decide(self.now);
        self.cookie_of(&categories.into_iter().fold(consent, Consent::grant))
    }

    /// The `Cookie` field of a visitor who denied every category.
    ///
    /// # Panics
    /// If the table has no row of type `Consent`.
    #[must_use]
    pub fn refusing(&self) -> String {
        self.cookie_of(&Consent::refuse_all(self.now))
    }

    /// The table, as every check compares it with the site.
    #[must_use]
    pub fn policy_file(&self) -> &PolicyFile {
        &self.file
    }

    /// Reads the source of the application in these files and folders; see [`Scan`](crate::Scan),
    /// which has the options.
    #[cfg(feature = "scan")]
    pub fn scan(&self, paths: impl IntoIterator<Item = impl AsRef<std::path::Path>>) -> Report {
        self.settle(Scan::new(&self.file).paths(paths))
    }

    /// Visits the pages of a running site with Chromium; see [`Browse`](crate::browse::Browse),
    /// which has the options.
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

    /// Takes out of a report what the site allows.
    pub(crate) fn settle(&self, mut report: Report) -> Report {
        for allowance in &self.allowances {
            let Allowance {
                rule,
                subject,
                reason,
            } = allowance;
            let before = report.findings.len();
            let is_other = |it: &Finding| it.rule != *rule || it.subject != *subject;
            report.findings.retain(is_other);
            let rule = rule.name();
            report.notes.push(if report.findings.len() < before {
                format!("`{subject}` ({rule}) is allowed: {reason}")
            } else {
                format!("`{subject}` ({rule}) is allowed, but was not found")
            });
        }
        report
    }
}
