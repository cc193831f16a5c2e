//! `cookie!("name")`: the constant of a cookie by its name.

use proc_macro2::{Delimiter, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{format_ident, quote, quote_spanned};

use crate::ast::Visibility;
use crate::expand::tokens::{group, mark};
use crate::expand::visibility::in_crate;
use crate::map::Map;
use crate::model::{Constant, Reader, Table};

/// Writes the macro: an arm for every name that has one constant, and a last one that explains what
/// is wrong.
pub(super) fn cookie(table: &Table, krate: &Ident) -> TokenStream {
    if !has_constants(table) {
        return TokenStream::new();
    }
    let span = table.span();
    let mut uses: Map<&str, usize> = Map::default();
    // `any` is not a name that somebody could ask for.
    let rows = || {
        table
            .declarations
            .iter()
            .filter(|declaration| !declaration.name.any)
    };
    for declaration in rows() {
        *uses.entry(&declaration.name.text).or_default() += 1;
    }
    let module = module(table);
    let path: Vec<TokenTree> = module.clone().into_iter().collect();
    // Vectors, because collecting streams into streams costs calls into the compiler.
    let (mut arms, mut names) = (Vec::new(), Vec::new());
    for declaration in rows() {
        let name = TokenTree::from(Literal::string(&declaration.name.text));
        names.push(name.clone());
        if let Some(Constant { ident, .. }) = &declaration.constant {
            names.push(ident.clone().into());
            // In an editor the last arm answers for them: it knows where the name was typed.
            if uses[declaration.name.text.as_str()] == 1 && table.reader == Reader::Compiler {
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
    let mangled = mangled(table);
    let dollar = Punct::new('$', Spacing::Alone);
    let exported = is_exported(table);
    let probe = (!exported).then(|| quote!((@used) => {};));
    let export = exported.then(|| quote!(#[macro_export] #[doc(hidden)]));
    let docs = "The constant of a declared cookie by its name, `cookie!(\"name\")`. A name that is not declared does not compile.";
    let reexport = if exported {
        quote_spanned!(span=> #[doc = #docs] #[doc(inline)] pub use #mangled as cookie;)
    } else {
        let vis = in_crate(&table.visibility, span);
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

/// Uses the macro once, so that no lint calls it unused. It names no constant: the path to the
/// constants comes from `in`, and if that is wrong, one error is enough.
pub(super) fn one_use(table: &Table) -> Option<TokenStream> {
    (has_constants(table) && !is_exported(table)).then(|| quote!(cookie!(@used);))
}

fn has_constants(table: &Table) -> bool {
    table
        .declarations
        .iter()
        .any(|declaration| declaration.constant.is_some())
}

/// Whether other crates can use the macro: only if they can see and reach the table.
fn is_exported(table: &Table) -> bool {
    matches!(table.visibility, Visibility::Public(_)) && table.path.is_some()
}

/// The path to a constant from where `cookie!` is used. Without `in`, it is empty: the constants
/// must be in scope.
fn module(table: &Table) -> TokenStream {
    let Some(path) = &table.path else {
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
    // `$crate` with the span of the table: any other would mean `cookie-decl`, because its macro is
    // around this one.
    let dollar = Punct::new('$', Spacing::Alone);
    let krate = Ident::new("crate", table.span_of(table.keyword));
    quote!(#dollar #krate #rest::)
}

/// A name that no other table of the crate has, made from the path of the module.
fn mangled(table: &Table) -> Ident {
    let path = table
        .path
        .as_ref()
        .map_or_else(|| "scope".to_owned(), ToString::to_string);
    let words: Vec<_> = path
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
        .collect();
    let mut ident = format_ident!("__cookie_of_{}", words.join("_"));
    ident.set_span(Span::call_site().located_at(table.span_of(table.keyword)));
    ident
}
