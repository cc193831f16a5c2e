//! The documentation of generated items, which editors show on hover.

use std::borrow::Cow;

use cookie_decl_core::markup::{Span, is_marked, spans};
use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};

use crate::ast::Term;
use crate::model::{Category, Declaration, Duration, Name, Provider, Table};
use crate::vocabulary::Gate;

pub(super) fn table(table: &Table) -> TokenStream {
    let title = table
        .title
        .as_deref()
        .unwrap_or("The cookie policy of this site");
    let mut text = escape(title).into_owned();
    for paragraph in &table.introduction {
        text.push_str("\n\n");
        text.push_str(&markdown(paragraph));
    }
    doc(&text, table.span())
}

pub(super) fn category(category: &Category, table: &Table) -> TokenStream {
    let gate = match category.gate {
        Gate::Exempt => "exempt from consent",
        Gate::OptIn => "stored with consent only",
        Gate::OptOut => "stored until the visitor objects",
    };
    let mut text = format!("{} ({gate})", escape(&category.full_title(table)));
    for paragraph in &category.description {
        text.push_str("\n\n");
        text.push_str(&markdown(paragraph));
    }
    doc(&text, table.span_of(category.ident.span()))
}

pub(super) fn provider(provider: &Provider, table: &Table) -> TokenStream {
    doc(
        &escape(&provider.title),
        table.span_of(provider.ident.span()),
    )
}

/// The documentation of a constant.
pub(super) fn declaration(declaration: &Declaration, table: &Table) -> String {
    let mut text = code(&declaration.name);
    if let Some(purpose) = &declaration.purpose {
        text.push_str(": ");
        text.push_str(&markdown(&purpose.text));
    }
    let category = &table.categories[declaration.category];
    text.extend(["\n\nCategory ", &escape(&category.title)]);
    if let Some(provider) = declaration.provider {
        text.extend([", provider ", &escape(&table.providers[provider].title)]);
    }
    if let Some(duration) = duration(&declaration.duration) {
        text.extend([", duration ", &duration]);
    }
    if let Some(function) = &declaration.function {
        text.extend([", ", &markdown(&function.text)]);
    }
    text.push('.');
    text
}

fn duration(duration: &Duration) -> Option<String> {
    let term = |term: &Term| {
        let Some((count, unit)) = term.time else {
            return "the session".to_owned();
        };
        let rolling = if term.rolling {
            " after the last use"
        } else {
            ""
        };
        format!("{}{rolling}", unit.times(count))
    };
    match duration {
        Duration::Unstated => None,
        Duration::Terms(terms, None) => {
            Some(terms.iter().map(term).collect::<Vec<_>>().join(" or "))
        }
        Duration::Persistent(None) => Some("until it is deleted".to_owned()),
        Duration::Unknown(None) => Some("unknown".to_owned()),
        Duration::RunTime(_, max, None) => Some(format!("at most {}", term(max))),
        Duration::Terms(_, Some(text))
        | Duration::Persistent(Some(text))
        | Duration::Unknown(Some(text))
        | Duration::RunTime(_, _, Some(text)) => Some(markdown(&text.text).into_owned()),
    }
}

fn code(name: &Name) -> String {
    if name.text.contains('`') {
        format!("`` {} ``", name.text)
    } else {
        format!("`{}`", name.text)
    }
}

/// A text for visitors in the Markdown of rustdoc, which sees links and tags in plain text too.
fn markdown(text: &str) -> Cow<'_, str> {
    if !is_marked(text) {
        return escape(text);
    }
    let mut out = String::new();
    for span in spans(text) {
        match span {
            Span::Text(text) => out.push_str(&escape(text)),
            Span::Strong(text) => out.extend(["**", &escape(text), "**"]),
            Span::Code(text) => out.extend(["`", text, "`"]),
            Span::Link { text, address } => out.extend(["[", &escape(text), "](<", address, ">)"]),
        }
    }
    out.into()
}

fn escape(text: &str) -> Cow<'_, str> {
    let is_markup = |byte: u8| {
        matches!(
            byte,
            b'\\' | b'`' | b'*' | b'_' | b'[' | b']' | b'<' | b'>' | b'#' | b':' | b'~' | b'&'
        )
    };
    if !text.bytes().any(is_markup) {
        return text.into();
    }
    let mut out = String::new();
    for c in text.chars() {
        if u8::try_from(c).is_ok_and(is_markup) {
            out.push('\\');
        }
        out.push(c);
    }
    out.into()
}

fn doc(text: &str, span: proc_macro2::Span) -> TokenStream {
    if text.is_empty() {
        return quote!();
    }
    // Marked as generated, or clippy's `doc_markdown` would ask for backticks around every
    // `YouTube` of a policy.
    let span = proc_macro2::Span::mixed_site().located_at(span);
    let mut literal = Literal::string(text);
    literal.set_span(span);
    quote_spanned!(span=> #[doc = #literal])
}
