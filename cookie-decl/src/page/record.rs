//! Records the page in a [`Document`].

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::convert::Infallible;
use core::{mem, ptr};

use cookie_decl_core::browser::LONGEST_AGE;
use cookie_decl_core::markup::plain;

use crate::page::columns::Columns;
use crate::page::document::{
    Block, Category, Cell, Controller, Document, Inline, LastUpdated, Lifetime, Name, Provider,
    Row, Section, Stored, Table, TableColumn, Text,
};
use crate::page::lazy_text::{LazyText, Piece, Sourced, pieces, terms};
use crate::page::options::Page;
use crate::page::sections::{Head, Sink};
use crate::page::source::{Group, Source};
use crate::page::{cells, rows, sections};
use crate::run_time::Config;
use crate::table;
use crate::table::category::CategoryInfo;
use crate::table::column::Column;
use crate::table::declaration::{Declaration, Storage};
use crate::table::duration::Duration;
use crate::table::language::Language;
use crate::table::provider::{ControllerInfo, ProviderInfo};
use crate::texts::direction::direction_of_language;

pub(super) fn document<'a>(page: &'a Page<'a>) -> Document<'a> {
    let source = Source::new(page);
    let mut root = root();
    let Ok(()) = source.introduction(&mut root);
    let introduction = mem::take(&mut root.blocks);
    let Ok(()) = source.sections(&mut root);
    let language = source.language;
    Document {
        language: language.tag.into(),
        direction: direction_of_language(language.tag),
        built_in_language: language.texts.language.into(),
        title: source.title().into(),
        version: source.table.version.map(Cow::Borrowed),
        last_updated: source.last_updated().map(|updated| LastUpdated {
            label: updated.label.into(),
            date: updated.date.into(),
            iso: updated.iso.map(Cow::Borrowed),
        }),
        site: source.site().map(Cow::Borrowed),
        introduction,
        sections: root.sections,
        providers: source
            .providers()
            .map(|provider| self::provider(&source, provider))
            .collect(),
        controller: source
            .table
            .controller
            .as_ref()
            .map(|controller| self::controller(&source, controller)),
    }
}

