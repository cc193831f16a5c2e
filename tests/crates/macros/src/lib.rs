//! The files of `cookie-decl-macros`, compiled for the target. Cargo compiles a procedural macro
//! and its tests for the host, where a fuzzer cannot instrument them.

#[path = "../../../../cookie-decl-macros/src/ast.rs"]
mod ast;
#[path = "../../../../cookie-decl-macros/src/check/mod.rs"]
mod check;
#[path = "../../../../cookie-decl-macros/src/cookie.rs"]
mod cookie;
#[path = "../../../../cookie-decl-macros/src/declare.rs"]
mod declare;
#[path = "../../../../cookie-decl-macros/src/errors.rs"]
mod errors;
#[path = "../../../../cookie-decl-macros/src/expand/mod.rs"]
mod expand;
#[path = "../../../../cookie-decl-macros/src/map.rs"]
mod map;
#[path = "../../../../cookie-decl-macros/src/markup.rs"]
mod markup;
#[path = "../../../../cookie-decl-macros/src/model.rs"]
mod model;
#[path = "../../../../cookie-decl-macros/src/parse/mod.rs"]
mod parse;
#[path = "../../../../cookie-decl-macros/src/rules.rs"]
mod rules;
#[path = "../../../../cookie-decl-macros/src/texts.rs"]
mod texts;
#[path = "../../../../cookie-decl-macros/src/vocabulary.rs"]
mod vocabulary;

// With `--all-targets`, clippy compiles this as a test, too.
#[cfg(test)]
#[path = "../../../../cookie-decl-macros/src/tests/mod.rs"]
mod tests;

use proc_macro2::{Ident, TokenStream};

/// Expands a table as `declare_cookies!` does.
pub fn declare(table: TokenStream, krate: &Ident) -> TokenStream {
    declare::declare(table, krate, model::Reader::Compiler)
}

/// Expands a table as for an editor.
pub fn declare_in_editor(table: TokenStream, krate: &Ident) -> TokenStream {
    declare::declare(table, krate, model::Reader::Editor)
}

/// Expands a table that is only for others, as `export_cookies!` does.
pub fn export_cookies(table: TokenStream, krate: &Ident) -> TokenStream {
    declare::export_cookies(table, krate)
}

/// Expands a table with those that it includes, as the macro of the last of them does.
pub fn included(table: TokenStream, exported: Vec<TokenStream>, krate: &Ident) -> TokenStream {
    declare::included(krate, table, exported, &[], model::Reader::Compiler)
}

/// Expands `cookie!` with a name that has no arm.
pub fn undeclared(input: TokenStream, krate: &Ident) -> TokenStream {
    cookie::undeclared(input, krate)
}
