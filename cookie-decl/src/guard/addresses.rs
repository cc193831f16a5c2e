//! The addresses of the pages, and the addresses that visitors return to.

use crate::preferences::is_path;

/// The pages below the address.
pub(super) const PAGES: [&str; 7] = [
    "/",
    "/preferences",
    "/choice",
    "/style.css",
    "/script.js",
    "/signals.js",
    "/table.js",
];

/// Whether a path below the address is one of the pages.
pub(super) fn is_page(path: &str) -> bool {
    path.is_empty() || PAGES.contains(&path)
}

/// Checks a path of this site, with its query, that visitors return to. It is safe in a header.
pub(super) fn return_address(path: &str) -> Option<&str> {
    let is_plain = path.bytes().all(|byte| matches!(byte, b'!'..=b'~'));
    (is_path(path) && is_plain && path.len() <= 2048).then_some(path)
}
