//! Tokens to [`ast::Table`](Table): syntax only, every mistake noted, reading on at the next `|`, `;` or `}`.

mod category;
mod cell;
mod docs;
mod fluent;
mod item;
mod name;

#[cfg(test)]
mod tests;

use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use syn::buffer::Cursor;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{LitStr, Result, Token, token};

use crate::ast::{Table, Text};
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

/// Whether a word stands next.
fn peek_word(input: ParseStream<'_>, word: &str) -> bool {
    next_word(input).is_some_and(|next| next == word)
}

/// The word that stands next, Rust's keywords included.
fn next_word(input: ParseStream<'_>) -> Option<Ident> {
    input.cursor().ident().map(|(ident, _)| ident)
}

fn eat_word(input: ParseStream<'_>, word: &str) -> Option<Span> {
    let next = next_word(input).filter(|next| next == word)?;
    any_ident(input).ok();
    Some(next.span())
}

fn any_ident(input: ParseStream<'_>) -> Result<Ident> {
    Ident::parse_any(input)
}

/// Whether a row starts here: `NAME = ..` or `NAME: Type`, which no attribute and no column looks like.
fn row_starts(input: ParseStream<'_>) -> bool {
    let Some((ident, rest)) = input.cursor().ident() else {
        return false;
    };
    let Some((mark, rest)) = rest.punct() else {
        return false;
    };
    // Not `::`, as in a type.
    let not_before = match mark.as_char() {
        ':' => ':',
        '=' => '>',
        _ => return false,
    };
    rest.punct()
        .is_none_or(|(next, _)| next.as_char() != not_before)
        && ident != "_"
        && !ident.to_string().contains(char::is_lowercase)
}

/// Whether the row has ended, with its `;` or because it was forgotten.
fn row_ends(input: ParseStream<'_>) -> bool {
    input.is_empty() || peek_mark(input, &[';', '#']) || row_starts(input)
}

/// Whether a cell has ended.
fn cell_ends(input: ParseStream<'_>) -> bool {
    peek_mark(input, &['|']) || row_ends(input)
}

/// Whether one of these marks stands next.
fn peek_mark(input: ParseStream<'_>, marks: &[char]) -> bool {
    input
        .cursor()
        .punct()
        .is_some_and(|(mark, _)| marks.contains(&mark.as_char()))
}

/// Passes over tokens until `end`, or one of these, stands next.
fn skip_until(input: ParseStream<'_>, end: impl Fn(ParseStream<'_>) -> bool) {
    while !input.is_empty() && !end(input) {
        input.parse::<TokenTree>().ok();
    }
}

/// Reads the `;` at the end of something that has its own line: the rest of a wrong one is passed over.
fn end_of_line(input: ParseStream<'_>, start: Cursor<'_>, what: &str, errors: &mut Errors) {
    if !semicolon(input, start, what, errors) {
        rest_of_line(input, start);
    }
}

/// Passes over what stands on the same line, and its `;`. Not every editor knows lines, so what is certainly something
/// else ends it as well.
fn rest_of_line(input: ParseStream<'_>, start: Cursor<'_>) {
    let line = last_span(start, input).end().line;
    let next = |input: ParseStream<'_>| row_starts(input) || item::item_starts(input);
    skip_until(input, |input| {
        input.peek(Token![;]) || input.span().start().line != line || next(input)
    });
    input.parse::<Option<Token![;]>>().ok();
}

/// Reads the `;` at the end of something. When it is missing, says so at the end of what stands before it.
fn semicolon(input: ParseStream<'_>, start: Cursor<'_>, what: &str, errors: &mut Errors) -> bool {
    if input.peek(Token![;]) {
        input.parse::<Token![;]>().is_ok()
    } else if input.peek(Token![,]) {
        errors.push(
            input.span(),
            format!("expected `;` at the end of the {what}, not `,`"),
        );
        input.parse::<Token![,]>().is_ok()
    } else {
        errors.push(
            last_span(start, input),
            format!("expected `;` at the end of the {what}"),
        );
        false
    }
}

/// The last token between a place and where the input now stands.
fn last_span(start: Cursor<'_>, input: ParseStream<'_>) -> Span {
    let (mut cursor, end) = (start, input.cursor());
    let mut span = start.span();
    while cursor != end {
        let Some((tree, next)) = cursor.token_tree() else {
            break;
        };
        span = match &tree {
            TokenTree::Group(group) => group.span_close(),
            tree => tree.span(),
        };
        cursor = next;
    }
    span
}

/// A string, with the advice to quote what is not one.
fn string(input: ParseStream<'_>, what: &str) -> Result<LitStr> {
    // Another literal would be passed over by its parser, and the error point behind it.
    if peek_string(input) {
        input.parse()
    } else {
        Err(input.error(format!("expected {what} in quotes")))
    }
}

/// Whether a string stands next: like `input.peek(LitStr)`, which reads the whole literal to find out.
fn peek_string(input: ParseStream<'_>) -> bool {
    let Some((literal, _)) = input.cursor().literal() else {
        return false;
    };
    let literal = literal.to_string();
    literal.starts_with('"') || literal.starts_with('r') && literal.ends_with(['"', '#'])
}

/// A string as text. Most have no escapes, and what stands between their quotes is the text.
fn text(input: ParseStream<'_>) -> Result<Text> {
    if let Some((literal, _)) = input.cursor().literal()
        && let Some(text) = literal
            .to_string()
            .strip_prefix('"')
            .and_then(|text| text.strip_suffix('"'))
        && !text.contains('\\')
    {
        input.parse::<Literal>()?;
        return Ok(Text {
            text: text.to_owned(),
            span: literal.span(),
        });
    }
    Ok(input.parse::<LitStr>()?.into())
}

/// The tokens of a `{ .. }` group.
fn braced(input: ParseStream<'_>) -> Result<crate::ast::Expr> {
    let tree = input.parse::<TokenTree>()?;
    match tree {
        TokenTree::Group(group) => Ok(crate::ast::Expr {
            tokens: group.stream(),
            span: group.span(),
        }),
        tree => Err(syn::Error::new(tree.span(), "expected `{ .. }`")),
    }
}

fn peek_brace(input: ParseStream<'_>) -> bool {
    input.peek(token::Brace)
}

/// Tokens up to a mark that does not stand in `<..>`.
fn tokens_until(input: ParseStream<'_>, end: impl Fn(ParseStream<'_>) -> bool) -> TokenStream {
    let mut tokens = TokenStream::new();
    let mut depth = 0_usize;
    let mut arrow = false;
    while !input.is_empty() && (depth > 0 || !end(input)) {
        if depth > 0 && input.peek(Token![;]) {
            break;
        }
        let Ok(tree) = input.parse::<TokenTree>() else {
            break;
        };
        if let TokenTree::Punct(punct) = &tree {
            match punct.as_char() {
                '<' => depth += 1,
                '>' if !arrow => depth = depth.saturating_sub(1),
                _ => {}
            }
            arrow = punct.as_char() == '-';
        } else {
            arrow = false;
        }
        tokens.extend([tree]);
    }
    tokens
}
