//! The names of a row.

use proc_macro2::{Ident, Span, TokenStream};
use syn::parse::ParseStream;
use syn::{Result, Token};

use crate::ast::{Constant, Name, Text};
use crate::errors::Errors;
use crate::parse::tokens::{
    any_ident, cell_ends, eat_word, next_word, peek_string, peek_word, row_starts, skip_until,
    text, tokens_until,
};

/// Reads `NAME: Type = "name"`, `"name"` or `any`.
///
/// A missing name becomes the identifier, so that code that uses the constant still compiles.
pub(super) fn name(input: ParseStream<'_>, errors: &mut Errors) -> Result<Name> {
    if peek_string(input) {
        return literal(input, errors);
    }
    if peek_word(input, "any") && !input.peek2(Token![=]) && !input.peek2(Token![:]) {
        let span = eat_word(input, "any").unwrap_or_else(Span::call_site);
        return Ok(Name {
            constant: None,
            text: None,
            span,
        });
    }
    let keyword = next_word(input).filter(|word| {
        ["const", "let", "pub", "static"]
            .iter()
            .any(|rust| word == rust)
    });
    if let Some(keyword) = &keyword {
        let message = if keyword == "pub" {
            "remove `pub`: `pub policy;` makes the whole table public".to_owned()
        } else {
            format!("remove `{keyword}`: a row is `NAME = \"cookie name\" | ..;`")
        };
        errors.push(keyword.span(), message);
        any_ident(input)?;
    }
    let ident = input.parse::<Ident>().map_err(|_| {
        input.error("expected a row: `NAME = \"cookie name\" | ..;` or `\"cookie name\" | ..;`")
    })?;
    let before = errors.count();
    // In Rust, the type of a constant is not the type of the cookie's value.
    let ty = ty(input, &ident, errors).filter(|_| keyword.is_none());
    let assign = input
        .parse::<Option<Token![=]>>()?
        .map(|assign| assign.span);
    let eq_span = assign.unwrap_or(ident.span());
    if assign.is_none() && !peek_string(input) {
        // A missing type has been reported.
        if errors.count() == before {
            errors.push(
                ident.span(),
                format!("expected `= \"cookie name\"` after `{ident}`"),
            );
        }
        let text = Some(ident.to_string());
        let span = ident.span();
        // In lower case, it is probably the name itself.
        let constant = (!ident.to_string().contains(char::is_lowercase)).then_some(Constant {
            ident,
            ty,
            eq_span,
        });
        return Ok(Name {
            constant,
            text,
            span,
        });
    }
    if !peek_string(input) {
        errors.push(input.span(), "expected the name of the cookie in quotes");
        skip_until(input, |input| input.peek(Token![,]) || cell_ends(input));
        let (text, span) = (Some(ident.to_string()), ident.span());
        return Ok(Name {
            constant: Some(Constant { ident, ty, eq_span }),
            text,
            span,
        });
    }
    let Text { text, span } = text(input)?;
    if assign.is_none() && errors.count() == before {
        errors.push(span, in_front(&ident));
    }
    Ok(Name {
        constant: Some(Constant { ident, ty, eq_span }),
        text: Some(text),
        span,
    })
}

fn in_front(ident: &Ident) -> String {
    format!("expected `=` before the name: `{ident} = \"..\"`")
}

/// Reads `"name"`. A `=` or `:` after it belongs to a constant.
fn literal(input: ParseStream<'_>, errors: &mut Errors) -> Result<Name> {
    let mut literal = text(input)?;
    if input.peek(Token![=]) || input.peek(Token![:]) {
        errors.push(
            literal.span,
            "a constant is an identifier without quotes: `SESSION = \"sessionid\"`",
        );
        skip_until(input, |input| peek_string(input) || cell_ends(input));
        literal = text(input).unwrap_or(literal);
    }
    Ok(Name {
        constant: None,
        text: Some(literal.text),
        span: literal.span,
    })
}

/// `: Type`
fn ty(input: ParseStream<'_>, ident: &Ident, errors: &mut Errors) -> Option<TokenStream> {
    if !input.peek(Token![:]) {
        return None;
    }
    let colon = input.parse::<Token![:]>().ok()?;
    if peek_string(input) {
        errors.push(colon.span, in_front(ident));
        return None;
    }
    // If the type is half typed, the row below is not part of it.
    let next_row = |input: ParseStream<'_>| {
        row_starts(input) && input.span().start().line > colon.span.start().line
    };
    let ty = tokens_until(input, |input| {
        let marks = input.peek(Token![=])
            || input.peek(Token![;])
            || input.peek(Token![|])
            || input.peek(Token![,]);
        marks || input.peek(Token![#]) || peek_string(input) || next_row(input)
    });
    if ty.is_empty() {
        errors.push(
            ident.span(),
            format!("`{ident}:` needs a type: `{ident}: Locale = \"..\"`"),
        );
    }
    (!ty.is_empty()).then_some(ty)
}
