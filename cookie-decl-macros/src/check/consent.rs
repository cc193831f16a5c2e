//! Consent: what needs it, and what stores it (ePrivacy directive article 5(3), GDPR articles 4(11)
//! and 7).

use cookie_decl_core::browser::{LONGEST_AGE, Prefix};

use crate::errors::{Errors, line_of_first};
use crate::model::{Category, Declaration, Duration, SetBy, Table};
use crate::rules::Rule;
use crate::vocabulary::{Gate, Signal, Unit};

const DAY: u64 = 86_400;
/// Six and thirteen months of the calendar at their longest.
const SIX_MONTHS: u64 = 184 * DAY;
const THIRTEEN_MONTHS: u64 = 397 * DAY;

pub(super) fn check_declaration(
    declaration: &Declaration,
    category: &Category,
    errors: &mut Errors,
) {
    if category.gate == Gate::Exempt {
        exempt_third_party(declaration, errors);
        // The cookie that stores the consent has limits of its own.
        if !declaration.stores_consent() {
            exempt_too_long(declaration, errors);
        }
    }
    if declaration.stores_consent() {
        consent_row(declaration, category, errors);
    }
}

pub(super) fn check(table: &Table, errors: &mut Errors) {
    no_description(table, errors);
    empty_category(table, errors);
    one_consent_row(table, errors);
    advanced(table, errors);
    one_mode_of_matomo(table, errors);
    tied(table, errors);
}

/// C6
fn advanced(table: &Table, errors: &mut Errors) {
    let mut reported = None;
    for category in &table.categories {
        let Some(span) = category.advanced else {
            continue;
        };
        let is_told = |other: &Category| other.is_with(category) && other.has_signals();
        let is_first = reported.replace(&category.declared) != Some(&category.declared);
        if !is_first {
            continue;
        }
        if category.gate == Gate::Exempt {
            let message = "the tags of an exempt category never wait for an answer, so `advanced` would change nothing";
            errors.push_rule(Rule::AdvancedWithoutSignals, span, message);
        } else if !table.categories.iter().any(is_told) {
            let message = "nothing tells these tags about the visitor's choice: write `consent_mode(..)` or \
                           `signals(..)` beside `advanced`";
            errors.push_rule(Rule::AdvancedWithoutSignals, span, message);
        }
    }
}

/// C7
fn one_mode_of_matomo(table: &Table, errors: &mut Errors) {
    let signals = table.categories.iter().flat_map(|it| &it.signals);
    let find = |wanted| signals.clone().find(|(signal, _)| *signal == wanted);
    if let (Some((_, first)), Some((_, second))) =
        (find(Signal::Matomo), find(Signal::MatomoCookies))
    {
        let line = line_of_first(*first, *second);
        let message = format!(
            "Matomo waits for consent to everything (`matomo`) or to cookies alone (`matomo_cookies`): write one{line}"
        );
        errors.push_rule(Rule::MatomoTwice, *second, message);
    }
}

/// C1b
fn no_description(table: &Table, errors: &mut Errors) {
    for category in &table.categories {
        if category.gate == Gate::Exempt && category.description.is_empty() {
            let message = "no description: visitors want to know why this is stored without asking them; \
                           write it below the title, after an empty `///`";
            errors.warn(
                &category.allows,
                Rule::NoDescription,
                category.ident.span(),
                message,
            );
        }
    }
}

/// A category that asks visitors for consent to nothing.
fn empty_category(table: &Table, errors: &mut Errors) {
    // A row that was not understood may be in it.
    if errors.count() > 0 {
        return;
    }
    for (index, category) in table.categories.iter().enumerate() {
        if category.gate != Gate::Exempt
            && !table
                .declarations
                .iter()
                .any(|declaration| declaration.category == index)
        {
            let message = "this category has no row, so visitors would be asked about nothing";
            errors.warn(
                &category.allows,
                Rule::EmptyCategory,
                category.ident.span(),
                message,
            );
        }
    }
}

/// C4
fn one_consent_row(table: &Table, errors: &mut Errors) {
    let mut rows = table
        .declarations
        .iter()
        .filter(|declaration| declaration.stores_consent());
    let first = rows.next();
    if let Some(first) = first {
        if let Some(elsewhere) = &table.elsewhere {
            let line = line_of_first(elsewhere.span, first.name.span);
            let message = format!(
                "the table says that {} asks visitors, so this row would never be set: remove it, or `consent \
                 elsewhere`{line}",
                elsewhere.text
            );
            errors.push_rule(Rule::ConsentTwice, first.name.span, message);
        }
        for declaration in rows {
            let line = line_of_first(first.name.span, declaration.name.span);
            let message = format!("a table has one row of type `Consent`{line}");
            errors.push_rule(Rule::ConsentTwice, declaration.name.span, message);
        }
        return;
    }
    // A row that was not understood may be the one.
    if errors.count() > 0 || table.elsewhere.is_some() {
        return;
    }
    if let Some(category) = table
        .categories
        .iter()
        .find(|category| category.has_gate && category.gate == Gate::OptIn)
    {
        let message = "no row remembers the visitor's consent: add one to an `exempt` category, \
                       `PREFERENCES: Consent = \"cookie_preferences\" | 6 months;`; if another tool asks visitors, \
                       say so, `consent elsewhere \"OneTrust\";`";
        errors.warn(
            &category.allows,
            Rule::NoConsentRow,
            category.ident.span(),
            message,
        );
    }
}

