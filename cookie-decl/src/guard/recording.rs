//! The settings and the memory of a guard that records decisions.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::sync::Arc;
use std::sync::{Mutex, PoisonError};

use http::HeaderMap;

use crate::consent_log::{ConsentLog, Event, LogError, ShownText, Unrecorded};

type Note = dyn Fn(&HeaderMap) -> String + Send + Sync;
type Report = dyn Fn(&Unrecorded<'_>) + Send + Sync;

/// How many objections are remembered.
const MOST_OBJECTIONS: usize = 4_096;

/// After how many seconds an objection that was not recorded is tried again.
const PAUSE: u64 = 60;

#[derive(Clone, Default)]
pub(super) struct Recording {
    pub(super) log: Option<Arc<dyn ConsentLog>>,
    pub(super) note: Option<Arc<Note>>,
    pub(super) report: Option<Arc<Report>>,
    /// What visitors are shown, by language.
    pub(super) texts: Arc<Mutex<BTreeMap<&'static str, Shown>>>,
    objections: Arc<Objections>,
}

/// What visitors are shown in one language.
#[derive(Clone)]
pub(super) struct Shown {
    pub(super) text: Arc<ShownText>,
    /// The version of the page.
    pub(super) page: u64,
}

impl Recording {
    /// Reports an event that was not recorded.
    pub(super) fn report(&self, event: &Event, error: &LogError) {
        let unrecorded = Unrecorded { event, error };
        tracing::error!(target: "cookie_decl", "{unrecorded}");
        if let Some(report) = &self.report {
            report(&unrecorded);
        }
    }

    /// Whether an objection has to be recorded now. If so, it is not due again before a pause.
    pub(super) fn is_due(&self, key: [u8; 16], now: u64) -> bool {
        let mut next = self.objections.lock();
        if next.get(&key).is_some_and(|next| now < *next) {
            return false;
        }
        if next.len() >= MOST_OBJECTIONS {
            next.clear();
        }
        next.insert(key, now.saturating_add(PAUSE));
        true
    }

    /// Notes that an objection is recorded.
    pub(super) fn is_recorded(&self, key: [u8; 16]) {
        self.objections.lock().insert(key, u64::MAX);
    }
}

/// The time at which each recent objection is due next.
#[derive(Default)]
struct Objections(Mutex<BTreeMap<[u8; 16], u64>>);

impl Objections {
    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<[u8; 16], u64>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
