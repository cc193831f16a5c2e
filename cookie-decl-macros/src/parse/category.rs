//! Categories, groups and rows.

use proc_macro2::{Ident, Span, TokenTree};
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::{Error, LitInt, LitStr, Result, Token, token};

use super::cell;
use super::docs::{docs, no_allow, no_docs};
use super::item::tokens_until;
use super::{
    any_ident, cell_ends, eat_word, last_span, next_word, peek_word, row_ends, row_starts, semicolon, skip_until,
    string,
};
use crate::ast::{Category, Cells, ColumnName, Constant, Docs, GateOption, GateOptionValue, Header, Name, Row};
use crate::errors::Errors;
use crate::keys::{self, Gate, Item};

/// Reads a category behind its keyword; `None` when not even its name was understood.
pub(super) fn category(
    input: ParseStream<'_>,
    docs: Docs,
    keyword: Span,
    header: Option<&[Option<ColumnName>]>,
    errors: &mut Errors,
) -> Result<Option<Category>> {
    let ident = if input.peek(LitStr) {
        let title = input.parse::<LitStr>()?;
        errors.push(
            title.span(),
            "a category has an identifier, `category Statistics: opt_in`; visitors read the title in the `///` above",
        );
        syn::parse_str::<Ident>(&title.value()).ok().map(|mut ident| {
            ident.set_span(title.span());
            ident
        })
    } else {
        Some(input.parse::<Ident>()?)
    };
    if input.peek(Token![-]) {
        let message = "an identifier has no `-`: `ThirdParty`; visitors read the title in the `///` above";
        errors.push(input.span(), message);
        skip_until(input, |input| input.peek(Token![:]) || input.peek(token::Brace) || input.peek(Token![;]));
    }
    let (gate, options) = gate(input, ident.as_ref().map_or(keyword, Ident::span), errors);
    if gate.is_some() && !input.peek(token::Brace) && !input.peek(Token![;]) {
        errors.push(input.span(), "expected `{`; options of a gate stand in parentheses: `opt_in(revision 2)`");
    }
    skip_until(input, |input| input.peek(token::Brace) || input.peek(Token![;]));
    if !input.peek(token::Brace) {
        return Err(Error::new(keyword, "a category has its rows in braces: `category Statistics: opt_in { .. }`"));
    }
    let content;
    syn::braced!(content in input);
    let mut body =
        Body { header: header.map(<[_]>::to_vec), with: Cells::default(), rows: Vec::new(), own_header: false };
    body.read(&content, errors);
    Ok(ident.map(|ident| Category { docs, ident, gate, options, with: body.with, rows: body.rows }))
}

/// `: opt_in(revision 2)`
fn gate(input: ParseStream<'_>, place: Span, errors: &mut Errors) -> (Option<Gate>, Vec<GateOption>) {
    let mut options = Vec::new();
    if !input.peek(Token![:]) {
        errors.push(
            place,
            "a category says what its cookies need: `: exempt` (no consent), `: opt_in` (consent first) or `: opt_out` \
             (until the visitor objects) [C1]",
        );
        return (None, options);
    }
    input.parse::<Token![:]>().ok();
    let Ok(word) = any_ident(input) else {
        errors.push(input.span(), format!("expected a gate: {}", keys::one_of(Gate::WORDS)));
        return (None, options);
    };
    let gate = Gate::parse(&word.to_string());
    if gate.is_none() {
        errors.push(word.span(), unknown_gate(&word.to_string(), next_after_dash(input).as_deref()));
    }
    if input.peek(token::Paren) {
        let mut read = || -> Result<()> {
            let content;
            syn::parenthesized!(content in input);
            while !content.is_empty() {
                match gate_option(&content) {
                    Ok(option) => options.push(option),
                    Err(error) => {
                        errors.push_syn(&error);
                        skip_until(&content, |content| content.peek(Token![,]));
                    }
                }
                if !content.is_empty() {
                    content.parse::<Token![,]>()?;
                }
            }
            Ok(())
        };
        if let Err(error) = read() {
            errors.push_syn(&error);
        }
    }
    (gate, options)
}

