//! The cells of rows and of `with`.

mod columns;
pub(super) mod header;
pub(super) mod value;

use proc_macro2::{Ident, Span};
use syn::parse::ParseStream;
use syn::{Error, LitStr, Result, Token, token};

use crate::ast::{Cell, Cells, ColumnKind, ColumnName, Content, Expr, Text};
use crate::errors::{Errors, SourceRange, line_of_first};
use crate::parse::tokens::{
    any_ident, braced, cell_ends, header_starts, last_span, next_word, pass_one, peek_brace,
    peek_string, peek_word, row_ends, skip_until, string,
};
use crate::vocabulary::{Column, List};

/// Reads the cells after the word `with`. Reports what is wrong, and skips it up to the `{` or the
/// `;`.
pub(super) fn with(input: ParseStream<'_>, keyword: Span, errors: &mut Errors) -> Cells {
    let mut cells = Cells::default();
    let before = errors.count();
    loop {
        if let Err(error) = shared(&mut cells, input, keyword, errors) {
            errors.push_syn(&error);
            skip_until(input, |input| {
                cell_ends(input) || peek_brace(input) || header_starts(input)
            });
        }
        if input.peek(Token![,]) {
            errors.push(input.span(), COMMA);
        } else if !input.peek(Token![|]) {
            cells.broken = errors.count() > before;
            return cells;
        }
        pass_one(input);
    }
}

/// Reads one `column = cell` after `with`.
fn shared(
    cells: &mut Cells,
    input: ParseStream<'_>,
    keyword: Span,
    errors: &mut Errors,
) -> Result<()> {
    if row_ends(input) || peek_brace(input) || header_starts(input) {
        return Err(Error::new(keyword, SHARED));
    }
    let is_joined = input.peek2(Token![=]) || input.peek2(Token![:]);
    let column = header::column(input, errors).map_err(|error| {
        if is_joined {
            error
        } else {
            Error::new(error.span(), SHARED)
        }
    })?;
    if column.name == ColumnKind::Cookie {
        let message = "a name cannot be shared: write it in its row";
        return Err(Error::new(column.span, message));
    }
    if !is_joined {
        let message = format!("expected `=` after `{}`", column.name.word());
        return Err(Error::new(column.span, message));
    }
    let joint = input.span();
    if input.peek(Token![:]) {
        errors.push(joint, JOINED);
    }
    pass_one(input);
    if cell_ends(input) || header_starts(input) {
        let message = format!("expected a cell after `{} =`", column.name.word());
        return Err(Error::new(joint, message));
    }
    header::no_derived(&column, errors);
    cells.read(&column, input, errors);
    Ok(())
}

/// The message for a `with` that is half typed.
const SHARED: &str = "expected `column = cell` after `with`";

/// The message for a `:` after a column.
const JOINED: &str = "expected `=` between a column and its cell: `note = \"..\"`";

/// The message for a `,` after a cell.
pub(super) const COMMA: &str = "cells are separated by `|`, not by `,`, and a row ends with `;`";

/// The message for a row with `|` at its edges.
pub(super) const EDGE: &str =
    "remove the `|` at the edge: a row starts with its name and ends with `;`";

/// Reads the cells of a row, after its names and up to the `;`. An `edged` row began with a `|`,
/// which has been reported.
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
            // If a cell is missing, the `|` belongs to that cell.
            if !edged && placed {
                errors.push(edge, EDGE);
            }
            break;
        }
        if let Some(column) = columns::named(input) {
            if let Some(word) = next_word(input) {
                errors.word(List::Column, &word);
            }
            pass_one(input);
            if input.peek(Token![:]) {
                errors.push(input.span(), JOINED);
            }
            pass_one(input);
            match column {
                Ok(column) => {
                    header::no_derived(&column, errors);
                    cells.read(&column, input, errors);
                }
                Err((span, message)) => {
                    errors.push(span, message);
                    skip_until(input, cell_ends);
                }
            }
            continue;
        }
        match columns.next().flatten() {
            Some(column) => cells.read(&column, input, errors),
            // `assign` has reported it. A word may become the name of a column.
            None => {
                if let Some(word) = next_word(input) {
                    errors.word(List::Column, &word);
                }
                skip_until(input, cell_ends);
            }
        }
    }
    cells.broken |= !complete;
    cells
}

