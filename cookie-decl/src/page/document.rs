//! The page as data: its content and order, without its look.
//!
//! [`Page::document`](crate::Page::document) returns it, and with the feature `serde` it is the
//! JSON form of the page. Every other format has the same content.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use cookie_decl_core::markup::is_link;

use crate::table::category::Gate;
use crate::table::declaration::{SetBy, Storage};
use crate::table::language::Language;
use crate::table::party::Party;
pub use crate::texts::direction::Direction;

/// The page as data, with every text in the language of the page.
///
/// ```
/// mod cookies {
///     cookie_decl::declare_cookies! {
///         pub policy;
///         /// Needed
///         ///
///         /// The site does not work without these.
///         category Necessary: exempt {
///             cookie | duration;
///             /// Keeps you signed in
///             SESSION = "sessionid" | 2 weeks;
///         }
///     }
/// }
///
/// use cookie_decl::page::document::{Block, Lifetime};
/// let page = cookies::POLICY.page();
/// let document = page.document();
/// let mut sections = document.sections.iter().flat_map(|section| &section.sections);
/// let necessary = sections.find(|section| section.category.is_some()).unwrap();
/// let Some(Block::Table(table)) = necessary.blocks.last() else { panic!() };
/// assert_eq!(table.rows[0].lifetimes, [Lifetime::Time { seconds: 1_209_600, rolling: false }]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Document<'a> {
    /// The language of the site's own texts, a BCP 47 tag.
    pub language: Cow<'a, str>,
    /// The direction that this language is written in.
    pub direction: Direction,
    /// The language of the built-in texts: English if the library has none in
    /// [`language`](Self::language).
    pub built_in_language: Cow<'a, str>,
    /// The title.
    pub title: Text<'a>,
    /// The version of the policy.
    pub version: Option<Cow<'a, str>>,
    /// When the page was last updated.
    pub last_updated: Option<LastUpdated<'a>>,
    /// The site that the page is about, as it was given: an address or a name.
    pub site: Option<Cow<'a, str>>,
    /// The introduction.
    pub introduction: Vec<Block<'a>>,
    /// The sections after the introduction.
    pub sections: Vec<Section<'a>>,
    /// The providers of the printed rows, and those of no row, which store nothing, for programs. One
    /// of the [`sections`](Self::sections) lists them for readers.
    pub providers: Vec<Provider<'a>>,
    /// Who decides what is stored and why, for programs. One of the sections says it to readers.
    pub controller: Option<Controller<'a>>,
}

/// A text of the site or of the library.
///
/// The two can be in different languages; see [`Document::built_in_language`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(untagged))]
pub enum Text<'a> {
    /// A text of the site, from the table.
    Site(Cow<'a, str>),
    /// A built-in text of the library.
    BuiltIn(Cow<'a, str>),
}

impl<'a> Text<'a> {
    /// Translates a text of the table.
    pub(crate) fn in_language(language: Language, text: &'a str) -> Self {
        Self::Site(language.translate(text).into())
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Site(text) | Self::BuiltIn(text) => text,
        }
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A part of the page under a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Section<'a> {
    /// The anchor, unique on the page: `cookie-category-Statistics` for a category.
    pub id: Cow<'a, str>,
    /// The heading; empty for a section of the site's own text without one.
    pub heading: Vec<Inline<'a>>,
    /// The category that the section is about, if any.
    pub category: Option<Category<'a>>,
    /// The content below the heading.
    pub blocks: Vec<Block<'a>>,
    /// The sections below this one.
    pub sections: Vec<Section<'a>>,
}

/// The category of a section, for programs.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Category<'a> {
    /// Its identifier in the table, the same in every language.
    pub name: Cow<'a, str>,
    /// What has to happen before anything of the category is stored. With `by provider`, visitors
    /// choose for each provider of the rows.
    pub gate: Gate,
    /// Whether `Sec-GPC: 1` denies it.
    pub gpc: bool,
}

/// A block of content below a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(tag = "type", rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum Block<'a> {
    /// A paragraph.
    Paragraph {
        /// The sentences of the paragraph.
        content: Vec<Inline<'a>>,
    },
    /// A heading within a section.
    Heading {
        /// The text of the heading.
        content: Vec<Inline<'a>>,
    },
    /// A list, in no particular order.
    List {
        /// The items.
        items: Vec<Vec<Inline<'a>>>,
    },
    /// A table of what is stored.
    Table(Table<'a>),
}

