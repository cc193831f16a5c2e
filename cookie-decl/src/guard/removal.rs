//! Removes cookies of the request that are retired or denied, and answers with another scope.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::sync::atomic::Ordering;

use http::header::SET_COOKIE;
use http::{HeaderMap, HeaderValue};

use crate::consent::any::AnyConsent;
use crate::consent::withdraw::{Withdrawal, parents, remove};
use crate::guard::finding::{Action, Finding, Violation};
use crate::guard::judge::Sent;
use crate::guard::request::Request;
use crate::guard::settings::{Settings, is_gated};
use crate::table::Retired;
use crate::table::category::CategoryInfo;
use crate::table::declaration::Declaration;
use crate::wire::received::Clock;
use crate::wire::set_cookie::SetCookie;
use crate::wire::set_cookie::error::SetError;

/// How many names that cannot be removed are reported at once. A hostile request has thousands.
const MOST_FAILURES: usize = 20;

/// How many answers in another scope are removed at once, to leave room for denied cookies.
const MOST_OTHERS: usize = 8;

/// Whether a page may have something to remove or to move.
pub(super) fn may_remove(request: &Request) -> bool {
    let Settings {
        table,
        consent_cookie,
        ..
    } = &*request.settings;
    !table.retired().is_empty()
        || request
            .known_consent()
            .is_some_and(AnyConsent::is_elsewhere)
        || request
            .cookies()
            .names_except(consent_cookie)
            .any(|name| is_gated(table, name))
}

/// Removes retired and denied cookies, and moves an answer from an earlier scope of its row.
/// `answer` is the one that the response sets.
#[inline(never)]
pub(super) fn remove_denied_and_moved(
    request: &Request,
    answer: Option<&AnyConsent>,
    response: &mut HeaderMap,
) -> Vec<Finding> {
    let settings = &*request.settings;
    let consent = answer.unwrap_or_else(|| request.consent_untracked());
    let mut categories = settings.table.categories().iter();
    let is_denied = categories.any(|category| consent.removes(category));
    let mut findings = Vec::new();
    let mut cookies: Vec<_> = if answer.is_none() {
        moved(request).into_iter().collect()
    } else {
        Vec::new()
    };
    if is_denied || !settings.table.retired().is_empty() {
        let turn = spread_turns(settings.turn.fetch_add(1, Ordering::Relaxed));
        let names = request.cookies().names();
        let denies = |category: &CategoryInfo| consent.removes(category);
        let withdrawal = remove(
            settings.table,
            settings.config(),
            Vec::new(),
            names,
            &request.hosts(),
            turn,
            denies,
        );
        findings.extend(survived(request, &withdrawal.removals));
        findings.extend(failed(request, consent, &withdrawal));
        let is_moved = |name: &str| {
            let row = settings.consent_row();
            consent.is_elsewhere() && row.is_some_and(|row| row.name() == name)
        };
        let removals = withdrawal.removals.into_iter();
        cookies.extend(removals.filter(|removal| !is_moved(removal.name())));
    }
    if !cookies.is_empty() {
        // A shared cache would remove the cookies of visitors who granted the category.
        request.vary_on_consent();
        append(request, cookies, response);
    }
    findings
}

/// Adds cookies to a response, except those that it already sets.
fn append(request: &Request, mut cookies: Vec<SetCookie>, response: &mut HeaderMap) {
    let clock = Clock::new(&*request.settings.clock, response);
    let values = response.get_all(SET_COOKIE).iter();
    let sent: Vec<_> = values
        .map(|value| Sent::new(value, request, &clock))
        .collect();
    cookies.retain(|cookie| {
        let is_cookie = |sent: &Sent<'_>| sent.field.name == cookie.name().as_bytes();
        !sent
            .iter()
            .any(|sent| is_cookie(sent) && sent.has_scope(cookie.attributes()))
    });
    for cookie in cookies {
        response.append(SET_COOKIE, HeaderValue::from(cookie));
    }
}

/// The visitor's answer, with the present scope of its row.
fn moved(request: &Request) -> Option<SetCookie> {
    let (row, config) = (request.settings.consent_row()?, request.settings.config());
    let consent = request.consent_untracked();
    let (value, left) = consent.moved(config, request.cookies(), request.now())?;
    let cookie = SetCookie::set(row, config, row.name().into(), &value, None);
    Some(cookie.ok()?.kept_for(left))
}

