//! PostgreSQL, by `tokio-postgres`.

use std::collections::{BTreeSet, HashMap};
use std::error;
use std::path::Path;
use std::time::Duration;

use bytes::BytesMut;
use cookie_decl_core::date::Date;
use tokio::time::timeout;
use tokio_postgres::config::SslMode;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use tokio_postgres::{Client, Config, NoTls, Statement};
#[cfg(feature = "tls")]
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::chain::Shard;
use crate::error::{Error, Failure, InsertError};
use crate::record::{COLUMNS, Linked};
use crate::schema::POSTGRES;
#[cfg(feature = "tls")]
use crate::tls::connector;
use crate::value::{Row, Value};

/// How long a server may take to accept a connection.
const CONNECT: Duration = Duration::from_secs(5);
/// How long it may be silent before the connection counts as cut.
const SILENT: Duration = Duration::from_secs(30);
/// The lock of everybody who changes the tables.
const LOCK: i64 = 0x636f_6e73_656e_7400;

/// A server, and how it is reached.
#[derive(Clone)]
pub(crate) struct Server {
    config: Config,
    #[cfg(feature = "tls")]
    tls: Option<MakeRustlsConnect>,
}

impl Server {
    pub(crate) fn new(url: &str) -> Result<Self, Error> {
        let mut config: Config = url.parse()?;
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(CONNECT);
        }
        if config.get_tcp_user_timeout().is_none() {
            config.tcp_user_timeout(SILENT);
        }
        Ok(Self {
            config,
            #[cfg(feature = "tls")]
            tls: None,
        })
    }

    /// Prepares the encryption, if the address asks for it.
    #[cfg(feature = "tls")]
    pub(crate) fn secure(&mut self, authority: Option<&Path>) -> Result<(), Error> {
        if self.config.get_ssl_mode() == SslMode::Require {
            self.tls = Some(connector(authority)?);
        }
        Ok(())
    }

    #[cfg(not(feature = "tls"))]
    pub(crate) fn secure(&mut self, _: Option<&Path>) -> Result<(), Error> {
        match self.config.get_ssl_mode() {
            SslMode::Require => Err(Error::database(
                "`sslmode=require` needs the feature `tls` of cookie-decl-log",
            )),
            _ => Ok(()),
        }
    }

    /// Connects. The connection ends with the client, and every statement learns of its errors.
    async fn client(&self) -> Result<Client, Error> {
        #[cfg(feature = "tls")]
        if let Some(tls) = &self.tls {
            // The handshake has large buffers.
            let connecting = Box::pin(self.config.connect(tls.clone()));
            let (client, connection) = connecting.await?;
            tokio::spawn(connection);
            return Ok(client);
        }
        let (client, connection) = self.config.connect(NoTls).await?;
        tokio::spawn(connection);
        Ok(client)
    }
}

pub(crate) struct Postgres {
    client: Client,
    statements: HashMap<String, Statement>,
    /// The months that have a partition, by their first second.
    months: BTreeSet<i64>,
}

impl Postgres {
    pub(crate) async fn connect(server: &Server) -> Result<Self, Error> {
        let client = answered(server.client()).await?;
        let mut postgres = Self {
            client,
            statements: HashMap::new(),
            months: BTreeSet::new(),
        };
        answered(postgres.prepare()).await?;
        Ok(postgres)
    }

    /// Brings the tables to the latest version.
    async fn prepare(&mut self) -> Result<(), Error> {
        // The schema keeps our names apart from those of the application. What was committed has to
        // stay, whatever the server's default is.
        self.batch(
            "SET client_min_messages TO warning; SET search_path TO consent_log; \
             SELECT set_config('synchronous_commit', 'on', false) \
             WHERE current_setting('synchronous_commit') = 'off'",
        )
        .await?;
        let known = i64::try_from(POSTGRES.len()).unwrap_or(i64::MAX);
        // If the tables are up to date, nobody waits or needs the right to create tables.
        if self.version().await.is_ok_and(|found| found == known) {
            return Ok(());
        }
        self.batch(&format!(
            "BEGIN; SELECT pg_advisory_xact_lock({LOCK}); \
             CREATE SCHEMA IF NOT EXISTS consent_log; \
             CREATE TABLE IF NOT EXISTS schema_version (version bigint PRIMARY KEY)"
        ))
        .await?;
        let found = self.version().await?;
        if found > known {
            return Err(Error::NewerSchema { found, known });
        }
        for (version, migration) in (1..).zip(POSTGRES).filter(|(version, _)| *version > found) {
            let done = format!("INSERT INTO schema_version VALUES ({version})");
            self.batch(migration).await?;
            self.batch(&done).await?;
        }
        self.batch("COMMIT").await
    }

