//! The table of a category: which columns it has, and what stands in its cells.

use alloc::vec::Vec;
use core::{mem, ptr};

use crate::page::lazy_text::{LazyText, Piece, Sourced};
use crate::page::source::{Group, Source};
use crate::table::category::CategoryInfo;
use crate::table::column::Column;
use crate::table::declaration::{Declaration, SetBy, Storage};
use crate::table::duration::Duration;
use crate::table::language::Language;

/// The table of a category that has rows. Its cells are made while they are printed.
pub(super) struct Table<'s, 'a> {
    pub(super) source: &'s Source<'a>,
    pub(super) category: &'static CategoryInfo,
    columns: Columns<'a>,
    /// Whether it may have two rows with one name.
    has_namesakes: bool,
}

/// What stands in a cell: see [`Cell`](super::document::Cell).
#[derive(Clone, Copy)]
pub(super) enum Cell<'a> {
    Empty,
    Names,
    Text(Sourced<'a>),
    Code(LazyText<'a>),
}

/// A name: see [`Name`](super::document::Name).
#[derive(Clone, Copy)]
pub(super) enum Name<'a> {
    /// As visitors read it, without its [scope](Table::scope).
    Printed(LazyText<'a>),
    /// Every cookie of a domain, in words.
    Any([Piece<'a>; 3]),
}

/// The anchor of a category.
pub(super) fn id(category: &'static CategoryInfo) -> LazyText<'static> {
    LazyText::Between(&["cookie-category-", ""], category.name)
}

impl<'s, 'a> Table<'s, 'a> {
    pub(super) fn new(source: &'s Source<'a>, category: &'static CategoryInfo) -> Option<Self> {
        let mut table = Self {
            source,
            category,
            columns: Columns::NONE,
            has_namesakes: false,
        };
        if !table.has(|_| true) {
            return None;
        }
        table.add_columns();
        table.has_namesakes = table.may_have_namesakes();
        Some(table)
    }

    /// Rows with one name are sent to other places, or stored elsewhere: else they would be the same cookie.
    fn may_have_namesakes(&self) -> bool {
        let (table, config) = (self.source.table, self.source.config);
        let names = table.rows_of(self.category);
        let is_another = |row: &Declaration| {
            table
                .index
                .first(table.rows, row.name(), config)
                .is_some_and(|first| !ptr::eq(first, row))
        };
        names.iter().any(|row| row.scope() != names[0].scope()) && self.has(is_another)
    }

    /// Whether something is so of a row.
    fn has(&self, is_so: impl Fn(&'static Declaration) -> bool) -> bool {
        self.source
            .find(self.source.table.rows_of(self.category), is_so)
            .is_some()
    }

    /// The columns that are asked for, or else those that may say something; with the titles that the table gives them.
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

    /// A column, unless all its cells are empty.
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
        let (names, config) = (self.source.table.rows_of(self.category), self.source.config);
        for row in names
            .iter()
            .filter(|name| !name.own_columns().is_empty() && name.is_on(config))
        {
            for (title, _) in row.own_columns() {
                if !self.columns.contain(Column::Own(title)) {
                    self.add(Column::Own(title), None);
                }
            }
        }
        self.add(Column::Note, None);
    }

    /// The anchor of its section.
    pub(super) fn id(&self) -> LazyText<'a> {
        id(self.category)
    }

    /// Whether names stand in it.
    pub(super) fn prints_names(&self) -> bool {
        self.columns().any(|column| column == Column::Cookie)
    }

    /// What the table is about.
    pub(super) fn caption(&self) -> [Piece<'a>; 3] {
        let [before, after] = self.source.language.texts.used.caption;
        let title = self.source.language.translate(self.category.title);
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

    /// What each column is called in the table's source, and the title that visitors read.
    pub(super) fn titles(&self) -> impl Iterator<Item = (&'a str, Sourced<'a>)> {
        self.columns
            .as_slice()
            .iter()
            .map(|titled| header(self.source.language, titled))
    }

    /// The rows.
    pub(super) fn groups(&self) -> impl Iterator<Item = Group> + use<'a> {
        self.source.groups(self.category)
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
                        Piece::Code(LazyText::Plain(domain)),
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

    /// What the table has under the same name, this row and others.
    fn namesakes(&self, name: &'static Declaration) -> impl Iterator<Item = &'static Declaration> {
        let (table, config) = (self.source.table, self.source.config);
        // A pattern stands for its own text as well, so that it is found by it.
        let found = table
            .index
            .rows(table.rows, name.name())
            .filter(|other| other.name() == name.name());
        found.filter(move |other| {
            other.category_number() == name.category_number() && other.is_on(config)
        })
    }

    /// What tells a name apart from its namesakes, if it has some.
    #[inline]
    pub(super) fn scope(&self, name: &'static Declaration) -> Option<[[Piece<'a>; 3]; 4]> {
        let has_namesakes = self.has_namesakes && self.namesakes(name).nth(1).is_some();
        has_namesakes.then(|| self.scope_among_namesakes(name))
    }

    #[inline(never)]
    fn scope_among_namesakes(&self, name: &'static Declaration) -> [[Piece<'a>; 3]; 4] {
        let (config, texts) = (self.source.config, &self.source.language.texts.scope);
        let [before, after] = texts.around;
        let path_of = |name: &Declaration| {
            name.declared_attributes()
                .map(|attributes| attributes.path.at(config))
        };
        let is_stored_elsewhere = self
            .namesakes(name)
            .any(|other| other.storage() != name.storage());
        let storage = is_stored_elsewhere.then(|| Piece::Text(self.stored(name.storage())));
        let attributes = name.declared_attributes();
        let path = attributes
            .map(|attributes| &attributes.path)
            .filter(|path| {
                let path = path.at(config);
                path != "/"
                    || self
                        .namesakes(name)
                        .any(|other| path_of(other).is_some_and(|other| other != path))
            });
        let domain = match attributes.map(|attributes| &attributes.domain) {
            Some(domain) if domain.at(config).is_some() => Some(LazyText::Domain(domain, config)),
            _ => name.domain().map(LazyText::Plain),
        };
        let mut mark = before;
        let mut fact = |label, said: Option<Piece<'a>>| match said {
            Some(said) => [
                Piece::built_in(mem::replace(&mut mark, texts.separator)),
                Piece::built_in(label),
                said,
            ],
            None => [Piece::Nothing; 3],
        };
        let facts = [
            fact("", storage),
            fact(
                texts.path,
                path.map(|path| Piece::Code(LazyText::Path(path, config))),
            ),
            fact(texts.domain, domain.map(Piece::Code)),
        ];
        let is_said = facts
            .iter()
            .flatten()
            .any(|piece| !matches!(piece, Piece::Nothing));
        let after = if is_said {
            Piece::built_in(after)
        } else {
            Piece::Nothing
        };
        let [storage, path, domain] = facts;
        [
            storage,
            path,
            domain,
            [after, Piece::Nothing, Piece::Nothing],
        ]
    }

    #[inline]
    pub(super) fn cell(&self, row: &'static Declaration, column: Column<'_>) -> Cell<'a> {
        let texts = self.source.language.texts;
        match column {
            Column::Cookie => Cell::Names,
            Column::Provider => row
                .provider()
                .map_or(Cell::Empty, |provider| site(provider.title)),
            Column::Function => self.own(row.function()),
            Column::Purpose => self.own(row.purpose()),
            Column::Duration if row.duration_text().is_some() => self.own(row.duration_text()),
            Column::Duration => match row.stated_duration() {
                Duration::Unstated | Duration::Terms([]) => Cell::Empty,
                duration => {
                    let words = LazyText::Duration(&texts.duration, duration, self.source.config);
                    Cell::Text(Sourced::BuiltIn(words))
                }
            },
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
                    LazyText::Between(&texts.set_by.third_party_domain, domain)
                }
            })),
            Column::Storage => match row.storage() {
                Storage::Other(text) => self.own(Some(text)),
                storage => Cell::Text(self.stored(storage)),
            },
            Column::Note => self.own(row.note()),
            Column::Own(title) => self.own(row.own(title)),
        }
    }

    #[inline]
    fn own(&self, text: Option<&'static str>) -> Cell<'a> {
        text.map_or(Cell::Empty, |text| {
            site(self.source.language.translate(text))
        })
    }

    fn stored(&self, storage: Storage) -> Sourced<'a> {
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

/// A text of the site in a cell.
#[inline]
fn site(text: &str) -> Cell<'_> {
    // Most texts are known by their first byte not to be blank.
    let is_blank =
        !text.as_bytes().first().is_some_and(u8::is_ascii_graphic) && text.trim().is_empty();
    if is_blank {
        Cell::Empty
    } else {
        Cell::Text(Sourced::Site(text))
    }
}

