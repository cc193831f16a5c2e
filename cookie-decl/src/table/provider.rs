//! Who is responsible for a cookie.

use cookie_decl_core::layout::provider::{COUNTRY, DOMAIN, PRIVACY, THIRD_PARTY};

/// A provider of the table, from `Provider::info()` of the generated enum.
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

    /// Whether somebody other than the site reads what is stored (Planet49, paragraph 81).
    pub fn third_party(&self) -> bool {
        self.third_party
    }

    /// The provider's country, as the table names it.
    pub fn country(&self) -> Option<&'static str> {
        self.country
    }
}

/// The trait of the generated enum `Provider`.
pub trait Providers: Copy + 'static {
    #[doc(hidden)]
    fn info(self) -> &'static ProviderInfo;
}

impl<P: Providers> From<P> for &'static ProviderInfo {
    fn from(provider: P) -> Self {
        provider.info()
    }
}

/// Builds the providers of a table from their flags and the list of all their texts.
#[doc(hidden)]
pub const fn providers<const COUNT: usize>(
    flags: &[u8; COUNT],
    texts: &[&'static str],
) -> [ProviderInfo; COUNT] {
    const NOBODY: ProviderInfo = ProviderInfo {
        name: "",
        title: "",
        privacy: None,
        domain: None,
        third_party: false,
        country: None,
    };
    let mut providers = [NOBODY; COUNT];
    let (mut number, mut text) = (0, 0);
    while number < COUNT {
        let (flags, provider) = (flags[number], &mut providers[number]);
        provider.name = texts[text];
        provider.title = texts[text + 1];
        text += 2;
        if flags & PRIVACY != 0 {
            provider.privacy = Some(texts[text]);
            text += 1;
        }
        if flags & DOMAIN != 0 {
            provider.domain = Some(texts[text]);
            text += 1;
        }
        if flags & COUNTRY != 0 {
            provider.country = Some(texts[text]);
            text += 1;
        }
        provider.third_party = flags & THIRD_PARTY != 0;
        number += 1;
    }
    providers
}
