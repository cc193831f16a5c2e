//! Checks whether a log still has what was written to it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Serialize;

use crate::chain::{hash, is_sealed, start, text};
use crate::connection::Connection;
use crate::error::Error;
use crate::reads::PAGE;
use crate::record::{Linked, hex};

/// The result of [`Log::verify`](crate::Log::verify).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Verified {
    /// How many events the log has.
    pub events: u64,
    /// How many of them lost their visitor and note to [`Log::erase`](crate::Log::erase).
    pub erased: u64,
    /// What is not as it was written.
    pub faults: Vec<Fault>,
}

/// Something in the log is not as it was written.
///
/// A shard is what one connection has written, in its order; `event` is the place in it, from 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub enum Fault {
    /// An event was changed, or moved to this place.
    Changed {
        /// The shard.
        shard: String,
        /// The place.
        event: u64,
        /// The key of the event at this place.
        key: String,
    },
    /// Events were removed, and not by pruning.
    Missing {
        /// The shard.
        shard: String,
        /// The first place.
        event: u64,
        /// How many.
        events: u64,
    },
    /// The visitor or the note of an event was changed, or removed in another way than by
    /// [`Log::erase`](crate::Log::erase).
    Personal {
        /// The shard.
        shard: String,
        /// The place.
        event: u64,
        /// The key of the event.
        key: String,
    },
    /// A shown text was changed or removed.
    Text {
        /// Its SHA-256.
        hash: String,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed { shard, event, key } => {
                write!(
                    f,
                    "event {event} of shard {shard} was changed or moved (key {key})"
                )
            }
            Self::Missing {
                shard,
                event,
                events,
            } => write!(
                f,
                "{events} events of shard {shard} are missing, from event {event}"
            ),
            Self::Personal { shard, event, key } => write!(
                f,
                "visitor or note of event {event} of shard {shard} was changed (key {key})"
            ),
            Self::Text { hash } => write!(f, "the text {hash} was changed or is missing"),
        }
    }
}

/// The chain of one shard, as far as it was followed.
struct Chain {
    next: i64,
    previous: [u8; 32],
    /// The key of its last event.
    key: String,
    /// What the shard says of its end.
    events: i64,
    head: [u8; 32],
}

impl Connection {
    pub(crate) async fn verify(&mut self) -> Result<Verified, Error> {
        self.begin_snapshot().await?;
        let mut verified = Verified::default();
        let (mut chains, mut texts) = (BTreeMap::new(), BTreeSet::new());
        let sql = "SELECT id, events, head, cut, cut_hash FROM shard";
        for mut row in self.query(sql, &[]).await? {
            let (id, events, head) = (row.bytes()?, row.int()?, row.bytes()?);
            let chain = Chain {
                next: row.int()?,
                previous: row.optional_bytes()?.unwrap_or_else(|| start(&id)),
                key: String::new(),
                events,
                head,
            };
            chains.insert(id, chain);
        }
        let mut place = ([0; 16], -1);
        loop {
            let page = self.page(place, PAGE).await?;
            for event in &page {
                // A shard without its row is checked from its start. Its end is unknown.
                let chain = chains.entry(event.shard).or_insert_with(|| Chain {
                    next: 0,
                    previous: start(&event.shard),
                    key: String::new(),
                    events: 0,
                    head: start(&event.shard),
                });
                verified.follow(chain, event);
                texts.insert(event.entry.text);
            }
            match page.last() {
                Some(last) if page.len() == PAGE => place = (last.shard, last.seq),
                _ => break,
            }
        }
        for (shard, chain) in &chains {
            verified.end(shard, chain);
        }
        for hash in texts {
            let kept = self.text(hash).await?;
            if kept.is_none_or(|kept| text(&kept.json) != hash) {
                verified.faults.push(Fault::Text { hash: hex(&hash) });
            }
        }
        self.commit().await?;
        Ok(verified)
    }
}

impl Verified {
    /// Whether everything is as it was written.
    pub fn is_whole(&self) -> bool {
        self.faults.is_empty()
    }

    fn follow(&mut self, chain: &mut Chain, found: &Linked) {
        let (shard, key) = (hex(&found.shard), hex(&found.entry.key));
        chain.key.clone_from(&key);
        let event = found.seq.unsigned_abs();
        self.events += 1;
        if found.seq > chain.next {
            self.faults.push(Fault::Missing {
                shard: shard.clone(),
                event: chain.next.unsigned_abs(),
                events: found.seq.abs_diff(chain.next),
            });
        } else if hash(&chain.previous, &found.shard, found.seq, &found.entry) != found.hash {
            self.faults.push(Fault::Changed {
                shard: shard.clone(),
                event,
                key: key.clone(),
            });
        }
        let personal = &found.entry.personal;
        if !is_sealed(personal) {
            self.faults.push(Fault::Personal { shard, event, key });
        } else if personal.seal.is_some() && personal.salt.is_none() {
            self.erased += 1;
        }
        chain.next = found.seq + 1;
        chain.previous = found.hash;
    }

    fn end(&mut self, shard: &[u8; 16], chain: &Chain) {
        let shard = hex(shard);
        if chain.next < chain.events {
            self.faults.push(Fault::Missing {
                shard,
                event: chain.next.unsigned_abs(),
                events: chain.events.abs_diff(chain.next),
            });
        } else if chain.previous != chain.head {
            self.faults.push(Fault::Changed {
                shard,
                event: chain.next.saturating_sub(1).unsigned_abs(),
                key: chain.key.clone(),
            });
        }
    }
}
