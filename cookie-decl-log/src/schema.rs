//! The tables, and how a database gets them.
//!
//! A migration is never changed after its release. The next version is another one.

/// The tables in SQLite, a migration for each version.
#[cfg(feature = "sqlite")]
pub(crate) const SQLITE: &[&str] = &[
    // 1: the record itself.
    "CREATE TABLE shard (
         id BLOB PRIMARY KEY, events INTEGER NOT NULL, head BLOB NOT NULL
     ) STRICT, WITHOUT ROWID;
     CREATE TABLE event (
         shard BLOB NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, key BLOB NOT NULL UNIQUE,
         action TEXT NOT NULL, via TEXT NOT NULL, language TEXT NOT NULL, text BLOB NOT NULL,
         page TEXT NOT NULL, release TEXT NOT NULL, choices TEXT NOT NULL,
         visitor BLOB, note TEXT NOT NULL, salt BLOB, seal BLOB, hash BLOB NOT NULL,
         UNIQUE (shard, seq)
     ) STRICT;
     CREATE INDEX event_visitor ON event (visitor, at) WHERE visitor IS NOT NULL;
     CREATE TABLE shown_text (
         hash BLOB PRIMARY KEY, language TEXT NOT NULL, json TEXT NOT NULL
     ) STRICT;
     CREATE TABLE counted (day INTEGER PRIMARY KEY, shown INTEGER NOT NULL) STRICT;",
    // 2: retention.
    "ALTER TABLE shard ADD COLUMN cut INTEGER NOT NULL DEFAULT 0;
     ALTER TABLE shard ADD COLUMN cut_hash BLOB;
     CREATE TABLE pruned (
         month TEXT NOT NULL, category TEXT NOT NULL,
         granted INTEGER NOT NULL, denied INTEGER NOT NULL, PRIMARY KEY (month, category)
     ) STRICT, WITHOUT ROWID;",
];

/// The tables in PostgreSQL. A key is unique in all partitions, so it has a table of its own.
#[cfg(feature = "postgres")]
pub(crate) const POSTGRES: &[&str] = &[
    "CREATE TABLE shard (id bytea PRIMARY KEY, events bigint NOT NULL, head bytea NOT NULL);
     CREATE TABLE event_key (key bytea PRIMARY KEY, at bigint NOT NULL);
     CREATE TABLE event (
         shard bytea NOT NULL, seq bigint NOT NULL, at bigint NOT NULL, key bytea NOT NULL,
         action text NOT NULL, via text NOT NULL, language text NOT NULL, text bytea NOT NULL,
         page text NOT NULL, release text NOT NULL, choices text NOT NULL,
         visitor bytea, note text NOT NULL, salt bytea, seal bytea, hash bytea NOT NULL,
         PRIMARY KEY (shard, seq, at)
     ) PARTITION BY RANGE (at);
     CREATE INDEX event_visitor ON event (visitor, at) WHERE visitor IS NOT NULL;
     CREATE TABLE shown_text (hash bytea PRIMARY KEY, language text NOT NULL, json text NOT NULL);
     CREATE TABLE counted (day bigint PRIMARY KEY, shown bigint NOT NULL);",
    "ALTER TABLE shard ADD COLUMN cut bigint NOT NULL DEFAULT 0;
     ALTER TABLE shard ADD COLUMN cut_hash bytea;
     CREATE TABLE pruned (
         month text NOT NULL, category text NOT NULL,
         granted bigint NOT NULL, denied bigint NOT NULL, PRIMARY KEY (month, category)
     );",
];
