//! What a visit has to know of the site.

use std::path::PathBuf;
use std::time::Duration;

use crate::browse::page::Page;
use crate::progress::Progress;

#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) program: Option<PathBuf>,
    /// The origin that is visited, with the path that all pages are below.
    pub(crate) base: String,
    pub(crate) policy_page: Option<String>,
    pub(crate) agree: Option<Page>,
    pub(crate) refuse: Option<Page>,
    pub(crate) linger: Duration,
    pub(crate) flags: Vec<String>,
    /// Host names and where they are.
    pub(crate) resolved: Vec<(String, String)>,
    pub(crate) progress: Progress,
}

impl Settings {
    /// The flags of the browser for this site.
    pub(crate) fn all_flags(&self) -> Vec<String> {
        let mut flags = self.flags.clone();
        if !self.resolved.is_empty() {
            let rules = self.resolved.iter();
            let rules: Vec<_> = rules
                .map(|(host, address)| format!("MAP {host} {address}"))
                .collect();
            flags.push(format!("--host-resolver-rules={}", rules.join(", ")));
        }
        flags
    }

    /// The whole address of a page.
    pub(crate) fn address_of(&self, page: &str) -> String {
        if page.contains("://") {
            page.to_owned()
        } else {
            format!(
                "{}/{}",
                self.base.trim_end_matches('/'),
                page.trim_start_matches('/')
            )
        }
    }
}
