//! Names and addresses in Rust, as far as the source shows them.

use std::collections::HashMap;

use syn::punctuated::Punctuated;
use syn::{Block, Expr, Lit, Stmt, Token};

use crate::scan::rust::constants::Constants;
use crate::scan::site::{Function, Name};

/// What names mean at one place.
pub(crate) struct Names<'n> {
    pub(crate) constants: &'n Constants,
    /// The functions around it, the innermost last.
    pub(crate) functions: Vec<Scope>,
}

/// A function, with what its names mean.
#[derive(Default)]
pub(crate) struct Scope {
    pub(crate) function: Function,
    pub(crate) parameters: Vec<String>,
    pub(crate) locals: HashMap<String, Vec<Name>>,
}

/// The methods that return the text that they are called on.
const SAME: [&str; 29] = [
    "to_string",
    "to_owned",
    "into",
    "as_str",
    "clone",
    "as_ref",
    "unwrap",
    "expect",
    "parse",
    "try_into",
    "borrow",
    "as_bytes",
    "into_owned",
    "trim",
    "deref",
    "to_str",
    "into_boxed_str",
    "unwrap_or_default",
    "ok",
    "map_err",
    "into_string",
    "into_inner",
    "finish",
    "to_lowercase",
    "join",
    "iter",
    "into_iter",
    "copied",
    "cloned",
];

/// The functions that return the text of their first argument.
const WRAP: [&str; 15] = [
    "from",
    "from_str",
    "from_static",
    "Borrowed",
    "Owned",
    "Some",
    "Ok",
    "new",
    "from_bytes",
    "from_maybe_shared",
    "try_from",
    "must_parse",
    "encode",
    "from_lit",
    "leak",
];

