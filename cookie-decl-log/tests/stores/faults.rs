//! Databases that are locked, stopped, killed or cut off.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use cookie_decl::consent_log::ConsentLog;
use cookie_decl_log::Durability;

use crate::site::{DAY, assert_sound, event, keys, record, tied, visitor, wait};
use crate::store::Store;
use crate::{Fault, Server, Test};

pub(crate) const SQLITE: &[Test] = &[
    (
        "locked_file_is_an_error_after_the_wait_and_nothing_is_written_later",
        locked,
    ),
    ("queue_takes_1024_and_writes_them_when_it_can", queue),
    ("abandoned_decision_is_not_written", abandoned),
    (
        "deleted_file_is_reported_and_another_begins_with_the_next_decision",
        deleted,
    ),
    ("moved_file_gets_no_decision_any_more", moved),
];

pub(crate) const POSTGRES: &[Fault] = &[
    (
        "stopped_server_is_an_error_after_the_wait_and_nothing_is_written_later",
        stopped,
    ),
    ("killed_server_loses_nothing_that_was_acknowledged", killed),
    (
        "connection_cut_before_the_answer_doubles_nothing",
        cut_before_the_answer,
    ),
    (
        "connection_cut_inside_a_batch_doubles_nothing",
        cut_inside_a_batch,
    ),
    ("server_that_hangs_is_an_error_after_the_wait", hangs),
    ("local_file_has_decisions_until_the_server_is_back", spooled),
    (
        "next_process_sends_what_the_local_file_has",
        spooled_for_the_next,
    ),
    (
        "visitor_in_the_local_file_is_erased_once_the_server_is_back",
        spooled_and_erased,
    ),
];

const SHORT: Duration = Duration::from_millis(300);

fn until(what: &str, is_so: impl Fn() -> bool) {
    let end = Instant::now() + Duration::from_secs(20);
    while !is_so() {
        assert!(Instant::now() < end, "never: {what}");
        thread::sleep(Duration::from_millis(10));
    }
}

fn has_reported(store: &Store, what: &str) -> bool {
    let reports = store.reports.lock().unwrap();
    reports.iter().any(|report| report.contains(what))
}

fn locked(store: &Store) {
    let log = store.settings().wait(SHORT).open().unwrap();
    let other = rusqlite::Connection::open(&store.place).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let error = record(&log, event(1, DAY)).unwrap_err();
    assert_eq!(error.to_string(), "the decision could not be recorded");
    other.execute_batch("COMMIT").unwrap();
    record(&log, event(2, DAY)).unwrap();
    assert_eq!(keys(&log), ["00000000000000020000000000000000"]);
    assert!(has_reported(
        store,
        "decisions cannot be recorded: the database"
    ));
    assert!(has_reported(store, "not recorded: 1 decisions"));
    until("it is up", || has_reported(store, "can be recorded again"));
    assert_sound(&log, &[]);
}

fn queue(store: &Store) {
    let settings = store.settings().durability(Durability::Queued);
    let log = settings.wait(Duration::from_secs(2)).open().unwrap();
    let other = rusqlite::Connection::open(&store.place).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    for number in 0..1_024 {
        record(&log, event(number, DAY)).unwrap();
    }
    // The next one waits for room, in vain.
    record(&log, event(1_024, DAY)).unwrap_err();
    other.execute_batch("COMMIT").unwrap();
    log.flush().unwrap();
    assert_eq!(keys(&log).len(), 1_024);
    assert_sound(&log, &[]);
}

fn abandoned(store: &Store) {
    let log = store.open();
    let other = rusqlite::Connection::open(&store.place).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    // It is tried once, and then waits with the next one.
    let first = log.record(Arc::new(event(1, DAY)));
    until("it is down", || has_reported(store, "cannot be recorded"));
    drop(log.record(Arc::new(event(2, DAY))));
    other.execute_batch("COMMIT").unwrap();
    wait(first).unwrap();
    log.flush().unwrap();
    assert_eq!(keys(&log), ["00000000000000010000000000000000"]);
}

fn deleted(store: &Store) {
    let log = store.open();
    record(&log, event(1, DAY)).unwrap();
    for end in ["", "-wal", "-shm"] {
        fs::remove_file(format!("{}{end}", store.place)).unwrap();
    }
    record(&log, event(2, DAY)).unwrap();
    assert!(has_reported(store, "the file was deleted or moved"));
    assert_eq!(keys(&log), ["00000000000000020000000000000000"]);
    assert_sound(&log, &[]);
}

