//! The example `show_me`, which colleagues use.

use crate::Test;
use crate::site::{DAY, record, text, tied};
use crate::store::Store;

#[path = "../../examples/show_me.rs"]
#[allow(dead_code, reason = "the test asks without a command line")]
mod example;

pub(crate) const TESTS: &[Test] = &[("colleagues_get_answers_from_the_example", answers)];

fn answers(store: &Store) {
    let log = store.open();
    record(&log, tied(1, DAY, 5)).unwrap();
    let ask = |question: &[&str]| example::answer(&log, question).unwrap();
    assert_eq!(ask(&["verify"]), "1 events, 0 of them erased, 0 faults");
    assert!(ask(&["days"]).contains("2026-11-27: 0 banners\n  Maps: 0 yes, 0 no"));
    let visitor = ask(&["visitor", &"05".repeat(16)]);
    let visitor: serde_json::Value = serde_json::from_str(&visitor).unwrap();
    let hash = visitor["decisions"][0]["text"].as_str().unwrap();
    assert_eq!(ask(&["text", hash]), text().html());
    assert!(example::answer(&log, &["text", "00"]).is_err());
    assert!(example::answer(&log, &[]).is_err());
}
