//! Opening a log, and two that are open at once.

use std::sync::Barrier;
use std::thread;

use cookie_decl_log::Error;

use crate::Test;
use crate::child::{self, Child};
use crate::site::{DAY, assert_sound, event, keys, record, record_all, tied, visitor};
use crate::store::Store;

pub(crate) const TESTS: &[Test] = &[
    ("older_schema_is_migrated", older),
    ("newer_schema_is_refused", newer),
    ("database_that_can_only_be_read_is_refused", read_only),
    ("logs_that_start_at_once_do_not_collide", at_once),
    ("same_key_is_kept_once", same_key),
    ("same_key_in_two_logs_is_kept_once", same_key_in_two_logs),
    ("killed_process_loses_nothing_that_it_acknowledged", killed),
    (
        "killed_process_with_a_queue_leaves_a_sound_log",
        killed_with_queue,
    ),
];

fn older(store: &Store) {
    record(&store.open(), tied(1, DAY, 5)).unwrap();
    // The tables of version 1, which knew no retention.
    store.execute(
        "DROP TABLE pruned; ALTER TABLE shard DROP COLUMN cut; \
         ALTER TABLE shard DROP COLUMN cut_hash; DELETE FROM schema_version WHERE version = 2",
    );
    let log = store.open();
    assert!(log.verify().unwrap().is_whole());
    assert_eq!(log.history(visitor(5)).unwrap().len(), 1);
    assert_eq!(log.prune(2 * DAY).unwrap(), 1);
    assert_eq!(store.number("SELECT max(version) FROM schema_version"), 2);
}

fn newer(store: &Store) {
    drop(store.open());
    store.execute("INSERT INTO schema_version VALUES (3)");
    let error = store.settings().open().err().expect("it is refused");
    assert!(
        matches!(error, Error::NewerSchema { found: 3, known: 2 }),
        "{error}"
    );
}

fn read_only(store: &Store) {
    record(&store.open(), event(1, DAY)).unwrap();
    let place = &store.place;
    let settings = store.settings_at(&if store.is_sqlite {
        format!("file:{place}?mode=ro")
    } else {
        format!("{place}?options=-c%20default_transaction_read_only%3Don")
    });
    let error = settings.open().err().expect("nothing can be recorded");
    assert!(error.to_string().contains("it can only be read"), "{error}");
}

fn at_once(store: &Store) {
    let start = Barrier::new(8);
    thread::scope(|scope| {
        for process in 0..8 {
            let start = &start;
            scope.spawn(move || {
                start.wait();
                let log = store.open();
                record_all(
                    &log,
                    (0..40).map(|number| event(process * 100 + number, DAY)),
                );
            });
        }
    });
    let log = store.open();
    assert_sound(&log, &[]);
    assert_eq!(log.verify().unwrap().events, 320);
}

fn same_key(store: &Store) {
    let log = store.open();
    record(&log, event(1, DAY)).unwrap();
    // Alone, later, in one batch with others, and twice in one batch.
    record(&log, event(1, DAY)).unwrap();
    record(&log, event(1, DAY + 40 * 86_400)).unwrap();
    record_all(
        &log,
        [event(2, DAY), event(1, DAY), event(3, DAY), event(3, DAY)],
    );
    assert_eq!(keys(&log).len(), 3);
    assert_sound(&log, &[]);
}

fn same_key_in_two_logs(store: &Store) {
    let logs = [store.open(), store.open()];
    let start = Barrier::new(2);
    thread::scope(|scope| {
        for log in &logs {
            scope.spawn(|| {
                start.wait();
                record_all(log, (0..500).map(|number| event(number, DAY)));
            });
        }
    });
    assert_eq!(keys(&logs[0]).len(), 500);
    assert_sound(&logs[0], &[]);
}

fn killed(store: &Store) {
    for after in [20, 150, 400] {
        let child = Child::start(store, "committed");
        let acknowledged = child.kill_after(after);
        let log = store.open();
        assert_sound(&log, &acknowledged);
        let (kept, acknowledged) = (keys(&log).len(), acknowledged.len());
        child::say(
            store,
            &format!("committed: {acknowledged} acknowledged, {kept} kept"),
        );
    }
}

fn killed_with_queue(store: &Store) {
    let child = Child::start(store, "queued");
    let acknowledged = child.kill_after(400);
    let log = store.open();
    assert_sound(&log, &[]);
    let kept = keys(&log);
    let lost = acknowledged
        .iter()
        .filter(|key| kept.binary_search(key).is_err());
    let lost = lost.count();
    child::say(
        store,
        &format!("queued: {} acknowledged, {lost} lost", acknowledged.len()),
    );
    assert!(lost <= 1_024, "{lost} are lost");
}
