//! The links for the `head` of a page, and the files that they link to.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use std::sync::LazyLock;

use cookie_decl_core::fnv::fnv;
use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use http::{Response, StatusCode};

use crate::consent::Consent;
use crate::consent::gate::Categories;
use crate::guard::mark::mark;
use crate::guard::security_header;
use crate::guard::settings::Settings;
use crate::html::Html;
use crate::preferences::choices::is_shown;
use crate::table::category::CategoryInfo;

/// A file that is the same for everybody. Its address contains its hash, so a page gets the version
/// that it was made for.
pub(super) struct Asset {
    content_type: &'static str,
    body: &'static str,
    /// The hash of the body. It may differ in another build.
    hash: String,
}

/// The minified stylesheets of the policy page and of everything else, which a browser test writes.
pub(super) static STYLE: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new(
        "text/css; charset=utf-8",
        concat!(
            include_str!("../page/policy.min.css"),
            include_str!("style.min.css"),
        ),
    )
});
/// The minified `script.js`, which a browser test writes.
pub(super) static SCRIPT: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new(
        "text/javascript; charset=utf-8",
        include_str!("script.min.js").trim_end(),
    )
});

pub(super) fn links<K: Categories>(
    settings: &Settings,
    consent: Option<&Consent<K>>,
    nonce: &str,
) -> String {
    let address = &*settings.address;
    let mut html = Html::new(1);
    let style = format!("{address}/style.css?{}", STYLE.hash);
    html.void(
        "link",
        &[("rel", "stylesheet"), ("href", &style), ("nonce", nonce)],
    );
    let script = format!("{address}/script.js?{}", SCRIPT.hash);
    let categories: Vec<_> = settings
        .table
        .categories()
        .iter()
        .map(CategoryInfo::name)
        .collect();
    let granted = consent
        .map(|consent| granted(settings, consent).join(" "))
        .map(|names| {
            // If nothing is granted, it is a space, because an empty attribute is left out.
            if names.is_empty() {
                String::from(" ")
            } else {
                names
            }
        });
    let attributes = [
        ("src", &*script),
        ("defer", "defer"),
        ("nonce", nonce),
        ("data-categories", &categories.join(" ")),
        (
            "data-policy",
            &security_header::categories(settings).join(" "),
        ),
        ("data-granted", &granted.unwrap_or_default()),
        (
            "data-mark",
            &consent
                .map(|consent| mark(settings.config(), consent))
                .unwrap_or_default(),
        ),
    ];
    html.element("script", &attributes, |_| {});
    html.finish()
}

/// Returns the identifiers of the categories that are allowed now.
pub(super) fn granted<K: Categories>(
    settings: &Settings,
    consent: &Consent<K>,
) -> Vec<&'static str> {
    let config = settings.config();
    let categories = K::ALL.iter().zip(settings.table.categories());
    let allowed = categories
        .filter(|(category, _)| is_shown(config, **category) && consent.allows(**category));
    allowed.map(|(_, info)| info.name()).collect()
}

impl Asset {
    fn new(content_type: &'static str, body: &'static str) -> Self {
        Self {
            content_type,
            body,
            hash: format!("{:016x}", fnv(body.bytes())),
        }
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
