//! The table of a category: its columns and cells.

use alloc::vec::Vec;
use core::{fmt, iter, mem, ptr, slice};

use crate::page::lazy_text::{Kept, LazyText, Piece, Sourced};
use crate::page::source::{Group, Source};
use crate::table::Table as Data;
use crate::table::basis::LegalBasis;
use crate::table::category::{Break, CategoryInfo};
use crate::table::column::Column;
use crate::table::declaration::{Declaration, SetBy, Storage};
use crate::table::duration::Duration;
use crate::table::language::Language;
use crate::table::party::Party;

/// The table of a category that has rows. Cells are made when they are printed.
pub(super) struct Table<'s, 'a> {
    pub(super) source: &'s Source<'a>,
    /// The part of the category that the table prints.
    part: Part<'a>,
    columns: ShownColumns<'a>,
    /// Whether two rows may have the same name.
    has_namesakes: bool,
}

/// A part of a category: rows with what is listed between them.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    pub(super) rows: &'static [Declaration],
    /// Sections do not count.
    pub(super) breaks: &'static [(u16, Break)],
    pub(super) id: LazyText<'a>,
    /// What the table is about.
    pub(super) title: &'static str,
}

impl Part<'_> {
    /// All below the heading of a category.
    pub(super) fn whole(table: &'static Data, category: &'static CategoryInfo) -> Self {
        Self {
            rows: table.rows_below(category),
            breaks: category.breaks,
            id: id(category),
            title: category.heading(),
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

/// The content of a cell; see [`Cell`](super::document::Cell).
#[derive(Clone, Copy)]
pub(super) enum Cell<'a> {
    Empty,
    Names,
    Text(Sourced<'a>),
    /// A text of the site with emphasis, names or links.
    Marked(&'a str),
    /// A duration that is not true alone.
    Both(Both<'a>),
    Code(LazyText<'a>),
}

/// A duration as the table names it, and the one that is true.
#[derive(Clone, Copy)]
pub(super) struct Both<'a> {
    named: Piece<'a>,
    around: &'static [&'static str; 2],
    kept: LazyText<'a>,
}

impl<'a> Both<'a> {
    pub(super) fn pieces(&self) -> [Piece<'a>; 4] {
        let [before, after] = *self.around;
        [
            self.named,
            Piece::built_in(before),
            Piece::Text(Sourced::BuiltIn(self.kept)),
            Piece::built_in(after),
        ]
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
    pub(super) fn new(source: &'s Source<'a>, part: Part<'a>) -> Option<Self> {
        let mut table = Self {
            source,
            part,
            columns: ShownColumns::NONE,
            has_namesakes: false,
        };
        if !part.has(source, |_| true) {
            return None;
        }
        table.add_columns();
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
        names.iter().any(|row| row.scope() != names[0].scope()) && self.has(is_another)
    }

    /// Whether an enabled declaration satisfies `predicate`.
    fn has(&self, predicate: impl Fn(&'static Declaration) -> bool) -> bool {
        self.part.has(self.source, predicate)
    }

    /// Adds the columns of the page's options, or of the table, or the default ones.
    fn add_columns(&mut self) {
        let (page, print) = (self.source.page, self.source.table.print);
        match &page.columns {
            Some(columns) => {
                for column in columns {
                    let titled = print.iter().find(|(other, _)| other == column);
                    self.add(*column, titled.and_then(|(_, title)| *title));
                }
            }
            None if !print.is_empty() => print
                .iter()
                .for_each(|(column, title)| self.add(*column, *title)),
            None => self.add_default_columns(),
        }
        if page.security && !self.columns.contain(Column::Attributes) {
            self.add(Column::Attributes, None);
        }
        if self.columns.count == 0 {
            self.columns.push(Column::Cookie, None);
        }
    }

    /// Adds a column, unless all its cells are empty.
    fn add(&mut self, column: Column<'a>, title: Option<&'static str>) {
        if self.has(|row| !matches!(self.cell(row, column), Cell::Empty)) {
            self.columns.push(column, title);
        }
    }

    fn add_default_columns(&mut self) {
        for column in [
            Column::Cookie,
            Column::Provider,
            Column::Purpose,
            Column::Function,
            Column::Duration,
        ] {
            self.add(column, None);
        }
        if self.has(|row| matches!(row.set_by(), SetBy::ThirdParty(_))) {
            self.add(Column::SetBy, None);
        }
        if self.has(|row| row.storage() != Storage::Cookie) {
            self.add(Column::Storage, None);
        }
        let config = self.source.config;
        let listed = self.part.listed(self.source.table).map(|(_, row)| row);
        for row in self
            .part
            .rows
            .iter()
            .chain(listed)
            .filter(|name| !name.own_columns().is_empty() && name.is_on(config))
        {
            for (title, _) in row.own_columns() {
                if !self.columns.contain(Column::Own(title)) {
                    self.add(Column::Own(title), None);
                }
            }
        }
        self.add(Column::Basis, None);
        self.add(Column::Note, None);
    }

    /// The anchor of the table's section.
    pub(super) fn id(&self) -> LazyText<'a> {
        self.part.id
    }

    /// Whether the table prints names.
    pub(super) fn prints_names(&self) -> bool {
        self.columns().any(|column| column == Column::Cookie)
    }

    /// What the table is about.
    pub(super) fn caption(&self) -> [Piece<'a>; 3] {
        let [before, after] = self.source.language.texts.used.caption;
        let title = self.source.language.translate(self.part.title);
        [
            Piece::built_in(before),
            Piece::site(title),
            Piece::built_in(after),
        ]
    }

    /// The columns; at least one cell of each is not empty.
    pub(super) fn columns(&self) -> impl Iterator<Item = Column<'a>> {
        self.columns.as_slice().iter().map(|titled| titled.column)
    }

    /// The key of each column, and the title that visitors read.
    pub(super) fn titles(&self) -> impl Iterator<Item = (&'a str, Sourced<'a>)> {
        self.columns
            .as_slice()
            .iter()
            .map(|titled| header(self.source.language, titled))
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

    /// What distinguishes a name from its namesakes, if it has any.
    #[inline]
    pub(super) fn scope(&self, name: &'static Declaration) -> Option<[[Piece<'a>; 3]; 4]> {
        let has_namesakes = self.has_namesakes && self.namesakes(name).nth(1).is_some();
        has_namesakes.then(|| self.scope_among_namesakes(name))
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
        self.namesakes(name)
            .any(|other| other.storage() != name.storage())
            .then(|| self.storage_text(name.storage()))
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

    #[inline]
    pub(super) fn cell(&self, row: &'static Declaration, column: Column<'_>) -> Cell<'a> {
        let texts = self.source.language.texts;
        match column {
            Column::Cookie => Cell::Names,
            Column::Provider => row
                .provider()
                .map_or(Cell::Empty, |provider| site(provider.title)),
            Column::Function => self.site_cell(row.function()),
            Column::Purpose => self.site_cell(row.purpose()),
            Column::Duration => self.duration(row),
            Column::Attributes => match row.declared_attributes() {
                Some(attributes) => {
                    Cell::Code(LazyText::Attributes(attributes, self.source.config))
                }
                None => Cell::Empty,
            },
            Column::SetBy => Cell::Text(Sourced::BuiltIn(match row.set_by() {
                SetBy::Server => LazyText::Plain(texts.set_by.server),
                SetBy::Script => LazyText::Plain(texts.set_by.script),
                SetBy::Other => LazyText::Plain(texts.set_by.other),
                SetBy::ThirdParty(None) => LazyText::Plain(texts.set_by.third_party),
                SetBy::ThirdParty(Some(domain)) => {
                    LazyText::ThirdParty(&texts.set_by.third_party_domain, domain)
                }
            })),
            Column::Party => Cell::Text(Sourced::built_in(match row.party(self.source.site()) {
                Party::First => texts.party.first,
                Party::Third => texts.party.third,
            })),
            Column::Storage => match row.storage() {
                Storage::Other(text) => site(self.source.language.translate(text)),
                storage => Cell::Text(self.storage_text(storage)),
            },
            Column::Basis => row.basis().map_or(Cell::Empty, |basis| {
                let texts = &texts.basis;
                Cell::Text(Sourced::built_in(match basis {
                    LegalBasis::Consent => texts.consent,
                    LegalBasis::Contract => texts.contract,
                    LegalBasis::LegalObligation => texts.legal_obligation,
                    LegalBasis::VitalInterests => texts.vital_interests,
                    LegalBasis::PublicTask => texts.public_task,
                    LegalBasis::LegitimateInterests => texts.legitimate_interests,
                }))
            }),
            Column::Note => self.site_cell(row.note()),
            Column::Own(title) => self.site_cell(row.own(title)),
        }
    }

    /// How long the item is kept: the site's words or ours, and what browsers make of it.
    fn duration(&self, row: &'static Declaration) -> Cell<'a> {
        let texts = self.source.language.texts;
        let kept = Kept {
            duration: row.stated_duration(),
            storage: row.storage(),
            config: self.source.config,
        };
        let words = LazyText::Duration(&texts.duration, kept);
        let (cell, named) = match (self.site_cell(row.duration_text()), kept.duration) {
            (cell @ Cell::Text(text), _) => (cell, Piece::Text(text)),
            (cell @ Cell::Marked(text), _) => (cell, Piece::Marked(text)),
            (_, Duration::Unstated | Duration::Terms([])) if kept.storage != Storage::Pixel => {
                return Cell::Empty;
            }
            _ => (
                Cell::Text(Sourced::BuiltIn(words)),
                Piece::Text(Sourced::BuiltIn(words)),
            ),
        };
        if !(row.prints_duration_too() || kept.exceeds_browsers()) {
            return cell;
        }
        let (around, kept) = match kept.longest_of_cookie() {
            Some(term) => (&texts.duration.kept, LazyText::Term(&texts.duration, term)),
            None => (&texts.scope.around, words),
        };
        Cell::Both(Both {
            named,
            around,
            kept,
        })
    }

    #[inline]
    fn site_cell(&self, text: Option<&'static str>) -> Cell<'a> {
        let cell = text.map_or(Cell::Empty, |text| {
            site(self.source.language.translate(text))
        });
        match cell {
            Cell::Text(Sourced::Site(text)) if self.source.table.has_markup => Cell::Marked(text),
            cell => cell,
        }
    }

    fn storage_text(&self, storage: Storage) -> Sourced<'a> {
        let texts = &self.source.language.texts.storage;
        match storage {
            Storage::Cookie => Sourced::built_in(texts.cookie),
            Storage::LocalStorage => Sourced::built_in(texts.local_storage),
            Storage::SessionStorage => Sourced::built_in(texts.session_storage),
            Storage::IndexedDb => Sourced::built_in(texts.indexed_db),
            Storage::Pixel => Sourced::built_in(texts.pixel),
            Storage::Other(text) => Sourced::Site(self.source.language.translate(text)),
        }
    }
}

/// A cell with a text of the site.
#[inline]
fn site(text: &str) -> Cell<'_> {
    // The first byte shows for most texts that they are not blank.
    let is_blank =
        !text.as_bytes().first().is_some_and(u8::is_ascii_graphic) && text.trim().is_empty();
    if is_blank {
        Cell::Empty
    } else {
        Cell::Text(Sourced::Site(text))
    }
}

fn header<'a>(language: Language, titled: &TitledColumn<'a>) -> (&'a str, Sourced<'a>) {
    let texts = &language.texts.columns;
    let (key, text) = match titled.column {
        Column::Cookie => ("cookie", texts.cookie),
        Column::Provider => ("provider", texts.provider),
        Column::Function => ("function", texts.function),
        Column::Purpose => ("purpose", texts.purpose),
        Column::Duration => ("duration", texts.duration),
        Column::Attributes => ("attributes", texts.attributes),
        Column::SetBy => ("set_by", texts.set_by),
        Column::Party => ("party", texts.party),
        Column::Storage => ("storage", texts.storage),
        Column::Basis => ("basis", texts.basis),
        Column::Note => ("note", texts.note),
        Column::Own(own) => {
            return (
                own,
                Sourced::Site(language.translate(titled.title.unwrap_or(own))),
            );
        }
    };
    (
        key,
        titled.title.map_or(Sourced::built_in(text), |title| {
            Sourced::Site(language.translate(title))
        }),
    )
}

/// The columns of a table in their order.
struct ShownColumns<'a> {
    /// The columns, if there are at most 16: nothing is allocated for them.
    inline: [TitledColumn<'a>; 16],
    /// All columns, if there are more.
    spilled: Vec<TitledColumn<'a>>,
    count: usize,
}

#[derive(Clone, Copy)]
struct TitledColumn<'a> {
    column: Column<'a>,
    /// The title in the table's source, if it has one.
    title: Option<&'static str>,
}

impl<'a> ShownColumns<'a> {
    const NONE: Self = Self {
        inline: [TitledColumn {
            column: Column::Cookie,
            title: None,
        }; 16],
        spilled: Vec::new(),
        count: 0,
    };

    fn push(&mut self, column: Column<'a>, title: Option<&'static str>) {
        let titled = TitledColumn { column, title };
        if let Some(place) = self.inline.get_mut(self.count) {
            *place = titled;
        } else {
            if self.spilled.is_empty() {
                self.spilled.extend(self.inline);
            }
            self.spilled.push(titled);
        }
        self.count += 1;
    }

    fn as_slice(&self) -> &[TitledColumn<'a>] {
        self.inline.get(..self.count).unwrap_or(&self.spilled)
    }

    fn contain(&self, column: Column<'_>) -> bool {
        self.as_slice().iter().any(|other| other.column == column)
    }
}
