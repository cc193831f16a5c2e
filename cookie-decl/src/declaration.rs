//! One name of the table with all that is declared of it.

use core::fmt;

use crate::config::{Config, Value};
use crate::{Categories, CategoryInfo, DeclaredAttributes, Duration, Pattern, ProviderInfo};

/// One declared name with its row: the erased form that all typed constants deref to.
///
/// A row with several names gives several declarations, one after the other.
// What most rows leave out is in `more`, and what rows share is a number: a table of thousands of rows is compiled in
// time, and needs relocations for its texts and the legend only.
pub struct Declaration {
    /// The name on the wire; holes as written, `_ga_{container}`. `any` for every cookie of a third party's domain.
    #[doc(hidden)]
    pub cookie: &'static str,
    #[doc(hidden)]
    pub legend: &'static Legend,
    /// The number of its category.
    #[doc(hidden)]
    pub category: u16,
    /// The number of the rest.
    #[doc(hidden)]
    pub more: u16,
    /// Who stands behind the cookie: the number of the provider.
    #[doc(hidden)]
    pub provider: u16,
    /// The attributes it is sent with: their number. None: not a cookie, or set by somebody else and not stated.
    #[doc(hidden)]
    pub attributes: u16,
    /// How long it is kept.
    #[doc(hidden)]
    pub duration: Duration,
    /// What part of the site uses it.
    #[doc(hidden)]
    pub function: &'static str,
    /// Why it is stored.
    #[doc(hidden)]
    pub purpose: &'static str,
    /// A remark for visitors.
    #[doc(hidden)]
    pub note: &'static str,
}

/// What the numbers in the rows stand for.
#[doc(hidden)]
#[derive(Debug)]
pub struct Legend {
    pub categories: &'static [CategoryInfo],
    pub providers: &'static [ProviderInfo],
    pub attributes: &'static [DeclaredAttributes],
    pub more: &'static [More],
}

/// What most rows leave out.
#[doc(hidden)]
#[derive(Debug)]
pub struct More {
    pub pattern: Option<&'static Pattern>,
    /// Whether it stands for every cookie of a domain.
    pub any: bool,
    /// Whether it stands in the row of the declaration before it.
    pub continues: bool,
    /// The text to print instead of the duration.
    pub duration_text: &'static str,
    /// Who stores it.
    pub set_by: SetBy,
    /// Where it is stored.
    pub storage: Storage,
    /// Whether this deployment has the row.
    pub when: Value<bool>,
    /// Columns of the site's own: title and text.
    pub own: &'static [(&'static str, &'static str)],
}

impl More {
    /// What a row has that leaves all of it out.
    pub const NONE: Self = Self {
        pattern: None,
        any: false,
        continues: false,
        duration_text: "",
        set_by: SetBy::Server,
        storage: Storage::Cookie,
        when: Value::Fixed(true),
        own: &[],
    };
}

/// The number of a provider, of attributes or of [`More`] that a row does not have.
const NONE: u16 = u16::MAX;

