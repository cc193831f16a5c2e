//! What a response says to caches: one visitor's answer and cookies are not for others.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use http::header::{CACHE_CONTROL, COOKIE, Entry, HeaderMap, HeaderName, HeaderValue, SET_COOKIE, VARY};

use super::Visitor;
use super::visitor::SEC_GPC;
use crate::Categories;

/// Directives that allow or tell shared caches something (RFC 9111 section 5.2.2).
const FOR_SHARED: [&str; 5] = ["public", "private", "s-maxage", "proxy-revalidate", "must-understand"];

impl<K: Categories> Visitor<K> {
    /// Says what the response depends on, and keeps it from shared caches when it sets a cookie (RFC 9111 section 7.3),
    /// or when it depends on the answer and the application says nothing.
    pub(super) fn keep_private(&self, response: &mut HeaderMap) {
        if self.is_language_asked() {
            vary(response, &[&http::header::ACCEPT_LANGUAGE]);
        }
        if self.is_asked() {
            vary(response, &[&COOKIE, &SEC_GPC]);
        } else if self.is_signal_asked() {
            vary(response, &[&SEC_GPC]);
        }
        if response.contains_key(SET_COOKIE) {
            make_private(response);
        } else if self.is_asked() && !response.contains_key(CACHE_CONTROL) {
            response.insert(CACHE_CONTROL, HeaderValue::from_static("private"));
        }
    }
}

/// Takes a response from shared caches. What it says to browsers stays.
fn make_private(response: &mut HeaderMap) {
    if !is_private(response, &CACHE_CONTROL) {
        let mut kept = alloc::vec!["private".to_string()];
        kept.extend(
            directives(response, &CACHE_CONTROL).filter(|directive| !FOR_SHARED.contains(&&*name_of(directive))),
        );
        // Its parts are of header values.
        if let Ok(value) = HeaderValue::try_from(kept.join(", ")) {
            response.insert(CACHE_CONTROL, value);
        }
    }
    let targeted: Vec<(HeaderName, &str)> =
        response.keys().filter_map(|name| Some((name.clone(), never(name.as_str())?))).collect();
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
        "surrogate-control" | "edge-control" | "cdn-cache-control" => Some("no-store"),
        // nginx
        "x-accel-expires" => Some("0"),
        _ => name.ends_with("-cdn-cache-control").then_some("no-store"),
    }
}

/// Whether a field keeps the whole response from shared caches. `private` with a list of fields does not, and
/// `no-cache` lets them store it.
fn is_private(response: &HeaderMap, name: &HeaderName) -> bool {
    directives(response, name).any(|it| it.eq_ignore_ascii_case("private") || it.eq_ignore_ascii_case("no-store"))
}

/// The directives of a field, with their values; what is between quotes is one.
fn directives<'r>(response: &'r HeaderMap, name: &'r HeaderName) -> impl Iterator<Item = String> + 'r {
    let fields = response.get_all(name).iter().map(|field| String::from_utf8_lossy(field.as_bytes()));
    fields.flat_map(|field| {
        let (mut is_quoted, mut is_escaped) = (false, false);
        let parts = field.split(|c| {
            let is_end = c == ',' && !is_quoted;
            is_quoted ^= c == '"' && !is_escaped;
            is_escaped = c == '\\' && is_quoted && !is_escaped;
            is_end
        });
        parts.map(|part| part.trim().to_string()).filter(|part| !part.is_empty()).collect::<Vec<_>>()
    })
}

/// The name of a directive in small letters.
fn name_of(directive: &str) -> String {
    directive.split('=').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Says that a response depends on fields of the request.
fn vary(response: &mut HeaderMap, names: &[&HeaderName]) {
    let mut names = names.iter().copied().cloned();
    let mut fields = match response.entry(VARY) {
        Entry::Occupied(fields) => fields,
        Entry::Vacant(place) => match names.next() {
            Some(name) => place.insert_entry(name.into()),
            None => return,
        },
    };
    for name in names {
        let is_there = |field: &HeaderValue| {
            let mut others = field.to_str().unwrap_or_default().split(',').map(str::trim);
            others.any(|other| other == "*" || other.eq_ignore_ascii_case(name.as_str()))
        };
        if !fields.iter().any(is_there) {
            fields.append(name.into());
        }
    }
}
