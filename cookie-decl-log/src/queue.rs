//! What waits to be written, and who waits for it.

use std::collections::VecDeque;
use std::mem;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::Sender;

use cookie_decl::consent_log::{Event, LogError, ShownText, VisitorId};
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, sleep_until, timeout_at};

use crate::chain::{sealed, text};
use crate::error::Error;
use crate::record::{Entry, without_nul};

/// How many events one commit keeps.
pub(crate) const BATCH: usize = 256;
/// How many texts the writer remembers the hash of.
const TEXTS: usize = 64;

pub(crate) enum Message {
    Event(Waiting),
    Question(Question, Instant),
    /// A banner was shown, and is counted soon.
    Wake,
}

pub(crate) struct Waiting {
    pub(crate) event: Arc<Event>,
    pub(crate) waiter: Waiter,
    pub(crate) deadline: Instant,
}

/// Who waits for an event.
pub(crate) enum Waiter {
    Waits(oneshot::Sender<Result<(), LogError>>),
    /// Nobody: it was accepted into the queue.
    Accepted,
    /// Nobody any more.
    GaveUp,
}

pub(crate) enum Question {
    Knows(VisitorId, oneshot::Sender<Result<bool, LogError>>),
    Erase(VisitorId, Sender<Result<u64, Error>>),
    Flush(Sender<Result<(), Error>>),
}

/// Events that are written together.
#[derive(Default)]
pub(crate) struct Batch {
    pub(crate) entries: Vec<Entry>,
    waiting: Vec<Waiting>,
    /// Whether the database may have it.
    pub(crate) is_open: bool,
}

pub(crate) struct Queue {
    messages: mpsc::UnboundedReceiver<Message>,
    is_closed: bool,
    events: VecDeque<Waiting>,
    /// Each with the number of events that came before it, and with its deadline.
    questions: VecDeque<(u64, Question, Instant)>,
    received: u64,
    done: u64,
    /// How many events were accepted and are not written.
    accepted: Arc<AtomicUsize>,
    texts: VecDeque<(Arc<ShownText>, [u8; 32])>,
    /// How many events nobody waits for any more, since the last report.
    pub(crate) lost: usize,
}

impl Queue {
    pub(crate) fn new(
        messages: mpsc::UnboundedReceiver<Message>,
        accepted: Arc<AtomicUsize>,
    ) -> Self {
        Self {
            messages,
            is_closed: false,
            events: VecDeque::new(),
            questions: VecDeque::new(),
            received: 0,
            done: 0,
            accepted,
            texts: VecDeque::new(),
            lost: 0,
        }
    }

    pub(crate) fn has_work(&self) -> bool {
        !self.events.is_empty() || !self.questions.is_empty()
    }

    /// Waits for a message, until a time if there is one. Returns whether others can come.
    pub(crate) async fn receive(&mut self, due: Option<Instant>) -> bool {
        let message = match due {
            Some(due) if self.is_closed => {
                sleep_until(due).await;
                return false;
            }
            None if self.is_closed => return false,
            Some(due) if due <= Instant::now() => None,
            Some(due) => match timeout_at(due, self.messages.recv()).await {
                Ok(None) => {
                    self.is_closed = true;
                    None
                }
                Ok(message) => message,
                Err(_) => None,
            },
            None => {
                let message = self.messages.recv().await;
                self.is_closed = message.is_none();
                message
            }
        };
        if let Some(message) = message {
            self.take(message);
        }
        self.drain();
        !self.is_closed
    }

    fn drain(&mut self) {
        loop {
            match self.messages.try_recv() {
                Ok(message) => self.take(message),
                Err(mpsc::error::TryRecvError::Empty) => break,
                Err(mpsc::error::TryRecvError::Disconnected) => {
                    self.is_closed = true;
                    break;
                }
            }
        }
    }

    fn take(&mut self, message: Message) {
        match message {
            Message::Event(waiting) => {
                self.received += 1;
                self.events.push_back(waiting);
            }
            Message::Question(question, deadline) => {
                self.questions
                    .push_back((self.received, question, deadline));
            }
            Message::Wake => {}
        }
    }

