//! Hides cookies of a request from the application.

use alloc::string::String;

use http::header::COOKIE;
use http::{HeaderMap, HeaderValue};

use crate::guard::request::Request;
use crate::table::category::Gate;
use crate::wire::request::RequestCookies;

/// Removes cookies that are denied or undeclared from a request.
pub(super) fn hide(request: &Request, headers: &mut HeaderMap) {
    let is_allowed = |name: &str| may_read(name, request);
    // A pair without a name or that is not UTF-8 is hidden as well.
    let is_all = |field: &HeaderValue| {
        let pairs = field
            .as_bytes()
            .split(|byte| *byte == b';')
            .filter(|pair| !pair.trim_ascii().is_empty());
        let mut names = 0;
        RequestCookies::from_header(field.as_bytes())
            .iter()
            .all(|(name, _)| {
                names += 1;
                is_allowed(name)
            })
            && names == pairs.count()
    };
    if headers.get_all(COOKIE).iter().all(is_all) {
        return;
    }
    let mut kept = String::new();
    for (name, value) in request
        .cookies()
        .iter()
        .filter(|(name, _)| is_allowed(name))
    {
        let separator = if kept.is_empty() { "" } else { "; " };
        kept.extend([separator, name, "=", value]);
    }
    headers.remove(COOKIE);
    // Its parts come from header values.
    if let Ok(kept) = HeaderValue::from_bytes(kept.as_bytes())
        && !kept.is_empty()
    {
        headers.insert(COOKIE, kept);
    }
}

/// Whether the application may see a cookie. Any row of its name counts, because a request does not
/// say which row a cookie belongs to.
fn may_read(name: &str, request: &Request) -> bool {
    request.settings.rows(name).any(|row| {
        if row.category().gate() != Gate::Exempt {
            request.vary_on_signal();
        }
        request.consent_untracked().allows(row.category())
    })
}
