//! The local file that has the events while the server is down.
//!
//! It is a log like any other, whose events are removed once the server has them.

use std::sync::Arc;

use crate::connection::{Connection, Target};
use crate::error::Error;
use crate::queue::BATCH;
use crate::record::Entry;

pub(crate) struct Spool {
    connection: Connection,
    has_events: bool,
}

impl Spool {
    pub(crate) async fn open(target: &Target) -> Result<Self, Error> {
        let mut connection = Connection::open(target).await?;
        let has_events = !connection.page(([0; 16], -1), 1).await?.is_empty();
        Ok(Self {
            connection,
            has_events,
        })
    }

    pub(crate) fn has_events(&self) -> bool {
        self.has_events
    }

    pub(crate) async fn keep(&mut self, entries: &[Entry]) -> Result<(), Error> {
        self.connection.append(entries).await?;
        self.has_events = true;
        Ok(())
    }

    /// Returns the events that have to be sent next, with their texts.
    pub(crate) async fn first(&mut self) -> Result<Vec<Entry>, Error> {
        if !self.has_events {
            return Ok(Vec::new());
        }
        let mut entries = Vec::new();
        for event in self.connection.page(([0; 16], -1), BATCH).await? {
            let shown = self.connection.text(event.entry.text).await?;
            entries.push(Entry {
                shown: shown.map(Arc::new),
                ..event.entry
            });
        }
        Ok(entries)
    }

    /// Removes the first events, which the server has.
    pub(crate) async fn remove(&mut self, entries: &[Entry]) -> Result<(), Error> {
        self.connection.begin().await?;
        for entry in entries {
            let sql = "DELETE FROM event WHERE key = $1";
            self.connection.execute(sql, &[entry.key.into()]).await?;
        }
        self.connection.commit().await?;
        self.has_events = !self.connection.page(([0; 16], -1), 1).await?.is_empty();
        if !self.has_events {
            // Nothing of them stays in the file.
            self.connection.tidy(0).await?;
        }
        Ok(())
    }
}
