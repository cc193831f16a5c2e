//! What was recorded is read as it was.

use cookie_decl::consent_log::ConsentLog;
use serde_json::{Value, json};

use crate::Test;
use crate::site::{DAY, assert_sound, event, record, record_all, text, tied, visitor, wait};
use crate::store::Store;

pub(crate) const TESTS: &[Test] = &[
    ("decision_is_read_as_it_was_recorded", decision_is_read),
    ("visitor_of_another_site_is_unknown", visitor_is_known),
    ("visitor_gets_decisions_and_texts", visitor_gets_a_copy),
    ("days_are_counted_by_category", days_are_counted),
    ("banners_of_two_logs_are_added", banners_are_added),
    ("csv_has_a_line_for_each_category", csv),
    ("note_is_no_formula_in_a_spreadsheet", formula),
    ("export_of_a_time_has_only_that_time", time),
    ("time_at_an_edge_is_on_its_day", edges),
    ("log_larger_than_a_page_is_exported_whole", pages),
    ("text_with_a_nul_is_recorded", nul),
];

fn decision_is_read(store: &Store) {
    let log = store.open();
    record(&log, tied(1, DAY, 5)).unwrap();
    let [record] = &log.history(visitor(5)).unwrap()[..] else {
        panic!("there is one");
    };
    let hash = record.text.clone();
    assert_eq!(
        serde_json::to_value(record).unwrap(),
        json!({
            "key": "00000000000000010000000000000000",
            "at": DAY,
            "action": "agree",
            "via": "banner",
            "choices": [
                { "category": "Statistics", "fingerprint": "fffffffffffffffe", "granted": true },
                { "category": "Maps", "fingerprint": "0000000000000007", "granted": null },
            ],
            "language": "fr",
            "text": hash,
            "page": "0000000000000000",
            "release": env!("CARGO_PKG_VERSION"),
            "visitor": "05050505050505050505050505050505",
            "note": "192.0.2.5",
        })
    );
    assert_eq!(log.text(&hash).unwrap().as_ref(), Some(&*text()));
    assert_eq!(log.text("07").unwrap(), None);
}

fn visitor_is_known(store: &Store) {
    let log = store.open();
    record(&log, tied(1, DAY, 5)).unwrap();
    assert!(wait(log.knows(visitor(5))).unwrap());
    assert!(!wait(log.knows(visitor(6))).unwrap());
}

fn visitor_gets_a_copy(store: &Store) {
    let log = store.open();
    record_all(
        &log,
        [tied(2, DAY + 9, 5), tied(1, DAY, 5), tied(3, DAY, 6)],
    );
    let copy: Value = serde_json::from_str(&log.export(visitor(5)).unwrap()).unwrap();
    let decisions = copy["decisions"].as_array().unwrap();
    let times: Vec<_> = decisions.iter().map(|it| it["at"].as_u64()).collect();
    assert_eq!(times, [Some(DAY), Some(DAY + 9)]);
    let hash = decisions[0]["text"].as_str().unwrap();
    assert_eq!(copy["texts"], json!({ hash: text().json }));
}

fn days_are_counted(store: &Store) {
    let log = store.open();
    record_all(&log, (0..6).map(|number| event(number, DAY + number)));
    record_all(&log, [event(6, DAY - 1), event(7, DAY + 86_400)]);
    for at in [DAY, DAY + 86_399, DAY + 86_400] {
        log.shown(at);
    }
    log.flush().unwrap();
    let days = serde_json::to_value(log.count(DAY..DAY + 86_400).unwrap()).unwrap();
    let categories = json!([
        { "category": "Maps", "granted": 0, "denied": 0 },
        { "category": "Statistics", "granted": 4, "denied": 2 },
    ]);
    let day = json!({ "day": "2026-11-27", "shown": 2, "categories": categories });
    assert_eq!(days, json!([day]));
}

fn banners_are_added(store: &Store) {
    for _ in 0..2 {
        // A log that is dropped has written what it counted.
        store.open().shown(DAY);
    }
    assert_eq!(store.open().count(DAY..DAY + 1).unwrap()[0].shown, 2);
}

