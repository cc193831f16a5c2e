//! The browser: Chromium visits the pages of a running site, and what it keeps and loads is
//! compared with the table.

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
use crate::visitor::Visitor;

/// Visits a running site with Chromium, and compares what it keeps and loads with the table.
///
/// The pages are visited by visitors who decide differently, each with an empty browser: one who
/// was never asked, one who refused, and one who agreed and later withdrew. If the table has a
/// category that is `opt_out`, one more visitor sends `Sec-GPC`. They answer in the site's own banner
/// or form.
///
/// The report has the cookies of all domains, local and session storage, databases, caches and
/// service workers of all frames, and the requests to other hosts:
///
/// - what the table does not declare
/// - what was stored or loaded before the visitor allowed it, or is still there after withdrawing
/// - cookies that are kept for longer than declared, or with other attributes
/// - rows that no page stored anything of
///
/// Names are read, and values are not: no secret gets into a report. What a third party keeps
/// after withdrawing, and rows of third parties that were not seen, are notes.
///
/// The browser runs without its sandbox, as in a container: visit sites that you trust. It needs
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
    /// Takes the table that the site is compared with.
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

    /// The path of the policy page, which the form is below. By default it is where the guard's
    /// script on the first page says, or `/cookies`.
    pub fn policy_page(mut self, path: impl Into<String>) -> Self {
        self.settings.policy_page = Some(path.into());
        self
    }

    /// How a visitor agrees on a site whose form is not the guard's.
    pub fn agree(mut self, page: impl Into<Page>) -> Self {
        self.settings.agree = Some(page.into());
        self
    }

    /// How a visitor refuses, and withdraws, on a site whose form is not the guard's.
    pub fn refuse(mut self, page: impl Into<Page>) -> Self {
        self.settings.refuse = Some(page.into());
        self
    }

    /// Another host of the site's own, such as `static.shop.example`. The host that is visited
    /// and that of the table's `for` are known.
    pub fn own_host(mut self, host: impl Into<String>) -> Self {
        self.own_hosts.push(host.into());
        self
    }

    /// Says where a host is: `.resolve("shop.example", "127.0.0.1:3000")`. The host may start
    /// with `*.`.
    pub fn resolve(mut self, host: impl Into<String>, address: impl Into<String>) -> Self {
        self.settings.resolved.push((host.into(), address.into()));
        self
    }

    /// Accepts every certificate: for servers whose certificate is their own.
    #[must_use]
    pub fn ignore_certificates(mut self) -> Self {
        let flag = "--ignore-certificate-errors";
        self.settings.flags.push(flag.to_owned());
        self
    }

    /// The program to visit with. By default it is what [`chromium`] finds.
    pub fn program(mut self, program: impl Into<PathBuf>) -> Self {
        self.settings.program = Some(program.into());
        self
    }

    /// How long to look at a page after it has loaded, and after each step. By default 300
    /// milliseconds: scripts that wait for longer are not seen.
    #[must_use]
    pub fn linger(mut self, linger: Duration) -> Self {
        self.settings.linger = linger;
        self
    }

    /// Is called with each page before it is opened, by each visitor.
    pub fn progress(mut self, tell: impl Fn(&str) + Send + Sync + 'static) -> Self {
        self.settings.progress = Progress::new(tell);
        self
    }

    /// Visits pages, for tests.
    ///
    /// `address` is where the site runs, such as `http://localhost:3000`.
    ///
    /// Where there is no Chromium, the report has a note that nothing was visited, which is also
    /// printed. If the environment variable `CI` is `true`, it has to be there.
    ///
    /// # Panics
    /// If the visits cannot be made: see [`try_visit`](Self::try_visit).
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
    /// If there is no Chromium, if it does not work, if a page cannot be opened or one of its
    /// steps cannot be taken, or if the site does not keep the visitor's answer.
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
        let visits = thread::scope(|scope| {
            let visitors = Visitor::of(self.file).into_iter().map(|visitor| {
                let (browser, settings, pages) = (&browser, &settings, &pages);
                scope.spawn(move || visit(browser, settings, visitor, pages))
            });
            let visitors: Vec<_> = visitors.collect();
            let visits = visitors.into_iter().map(|visitor| match visitor.join() {
                Ok(visits) => visits,
                Err(panic) => std::panic::resume_unwind(panic),
            });
            visits.collect::<Result<Vec<_>, _>>()
        })?;
        let visits: Vec<_> = visits.into_iter().flatten().collect();
        Ok(judge(self.file, &self.hosts(address), &visits))
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
