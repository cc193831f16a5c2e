//! The constants of the source, and those of the table.

use std::collections::{HashMap, HashSet};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Expr, Lit, Stmt};

use crate::scan::script::{self, define};

/// What names mean, in all files together.
#[derive(Debug, Default)]
pub(crate) struct Constants {
    /// The texts of constants and statics, and of functions that return a literal.
    pub(crate) texts: script::Constants,
    /// The texts of constants that are arrays.
    pub(crate) lists: HashMap<String, Vec<String>>,
    /// The functions that return a cookie.
    pub(crate) makers: HashSet<String>,
    /// The names of rows by their constants.
    pub(crate) rows: HashMap<String, Row>,
    /// The identifiers that occur outside of tables.
    pub(crate) used: HashSet<String>,
    /// Those that are set, not only read or removed.
    pub(crate) set: HashSet<String>,
}

/// A row with a constant, as the source of the table has it.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) file: usize,
    pub(crate) offset: usize,
    /// Whether it is the cookie that keeps the visitor's answer.
    pub(crate) is_consent: bool,
}

/// Adds the constants of a file.
pub(crate) fn collect(syntax: &syn::File, file: usize, constants: &mut Constants) {
    Collector { file, constants }.visit_file(syntax);
}

struct Collector<'c> {
    file: usize,
    constants: &'c mut Constants,
}

impl Collector<'_> {
    fn define(&mut self, name: &syn::Ident, value: &Expr) {
        if let Some(text) = literal(value) {
            define(&mut self.constants.texts, &name.to_string(), text);
        }
        if let Expr::Array(array) = without_reference(value) {
            let list: Option<Vec<_>> = array.elems.iter().map(literal).collect();
            if let Some(list) = list {
                self.constants.lists.insert(name.to_string(), list);
            }
        }
    }

    fn signature(&mut self, signature: &syn::Signature) {
        if let syn::ReturnType::Type(_, kind) = &signature.output
            && is_cookie_type(kind)
        {
            self.constants.makers.insert(signature.ident.to_string());
        }
    }

    fn uses_word(&mut self, word: &proc_macro2::Ident, sets: bool) {
        self.constants.used.insert(word.to_string());
        if sets {
            self.constants.set.insert(word.to_string());
        }
    }

    fn uses(&mut self, tokens: TokenStream) {
        let tokens: Vec<_> = tokens.into_iter().collect();
        for (index, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Ident(word) => {
                    let reads = match tokens.get(index + 1..index + 3) {
                        Some([dot, TokenTree::Ident(method)]) if is_punct(dot, '.') => {
                            sets_nothing(&method.to_string())
                        }
                        _ => false,
                    };
                    self.uses_word(word, !reads);
                }
                TokenTree::Group(group) => self.uses(group.stream()),
                _ => {}
            }
        }
    }

    /// Adds the rows of a table: `NAME = "name"` and `NAME: Type = "name"`.
    fn table(&mut self, tokens: TokenStream) {
        let tokens: Vec<_> = tokens.into_iter().collect();
        for (index, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    self.table(group.stream());
                }
                TokenTree::Literal(literal) if index > 1 && is_punct(&tokens[index - 1], '=') => {
                    let Ok(Lit::Str(name)) = syn::parse_str(&literal.to_string()) else {
                        continue;
                    };
                    let start = tokens[..index]
                        .iter()
                        .rposition(|token| is_punct(token, ';') || is_group(token))
                        .map_or(0, |at| at + 1);
                    let words = &tokens[start..index - 1];
                    // The doc comments of a row come before its constant.
                    let Some(TokenTree::Ident(constant)) = words.first() else {
                        continue;
                    };
                    if constant.to_string().chars().any(char::is_lowercase) {
                        continue;
                    }
                    let consent = words.get(1).is_some_and(|token| is_punct(token, ':'))
                        && matches!(words.last(), Some(TokenTree::Ident(kind)) if kind == "Consent");
                    self.constants.rows.insert(
                        constant.to_string(),
                        Row {
                            name: name.value(),
                            file: self.file,
                            offset: constant.span().byte_range().start,
                            is_consent: consent,
                        },
                    );
                }
                _ => {}
            }
        }
    }
}

