//! A first table for an application without one.

use std::collections::BTreeMap;
use std::path::Path;

use crate::draft::{Category, Cell, Draft, NO_PURPOSE, Row, Taken};
use crate::progress::Progress;
use crate::row::{cells, with_holes};
use crate::scan::files::Files;
use crate::scan::resolve::resolve;
use crate::scan::site::{Act, By, Name, Site, Store, word};

/// Writes a first table for the application in these files and folders.
///
/// Each name that the source stores becomes a row, in one `opt_in` category. A `TODO` marks what
/// only the site knows: why it is stored, for how long, and whether it is strictly necessary.
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
    let mut found = BTreeMap::new();
    for located in resolve(&files, &[]) {
        let Some((store, name)) = stored(&located.site) else {
            continue;
        };
        let source = &files.sources[located.file];
        let (line, _) = source.position(located.site.offset);
        let place = format!("{}:{line}", source.path);
        // A cookie that the server sets too gets a constant.
        let row = found
            .entry((word(store.storage), name.to_owned()))
            .or_insert((true, place));
        row.0 &= store.by == By::Script;
    }
    let mut constants = Taken::default();
    // The draft already has these names.
    for name in ["policy", "preferences"] {
        constants.constant(name);
    }
    let rows = found
        .into_iter()
        .map(|((storage, name), (by_script, place))| {
            let name = with_holes(&name);
            let is_cookie = storage == "cookie";
            let has_constant = is_cookie && !by_script && !name.contains('{');
            let (duration, cell) = match storage {
                "cookie" => ("30 days", by_script.then_some("set_by = script")),
                storage => {
                    let cells = cells(storage).trim_start_matches(" | ");
                    match cells.split_once(" | ") {
                        Some((duration, others)) => (duration, Some(others)),
                        None => (cells, None),
                    }
                }
            };
            Row {
                comments: vec![place],
                purpose: NO_PURPOSE.to_owned(),
                constant: has_constant.then(|| constants.constant(&name)),
                names: vec![name],
                duration: duration.to_owned(),
                cells: cell
                    .map(|cell| Cell::Words(cell.to_owned()))
                    .into_iter()
                    .collect(),
                todo: is_cookie.then(|| "how long".to_owned()),
                ..Row::default()
            }
        });
    let other = Category {
        identifier: "Other".to_owned(),
        gate: "opt_in",
        title: "TODO: a title that visitors understand".to_owned(),
        description: vec!["TODO: what the rows below are for".to_owned()],
        rows: rows.collect(),
        ..Category::default()
    };
    let necessary = Category {
        todo: Some("move rows here that are strictly necessary for what visitors ask for"),
        ..Category::necessary()
    };
    let draft = Draft {
        head: HEAD,
        categories: vec![necessary, other],
        ..Draft::default()
    };
    draft.to_string()
}

const HEAD: &str =
    "// A first table, from what the source stores. Each TODO needs somebody who knows the site.";

/// Returns what a site stores, with its name.
fn stored(site: &Site) -> Option<(&Store, &str)> {
    match &site.act {
        Act::Store(store) if !store.removal => match &store.name {
            Name::Text(name) => Some((store, name)),
            _ => None,
        },
        _ => None,
    }
}
