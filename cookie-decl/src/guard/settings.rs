//! The settings of a guard.

use alloc::string::{String, ToString as _};
use alloc::sync::Arc;
use core::any::Any;
use core::sync::atomic::AtomicUsize;
use std::sync::OnceLock;

use crate::consent::any::AnyConsent;
use crate::consent::question::Question;
use crate::guard::asset::Asset;
use crate::guard::finding::{Action, Finding, Quoted, Violation};
use crate::guard::recording::Recording;
use crate::guard::reports::Reports;
use crate::guard::security::SecurityPolicy;
use crate::guard::watch::Watch;
use crate::page::Page;
use crate::preferences::choices::BannerShape;
use crate::preferences::look::Look;
use crate::run_time::Config;
use crate::table::Table;
use crate::table::attributes::Attributes;
use crate::table::category::Gate;
use crate::table::declaration::Declaration;
use crate::wire::request::RequestCookies;

pub(super) type ReadConsent = dyn Fn(RequestCookies<'_>) -> Option<AnyConsent> + Send + Sync;
pub(super) type Report = dyn Fn(&Finding) + Send + Sync;
pub(super) type PageOptions = dyn for<'a> Fn(Page<'a>) -> Page<'a> + Send + Sync;

/// What happens to a cookie that breaks a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Mode {
    /// The cookie is removed from the response, and reported.
    #[default]
    Enforce,
    /// The cookie is only reported, for a site that is still completing its table.
    Report,
    /// The server panics at the first finding about a response, for tests.
    ///
    /// Findings about a request are only reported.
    Panic,
}

#[derive(Clone)]
pub(super) struct Settings {
    pub(super) table: &'static Table,
    pub(super) question: &'static Question,
    /// The name of the cookie that keeps the answer; empty if a gated row may have that name too.
    pub(super) consent_cookie: &'static str,
    pub(super) config: Option<Arc<dyn Any + Send + Sync>>,
    pub(super) address: String,
    pub(super) mode: Mode,
    pub(super) hides: bool,
    pub(super) report: Option<Arc<Report>>,
    pub(super) reports: Arc<Reports>,
    /// How many pages have removed something. Each starts with other names.
    pub(super) turn: Arc<AtomicUsize>,
    pub(super) clock: Arc<dyn Fn() -> u64 + Send + Sync>,
    pub(super) page: Option<Arc<PageOptions>>,
    pub(super) look: Arc<dyn Look>,
    pub(super) banner_shape: BannerShape,
    pub(super) stylesheet: Option<String>,
    /// Reads the answer to somebody else's banner.
    pub(super) read_consent: Option<Arc<ReadConsent>>,
    /// Whether the site says that it obeys Global Privacy Control.
    pub(super) states_gpc: bool,
    pub(super) security: Option<Arc<SecurityPolicy>>,
    /// How vendors are told what the visitor grants, if the table has a signal.
    pub(super) signals: Option<Arc<SentSignals>>,
    /// The module for the site's own scripts; see [`module`](super::table_module::module).
    pub(super) module: Arc<OnceLock<Asset>>,
    pub(super) recording: Recording,
    /// The test that receives the findings instead of the log.
    pub(super) watch: Option<Watch>,
}

/// How vendors are told what the visitor grants.
pub(super) struct SentSignals {
    pub(super) script: Asset,
    /// The identifiers of the categories whose scripts are told, separated by spaces.
    pub(super) told: String,
    /// Those of the `advanced` ones among them.
    pub(super) advanced: String,
}

impl Settings {
    pub(super) fn config(&self) -> Config<'_> {
        let config = self.config.as_deref();
        config.map_or(Config::NONE, |config| Config::from_any(config))
    }

    /// Whether cookies that break a rule are dropped or shortened.
    pub(super) fn enforces(&self) -> bool {
        self.mode == Mode::Enforce && self.watch.is_none()
    }

    /// Whether pages remove cookies of the request. They do in a test, as for visitors.
    pub(super) fn removes(&self) -> bool {
        self.mode == Mode::Enforce || self.watch.is_some() && self.mode == Mode::Panic
    }

    /// The row that keeps the visitor's answer, if this deployment has one.
    pub(super) fn consent_row(&self) -> Option<&'static Declaration> {
        self.table.consent_row_in(self.config())
    }

    /// Whether the site has the form.
    pub(super) fn has_form(&self) -> bool {
        self.question.has_form(self.config())
    }

    /// The published page of this deployment.
    pub(super) fn policy_page(&self) -> Page<'_> {
        Page::new(self.table, self.config())
    }

    /// The attributes of a cookie in this deployment.
    pub(super) fn attributes(&self, row: &Declaration) -> Option<Attributes> {
        row.attributes_in(self.config())
    }

    /// The rows that a cookie of this server may belong to: patterns only if no row has the exact
    /// name.
    pub(super) fn rows<'n>(
        &self,
        name: &'n str,
    ) -> impl Iterator<Item = &'static Declaration> + use<'_, 'n> {
        let config = self.config();
        let mut rows = self
            .table
            .rows_named(name)
            .filter(move |row| row.is_on(config) && row.is_own_cookie())
            .peekable();
        let is_exact = rows.peek().is_some_and(|row| row.pattern().is_none());
        rows.take_while(move |row| row.pattern().is_none() == is_exact)
    }

    /// The rest of a path that is at or below the address of the pages.
    pub(super) fn below<'p>(&self, path: &'p str) -> Option<&'p str> {
        path.strip_prefix(&*self.address)
            .filter(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// Logs a finding and calls the site's function. `subject` is the name of the row, or of the
    /// cookie.
    pub(super) fn report_finding(&self, finding: &Finding, subject: &str) {
        if let Some(watch) = &self.watch {
            watch.found(finding);
            return;
        }
        let is_of_response = !finding.violation.is_of_request();
        assert!(!(self.mode == Mode::Panic && is_of_response), "{finding}");
        let now = (self.clock)();
        let subject = match &finding.violation {
            Violation::Attribute(difference) => [subject, " ", difference.attribute].concat(),
            _ => subject.to_string(),
        };
        let Some(times) = self.reports.due(&finding.violation, &subject, now) else {
            return;
        };
        let finding = Finding {
            times,
            ..finding.clone()
        };
        let Finding {
            cookie,
            violation,
            route,
            action,
            ..
        } = &finding;
        // They are quoted, because a name may contain control characters, or text that looks like
        // another field.
        let cookie = Quoted(cookie).to_string();
        let dropped = *action == Action::Dropped;
        let rule = violation.name();
        tracing::warn!(target: "cookie_decl", %cookie, rule, route, dropped, times, "{violation}");
        if let Some(report) = &self.report {
            report(&finding);
        }
    }
}

/// Whether a gated row may have this name, in this deployment or another.
pub(super) fn is_gated(table: &'static Table, name: &str) -> bool {
    table
        .rows_named(name)
        .any(|row| row.category().gate() != Gate::Exempt)
}
