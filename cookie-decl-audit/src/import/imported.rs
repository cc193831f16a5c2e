//! The result of an import.

use std::fmt;
use std::str::FromStr;

/// The format of another tool's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// The CSV of the Open Cookie Database.
    OpenCookieDatabase,
    /// The configuration of orestbida's `CookieConsent`, version 3.
    CookieConsent,
    /// The configuration of Klaro.
    Klaro,
    /// A list of Cookiebot: CSV, the JSON of its API, or its script `cc.js`.
    Cookiebot,
}

impl Format {
    pub(crate) const ALL: [Self; 4] = [
        Self::OpenCookieDatabase,
        Self::CookieConsent,
        Self::Klaro,
        Self::Cookiebot,
    ];

    /// Returns the word for the format: `open-cookie-database`, `cookieconsent`, `klaro` or
    /// `cookiebot`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::OpenCookieDatabase => "open-cookie-database",
            Self::CookieConsent => "cookieconsent",
            Self::Klaro => "klaro",
            Self::Cookiebot => "cookiebot",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OpenCookieDatabase => "the Open Cookie Database",
            Self::CookieConsent => "a configuration of CookieConsent",
            Self::Klaro => "a configuration of Klaro",
            Self::Cookiebot => "a list of Cookiebot",
        })
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let format = Self::ALL.into_iter().find(|format| format.word() == word);
        format.ok_or_else(|| {
            let words = Self::ALL.map(Self::word).join(", ");
            format!("`{word}` is not a format that can be imported; use one of {words}")
        })
    }
}

/// A table, with what was left out.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Imported {
    /// The format of the file.
    pub format: Format,
    /// The text of the table, for `declare_cookies!`. Comments at its end list what was left out.
    pub table: String,
    /// The number of rows of the file that are in the table.
    pub count: usize,
    /// The rows that cannot be in a table.
    pub left_out: Vec<LeftOut>,
}

/// A row that cannot be in a table.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LeftOut {
    /// Its place in the file.
    pub place: String,
    /// Its name, if it has one.
    pub name: String,
    /// Why it was left out.
    pub reason: String,
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            place,
            name,
            reason,
        } = self;
        if name.is_empty() {
            write!(f, "{place}: {reason}")
        } else {
            write!(f, "{place}, `{name}`: {reason}")
        }
    }
}

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportError(pub(crate) String);

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ImportError {}
