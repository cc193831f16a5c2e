//! Words and marks that all parts of the parser share.

use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};
use syn::buffer::Cursor;
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{LitStr, Result, Token, token};

use crate::ast::{Expr, Text};
use crate::errors::Errors;
use crate::vocabulary::Item;

/// Whether this word is next.
pub(super) fn peek_word(input: ParseStream<'_>, word: &str) -> bool {
    next_word(input).is_some_and(|next| next == word)
}

/// Returns the next word, even if it is a keyword of Rust.
pub(super) fn next_word(input: ParseStream<'_>) -> Option<Ident> {
    input.cursor().ident().map(|(ident, _)| ident)
}

pub(super) fn eat_word(input: ParseStream<'_>, word: &str) -> Option<Span> {
    let next = next_word(input).filter(|next| next == word)?;
    any_ident(input).ok();
    Some(next.span())
}

pub(super) fn any_ident(input: ParseStream<'_>) -> Result<Ident> {
    Ident::parse_any(input)
}

/// Whether a row starts here: `NAME = ..` or `NAME: Type`. Attributes and columns look different.
pub(super) fn row_starts(input: ParseStream<'_>) -> bool {
    let Some((ident, rest)) = input.cursor().ident() else {
        return false;
    };
    let Some((mark, rest)) = rest.punct() else {
        return false;
    };
    // This is not the `::` in a type.
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

/// Whether the row has ended, even if its `;` is missing.
pub(super) fn row_ends(input: ParseStream<'_>) -> bool {
    input.is_empty()
        || peek_mark(input, &[';', '#'])
        || row_starts(input)
        || peek_word(input, "include") && input.peek2(Ident::peek_any)
}

/// Whether a cell has ended.
pub(super) fn cell_ends(input: ParseStream<'_>) -> bool {
    peek_mark(input, &['|']) || row_ends(input)
}

/// Whether one of these marks is next.
pub(super) fn peek_mark(input: ParseStream<'_>, marks: &[char]) -> bool {
    input
        .cursor()
        .punct()
        .is_some_and(|(mark, _)| marks.contains(&mark.as_char()))
}

/// Skips tokens until `end`.
pub(super) fn skip_until(input: ParseStream<'_>, end: impl Fn(ParseStream<'_>) -> bool) {
    while !input.is_empty() && !end(input) {
        input.parse::<TokenTree>().ok();
    }
}

/// Reads the `;` at the end of a line. If something else is there, it is skipped with the rest of
/// the line.
pub(super) fn end_of_line(
    input: ParseStream<'_>,
    start: Cursor<'_>,
    what: &str,
    errors: &mut Errors,
) {
    if !semicolon(input, start, what, errors) {
        rest_of_line(input, start);
    }
}

/// Skips the rest of the line and its `;`. Some editors report no lines, so anything that certainly
/// starts a row or an item also ends the line.
pub(super) fn rest_of_line(input: ParseStream<'_>, start: Cursor<'_>) {
    let line = last_span(start, input).end().line;
    let next =
        |input: ParseStream<'_>| row_starts(input) || header_starts(input) || item_starts(input);
    skip_until(input, |input| {
        input.peek(Token![;]) || input.span().start().line != line || next(input)
    });
    input.parse::<Option<Token![;]>>().ok();
}

/// Reads a `;`. If it is missing, the error is at the last token before it.
pub(super) fn semicolon(
    input: ParseStream<'_>,
    start: Cursor<'_>,
    what: &str,
    errors: &mut Errors,
) -> bool {
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

/// Reads the lines in braces, each up to its `;`. After a mistake, it skips to that. A line returns
/// whether it has ended without one: in braces of its own, or wrongly, which has been reported.
pub(super) fn lines(
    content: ParseStream<'_>,
    what: &str,
    errors: &mut Errors,
    mut line: impl FnMut(&mut Errors) -> Result<bool>,
) {
    while !content.is_empty() {
        let start = content.cursor();
        match line(errors) {
            Ok(true) => {}
            Ok(false) => {
                semicolon(content, start, what, errors);
            }
            Err(error) => {
                errors.push_syn(&error);
                skip_until(content, |content| content.peek(Token![;]));
                content.parse::<Option<Token![;]>>().ok();
            }
        }
    }
}

/// Returns the span of the last token between two positions.
pub(super) fn last_span(start: Cursor<'_>, input: ParseStream<'_>) -> Span {
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

/// Reads a string. The error for anything else says to quote it.
pub(super) fn string(input: ParseStream<'_>, what: &str) -> Result<LitStr> {
    // syn skips another literal before it fails, so the error would be in the wrong place.
    if peek_string(input) {
        input.parse()
    } else {
        Err(input.error(format!("expected {what} in quotes")))
    }
}

/// Whether a string is next. `input.peek(LitStr)` would parse the whole literal to find out.
pub(super) fn peek_string(input: ParseStream<'_>) -> bool {
    let Some((literal, _)) = input.cursor().literal() else {
        return false;
    };
    let literal = literal.to_string();
    literal.starts_with('"') || literal.starts_with('r') && literal.ends_with(['"', '#'])
}

/// Reads a string as text. Fast path: without escapes, the text is what is between the quotes.
pub(super) fn text(input: ParseStream<'_>) -> Result<Text> {
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

/// Reads a `{ .. }` group.
pub(super) fn braced(input: ParseStream<'_>) -> Result<Expr> {
    let tree = input.parse::<TokenTree>()?;
    match tree {
        TokenTree::Group(group) => Ok(Expr {
            tokens: group.stream(),
            span: group.span(),
        }),
        tree => Err(syn::Error::new(tree.span(), "expected `{ .. }`")),
    }
}

pub(super) fn peek_brace(input: ParseStream<'_>) -> bool {
    input.peek(token::Brace)
}

/// Reads tokens up to `end`, but not inside `<..>`.
pub(super) fn tokens_until(
    input: ParseStream<'_>,
    end: impl Fn(ParseStream<'_>) -> bool,
) -> TokenStream {
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

/// Whether an item's keyword is next.
pub(super) fn at_item(input: ParseStream<'_>) -> bool {
    next_word(input).is_some_and(|word| Item::parse(&word.to_string()).is_some())
}

/// Whether an item certainly starts here. Many of its words are also columns.
pub(super) fn item_starts(input: ParseStream<'_>) -> bool {
    let Some(word) = next_word(input) else {
        return input.peek(Token![#]);
    };
    match Item::parse(&word.to_string()) {
        Some(Item::Policy | Item::Print) => true,
        Some(
            Item::Category | Item::Include | Item::Language | Item::Provider | Item::Translation,
        ) => input.peek2(Ident::peek_any),
        Some(Item::Retired | Item::Wording) => input.peek2(token::Brace),
        Some(Item::LastUpdated | Item::Version | Item::Controller) => input.peek2(LitStr),
        Some(Item::Section) => input.peek2(Token![;]),
        Some(Item::Consent | Item::About) => input.peek2(Token![;]) || input.peek2(Ident::peek_any),
        Some(Item::Header) => false,
        None => word == "pub",
    }
}

/// Whether a header starts here for certain: `cookie | column`, and no `=` as in `storage = cookie | note = ".."`.
pub(super) fn header_starts(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    eat_word(&ahead, "cookie").is_some()
        && ahead.parse::<Token![|]>().is_ok()
        && ahead.parse::<TokenTree>().is_ok()
        && !ahead.peek(Token![=])
        && !ahead.peek(Token![:])
}

pub(super) fn pass_one(input: ParseStream<'_>) {
    input.parse::<TokenTree>().ok();
}