/// C8
fn tied(table: &Table, errors: &mut Errors) {
    let Some(word) = table.tied else { return };
    let Some(row) = table.declarations.iter().find(|it| it.stores_consent()) else {
        // A row that was not understood may be the one.
        if errors.count() == 0 {
            let message = "`consent tied` needs a row that keeps the visitor's answer: add one to an `exempt` category, \
                           `PREFERENCES: Consent = \"__Host-cookie_preferences\" | 6 months;`";
            errors.push_rule(Rule::TiedConsentRow, word, message);
        }
        return;
    };
    let (name, prefix) = (&row.name, Prefix::of(&row.name.text));
    if !prefix.is_some_and(Prefix::is_host) {
        let bare = &name.text[prefix.map_or(0, |prefix| prefix.as_str().len())..];
        let message = format!(
            "another subdomain could set this cookie, which contains an identifier of the visitor (`consent tied`): name it \
             `__Host-{bare}`"
        );
        errors.push_rule(Rule::TiedConsentRow, name.span, message);
    }
}

/// C5
fn consent_row(declaration: &Declaration, category: &Category, errors: &mut Errors) {
    if category.has_gate && category.gate != Gate::Exempt {
        errors.push_rule(Rule::WrongConsentRow,
            declaration.name.span,
            "the row of type `Consent` is in an `exempt` category, because denying is remembered too",
        );
    }
    if !declaration.is_set_by_us() || declaration.name.pattern.is_some() {
        let message = "the row of type `Consent` is one cookie that the server sets: remove `set_by`, `storage` and holes";
        errors.push_rule(Rule::WrongConsentRow, declaration.name.span, message);
    }
    let Some(seconds) = longest(declaration).filter(|seconds| !refused(*seconds, declaration))
    else {
        return;
    };
    if seconds > THIRTEEN_MONTHS {
        errors.push_rule(
            Rule::WrongConsentRow,
            declaration.ranges.duration,
            "the consent is kept for at most 13 months; then the visitor is asked again",
        );
    } else if seconds > SIX_MONTHS {
        let message = "the French regulator recommends asking visitors again after six months";
        errors.warn(
            &declaration.allows,
            Rule::LongConsent,
            declaration.ranges.duration,
            message,
        );
    }
}

/// C2
fn exempt_third_party(declaration: &Declaration, errors: &mut Errors) {
    if matches!(declaration.set_by, SetBy::ThirdParty(_)) {
        let message = "a third party sets this without consent: is it strictly necessary for what the visitor asked for?";
        errors.warn(
            &declaration.allows,
            Rule::ExemptThirdParty,
            declaration.ranges.set_by,
            message,
        );
    }
}

/// C2
fn exempt_too_long(declaration: &Declaration, errors: &mut Errors) {
    // For the server's cookies, M4 has reported it.
    if matches!(declaration.duration, Duration::Unknown(_)) && !declaration.is_set_by_us() {
        let message =
            "nobody says how long this is kept without consent: is that strictly necessary?";
        errors.warn(
            &declaration.allows,
            Rule::ExemptTooLong,
            declaration.ranges.duration,
            message,
        );
    }
    // Most of the page's own storage is `persistent`, because it knows no other duration.
    if longest(declaration)
        .is_some_and(|seconds| seconds > THIRTEEN_MONTHS && !refused(seconds, declaration))
    {
        let message =
            "this is kept for over 13 months without consent: is that strictly necessary?";
        errors.warn(
            &declaration.allows,
            Rule::ExemptTooLong,
            declaration.ranges.duration,
            message,
        );
    }
}

/// Whether M1 has reported this as too long.
fn refused(seconds: u64, declaration: &Declaration) -> bool {
    seconds > LONGEST_AGE && declaration.is_set_by_us()
}

/// The longest time in seconds that it may be kept.
fn longest(declaration: &Declaration) -> Option<u64> {
    let seconds = |(count, unit): (u32, Unit)| u64::from(count) * unit.seconds().0;
    match &declaration.duration {
        Duration::Terms(terms, _) => terms.iter().filter_map(|term| term.time).map(seconds).max(),
        Duration::RunTime(_, max, _) => max.time.map(seconds),
        Duration::Persistent(_) | Duration::Unknown(_) | Duration::Unstated => None,
    }
}
