//! The browser: Chromium visits the pages of a running site, and the check compares what it keeps
//! and loads with the table.

mod chromium;
mod connection;
mod declare;
mod error;
mod hosts;
mod judge;
mod page;
mod seen;
mod settings;
mod tab;
mod visit;

use std::path::PathBuf;
use std::time::Duration;
use std::{env, thread};

use crate::browse::chromium::Chromium;
pub use crate::browse::chromium::chromium;
pub use crate::browse::error::BrowseError;
use crate::browse::hosts::{OwnHosts, host_of};
use crate::browse::judge::judge;
pub use crate::browse::page::Page;
use crate::browse::settings::Settings;
use crate::browse::visit::visit;
use crate::policy_file::PolicyFile;
use crate::progress::Progress;
use crate::report::Report;
use crate::visitor::{NONE_ALONE, Visitor};

/// Compares what Chromium keeps and loads on a running site with the table.
///
/// Several visitors visit the pages, each with an empty browser: one who was never asked, one who
/// refused, and one who agreed and later withdrew. If the table has an `opt_out` category, one more
/// visitor sends `Sec-GPC`. If visitors choose for several providers (`by provider`), up to three
/// more grant only one of them each. They answer in the site's own banner or form.
///
/// The report is about the cookies of all domains, the local and session storage, databases, caches
/// and service workers of all frames, and the requests to other hosts:
///
/// - what the table does not declare
/// - what was stored or loaded before the visitor allowed it, or is still there after withdrawing
/// - cookies that are kept for longer than declared, or with other attributes
/// - rows that no page stored
///
/// Only names are read, never values, so a report contains no secrets. What a third party keeps
/// after withdrawal, and rows of third parties that were not seen, are notes.
///
/// The browser runs without its sandbox, so visit only sites that you trust. The visit needs
/// `/bin/sh`, which Windows does not have.
///
/// ```no_run
/// use cookie_decl_audit::PolicyFile;
/// use cookie_decl_audit::browse::{Browse, Page};
///
/// let table = PolicyFile::read("cookie-policy.json").unwrap();
/// let sign_in = Page::new("/sign-in").fill("[name=user]", "Ada").click("main button");
/// let report = Browse::new(&table).visit("http://localhost:3000", [Page::new("/"), sign_in]);
/// report.assert_clean();
/// ```
#[derive(Debug, Clone)]
pub struct Browse<'f> {
    file: &'f PolicyFile,
    settings: Settings,
    own_hosts: Vec<String>,
}

impl<'f> Browse<'f> {
    /// Creates a visit for a table.
    #[must_use]
    pub fn new(file: &'f PolicyFile) -> Self {
        Self {
            file,
            settings: Settings {
                program: None,
                base: String::new(),
                policy_page: None,
                agree: None,
                refuse: None,
                linger: Duration::from_millis(300),
                flags: Vec::new(),
                resolved: Vec::new(),
                progress: Progress::default(),
            },
            own_hosts: Vec::new(),
        }
    }

    /// Sets the path of the policy page, below which the form is. The default is the path in the
    /// guard's script on the first page, or `/cookies`.
    pub fn policy_page(mut self, path: impl Into<String>) -> Self {
        self.settings.policy_page = Some(path.into());
        self
    }

    /// Sets how a visitor agrees on a site whose form is not the guard's.
    pub fn agree(mut self, page: impl Into<Page>) -> Self {
        self.settings.agree = Some(page.into());
        self
    }

    /// Sets how a visitor refuses or withdraws on a site whose form is not the guard's.
    pub fn refuse(mut self, page: impl Into<Page>) -> Self {
        self.settings.refuse = Some(page.into());
        self
    }

    /// Adds another host of the site, such as `static.shop.example`. The visited host and that of
    /// the table's `for` are known already.
    pub fn own_host(mut self, host: impl Into<String>) -> Self {
        self.own_hosts.push(host.into());
        self
    }

    /// Sets the address of a host, such as `.resolve("shop.example", "127.0.0.1:3000")`. The host
    /// may start with `*.`.
    pub fn resolve(mut self, host: impl Into<String>, address: impl Into<String>) -> Self {
        self.settings.resolved.push((host.into(), address.into()));
        self
    }

