//! A first table out of an application that has none.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::progress::Progress;
use crate::row::{cells, constant, with_holes};
use crate::scan::files::Files;
use crate::scan::judge::stored;
use crate::scan::resolve::resolve;
use crate::scan::site::{By, word};

/// Writes a first table for the application in these files and folders.
///
/// Each name that the source stores becomes a row, in one category that asks visitors first. What
/// only the site knows is marked with `TODO`: why it is stored, for how long, and whether it is
/// strictly necessary.
///
/// ```
/// # let folder = tempfile::tempdir().unwrap();
/// # let path = folder.path().join("app.js");
/// # std::fs::write(&path, r#"localStorage.setItem("theme", "dark");"#).unwrap();
/// let table = cookie_decl_audit::scan::table([path]);
/// assert!(table.contains("\"theme\" | persistent | storage = local_storage;"));
/// ```
pub fn table(paths: impl IntoIterator<Item = impl AsRef<Path>>) -> String {
    let files = Files::read(paths, &Progress::default());
    let mut rows = BTreeMap::new();
    for located in resolve(&files, &[]) {
        let Some((store, name)) = stored(&located.site) else {
            continue;
        };
        let source = &files.sources[located.file];
        let (line, _) = source.position(located.site.offset);
        let place = format!("{}:{line}", source.path);
        // A cookie that scripts set as well is the server's.
        let row = rows
            .entry((word(store.storage), name.to_owned()))
            .or_insert((true, place));
        row.0 &= store.by == By::Script;
    }
    let mut text = HEAD.to_owned();
    let mut constants = TAKEN.map(str::to_owned).to_vec();
    for ((storage, name), (by_script, place)) in rows {
        let name = with_holes(&name);
        let left = if by_script || storage != "cookie" || name.contains('{') {
            format!("{name:?}")
        } else {
            format!("{} = {name:?}", free_constant(&name, &mut constants))
        };
        let cells = match storage {
            "cookie" if by_script => " | 30 days | set_by = script; // TODO: how long",
            "cookie" => " | 30 days; // TODO: how long",
            storage => &format!("{};", cells(storage)),
        };
        // A text takes everything.
        let _ = write!(
            text,
            "\n        // {place}\n        /// TODO: why it is stored\n        {left}{cells}\n"
        );
    }
    text + "    }\n}\n"
}

/// What the table has by these names already.
const TAKEN: [&str; 2] = ["POLICY", "PREFERENCES"];

const HEAD: &str = "\
// A first table, from what the source stores. Each TODO needs somebody who knows the site.
cookie_decl::declare_cookies! {
    /// Cookie policy
    pub policy in crate::cookies; // TODO: the module that has the table

    cookie | duration;

    /// Necessary for the site to work
    ///
    /// TODO: what would not work without these
    category Necessary: exempt {
        // TODO: move rows here that are strictly necessary for what visitors ask for
        /// Remembers your choice about cookies
        PREFERENCES: Consent = \"__Host-cookie_preferences\" | 6 months;
    }

    /// TODO: a title that visitors understand
    ///
    /// TODO: what the rows below are for
    category Other: opt_in {
";

/// A constant that no other row has.
fn free_constant(name: &str, taken: &mut Vec<String>) -> String {
    let words = constant(name);
    let mut constant = if words.starts_with(|c: char| c.is_ascii_alphabetic()) {
        words
    } else {
        format!("COOKIE_{words}")
    };
    while taken.contains(&constant) {
        constant.push('_');
    }
    taken.push(constant.clone());
    constant
}