/// Records what is inside the section.
impl<'a> Sink<'a> for Section<'a> {
    type Error = Infallible;

    fn section(
        &mut self,
        head: &Head<'_, 'a>,
        content: impl FnOnce(&mut Self) -> Result<(), Infallible>,
    ) -> Result<(), Infallible> {
        let mut inner = section(head);
        content(&mut inner)?;
        self.sections.push(inner);
        Ok(())
    }

    fn paragraph(&mut self, content: &[Piece<'a>]) -> Result<(), Infallible> {
        self.blocks.push(Block::Paragraph {
            content: sentence(content),
        });
        Ok(())
    }

    fn heading(&mut self, content: &[Piece<'a>]) -> Result<(), Infallible> {
        self.blocks.push(Block::Heading {
            content: sentence(content),
        });
        Ok(())
    }

    fn list<const N: usize>(
        &mut self,
        items: impl Iterator<Item = [[Piece<'a>; 3]; N]>,
    ) -> Result<(), Infallible> {
        self.blocks.push(Block::List {
            items: items.map(|item| sentence(item.as_flattened())).collect(),
        });
        Ok(())
    }

    fn table(&mut self, table: &rows::Table<'_, 'a>) -> Result<(), Infallible> {
        let columns = table.columns().iter().map(|column| TableColumn {
            key: column.key().into(),
            title: column.title().into(),
        });
        self.blocks.push(Block::Table(Table {
            columns: columns.collect(),
            rows: table.groups().map(|group| row(table, group)).collect(),
        }));
        Ok(())
    }
}

/// A section that only holds what is recorded.
fn root<'a>() -> Section<'a> {
    section(&Head {
        id: LazyText::Plain(""),
        heading: &[],
        category: None,
    })
}

fn section<'a>(head: &Head<'_, 'a>) -> Section<'a> {
    Section {
        id: head.id.text(),
        heading: sentence(head.heading),
        category: head.category.map(|category| Category {
            name: category.declared().into(),
            gate: category.gate,
            gpc: category.gpc,
        }),
        blocks: Vec::new(),
        sections: Vec::new(),
    }
}

fn row<'a>(table: &rows::Table<'_, 'a>, group: Group) -> Row<'a> {
    let first = &group[0];
    Row {
        names: group.iter().map(|name| self::name(table, name)).collect(),
        provider: first.provider().map(|provider| provider.name.into()),
        set_by: first.set_by(),
        party: first.party(table.source.site()),
        storage: first.storage(),
        lifetimes: lifetimes(table, first),
        cells: table
            .columns()
            .iter()
            .map(|column| table.source.cell(first, column.column).into())
            .collect(),
    }
}

fn name<'a>(table: &rows::Table<'_, 'a>, name: &'static Declaration) -> Name<'a> {
    match table.name(name) {
        rows::Name::Any(phrase) => Name::Any {
            domain: name.domain().map(Cow::Borrowed),
            printed: sentence(&phrase),
        },
        rows::Name::Printed(printed) => {
            let scope = table
                .scope(name)
                .map_or_else(Vec::new, |scope| sentence(scope.as_flattened()));
            match name.pattern() {
                Some(_) => Name::Pattern {
                    name: name.name().into(),
                    printed: printed.text(),
                    scope,
                },
                None => Name::Exact {
                    name: printed.text(),
                    scope,
                },
            }
        }
    }
}

fn lifetimes(table: &rows::Table<'_, '_>, row: &Declaration) -> Vec<Lifetime> {
    let duration = row.stated_duration();
    let most = match row.storage() {
        Storage::Pixel => return Vec::new(),
        Storage::Cookie => LONGEST_AGE,
        _ => u64::MAX,
    };
    let endless = match duration {
        Duration::Persistent => Some(Lifetime::Persistent),
        Duration::Unknown => Some(Lifetime::Unknown),
        _ => None,
    };
    let terms = terms(duration, table.source.config).map(|term| match term.seconds() {
        Some(seconds) => Lifetime::Time {
            seconds: seconds.min(most),
            rolling: term.rolling,
        },
        None => Lifetime::Session,
    });
    endless.into_iter().chain(terms).collect()
}

fn provider<'a>(source: &Source<'a>, provider: &'static ProviderInfo) -> Provider<'a> {
    Provider {
        name: provider.name.into(),
        title: Text::Site(provider.title.into()),
        third_party: provider.third_party,
        country: provider
            .country
            .map(|country| Text::in_language(source.language, country)),
        transfer: provider.transfer.map_or_else(Vec::new, |text| {
            sentence(&[Piece::marked(source.language.translate(text), source.table)])
        }),
        domains: provider
            .domains
            .iter()
            .copied()
            .map(Cow::Borrowed)
            .collect(),
        address: provider.address.map(Cow::Borrowed),
        contact: provider.contact.map(Cow::Borrowed),
        privacy: provider.privacy.map(Cow::Borrowed),
        opt_out: provider.opt_out.map(Cow::Borrowed),
    }
}

fn controller<'a>(source: &Source<'a>, controller: &'static ControllerInfo) -> Controller<'a> {
    Controller {
        title: Text::Site(controller.title.into()),
        address: controller.address.map(Cow::Borrowed),
        contact: controller.contact.map(Cow::Borrowed),
        officer: controller.officer.map(Cow::Borrowed),
        privacy: controller.privacy.map(Cow::Borrowed),
        authority: controller.authority.map_or_else(Vec::new, |text| {
            sentence(&[Piece::marked(text, source.table)])
        }),
    }
}

/// The blocks of the site's prose.
pub(crate) fn prose<'a>(
    table: &'static table::Table,
    language: Language,
    texts: &'static [&'static str],
) -> Vec<Block<'a>> {
    let mut root = root();
    let Ok(()) = sections::prose(table, language, texts, &mut root);
    root.blocks
}

