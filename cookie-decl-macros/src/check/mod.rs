//! [`ast::Table`](Table) to [`model::Policy`](Policy): the rules of the standard, one function a rule, its id in the
//! message. A row with a mistake stays in the model with a harmless value in its place, so that the rest of the table
//! is emitted beside the errors.

mod addresses;
mod attributes;
mod clashes;
mod consent;
mod durations;
mod names;
mod prefixes;
mod quantities;
mod row;
mod table;
mod texts;
mod translations;

pub(crate) use names::stands_for;

#[cfg(test)]
mod tests;

use crate::ast::Table;
use crate::errors::{Errors, Place};
use crate::model::Policy;
use crate::rules::Rule;

/// Where browsers' behaviour is written down: one place for the draft's number.
pub(crate) const RFC6265BIS: &str = "draft-ietf-httpbis-rfc6265bis-22";

/// Resolves and checks a table; the only way to a [`Policy`].
pub(crate) fn check(table: Table, errors: &mut Errors) -> Policy {
    texts::check(&table, errors);
    let mut policy = table::resolve(table, errors);
    for row in policy.rows.iter().filter(|row| !row.broken) {
        names::check(row, errors);
        prefixes::check(row, errors);
        attributes::check(row, policy.site.as_deref(), errors);
        durations::check(row, errors);
        consent::check_row(row, &policy.categories[row.category], errors);
    }
    for retired in &policy.retired {
        // What browsers refuse to set, they refuse to remove.
        names::check(retired, errors);
        prefixes::check(retired, errors);
        attributes::check(retired, policy.site.as_deref(), errors);
    }
    durations::check_translated(&policy, errors);
    clashes::check(&mut policy, errors);
    consent::check(&policy, errors);
    // What was not understood would be missing among the texts.
    if errors.count() == 0 {
        translations::check(&policy, errors);
    }
    policy
}

/// A warning, unless the row or its category silences it.
fn warn(
    errors: &mut Errors,
    allows: &[Rule],
    rule: Rule,
    place: impl Into<Place>,
    message: impl Into<String>,
) {
    if !allows.contains(&rule) {
        errors.warn(rule, place, message);
    }
}
