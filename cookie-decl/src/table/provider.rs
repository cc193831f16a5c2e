//! Who is responsible for a cookie.

use cookie_decl_core::layout::provider::{
    ADDRESS, CONTACT, COUNTRY, OPT_OUT, PRIVACY, THIRD_PARTY, TRANSFER,
};

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
    pub opt_out: Option<&'static str>,
    #[doc(hidden)]
    pub contact: Option<&'static str>,
    #[doc(hidden)]
    pub address: Option<&'static str>,
    #[doc(hidden)]
    pub domains: &'static [&'static str],
    #[doc(hidden)]
    pub third_party: bool,
    #[doc(hidden)]
    pub country: Option<&'static str>,
    #[doc(hidden)]
    pub transfer: Option<&'static str>,
}

impl ProviderInfo {
    /// Creates a provider with a name only.
    pub(crate) const NOBODY: Self = Self {
        name: "",
        title: "",
        privacy: None,
        opt_out: None,
        contact: None,
        address: None,
        domains: &[],
        third_party: false,
        country: None,
        transfer: None,
    };

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

    /// The address of the page where visitors object.
    pub fn opt_out(&self) -> Option<&'static str> {
        self.opt_out
    }

    /// The address for questions: `mailto:..`, or a page.
    pub fn contact(&self) -> Option<&'static str> {
        self.contact
    }

    /// The postal address.
    pub fn address(&self) -> Option<&'static str> {
        self.address
    }

    /// The provider's own domains.
    pub fn domains(&self) -> &'static [&'static str] {
        self.domains
    }

    /// Whether somebody other than the site reads what is stored (Planet49, paragraph 81).
    pub fn third_party(&self) -> bool {
        self.third_party
    }

    /// The provider's country, as the table names it.
    pub fn country(&self) -> Option<&'static str> {
        self.country
    }

    /// The country that data is transferred to, and the safeguard for it (GDPR article 13(1)(f)).
    pub fn transfer(&self) -> Option<&'static str> {
        self.transfer
    }
}

/// Who decides what is stored and why: the controller (GDPR article 4(7)).
#[derive(Debug)]
pub struct ControllerInfo {
    #[doc(hidden)]
    pub title: &'static str,
    #[doc(hidden)]
    pub privacy: Option<&'static str>,
    #[doc(hidden)]
    pub contact: Option<&'static str>,
    #[doc(hidden)]
    pub address: Option<&'static str>,
    #[doc(hidden)]
    pub officer: Option<&'static str>,
    #[doc(hidden)]
    pub authority: Option<&'static str>,
}

impl ControllerInfo {
    /// The name that visitors read.
    pub fn title(&self) -> &'static str {
        self.title
    }

    /// The address of the privacy policy.
    pub fn privacy(&self) -> Option<&'static str> {
        self.privacy
    }

    /// The address for questions: `mailto:..`, or a page.
    pub fn contact(&self) -> Option<&'static str> {
        self.contact
    }

    /// The postal address.
    pub fn address(&self) -> Option<&'static str> {
        self.address
    }

    /// The address of the data protection officer: `mailto:..`, or a page.
    pub fn officer(&self) -> Option<&'static str> {
        self.officer
    }

    /// The supervisory authority, which takes complaints (GDPR article 13(2)(d)).
    pub fn authority(&self) -> Option<&'static str> {
        self.authority
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

/// Builds the providers of a table from their flags, the numbers of their domains, and the list of
/// all their texts.
#[doc(hidden)]
pub const fn providers<const COUNT: usize>(
    flags: &[u8; COUNT],
    domains: &[u8; COUNT],
    texts: &'static [&'static str],
) -> [ProviderInfo; COUNT] {
    /// Takes the next text if a flag is set.
    const fn take(
        flags: u8,
        flag: u8,
        texts: &mut &'static [&'static str],
    ) -> Option<&'static str> {
        if flags & flag == 0 {
            return None;
        }
        let (first, rest) = texts.split_at(1);
        *texts = rest;
        Some(first[0])
    }
    let mut providers = [ProviderInfo::NOBODY; COUNT];
    let (mut number, mut texts) = (0, texts);
    while number < COUNT {
        let (head, mut rest) = texts.split_at(2);
        let flags = flags[number];
        let privacy = take(flags, PRIVACY, &mut rest);
        let opt_out = take(flags, OPT_OUT, &mut rest);
        let contact = take(flags, CONTACT, &mut rest);
        let address = take(flags, ADDRESS, &mut rest);
        let country = take(flags, COUNTRY, &mut rest);
        let transfer = take(flags, TRANSFER, &mut rest);
        let (domains, rest) = rest.split_at(domains[number] as usize);
        providers[number] = ProviderInfo {
            name: head[0],
            title: head[1],
            privacy,
            opt_out,
            contact,
            address,
            domains,
            third_party: flags & THIRD_PARTY != 0,
            country,
            transfer,
        };
        texts = rest;
        number += 1;
    }
    providers
}
