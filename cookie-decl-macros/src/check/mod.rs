//! From [`ast::Table`] to [`model::Table`]: the rules, one function each.
//!
//! A row with a mistake stays in the model with harmless values, so that the rest of the table
//! expands beside the errors.

mod addresses;
mod attributes;
mod by_provider;
mod clashes;
mod consent;
pub(crate) mod durations;
pub(crate) mod fingerprint;
mod gate;
pub(crate) mod holes;
pub(crate) mod included;
mod items;
mod listed;
mod markup;
mod names;
mod prefixes;
mod quantities;
mod retired;
mod row;
mod texts;
pub(crate) mod translations;
mod wording;

#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;

use self::names::Subject;
use crate::ast;
use crate::errors::Errors;
use crate::model;
use crate::model::Storage;

/// Resolves and checks a table: the only way to a [`model::Table`].
///
/// `exported` has the tables that it includes, in the order of [`included::includes`].
pub(crate) fn check(
    mut table: ast::Table,
    exported: Vec<TokenStream>,
    errors: &mut Errors,
) -> model::Table {
    for hole in &table.holes {
        let message = "`hole` belongs in a table that is only exported: `export_cookies!`";
        errors.push(hole.name.span(), message);
    }
    included::join(&mut table, exported, errors);
    texts::check(&table, errors);
    markup::check(&mut table, errors);
    let mut table = items::resolve(table, errors);
    let site = table.site.as_deref();
    for declaration in table
        .declarations
        .iter()
        .filter(|declaration| !declaration.broken)
    {
        errors.row(Some(&declaration.name.text));
        if declaration.name.any {
            names::check_any(declaration, errors);
        } else {
            names::check(&Subject::declared(declaration), errors);
        }
        if let (Some(attributes), Storage::Cookie) = (&declaration.attributes, &declaration.storage)
        {
            let range = declaration.ranges.attributes;
            prefixes::check(&declaration.name, attributes, range, errors);
        }
        attributes::check(declaration, site, errors);
        durations::check(declaration, errors);
        let category = &table.categories[declaration.category];
        consent::check_declaration(declaration, category, errors);
    }
    errors.row(None);
    for retired in &table.retired {
        retired::check(retired, site, errors);
    }
    durations::check_translated(&table, errors);
    clashes::check(&mut table, errors);
    fingerprint::compute(&mut table, errors);
    consent::check(&table, errors);
    translations::unmark(&mut table, errors);
    // A text that was not understood would count as missing, and hide what an `#[allow(..)]` is for.
    if errors.count() == 0 {
        translations::check(&table, errors);
        unused_allows(&table, errors);
    }
    table
}

/// X2
fn unused_allows(table: &model::Table, errors: &mut Errors) {
    errors.unused_allows(&table.allows);
    for category in &table.categories {
        errors.unused_allows(&category.allows);
    }
    for declaration in &table.declarations {
        errors.unused_allows(&declaration.allows);
    }
    for retired in &table.retired {
        errors.unused_allows(&retired.allows);
    }
    for translation in &table.translations {
        errors.unused_allows(&translation.allows);
    }
}
