//! Pages of tables that are built by hand. Each file tests one part of the page.

extern crate std;

mod advanced;
mod between;
mod contents;
mod document;
mod durations;
mod html;
mod languages;
mod markdown;
mod markup;
mod portals;
mod responsible;
mod text;

use alloc::boxed::Box;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use crate::page::document::Table as Printed;
use crate::page::document::{Block, Document};
use crate::page::document::{Cell, Inline, Name, Section};
use crate::policy::Policy;
use crate::run_time::Setting;
use crate::table::attributes::DeclaredAttributes;
use crate::table::category::{CategoryInfo, Gate};
use crate::table::column::Column;
use crate::table::declaration::Declaration;
use crate::table::declaration::{RareFields, TableData};
use crate::table::declaration::{SetBy, Storage};
use crate::table::duration::Duration;
use crate::table::duration::{Term, Unit};
use crate::table::lookup::Index;
use crate::table::pattern::Pattern;
use crate::table::provider::ProviderInfo;
use crate::table::{Part, Table};
use crate::texts;
use cookie_decl_core::layout::row::{NONE, Numbers};

/// Texts that are markup in some format, or hard to print.
const HOSTILE: &[&str] = &[
    "_ga_",
    "<id>",
    "a|b",
    "*bold* and __strong__ and ~~gone~~",
    "`code` and ``two``",
    "# no heading #",
    "## no heading ##",
    "1. no list",
    "2) no list",
    "- no list",
    "+ no list",
    "* no list",
    "> no quote",
    "=== no heading",
    "--- no rule",
    "***",
    "``` no fence",
    "~~~ no fence",
    ": no definition",
    "[x](javascript:alert(1))",
    "[x]: https://example.org",
    "![x](https://example.org/x.png)",
    "<https://example.org>",
    "https://example.org/_a_?b=1&copy=2",
    "See http://a.example/a_b, HTTPS://a.example/c_d and ftp://a.example.",
    "www.a.example/b_c (WWW.b.example)",
    "me_x@b.com",
    "Write to me+you@mail.b.example. Or mailto:a-b@c_d.example, xmpp:a@b.example/c!",
    "`me@b.com` a@b@c.example a@b. @c.example é@b.example, \\x@b.example|y@b.example",
    "&amp; &lt; &#65; &copy",
    "<script>alert(1)</script>",
    "</td></table><img src=x onerror=alert(1)>",
    "<!-- no comment -->",
    "]]> <![CDATA[x]]>",
    "\" onclick=\"alert(1)",
    "' onclick='alert(1)",
    "back\\slash \\| \\\\| and end\\",
    "| --- |",
    "$x^2$ {#id} {x}",
    "; , : ! ? – “quoted” «cité»",
    "كوكيز ضرورية | للموقع",
    "עברית; <b>",
    "日本語のクッキー",
    "👩‍👩‍👧 🍪",
    "e\u{301}",
    "a\u{A0}b",
];

/// Texts with characters that no format can print unchanged.
const UNPRINTABLE: &[&str] = &[
    "a\u{0}b",
    "a\u{1B}[31mb",
    "a\u{7F}b",
    "a\u{9B}31mb",
    "a\u{FFFF}b",
    "a\u{FDD0}b",
];

/// A builder of tables.
struct Site {
    table: Table,
    categories: Vec<(CategoryInfo, Vec<Row>)>,
    providers: &'static [ProviderInfo],
}

impl Site {
    /// A site without categories.
    fn new() -> Self {
        let table = Table {
            language: "en",
            built_in: &texts::en::TEXTS,
            title: None,
            introduction: &[],
            last_updated: None,
            site: None,
            version: None,
            controller: None,
            elsewhere: None,
            is_tied: false,
            has_markup: false,
            print: &[],
            parts: &[],
            data: &TableData {
                categories: &[],
                providers: &[],
                attributes: &[],
                rare_fields: &[],
                durations: &[],
                texts: "",
                numbers: &[],
                file: "",
            },
            rows: &[],
            consent: None,
            listed: &[],
            fingerprint: 0,
            index: Index::EMPTY,
            retired: &[],
            translations: &[],
        };
        Self {
            table,
            categories: Vec::new(),
            providers: &[],
        }
    }

    /// A site with one category of these rows.
    fn of(gate: Gate, rows: impl IntoIterator<Item = Row>) -> Self {
        Self::new().category(category("Test", gate), rows)
    }

    fn category(mut self, category: CategoryInfo, rows: impl IntoIterator<Item = Row>) -> Self {
        self.categories.push((category, rows.into_iter().collect()));
        self
    }

    fn providers(mut self, providers: &'static [ProviderInfo]) -> Self {
        self.providers = providers;
        self
    }

    fn with(mut self, change: impl FnOnce(&mut Table)) -> Self {
        change(&mut self.table);
        self
    }

