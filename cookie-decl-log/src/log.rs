//! The log that a site opens.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError, mpsc};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use cookie_decl::consent_log::{ConsentLog, Event, LogError, LogFuture, ShownText, VisitorId};
use tokio::runtime::{self, Runtime};
use tokio::sync::{mpsc as channel, oneshot};
use tokio::time::Instant;

use crate::connection::{Connection, Target};
use crate::error::Error;
#[cfg(feature = "postgres")]
use crate::postgres::Server;
use crate::queue::{Message, Question, Queue, Waiter, Waiting};
use crate::reads::{Day, Month};
use crate::record::Record;
use crate::report::{Report, Reporter, trace};
use crate::value::seconds;
use crate::verify::Verified;
use crate::writer::{Shown, Writer};

/// How many events are accepted before they are written, with [`Durability::Queued`].
const ACCEPTED: usize = 1_024;
/// Five years: claims end then in most member states.
const RETENTION: Duration = Duration::from_secs(5 * 31_557_600);
const WAIT: Duration = Duration::from_secs(5);

/// When a decision counts as recorded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Durability {
    /// When the database has committed it. If the process or the machine stops, nothing is lost
    /// that a visitor was told.
    #[default]
    Committed,
    /// When it is in a queue of 1,024 in the memory of this process. Nobody waits for the database
    /// as long as the queue has room, but a crash loses what is in it.
    Queued,
}

/// How a log is opened; see [`Log::sqlite`] and [`Log::postgres`].
#[must_use = "a log is opened by `open`"]
pub struct Settings {
    target: Result<Target, Error>,
    #[cfg(feature = "postgres")]
    authority: Option<PathBuf>,
    spool: Option<Target>,
    durability: Durability,
    retention: Duration,
    wait: Duration,
    report: Reporter,
}

impl Settings {
    fn new(target: Result<Target, Error>) -> Self {
        Self {
            target,
            #[cfg(feature = "postgres")]
            authority: None,
            spool: None,
            durability: Durability::Committed,
            retention: RETENTION,
            wait: WAIT,
            report: Arc::new(trace),
        }
    }

    /// Says when a decision counts as recorded. By default, when it is committed.
    pub fn durability(mut self, durability: Durability) -> Self {
        self.durability = durability;
        self
    }

    /// Says how long events are kept; [`Log::prune`] removes older ones. By default five years.
    pub fn retention(mut self, retention: Duration) -> Self {
        self.retention = retention;
        self
    }

    /// Says how long a visitor waits for a database that does not answer. By default 5 seconds.
    ///
    /// Then [`ConsentLog::record`] fails. The event is not written later, unless it was sent and
    /// the answer did not come in time.
    pub fn wait(mut self, wait: Duration) -> Self {
        self.wait = wait;
        self
    }

    /// Keeps events in a local SQLite file while the server is down, and sends them when it is
    /// back. An event in the file counts as recorded.
    ///
    /// Each process needs a file of its own.
    #[cfg(all(feature = "sqlite", feature = "postgres"))]
    pub fn spool(mut self, path: impl Into<PathBuf>) -> Self {
        self.spool = Some(Target::Sqlite(path.into()));
        self
    }

    /// Trusts the certificate authorities in this PEM file, instead of those of the system, for a
    /// server with `sslmode=require`.
    #[cfg(feature = "tls")]
    pub fn authority(mut self, path: impl Into<PathBuf>) -> Self {
        self.authority = Some(path.into());
        self
    }

    /// Says who is told about failures. By default they go to `tracing`.
    pub fn report(mut self, report: impl Fn(&Report) + Send + Sync + 'static) -> Self {
        self.report = Arc::new(report);
        self
    }

    /// Connects to the database, and brings its tables to the latest version.
    ///
    /// # Errors
    ///
    /// The database cannot be used, or its tables are of a later release. With a
    /// [`spool`](Self::spool), a server that cannot be reached is only reported.
    pub fn open(self) -> Result<Log, Error> {
        let target = self.target?;
        #[cfg(feature = "postgres")]
        let target = target.secure(self.authority.as_deref())?;
        let (sender, messages) = channel::unbounded_channel();
        let accepted = Arc::new(AtomicUsize::new(0));
        let shown = Shown::default();
        let (ready, opened) = mpsc::channel();
        let writer = {
            let (target, accepted, shown) = (target.clone(), Arc::clone(&accepted), shown.clone());
            let (spool, report, wait) = (self.spool, self.report, self.wait);
            move |runtime: Runtime| {
                runtime.block_on(async {
                    let queue = Queue::new(messages, accepted);
                    let opened = Writer::open(target, spool, queue, shown, report, wait).await;
                    match opened {
                        Ok(writer) => {
                            _ = ready.send(Ok(()));
                            writer.run().await;
                        }
                        Err(error) => _ = ready.send(Err(error)),
                    }
                });
            }
        };
        let runtime = runtime()?;
        let thread = thread::Builder::new()
            .name("consent-log".to_owned())
            .spawn(move || writer(runtime))
            .map_err(Error::database)?;
        opened.recv().map_err(Error::database)??;
        Ok(Log(Arc::new(Shared {
            target,
            durability: self.durability,
            retention: self.retention,
            wait: self.wait,
            accepted,
            shown,
            sender: Some(sender),
            thread: Some(thread),
        })))
    }
}

