//! The one walk over the content of the page. A [`Sink`] for each format receives it piece by
//! piece, so all formats have the same content, and none is built from another.

use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

use cookie_decl_core::markup::Block;

use crate::page::columns::Columns;
use crate::page::document::Address;
use crate::page::lazy_text::{LazyText, Piece, Sourced};
use crate::page::rows;
use crate::page::source::Source;
use crate::table::category::{Break, CategoryInfo, Gate};
use crate::table::column::Column;
use crate::table::declaration::{Declaration, Storage};
use crate::table::language::Language;
use crate::table::party::{Party, host};
use crate::table::provider::{ControllerInfo, ProviderInfo};
use crate::table::{Part, Table};

/// Receives the content of the page in one format.
pub(super) trait Sink<'a> {
    /// Why the sink cannot take more.
    type Error;

    /// Receives a section with its heading.
    fn section(
        &mut self,
        head: &Head<'_, 'a>,
        content: impl FnOnce(&mut Self) -> Result<(), Self::Error>,
    ) -> Result<(), Self::Error>;

    /// Receives a paragraph.
    fn paragraph(&mut self, content: &[Piece<'a>]) -> Result<(), Self::Error>;

    /// Receives a heading between the paragraphs of a section.
    fn heading(&mut self, content: &[Piece<'a>]) -> Result<(), Self::Error>;

    /// Receives an unordered list. Each item is an array of its parts.
    fn list<const N: usize>(
        &mut self,
        items: impl Iterator<Item = [[Piece<'a>; 3]; N]>,
    ) -> Result<(), Self::Error>;

    /// Receives a table of what is stored.
    fn table(&mut self, table: &rows::Table<'_, 'a>) -> Result<(), Self::Error>;
}

/// The heading of a section.
pub(super) struct Head<'s, 'a> {
    /// The anchor.
    pub(super) id: LazyText<'a>,
    pub(super) heading: &'s [Piece<'a>],
    /// The category that the section is about.
    pub(super) category: Option<&'static CategoryInfo>,
}

/// The anchor of the section about choosing.
pub(super) const CHOICE: &str = "cookie-choice";

/// Passes the paragraphs, lists and headings of the site's prose to a sink.
pub(super) fn prose<'a, S: Sink<'a>>(
    table: &'static Table,
    language: Language,
    texts: &'static [&'static str],
    sink: &mut S,
) -> Result<(), S::Error> {
    let piece = |text: &'static str| Piece::marked(text, table);
    let block = |text: &'static str| {
        let text = language.translate(text);
        if table.has_markup {
            Block::new(text)
        } else {
            Block::Paragraph(text)
        }
    };
    let is_item = |text: &'static str| matches!(block(text), Block::Item(_));
    for texts in texts.chunk_by(|text, next| is_item(text) && is_item(next)) {
        match block(texts[0]) {
            Block::Paragraph(text) => sink.paragraph(&[piece(text)])?,
            Block::Heading(text) => sink.heading(&[piece(text)])?,
            Block::Item(_) => sink.list(texts.iter().map(|text| {
                let item = piece(block(text).text());
                [[item, Piece::Nothing, Piece::Nothing]]
            }))?,
        }
    }
    Ok(())
}

impl<'a> Source<'a> {
    /// Passes the introduction to a sink.
    pub(super) fn introduction<S: Sink<'a>>(&self, sink: &mut S) -> Result<(), S::Error> {
        self.prose(self.table.introduction, sink)
    }

    fn prose<S: Sink<'a>>(
        &self,
        texts: &'static [&'static str],
        sink: &mut S,
    ) -> Result<(), S::Error> {
        prose(self.table, self.language, texts, sink)
    }

    /// Passes all sections to a sink. The site's own sections continue the introduction, separate
    /// the categories, or follow them.
    pub(super) fn sections<S: Sink<'a>>(&self, sink: &mut S) -> Result<(), S::Error> {
        let columns = &Columns::of(self);
        let is_category = |part: &Part| matches!(part, Part::Category(_));
        let parts = self.table.parts;
        let first = parts.iter().position(is_category).unwrap_or(parts.len());
        let end = parts
            .iter()
            .rposition(is_category)
            .map_or(first, |last| last + 1);
        self.parts(0..first, columns, sink)?;
        let is_about = |part: &Part| matches!(part, Part::About(..) | Part::BuiltInAbout);
        if !parts.iter().any(is_about) {
            self.about_section(sink)?;
        }
        self.categories_section(first..end, columns, sink)?;
        self.parts(end..parts.len(), columns, sink)?;
        if self
            .table
            .categories()
            .iter()
            .any(|category| category.gate != Gate::Exempt)
        {
            self.choice_section(sink)?;
        }
        if let Some(controller) = &self.table.controller {
            let heading = [Piece::built_in(self.language.texts.controller.heading)];
            section(sink, "cookie-controller", &heading, |sink| {
                sink.paragraph(self.controller(controller).as_flattened())
            })?;
        }
        if self.providers().next().is_some() {
            self.provider_list(sink)?;
        }
        Ok(())
    }

    fn parts<S: Sink<'a>>(
        &self,
        mut parts: Range<usize>,
        columns: &Columns<'a>,
        sink: &mut S,
    ) -> Result<(), S::Error> {
        parts.try_for_each(|number| match &self.table.parts[number] {
            Part::Section(heading, paragraphs) => {
                let number = u32::try_from(number + 1).unwrap_or(u32::MAX);
                let id = LazyText::Numbered("cookie-section-", number);
                self.site_section(id, *heading, paragraphs, sink)
            }
            Part::About(_, []) => Ok(()),
            Part::About(heading, paragraphs) => {
                let id = LazyText::Plain("cookie-about");
                self.site_section(id, *heading, paragraphs, sink)
            }
            Part::BuiltInAbout => self.about_section(sink),
            Part::Category(category) => {
                let category = &self.table.categories()[usize::from(*category)];
                self.category(category, columns, sink)
            }
        })
    }

    /// A section with prose of the site.
    fn site_section<S: Sink<'a>>(
        &self,
        id: LazyText<'a>,
        heading: Option<&'static str>,
        paragraphs: &'static [&'static str],
        sink: &mut S,
    ) -> Result<(), S::Error> {
        let heading = heading.map(|heading| self.site_title(heading));
        let head = Head {
            id,
            heading: heading.as_slice(),
            category: None,
        };
        sink.section(&head, |sink| self.prose(paragraphs, sink))
    }

    fn about_section<S: Sink<'a>>(&self, sink: &mut S) -> Result<(), S::Error> {
        let texts = &self.language.texts.about;
        section(
            sink,
            "cookie-about",
            &[Piece::built_in(texts.heading)],
            |sink| {
                sink.paragraph(&[Piece::built_in(texts.cookies)])?;
                sink.paragraph(&[Piece::built_in(texts.uses)])?;
                if self.has_rare(|fields| fields.storage != Storage::Cookie) {
                    sink.paragraph(&[Piece::built_in(texts.storage)])?;
                }
                let is_explained = self.explained_kinds();
                if is_explained == [false; 4] {
                    return Ok(());
                }
                sink.paragraph(&[Piece::built_in(texts.kinds)])?;
                let kinds = texts.kind.iter().zip(is_explained);
                let kinds = kinds.filter_map(|(kind, is_explained)| is_explained.then_some(kind));
                sink.list(kinds.map(|[kind, rest]| {
                    let kind = Piece::Strong(Sourced::built_in(kind));
                    [[kind, Piece::built_in(rest), Piece::Nothing]]
                }))
            },
        )
    }

    /// Which kinds of cookies the page has: necessary, statistics, first-party and third-party ones.
    fn explained_kinds(&self) -> [bool; 4] {
        let has = |predicate: fn(&CategoryInfo) -> bool| {
            let categories = self.table.categories().iter();
            let categories = categories.filter(|category| predicate(category));
            let mut rows = categories.flat_map(|category| self.table.rows_of(category));
            rows.any(|row| row.is_on(self.config))
        };
        let is_third = |row: &Declaration| row.party(self.site()) == Party::Third;
        [
            has(|category| category.gate == Gate::Exempt),
            has(CategoryInfo::is_statistics),
            self.find(self.table.rows, |row| !is_third(row)).is_some(),
            self.find(self.table.rows, is_third).is_some(),
        ]
    }

    fn categories_section<S: Sink<'a>>(
        &self,
        parts: Range<usize>,
        columns: &Columns<'a>,
        sink: &mut S,
    ) -> Result<(), S::Error> {
        let texts = &self.language.texts.used;
        let heading = match self.site() {
            Some(site) => {
                let [before, after] = texts.heading_on;
                [
                    Piece::built_in(before),
                    Piece::site(name_of_site(site)),
                    Piece::built_in(after),
                ]
            }
            None => [
                Piece::built_in(texts.heading),
                Piece::Nothing,
                Piece::Nothing,
            ],
        };
        section(sink, "cookie-used", &heading, |sink| {
            if self.table.categories().is_empty() {
                sink.paragraph(&[Piece::built_in(texts.nothing)])?;
            }
            let first = self.find_rare(|fields| fields.pattern.is_some());
            if let Some(pattern) = first.and_then(|fields| fields.pattern)
                && columns.contain(Column::Cookie)
            {
                let [before, after] = texts.hole;
                let hole = Piece::Code(LazyText::Between(&["<", ">"], pattern.holes[0].0));
                sink.paragraph(&[Piece::built_in(before), hole, Piece::built_in(after)])?;
            }
            self.parts(parts, columns, sink)
        })
    }

    fn category<S: Sink<'a>>(
        &self,
        category: &'static CategoryInfo,
        columns: &Columns<'a>,
        sink: &mut S,
    ) -> Result<(), S::Error> {
        let title = self.site_title(category.heading());
        sink.section(
            &Head {
                id: rows::id(category),
                heading: &[title],
                category: Some(category),
            },
            |sink| {
                self.prose(category.description, sink)?;
                let whole = rows::Part::whole(self.table, category);
                if !whole.has(self, |_| true) {
                    return sink.paragraph(&[Piece::built_in(self.language.texts.used.empty)]);
                }
                sink.paragraph(&self.gate(category))?;
                if let Some(advanced) = self.advanced(category) {
                    sink.paragraph(&advanced)?;
                }
                self.tables(category, whole, columns, sink)?;
                self.identifier(category, sink)
            },
        )
    }

    /// Says below the row of the answer what that cookie contains.
    fn identifier<S: Sink<'a>>(
        &self,
        category: &'static CategoryInfo,
        sink: &mut S,
    ) -> Result<(), S::Error> {
        let answer = self.table.tied_row_in(self.config);
        let answer = answer.filter(|row| core::ptr::eq(row.category(), category));
        answer.map_or(Ok(()), |row| {
            let [before, after] = self.language.texts.ask.identifier;
            let name = Piece::Code(LazyText::Plain(row.name()));
            sink.paragraph(&[Piece::built_in(before), name, Piece::built_in(after)])
        })
    }

    /// The tables of a category, with the sections between them.
    fn tables<S: Sink<'a>>(
        &self,
        category: &'static CategoryInfo,
        whole: rows::Part<'a>,
        columns: &Columns<'a>,
        sink: &mut S,
    ) -> Result<(), S::Error> {
        let is_section = |(_, found): &(u16, Break)| matches!(found, Break::Section(..));
        let (mut from, mut breaks) = (category.first, category.breaks);
        let (mut section, mut number) = (None::<(Option<_>, _)>, 0);
        loop {
            let length = breaks.iter().position(is_section).unwrap_or(breaks.len());
            let (listed, after) = breaks.split_at(length);
            let to = after.first().map_or(category.end, |(before, _)| *before);
            let mut part = rows::Part {
                rows: &self.table.rows[usize::from(from)..usize::from(to)],
                breaks: listed,
                ..whole
            };
            match section {
                None => self.part_table(part, columns, sink)?,
                Some((heading, paragraphs)) => {
                    let id = LazyText::PartOf(category.declared(), number);
                    if heading.is_some() {
                        part.id = id;
                    }
                    let heading = heading.map(|heading| self.site_title(heading));
                    let head = Head {
                        id,
                        heading: heading.as_slice(),
                        category: None,
                    };
                    sink.section(&head, |sink| {
                        self.prose(paragraphs, sink)?;
                        self.part_table(part, columns, sink)
                    })?;
                }
            }
            let Some(((before, Break::Section(heading, paragraphs)), rest)) = after.split_first()
            else {
                return Ok(());
            };
            section = Some((*heading, *paragraphs));
            (from, breaks, number) = (*before, rest, number + 1);
        }
    }

    /// The table of a part, unless it has no row in this deployment.
    fn part_table<S: Sink<'a>>(
        &self,
        part: rows::Part<'a>,
        columns: &Columns<'a>,
        sink: &mut S,
    ) -> Result<(), S::Error> {
        rows::Table::new(self, columns, part).map_or(Ok(()), |table| sink.table(&table))
    }

    /// Explains what the gate means for the visitor.
    fn gate(&self, category: &CategoryInfo) -> [Piece<'a>; 7] {
        let texts = &self.language.texts.used;
        let space = Piece::built_in(self.language.texts.between_sentences);
        let nothing = Piece::Nothing;
        let gate = Piece::built_in(match category.gate {
            Gate::Exempt => texts.exempt,
            Gate::OptIn => texts.opt_in,
            Gate::OptOut => texts.opt_out,
        });
        let (between, [before, link, after]) = match (category.gate, self.settings) {
            (Gate::OptOut, Some(address)) => (space, Piece::around(texts.object, address)),
            (Gate::OptOut, None) => (
                space,
                [Piece::built_in(texts.object_no_link), nothing, nothing],
            ),
            _ => (nothing, [nothing; 3]),
        };
        let gpc = match (category.gate, category.gpc) {
            (_, true) => [space, Piece::built_in(texts.gpc)],
            (Gate::OptOut, false) => [space, Piece::built_in(texts.signal)],
            _ => [nothing; 2],
        };
        [gate, between, before, link, after, gpc[0], gpc[1]]
    }

    /// Says what is loaded whatever the visitor chooses.
    fn advanced(&self, category: &CategoryInfo) -> Option<Vec<Piece<'a>>> {
        let categories = self.table.categories().iter();
        let mut of_heading = categories
            .filter(|it| it.declared() == category.declared() && it.is_advanced())
            .peekable();
        of_heading.peek()?;
        let providers = of_heading.flat_map(|it| self.table.providers_in(it, self.config));
        let texts = self.language.texts;
        let separator = Piece::built_in(texts.ask.separator);
        let names = providers.flat_map(|provider| [separator, Piece::site(provider.title)]);
        let names: Vec<_> = names.skip(1).collect();
        let [before, after] = texts.used.advanced;
        Some(if names.is_empty() {
            vec![Piece::built_in(texts.used.advanced_unnamed)]
        } else {
            let around = |text| core::iter::once(Piece::built_in(text));
            around(before).chain(names).chain(around(after)).collect()
        })
    }

    fn choice_section<S: Sink<'a>>(&self, sink: &mut S) -> Result<(), S::Error> {
        let texts = &self.language.texts.choice;
        section(sink, CHOICE, &[Piece::built_in(texts.heading)], |sink| {
            if let Some(address) = self.settings {
                sink.paragraph(&Piece::around(texts.link, address))?;
            } else if let Some(name) = self.table.elsewhere {
                let [before, after] = texts.elsewhere;
                let name = Piece::Text(Sourced::Site(name));
                sink.paragraph(&[Piece::built_in(before), name, Piece::built_in(after)])?;
            } else {
                // Visitors of an `exempt` category are not asked, so they have no choice to change.
                for (gate, sentence) in [
                    (Gate::OptIn, texts.no_link),
                    (Gate::OptOut, texts.object_no_link),
                ] {
                    if self
                        .table
                        .categories()
                        .iter()
                        .any(|category| category.gate == gate)
                    {
                        sink.paragraph(&[Piece::built_in(sentence)])?;
                    }
                }
            }
            sink.paragraph(&[Piece::built_in(texts.browser)])
        })
    }

    fn provider_list<S: Sink<'a>>(&self, sink: &mut S) -> Result<(), S::Error> {
        let texts = &self.language.texts.providers;
        section(
            sink,
            "cookie-providers",
            &[Piece::built_in(texts.heading)],
            |sink| {
                sink.paragraph(&[Piece::built_in(texts.introduction)])?;
                sink.list(self.providers().map(|provider| self.provider(provider)))
            },
        )
    }

    fn provider(&self, provider: &'static ProviderInfo) -> [[Piece<'a>; 3]; 10] {
        let texts = &self.language.texts.providers;
        let domains = Some(provider.domains).filter(|domains| !domains.is_empty());
        let transfer = provider
            .transfer
            .map(|text| Piece::marked(self.language.translate(text), self.table));
        [
            [Piece::Provider(provider), Piece::Nothing, Piece::Nothing],
            self.fact(
                self.language.texts.duration.nothing,
                self.stores_nothing(provider).then_some(Piece::Nothing),
            ),
            self.fact(
                texts.third_party,
                provider.third_party.then_some(Piece::Nothing),
            ),
            self.fact(
                texts.country,
                provider.country.map(|country| self.site_title(country)),
            ),
            self.fact(texts.address, provider.address.map(Piece::site)),
            self.fact(
                texts.domain,
                domains.map(|domains| Piece::Code(LazyText::Domains(domains))),
            ),
            self.fact(texts.transfer, transfer),
            self.fact(texts.contact, provider.contact.map(Piece::contact)),
            self.fact(texts.privacy, provider.privacy.map(Piece::contact)),
            self.fact(texts.opt_out, provider.opt_out.map(Piece::contact)),
        ]
    }

    fn controller(&self, controller: &'static ControllerInfo) -> [[Piece<'a>; 3]; 6] {
        let (of_provider, texts) = (
            &self.language.texts.providers,
            &self.language.texts.controller,
        );
        let authority = controller
            .authority
            .map(|text| Piece::marked(text, self.table));
        [
            [
                Piece::Strong(Sourced::Site(controller.title)),
                Piece::Nothing,
                Piece::Nothing,
            ],
            self.fact(of_provider.address, controller.address.map(Piece::site)),
            self.fact(of_provider.contact, controller.contact.map(Piece::contact)),
            self.fact(texts.officer, controller.officer.map(Piece::contact)),
            self.fact(of_provider.privacy, controller.privacy.map(Piece::contact)),
            self.fact(texts.authority, authority),
        ]
    }

    /// A fact after a name, with its label; nothing without a value.
    fn fact(&self, label: &'static str, value: Option<Piece<'a>>) -> [Piece<'a>; 3] {
        let separator = self.language.texts.providers.separator;
        match value {
            Some(value) => [Piece::built_in(separator), Piece::built_in(label), value],
            None => [Piece::Nothing; 3],
        }
    }
}

/// The host of an address; any other name of a site as it is.
fn name_of_site(site: &str) -> &str {
    match Address::new(site) {
        Some(address) if address.is_web() && !host(site).is_empty() => host(site),
        _ => site,
    }
}

fn section<'a, S: Sink<'a>>(
    sink: &mut S,
    id: &'static str,
    heading: &[Piece<'a>],
    content: impl FnOnce(&mut S) -> Result<(), S::Error>,
) -> Result<(), S::Error> {
    sink.section(
        &Head {
            id: LazyText::Plain(id),
            heading,
            category: None,
        },
        content,
    )
}