    /// Whether it is a standby server, for example.
    pub(crate) async fn is_read_only(&mut self) -> Result<bool, Error> {
        let sql = "SELECT current_setting('transaction_read_only')";
        let setting: String = self.client.query_one(sql, &[]).await?.get(0);
        Ok(setting == "on")
    }

    async fn version(&self) -> Result<i64, Error> {
        let sql = "SELECT coalesce(max(version), 0) FROM schema_version";
        Ok(self.client.query_one(sql, &[]).await?.get(0))
    }

    pub(crate) async fn query(&mut self, sql: &str, values: &[Value]) -> Result<Vec<Row>, Error> {
        let statement = self.statement(sql).await?;
        let rows = answered(self.client.query(&statement, &parameters(values))).await?;
        rows.iter().map(row).collect()
    }

    pub(crate) async fn execute(&mut self, sql: &str, values: &[Value]) -> Result<u64, Error> {
        let statement = self.statement(sql).await?;
        answered(self.client.execute(&statement, &parameters(values))).await
    }

    pub(crate) async fn batch(&mut self, sql: &str) -> Result<(), Error> {
        answered(self.client.batch_execute(sql)).await
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    async fn statement(&mut self, sql: &str) -> Result<Statement, Error> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        let statement = answered(self.client.prepare(sql)).await?;
        self.statements.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }

    pub(crate) async fn insert(
        &mut self,
        shard: &Shard,
        events: &[Linked],
    ) -> Result<(), InsertError> {
        self.partitions(events).await?;
        let statement = self.statement(&insert()).await?;
        let mut columns: [Vec<Value>; 16] = Default::default();
        for event in events {
            for (column, value) in columns.iter_mut().zip(event.values()) {
                column.push(value);
            }
        }
        let (id, head) = (&shard.id[..], &shard.head[..]);
        let mut values: Vec<&(dyn ToSql + Sync)> = vec![&id, &shard.events, &head];
        values.extend(columns.iter().map(|column| column as &(dyn ToSql + Sync)));
        if self.is_closed() {
            return Err(Error::database("the connection is closed").into());
        }
        match timeout(SILENT, self.client.execute(&statement, &values)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(failure(error)),
            Err(_) => Err(Failure::Unknown(silent()).into()),
        }
    }

    /// Makes the partitions of these events, and that of the month after the last of them, so that
    /// nobody waits for it when the month begins.
    async fn partitions(&mut self, events: &[Linked]) -> Result<(), Error> {
        let mut months: BTreeSet<_> = events.iter().map(|it| month(it.entry.at).0).collect();
        if let Some(last) = months.last().copied() {
            months.insert(month(last).1);
        }
        for start in months.difference(&self.months.clone()).copied() {
            let (end, name) = (month(start).1, partition(start));
            self.batch(&format!(
                "SELECT pg_advisory_xact_lock({LOCK}); \
                 CREATE TABLE IF NOT EXISTS {name} PARTITION OF event \
                 FOR VALUES FROM ({start}) TO ({end})"
            ))
            .await?;
            self.months.insert(start);
        }
        Ok(())
    }

