//! The language of a page: which of the site's texts, and which built-in ones.

use core::iter;

use super::Translation;
use super::document::Text;
use super::texts::{self, Texts};
use crate::policy::Table;

/// The language that a page is printed in.
#[derive(Clone, Copy)]
pub(crate) struct Language {
    pub(crate) tag: &'static str,
    pub(crate) texts: &'static Texts,
    translation: Option<&'static Translation>,
}

impl Language {
    /// The language that comes closest to the wanted one among those that the table has, the table's own if none does.
    pub(crate) fn choose(table: &'static Table, wanted: Option<&str>) -> Self {
        let own = iter::once(None);
        let languages = own.chain(table.translations.iter().map(Some));
        let tag = |translation: Option<&Translation>| translation.map_or(table.language, |found| found.language);
        let translation = wanted.and_then(|wanted| texts::lookup(wanted, &languages, tag)).flatten();
        let tag = tag(translation);
        Self { tag, texts: translation.map_or(table.built_in, |found| found.built_in), translation }
    }

    /// Every language that the table has, its own first.
    #[cfg(feature = "http")]
    pub(crate) fn all(table: &'static Table) -> impl Iterator<Item = Self> {
        let own = iter::once(None).chain(table.translations.iter().map(Some));
        own.map(|translation| match translation {
            Some(found) => Self { tag: found.language, texts: found.built_in, translation },
            None => Self { tag: table.language, texts: table.built_in, translation },
        })
    }

    /// What the language calls itself, where the library knows it.
    #[cfg(feature = "http")]
    pub(crate) fn name(&self) -> &'static str {
        if texts::is_same_language(self.tag, self.texts.language) { self.texts.name } else { self.tag }
    }

    /// A text of the table in this language; as it is where nobody translated it.
    pub(crate) fn translate<'t>(&self, text: &'t str) -> &'t str {
        let Some(translation) = self.translation else { return text };
        match translation.texts.binary_search_by(|(source, _)| (*source).cmp(text)) {
            Ok(found) => translation.texts[found].1,
            Err(_) => text,
        }
    }

    /// The same as a piece of the document.
    pub(crate) fn site<'t>(&self, text: &'t str) -> Text<'t> {
        Text::Site(self.translate(text).into())
    }
}
