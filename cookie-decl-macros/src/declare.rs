//! The stages one after the other.

use proc_macro2::{Ident, TokenStream};

use crate::check::check;
use crate::errors::Errors;
use crate::expand::expand;
use crate::parse::parse;

/// The table's code, behind all that is wrong with it.
pub(crate) fn declare(table: TokenStream, krate: &Ident) -> TokenStream {
    let mut errors = Errors::default();
    let table = parse(table, &mut errors);
    let policy = check(table, &mut errors);
    let mut out = errors.report(krate);
    out.extend(expand(&policy, krate));
    out
}
