//! Finds the column of each cell of a row before the cells are read.

use proc_macro2::{Span, TokenTree};
use syn::buffer::Cursor;
use syn::parse::ParseStream;
use syn::{LitStr, Token};

use crate::ast::{ColumnKind, ColumnName};
use crate::errors::{Errors, SourceRange};
use crate::parse::cell::header::is_last_of_line;
use crate::parse::cell::value::LIFETIME;
use crate::parse::tokens::{
    cell_ends, last_span, next_word, peek_string, row_ends, row_starts, skip_until,
};
use crate::vocabulary::{self, Column, List};

/// Finds the column of each cell without a name. Checks their number, and names what is missing.
pub(super) fn assign(
    input: ParseStream<'_>,
    header: Option<&[Option<ColumnName>]>,
    name: Span,
    edged: bool,
    errors: &mut Errors,
) -> Vec<Option<ColumnName>> {
    let Shapes { shapes, named } = shapes(input, edged);
    let Some(header) = header else {
        if let Some(shape) = shapes.first() {
            let message = "there is no header that says what this cell is: write `cookie | duration;` above the rows, or `duration = ..` here";
            errors.push(shape.range, message);
        }
        return vec![None; shapes.len()];
    };
    let mut columns = header.to_vec();
    if shapes.len() == columns.len() {
        swapped(&shapes, &mut columns, errors);
        return columns;
    }
    // If a column was not understood, the others cannot be counted.
    let open = columns.iter().any(Option::is_none);
    if shapes.len() > columns.len() {
        let (columns, first) = surplus(&shapes, &columns);
        if !open {
            errors.push(first.range, too_many(first, header));
        }
        return columns;
    }
    let is_in_header = |cell: &&ColumnName| {
        let mut columns = header.iter().flatten();
        columns.any(|column| column.name == cell.name)
    };
    let named_again = named.iter().flatten().find(is_in_header);
    if let Some(ColumnName { name, span }) = named_again {
        let word = name.word();
        let message = format!(
            "`{word}` is a column of the header: write its cell in its place, without `{word} =`"
        );
        errors.push(*span, message);
    }
    let is_named =
        |column: &ColumnName| named.iter().flatten().any(|cell| cell.name == column.name);
    columns.retain(|column| column.as_ref().is_none_or(|column| !is_named(column)));
    let (assigned, missing) = spread(&shapes, &columns);
    // A row without its `;` is not finished. That has been reported.
    let finished = || {
        let ahead = input.fork();
        skip_until(&ahead, row_ends);
        ahead.peek(Token![;])
    };
    // A named cell with an error may be the missing one.
    let open = open || named_again.is_some() || named.iter().any(Result::is_err);
    if !missing.is_empty() && !open && (edged || finished()) {
        let cells = if missing.len() == 1 { "cell" } else { "cells" };
        let names = vocabulary::one_of(&missing).replace(" or ", " and ");
        let message = format!(
            "this row has no {cells} for {names}; `_` takes the value of `with` or the default"
        );
        errors.push(name, message);
    }
    assigned
}

/// Assigns too few cells: each takes the next column that it fits, if the others still have room. A
/// cell that fits no column is half typed, and rows are typed from the left. Also returns the words
/// of the other columns.
fn spread<'c>(
    shapes: &[Shape<'_>],
    columns: &'c [Option<ColumnName>],
) -> (Vec<Option<ColumnName>>, Vec<&'c str>) {
    let (mut assigned, mut missing) = (Vec::new(), Vec::new());
    let mut shapes = shapes.iter().peekable();
    for (index, column) in columns.iter().enumerate() {
        let has_room = columns.len() - index > shapes.len();
        let takes = |shape: &&Shape<'_>| {
            let fits = |column: &Option<ColumnName>| shape.fits(column.as_ref());
            fits(column) || !has_room || !columns[index..].iter().any(fits)
        };
        if shapes.next_if(takes).is_some() {
            assigned.push(column.clone());
        } else {
            missing.extend(column.as_ref().map(|column| column.name.word()));
        }
    }
    (assigned, missing)
}