    /// Takes the next events.
    pub(crate) fn batch(&mut self) -> Batch {
        let number = self.events.len().min(BATCH);
        let waiting: Vec<_> = self.events.drain(..number).collect();
        let entries = waiting.iter().map(|it| self.entry(&it.event)).collect();
        Batch {
            entries,
            waiting,
            is_open: false,
        }
    }

    fn entry(&mut self, event: &Event) -> Entry {
        let personal = sealed(
            event.visitor.map(|visitor| visitor.0),
            without_nul(&event.note),
        );
        Entry::new(event, self.hash(&event.text), personal)
    }

    /// A text has some 50 kB, and nearly all events have the same.
    fn hash(&mut self, shown: &Arc<ShownText>) -> [u8; 32] {
        let known = self.texts.iter().find(|(text, _)| Arc::ptr_eq(text, shown));
        if let Some((_, hash)) = known {
            return *hash;
        }
        let hash = text(&shown.json);
        self.texts.truncate(TEXTS - 1);
        self.texts.push_front((Arc::clone(shown), hash));
        hash
    }

    /// Tells those who wait that their events are kept.
    pub(crate) fn kept(&mut self, batch: Batch) {
        for waiting in batch.waiting {
            self.done += 1;
            match waiting.waiter {
                Waiter::Waits(answer) => _ = answer.send(Ok(())),
                Waiter::Accepted => _ = self.accepted.fetch_sub(1, Ordering::Relaxed),
                Waiter::GaveUp => {}
            }
        }
    }

    /// Puts the events of a batch back that somebody still waits for.
    pub(crate) fn put_back(&mut self, batch: Batch) {
        for waiting in batch.waiting.into_iter().rev() {
            match waiting.waiter {
                Waiter::GaveUp => {
                    self.done += 1;
                    self.lost += 1;
                }
                _ => self.events.push_front(waiting),
            }
        }
    }

    /// Sends away those who have waited for too long. Their events are not written.
    pub(crate) fn expire(&mut self) {
        self.drain();
        let now = Instant::now();
        for mut waiting in mem::take(&mut self.events) {
            match waiting.expire(now) {
                // The visitor has gone, and has no answer.
                Waiter::Waits(answer) if answer.is_closed() => self.done += 1,
                Waiter::GaveUp => {
                    self.done += 1;
                    self.lost += 1;
                }
                _ => self.events.push_back(waiting),
            }
        }
        while self.questions.front().is_some_and(|it| it.2 <= now) {
            if let Some((_, question, _)) = self.questions.pop_front() {
                question.refuse();
            }
        }
    }

    /// Takes the next question, if everything that came before it is written.
    pub(crate) fn question(&mut self) -> Option<Question> {
        let (after, ..) = self.questions.front()?;
        let is_next = *after <= self.done;
        is_next
            .then(|| self.questions.pop_front())?
            .map(|next| next.1)
    }

    /// Sends everybody away.
    pub(crate) fn give_up(&mut self, open: Option<Batch>) {
        let open = open.unwrap_or_default().waiting;
        for waiting in open.into_iter().chain(mem::take(&mut self.events)) {
            self.lost += 1;
            if let Waiter::Waits(answer) = waiting.waiter {
                let _ = answer.send(Err(late()));
            }
        }
        for (_, question, _) in mem::take(&mut self.questions) {
            question.refuse();
        }
    }
}

impl Waiting {
    /// Returns who waits now.
    fn expire(&mut self, now: Instant) -> &Waiter {
        if self.deadline <= now && matches!(self.waiter, Waiter::Waits(_)) {
            let waiter = mem::replace(&mut self.waiter, Waiter::GaveUp);
            if let Waiter::Waits(answer) = waiter {
                let _ = answer.send(Err(late()));
            }
        }
        &self.waiter
    }
}

impl Batch {
    /// Sends away those who have waited for too long. The database may have their events.
    pub(crate) fn expire(&mut self) {
        let now = Instant::now();
        for waiting in &mut self.waiting {
            waiting.expire(now);
        }
    }
}

impl Question {
    fn refuse(self) {
        match self {
            Self::Knows(_, answer) => _ = answer.send(Err(late())),
            Self::Erase(_, answer) => _ = answer.send(Err(Error::database(LATE))),
            Self::Flush(answer) => _ = answer.send(Err(Error::database(LATE))),
        }
    }
}

const LATE: &str = "the database did not answer in time";

fn late() -> LogError {
    LogError::new(LATE)
}