/// What a category stores in this deployment, in the words of a language.
pub(crate) fn stored(
    table: &'static table::Table,
    config: Config<'_>,
    language: Option<&str>,
    category: &'static CategoryInfo,
) -> Vec<Stored> {
    let mut page = Page::new(table, config);
    if let Some(language) = language {
        page = page.language(language);
    }
    let source = Source::new(&page);
    let whole = rows::Part::whole(source.table, category);
    // No column says where something is stored, so the names do.
    let columns = Columns::NONE;
    let Some(table) = rows::Table::new(&source, &columns, whole) else {
        return Vec::new();
    };
    let cell = |row, column| cell_text(&source, row, column);
    let stored = |group: Group| Stored {
        names: group
            .iter()
            .map(|name| words(&self::name(&table, name)))
            .collect(),
        provider: cell(&group[0], Column::Provider),
        purpose: cell(&group[0], Column::Purpose),
        duration: cell(&group[0], Column::Duration),
    };
    let is_own = |group: &Group| ptr::eq(group[0].category(), category);
    table.groups().filter(is_own).map(stored).collect()
}

/// How long a row of the page's table is kept, as its page says.
pub(super) fn duration(page: &Page<'_>, row: &Declaration) -> Option<String> {
    let source = Source::new(page);
    let row = source.rows().find(|it| *it == row)?;
    cell_text(&source, row, Column::Duration)
}

/// The text of a cell, unless it is empty.
fn cell_text(source: &Source<'_>, row: &'static Declaration, column: Column<'_>) -> Option<String> {
    match source.cell(row, column) {
        cells::Cell::Text(text) => Some(text.text().into_owned()),
        cells::Cell::Marked(text) => Some(plain(text).collect()),
        cells::Cell::Both(both) => Some(text_of(&sentence(&both.pieces()))),
        _ => None,
    }
}

/// A name as visitors read it.
fn words(name: &Name<'_>) -> String {
    match name {
        Name::Exact { name, scope }
        | Name::Pattern {
            printed: name,
            scope,
            ..
        } => [&**name, &text_of(scope)].concat(),
        Name::Any { printed, .. } => text_of(printed),
    }
}

/// The words of a sentence.
fn text_of(sentence: &[Inline<'_>]) -> String {
    let text = |piece: &'_ Inline<'_>| match piece {
        Inline::Text { text } | Inline::Strong { text } | Inline::Link { text, .. } => {
            text.as_str().into()
        }
        Inline::Code { text } => String::from(&**text),
    };
    sentence.iter().map(text).collect()
}

fn sentence<'a>(sentence: &[Piece<'a>]) -> Vec<Inline<'a>> {
    let mut inline = Vec::new();
    for piece in sentence {
        match *piece {
            Piece::Marked(text) => inline.extend(pieces(text).filter_map(self::piece)),
            piece => inline.extend(self::piece(piece)),
        }
    }
    inline
}

fn piece(piece: Piece<'_>) -> Option<Inline<'_>> {
    Some(match piece {
        Piece::Nothing | Piece::Marked(_) => return None,
        Piece::Text(text) => Inline::Text { text: text.into() },
        Piece::Strong(text) => Inline::Strong { text: text.into() },
        Piece::Provider(provider) => Inline::Strong {
            text: Text::Site(provider.title.into()),
        },
        Piece::Code(text) => Inline::Code { text: text.text() },
        Piece::Link(text, address) => Inline::Link {
            text: text.into(),
            href: address.into(),
        },
    })
}

impl<'a> From<cells::Cell<'a>> for Cell<'a> {
    fn from(cell: cells::Cell<'a>) -> Self {
        match cell {
            cells::Cell::Empty => Self::Empty,
            cells::Cell::Names => Self::Names,
            cells::Cell::Text(text) => Self::Text { text: text.into() },
            cells::Cell::Both(both) => Self::Sentence {
                content: sentence(&both.pieces()),
            },
            cells::Cell::Marked(text) => Self::Sentence {
                content: sentence(&[Piece::Marked(text)]),
            },
            cells::Cell::Code(text) => Self::Code { text: text.text() },
        }
    }
}

impl<'a> From<Sourced<'a>> for Text<'a> {
    fn from(text: Sourced<'a>) -> Self {
        match text {
            Sourced::Site(text) => Self::Site(text.into()),
            Sourced::BuiltIn(words) => Self::BuiltIn(words.text()),
        }
    }
}
