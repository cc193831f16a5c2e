//! Whether a row belongs to the site or to a third party.

use cookie_decl_core::browser::is_within;

use crate::table::declaration::{Declaration, SetBy, Storage};

/// Whether something belongs to the site or to a third party.
///
/// Browsers keep a cookie for a domain. So the domain decides, not whose script sets the cookie or
/// who reads it: `_ga` on the site's own domain belongs to the first party. A row belongs to a
/// third party if its `set_by` is `third_party` or another site's domain. A pixel keeps nothing: it
/// also belongs to a third party if the provider is one or has another site's domain.
///
/// ```
/// # mod cookies { cookie_decl::declare_cookies! {
/// #     pub policy for "https://www.shop.example";
/// #     provider Google = "Google" { domain: "google.example", third_party }
/// #     /// Statistics
/// #     #[allow(no_purpose, no_consent_row)]
/// #     category Statistics: opt_in {
/// #         cookie | duration | set_by;
/// #         with provider = Google;
/// "_ga" | 2 years | script;
/// "NID" | 6 months | third_party;
/// "_cdn" | 1 day | "cdn.shop.example";
/// #     }
/// # } }
/// use cookie_decl::table::Party;
/// # use cookies::POLICY;
///
/// let party = |name| POLICY.find(name).unwrap().party(POLICY.site());
/// assert_eq!(party("_ga"), Party::First);
/// assert_eq!(party("NID"), Party::Third);
/// assert_eq!(party("_cdn"), Party::First);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(rename_all = "snake_case")
)]
pub enum Party {
    /// The site that the visitor is on.
    First,
    /// Another site.
    Third,
}

impl Declaration {
    /// Returns whose cookie or item it is, on a site such as `https://www.shop.example`.
    ///
    /// A domain belongs to the site if one of the domain and the site's host is below the other.
    /// Without a site, every domain belongs to a third party.
    pub fn party(&self, site: Option<&str>) -> Party {
        let is_foreign = |domain: &str| !site.is_some_and(|site| is_same_site(host(site), domain));
        let is_third = match self.set_by() {
            SetBy::ThirdParty(domain) => domain.is_none_or(is_foreign),
            _ if self.storage() == Storage::Pixel => self.provider().is_some_and(|provider| {
                provider.third_party || provider.domains.iter().copied().any(is_foreign)
            }),
            _ => false,
        };
        if is_third { Party::Third } else { Party::First }
    }
}

/// Returns the host of an origin, without its port.
pub(crate) fn host(site: &str) -> &str {
    let authority = site.split_once("://").map_or(site, |(_, rest)| rest);
    let authority = authority.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority
        .rsplit_once(':')
        .filter(|(_, port)| port.bytes().all(|it| it.is_ascii_digit()));
    host.map_or(authority, |(host, _)| host)
}

/// Whether one host is the other or is below it. `www.` counts as the domain itself.
fn is_same_site(host: &str, domain: &str) -> bool {
    let domain = domain.strip_prefix('.').unwrap_or(domain);
    let site = host.strip_prefix("www.").unwrap_or(host);
    is_within(site, domain) || is_within(domain, site)
}

#[cfg(test)]
mod tests {
    use crate::table::party::{host, is_same_site};

    #[test]
    fn a_host_is_read_out_of_an_origin() {
        for (site, expected) in [
            ("https://shop.example", "shop.example"),
            ("http://localhost:3000", "localhost"),
            ("https://[::1]:8443", "[::1]"),
            ("https://[::1]", "[::1]"),
            ("shop.example/a:b", "shop.example"),
        ] {
            assert_eq!(host(site), expected, "{site}");
        }
    }

    #[test]
    fn hosts_below_one_domain_are_one_site() {
        for domain in [
            "shop.example",
            "cdn.shop.example",
            ".shop.example",
            "www.shop.example",
        ] {
            assert!(is_same_site("www.shop.example", domain), "{domain}");
        }
        assert!(is_same_site("app.shop.example", "shop.example"));
        for domain in ["workshop.example", "example.net", "shop.example.net"] {
            assert!(!is_same_site("www.shop.example", domain), "{domain}");
        }
    }
}
