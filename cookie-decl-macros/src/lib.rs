//! Implementation detail of `cookie-decl`: the macros behind `declare_cookies!` and `cookie!`.
//!
//! A small compiler: a file or folder for each stage, a type between them.
//!
//! tokens → `parse` → `ast::Table` (as typed) → `check` → `model::Table` (proven) → `expand` →
//! tokens
//!
//! Mistakes are collected in one `Errors` and reported together, beside the code of everything that
//! was understood.
//!
//! Modules import only from those before them: `rules`, `errors`, `vocabulary`, `texts`,
//! `map`; `ast`; `model`; `parse` and `check`; `expand`; `declare` and `cookie`.

mod ast;
mod check;
mod cookie;
mod declare;
mod errors;
mod expand;
mod map;
mod markup;
mod model;
mod parse;
mod rules;
mod texts;
mod vocabulary;

#[cfg(test)]
mod golden;
#[cfg(test)]
mod tests;

use proc_macro2::{Ident, TokenStream, TokenTree, token_stream};

use crate::model::Reader;
use crate::parse::include::groups;

/// Called by the `declare_cookies!` of `cookie-decl`, which passes its `$crate` in front.
#[proc_macro]
pub fn declare_cookies(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let (krate, table) = split_table(input.into());
    declare::declare(table, &krate, Reader::Compiler).into()
}

/// Called instead where rust-analyzer reads the crate.
#[proc_macro]
pub fn declare_cookies_in_editor(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let (krate, table) = split_table(input.into());
    declare::declare(table, &krate, Reader::Editor).into()
}

/// Called by the macro of an exported table, which passes that table in front of what it was given.
#[proc_macro]
pub fn included(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    include(input.into(), Reader::Compiler).into()
}

/// Called instead where rust-analyzer reads the crate.
#[proc_macro]
pub fn included_in_editor(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    include(input.into(), Reader::Editor).into()
}

/// Called by the `export_cookies!` of `cookie-decl`, which passes its `$crate` in front.
#[proc_macro]
pub fn export_cookies(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let (krate, table) = split_table(input.into());
    declare::export_cookies(table, &krate).into()
}

/// Called by the last arm of a generated `cookie!`, for a name that has no arm.
#[proc_macro]
pub fn undeclared(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let (krate, rest) = split_crate(input.into());
    cookie::undeclared(rest.collect(), &krate).into()
}

/// Reads `{ exported table } [$crate] { table } [ { exported tables }.. ] [ [paths].. ]`.
fn include(input: TokenStream, reader: Reader) -> TokenStream {
    let mut trees = input.into_iter();
    let Some(TokenTree::Group(exported)) = trees.next() else {
        unreachable!("the macro of an exported table passes the table in braces");
    };
    let (krate, rest) = split_crate(trees.collect());
    let state = groups(rest.collect());
    let [table, before, paths] = state.as_slice() else {
        unreachable!("`include` passes the table, those that it has, and the paths of others");
    };
    let mut known = groups(before.clone());
    known.push(exported.stream());
    declare::included(&krate, table.clone(), known, &groups(paths.clone()), reader)
}

/// Splits `[$crate] { table }`.
fn split_table(input: TokenStream) -> (Ident, TokenStream) {
    let (krate, mut rest) = split_crate(input);
    // The group keeps the tokens of the table together, so they need not be collected again.
    let Some(TokenTree::Group(table)) = rest.next() else {
        unreachable!("`declare_cookies!` passes the table in braces");
    };
    (krate, table.stream())
}

/// Splits `[$crate] rest`.
fn split_crate(input: TokenStream) -> (Ident, token_stream::IntoIter) {
    let mut trees = input.into_iter();
    let krate = match trees.next() {
        Some(TokenTree::Group(group)) => group.stream().into_iter().next(),
        _ => None,
    };
    let Some(TokenTree::Ident(krate)) = krate else {
        unreachable!("the macros of `cookie-decl` pass their `$crate` first");
    };
    (krate, trees)
}
