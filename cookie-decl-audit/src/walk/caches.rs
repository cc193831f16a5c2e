//! Whether a shared cache would keep a response.

use http::StatusCode;
use std::time::UNIX_EPOCH;

use http::header::{CACHE_CONTROL, EXPIRES, HeaderMap, HeaderName, VARY};

/// Whether a response expressly allows shared caches to keep it. `now` is in seconds since 1970.
///
/// Caches may also keep a response that says nothing about it (RFC 9111 section 4.2.2), but most do
/// not.
pub(crate) fn is_shared(status: StatusCode, headers: &HeaderMap, now: u64) -> bool {
    let is_kept = !status.is_server_error() && status != StatusCode::PARTIAL_CONTENT;
    // A field for one kind of cache wins over `Cache-Control` (RFC 9213), which wins over `Expires`
    // (RFC 9111 section 5.3).
    let mut names = headers.keys();
    let is_allowed = names.any(|name| is_for_caches(name) && allows(headers, name))
        || is_for_nginx(headers)
        || !headers.contains_key(CACHE_CONTROL) && expires_after(headers, now);
    is_kept && is_allowed
}

fn expires_after(headers: &HeaderMap, now: u64) -> bool {
    let date = headers.get(EXPIRES).and_then(|it| it.to_str().ok());
    let date = date.and_then(|date| httpdate::parse_http_date(date).ok());
    let since = date.and_then(|date| date.duration_since(UNIX_EPOCH).ok());
    since.is_some_and(|since| since.as_secs() > now)
}

/// Whether `X-Accel-Expires` gives nginx a time.
fn is_for_nginx(headers: &HeaderMap) -> bool {
    let time = headers.get("x-accel-expires");
    time.is_some_and(|time| !matches!(time.as_bytes(), b"0" | b"off"))
}

fn is_for_caches(name: &HeaderName) -> bool {
    let name = name.as_str();
    matches!(name, "surrogate-control" | "edge-control") || name.ends_with("cache-control")
}

/// Whether a field gives shared caches a time to keep the response.
fn allows(headers: &HeaderMap, name: &HeaderName) -> bool {
    let directives = words(headers, name);
    let has = |word: &str| directives.iter().any(|it| it == word);
    let is_time = |directive: &String| {
        let (name, time) = directive.split_once('=').unwrap_or((directive, ""));
        let is_positive = time
            .trim_matches('"')
            .parse::<u64>()
            .is_ok_and(|time| time > 0);
        matches!(name, "max-age" | "s-maxage") && is_positive
    };
    !has("private")
        && !has("no-store")
        && !has("no-cache")
        && (*name == CACHE_CONTROL && has("public") || directives.iter().any(is_time))
}

/// Whether caches keep a response for each visitor.
pub(crate) fn varies_on_visitor(headers: &HeaderMap) -> bool {
    let names = words(headers, &VARY);
    names.iter().any(|name| name == "cookie" || name == "*")
}

fn words(headers: &HeaderMap, name: &HeaderName) -> Vec<String> {
    let fields = headers.get_all(name).iter();
    let fields = fields.map(|field| String::from_utf8_lossy(field.as_bytes()).to_ascii_lowercase());
    let split = |field: String| {
        let words = field.split(',').map(|word| word.trim().to_owned());
        words.collect::<Vec<_>>()
    };
    fields.flat_map(split).collect()
}

#[cfg(test)]
mod tests {
    use http::header::HeaderName;
    use http::{HeaderMap, StatusCode};

    use crate::walk::caches::is_shared;

    fn shared(field: &'static str, value: &str) -> bool {
        let name = HeaderName::from_static(field);
        is_shared(
            StatusCode::OK,
            &HeaderMap::from_iter([(name, value.parse().unwrap())]),
            1_795_305_600,
        )
    }

    #[test]
    fn a_response_with_a_time_is_kept() {
        for value in [
            "max-age=60",
            "Public, Max-Age=60",
            "s-maxage=\"9\"",
            "public",
        ] {
            assert!(shared("cache-control", value), "{value}");
        }
        assert!(shared("cdn-cache-control", "max-age=600"));
        assert!(shared("x-accel-expires", "600"));
        assert!(shared("expires", "Sat, 01 Jan 2050 00:00:00 GMT"));
    }

    #[test]
    fn a_response_for_one_visitor_is_not_kept() {
        for value in [
            "private, max-age=60",
            "no-store",
            "max-age=0",
            "no-cache, public",
        ] {
            assert!(!shared("cache-control", value), "{value}");
        }
        assert!(!shared("surrogate-control", "no-store"));
        assert!(!shared("x-accel-expires", "0"));
        assert!(!shared("expires", "Thu, 01 Jan 1970 00:00:00 GMT"));
        assert!(!shared("expires", "0"));
        assert!(!is_shared(StatusCode::OK, &HeaderMap::new(), 0));
    }
}