fn header<'a>(language: Language, titled: &Titled<'a>) -> (&'a str, Sourced<'a>) {
    let texts = &language.texts.columns;
    let (key, text) = match titled.column {
        Column::Cookie => ("cookie", texts.cookie),
        Column::Provider => ("provider", texts.provider),
        Column::Function => ("function", texts.function),
        Column::Purpose => ("purpose", texts.purpose),
        Column::Duration => ("duration", texts.duration),
        Column::Attributes => ("attributes", texts.attributes),
        Column::SetBy => ("set_by", texts.set_by),
        Column::Storage => ("storage", texts.storage),
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
struct Columns<'a> {
    /// As many as tables usually have, so that nothing is allocated for them.
    few: [Titled<'a>; 16],
    /// All of them, where there are more.
    many: Vec<Titled<'a>>,
    count: usize,
}

#[derive(Clone, Copy)]
struct Titled<'a> {
    column: Column<'a>,
    /// The title that the table gives it.
    title: Option<&'static str>,
}

impl<'a> Columns<'a> {
    const NONE: Self = Self {
        few: [Titled {
            column: Column::Cookie,
            title: None,
        }; 16],
        many: Vec::new(),
        count: 0,
    };

    fn push(&mut self, column: Column<'a>, title: Option<&'static str>) {
        let titled = Titled { column, title };
        if let Some(place) = self.few.get_mut(self.count) {
            *place = titled;
        } else {
            if self.many.is_empty() {
                self.many.extend(self.few);
            }
            self.many.push(titled);
        }
        self.count += 1;
    }

    fn as_slice(&self) -> &[Titled<'a>] {
        self.few.get(..self.count).unwrap_or(&self.many)
    }

    fn contain(&self, column: Column<'_>) -> bool {
        self.as_slice().iter().any(|other| other.column == column)
    }
}