fn moved(store: &Store) {
    let log = store.open();
    record(&log, event(1, DAY)).unwrap();
    log.flush().unwrap();
    fs::rename(&store.place, store.file("old.db")).unwrap();
    record(&log, event(2, DAY)).unwrap();
    assert!(has_reported(store, "the file was deleted or moved"));
    assert_eq!(keys(&log), ["00000000000000020000000000000000"]);
}

fn stopped(server: &Server) {
    let store = Store::postgres(server);
    let log = store.settings().wait(SHORT).open().unwrap();
    record(&log, event(1, DAY)).unwrap();
    server.stop("fast");
    record(&log, event(2, DAY)).unwrap_err();
    wait(log.knows(visitor(5))).unwrap_err();
    server.restart();
    until("it is up", || has_reported(&store, "can be recorded again"));
    record(&log, event(3, DAY)).unwrap();
    let numbers: Vec<_> = keys(&log)
        .iter()
        .map(|key| key[15..16].to_owned())
        .collect();
    assert_eq!(numbers, ["1", "3"]);
    assert_sound(&log, &[]);
}

/// Records in eight threads while something happens, and returns the keys that were acknowledged.
fn meanwhile(log: &cookie_decl_log::Log, happens: impl FnOnce()) -> Vec<String> {
    let (is_over, next) = (AtomicBool::new(false), AtomicUsize::new(0));
    let acknowledged = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                while !is_over.load(Ordering::Relaxed) {
                    let number = next.fetch_add(1, Ordering::Relaxed) as u64;
                    if record(log, event(number, DAY)).is_ok() {
                        let key = format!("{number:016x}0000000000000000");
                        acknowledged.lock().unwrap().push(key);
                    }
                }
            });
        }
        happens();
        let before = acknowledged.lock().unwrap().len();
        until("it goes on", || {
            acknowledged.lock().unwrap().len() > before + 100
        });
        is_over.store(true, Ordering::Relaxed);
    });
    acknowledged.into_inner().unwrap()
}

fn killed(server: &Server) {
    let store = Store::postgres(server);
    let log = store.open();
    let acknowledged = meanwhile(&log, || {
        for pause in [60, 130] {
            thread::sleep(Duration::from_millis(pause));
            server.kill();
            server.restart();
        }
    });
    assert_sound(&log, &acknowledged);
}

/// A proxy that can cut or hold connections.
struct Proxy {
    port: u16,
    /// How many bytes of answers may still pass. Then every connection is cut.
    answers: Arc<Mutex<Option<usize>>>,
    /// The same for what the log sends.
    requests: Arc<Mutex<Option<usize>>>,
    holds: Arc<AtomicBool>,
}

impl Proxy {
    fn start(server: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let proxy = Self {
            port: listener.local_addr().unwrap().port(),
            answers: Arc::default(),
            requests: Arc::default(),
            holds: Arc::default(),
        };
        let (answers, requests) = (Arc::clone(&proxy.answers), Arc::clone(&proxy.requests));
        let holds = Arc::clone(&proxy.holds);
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let Ok(server) = TcpStream::connect(("127.0.0.1", server)) else {
                    continue;
                };
                for (from, to, limit) in
                    [(&client, &server, &requests), (&server, &client, &answers)]
                {
                    let (from, to) = (from.try_clone().unwrap(), to.try_clone().unwrap());
                    let (limit, holds) = (Arc::clone(limit), Arc::clone(&holds));
                    thread::spawn(move || pass(from, to, &limit, &holds));
                }
            }
        });
        proxy
    }

    fn settings(&self, store: &Store) -> cookie_decl_log::Settings {
        let (start, database) = store.place.rsplit_once('/').unwrap();
        let host = start.rsplit_once(':').unwrap().0;
        store.settings_at(&format!("{host}:{}/{database}", self.port))
    }
}

fn pass(mut from: TcpStream, mut to: TcpStream, limit: &Mutex<Option<usize>>, holds: &AtomicBool) {
    let mut buffer = [0; 16_384];
    while let Ok(length @ 1..) = from.read(&mut buffer) {
        while holds.load(Ordering::Relaxed) {
            thread::sleep(Duration::from_millis(5));
        }
        let mut limit = limit.lock().unwrap();
        let passes = limit.map_or(length, |limit| limit.min(length));
        let _ = to.write_all(&buffer[..passes]);
        if passes < length {
            // Once: the next connection is whole.
            *limit = None;
            break;
        }
        *limit = limit.map(|limit| limit - length);
    }
    let _ = from.shutdown(std::net::Shutdown::Both);
    let _ = to.shutdown(std::net::Shutdown::Both);
}