fn next_after_dash(input: ParseStream<'_>) -> Option<String> {
    let (_, rest) = input.cursor().punct().filter(|(dash, _)| dash.as_char() == '-')?;
    rest.ident().map(|(ident, _)| ident.to_string())
}

fn unknown_gate(word: &str, after_dash: Option<&str>) -> String {
    let near = match (word, after_dash) {
        ("opt", Some("in")) => Some("opt_in"),
        ("opt", Some("out")) => Some("opt_out"),
        _ => match word.to_lowercase().as_str() {
            "necessary" | "essential" | "required" | "strictly_necessary" | "functional" | "none" => Some("exempt"),
            "consent" | "optional" | "optin" | "ask" | "statistics" | "marketing" => Some("opt_in"),
            "objection" | "optout" | "legitimate_interest" => Some("opt_out"),
            _ => None,
        },
    };
    match near {
        Some(near) => format!("unknown gate `{word}`, did you mean `{near}`?"),
        None => format!(
            "{}; `exempt` needs no consent, `opt_in` consent first, `opt_out` is allowed until the visitor objects",
            Gate::unknown(word)
        ),
    }
}

fn gate_option(content: ParseStream<'_>) -> Result<GateOption> {
    let word = any_ident(content)?;
    let option = keys::GateOption::parse(&word.to_string())
        .ok_or_else(|| Error::new(word.span(), keys::GateOption::unknown(&word.to_string())))?;
    let value = match option {
        keys::GateOption::Revision => {
            GateOptionValue::Revision(content.parse::<LitInt>().and_then(|number| number.base10_parse())?)
        }
        keys::GateOption::Gpc => GateOptionValue::Gpc,
        keys::GateOption::ConsentMode => {
            let list;
            syn::parenthesized!(list in content);
            let signals = Punctuated::<Ident, Token![,]>::parse_terminated(&list)?;
            GateOptionValue::ConsentMode(signals.into_iter().collect())
        }
        keys::GateOption::Tcf => {
            let list;
            syn::parenthesized!(list in content);
            let numbers = Punctuated::<LitInt, Token![,]>::parse_terminated(&list)?;
            let mut purposes = Vec::new();
            for number in numbers {
                // What is too large is no purpose either, which `check` says.
                purposes.push((number.base10_parse().unwrap_or(u8::MAX), number.span()));
            }
            GateOptionValue::Tcf(purposes)
        }
    };
    Ok(GateOption { span: word.span(), value })
}

/// The inside of a category, as far as it is read.
struct Body {
    header: Option<Header>,
    own_header: bool,
    with: Cells,
    rows: Vec<Row>,
}

impl Body {
    fn read(&mut self, input: ParseStream<'_>, errors: &mut Errors) {
        while !input.is_empty() {
            let docs = docs(input, errors);
            if let Err(error) = self.entry(input, docs, errors) {
                errors.push_syn(&error);
                skip_until(input, |input| input.peek(Token![;]) || row_starts(input));
                input.parse::<Option<Token![;]>>().ok();
            }
        }
    }

    fn entry(&mut self, input: ParseStream<'_>, docs: Docs, errors: &mut Errors) -> Result<()> {
        let start = input.cursor();
        if input.is_empty() {
            let place = docs.paragraphs.last().map_or_else(|| input.span(), |text| text.span);
            return Err(Error::new(place, "expected a row below this text"));
        }
        if peek_header(input) || self.header_without_cookie(input) {
            no_docs(&docs, "a header", errors);
            no_allow(&docs, errors);
            self.header = Some(cell::header(input, errors));
            if std::mem::replace(&mut self.own_header, true) || !self.rows.is_empty() {
                errors.push(start.span(), "a category has one header, above its rows");
            }
            semicolon(input, start, "header", errors);
            return Ok(());
        }
        if peek_word(input, "with") && !row_starts(input) {
            no_docs(&docs, "`with`", errors);
            return self.with(input, &docs, errors);
        }
        self.row(input, docs, &Cells::default(), errors)
    }

