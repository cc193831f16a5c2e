//! The table of a category: its rows and their names.

use core::{fmt, iter, mem, ptr, slice};

use crate::page::columns::{Columns, TitledColumn};
use crate::page::lazy_text::{LazyText, Piece, Sourced};
use crate::page::source::{Group, Source};
use crate::table::Table as Data;
use crate::table::category::{Break, CategoryInfo};
use crate::table::column::Column;
use crate::table::declaration::{Declaration, Storage};

/// The table of a category that has rows. Cells are made when they are printed.
pub(super) struct Table<'s, 'a> {
    pub(super) source: &'s Source<'a>,
    columns: &'s Columns<'a>,
    /// The part of the category that the table prints.
    part: Part<'a>,
    /// Whether two rows may have the same name.
    has_namesakes: bool,
    /// Whether no column says where something is stored, so that the names do.
    names_storage: bool,
}

/// A part of a category: rows with what is listed between them.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    pub(super) rows: &'static [Declaration],
    /// Sections do not count.
    pub(super) breaks: &'static [(u16, Break)],
    pub(super) id: LazyText<'a>,
}

impl Part<'_> {
    /// All below the heading of a category.
    pub(super) fn whole(table: &'static Data, category: &'static CategoryInfo) -> Self {
        Self {
            rows: table.rows_below(category),
            breaks: category.breaks,
            id: id(category),
        }
    }

    /// Whether an enabled declaration satisfies `predicate`.
    pub(super) fn has(
        &self,
        source: &Source<'_>,
        predicate: impl Fn(&'static Declaration) -> bool,
    ) -> bool {
        source.find(self.rows, &predicate).is_some()
            || self
                .listed(source.table)
                .any(|(_, row)| row.is_on(source.config) && predicate(row))
    }

    /// The listed rows, each after the number of the row that follows it.
    fn listed(
        &self,
        table: &'static Data,
    ) -> impl Iterator<Item = (u16, &'static Declaration)> + use<> {
        let all = table.listed;
        self.breaks
            .iter()
            .filter_map(move |(before, found)| match found {
                Break::Listed(number) => Some((*before, &all[usize::from(*number)])),
                Break::Section(..) => None,
            })
    }
}

