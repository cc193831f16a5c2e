//! A response on its way out: its `Set-Cookie` fields against the table, removals, and what it says to caches.

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION, SET_COOKIE};
use http::{HeaderMap, HeaderValue};

use crate::consent::Consent;
use crate::consent::gate::Categories;
use crate::guard::caches::keep_private;
use crate::guard::finding::{Action, Finding, Violation};
use crate::guard::judge::{Sent, violations};
use crate::guard::removal::{may_remove, remove_on_sight};
use crate::guard::request::Request;
use crate::guard::settings::Mode;
use crate::wire::received::{Clock, Lifetime, Parts};
use crate::wire::request::RequestCookies;

/// So many fields are compared with each other; more are sorted first.
const FEW: usize = 16;

/// Checks a response, removes cookies that must go, and adds what caches need to know.
pub(super) fn finish<K: Categories>(
    request: &Request<K>,
    response: &mut HeaderMap,
) -> Vec<Finding> {
    // Once through the few fields of a response costs less than to look for one.
    let sets = response.keys().any(|name| *name == SET_COOKIE);
    let (mut findings, answer) = if sets {
        check(request, response)
    } else {
        (Vec::new(), None)
    };
    let removes =
        request.settings.mode == Mode::Enforce && may_remove(request) && is_page(request, response);
    if removes {
        findings.extend(remove_on_sight(request, answer.as_ref(), response));
    }
    keep_private(request, response);
    findings
}

/// The findings about what a response sets, and the answer that it sets.
// Out of line: most responses set no cookie.
#[inline(never)]
fn check<K: Categories>(
    request: &Request<K>,
    response: &mut HeaderMap,
) -> (Vec<Finding>, Option<Consent<K>>) {
    let settings = &*request.settings;
    let enforces = settings.mode == Mode::Enforce;
    let clock = Clock::new(&*settings.clock, response);
    let values = response.get_all(SET_COOKIE).iter();
    let mut fields: Vec<_> = values
        .map(|value| Sent::new(value, request, &clock))
        .collect();
    let answer = answer_in(&fields, request);
    let mut found: Vec<(usize, Violation)> = Vec::new();
    let mut shortened: Vec<(usize, HeaderValue)> = Vec::new();
    let mut later = BTreeSet::new();
    // From the last one: a cookie comes twice only where a later field that sets it is sent.
    for index in (0..fields.len()).rev() {
        let sent = &fields[index];
        let is_again = if fields.len() <= FEW {
            fields[index + 1..]
                .iter()
                .any(|other| other.takes_effect && sent.is_same_cookie(other))
        } else {
            later.contains(&identity(sent))
        };
        let violations = violations(sent, is_again, answer.as_ref(), request);
        let is_kept = keeps(settings.mode, &violations);
        if let (true, [Violation::TooLong { declared, .. }]) = (enforces, &*violations) {
            shortened
                .extend(kept_for(sent.header, declared.seconds()).map(|header| (index, header)));
        }
        let takes_effect = is_kept
            && !violations
                .iter()
                .any(|violation| matches!(violation, Violation::RemovalRefused(_)));
        if takes_effect && fields.len() > FEW {
            later.insert(identity(sent));
        }
        found.extend(
            violations
                .into_iter()
                .rev()
                .map(|violation| (index, violation)),
        );
        (fields[index].is_kept, fields[index].takes_effect) = (is_kept, takes_effect);
    }
    let route = if found.is_empty() {
        String::new()
    } else {
        request.route()
    };
    let mut findings = Vec::with_capacity(found.len());
    for (index, violation) in found.into_iter().rev() {
        let sent = &fields[index];
        let name = String::from_utf8_lossy(sent.field.name);
        let action = match violation {
            _ if !sent.is_kept => Action::Dropped,
            Violation::TooLong { .. } if enforces => Action::Shortened,
            _ => Action::Sent,
        };
        let row = settings.rows(&name).next().map_or(&*name, |row| row.name());
        findings.push((
            Finding::new(&name, violation, &route, action),
            String::from(row),
        ));
    }
    if !shortened.is_empty() || !fields.iter().all(|sent| sent.is_kept) {
        let mut values: Vec<_> = response
            .get_all(SET_COOKIE)
            .iter()
            .cloned()
            .map(Some)
            .collect();
        for (value, sent) in values.iter_mut().zip(&fields) {
            value.take_if(|_| !sent.is_kept);
        }
        for (index, value) in shortened {
            values[index] = Some(value);
        }
        response.remove(SET_COOKIE);
        for value in values.into_iter().flatten() {
            response.append(SET_COOKIE, value);
        }
    }
    for (finding, row) in &findings {
        settings.report_finding(finding, row);
    }
    (
        findings.into_iter().map(|(finding, _)| finding).collect(),
        answer,
    )
}

/// Whether a field that breaks these rules stays in the response. One that is only kept too long is shortened.
fn keeps(mode: Mode, violations: &[Violation]) -> bool {
    mode != Mode::Enforce
        || matches!(violations, [Violation::TooLong { .. }])
        || violations.iter().all(Violation::is_harmless)
}

/// The answer that a response sets, or removes. One that is not sent, or with another scope than that of its row,
/// leaves the visitor with the old one.
fn answer_in<K: Categories>(fields: &[Sent<'_>], request: &Request<K>) -> Option<Consent<K>> {
    let settings = &*request.settings;
    let row = settings.consent_row()?;
    let declared = settings.attributes(row)?;
    let mut answers = fields.iter().rev();
    let sent = answers.find(|sent| {
        let is_row = sent.field.name == row.name().as_bytes() && sent.has_scope(&declared);
        is_row && keeps(settings.mode, &violations(sent, false, None, request))
    })?;
    let is_removal = sent.lifetime == Lifetime::Removal;
    let value = if is_removal {
        &[][..]
    } else {
        sent.field.value
    };
    let pair = [sent.field.name, if is_removal { b"" } else { b"=" }, value].concat();
    Some(Consent::read(
        settings.config(),
        RequestCookies::from_header(&pair),
        request.gpc(),
        request.now(),
    ))
}

/// What tells a cookie from others, to be looked up.
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

/// A field with the declared time in the place of its own.
fn kept_for(value: &HeaderValue, seconds: Option<u64>) -> Option<HeaderValue> {
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

/// Whether a response is a document: removals are sent once a page load, and assets stay in caches.
fn is_page<K>(request: &Request<K>, response: &HeaderMap) -> bool {
    let said = |name| {
        response
            .get_all(name)
            .iter()
            .map(|value| String::from_utf8_lossy(value.as_bytes()))
    };
    let is_text = || {
        said(CONTENT_TYPE).any(|value| {
            let essence = value.split(';').next().unwrap_or_default().trim();
            TEXTS.iter().any(|text| text.eq_ignore_ascii_case(essence))
        })
    };
    let is_immutable =
        || said(CACHE_CONTROL).any(|value| value.to_ascii_lowercase().contains("immutable"));
    // Browsers say so over HTTPS and on this machine.
    let is_shown = request.is_navigation().unwrap_or_else(is_text);
    // The page that a redirect leads to comes next.
    is_shown && !response.contains_key(LOCATION) && !is_immutable()
}

/// What browsers show as a page.
const TEXTS: [&str; 3] = ["text/html", "application/xhtml+xml", "text/plain"];
