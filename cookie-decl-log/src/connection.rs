//! A connection to one of the databases. Their SQL is the same, except where a file is named after
//! one of them.

use std::collections::HashSet;
#[cfg(feature = "postgres")]
use std::path::Path;
#[cfg(feature = "sqlite")]
use std::path::PathBuf;

use crate::chain::Shard;
use crate::error::{Error, Failure, InsertError};
#[cfg(feature = "postgres")]
use crate::postgres::{Postgres, Server};
use crate::record::Entry;
#[cfg(feature = "sqlite")]
use crate::sqlite::Sqlite;
use crate::value::{Row, Value};

/// Where a log is.
#[derive(Clone)]
pub(crate) enum Target {
    #[cfg(feature = "sqlite")]
    Sqlite(PathBuf),
    #[cfg(feature = "postgres")]
    Postgres(Box<Server>),
}

#[cfg(feature = "postgres")]
impl Target {
    /// Prepares the encryption of the connection, if the address asks for it.
    pub(crate) fn secure(mut self, authority: Option<&Path>) -> Result<Self, Error> {
        match &mut self {
            #[cfg(feature = "sqlite")]
            Self::Sqlite(_) => {}
            Self::Postgres(server) => server.secure(authority)?,
        }
        Ok(self)
    }
}

pub(crate) struct Connection {
    database: Database,
    /// What this connection writes.
    shard: Shard,
    /// The texts that the database has.
    texts: HashSet<[u8; 32]>,
}

enum Database {
    #[cfg(feature = "sqlite")]
    Sqlite(Sqlite),
    #[cfg(feature = "postgres")]
    Postgres(Postgres),
}

#[cfg_attr(
    not(feature = "postgres"),
    allow(clippy::unused_async, reason = "only a server is waited for")
)]
impl Connection {
    /// Connects, and brings the tables to the latest version.
    pub(crate) async fn open(target: &Target) -> Result<Self, Error> {
        let database = match target {
            #[cfg(feature = "sqlite")]
            Target::Sqlite(path) => Database::Sqlite(Sqlite::open(path)?),
            #[cfg(feature = "postgres")]
            Target::Postgres(server) => Database::Postgres(Postgres::connect(server).await?),
        };
        Ok(Self {
            database,
            shard: Shard::new(),
            texts: HashSet::new(),
        })
    }

    /// Connects to write: an error if the database can only be read.
    pub(crate) async fn open_to_write(target: &Target) -> Result<Self, Error> {
        let mut connection = Self::open(target).await?;
        let is_read_only = match &mut connection.database {
            #[cfg(feature = "sqlite")]
            Database::Sqlite(database) => database.is_read_only()?,
            #[cfg(feature = "postgres")]
            Database::Postgres(database) => database.is_read_only().await?,
        };
        if is_read_only {
            return Err(Error::database("it can only be read"));
        }
        Ok(connection)
    }

    /// Whether the server has ended it while nobody used it.
    pub(crate) fn is_closed(&self) -> bool {
        match &self.database {
            #[cfg(feature = "sqlite")]
            Database::Sqlite(_) => false,
            #[cfg(feature = "postgres")]
            Database::Postgres(database) => database.is_closed(),
        }
    }

