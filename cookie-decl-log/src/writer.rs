//! The thread that writes a log.
//!
//! It has a runtime of its own, so it does not depend on that of the application. Nobody waits for
//! it longer than the time that the site has set.

use std::collections::BTreeMap;
use std::mem;
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use cookie_decl::consent_log::LogError;
use tokio::time::{Instant, timeout};

use crate::connection::{Connection, Target};
use crate::error::{Error, Failure};
use crate::queue::{Batch, Question, Queue};
use crate::report::{Report, Reporter};
use crate::spool::Spool;

/// How often deadlines are checked while the database is busy.
const TICK: Duration = Duration::from_millis(50);
/// The first and the longest pause before the database is tried again.
const PAUSES: (Duration, Duration) = (Duration::from_millis(50), Duration::from_secs(2));
/// How often the number of shown banners is written.
const COUNT: Duration = Duration::from_secs(1);

/// Banners that were shown, by day since 1970.
pub(crate) type Shown = Arc<Mutex<BTreeMap<u64, u64>>>;

pub(crate) struct Writer {
    target: Target,
    connection: Option<Connection>,
    spool: Option<Spool>,
    queue: Queue,
    shown: Shown,
    report: Reporter,
    /// How long it goes on without the database after nobody uses the log any more.
    wait: Duration,
    /// A batch that was sent. The database may have it, or not.
    open: Option<Batch>,
    outage: Option<Outage>,
    counted: Instant,
}

/// A time without the database.
pub(crate) struct Outage {
    until: Instant,
    pause: Duration,
    error: String,
}

impl Writer {
    /// Connects. With a local file, a server that cannot be reached is only reported.
    pub(crate) async fn open(
        target: Target,
        spool: Option<Target>,
        queue: Queue,
        shown: Shown,
        report: Reporter,
        wait: Duration,
    ) -> Result<Self, Error> {
        let mut writer = Self {
            connection: None,
            spool: match spool {
                Some(target) => Some(Spool::open(&target).await?),
                None => None,
            },
            queue,
            shown,
            report,
            wait,
            open: None,
            outage: None,
            counted: Instant::now(),
            target,
        };
        match Connection::open_to_write(&writer.target).await {
            Ok(connection) => writer.connection = Some(connection),
            Err(error @ Error::Database(_)) if writer.spool.is_some() => writer.failed(error),
            Err(error) => return Err(error),
        }
        Ok(writer)
    }

    pub(crate) async fn run(mut self) {
        let mut end = None;
        loop {
            let is_used = self.receive().await;
            self.queue.expire();
            let is_down = self
                .outage
                .as_ref()
                .is_some_and(|it| Instant::now() < it.until);
            if !is_down {
                if let Err(error) = self.work(!is_used).await {
                    self.failed(error);
                }
            } else if self.spool.is_some() {
                self.spool_batch().await;
            }
            if !is_used {
                let end = *end.get_or_insert_with(|| Instant::now() + self.wait);
                if !self.has_work() || Instant::now() >= end {
                    break;
                }
            }
        }
        self.queue.give_up(self.open.take());
        self.report_lost();
    }

    fn has_work(&self) -> bool {
        let is_spooled = self.spool.as_ref().is_some_and(Spool::has_events);
        // What is spooled is safe, and is forwarded by the next process.
        let is_up = self.outage.is_none();
        self.open.is_some() || self.queue.has_work() || (is_spooled && is_up) || self.has_shown()
    }

    fn has_shown(&self) -> bool {
        let shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        !shown.is_empty()
    }

    /// Waits until there is something to do. Returns whether anybody still uses the log.
    async fn receive(&mut self) -> bool {
        let is_spooled = self.spool.as_ref().is_some_and(Spool::has_events);
        let waits = self.open.is_some() || self.queue.has_work() || is_spooled;
        let due = match &self.outage {
            Some(outage) if waits => Some(outage.until.min(Instant::now() + TICK)),
            Some(outage) => Some(outage.until),
            None if waits => Some(Instant::now()),
            None if self.has_shown() => Some(self.counted + COUNT),
            None => None,
        };
        self.queue.receive(due).await
    }

    async fn work(&mut self, is_end: bool) -> Result<(), Error> {
        if self.connection.as_ref().is_none_or(Connection::is_closed) {
            self.connection = None;
            let connect = Connection::open(&self.target);
            let waiters = self.open.as_mut();
            self.connection = Some(attend(&mut self.queue, waiters, connect).await?);
        }
        if let Some(batch) = self.open.take() {
            self.write(batch).await?;
        }
        let batch = self.queue.batch();
        if !batch.entries.is_empty() {
            self.write(batch).await?;
        }
        self.forward().await?;
        self.answer().await?;
        self.count(is_end).await?;
        if self.outage.take().is_some() {
            self.report_lost();
            (self.report)(&Report::Up);
        }
        Ok(())
    }

