//! Categories, groups and rows.

use proc_macro2::{Ident, Span, TokenTree};
use syn::parse::ParseStream;
use syn::{Error, LitStr, Result, Token, token};

use crate::ast::{Break, Category, Cells, ColumnName, Docs, Header, Listed, Placed, Row, Text};
use crate::errors::Errors;
use crate::parse::cell::{self, header, value};
use crate::parse::docs::{no_allow, no_docs};
use crate::parse::gate::gate;
use crate::parse::include;
use crate::parse::row::{SEPARATORS, end_of_row, entries, names, peek_with, stray_semicolon};
use crate::parse::section::section;
use crate::parse::tokens::{
    any_ident, eat_word, end_of_line, next_word, peek_string, rest_of_line, row_ends, row_starts,
    skip_until,
};
use crate::vocabulary::{self, Item};

/// Reads a category after its keyword; `None` if not even its name was understood.
pub(super) fn category(
    input: ParseStream<'_>,
    docs: Docs,
    keyword: Span,
    header: Option<&[Option<ColumnName>]>,
    errors: &mut Errors,
) -> Result<Option<Category>> {
    let ident = if peek_string(input) {
        let title = input.parse::<LitStr>()?;
        errors.push(
            title.span(),
            "a category has an identifier without quotes, `category Statistics: opt_in`; the title for visitors is the `///` above",
        );
        syn::parse_str::<Ident>(&title.value())
            .ok()
            .map(|mut ident| {
                ident.set_span(title.span());
                ident
            })
    } else {
        let ident = input.parse::<Ident>();
        Some(ident.map_err(|_| {
            input.error(
                "expected the identifier of the category: `category Statistics: opt_in { .. }`",
            )
        })?)
    };
    if input.peek(Token![-]) {
        let message = "an identifier has no `-`: write `ThirdParty`; the title for visitors is the `///` above";
        errors.push(input.span(), message);
        skip_until(input, |input| {
            input.peek(Token![:]) || input.peek(token::Brace) || input.peek(Token![;])
        });
    }
    let before = errors.count();
    let (gate, options) = gate(input, ident.as_ref().map_or(keyword, Ident::span), errors);
    if errors.count() == before && !input.peek(token::Brace) && !input.peek(Token![;]) {
        errors.push(
            input.span(),
            "expected `{`; options of a gate are in parentheses: `opt_in(revision 2)`",
        );
    }
    skip_until(input, |input| {
        input.peek(token::Brace) || input.peek(Token![;])
    });
    if !input.peek(token::Brace) {
        return Err(Error::new(
            keyword,
            "the rows of a category are in braces: `category Statistics: opt_in { .. }`",
        ));
    }
    let content;
    syn::braced!(content in input);
    let mut body = Body {
        header: header.map(<[_]>::to_vec),
        with: Cells::default(),
        rows: Vec::new(),
        breaks: Vec::new(),
        includes: Vec::new(),
        own_header: false,
    };
    body.read(&content, errors);
    Ok(ident.map(|ident| Category {
        docs,
        ident,
        gate,
        options,
        with: body.with,
        rows: body.rows,
        breaks: body.breaks,
        includes: body.includes,
        brought: Vec::new(),
    }))
}

/// The inside of a category, as far as it has been read.
struct Body {
    header: Option<Header>,
    own_header: bool,
    with: Cells,
    rows: Vec<Row>,
    breaks: Vec<(usize, Break)>,
    includes: Vec<Placed>,
}

impl Body {
    fn read(&mut self, input: ParseStream<'_>, errors: &mut Errors) {
        entries(input, errors, |docs, errors| {
            self.entry(input, docs, errors)
        });
    }

