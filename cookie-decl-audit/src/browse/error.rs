//! Why the browser could not do a visit.

use std::fmt;

/// Why a visit was not made. What is wrong with the site is in the report instead.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum BrowseError {
    /// There is no Chromium to visit with.
    Missing(String),
    /// The browser did not start, ended, or took too long.
    Browser(String),
    /// A page cannot be opened, or one of its steps cannot be taken.
    Page {
        /// The page as the check was given it.
        page: String,
        /// The visitor, such as `agreed`.
        visitor: String,
        /// What went wrong.
        message: String,
    },
    /// The visitor's answer cannot be given, or was not kept.
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
