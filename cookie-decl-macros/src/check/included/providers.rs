//! The providers of included rows.

use proc_macro2::Ident;

use crate::ast::{Cells, Content, Include, Provider, Row, Table};
use crate::errors::Errors;
use crate::vocabulary::ProviderKey;

/// The provider that a row names.
pub(super) fn provider_of(row: &Row) -> Option<&Ident> {
    [&row.cells, &row.group].into_iter().find_map(provider_in)
}

pub(super) fn provider_in(cells: &Cells) -> Option<&Ident> {
    match &cells.provider.as_ref()?.content {
        Content::Value(provider) => Some(provider),
        _ => None,
    }
}

/// Adds a provider. A provider that this table declares itself does not change. Of others, the
/// facts are united.
pub(super) fn add_provider(
    theirs: Provider,
    include: &Include,
    own_providers: usize,
    table: &mut Table,
    errors: &mut Errors,
) {
    let mut known = table.providers.iter_mut().enumerate();
    let Some((number, ours)) = known.find(|(_, ours)| ours.ident == theirs.ident) else {
        table.providers.push(theirs);
        return;
    };
    if number < own_providers {
        return;
    }
    if ours.title.text != theirs.title.text {
        let (ident, ours, theirs) = (&theirs.ident, &ours.title.text, &theirs.title.text);
        let message = format!(
            "the provider `{ident}` is {theirs:?} here, and {ours:?} in a table above: declare \
             `provider {ident} = \"..\";` in this table, and both mean that"
        );
        errors.push(include.name.span(), message);
        return;
    }
    for (key, span, text) in theirs.keys {
        let is_known = ours.keys.iter().any(|(other, _, known)| {
            let same_text = known.as_ref().map(|it| &it.text) == text.as_ref().map(|it| &it.text);
            *other == key && (key != ProviderKey::Domain || same_text)
        });
        if !is_known {
            ours.keys.push((key, span, text));
        }
    }
}
