//! The stages, one after the other.

use proc_macro2::{Ident, TokenStream};

use crate::check::check;
use crate::errors::Errors;
use crate::expand::{editor, expand};
use crate::model::Reader;
use crate::parse::parse;

/// Expands a table: its errors and warnings, then the code of everything that was understood.
pub(crate) fn declare(table: TokenStream, krate: &Ident) -> TokenStream {
    let mut errors = Errors::default();
    let table = parse(table, &mut errors);
    let table = check(table, &mut errors);
    let mut out = errors.report(krate);
    out.extend(expand(&table, krate));
    out
}

/// Expands a table for an editor: what its words mean, then the same.
pub(crate) fn declare_in_editor(table: TokenStream, krate: &Ident) -> TokenStream {
    // With unbalanced quotes, which it reports itself, an editor passes no tokens.
    if table.is_empty() {
        return table;
    }
    let mut errors = Errors::default();
    let table = parse(table, &mut errors);
    let mut table = check(table, &mut errors);
    table.reader = Reader::Editor;
    let mut out = editor::words(errors.words(), &table, krate);
    out.extend(errors.report(krate));
    out.extend(expand(&table, krate));
    out
}
