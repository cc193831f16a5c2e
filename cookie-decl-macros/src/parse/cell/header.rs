//! Headers, which name the columns of the rows below.

use proc_macro2::TokenTree;
use syn::parse::ParseStream;
use syn::{Error, LitStr, Result, Token};

use crate::ast::{ColumnKind, ColumnName, Header};
use crate::errors::Errors;
use crate::parse::tokens::{
    any_ident, cell_ends, eat_word, end_of_line, next_word, pass_one, peek_word, rest_of_line,
    skip_until,
};
use crate::texts::is_blank;
use crate::vocabulary::{Column, List};

/// The message for a header without its first word.
pub(in crate::parse) const HEADER: &str =
    "a header starts with `cookie`: write `cookie | function | duration;`";

/// The message for a header with `|` at its edges.
const HEADER_EDGE: &str =
    "remove the `|` at the edge: a header starts with `cookie` and ends with `;`";

/// The message for a column without cells.
const DERIVED: &str = "`party` has no cells: it follows from `set_by`, such as `set_by = third_party`; \
                       `print cookie | party | duration;` prints it";

/// Reports a column without cells.
pub(super) fn no_derived(column: &ColumnName, errors: &mut Errors) {
    if column.name == ColumnKind::Known(Column::Party) {
        errors.push(column.span, DERIVED);
    }
}

/// Whether a header starts here: `cookie` without the `=` or `:` of a constant. A `|` may come
/// before it.
pub(in crate::parse) fn peek_header(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    ahead.parse::<Option<Token![|]>>().ok();
    peek_word(&ahead, "cookie") && !ahead.peek2(Token![=]) && !ahead.peek2(Token![:])
}

/// Reads a header to its end. A wrong column loses only its own cells: the others keep their
/// columns.
pub(in crate::parse) fn header(input: ParseStream<'_>, errors: &mut Errors) -> Header {
    let (start, before) = (input.cursor(), errors.count());
    // It is drawn as in Markdown. This is reported once, whatever the other edge looks like.
    let edged = input.peek(Token![|]);
    if edged {
        if peek_header(input) {
            errors.push(input.span(), HEADER_EDGE);
        }
        pass_one(input);
    }
    let columns = columns(input, edged, errors);
    if errors.count() == before {
        end_of_line(input, start, "header", errors);
    } else {
        rest_of_line(input, start);
    }
    columns
}

fn columns(input: ParseStream<'_>, edged: bool, errors: &mut Errors) -> Header {
    let mut columns = Header::new();
    let line = input.span().start().line;
    let starts = eat_word(input, "cookie").is_some();
    if let Some(word) = next_word(input).filter(|_| !starts) {
        errors.push(word.span(), HEADER);
        // A word that is not a column probably means `cookie`.
        if let Some(column) = Column::parse(&word.to_string()) {
            columns.push(Some(ColumnName {
                name: ColumnKind::Known(column),
                span: word.span(),
            }));
        }
        any_ident(input).ok();
    }
    while !closing_edge(input, edged, &mut columns, errors) && between(input, line, errors) {
        let word = next_word(input);
        let mut read = column(input, errors);
        if let Err(error) = &read {
            errors.push_syn(error);
            skip_until(input, |input| cell_ends(input) || input.peek(Token![,]));
            // The guess prevents errors in its cells.
            if let Some((word, guess)) =
                word.and_then(|word| Column::guess(&word.to_string()).map(|guess| (word, guess)))
            {
                read = Ok(ColumnName {
                    name: ColumnKind::Known(guess),
                    span: word.span(),
                });
            }
        }
        if !starts
            && read
                .as_ref()
                .is_ok_and(|column| column.name == ColumnKind::Cookie)
        {
            // `cookie` is not the first word, which has been reported.
            continue;
        }
        if let Ok(column) = &read {
            no_derived(column, errors);
        }
        let twice = |column: &ColumnName| {
            column.name == ColumnKind::Cookie
                || columns
                    .iter()
                    .flatten()
                    .any(|other| other.name == column.name)
        };
        if let Some(column) = read.as_ref().ok().filter(|column| twice(column)) {
            errors.push(
                column.span,
                format!("the column `{}` is in the header twice", column.name.word()),
            );
            columns.push(None);
        } else {
            columns.push(read.ok());
        }
    }
    columns
}

/// Whether another column follows on this line. Skips the `|` before it.
pub(in crate::parse) fn between(input: ParseStream<'_>, line: usize, errors: &mut Errors) -> bool {
    let separated = input.peek(Token![|]);
    let is_column = next_word(input)
        .is_some_and(|word| word == "cookie" || Column::parse(&word.to_string()).is_some());
    let forgotten = (is_column || input.peek(LitStr)) && input.span().start().line == line;
    if !separated && (input.peek(Token![,]) || forgotten) {
        errors.push(input.span(), "columns are separated by `|`");
    }
    if separated || input.peek(Token![,]) {
        pass_one(input);
        return true;
    }
    forgotten
}

/// Skips a `|` that only the end of the header follows.
fn closing_edge(
    input: ParseStream<'_>,
    edged: bool,
    columns: &mut Header,
    errors: &mut Errors,
) -> bool {
    let edge = input.span();
    let closes =
        input.peek(Token![|]) && (input.peek2(Token![;]) || edged && is_last_of_line(input));
    if closes {
        pass_one(input);
        if !edged {
            errors.push(edge, HEADER_EDGE);
            // Otherwise the column after it was forgotten.
            columns.push(None);
        }
    }
    closes
}

/// Whether the next token is the last one on its line.
pub(super) fn is_last_of_line(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    ahead
        .parse::<TokenTree>()
        .is_ok_and(|tree| ahead.is_empty() || ahead.span().start().line > tree.span().end().line)
}

/// Reads the name of a column, which may be `cookie`.
pub(in crate::parse) fn column(input: ParseStream<'_>, errors: &mut Errors) -> Result<ColumnName> {
    if input.peek(LitStr) {
        let title = input.parse::<LitStr>()?;
        if is_blank(&title.value()) {
            errors.push(title.span(), "the title of the column is empty");
        }
        return Ok(ColumnName {
            name: ColumnKind::Own(title.value()),
            span: title.span(),
        });
    }
    let word = any_ident(input).map_err(|_| input.error("expected the name of a column"))?;
    errors.word(List::Column, &word);
    let text = word.to_string();
    let name = match Column::parse(&text) {
        Some(column) => ColumnKind::Known(column),
        None if text == "cookie" => ColumnKind::Cookie,
        None => return Err(Error::new(word.span(), Column::unknown_column(&text))),
    };
    Ok(ColumnName {
        name,
        span: word.span(),
    })
}
