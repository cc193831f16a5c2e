//! One declared name of the table, with everything in its row.

use core::fmt;

use crate::run_time::{Config, Setting};
use crate::table::attributes::{Attributes, DeclaredAttributes};
use crate::table::basis::LegalBasis;
use crate::table::category::CategoryInfo;
use crate::table::duration::Duration;
use crate::table::pattern::Pattern;
use crate::table::provider::ProviderInfo;
use cookie_decl_core::browser::Prefix;
use cookie_decl_core::layout::row::{LENGTH, NONE, Numbers};

/// One declared name with its row. All typed constants deref to it.
///
/// A row with several names becomes several declarations, one after the other.
// It is only a number, so that a table of thousands of rows compiles fast and needs only one
// relocation for each row.
pub struct Declaration {
    data: &'static TableData,
    number: u16,
}

/// The contents of all rows, and the lists that their numbers index.
#[doc(hidden)]
#[derive(Debug)]
pub struct TableData {
    pub categories: &'static [CategoryInfo],
    pub providers: &'static [ProviderInfo],
    pub attributes: &'static [DeclaredAttributes],
    pub rare_fields: &'static [RareFields],
    pub durations: &'static [Duration],
    /// The texts of all rows, joined.
    pub texts: &'static str,
    /// The [`Numbers`] of each row.
    ///
    /// [`Numbers`]: cookie_decl_core::layout::row::Numbers
    pub numbers: &'static [[u8; LENGTH]],
    /// The file of the table.
    pub file: &'static str,
}

/// The fields that most rows leave out.
#[doc(hidden)]
#[derive(Debug)]
pub struct RareFields {
    pub pattern: Option<&'static Pattern>,
    /// Whether the row matches every cookie of a domain.
    pub any: bool,
    /// Whether the name shares the row of the declaration before it.
    pub continues: bool,
    /// The text to print instead of the duration.
    pub duration_text: &'static str,
    /// Whether the page prints the duration beside the text, because the text alone would not be
    /// true.
    pub duration_too: bool,
    /// Who stores the item.
    pub set_by: SetBy,
    /// Where the item is stored.
    pub storage: Storage,
    /// Why the site may process the data.
    pub basis: Option<LegalBasis>,
    /// Whether this deployment has the row.
    pub when: Setting<bool>,
    /// The site's own columns: title and text.
    pub own: &'static [(&'static str, &'static str)],
    /// The table that the row was included from, and its date.
    pub included: Option<(&'static str, Option<&'static str>)>,
}

impl RareFields {
    /// The values of a row that leaves all of them out.
    pub const NONE: Self = Self {
        pattern: None,
        any: false,
        continues: false,
        duration_text: "",
        duration_too: false,
        set_by: SetBy::Server,
        storage: Storage::Cookie,
        basis: None,
        when: Setting::Fixed(true),
        own: &[],
        included: None,
    };
}

