//! A database for one test.

use std::path::PathBuf;
use std::sync::Mutex;
use std::time::Duration;

use cookie_decl_log::{Log, Settings};
use tempfile::TempDir;
use tokio::runtime::Builder;

use crate::server::Server;

pub(crate) struct Store {
    /// The file, or the address.
    pub(crate) place: String,
    pub(crate) is_sqlite: bool,
    folder: TempDir,
    /// The reports of its logs.
    pub(crate) reports: &'static Mutex<Vec<String>>,
}

impl Store {
    pub(crate) fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("there is a temporary folder");
        let place = folder.path().join("consent.db");
        Self::new(place.to_str().expect("it is text").to_owned(), true, folder)
    }

    /// A database of a server, with nothing in it.
    pub(crate) fn postgres(server: &Server) -> Self {
        let folder = tempfile::tempdir().expect("there is a temporary folder");
        let store = Self::new(server.take_database(), false, folder);
        execute(&store.place, "DROP SCHEMA IF EXISTS consent_log CASCADE");
        store
    }

    fn new(place: String, is_sqlite: bool, folder: TempDir) -> Self {
        Self {
            place,
            is_sqlite,
            folder,
            reports: Box::leak(Box::default()),
        }
    }

    pub(crate) fn settings(&self) -> Settings {
        self.settings_at(&self.place)
    }

    /// Settings for another address of the same database.
    pub(crate) fn settings_at(&self, place: &str) -> Settings {
        let reports = self.reports;
        let settings = if self.is_sqlite {
            Log::sqlite(place)
        } else {
            Log::postgres(place)
        };
        // This machine may be busy.
        let settings = settings.wait(Duration::from_secs(30));
        settings.report(move |report| reports.lock().unwrap().push(report.to_string()))
    }

    pub(crate) fn open(&self) -> Log {
        self.settings().open().expect("the database is there")
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Changes the database without the log.
    pub(crate) fn execute(&self, sql: &str) {
        if self.is_sqlite {
            let database = rusqlite::Connection::open(&self.place).unwrap();
            database.execute_batch(sql).unwrap();
        } else {
            execute(&self.place, sql);
        }
    }

    /// Reads a number without the log.
    pub(crate) fn number(&self, sql: &str) -> i64 {
        if self.is_sqlite {
            let database = rusqlite::Connection::open(&self.place).unwrap();
            database.query_row(sql, (), |row| row.get(0)).unwrap()
        } else {
            connected(&self.place, async |client| {
                client.query_one(sql, &[]).await.unwrap().get(0)
            })
        }
    }
}

/// Changes a database of PostgreSQL.
pub(crate) fn execute(url: &str, sql: &str) {
    connected(url, async |client| client.batch_execute(sql).await.unwrap());
}

fn connected<T>(url: &str, work: impl AsyncFnOnce(&tokio_postgres::Client) -> T) -> T {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls)
            .await
            .expect("the server runs");
        tokio::spawn(connection);
        client
            .batch_execute("SET search_path TO consent_log, public")
            .await
            .unwrap();
        work(&client).await
    })
}
