//! The typed constants.

use proc_macro2::{Delimiter, Ident, Literal, Spacing, Span, TokenStream, TokenTree};
use quote::{format_ident, quote, quote_spanned};

use crate::ast::Config;
use crate::errors::located;
use crate::expand::docs;
use crate::expand::tokens::{gate, group, mark, small};
use crate::expand::visibility::visibility;
use crate::map::Map;
use crate::model::{Constant, Declaration, Reader, Table};

/// The typed constants.
pub(super) fn constants(table: &Table, krate: &Ident) -> TokenStream {
    let (mut types, mut trees) = (Map::default(), Vec::new());
    let mut aliases = TokenStream::new();
    for (index, declaration) in table.declarations.iter().enumerate() {
        let Some(constant) = &declaration.constant else {
            continue;
        };
        if let Some(module) = declaration
            .included
            .as_ref()
            .and_then(|it| it.module.as_ref())
        {
            let (ident, vis) = (
                &constant.ident,
                visibility(&table.visibility, constant.eq_span),
            );
            aliases.extend(quote!(#vis use #module::#ident;));
            continue;
        }
        // An editor would offer the name of a shared type wherever a type is typed.
        let is_shared = table.reader == Reader::Compiler;
        if !is_shared || constant.ty.is_some() || declaration.has_expressions() {
            trees.extend(self::constant(
                small(index),
                declaration,
                constant,
                table,
                krate,
            ));
            continue;
        }
        let ty = types
            .entry((declaration.category, kind(declaration)))
            .or_insert_with_key(|(category, kind)| {
                let alias = format_ident!("__{kind}{category}");
                let kind = Ident::new(kind, Span::call_site());
                let value = declaration
                    .is_set_by_us()
                    .then(|| quote!(, #krate::__private::String));
                let category = &table.categories[*category];
                let (gate, marker) = (gate(category.gate), table.reference(&category.ident));
                let ty = quote!(#krate::#kind<#krate::#gate<category::#marker> #value>);
                aliases.extend(quote!(#[doc(hidden)] type #alias = #ty;));
                ConstantTemplate {
                    vis: visibility(&table.visibility, Span::call_site())
                        .into_iter()
                        .collect(),
                    ty: alias.into(),
                }
            });
        ty.constant(
            &mut trees,
            constant,
            &docs::declaration(declaration, table),
            small(index),
        );
    }
    aliases.extend(trees);
    aliases
}

/// Tokens that all constants of one type share.
///
/// Every token but the documentation has the span of the `=` of its own row, and counts as written
/// by the user. A span that led to another place would change with the length of the table, and
/// rustc would compile the constant again. At a `=`, editors show no hover.
struct ConstantTemplate {
    vis: Vec<TokenTree>,
    ty: TokenTree,
}

impl ConstantTemplate {
    /// Adds single tokens: collecting streams into streams costs calls into the compiler.
    fn constant(&self, trees: &mut Vec<TokenTree>, constant: &Constant, doc: &str, number: u16) {
        let shown = |mut tree: TokenTree| {
            tree.set_span(constant.eq_span);
            tree
        };
        let alone = |character| shown(mark(character, Spacing::Alone));
        let word = |word| TokenTree::from(Ident::new(word, constant.eq_span));
        let ty = || shown(self.ty.clone());
        let doc = vec![word("doc"), alone('='), Literal::string(doc).into()];
        trees.extend([alone('#'), shown(group(Delimiter::Bracket, doc))]);
        trees.extend(self.vis.iter().cloned().map(shown));
        trees.extend([
            word("const"),
            constant.ident.clone().into(),
            alone(':'),
            ty(),
            alone('='),
            ty(),
        ]);
        trees.extend([shown(mark(':', Spacing::Joint)), alone(':'), word("new")]);
        let number = shown(Literal::u16_suffixed(number).into());
        trees.extend([
            shown(group(Delimiter::Parenthesis, vec![number])),
            alone(';'),
        ]);
    }
}

/// Uses each constant in a body that never runs. Its tokens are placed as those of the constants.
pub(super) fn uses(table: &Table) -> TokenStream {
    let mut trees = Vec::new();
    for constant in table
        .declarations
        .iter()
        .filter_map(|declaration| declaration.constant.as_ref())
    {
        let mut ident = constant.ident.clone();
        ident.set_span(constant.eq_span);
        let mut comma = mark(',', Spacing::Alone);
        comma.set_span(constant.eq_span);
        trees.extend([ident.into(), comma]);
    }
    let (span, uses) = (table.keyword, trees.into_iter().collect::<TokenStream>());
    let uses = (!uses.is_empty()).then(|| quote_spanned!(span=> let _ = (#uses);));
    quote_spanned!(span=> fn constants() { #uses })
}

fn kind(declaration: &Declaration) -> &'static str {
    match (
        declaration.is_set_by_us(),
        declaration.name.pattern.is_some(),
    ) {
        (true, false) => "Cookie",
        (true, true) => "CookieFamily",
        (false, _) => "Declared",
    }
}

fn constant(
    index: u16,
    declaration: &Declaration,
    constant: &Constant,
    table: &Table,
    krate: &Ident,
) -> TokenStream {
    let ident = &constant.ident;
    let span = table.span_of(ident.span());
    let krate = &located(krate, span);
    let vis = visibility(&table.visibility, span);
    let doc = docs::declaration(declaration, table);
    let category = &table.categories[declaration.category];
    let (gate, marker) = (gate(category.gate), table.reference(&category.ident));
    let value = match (&constant.ty, declaration.is_set_by_us()) {
        (Some(ty), _) => quote_spanned!(span=> , #ty),
        (None, false) => TokenStream::new(),
        (None, true) => quote_spanned!(span=> , #krate::__private::String),
    };
    let kind = Ident::new(kind(declaration), span);
    match table
        .config
        .as_ref()
        .filter(|_| declaration.has_expressions())
    {
        None => quote_spanned! {span=>
            #[doc = #doc]
            #vis const #ident: #krate::#kind<#krate::#gate<category::#marker> #value> = #krate::#kind::new(#index);
        },
        Some(Config { ty: config, .. }) => quote_spanned! {span=>
            #[doc = #doc]
            #vis const #ident: #krate::Configured<#config, #krate::#kind<#krate::#gate<category::#marker> #value>> =
                #krate::Configured::new(#krate::#kind::new(#index));
        },
    }
}
