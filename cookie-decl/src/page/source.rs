//! The table with the options of the page, as all formats read them.

use cookie_decl_core::date::Date;

use crate::page::document::Address;
use crate::page::lazy_text::{LazyText, Piece, Sourced};
use crate::page::options::Page;
use crate::run_time::Config;
use crate::table::Table;
use crate::table::declaration::{Declaration, RareFields};
use crate::table::language::Language;
use crate::table::provider::ProviderInfo;

/// The declarations of one row of the table. They differ in their names only.
pub(super) type Group = &'static [Declaration];

/// When the page was last updated.
pub(super) struct Updated<'a> {
    pub(super) label: Sourced<'a>,
    pub(super) date: Sourced<'a>,
    pub(super) iso: Option<&'a str>,
}

/// The table and the options that the page is made from.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) page: &'a Page<'a>,
    pub(super) table: &'static Table,
    pub(super) config: Config<'a>,
    pub(super) language: Language,
    pub(super) settings: Option<Address<'a>>,
}

impl<'a> Source<'a> {
    pub(super) fn new(page: &'a Page<'a>) -> Self {
        Self {
            page,
            table: page.table,
            config: page.config,
            language: Language::choose(page.table, page.language.as_deref()),
            settings: page.settings.as_deref().and_then(Address::new),
        }
    }

    pub(super) fn title(&self) -> Sourced<'a> {
        let built_in = Sourced::built_in(self.language.texts.title);
        self.table.title.map_or(built_in, |title| {
            Sourced::Site(self.language.translate(title))
        })
    }

    pub(super) fn site(&self) -> Option<&'a str> {
        self.page
            .site
            .as_deref()
            .or(self.table.site)
            .filter(|site| !site.trim().is_empty())
    }

    /// The providers of the printed rows and those that store nothing, in the order of the table.
    pub(super) fn providers(&self) -> impl Iterator<Item = &'static ProviderInfo> {
        let is_printed = move |one: &&ProviderInfo| {
            let found = self.find(self.table.rows, |row| is_by(row, one));
            found.is_some() || self.stores_nothing(one)
        };
        self.table.providers().iter().filter(is_printed)
    }

    /// Whether the table has no row of a provider: its service is used, and keeps nothing.
    pub(super) fn stores_nothing(&self, provider: &ProviderInfo) -> bool {
        !self.table.rows.iter().any(|row| is_by(row, provider))
    }

    /// The version of the policy, after its label.
    pub(super) fn version(&self) -> Option<[Piece<'a>; 2]> {
        let version = self.table.version?;
        let label = self.language.texts.version;
        Some([Piece::built_in(label), Piece::site(version)])
    }

    pub(super) fn last_updated(&self) -> Option<Updated<'a>> {
        let text = self
            .page
            .last_updated
            .as_deref()
            .or(self.table.last_updated)?;
        let texts = self.language.texts;
        let label = Sourced::built_in(texts.last_updated);
        Some(match Date::parse(text) {
            Some(date) => Updated {
                label,
                date: Sourced::BuiltIn(LazyText::Date(&texts.date, date)),
                iso: Some(text),
            },
            None => Updated {
                label,
                date: Sourced::Site(text),
                iso: None,
            },
        })
    }

    /// A title of the site in the language of the page.
    pub(super) fn site_title(&self, text: &'static str) -> Piece<'a> {
        Piece::site(self.language.translate(text))
    }

    /// Those of these rows that are enabled in this deployment.
    pub(super) fn groups(
        &self,
        rows: &'static [Declaration],
    ) -> impl Iterator<Item = Group> + use<'a> {
        let config = self.config;
        rows.chunk_by(|_, next| next.continues())
            .filter(move |row| row[0].is_on(config))
    }

    /// All rows, and those that are listed again in another category.
    pub(super) fn rows(&self) -> impl Iterator<Item = &'static Declaration> + use<> {
        self.table.rows.iter().chain(self.table.listed)
    }

    /// Whether an enabled row satisfies `predicate`.
    pub(super) fn has(&self, predicate: impl Fn(&'static Declaration) -> bool) -> bool {
        self.rows()
            .any(|row| predicate(row) && row.is_on(self.config))
    }

    /// The first rare fields of an enabled row that satisfy `predicate`.
    pub(super) fn find_rare(
        &self,
        predicate: impl Fn(&RareFields) -> bool,
    ) -> Option<&'static RareFields> {
        // There are few of them, but there can be thousands of rows.
        let mut all = self.table.data.rare_fields.iter();
        all.find(|fields| predicate(fields))?;
        let rows = self.rows().filter(|row| row.is_on(self.config));
        rows.map(Declaration::rare_fields)
            .find(|fields| predicate(fields))
    }

    /// Whether an enabled row has rare fields that satisfy `predicate`.
    pub(super) fn has_rare(&self, predicate: impl Fn(&RareFields) -> bool) -> bool {
        self.find_rare(predicate).is_some()
    }

    /// The first enabled declaration that satisfies `predicate`.
    pub(super) fn find(
        &self,
        names: &'static [Declaration],
        predicate: impl Fn(&'static Declaration) -> bool,
    ) -> Option<&'static Declaration> {
        names
            .iter()
            .find(|name| predicate(name) && name.is_on(self.config))
    }
}

fn is_by(row: &Declaration, provider: &ProviderInfo) -> bool {
    row.provider()
        .is_some_and(|other| core::ptr::eq(provider, other))
}
