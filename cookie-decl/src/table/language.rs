//! The language of a page, which decides both the site's texts and the built-in ones.

use alloc::borrow::Cow;
use core::iter;

use cookie_decl_core::layout::category::BEFORE_PROVIDER;

use crate::table::Table;
use crate::table::category::CategoryInfo;
use crate::table::translation::Translation;
use crate::texts::built_in::Texts;
use crate::texts::matching;

/// The language that a page is printed in.
#[derive(Clone, Copy)]
pub(crate) struct Language {
    pub(crate) tag: &'static str,
    pub(crate) texts: &'static Texts,
    translation: Option<&'static Translation>,
}

impl Language {
    /// Chooses the language of the table that is closest to the wanted one, or else the table's
    /// own.
    pub(crate) fn choose(table: &'static Table, wanted: Option<&str>) -> Self {
        wanted
            .and_then(|wanted| Self::find(table, wanted))
            .unwrap_or_else(|| Self::own(table))
    }

    /// Finds the language of the table that is closest to the wanted one, if any (RFC 4647 section
    /// 3.4).
    pub(crate) fn find(table: &'static Table, wanted: &str) -> Option<Self> {
        matching::lookup(wanted, &Self::all(table), |language| language.tag)
    }

    /// All languages of the table, its own first.
    pub(crate) fn all(table: &'static Table) -> impl Iterator<Item = Self> + Clone {
        let translated = table.translations.iter().map(|translation| Self {
            tag: translation.language,
            texts: translation.built_in,
            translation: Some(translation),
        });
        iter::once(Self::own(table)).chain(translated)
    }

    fn own(table: &'static Table) -> Self {
        Self {
            tag: table.language,
            texts: table.built_in,
            translation: None,
        }
    }

    /// Returns the name of the language in that language, or else its tag.
    #[cfg(feature = "http")]
    pub(crate) fn name(&self) -> &'static str {
        if matching::is_same_language(self.tag, self.texts.language) {
            self.texts.name
        } else {
            self.tag
        }
    }

    /// The title of a category. The names of providers are not translated.
    pub(crate) fn title_of(&self, category: &'static CategoryInfo) -> Cow<'static, str> {
        let title = self.translate(category.heading());
        match &category.of_provider {
            None => title.into(),
            Some(part) => [title, BEFORE_PROVIDER, part.provider_title]
                .concat()
                .into(),
        }
    }

    /// Translates a text of the table. A text without a translation stays as it is.
    #[inline]
    pub(crate) fn translate<'t>(&self, text: &'t str) -> &'t str {
        let Some(translation) = self.translation else {
            return text;
        };
        match translation
            .texts
            .binary_search_by(|(source, _)| (*source).cmp(text))
        {
            Ok(found) => translation.texts[found].1,
            Err(_) => text,
        }
    }
}
