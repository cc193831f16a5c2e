//! The stages, one after the other.

use proc_macro2::{Ident, TokenStream};

use crate::check::check;
use crate::errors::Errors;
use crate::expand::expand;
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
