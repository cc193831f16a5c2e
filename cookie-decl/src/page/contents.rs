//! What the page says, and in which order: from the table to the [`Document`].

use alloc::borrow::Cow;
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

use super::Page;
use super::document::{Block, Category, Document, Href, Inline, LastUpdated, Provider, Section, Text};
use super::language::Language;
use super::texts::Date;
use super::{rows, texts};
use crate::config::Config;
use crate::policy::{Part, Table};
use crate::{CategoryInfo, Declaration, Gate, ProviderInfo, Storage};

/// A row of the table: its names, one after the other. All else is the same in each of them.
pub(super) type Group = &'static [Declaration];

/// What the document is made from.
pub(super) struct Source<'a> {
    pub(super) page: &'a Page<'a>,
    pub(super) table: &'static Table,
    pub(super) config: Config<'a>,
    pub(super) language: Language,
    /// For each category the rows that this deployment has.
    rows: Vec<Vec<Group>>,
    settings: Option<Href<'a>>,
}

/// The anchor of the section about choosing.
pub(super) const CHOICE: &str = "cookie-choice";

pub(super) fn document<'a>(page: &'a Page<'a>) -> Document<'a> {
    Source::new(page).document()
}

impl<'a> Source<'a> {
    fn new(page: &'a Page<'a>) -> Self {
        let (table, config) = (page.table, page.config);
        let rows_of = |category: &CategoryInfo| {
            let rows = category.of(table.rows).chunk_by(|_, next| next.continues());
            rows.filter(|row| row[0].is_on(config)).collect()
        };
        Self {
            page,
            table,
            config,
            language: Language::choose(table, page.language.as_deref()),
            rows: table.categories().iter().map(rows_of).collect(),
            settings: page.settings.as_deref().and_then(Href::new),
        }
    }