/// A name; see [`Name`](super::document::Name).
#[derive(Clone, Copy)]
pub(super) enum Name<'a> {
    /// The name as visitors read it, without its [scope](Table::scope).
    Printed(LazyText<'a>),
    /// The words for every cookie of a domain.
    Any([Piece<'a>; 3]),
}

/// A format that prints names in a sentence.
pub(super) trait Prose {
    fn text(&mut self, text: &str) -> fmt::Result;

    fn code(&mut self, text: &str) -> fmt::Result;

    fn sentence(&mut self, pieces: &[Piece<'_>]) -> fmt::Result;

    /// Prints the names of a row, separated as the language does.
    fn names(&mut self, table: &Table<'_, '_>, group: Group) -> fmt::Result {
        for (index, name) in group.iter().enumerate() {
            if index > 0 {
                self.text(table.source.language.texts.ask.separator)?;
            }
            match table.name(name) {
                Name::Any(phrase) => self.sentence(&phrase)?,
                Name::Printed(printed) => {
                    self.code(&printed.text())?;
                    if let Some(scope) = table.scope(name) {
                        self.sentence(scope.as_flattened())?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// The anchor of a category's section.
pub(super) fn id(category: &'static CategoryInfo) -> LazyText<'static> {
    LazyText::Between(&["cookie-category-", ""], category.declared())
}

impl<'s, 'a> Table<'s, 'a> {
    /// The table of a part; `None` if this deployment has no row of it.
    pub(super) fn new(
        source: &'s Source<'a>,
        columns: &'s Columns<'a>,
        part: Part<'a>,
    ) -> Option<Self> {
        if !part.has(source, |_| true) {
            return None;
        }
        let mut table = Self {
            source,
            columns,
            part,
            has_namesakes: false,
            names_storage: !columns.contain(Column::Storage),
        };
        table.has_namesakes = table.may_have_namesakes();
        Some(table)
    }

    /// Whether two rows may have the same name. They differ in scope, or they would be the same
    /// cookie.
    fn may_have_namesakes(&self) -> bool {
        let (table, config) = (self.source.table, self.source.config);
        let names = self.part.rows;
        let is_another = |row: &Declaration| {
            table
                .index
                .first(table.rows, row.name(), config)
                .is_some_and(|first| !ptr::eq(first, row))
        };
        names.iter().any(|row| row.scope() != names[0].scope())
            && self.part.has(self.source, is_another)
    }

    /// The anchor of the table's section.
    pub(super) fn id(&self) -> LazyText<'a> {
        self.part.id
    }

    /// The columns, each with its title.
    pub(super) fn columns(&self) -> &'s [TitledColumn<'a>] {
        self.columns.as_slice()
    }

    pub(super) fn groups(&self) -> impl Iterator<Item = Group> + use<'a> {
        let (config, listed) = (self.source.config, self.part.listed(self.source.table));
        let mut listed = listed.filter(move |(_, row)| row.is_on(config)).peekable();
        let mut rows = self.source.groups(self.part.rows).peekable();
        iter::from_fn(move || {
            let next = rows.peek().map_or(u16::MAX, |group| group[0].number());
            match listed.next_if(|(before, _)| *before <= next) {
                Some((_, row)) => Some(slice::from_ref(row)),
                None => rows.next(),
            }
        })
    }

    #[inline]
    pub(super) fn name(&self, name: &'static Declaration) -> Name<'a> {
        if name.is_any() {
            let texts = &self.source.language.texts.used;
            return Name::Any(match name.domain() {
                Some(domain) => {
                    let [before, after] = texts.any_of;
                    [
                        Piece::built_in(before),
                        Piece::Code(LazyText::ThirdParty(&["", ""], domain)),
                        Piece::built_in(after),
                    ]
                }
                None => [Piece::built_in(texts.any), Piece::Nothing, Piece::Nothing],
            });
        }
        Name::Printed(
            name.pattern()
                .map_or(LazyText::Plain(name.name()), LazyText::Pattern),
        )
    }

    /// The declarations with the same name in this table, including this one.
    fn namesakes(&self, name: &'static Declaration) -> impl Iterator<Item = &'static Declaration> {
        let (table, config) = (self.source.table, self.source.config);
        // A pattern also matches its own text, so it is found by it.
        let found = table
            .index
            .rows(table.rows, name.name())
            .filter(|other| other.name() == name.name());
        found.filter(move |other| {
            other.category().first == name.category().first && other.is_on(config)
        })
    }

    /// What distinguishes a name from its namesakes, if it has any, and where it is stored, if that
    /// is no cookie and no column says it.
    #[inline]
    pub(super) fn scope(&self, name: &'static Declaration) -> Option<[[Piece<'a>; 3]; 4]> {
        let has_namesakes = self.has_namesakes && self.namesakes(name).nth(1).is_some();
        if has_namesakes {
            return Some(self.scope_among_namesakes(name));
        }
        self.names_storage_of(name).then(|| {
            let [before, after] = self.source.language.texts.scope.around;
            let storage = Piece::Text(self.source.storage_text(name.storage()));
            let remark = [Piece::built_in(before), storage, Piece::built_in(after)];
            let nothing = [Piece::Nothing; 3];
            [remark, nothing, nothing, nothing]
        })
    }

    /// Whether the name says where it is stored.
    #[inline]
    fn names_storage_of(&self, name: &'static Declaration) -> bool {
        self.names_storage && name.storage() != Storage::Cookie
    }

    #[inline(never)]
    fn scope_among_namesakes(&self, name: &'static Declaration) -> [[Piece<'a>; 3]; 4] {
        let texts = &self.source.language.texts.scope;
        let [opening, closing] = texts.around;
        let mut separator = opening;
        let mut fact = |label, value: Option<Piece<'a>>| match value {
            Some(value) => [
                Piece::built_in(mem::replace(&mut separator, texts.separator)),
                Piece::built_in(label),
                value,
            ],
            None => [Piece::Nothing; 3],
        };
        let storage = fact("", self.distinct_storage(name).map(Piece::Text));
        let path = fact(texts.path, self.distinct_path(name).map(Piece::Code));
        let domain = fact(texts.domain, self.domain(name).map(Piece::Code));
        let is_empty = [storage, path, domain]
            .as_flattened()
            .iter()
            .all(|piece| matches!(piece, Piece::Nothing));
        let closing = if is_empty {
            Piece::Nothing
        } else {
            Piece::built_in(closing)
        };
        let end = [closing, Piece::Nothing, Piece::Nothing];
        [storage, path, domain, end]
    }

    /// Where a name is stored, if one of its namesakes is stored elsewhere.
    fn distinct_storage(&self, name: &'static Declaration) -> Option<Sourced<'a>> {
        let differs = |other: &Declaration| other.storage() != name.storage();
        (self.names_storage_of(name) || self.namesakes(name).any(differs))
            .then(|| self.source.storage_text(name.storage()))
    }

    /// The path of a name, if it is not `/` or one of the namesakes has another.
    fn distinct_path(&self, name: &'static Declaration) -> Option<LazyText<'a>> {
        let config = self.source.config;
        let value = &name.declared_attributes()?.path;
        let path = value.at(config);
        let differs = |other: &Declaration| {
            other
                .declared_attributes()
                .is_some_and(|attributes| attributes.path.at(config) != path)
        };
        (path != "/" || self.namesakes(name).any(differs)).then_some(LazyText::Path(value, config))
    }

    fn domain(&self, name: &'static Declaration) -> Option<LazyText<'a>> {
        let config = self.source.config;
        match name
            .declared_attributes()
            .map(|attributes| &attributes.domain)
        {
            Some(domain) if domain.at(config).is_some() => Some(LazyText::Domain(domain, config)),
            _ => name
                .domain()
                .map(|domain| LazyText::ThirdParty(&["", ""], domain)),
        }
    }
}
