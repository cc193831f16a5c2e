//! Reads the form that a visitor posts, and checks where it comes from.

use alloc::borrow::Cow;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use http::header::{self, HeaderMap, HeaderValue};
use http::uri::Authority;

use crate::consent::any::AnyConsent;
use crate::consent_log::Via;
use crate::guard::addresses::return_address;
use crate::table::category::{CategoryInfo, Gate};

/// The longest form, in bytes.
pub(super) const LONGEST_FORM: usize = 16 * 1024;

/// The content of the form.
pub(super) struct PostedChoice {
    pub(super) consent: AnyConsent,
    pub(super) return_to: Option<String>,
    /// Where the form says that it is. Only the log uses it.
    pub(super) via: Via,
}

/// Reads the form; `None` unless it has exactly one of the four choices. `present` is the visitor's
/// consent until now.
pub(super) fn read(form: &[u8], present: &AnyConsent, now: u64) -> Option<PostedChoice> {
    let (mut choice, mut allowed, mut return_to) = (None, Vec::new(), None);
    let mut via = Via::Form;
    for (name, value) in form_urlencoded::parse(form) {
        match &*name {
            "choice" if choice.is_some() => return None,
            "choice" => choice = Some(value),
            "allow" => allowed.push(value),
            "via" if value == "banner" => via = Via::Banner,
            "via" if value == "embed" => via = Via::Embed,
            "return" => return_to = return_address(&value).map(str::to_string),
            _ => {}
        }
    }
    let is_gated = |category: &&CategoryInfo| category.gate() != Gate::Exempt;
    let is_allowed = |category: &&CategoryInfo| {
        let mut allowed = allowed.iter();
        allowed.any(|allowed: &Cow<'_, str>| allowed == category.name())
    };
    let question = present.question();
    let mut allowed = question.categories().iter().filter(is_allowed);
    let consent = match &*choice? {
        "accept" => AnyConsent::accept_all(question, now),
        "refuse" => AnyConsent::decide(question, now),
        "save" => allowed.fold(AnyConsent::decide(question, now), AnyConsent::grant),
        // Beside an element that waits for one category, nothing is said about the others.
        "grant" => present.also_grant(allowed.next().filter(is_gated)?, now),
        _ => return None,
    };
    Some(PostedChoice {
        consent,
        return_to,
        via,
    })
}

/// Whether a post comes from a page of this site, by `Sec-Fetch-Site` or else by `Origin` (W3C
/// Fetch Metadata; RFC 6454). Every present browser sends at least one of them.
pub(super) fn is_from_here(
    site: Option<&str>,
    host: Option<&Authority>,
    headers: &HeaderMap,
) -> bool {
    let mut sites = headers
        .get_all("sec-fetch-site")
        .iter()
        .map(HeaderValue::as_bytes);
    match (sites.next(), sites.next()) {
        (Some(b"same-origin"), None) => true,
        // A sibling domain may be somebody else's, and browsers do not send the field to a site
        // without TLS.
        (None | Some(b"same-site"), None) => is_from_origin(site, host, headers),
        _ => false,
    }
}

/// Whether `Origin` is this host or the site of the table.
fn is_from_origin(site: Option<&str>, host: Option<&Authority>, headers: &HeaderMap) -> bool {
    let one = |name| {
        let mut values = headers.get_all(name).iter();
        values
            .next()
            .filter(|_| values.next().is_none())?
            .to_str()
            .ok()
    };
    let Some(origin) = one(header::ORIGIN) else {
        return false;
    };
    // A proxy may have replaced the host, but the table names the site.
    if site.is_some_and(|site| site.eq_ignore_ascii_case(origin)) {
        return true;
    }
    // HTTP/2 has the host in the address (RFC 9113 section 8.3.1), which also takes precedence in
    // HTTP/1.1 (RFC 9112 section 3.2.2). The scheme is unknown behind a proxy.
    let host = host
        .cloned()
        .or_else(|| one(header::HOST)?.parse::<Authority>().ok());
    let (Some((scheme, origin)), Some(host)) = (origin.split_once("://"), host) else {
        return false;
    };
    let default_port = match scheme {
        "http" => ":80",
        "https" => ":443",
        _ => return false,
    };
    // Browsers omit the default port, and some proxies add it.
    let host = host.as_str();
    host.strip_suffix(default_port)
        .unwrap_or(host)
        .eq_ignore_ascii_case(origin)
}

/// Whether a body is from a form. A missing content type is accepted, because nothing else is
/// posted here.
pub(super) fn is_form(headers: &HeaderMap) -> bool {
    headers.get_all(header::CONTENT_TYPE).iter().all(|value| {
        let text = value.to_str().unwrap_or_default();
        let essence = text.split(';').next().unwrap_or_default().trim();
        essence.eq_ignore_ascii_case("application/x-www-form-urlencoded")
    })
}
