//! The cookies that a visitor's browser keeps for the site (RFC 6265bis sections 5.7 and 5.8).

use cookie_decl::guard::{Lifetime, Received};
use http::HeaderValue;

/// The cookies of one visitor. The clock stands still, so they do not expire.
#[derive(Debug, Clone)]
pub(crate) struct Jar {
    host: String,
    cookies: Vec<Received>,
}

impl Jar {
    /// Creates an empty jar for a site, such as `https://shop.example`.
    pub(crate) fn new(site: &str) -> Self {
        let host = site.split_once("://").map_or(site, |(_, host)| host);
        let host = host.rsplit_once(':').map_or(host, |(host, _)| host);
        Self {
            host: host.to_ascii_lowercase(),
            cookies: Vec::new(),
        }
    }

    /// Stores a cookie, or removes the one that it names.
    pub(crate) fn store(&mut self, cookie: &Received) {
        if !self.is_from_here(cookie) {
            return;
        }
        let key = |cookie: &Received| {
            let domain = cookie.domain.as_deref().map(str::to_ascii_lowercase);
            let path = cookie.path.clone();
            (cookie.name.clone(), domain, path, cookie.partitioned)
        };
        let known = self.cookies.iter().position(|it| key(it) == key(cookie));
        match (known, cookie.lifetime) {
            (Some(known), Lifetime::Removal) => {
                self.cookies.remove(known);
            }
            (None, Lifetime::Removal) => {}
            (Some(known), _) => self.cookies[known] = cookie.clone(),
            (None, _) => self.cookies.push(cookie.clone()),
        }
    }

    /// Returns the `Cookie` field for a path, with the most specific cookies first.
    pub(crate) fn field(&self, path: &str) -> Option<HeaderValue> {
        let mut cookies: Vec<_> = self.cookies.iter().filter(|it| applies(it, path)).collect();
        cookies.sort_by_key(|cookie| std::cmp::Reverse(cookie.path.len()));
        let pairs: Vec<_> = cookies
            .iter()
            .map(|cookie| [cookie.name.as_bytes(), b"=", &cookie.value].concat())
            .collect();
        let field = pairs.join(&b"; "[..]);
        (!pairs.is_empty()).then(|| HeaderValue::from_bytes(&field).ok())?
    }

    /// Returns the names of the cookies, each once.
    pub(crate) fn names(&self) -> Vec<&str> {
        let mut names: Vec<_> = self.cookies.iter().map(|cookie| &*cookie.name).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Whether browsers accept the cookie from this host.
    fn is_from_here(&self, cookie: &Received) -> bool {
        let is_parent = |domain: &str| {
            let rest = self.host.strip_suffix(&domain.to_ascii_lowercase());
            rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        cookie.domain.as_deref().is_none_or(is_parent)
    }
}

/// Whether a cookie is sent with a request for a path.
fn applies(cookie: &Received, path: &str) -> bool {
    path.strip_prefix(&*cookie.path)
        .is_some_and(|rest| rest.is_empty() || cookie.path.ends_with('/') || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use cookie_decl::guard::{Lifetime, Received};
    use http::HeaderValue;

    use crate::walk::jar::Jar;

    fn cookie(name: &str, path: &str, domain: Option<&str>) -> Received {
        Received {
            header: HeaderValue::from_static(""),
            name: name.to_owned(),
            value: b"1".to_vec(),
            path: path.to_owned(),
            domain: domain.map(String::from),
            same_site: None,
            secure: false,
            http_only: false,
            partitioned: false,
            lifetime: Lifetime::Session,
        }
    }

    fn jar(cookies: &[Received]) -> Jar {
        let mut jar = Jar::new("https://shop.example:8443");
        for cookie in cookies {
            jar.store(cookie);
        }
        jar
    }

    #[test]
    fn a_cookie_is_sent_to_its_path_and_below() {
        let jar = jar(&[cookie("all", "/", None), cookie("basket", "/basket", None)]);
        assert_eq!(jar.field("/basket/2").unwrap(), "basket=1; all=1");
        assert_eq!(jar.field("/baskets").unwrap(), "all=1");
    }

    #[test]
    fn a_removal_with_another_path_removes_nothing() {
        let mut jar = jar(&[cookie("basket", "/", None)]);
        let removal = |path| Received {
            lifetime: Lifetime::Removal,
            ..cookie("basket", path, None)
        };
        jar.store(&removal("/basket"));
        assert_eq!(jar.names(), ["basket"]);
        jar.store(&removal("/"));
        assert!(jar.names().is_empty());
        assert!(jar.field("/").is_none());
    }

    #[test]
    fn a_cookie_of_another_domain_is_not_taken() {
        let cookies = ["shop.example", "SHOP.example", "p.example", "other.example"];
        let cookies = cookies.map(|domain| cookie("c", "/", Some(domain)));
        assert_eq!(jar(&cookies[2..]).names(), [""; 0]);
        assert_eq!(jar(&cookies[..2]).cookies.len(), 1);
    }
}