    /// Writes a batch, and tells those who wait.
    async fn write(&mut self, mut batch: Batch) -> Result<(), Error> {
        let connection = self.connection.as_mut().expect("it is connected");
        let entries = mem::take(&mut batch.entries);
        let append = connection.append(&entries);
        let result = attend(&mut self.queue, Some(&mut batch), append).await;
        batch.entries = entries;
        let Err(failure) = result else {
            self.queue.kept(batch);
            return Ok(());
        };
        batch.is_open |= matches!(failure, Failure::Unknown(_));
        if let Some(spool) = &mut self.spool {
            // The file has them, and their keys say later which ones the database has as well.
            if let Ok(()) = spool.keep(&batch.entries).await {
                let events = batch.entries.len();
                self.queue.kept(batch);
                (self.report)(&Report::Spooled { events });
                return Err(failure.into());
            }
        }
        self.put_back(batch);
        Err(failure.into())
    }

    /// Keeps a batch for the next attempt.
    fn put_back(&mut self, batch: Batch) {
        if batch.is_open {
            self.open = Some(batch);
        } else {
            self.queue.put_back(batch);
        }
    }

    /// Keeps what waits in the local file.
    async fn spool_batch(&mut self) {
        let batch = match self.open.take() {
            Some(batch) => batch,
            None => self.queue.batch(),
        };
        let (Some(spool), events @ 1..) = (&mut self.spool, batch.entries.len()) else {
            return;
        };
        match spool.keep(&batch.entries).await {
            Ok(()) => {
                self.queue.kept(batch);
                (self.report)(&Report::Spooled { events });
            }
            Err(error) => {
                (self.report)(&Report::Down(error));
                self.put_back(batch);
            }
        }
    }

    /// Sends what the local file has.
    async fn forward(&mut self) -> Result<(), Error> {
        let Some(spool) = &mut self.spool else {
            return Ok(());
        };
        let entries = spool.first().await?;
        if entries.is_empty() {
            return Ok(());
        }
        let connection = self.connection.as_mut().expect("it is connected");
        let append = connection.append(&entries);
        attend(&mut self.queue, None, append).await?;
        spool.remove(&entries).await
    }

    async fn answer(&mut self) -> Result<(), Error> {
        // What is in the local file is not in the answers.
        if self.spool.as_ref().is_some_and(Spool::has_events) {
            return Ok(());
        }
        while let Some(question) = self.queue.question() {
            let connection = self.connection.as_mut().expect("it is connected");
            match question {
                Question::Knows(visitor, answer) => {
                    let knows = connection.knows(visitor);
                    match attend(&mut self.queue, None, knows).await {
                        Ok(knows) => _ = answer.send(Ok(knows)),
                        Err(error) => {
                            _ = answer.send(Err(LogError::new(error.to_string())));
                            return Err(error);
                        }
                    }
                }
                Question::Erase(visitor, answer) => {
                    let erase = connection.erase(visitor);
                    let erased = attend(&mut self.queue, None, erase).await;
                    _ = answer.send(erased);
                }
                Question::Flush(answer) => {
                    let counted = self.count(true).await;
                    _ = answer.send(counted);
                }
            }
        }
        Ok(())
    }

    async fn count(&mut self, is_end: bool) -> Result<(), Error> {
        let is_early = !is_end && Instant::now() < self.counted + COUNT;
        if is_early || !self.has_shown() {
            return Ok(());
        }
        self.counted = Instant::now();
        let shown = mem::take(&mut *self.shown.lock().unwrap_or_else(PoisonError::into_inner));
        let connection = self.connection.as_mut().expect("it is connected");
        let add = connection.add_shown(&shown);
        let result = attend(&mut self.queue, None, add).await;
        if result.is_err() {
            let mut later = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
            for (day, count) in shown {
                *later.entry(day).or_default() += count;
            }
        }
        result
    }

    /// Waits before the database is tried again, and begins a new shard then.
    fn failed(&mut self, error: Error) {
        self.connection = None;
        self.report_lost();
        let (first, longest) = PAUSES;
        let before = self.outage.take();
        let pause = before
            .as_ref()
            .map_or(first, |it| (it.pause * 2).min(longest));
        let text = error.to_string();
        if before.is_none_or(|before| before.error != text) {
            (self.report)(&Report::Down(error));
        }
        self.outage = Some(Outage {
            until: Instant::now() + pause,
            pause,
            error: text,
        });
    }

    fn report_lost(&mut self) {
        match mem::take(&mut self.queue.lost) {
            0 => {}
            events => (self.report)(&Report::Lost { events }),
        }
    }
}

/// Does something slow, and sends away those who have waited for too long.
async fn attend<T>(
    queue: &mut Queue,
    mut batch: Option<&mut Batch>,
    work: impl Future<Output = T>,
) -> T {
    let mut work = pin!(work);
    loop {
        if let Ok(result) = timeout(TICK, &mut work).await {
            return result;
        }
        queue.expire();
        if let Some(batch) = &mut batch {
            batch.expire();
        }
    }
}