    /// Above the rows, words between `|` with a column among them: a header that does not start with `cookie`.
    fn header_without_cookie(&self, input: ParseStream<'_>) -> bool {
        if self.own_header || !self.rows.is_empty() {
            return false;
        }
        let ahead = input.fork();
        let mut column = false;
        while let Some(word) = next_word(&ahead) {
            let word = word.to_string();
            column |= keys::nearest(&word, keys::Column::WORDS.iter().copied()).is_some();
            any_ident(&ahead).ok();
            if !ahead.peek(Token![|]) {
                return column && ahead.peek(Token![;]);
            }
            ahead.parse::<Token![|]>().ok();
            while ahead.peek(LitStr) {
                ahead.parse::<LitStr>().ok();
                ahead.parse::<Option<Token![|]>>().ok();
            }
        }
        column && ahead.peek(Token![;])
    }

    /// `with column = cell;` for the category, or `with column = cell { rows }` for a group.
    fn with(&mut self, input: ParseStream<'_>, group: &Docs, errors: &mut Errors) -> Result<()> {
        let start = input.cursor();
        any_ident(input)?;
        let cells = cell::with(input, errors)?;
        if !input.peek(token::Brace) {
            no_allow(group, errors);
            semicolon(input, start, "`with`", errors);
            self.with.add(cells, errors);
            return Ok(());
        }
        let content;
        syn::braced!(content in input);
        while !content.is_empty() {
            let mut docs = docs(&content, errors);
            docs.allows.extend_from_slice(&group.allows);
            let read = if content.is_empty() {
                Err(content.error("expected a row below this text"))
            } else if peek_word(&content, "with") || peek_header(&content) {
                Err(content
                    .error("a group holds rows only; one `with` names all that they share: `with a = .. | b = .. {`"))
            } else {
                self.row(&content, docs, &cells, errors)
            };
            if let Err(error) = read {
                errors.push_syn(&error);
                skip_until(&content, |input| input.peek(Token![;]) || input.peek(token::Brace));
                if content.peek(token::Brace) {
                    content.parse::<TokenTree>().ok();
                }
                content.parse::<Option<Token![;]>>().ok();
            }
        }
        Ok(())
    }

    fn row(&mut self, input: ParseStream<'_>, docs: Docs, group: &Cells, errors: &mut Errors) -> Result<()> {
        let start = input.cursor();
        if let Some(result) = misplaced(input, errors) {
            return result;
        }
        // A table drawn as in Markdown: one mistake for the row, whatever its other edge looks like.
        let edged = input.peek(Token![|]);
        if edged {
            errors.push(input.span(), cell::EDGE);
            input.parse::<Token![|]>()?;
        }
        if let Some(word) =
            next_word(input).filter(|word| ["pub", "const", "static", "let"].iter().any(|no| word == no))
        {
            errors.push(word.span(), format!("no `{word}`: a row is `NAME = \"cookie name\" | ..;`"));
            any_ident(input)?;
        }
        let (names, understood) = names(input, errors)?;
        let cells = if understood {
            cell::row(input, self.header.as_deref(), names[0].span, edged, errors)
        } else {
            skip_until(input, row_ends);
            Cells { broken: true, ..Cells::default() }
        };
        if !(input.peek(Token![;]) || edged && row_ends(input)) {
            let place = last_span(start, input);
            let hint = if row_ends(input) { "expected `;` at the end of the row" } else { "expected `|` or `;`" };
            errors.push(place, hint);
            skip_until(input, row_ends);
        }
        input.parse::<Option<Token![;]>>()?;
        self.rows.push(Row { docs, names, cells, group: group.clone() });
        Ok(())
    }
}

/// `cookie` without the `=` or `:` of a constant.
fn peek_header(input: ParseStream<'_>) -> bool {
    peek_word(input, "cookie") && !input.peek2(Token![=]) && !input.peek2(Token![:])
}

/// The names of a row; and whether its cells follow.
fn names(input: ParseStream<'_>, errors: &mut Errors) -> Result<(Vec<Name>, bool)> {
    let mut names = vec![name(input, errors)?];
    while input.peek(Token![,]) {
        let comma = input.span();
        input.parse::<Token![,]>()?;
        if cell_ends(input) && !row_starts(input) {
            errors.push(comma, "no `,` behind the last name");
        } else if input.peek(LitStr) || next_word(input).is_some() {
            names.push(name(input, errors)?);
        } else {
            errors.push(comma, SEPARATORS);
            return Ok((names, false));
        }
    }
    let understood = cell_ends(input);
    if !understood {
        errors.push(input.span(), SEPARATORS);
    }
    Ok((names, understood))
}

