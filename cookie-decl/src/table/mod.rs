//! The table as data, which `declare_cookies!` writes and the library reads.

pub(crate) mod attributes;
pub(crate) mod basis;
pub(crate) mod category;
pub(crate) mod column;
pub(crate) mod declaration;
pub(crate) mod duration;
pub(crate) mod language;
pub(crate) mod lookup;
pub(crate) mod party;
pub(crate) mod pattern;
pub(crate) mod provider;
pub(crate) mod signal;
pub(crate) mod translation;
pub(crate) mod unknown_name;
#[doc(hidden)]
pub mod words;

pub use self::attributes::{Attributes, SameSite};
pub use self::basis::LegalBasis;
pub use self::category::{CategoryInfo, Gate, OfProvider};
pub use self::declaration::{Declaration, Place, SetBy, Storage};
pub use self::duration::{Duration, Term, Unit};
pub use self::party::Party;
pub use self::pattern::{Holes, Pattern};
pub use self::provider::{ControllerInfo, ProviderInfo, Providers};
pub use self::signal::Signal;

use alloc::vec::Vec;
use core::fmt;

use crate::run_time::Config;
use crate::table::attributes::DeclaredAttributes;
use crate::table::column::Column;
use crate::table::declaration::TableData;
use crate::table::lookup::Index;
use crate::table::translation::Translation;
use crate::table::unknown_name::UnknownName;
use crate::texts::built_in::Texts;

/// The part of a table that does not depend on a configuration.
///
/// It has the texts, rows, categories and providers.
///
/// [`Policy`](crate::Policy) and [`Configured<C, Policy>`](crate::Configured) deref to it.
pub struct Table {
    #[doc(hidden)]
    pub language: &'static str,
    /// The built-in texts in the table's language, or in English if the library does not have that
    /// language.
    ///
    /// Only tables and translations refer to built-in texts, so unused languages are not linked.
    #[doc(hidden)]
    pub built_in: &'static Texts,
    #[doc(hidden)]
    pub title: Option<&'static str>,
    #[doc(hidden)]
    pub introduction: &'static [&'static str],
    #[doc(hidden)]
    pub last_updated: Option<&'static str>,
    #[doc(hidden)]
    pub version: Option<&'static str>,
    #[doc(hidden)]
    pub controller: Option<ControllerInfo>,
    #[doc(hidden)]
    pub elsewhere: Option<&'static str>,
    #[doc(hidden)]
    pub is_tied: bool,
    #[doc(hidden)]
    pub site: Option<&'static str>,
    /// Whether a text has lists, headings, emphasis, names or links.
    #[doc(hidden)]
    pub has_markup: bool,
    #[doc(hidden)]
    pub print: &'static [(Column<'static>, Option<&'static str>)],
    #[doc(hidden)]
    pub parts: &'static [Part],
    #[doc(hidden)]
    pub data: &'static TableData,
    #[doc(hidden)]
    pub rows: &'static [Declaration],
    #[doc(hidden)]
    pub listed: &'static [Declaration],
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

/// A part of the page after the introduction.
#[doc(hidden)]
#[derive(Debug)]
pub enum Part {
    /// A section of the site: heading and paragraphs.
    Section(Option<&'static str>, &'static [&'static str]),
    /// The site's own explanation of cookies. Without paragraphs, the page has none.
    About(Option<&'static str>, &'static [&'static str]),
    /// The built-in explanation of cookies.
    BuiltInAbout,
    /// The category with this number; with `by provider`, the first of them.
    Category(u16),
}

impl Table {
    /// The language of the table's texts, a BCP 47 tag.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// The title of the policy, if the table has one.
    pub fn title(&self) -> Option<&'static str> {
        self.title
    }

    /// The paragraphs of the policy's introduction.
    pub fn introduction(&self) -> &'static [&'static str] {
        self.introduction
    }

    /// The date of the last change, if the table has one: `2026-11-26`.
    pub fn last_updated(&self) -> Option<&'static str> {
        self.last_updated
    }

    /// The version of the policy, if the table has one.
    pub fn version(&self) -> Option<&'static str> {
        self.version
    }

