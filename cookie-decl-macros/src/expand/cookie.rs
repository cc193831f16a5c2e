//! `cookie!("name")`: the typed constant by its wire name.

use proc_macro2::{Delimiter, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{format_ident, quote, quote_spanned};

use super::visibility::in_crate;
use super::{group, mark};
use crate::map::Map;
use crate::model::{Constant, Policy, Visibility};

/// The macro, with an arm for every name that has one constant, and a last one that explains what is wrong.
pub(super) fn cookie(policy: &Policy, krate: &Ident) -> TokenStream {
    if !has_constants(policy) {
        return TokenStream::new();
    }
    let span = policy.span();
    let mut uses: Map<&str, usize> = Map::default();
    // All of a domain have no name that could be asked for.
    let rows = || policy.rows.iter().filter(|row| !row.name.any);
    for row in rows() {
        *uses.entry(&row.name.text).or_default() += 1;
    }
    let module = module(policy);
    let path: Vec<TokenTree> = module.clone().into_iter().collect();
    // Lists of trees: a stream that another one takes in costs a call into the compiler.
    let (mut arms, mut names) = (Vec::new(), Vec::new());
    for row in rows() {
        let name = TokenTree::from(Literal::string(&row.name.text));
        names.push(name.clone());
        if let Some(Constant { ident, .. }) = &row.constant {
            names.push(ident.clone().into());
            if uses[row.name.text.as_str()] == 1 {
                let mut constant = path.clone();
                constant.push(ident.clone().into());
                arms.push(group(Delimiter::Parenthesis, vec![name]));
                arms.extend([mark('=', Spacing::Joint), mark('>', Spacing::Alone)]);
                arms.extend([group(Delimiter::Brace, constant), mark(';', Spacing::Alone)]);
            }
        }
        names.push(mark(',', Spacing::Alone));
    }
    let [arms, names] = [arms, names].map(TokenStream::from_iter);
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
                #krate::__private::undeclared! { [#krate] [#module] [#names] #dollar(#dollar typed)+ }
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
    let Some(path) = &policy.path else {
        return TokenStream::new();
    };
    let mut trees = path.clone().into_iter();
    let first = trees.next();
    let rest: TokenStream = trees.collect();
    if first
        .as_ref()
        .is_some_and(|first| first.to_string() == "$crate")
    {
        return quote!(#first #rest::);
    }
    // `$crate` with the span of the table: through the wrapper macro, any other would mean cookie-decl itself.
    let dollar = Punct::new('$', Spacing::Alone);
    let krate = Ident::new("crate", policy.keyword);
    quote!(#dollar #krate #rest::)
}

/// A name that no other table of the crate has: its path is its own.
fn mangled(policy: &Policy) -> Ident {
    let path = policy
        .path
        .as_ref()
        .map_or_else(|| "scope".to_owned(), ToString::to_string);
    let words: Vec<_> = path
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
        .collect();
    let mut ident = format_ident!("__cookie_of_{}", words.join("_"));
    ident.set_span(Span::call_site().located_at(policy.keyword));
    ident
}