const SEPARATORS: &str = "names are separated by `,`, cells by `|`";

/// What beginners type where a row is expected.
fn misplaced(input: ParseStream<'_>, errors: &mut Errors) -> Option<Result<()>> {
    let span = input.span();
    if input.peek(Token![;]) {
        errors.push(span, "no `;` here: a row ends with one, a `}` needs none");
        return Some(input.parse::<Token![;]>().map(drop));
    }
    if input.peek(Token![-]) || input.peek(Token![|]) && input.peek2(Token![-]) {
        errors.push(span, "no line between the header and the rows: the header ends with `;`");
        skip_until(input, |input| !(input.peek(Token![-]) || input.peek(Token![|]) || input.peek(Token![:])));
        return Some(input.parse::<Option<Token![;]>>().map(drop));
    }
    let word = next_word(input)?.to_string();
    let named = input.peek2(Token![=]) || input.peek2(Token![:]) || input.peek2(Token![|]) || input.peek2(Token![,]);
    if Item::parse(&word).is_some() && !named {
        return Some(Err(Error::new(span, format!("`{word}` stands outside of categories: is a `}}` missing above?"))));
    }
    let attribute = keys::Attribute::parse(&word).is_some();
    if attribute && (input.peek2(Token![;]) || input.peek2(Token![=]) && !input.peek3(LitStr)) {
        // The rest of a list that was parted by `;`, up to the next row.
        errors.push(span, "attributes are separated by blanks: `Secure HttpOnly SameSite=Lax`");
        skip_until(input, |input| input.peek(Token![#]) || input.peek(LitStr) || row_starts(input));
        return Some(Ok(()));
    }
    None
}

/// `NAME: Type = "name"`, `"name"` or `any`
fn name(input: ParseStream<'_>, errors: &mut Errors) -> Result<Name> {
    if input.peek(LitStr) {
        let literal = input.parse::<LitStr>()?;
        if input.peek(Token![=]) || input.peek(Token![:]) {
            errors.push(literal.span(), "a constant is an identifier: `SESSION = \"sessionid\"`");
            skip_until(input, |input| input.peek(LitStr) || input.peek(Token![|]) || row_ends(input));
            if input.peek(LitStr) {
                let literal = input.parse::<LitStr>()?;
                return Ok(Name { constant: None, text: Some(literal.value()), span: literal.span() });
            }
        }
        return Ok(Name { constant: None, text: Some(literal.value()), span: literal.span() });
    }
    if peek_word(input, "any") && !input.peek2(Token![=]) && !input.peek2(Token![:]) {
        let span = eat_word(input, "any").unwrap_or_else(Span::call_site);
        return Ok(Name { constant: None, text: None, span });
    }
    let ident = input
        .parse::<Ident>()
        .map_err(|_| input.error("expected a row: `NAME = \"cookie name\" | ..;` or `\"cookie name\" | ..;`"))?;
    let ty = if input.peek(Token![:]) {
        input.parse::<Token![:]>()?;
        let ty = tokens_until(input, |input| {
            input.peek(Token![=]) || input.peek(Token![;]) || input.peek(Token![|]) || input.peek(Token![,])
        });
        if ty.is_empty() {
            errors.push(ident.span(), format!("`{ident}:` has no type: `{ident}: Locale = \"..\"`"));
        }
        (!ty.is_empty()).then_some(ty)
    } else {
        None
    };
    if !input.peek(Token![=]) {
        return Err(Error::new(ident.span(), format!("expected `= \"cookie name\"` after `{ident}`")));
    }
    input.parse::<Token![=]>()?;
    let literal = string(input, "the name of the cookie")?;
    Ok(Name { constant: Some(Constant { ident, ty }), text: Some(literal.value()), span: literal.span() })
}
