//! The one walk over the content of the page. A [`Sink`] for each format receives it piece by
//! piece, so all formats have the same content, and none is built from another.

use core::ops::Range;

use cookie_decl_core::markup::Block;

use crate::page::document::Address;
use crate::page::lazy_text::{LazyText, Piece, Sourced};
use crate::page::rows;
use crate::page::source::Source;
use crate::table::category::{CategoryInfo, Gate};
use crate::table::declaration::{Declaration, Storage};
use crate::table::language::Language;
use crate::table::provider::ProviderInfo;
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
        let is_category = |part: &Part| matches!(part, Part::Category(_));
        let parts = self.table.parts;
        let first = parts.iter().position(is_category).unwrap_or(parts.len());
        let end = parts
            .iter()
            .rposition(is_category)
            .map_or(first, |last| last + 1);
        self.parts(0..first, sink)?;
        self.about_section(sink)?;
        self.categories_section(first..end, sink)?;
        self.parts(end..parts.len(), sink)?;
        if self
            .table
            .categories()
            .iter()
            .any(|category| category.gate != Gate::Exempt)
        {
            self.choice_section(sink)?;
        }
        if self.providers().next().is_some() {
            self.provider_list(sink)?;
        }
        Ok(())
    }

    fn parts<S: Sink<'a>>(&self, mut parts: Range<usize>, sink: &mut S) -> Result<(), S::Error> {
        parts.try_for_each(|number| match &self.table.parts[number] {
            Part::Section(heading, paragraphs) => {
                let heading = heading.map(|heading| self.site_title(heading));
                let id = LazyText::Numbered(
                    "cookie-section-",
                    u32::try_from(number + 1).unwrap_or(u32::MAX),
                );
                sink.section(
                    &Head {
                        id,
                        heading: heading.as_slice(),
                        category: None,
                    },
                    |sink| self.prose(paragraphs, sink),
                )
            }
            Part::Category(category) => {
                self.category(&self.table.categories()[usize::from(*category)], sink)
            }
        })
    }

    fn about_section<S: Sink<'a>>(&self, sink: &mut S) -> Result<(), S::Error> {
        let texts = &self.language.texts.about;
        section(
            sink,
            "cookie-about",
            &[Piece::built_in(texts.heading)],
            |sink| {
                texts
                    .paragraphs
                    .iter()
                    .try_for_each(|text| sink.paragraph(&[Piece::built_in(text)]))?;
                if self
                    .find(self.table.rows, |row| row.storage() != Storage::Cookie)
                    .is_some()
                {
                    sink.paragraph(&[Piece::built_in(texts.storage)])?;
                }
                sink.paragraph(&[Piece::built_in(texts.kinds)])?;
                let kind = texts
                    .kind
                    .iter()
                    .map(|(kind, rest)| (Sourced::built_in(kind), Piece::built_in(rest)));
                sink.list(kind.map(|(kind, rest)| [[Piece::Strong(kind), rest, Piece::Nothing]]))
            },
        )
    }

    fn categories_section<S: Sink<'a>>(
        &self,
        parts: Range<usize>,
        sink: &mut S,
    ) -> Result<(), S::Error> {
        let texts = &self.language.texts.used;
        let heading = match self.site() {
            Some(site) => {
                let [before, after] = texts.heading_on;
                let address = Address::new(site).filter(|address| address.is_web());
                [
                    Piece::built_in(before),
                    Piece::address(site, address),
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
            let first = self.find(self.table.rows, |name| name.pattern().is_some());
            if let Some(pattern) = first.and_then(Declaration::pattern)
                && self.table.parts[parts.clone()]
                    .iter()
                    .any(|part| self.prints_names(part))
            {
                let [before, after] = texts.hole;
                let hole = Piece::Code(LazyText::Between(&["<", ">"], pattern.holes[0].0));
                sink.paragraph(&[Piece::built_in(before), hole, Piece::built_in(after)])?;
            }
            self.parts(parts, sink)
        })
    }

    /// Whether the table of a part prints names.
    fn prints_names(&self, part: &Part) -> bool {
        let Part::Category(category) = part else {
            return false;
        };
        let table = rows::Table::new(self, &self.table.categories()[usize::from(*category)]);
        table.is_some_and(|table| table.prints_names())
    }

    fn category<S: Sink<'a>>(
        &self,
        category: &'static CategoryInfo,
        sink: &mut S,
    ) -> Result<(), S::Error> {
        let title = self.site_title(category.title);
        sink.section(
            &Head {
                id: rows::id(category),
                heading: &[title],
                category: Some(category),
            },
            |sink| {
                self.prose(category.description, sink)?;
                match rows::Table::new(self, category) {
                    Some(table) => {
                        sink.paragraph(&self.gate(category))?;
                        sink.table(&table)
                    }
                    None => sink.paragraph(&[Piece::built_in(self.language.texts.used.empty)]),
                }
            },
        )
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
        let gpc = if category.gpc {
            [space, Piece::built_in(texts.gpc)]
        } else {
            [nothing; 2]
        };
        [gate, between, before, link, after, gpc[0], gpc[1]]
    }

    fn choice_section<S: Sink<'a>>(&self, sink: &mut S) -> Result<(), S::Error> {
        let texts = &self.language.texts.choice;
        section(sink, CHOICE, &[Piece::built_in(texts.heading)], |sink| {
            if let Some(address) = self.settings {
                sink.paragraph(&Piece::around(texts.link, address))?;
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

    fn provider(&self, provider: &'static ProviderInfo) -> [[Piece<'a>; 3]; 5] {
        let texts = &self.language.texts.providers;
        let fact = |label, value: Option<Piece<'a>>| match value {
            Some(value) => [
                Piece::built_in(texts.separator),
                Piece::built_in(label),
                value,
            ],
            None => [Piece::Nothing; 3],
        };
        let privacy = |privacy| Piece::address(privacy, Address::new(privacy));
        [
            [
                Piece::Strong(Sourced::Site(provider.title)),
                Piece::Nothing,
                Piece::Nothing,
            ],
            fact(
                texts.third_party,
                provider.third_party.then_some(Piece::Nothing),
            ),
            fact(
                texts.country,
                provider.country.map(|country| self.site_title(country)),
            ),
            fact(
                texts.domain,
                provider
                    .domain
                    .map(|domain| Piece::Code(LazyText::Plain(domain))),
            ),
            fact(texts.privacy, provider.privacy.map(privacy)),
        ]
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
