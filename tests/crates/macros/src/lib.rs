//! The files of `cookie-decl-macros`, compiled for the target: cargo compiles a procedural macro, and so its own tests,
//! for the host, where the instrumentation of a fuzzer does not reach.

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
#[path = "../../../../cookie-decl-macros/src/languages.rs"]
mod languages;
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

// Clippy's `--all-targets` means tests where there are none, too.
#[cfg(test)]
#[path = "../../../../cookie-decl-macros/src/tests/mod.rs"]
mod tests;

use proc_macro2::{Ident, TokenStream};

/// What `declare_cookies!` makes of a table.
pub fn declare(table: TokenStream, krate: &Ident) -> TokenStream {
    declare::declare(table, krate, model::Reader::Compiler)
}

/// The same for an editor.
pub fn declare_in_editor(table: TokenStream, krate: &Ident) -> TokenStream {
    declare::declare(table, krate, model::Reader::Editor)
}

/// What `cookie!` makes of a name that it has no arm for.
pub fn undeclared(input: TokenStream, krate: &Ident) -> TokenStream {
    cookie::undeclared(input, krate)
}
