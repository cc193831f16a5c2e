//! Parses tokens into a [`Table`]. This is only about syntax. Every mistake is reported, and
//! reading continues at the next `|`, `;` or `}`.

mod category;
mod cell;
mod docs;
pub(crate) mod export;
pub(crate) mod fluent;
mod gate;
mod hole;
pub(crate) mod include;
mod item;
mod name;
mod policy;
mod provider;
mod row;
mod section;
mod tokens;
mod wording;

#[cfg(test)]
mod tests;

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};

use crate::ast::Table;
use crate::errors::Errors;

/// Reads a table. What could not be understood is reported and left out.
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
    // If there are no other errors, everything has been read, and this error is about the rest of a
    // group.
    if let (Err(error), 0) = (Parser::parse2(read, tokens), errors.count()) {
        errors.push_syn(&error);
    }
    include::not_itself(&mut table, errors);
    table
}

/// How deeply groups may be nested. The parser and the compiler are recursive.
const DEEPEST: usize = 128;

/// Finds the first group that is nested too deeply.
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
