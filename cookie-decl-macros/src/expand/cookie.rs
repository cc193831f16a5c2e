//! `cookie!("name")`: the typed constant by its wire name.

use std::collections::HashMap;

use proc_macro2::{Ident, Punct, Spacing, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};

use super::visibility::in_crate;
use crate::model::{Policy, Visibility};

/// The macro, with an arm for every name that has one constant, and a last one that explains what is wrong.
pub(super) fn cookie(policy: &Policy, krate: &Ident) -> TokenStream {
    if !has_constants(policy) {
        return TokenStream::new();
    }
    let span = policy.span();
    let mut uses: HashMap<&str, usize> = HashMap::new();
    // All of a domain have no name that could be asked for.
    let rows = || policy.rows.iter().filter(|row| !row.name.any);
    for row in rows() {
        *uses.entry(&row.name.text).or_default() += 1;
    }
    let module = module(policy);
    let arms: TokenStream = rows()
        .filter(|row| uses[row.name.text.as_str()] == 1)
        .filter_map(|row| {
            let (name, ident) = (&row.name.text, &row.constant.as_ref()?.ident);
            Some(quote!((#name) => { #module #ident };))
        })
        .collect();
    let names = rows().map(|row| {
        let ident = row.constant.as_ref().map(|constant| &constant.ident);
        let name = &row.name.text;
        quote!(#name #ident,)
    });
    let mangled = mangled(policy);
    let dollar = Punct::new('$', Spacing::Alone);
    let exported = is_exported(policy);
    let probe = (!exported).then(|| quote!((@used) => {};));
    let export = exported.then(|| quote!(#[macro_export] #[doc(hidden)]));
    let docs = "The constant of a declared cookie by its name, `cookie!(\"name\")`. A name that is not declared does not compile.";
    let reexport = if exported {
        quote_spanned!(span=> #[doc = #docs] #[doc(inline)] pub use #mangled as cookie;)
    } else {
        let vis = in_crate(&policy.visibility, span);
        quote_spanned!(span=> #vis use #mangled as cookie;)
    };
    quote! {
        #export
        macro_rules! #mangled {
            #arms
            #probe
            (#dollar(#dollar typed:tt)+) => {
                #krate::__private::undeclared! { [#krate] [#module] [#(#names)*] #dollar(#dollar typed)+ }
            };
        }
        #reexport
    }
}

/// One use of the macro, so that no lint sees it unused. It names no constant: the path to them leads through `in`,
/// which may be wrong, and that is one error, not two.
pub(super) fn one_use(policy: &Policy) -> Option<TokenStream> {
    (has_constants(policy) && !is_exported(policy)).then(|| quote!(cookie!(@used);))
}

fn has_constants(policy: &Policy) -> bool {
    policy.rows.iter().any(|row| row.constant.is_some())
}

/// Only what can be seen and reached from another crate is exported to it.
fn is_exported(policy: &Policy) -> bool {
    matches!(policy.visibility, Visibility::Public(_)) && policy.path.is_some()
}

/// What leads to a constant from where `cookie!` is used: the table's own path, or nothing, when it has to be in scope.
fn module(policy: &Policy) -> TokenStream {
    let Some(path) = &policy.path else { return TokenStream::new() };
    let mut trees = path.clone().into_iter();
    let first = trees.next();
    let rest: TokenStream = trees.collect();
    if first.as_ref().is_some_and(|first| first.to_string() == "$crate") {
        return quote!(#first #rest::);
    }
    // `$crate` with the span of the table: through the wrapper macro, any other would mean cookie-decl itself.
    let dollar = Punct::new('$', Spacing::Alone);
    let krate = Ident::new("crate", policy.keyword);
    quote!(#dollar #krate #rest::)
}

/// A name that no other table of the crate has: its path is its own.
fn mangled(policy: &Policy) -> Ident {
    let path = policy.path.as_ref().map_or_else(|| "scope".to_owned(), ToString::to_string);
    let words: Vec<_> =
        path.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).collect();
    let mut ident = format_ident!("__cookie_of_{}", words.join("_"));
    ident.set_span(Span::call_site().located_at(policy.keyword));
    ident
}
