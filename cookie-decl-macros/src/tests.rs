//! What the whole expander says and writes, on text: no compiler is run.

mod mistakes;

use std::str::FromStr;

use proc_macro2::{Ident, Span, TokenStream};

use crate::ast::Table;
use crate::check::check;
use crate::errors::Errors;
use crate::model::Policy;
use crate::parse::parse;

/// What is said of a table, each behind its line: errors as they are, then warnings behind their name.
pub(crate) fn said(table: &str) -> Vec<(usize, String)> {
    let mut errors = Errors::default();
    let table = parse(tokens(table), &mut errors);
    check(table, &mut errors);
    finish(errors)
}

/// The same without lines.
pub(crate) fn messages(table: &str) -> Vec<String> {
    said(table).into_iter().map(|(_, message)| message).collect()
}

/// Asserts that exactly this is said of a table: a part of each message, in order.
#[track_caller]
pub(crate) fn assert_says(table: &str, parts: &[&str]) {
    let messages = messages(table);
    let same =
        messages.len() == parts.len() && messages.iter().zip(parts).all(|(message, part)| message.contains(part));
    assert!(same, "expected {parts:#?}, not {messages:#?}, of\n{table}");
}

/// What the parser makes of a table that it has nothing to say of.
#[track_caller]
pub(crate) fn parsed(table: &str) -> Table {
    let mut errors = Errors::default();
    let parsed = parse(tokens(table), &mut errors);
    assert_eq!(finish(errors), [], "of\n{table}");
    parsed
}

/// What a table without mistakes means.
#[track_caller]
pub(crate) fn checked(table: &str) -> Policy {
    let mut errors = Errors::default();
    let policy = check(parse(tokens(table), &mut errors), &mut errors);
    assert_eq!(finish(errors), [], "of\n{table}");
    policy
}

/// The rows of an exempt category, which has a header `cookie | duration`, in a table. Purposes may be missing.
pub(crate) fn exempt(rows: &str) -> String {
    category("#[allow(no_purpose)] category Necessary: exempt", rows)
}

/// The same in a category that needs consent, in a table that does not remember the answer.
pub(crate) fn opt_in(rows: &str) -> String {
    category("#[allow(no_purpose, no_consent_row)] category Statistics: opt_in", rows)
}

fn category(head: &str, rows: &str) -> String {
    let header = if rows.starts_with("cookie") { "" } else { "cookie | duration;" };
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

fn finish(mut errors: Errors) -> Vec<(usize, String)> {
    let said = errors.said();
    errors.report(&krate());
    said
}

pub(crate) fn krate() -> Ident {
    Ident::new("cookie_decl", Span::call_site())
}

#[test]
fn a_valid_table_says_nothing() {
    assert_says(&exempt("/// Keeps the visitor signed in\n SESSION = \"sessionid\" | 2 weeks;"), &[]);
}
