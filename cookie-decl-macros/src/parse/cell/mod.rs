//! Headers, and the cells of rows and of `with`.

mod columns;
pub(super) mod header;
pub(super) mod value;

use proc_macro2::{Ident, Span};
use syn::parse::ParseStream;
use syn::{Error, LitStr, Result, Token, token};

use crate::ast::{Cell, Cells, ColumnKind, ColumnName, ColumnSpan, Content, Expr, Text};
use crate::errors::{Errors, SourceRange, line_of_first};
use crate::parse::tokens::{
    any_ident, braced, cell_ends, last_span, pass_one, peek_brace, peek_string, peek_word,
    row_ends, skip_until, string,
};
use crate::vocabulary::Column;

/// The cells behind the word `with`.
pub(super) fn with(input: ParseStream<'_>, errors: &mut Errors) -> Result<Cells> {
    let mut cells = Cells::default();
    let before = errors.count();
    loop {
        let column = header::column(input, errors)?;
        if column.name == ColumnKind::Cookie {
            return Err(Error::new(
                column.span(),
                "a name cannot be shared: write it in its row",
            ));
        }
        if input.peek(Token![:]) {
            errors.push(input.span(), JOINED);
        } else if !input.peek(Token![=]) {
            return Err(Error::new(
                column.span(),
                format!("expected `=` after `{}`", column.name.word()),
            ));
        }
        pass_one(input);
        cells.read(&column, input, errors);
        if input.peek(Token![,]) {
            errors.push(input.span(), COMMA);
            input.parse::<Token![,]>()?;
            continue;
        }
        if !input.peek(Token![|]) {
            cells.broken = errors.count() > before;
            return Ok(cells);
        }
        input.parse::<Token![|]>()?;
    }
}

/// What to say of a `:` behind a column.
const JOINED: &str = "expected `=` between a column and its cell: `note = \"..\"`";

/// What to say of a `,` behind a cell.
pub(super) const COMMA: &str = "cells are separated by `|`, not by `,`, and a row ends with `;`";

/// What to say of a table drawn with `|` at its edges.
pub(super) const EDGE: &str =
    "remove the `|` at the edge: a row starts with its name and ends with `;`";

/// The cells of a row, behind its names, up to the `;`. An `edged` row began with a `|`, which has been reported.
pub(super) fn row(
    input: ParseStream<'_>,
    header: Option<&[Option<ColumnName>]>,
    name: Span,
    edged: bool,
    errors: &mut Errors,
) -> Cells {
    let mut cells = Cells::default();
    let before = errors.count();
    let columns = columns::assign(input, header, name, edged, errors);
    let placed = errors.count() == before;
    let complete =
        columns.len() == header.map_or(0, <[_]>::len) && columns.iter().all(Option::is_some);
    let mut columns = columns.into_iter();
    while input.peek(Token![|]) {
        let edge = input.span();
        let closes = edged && header::is_last_of_line(input);
        input.parse::<Token![|]>().ok();
        if closes || !input.peek(Token![|]) && row_ends(input) && columns.len() == 0 {
            // With a cell missing, it stands where that belongs.
            if !edged && placed {
                errors.push(edge, EDGE);
            }
            break;
        }
        if let Some(column) = columns::named(input) {
            pass_one(input);
            if input.peek(Token![:]) {
                errors.push(input.span(), JOINED);
            }
            pass_one(input);
            match column {
                Ok(column) => cells.read(&column, input, errors),
                Err((span, message)) => {
                    errors.push(span, message);
                    skip_until(input, cell_ends);
                }
            }
            continue;
        }
        match columns.next().flatten() {
            Some(column) => cells.read(&column, input, errors),
            // Too many cells, which `place` has reported.
            None => skip_until(input, cell_ends),
        }
    }
    cells.broken |= !complete;
    cells
}

