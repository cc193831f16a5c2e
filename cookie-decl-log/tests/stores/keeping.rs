//! Retention and erasure.

use std::fs;
use std::time::Duration;

use cookie_decl::consent_log::ConsentLog;
use serde_json::json;

use crate::Test;
use crate::site::{DAY, event, keys, record, record_all, tied, visitor, wait};
use crate::store::Store;

pub(crate) const TESTS: &[Test] = &[
    ("erased_visitor_is_unknown_and_the_log_whole", erased),
    ("erased_visitor_is_not_in_the_file", erased_from_file),
    ("event_is_pruned_when_its_time_has_come", pruned),
    ("pruned_log_is_whole_and_still_finds_a_gap", pruned_is_whole),
    ("totals_of_a_month_stay_after_pruning", totals),
    (
        "clock_that_was_set_back_does_not_delay_pruning",
        clock_set_back,
    ),
    ("months_without_events_have_no_partition", partitions),
];

const YEARS: u64 = 5 * 31_557_600;

fn erased(store: &Store) {
    let log = store.open();
    record_all(&log, [tied(1, DAY, 5), tied(2, DAY, 6), tied(3, DAY, 5)]);
    assert_eq!(log.erase(visitor(5)).unwrap(), 2);
    assert_eq!(log.history(visitor(5)).unwrap(), []);
    assert!(!wait(log.knows(visitor(5))).unwrap());
    assert_eq!(log.history(visitor(6)).unwrap().len(), 1);
    let verified = log.verify().unwrap();
    assert!(verified.is_whole());
    assert_eq!((verified.events, verified.erased), (3, 2));
}

fn erased_from_file(store: &Store) {
    // Which bytes PostgreSQL's files have is a matter of its vacuum.
    if !store.is_sqlite {
        return;
    }
    let log = store.open();
    let mut noted = tied(1, DAY, 5);
    noted.note = String::from("a note about somebody");
    record(&log, noted).unwrap();
    let has_note = || {
        let has = |file: &str| {
            let bytes = fs::read(file).unwrap_or_default();
            bytes
                .windows(21)
                .any(|bytes| bytes == b"a note about somebody")
        };
        has(&store.place) || has(&format!("{}-wal", store.place))
    };
    assert!(has_note());
    log.erase(visitor(5)).unwrap();
    assert!(!has_note());
}

fn pruned(store: &Store) {
    let log = store.open();
    record_all(&log, (0..3).map(|number| event(number, DAY + number)));
    assert_eq!(log.prune(DAY + YEARS).unwrap(), 0);
    assert_eq!(log.prune(DAY + YEARS + 2).unwrap(), 2);
    assert_eq!(keys(&log), ["00000000000000020000000000000000"]);
    let day = Duration::from_secs(86_400);
    let log = store.settings().retention(day).open().unwrap();
    assert_eq!(log.prune(DAY + 86_403).unwrap(), 1);
}

fn pruned_is_whole(store: &Store) {
    let log = store.open();
    for number in 0..10 {
        record(&log, event(number, DAY + number)).unwrap();
    }
    log.prune(DAY + YEARS + 5).unwrap();
    let verified = log.verify().unwrap();
    assert!(verified.is_whole(), "{verified:?}");
    assert_eq!(verified.events, 5);
    // The writer goes on where it was.
    record(&log, event(10, DAY + 10)).unwrap();
    assert!(log.verify().unwrap().is_whole());
    store.execute("DELETE FROM event WHERE seq = 5");
    assert_eq!(log.verify().unwrap().faults.len(), 1);
}

fn totals(store: &Store) {
    let log = store.open();
    record_all(&log, (0..6).map(|number| event(number, DAY)));
    record_all(&log, (6..9).map(|number| event(number, DAY + 10 * 86_400)));
    // In two steps, which add up.
    for days in [1, 30] {
        log.prune(DAY + YEARS + days * 86_400).unwrap();
    }
    let month = |month, granted, denied| {
        let maps = json!({ "category": "Maps", "granted": 0, "denied": 0 });
        let statistics = json!({ "category": "Statistics", "granted": granted, "denied": denied });
        json!({ "month": month, "categories": [maps, statistics] })
    };
    let pruned = serde_json::to_value(log.pruned().unwrap()).unwrap();
    assert_eq!(
        pruned,
        json!([month("2026-11", 4, 2), month("2026-12", 2, 1)])
    );
}

fn clock_set_back(store: &Store) {
    let log = store.open();
    let ahead = DAY + 20 * 31_557_600;
    record(&log, event(1, ahead)).unwrap();
    record(&log, event(2, DAY)).unwrap();
    assert_eq!(log.prune(DAY + YEARS + 1).unwrap(), 1);
    assert!(log.verify().unwrap().is_whole());
    assert_eq!(keys(&log), ["00000000000000010000000000000000"]);
}

fn partitions(store: &Store) {
    if store.is_sqlite {
        return;
    }
    let log = store.open();
    record(&log, event(1, DAY)).unwrap();
    record(&log, event(2, DAY + 40 * 86_400)).unwrap();
    let partitions =
        || store.number("SELECT count(*) FROM pg_inherits WHERE inhparent = 'event'::regclass");
    // November and January, each with the month after it.
    assert_eq!(partitions(), 4);
    log.prune(DAY + YEARS + 10 * 86_400).unwrap();
    assert_eq!(partitions(), 3);
    // The log is in use: an event of a month that was dropped makes it again.
    record(&log, event(3, DAY)).unwrap();
    assert_eq!(partitions(), 4);
}
