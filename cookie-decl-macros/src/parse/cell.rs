//! Headers, and the cells of rows and of `with`.

use proc_macro2::{Ident, Span, TokenTree};
use syn::buffer::Cursor;
use syn::parse::ParseStream;
use syn::{Error, LitStr, Result, Token, token};

pub(super) use self::value::attributes;
use super::{
    any_ident, braced, cell_ends, eat_word, last_span, next_word, peek_brace, peek_word, row_ends, skip_until,
};
use crate::ast::{Cell, Cells, ColumnKind, ColumnName, Content, Header, Text};
use crate::errors::{Errors, Place};
use crate::keys::{self, Column};

mod value;

/// The columns of a header. Of a column that is wrong only the cells are lost: the others keep their places.
pub(super) fn header(input: ParseStream<'_>, errors: &mut Errors) -> Header {
    let mut columns = Header::new();
    if let Some(word) = next_word(input).filter(|_| eat_word(input, "cookie").is_none()) {
        errors.push(word.span(), "a header starts with `cookie`: `cookie | function | duration;`");
        // What is no column was another word for the names.
        if let Some(column) = Column::parse(&word.to_string()) {
            columns.push(Some(ColumnName { name: ColumnKind::Known(column), span: word.span() }));
        }
        any_ident(input).ok();
    }
    while input.peek(Token![|]) || input.peek(Token![,]) {
        if input.peek(Token![,]) {
            errors.push(input.span(), "columns are separated by `|`");
        }
        input.parse::<TokenTree>().ok();
        if input.peek(Token![;]) {
            errors.push(input.span(), "no `|` at the end of a header");
            break;
        }
        let column = column(input, errors).and_then(|column| {
            if column.name == ColumnKind::Cookie || columns.iter().flatten().any(|other| other.name == column.name) {
                return Err(Error::new(column.span, format!("the column `{}` twice", column.name.word())));
            }
            Ok(column)
        });
        if let Err(error) = &column {
            errors.push_syn(error);
            skip_until(input, |input| cell_ends(input) || input.peek(Token![,]));
        }
        columns.push(column.ok());
    }
    columns
}

/// A column's name, `cookie` included.
pub(super) fn column(input: ParseStream<'_>, errors: &mut Errors) -> Result<ColumnName> {
    if input.peek(LitStr) {
        let title = input.parse::<LitStr>()?;
        if title.value().trim().is_empty() {
            errors.push(title.span(), "a column has a title");
        }
        return Ok(ColumnName { span: title.span(), name: ColumnKind::Own(title.value()) });
    }
    let word = any_ident(input).map_err(|_| input.error("expected the name of a column"))?;
    let text = word.to_string();
    let name = match Column::parse(&text) {
        Some(column) => ColumnKind::Known(column),
        None if text == "cookie" => ColumnKind::Cookie,
        None => {
            let message = format!("{}; a column of your own is quoted: `\"{text}\"`", Column::unknown(&text));
            return Err(Error::new(word.span(), message));
        }
    };
    Ok(ColumnName { name, span: word.span() })
}

/// The cells behind the word `with`.
pub(super) fn with(input: ParseStream<'_>, errors: &mut Errors) -> Result<Cells> {
    let mut cells = Cells::default();
    let before = errors.count();
    loop {
        let column = column(input, errors)?;
        if column.name == ColumnKind::Cookie {
            return Err(Error::new(column.span, "a name is not shared: it stands in its row"));
        }
        if !input.peek(Token![=]) {
            return Err(Error::new(column.span, format!("expected `=` after `{}`", column.name.word())));
        }
        input.parse::<Token![=]>()?;
        cells.read(&column, input, errors);
        if !input.peek(Token![|]) {
            cells.broken = errors.count() > before;
            return Ok(cells);
        }
        input.parse::<Token![|]>()?;
    }
}

/// What to say of a table drawn with `|` at its edges.
pub(super) const EDGE: &str = "no `|` at the edge of the table: a row starts with its name and ends with `;`";

/// The cells of a row, behind its names, up to the `;`. An `edged` row began with a `|`, which has been reported.
pub(super) fn row(
    input: ParseStream<'_>,
    header: Option<&[Option<ColumnName>]>,
    name: Span,
    edged: bool,
    errors: &mut Errors,
) -> Cells {
    let before = errors.count();
    let columns = place(input, header.unwrap_or_default(), header.is_some(), name, errors);
    let complete = columns.len() == header.map_or(0, <[_]>::len) && columns.iter().all(Option::is_some);
    let mut cells = Cells::default();
    let mut columns = columns.into_iter();
    while input.peek(Token![|]) {
        let edge = input.span();
        input.parse::<Token![|]>().ok();
        if !input.peek(Token![|]) && row_ends(input) && columns.len() == 0 {
            if !edged {
                errors.push(edge, EDGE);
            }
            break;
        }
        if let Some(column) = named(input) {
            any_column(input);
            input.parse::<Token![=]>().ok();
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
            // Too many cells, or a column that is wrong: it has been reported.
            None => skip_until(input, cell_ends),
        }
    }
    cells.broken = !complete || errors.count() > before;
    cells
}