impl Cells {
    /// Reads the cell of a column, up to the next `|`, `;` or `{`.
    fn read(&mut self, column: &ColumnName, input: ParseStream<'_>, errors: &mut Errors) {
        let column_span = &column.column_span;
        let first = match &column.name {
            ColumnKind::Cookie => unreachable!("`cookie` is the column of the names"),
            ColumnKind::Own(title) => {
                let cell = content(column_span, input, errors, text);
                self.fill_own(title.clone(), cell)
            }
            ColumnKind::Known(column) => match column {
                Column::Provider => fill(
                    &mut self.provider,
                    content(column_span, input, errors, provider),
                ),
                Column::Function => fill(
                    &mut self.function,
                    content(column_span, input, errors, text),
                ),
                Column::Purpose => {
                    fill(&mut self.purpose, content(column_span, input, errors, text))
                }
                Column::Duration => fill(
                    &mut self.duration,
                    content(column_span, input, errors, value::duration),
                ),
                Column::Attributes => fill(
                    &mut self.attributes,
                    content(column_span, input, errors, value::attributes),
                ),
                Column::SetBy => fill(
                    &mut self.set_by,
                    content(column_span, input, errors, value::set_by),
                ),
                Column::Storage => fill(
                    &mut self.storage,
                    content(column_span, input, errors, value::storage),
                ),
                Column::Note => fill(&mut self.note, content(column_span, input, errors, text)),
                Column::When => fill(&mut self.when, content(column_span, input, errors, when)),
            },
        };
        if let Some(first) = first {
            let span = column_span.span();
            errors.push(span, twice(column.name.word(), first, span));
        }
    }

    /// Adds the cells of another `with` of the same category.
    pub(super) fn add(&mut self, other: Self, errors: &mut Errors) {
        self.broken |= other.broken;
        macro_rules! add {
            ($($column:ident)+) => {
                $(if let Some(cell) = other.$column {
                    let column_span = cell.column_span.span();
                    if let Some(first) = fill(&mut self.$column, cell) {
                        errors.push(column_span, twice(stringify!($column), first, column_span));
                    }
                })+
            };
        }
        add!(provider function purpose duration attributes set_by storage note when);
        for (title, cell) in other.own {
            let column_span = cell.column_span.span();
            if let Some(first) = self.fill_own(title.clone(), cell) {
                errors.push(column_span, twice(&title, first, column_span));
            }
        }
    }

    fn fill_own(&mut self, title: String, cell: Cell<Text>) -> Option<Span> {
        let first = self.own.iter().find(|(other, _)| *other == title);
        let first = first.map(|(_, cell)| cell.column_span.span());
        if first.is_none() {
            self.own.push((title, cell));
        }
        first
    }
}

/// Puts a cell in its place; returns where the first was named if there was one.
fn fill<T>(place: &mut Option<Cell<T>>, cell: Cell<T>) -> Option<Span> {
    let first = place.as_ref().map(|first| first.column_span.span());
    if first.is_none() {
        *place = Some(cell);
    }
    first
}

fn twice(column: &str, first: Span, second: Span) -> String {
    let line = line_of_first(first, second);
    format!("the cell for `{column}` is written twice{line}")
}

/// Reads one cell with the reader of its column.
fn content<T>(
    column_span: &ColumnSpan,
    input: ParseStream<'_>,
    errors: &mut Errors,
    read: impl FnOnce(ParseStream<'_>, &mut Errors) -> Result<T>,
) -> Cell<T> {
    let start = input.cursor();
    let content = if cell_ends(input) {
        Content::Default
    } else if input.peek(Token![_]) {
        input.parse::<Token![_]>().ok();
        Content::Default
    } else if peek_word(input, "none") {
        any_ident(input).ok();
        Content::Nothing
    } else {
        match read(input, errors) {
            Ok(value) => Content::Value(value),
            Err(error) => {
                errors.push_syn(&error);
                skip_until(input, |input| cell_ends(input) || peek_brace(input));
                Content::Broken
            }
        }
    };
    if !cell_ends(input) && !peek_brace(input) && !input.peek(Token![,]) {
        errors.push(input.span(), "expected `|` or `;` before this");
        skip_until(input, cell_ends);
    }
    Cell {
        column_span: column_span.clone(),
        range: SourceRange {
            start: start.span(),
            end: last_span(start, input),
        },
        content,
    }
}

/// A text: one string, or several in a row.
fn text(input: ParseStream<'_>, _: &mut Errors) -> Result<Text> {
    let mut text: Text = string(input, "a text")?.into();
    while peek_string(input) {
        text.text.push_str(&input.parse::<LitStr>()?.value());
    }
    Ok(text)
}

fn provider(input: ParseStream<'_>, _: &mut Errors) -> Result<Ident> {
    if peek_string(input) {
        return Err(
            input.error("write the identifier of a provider here, without quotes; `provider Name = \"..\";` declares it")
        );
    }
    input
        .parse::<Ident>()
        .map_err(|_| input.error("expected the identifier of a provider"))
}

fn when(input: ParseStream<'_>, _: &mut Errors) -> Result<Expr> {
    if !input.peek(token::Brace) {
        return Err(
            input.error("expected a condition in braces: `when = { cfg!(feature = \"..\") }`")
        );
    }
    braced(input)
}
