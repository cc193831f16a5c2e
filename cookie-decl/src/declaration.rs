//! One name of the table with all that is declared of it.

use core::fmt;

use crate::config::Value;
use crate::{CategoryInfo, DeclaredAttributes, Duration, Pattern, ProviderInfo};

/// One declared name with its row: the erased form that all typed constants deref to.
///
/// A row with several names gives several declarations, one after the other.
#[allow(missing_debug_implementations, reason = "it is implemented below")]
pub struct Declaration {
    /// The name on the wire; holes as written, `_ga_{container}`. `any` for every cookie of a third party's domain.
    #[doc(hidden)]
    pub cookie: &'static str,
    #[doc(hidden)]
    pub pattern: Option<&'static Pattern>,
    /// Whether it stands for every cookie of a domain.
    #[doc(hidden)]
    pub any: bool,
    /// Whether it stands in the row of the declaration before it.
    #[doc(hidden)]
    pub continues: bool,
    #[doc(hidden)]
    pub category: &'static CategoryInfo,
    /// Who stands behind the cookie.
    #[doc(hidden)]
    pub provider: Option<&'static ProviderInfo>,
    /// What part of the site uses it.
    #[doc(hidden)]
    pub function: Option<&'static str>,
    /// Why it is stored.
    #[doc(hidden)]
    pub purpose: Option<&'static str>,
    /// How long it is kept.
    #[doc(hidden)]
    pub duration: Duration,
    /// The attributes it is sent with; `None`: not a cookie, or set by somebody else and not stated.
    #[doc(hidden)]
    pub attributes: Option<&'static DeclaredAttributes>,
    /// Who stores it.
    #[doc(hidden)]
    pub set_by: SetBy,
    /// Where it is stored.
    #[doc(hidden)]
    pub storage: Storage,
    /// A remark for visitors.
    #[doc(hidden)]
    pub note: Option<&'static str>,
    /// Columns of the site's own: title and text.
    #[doc(hidden)]
    pub own: &'static [(&'static str, &'static str)],
    /// Whether this deployment has the row.
    #[doc(hidden)]
    pub when: Value<bool>,
}

impl Declaration {
    /// A row of which nothing is said but its name and category.
    #[doc(hidden)]
    pub const fn new(cookie: &'static str, category: &'static CategoryInfo) -> Self {
        Self {
            cookie,
            pattern: None,
            any: false,
            continues: false,
            category,
            provider: None,
            function: None,
            purpose: None,
            duration: Duration::Unstated,
            attributes: None,
            set_by: SetBy::Server,
            storage: Storage::Cookie,
            note: None,
            own: &[],
            when: Value::Fixed(true),
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
        self.pattern
    }

    /// Whether the row stands for every cookie of a third party's domain (`any`).
    pub const fn is_any(&self) -> bool {
        self.any
    }

    /// Whether a name is one of those that this declaration stands for.
    pub fn matches(&self, name: &str) -> bool {
        match self.pattern {
            Some(pattern) => pattern.matches(name),
            None => !self.any && self.cookie == name,
        }
    }

    /// The category, which says what has to happen before it is stored.
    pub const fn category(&self) -> &'static CategoryInfo {
        self.category
    }

    /// Who stands behind it.
    pub const fn provider(&self) -> Option<&'static ProviderInfo> {
        self.provider
    }

    /// What part of the site uses it, as visitors read it.
    pub const fn function(&self) -> Option<&'static str> {
        self.function
    }

    /// Why it is stored, as visitors read it.
    pub const fn purpose(&self) -> Option<&'static str> {
        self.purpose
    }

    /// How long it is kept.
    pub const fn duration(&self) -> Duration {
        self.duration
    }

    /// The attributes as declared; `None` when it is not a cookie, or when somebody else sets it and the table does
    /// not say with which attributes.
    pub const fn declared_attributes(&self) -> Option<&'static DeclaredAttributes> {
        self.attributes
    }

    /// Who stores it.
    pub const fn set_by(&self) -> SetBy {
        self.set_by
    }

    /// Where it is stored.
    pub const fn storage(&self) -> Storage {
        self.storage
    }

    /// A remark for visitors.
    pub const fn note(&self) -> Option<&'static str> {
        self.note
    }

    /// The cell of a column of the site's own.
    pub fn own(&self, column: &str) -> Option<&'static str> {
        self.own.iter().find(|(title, _)| *title == column).map(|(_, cell)| *cell)
    }

    /// The domain that the row is about: the `Domain` attribute, or that of the third party that sets it;
    /// `None` for the site's own host, or when it is known at run time only.
    pub fn domain(&self) -> Option<&str> {
        match (&self.attributes.map(|attributes| &attributes.domain), self.set_by) {
            (Some(Value::Fixed(Some(domain))), _) => Some(domain),
            (_, SetBy::ThirdParty(domain)) => domain,
            _ => None,
        }
    }
}

impl fmt::Debug for Declaration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Declaration")
            .field("name", &self.cookie)
            .field("category", &self.category.name)
            .field("provider", &self.provider.map(|provider| provider.name))
            .field("purpose", &self.purpose)
            .field("duration", &self.duration)
            .field("set_by", &self.set_by)
            .field("storage", &self.storage)
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
