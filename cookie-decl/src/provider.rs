//! Who stands behind a cookie.

/// A provider of the table, its type forgotten: what `Provider::info()` of the generated enum gives.
#[derive(Debug)]
pub struct ProviderInfo {
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub title: &'static str,
    #[doc(hidden)]
    pub privacy: Option<&'static str>,
    #[doc(hidden)]
    pub domain: Option<&'static str>,
    #[doc(hidden)]
    pub third_party: bool,
    #[doc(hidden)]
    pub country: Option<&'static str>,
}

impl ProviderInfo {
    /// A provider of whom no more is said.
    #[doc(hidden)]
    pub const fn new(name: &'static str, title: &'static str) -> Self {
        Self { name, title, privacy: None, domain: None, third_party: false, country: None }
    }

    /// The provider's identifier in the table, such as `Matomo`.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The name that visitors read.
    pub fn title(&self) -> &'static str {
        self.title
    }

    /// The address of the provider's privacy policy.
    pub fn privacy(&self) -> Option<&'static str> {
        self.privacy
    }

    /// The provider's own domain.
    pub fn domain(&self) -> Option<&'static str> {
        self.domain
    }

    /// Whether somebody else than the site reads what is stored (Planet49, paragraph 81).
    pub fn third_party(&self) -> bool {
        self.third_party
    }

    /// The country where the provider sits, as the table names it.
    pub fn country(&self) -> Option<&'static str> {
        self.country
    }
}
