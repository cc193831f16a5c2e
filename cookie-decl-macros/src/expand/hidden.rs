//! Items for the compiler alone: nobody calls them.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::errors::located;
use crate::expand::{constants, cookie};
use crate::model::Table;

/// Writes all of them.
pub(super) fn hidden(table: &Table, krate: &Ident) -> TokenStream {
    let same_table = same_table(table);
    let keep_alive = keep_alive(table, krate);
    let files = files(table.files(), krate);
    quote!(#same_table #keep_alive #files)
}

/// Uses everything that a user may leave unused: under `#![forbid(dead_code)]`, no `#[allow]` could
/// silence the lint. In Rust 1.88, what only a `const _` uses is unused, and what an `impl` for a
/// foreign type uses is not.
fn keep_alive(table: &Table, krate: &Ident) -> TokenStream {
    let values = values(table, krate);
    let provider = (!table.providers.is_empty()).then(|| {
        quote!(
            Provider::ALL,
            Provider::name,
            Provider::title,
            Provider::info,
        )
    });
    let cookie = cookie::one_use(table);
    let markers = table.categories.iter().map(|category| &category.ident);
    let constants = constants::uses(table);
    // Of two tables in a module rustc says first that this name is defined twice.
    quote_spanned! {table.span()=>
        const _ONE_TABLE_PER_MODULE: () = ();
        impl #krate::__private::Uses<Category> for () {
            fn table() {
                #(#values)*
                let _ = (&POLICY, Category::ALL, Category::name, Category::title, Category::info, #provider);
                #cookie
                let _: #krate::__private::Option<(Consent, #(category::#markers),*)> = #krate::__private::None;
            }
            #constants
        }
    }
}

/// Checks the types of the constants. A type that no cookie can hold is an error at the type, not
/// at each `set`.
fn values(table: &Table, krate: &Ident) -> impl Iterator<Item = TokenStream> {
    table.declarations.iter().filter_map(|declaration| {
        let constant = declaration.constant.as_ref()?;
        let ty = constant.ty.as_ref().filter(|_| !constant.consent)?;
        let ty = ty.clone().into_iter().next()?.span();
        let span = Span::mixed_site().located_at(ty);
        let krate = located(krate, span);
        let mut ident = constant.ident.clone();
        ident.set_span(ident.span().located_at(ty));
        Some(quote_spanned!(span=> let _: fn() = || #krate::__private::has_a_value(#ident);))
    })
}

/// Checks that the table is in the module that its `in crate::cookies` names. The error is at the
/// path.
fn same_table(table: &Table) -> Option<TokenStream> {
    let path = table.path.as_ref()?;
    let last = path.clone().into_iter().last();
    let last = last.map_or_else(Span::call_site, |tree| tree.span());
    // Marked as generated, or the path would be an unnecessary qualification.
    let span = Span::mixed_site().located_at(last);
    let category = Ident::new("Category", span);
    Some(quote_spanned! {span=>
        const _: fn(#path::#category) -> #category = |same_table| same_table;
    })
}

/// Includes the files of translations, so that Cargo compiles again when one of them changes.
pub(crate) fn files<'p>(paths: impl Iterator<Item = &'p str>, krate: &Ident) -> TokenStream {
    let paths = paths.map(|path| format!("/{path}"));
    let krate = quote!(#krate::__private);
    quote! {
        #(const _: &[#krate::u8] =
            #krate::include_bytes!(#krate::concat!(#krate::env!("CARGO_MANIFEST_DIR"), #paths));)*
    }
}