/// What a number stands for, if it is one.
const fn numbered<T>(list: &'static [T], number: u16) -> Option<&'static T> {
    if number == NONE { None } else { Some(&list[number as usize]) }
}

/// A text, if there is one.
const fn text(text: &'static str) -> Option<&'static str> {
    if text.is_empty() { None } else { Some(text) }
}

/// How many bytes of numbers a row has: its category, provider, attributes, [`More`] and duration, each of two bytes,
/// little endian; and in the last one a bit each for whether it has a function, a purpose and a note.
const NUMBERS: usize = 11;

/// The rows of a table: what an array literal would say, which the compiler checks word for word.
///
/// The texts stand one behind the other, those that a row does not have left out. Behind the last row may be some of
/// which nothing is said.
// In pieces: the compiler keeps a sorted list of the references in a value, which it moves with each one that is replaced.
#[doc(hidden)]
pub const fn rows<const LENGTH: usize, const PIECES: usize>(
    legend: &'static Legend,
    durations: &[Duration],
    texts: &[&'static str],
    numbers: &[u8],
) -> [[Declaration; LENGTH]; PIECES] {
    const NO_LEGEND: &Legend = &Legend { categories: &[], providers: &[], attributes: &[], more: &[] };
    const ROW: Declaration = Declaration::new(NO_LEGEND);
    let mut rows = [const { [ROW; LENGTH] }; PIECES];
    let (mut piece, mut at, mut text) = (0, 0, 0);
    while piece < PIECES {
        let mut row = 0;
        let mut piece_rows = [ROW; LENGTH];
        while row < LENGTH && at < numbers.len() {
            let to = &mut piece_rows[row];
            to.legend = legend;
            to.category = numbers[at] as u16 | (numbers[at + 1] as u16) << 8;
            to.provider = numbers[at + 2] as u16 | (numbers[at + 3] as u16) << 8;
            to.attributes = numbers[at + 4] as u16 | (numbers[at + 5] as u16) << 8;
            to.more = numbers[at + 6] as u16 | (numbers[at + 7] as u16) << 8;
            to.duration = durations[numbers[at + 8] as usize | (numbers[at + 9] as usize) << 8];
            let which = numbers[at + 10];
            to.cookie = texts[text];
            text += 1;
            if which & 1 != 0 {
                to.function = texts[text];
                text += 1;
            }
            if which & 2 != 0 {
                to.purpose = texts[text];
                text += 1;
            }
            if which & 4 != 0 {
                to.note = texts[text];
                text += 1;
            }
            row += 1;
            at += NUMBERS;
        }
        rows[piece] = piece_rows;
        piece += 1;
    }
    rows
}

impl Declaration {
    /// A row of which nothing is said.
    #[doc(hidden)]
    pub const fn new(legend: &'static Legend) -> Self {
        Self {
            legend,
            cookie: "",
            category: 0,
            provider: NONE,
            function: "",
            purpose: "",
            duration: Duration::Unstated,
            attributes: NONE,
            note: "",
            more: NONE,
        }
    }

    const fn more(&self) -> &'static More {
        match numbered(self.legend.more, self.more) {
            Some(more) => more,
            None => &More::NONE,
        }
    }

    /// The name on the wire, such as `sessionid`; of a [`pattern`](Self::pattern) as the table writes it,
    /// `_ga_{container}`.
    ///
    /// For [`is_any`](Self::is_any) it is `any`.
    pub const fn name(&self) -> &'static str {
        self.cookie
    }

    /// The name's holes, if it has any.
    pub const fn pattern(&self) -> Option<&'static Pattern> {
        self.more().pattern
    }

    /// Whether the row stands for every cookie of a third party's domain (`any`).
    pub const fn is_any(&self) -> bool {
        self.more().any
    }

    /// Whether it stands in one row of the table with the declaration before it.
    pub const fn continues(&self) -> bool {
        self.more().continues
    }

    /// Whether a name is one of those that this declaration stands for.
    pub fn matches(&self, name: &str) -> bool {
        match self.pattern() {
            Some(pattern) => pattern.matches(name),
            None => self.cookie == name && !self.is_any(),
        }
    }

    /// The category, which says what has to happen before it is stored.
    pub const fn category(&self) -> &'static CategoryInfo {
        &self.legend.categories[self.category as usize]
    }

    /// The same as a value of the generated enum of its table.
    pub(crate) fn category_in<K: Categories>(&self) -> K {
        K::ALL[usize::from(self.category)]
    }

    /// Who stands behind it.
    pub const fn provider(&self) -> Option<&'static ProviderInfo> {
        numbered(self.legend.providers, self.provider)
    }

    /// What part of the site uses it, as visitors read it.
    pub const fn function(&self) -> Option<&'static str> {
        text(self.function)
    }

    /// Why it is stored, as visitors read it.
    pub const fn purpose(&self) -> Option<&'static str> {
        text(self.purpose)
    }

    /// How long it is kept.
    pub const fn duration(&self) -> Duration {
        self.duration
    }

    /// The text that visitors read instead of the duration, if the table gives one.
    pub const fn duration_text(&self) -> Option<&'static str> {
        text(self.more().duration_text)
    }

    /// The attributes as declared; `None` when it is not a cookie, or when somebody else sets it and the table does
    /// not say with which attributes.
    pub const fn declared_attributes(&self) -> Option<&'static DeclaredAttributes> {
        numbered(self.legend.attributes, self.attributes)
    }

    /// Who stores it.
    pub const fn set_by(&self) -> SetBy {
        self.more().set_by
    }

    /// Where it is stored.
    pub const fn storage(&self) -> Storage {
        self.more().storage
    }

    /// A remark for visitors.
    pub const fn note(&self) -> Option<&'static str> {
        text(self.note)
    }

    /// Columns of the site's own: title and cell, those left out that are empty.
    pub const fn own_columns(&self) -> &'static [(&'static str, &'static str)] {
        self.more().own
    }

    /// The cell of a column of the site's own.
    pub fn own(&self, column: &str) -> Option<&'static str> {
        self.own_columns().iter().find(|(title, _)| *title == column).map(|(_, cell)| *cell)
    }

    /// The domain that the row is about: the `Domain` attribute, or that of the third party that sets it;
    /// `None` for the site's own host, or when it is known at run time only.
    pub fn domain(&self) -> Option<&'static str> {
        match (self.declared_attributes().map(|attributes| &attributes.domain), self.set_by()) {
            (Some(Value::Fixed(Some(domain))), _) => Some(domain),
            (_, SetBy::ThirdParty(domain)) => domain,
            _ => None,
        }
    }

    /// Whether this deployment has the row (`when`).
    pub(crate) fn is_on(&self, config: Config<'_>) -> bool {
        self.more().when.at(config)
    }
}

impl fmt::Debug for Declaration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Declaration")
            .field("name", &self.cookie)
            .field("category", &self.category().name)
            .field("provider", &self.provider().map(|provider| provider.name))
            .field("purpose", &self.purpose())
            .field("duration", &self.duration)
            .field("set_by", &self.set_by())
            .field("storage", &self.storage())
            .finish_non_exhaustive()
    }
}

/// Who stores it, from the `set_by` column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum SetBy {
    /// The application itself, in a `Set-Cookie` header.
    Server,
    /// A script in the page.
    Script,
    /// Something else on the site: a proxy, the framework.
    Other,
    /// A third party on its own domain, which is named when the table knows it.
    ThirdParty(Option<&'static str>),
}

/// Where it is stored, from the `storage` column. Consent covers all of them alike (EDPB Guidelines 2/2023).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Storage {
    /// A cookie.
    Cookie,
    /// The browser's local storage.
    LocalStorage,
    /// The browser's session storage.
    SessionStorage,
    /// A database of the browser (`IndexedDB`).
    IndexedDb,
    /// Nothing is stored: an image or request that tells somebody about the visit.
    Pixel,
    /// Something else, as the table names it.
    Other(&'static str),
}
