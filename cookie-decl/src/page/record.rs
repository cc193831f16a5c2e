//! Records the page in a [`Document`].

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::convert::Infallible;
use core::mem;

use crate::page::document::{
    Block, Category, Cell, Document, Inline, LastUpdated, Lifetime, Name, Provider, Row, Section,
    Table, TableColumn, Text,
};
use crate::page::lazy_text::{LazyText, Piece, Sourced, pieces, terms};
use crate::page::options::Page;
use crate::page::sections::{Head, Sink};
use crate::page::source::{Group, Source};
use crate::page::{rows, sections};
use crate::table;
use crate::table::declaration::Declaration;
use crate::table::duration::Duration;
use crate::table::language::Language;
use crate::table::provider::ProviderInfo;
use crate::texts::direction::direction_of_language;

pub(super) fn document<'a>(page: &'a Page<'a>) -> Document<'a> {
    let source = Source::new(page);
    let mut root = section(&Head {
        id: LazyText::Plain(""),
        heading: &[],
        category: None,
    });
    let Ok(()) = source.introduction(&mut root);
    let introduction = mem::take(&mut root.blocks);
    let Ok(()) = source.sections(&mut root);
    let language = source.language;
    Document {
        language: language.tag.into(),
        direction: direction_of_language(language.tag),
        built_in_language: language.texts.language.into(),
        title: source.title().into(),
        site: source.site().map(Cow::Borrowed),
        introduction,
        sections: root.sections,
        providers: source
            .providers()
            .map(|provider| self::provider(&source, provider))
            .collect(),
        last_updated: source.last_updated().map(|updated| LastUpdated {
            label: updated.label.into(),
            date: updated.date.into(),
            iso: updated.iso.map(Cow::Borrowed),
        }),
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
        let titles = table.titles().map(|(key, title)| TableColumn {
            key: key.into(),
            title: title.into(),
        });
        self.blocks.push(Block::Table(Table {
            caption: sentence(&table.caption()),
            columns: titles.collect(),
            rows: table.groups().map(|group| row(table, group)).collect(),
        }));
        Ok(())
    }
}

fn section<'a>(head: &Head<'_, 'a>) -> Section<'a> {
    Section {
        id: head.id.text(),
        heading: sentence(head.heading),
        category: head.category.map(|category| Category {
            name: category.name.into(),
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
        storage: first.storage(),
        lifetimes: lifetimes(table, first.stated_duration()),
        cells: table
            .columns()
            .map(|column| table.cell(first, column).into())
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

fn lifetimes(table: &rows::Table<'_, '_>, duration: &Duration) -> Vec<Lifetime> {
    let persistent = matches!(duration, Duration::Persistent).then_some(Lifetime::Persistent);
    let terms = terms(duration, table.source.config).map(|term| match term.seconds() {
        Some(seconds) => Lifetime::Time {
            seconds,
            rolling: term.rolling,
        },
        None => Lifetime::Session,
    });
    persistent.into_iter().chain(terms).collect()
}

fn provider<'a>(source: &Source<'a>, provider: &'static ProviderInfo) -> Provider<'a> {
    Provider {
        name: provider.name.into(),
        title: Text::Site(provider.title.into()),
        third_party: provider.third_party,
        country: provider
            .country
            .map(|country| Text::in_language(source.language, country)),
        domain: provider.domain.map(Cow::Borrowed),
        privacy: provider.privacy.map(Cow::Borrowed),
    }
}

/// The blocks of the site's prose.
pub(crate) fn prose<'a>(
    table: &'static table::Table,
    language: Language,
    texts: &'static [&'static str],
) -> Vec<Block<'a>> {
    let mut root = section(&Head {
        id: LazyText::Plain(""),
        heading: &[],
        category: None,
    });
    let Ok(()) = sections::prose(table, language, texts, &mut root);
    root.blocks
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
        Piece::Code(text) => Inline::Code { text: text.text() },
        Piece::Link(text, address) => Inline::Link {
            text: text.into(),
            href: address.into(),
        },
    })
}

impl<'a> From<rows::Cell<'a>> for Cell<'a> {
    fn from(cell: rows::Cell<'a>) -> Self {
        match cell {
            rows::Cell::Empty => Self::Empty,
            rows::Cell::Names => Self::Names,
            rows::Cell::Text(text) => Self::Text { text: text.into() },
            rows::Cell::Marked(text) => Self::Sentence {
                content: sentence(&[Piece::Marked(text)]),
            },
            rows::Cell::Code(text) => Self::Code { text: text.text() },
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
