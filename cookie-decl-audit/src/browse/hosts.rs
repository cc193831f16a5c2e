//! The hosts of addresses, and the hosts of the site.

use crate::policy_file::lookup::is_within;

/// Returns the host of an address; `None` if the browser does not use the network for it.
pub(crate) fn host_of(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    if !["http", "https", "ws", "wss"].contains(&scheme) {
        return None;
    }
    let authority = rest.split(['/', '?', '#']).next()?;
    let (_, host) = authority.rsplit_once('@').unwrap_or(("", authority));
    let host = match host.split_once(']') {
        Some((address, _)) => format!("{address}]"),
        None => host.split(':').next()?.to_ascii_lowercase(),
    };
    (!host.is_empty()).then_some(host)
}

/// Returns the path and query of an address.
pub(crate) fn path_of(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.find('/').map_or("/", |start| &rest[start..])
}

/// The hosts of the site.
#[derive(Debug, Clone)]
pub(crate) struct OwnHosts(pub(crate) Vec<String>);

impl OwnHosts {
    pub(crate) fn contain(&self, host: &str) -> bool {
        self.0.iter().any(|own| own == host)
    }

    /// Whether one of the hosts receives the cookies of a domain.
    pub(crate) fn are_within(&self, domain: &str) -> bool {
        self.0.iter().any(|own| is_within(own, domain))
    }

    /// Whether a host is a subdomain of one of the hosts, or shares its parent domain.
    pub(crate) fn are_near(&self, host: &str) -> bool {
        let parent = |host: &str| host.split_once('.').map(|(_, parent)| parent.to_owned());
        self.0.iter().any(|own| {
            let beside = parent(own).filter(|parent| parent.contains('.'));
            is_within(host, own) || beside.is_some_and(|domain| is_within(host, &domain))
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::browse::hosts::{OwnHosts, host_of, path_of};
    use crate::policy_file::lookup::is_within;

    #[test]
    fn host_is_without_port_and_password() {
        assert_eq!(
            host_of("https://a:b@Shop.example:8443/x?y#z").unwrap(),
            "shop.example"
        );
        assert_eq!(host_of("wss://shop.example?x=@").unwrap(), "shop.example");
        assert_eq!(host_of("http://[::1]:3000/").unwrap(), "[::1]");
    }

    #[test]
    fn address_that_is_not_of_the_network_has_no_host() {
        for address in [
            "data:text/plain,://x",
            "blob:https://shop.example/1",
            "about:blank",
        ] {
            assert_eq!(host_of(address), None, "{address}");
        }
    }

    #[test]
    fn path_is_what_comes_after_the_host() {
        assert_eq!(path_of("https://shop.example/a?b"), "/a?b");
        assert_eq!(path_of("https://shop.example"), "/");
    }

    #[test]
    fn domain_contains_its_subdomains_only() {
        assert!(is_within("a.shop.example", "shop.example"));
        assert!(is_within("shop.example", "shop.example"));
        assert!(!is_within("workshop.example", "shop.example"));
        assert!(is_within("eu.ads.example", "{region}.ads.example"));
        assert!(is_within("a.eu.ads.example", "{region}.ads.example"));
        assert!(is_within("ads-7.ads.example", "ads-{account}.ads.example"));
        assert!(is_within("a.1-2.ads.example", "{x}-{y}.ads.example"));
        assert!(!is_within("ads.example", "{region}.ads.example"));
        assert!(!is_within("cdn.ads.example", "ads-{account}.ads.example"));
        assert!(!is_within("eu.other.example", "{region}.ads.example"));
        assert!(!is_within("example", "shop.example"));
    }

    #[test]
    fn host_beside_the_site_is_near_and_another_is_not() {
        let own = OwnHosts(vec!["www.shop.example".into()]);
        assert!(own.are_near("static.shop.example"));
        assert!(own.are_near("a.www.shop.example"));
        assert!(!own.are_near("other.example"));
        assert!(own.are_within("shop.example"));
        assert!(!own.contain("static.shop.example"));
    }
}
