//! What an editor reads and a compiler never sees: each word of the table, at its place, as a path to what it means.
//!
//! rust-analyzer sets `cfg(rust_analyzer)` in every crate that it reads, and the library calls another macro then. The
//! same `cfg` in the expansion would warn in the user's crate, and the name of the running program is an accident.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};

use crate::model::Table;
use crate::vocabulary::List;

/// The lists, by the module of the library that explains their words. Those of `Provider` are of the table.
pub(crate) const LISTS: [(List, &str); 16] = [
    (List::Attribute, "attribute"),
    (List::Basis, "basis"),
    (List::Column, "column"),
    (List::Duration, "duration"),
    (List::Gate, "gate"),
    (List::GateOption, "gate_option"),
    (List::Item, "item"),
    (List::Line, "line"),
    (List::Provider, "Provider"),
    (List::ProviderKey, "provider_key"),
    (List::SameSite, "same_site"),
    (List::SetBy, "set_by"),
    (List::Signal, "signal"),
    (List::Storage, "storage"),
    (List::Unit, "unit"),
    (List::Wording, "wording"),
];

/// Uses every word. It comes before everything else.
///
/// For completion, an editor expands the table as it is and with one more word in it, and resolves that word by what it
/// finds as far from the start in the other expansion. So words that are in no list come first, list by list, with a
/// word that is nowhere after each list: whatever else the additional word changes comes later.
pub(crate) fn words(words: &[(List, Ident)], table: &Table, krate: &Ident) -> TokenStream {
    let is_known = |list: List, word: &Ident| {
        let mut providers = table.providers.iter();
        list.has(&word.to_string())
            || list == List::Provider && providers.any(|provider| provider.ident == *word)
    };
    let (mut unknown, mut known) = (TokenStream::new(), TokenStream::new());
    for (list, name) in LISTS {
        let name = Ident::new(name, Span::call_site());
        let module = if list == List::Provider {
            quote!(#name)
        } else {
            quote!(#krate::__private::words::#name)
        };
        for (_, word) in words.iter().filter(|(other, _)| *other == list) {
            let paths = if is_known(list, word) {
                &mut known
            } else {
                &mut unknown
            };
            paths.extend(quote!(let _ = #module::#word;));
        }
        unknown.extend(quote!(let _ = #module::__;));
    }
    let root = || Ident::new("crate", table.span_of(table.keyword)).into_token_stream();
    let path = table.path.clone().unwrap_or_else(root);
    quote!(const _: () = { #unknown use #path as _; #known };)
}

/// A constant for the value of `POLICY`, and its name: an editor shows the value of a static.
pub(super) fn value_of_its_own(
    ty: &TokenStream,
    value: &TokenStream,
    span: Span,
) -> (Option<TokenStream>, TokenStream) {
    let name = Ident::new("__POLICY", span);
    let constant = quote_spanned!(span=> const #name: #ty = #value;);
    (Some(constant), name.into_token_stream())
}
