//! One name of the table with all that is declared of it.

use core::fmt;

use crate::run_time::{Config, Value};
use crate::table::attributes::DeclaredAttributes;
use crate::table::category::CategoryInfo;
use crate::table::duration::Duration;
use crate::table::pattern::Pattern;
use crate::table::provider::ProviderInfo;
use cookie_decl_core::layout::row::{LENGTH, NONE, Numbers};

/// One declared name with its row: the erased form that all typed constants deref to.
///
/// A row with several names gives several declarations, one after the other.
// Its number, and no more: a table of thousands of rows is compiled in time, and needs a relocation a row.
pub struct Declaration {
    legend: &'static Legend,
    number: u16,
}

/// What the rows of a table say, and what their numbers stand for.
#[doc(hidden)]
#[derive(Debug)]
pub struct Legend {
    pub categories: &'static [CategoryInfo],
    pub providers: &'static [ProviderInfo],
    pub attributes: &'static [DeclaredAttributes],
    pub more: &'static [More],
    pub durations: &'static [Duration],
    /// The texts of all rows, one behind the other.
    pub texts: &'static str,
    /// The [`Numbers`] of each row.
    ///
    /// [`Numbers`]: cookie_decl_core::layout::row::Numbers
    pub numbers: &'static [[u8; LENGTH]],
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

/// What a number stands for, if it is one.
const fn numbered<T>(list: &'static [T], number: u16) -> Option<&'static T> {
    if number == NONE {
        None
    } else {
        Some(&list[number as usize])
    }
}

/// A text, if there is one.
const fn some(text: &'static str) -> Option<&'static str> {
    if text.is_empty() { None } else { Some(text) }
}

/// The rows of a table: the first of them so many times, each with its own number.
#[doc(hidden)]
pub const fn rows<const COUNT: usize>(mut rows: [Declaration; COUNT]) -> [Declaration; COUNT] {
    let mut number = 0;
    while number < COUNT {
        // A table has no more rows than there are numbers.
        #[allow(clippy::cast_possible_truncation)]
        let own = number as u16;
        rows[number].number = own;
        number += 1;
    }
    rows
}

impl Declaration {
    /// A row of a table.
    #[doc(hidden)]
    pub const fn new(legend: &'static Legend, number: u16) -> Self {
        Self { legend, number }
    }

    #[inline]
    const fn numbers(&self) -> Numbers {
        Numbers::from_bytes(&self.legend.numbers[self.number as usize])
    }

    /// One of its texts: the name, the function, the purpose and the note.
    #[inline]
    const fn text(&self, number: usize) -> &'static str {
        let texts = self.numbers().texts;
        let (before_end, _) = self.legend.texts.split_at(texts[number + 1] as usize);
        before_end.split_at(texts[number] as usize).1
    }

    /// The same, if there is one.
    #[inline]
    const fn some_text(&self, number: usize) -> Option<&'static str> {
        let texts = self.numbers().texts;
        if texts[number] == texts[number + 1] {
            None
        } else {
            Some(self.text(number))
        }
    }

    /// Whether it has this name.
    // Bytes, which nobody has to look at for where a character begins.
    #[inline]
    pub(crate) fn is_called(&self, name: &[u8]) -> bool {
        let [start, end, ..] = self.numbers().texts;
        self.legend.texts.as_bytes()[start as usize..end as usize] == *name
    }

    pub(crate) const fn category_number(&self) -> u16 {
        self.numbers().category
    }

    /// What tells its cookie from one of the same name: where it is sent to, and where it is stored. The same for two
    /// rows if these are the same.
    pub(crate) const fn scope(&self) -> (u16, u16) {
        let Numbers {
            attributes, more, ..
        } = self.numbers();
        (attributes, more)
    }

    const fn more(&self) -> &'static More {
        match numbered(self.legend.more, self.numbers().more) {
            Some(more) => more,
            None => &More::NONE,
        }
    }

    /// The name on the wire, such as `sessionid`; of a [`pattern`](Self::pattern) as the table writes it,
    /// `_ga_{container}`.
    ///
    /// For [`is_any`](Self::is_any) it is `any`.
    pub const fn name(&self) -> &'static str {
        self.text(0)
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
            None => self.is_called(name.as_bytes()) && !self.is_any(),
        }
    }

    /// The category, which says what has to happen before it is stored.
    pub const fn category(&self) -> &'static CategoryInfo {
        &self.legend.categories[self.category_number() as usize]
    }

    /// Who stands behind it.
    pub const fn provider(&self) -> Option<&'static ProviderInfo> {
        numbered(self.legend.providers, self.numbers().provider)
    }

    /// What part of the site uses it, as visitors read it.
    pub const fn function(&self) -> Option<&'static str> {
        self.some_text(1)
    }

    /// Why it is stored, as visitors read it.
    pub const fn purpose(&self) -> Option<&'static str> {
        self.some_text(2)
    }

    /// How long it is kept.
    pub const fn duration(&self) -> Duration {
        *self.stated_duration()
    }

    pub(crate) const fn stated_duration(&self) -> &'static Duration {
        &self.legend.durations[self.numbers().duration as usize]
    }

    /// The text that visitors read instead of the duration, if the table gives one.
    pub const fn duration_text(&self) -> Option<&'static str> {
        some(self.more().duration_text)
    }

    /// The attributes as declared; `None` when it is not a cookie, or when somebody else sets it and the table does
    /// not say with which attributes.
    pub(crate) const fn declared_attributes(&self) -> Option<&'static DeclaredAttributes> {
        numbered(self.legend.attributes, self.numbers().attributes)
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
        self.some_text(3)
    }

    /// Columns of the site's own: title and cell, those left out that are empty.
    pub const fn own_columns(&self) -> &'static [(&'static str, &'static str)] {
        self.more().own
    }

    /// The cell of a column of the site's own.
    pub fn own(&self, column: &str) -> Option<&'static str> {
        self.own_columns()
            .iter()
            .find(|(title, _)| *title == column)
            .map(|(_, cell)| *cell)
    }

    /// The domain that the row is about: the `Domain` attribute, or that of the third party that sets it;
    /// `None` for the site's own host, or when it is known at run time only.
    pub fn domain(&self) -> Option<&'static str> {
        match (
            self.declared_attributes()
                .map(|attributes| &attributes.domain),
            self.set_by(),
        ) {
            (Some(Value::Fixed(Some(domain))), _) => Some(domain),
            (_, SetBy::ThirdParty(domain)) => domain,
            _ => None,
        }
    }

    /// Whether it is a cookie that requests to this server contain.
    pub(crate) fn is_own_cookie(&self) -> bool {
        self.storage() == Storage::Cookie && !matches!(self.set_by(), SetBy::ThirdParty(_))
    }

    /// Whether what visitors are shown of the row depends on the deployment: `when`, or a duration in braces.
    pub(crate) fn varies(&self) -> bool {
        matches!(self.more().when, Value::RunTime(_))
            || matches!(self.stated_duration(), Duration::RunTime { .. })
    }

    /// Whether this deployment has the row (`when`).
    pub(crate) fn is_on(&self, config: Config<'_>) -> bool {
        self.more().when.at(config)
    }
}

impl fmt::Debug for Declaration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Declaration")
            .field("name", &self.name())
            .field("category", &self.category().name)
            .field("provider", &self.provider().map(|provider| provider.name))
            .field("purpose", &self.purpose())
            .field("duration", &self.duration())
            .field("set_by", &self.set_by())
            .field("storage", &self.storage())
            .finish_non_exhaustive()
    }
}

/// Who stores it, from the `set_by` column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "snake_case")
)]
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
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "snake_case")
)]
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
