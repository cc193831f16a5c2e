//! Proof of consent: the record of what visitors decided.
//!
//! "The controller shall be able to demonstrate that the data subject has consented" (GDPR, article
//! 7(1)). A [`ConsentLog`] keeps one [`Event`] for each decision, and the text that was shown. The
//! guard writes to it: [`Guard::record`](crate::Guard::record). This module has no database; the
//! crate `cookie-decl-log` keeps events in SQLite or PostgreSQL. [`guide::consent_log`] says what
//! to record.
//!
//! [`guide::consent_log`]: crate::guide::consent_log

pub(crate) mod event;
mod memory;

use alloc::boxed::Box;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;
use core::future::Future;
use core::pin::Pin;

pub use crate::consent_log::memory::MemoryLog;

/// A future of a [`ConsentLog`].
pub type LogFuture<T> = Pin<Box<dyn Future<Output = Result<T, LogError>> + Send>>;

/// A record of decisions, which the guard writes.
pub trait ConsentLog: Send + Sync {
    /// Keeps an event. The future is ready as soon as the event is as safe as this log promises:
    /// committed, or accepted into a queue. The visitor's response waits for it, so it must end, if
    /// need be with an error.
    ///
    /// An event whose [`key`](Event::key) the log already has is not kept again. That is not an
    /// error.
    fn record(&self, event: Arc<Event>) -> LogFuture<()>;

    /// Whether the log has an event of this visitor. If it has none, the identifier is not from
    /// this site.
    fn knows(&self, visitor: VisitorId) -> LogFuture<bool>;

    /// Counts a banner that was shown at this time, in seconds since 1970. Nothing is known about
    /// the visitor. By default nothing is counted.
    fn shown(&self, at: u64) {
        let _ = at;
    }
}

/// The site keeps the other `Arc`, to read the log.
impl<L: ConsentLog + ?Sized> ConsentLog for Arc<L> {
    fn record(&self, event: Arc<Event>) -> LogFuture<()> {
        (**self).record(event)
    }

    fn knows(&self, visitor: VisitorId) -> LogFuture<bool> {
        (**self).knows(visitor)
    }

    fn shown(&self, at: u64) {
        (**self).shown(at);
    }
}

/// A decision of a visitor.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Event {
    /// Random, and the same whenever the event is written again. The key of an [`Action::Object`]
    /// is made from the answer: a log keeps one objection for all visitors with the same answer,
    /// and with `consent tied` one for each visitor.
    pub key: [u8; 16],
    /// The time by the server's clock, in seconds since 1970. Without `consent tied` it is the start
    /// of a minute, because the second could identify a visitor.
    pub at: u64,
    /// What the visitor did.
    pub action: Action,
    /// Where the visitor did it.
    pub via: Via,
    /// The decision about each category that is not exempt, in the order of the table.
    pub choices: Vec<RecordedChoice>,
    /// The language of the text that was shown, a BCP 47 tag. For [`Action::Object`] it is the
    /// table's, because an objection answers no text.
    pub language: String,
    /// The text that was shown. Many events have the same.
    pub text: Arc<ShownText>,
    /// The version of the published page; see [`Page::evidence`](crate::Page::evidence).
    pub page: u64,
    /// The version of this crate.
    pub release: &'static str,
    /// The visitor, if the table has `consent tied`.
    pub visitor: Option<VisitorId>,
    /// What the site adds, such as a shortened address. Empty by default.
    pub note: String,
}

/// What a visitor did. It follows from the earlier answer and the new one:
///
/// | | denies nothing that was granted before | denies something that was granted before |
/// |---|---|---|
/// | grants something that was not granted before | [`Agree`](Self::Agree) without an earlier answer, otherwise [`Change`](Self::Change) | `Change` |
/// | grants only what was granted before | [`Agree`](Self::Agree) | [`Withdraw`](Self::Withdraw) |
/// | grants nothing | [`Refuse`](Self::Refuse) | `Withdraw` |
///
/// An expired answer granted nothing. Neither did an answer to an earlier state of a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Action {
    /// Granted something without an earlier answer, or granted the same again.
    Agree,
    /// Granted nothing, and had granted nothing before.
    Refuse,
    /// Answered again, and granted something in addition. They may have denied something else.
    Change,
    /// Answered again, and denied something that was granted before. They granted nothing in
    /// addition.
    Withdraw,
    /// Sent `Sec-GPC: 1`, which denies something that the answer grants.
    Object,
}

/// Where a visitor decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Via {
    /// The banner.
    Banner,
    /// The form, on its page or in a dialog, or the buttons on the policy page. If a form does not
    /// say where it is, it counts as this one.
    Form,
    /// The question beside an element of a page.
    Embed,
    /// `Sec-GPC: 1`.
    Gpc,
    /// A call of the site's own, [`Visitor::decide_recorded`](crate::Visitor::decide_recorded).
    Site,
}

/// The decision about one category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedChoice {
    /// The identifier of the category.
    pub category: &'static str,
    /// The state of the category that the visitor was shown; see
    /// [`CategoryInfo::fingerprint`](crate::table::CategoryInfo::fingerprint).
    pub fingerprint: u64,
    /// Whether the visitor grants the category; `None` if they were not asked about it, or if this
    /// deployment has no row in it.
    pub granted: Option<bool>,
}

/// A text that visitors were shown before they decided: banner, form, the question beside an element
/// of each category, and the policy page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownText {
    /// The language, a BCP 47 tag.
    pub language: String,
    /// A JSON object with the HTML of the pieces: `banner`, `form`, `embeds`, a list, and `page`.
    /// [`html`](Self::html) puts them together.
    pub json: String,
}

/// A random identifier that a visitor's answer contains, if the table has `consent tied`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct VisitorId(pub [u8; 16]);

/// Writes 32 hexadecimal digits.
impl fmt::Display for VisitorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for VisitorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VisitorId({self})")
    }
}

/// An event was not kept.
#[derive(Debug)]
pub struct LogError(Box<dyn core::error::Error + Send + Sync>);

impl LogError {
    /// Creates an error from its cause.
    pub fn new(cause: impl Into<Box<dyn core::error::Error + Send + Sync>>) -> Self {
        Self(cause.into())
    }
}

impl fmt::Display for LogError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the decision could not be recorded")
    }
}

impl core::error::Error for LogError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        Some(&*self.0)
    }
}

/// A decision that the log did not keep, for
/// [`Guard::report_unrecorded`](crate::Guard::report_unrecorded).
#[derive(Debug)]
#[non_exhaustive]
pub struct Unrecorded<'a> {
    /// The decision.
    pub event: &'a Event,
    /// Why the log did not keep it.
    pub error: &'a LogError,
}

/// Says the action, where it was done, and the cause.
impl fmt::Display for Unrecorded<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Event { action, via, .. } = self.event;
        let LogError(cause) = self.error;
        write!(
            f,
            "a decision ({action:?}, {via:?}) could not be recorded: {cause}"
        )
    }
}