fn cut_before_the_answer(server: &Server) {
    let store = Store::postgres(server);
    let proxy = Proxy::start(server.port());
    let log = proxy.settings(&store).open().unwrap();
    // The statement is prepared, and the partition is there.
    record(&log, event(1, DAY)).unwrap();
    *proxy.answers.lock().unwrap() = Some(0);
    record(&log, event(2, DAY)).unwrap();
    assert!(proxy.answers.lock().unwrap().is_none(), "it was cut");
    assert_eq!(keys(&log).len(), 2);
    assert_sound(&log, &[]);
    // It was the first connection that kept the second event.
    assert_eq!(store.number("SELECT count(*) FROM shard"), 1);
    assert_eq!(store.number("SELECT events FROM shard"), 2);
}

fn cut_inside_a_batch(server: &Server) {
    let store = Store::postgres(server);
    let proxy = Proxy::start(server.port());
    let log = proxy.settings(&store).open().unwrap();
    let acknowledged = meanwhile(&log, || {
        for bytes in [10, 700, 2_000, 5_000] {
            *proxy.requests.lock().unwrap() = Some(bytes);
            until("it was cut", || proxy.requests.lock().unwrap().is_none());
            thread::sleep(Duration::from_millis(20));
            *proxy.answers.lock().unwrap() = Some(bytes / 10);
            until("it was cut", || proxy.answers.lock().unwrap().is_none());
        }
    });
    assert_sound(&log, &acknowledged);
}

fn hangs(server: &Server) {
    let store = Store::postgres(server);
    let proxy = Proxy::start(server.port());
    let log = proxy.settings(&store).wait(SHORT).open().unwrap();
    record(&log, event(1, DAY)).unwrap();
    proxy.holds.store(true, Ordering::Relaxed);
    // This one was sent, so it may be in the log later. The next one was not.
    record(&log, event(2, DAY)).unwrap_err();
    record(&log, event(3, DAY)).unwrap_err();
    proxy.holds.store(false, Ordering::Relaxed);
    until("it is up", || record(&log, event(4, DAY)).is_ok());
    let numbers: Vec<_> = keys(&log)
        .iter()
        .map(|key| key[15..16].to_owned())
        .collect();
    assert_eq!(numbers, ["1", "2", "4"]);
    assert_sound(&log, &[]);
}

fn spooled(server: &Server) {
    let store = Store::postgres(server);
    let log = store
        .settings()
        .spool(store.file("spool.db"))
        .open()
        .unwrap();
    let acknowledged = meanwhile(&log, || {
        thread::sleep(Duration::from_millis(50));
        server.kill();
        until("it is spooled", || {
            has_reported(&store, "recorded locally for now")
        });
        thread::sleep(Duration::from_millis(50));
        server.restart();
    });
    log.flush().unwrap();
    assert_sound(&log, &acknowledged);
    assert_eq!(waiting(&store), 0);
}

fn waiting(store: &Store) -> i64 {
    let spool = rusqlite::Connection::open(store.file("spool.db")).unwrap();
    spool
        .query_row("SELECT count(*) FROM event", (), |row| row.get(0))
        .unwrap()
}

fn spooled_for_the_next(server: &Server) {
    let store = Store::postgres(server);
    drop(store.open());
    server.stop("fast");
    // It starts without the server.
    let settings = || store.settings().spool(store.file("spool.db"));
    let log = settings().open().unwrap();
    record(&log, event(1, DAY)).unwrap();
    drop(log);
    assert_eq!(waiting(&store), 1);
    server.restart();
    let log = settings().open().unwrap();
    log.flush().unwrap();
    assert_eq!(keys(&log).len(), 1);
    // The text went with it.
    assert_sound(&log, &[]);
    assert_eq!(waiting(&store), 0);
}

fn spooled_and_erased(server: &Server) {
    let store = Store::postgres(server);
    let log = store
        .settings()
        .spool(store.file("spool.db"))
        .open()
        .unwrap();
    server.stop("fast");
    record(&log, tied(1, DAY, 5)).unwrap();
    server.restart();
    assert_eq!(log.erase(visitor(5)).unwrap(), 1);
    assert_eq!(log.verify().unwrap().erased, 1);
}
