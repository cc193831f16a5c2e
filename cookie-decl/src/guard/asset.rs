//! Files that are the same for everybody.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::{String, ToString as _};

use cookie_decl_core::fnv::fnv;
use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use http::{Response, StatusCode};

/// A file that is the same for everybody. Its address contains its hash, so a page gets the version
/// that it was made for.
pub(super) struct Asset {
    content_type: &'static str,
    body: Cow<'static, str>,
    /// The hash of the body. It may differ in another build.
    hash: String,
}

impl Asset {
    pub(super) fn new(content_type: &'static str, body: impl Into<Cow<'static, str>>) -> Self {
        let body = body.into();
        Self {
            content_type,
            hash: format!("{:016x}", fnv(body.bytes())),
            body,
        }
    }

    /// A script that reads `TABLE` once, which becomes this.
    pub(super) fn of_table(script: &str, table: &impl serde::Serialize) -> Self {
        let table = serde_json::to_string(table).expect("texts are JSON");
        let body = script.trim_end().replacen("TABLE", &table, 1);
        Self::new("text/javascript; charset=utf-8", body)
    }

    /// The query of its address.
    pub(super) fn hash(&self) -> &str {
        &self.hash
    }

    pub(super) fn respond(&self, query: &str, headers: &HeaderMap) -> Response<String> {
        let tag = format!("\"{}\"", self.hash);
        let is_known = headers
            .get_all(header::IF_NONE_MATCH)
            .iter()
            .any(|field| names_tag(field.as_bytes(), &tag));
        let mut response = if is_known {
            let mut response = Response::new(String::new());
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            response
        } else {
            typed(self.content_type, self.body.to_string())
        };
        // The file never changes under its own hash, but it will under the hash of another release.
        let is_this = query == self.hash;
        let cache = if is_this {
            "public, max-age=31536000, immutable"
        } else {
            "public, no-cache"
        };
        response
            .headers_mut()
            .insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
        // A quoted hexadecimal number is a header value.
        if let Ok(tag) = HeaderValue::try_from(tag) {
            response.headers_mut().insert(header::ETAG, tag);
        }
        response
    }
}

/// Whether an `If-None-Match` field names an entity tag, weakly compared (RFC 9110 section 13.1.2).
fn names_tag(field: &[u8], tag: &str) -> bool {
    if field.trim_ascii() == b"*" {
        return true;
    }
    // A tag may contain a comma but not a quote, so every second part is a tag.
    field
        .split(|byte| *byte == b'"')
        .skip(1)
        .step_by(2)
        .any(|part| part == tag.trim_matches('"').as_bytes())
}

pub(super) fn typed(content_type: &'static str, body: String) -> Response<String> {
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(
        HeaderName::from_static("x-content-type-options"),
        HeaderValue::from_static("nosniff"),
    );
    response
}
