//! What goes wrong with a log.

use std::{error, fmt, io};

/// A log could not be opened, read or changed.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The database could not be reached, or refused something.
    Database(Box<dyn error::Error + Send + Sync>),
    /// A later release of this crate has changed the tables of the database.
    NewerSchema {
        /// The version of the tables.
        found: i64,
        /// The latest version that this release can use.
        known: i64,
    },
    /// The export could not be written.
    Write(io::Error),
}

impl Error {
    pub(crate) fn database(cause: impl Into<Box<dyn error::Error + Send + Sync>>) -> Self {
        Self::Database(cause.into())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // The message of tokio-postgres is in its source.
            Self::Database(cause) => match cause.source() {
                Some(source) => write!(f, "the database of the consent log: {cause}: {source}"),
                None => write!(f, "the database of the consent log: {cause}"),
            },
            Self::NewerSchema { found, known } => write!(
                f,
                "the consent log has tables of version {found}, and this release of \
                 cookie-decl-log knows only version {known}"
            ),
            Self::Write(_) => f.write_str("the export of the consent log could not be written"),
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Database(cause) => Some(&**cause),
            Self::NewerSchema { .. } => None,
            Self::Write(cause) => Some(cause),
        }
    }
}

/// Why a batch was not kept.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Nothing of it is in the database.
    Refused(Error),
    /// The connection ended before the database said whether it has the batch.
    Unknown(Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Refused(error)
    }
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(error) | Failure::Unknown(error) => error,
        }
    }
}

/// Why events were not inserted.
#[derive(Debug)]
pub(crate) enum InsertError {
    /// The database has an event with one of these keys.
    Duplicate,
    Failed(Failure),
}

impl From<Failure> for InsertError {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl From<Error> for InsertError {
    fn from(error: Error) -> Self {
        Self::Failed(error.into())
    }
}