impl Cells {
    /// Reads a cell, up to the next `|`, `;` or `{`.
    fn read(&mut self, column: &ColumnName, input: ParseStream<'_>, errors: &mut Errors) {
        let column_span = column.span;
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
                Column::Party => {
                    skip_until(input, |input| cell_ends(input) || peek_brace(input));
                    None
                }
                Column::Storage => fill(
                    &mut self.storage,
                    content(column_span, input, errors, value::storage),
                ),
                Column::Basis => fill(
                    &mut self.basis,
                    content(column_span, input, errors, value::basis),
                ),
                Column::Note => fill(&mut self.note, content(column_span, input, errors, text)),
                Column::When => fill(&mut self.when, content(column_span, input, errors, when)),
            },
        };
        if let Some(first) = first {
            errors.push(column_span, twice(column.name.word(), first, column_span));
        }
    }

    /// Adds the cells of another `with` in the same category.
    pub(super) fn add(&mut self, other: Self, errors: &mut Errors) {
        self.broken |= other.broken;
        macro_rules! add {
            ($($column:ident)+) => {
                $(if let Some(cell) = other.$column {
                    let column_span = cell.column_span;
                    if let Some(first) = fill(&mut self.$column, cell) {
                        errors.push(column_span, twice(stringify!($column), first, column_span));
                    }
                })+
            };
        }
        add!(provider function purpose duration attributes set_by storage basis note when);
        for (title, cell) in other.own {
            let column_span = cell.column_span;
            if let Some(first) = self.fill_own(title.clone(), cell) {
                errors.push(column_span, twice(&title, first, column_span));
            }
        }
    }

    fn fill_own(&mut self, title: String, cell: Cell<Text>) -> Option<Span> {
        let first = self.own.iter().find(|(other, _)| *other == title);
        let first = first.map(|(_, cell)| cell.column_span);
        if first.is_none() {
            self.own.push((title, cell));
        }
        first
    }
}

/// Fills a slot. Returns the place where the slot was filled before, if it was.
fn fill<T>(slot: &mut Option<Cell<T>>, cell: Cell<T>) -> Option<Span> {
    let first = slot.as_ref().map(|first| first.column_span);
    if first.is_none() {
        *slot = Some(cell);
    }
    first
}

fn twice(column: &str, first: Span, second: Span) -> String {
    let line = line_of_first(first, second);
    format!("the cell for `{column}` is written twice{line}")
}

/// Reads the content of a cell with the reader of its column.
fn content<T>(
    column_span: Span,
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
    let ends = cell_ends(input) || header_starts(input);
    if !ends && !peek_brace(input) && !input.peek(Token![,]) {
        errors.push(input.span(), "expected `|` or `;` before this");
        skip_until(input, cell_ends);
    }
    Cell {
        column_span,
        range: SourceRange {
            start: start.span(),
            end: last_span(start, input),
        },
        content,
    }
}

/// Reads a text: one string, or several in a row.
fn text(input: ParseStream<'_>, _: &mut Errors) -> Result<Text> {
    let mut text: Text = string(input, "a text")?.into();
    while peek_string(input) {
        text.text.push_str(&input.parse::<LitStr>()?.value());
    }
    Ok(text)
}

fn provider(input: ParseStream<'_>, errors: &mut Errors) -> Result<Ident> {
    if peek_string(input) {
        return Err(
            input.error("write the identifier of a provider here, without quotes; `provider Name = \"..\";` declares it")
        );
    }
    let word = input.parse::<Ident>();
    let word = word.map_err(|_| input.error("expected the identifier of a provider"))?;
    errors.word(List::Provider, &word);
    Ok(word)
}

fn when(input: ParseStream<'_>, _: &mut Errors) -> Result<Expr> {
    if !input.peek(token::Brace) {
        return Err(
            input.error("expected a condition in braces: `when = { cfg!(feature = \"..\") }`")
        );
    }
    braced(input)
}
