//! Finishes a response: checks its `Set-Cookie` fields, removes cookies, and adds headers for
//! caches.

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION, SET_COOKIE};
use http::{HeaderMap, HeaderValue};

use crate::consent::any::AnyConsent;
use crate::guard::arrivals::{has_unexpected, report_unexpected};
use crate::guard::caches::keep_private;
use crate::guard::finding::{Action, Finding, Violation};
use crate::guard::judge::{Sent, violations};
use crate::guard::removal::{may_remove, remove_denied_and_moved};
use crate::guard::request::Request;
use crate::guard::security_header;
use crate::guard::watch::{Received, Watch};
use crate::wire::received::{Clock, Lifetime, Parts};
use crate::wire::request::RequestCookies;

/// The most fields that are compared with each other; more are looked up in a set.
const FEW: usize = 16;

/// Checks a response, removes cookies that must go, and adds what caches need to know.
pub(super) fn finish(request: &Request, response: &mut HeaderMap) -> Vec<Finding> {
    // One pass over the few fields of a response costs less than a look-up.
    let sets = response.keys().any(|name| *name == SET_COOKIE);
    let (mut findings, answer) = if sets {
        check(request, response)
    } else {
        (Vec::new(), None)
    };
    if has_unexpected(request) {
        findings.extend(report_unexpected(request, answer.is_some()));
    }
    if request.settings.removes() && may_remove(request) && is_page(request, response) {
        findings.extend(remove_denied_and_moved(request, answer.as_ref(), response));
    }
    security_header::write(request, answer.as_ref(), response);
    keep_private(request, response);
    if let Some(watch) = &request.settings.watch {
        show(watch, request, response);
    }
    findings
}

/// Shows the cookies of a finished response to a test.
fn show(watch: &Watch, request: &Request, response: &HeaderMap) {
    let cookies = Received::all(response, request.path(), (request.settings.clock)());
    watch.passed(&request.settings.address, cookies);
}

/// Checks the `Set-Cookie` fields of a response. Returns the findings, and the answer that it sets.
// This is out of line because most responses set no cookie.
#[inline(never)]
fn check(request: &Request, response: &mut HeaderMap) -> (Vec<Finding>, Option<AnyConsent>) {
    let clock = Clock::new(&*request.settings.clock, response);
    let values = response.get_all(SET_COOKIE).iter();
    let mut fields: Vec<_> = values
        .map(|value| Sent::new(value, request, &clock))
        .collect();
    let answer = answer_in(&fields, request);
    let violations = check_fields(&mut fields, answer.as_ref(), request);
    let findings = report(violations, &fields, request);
    if fields
        .iter()
        .any(|sent| !sent.is_kept || sent.shortened.is_some())
    {
        let kept: Vec<_> = fields
            .into_iter()
            .filter(|sent| sent.is_kept)
            .map(|sent| sent.shortened.unwrap_or_else(|| sent.header.clone()))
            .collect();
        response.remove(SET_COOKIE);
        for value in kept {
            response.append(SET_COOKIE, value);
        }
    }
    (findings, answer)
}

