//! The address of a site.

use http::Uri;

/// The parts of an address such as `https://staging.shop.example/shop`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    /// Scheme, host and port.
    pub(crate) origin: String,
    /// The origin for requests, with the user name and password of the address.
    pub(crate) target: String,
    /// The path of the site, without a trailing slash.
    pub(crate) base: String,
}

impl Address {
    /// Reads an address; `None` if it is not an address of a site.
    pub(crate) fn read(address: &str) -> Option<Self> {
        let uri: Uri = address.parse().ok()?;
        let scheme = uri
            .scheme_str()
            .filter(|it| matches!(*it, "http" | "https"))?;
        let authority = uri.authority()?.as_str();
        let (_, host) = authority.rsplit_once('@').unwrap_or(("", authority));
        Some(Self {
            origin: format!("{scheme}://{}", host.to_ascii_lowercase()),
            target: format!("{scheme}://{authority}"),
            base: uri.path().trim_end_matches('/').to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::remote::address::Address;

    #[test]
    fn the_origin_has_no_password() {
        let address = Address::read("https://ada:secret@Staging.example:8443/shop/").unwrap();
        assert_eq!(address.origin, "https://staging.example:8443");
        assert_eq!(address.target, "https://ada:secret@Staging.example:8443");
        assert_eq!(address.base, "/shop");
    }

    #[test]
    fn a_host_without_a_scheme_is_not_an_address() {
        for address in ["shop.example", "/shop", "ftp://shop.example", ""] {
            assert_eq!(Address::read(address), None, "{address}");
        }
    }
}
