//! Tokens that several parts of the expansion write.

use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{format_ident, quote, quote_spanned};

use crate::ast::{Config, Expr};
use crate::vocabulary::Gate;

pub(super) fn mark(mark: char, spacing: Spacing) -> TokenTree {
    Punct::new(mark, spacing).into()
}

pub(super) fn group(delimiter: Delimiter, trees: Vec<TokenTree>) -> TokenTree {
    Group::new(delimiter, trees.into_iter().collect()).into()
}

/// An `Option` of a text.
pub(super) fn option(text: Option<&String>) -> TokenStream {
    match text {
        Some(text) => quote!(__c::Some(#text)),
        None => quote!(__c::None),
    }
}

/// A number that fits: `check` limits what is counted.
pub(super) fn small(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

/// The gate's name, as a value and as a type.
pub(super) fn gate(gate: Gate) -> Ident {
    format_ident!("{gate:?}")
}

/// A type and its value; wrapped in `Configured` if the table has a configuration.
pub(super) fn configured(
    config: Option<&Config>,
    krate: &Ident,
    ty: &TokenStream,
    value: TokenStream,
) -> (TokenStream, TokenStream) {
    match config {
        Some(Config { ty: config, .. }) => (
            quote!(#krate::Configured<#config, #ty>),
            quote!(#krate::Configured::new(#value)),
        ),
        None => (ty.clone(), value),
    }
}

/// A function for `{ expr }` that converts its value.
pub(super) fn run_time(
    expr: &Expr,
    config: Option<&Config>,
    convert: impl FnOnce(TokenStream, Span) -> TokenStream,
) -> TokenStream {
    let tokens = &expr.tokens;
    // rustc shows a wrong type at the braces. As generated code, no lint calls them superfluous.
    let span = Span::mixed_site().located_at(expr.span);
    let value = convert(quote_spanned!(span=> { #tokens }), span);
    match config {
        Some(Config { name, ty }) => quote! {
            |__config: __c::Config<'_>| {
                let #name: &#ty = __config.get();
                let _ = #name;
                #value
            }
        },
        None => quote!(|_: __c::Config<'_>| #value),
    }
}
