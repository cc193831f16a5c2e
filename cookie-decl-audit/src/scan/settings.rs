//! What the site tells the scan.

use crate::policy_file::PolicyFile;
use crate::progress::Progress;

#[derive(Debug, Clone)]
pub(crate) struct Settings<'f> {
    pub(crate) file: &'f PolicyFile,
    pub(crate) wrappers: Vec<Wrapper>,
    /// The site's hosts, besides that of the table.
    pub(crate) own_hosts: Vec<String>,
    /// The ends of paths, each with what the undecided code of the file stores.
    pub(crate) settled: Vec<(String, Vec<String>)>,
    pub(crate) progress: Progress,
}

/// A function of the application that sets a cookie.
#[derive(Debug, Clone)]
pub(crate) struct Wrapper {
    pub(crate) path: String,
    /// The argument that has the name, counted from 0.
    pub(crate) index: usize,
}