impl Names<'_> {
    pub(crate) fn name(&self, value: &Expr) -> Name {
        Name::join(self.parts(value))
    }

    /// Returns the constant of the table that a value comes from, such as `SESSION` in
    /// `SESSION.set(x)?`.
    pub(crate) fn row<'e>(&self, value: &'e Expr) -> Option<&'e syn::Ident> {
        match value {
            Expr::Path(it) => {
                let last = &it.path.segments.last()?.ident;
                self.constants
                    .rows
                    .contains_key(&last.to_string())
                    .then_some(last)
            }
            Expr::MethodCall(it) => self.row(&it.receiver),
            Expr::Try(it) => self.row(&it.expr),
            Expr::Reference(it) => self.row(&it.expr),
            Expr::Paren(it) => self.row(&it.expr),
            Expr::Field(it) => self.row(&it.base),
            Expr::Call(it) => it.args.first().and_then(|first| self.row(first)),
            _ => None,
        }
    }

    /// Returns the parts of a text.
    pub(crate) fn parts(&self, value: &Expr) -> Vec<Name> {
        if let Some(row) = self.row(value) {
            return vec![Name::text(
                self.constants.rows[&row.to_string()].name.as_str(),
            )];
        }
        match value {
            Expr::Lit(it) => vec![match &it.lit {
                Lit::Str(text) => Name::Text(text.value()),
                Lit::ByteStr(text) => {
                    Name::Text(String::from_utf8_lossy(&text.value()).into_owned())
                }
                _ => Name::Unseen,
            }],
            Expr::Path(it) => it.path.segments.last().map_or(vec![Name::Unseen], |last| {
                self.variable(&last.ident.to_string())
            }),
            Expr::Reference(it) => self.parts(&it.expr),
            Expr::Paren(it) => self.parts(&it.expr),
            Expr::Group(it) => self.parts(&it.expr),
            Expr::Try(it) => self.parts(&it.expr),
            Expr::Unary(it) => self.parts(&it.expr),
            Expr::Tuple(it) => it
                .elems
                .first()
                .map_or(vec![Name::Unseen], |it| self.parts(it)),
            Expr::Array(it) => {
                vec![Name::OneOf(
                    it.elems.iter().map(|it| self.name(it)).collect(),
                )]
            }
            Expr::MethodCall(it) if SAME.contains(&it.method.to_string().as_str()) => {
                self.parts(&it.receiver)
            }
            Expr::Call(it) => {
                let Expr::Path(callee) = &*it.func else {
                    return vec![Name::Unseen];
                };
                let last = callee.path.segments.last().map(|it| it.ident.to_string());
                let last = last.unwrap_or_default();
                match it.args.first() {
                    Some(first) if WRAP.contains(&last.as_str()) => self.parts(first),
                    None => self.variable(&last),
                    // `session_cookie(token)` that ends in `format!("session={token}; Path=/")`.
                    Some(_) => {
                        let known = self.constants.texts.get(&last).cloned().flatten();
                        vec![known.map_or(Name::Unseen, Name::Text)]
                    }
                }
            }
            Expr::Binary(it) if matches!(it.op, syn::BinOp::Add(_)) => {
                let mut parts = self.parts(&it.left);
                parts.extend(self.parts(&it.right));
                parts
            }
            Expr::If(it) => {
                let mut names = vec![self.end(&it.then_branch)];
                if let Some((_, other)) = &it.else_branch {
                    names.push(self.name(other));
                }
                vec![Name::OneOf(names)]
            }
            Expr::Block(it) => vec![self.end(&it.block)],
            Expr::Match(it) => {
                vec![Name::OneOf(
                    it.arms.iter().map(|arm| self.name(&arm.body)).collect(),
                )]
            }
            Expr::Closure(it) => self.parts(&it.body),
            Expr::Macro(it) => self.format(&it.mac),
            _ => vec![Name::Unseen],
        }
    }

    fn end(&self, block: &Block) -> Name {
        match block.stmts.last() {
            Some(Stmt::Expr(value, None)) => self.name(value),
            Some(Stmt::Macro(it)) => Name::join(self.format(&it.mac)),
            _ => Name::Unseen,
        }
    }

    fn variable(&self, name: &str) -> Vec<Name> {
        for scope in self.functions.iter().rev() {
            if let Some(parts) = scope.locals.get(name) {
                return parts.clone();
            }
            if let Some(index) = scope.parameters.iter().position(|it| it == name) {
                return vec![Name::Argument {
                    function: scope.function.clone(),
                    index,
                }];
            }
        }
        if let Some(row) = self.constants.rows.get(name) {
            return vec![Name::text(row.name.as_str())];
        }
        if let Some(list) = self.constants.lists.get(name) {
            return vec![Name::OneOf(list.iter().map(Name::text).collect())];
        }
        let known = self.constants.texts.get(name).cloned().flatten();
        vec![known.map_or(Name::Unseen, Name::Text)]
    }

    /// Returns the parts of `format!`, `concat!` and similar macros.
    fn format(&self, call: &syn::Macro) -> Vec<Name> {
        let name = call.path.segments.last().map(|it| it.ident.to_string());
        let parser = Punctuated::<Expr, Token![,]>::parse_terminated;
        let Ok(arguments) = call.parse_body_with(parser) else {
            return vec![Name::Unseen];
        };
        match name.as_deref() {
            Some("concat" | "concatcp" | "formatcp") => {
                return arguments.iter().flat_map(|it| self.parts(it)).collect();
            }
            Some("format" | "format_args" | "formatx") => {}
            _ => return vec![Name::Unseen],
        }
        let mut arguments = arguments.iter();
        let Some(Expr::Lit(syn::ExprLit {
            lit: Lit::Str(text),
            ..
        })) = arguments.next()
        else {
            return vec![Name::Unseen];
        };
        let (named, mut positional): (HashMap<_, _>, Vec<_>) = (
            arguments.clone().filter_map(assigned).collect(),
            arguments.filter(|it| assigned(it).is_none()).collect(),
        );
        positional.reverse();
        let text = text.value().replace("{{", "\u{1}").replace("}}", "\u{2}");
        let mut parts = Vec::new();
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            parts.push(Name::text(plain(before)));
            let (hole, after) = after.split_once('}').unwrap_or((after, ""));
            let hole = hole.split(':').next().unwrap_or_default().trim();
            parts.extend(if hole.is_empty() || hole.parse::<usize>().is_ok() {
                positional
                    .pop()
                    .map_or(vec![Name::Unseen], |it| self.parts(it))
            } else if let Some(value) = named.get(hole) {
                self.parts(value)
            } else {
                self.variable(hole)
            });
            rest = after;
        }
        parts.push(Name::text(plain(rest)));
        parts
    }
}

fn plain(text: &str) -> String {
    text.replace('\u{1}', "{").replace('\u{2}', "}")
}

fn assigned(value: &Expr) -> Option<(String, &Expr)> {
    let Expr::Assign(it) = value else {
        return None;
    };
    match &*it.left {
        Expr::Path(name) => Some((name.path.get_ident()?.to_string(), &it.right)),
        _ => None,
    }
}