    /// Adds its texts in a language of the library.
    fn language(self, language: &'static str) -> Self {
        let built_in = texts::ALL
            .iter()
            .find(|texts| texts.language() == language)
            .unwrap();
        self.with(|table| (table.language, table.built_in) = (language, built_in))
    }

    fn policy(self) -> Policy<()> {
        let mut table = self.table;
        let (mut categories, mut rows) = (Vec::new(), Vec::new());
        for (number_of_category, (mut category, of_category)) in
            self.categories.into_iter().enumerate()
        {
            category.first = number(rows.len());
            rows.extend(
                of_category
                    .into_iter()
                    .map(|row| (number(number_of_category), row)),
            );
            category.end = number(rows.len());
            categories.push(category);
        }
        if table.parts.is_empty() {
            table.parts = leak((0..number(categories.len())).map(Part::Category).collect());
        }
        let rare_fields = leak(rows.iter().map(|(_, row)| row.rare_fields()).collect());
        let attributes = leak(
            rows.iter()
                .map(|(_, row)| row.attributes.unwrap_or(&BASE).clone())
                .collect(),
        );
        let mut texts = String::new();
        let numbers = rows.iter().enumerate().map(|(index, (category, row))| {
            let mut end = |text: &str| {
                texts.push_str(text);
                u32::try_from(texts.len()).unwrap()
            };
            let provider = row.provider.map(|one| {
                let number_of = self
                    .providers
                    .iter()
                    .position(|other| core::ptr::eq(one, other));
                number(number_of.unwrap())
            });
            let [function, purpose, note] =
                [row.function, row.purpose, row.note].map(Option::unwrap_or_default);
            let numbers = Numbers {
                texts: ["", row.cookie, function, purpose, note].map(&mut end),
                category: *category,
                provider: provider.unwrap_or(NONE),
                attributes: if row.attributes.is_some() {
                    number(index)
                } else {
                    NONE
                },
                rare_fields: number(index),
                duration: number(index),
                line: 0,
            };
            numbers.to_bytes()
        });
        let numbers = leak(numbers.collect());
        let data: &'static TableData = Box::leak(Box::new(TableData {
            categories: leak(categories),
            providers: self.providers,
            attributes,
            rare_fields,
            durations: leak(rows.iter().map(|(_, row)| row.duration).collect()),
            texts: texts.leak(),
            numbers,
            file: "",
        }));
        let rows = leak(
            (0..number(rows.len()))
                .map(|row| Declaration::new(data, row))
                .collect(),
        );
        Policy::new(Box::leak(Box::new(Table {
            data,
            rows,
            index: Index::of_rows(rows),
            ..table
        })))
    }
}

static BASE: DeclaredAttributes = DeclaredAttributes::BASE;

/// A builder of rows with all columns.
struct Row {
    cookie: &'static str,
    pattern: Option<&'static Pattern>,
    any: bool,
    continues: bool,
    provider: Option<&'static ProviderInfo>,
    function: Option<&'static str>,
    purpose: Option<&'static str>,
    duration: Duration,
    duration_text: Option<&'static str>,
    duration_too: bool,
    attributes: Option<&'static DeclaredAttributes>,
    set_by: SetBy,
    storage: Storage,
    note: Option<&'static str>,
    own: &'static [(&'static str, &'static str)],
    when: Setting<bool>,
}

impl Row {
    fn rare_fields(&self) -> RareFields {
        RareFields {
            pattern: self.pattern,
            any: self.any,
            continues: self.continues,
            duration_text: self.duration_text.unwrap_or_default(),
            duration_too: self.duration_too,
            set_by: self.set_by,
            storage: self.storage,
            basis: None,
            when: self.when,
            own: self.own,
            included: None,
        }
    }
}

fn number(index: usize) -> u16 {
    index.try_into().unwrap()
}

fn leak<T>(items: Vec<T>) -> &'static [T] {
    Vec::leak(items)
}

const fn category(name: &'static str, gate: Gate) -> CategoryInfo {
    CategoryInfo {
        number: 0,
        name,
        title: name,
        of_provider: None,
        description: &[],
        gate,
        revision: 0,
        gpc: false,
        fingerprint: 0,
        also: &[],
        breaks: &[],
        consent_mode: &[],
        signals: &[],
        advanced: false,
        tcf: &[],
        varies: false,
        first: 0,
        end: 0,
    }
}

const fn provider(name: &'static str) -> ProviderInfo {
    ProviderInfo {
        name,
        title: name,
        ..ProviderInfo::NOBODY
    }
}

fn kept(terms: impl Into<Vec<Term>>) -> Duration {
    Duration::Terms(leak(terms.into()))
}

/// A cookie that the server sets for two weeks.
const fn cookie(name: &'static str) -> Row {
    Row {
        cookie: name,
        pattern: None,
        any: false,
        continues: false,
        provider: None,
        function: None,
        purpose: None,
        duration: Duration::Term(Term::new(2, Unit::Week)),
        duration_text: None,
        duration_too: false,
        attributes: Some(&BASE),
        set_by: SetBy::Server,
        storage: Storage::Cookie,
        note: None,
        own: &[],
        when: Setting::Fixed(true),
    }
}

