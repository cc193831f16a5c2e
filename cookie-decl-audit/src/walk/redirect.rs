//! Where a response redirects to.

use http::header::LOCATION;
use http::{Response, Uri};

/// The target of a redirect.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A path on the site, with its query.
    Here(Uri),
    /// An address of another site.
    Elsewhere(String),
}

/// Returns the target of a response to a request for `path` on a site such as
/// `https://shop.example`.
pub(crate) fn target<B>(response: &Response<B>, path: &str, site: &str) -> Option<Target> {
    if !matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308) {
        return None;
    }
    let location = response.headers().get(LOCATION)?.to_str().ok()?;
    let location = resolve(location.trim(), path, site);
    Some(match location.parse::<Uri>() {
        Ok(path) if location.starts_with('/') => Target::Here(path),
        _ => Target::Elsewhere(location),
    })
}

/// Returns the path of a location on the site, or the whole address of another one.
fn resolve(location: &str, path: &str, site: &str) -> String {
    let location = location.split('#').next().unwrap_or_default();
    let scheme = site.split_once("://").map_or("https", |(scheme, _)| scheme);
    let address = match location.strip_prefix("//") {
        Some(rest) => format!("{scheme}://{rest}"),
        None => location.to_owned(),
    };
    let is_absolute = address
        .split(['/', '?'])
        .next()
        .is_some_and(|start| start.contains(':'));
    if is_absolute {
        let (origin, rest) = address.split_at(site.len().min(address.len()));
        let is_end = rest.is_empty() || rest.starts_with(['/', '?']);
        if !origin.eq_ignore_ascii_case(site) || !is_end {
            return address;
        }
        let slash = if rest.starts_with('/') { "" } else { "/" };
        return format!("{slash}{rest}");
    }
    if address.starts_with('/') {
        return address;
    }
    if address.is_empty() || address.starts_with('?') {
        return format!("{path}{address}");
    }
    // A relative reference (RFC 3986 section 5.2).
    let (path, _) = path.rsplit_once('/').unwrap_or_default();
    let (relative, query) = address.split_at(address.find('?').unwrap_or(address.len()));
    let mut segments: Vec<_> = path.split('/').skip(1).collect();
    for segment in relative.split('/') {
        match segment {
            "." => {}
            ".." => drop(segments.pop()),
            _ => segments.push(segment),
        }
    }
    format!("/{}{query}", segments.join("/"))
}

#[cfg(test)]
mod tests {
    use crate::walk::redirect::resolve;

    fn resolved(location: &str) -> String {
        resolve(location, "/shop/basket", "https://shop.example")
    }

    #[test]
    fn a_target_on_the_site_is_a_path() {
        assert_eq!(resolved("/account?x=1#top"), "/account?x=1");
        assert_eq!(resolved("https://Shop.example/account"), "/account");
        assert_eq!(resolved("//shop.example"), "/");
        assert_eq!(resolved("?page=2"), "/shop/basket?page=2");
        assert_eq!(resolved("order?x"), "/shop/order?x");
        assert_eq!(resolved("../account"), "/account");
    }

    #[test]
    fn a_target_on_another_site_is_not_followed() {
        for address in [
            "https://shop.example.org/",
            "http://shop.example/",
            "https://shop.example:8443/",
            "//pay.example/",
            "mailto:ada@shop.example",
        ] {
            assert!(!resolved(address).starts_with('/'), "{address}");
        }
    }
}
