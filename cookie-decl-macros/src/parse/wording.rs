//! Built-in texts that the site replaces, by their keys.

use cookie_decl_core::wording::Key;
use syn::parse::ParseStream;
use syn::{Error, Result, Token, braced, token};

use crate::ast::Wording;
use crate::errors::Errors;
use crate::parse::tokens::{any_ident, lines, next_word, string};
use crate::vocabulary::{List, unknown_key};

/// Reads `{ accept = "Accept everything"; }`.
pub(super) fn wording(input: ParseStream<'_>, errors: &mut Errors) -> Result<Vec<Wording>> {
    if !input.peek(token::Brace) {
        return Err(
            input.error("built-in texts are replaced in braces: `wording { accept = \"..\"; }`")
        );
    }
    let content;
    braced!(content in input);
    let mut wording = Vec::new();
    lines(&content, "text", errors, |errors| {
        let Some(word) = next_word(&content) else {
            return Err(content
                .error("expected the key of a built-in text and your own: `accept = \"..\"`"));
        };
        any_ident(&content)?;
        errors.word(List::Wording, &word);
        let key = Key::parse(&word.to_string())
            .ok_or_else(|| Error::new(word.span(), unknown_key(&word.to_string())))?;
        equals(&content, &word.to_string(), errors)?;
        let text = string(&content, "the text")?.into();
        let span = word.span();
        wording.push(Wording { key, span, text });
        Ok(false)
    });
    Ok(wording)
}

/// Reads the `=`, or what somebody wrote for it.
fn equals(content: ParseStream<'_>, word: &str, errors: &mut Errors) -> Result<()> {
    let message = || format!("expected `=` between a key and its text: `{word} = \"..\"`");
    if content.peek(Token![=>]) {
        errors.push(content.span(), message());
        content.parse::<Token![=>]>()?;
    } else if content.peek(Token![:]) {
        errors.push(content.span(), message());
        content.parse::<Token![:]>()?;
    } else if content.parse::<Option<Token![=]>>()?.is_none() {
        return Err(content.error(message()));
    }
    Ok(())
}
