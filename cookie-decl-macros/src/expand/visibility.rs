//! The visibility of the table: for items beside `POLICY`, and for items one module deeper.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

use crate::ast::Visibility;

/// The visibility with the span of an item: there, and not at the whole table, rustc complains
/// about a private type.
pub(super) fn visibility(visibility: &Visibility, span: Span) -> TokenStream {
    match visibility {
        Visibility::Private => TokenStream::new(),
        Visibility::Public(_) => quote_spanned!(span=> pub),
        Visibility::Restricted(_, path) => {
            let path = respan(path, span);
            quote_spanned!(span=> pub(#path))
        }
    }
}

/// The same visibility as written one module deeper.
pub(super) fn deeper(visibility: &Visibility, span: Span) -> TokenStream {
    let path = match visibility {
        Visibility::Public(_) => return quote_spanned!(span=> pub),
        Visibility::Private => return quote_spanned!(span=> pub(super)),
        Visibility::Restricted(_, path) => path.clone(),
    };
    let mut words = path.clone().into_iter();
    let first = words.next().map(|word| word.to_string());
    let second = words.next().map(|word| word.to_string());
    match (first.as_deref(), second.as_deref()) {
        (Some("self"), None) => quote_spanned!(span=> pub(super)),
        (Some("super"), None) => quote_spanned!(span=> pub(in super::super)),
        (Some("in"), Some("super")) => {
            let rest: TokenStream = path.into_iter().skip(1).collect();
            quote!(pub(in super::#rest))
        }
        (Some("in"), Some("self")) => {
            let rest: TokenStream = path.into_iter().skip(2).collect();
            quote!(pub(in super #rest))
        }
        _ => quote_spanned!(span=> pub(#path)),
    }
}

/// The same visibility, but at most `pub(crate)`.
pub(super) fn in_crate(of: &Visibility, span: Span) -> TokenStream {
    match of {
        Visibility::Public(_) => quote_spanned!(span=> pub(crate)),
        other => visibility(other, span),
    }
}

fn respan(tokens: &TokenStream, span: Span) -> TokenStream {
    let respan = |mut tree: TokenTree| {
        tree.set_span(tree.span().located_at(span));
        tree
    };
    tokens.clone().into_iter().map(respan).collect()
}
