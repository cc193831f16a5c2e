//! The table as data: what `declare_cookies!` writes, and the library reads.

pub(crate) mod attributes;
pub(crate) mod category;
pub(crate) mod column;
pub(crate) mod declaration;
pub(crate) mod duration;
pub(crate) mod language;
pub(crate) mod lookup;
pub(crate) mod pattern;
pub(crate) mod provider;
pub(crate) mod translation;
pub(crate) mod unknown_name;
#[doc(hidden)]
pub mod words;

pub use self::attributes::{Attributes, SameSite};
pub use self::category::{CategoryInfo, Gate};
pub use self::declaration::{Declaration, SetBy, Storage};
pub use self::duration::{Duration, Term, Unit};
pub use self::pattern::{Holes, Pattern};
pub use self::provider::{ProviderInfo, Providers};

use core::fmt;

use crate::run_time::Config;
use crate::table::attributes::DeclaredAttributes;
use crate::table::column::Column;
use crate::table::declaration::Legend;
use crate::table::lookup::Index;
use crate::table::translation::Translation;
use crate::table::unknown_name::UnknownName;
use crate::texts::built_in::Texts;

/// What the table says whatever the configuration: its texts, rows, categories and providers.
///
/// [`Policy`](crate::Policy) and [`Configured<C, Policy>`](crate::Configured) deref to it.
pub struct Table {
    #[doc(hidden)]
    pub language: &'static str,
    /// In the language of the table, English where the library does not speak it. Referred to here and in translations
    /// only, so that other languages are not linked.
    #[doc(hidden)]
    pub built_in: &'static Texts,
    #[doc(hidden)]
    pub title: Option<&'static str>,
    #[doc(hidden)]
    pub introduction: &'static [&'static str],
    #[doc(hidden)]
    pub site: Option<&'static str>,
    #[doc(hidden)]
    pub print: &'static [(Column<'static>, Option<&'static str>)],
    #[doc(hidden)]
    pub parts: &'static [Part],
    #[doc(hidden)]
    pub legend: &'static Legend,
    #[doc(hidden)]
    pub rows: &'static [Declaration],
    #[doc(hidden)]
    pub consent: Option<u16>,
    #[doc(hidden)]
    pub fingerprint: u64,
    #[doc(hidden)]
    pub index: Index,
    #[doc(hidden)]
    pub retired: &'static [Retired],
    #[doc(hidden)]
    pub translations: &'static [Translation],
}

/// What follows the introduction on the page, in the order of the table.
#[doc(hidden)]
#[derive(Debug)]
pub enum Part {
    /// Prose of the site's own: heading and paragraphs.
    Section(Option<&'static str>, &'static [&'static str]),
    /// The category with this number.
    Category(u16),
}

impl Table {
    /// The language of the texts in the table, a BCP 47 tag.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// The title of the policy, if the table gives one.
    pub fn title(&self) -> Option<&'static str> {
        self.title
    }

    /// The introduction of the policy, a paragraph each.
    pub fn introduction(&self) -> &'static [&'static str] {
        self.introduction
    }

    /// The site that the table is for, if it names one, as browsers send it in `Origin`: scheme and host in small letters,
    /// the port unless it is the scheme's own, and no slash at the end.
    pub fn site(&self) -> Option<&'static str> {
        self.site
    }

    /// Every declared name, in the order of the table, those included that this deployment switches off (`when`).
    pub fn declarations(&self) -> &'static [Declaration] {
        self.rows
    }

    /// The categories in the order of the table.
    pub const fn categories(&self) -> &'static [CategoryInfo] {
        self.legend.categories
    }

    /// The providers in the order of the table.
    pub const fn providers(&self) -> &'static [ProviderInfo] {
        self.legend.providers
    }

    /// # Errors
    /// When no category has this name.
    #[doc(hidden)]
    pub fn number_of_category(&self, name: &str) -> Result<usize, UnknownName> {
        let number = self
            .categories()
            .iter()
            .position(|category| category.name == name);
        number.ok_or(UnknownName::new("category"))
    }

    /// # Errors
    /// When no provider has this name.
    #[doc(hidden)]
    pub fn number_of_provider(&self, name: &str) -> Result<usize, UnknownName> {
        let number = self
            .providers()
            .iter()
            .position(|provider| provider.name == name);
        number.ok_or(UnknownName::new("provider"))
    }

    /// What is declared in a category, given as a value of the generated enum or as one of
    /// [`categories`](Self::categories).
    pub fn in_category(
        &self,
        category: impl Into<&'static CategoryInfo>,
    ) -> &'static [Declaration] {
        self.rows_of(category.into())
    }

    /// Every row that a name may be of, those included that this deployment switches off.
    pub(crate) fn rows_named<'n>(
        &'static self,
        name: &'n str,
    ) -> impl Iterator<Item = &'static Declaration> + use<'n> {
        self.index.rows(self.rows, name)
    }

    /// The row that counts for a name in this deployment.
    pub(crate) fn first_named(
        &self,
        name: &str,
        config: Config<'_>,
    ) -> Option<&'static Declaration> {
        self.index.first(self.rows, name, config)
    }

    pub(crate) fn rows_of(&self, category: &CategoryInfo) -> &'static [Declaration] {
        &self.rows[usize::from(category.first)..usize::from(category.end)]
    }

    /// What a provider stands behind, given as a value of the generated enum or as one of
    /// [`providers`](Self::providers).
    pub fn by_provider<P: Into<&'static ProviderInfo>>(
        &self,
        provider: P,
    ) -> impl Iterator<Item = &'static Declaration> + use<P> {
        let provider = provider.into();
        let rows = self.rows.iter();
        rows.filter(move |row| {
            row.provider()
                .is_some_and(|other| core::ptr::eq(other, provider))
        })
    }

    /// The row that keeps the visitor's answer, if the table has one.
    pub fn consent_row(&self) -> Option<&'static Declaration> {
        self.consent.map(|row| &self.rows[usize::from(row)])
    }

    /// A number for what visitors' answers are about, over all categories; see [`CategoryInfo::fingerprint`].
    pub const fn fingerprint(&self) -> u64 {
        self.fingerprint
    }

    /// What the site stored once and removes on sight.
    pub fn retired(&self) -> &'static [Retired] {
        self.retired
    }
}

impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Table")
            .field("title", &self.title)
            .field("site", &self.site)
            .field("categories", &self.categories().len())
            .field("declarations", &self.rows.len())
            .finish_non_exhaustive()
    }
}

/// A cookie that the site no longer sets: the scope it was set with, so that it can be removed.
#[derive(Debug)]
pub struct Retired {
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub pattern: Option<&'static Pattern>,
    #[doc(hidden)]
    pub attributes: &'static DeclaredAttributes,
}

impl Retired {
    /// The name, holes as written.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The name's holes, if it has any.
    pub fn pattern(&self) -> Option<&'static Pattern> {
        self.pattern
    }

    /// Whether a name is the retired one, or one of those that it stands for.
    pub fn matches(&self, name: &str) -> bool {
        match self.pattern {
            Some(pattern) => pattern.matches(name),
            None => self.name == name,
        }
    }
}