/// A record of decisions in a database. Clones are the same log.
///
/// It writes in a thread of its own, so it works in any runtime, or without one. The methods of
/// `Log` wait for the database, each with a connection of its own: in an asynchronous handler, call
/// them by something like `tokio::task::spawn_blocking`. When the last clone is dropped, it waits
/// for what was accepted, at most as long as a visitor [waits](Settings::wait). A process that forks
/// has to open it afterwards, because a fork has no threads.
#[derive(Clone)]
pub struct Log(Arc<Shared>);

struct Shared {
    target: Target,
    durability: Durability,
    retention: Duration,
    wait: Duration,
    accepted: Arc<AtomicUsize>,
    shown: Shown,
    /// Both are there until the log is dropped.
    sender: Option<channel::UnboundedSender<Message>>,
    thread: Option<JoinHandle<()>>,
}

impl Log {
    /// A log in a SQLite file, which is created if it does not exist.
    ///
    /// ```
    /// # let folder = tempfile::tempdir()?;
    /// # let path = folder.path().join("consent.db");
    /// use cookie_decl_log::Log;
    /// let log = Log::sqlite(path).open()?;
    /// assert!(log.verify()?.is_whole());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[cfg(feature = "sqlite")]
    pub fn sqlite(path: impl Into<PathBuf>) -> Settings {
        Settings::new(Ok(Target::Sqlite(path.into())))
    }

    /// A log in a PostgreSQL database, `postgres://user:password@host/database`, in the schema
    /// `consent_log`.
    ///
    /// The user has to be allowed to create that schema, or to own it. With `?sslmode=require` and
    /// the feature `tls` the connection is encrypted, and the server has to show a certificate for
    /// its name, from an authority that the system trusts or [you](Settings) do.
    /// Otherwise nothing is encrypted.
    ///
    /// ```no_run
    /// use cookie_decl_log::Log;
    /// let log = Log::postgres("postgres://site@localhost/site").open()?;
    /// assert!(log.verify()?.is_whole());
    /// # Ok::<(), cookie_decl_log::Error>(())
    /// ```
    #[cfg(feature = "postgres")]
    pub fn postgres(url: &str) -> Settings {
        Settings::new(Server::new(url).map(|server| Target::Postgres(Box::new(server))))
    }

    /// Returns the decisions of a visitor, the earliest first.
    ///
    /// # Errors
    ///
    /// The database cannot be read.
    pub fn history(&self, visitor: VisitorId) -> Result<Vec<Record>, Error> {
        self.read(async |database| database.history(visitor).await)
    }

    /// Returns what the log has about a visitor, as a JSON object: their decisions, and the texts
    /// that they were shown. That is the copy that article 15(3) GDPR asks for.
    ///
    /// # Errors
    ///
    /// The database cannot be read.
    pub fn export(&self, visitor: VisitorId) -> Result<String, Error> {
        self.read(async |database| database.export(visitor).await)
    }

    /// Erases who a visitor is, as article 17 GDPR asks, and returns in how many events.
    ///
    /// The decisions stay, without identifier and note, and [`verify`](Self::verify) still finds them
    /// whole. Only the answer in the visitor's browser can still be matched with their objections.
    ///
    /// # Errors
    ///
    /// The database cannot be changed. If it did not answer in time, it may have erased the visitor.
    pub fn erase(&self, visitor: VisitorId) -> Result<u64, Error> {
        self.ask(|answer| Question::Erase(visitor, answer))
    }

    /// Returns the text with this SHA-256, which a [`Record`] names.
    ///
    /// # Errors
    ///
    /// The database cannot be read.
    pub fn text(&self, hash: &str) -> Result<Option<ShownText>, Error> {
        self.read(async |database| database.text_of(hash).await)
    }

    /// Counts the decisions of each day by category, and the banners that were shown.
    ///
    /// The time is in seconds since 1970. Days are those of UTC.
    ///
    /// # Errors
    ///
    /// The database cannot be read.
    pub fn count(&self, time: Range<u64>) -> Result<Vec<Day>, Error> {
        self.read(async |database| database.count(time).await)
    }

    /// Returns what is left of the events that [`prune`](Self::prune) removed.
    ///
    /// # Errors
    ///
    /// The database cannot be read.
    pub fn pruned(&self) -> Result<Vec<Month>, Error> {
        self.read(async |database| database.pruned().await)
    }

