//! A first table out of the list or the configuration of another tool.
//!
//! What the other tool does not say is marked with `TODO` in the table. What cannot be in a table is
//! listed below it, each with its reason.

mod columns;
mod cookiebot;
mod cookieconsent;
mod domain;
mod duration;
mod item;
mod klaro;
mod list;
mod name;
mod script;
mod table;
#[cfg(test)]
mod tests;
mod text;

use std::fmt;
use std::str::FromStr;

use crate::import::columns::Column;
use crate::import::item::List;
use crate::import::script::{Script, Value};

/// What another tool's file may be.
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
    const ALL: [Self; 4] = [
        Self::OpenCookieDatabase,
        Self::CookieConsent,
        Self::Klaro,
        Self::Cookiebot,
    ];

    /// The word for it: `open-cookie-database`, `cookieconsent`, `klaro`, `cookiebot`.
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
            format!("`{word}` is not a format that can be imported; these are: {words}")
        })
    }
}

/// Reads the list or the configuration of another tool.
///
/// ```
/// use cookie_decl_audit::import::Import;
///
/// let csv = "\
/// platform,category,name,domain,retention,wildcard
/// Matomo,Analytics,_pk_id.,,13 months,1
/// Shop,Marketing,,,1 year,0
/// ";
/// let imported = Import::new().read(csv).unwrap();
/// assert!(imported.table.contains("\"_pk_id.{id}\" | Matomo | 13 months;"));
/// assert_eq!(imported.count, 1);
/// assert_eq!(imported.left_out[0].to_string(), "line 3: it has no name");
/// ```
#[derive(Debug, Default, Clone)]
pub struct Import {
    format: Option<Format>,
    hosts: Vec<String>,
}

impl Import {
    /// Reads any [`Format`].
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads this format only.
    #[must_use]
    pub fn format(mut self, format: Format) -> Self {
        self.format = Some(format);
        self
    }

    /// Adds a host of the site's own. A cookie of its domain is not a third party's.
    #[must_use]
    pub fn own_host(mut self, host: impl Into<String>) -> Self {
        self.hosts.push(host.into());
        self
    }

    /// Reads a file.
    ///
    /// # Errors
    /// If the text is not of the format, or of none that is known.
    pub fn read(&self, text: &str) -> Result<Imported, ImportError> {
        let (format, mut list) = list(text, self.format)?;
        list.hosts.extend_from_slice(&self.hosts);
        Ok(table::of(list, format))
    }
}

/// A table, and what is not in it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Imported {
    /// The format of the file.
    pub format: Format,
    /// A table in the grammar of `declare_cookies!`. It lists at its end what was left out.
    pub table: String,
    /// How many rows of the file are in the table.
    pub count: usize,
    /// The rows that cannot be in a table.
    pub left_out: Vec<LeftOut>,
}

/// A row that cannot be in a table.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LeftOut {
    /// Where it is in the file.
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

/// Why a file is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportError(String);

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ImportError {}

fn list(text: &str, wanted: Option<Format>) -> Result<(Format, List), ImportError> {
    let is_wanted = |format| wanted.is_none_or(|wanted| wanted == format);
    if let Some(headings) = list::headings(text) {
        let columns: Vec<_> = headings.iter().map(|heading| Column::of(heading)).collect();
        let format = wanted.unwrap_or(if columns.contains(&Column::Wildcard) {
            Format::OpenCookieDatabase
        } else {
            Format::Cookiebot
        });
        if matches!(format, Format::OpenCookieDatabase | Format::Cookiebot) {
            return Ok((format, list::read(text)?));
        }
    }
    let script = script::read(text);
    let Some(Script { values, assigned }) = script else {
        return Err(ImportError("the file is not read as JavaScript".to_owned()));
    };
    if is_wanted(Format::CookieConsent) {
        if let Some(config) = values.iter().find(|value| cookieconsent::is_config(value)) {
            return Ok((Format::CookieConsent, cookieconsent::read(config)));
        }
        if values.iter().any(cookieconsent::is_version_2) {
            let message =
                "this is a configuration of CookieConsent 2: update it to version 3 first";
            return Err(ImportError(message.to_owned()));
        }
    }
    if is_wanted(Format::Klaro)
        && let Some(config) = values.iter().find(|value| klaro::is_config(value))
    {
        return Ok((Format::Klaro, klaro::read(config)));
    }
    if is_wanted(Format::Cookiebot) {
        if let Some(answer) = values.iter().find(|value| cookiebot::is_answer(value)) {
            return Ok((Format::Cookiebot, cookiebot::read_answer(answer)));
        }
        if let Some(list) = cookiebot::read_script(&assigned) {
            return Ok((Format::Cookiebot, list));
        }
    }
    Err(ImportError(match wanted {
        Some(format) => format!("the file is not {format}"),
        None => {
            let words = Format::ALL.map(Format::word).join(", ");
            format!("the file is of no format that can be imported; these are: {words}")
        }
    }))
}

/// A text of a value, without tags.
fn line_at(value: &Value, keys: &[&str]) -> String {
    text::line(&value.text_at(keys).unwrap_or_default())
}