    fn document(&self) -> Document<'a> {
        let texts = self.language.texts;
        let providers = self.providers();
        Document {
            language: self.language.tag.into(),
            direction: texts::direction(self.language.tag),
            built_in_language: texts.language.into(),
            title: self.table.title.map_or(built_in(texts.title), |title| self.language.site(title)),
            site: self.site().map(Cow::Borrowed),
            introduction: self.table.introduction.iter().map(|text| self.language.site(text)).collect(),
            sections: self.sections(&providers),
            providers: providers.iter().map(|provider| self.provider(provider)).collect(),
            last_updated: self.page.last_updated.as_deref().map(|text| {
                let label = built_in(texts.last_updated);
                match Date::parse(text) {
                    Some(date) => {
                        let words = Text::BuiltIn(texts.date.of(date).into());
                        LastUpdated { label, date: words, iso: Some(text.into()) }
                    }
                    None => LastUpdated { label, date: Text::Site(text.into()), iso: None },
                }
            }),
        }
    }

    /// Prose of the site's own goes on with the introduction, stands between the categories, or follows them.
    fn sections(&self, providers: &[&'static ProviderInfo]) -> Vec<Section<'a>> {
        let is_category = |part: &Part| matches!(part, Part::Category(_));
        let parts = self.table.parts;
        let first = parts.iter().position(is_category).unwrap_or(parts.len());
        let end = parts.iter().rposition(is_category).map_or(first, |last| last + 1);
        let own = |parts: core::ops::Range<usize>| parts.map(|part| self.part(part));
        let mut sections: Vec<_> = own(0..first).collect();
        sections.push(self.about());
        sections.push(self.used(own(first..end).collect()));
        sections.extend(own(end..parts.len()));
        if self.table.categories().iter().any(|category| category.gate != Gate::Exempt) {
            sections.push(self.choice());
        }
        if !providers.is_empty() {
            sections.push(self.provider_list(providers));
        }
        sections
    }

    fn part(&self, number: usize) -> Section<'a> {
        match &self.table.parts[number] {
            Part::Section(heading, paragraphs) => Section {
                id: format!("cookie-section-{}", number + 1).into(),
                heading: heading.iter().map(|heading| Inline::Text { text: self.language.site(heading) }).collect(),
                category: None,
                blocks: paragraphs.iter().map(|text| self.paragraph(text)).collect(),
                sections: Vec::new(),
            },
            Part::Category(category) => self.category(usize::from(*category)),
        }
    }

    fn about(&self) -> Section<'a> {
        let texts = &self.language.texts.about;
        let mut blocks: Vec<_> = texts.paragraphs.iter().map(|text| Pieces::of(text).paragraph()).collect();
        if self.printed().any(|row| row.storage() != Storage::Cookie) {
            blocks.push(Pieces::of(texts.storage).paragraph());
        }
        blocks.push(Pieces::of(texts.kinds).paragraph());
        let items = texts.kind.iter().map(|(kind, rest)| Pieces::default().strong(built_in(kind)).built_in(rest).0);
        blocks.push(Block::List { items: items.collect() });
        section("cookie-about", texts.heading, blocks)
    }

    fn used(&self, sections: Vec<Section<'a>>) -> Section<'a> {
        let texts = &self.language.texts.used;
        let mut section = section("cookie-used", texts.heading, Vec::new());
        if let Some(site) = self.site() {
            let [before, after] = texts.heading_on;
            let pieces = Pieces::of(before);
            let pieces = match Href::new(site).filter(Href::is_web) {
                Some(href) => pieces.link(Text::Site(site.into()), href),
                None => pieces.site(Text::Site(site.into())),
            };
            section.heading = pieces.built_in(after).0;
        }
        if self.table.categories().is_empty() {
            section.blocks.push(Pieces::of(texts.nothing).paragraph());
        }
        if let Some(pattern) = self.rows.iter().flatten().flat_map(|row| *row).find_map(Declaration::pattern)
            && sections.iter().flat_map(|section| &section.blocks).any(rows::prints_names)
        {
            let [before, after] = texts.hole;
            let hole = format!("<{}>", pattern.holes[0].0);
            section.blocks.push(Pieces::of(before).code(hole).built_in(after).paragraph());
        }
        section.sections = sections;
        section
    }

    fn category(&self, number: usize) -> Section<'a> {
        let texts = &self.language.texts.used;
        let (category, rows) = (&self.table.categories()[number], &self.rows[number]);
        let title = self.language.site(category.title);
        let mut blocks: Vec<_> = category.description.iter().map(|text| self.paragraph(text)).collect();
        if rows.is_empty() {
            blocks.push(Pieces::of(texts.empty).paragraph());
        } else {
            blocks.push(self.gate(category));
            let [before, after] = texts.caption;
            let caption = Pieces::of(before).site(title.clone()).built_in(after).0;
            blocks.push(Block::Table(rows::table(self, caption, rows)));
        }
        Section {
            id: format!("cookie-category-{}", category.name).into(),
            heading: Pieces::default().site(title).0,
            category: Some(Category { name: category.name.into(), gate: category.gate, gpc: category.gpc }),
            blocks,
            sections: Vec::new(),
        }
    }

    /// What the gate means for the visitor.
    fn gate(&self, category: &CategoryInfo) -> Block<'a> {
        let (texts, blank) = (&self.language.texts.used, self.language.texts.between_sentences);
        let mut pieces = Pieces::of(match category.gate {
            Gate::Exempt => texts.exempt,
            Gate::OptIn => texts.opt_in,
            Gate::OptOut => texts.opt_out,
        });
        if category.gate == Gate::OptOut {
            pieces = pieces.built_in(blank);
            pieces = match &self.settings {
                Some(href) => pieces.around(texts.object, href),
                None => pieces.built_in(texts.object_no_link),
            };
        }
        if category.gpc {
            pieces = pieces.built_in(blank).built_in(texts.gpc);
        }
        pieces.paragraph()
    }

    fn choice(&self) -> Section<'a> {
        let texts = &self.language.texts.choice;
        let mut blocks = Vec::new();
        if let Some(href) = &self.settings {
            blocks.push(Pieces::default().around(texts.link, href).paragraph());
        } else {
            let has = |gate| self.table.categories().iter().any(|category| category.gate == gate);
            // Whoever was never asked made no choice that could be changed.
            let sentences = [(Gate::OptIn, texts.no_link), (Gate::OptOut, texts.object_no_link)];
            let sentences = sentences.into_iter().filter(|(gate, _)| has(*gate));
            blocks.extend(sentences.map(|(_, sentence)| Pieces::of(sentence).paragraph()));
        }
        blocks.push(Pieces::of(texts.browser).paragraph());
        section(CHOICE, texts.heading, blocks)
    }

    fn provider_list(&self, providers: &[&'static ProviderInfo]) -> Section<'a> {
        let texts = &self.language.texts.providers;
        let item = |provider: &&'static ProviderInfo| {
            let mut pieces = Pieces::default().strong(Text::Site(provider.title.into()));
            let fact = |pieces: Pieces<'a>, text| pieces.built_in(texts.separator).built_in(text);
            if provider.third_party {
                pieces = fact(pieces, texts.third_party);
            }
            if let Some(country) = provider.country {
                pieces = fact(pieces, texts.country).site(self.language.site(country));
            }
            if let Some(domain) = provider.domain {
                pieces = fact(pieces, texts.domain).code(domain);
            }
            if let Some(privacy) = provider.privacy {
                pieces = fact(pieces, texts.privacy);
                let text = Text::Site(privacy.into());
                pieces = match Href::new(privacy) {
                    Some(href) => pieces.link(text, href),
                    None => pieces.site(text),
                };
            }
            pieces.0
        };
        let list = Block::List { items: providers.iter().map(item).collect() };
        section("cookie-providers", texts.heading, vec![Pieces::of(texts.introduction).paragraph(), list])
    }

    fn provider(&self, provider: &'static ProviderInfo) -> Provider<'a> {
        Provider {
            name: provider.name.into(),
            title: Text::Site(provider.title.into()),
            third_party: provider.third_party,
            country: provider.country.map(|country| self.language.site(country)),
            domain: provider.domain.map(Cow::Borrowed),
            privacy: provider.privacy.map(Cow::Borrowed),
        }
    }

    fn site(&self) -> Option<&'a str> {
        self.page.site.as_deref().or(self.table.site).filter(|site| !site.trim().is_empty())
    }

    /// The first name of every row that this deployment has.
    fn printed(&self) -> impl Iterator<Item = &'static Declaration> {
        self.rows.iter().flatten().map(|row| &row[0])
    }

    /// The providers of what is printed, in the order of the table.
    fn providers(&self) -> Vec<&'static ProviderInfo> {
        let used: Vec<_> = self.printed().filter_map(Declaration::provider).collect();
        let is_used = |provider: &&ProviderInfo| used.iter().any(|other| core::ptr::eq(*provider, *other));
        self.table.providers().iter().filter(is_used).collect()
    }

    fn paragraph(&self, text: &'static str) -> Block<'a> {
        Pieces::default().site(self.language.site(text)).paragraph()
    }
}

