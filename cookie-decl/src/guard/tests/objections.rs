//! `Sec-GPC: 1` that overrides what a visitor granted is recorded once for each answer.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::sync::atomic::{AtomicU64, Ordering};

use http::{Method, Uri};

use super::cookies::Category;
use super::{DAY, NOW, denied_all, granted_all, headers, pair, ready};
use crate::consent::Consent;
use crate::consent_log::{Action, MemoryLog, Via};
use crate::guard::Guard;

struct Site {
    guard: Guard<Category>,
    log: Arc<MemoryLog>,
    now: Arc<AtomicU64>,
}

fn site() -> Site {
    let (log, now) = (Arc::new(MemoryLog::new()), Arc::new(AtomicU64::new(NOW)));
    let clock = Arc::clone(&now);
    let guard = super::guard().clock(move || clock.load(Ordering::Relaxed));
    Site {
        guard: guard.record(Arc::clone(&log)),
        log,
        now,
    }
}

impl Site {
    fn visit(&self, method: &Method, fields: &[(&'static str, &str)]) {
        let request = headers(fields);
        let visitor = self.guard.visitor(method, &Uri::from_static("/"), &request);
        ready(visitor.record_objection());
    }

    fn open(&self, cookie: &str) {
        self.visit(&Method::GET, &[("cookie", cookie), ("sec-gpc", "1")]);
    }
}

#[test]
fn objection_is_recorded_with_what_counts() {
    let site = site();
    site.open(&pair(&granted_all()));
    let events = site.log.events();
    assert_eq!(events.len(), 1);
    let event = &events[0];
    assert_eq!((event.action, event.via), (Action::Object, Via::Gpc));
    let choices: Vec<_> = event
        .choices
        .iter()
        .map(|it| (it.category, it.granted))
        .collect();
    // Only `Adverts` has the option `gpc`.
    assert_eq!(
        choices,
        [
            ("Statistics", Some(true)),
            ("Adverts", Some(false)),
            ("Comfort", Some(true))
        ]
    );
}

#[test]
fn objection_is_recorded_once_for_each_answer() {
    let site = site();
    for _ in 0..3 {
        site.open(&pair(&granted_all()));
    }
    assert_eq!(site.log.events().len(), 1);
    // Another process makes the same key, and the log has it.
    let other = super::guard().record(Arc::clone(&site.log));
    let request = headers(&[("cookie", &pair(&granted_all())), ("sec-gpc", "1")]);
    let visitor = other.visitor(&Method::GET, &Uri::from_static("/"), &request);
    ready(visitor.record_objection());
    assert_eq!(site.log.events().len(), 1);
    site.open(&pair(&Consent::accept_all(NOW - 3_600)));
    assert_eq!(site.log.events().len(), 2, "another answer");
}

#[test]
fn signal_that_overrides_nothing_is_not_recorded() {
    let site = site();
    site.open("");
    site.open(&pair(&denied_all()));
    site.open(&pair(&denied_all().grant(Category::Statistics)));
    site.open(&pair(&Consent::accept_all(NOW - 400 * DAY)));
    let granted = pair(&granted_all());
    site.visit(&Method::GET, &[("cookie", &granted)]);
    site.visit(&Method::GET, &[("cookie", &granted), ("sec-gpc", "0")]);
    assert_eq!(site.log.events(), []);
}

#[test]
fn only_pages_are_looked_at() {
    let site = site();
    let granted = pair(&granted_all());
    let fields = [("cookie", &*granted), ("sec-gpc", "1")];
    let image = [fields[0], fields[1], ("sec-fetch-dest", "image")];
    site.visit(&Method::GET, &image);
    site.visit(&Method::HEAD, &fields);
    site.visit(&Method::POST, &fields);
    assert_eq!(site.log.events(), []);
    let page = [fields[0], fields[1], ("sec-fetch-dest", "document")];
    site.visit(&Method::GET, &page);
    assert_eq!(site.log.events().len(), 1);
}

#[test]
fn failed_objection_is_reported_and_tried_again_after_a_pause() {
    let mut site = site();
    let reports = Arc::new(AtomicU64::new(0));
    let count = Arc::clone(&reports);
    site.guard = site.guard.report_unrecorded(move |_| {
        count.fetch_add(1, Ordering::Relaxed);
    });
    let granted = pair(&granted_all());
    site.log.set_down(true);
    site.open(&granted);
    site.open(&granted);
    assert_eq!(reports.load(Ordering::Relaxed), 1, "not with every request");
    site.log.set_down(false);
    site.open(&granted);
    assert_eq!(site.log.events(), []);
    site.now.store(NOW + 60, Ordering::Relaxed);
    site.open(&granted);
    assert_eq!(site.log.events().len(), 1);
}
