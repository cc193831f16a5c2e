//! Translations in a file of Project Fluent, which translators and their tools know.
//!
//! A message stands for a text of the table, which is the comment above it: what a translator reads is what is compared,
//! so a text that changed is noticed. The message's own name only has to be unique in the file.

use std::path::Path;

use syn::LitStr;

use crate::ast::{File, Text, Translation};
use crate::errors::Errors;

/// The translation with the texts of the file, each at the place where the table names it.
pub(super) fn read(mut translation: Translation, path: &LitStr, errors: &mut Errors) -> Translation {
    let (path, span) = (path.value(), path.span());
    let root = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let (messages, mistakes) = match std::fs::read_to_string(Path::new(&root).join(&path)) {
        Ok(content) => messages(&content),
        Err(error) => (Vec::new(), vec![format!("cannot be read from the folder of `Cargo.toml`: {error}")]),
    };
    for mistake in &mistakes {
        errors.push(span, format!("`{path}`: {mistake}"));
    }
    let at = |text| Text { text, span };
    translation.texts = messages.into_iter().map(|(source, text)| (at(source), at(text))).collect();
    translation.file = Some(File { path, is_whole: mistakes.is_empty() });
    translation
}

#[cfg(not(feature = "fluent"))]
fn messages(_: &str) -> (Vec<(String, String)>, Vec<String>) {
    (Vec::new(), vec!["a translation from a file needs the feature `fluent` of `cookie-decl`".to_owned()])
}

#[cfg(feature = "fluent")]
fn messages(content: &str) -> (Vec<(String, String)>, Vec<String>) {
    use fluent_syntax::ast::Entry;
    let resource = match fluent_syntax::parser::parse(content) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let (mut messages, mut mistakes) = (Vec::new(), Vec::new());
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let name = message.id.name;
                let Some(comment) = message.comment else {
                    let mistake = "write the text of the table that it translates above it: `# text`";
                    mistakes.push(format!("`{name}`: {mistake}"));
                    continue;
                };
                match message.value.as_ref().map(plain) {
                    Some(Some(text)) => messages.push((one_line(comment.content.into_iter()), text)),
                    _ => mistakes.push(format!("`{name}`: a translation is plain text, without variables")),
                }
            }
            Entry::Junk { content } => {
                let line = content.lines().next().unwrap_or_default();
                mistakes.push(format!("expected `name = translation` instead of {line:?}"));
            }
            Entry::Term(term) => {
                mistakes.push(format!("`-{}`: a translation is plain text, without terms", term.id.name));
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }
    (messages, mistakes)
}

/// A pattern without anything to fill in; a quoted text, such as `{"  "}`, is part of it.
#[cfg(feature = "fluent")]
fn plain(pattern: &fluent_syntax::ast::Pattern<&str>) -> Option<String> {
    use fluent_syntax::ast::{Expression, InlineExpression, PatternElement};
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
                text.push_str(&fluent_syntax::unicode::unescape_unicode_to_string(value));
            }
            PatternElement::Placeable { .. } => return None,
        }
    }
    Some(one_line(text.lines()))
}

/// A paragraph of the table is one line, however the file breaks it.
#[cfg(feature = "fluent")]
fn one_line<'t>(lines: impl Iterator<Item = &'t str>) -> String {
    lines.map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}