    /// Accepts every certificate, for servers with a self-signed one.
    #[must_use]
    pub fn ignore_certificates(mut self) -> Self {
        let flag = "--ignore-certificate-errors";
        self.settings.flags.push(flag.to_owned());
        self
    }

    /// Sets the program of the browser. The default is the one that [`chromium`] finds.
    pub fn program(mut self, program: impl Into<PathBuf>) -> Self {
        self.settings.program = Some(program.into());
        self
    }

    /// Sets how long to watch a page after it has loaded, and after each step. The default is 300
    /// milliseconds. Scripts that wait for longer are not seen.
    #[must_use]
    pub fn linger(mut self, linger: Duration) -> Self {
        self.settings.linger = linger;
        self
    }

    /// Calls a function with each page before a visitor opens it.
    pub fn progress(mut self, tell: impl Fn(&str) + Send + Sync + 'static) -> Self {
        self.settings.progress = Progress::new(tell);
        self
    }

    /// Visits pages in a test.
    ///
    /// `address` is where the site runs, such as `http://localhost:3000`.
    ///
    /// Without Chromium, nothing is visited; the report has a note about that, which is also
    /// printed. If the environment variable `CI` is `true`, Chromium is required.
    ///
    /// # Panics
    /// If the visits cannot be made; see [`try_visit`](Self::try_visit).
    #[track_caller]
    pub fn visit(&self, address: &str, pages: impl IntoIterator<Item = impl Into<Page>>) -> Report {
        match self.try_visit(address, pages) {
            Ok(report) => report,
            Err(BrowseError::Missing(reason)) if !is_ci() => {
                let note = format!("no page was visited: {reason}");
                eprintln!("{note}");
                let mut report = Report::default();
                report.notes.push(note);
                report
            }
            Err(error) => panic!("\n{error}"),
        }
    }

    /// Visits pages.
    ///
    /// # Errors
    /// If Chromium is missing or does not work, if a page cannot be opened, if a step cannot be
    /// taken, or if the site does not keep the visitor's answer.
    pub fn try_visit(
        &self,
        address: &str,
        pages: impl IntoIterator<Item = impl Into<Page>>,
    ) -> Result<Report, BrowseError> {
        let pages: Vec<Page> = pages.into_iter().map(Into::into).collect();
        let settings = Settings {
            base: address.to_owned(),
            ..self.settings.clone()
        };
        let program = match &settings.program {
            Some(program) => program.clone(),
            None => chromium()?,
        };
        let browser = Chromium::start(&program, &settings.all_flags())?;
        let mut visitors = Visitor::of(self.file);
        let mut note = Visitor::left_out(self.file);
        if settings.agree.is_some() && visitors.iter().any(|it| it.is_single()) {
            visitors.retain(|it| !it.is_single());
            note = Some(NONE_ALONE.to_owned());
        }
        let visits = thread::scope(|scope| {
            let visitors = visitors.into_iter().map(|visitor| {
                let (browser, settings, pages) = (&browser, &settings, &pages);
                scope.spawn(move || visit(browser, self.file, settings, visitor, pages))
            });
            let visitors: Vec<_> = visitors.collect();
            let visits = visitors.into_iter().map(|visitor| match visitor.join() {
                Ok(visits) => visits,
                Err(panic) => std::panic::resume_unwind(panic),
            });
            visits.collect::<Result<Vec<_>, _>>()
        })?;
        let visits: Vec<_> = visits.into_iter().flatten().collect();
        let mut report = judge(self.file, &self.hosts(address), &visits);
        report.notes.extend(note);
        Ok(report)
    }

    fn hosts(&self, address: &str) -> OwnHosts {
        let addresses = [Some(address), self.file.site.as_deref()];
        let known = addresses.into_iter().flatten().filter_map(host_of);
        OwnHosts(known.chain(self.own_hosts.iter().cloned()).collect())
    }
}

fn is_ci() -> bool {
    env::var("CI").is_ok_and(|value| value == "true")
}