fn any_column(input: ParseStream<'_>) {
    input.parse::<TokenTree>().ok();
}

/// The column of a cell `column = ..`; an error where the word is none.
fn named(input: ParseStream<'_>) -> Option<std::result::Result<ColumnName, (Span, String)>> {
    if !input.peek2(Token![=]) || super::row_starts(input) {
        return None;
    }
    if input.peek(LitStr) {
        let title = input.fork().parse::<LitStr>().ok()?;
        return Some(Ok(ColumnName { span: title.span(), name: ColumnKind::Own(title.value()) }));
    }
    let word = next_word(input)?;
    let text = word.to_string();
    if let Some(column) = Column::parse(&text) {
        return Some(Ok(ColumnName { span: word.span(), name: ColumnKind::Known(column) }));
    }
    // `SameSite=Lax` is the beginning of a cell of attributes, also in the wrong capitals.
    let attribute = keys::nearest(&text, keys::Attribute::WORDS.iter().copied().chain(["Max-Age", "Expires"]));
    attribute.is_none().then(|| Err((word.span(), Column::unknown(&text))))
}

/// Which column each cell without a name is of. Their number is checked, and what is missing is named.
fn place(
    input: ParseStream<'_>,
    header: &[Option<ColumnName>],
    has_header: bool,
    name: Span,
    errors: &mut Errors,
) -> Vec<Option<ColumnName>> {
    let shapes = shapes(input);
    let mut columns = header.to_vec();
    if shapes.len() == header.len() {
        return columns;
    }
    if !has_header {
        if let Some(shape) = shapes.first() {
            let message =
                "no header says what this cell is: write `cookie | duration;` above the rows, or `duration = ..` here";
            errors.push(shape.span, message);
        }
        return vec![None; shapes.len()];
    }
    if shapes.len() > header.len() {
        let shape = &shapes[header.len()];
        errors.push(shape.span, too_many(shape, header));
        columns.resize(shapes.len(), None);
        return columns;
    }
    // Too few: each cell takes the next column that it fits, as long as the others find room.
    let mut placed = Vec::new();
    let mut missing = Vec::new();
    let mut shapes = shapes.iter().peekable();
    for (index, column) in header.iter().enumerate() {
        let room = header.len() - index > shapes.len();
        match shapes.peek() {
            Some(shape) if column.as_ref().is_none_or(|column| shape.fits(&column.name)) || !room => {
                shapes.next();
                placed.push(column.clone());
            }
            _ => missing.extend(column.as_ref().map(|column| column.name.word())),
        }
    }
    if !missing.is_empty() {
        let cells = if missing.len() == 1 { "cell" } else { "cells" };
        let names = keys::one_of(&missing).replace(" or ", " and ");
        let message = format!("this row has no {cells} for {names}; `_` stands for what `with` or the default says");
        errors.push(name, message);
    }
    placed
}

/// What to say of a cell that the header has no column for.
fn too_many(shape: &Shape, header: &[Option<ColumnName>]) -> String {
    if let Some(TokenTree::Ident(word)) = &shape.first {
        let word = word.to_string();
        if Column::parse(&word).is_some() {
            return format!("a cell that the header does not have is named with a `=`: `{word} = ..`");
        }
        if keys::nearest(&word, keys::Attribute::WORDS.iter().copied()).is_some() {
            return "attributes stand together in one cell: `attributes = Secure HttpOnly Path=\"/\"`".to_owned();
        }
    }
    let mut names = vec!["cookie"];
    names.extend(header.iter().flatten().map(|column| column.name.word()));
    format!("one cell too many: the header has {}", keys::one_of(&names).replace(" or ", " and "))
}

/// What a cell begins with, looked at before it is known of which column it is.
struct Shape {
    span: Span,
    first: Option<TokenTree>,
    second: Option<TokenTree>,
}

impl Shape {
    fn fits(&self, column: &ColumnKind) -> bool {
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
        let attribute = keys::Attribute::parse(&word).is_some();
        match column {
            ColumnKind::Cookie => false,
            ColumnKind::Own(_) | ColumnKind::Known(Column::Function | Column::Purpose | Column::Note) => text,
            ColumnKind::Known(Column::Provider) => word.starts_with(char::is_uppercase) && !attribute,
            ColumnKind::Known(Column::Duration) => {
                !text && !literal.is_empty()
                    || matches!(word.as_str(), "session" | "rolling" | "persistent")
                    || brace && matches!(&self.second, Some(TokenTree::Ident(max)) if max == "max")
            }
            ColumnKind::Known(Column::Attributes) => {
                attribute || matches!(&self.first, Some(TokenTree::Punct(punct)) if ".!".contains(punct.as_char()))
            }
            ColumnKind::Known(Column::SetBy) => text || keys::SetBy::parse(&word).is_some(),
            ColumnKind::Known(Column::Storage) => keys::Storage::parse(&word).is_some(),
            ColumnKind::Known(Column::When) => brace && self.second.is_none(),
        }
    }
}