    /// Who decides what is stored and why, if the table says so.
    pub fn controller(&self) -> Option<&ControllerInfo> {
        self.controller.as_ref()
    }

    /// Who asks visitors instead of the site (`consent elsewhere`), such as `OneTrust`.
    pub fn consent_elsewhere(&self) -> Option<&'static str> {
        self.elsewhere
    }

    /// Whether the visitor's answer contains a random identifier (`consent tied`).
    pub fn is_tied(&self) -> bool {
        self.is_tied
    }

    /// The site that the table is for, if it names one.
    ///
    /// It is written as browsers send it in `Origin`: scheme and host in lower case, the port
    /// unless it is the scheme's default, and no slash at the end.
    pub fn site(&self) -> Option<&'static str> {
        self.site
    }

    /// Every declaration, in the order of the table.
    ///
    /// Those that this deployment switches off (`when`) are included.
    pub fn declarations(&self) -> &'static [Declaration] {
        self.rows
    }

    /// The categories in the order of the table.
    ///
    /// ```
    /// # mod cookies { cookie_decl::declare_cookies! {
    /// #     pub policy;
    /// #     /// Audience
    /// #     #[allow(no_consent_row)]
    /// #     category Statistics: opt_in {
    /// #         cookie | duration;
    /// #         /// Remembers what you looked at last
    /// #         RECENT = "recent" | 30 days;
    /// #     }
    /// #     /// Advertising
    /// #     #[allow(empty_category)]
    /// #     category Marketing: opt_out {}
    /// # } }
    /// use cookie_decl::table::Gate;
    /// let categories = cookies::POLICY.categories().iter();
    /// let categories: Vec<_> = categories.map(|it| (it.name(), it.title(), it.gate())).collect();
    /// assert_eq!(
    ///     categories,
    ///     [("Statistics", "Audience", Gate::OptIn), ("Marketing", "Advertising", Gate::OptOut)],
    /// );
    /// ```
    pub const fn categories(&self) -> &'static [CategoryInfo] {
        self.data.categories
    }

    /// The providers in the order of the table.
    pub const fn providers(&self) -> &'static [ProviderInfo] {
        self.data.providers
    }

    /// # Errors
    /// If no category has this name.
    #[doc(hidden)]
    pub fn number_of_category(&self, name: &str) -> Result<usize, UnknownName> {
        let number = self
            .categories()
            .iter()
            .position(|category| category.name == name);
        number.ok_or(UnknownName::new("category"))
    }

    /// # Errors
    /// If no provider has this name.
    #[doc(hidden)]
    pub fn number_of_provider(&self, name: &str) -> Result<usize, UnknownName> {
        let number = self
            .providers()
            .iter()
            .position(|provider| provider.name == name);
        number.ok_or(UnknownName::new("provider"))
    }

    /// The declarations of a category.
    ///
    /// The category is a value of the generated enum or one of [`categories`](Self::categories).
    pub fn in_category<C: Into<&'static CategoryInfo>>(
        &self,
        category: C,
    ) -> impl Iterator<Item = &'static Declaration> + Clone + use<C> {
        self.rows_of(category.into())
    }

    /// The rows of other categories that this category lists as well (`also`), each with its
    /// purpose here.
    ///
    /// The category is a value of the generated enum or one of [`categories`](Self::categories).
    pub fn listed_in<C: Into<&'static CategoryInfo>>(
        &self,
        category: C,
    ) -> impl Iterator<Item = &'static Declaration> + use<C> {
        let category = category.into();
        let listed = self.listed.iter();
        listed.filter(move |row| core::ptr::eq(row.category(), category))
    }

    /// Every declaration that a name matches, including those that this deployment switches off.
    pub(crate) fn rows_named<'n>(
        &'static self,
        name: &'n str,
    ) -> impl Iterator<Item = &'static Declaration> + use<'n> {
        self.index.rows(self.rows, name)
    }

    /// The declaration for a name in this deployment.
    pub(crate) fn first_named(
        &self,
        name: &str,
        config: Config<'_>,
    ) -> Option<&'static Declaration> {
        self.index.first(self.rows, name, config)
    }

    /// The retired cookies that have this name or match it.
    pub(crate) fn retired_named<'n>(
        &self,
        name: &'n str,
    ) -> impl Iterator<Item = &'static Retired> + use<'n> {
        let retired = self.retired.iter();
        retired.filter(move |retired| retired.matches(name))
    }

    /// The row that keeps the visitor's answer, if this deployment has one.
    pub(crate) fn consent_row_in(&self, config: Config<'_>) -> Option<&'static Declaration> {
        self.consent_row().filter(|row| row.is_on(config))
    }

    /// The row whose cookie contains an identifier of the visitor, if this deployment has one.
    pub(crate) fn tied_row_in(&self, config: Config<'_>) -> Option<&'static Declaration> {
        self.consent_row_in(config).filter(|_| self.is_tied)
    }

    /// The rows of a category.
    pub(crate) fn rows_of(
        &self,
        category: &'static CategoryInfo,
    ) -> impl Iterator<Item = &'static Declaration> + Clone + use<> {
        rows_of(self.rows, category)
    }

    /// The rows below the heading of a category: with `by provider`, those of all providers.
    pub(crate) fn rows_below(&self, category: &CategoryInfo) -> &'static [Declaration] {
        rows_below(self.rows, category)
    }

    /// The providers of the category's rows in this deployment, each once.
    pub(crate) fn providers_in(
        &self,
        category: &'static CategoryInfo,
        config: Config<'_>,
    ) -> Vec<&'static ProviderInfo> {
        let mut providers: Vec<&ProviderInfo> = Vec::new();
        let rows = self.rows_of(category).filter(|row| row.is_on(config));
        for provider in rows.filter_map(Declaration::provider) {
            if !providers.iter().any(|it| core::ptr::eq(*it, provider)) {
                providers.push(provider);
            }
        }
        providers
    }

    /// The declarations of a provider.
    ///
    /// The provider is a value of the generated enum or one of [`providers`](Self::providers).
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

    /// The declaration of the cookie that keeps the visitor's answer, if the table has one.
    pub const fn consent_row(&self) -> Option<&'static Declaration> {
        match self.consent {
            Some(row) => Some(&self.rows[row as usize]),
            None => None,
        }
    }

    /// A hash of what visitors answer about in all categories; see [`CategoryInfo::fingerprint`].
    pub const fn fingerprint(&self) -> u64 {
        self.fingerprint
    }

    /// The cookies that the site no longer sets, and removes when a request contains them.
    pub fn retired(&self) -> &'static [Retired] {
        self.retired
    }
}

/// The rows of a category.
pub(crate) fn rows_of(
    rows: &'static [Declaration],
    category: &'static CategoryInfo,
) -> impl Iterator<Item = &'static Declaration> + Clone + use<> {
    let is_whole = category.of_provider.is_none();
    let rows = rows_below(rows, category).iter();
    rows.filter(move |row| is_whole || core::ptr::eq(row.category(), category))
}

fn rows_below(rows: &'static [Declaration], category: &CategoryInfo) -> &'static [Declaration] {
    let own = usize::from(category.first)..usize::from(category.end);
    rows.get(own).unwrap_or_default()
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

/// A cookie that the site no longer sets, with the scope that it was set with.
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
    /// The name as the table writes it, holes included.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The pattern of the name, if the name has holes.
    pub fn pattern(&self) -> Option<&'static Pattern> {
        self.pattern
    }

    /// Whether a name is the retired one or matches its pattern.
    pub fn matches(&self, name: &str) -> bool {
        match self.pattern {
            Some(pattern) => pattern.matches(name),
            None => self.name == name,
        }
    }
}