/// Returns findings about names that no header can remove.
fn failed(request: &Request, consent: &AnyConsent, withdrawal: &Withdrawal) -> Vec<Finding> {
    let settings = &*request.settings;
    let is_denied = |row: &Declaration| consent.removes(row.category());
    let odd = request.cookies().odd_names();
    let odd = odd.filter(|name| settings.rows(name).any(is_denied));
    let odd = odd.map(|name| {
        let character = char::REPLACEMENT_CHARACTER;
        (name, SetError::Name { character })
    });
    let failed = withdrawal.failed.iter().cloned().chain(odd);
    let findings = failed.take(MOST_FAILURES).map(|(name, error)| {
        let violation = Violation::RemovalRefused(error);
        let finding = Finding::new(
            &name,
            settings.rows(&name).next(),
            violation,
            &request.route(),
            Action::Sent,
        );
        settings.report_finding(&finding, "");
        finding
    });
    findings.collect()
}

/// Returns findings about cookies that an earlier page removed, and that this request contains
/// again.
fn survived(request: &Request, removals: &[SetCookie]) -> Vec<Finding> {
    let settings = &*request.settings;
    let mut findings = Vec::new();
    let mut names: Vec<_> = removals.iter().map(SetCookie::name).collect();
    names.dedup();
    let mut rows = BTreeSet::new();
    for name in names {
        let values: Vec<_> = request.cookies().all_bytes(name).collect();
        let was_removed = settings.reports.was_removed(name, &values.concat());
        let row = row_name(settings, name);
        // There is one finding for each row, because a hostile request has thousands of names.
        if was_removed && rows.insert(row) {
            let finding = Finding::new(
                name,
                settings.rows(name).next(),
                Violation::Survived,
                &request.route(),
                Action::Sent,
            );
            settings.report_finding(&finding, row);
            findings.push(finding);
        }
    }
    findings
}

/// The name of the row that a cookie may belong to, or its own name.
fn row_name<'n>(settings: &Settings, name: &'n str) -> &'n str {
    let declared = settings.rows(name).next().map(Declaration::name);
    let retired = || settings.table.retired_named(name).next().map(Retired::name);
    declared.or_else(retired).unwrap_or(name)
}

/// Returns the removals of answers with another scope than the row, if the request may have one.
pub(super) fn other_answers(request: &Request, row: &Declaration) -> Vec<SetCookie> {
    let Some(attributes) = request.settings.attributes(row) else {
        return Vec::new();
    };
    let is_double = request.cookies().all_bytes(row.name()).nth(1).is_some();
    if !is_double && !request.consent_untracked().is_elsewhere() {
        return Vec::new();
    }
    let parents = request.hosts().into_iter().flat_map(parents);
    let mut domains: Vec<_> = parents
        .chain(attributes.domain())
        .map(|domain| Some(domain.to_ascii_lowercase()))
        .collect();
    domains.push(None);
    domains.sort();
    domains.dedup();
    let path = request.path();
    let directories = path.match_indices('/').skip(1).take(2);
    let directories = directories.map(|(end, _)| &path[..end]);
    let paths = core::iter::once("/").chain(directories);
    let scopes = paths.flat_map(|path| domains.iter().map(move |domain| (path, domain)));
    let scopes = scopes.map(|(path, domain)| {
        let attributes = attributes.with_domain(domain.clone());
        attributes.with_path(path.into())
    });
    // The same scope with the other value of `Partitioned`.
    let twin = attributes.with_partitioned(!attributes.partitioned());
    let scopes = scopes
        .chain([twin])
        .filter(|scope| !scope.is_same_scope(&attributes));
    let removals =
        scopes.filter_map(|scope| SetCookie::removal_with(scope, row.name().into()).ok());
    removals.take(MOST_OTHERS).collect()
}

/// Spreads successive turns far apart, so that each of many names soon has its turn.
fn spread_turns(turn: usize) -> usize {
    turn.wrapping_mul(0x9e37_79b9) >> 4
}