fn csv(store: &Store) {
    let log = store.open();
    let mut noted = event(3, DAY);
    noted.note = String::from("said \"no\", twice");
    record(&log, noted).unwrap();
    let mut out = Vec::new();
    assert_eq!(log.export_csv(0..u64::MAX, &mut out).unwrap(), 1);
    let out = String::from_utf8(out).unwrap();
    let lines: Vec<_> = out.lines().collect();
    let key = "00000000000000030000000000000000";
    assert!(lines[0].starts_with("key,at,action,via,category,fingerprint,granted,"));
    let first = format!("{key},{DAY},refuse,banner,Statistics,fffffffffffffffe,no,fr,");
    assert!(lines[1].starts_with(&first), "{}", lines[1]);
    assert!(
        lines[1].ends_with(r#","said ""no"", twice""#),
        "{}",
        lines[1]
    );
    assert!(lines[2].starts_with(&format!(
        "{key},{DAY},refuse,banner,Maps,0000000000000007,,"
    )));
    assert_eq!(lines.len(), 3);
}

fn formula(store: &Store) {
    let log = store.open();
    for (number, note) in [
        (1, "=HYPERLINK(\"https://evil.example\")"),
        (2, "Firefox = 1"),
    ] {
        let mut noted = event(number, DAY);
        noted.note = String::from(note);
        record(&log, noted).unwrap();
    }
    let (mut csv, mut json) = (Vec::new(), Vec::new());
    log.export_csv(0..u64::MAX, &mut csv).unwrap();
    log.export_json_lines(0..u64::MAX, &mut json).unwrap();
    let [csv, json] = [csv, json].map(|out| String::from_utf8(out).unwrap());
    assert!(
        csv.contains(r#","'=HYPERLINK("#) && csv.contains(",Firefox = 1\n"),
        "{csv}"
    );
    assert!(json.contains(r#""note":"=HYPERLINK("#), "{json}");
}

fn time(store: &Store) {
    let log = store.open();
    record_all(&log, (0..4).map(|number| event(number, DAY + number)));
    let mut out = Vec::new();
    assert_eq!(
        log.export_json_lines(DAY + 1..DAY + 3, &mut out).unwrap(),
        2
    );
    assert_eq!(String::from_utf8(out).unwrap().lines().count(), 2);
}

fn edges(store: &Store) {
    let log = store.open();
    // 1970; the last and the first second of a month; 2100, which has no leap day; and a broken clock.
    let times = [
        (0, "1970-01-01"),
        (1_798_761_599, "2026-12-31"),
        (1_798_761_600, "2027-01-01"),
        (4_107_542_399, "2100-02-28"),
        (4_107_542_400, "2100-03-01"),
        (u64::MAX, "9999-12-31"),
    ];
    for (number, (at, _)) in (1..).zip(times) {
        record(&log, event(number, at)).unwrap();
    }
    let days = log.count(0..u64::MAX).unwrap();
    let days: Vec<_> = days.iter().map(|day| &*day.day).collect();
    assert_eq!(days, times.map(|(_, day)| day));
    assert_sound(&log, &[]);
    // Nobody reads backwards, and a time without seconds has no events.
    for nothing in [DAY..0, 0..0, 1_798_761_600..1_798_761_600] {
        assert!(log.count(nothing).unwrap().is_empty());
    }
}

fn pages(store: &Store) {
    let log = store.open();
    record_all(&log, (0..2_001).map(|number| event(number, DAY)));
    assert_eq!(log.export_csv(0..u64::MAX, std::io::sink()).unwrap(), 2_001);
    assert_eq!(log.verify().unwrap().events, 2_001);
}

// PostgreSQL's texts have no NUL.
fn nul(store: &Store) {
    let log = store.open();
    let mut with_nul = tied(1, DAY, 5);
    with_nul.note = String::from("a\0b");
    record(&log, with_nul).unwrap();
    assert_eq!(log.history(visitor(5)).unwrap()[0].note, "a\u{fffd}b");
}
