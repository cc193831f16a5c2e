//! Writes a first table from the list or the configuration of another tool.
//!
//! A `TODO` in the table marks what the other tool does not say. Comments below the table list what
//! a table cannot have, with the reasons.

mod columns;
mod cookiebot;
mod cookieconsent;
mod domain;
mod duration;
mod imported;
mod item;
mod klaro;
mod list;
mod name;
mod script;
mod table;
#[cfg(test)]
mod tests;
mod text;

use crate::import::columns::Column;
pub use crate::import::imported::{Format, ImportError, Imported, LeftOut};
use crate::import::item::List;
use crate::import::script::Script;

/// Imports the list or the configuration of another tool.
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
/// assert!(imported.table.contains("\"_pk_id.{id}\" | Matomo | 13 months | set_by = script;"));
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

    /// Adds a host of the site. A cookie of its domain is not a third party's.
    #[must_use]
    pub fn own_host(mut self, host: impl Into<String>) -> Self {
        self.hosts.push(host.into());
        self
    }

    /// Reads a file.
    ///
    /// # Errors
    /// If the text is not in the format, or in no known format.
    pub fn read(&self, text: &str) -> Result<Imported, ImportError> {
        let (format, mut list) = list(text, self.format)?;
        list.hosts.extend_from_slice(&self.hosts);
        Ok(table::of(list, format))
    }
}

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
        return Err(ImportError(
            "the file cannot be read as JavaScript".to_owned(),
        ));
    };
    if is_wanted(Format::CookieConsent) {
        if let Some(config) = values.iter().find(|value| cookieconsent::is_config(value)) {
            return Ok((Format::CookieConsent, cookieconsent::read(config)));
        }
        if values.iter().any(cookieconsent::is_version_2) {
            let message =
                "this is a configuration of CookieConsent 2; update it to version 3 first";
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
            format!("the format of the file is not known; these can be imported: {words}")
        }
    }))
}