/// Returns the columns of too many cells, and the first cell without a column.
///
/// A cell that fits no column is the surplus one if all others then fit. Otherwise the last ones
/// are surplus.
fn surplus<'s, 'a>(
    shapes: &'s [Shape<'a>],
    header: &[Option<ColumnName>],
) -> (Vec<Option<ColumnName>>, &'s Shape<'a>) {
    let mut rest = header.iter().peekable();
    let mut first = None;
    let mut columns = Vec::new();
    for shape in shapes {
        if let Some(column) = rest.next_if(|column| shape.fits(column.as_ref())) {
            columns.push(column.clone());
        } else {
            first = first.or(Some(shape));
            columns.push(None);
        }
    }
    if let (None, Some(first)) = (rest.next(), first) {
        return (columns, first);
    }
    let mut columns = header.to_vec();
    columns.resize(shapes.len(), None);
    (columns, &shapes[header.len()])
}

/// Returns the message for a cell that has no column in the header.
fn too_many(shape: &Shape<'_>, header: &[Option<ColumnName>]) -> String {
    if let Some(TokenTree::Ident(word)) = &shape.first {
        let word = word.to_string();
        if Column::parse(&word).is_some() {
            return format!(
                "a cell whose column is not in the header has a name and `=`: `{word} = ..`"
            );
        }
        if vocabulary::Attribute::is_lifetime(&word) {
            return LIFETIME.to_owned();
        }
        if vocabulary::nearest(&word, vocabulary::Attribute::WORDS.iter().copied()).is_some() {
            if word.eq_ignore_ascii_case("domain") {
                return "a domain that the site's cookie is sent to is an attribute, `attributes = .. Domain=\"..\"`; \
                        that of a third party which sets it is `set_by = \"..\"`"
                    .to_owned();
            }
            return "attributes are together in one cell: `attributes = Secure HttpOnly Path=\"/\"`".to_owned();
        }
        if let Some(title) = title(shape.start) {
            return format!("a column of your own is in quotes: `\"{title}\" = ..`");
        }
    }
    if header.is_empty() {
        return "no header names the column of this cell: write it before the cell, `note = \"..\"`"
            .to_owned();
    }
    let mut names = vec!["cookie"];
    names.extend(header.iter().flatten().map(|column| column.name.word()));
    let names = vocabulary::one_of(&names).replace(" or ", " and ");
    let advice = if shape.fits_kind(&ColumnKind::Known(Column::Note)) {
        "; name its column, `note = \"..\"`"
    } else {
        ""
    };
    format!("one cell too many: the header has {names}{advice}")
}

/// Returns the words before a `=`, if there are several.
fn title(mut cursor: Cursor<'_>) -> Option<String> {
    let mut words = Vec::new();
    while let Some((word, rest)) = cursor.ident() {
        words.push(word.to_string());
        cursor = rest;
    }
    let named = cursor
        .punct()
        .is_some_and(|(punct, _)| punct.as_char() == '=');
    (named && words.len() > 1).then(|| words.join(" "))
}

/// Reports cells that are in each other's columns, once, and moves them to their own columns.
fn swapped(shapes: &[Shape<'_>], columns: &mut [Option<ColumnName>], errors: &mut Errors) {
    let wrong: Vec<_> = (0..shapes.len())
        .filter(|index| !shapes[*index].fits(columns[*index].as_ref()))
        .collect();
    let mut free: Vec<_> = wrong.iter().map(|index| columns[*index].clone()).collect();
    let mut placed = Vec::new();
    for index in &wrong {
        let Some(column) = free
            .iter()
            .position(|column| shapes[*index].fits(column.as_ref()))
        else {
            return;
        };
        placed.push(free.remove(column));
    }
    if let (Some(first), Some(Some(column))) = (wrong.first(), placed.first()) {
        let there = columns[*first]
            .as_ref()
            .map_or("", |column| column.name.word());
        let message = format!(
            "this is a `{}`, but the header has `{there}` here",
            column.name.word()
        );
        errors.push(shapes[*first].range, message);
    }
    for (index, column) in wrong.into_iter().zip(placed) {
        columns[index] = column;
    }
}

/// The beginning of a cell whose column is not known yet.
struct Shape<'a> {
    range: SourceRange,
    start: Cursor<'a>,
    first: Option<TokenTree>,
    second: Option<TokenTree>,
}