    /// Drops the partitions before a time that have nothing in them.
    pub(crate) async fn drop_empty(&mut self, before: i64) -> Result<(), Error> {
        let sql = "SELECT child.relname::text FROM pg_inherits \
                   JOIN pg_class child ON child.oid = inhrelid \
                   WHERE inhparent = 'event'::regclass AND child.relname::text < $1 ORDER BY 1";
        for mut row in self.query(sql, &[Value::Text(partition(before))]).await? {
            let name = row.text()?;
            self.batch(&format!(
                "DO $$ BEGIN LOCK TABLE {name} IN ACCESS EXCLUSIVE MODE; \
                 IF NOT EXISTS (SELECT FROM {name}) THEN DROP TABLE {name}; END IF; END $$"
            ))
            .await?;
        }
        Ok(())
    }
}

/// Returns the statement that keeps a batch: all of it, or nothing.
fn insert() -> String {
    const TYPES: [&str; 16] = [
        "bytea", "bigint", "bigint", "bytea", "text", "text", "text", "bytea", "text", "text",
        "text", "bytea", "text", "bytea", "bytea", "bytea",
    ];
    let arrays: Vec<_> = (4..)
        .zip(TYPES)
        .map(|(place, kind)| format!("${place}::{kind}[]"))
        .collect();
    format!(
        "WITH head AS ( \
             INSERT INTO shard (id, events, head) VALUES ($1, $2, $3) \
             ON CONFLICT (id) DO UPDATE SET events = excluded.events, head = excluded.head \
         ), keys AS ( \
             INSERT INTO event_key (key, at) SELECT * FROM unnest($7::bytea[], $6::bigint[]) \
         ) INSERT INTO event ({COLUMNS}) SELECT * FROM unnest({})",
        arrays.join(", ")
    )
}

/// Returns the first second of the month of a time, and that of the next month.
fn month(at: i64) -> (i64, i64) {
    let start = |at: i64| {
        let date = Date::from_seconds(u64::try_from(at).unwrap_or(0));
        at - at.rem_euclid(86_400) - (i64::from(date.day) - 1) * 86_400
    };
    let first = start(at);
    (first, start(first + 32 * 86_400))
}

fn partition(at: i64) -> String {
    let Date { year, month, .. } = Date::from_seconds(u64::try_from(at).unwrap_or(0));
    format!("event_{year:04}_{month:02}")
}

/// Waits for the server, but not for ever.
async fn answered<T, E: Into<Error>>(work: impl Future<Output = Result<T, E>>) -> Result<T, Error> {
    match timeout(SILENT, work).await {
        Ok(result) => result.map_err(Into::into),
        Err(_) => Err(silent()),
    }
}

fn silent() -> Error {
    let seconds = SILENT.as_secs();
    Error::database(format!("the server has been silent for {seconds} seconds"))
}

fn failure(error: tokio_postgres::Error) -> InsertError {
    let failure = match error.code() {
        Some(code) if *code == SqlState::UNIQUE_VIOLATION => return InsertError::Duplicate,
        // An operator stops the server, perhaps between the commit and the answer.
        Some(code) if code.code().starts_with("57P") => Failure::Unknown(error.into()),
        Some(_) => Failure::Refused(error.into()),
        None => Failure::Unknown(error.into()),
    };
    failure.into()
}

impl From<tokio_postgres::Error> for Error {
    fn from(error: tokio_postgres::Error) -> Self {
        Self::database(error)
    }
}

fn parameters(values: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    values.iter().map(|value| value as _).collect()
}

fn row(row: &tokio_postgres::Row) -> Result<Row, Error> {
    let values = row.columns().iter().enumerate().map(|(place, column)| {
        let value = match *column.type_() {
            Type::INT8 => row.try_get::<_, Option<i64>>(place)?.map(Value::Int),
            Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(place)?.map(Value::Blob),
            _ => row.try_get::<_, Option<String>>(place)?.map(Value::Text),
        };
        Ok(value.unwrap_or(Value::Null))
    });
    values.collect::<Result<_, Error>>().map(Row::new)
}

/// The tables have only these three types.
impl ToSql for Value {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(value) => value.to_sql(kind, out),
            Self::Text(value) => value.to_sql(kind, out),
            Self::Blob(value) => value.to_sql(kind, out),
        }
    }

    fn accepts(kind: &Type) -> bool {
        [Type::INT8, Type::TEXT, Type::BYTEA].contains(kind)
    }

    to_sql_checked!();
}
