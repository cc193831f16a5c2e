//! The scan: what the source of an application stores and loads, compared with the table.

mod baseline;
mod files;
mod html;
mod init;
mod judge;
mod lints;
mod markup;
mod resolve;
mod rust;
mod script;
mod settings;
mod site;
mod source;
mod style;
mod template;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use crate::policy_file::PolicyFile;
use crate::progress::Progress;
use crate::report::Report;
use crate::scan::files::Files;
pub use crate::scan::init::table;
use crate::scan::judge::judge;
pub use crate::scan::lints::clippy_toml;
use crate::scan::resolve::resolve;
use crate::scan::settings::{Settings, Wrapper};

/// Compares what the source of an application stores and loads with the table.
///
/// It reads Rust (with the markup in `html!`, `view!` and other macros), HTML and templates,
/// JavaScript, TypeScript, and CSS. It leaves out tests, `target`, `node_modules`, hidden folders,
/// and what `.gitignore` names.
///
/// The report has what the table does not declare, what sets a declared cookie without its
/// constant, scripts and elements that do not wait for consent, hosts that nothing declares, unknown
/// values of `data-cookie-category`, and rows whose constant no code uses. What
/// `visitor.embed(Category::Maps, ..)` is given, and the content of a `<template
/// data-cookie-category="Maps">`, waits for `Maps`.
///
/// If the source does not show a name, because it is computed or comes from elsewhere, that is a
/// finding too. A comment settles it, on its line or above it: `// cookie-decl: NAME` with the
/// names that the code stores, or `// cookie-decl: none`. A comment that no longer settles anything
/// is a finding.
///
/// ```
/// # mod cookies { cookie_decl::declare_cookies! {
/// #     pub policy;
/// #     /// Needed
/// #     ///
/// #     /// You could not stay signed in.
/// #     category Necessary: exempt {
/// #         cookie | duration;
/// #         /// Remembers light or dark
/// #         "theme" | 1 year | set_by = script;
/// #     }
/// # } }
/// use cookie_decl_audit::{PolicyFile, Rule, Scan};
/// # let folder = tempfile::tempdir().unwrap();
/// # let path = folder.path().join("app.js");
/// let script = r#"
///     document.cookie = "theme=dark";
///     localStorage.setItem("visits", "1");
/// "#;
/// # std::fs::write(&path, script).unwrap();
/// let table = PolicyFile::from(cookies::POLICY);
/// let report = Scan::new(&table).paths([path]);
/// assert_eq!(report.findings.len(), 1);
/// assert_eq!((report.findings[0].rule, &*report.findings[0].subject), (Rule::Undeclared, "visits"));
/// ```
#[derive(Debug, Clone)]
pub struct Scan<'f> {
    settings: Settings<'f>,
    baseline: Option<PathBuf>,
}

impl<'f> Scan<'f> {
    /// Creates a scan for a table.
    #[must_use]
    pub fn new(file: &'f PolicyFile) -> Self {
        Self {
            settings: Settings {
                file,
                wrappers: Vec::new(),
                own_hosts: Vec::new(),
                settled: Vec::new(),
                progress: Progress::default(),
            },
            baseline: None,
        }
    }

    /// Names a function of the application that sets a cookie, such as `ApiCookie::build`, and the
    /// argument that has its name, counted from 0.
    pub fn wrapper(mut self, path: impl Into<String>, name_at: usize) -> Self {
        self.settings.wrappers.push(Wrapper {
            path: path.into(),
            index: name_at,
        });
        self
    }

    /// Adds another host of the site, such as `static.shop.example`.
    pub fn own_host(mut self, host: impl Into<String>) -> Self {
        self.settings.own_hosts.push(host.into());
        self
    }

    /// Names what the undecided code of a file stores, instead of a comment in the file.
    ///
    /// `file` is the end of the path. The list is empty if the code stores nothing.
    pub fn settle<N: Into<String>>(
        mut self,
        file: impl Into<String>,
        names: impl IntoIterator<Item = N>,
    ) -> Self {
        let names = names.into_iter().map(Into::into).collect();
        self.settings.settled.push((file.into(), names));
        self
    }

    /// Leaves out the findings that a file lists, so that an old site can start with them.
    ///
    /// `COOKIE_DECL_BLESS=1` writes the file. A listed finding that no longer occurs is a finding.
    pub fn baseline(mut self, path: impl AsRef<Path>) -> Self {
        self.baseline = Some(path.as_ref().to_owned());
        self
    }

    /// Calls a function with each file before it is read.
    pub fn progress(mut self, tell: impl Fn(&str) + Send + Sync + 'static) -> Self {
        self.settings.progress = Progress::new(tell);
        self
    }

    /// Scans these files and folders.
    ///
    /// In a test, a relative path starts at the package.
    pub fn paths(&self, paths: impl IntoIterator<Item = impl AsRef<Path>>) -> Report {
        let files = Files::read(paths, &self.settings.progress);
        let sites = resolve(&files, &self.settings.wrappers);
        let mut report = judge(&self.settings, &files, &sites);
        if let Some(path) = &self.baseline {
            baseline::apply(path, &mut report);
        }
        report
    }
}
