//! `opt_in(by provider)`: a category of the table becomes one for each provider of its rows, so that
//! consent, gates and proofs are as typed for a provider as for a category.

use proc_macro2::{Ident, Span};
use quote::format_ident;
use syn::ext::IdentExt as _;

use crate::ast::{self, GateOptionValue};
use crate::check::{fingerprint, gate};
use crate::errors::{Errors, line_of_first};
use crate::model::{Category, Declaration, Provider, Table};
use crate::vocabulary::{self, Gate};

/// Whether visitors choose for each provider.
pub(super) fn is_by_provider(category: &ast::Category, errors: &mut Errors) -> bool {
    let Some(option) = gate::by_provider(category) else {
        return false;
    };
    let is_exempt = category.gate == Some(Gate::Exempt);
    if is_exempt {
        let message =
            "visitors do not choose in an exempt category, so there is no choice for each provider";
        errors.push(option.span, message);
    }
    !is_exempt
}

/// Splits a category by the providers of its rows, in their order. The first gets the number of the
/// category.
pub(super) fn split(
    category: Category,
    written: &ast::Category,
    declarations: &mut [Declaration],
    providers: &[Provider],
    errors: &mut Errors,
) -> Vec<Category> {
    let mut found: Vec<usize> = Vec::new();
    for declaration in declarations {
        let Some(provider) = declaration.provider else {
            continue;
        };
        let known = found.iter().position(|other| *other == provider);
        declaration.category += known.unwrap_or(found.len());
        if known.is_none() {
            found.push(provider);
        }
    }
    let also = also(&written.options, &found, providers, errors);
    if found.is_empty() {
        return vec![category];
    }
    let mut of = |provider: usize| {
        let (declared, ident) = (&category.ident, providers[provider].ident.unraw());
        let also = also.iter().filter(|(of, ..)| *of == provider);
        let mut part = Category {
            ident: format_ident!("{}{ident}", declared.unraw(), span = declared.span()),
            of_provider: Some(provider),
            also: category
                .also
                .iter()
                .copied()
                .chain(also.map(|(_, hash, span)| (*hash, *span)))
                .collect(),
            ..category.clone()
        };
        let is_its = |it: &&ast::Brought| it.providers.contains(&providers[provider].ident);
        gate::bring(written.brought.iter().filter(is_its), &mut part, errors);
        part
    };
    found.into_iter().map(&mut of).collect()
}

/// The fingerprints of earlier states that are about one provider.
fn also(
    options: &[ast::GateOption],
    found: &[usize],
    providers: &[Provider],
    errors: &mut Errors,
) -> Vec<(usize, u64, Span)> {
    let mut also = Vec::new();
    for option in options {
        let GateOptionValue::Also(Some(ident), fingerprints) = &option.value else {
            continue;
        };
        let number = found
            .iter()
            .find(|number| providers[**number].ident == *ident);
        match number {
            Some(number) => also.extend(
                fingerprint::earlier(fingerprints, errors)
                    .into_iter()
                    .map(|(hash, span)| (*number, hash, span)),
            ),
            None => unknown(ident, found, providers, errors),
        }
    }
    also
}

fn unknown(ident: &Ident, found: &[usize], providers: &[Provider], errors: &mut Errors) {
    let idents = found.iter().map(|number| &providers[*number].ident);
    let names: Vec<_> = idents.map(Ident::to_string).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let message = vocabulary::unknown("provider of these rows", &ident.to_string(), &names);
    errors.push(ident.span(), message);
}

/// Reports a category whose identifier another has.
pub(super) fn is_taken(category: &Category, table: &Table, errors: &mut Errors) -> bool {
    let others = table.categories.iter();
    let Some(first) = others
        .into_iter()
        .find(|other| other.ident == category.ident)
    else {
        return false;
    };
    let [this, other] = [category, first].map(|category| match category.of_provider {
        Some(number) => format!(
            "the choice for `{}` in `{}`",
            table.providers[number].ident, category.declared
        ),
        None => format!("the category `{}`", category.ident),
    });
    let line = line_of_first(first.ident.span(), category.ident.span());
    let message = format!(
        "{this} and {other} would both be `{}`: choose another identifier{line}",
        category.ident
    );
    errors.push(category.ident.span(), message);
    true
}

/// The number of the choice that a listed row is about.
pub(super) fn choice_of(place: usize, row: &Declaration, table: &Table) -> Option<usize> {
    let here = &table.categories[place];
    if here.of_provider.is_none() {
        return Some(place);
    }
    let is_it =
        |category: &Category| category.is_with(here) && category.of_provider == row.provider;
    table.categories.iter().position(is_it)
}