/// A piece of a sentence. Spaces between pieces are part of their texts.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(tag = "type", rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum Inline<'a> {
    /// Plain text.
    Text {
        /// The text.
        text: Text<'a>,
    },
    /// Emphasized text.
    Strong {
        /// The text.
        text: Text<'a>,
    },
    /// A name, a domain or the like, written from left to right in every language.
    Code {
        /// The name.
        text: Cow<'a, str>,
    },
    /// A link.
    Link {
        /// The text of the link.
        text: Text<'a>,
        /// The address that the link leads to.
        href: Href<'a>,
    },
}

/// The address of a link that is harmless in every format.
///
/// It is relative or has the scheme `http`, `https` or `mailto`, and contains only characters that
/// an address may have (RFC 3987 section 2.2).
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(transparent))]
pub struct Href<'a>(Cow<'a, str>);

impl<'a> Href<'a> {
    /// Checks an address; `None` if it must not become a link, such as `javascript:alert(1)`.
    ///
    /// ```
    /// use cookie_decl::page::document::Href;
    /// assert_eq!(Href::new("/cookies?from=page").unwrap().as_str(), "/cookies?from=page");
    /// assert!(Href::new("JavaScript:alert(1)").is_none());
    /// assert!(Href::new("https://example.org/<script>").is_none());
    /// ```
    pub fn new(address: impl Into<Cow<'a, str>>) -> Option<Self> {
        let address = address.into();
        Address::new(&address)?;
        Some(Self(address))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A borrowed [`Href`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Address<'a>(&'a str);

impl<'a> Address<'a> {
    pub(super) fn new(address: &'a str) -> Option<Self> {
        is_link(address).then_some(Self(address))
    }

    pub(super) fn as_str(self) -> &'a str {
        self.0
    }

    /// Whether a text says the whole address, with or without its scheme.
    pub(super) fn is_said_by(self, text: &str) -> bool {
        let scheme = self.0.strip_suffix(text);
        scheme.is_some_and(|scheme| ["", "https://", "http://", "mailto:"].contains(&scheme))
    }

    /// Whether the address starts with `http://` or `https://`.
    pub(super) fn is_web(self) -> bool {
        let starts_with = |scheme: &str| {
            self.0
                .get(..scheme.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        };
        starts_with("https://") || starts_with("http://")
    }
}

impl<'a> From<Address<'a>> for Href<'a> {
    fn from(address: Address<'a>) -> Self {
        Self(address.0.into())
    }
}

/// A table of what is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Table<'a> {
    /// The columns, the same in every table of the page.
    pub columns: Vec<TableColumn<'a>>,
    /// The rows.
    pub rows: Vec<Row<'a>>,
}

/// A column of a [`Table`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct TableColumn<'a> {
    /// The name of the column, the same in every language: `cookie`, `duration` and so on; for a
    /// column of the site's own, its title in the table's source.
    pub key: Cow<'a, str>,
    /// The title that visitors read.
    pub title: Text<'a>,
}

/// A row of a [`Table`]: its printed cells, and its facts for programs.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Row<'a> {
    /// The names that the row declares, even if no column prints them.
    pub names: Vec<Name<'a>>,
    /// The provider's identifier in the table; see [`Document::providers`].
    pub provider: Option<Cow<'a, str>>,
    /// Who sets it.
    pub set_by: SetBy,
    /// Whether it is a first party's or a third party's.
    pub party: Party,
    /// Where it is stored.
    pub storage: Storage,
    /// How long it is kept; several are alternatives. Empty if the table does not say, and for a
    /// pixel, which keeps nothing.
    pub lifetimes: Vec<Lifetime>,
    /// The printed cells, one for each column.
    pub cells: Vec<Cell<'a>>,
}

