//! What the whole expander says and writes, on text: no compiler is run.

mod cookie;
mod mistakes;
mod recovery;
mod rules;

use std::str::FromStr;

use proc_macro2::{Ident, LineColumn, Span, TokenStream};

use crate::ast::Table;
use crate::check::check;
use crate::errors::{Errors, SourceRange};
use crate::model;
use crate::parse::parse;
use crate::rules::Rule;
use crate::vocabulary;

/// One message: its line, what it underlines, and what it says.
#[derive(Debug)]
pub(crate) struct Message {
    pub(crate) line: usize,
    pub(crate) at: String,
    pub(crate) text: String,
}

/// What the expander understands of a table, and what it says of it: errors as they are, then warnings behind their
/// name, both in the order of the table.
pub(crate) fn understood(table: &str) -> (model::Table, Vec<Message>) {
    let mut errors = Errors::default();
    let policy = check(parse(tokens(table), &mut errors), &mut errors);
    (policy, finish(errors, table))
}

/// What is said of a table, each behind its line.
pub(crate) fn numbered_messages(table: &str) -> Vec<(usize, String)> {
    understood(table)
        .1
        .into_iter()
        .map(|reported| (reported.line, reported.text))
        .collect()
}

/// The same without lines.
pub(crate) fn messages(table: &str) -> Vec<String> {
    numbered_messages(table)
        .into_iter()
        .map(|(_, message)| message)
        .collect()
}

/// Asserts that exactly this is said of a table: a part of each message, in order.
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

/// What the parser makes of a table that it has nothing to say of.
#[track_caller]
pub(crate) fn parsed(table: &str) -> Table {
    let mut errors = Errors::default();
    let parsed = parse(tokens(table), &mut errors);
    let reported = finish(errors, table);
    assert!(reported.is_empty(), "{reported:#?} of\n{table}");
    parsed
}

/// What a table means of which nothing is said.
#[track_caller]
pub(crate) fn checked(table: &str) -> model::Table {
    let (policy, reported) = understood(table);
    assert!(reported.is_empty(), "{reported:#?} of\n{table}");
    policy
}

/// The rows of an exempt category, which has a header `cookie | duration`, in a table. Purposes may be missing.
pub(crate) fn exempt(rows: &str) -> String {
    category("#[allow(no_purpose)] category Necessary: exempt", rows)
}

/// The same in a category that needs consent, in a table that does not remember the answer.
pub(crate) fn opt_in(rows: &str) -> String {
    category(
        "#[allow(no_purpose, no_consent_row)] category Statistics: opt_in",
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

/// The text between two places; empty for a place that is not in the table.
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

/// The reference of the grammar is written by hand, and names every word of it.
#[test]
fn reference_names_every_word() {
    let reference = include_str!("../../../cookie-decl/src/declare.rs");
    let rules = Rule::warnings().map(Rule::name);
    let lists = [
        vocabulary::Item::WORDS,
        vocabulary::Column::WORDS,
        vocabulary::Attribute::WORDS,
        vocabulary::Gate::WORDS,
        vocabulary::GateOption::WORDS,
        vocabulary::ProviderKey::WORDS,
        vocabulary::SetBy::WORDS,
        vocabulary::Storage::WORDS,
        vocabulary::Unit::WORDS,
    ];
    for word in rules.chain(lists.into_iter().flatten().copied()) {
        let named = reference
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .any(|other| other == word);
        assert!(named, "`{word}` is not in the reference");
    }
}

#[test]
fn a_valid_table_says_nothing() {
    assert_says(
        &exempt("/// Keeps the visitor signed in\n SESSION = \"sessionid\" | 2 weeks;"),
        &[],
    );
}
