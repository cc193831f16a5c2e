//! An event as the databases keep it, and as people read it.

use std::sync::Arc;

use cookie_decl::consent_log::{Event, ShownText};
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::value::{Row, Value, seconds};

/// A decision that the log kept.
///
/// Keys, hashes and identifiers are hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Record {
    /// The key of the event.
    pub key: String,
    /// When the visitor decided, in seconds since 1970.
    pub at: u64,
    /// What the visitor did: `agree`, `refuse`, `change`, `withdraw` or `object`.
    pub action: String,
    /// Where: `banner`, `form`, `embed`, `gpc` or `site`.
    pub via: String,
    /// The decision about each category.
    pub choices: Vec<Choice>,
    /// The language of the text that was shown.
    pub language: String,
    /// The SHA-256 of the text that was shown; see [`Log::text`](crate::Log::text).
    pub text: String,
    /// The version of the published page.
    pub page: String,
    /// The version of `cookie-decl`.
    pub release: String,
    /// The visitor, if the table has `consent tied` and the visitor was not erased.
    pub visitor: Option<String>,
    /// What the site added.
    pub note: String,
}

/// The decision about one category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Choice {
    /// The identifier of the category.
    pub category: String,
    /// The state of the category that the visitor was shown.
    pub fingerprint: String,
    /// Whether the visitor granted the category; `None` if they were not asked about it.
    pub granted: Option<bool>,
}

/// An event, before it has its place in a chain.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) key: [u8; 16],
    pub(crate) at: i64,
    pub(crate) action: String,
    pub(crate) via: String,
    pub(crate) language: String,
    /// The hash of the text.
    pub(crate) text: [u8; 32],
    /// The text itself, if the database may not have it yet.
    pub(crate) shown: Option<Arc<ShownText>>,
    pub(crate) page: String,
    pub(crate) release: String,
    /// JSON, a list of [`Choice`].
    pub(crate) choices: String,
    pub(crate) personal: Personal,
}

/// What can be erased.
#[derive(Clone, Debug, Default)]
pub(crate) struct Personal {
    pub(crate) visitor: Option<[u8; 16]>,
    pub(crate) note: String,
    /// Random, so that nobody can guess what was sealed once it is erased.
    pub(crate) salt: Option<[u8; 16]>,
    /// The hash of the other three, which stays.
    pub(crate) seal: Option<[u8; 32]>,
}

/// An entry with its place in the chain of its shard.
#[derive(Debug)]
pub(crate) struct Linked {
    pub(crate) shard: [u8; 16],
    pub(crate) seq: i64,
    pub(crate) entry: Entry,
    pub(crate) hash: [u8; 32],
}

impl Entry {
    /// Takes what the guard says of a decision, with the hash of its text.
    pub(crate) fn new(event: &Event, text: [u8; 32], personal: Personal) -> Self {
        let choices: Vec<_> = event
            .choices
            .iter()
            .map(|choice| Choice {
                category: choice.category.to_owned(),
                fingerprint: format!("{:016x}", choice.fingerprint),
                granted: choice.granted,
            })
            .collect();
        Self {
            key: event.key,
            at: seconds(event.at),
            action: event.action.name().to_owned(),
            via: event.via.name().to_owned(),
            language: without_nul(&event.language),
            text,
            shown: Some(Arc::clone(&event.text)),
            page: format!("{:016x}", event.page),
            release: event.release.to_owned(),
            choices: serde_json::to_string(&choices).expect("texts are JSON"),
            personal,
        }
    }
}

/// PostgreSQL's texts have no NUL, and one must not stop the others.
pub(crate) fn without_nul(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// The columns of the table `event`, in the order of [`Linked::values`] and [`Linked::read`].
pub(crate) const COLUMNS: &str = "shard, seq, at, key, action, via, language, text, page, release, \
                                  choices, visitor, note, salt, seal, hash";

impl Linked {
    pub(crate) fn values(&self) -> [Value; 16] {
        let Entry {
            personal, choices, ..
        } = &self.entry;
        let bytes = |bytes: Option<&[u8]>| bytes.map_or(Value::Null, Value::from);
        [
            self.shard.into(),
            self.seq.into(),
            self.entry.at.into(),
            self.entry.key.into(),
            (&*self.entry.action).into(),
            (&*self.entry.via).into(),
            (&*self.entry.language).into(),
            self.entry.text.into(),
            (&*self.entry.page).into(),
            (&*self.entry.release).into(),
            (&**choices).into(),
            bytes(personal.visitor.as_ref().map(|it| &it[..])),
            (&*personal.note).into(),
            bytes(personal.salt.as_ref().map(|it| &it[..])),
            bytes(personal.seal.as_ref().map(|it| &it[..])),
            self.hash.into(),
        ]
    }

    pub(crate) fn read(mut row: Row) -> Result<Self, Error> {
        Ok(Self {
            shard: row.bytes()?,
            seq: row.int()?,
            entry: Entry {
                at: row.int()?,
                key: row.bytes()?,
                action: row.text()?,
                via: row.text()?,
                language: row.text()?,
                text: row.bytes()?,
                shown: None,
                page: row.text()?,
                release: row.text()?,
                choices: row.text()?,
                personal: Personal {
                    visitor: row.optional_bytes()?,
                    note: row.text()?,
                    salt: row.optional_bytes()?,
                    seal: row.optional_bytes()?,
                },
            },
            hash: row.bytes()?,
        })
    }
}

impl TryFrom<Entry> for Record {
    type Error = Error;

    fn try_from(entry: Entry) -> Result<Self, Error> {
        Ok(Self {
            key: hex(&entry.key),
            at: u64::try_from(entry.at).map_err(Error::database)?,
            action: entry.action,
            via: entry.via,
            choices: choices(&entry.choices)?,
            language: entry.language,
            text: hex(&entry.text),
            page: entry.page,
            release: entry.release,
            visitor: entry.personal.visitor.map(|visitor| hex(&visitor)),
            note: entry.personal.note,
        })
    }
}

pub(crate) fn choices(json: &str) -> Result<Vec<Choice>, Error> {
    serde_json::from_str(json).map_err(Error::database)
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a `String` takes everything");
        text
    })
}
