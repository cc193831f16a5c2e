//! Rows and the other lines in braces: where they begin and end.

use syn::buffer::Cursor;
use syn::parse::ParseStream;
use syn::{Result, Token};

use crate::ast::{Docs, Name};
use crate::errors::Errors;
use crate::parse::docs::docs;
use crate::parse::tokens::{
    cell_ends, last_span, next_word, peek_string, peek_word, row_ends, row_starts, skip_until,
};
use crate::parse::{cell, name};
use crate::vocabulary::List;

/// Reads the entries in braces, each with the texts above it.
pub(super) fn entries(
    input: ParseStream<'_>,
    errors: &mut Errors,
    mut entry: impl FnMut(Docs, &mut Errors) -> Result<()>,
) {
    while !input.is_empty() {
        let docs = docs(input, errors);
        if input.is_empty() {
            let span = docs
                .paragraphs
                .last()
                .map_or_else(|| input.span(), |text| text.span);
            errors.push(span, "expected a row below this text");
            return;
        }
        if let Some(word) = next_word(input).filter(|_| !row_starts(input)) {
            errors.word(List::Line, &word);
        }
        if let Err(error) = entry(docs, errors) {
            errors.push_syn(&error);
            skip_until(input, |input| input.peek(Token![;]) || row_starts(input));
            input.parse::<Option<Token![;]>>().ok();
        }
    }
}

/// Whether `with` is next. It may also be the name of a constant.
pub(super) fn peek_with(input: ParseStream<'_>) -> bool {
    peek_word(input, "with") && !row_starts(input)
}

/// Reads the names of a row.
pub(super) fn names(input: ParseStream<'_>, errors: &mut Errors) -> Result<Vec<Name>> {
    let mut names = vec![name::name(input, errors)?];
    while input.peek(Token![,]) {
        let comma = input.span();
        input.parse::<Token![,]>()?;
        if peek_string(input) || next_word(input).is_some() {
            names.push(name::name(input, errors)?);
        } else if cell_ends(input) {
            errors.push(comma, "remove this `,` after the last name");
        } else {
            errors.push(comma, SEPARATORS);
            skip_until(input, row_ends);
        }
    }
    Ok(names)
}

/// The message for a row that is separated otherwise.
pub(super) const SEPARATORS: &str = "names are separated by `,`, cells by `|`";

/// Reports whatever is between the cells of a row and its `;`, and skips it. A half-typed row is
/// one mistake: only if it `is_good` so far, the last word is reported.
pub(super) fn end_of_row(
    input: ParseStream<'_>,
    start: Cursor<'_>,
    edged: bool,
    is_good: bool,
    errors: &mut Errors,
) {
    if input.peek(Token![,]) {
        errors.push(input.span(), cell::COMMA);
        skip_until(input, row_ends);
    } else if !(input.peek(Token![;]) || edged) {
        if is_good {
            let hint = if row_ends(input) {
                "expected `;` at the end of the row"
            } else {
                "expected `|` or `;`"
            };
            errors.push(last_span(start, input), hint);
        }
        skip_until(input, row_ends);
    }
    if stray_semicolon(input, errors) {
        skip_until(input, row_ends);
    }
}

/// Skips a `;` if a cell of the same row follows on the same line.
pub(super) fn stray_semicolon(input: ParseStream<'_>, errors: &mut Errors) -> bool {
    let ahead = input.fork();
    let span = ahead.span();
    let semicolon = ahead.parse::<Token![;]>().is_ok();
    let stray =
        semicolon && ahead.peek(Token![|]) && ahead.span().start().line == span.start().line;
    if stray {
        errors.push(
            span,
            "remove this `;`: it ends a row, and cells are separated by `|`",
        );
        input.parse::<Token![;]>().ok();
    }
    stray
}
