//! Writes a table in the formats of other tools, and its types for TypeScript.
//!
//! `docs/formats.md` in the repository says what each format contains, and what it cannot say. The
//! policy file itself is JSON with a published schema, for every other use.

mod answer;
mod cookieconsent;
mod csv;
mod exported;
mod gtm;
mod klaro;
mod open_cookie_database;
mod rows;
mod script;
mod tcf;
mod texts;
mod types;

pub use crate::export::exported::{ExportError, Exported, Format};
use crate::export::texts::Texts;
pub use crate::export::types::types;
use crate::policy_file::PolicyFile;

/// Writes a table in the format of another tool.
///
/// ```
/// # mod cookies { cookie_decl::declare_cookies! {
/// #     pub policy;
/// #     cookie | duration;
/// #     /// Needed
/// #     ///
/// #     /// You could not stay signed in.
/// #     category Necessary: exempt {
/// #         /// Keeps you signed in
/// #         SESSION = "session" | 2 weeks;
/// #     }
/// # } }
/// use cookie_decl_audit::PolicyFile;
/// use cookie_decl_audit::export::{Export, Format};
///
/// let file = PolicyFile::from(cookies::POLICY);
/// let exported = Export::new(&file).write(Format::OpenCookieDatabase).unwrap();
/// let row = exported.text.lines().nth(1).unwrap();
/// assert_eq!(row, ",,Necessary,session,,Keeps you signed in,2 weeks,,,0");
/// assert!(exported.remarks.is_empty());
/// ```
#[derive(Debug, Clone)]
pub struct Export<'f> {
    file: &'f PolicyFile,
    language: Option<String>,
    provider: Option<String>,
}

impl<'f> Export<'f> {
    /// Writes this table, in its own language.
    #[must_use]
    pub fn new(file: &'f PolicyFile) -> Self {
        Self {
            file,
            language: None,
            provider: None,
        }
    }

    /// Writes the texts in another language of the table. A configuration has all languages, and
    /// begins with this one.
    #[must_use]
    pub fn language(mut self, tag: impl Into<String>) -> Self {
        self.language = Some(tag.into());
        self
    }

    /// Writes only what this provider is responsible for, by its identifier in the table.
    ///
    /// [`Format::TcfDisclosures`] is about one company; without this call, about the site itself.
    /// A configuration always has all rows.
    #[must_use]
    pub fn provider(mut self, name: impl Into<String>) -> Self {
        self.provider = Some(name.into());
        self
    }

    /// Writes the table in a format.
    ///
    /// # Errors
    /// If the table does not have the language or the provider.
    pub fn write(&self, format: Format) -> Result<Exported, ExportError> {
        let file = self.file;
        let mut languages: Vec<_> = Texts::all(file).collect();
        if let Some(tag) = &self.language {
            let place = languages
                .iter()
                .position(|texts| texts.tag.eq_ignore_ascii_case(tag))
                .ok_or_else(|| ExportError::language(tag, &languages))?;
            let chosen = languages.remove(place);
            languages.insert(0, chosen);
        }
        if let Some(name) = &self.provider
            && !file.providers.contains_key(name)
        {
            return Err(ExportError::provider(name, file.providers.keys()));
        }
        let (texts, provider) = (&languages[0], self.provider.as_deref());
        let mut remarks = Vec::new();
        let text = match format {
            Format::TcfDisclosures => tcf::write(file, texts, provider, &mut remarks),
            Format::CookieConsent => cookieconsent::write(file, &languages, &mut remarks),
            Format::Klaro => klaro::write(file, &languages, self.language.is_some(), &mut remarks),
            Format::Gtm => gtm::write(file, texts, &mut remarks),
            Format::OpenCookieDatabase => {
                open_cookie_database::write(file, texts, provider, &mut remarks)
            }
        };
        Ok(Exported { text, remarks })
    }
}
