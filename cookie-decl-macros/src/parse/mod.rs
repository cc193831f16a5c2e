//! From tokens to [`Table`]: syntax only. Every mistake is reported, and reading continues at the next
//! `|`, `;` or `}`.

mod category;
mod cell;
mod docs;
mod fluent;
mod item;
mod name;
mod tokens;

#[cfg(test)]
mod tests;

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};

use crate::ast::Table;
use crate::errors::Errors;

/// Reads a table. What could not be understood is missing from the result, and reported.
pub(crate) fn parse(tokens: TokenStream, errors: &mut Errors) -> Table {
    let mut table = Table::default();
    if let Some(span) = too_deep(tokens.clone()) {
        errors.push(
            span,
            format!(
                "braces and parentheses are nested over {DEEPEST} deep: the compiler would overflow"
            ),
        );
        return table;
    }
    let read = |input: ParseStream<'_>| {
        item::items(input, &mut table, errors);
        Ok(())
    };
    // All is read, but for the rest of a group in which something was wrong.
    if let (Err(error), 0) = (Parser::parse2(read, tokens), errors.count()) {
        errors.push_syn(&error);
    }
    table
}

/// How deep the groups of a table may be nested, which parser and compiler go into by calling themselves.
const DEEPEST: usize = 128;

/// The first group that is nested too deep.
fn too_deep(tokens: TokenStream) -> Option<Span> {
    let mut open = vec![tokens.into_iter()];
    while let Some(last) = open.last_mut() {
        match last.next() {
            None => {
                open.pop();
            }
            Some(TokenTree::Group(group)) if open.len() > DEEPEST => {
                return Some(group.span_open());
            }
            Some(TokenTree::Group(group)) => open.push(group.stream().into_iter()),
            Some(_) => {}
        }
    }
    None
}