    /// Removes the events whose retention has ended at this time, in seconds since 1970, and
    /// returns how many. The numbers of each month stay.
    ///
    /// Call it once a day, for example in a thread:
    ///
    /// ```
    /// # let folder = tempfile::tempdir()?;
    /// # let path = folder.path().join("consent.db");
    /// use std::thread;
    /// use std::time::{Duration, SystemTime, UNIX_EPOCH};
    /// use cookie_decl_log::Log;
    ///
    /// let log = Log::sqlite(path).open()?;
    /// # assert_eq!(log.prune(1_795_737_600)?, 0);
    /// thread::spawn(move || loop {
    ///     let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    ///     if let Err(error) = log.prune(now.as_secs()) {
    ///         eprintln!("{error}");
    ///     }
    ///     thread::sleep(Duration::from_secs(86_400));
    /// });
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The database cannot be changed.
    pub fn prune(&self, now: u64) -> Result<u64, Error> {
        let before = now.saturating_sub(self.0.retention.as_secs());
        self.read(async move |database| database.prune(seconds(before)).await)
    }

    /// Compares each event with the chain of hashes. It reads the whole log.
    ///
    /// Whoever may write to the database can also compute the chain again. To detect that, keep the
    /// result, or a copy of the database, where they cannot write.
    ///
    /// # Errors
    ///
    /// The database cannot be read. A fault in the log is not an error: it is in
    /// [`Verified::faults`].
    pub fn verify(&self) -> Result<Verified, Error> {
        self.read(async |database| database.verify().await)
    }

    /// Waits until everything is written that was accepted before, banners included.
    ///
    /// # Errors
    ///
    /// The database did not answer in time.
    pub fn flush(&self) -> Result<(), Error> {
        self.ask(Question::Flush)
    }

    /// Does something with a connection of its own, in a thread where it may wait.
    pub(crate) fn read<T: Send>(
        &self,
        work: impl AsyncFnOnce(&mut Connection) -> Result<T, Error> + Send,
    ) -> Result<T, Error> {
        thread::scope(|scope| {
            let thread = scope.spawn(|| {
                runtime()?.block_on(async {
                    let mut connection = Connection::open(&self.0.target).await?;
                    work(&mut connection).await
                })
            });
            thread
                .join()
                .map_err(|_| Error::database("a read panicked"))?
        })
    }

    fn ask<T>(
        &self,
        question: impl FnOnce(mpsc::Sender<Result<T, Error>>) -> Question,
    ) -> Result<T, Error> {
        let (answer, answered) = mpsc::channel();
        self.0
            .send(Message::Question(question(answer), self.0.deadline()));
        let stopped = |_| Error::database(STOPPED);
        answered.recv().map_err(stopped)?
    }
}

const STOPPED: &str = "the log has stopped";

fn runtime() -> Result<Runtime, Error> {
    let mut builder = runtime::Builder::new_current_thread();
    builder.enable_all().build().map_err(Error::database)
}

impl Shared {
    fn send(&self, message: Message) {
        // If the writer has stopped, the message is dropped. A caller that waits for an answer then
        // gets an error.
        let sender = self.sender.as_ref();
        _ = sender.map(|sender| sender.send(message));
    }

    fn deadline(&self) -> Instant {
        Instant::now() + self.wait
    }

    fn has_room(&self) -> bool {
        let more = |accepted| (accepted < ACCEPTED).then_some(accepted + 1);
        let (set, fetch) = (Ordering::Relaxed, Ordering::Relaxed);
        self.durability == Durability::Queued
            && self.accepted.fetch_update(set, fetch, more).is_ok()
    }
}

impl ConsentLog for Log {
    fn record(&self, event: Arc<Event>) -> LogFuture<()> {
        let deadline = self.0.deadline();
        if self.0.has_room() {
            self.0.send(Message::Event(Waiting {
                event,
                waiter: Waiter::Accepted,
                deadline,
            }));
            return Box::pin(async { Ok(()) });
        }
        let (answer, answered) = oneshot::channel();
        self.0.send(Message::Event(Waiting {
            event,
            waiter: Waiter::Waits(answer),
            deadline,
        }));
        Box::pin(async {
            answered
                .await
                .unwrap_or_else(|_| Err(LogError::new(STOPPED)))
        })
    }

    fn knows(&self, visitor: VisitorId) -> LogFuture<bool> {
        let (answer, answered) = oneshot::channel();
        let question = Question::Knows(visitor, answer);
        self.0.send(Message::Question(question, self.0.deadline()));
        Box::pin(async {
            answered
                .await
                .unwrap_or_else(|_| Err(LogError::new(STOPPED)))
        })
    }

    fn shown(&self, at: u64) {
        let mut shown = self.0.shown.lock().unwrap_or_else(PoisonError::into_inner);
        let is_first = shown.is_empty();
        *shown.entry(at / 86_400).or_default() += 1;
        if is_first {
            self.0.send(Message::Wake);
        }
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        self.sender = None;
        // A report may own the last clone, and the writer does not wait for itself.
        let thread = self.thread.take();
        if let Some(thread) = thread.filter(|it| it.thread().id() != thread::current().id()) {
            _ = thread.join();
        }
    }
}
