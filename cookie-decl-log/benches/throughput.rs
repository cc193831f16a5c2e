//! 200,000 decisions from 64 tasks, or as many as there are in 20 seconds, beside an insert that somebody writes by hand with the same
//! client.
//!
//! `cargo bench -p cookie-decl-log --all-features -- postgres://..` needs an empty database. Without
//! the address only SQLite is measured. Each line is a process of its own, because of its memory.

use std::env;
use std::fs;
use std::process::Command;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use cookie_decl::consent_log::{Action, ConsentLog, Event, RecordedChoice, ShownText, Via};
use cookie_decl_log::{Durability, Log};
use tokio::runtime::{Builder, Runtime};
use tokio_postgres::NoTls;

const DECISIONS: u64 = 200_000;
const TASKS: u64 = 64;
const LONGEST: Duration = Duration::from_secs(20);
const DAY: u64 = 1_795_737_600;

fn event(number: u64, text: &Arc<ShownText>) -> Event {
    let mut key = [0; 16];
    key[..8].copy_from_slice(&number.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes());
    let mut event = Event::new(key, DAY, Action::Agree, Via::Banner, Arc::clone(text));
    event.choices = ["Statistics", "Maps", "Video"]
        .map(|category| RecordedChoice {
            category,
            fingerprint: number,
            granted: Some(true),
        })
        .to_vec();
    event
}

/// What the insert by hand writes of an event.
fn json(event: &Event) -> String {
    let choices = event.choices.iter().map(|choice| {
        let (category, granted) = (choice.category, choice.granted);
        serde_json::json!({ "category": category, "granted": granted })
    });
    choices.collect::<serde_json::Value>().to_string()
}

fn main() {
    let arguments: Vec<_> = env::args().skip(1).filter(|it| it != "--bench").collect();
    if let [way, place] = &arguments[..] {
        return measure(way, place);
    }
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    let file = |name: &str| folder.path().join(name).to_str().map(ToOwned::to_owned);
    println!(
        "{:<28} {:>10} {:>10} {:>10} {:>10}",
        "", "a second", "median", "99th", "memory"
    );
    let run = |way: &str, place: &str| {
        let program = env::current_exe().expect("it runs");
        let status = Command::new(program).args([way, place]).status();
        assert!(status.expect("it can be started").success(), "{way}");
    };
    for way in ["sqlite by hand", "sqlite committed", "sqlite queued"] {
        run(way, &file(&way.replace(' ', "-")).expect("it is text"));
    }
    for url in arguments {
        for way in ["postgres by hand", "postgres committed", "postgres queued"] {
            run(way, &url);
        }
    }
}

fn measure(way: &str, place: &str) {
    let runtime = Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build();
    let runtime = runtime.expect("threads can start");
    match way {
        "sqlite by hand" => {
            let database = rusqlite::Connection::open(place).expect("it can be created");
            database
                .execute_batch(
                    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE decision \
                     (key BLOB PRIMARY KEY, at INTEGER, action TEXT, language TEXT, choices TEXT)",
                )
                .expect("it is empty");
            let database = Arc::new(Mutex::new(database));
            run(&runtime, way, move |event| {
                let database = Arc::clone(&database);
                async move {
                    let database = database.lock().expect("nobody panicked");
                    let sql = "INSERT INTO decision VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
                    let mut insert = database.prepare_cached(sql).expect("it is SQL");
                    let (action, choices) = (event.action.name(), json(&event));
                    insert
                        .execute((
                            event.key,
                            DAY.cast_signed(),
                            action,
                            &event.language,
                            choices,
                        ))
                        .expect("it is kept");
                }
            });
        }
        "postgres by hand" => {
            let (client, connection) = runtime
                .block_on(tokio_postgres::connect(place, NoTls))
                .expect("the server runs");
            runtime.spawn(connection);
            let insert = runtime.block_on(async {
                let create = "CREATE TABLE decision (key bytea PRIMARY KEY, at bigint, \
                              action text, language text, choices text)";
                client.batch_execute(create).await.expect("it is empty");
                let sql = "INSERT INTO decision VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
                client.prepare(sql).await.expect("it is SQL")
            });
            let client = Arc::new((client, insert));
            run(&runtime, way, move |event| {
                let client = Arc::clone(&client);
                async move {
                    let (client, insert) = &*client;
                    let (key, action) = (&event.key[..], event.action.name());
                    let (at, choices) = (DAY.cast_signed(), json(&event));
                    client
                        .execute(insert, &[&key, &at, &action, &event.language, &choices])
                        .await
                        .expect("it is kept");
                }
            });
        }
        _ => {
            let settings = if way.starts_with("sqlite") {
                Log::sqlite(place)
            } else {
                Log::postgres(place)
            };
            let durability = if way.ends_with("queued") {
                Durability::Queued
            } else {
                Durability::Committed
            };
            let log = settings.durability(durability).open().expect("it is there");
            let clone = log.clone();
            run(&runtime, way, move |event| {
                let recorded = clone.record(Arc::new(event));
                async move { recorded.await.expect("it is kept") }
            });
            log.flush().expect("it is written");
        }
    }
}

fn run<F: Future<Output = ()> + Send + 'static>(
    runtime: &Runtime,
    way: &str,
    keep: impl Fn(Event) -> F + Clone + Send + 'static,
) {
    let text = Arc::new(ShownText {
        language: "en".to_owned(),
        json: "x".repeat(50_000),
    });
    let next = Arc::new(AtomicU64::new(0));
    let start = Instant::now();
    let tasks: Vec<_> = (0..TASKS)
        .map(|_| {
            let (next, text, keep) = (Arc::clone(&next), Arc::clone(&text), keep.clone());
            runtime.spawn(async move {
                let mut times = Vec::new();
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= DECISIONS || start.elapsed() > LONGEST {
                        return times;
                    }
                    let event = event(number, &text);
                    let sent = Instant::now();
                    keep(event).await;
                    times.push(sent.elapsed());
                }
            })
        })
        .collect();
    let mut times: Vec<Duration> = Vec::new();
    for task in tasks {
        times.extend(runtime.block_on(task).expect("nobody panicked"));
    }
    let seconds = start.elapsed().as_secs_f64();
    times.sort();
    let (median, late) = (times[times.len() / 2], times[times.len() * 99 / 100]);
    #[expect(clippy::cast_precision_loss, reason = "it is small")]
    let rate = times.len() as f64 / seconds;
    println!(
        "{way:<28} {rate:>10.0} {median:>10.1?} {late:>10.1?} {:>10}",
        memory()
    );
}

/// The most memory that this process has had.
fn memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mut lines = status.lines();
    let peak = lines.find_map(|line| line.strip_prefix("VmHWM:"));
    peak.unwrap_or("?").trim().to_owned()
}
