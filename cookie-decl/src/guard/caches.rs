//! What a response says to caches: one visitor's answer and cookies are not for others.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use http::header::{CACHE_CONTROL, Entry, HeaderMap, HeaderName, HeaderValue, SET_COOKIE, VARY};

use crate::guard::request::Request;

/// Directives that allow or tell shared caches something (RFC 9111 section 5.2.2).
const FOR_SHARED: [&str; 5] = [
    "public",
    "private",
    "s-maxage",
    "proxy-revalidate",
    "must-understand",
];

/// Says what the response depends on, and keeps it from shared caches when it sets a cookie (RFC 9111 section 7.3),
/// or when it depends on the answer and the application says nothing.
pub(super) fn keep_private<K>(request: &Request<K>, response: &mut HeaderMap) {
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
    // What depends on the answer and sets nothing has a `Vary`: the application may still give it to caches.
    let is_left_open = request.varies_on_consent() && !response.contains_key(CACHE_CONTROL);
    if response.contains_key(SET_COOKIE) || is_left_open {
        make_private(response);
    }
}

/// Says something unless the response has the field already, and whether it did: one look at the fields for both.
fn say(response: &mut HeaderMap, name: HeaderName, value: &'static str) -> bool {
    match response.entry(name) {
        Entry::Vacant(place) => {
            place.insert(HeaderValue::from_static(value));
            true
        }
        Entry::Occupied(_) => false,
    }
}

/// Takes a response from shared caches. What it says to browsers stays.
fn make_private(response: &mut HeaderMap) {
    if !say(response, CACHE_CONTROL, "private") && !is_private(response, &CACHE_CONTROL) {
        let mut kept = alloc::vec!["private".to_string()];
        kept.extend(
            directives(response, &CACHE_CONTROL)
                .filter(|directive| !FOR_SHARED.contains(&&*name_of(directive))),
        );
        // Its parts are of header values.
        if let Ok(value) = HeaderValue::try_from(kept.join(", ")) {
            response.insert(CACHE_CONTROL, value);
        }
    }
    let targeted: Vec<(HeaderName, &str)> = response
        .keys()
        .filter_map(|name| never(name.as_str()).map(|value| (name.clone(), value)))
        .collect();
    for (name, value) in targeted {
        if !is_private(response, &name) {
            response.insert(name, HeaderValue::from_static(value));
        }
    }
}

/// How a field that speaks to caches of one kind only says that they keep nothing (RFC 9213): they do not read
/// `Cache-Control` beside it.
fn never(name: &str) -> Option<&'static str> {
    match name {
        "cache-control" => None,
        "surrogate-control" | "edge-control" => Some("no-store"),
        // nginx
        "x-accel-expires" => Some("0"),
        // Of CDNs, each with a name before it.
        _ => name.ends_with("-cache-control").then_some("no-store"),
    }
}

/// Whether a field keeps the whole response from shared caches. `private` with a list of fields does not, and
/// `no-cache` lets them store it.
fn is_private(response: &HeaderMap, name: &HeaderName) -> bool {
    let has = |word: &str| directives(response, name).any(|it| it.eq_ignore_ascii_case(word));
    // Caches that know the status ignore `no-store` beside `must-understand` (RFC 9111 section 5.2.2.3).
    has("private") || has("no-store") && !has("must-understand")
}

/// The directives of a field, with their values; what is between quotes is one.
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

/// The name of a directive in small letters.
fn name_of(directive: &str) -> String {
    directive
        .split('=')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase()
}

/// Says that a response depends on these fields of the request, in one field: nginx before 1.23 reads the last one only.
fn vary(response: &mut HeaderMap, names: &'static str) {
    if say(response, VARY, names) {
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
    // Its parts are of header values.
    if let Ok(value) = HeaderValue::try_from(all.join(", ")) {
        response.insert(VARY, value);
    }
}
