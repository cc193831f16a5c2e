//! Limits how often a finding is reported.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use std::sync::{Mutex, PoisonError};

use cookie_decl_core::fnv::fnv;

use crate::guard::finding::{Violation, bounded};

/// How long one kind of finding is counted before it is reported again, in seconds.
const PAUSE: u64 = 60;

/// The same for findings about requests, which come with every request.
const PAUSE_OF_REQUESTS: u64 = 86_400;

/// How many kinds are distinguished. A proxied application may set any number of names.
const MOST_KINDS: usize = 1_024;

/// How many removals are remembered.
const MOST_REMOVED: usize = 4_096;

/// The recent reports and removals.
#[derive(Default)]
pub(super) struct Reports {
    of_responses: Mutex<Kinds>,
    /// The reports about requests, kept separately because anyone can send requests with a thousand
    /// names.
    of_requests: Mutex<Kinds>,
    /// The hashes of cookies whose removal was sent.
    removed: Mutex<BTreeSet<u64>>,
}

/// A rule, and the row or name that broke it.
type Kind = (&'static str, String);

type Kinds = BTreeMap<Kind, Reported>;

struct Reported {
    /// In seconds since 1970.
    at: u64,
    /// How often the kind was found since.
    times: u64,
}

impl Reports {
    /// How often a kind was found since its last report, including this time; `None` if it was
    /// reported recently.
    pub(super) fn due(&self, violation: &Violation, subject: &str, now: u64) -> Option<u64> {
        let (kinds, pause) = if violation.is_of_request() {
            (&self.of_requests, PAUSE_OF_REQUESTS)
        } else {
            (&self.of_responses, PAUSE)
        };
        let mut kinds = kinds.lock().unwrap_or_else(PoisonError::into_inner);
        let is_recent = |reported: &Reported| now.abs_diff(reported.at) < pause;
        let rule = violation.name();
        let mut kind = (rule, bounded(subject));
        if kinds.len() >= MOST_KINDS && !kinds.contains_key(&kind) {
            kinds.retain(|_, reported| is_recent(reported));
            if kinds.len() >= MOST_KINDS {
                // All further kinds count as one.
                kind = (rule, String::new());
            }
        }
        let before = kinds.get_mut(&kind);
        if let Some(reported) = before.filter(|reported| is_recent(reported)) {
            reported.times += 1;
            return None;
        }
        let before = kinds.insert(kind, Reported { at: now, times: 0 });
        Some(before.map_or(1, |before| before.times + 1))
    }

    /// Records the removal of a cookie with this value. Returns whether it was sent before.
    pub(super) fn was_removed(&self, name: &str, value: &[u8]) -> bool {
        let mut removed = self.removed.lock().unwrap_or_else(PoisonError::into_inner);
        if removed.len() >= MOST_REMOVED {
            removed.clear();
        }
        !removed.insert(fnv(name.bytes().chain([b'=']).chain(value.iter().copied())))
    }
}