/// Returns the violations of each field by its index, and decides which fields are kept or
/// shortened.
fn check_fields(
    fields: &mut [Sent<'_>],
    answer: Option<&AnyConsent>,
    request: &Request,
) -> Vec<(usize, Violation)> {
    let enforces = request.settings.enforces();
    let are_many = fields.len() > FEW;
    let mut found = Vec::new();
    let mut later = BTreeSet::new();
    // From the last field to the first: a cookie is set twice only if a later field that sets it is
    // kept.
    for index in (0..fields.len()).rev() {
        let (before, after) = fields.split_at_mut(index + 1);
        let sent = &mut before[index];
        let is_again = if are_many {
            later.contains(&identity(sent))
        } else {
            after
                .iter()
                .any(|other| other.takes_effect && sent.is_same_cookie(other))
        };
        let violations = violations(sent, is_again, answer, request);
        sent.is_kept = keeps(enforces, &violations);
        if let (true, [Violation::TooLong { declared, .. }]) = (enforces, &*violations) {
            sent.shortened = with_lifetime(sent.header, declared.seconds());
        }
        sent.takes_effect = sent.is_kept
            && !violations
                .iter()
                .any(|violation| matches!(violation, Violation::RemovalRefused(_)));
        if are_many && sent.takes_effect {
            later.insert(identity(sent));
        }
        let violations = violations.into_iter().rev();
        found.extend(violations.map(|violation| (index, violation)));
    }
    found.reverse();
    found
}

/// Reports violations as findings, in the order of the fields.
fn report(
    violations: Vec<(usize, Violation)>,
    fields: &[Sent<'_>],
    request: &Request,
) -> Vec<Finding> {
    let settings = &*request.settings;
    let route = if violations.is_empty() {
        String::new()
    } else {
        request.route()
    };
    let findings = violations.into_iter().map(|(index, violation)| {
        let sent = &fields[index];
        let name = String::from_utf8_lossy(sent.field.name);
        let action = match violation {
            _ if !sent.is_kept => Action::Dropped,
            Violation::TooLong { .. } if settings.enforces() => Action::Shortened,
            _ => Action::Sent,
        };
        let row = settings.rows(&name).next();
        let finding = Finding::new(&name, row, violation, &route, action);
        settings.report_finding(&finding, row.map_or(&*name, |row| row.name()));
        finding
    });
    findings.collect()
}

/// Whether a field stays in the response. If only its lifetime is too long, it is shortened.
fn keeps(enforces: bool, violations: &[Violation]) -> bool {
    !enforces
        || matches!(violations, [Violation::TooLong { .. }])
        || violations.iter().all(Violation::is_harmless)
}

/// The answer that a response sets or removes. A field that is dropped, or has another scope than
/// its row, leaves the visitor's answer as it is.
fn answer_in(fields: &[Sent<'_>], request: &Request) -> Option<AnyConsent> {
    let settings = &*request.settings;
    let row = settings.consent_row()?;
    let declared = settings.attributes(row)?;
    let mut answers = fields.iter().rev();
    let sent = answers.find(|sent| {
        let is_row = sent.field.name == row.name().as_bytes() && sent.has_scope(&declared);
        is_row && keeps(settings.enforces(), &violations(sent, false, None, request))
    })?;
    let is_removal = sent.lifetime == Lifetime::Removal;
    let value = if is_removal {
        &[][..]
    } else {
        sent.field.value
    };
    let pair = [sent.field.name, if is_removal { b"" } else { b"=" }, value].concat();
    Some(AnyConsent::read(
        settings.question,
        settings.config(),
        RequestCookies::from_header(&pair),
        request.gpc(),
        request.now(),
    ))
}

/// Returns the key that identifies a cookie in browsers.
fn identity(sent: &Sent<'_>) -> (Vec<u8>, String, Option<String>, bool) {
    let domain = sent
        .domain
        .as_ref()
        .map(|domain| domain.to_ascii_lowercase());
    (
        sent.field.name.to_vec(),
        sent.path.clone().into_owned(),
        domain,
        sent.field.partitioned,
    )
}

/// Replaces the lifetime of a field by the declared one.
fn with_lifetime(value: &HeaderValue, seconds: Option<u64>) -> Option<HeaderValue> {
    let mut kept = Vec::with_capacity(value.len() + 24);
    for (index, part) in value.as_bytes().split(|byte| *byte == b';').enumerate() {
        let is_lifetime = |name: &[u8]| {
            name.eq_ignore_ascii_case(b"Max-Age") || name.eq_ignore_ascii_case(b"Expires")
        };
        let name = Parts(Some(part)).next().map(|(name, _)| name);
        if index > 0 && name.is_some_and(is_lifetime) {
            continue;
        }
        if index > 0 {
            kept.push(b';');
        }
        kept.extend_from_slice(part);
    }
    if let Some(seconds) = seconds {
        kept.extend_from_slice(alloc::format!("; Max-Age={seconds}").as_bytes());
    }
    HeaderValue::from_bytes(&kept).ok()
}

/// Whether a response is a page. Removals are sent once for each page load, so that assets stay in
/// caches.
fn is_page(request: &Request, response: &HeaderMap) -> bool {
    let texts = |name| {
        response
            .get_all(name)
            .iter()
            .map(|value| String::from_utf8_lossy(value.as_bytes()))
    };
    let is_text = || {
        texts(CONTENT_TYPE).any(|value| {
            let essence = value.split(';').next().unwrap_or_default().trim();
            PAGE_TYPES
                .iter()
                .any(|text| text.eq_ignore_ascii_case(essence))
        })
    };
    let is_immutable =
        || texts(CACHE_CONTROL).any(|value| value.to_ascii_lowercase().contains("immutable"));
    // Browsers send `Sec-Fetch-Dest` over HTTPS and on localhost only.
    let is_shown = request.is_navigation().unwrap_or_else(is_text);
    // After a redirect, the next page removes the cookies.
    is_shown && !response.contains_key(LOCATION) && !is_immutable()
}

/// The content types that browsers show as a page.
const PAGE_TYPES: [&str; 3] = ["text/html", "application/xhtml+xml", "text/plain"];
