//! A log finds what was changed in it.

use cookie_decl_log::Fault;

use crate::Test;
use crate::site::{DAY, event, record, record_all, tied};
use crate::store::Store;

pub(crate) const TESTS: &[Test] = &[
    ("untouched_log_is_whole", untouched),
    ("changed_event_is_found", changed),
    ("removed_event_is_found", removed),
    ("removed_last_events_are_found", removed_last),
    ("events_in_another_order_are_found", moved),
    ("added_event_is_found", added),
    ("changed_visitor_is_found", changed_visitor),
    ("removed_visitor_is_found", removed_visitor),
    ("changed_text_is_found", changed_text),
    ("removed_text_is_found", removed_text),
    ("removed_shard_row_is_found", removed_shard),
];

/// Ten events in one shard, changed by a statement.
fn after(store: &Store, sql: &str) -> Vec<Fault> {
    let log = store.open();
    for number in 0..10 {
        record(&log, tied(number, DAY + number, 5)).unwrap();
    }
    store.execute(sql);
    log.verify().unwrap().faults
}

/// What is wrong, as somebody reads it.
fn read(faults: &[Fault]) -> Vec<String> {
    let words = faults.iter().map(|fault| {
        let text = fault.to_string();
        let hidden = |word: &str| word.trim_matches(['(', ')']).len() < 32;
        let words: Vec<_> = text.split(' ').filter(|word| hidden(word)).collect();
        words.join(" ")
    });
    words.collect()
}

fn untouched(store: &Store) {
    let log = store.open();
    record_all(&log, (0..300).map(|number| event(number, DAY)));
    assert!(log.verify().unwrap().is_whole());
}

fn changed(store: &Store) {
    let faults = after(store, "UPDATE event SET action = 'agree' WHERE seq = 3");
    assert_eq!(
        read(&faults),
        ["event 3 of shard was changed or moved (key"]
    );
    let Fault::Changed { key, .. } = &faults[0] else {
        panic!("{faults:?}");
    };
    assert_eq!(key, "00000000000000030000000000000000");
}

fn removed(store: &Store) {
    let faults = after(store, "DELETE FROM event WHERE seq IN (4, 5)");
    assert_eq!(
        read(&faults),
        ["2 events of shard are missing, from event 4"]
    );
}

fn removed_last(store: &Store) {
    let faults = after(store, "DELETE FROM event WHERE seq >= 8");
    assert_eq!(
        read(&faults),
        ["2 events of shard are missing, from event 8"]
    );
}

fn moved(store: &Store) {
    let swap = "UPDATE event SET seq = -1 WHERE seq = 6; UPDATE event SET seq = 6 WHERE seq = 7; \
                UPDATE event SET seq = 7 WHERE seq = -1";
    let faults = read(&after(store, swap));
    assert_eq!(faults[0], "event 6 of shard was changed or moved (key");
    assert_eq!(faults[1], "event 7 of shard was changed or moved (key");
}

fn added(store: &Store) {
    let columns = "at, action, via, language, text, page, release, choices, note, hash";
    let key = if store.is_sqlite {
        "zeroblob(16)"
    } else {
        "decode(repeat('00', 16), 'hex')"
    };
    let log = store.open();
    for number in 1..11 {
        record(&log, event(number, DAY)).unwrap();
    }
    store.execute(&format!(
        "INSERT INTO event (shard, seq, key, {columns}) \
         SELECT shard, 10, {key}, {columns} FROM event WHERE seq = 9"
    ));
    let faults = log.verify().unwrap().faults;
    assert_eq!(
        read(&faults)[0],
        "event 10 of shard was changed or moved (key"
    );
}

fn changed_visitor(store: &Store) {
    let zeros = if store.is_sqlite {
        "zeroblob(16)"
    } else {
        "decode(repeat('00', 16), 'hex')"
    };
    let faults = after(
        store,
        &format!("UPDATE event SET visitor = {zeros} WHERE seq = 2"),
    );
    assert_eq!(
        read(&faults),
        ["visitor or note of event 2 of shard was changed (key"]
    );
}

fn removed_visitor(store: &Store) {
    let faults = after(store, "UPDATE event SET visitor = NULL WHERE seq = 2");
    assert_eq!(
        read(&faults),
        ["visitor or note of event 2 of shard was changed (key"]
    );
}

fn changed_text(store: &Store) {
    let faults = after(store, "UPDATE shown_text SET json = '{}'");
    assert_eq!(read(&faults), ["the text was changed or is missing"]);
}

fn removed_text(store: &Store) {
    let faults = after(store, "DELETE FROM shown_text");
    assert_eq!(read(&faults), ["the text was changed or is missing"]);
}

fn removed_shard(store: &Store) {
    let faults = after(store, "DELETE FROM shard");
    assert_eq!(
        read(&faults),
        ["event 9 of shard was changed or moved (key"]
    );
}