/// The cells without a name from here to the end of the row, without reading them.
fn shapes(input: ParseStream<'_>) -> Vec<Shape> {
    let ahead = input.fork();
    let mut shapes = Vec::new();
    while ahead.peek(Token![|]) {
        let edge = ahead.span();
        ahead.parse::<Token![|]>().ok();
        if !ahead.peek(Token![|]) && row_ends(&ahead) && ahead_is_edge(ahead.cursor()) {
            break;
        }
        let is_named = named(&ahead).is_some();
        let next = |skip: bool| {
            if skip || cell_ends(&ahead) { None } else { ahead.parse::<TokenTree>().ok() }
        };
        let first = next(false);
        let second = next(first.is_none());
        skip_until(&ahead, cell_ends);
        if !is_named {
            shapes.push(Shape { span: first.as_ref().map_or(edge, TokenTree::span), first, second });
        }
    }
    shapes
}

/// Behind a `|`, nothing but the end of the row: the `|` is an edge, not the beginning of an empty cell.
fn ahead_is_edge(cursor: Cursor<'_>) -> bool {
    cursor.punct().is_none_or(|(punct, _)| punct.as_char() != '|')
}

impl Cells {
    /// Reads the cell of a column, up to the next `|`, `;` or `{`.
    fn read(&mut self, column: &ColumnName, input: ParseStream<'_>, errors: &mut Errors) {
        let key = column.span;
        let twice = match &column.name {
            ColumnKind::Cookie => unreachable!("`cookie` heads the names"),
            ColumnKind::Own(title) => {
                let cell = content(key, input, errors, text);
                let twice = self.own.iter().any(|(other, _)| other == title);
                if !twice {
                    self.own.push((title.clone(), cell));
                }
                twice
            }
            ColumnKind::Known(column) => match column {
                Column::Provider => fill(&mut self.provider, content(key, input, errors, provider)),
                Column::Function => fill(&mut self.function, content(key, input, errors, text)),
                Column::Purpose => fill(&mut self.purpose, content(key, input, errors, text)),
                Column::Duration => fill(&mut self.duration, content(key, input, errors, value::duration)),
                Column::Attributes => fill(&mut self.attributes, content(key, input, errors, attributes)),
                Column::SetBy => fill(&mut self.set_by, content(key, input, errors, value::set_by)),
                Column::Storage => fill(&mut self.storage, content(key, input, errors, value::storage)),
                Column::Note => fill(&mut self.note, content(key, input, errors, text)),
                Column::When => fill(&mut self.when, content(key, input, errors, when)),
            },
        };
        if twice {
            errors.push(key, format!("the column `{}` twice for this row", column.name.word()));
        }
    }

    /// Adds the cells of another `with` of the same category.
    pub(super) fn add(&mut self, other: Self, errors: &mut Errors) {
        self.broken |= other.broken;
        macro_rules! add {
            ($($column:ident)+) => {
                $(if let Some(cell) = other.$column {
                    let key = cell.key;
                    if fill(&mut self.$column, cell) {
                        errors.push(key, concat!("`with` names the column `", stringify!($column), "` twice"));
                    }
                })+
            };
        }
        add!(provider function purpose duration attributes set_by storage note when);
        for (title, cell) in other.own {
            if self.own.iter().any(|(other, _)| *other == title) {
                errors.push(cell.key, format!("`with` names the column `{title}` twice"));
            } else {
                self.own.push((title, cell));
            }
        }
    }
}

/// Puts a cell in its place; says whether there was one.
fn fill<T>(place: &mut Option<Cell<T>>, cell: Cell<T>) -> bool {
    let twice = place.is_some();
    if !twice {
        *place = Some(cell);
    }
    twice
}

/// Reads one cell with the reader of its column.
fn content<T>(
    key: Span,
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
    if !cell_ends(input) && !peek_brace(input) {
        errors.push(input.span(), "expected `|` or `;` in front of this");
        skip_until(input, cell_ends);
    }
    Cell { key, place: Place { start: start.span(), end: last_span(start, input) }, content }
}

/// A text: one string, or several in a row.
fn text(input: ParseStream<'_>, _: &mut Errors) -> Result<Text> {
    let mut text: Text = super::string(input, "a text")?.into();
    while input.peek(LitStr) {
        text.text.push_str(&input.parse::<LitStr>()?.value());
    }
    Ok(text)
}

fn provider(input: ParseStream<'_>, _: &mut Errors) -> Result<Ident> {
    if input.peek(LitStr) {
        return Err(
            input.error("a provider is declared once, `provider Name = \"..\";`, and named here by its identifier")
        );
    }
    input.parse::<Ident>().map_err(|_| input.error("expected the identifier of a provider"))
}

fn when(input: ParseStream<'_>, _: &mut Errors) -> Result<crate::ast::Expr> {
    if !input.peek(token::Brace) {
        return Err(input.error("expected a condition in braces: `when = { cfg!(feature = \"..\") }`"));
    }
    braced(input)
}
