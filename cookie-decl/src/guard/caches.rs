//! Cache headers, so that one visitor's answer and cookies never reach others.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use http::header::{CACHE_CONTROL, Entry, HeaderMap, HeaderName, HeaderValue, SET_COOKIE, VARY};

use crate::guard::request::Request;

/// The directives that concern shared caches (RFC 9111 section 5.2.2).
const FOR_SHARED: [&str; 5] = [
    "public",
    "private",
    "s-maxage",
    "proxy-revalidate",
    "must-understand",
];

/// Adds the cache headers that the response needs.
///
/// `Vary` names what the response depends on. The response becomes `private` if it sets a cookie
/// (RFC 9111 section 7.3), or if it depends on the consent and the application set no
/// `Cache-Control`.
pub(super) fn keep_private(request: &Request, response: &mut HeaderMap) {
    let varies = (
        request.varies_on_language(),
        request.varies_on_consent(),
        request.varies_on_signal(),
    );
    match varies {
        (false, true, _) => vary(response, "cookie, sec-gpc"),
        (true, true, _) => vary(response, "accept-language, cookie, sec-gpc"),
        (true, false, true) => vary(response, "accept-language, sec-gpc"),
        (true, false, false) => vary(response, "accept-language"),
        (false, false, true) => vary(response, "sec-gpc"),
        (false, false, false) => {}
    }
    // A response that depends on the consent and sets no cookie has a `Vary`, so the application
    // may let caches store it.
    let is_unspecified = request.varies_on_consent() && !response.contains_key(CACHE_CONTROL);
    if response.contains_key(SET_COOKIE) || is_unspecified {
        make_private(response);
    }
}

/// Adds a field unless the response has it, with a single look-up. Returns whether it was added.
fn insert_if_missing(response: &mut HeaderMap, name: HeaderName, value: &'static str) -> bool {
    match response.entry(name) {
        Entry::Vacant(place) => {
            place.insert(HeaderValue::from_static(value));
            true
        }
        Entry::Occupied(_) => false,
    }
}

/// Keeps a response from shared caches. Directives for browsers stay.
fn make_private(response: &mut HeaderMap) {
    if !insert_if_missing(response, CACHE_CONTROL, "private")
        && !is_private(response, &CACHE_CONTROL)
    {
        let mut kept = alloc::vec!["private".to_string()];
        kept.extend(
            directives(response, &CACHE_CONTROL)
                .filter(|directive| !FOR_SHARED.contains(&&*name_of(directive))),
        );
        // Its parts come from header values.
        if let Ok(value) = HeaderValue::try_from(kept.join(", ")) {
            response.insert(CACHE_CONTROL, value);
        }
    }
    let targeted: Vec<(HeaderName, &str)> = response
        .keys()
        .filter_map(|name| forbid_storing(name.as_str()).map(|value| (name.clone(), value)))
        .collect();
    for (name, value) in targeted {
        if !is_private(response, &name) {
            response.insert(name, HeaderValue::from_static(value));
        }
    }
}

/// Returns the value that forbids storing, for a field that addresses one kind of cache (RFC 9213).
/// Such caches ignore `Cache-Control`.
fn forbid_storing(name: &str) -> Option<&'static str> {
    match name {
        "cache-control" => None,
        "surrogate-control" | "edge-control" => Some("no-store"),
        // nginx
        "x-accel-expires" => Some("0"),
        // CDNs prefix it with their name.
        _ => name.ends_with("-cache-control").then_some("no-store"),
    }
}

/// Whether a field keeps the whole response from shared caches. `private` with a list of fields
/// does not, and `no-cache` allows storing.
fn is_private(response: &HeaderMap, name: &HeaderName) -> bool {
    let has = |word: &str| directives(response, name).any(|it| it.eq_ignore_ascii_case(word));
    // Caches that know the status ignore `no-store` beside `must-understand` (RFC 9111 section
    // 5.2.2.3).
    has("private") || has("no-store") && !has("must-understand")
}

/// Returns the directives of a field with their values. A comma between quotes does not end a
/// directive.
fn directives<'r>(
    response: &'r HeaderMap,
    name: &'r HeaderName,
) -> impl Iterator<Item = String> + 'r {
    let fields = response
        .get_all(name)
        .iter()
        .map(|field| String::from_utf8_lossy(field.as_bytes()));
    fields.flat_map(|field| {
        let (mut is_quoted, mut is_escaped) = (false, false);
        let parts = field.split(|c| {
            let is_end = c == ',' && !is_quoted;
            is_quoted ^= c == '"' && !is_escaped;
            is_escaped = c == '\\' && is_quoted && !is_escaped;
            is_end
        });
        parts
            .map(|part| part.trim().to_string())
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
    })
}

/// Returns the name of a directive in lower case.
fn name_of(directive: &str) -> String {
    directive
        .split('=')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase()
}

/// Adds names to `Vary`, in a single field, because nginx before 1.23 reads the last field only.
fn vary(response: &mut HeaderMap, names: &'static str) {
    if insert_if_missing(response, VARY, names) {
        return;
    }
    let mut all: Vec<_> = directives(response, &VARY).collect();
    if all.iter().any(|name| name == "*") {
        return;
    }
    for name in names.split(", ") {
        if !all.iter().any(|other| other.eq_ignore_ascii_case(name)) {
            all.push(name.to_string());
        }
    }
    // Its parts come from header values.
    if let Ok(value) = HeaderValue::try_from(all.join(", ")) {
        response.insert(VARY, value);
    }
}