    fn entry(&mut self, input: ParseStream<'_>, docs: Docs, errors: &mut Errors) -> Result<()> {
        let start = input.cursor();
        if peek_with(input) {
            no_docs(&docs, "`with`", errors);
            return self.with(input, &docs, errors);
        }
        if header::peek_header(input) || self.header_without_cookie(input) {
            no_docs(&docs, "a header", errors);
            no_allow(&docs, errors);
            self.header = Some(header::header(input, errors));
            if std::mem::replace(&mut self.own_header, true) || !self.rows.is_empty() {
                errors.push(
                    start.span(),
                    "a category has one header, and it is above the rows",
                );
            }
            return Ok(());
        }
        if peek_line(input, "section") {
            let keyword = any_ident(input)?;
            no_allow(&docs, errors);
            section(input, start, keyword.span(), &docs, errors);
            self.breaks.push((self.rows.len(), Break::Section(docs)));
            return Ok(());
        }
        if peek_line(input, "also") {
            let listed = listed(input, docs, errors)?;
            self.breaks
                .push((self.rows.len(), Break::Listed(Box::new(listed))));
            return Ok(());
        }
        if peek_line(input, "include") {
            let keyword = any_ident(input)?;
            let include = include::include(input, docs, keyword.span(), true, errors)?;
            self.includes.push(Placed {
                rows: self.rows.len(),
                breaks: self.breaks.len(),
                include,
            });
            return Ok(());
        }
        self.row(input, docs, &Cells::default(), errors)
    }

    /// Whether a header starts here without `cookie`: above the rows, words between `|`, one of
    /// them a column.
    fn header_without_cookie(&self, input: ParseStream<'_>) -> bool {
        if self.own_header || !self.rows.is_empty() {
            return false;
        }
        let ahead = input.fork();
        ahead.parse::<Option<Token![|]>>().ok();
        let mut column = false;
        while let Some(word) = next_word(&ahead) {
            column |= vocabulary::Column::guess(&word.to_string()).is_some();
            any_ident(&ahead).ok();
            while ahead.peek(Token![|]) || peek_string(&ahead) {
                ahead.parse::<TokenTree>().ok();
            }
        }
        column && ahead.peek(Token![;])
    }

    /// `with column = cell;` for the category, or `with column = cell { rows }` for a group.
    fn with(&mut self, input: ParseStream<'_>, docs: &Docs, errors: &mut Errors) -> Result<()> {
        let (start, before) = (input.cursor(), errors.count());
        let keyword = any_ident(input)?;
        let cells = cell::with(input, keyword.span(), errors);
        if input.peek(token::Brace) {
            return self.group(input, docs, &cells, errors);
        }
        if errors.count() == before {
            end_of_line(input, start, "`with`", errors);
        } else {
            rest_of_line(input, start);
        }
        no_allow(docs, errors);
        self.with.add(cells, errors);
        Ok(())
    }

    fn group(
        &mut self,
        input: ParseStream<'_>,
        above: &Docs,
        cells: &Cells,
        errors: &mut Errors,
    ) -> Result<()> {
        let content;
        syn::braced!(content in input);
        entries(&content, errors, |mut docs, errors| {
            docs.allows.extend_from_slice(&above.allows);
            let line = ["section", "also", "include"]
                .into_iter()
                .find(|word| peek_line(&content, word));
            if let Some(line) = line {
                errors.push(
                    content.span(),
                    format!("a group contains only rows: close it with `}}` above `{line}`"),
                );
                skip_until(&content, |content| content.peek(Token![;]));
                return content.parse::<Option<Token![;]>>().map(drop);
            }
            if !peek_with(&content) && !header::peek_header(&content) {
                return self.row(&content, docs, cells, errors);
            }
            let misplaced = any_ident(&content)?;
            let message = "a group contains only rows; write all that they share in one `with`: `with a = .. | b = .. {`";
            errors.push(misplaced.span(), message);
            if misplaced == "with" {
                let mut inner = cell::with(&content, misplaced.span(), errors);
                inner.broken = true;
                if content.peek(token::Brace) {
                    return self.group(&content, &docs, &inner, errors);
                }
            }
            skip_until(&content, |content| content.peek(Token![;]));
            content.parse::<Option<Token![;]>>().map(drop)
        });
        Ok(())
    }

    fn row(
        &mut self,
        input: ParseStream<'_>,
        docs: Docs,
        group: &Cells,
        errors: &mut Errors,
    ) -> Result<()> {
        let start = input.cursor();
        let before = errors.count();
        if let Some(result) = misplaced(input, errors) {
            return result;
        }
        // Drawn as in Markdown: report it once for the row, whatever its other edge looks like.
        let edged = input.peek(Token![|]);
        if edged {
            errors.push(input.span(), cell::EDGE);
            input.parse::<Token![|]>()?;
        }
        let before_names = errors.count();
        let mut row = Row {
            docs,
            names: names(input, errors)?,
            cells: Cells::default(),
            group: group.clone(),
            included: None,
        };
        stray_semicolon(input, errors);
        if !input.peek(Token![|]) && !row_ends(input) {
            // This is the rest of a wrong name, or of a half-typed row.
            if errors.count() == before_names {
                errors.push(input.span(), SEPARATORS);
            }
            skip_until(input, row_ends);
        }
        if input.peek(Token![|]) || errors.count() == before_names {
            let (header, name) = (self.header.as_deref(), row.names[0].span);
            row.cells = cell::row(input, header, name, edged, errors);
            let is_good = errors.count() == before;
            end_of_row(input, start, edged, is_good, errors);
        }
        input.parse::<Option<Token![;]>>()?;
        row.cells.broken |= errors.count() > before;
        self.rows.push(row);
        Ok(())
    }
}

