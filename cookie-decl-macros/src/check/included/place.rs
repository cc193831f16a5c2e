//! Where included rows go: to which category, whether it asks enough, and what its answer proves.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ast::{Category, Include, Part, Placed, Proof, Row, Table};
use crate::check::listed::strictness;
use crate::errors::Errors;
use crate::vocabulary::{self, Gate};

/// Puts rows where an `include` is, after those of the includes `before` it.
pub(super) fn insert(
    category: &mut Category,
    placed: &Placed,
    before: usize,
    rows: Vec<Row>,
) -> usize {
    let (count, at) = (rows.len(), placed.rows + before);
    category.rows.splice(at..at, rows);
    for (number, _) in &mut category.breaks[placed.breaks..] {
        *number += count;
    }
    count
}

/// The number of the category that takes the rows of a library's category.
pub(super) fn target(
    include: &Include,
    theirs: &Category,
    table: &Table,
    errors: &mut Errors,
) -> Option<usize> {
    let mapped = include
        .categories
        .iter()
        .find(|(library, _)| *library == theirs.ident);
    let Some(wanted) = mapped.map(|(_, ours)| ours).or(include.category.as_ref()) else {
        // Without any, the parser has reported it.
        if theirs.rows.is_empty() || include.categories.is_empty() {
            return None;
        }
        let ident = &theirs.ident;
        let message =
            format!("say which category takes the rows of `{ident}`: `{ident} in Necessary;`");
        errors.push(include.name.span(), message);
        return None;
    };
    let found = table
        .parts
        .iter()
        .position(|part| matches!(part, Part::Category(category) if category.ident == *wanted));
    if found.is_none() {
        let ours = table.parts.iter().filter_map(|part| match part {
            Part::Category(category) => Some(category.ident.to_string()),
            Part::Section(_) | Part::About(_) => None,
        });
        let ours: Vec<_> = ours.collect();
        let ours: Vec<_> = ours.iter().map(String::as_str).collect();
        let message = vocabulary::unknown("category", &wanted.to_string(), &ours);
        errors.push(wanted.span(), message);
    }
    found
}

/// A category that a library asks visitors about is not stored without asking them.
pub(super) fn stricter(
    include: &Include,
    theirs: &Category,
    ours: &Category,
    rows: &[Row],
    errors: &mut Errors,
) {
    let (Some(gate), Some(our_gate)) = (theirs.gate, ours.gate) else {
        return;
    };
    if rows.is_empty() || strictness(our_gate) >= strictness(gate) {
        return;
    }
    let names = rows.iter().flat_map(|row| &row.names);
    let names: Vec<_> = names
        .filter_map(|name| name.text.as_deref())
        .map(|name| format!("`{name}`"))
        .collect();
    let message = format!(
        "the category `{}` of the library is `{}`, and `{}` is only `{}`: {}",
        theirs.ident,
        gate.word(),
        ours.ident,
        our_gate.word(),
        names.join(", ")
    );
    errors.push(include.name.span(), message);
}

/// The visitor's answer to our category is also an answer to the library's category, and to those
/// that it proves.
pub(super) fn prove(
    module: &TokenStream,
    theirs: &Category,
    ours: &Category,
    nested: &[Proof],
    proofs: &mut Vec<Proof>,
) {
    let is_asked = |category: &Category| category.gate.is_some_and(|gate| gate != Gate::Exempt);
    if !is_asked(theirs) || !is_asked(ours) {
        return;
    }
    let category = &theirs.ident;
    let nested = nested.iter().filter(|proof| proof.category == *category);
    let libraries = nested.map(|proof| proof.library.clone());
    let own = quote!(#module::category::#category);
    proofs.extend(libraries.chain([own]).map(|library| Proof {
        library,
        category: ours.ident.clone(),
    }));
}
