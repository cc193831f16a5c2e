//! Why a visit was not made.

use std::fmt;

/// The reason why a visit was not made. What is wrong with the site is in the report instead.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum BrowseError {
    /// Chromium is not installed.
    Missing(String),
    /// The browser did not start, ended, or took too long.
    Browser(String),
    /// A page could not be opened, or one of its steps could not be taken.
    Page {
        /// The page, as it was passed to the check.
        page: String,
        /// The visitor, such as `agreed`.
        visitor: String,
        /// What went wrong.
        message: String,
    },
    /// The visitor could not answer, or the answer was not kept.
    Answer {
        /// The visitor, such as `agreed`.
        visitor: String,
        /// What went wrong.
        message: String,
    },
}

impl fmt::Display for BrowseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(message) | Self::Browser(message) => f.write_str(message),
            Self::Page {
                page,
                visitor,
                message,
            } => write!(f, "{page} ({visitor}): {message}"),
            Self::Answer { visitor, message } => {
                write!(f, "the visitor who {visitor} could not answer: {message}")
            }
        }
    }
}

impl std::error::Error for BrowseError {}