/// A name in a [`Row`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(tag = "type", rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum Name<'a> {
    /// A single name.
    Exact {
        /// The name on the wire.
        name: Cow<'a, str>,
        /// What distinguishes it from the same name in another row, as visitors read it: " (path
        /// /shop)". Empty if no other row has the name.
        #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
        scope: Vec<Inline<'a>>,
    },
    /// Every name that matches a pattern.
    Pattern {
        /// The pattern as in the table's source: `_ga_{container}`.
        name: Cow<'a, str>,
        /// The pattern as visitors read it: `_ga_<container>`.
        printed: Cow<'a, str>,
        /// What distinguishes it from the same pattern in another row; see [`Exact`](Self::Exact).
        #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
        scope: Vec<Inline<'a>>,
    },
    /// Every cookie of a domain.
    Any {
        /// The domain, if the table names it.
        domain: Option<Cow<'a, str>>,
        /// The text that visitors read: "all cookies from example.org".
        printed: Vec<Inline<'a>>,
    },
}

/// How long something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(tag = "type", rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum Lifetime {
    /// Until the browser session ends; in session storage, until the tab is closed.
    Session,
    /// For a limited time.
    Time {
        /// The time in seconds, as in `Max-Age`: a month has 30 days, and a year 365. Of a cookie
        /// it is at most 400 days, because browsers do not keep it for longer.
        seconds: u64,
        /// Whether it starts again with every visit.
        rolling: bool,
    },
    /// Until somebody deletes it.
    Persistent,
    /// For a time that nobody names; the printed cell may say what ends it.
    Unknown,
}

/// A printed cell.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(tag = "type", rename_all = "snake_case")
)]
#[non_exhaustive]
pub enum Cell<'a> {
    /// No content; printed as a dash.
    Empty,
    /// The [names](Row::names) of the row, each with its scope.
    Names,
    /// A text.
    Text {
        /// The text.
        text: Text<'a>,
    },
    /// A text with emphasis, names or links, or several texts: "2 years; browsers keep it for at
    /// most 400 days". In a table that uses the former anywhere, every text of the site is one.
    Sentence {
        /// The pieces of the text.
        content: Vec<Inline<'a>>,
    },
    /// The attributes, written from left to right in every language.
    Code {
        /// The attributes as in a header.
        text: Cow<'a, str>,
    },
}

/// What a row stores, in words: the short form that the visitor reads before choosing.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Stored {
    /// The names, each with what distinguishes it from the same name in another row.
    pub names: Vec<String>,
    /// Who is responsible.
    pub provider: Option<String>,
    /// Why it is stored.
    pub purpose: Option<String>,
    /// How long it is kept.
    pub duration: Option<String>,
}

/// A provider, for programs.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Provider<'a> {
    /// Its identifier in the table, the same in every language.
    pub name: Cow<'a, str>,
    /// The name that visitors read, the same in every language.
    pub title: Text<'a>,
    /// Whether somebody other than the site reads what is stored.
    pub third_party: bool,
    /// The country of the provider, as the table names it.
    pub country: Option<Text<'a>>,
    /// Where it transfers data to, and the safeguard for that.
    pub transfer: Vec<Inline<'a>>,
    /// The provider's own domains.
    pub domains: Vec<Cow<'a, str>>,
    /// Its postal address.
    pub address: Option<Cow<'a, str>>,
    /// The address for questions: `mailto:..`, or a page.
    pub contact: Option<Cow<'a, str>>,
    /// The address of its privacy policy, as in the table. It may not be a valid [`Href`].
    pub privacy: Option<Cow<'a, str>>,
    /// The address of the page where visitors object.
    pub opt_out: Option<Cow<'a, str>>,
}

/// Who decides what is stored and why (GDPR article 4(7)).
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Controller<'a> {
    /// The name that visitors read.
    pub title: Text<'a>,
    /// The postal address.
    pub address: Option<Cow<'a, str>>,
    /// The address for questions: `mailto:..`, or a page.
    pub contact: Option<Cow<'a, str>>,
    /// The address of the data protection officer.
    pub officer: Option<Cow<'a, str>>,
    /// The address of the privacy policy.
    pub privacy: Option<Cow<'a, str>>,
    /// The supervisory authority, which takes complaints.
    pub authority: Vec<Inline<'a>>,
}

/// When the page was last updated.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct LastUpdated<'a> {
    /// The text before the date.
    pub label: Text<'a>,
    /// The date as visitors read it: a calendar date in words, or any other text as it was given.
    pub date: Text<'a>,
    /// The date as `2026-11-22` (ISO 8601), if it was given in this form.
    pub iso: Option<Cow<'a, str>>,
}