fn without_reference(value: &Expr) -> &Expr {
    match value {
        Expr::Reference(it) => without_reference(&it.expr),
        value => value,
    }
}

/// Whether a type is the cookie of a library, or contains one.
pub(crate) fn is_cookie_type(kind: &syn::Type) -> bool {
    struct Finder(bool);
    impl<'ast> Visit<'ast> for Finder {
        fn visit_path_segment(&mut self, segment: &'ast syn::PathSegment) {
            self.0 |= segment.ident == "Cookie" || segment.ident == "CookieBuilder";
            visit::visit_path_segment(self, segment);
        }
    }
    let mut finder = Finder(false);
    finder.visit_type(kind);
    finder.0
}

/// Whether a method of a constant reads or removes its cookie.
fn sets_nothing(method: &str) -> bool {
    method.starts_with("get") || method.starts_with("removal")
}

fn is_punct(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn is_group(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(_))
}

/// Returns the text of a literal, even if it is borrowed or converted.
fn literal(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(it) => match &it.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        Expr::Macro(it) => format(&it.mac),
        Expr::Reference(it) => literal(&it.expr),
        Expr::Paren(it) => literal(&it.expr),
        Expr::MethodCall(it) if it.args.is_empty() => literal(&it.receiver),
        Expr::Call(it) if it.args.len() == 1 => literal(it.args.first()?),
        _ => None,
    }
}

/// Returns the text of `format!`, with `{}` for each argument.
fn format(call: &syn::Macro) -> Option<String> {
    if !call.path.is_ident("format") {
        return None;
    }
    let Some(TokenTree::Literal(text)) = call.tokens.clone().into_iter().next() else {
        return None;
    };
    let text = syn::parse_str::<syn::LitStr>(&text.to_string())
        .ok()?
        .value();
    let mut pieces = text.split('{');
    let head = pieces.next()?.to_owned();
    Some(pieces.fold(head, |text, piece| {
        let after = piece.split_once('}').map_or("", |(_, after)| after);
        text + "{}" + after
    }))
}

impl<'ast> Visit<'ast> for Collector<'_> {
    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        self.define(&item.ident, &item.expr);
        visit::visit_item_const(self, item);
    }

    fn visit_item_static(&mut self, item: &'ast syn::ItemStatic) {
        self.define(&item.ident, &item.expr);
        visit::visit_item_static(self, item);
    }

    fn visit_impl_item_const(&mut self, item: &'ast syn::ImplItemConst) {
        self.define(&item.ident, &item.expr);
        visit::visit_impl_item_const(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.signature(&item.sig);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.signature(&item.sig);
        match item.block.stmts.last() {
            Some(Stmt::Expr(value, None)) => self.define(&item.sig.ident, value),
            Some(Stmt::Macro(it)) if it.semi_token.is_none() => {
                if let Some(text) = format(&it.mac) {
                    define(&mut self.constants.texts, &item.sig.ident.to_string(), text);
                }
            }
            _ => {}
        }
        visit::visit_item_fn(self, item);
    }

    fn visit_ident(&mut self, ident: &'ast proc_macro2::Ident) {
        self.uses_word(ident, true);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let Expr::Path(constant) = &*call.receiver else {
            return visit::visit_expr_method_call(self, call);
        };
        let sets = !sets_nothing(&call.method.to_string());
        for segment in &constant.path.segments {
            self.uses_word(&segment.ident, sets);
        }
        call.args.iter().for_each(|it| self.visit_expr(it));
    }

    fn visit_item_use(&mut self, _: &'ast syn::ItemUse) {}

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        let last = call.path.segments.last();
        if last.is_some_and(|it| it.ident == "declare_cookies") {
            self.table(call.tokens.clone());
        } else {
            self.uses(call.tokens.clone());
        }
        visit::visit_macro(self, call);
    }
}
