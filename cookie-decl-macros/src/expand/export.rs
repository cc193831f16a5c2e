//! The macro in which a table waits for those who include it.

use proc_macro2::{Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{format_ident, quote};

/// A table for others.
pub(crate) struct Export<'t> {
    pub(crate) name: &'t Ident,
    /// Documentation for who includes it.
    pub(crate) docs: TokenStream,
    /// The module of its constants; empty if it has none.
    pub(crate) module: TokenStream,
    pub(crate) items: TokenStream,
    /// The tables that it includes itself.
    pub(crate) nested: Vec<TokenStream>,
    pub(crate) texts: Vec<&'t str>,
    /// Each language's tag, and its texts in the order of `texts`.
    pub(crate) translations: Vec<(&'t str, Vec<&'t str>)>,
}

impl Export<'_> {
    /// The tokens that those who include the table get.
    pub(crate) fn table(self) -> TokenStream {
        let [module, items] = [self.module, self.items].map(from_its_crate);
        let nested = self.nested.into_iter().map(from_its_crate);
        let texts = self.texts.into_iter().map(Literal::string);
        let translations = self.translations.into_iter().map(|(tag, texts)| {
            let texts = texts.into_iter().map(Literal::string);
            quote!(#tag [#(#texts)*])
        });
        quote!([#module] { #items } [#({ #nested })*] [#(#texts)*] #(#translations)*)
    }
}

/// Writes the macro. It gives its tokens to the macro that it is told, in front of what else that
/// gets.
pub(crate) fn export(export: Export<'_>) -> TokenStream {
    let (name, docs) = (export.name.clone(), export.docs.clone());
    let table = export.table();
    let mut mangled = format_ident!("__include_{name}");
    mangled.set_span(Span::call_site().located_at(name.span()));
    let dollar = Punct::new('$', Spacing::Alone);
    quote! {
        #[doc(hidden)]
        #[macro_export]
        macro_rules! #mangled {
            ([#dollar(#dollar next:tt)*] #dollar(#dollar rest:tt)*) => {
                #dollar(#dollar next)*! { { #table } #dollar(#dollar rest)* }
            };
        }
        #docs
        #[doc(inline)]
        pub use #mangled as #name;
    }
}

/// Replaces `crate` by `$crate`.
fn from_its_crate(tokens: TokenStream) -> TokenStream {
    let mut out = Vec::new();
    for tree in tokens {
        match tree {
            TokenTree::Ident(word) if word == "crate" => {
                out.extend([Punct::new('$', Spacing::Alone).into(), word.into()]);
            }
            TokenTree::Group(group) => {
                let mut inside = Group::new(group.delimiter(), from_its_crate(group.stream()));
                inside.set_span(group.span());
                out.push(inside.into());
            }
            tree => out.push(tree),
        }
    }
    out.into_iter().collect()
}

/// Asks the first of these paths for its table, and then the next.
pub(crate) fn ask(krate: &Ident, state: &TokenStream, paths: &[TokenStream]) -> TokenStream {
    let Some((path, rest)) = paths.split_first() else {
        return TokenStream::new();
    };
    quote!(#path! { [#krate::__private::included] [#krate] #state [#([#rest])*] })
}