/// Reads `also "name";`, with the cells that may differ from those of the row.
fn listed(input: ParseStream<'_>, docs: Docs, errors: &mut Errors) -> Result<Listed> {
    let before = errors.count();
    any_ident(input)?;
    if input.peek(Token![=]) || input.peek(Token![:]) {
        errors.push(input.span(), ALSO);
        input.parse::<TokenTree>()?;
    }
    if !peek_string(input) {
        return Err(input.error(ALSO));
    }
    let start = input.cursor();
    let name = Text::from(input.parse::<LitStr>()?);
    if input.peek(Token![,]) {
        errors.push(
            input.span(),
            "`also` lists one row: write another `also` for this name",
        );
        skip_until(input, row_ends);
    }
    let cells = cell::row(input, Some(&[]), name.span, false, errors);
    end_of_row(input, start, false, errors.count() == before, errors);
    input.parse::<Option<Token![;]>>()?;
    Ok(Listed { docs, name, cells })
}

/// The message for an `also` without a name.
const ALSO: &str =
    "`also` is followed by the name of a row of another category, in quotes: `also \"_pcid\";`";

/// Whether a line starts with this word. It may also be the name of a constant.
fn peek_line(input: ParseStream<'_>, word: &str) -> bool {
    let ahead = input.fork();
    if eat_word(&ahead, word).is_none() || ahead.peek(Token![|]) || ahead.peek(Token![,]) {
        return false;
    }
    // `also = "name";` is no row: it has no cells.
    let is_named = ahead.peek(Token![=]) || ahead.peek(Token![:]);
    !is_named || ahead.peek2(LitStr) && ahead.peek3(Token![;])
}

/// Reports what beginners type instead of a row.
fn misplaced(input: ParseStream<'_>, errors: &mut Errors) -> Option<Result<()>> {
    let span = input.span();
    if input.peek(Token![;]) {
        errors.push(
            span,
            "remove this `;`: it ends a row, and is not written after `}`",
        );
        return Some(input.parse::<Token![;]>().map(drop));
    }
    let colon = input.peek(Token![:]) || input.peek(Token![|]);
    if input.peek(Token![-]) || colon && input.peek2(Token![-]) {
        errors.push(
            span,
            "remove this line between the header and the rows: the header ends with `;`",
        );
        let line = span.start().line;
        let drawn = |input: ParseStream<'_>| {
            input.peek(Token![-]) || input.peek(Token![|]) || input.peek(Token![:])
        };
        skip_until(input, |input| {
            !drawn(input) || input.span().start().line != line
        });
        return Some(input.parse::<Option<Token![;]>>().map(drop));
    }
    let word = next_word(input)?.to_string();
    let named = input.peek2(Token![=])
        || input.peek2(Token![:])
        || input.peek2(Token![|])
        || input.peek2(Token![,]);
    if Item::parse(&word).is_some() && !named {
        errors.push(
            span,
            format!("`{word}` is not allowed in a category: is a `}}` missing above?"),
        );
        skip_until(input, |input| {
            input.peek(Token![;]) || input.peek(token::Brace)
        });
        return Some(input.parse::<Option<TokenTree>>().map(drop));
    }
    let attribute = vocabulary::Attribute::parse(&word).is_some();
    if attribute && (input.peek2(Token![;]) || input.peek2(Token![=]) && !input.peek3(LitStr)) {
        // The rest of a list that was separated by `;`. Skip to the next row.
        errors.push(span, value::SEPARATED);
        skip_until(input, |input| {
            input.peek(Token![#]) || peek_string(input) || row_starts(input)
        });
        return Some(Ok(()));
    }
    None
}
