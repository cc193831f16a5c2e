//! SQLite: one file, read and written in this process.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::types::{ToSqlOutput, Value as SqlValue, ValueRef};
use rusqlite::{ErrorCode, MAIN_DB, ToSql, TransactionBehavior, params, params_from_iter};

use crate::chain::Shard;
use crate::error::{Error, Failure, InsertError};
use crate::record::{COLUMNS, Linked};
use crate::schema::SQLITE;
use crate::value::{Row, Value};

/// How long a statement waits for another process. The writer tries again afterwards.
const BUSY: Duration = Duration::from_millis(500);

pub(crate) struct Sqlite {
    db: rusqlite::Connection,
    insert: String,
    path: PathBuf,
    file: Option<File>,
}

/// The device and the number of a file, which stay when its name is given to another.
type File = (u64, u64);

impl Sqlite {
    pub(crate) fn open(path: &Path) -> Result<Self, Error> {
        let mut db = rusqlite::Connection::open(path)?;
        db.busy_timeout(BUSY)?;
        // Readers do not wait for the writer, a commit is on the disk, and what was erased is
        // overwritten.
        db.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON",
        )?;
        migrate(&mut db)?;
        let places: Vec<_> = (1..=16).map(|place| format!("${place}")).collect();
        Ok(Self {
            db,
            insert: format!(
                "INSERT INTO event ({COLUMNS}) VALUES ({})",
                places.join(", ")
            ),
            path: path.to_owned(),
            file: file(path),
        })
    }

    pub(crate) fn is_read_only(&self) -> Result<bool, Error> {
        Ok(self.db.is_readonly(MAIN_DB)?)
    }

    pub(crate) fn query(&mut self, sql: &str, parameters: &[Value]) -> Result<Vec<Row>, Error> {
        let mut statement = self.db.prepare_cached(sql)?;
        let width = statement.column_count();
        let rows = statement.query_map(params_from_iter(parameters), |row| {
            (0..width)
                .map(|column| Ok(value(row.get(column)?)))
                .collect::<Result<_, _>>()
                .map(Row::new)
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub(crate) fn execute(&mut self, sql: &str, parameters: &[Value]) -> Result<u64, Error> {
        let mut statement = self.db.prepare_cached(sql)?;
        Ok(statement.execute(params_from_iter(parameters))? as u64)
    }

    pub(crate) fn batch(&mut self, sql: &str) -> Result<(), Error> {
        Ok(self.db.execute_batch(sql)?)
    }

    pub(crate) fn insert(&mut self, shard: &Shard, events: &[Linked]) -> Result<(), InsertError> {
        // Otherwise what is written disappears with the file that has no name any more.
        if file(&self.path) != self.file {
            return Err(Error::database("the file was deleted or moved").into());
        }
        let transaction = self
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(failure)?;
        {
            let mut insert = transaction.prepare_cached(&self.insert).map_err(failure)?;
            for event in events {
                insert
                    .execute(params_from_iter(event.values()))
                    .map_err(failure)?;
            }
            let mut upsert = transaction
                .prepare_cached(
                    "INSERT INTO shard (id, events, head) VALUES ($1, $2, $3) \
                     ON CONFLICT (id) DO UPDATE SET events = excluded.events, head = excluded.head",
                )
                .map_err(failure)?;
            upsert
                .execute(params![shard.id, shard.events, shard.head])
                .map_err(failure)?;
        }
        // Only the end of a transaction can fail in a way that leaves its outcome open.
        transaction
            .commit()
            .map_err(|error| match error.sqlite_error_code() {
                Some(ErrorCode::SystemIoFailure) => Failure::Unknown(error.into()).into(),
                _ => failure(error),
            })
    }
}

/// Which file has this name. Windows keeps a file that is open.
#[cfg(unix)]
fn file(path: &Path) -> Option<File> {
    use std::os::unix::fs::MetadataExt;
    let found = path.metadata().ok()?;
    Some((found.dev(), found.ino()))
}

#[cfg(not(unix))]
fn file(_: &Path) -> Option<File> {
    None
}

/// Two processes that start together wait for each other.
fn migrate(db: &mut rusqlite::Connection) -> Result<(), Error> {
    let version = "SELECT coalesce(max(version), 0) FROM schema_version";
    let known = i64::try_from(SQLITE.len()).unwrap_or(i64::MAX);
    let found = |db: &rusqlite::Connection| db.query_row(version, (), |row| row.get::<_, i64>(0));
    // If the tables are up to date, nobody has to wait.
    if found(db).is_ok_and(|found| found == known) {
        return Ok(());
    }
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.execute_batch(
        "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY) STRICT",
    )?;
    let found = found(&transaction)?;
    if found > known {
        return Err(Error::NewerSchema { found, known });
    }
    for (version, migration) in (1..).zip(SQLITE).filter(|(version, _)| *version > found) {
        transaction.execute_batch(migration)?;
        transaction.execute("INSERT INTO schema_version VALUES ($1)", [version])?;
    }
    Ok(transaction.commit()?)
}

fn failure(error: rusqlite::Error) -> InsertError {
    let code = error.sqlite_error().map(|error| error.extended_code);
    if code == Some(rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE) {
        return InsertError::Duplicate;
    }
    Error::from(error).into()
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        Self::database(error)
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(value) => ValueRef::Integer(*value),
            Self::Text(value) => ValueRef::Text(value.as_bytes()),
            Self::Blob(value) => ValueRef::Blob(value),
        }))
    }
}

fn value(value: SqlValue) -> Value {
    match value {
        SqlValue::Null => Value::Null,
        SqlValue::Integer(value) => Value::Int(value),
        // No column has a real number.
        SqlValue::Real(value) => Value::Text(value.to_string()),
        SqlValue::Text(value) => Value::Text(value),
        SqlValue::Blob(value) => Value::Blob(value),
    }
}