fn section<'a>(id: &'a str, heading: &'a str, blocks: Vec<Block<'a>>) -> Section<'a> {
    Section { id: id.into(), heading: Pieces::of(heading).0, category: None, blocks, sections: Vec::new() }
}

pub(super) fn built_in(text: &str) -> Text<'_> {
    Text::BuiltIn(text.into())
}

/// A sentence in the making.
#[derive(Default)]
pub(super) struct Pieces<'a>(pub(super) Vec<Inline<'a>>);

impl<'a> Pieces<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self::default().built_in(text)
    }

    pub(super) fn built_in(self, text: &'a str) -> Self {
        if text.is_empty() { self } else { self.and(Inline::Text { text: built_in(text) }) }
    }

    pub(super) fn site(self, text: Text<'a>) -> Self {
        self.and(Inline::Text { text })
    }

    fn strong(self, text: Text<'a>) -> Self {
        self.and(Inline::Strong { text })
    }

    pub(super) fn code(self, text: impl Into<Cow<'a, str>>) -> Self {
        self.and(Inline::Code { text: text.into() })
    }

    fn link(self, text: Text<'a>, href: Href<'a>) -> Self {
        self.and(Inline::Link { text, href })
    }

    /// A sentence around a link.
    fn around(self, [before, link, after]: [&'a str; 3], href: &Href<'a>) -> Self {
        self.built_in(before).link(built_in(link), href.clone()).built_in(after)
    }

    fn paragraph(self) -> Block<'a> {
        Block::Paragraph { content: self.0 }
    }

    fn and(mut self, piece: Inline<'a>) -> Self {
        self.0.push(piece);
        self
    }
}
