//! What a site records.

use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use cookie_decl::consent_log::{
    Action, ConsentLog, Event, LogError, LogFuture, RecordedChoice, ShownText, Via, VisitorId,
};
use cookie_decl_log::Log;

/// 27 November 2026, 00:00 UTC.
pub(crate) const DAY: u64 = 1_795_737_600;

pub(crate) fn text() -> Arc<ShownText> {
    Arc::new(ShownText {
        language: "fr".to_owned(),
        json: r#"{"banner":"<p>Nous utilisons…</p>"}"#.to_owned(),
    })
}

/// The event with this number: every third visitor denies.
pub(crate) fn event(number: u64, at: u64) -> Event {
    let mut key = [0; 16];
    key[..8].copy_from_slice(&number.to_be_bytes());
    let grants = !number.is_multiple_of(3);
    let action = if grants {
        Action::Agree
    } else {
        Action::Refuse
    };
    let mut event = Event::new(key, at, action, Via::Banner, text());
    event.choices = vec![
        RecordedChoice {
            category: "Statistics",
            fingerprint: u64::MAX - 1,
            granted: Some(grants),
        },
        RecordedChoice {
            category: "Maps",
            fingerprint: 7,
            granted: None,
        },
    ];
    event
}

pub(crate) fn visitor(number: u8) -> VisitorId {
    VisitorId([number; 16])
}

pub(crate) fn tied(number: u64, at: u64, who: u8) -> Event {
    let mut event = event(number, at);
    event.visitor = Some(visitor(who));
    event.note = format!("192.0.2.{who}");
    event
}

/// Waits in this thread, without any runtime.
pub(crate) fn wait<T>(future: LogFuture<T>) -> Result<T, LogError> {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let (mut future, mut context) = (pin!(future), Context::from_waker(&waker));
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(result) => return result,
            Poll::Pending => thread::park(),
        }
    }
}

pub(crate) fn record(log: &Log, event: Event) -> Result<(), LogError> {
    wait(log.record(Arc::new(event)))
}

/// Records some events at once, so that they share commits.
pub(crate) fn record_all(log: &Log, events: impl IntoIterator<Item = Event>) {
    let waiting: Vec<_> = events
        .into_iter()
        .map(|event| log.record(Arc::new(event)))
        .collect();
    for future in waiting {
        wait(future).expect("it is recorded");
    }
}

/// The keys that the log has, in no order.
pub(crate) fn keys(log: &Log) -> Vec<String> {
    let mut lines = Vec::new();
    log.export_json_lines(0..u64::MAX, &mut lines).unwrap();
    let mut keys: Vec<_> = String::from_utf8(lines)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
        .map(|record| record["key"].as_str().unwrap().to_owned())
        .collect();
    keys.sort();
    keys
}

/// Nothing acknowledged is lost, nothing is doubled, and the chains are whole.
pub(crate) fn assert_sound(log: &Log, acknowledged: &[String]) {
    let kept = keys(log);
    let mut once = kept.clone();
    once.dedup();
    assert_eq!(kept, once, "nothing is doubled");
    let lost: Vec<_> = acknowledged
        .iter()
        .filter(|key| kept.binary_search(key).is_err())
        .collect();
    assert!(lost.is_empty(), "lost: {lost:?}");
    let verified = log.verify().unwrap();
    assert_eq!(verified.faults, []);
    assert_eq!(verified.events, kept.len() as u64);
}
