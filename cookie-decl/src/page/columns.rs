//! The columns of the tables. All tables of a page have the same, because readers compare them.

use alloc::vec::Vec;

use crate::page::cells::Cell;
use crate::page::lazy_text::{LazyText, Sourced};
use crate::page::source::Source;
use crate::table::column::Column;
use crate::table::declaration::{SetBy, Storage};
use crate::table::language::Language;

/// The columns of all tables of a page, in their order.
pub(super) struct Columns<'a> {
    /// The columns, if there are at most 16: nothing is allocated for them.
    inline: [TitledColumn<'a>; 16],
    /// All columns, if there are more.
    spilled: Vec<TitledColumn<'a>>,
    count: usize,
}

/// A column with the title that visitors read.
#[derive(Clone, Copy)]
pub(super) struct TitledColumn<'a> {
    pub(super) column: Column<'a>,
    pub(super) title: &'a str,
    /// Whether the title is one of the site's own.
    pub(super) is_of_site: bool,
}

impl<'a> TitledColumn<'a> {
    /// A column with the title in the table's source, if it has one there.
    fn new(column: Column<'a>, title: Option<&'a str>, language: Language) -> Self {
        let texts = &language.texts.columns;
        let built_in = match column {
            Column::Cookie => texts.cookie,
            Column::Provider => texts.provider,
            Column::Function => texts.function,
            Column::Purpose => texts.purpose,
            Column::Duration => texts.duration,
            Column::Attributes => texts.attributes,
            Column::SetBy => texts.set_by,
            Column::Party => texts.party,
            Column::Storage => texts.storage,
            Column::Basis => texts.basis,
            Column::Note => texts.note,
            Column::Own(_) => "",
        };
        let own = match column {
            Column::Own(own) => Some(title.unwrap_or(own)),
            _ => title,
        };
        Self {
            column,
            title: own.map_or(built_in, |title| language.translate(title)),
            is_of_site: own.is_some(),
        }
    }

    #[inline]
    pub(super) fn title(&self) -> Sourced<'a> {
        if self.is_of_site {
            Sourced::Site(self.title)
        } else {
            Sourced::BuiltIn(LazyText::Plain(self.title))
        }
    }

    /// The name of the column, the same in every language.
    pub(super) fn key(&self) -> &'a str {
        match self.column {
            Column::Cookie => "cookie",
            Column::Provider => "provider",
            Column::Function => "function",
            Column::Purpose => "purpose",
            Column::Duration => "duration",
            Column::Attributes => "attributes",
            Column::SetBy => "set_by",
            Column::Party => "party",
            Column::Storage => "storage",
            Column::Basis => "basis",
            Column::Note => "note",
            Column::Own(own) => own,
        }
    }
}

impl<'a> Columns<'a> {
    pub(super) const NONE: Self = Self {
        inline: [TitledColumn {
            column: Column::Cookie,
            title: "",
            is_of_site: false,
        }; 16],
        spilled: Vec::new(),
        count: 0,
    };

    /// The columns of the page's options, or of the table, or the default ones.
    pub(super) fn of(source: &Source<'a>) -> Self {
        let mut columns = Self::NONE;
        let (page, print) = (source.page, source.table.print);
        match &page.columns {
            Some(chosen) => {
                for column in chosen {
                    let titled = print.iter().find(|(other, _)| other == column);
                    columns.add(source, *column, titled.and_then(|(_, title)| *title));
                }
            }
            None if !print.is_empty() => print
                .iter()
                .for_each(|(column, title)| columns.add(source, *column, *title)),
            None => columns.add_default(source),
        }
        if page.security && !columns.contain(Column::Attributes) {
            columns.add(source, Column::Attributes, None);
        }
        if columns.count == 0 {
            columns.push(TitledColumn::new(Column::Cookie, None, source.language));
        }
        columns
    }

    fn add_default(&mut self, source: &Source<'a>) {
        for column in [
            Column::Cookie,
            Column::Provider,
            Column::Purpose,
            Column::Function,
            Column::Duration,
        ] {
            self.add(source, column, None);
        }
        if source.has_rare(|fields| matches!(fields.set_by, SetBy::ThirdParty(_))) {
            self.add(source, Column::SetBy, None);
        }
        if source.has_rare(|fields| !fields.own.is_empty()) {
            for row in source.rows().filter(|row| row.is_on(source.config)) {
                for (title, _) in row.own_columns() {
                    if !self.contain(Column::Own(title)) {
                        self.add(source, Column::Own(title), None);
                    }
                }
            }
        }
        self.add(source, Column::Basis, None);
        self.add(source, Column::Note, None);
    }

    /// Adds a column, unless it says nothing: all its cells are empty, or everything is a cookie.
    fn add(&mut self, source: &Source<'a>, column: Column<'a>, title: Option<&'a str>) {
        let says_something = match column {
            Column::Storage => source.has_rare(|fields| fields.storage != Storage::Cookie),
            Column::Basis => source.has_rare(|fields| fields.basis.is_some()),
            column => source.has(|row| !matches!(source.cell(row, column), Cell::Empty)),
        };
        if says_something {
            self.push(TitledColumn::new(column, title, source.language));
        }
    }

    fn push(&mut self, column: TitledColumn<'a>) {
        if let Some(place) = self.inline.get_mut(self.count) {
            *place = column;
        } else {
            if self.spilled.is_empty() {
                self.spilled.extend(self.inline);
            }
            self.spilled.push(column);
        }
        self.count += 1;
    }

    pub(super) fn as_slice(&self) -> &[TitledColumn<'a>] {
        self.inline.get(..self.count).unwrap_or(&self.spilled)
    }

    pub(super) fn contain(&self, column: Column<'_>) -> bool {
        self.as_slice().iter().any(|other| other.column == column)
    }
}
