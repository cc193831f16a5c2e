//! A process that writes until it is killed.

use std::env;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use cookie_decl_log::{Durability, Log};

use crate::site::{DAY, event, record};
use crate::store::Store;

const PLACE: &str = "CONSENT_LOG_CHILD";
const DURABILITY: &str = "CONSENT_LOG_DURABILITY";

pub(crate) struct Child(std::process::Child);

impl Child {
    pub(crate) fn start(store: &Store, durability: &str) -> Self {
        let child = Command::new(env::current_exe().expect("it runs"))
            .env(PLACE, &store.place)
            .env(DURABILITY, durability)
            .stdout(Stdio::piped())
            .spawn();
        Self(child.expect("it starts"))
    }

    /// Kills it some milliseconds after it has begun to write. Returns the keys that it said to be
    /// recorded.
    pub(crate) fn kill_after(mut self, milliseconds: u64) -> Vec<String> {
        let mut lines = BufReader::new(self.0.stdout.take().expect("it is piped")).lines();
        let mut keys = vec![lines.next().expect("it writes").expect("it is text")];
        let reader = thread::spawn(move || {
            // The last line may be cut.
            keys.extend(lines.map_while(Result::ok).filter(|line| line.len() == 32));
            keys
        });
        thread::sleep(Duration::from_millis(milliseconds));
        self.0.kill().expect("it runs");
        self.0.wait().expect("it ended");
        reader.join().expect("it reads")
    }
}

pub(crate) fn is_one() -> bool {
    env::var_os(PLACE).is_some()
}

/// Records in eight threads, and prints each key as soon as it is acknowledged.
pub(crate) fn write() {
    let place = env::var(PLACE).expect("it is set");
    let durability = match &*env::var(DURABILITY).expect("it is set") {
        "queued" => Durability::Queued,
        _ => Durability::Committed,
    };
    let settings = if place.starts_with("postgres:") {
        Log::postgres(&place)
    } else {
        Log::sqlite(&place)
    };
    let log = settings.durability(durability).open().expect("it is there");
    // The next child has other numbers.
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .expect("it is after 1970");
    let next = AtomicU64::new(u64::try_from(now.as_micros()).expect("it is before 500000"));
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    record(&log, event(number, DAY)).expect("it is recorded");
                    let line = format!("{number:016x}0000000000000000\n");
                    let mut out = std::io::stdout().lock();
                    // One write, so that a line is whole or missing.
                    out.write_all(line.as_bytes()).expect("somebody reads");
                }
            });
        }
    });
}

/// Says what a kill has cost, for those who ask with `--nocapture` and this variable.
pub(crate) fn say(store: &Store, text: &str) {
    if env::var_os("CONSENT_LOG_SAY").is_some() {
        let database = if store.is_sqlite {
            "SQLite"
        } else {
            "PostgreSQL"
        };
        eprintln!("{database}, {text}");
    }
}
