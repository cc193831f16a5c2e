//! What the whole expander says and writes, on text: no compiler is run.

mod mistakes;

use std::str::FromStr;

use proc_macro2::{Ident, Span, TokenStream};

use crate::check::check;
use crate::errors::Errors;
use crate::parse::parse;

/// What is said of a table: errors as they are, warnings behind their name.
pub(crate) fn messages(table: &str) -> Vec<String> {
    let mut errors = Errors::default();
    let tokens = TokenStream::from_str(table).expect("the table is made of Rust tokens");
    let table = parse(tokens, &mut errors);
    check(table, &mut errors);
    let messages = errors.messages();
    errors.report(&krate());
    messages
}

/// What is said of the rows of an exempt category, which has a header `cookie | duration`.
pub(crate) fn messages_of_rows(rows: &str) -> Vec<String> {
    messages(&format!(
        "pub policy;
        provider Acme = \"Acme\" {{ domain: \"acme.example\" }}
        /// Needed
        ///
        /// The site does not work without these.
        category Necessary: exempt {{
            cookie | duration;
            {rows}
        }}"
    ))
}

fn krate() -> Ident {
    Ident::new("cookie_decl", Span::call_site())
}

#[test]
fn a_valid_table_says_nothing() {
    let rows = "/// Keeps the visitor signed in\n SESSION = \"sessionid\" | 2 weeks;";
    assert_eq!(messages_of_rows(rows), [""; 0]);
}
