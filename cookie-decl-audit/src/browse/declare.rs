//! What to type in the table for an item that it does not declare.

use crate::browse::seen::{Item, Kind};
use crate::help;
use crate::policy_file::PolicyFile;
use crate::row::{cells, constant, in_words};

/// Says what to do about an item that no row declares.
pub(crate) fn declare(file: &PolicyFile, item: &Item, is_own: bool) -> String {
    let name = &item.name;
    if !is_own {
        let host = &item.host;
        return format!(
            "do not load what stores it, or add a row to the table, `{name:?} | {} | set_by = \
             {host:?};`, in a category that visitors grant",
            duration(item)
        );
    }
    help::declare(file, name, &row(item))
}

/// Returns a row for an item.
fn row(item: &Item) -> String {
    let name = format!("{:?} | {}", item.name, duration(item));
    match item.kind {
        Kind::Cookie
            if item
                .cookie
                .as_ref()
                .is_some_and(|it| it.attributes.http_only) =>
        {
            format!("{} = {name};", constant(&item.name))
        }
        Kind::Cookie => format!("{name} | set_by = script;"),
        Kind::Cache => format!("{:?}{};", item.name, cells("cache_storage")),
        Kind::ServiceWorker => format!("{:?}{};", item.name, cells("service_worker")),
        kind => format!("{name} | storage = {};", kind.word().unwrap_or_default()),
    }
}

fn duration(item: &Item) -> String {
    match (&item.cookie, item.kind) {
        (Some(cookie), _) => cookie.left.map_or_else(|| "session".to_owned(), in_words),
        (None, Kind::SessionStorage) => "session".to_owned(),
        (None, _) => "persistent".to_owned(),
    }
}
