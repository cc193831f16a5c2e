//! The names and durations beside those of the Open Cookie Database.

use std::path::Path;

use cookie_decl::table::{Declaration, Duration};

use crate::tables::ALONE;

/// A row of the file. Its last cell is empty if the two agree, and otherwise says why the table has another duration.
struct Fact {
    table: String,
    name: String,
    retention: String,
    judgement: String,
}

fn facts() -> Vec<Fact> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut file = csv::Reader::from_path(folder.join("open-cookie-database.csv")).unwrap();
    let rows = file.records().map(|row| {
        let row = row.unwrap();
        let cell = |number: usize| row[number].to_owned();
        Fact {
            table: cell(0),
            name: cell(1),
            retention: cell(2),
            judgement: cell(3),
        }
    });
    rows.collect()
}

/// A duration of the database, as the tables write them: `24 hours`, `forever`, `10 years from set/ update`.
fn seconds(retention: &str) -> Option<u64> {
    let retention = retention.to_lowercase();
    let (count, unit) = retention.split_once(' ')?;
    let seconds = match unit.trim_end_matches('s') {
        "second" => 1,
        "minute" => 60,
        "hour" => 3_600,
        "day" => 86_400,
        "week" => 7 * 86_400,
        "month" => 30 * 86_400,
        "year" => 365 * 86_400,
        _ => return None,
    };
    Some(seconds * count.parse::<u64>().ok()?)
}

fn agree(row: &Declaration, retention: &str) -> bool {
    match row.duration() {
        Duration::Unknown => false,
        Duration::Persistent => ["forever", "no expiration"].contains(&retention),
        duration => match duration.max_age() {
            Some(max_age) => seconds(retention) == Some(max_age),
            None => retention.eq_ignore_ascii_case("session"),
        },
    }
}

#[test]
fn durations_agree_with_the_open_cookie_database_or_somebody_judged_them() {
    let facts = facts();
    assert!(facts.len() > 150, "{}", facts.len());
    for fact in facts {
        let (table, name) = (&fact.table, &fact.name);
        let (_, rows) = ALONE.iter().find(|(other, _)| other == table).unwrap();
        let mut rows = rows.declarations().iter();
        let row = rows.find(|row| row.name() == name);
        let row = row.unwrap_or_else(|| panic!("{table} has no {name}"));
        let ours = row.duration();
        if agree(row, &fact.retention) {
            assert_eq!(fact.judgement, "", "{table}: {name} agrees");
        } else {
            let theirs = &fact.retention;
            assert_ne!(
                fact.judgement, "",
                "{table}: {name} has {ours}, the database {theirs}"
            );
        }
    }
}
