//! The parts of a row that a finding suggests.

/// Returns a constant for a cookie: its name without the prefix, written like a Rust constant.
pub(crate) fn constant(name: &str) -> String {
    let name = name.strip_prefix("__Host-").unwrap_or(name);
    let name = name.strip_prefix("__Secure-").unwrap_or(name);
    let name = name.replace(|c: char| !c.is_ascii_alphanumeric(), "_");
    name.trim_matches('_').to_ascii_uppercase()
}

/// Returns the cells of an item that is not a cookie, by its storage.
#[cfg(any(feature = "scan", feature = "browse"))]
pub(crate) fn cells(storage: &str) -> &'static str {
    match storage {
        "local_storage" => " | persistent | storage = local_storage",
        "session_storage" => " | session | storage = session_storage",
        "indexed_db" => " | persistent | storage = indexed_db",
        "cache_storage" => " | persistent | storage = other(\"Cache storage\") | set_by = script",
        _ => " | persistent | storage = other(\"Service worker\") | set_by = script",
    }
}

/// Names the holes of a name. A `{}` is a part that the source does not show; a single brace
/// becomes a hole too, because no name in a table has one.
#[cfg(feature = "scan")]
pub(crate) fn with_holes(name: &str) -> String {
    let name = name.replace("{}", "{");
    let mut pieces = name.split(['{', '}']);
    let head = pieces.next().unwrap_or_default().to_owned();
    pieces.enumerate().fold(head, |name, (number, piece)| {
        let hole = if number == 0 {
            "id".to_owned()
        } else {
            format!("id{}", number + 1)
        };
        format!("{name}{{{hole}}}{piece}")
    })
}

/// Writes a time in seconds in the words of the table. It is rounded, because some of it has passed
/// since the cookie was set.
#[cfg(any(feature = "browse", feature = "walk-url"))]
pub(crate) fn in_words(seconds: u64) -> String {
    const UNITS: &[(u64, &str)] = &[(86_400, "days"), (3_600, "hours"), (60, "minutes")];
    let unit = UNITS.iter().find(|(size, _)| seconds + 30 >= 2 * size);
    let (size, unit) = unit.copied().unwrap_or((1, "seconds"));
    format!("{} {unit}", (seconds + size / 2) / size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constant_is_named_as_its_cookie() {
        assert_eq!(constant("__Host-user.id"), "USER_ID");
    }

    #[cfg(feature = "scan")]
    #[test]
    fn each_part_that_the_source_does_not_show_is_its_own_hole() {
        assert_eq!(with_holes("_pk_{}.{}"), "_pk_{id}.{id2}");
        assert_eq!(with_holes("theme"), "theme");
        assert_eq!(with_holes("a}b"), "a{id}b");
    }

    #[cfg(any(feature = "browse", feature = "walk-url"))]
    #[test]
    fn a_time_is_written_in_the_largest_unit_of_which_it_has_two() {
        assert_eq!(in_words(400 * 86_400 - 3), "400 days");
        assert_eq!(in_words(86_400), "24 hours");
        assert_eq!(in_words(3_598), "60 minutes");
        assert_eq!(in_words(60), "60 seconds");
    }
}
