//! What a visit needs to know about the site.

use std::path::PathBuf;
use std::time::Duration;

use crate::browse::page::Page;
use crate::progress::Progress;

#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) program: Option<PathBuf>,
    /// The visited origin, with the path below which all pages are.
    pub(crate) base: String,
    pub(crate) policy_page: Option<String>,
    pub(crate) agree: Option<Page>,
    pub(crate) refuse: Option<Page>,
    pub(crate) linger: Duration,
    pub(crate) flags: Vec<String>,
    /// The addresses of hosts.
    pub(crate) resolved: Vec<(String, String)>,
    pub(crate) progress: Progress,
}

impl Settings {
    /// Returns the flags of the browser for this site.
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

    /// Returns the whole address of a page.
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
