//! Implementation detail of `cookie-decl`: the macros behind `declare_cookies!` and `cookie!`.
//!
//! A small compiler, a file or folder a stage and a type at each seam:
//!
//! tokens → `parse` → `ast::Table` (as typed) → `check` → `model::Policy` (proven) → `expand` → tokens
//!
//! Mistakes go into one `Errors` and are reported together, beside the code of all that was understood.

mod ast;
mod check;
mod cookie;
mod declare;
mod errors;
mod expand;
mod keys;
mod languages;
mod map;
mod model;
mod parse;
mod rules;
mod texts;

#[cfg(test)]
mod golden;
#[cfg(test)]
mod tests;

use proc_macro2::{Ident, TokenStream, TokenTree, token_stream};

/// Called by the `declare_cookies!` of `cookie-decl`, which passes its `$crate` in front.
#[proc_macro]
pub fn declare_cookies(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let (krate, mut rest) = split_crate(input.into());
    // In a group of its own, the table need not be put together again.
    let Some(TokenTree::Group(table)) = rest.next() else {
        unreachable!("`declare_cookies!` passes the table in braces");
    };
    declare::declare(table.stream(), &krate).into()
}

/// Called by the last arm of a generated `cookie!`: the name is not among the literal ones.
#[proc_macro]
pub fn undeclared(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let (krate, rest) = split_crate(input.into());
    cookie::undeclared(rest.collect(), &krate).into()
}

/// `[$crate] rest`
fn split_crate(input: TokenStream) -> (Ident, token_stream::IntoIter) {
    let mut trees = input.into_iter();
    let krate = match trees.next() {
        Some(TokenTree::Group(group)) => group.stream().into_iter().next(),
        _ => None,
    };
    let Some(TokenTree::Ident(krate)) = krate else {
        unreachable!("the macros of `cookie-decl` pass their `$crate` in front");
    };
    (krate, trees)
}
