//! Reads what is above an item: `///` texts and `#[allow(..)]`.

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Error, Result, Token, bracketed, parenthesized};

use crate::ast::{Docs, Tag, Text};
use crate::errors::Errors;
use crate::markup::prose;
use crate::parse::tokens::{peek_string, string, text};
use crate::rules::Rule;
use crate::texts::refusal;
use crate::vocabulary;

/// The message for a `#` that begins something else.
const NEITHER: &str = "expected `#[allow(..)]` or a text `/// ..`";

/// Reads everything above an item.
pub(super) fn docs(input: ParseStream<'_>, errors: &mut Errors) -> Docs {
    let mut docs = Docs::default();
    let mut lines = Vec::new();
    while input.peek(Token![#]) {
        if let Err(error) = attribute(input, &mut lines, &mut docs, errors) {
            errors.push_syn(&error);
        }
    }
    let paragraphs = prose(&lines, &mut docs.problems).into_iter();
    docs.paragraphs = paragraphs.map(|(text, span)| Text { text, span }).collect();
    docs
}

fn attribute(
    input: ParseStream<'_>,
    lines: &mut Vec<(String, Span)>,
    docs: &mut Docs,
    errors: &mut Errors,
) -> Result<()> {
    let hash = input.parse::<Token![#]>()?;
    if input.peek(Token![!]) {
        let bang = input.parse::<Token![!]>()?;
        errors.push(
            bang.span,
            "a text is above what it describes: write `///`, not `//!`",
        );
    }
    if !input.peek(syn::token::Bracket) {
        return Err(Error::new(hash.span, NEITHER));
    }
    let content;
    bracketed!(content in input);
    let name = content
        .call(Ident::parse_any)
        .map_err(|_| Error::new(hash.span, NEITHER))?;
    match name.to_string().as_str() {
        "doc" if content.peek(Token![=]) => {
            content.parse::<Token![=]>()?;
            let line = text(&content)?;
            if let Some(message) = refusal(&line.text) {
                errors.push(line.span, message);
            }
            lines.push((line.text, line.span));
        }
        "allow" => {
            if !content.peek(syn::token::Paren) {
                return Err(Error::new(
                    name.span(),
                    "`#[allow(..)]` needs the names of warnings: `#[allow(case_twins)]`",
                ));
            }
            let list;
            parenthesized!(list in content);
            docs.allow.get_or_insert(name.span());
            allow(&list, docs, errors)?;
        }
        "cfg" | "cfg_attr" => {
            while !content.is_empty() {
                content.parse::<proc_macro2::TokenTree>()?;
            }
            errors.push(
                name.span(),
                "the table cannot see `#[cfg]`; write the column `when = { cfg!(feature = \"..\") }` instead",
            );
        }
        other => {
            while !content.is_empty() {
                content.parse::<proc_macro2::TokenTree>()?;
            }
            errors.push(
                name.span(),
                format!(
                    "`#[{other}]` has no meaning in a table; only `///` and `#[allow(..)]` have one"
                ),
            );
        }
    }
    Ok(())
}

/// `case_twins, reason = ".."`
fn allow(list: ParseStream<'_>, docs: &mut Docs, errors: &mut Errors) -> Result<()> {
    while !list.is_empty() {
        let name = list.call(Ident::parse_any)?;
        let word = name.to_string();
        if word == "reason" && list.peek(Token![=]) {
            list.parse::<Token![=]>()?;
            let reason = string(list, "the reason")?;
            if let Some(message) = refusal(&reason.value()) {
                errors.push(reason.span(), message);
            }
        } else if let Some(rule) = Rule::warning(&word) {
            docs.allows.push(errors.allow(rule, name.span()));
        } else {
            errors.push(name.span(), unknown_warning(&word));
        }
        if !list.is_empty() {
            list.parse::<Token![,]>()
                .map_err(|_| list.error("expected `,` between the names"))?;
        }
    }
    Ok(())
}

/// Returns the message for an unknown warning. A warning is known by its name, not by the id in
/// messages.
fn unknown_warning(word: &str) -> String {
    if let Some(rule) = Rule::warnings().find(|rule| rule.id().eq_ignore_ascii_case(word)) {
        return format!("unknown warning `{word}`, did you mean `{}`?", rule.name());
    }
    let names: Vec<_> = Rule::warnings().map(Rule::name).collect();
    vocabulary::unknown("warning", word, &names)
}

/// Reads a language tag: `fr`, `pt-BR`.
pub(super) fn tag(input: ParseStream<'_>) -> Result<Tag> {
    let span = input.span();
    if peek_string(input) {
        return Err(input.error("a language tag has no quotes: `language pt-BR;`"));
    }
    let mut tag = subtag(input)?;
    while input.peek(Token![-]) {
        input.parse::<Token![-]>()?;
        tag.push('-');
        tag.push_str(&subtag(input)?);
    }
    Ok(Tag { tag, span })
}

fn subtag(input: ParseStream<'_>) -> Result<String> {
    if input.peek(syn::LitInt) {
        Ok(input.parse::<syn::LitInt>()?.to_string())
    } else {
        let word = Ident::parse_any(input);
        Ok(word
            .map_err(|_| input.error("expected a language tag, such as `en` or `pt-BR`"))?
            .to_string())
    }
}

/// Reports an `#[allow(..)]` that silences nothing.
pub(super) fn no_allow(docs: &Docs, errors: &mut Errors) {
    if let Some(span) = docs.allow {
        errors.push(
            span,
            "`#[allow(..)]` is allowed above a row, a group, a category, a translation or the policy",
        );
    }
}

/// Reports a text above an item that does not print one.
pub(super) fn no_docs(docs: &Docs, what: &str, errors: &mut Errors) {
    if let Some(text) = docs.paragraphs.first() {
        errors.push(
            text.span,
            format!("{what} prints no text; use `//` for a remark to colleagues"),
        );
    }
}
