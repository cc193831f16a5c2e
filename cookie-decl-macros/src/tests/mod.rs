//! Tests of the whole macro on text, without a compiler: what it reports, and what it writes.

mod cookie;
mod editor;
mod languages;
mod mistakes;
mod recovery;
mod reference;
mod rules;

use std::str::FromStr;

use proc_macro2::{Ident, LineColumn, Span, TokenStream};

use crate::ast::Table;
use crate::check::check;
use crate::errors::{Errors, SourceRange};
use crate::model;
use crate::parse::parse;

/// One message: its line, what it underlines, and its text.
#[derive(Debug)]
pub(crate) struct Message {
    pub(crate) line: usize,
    pub(crate) at: String,
    pub(crate) text: String,
}

/// Checks a table. Returns what was understood and the messages: errors, then warnings after their
/// names, both in the order of the table.
pub(crate) fn understood(table: &str) -> (model::Table, Vec<Message>) {
    let mut errors = Errors::default();
    let understood = check(parse(tokens(table), &mut errors), Vec::new(), &mut errors);
    (understood, finish(errors, table))
}

/// The messages for a table, each after its line.
pub(crate) fn numbered_messages(table: &str) -> Vec<(usize, String)> {
    understood(table)
        .1
        .into_iter()
        .map(|reported| (reported.line, reported.text))
        .collect()
}

/// The messages for a table.
pub(crate) fn messages(table: &str) -> Vec<String> {
    numbered_messages(table)
        .into_iter()
        .map(|(_, message)| message)
        .collect()
}

/// Asserts that a table has exactly these messages, in order. Each is only a part of the message.
#[track_caller]
pub(crate) fn assert_says(table: &str, parts: &[&str]) {
    let messages = messages(table);
    let same = messages.len() == parts.len()
        && messages
            .iter()
            .zip(parts)
            .all(|(message, part)| message.contains(part));
    assert!(same, "expected {parts:#?}, not {messages:#?}, of\n{table}");
}

/// Parses a table that has no mistakes.
#[track_caller]
pub(crate) fn parsed(table: &str) -> Table {
    let mut errors = Errors::default();
    let parsed = parse(tokens(table), &mut errors);
    let reported = finish(errors, table);
    assert!(reported.is_empty(), "{reported:#?} of\n{table}");
    parsed
}

/// Checks a table that has no mistakes.
#[track_caller]
pub(crate) fn checked(table: &str) -> model::Table {
    let (understood, reported) = understood(table);
    assert!(reported.is_empty(), "{reported:#?} of\n{table}");
    understood
}

/// A table with these rows in an exempt category, which has a header `cookie | duration`. Purposes
/// may be missing.
pub(crate) fn exempt(rows: &str) -> String {
    category(
        "#[allow(no_purpose, unused_allow)] category Necessary: exempt",
        rows,
    )
}

/// A table with these rows in a category that needs consent. The table has no row of type
/// `Consent`.
pub(crate) fn opt_in(rows: &str) -> String {
    category(
        "#[allow(no_purpose, no_consent_row, unused_allow)] category Statistics: opt_in",
        rows,
    )
}

fn category(head: &str, rows: &str) -> String {
    let header = if rows.starts_with("cookie") {
        ""
    } else {
        "cookie | duration;"
    };
    format!(
        "pub policy;
        provider Acme = \"Acme\" {{ domain: \"acme.example\" }}
        provider Plain = \"Plain\";
        /// Title
        ///
        /// Description.
        {head} {{
            {header}
            {rows}
        }}"
    )
}

pub(crate) fn tokens(text: &str) -> TokenStream {
    TokenStream::from_str(text).expect("the table is made of Rust tokens")
}

fn finish(mut errors: Errors, table: &str) -> Vec<Message> {
    let reported = errors.messages().into_iter().map(|(range, text)| Message {
        line: range.start.start().line,
        at: underlined(table, range),
        text,
    });
    let reported = reported.collect();
    errors.report(&krate());
    reported
}

/// The text of a range; empty if the range is not in the table.
fn underlined(table: &str, range: SourceRange) -> String {
    let offset = |at: LineColumn| {
        let line: usize = table
            .split_inclusive('\n')
            .take(at.line - 1)
            .map(str::len)
            .sum();
        let column: usize = table[line..]
            .chars()
            .take(at.column)
            .map(char::len_utf8)
            .sum();
        line + column
    };
    let range = offset(range.start.start())..offset(range.end.end());
    table.get(range).unwrap_or_default().to_owned()
}

pub(crate) fn krate() -> Ident {
    Ident::new("cookie_decl", Span::call_site())
}
