//! The result of an export.

use std::fmt;
use std::str::FromStr;

use crate::export::texts::Texts;

/// The format of another tool.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// The JSON in which a vendor of the Transparency and Consent Framework publishes what it
    /// stores: *Vendor Device Storage & Operational Disclosures* 1.1.
    TcfDisclosures,
    /// The configuration of orestbida's `CookieConsent`, version 3, as a JavaScript module.
    CookieConsent,
    /// The configuration of Klaro 0.7, as a script.
    Klaro,
    /// A CSV for people who set the consent of tags in Google Tag Manager, which imports no such
    /// list.
    Gtm,
    /// The CSV of the Open Cookie Database.
    OpenCookieDatabase,
}

impl Format {
    const ALL: [Self; 5] = [
        Self::TcfDisclosures,
        Self::CookieConsent,
        Self::Klaro,
        Self::Gtm,
        Self::OpenCookieDatabase,
    ];

    /// Returns the word for the format: `tcf-disclosures`, `cookieconsent`, `klaro`, `gtm` or
    /// `open-cookie-database`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::TcfDisclosures => "tcf-disclosures",
            Self::CookieConsent => "cookieconsent",
            Self::Klaro => "klaro",
            Self::Gtm => "gtm",
            Self::OpenCookieDatabase => "open-cookie-database",
        }
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let format = Self::ALL.into_iter().find(|format| format.word() == word);
        format.ok_or_else(|| {
            let words = Self::ALL.map(Self::word).join(", ");
            format!("`{word}` is not a format that can be exported; use one of {words}")
        })
    }
}

/// A table in another format.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Exported {
    /// The text of the file.
    pub text: String,
    /// What the format cannot say, and what it needs but the table does not say.
    pub remarks: Vec<String>,
}

/// Why a table cannot be exported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportError(String);

impl ExportError {
    pub(crate) fn language(tag: &str, known: &[Texts<'_>]) -> Self {
        let tags: Vec<_> = known.iter().map(|texts| texts.tag).collect();
        let tags = tags.join(", ");
        Self(format!(
            "the table is not in the language `{tag}`; it has {tags}"
        ))
    }

    pub(crate) fn provider<'n>(name: &str, known: impl Iterator<Item = &'n String>) -> Self {
        let names: Vec<_> = known.map(String::as_str).collect();
        let names = if names.is_empty() {
            "none".to_owned()
        } else {
            names.join(", ")
        };
        Self(format!(
            "the table has no provider `{name}`; it has {names}"
        ))
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ExportError {}