impl Shape<'_> {
    /// Whether the cell may belong to a column. Any cell may belong to a column that was not
    /// understood.
    fn fits(&self, column: Option<&ColumnName>) -> bool {
        column.is_none_or(|column| self.fits_kind(&column.name))
    }

    fn fits_kind(&self, column: &ColumnKind) -> bool {
        let word = match &self.first {
            None => return true,
            Some(TokenTree::Ident(word)) => word.to_string(),
            Some(_) => String::new(),
        };
        if matches!(word.as_str(), "_" | "none") {
            return true;
        }
        let literal = match &self.first {
            Some(TokenTree::Literal(literal)) => literal.to_string(),
            _ => String::new(),
        };
        let text = literal.ends_with(['"', '#']);
        let brace = matches!(self.first, Some(TokenTree::Group(_)));
        let attribute = vocabulary::Attribute::parse(&word).is_some();
        match column {
            ColumnKind::Cookie => false,
            // It has been reported, whatever its cells contain.
            ColumnKind::Known(Column::Party) => true,
            ColumnKind::Own(_)
            | ColumnKind::Known(Column::Function | Column::Purpose | Column::Note) => text,
            ColumnKind::Known(Column::Provider) => {
                word.starts_with(char::is_uppercase) && !attribute
            }
            ColumnKind::Known(Column::Duration) => {
                !text && !literal.is_empty()
                    || List::Duration.has(&word)
                    || brace && matches!(&self.second, Some(TokenTree::Ident(max)) if max == "max")
            }
            ColumnKind::Known(Column::Attributes) => {
                attribute
                    || matches!(&self.first, Some(TokenTree::Punct(punct)) if ".!".contains(punct.as_char()))
            }
            ColumnKind::Known(Column::SetBy) => text || vocabulary::SetBy::parse(&word).is_some(),
            ColumnKind::Known(Column::Storage) => vocabulary::Storage::parse(&word).is_some(),
            ColumnKind::Known(Column::Basis) => vocabulary::Basis::parse(&word).is_some(),
            ColumnKind::Known(Column::When) => brace && self.second.is_none(),
        }
    }
}

/// The cells of a row without a name, and the columns of the named ones.
struct Shapes<'a> {
    shapes: Vec<Shape<'a>>,
    named: Vec<NamedColumn>,
}

/// Looks ahead at the cells up to the end of the row.
fn shapes(input: ParseStream<'_>, edged: bool) -> Shapes<'_> {
    let ahead = input.fork();
    let (mut shapes, mut columns) = (Vec::new(), Vec::new());
    while ahead.peek(Token![|]) && !(edged && is_last_of_line(&ahead)) {
        let edge = ahead.span();
        ahead.parse::<Token![|]>().ok();
        if !ahead.peek(Token![|]) && row_ends(&ahead) && ahead_is_edge(ahead.cursor()) {
            break;
        }
        let named = named(&ahead);
        let next = |skip: bool| {
            if skip || cell_ends(&ahead) {
                None
            } else {
                ahead.parse::<TokenTree>().ok()
            }
        };
        let start = ahead.cursor();
        let first = next(false);
        let second = next(first.is_none());
        skip_until(&ahead, cell_ends);
        if let Some(named) = named {
            columns.push(named);
        } else {
            let cell = SourceRange {
                start: start.span(),
                end: last_span(start, &ahead),
            };
            shapes.push(Shape {
                range: if first.is_some() { cell } else { edge.into() },
                start,
                first,
                second,
            });
        }
    }
    Shapes {
        shapes,
        named: columns,
    }
}

/// Whether only the end of the row follows. Then the `|` before it was an edge, not an empty cell.
fn ahead_is_edge(cursor: Cursor<'_>) -> bool {
    cursor
        .punct()
        .is_none_or(|(punct, _)| punct.as_char() != '|')
}

/// Returns the column of a cell `column = ..`. If the word is not a column, returns its span and
/// the message.
pub(super) type NamedColumn = Result<ColumnName, (Span, String)>;

pub(super) fn named(input: ParseStream<'_>) -> Option<NamedColumn> {
    let equals = input.peek2(Token![=]) && !row_starts(input);
    if !equals && !input.peek2(Token![:]) {
        return None;
    }
    if peek_string(input) {
        let title = input.fork().parse::<LitStr>().ok()?;
        return Some(Ok(ColumnName {
            name: ColumnKind::Own(title.value()),
            span: title.span(),
        }));
    }
    let word = next_word(input)?;
    let text = word.to_string();
    if let Some(column) = Column::parse(&text) {
        return Some(Ok(ColumnName {
            name: ColumnKind::Known(column),
            span: word.span(),
        }));
    }
    // `SameSite=Lax` begins a cell of attributes, even in the wrong case, and so does `Expires=..`.
    let attribute = vocabulary::nearest(&text, vocabulary::Attribute::WORDS.iter().copied())
        .is_some()
        || vocabulary::Attribute::is_lifetime(&text) && text.starts_with(char::is_uppercase);
    (equals && !attribute).then(|| Err((word.span(), Column::unknown_column(&text))))
}
