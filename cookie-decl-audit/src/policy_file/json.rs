//! Reads and writes policy files.

use std::fmt;
use std::path::Path;

use serde::Deserialize;

use crate::policy_file::{PolicyFile, Row, SCHEMA};

/// Why a policy file cannot be read.
#[derive(Debug)]
#[non_exhaustive]
pub enum ReadError {
    /// The file cannot be opened.
    Io(std::io::Error),
    /// It is not JSON, or not a policy file.
    Json(serde_json::Error),
    /// A later release wrote it.
    Schema(u32),
    /// A row names a category that the file does not have.
    Category(String),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => error.fmt(f),
            Self::Json(error) => write!(f, "it is not a policy file: {error}"),
            Self::Schema(schema) => write!(
                f,
                "it has the format {schema}, and this release knows up to {SCHEMA}: update \
                 `cookie-decl-audit`"
            ),
            Self::Category(name) => write!(
                f,
                "a row is in the category `{name}`, which the file does not have"
            ),
        }
    }
}

impl std::error::Error for ReadError {}

impl PolicyFile {
    /// Reads a policy file.
    ///
    /// # Errors
    /// If the file cannot be read, or is not a policy file of this or an earlier release.
    pub fn read(path: impl AsRef<Path>) -> Result<Self, ReadError> {
        let text = std::fs::read_to_string(path).map_err(ReadError::Io)?;
        Self::from_json(&text)
    }

    /// Reads the text of a policy file.
    ///
    /// # Errors
    /// If it is not a policy file of this or an earlier release.
    pub fn from_json(text: &str) -> Result<Self, ReadError> {
        #[derive(Deserialize)]
        struct Version {
            schema: u32,
        }
        let Version { schema } = serde_json::from_str(text).map_err(ReadError::Json)?;
        if schema > SCHEMA {
            return Err(ReadError::Schema(schema));
        }
        let file: Self = serde_json::from_str(text).map_err(ReadError::Json)?;
        let is_missing = |row: &&Row| !file.categories.contains_key(&row.category);
        match file.rows.iter().find(is_missing) {
            Some(row) => Err(ReadError::Category(row.category.clone())),
            None => Ok(file),
        }
    }

    /// Returns the text of the file, with one fact on each line.
    ///
    /// # Panics
    /// Never: every value can be written as JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        let text = serde_json::to_string_pretty(self);
        text.expect("every value can be written as JSON") + "\n"
    }
}
