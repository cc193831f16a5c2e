//! The chain of hashes that shows whether an event was changed, moved or removed.
//!
//! `docs/consent-log.md` says how to compute it without this crate.

use std::time::{SystemTime, UNIX_EPOCH};

use sha2::{Digest, Sha256};

use crate::record::{Entry, Linked, Personal};

/// If the clock was set back further than this, another shard begins, because pruning takes the
/// events of a shard in their order.
const SET_BACK: i64 = 86_400;

/// The events that one connection writes. Nobody else adds to its chain.
#[derive(Clone, Debug)]
pub(crate) struct Shard {
    pub(crate) id: [u8; 16],
    /// How many events it has.
    pub(crate) events: i64,
    /// The hash of the last one.
    pub(crate) head: [u8; 32],
    latest: i64,
}

impl Shard {
    /// Starts a shard. Identifiers sort by the time at which they were made.
    pub(crate) fn new() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let milliseconds = now.map_or(0, |now| now.as_millis());
        let mut id = random();
        id[..6].copy_from_slice(&milliseconds.to_be_bytes()[10..]);
        Self::with_id(id)
    }

    pub(crate) fn with_id(id: [u8; 16]) -> Self {
        Self {
            id,
            events: 0,
            head: start(&id),
            latest: i64::MIN,
        }
    }

    /// Puts entries at the end of the chain, and returns the shard that has them.
    pub(crate) fn link<'e>(
        &self,
        entries: impl IntoIterator<Item = &'e Entry>,
    ) -> (Self, Vec<Linked>) {
        let mut shard = self.clone();
        let mut linked = Vec::new();
        for entry in entries {
            shard.head = hash(&shard.head, &shard.id, shard.events, entry);
            linked.push(Linked {
                shard: shard.id,
                seq: shard.events,
                entry: entry.clone(),
                hash: shard.head,
            });
            shard.events += 1;
            shard.latest = shard.latest.max(entry.at);
        }
        (shard, linked)
    }

    /// Whether these entries are older than what the shard has.
    pub(crate) fn is_ahead_of(&self, entries: &[&Entry]) -> bool {
        let oldest = entries.iter().map(|entry| entry.at).min();
        oldest.is_some_and(|oldest| oldest < self.latest.saturating_sub(SET_BACK))
    }
}

/// Returns the hash before the first event of a shard.
pub(crate) fn start(shard: &[u8; 16]) -> [u8; 32] {
    Sha256::digest(shard).into()
}

/// Returns the hash of an event, which depends on the one before it.
pub(crate) fn hash(previous: &[u8; 32], shard: &[u8; 16], seq: i64, entry: &Entry) -> [u8; 32] {
    let mut sha = Sha256::new();
    let seal = entry.personal.seal.as_ref().map_or(&[][..], |seal| seal);
    let fields: [&[u8]; 13] = [
        previous,
        shard,
        &seq.to_be_bytes(),
        &entry.at.to_be_bytes(),
        &entry.key,
        entry.action.as_bytes(),
        entry.via.as_bytes(),
        entry.language.as_bytes(),
        &entry.text,
        entry.page.as_bytes(),
        entry.release.as_bytes(),
        entry.choices.as_bytes(),
        seal,
    ];
    for field in fields {
        add(&mut sha, field);
    }
    sha.finalize().into()
}

/// Seals what can be erased. Without anything personal there is no seal.
pub(crate) fn sealed(visitor: Option<[u8; 16]>, note: String) -> Personal {
    if visitor.is_none() && note.is_empty() {
        return Personal::default();
    }
    let salt = random();
    Personal {
        visitor,
        seal: Some(seal(&salt, visitor.as_ref(), &note)),
        note,
        salt: Some(salt),
    }
}

/// Whether the personal part is what was sealed, or was erased.
pub(crate) fn is_sealed(personal: &Personal) -> bool {
    match (&personal.salt, &personal.seal) {
        (Some(salt), Some(kept)) => seal(salt, personal.visitor.as_ref(), &personal.note) == *kept,
        (None, _) => personal.visitor.is_none() && personal.note.is_empty(),
        (Some(_), None) => false,
    }
}

pub(crate) fn seal(salt: &[u8; 16], visitor: Option<&[u8; 16]>, note: &str) -> [u8; 32] {
    let mut sha = Sha256::new();
    add(&mut sha, salt);
    add(&mut sha, visitor.map_or(&[][..], |visitor| visitor));
    add(&mut sha, note.as_bytes());
    sha.finalize().into()
}

/// Adds a field with its length, so that no text can look like two fields.
fn add(sha: &mut Sha256, field: &[u8]) {
    sha.update((field.len() as u64).to_be_bytes());
    sha.update(field);
}

/// Returns the hash by which a text is kept.
pub(crate) fn text(json: &str) -> [u8; 32] {
    Sha256::digest(json).into()
}

fn random() -> [u8; 16] {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).expect("the system has random numbers");
    bytes
}