    pub(crate) async fn query(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>, Error> {
        match &mut self.database {
            #[cfg(feature = "sqlite")]
            Database::Sqlite(database) => database.query(sql, values),
            #[cfg(feature = "postgres")]
            Database::Postgres(database) => database.query(sql, values).await,
        }
    }

    /// Returns how many rows it changed.
    pub(crate) async fn execute(&mut self, sql: &str, values: &[Value]) -> Result<u64, Error> {
        match &mut self.database {
            #[cfg(feature = "sqlite")]
            Database::Sqlite(database) => database.execute(sql, values),
            #[cfg(feature = "postgres")]
            Database::Postgres(database) => database.execute(sql, values).await,
        }
    }

    /// Starts to read what is committed now, whatever others commit meanwhile.
    pub(crate) async fn begin_snapshot(&mut self) -> Result<(), Error> {
        match &mut self.database {
            #[cfg(feature = "sqlite")]
            Database::Sqlite(database) => database.batch("BEGIN"),
            #[cfg(feature = "postgres")]
            Database::Postgres(database) => {
                let sql = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";
                database.batch(sql).await
            }
        }
    }

    /// Starts to write. A connection that is dropped before [`commit`](Self::commit) has changed
    /// nothing.
    pub(crate) async fn begin(&mut self) -> Result<(), Error> {
        match &mut self.database {
            #[cfg(feature = "sqlite")]
            Database::Sqlite(database) => database.batch("BEGIN IMMEDIATE"),
            #[cfg(feature = "postgres")]
            Database::Postgres(database) => database.batch("BEGIN").await,
        }
    }

    pub(crate) async fn commit(&mut self) -> Result<(), Error> {
        match &mut self.database {
            #[cfg(feature = "sqlite")]
            Database::Sqlite(database) => database.batch("COMMIT"),
            #[cfg(feature = "postgres")]
            Database::Postgres(database) => database.batch("COMMIT").await,
        }
    }

    /// Forgets the keys of the first events of a shard, where they have a table of their own.
    pub(crate) async fn forget_keys(&mut self, shard: [u8; 16], cut: i64) -> Result<(), Error> {
        let events = [Value::from(shard), cut.into()];
        match &mut self.database {
            #[cfg(feature = "sqlite")]
            Database::Sqlite(_) => {
                let _ = events;
                Ok(())
            }
            #[cfg(feature = "postgres")]
            Database::Postgres(database) => {
                let sql = "DELETE FROM event_key USING event WHERE event_key.key = event.key \
                           AND event.shard = $1 AND event.seq < $2";
                database.execute(sql, &events).await.map(|_| ())
            }
        }
    }

    /// Removes what is left of deleted rows: empty partitions before a time, and what SQLite's
    /// journal has of them.
    pub(crate) async fn tidy(&mut self, before: i64) -> Result<(), Error> {
        match &mut self.database {
            #[cfg(feature = "sqlite")]
            Database::Sqlite(database) => {
                let _ = before;
                // It has one row, whether or not a reader still needs the journal.
                database
                    .query("PRAGMA wal_checkpoint(TRUNCATE)", &[])
                    .map(|_| ())
            }
            #[cfg(feature = "postgres")]
            Database::Postgres(database) => database.drop_empty(before).await,
        }
    }

    /// Keeps all of these entries, or none. An entry whose key the database has is not kept again.
    pub(crate) async fn append(&mut self, entries: &[Entry]) -> Result<(), Failure> {
        self.keep_texts(entries).await?;
        let mut new: Vec<&Entry> = entries.iter().collect();
        // Somebody else may write the same key while we look for it.
        for _ in 0..4 {
            match self.insert(&new).await {
                Ok(()) => return Ok(()),
                Err(InsertError::Duplicate) => new = self.without_kept(&new).await?,
                Err(InsertError::Failed(failure)) => return Err(failure),
            }
        }
        Err(Error::database("others keep writing the same events").into())
    }

    async fn insert(&mut self, entries: &[&Entry]) -> Result<(), InsertError> {
        if entries.is_empty() {
            return Ok(());
        }
        let before = if self.shard.is_ahead_of(entries) {
            &Shard::new()
        } else {
            &self.shard
        };
        let (shard, linked) = before.link(entries.iter().copied());
        match &mut self.database {
            #[cfg(feature = "sqlite")]
            Database::Sqlite(database) => database.insert(&shard, &linked)?,
            #[cfg(feature = "postgres")]
            Database::Postgres(database) => database.insert(&shard, &linked).await?,
        }
        self.shard = shard;
        Ok(())
    }

    async fn without_kept<'e>(&mut self, entries: &[&'e Entry]) -> Result<Vec<&'e Entry>, Error> {
        let sql = match &self.database {
            #[cfg(feature = "sqlite")]
            Database::Sqlite(_) => "SELECT 1 FROM event WHERE key = $1",
            #[cfg(feature = "postgres")]
            Database::Postgres(_) => "SELECT 1::bigint FROM event_key WHERE key = $1",
        };
        let (mut new, mut keys) = (Vec::new(), HashSet::new());
        for entry in entries {
            let kept = self.query(sql, &[entry.key.into()]).await?;
            if kept.is_empty() && keys.insert(entry.key) {
                new.push(*entry);
            }
        }
        Ok(new)
    }

    async fn keep_texts(&mut self, entries: &[Entry]) -> Result<(), Error> {
        for entry in entries {
            let (hash, Some(shown)) = (entry.text, &entry.shown) else {
                continue;
            };
            if self.texts.contains(&hash) {
                continue;
            }
            let sql = "INSERT INTO shown_text (hash, language, json) VALUES ($1, $2, $3) \
                       ON CONFLICT DO NOTHING";
            let (language, json) = (&*shown.language, &*shown.json);
            self.execute(sql, &[hash.into(), language.into(), json.into()])
                .await?;
            self.texts.insert(hash);
        }
        Ok(())
    }
}