/// Returns the item with a number, unless the number is [`NONE`].
const fn numbered<T>(list: &'static [T], number: u16) -> Option<&'static T> {
    if number == NONE {
        None
    } else {
        Some(&list[number as usize])
    }
}

/// Returns a text, unless it is empty.
const fn some(text: &'static str) -> Option<&'static str> {
    if text.is_empty() { None } else { Some(text) }
}

/// Builds an array of rows, numbered from `first`.
#[doc(hidden)]
pub const fn rows<const COUNT: usize>(
    first: u16,
    mut rows: [Declaration; COUNT],
) -> [Declaration; COUNT] {
    let mut number = 0;
    while number < COUNT {
        // The macro refuses a table with more rows than there are numbers.
        #[allow(clippy::cast_possible_truncation)]
        let own = first + number as u16;
        rows[number].number = own;
        number += 1;
    }
    rows
}

impl Declaration {
    /// A row of a table.
    #[doc(hidden)]
    pub const fn new(data: &'static TableData, number: u16) -> Self {
        Self { data, number }
    }

    /// The number of the row in the table.
    pub(crate) const fn number(&self) -> u16 {
        self.number
    }

    #[inline]
    const fn numbers(&self) -> Numbers {
        Numbers::from_bytes(&self.data.numbers[self.number as usize])
    }

    /// A text by its number: 0 is the name, 1 the function, 2 the purpose and 3 the note.
    #[inline]
    const fn text(&self, number: usize) -> &'static str {
        let texts = self.numbers().texts;
        let before_end = self.data.texts.split_at_checked(texts[number + 1] as usize);
        // With `split_at`, the panic would print the text, for which WebAssembly needs much code.
        if let Some((before_end, _)) = before_end
            && let Some((_, text)) = before_end.split_at_checked(texts[number] as usize)
        {
            text
        } else {
            panic!("a text of a row ends inside a character")
        }
    }

    /// A text by its number, unless it is empty.
    #[inline]
    const fn some_text(&self, number: usize) -> Option<&'static str> {
        let texts = self.numbers().texts;
        if texts[number] == texts[number + 1] {
            None
        } else {
            Some(self.text(number))
        }
    }

    /// Whether the declaration has this name.
    // Compares bytes, to skip the check of UTF-8 boundaries.
    #[inline]
    pub(crate) fn is_called(&self, name: &[u8]) -> bool {
        let [start, end, ..] = self.numbers().texts;
        self.data.texts.as_bytes().get(start as usize..end as usize) == Some(name)
    }

    pub(crate) const fn category_number(&self) -> u16 {
        self.numbers().category
    }

    /// Returns the numbers of the attributes and rare fields, which differ between two rows with
    /// the same name.
    ///
    /// Two rows have equal numbers exactly if they have the same attributes and rare fields.
    pub(crate) const fn scope(&self) -> (u16, u16) {
        let Numbers {
            attributes,
            rare_fields,
            ..
        } = self.numbers();
        (attributes, rare_fields)
    }

    pub(crate) const fn rare_fields(&self) -> &'static RareFields {
        match numbered(self.data.rare_fields, self.numbers().rare_fields) {
            Some(fields) => fields,
            None => &RareFields::NONE,
        }
    }

    /// Where the name is written in the source.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! {
    /// #     pub policy;
    /// #     /// Needed
    /// #     ///
    /// #     /// The site does not work without these.
    /// #     category Necessary: exempt {
    /// #         cookie | duration;
    /// #         /// Keeps the visitor signed in
    /// #         SESSION = "sessionid" | 2 weeks;
    /// #     }
    /// # } }
    /// assert!(cookies::SESSION.place().to_string().contains(".rs:"));
    /// ```
    pub const fn place(&self) -> Place {
        Place {
            file: self.data.file,
            line: self.numbers().line,
        }
    }

    /// The name as the table writes it, such as `sessionid`.
    ///
    /// The name of a [`pattern`](Self::pattern) includes its holes, as in `_ga_{container}`. The
    /// name of a row with [`is_any`](Self::is_any) is `any`.
    pub const fn name(&self) -> &'static str {
        self.text(0)
    }

    /// The pattern of the name, if the name has holes.
    pub const fn pattern(&self) -> Option<&'static Pattern> {
        self.rare_fields().pattern
    }

    /// Whether the row matches every cookie of a third party's domain (`any`).
    pub const fn is_any(&self) -> bool {
        self.rare_fields().any
    }

    /// Whether the name shares its row with the declaration before it.
    pub const fn continues(&self) -> bool {
        self.rare_fields().continues
    }

    /// Whether a name is that of the declaration, or matches its pattern.
    pub fn matches(&self, name: &str) -> bool {
        match self.pattern() {
            Some(pattern) => pattern.matches(name),
            None => self.is_called(name.as_bytes()) && !self.is_any(),
        }
    }

    /// The category, which says whether the visitor is asked first.
    pub const fn category(&self) -> &'static CategoryInfo {
        &self.data.categories[self.category_number() as usize]
    }

    /// Who is responsible for the cookie.
    pub const fn provider(&self) -> Option<&'static ProviderInfo> {
        numbered(self.data.providers, self.numbers().provider)
    }

    /// The place of the provider in the table; without one, none that a provider has.
    pub(crate) fn provider_number(&self) -> usize {
        self.numbers().provider.into()
    }

    /// The part of the site that uses the cookie, as visitors read it.
    pub const fn function(&self) -> Option<&'static str> {
        self.some_text(1)
    }

    /// Why the cookie is stored, as visitors read it.
    pub const fn purpose(&self) -> Option<&'static str> {
        self.some_text(2)
    }

    /// How long the cookie is kept.
    pub const fn duration(&self) -> Duration {
        *self.stated_duration()
    }

    pub(crate) const fn stated_duration(&self) -> &'static Duration {
        &self.data.durations[self.numbers().duration as usize]
    }

    /// The text that visitors read instead of the duration, if the table has one.
    ///
    /// If it names another time than the duration, visitors read both.
    pub const fn duration_text(&self) -> Option<&'static str> {
        some(self.rare_fields().duration_text)
    }

    /// Whether the text contradicts the duration, so that the page prints both.
    pub(crate) const fn prints_duration_too(&self) -> bool {
        self.rare_fields().duration_too
    }

    /// The attributes as declared.
    ///
    /// `None` if the item is not a cookie, or if somebody else sets it and the table does not say
    /// with which attributes.
    pub(crate) const fn declared_attributes(&self) -> Option<&'static DeclaredAttributes> {
        numbered(self.data.attributes, self.numbers().attributes)
    }

    /// The attributes in a deployment.
    pub(crate) fn attributes_in(&self, config: Config<'_>) -> Option<Attributes> {
        let declared = self.declared_attributes()?;
        Some(declared.at(config))
    }

    /// The attributes in a deployment. If the row of a script has none of its own, they are those
    /// that browsers need for the name.
    pub(crate) fn attributes_or_base(&self, name: &str, config: Config<'_>) -> Attributes {
        let base = || DeclaredAttributes::BASE.at(config);
        match self.attributes_in(config) {
            Some(attributes) => attributes,
            None if Prefix::of(name).is_some() => base().with_secure(),
            None => base(),
        }
    }

    /// Who stores the cookie.
    pub const fn set_by(&self) -> SetBy {
        self.rare_fields().set_by
    }

    /// Where the item is stored.
    pub const fn storage(&self) -> Storage {
        self.rare_fields().storage
    }

    /// Why the site may process the data that it stores, if the table says so (`basis`).
    pub const fn basis(&self) -> Option<LegalBasis> {
        self.rare_fields().basis
    }

    /// A remark for visitors.
    pub const fn note(&self) -> Option<&'static str> {
        self.some_text(3)
    }

    /// The site's own columns, as title and cell. Empty cells are left out.
    pub const fn own_columns(&self) -> &'static [(&'static str, &'static str)] {
        self.rare_fields().own
    }

    /// The table that the row was [included](crate::guide::include) from, and the date of its facts
    /// in ISO 8601.
    pub const fn included(&self) -> Option<(&'static str, Option<&'static str>)> {
        self.rare_fields().included
    }

    /// The cell of one of the site's own columns.
    pub fn own(&self, column: &str) -> Option<&'static str> {
        self.own_columns()
            .iter()
            .find(|(title, _)| *title == column)
            .map(|(_, cell)| *cell)
    }

    /// The domain of the cookie: its `Domain`, or that of the third party that sets it. It may have
    /// holes, as in `{region}.ads.example`.
    ///
    /// `None` for the site's own host, and for a domain that is known only at run time.
    pub fn domain(&self) -> Option<&'static str> {
        match (
            self.declared_attributes()
                .map(|attributes| &attributes.domain),
            self.set_by(),
        ) {
            (Some(Setting::Fixed(Some(domain))), _) => Some(domain),
            (_, SetBy::ThirdParty(domain)) => domain,
            _ => None,
        }
    }

    /// Whether requests to this server contain the cookie.
    pub(crate) fn is_own_cookie(&self) -> bool {
        self.storage() == Storage::Cookie && !matches!(self.set_by(), SetBy::ThirdParty(_))
    }

    /// Whether the page's text about the row depends on the deployment.
    ///
    /// It does with `when`, and with a duration in braces.
    pub fn varies(&self) -> bool {
        matches!(self.rare_fields().when, Setting::RunTime(_))
            || matches!(self.stated_duration(), Duration::RunTime { .. })
    }

    /// Whether this deployment has the row (`when`).
    pub(crate) fn is_on(&self, config: Config<'_>) -> bool {
        self.rare_fields().when.at(config)
    }
}

/// Two declarations are equal if they are the same declaration of the same table.
impl PartialEq for Declaration {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.data, other.data) && self.number == other.number
    }
}

impl Eq for Declaration {}

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

/// A place in the source. It is written as `src/cookies.rs:12`, or without the line if that is not
/// known.
///
/// ```
/// use cookie_decl::table::Place;
/// let place = |line| Place { file: "src/cookies.rs", line }.to_string();
/// assert_eq!((place(12), place(0)), ("src/cookies.rs:12".into(), "src/cookies.rs".into()));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The file, as the compiler names it.
    pub file: &'static str,
    /// The line, from 1; 0 if it is not known.
    pub line: u32,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => f.write_str(self.file),
            line => write!(f, "{}:{line}", self.file),
        }
    }
}

/// Who stores a cookie or item, from the `set_by` column.
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
    /// A third party, with its own domain if the table names it.
    ThirdParty(Option<&'static str>),
}

/// Where an item is stored, from the `storage` column.
///
/// Consent covers all places alike (EDPB Guidelines 2/2023).
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
    /// An image or request that tells somebody about the visit. Nothing is stored.
    Pixel,
    /// Another place, as the table names it.
    Other(&'static str),
}
