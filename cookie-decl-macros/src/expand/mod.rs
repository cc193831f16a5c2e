//! [`Table`] to Rust. Nothing can be wrong here: `check` has found whatever could be.
//!
//! Every name of the library is reached through `$crate`, so that a table works under a renamed
//! dependency, with shadowed names and without a prelude. What is generated for an item of the
//! table has that item's span.

mod constants;
mod cookie;
mod declarations;
mod docs;
pub(crate) mod editor;
mod enums;
pub(crate) mod export;
mod hidden;
mod lookup;
mod table;
mod tokens;
mod visibility;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

pub(crate) use self::hidden::files;

use crate::errors::located;
use crate::model::{Reader, Table};

/// Writes the code of a table.
pub(crate) fn expand(table: &Table, krate: &Ident) -> TokenStream {
    let krate = &located(krate, table.span_of(table.keyword));
    let policy = table::policy(table, krate);
    let categories = enums::categories(table, krate);
    let providers = enums::providers(table, krate);
    let consent = enums::consent(table, krate);
    let constants = constants::constants(table, krate);
    let cookie = cookie::cookie(table, krate);
    let hidden = (table.reader == Reader::Compiler).then(|| hidden::hidden(table, krate));
    let proofs = enums::proofs(table, krate);
    quote! { #hidden #policy #categories #providers #consent #proofs #constants #cookie }
}
