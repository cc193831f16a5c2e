//! Reports cookies of requests that the table does not declare, or that the visitor does not allow.
//! A new script is often noticed here first.

use alloc::vec::Vec;

use crate::guard::finding::{Action, Finding, Violation};
use crate::guard::request::Request;
use crate::guard::settings::Mode;
use crate::table::category::Gate;

/// How many names are reported at once. A hostile request has thousands.
const MOST: usize = 20;

/// Whether a cookie of the request is undeclared or not allowed.
pub(super) fn has_unexpected(request: &Request) -> bool {
    names(request).any(|name| !is_expected(name, request))
}

/// Returns the findings about the cookies of a request, one for each row or undeclared name. If the
/// response sets an answer, it also removes what the answer denies.
// This is out of line because most requests contain only allowed cookies.
#[cold]
pub(super) fn report_unexpected(request: &Request, sets_answer: bool) -> Vec<Finding> {
    let settings = &*request.settings;
    let mut subjects = Vec::new();
    let mut findings = Vec::new();
    for name in names(request).filter(|name| !is_expected(name, request)) {
        let Some((violation, subject)) = violation(name, request) else {
            continue;
        };
        if subjects.contains(&subject) || sets_answer && violation != Violation::UndeclaredInRequest
        {
            continue;
        }
        subjects.push(subject);
        let action = if settings.hides {
            Action::Hidden
        } else {
            Action::Sent
        };
        let finding = Finding::new(
            name,
            settings.rows(name).next(),
            violation,
            &request.route(),
            action,
        );
        settings.report_finding(&finding, subject);
        findings.push(finding);
        if findings.len() == MOST {
            break;
        }
    }
    findings
}

fn names(request: &Request) -> impl Iterator<Item = &str> {
    let answer = request.settings.consent_cookie;
    request.cookies().names_except(answer)
}

/// Whether a name is declared and allowed, in a single look-up for most names.
#[inline]
fn is_expected(name: &str, request: &Request) -> bool {
    let settings = &*request.settings;
    let first = settings.table.first_named(name, settings.config());
    first.is_some_and(|row| {
        row.is_own_cookie()
            && (row.category().gate() == Gate::Exempt
                || request.consent_untracked().allows(row.category()))
    })
}

/// Returns what is wrong with a name, and the name of its row or its own. `None` if one of several
/// rows allows it, or if a page removes it.
fn violation<'n>(name: &'n str, request: &Request) -> Option<(Violation, &'n str)> {
    let settings = &*request.settings;
    if settings.table.retired_named(name).next().is_some() {
        return None;
    }
    let Some(row) = settings.rows(name).next() else {
        return Some((Violation::UndeclaredInRequest, name));
    };
    let consent = request.consent_untracked();
    let is_removed = settings.mode == Mode::Enforce && consent.removes(row.category());
    let is_allowed = || {
        settings
            .rows(name)
            .any(|row| consent.allows(row.category()))
    };
    if is_removed || is_allowed() {
        return None;
    }
    let category = row.category().name();
    Some((Violation::NotConsentedInRequest { category }, row.name()))
}
