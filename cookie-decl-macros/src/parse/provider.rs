//! Who sets cookies and who answers for the site: `provider` and `controller`.

use proc_macro2::{Ident, Span, TokenTree};
use syn::parse::{ParseBuffer, ParseStream};
use syn::{Error, LitStr, Result, Token, token};

use crate::ast::{Controller, Docs, Keys, Provider, Text};
use crate::errors::Errors;
use crate::parse::docs::no_docs;
use crate::parse::tokens::{
    any_ident, end_of_line, item_starts, next_word, pass_one, rest_of_line, skip_until, string,
};
use crate::vocabulary::{Item, List, ProviderKey};

/// What is half typed is a provider without a title, if it has an identifier, so that rows can name it.
pub(super) fn provider(
    input: ParseStream<'_>,
    docs: Docs,
    keyword: Span,
    errors: &mut Errors,
) -> Result<Option<Provider>> {
    let start = input.cursor();
    if item_starts(input) {
        errors.push(keyword, "expected `Name = \"..\";` after `provider`");
        return Ok(None);
    }
    if input.peek(LitStr) {
        return Err(input.error(
            "a provider has an identifier that rows refer to: `provider Matomo = \"Matomo\";`",
        ));
    }
    let ident = input.parse::<Ident>()?;
    let title = title(input, &ident, errors);
    let is_titled = title.is_ok();
    let title = title.unwrap_or_else(|error| {
        errors.push_syn(&error);
        Text {
            text: ident.to_string(),
            span: ident.span(),
        }
    });
    let mut provider = Provider {
        docs,
        ident,
        title,
        keys: Vec::new(),
    };
    if !is_titled {
        rest_of_line(input, start);
        return Ok(Some(provider));
    }
    no_docs(&provider.docs, "a provider", errors);
    if input.peek(token::Brace) {
        let content;
        syn::braced!(content in input);
        keys(&content, Item::Provider, &mut provider.keys, errors);
    } else {
        end_of_line(input, start, "provider", errors);
    }
    Ok(Some(provider))
}

/// `= "Matomo"`
fn title(input: ParseStream<'_>, ident: &Ident, errors: &mut Errors) -> Result<Text> {
    let joint = input.span();
    if input.peek(Token![:]) {
        errors.push(
            joint,
            format!("expected `=` between a provider and its name: `provider {ident} = \"..\";`"),
        );
    } else if !input.peek(Token![=]) {
        let message =
            format!("expected `=` and the name that visitors read: `provider {ident} = \"..\";`");
        return Err(Error::new(ident.span(), message));
    }
    input.parse::<TokenTree>()?;
    let what = "the provider's name";
    if input.is_empty() || input.peek(Token![;]) || item_starts(input) {
        return Err(Error::new(joint, format!("expected {what} in quotes")));
    }
    Ok(string(input, what)?.into())
}

/// `"Example Ltd" { contact: ".." }`
pub(super) fn controller(
    input: ParseStream<'_>,
    keyword: Span,
    errors: &mut Errors,
) -> Result<Option<Controller>> {
    let start = input.cursor();
    if input.peek(Token![=]) {
        errors.push(
            input.span(),
            "the controller has no identifier: `controller \"..\" { contact: \"..\" }`",
        );
        pass_one(input);
    }
    if item_starts(input) {
        errors.push(
            keyword,
            "expected the controller's name: `controller \"..\";`",
        );
        return Ok(None);
    }
    let title = string(input, "the controller's name")?.into();
    let mut controller = Controller {
        keyword,
        title,
        keys: Vec::new(),
    };
    if input.peek(token::Brace) {
        let content;
        syn::braced!(content in input);
        keys(&content, Item::Controller, &mut controller.keys, errors);
    } else {
        end_of_line(input, start, "controller", errors);
    }
    Ok(Some(controller))
}

/// How several domains are written.
const AGAIN: &str =
    "and `domain` is written again for another domain: `domain: \"..\", domain: \"..\"`";

fn keys(content: &ParseBuffer<'_>, of: Item, keys: &mut Keys, errors: &mut Errors) {
    while !content.is_empty() {
        let mut read = || -> Result<()> {
            if next_word(content).is_none() {
                return Err(content.error(format!("expected a key and its value, {AGAIN}")));
            }
            let word = any_ident(content)?;
            errors.word(List::ProviderKey, &word);
            let key = ProviderKey::parse(&word.to_string()).ok_or_else(|| {
                Error::new(word.span(), ProviderKey::unknown_of(of, &word.to_string()))
            })?;
            let has_value = content.peek(Token![:]) || content.peek(Token![=]);
            if key == ProviderKey::ThirdParty && has_value {
                errors.push(word.span(), "`third_party` has no value");
                skip_until(content, |content| content.peek(Token![,]));
            }
            let value = if key != ProviderKey::ThirdParty && has_value {
                if content.peek(Token![=]) {
                    errors.push(
                        content.span(),
                        format!("expected `:` between a key and its value: `{word}: \"..\"`"),
                    );
                }
                content.parse::<TokenTree>()?;
                if key == ProviderKey::Domain && content.peek(token::Bracket) {
                    return Err(content.error(format!("a key has one value, {AGAIN}")));
                }
                Some(string(content, "the value")?.into())
            } else {
                None
            };
            if key != ProviderKey::ThirdParty && value.is_none() {
                errors.push(
                    word.span(),
                    format!("`{word}` needs a value: `{word}: \"..\"`"),
                );
            }
            keys.push((key, word.span(), value));
            if !content.is_empty() && !content.peek(Token![,]) {
                return Err(content.error("expected `,` between the keys"));
            }
            Ok(())
        };
        if let Err(error) = read() {
            errors.push_syn(&error);
            skip_until(content, |content| content.peek(Token![,]));
        }
        content.parse::<Option<Token![,]>>().ok();
    }
}
