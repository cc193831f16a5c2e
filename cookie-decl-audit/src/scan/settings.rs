//! What the site says about its source.

use crate::policy_file::PolicyFile;
use crate::progress::Progress;

#[derive(Debug, Clone)]
pub(crate) struct Settings<'f> {
    pub(crate) file: &'f PolicyFile,
    pub(crate) wrappers: Vec<Wrapper>,
    /// Hosts besides that of the table.
    pub(crate) own_hosts: Vec<String>,
    /// The ends of paths, each with the names that the undecided code of the file stores.
    pub(crate) settled: Vec<(String, Vec<String>)>,
    pub(crate) progress: Progress,
}

/// An application's own function that sets a cookie.
#[derive(Debug, Clone)]
pub(crate) struct Wrapper {
    pub(crate) path: String,
    /// Which argument has the name, from 0.
    pub(crate) index: usize,
}
