//! Consent: what needs it, what remembers it (ePrivacy directive article 5(3), GDPR articles 4(11) and 7).

use cookie_decl_core::browser::LONGEST_AGE;

use super::warn;
use crate::errors::Errors;
use crate::keys::{Gate, Unit};
use crate::model::{Category, Duration, Policy, Row, SetBy, Storage};
use crate::rules::Rule;

const DAY: u64 = 86_400;
/// The longest six months and thirteen months of a calendar.
const SIX_MONTHS: u64 = 184 * DAY;
const THIRTEEN_MONTHS: u64 = 397 * DAY;

pub(super) fn check_row(row: &Row, category: &Category, errors: &mut Errors) {
    if category.gate == Gate::Exempt {
        exempt_third_party(row, errors);
        // The visitor's answer has limits of its own.
        if !is_consent(row) {
            exempt_too_long(row, errors);
        }
    }
    if is_consent(row) {
        consent_row(row, category, errors);
    }
}

fn is_consent(row: &Row) -> bool {
    row.constant
        .as_ref()
        .is_some_and(|constant| constant.consent)
}

pub(super) fn check(policy: &Policy, errors: &mut Errors) {
    no_description(policy, errors);
    empty_category(policy, errors);
    one_consent_row(policy, errors);
}

/// C1b
fn no_description(policy: &Policy, errors: &mut Errors) {
    for category in &policy.categories {
        if category.gate == Gate::Exempt && category.description.is_empty() {
            let message = "no description: every visitor asks why this is stored without asking; \
                           write it below the title, behind an empty `///`";
            warn(
                errors,
                &category.allows,
                Rule::NoDescription,
                category.ident.span(),
                message,
            );
        }
    }
}

/// What needs an answer, and holds nothing that the answer could be about.
fn empty_category(policy: &Policy, errors: &mut Errors) {
    // What was not understood may be a row.
    if errors.count() > 0 {
        return;
    }
    for (index, category) in policy.categories.iter().enumerate() {
        if category.gate != Gate::Exempt && !policy.rows.iter().any(|row| row.category == index) {
            let message = "no row: visitors would be asked about nothing";
            warn(
                errors,
                &category.allows,
                Rule::EmptyCategory,
                category.ident.span(),
                message,
            );
        }
    }
}

/// C4
fn one_consent_row(policy: &Policy, errors: &mut Errors) {
    let mut rows = policy.rows.iter().filter(|row| is_consent(row));
    let first = rows.next();
    if let Some(first) = first {
        for row in rows {
            errors.push(
                row.name.span,
                "a second row of type `Consent`: the answer is kept in one place [C4]",
            );
            errors.push(first.name.span, "first declared here");
        }
        return;
    }
    // What was not understood may be the row.
    if errors.count() > 0 {
        return;
    }
    if let Some(category) = policy
        .categories
        .iter()
        .find(|category| category.has_gate && category.gate == Gate::OptIn)
    {
        let message = "nothing could remember the visitor's answer: an exempt row of type `Consent` does, \
                       `PREFERENCES: Consent = \"cookie_preferences\"`";
        warn(
            errors,
            &category.allows,
            Rule::NoConsentRow,
            category.ident.span(),
            message,
        );
    }
}

/// C5
fn consent_row(row: &Row, category: &Category, errors: &mut Errors) {
    if category.has_gate && category.gate != Gate::Exempt {
        errors.push(
            row.name.span,
            "the visitor's answer is kept in an `exempt` category: a refusal is an answer, too [C5]",
        );
    }
    if !row.is_set_by_us() || row.name.pattern.is_some() {
        let message = "the visitor's answer is one cookie that the server sets: no `set_by`, no `storage`, no hole [C5]";
        errors.push(row.name.span, message);
    }
    let Some(seconds) = longest(row).filter(|seconds| !refused(*seconds, row)) else {
        return;
    };
    if seconds > THIRTEEN_MONTHS {
        errors.push(
            row.places.duration,
            "an answer is kept for 13 months at most, then the visitor is asked again [C5]",
        );
    } else if seconds > SIX_MONTHS {
        let message = "the French regulator advises to ask again after six months";
        warn(
            errors,
            &row.allows,
            Rule::LongConsent,
            row.places.duration,
            message,
        );
    }
}

/// C2
fn exempt_third_party(row: &Row, errors: &mut Errors) {
    if matches!(row.set_by, SetBy::ThirdParty(_)) {
        let message = "set by a third party without consent: is it strictly necessary for what the visitor asked for?";
        warn(
            errors,
            &row.allows,
            Rule::ExemptThirdParty,
            row.places.set_by,
            message,
        );
    }
}

/// C2
fn exempt_too_long(row: &Row, errors: &mut Errors) {
    // What is kept for good though it cannot be, M3 has said.
    let persistent = matches!(row.duration, Duration::Persistent(_))
        && !matches!(row.storage, Storage::Cookie | Storage::SessionStorage);
    if persistent
        || longest(row).is_some_and(|seconds| seconds > THIRTEEN_MONTHS && !refused(seconds, row))
    {
        let message = "kept for over 13 months without consent: is that strictly necessary?";
        warn(
            errors,
            &row.allows,
            Rule::ExemptTooLong,
            row.places.duration,
            message,
        );
    }
}

/// Whether M1 has said already that this is too long.
fn refused(seconds: u64, row: &Row) -> bool {
    seconds > LONGEST_AGE && row.is_set_by_us()
}

/// The longest time in seconds that a row may be kept.
fn longest(row: &Row) -> Option<u64> {
    let seconds = |(count, unit): (u32, Unit)| u64::from(count) * unit.seconds().0;
    match &row.duration {
        Duration::Terms(terms, _) => terms.iter().filter_map(|term| term.time).map(seconds).max(),
        Duration::RunTime(_, max, _) => max.time.map(seconds),
        Duration::Persistent(_) | Duration::Unstated => None,
    }
}
