//! What to type in the table for something that it does not declare.

use crate::browse::seen::{Item, Kind};
use crate::policy_file::PolicyFile;
use crate::row::{cells, constant};

/// What to type about an item that no row declares.
pub(crate) fn declare(file: &PolicyFile, item: &Item, is_own: bool) -> String {
    let name = &item.name;
    if !is_own {
        let host = &item.host;
        return format!(
            "do not load what stores it, or add a row to the table, `{name:?} | {} | set_by = \
             {host:?};`, in a category that is asked for",
            duration(item)
        );
    }
    let add = format!("add a row to the table, `{}`", row(item));
    match file.nearest(name) {
        Some(row) if row.name == *name => format!(
            "the table has `{name}` with `storage = {}` and `set_by = {}`; change that row, or {add}",
            row.storage, row.set_by
        ),
        Some(row) => format!("if it is `{}`, use that name; if not, {add}", row.name),
        None => format!("remove what stores it, or {add}"),
    }
}

/// The row of an item.
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

/// A time in seconds in the words of the table. A little has passed since it was set, so it is
/// rounded.
pub(crate) fn in_words(seconds: u64) -> String {
    const UNITS: &[(u64, &str)] = &[(86_400, "days"), (3_600, "hours"), (60, "minutes")];
    let unit = UNITS.iter().find(|(size, _)| seconds + 30 >= 2 * size);
    let (size, unit) = unit.copied().unwrap_or((1, "seconds"));
    format!("{} {unit}", (seconds + size / 2) / size)
}

#[cfg(test)]
mod tests {
    use crate::browse::declare::in_words;

    #[test]
    fn time_is_written_in_the_largest_unit_of_which_there_are_two() {
        assert_eq!(in_words(400 * 86_400 - 3), "400 days");
        assert_eq!(in_words(86_400), "24 hours");
        assert_eq!(in_words(3_598), "60 minutes");
        assert_eq!(in_words(60), "60 seconds");
    }
}
