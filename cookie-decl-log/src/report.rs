//! What the site's operator has to know.

use std::fmt;
use std::sync::Arc;

use crate::error::Error;

/// Something happened to a log while it wrote.
#[derive(Debug)]
#[non_exhaustive]
pub enum Report {
    /// The database cannot be used. The log tries again, and does not report the same error twice.
    Down(Error),
    /// The database can be used again.
    Up,
    /// The database is down, and these events are in the local file until it is back.
    Spooled {
        /// How many were added to the file.
        events: usize,
    },
    /// Nobody waited for these events any more, and they are not in the log.
    Lost {
        /// How many.
        events: usize,
    },
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Down(error) => write!(f, "decisions cannot be recorded: {error}"),
            Self::Up => f.write_str("decisions can be recorded again"),
            Self::Spooled { events } => write!(f, "recorded locally for now: {events} decisions"),
            Self::Lost { events } => write!(f, "not recorded: {events} decisions"),
        }
    }
}

pub(crate) type Reporter = Arc<dyn Fn(&Report) + Send + Sync>;

/// Reports to `tracing`.
pub(crate) fn trace(report: &Report) {
    match report {
        Report::Up => tracing::info!("{report}"),
        Report::Spooled { .. } => tracing::warn!("{report}"),
        Report::Down(_) | Report::Lost { .. } => tracing::error!("{report}"),
    }
}
