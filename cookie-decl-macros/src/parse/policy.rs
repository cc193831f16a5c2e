//! The line `policy`, with the visibility before it.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;
use syn::parse::ParseStream;
use syn::{Error, LitStr, Result, Token, token};

use crate::ast::{Config, Docs, PolicyItem, Visibility};
use crate::errors::Errors;
use crate::parse::tokens::{
    any_ident, at_item, eat_word, item_starts, next_word, peek_word, string, tokens_until,
};

/// Reads `pub`, `pub(crate)` or nothing.
pub(super) fn visibility(input: ParseStream<'_>) -> Result<Visibility> {
    let Some(span) = eat_word(input, "pub") else {
        return Ok(Visibility::Private);
    };
    if input.peek(token::Paren) {
        let TokenTree::Group(group) = input.parse::<TokenTree>()? else {
            unreachable!("a parenthesis was peeked")
        };
        return Ok(Visibility::Restricted(span, group.stream()));
    }
    Ok(Visibility::Public(span))
}

/// Reads the parts after the keyword. A wrong one is reported and left out.
pub(super) fn policy(
    input: ParseStream<'_>,
    docs: Docs,
    visibility: Visibility,
    keyword: Span,
    errors: &mut Errors,
) -> PolicyItem {
    let mut policy = PolicyItem {
        docs,
        visibility,
        keyword,
        site: None,
        config: None,
        path: None,
        export: None,
    };
    let mut read = || -> Result<()> {
        if input.peek(Token![for]) {
            input.parse::<Token![for]>()?;
            policy.site = Some(string(input, "the address of the site")?.into());
        }
        if eat_word(input, "with").is_some() {
            let name = any_ident(input)?;
            if !input.peek(Token![:]) || input.peek(Token![::]) {
                return Err(Error::new(
                    name.span(),
                    "expected a name, `:` and the type of the configuration: `with config: crate::Config`",
                ));
            }
            input.parse::<Token![:]>()?;
            let ty = tokens_until(input, |input| {
                let part = input.peek(Token![in]) || input.peek(Token![for]) && input.peek2(LitStr);
                let next_item =
                    input.span().start().line > name.span().start().line && item_starts(input);
                part || next_item || input.peek(Token![;])
            });
            if ty.is_empty() {
                return Err(Error::new(
                    name.span(),
                    "expected the type of the configuration: `with config: crate::Config`",
                ));
            }
            policy.config = Some(Config { name, ty });
        }
        if input.peek(Token![in]) {
            let word = input.parse::<Token![in]>()?;
            policy.path = Some(path(input, word.span)?);
        }
        if eat_word(input, "export").is_some() {
            let name = input.parse::<Ident>();
            policy.export = Some(name.map_err(|_| {
                input.error("expected the name of the table for `include`: `export shop_cookies`")
            })?);
        }
        let part = input.peek(Token![for]) || peek_word(input, "with");
        let ended = input.peek(Token![;]) || input.peek(Token![#]) || input.peek(token::Brace);
        if part || policy.path.is_none() && !ended && !input.is_empty() && !at_item(input) {
            return Err(input.error(
                "expected `for \"https://..\"`, `with config: Type`, `in crate::module`, `export name` (in this order) or `;`",
            ));
        }
        Ok(())
    };
    if let Err(error) = read() {
        errors.push_syn(&error);
    }
    policy
}

/// Reads a path after the word `in`.
fn path(input: ParseStream<'_>, word: Span) -> Result<TokenStream> {
    let mut path = TokenStream::new();
    loop {
        let colons = input.parse::<Option<Token![::]>>()?;
        if colons.is_none() && !path.is_empty() {
            return Ok(path);
        }
        // If the path is half typed, the item below is not part of it.
        let next_item = input.span().start().line > word.start().line && item_starts(input);
        let Some(name) = next_word(input).filter(|_| !next_item) else {
            let place = colons.map_or(word, |colons| colons.spans[1]);
            return Err(Error::new(
                place,
                "expected the module that the table is in: `in crate::cookies`",
            ));
        };
        any_ident(input)?;
        path.extend(quote!(#colons #name));
    }
}
