//! The responses of the pages, with the headers that keep them private and in place.

use alloc::string::{String, ToString as _};

use http::header::{self, HeaderName, HeaderValue};
use http::{Response, StatusCode};

use crate::guard::asset::typed;
use crate::wire::set_cookie::SetCookies;

pub(super) fn with_cookies(
    mut response: Response<String>,
    cookies: SetCookies,
) -> Response<String> {
    for cookie in cookies {
        response
            .headers_mut()
            .append(header::SET_COOKIE, cookie.into());
    }
    response
}

/// A response for this visitor alone.
pub(super) fn private(content_type: &'static str, body: String) -> Response<String> {
    let mut response = typed(content_type, body);
    let headers = response.headers_mut();
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, no-store"),
    );
    // Under `no-referrer` browsers would post the form with `Origin: null`, and the choice would be
    // refused.
    headers.insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("same-origin"),
    );
    response
}

/// Redirects to a path of this site, which is printable ASCII.
pub(super) fn see_other(path: &str) -> Response<String> {
    let mut response = private("text/plain; charset=utf-8", String::new());
    *response.status_mut() = StatusCode::SEE_OTHER;
    if let Ok(location) = HeaderValue::try_from(path) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

/// Completes a response to a choice. Pages that the browser fetched in advance have the earlier
/// answer, so they are cleared (Clear Site Data, section 3.1).
pub(super) fn finish_choice(mut response: Response<String>) -> Response<String> {
    let ahead = HeaderValue::from_static("\"prefetchCache\", \"prerenderCache\"");
    response
        .headers_mut()
        .insert(HeaderName::from_static("clear-site-data"), ahead);
    unlisted(unframed(response))
}

/// Keeps a response out of search engines.
pub(super) fn unlisted(mut response: Response<String>) -> Response<String> {
    let name = HeaderName::from_static("x-robots-tag");
    response
        .headers_mut()
        .insert(name, HeaderValue::from_static("noindex"));
    response
}

/// Keeps a response out of other sites' frames, where a visitor could be tricked into a click.
pub(super) fn unframed(mut response: Response<String>) -> Response<String> {
    let policy = HeaderValue::from_static("frame-ancestors 'self'");
    response
        .headers_mut()
        .insert(header::CONTENT_SECURITY_POLICY, policy);
    response
}

/// A response to a method that no browser sends to the address by itself.
pub(super) fn not_allowed(allowed: &'static str) -> Response<String> {
    let status = StatusCode::METHOD_NOT_ALLOWED;
    let mut response = typed("text/plain; charset=utf-8", status.to_string());
    *response.status_mut() = status;
    response
        .headers_mut()
        .insert(header::ALLOW, HeaderValue::from_static(allowed));
    response
}
