//! The whole table: iteration, look-up, and the way to the page.

use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;

use crate::config::{At, Config, Configured};
use crate::declaration::Legend;
use crate::lookup::Index;
use crate::page::texts::Texts;
use crate::page::{Page, Translation};
use crate::{
    Attributes, CategoryInfo, Column, Declaration, DeclaredAttributes, Pattern, ProviderInfo,
    UnknownName,
};

/// What the table says whatever the configuration: its texts, rows, categories and providers.
///
/// [`Policy`] and [`Configured<C, Policy>`](Configured) deref to it.
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
        category.into().of(self.rows)
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

/// The site's cookie policy, over the categories `K` of its table: the generated `POLICY`.
///
/// ```
/// mod cookies { cookie_decl::declare_cookies! {
///     /// Cookies
///     pub policy;
///     provider Matomo = "Matomo" { privacy: "https://matomo.org/privacy-policy/" }
///     /// Audience measurement
///     ///
///     /// Tells us which pages are read.
///     #[allow(no_consent_row)]
///     category Statistics: opt_in {
///         with provider = Matomo;
///         cookie | duration | set_by;
///         /// Recognises a returning visitor
///         "_pk_id.{site}.{hash}" | 13 months | script;
///         /// Marks the first visit
///         "_pk_id.1.first" | 1 day | script;
///     }
/// } }
/// use cookies::{Category, POLICY, Provider};
/// // Exact before pattern, and byte by byte.
/// assert_eq!(POLICY.find("_pk_id.1.first").unwrap().purpose(), Some("Marks the first visit"));
/// assert_eq!(POLICY.find("_pk_id.1.1fff").unwrap().name(), "_pk_id.{site}.{hash}");
/// assert!(POLICY.find("_PK_ID.1.1fff").is_none());
/// assert_eq!(POLICY.find_all("_pk_id.1.first").count(), 2);
/// assert!(POLICY.attributes(POLICY.find("_pk_id.1.first").unwrap()).is_none()); // a script's, and not stated
/// assert_eq!(POLICY.in_category(Category::Statistics).len(), 2);
/// assert_eq!(POLICY.by_provider(Provider::Matomo).count(), 2);
/// assert!(POLICY.page().html().contains("Recognises a returning visitor"));
/// ```
pub struct Policy<K> {
    table: &'static Table,
    categories: PhantomData<fn() -> K>,
}

impl<K> Policy<K> {
    #[doc(hidden)]
    pub const fn new(table: &'static Table) -> Self {
        Self {
            table,
            categories: PhantomData,
        }
    }

    #[doc(hidden)]
    pub const fn table(&self) -> &'static Table {
        self.table
    }

    /// The declaration that a name of a cookie or stored item stands for: an exact name before a pattern, the pattern
    /// with the longest literal part first, and a cookie of the site itself before what a third party or another
    /// storage calls the same. Allocates nothing.
    ///
    /// A name says nothing of where it was stored: [`find_all`](Self::find_all) has every row that it could be.
    pub fn find(self, name: &str) -> Option<&'static Declaration> {
        self.under(Config::NONE).find(name)
    }

    /// Every declaration that a name stands for, in the order of [`find`](Self::find).
    pub fn find_all(self, name: &str) -> impl Iterator<Item = &'static Declaration> {
        self.under(Config::NONE).find_all(name)
    }

    /// The attributes that a declared cookie is sent with; `None` when it is not a cookie, or when somebody else sets it
    /// and the table does not say with which attributes.
    pub fn attributes(self, declaration: &Declaration) -> Option<Attributes> {
        self.under(Config::NONE).attributes(declaration)
    }

    /// The published page.
    pub fn page(self) -> Page<'static> {
        self.under(Config::NONE).page()
    }
}

impl<K> Deref for Policy<K> {
    type Target = Table;

    fn deref(&self) -> &Table {
        self.table
    }
}

impl<K> Clone for Policy<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for Policy<K> {}

impl<K> fmt::Debug for Policy<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Policy").field(self.table).finish()
    }
}

impl<K> At for Policy<K> {
    type Output<'a> = PolicyAt<'a, K>;

    fn under(self, config: Config<'_>) -> PolicyAt<'_, K> {
        PolicyAt {
            policy: self,
            config,
        }
    }
}

impl<C: 'static, K> Configured<C, Policy<K>> {
    #[doc(hidden)]
    pub const fn table(&self) -> &'static Table {
        self.value.table
    }

    /// The published page, once it is given the configuration: `POLICY.page().at(&config)`.
    pub fn page(&self) -> Configured<C, Page<'static>> {
        Configured::new(self.value.page())
    }
}

/// A policy under a configuration, from [`Configured::at`].
pub struct PolicyAt<'a, K> {
    policy: Policy<K>,
    pub(crate) config: Config<'a>,
}

impl<'a, K> PolicyAt<'a, K> {
    /// The declaration that a name stands for, in this deployment; see [`Policy::find`].
    pub fn find(self, name: &str) -> Option<&'static Declaration> {
        let Self {
            policy: Policy { table, .. },
            config,
        } = self;
        table.index.first(table.rows, name, config)
    }

    /// Every declaration that a name stands for, in this deployment.
    pub fn find_all<'n>(
        self,
        name: &'n str,
    ) -> impl Iterator<Item = &'static Declaration> + use<'n, 'a, K> {
        let config = self.config;
        self.all(name).filter(move |row| row.is_on(config))
    }

    /// The same with those that this deployment switches off.
    pub(crate) fn all(self, name: &str) -> impl Iterator<Item = &'static Declaration> + use<'_, K> {
        let table = self.policy.table;
        table.index.rows(table.rows, name)
    }

    /// The attributes that a declared cookie is sent with in this deployment; see [`Policy::attributes`].
    pub fn attributes(self, declaration: &Declaration) -> Option<Attributes> {
        declaration
            .declared_attributes()
            .map(|attributes| attributes.at(self.config))
    }

    /// The published page of this deployment.
    pub fn page(self) -> Page<'a> {
        Page::new(self.policy.table, self.config)
    }
}

impl<K> Deref for PolicyAt<'_, K> {
    type Target = Table;

    fn deref(&self) -> &Table {
        self.policy.table
    }
}

impl<K> Clone for PolicyAt<'_, K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for PolicyAt<'_, K> {}

impl<K> fmt::Debug for PolicyAt<'_, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PolicyAt")
            .field(self.policy.table)
            .field(&self.config)
            .finish()
    }
}
