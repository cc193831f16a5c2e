//! Macros: markup, and Rust among their tokens.

use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::visit::Visit;
use syn::{Block, Expr, Token};

use crate::scan::rust::markup::{elements, is_markup};
use crate::scan::rust::values::last;
use crate::scan::rust::visit::Reader;
use crate::scan::site::Gate;
use crate::scan::{html, script, style};

impl Reader<'_> {
    pub(super) fn expand(&mut self, call: &syn::Macro) {
        let name = last(&call.path);
        if matches!(name.as_str(), "declare_cookies" | "cookie" | "macro_rules") {
            return;
        }
        if is_markup(&name) {
            return self.markup(call);
        }
        let parser = Punctuated::<Expr, Token![,]>::parse_terminated;
        if let Ok(arguments) = call.parse_body_with(parser) {
            self.arguments(&arguments);
            for argument in &arguments {
                self.visit_expr(argument);
            }
        } else if let Ok(statements) = call.parse_body_with(Block::parse_within) {
            for statement in &statements {
                self.visit_stmt(statement);
            }
        } else {
            self.groups(call.tokens.clone());
        }
    }

    fn markup(&mut self, call: &syn::Macro) {
        for found in elements(call.tokens.clone(), &self.names) {
            let before = self.seen.mark();
            found.element.read(self.seen);
            html::attributes(&found.element, 0, self.scripts, self.seen);
            let (is_script, is_style) = (found.element.is_script(), found.element.name == "style");
            for literal in &found.content {
                self.literal(literal, |reader, text, offset| {
                    if is_script {
                        let gate = found.element.gate();
                        script::read_inline(text, offset, &gate, reader.scripts, reader.seen);
                    } else if is_style {
                        style::read(text, offset, &Gate::Open, reader.seen);
                    }
                });
            }
            if let Some(category) = &found.template {
                self.seen.wait_since(before, category);
            }
        }
        self.groups(call.tokens.clone());
    }

    /// Reads the Rust inside markup.
    fn groups(&mut self, tokens: proc_macro2::TokenStream) {
        let rest = |input: ParseStream<'_>| {
            let value: Expr = input.parse()?;
            let _: proc_macro2::TokenStream = input.parse()?;
            Ok(value)
        };
        let tokens: Vec<_> = tokens.into_iter().collect();
        for (index, token) in tokens.iter().enumerate() {
            match token {
                proc_macro2::TokenTree::Group(group) => {
                    match Block::parse_within.parse2(group.stream()) {
                        Ok(statements) if !statements.is_empty() => {
                            for statement in &statements {
                                self.visit_stmt(statement);
                            }
                        }
                        _ => self.groups(group.stream()),
                    }
                }
                // `on:click=move |_| ..`
                proc_macro2::TokenTree::Ident(word) if word == "move" => {
                    let after = tokens[index..].iter().cloned().collect();
                    if let Ok(value) = rest.parse2(after) {
                        self.visit_expr(&value);
                    }
                }
                _ => {}
            }
        }
    }
}