/// Another name in the row of the previous cookie.
const fn also(name: &'static str) -> Row {
    Row {
        continues: true,
        ..cookie(name)
    }
}

/// `_ga_{container}`.
const fn pattern() -> Row {
    static PATTERN: Pattern = Pattern {
        head: "_ga_",
        holes: &[("container", "")],
        token: true,
    };
    Row {
        pattern: Some(&PATTERN),
        ..cookie("_ga_{container}")
    }
}

/// A page with every text that a table can have.
fn full_of(text: &'static str) -> Policy<()> {
    let provider = leak(alloc::vec![ProviderInfo {
        title: text,
        country: Some(text),
        ..provider("P")
    }]);
    let row = Row {
        provider: Some(&provider[0]),
        function: Some(text),
        purpose: Some(text),
        duration: Duration::Persistent,
        duration_text: Some(text),
        attributes: None,
        storage: Storage::Other(text),
        note: Some(text),
        own: leak(alloc::vec![("Own", text)]),
        ..cookie(text)
    };
    let columns = [
        Column::Cookie,
        Column::Provider,
        Column::Function,
        Column::Purpose,
        Column::Duration,
        Column::Storage,
        Column::Note,
        Column::Own("Own"),
    ];
    let paragraphs = || leak(alloc::vec![text, text]);
    let mut category = category("Test", Gate::OptIn);
    category.title = text;
    category.description = paragraphs();
    let site = Site::new().category(
        category,
        [
            row,
            Row {
                continues: true,
                ..cookie(text)
            },
        ],
    );
    let site = site.with(|table| {
        table.title = Some(text);
        table.introduction = paragraphs();
        table.parts = leak(alloc::vec![
            Part::Section(None, paragraphs()),
            Part::Category(0),
            Part::Section(Some(text), paragraphs())
        ]);
        table.print = leak(
            columns
                .into_iter()
                .map(|column| (column, Some(text)))
                .collect(),
        );
    });
    site.providers(provider).policy()
}

/// A table as visitors read it: the titles, then the rows.
fn read(table: &Printed<'_>) -> Vec<Vec<String>> {
    let titles = table
        .columns
        .iter()
        .map(|column| column.title.to_string())
        .collect();
    let rows = table.rows.iter().map(|row| {
        let cells = row.cells.iter().map(|cell| match cell {
            Cell::Empty => "–".to_string(),
            Cell::Text { text } => text.to_string(),
            Cell::Code { text } => text.to_string(),
            Cell::Sentence { content } => sentence(content),
            Cell::Names => row.names.iter().map(name).collect::<Vec<_>>().join(", "),
        });
        cells.collect()
    });
    core::iter::once(titles).chain(rows).collect()
}

fn name(name: &Name<'_>) -> String {
    match name {
        Name::Exact { name, scope }
        | Name::Pattern {
            printed: name,
            scope,
            ..
        } => [name, &*sentence(scope)].concat(),
        Name::Any { printed, .. } => sentence(printed),
    }
}

fn sentence(pieces: &[Inline<'_>]) -> String {
    let piece = |piece: &Inline<'_>| match piece {
        Inline::Text { text } | Inline::Strong { text } | Inline::Link { text, .. } => {
            text.to_string()
        }
        Inline::Code { text } => text.to_string(),
    };
    pieces.iter().map(piece).collect()
}

/// All sections, including inner ones, in the order of the page.
fn sections<'a>(document: &'a Document<'a>) -> Vec<&'a Section<'a>> {
    let with_inner = |section: &'a Section<'a>| core::iter::once(section).chain(&section.sections);
    document.sections.iter().flat_map(with_inner).collect()
}

fn section<'a>(document: &'a Document<'a>, id: &str) -> &'a Section<'a> {
    sections(document)
        .into_iter()
        .find(|section| section.id == id)
        .unwrap()
}

/// The sentences of a section and its lists, without tables.
fn sentences(section: &Section<'_>) -> Vec<String> {
    let sentences = section.blocks.iter().flat_map(|block| match block {
        Block::Paragraph { content } | Block::Heading { content } => alloc::vec![sentence(content)],
        Block::List { items } => items.iter().map(|item| sentence(item)).collect(),
        Block::Table(_) => Vec::new(),
    });
    sentences.collect()
}

/// All tables of a page.
fn tables(document: &Document<'_>) -> Vec<Vec<Vec<String>>> {
    let blocks = sections(document)
        .into_iter()
        .flat_map(|section| &section.blocks);
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(read(table)),
        _ => None,
    });
    tables.collect()
}

/// The columns and rows of the only table.
fn table(policy: Policy<()>) -> Vec<Vec<String>> {
    tables(&policy.page().document()).pop().unwrap()
}
