//! The signals that included rows bring.

use crate::ast::{Brought, Category, GateOptionValue, Include, Part, Provider, Row, Table};
use crate::check::included::providers::provider_of;
use crate::errors::Errors;

/// The signals that rows of a category bring: those of its gate, and those that it has got itself.
///
/// If its table has no rows, `rowless` has the providers.
pub(super) fn signals(
    category: &Category,
    rows: &[Row],
    rowless: Option<&[Provider]>,
) -> impl Iterator<Item = Brought> {
    let providers = rowless.unwrap_or_default().iter().map(|it| &it.ident);
    let providers = providers.chain(rows.iter().filter_map(provider_of));
    let mut own = Brought {
        consent_mode: Vec::new(),
        signals: Vec::new(),
        providers: providers.cloned().collect(),
        is_rowless: rowless.is_some(),
    };
    for option in &category.options {
        match &option.value {
            GateOptionValue::ConsentMode(words) => own.consent_mode.extend_from_slice(words),
            GateOptionValue::Signals(words) => own.signals.extend_from_slice(words),
            _ => {}
        }
    }
    let is_left = |it: &Brought| {
        it.is_rowless
            || it.providers.is_empty()
            || it.providers.iter().any(|it| own.providers.contains(it))
    };
    let nested: Vec<_> = category
        .brought
        .iter()
        .filter(|it| is_left(it))
        .cloned()
        .collect();
    nested.into_iter().chain([own])
}

/// Gives the signals to categories, by their numbers in `table.parts`.
pub(super) fn bring(
    include: &Include,
    brought: Vec<(usize, Brought)>,
    table: &mut Table,
    errors: &mut Errors,
) {
    if let Some(place) = include.without_signals
        && brought.iter().all(|(_, signals)| signals.is_empty())
    {
        let message = format!("`{}` brings no signals", include.name);
        errors.push(place, message);
    }
    for (number, mut signals) in brought {
        if include.without_signals.is_some() {
            signals.consent_mode.clear();
            signals.signals.clear();
        }
        if let Part::Category(category) = &mut table.parts[number] {
            category.brought.push(signals);
        }
    }
}
