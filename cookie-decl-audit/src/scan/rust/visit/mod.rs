//! The walk over a file's syntax.

mod functions;
mod headers;
mod macros;
mod methods;
mod variables;

use std::collections::HashMap;

use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, Block, Expr, FnArg, Lit, Meta, Pat, Token};

use crate::scan::html;
use crate::scan::markup::has_elements;
use crate::scan::rust::constants::{Constants, is_cookie_type};
use crate::scan::rust::items::{binding, imports, is_test, parameters, removes_cookie};
use crate::scan::rust::names::{Names, Scope};
use crate::scan::rust::values::{last, plain};
use crate::scan::script;
use crate::scan::site::{By, Call, Function, Gate, Kind, Name, Piece, Seen, Store, Target};

/// Adds what a file stores and loads.
pub(crate) fn read(
    syntax: &syn::File,
    text: &str,
    constants: &Constants,
    scripts: &script::Constants,
    seen: &mut Seen,
) {
    let mut reader = Reader {
        text,
        scripts,
        names: Names {
            constants,
            functions: vec![Scope::default()],
        },
        imports: HashMap::new(),
        chain: Vec::new(),
        removing: false,
        reading: false,
        owner: None,
        variables: HashMap::new(),
        depth: 0,
        seen,
    };
    reader.visit_file(syntax);
}

/// A variable, and what was seen in its value.
#[derive(Clone)]
struct Variable {
    piece: Piece,
    depth: usize,
    /// Whether its type is that of a cookie. A cookie is judged where it is made.
    is_cookie: bool,
}

struct Reader<'r> {
    text: &'r str,
    scripts: &'r script::Constants,
    names: Names<'r>,
    /// The first segment of each import, by its name in this file.
    imports: HashMap<String, String>,
    /// The methods called on the current expression, the last one first.
    chain: Vec<(String, Vec<Expr>)>,
    /// Whether the cookie of the current expression is removed.
    removing: bool,
    /// Whether only the value of the cookie is read.
    reading: bool,
    /// The type of the surrounding `impl`.
    owner: Option<String>,
    /// The variables, by name. Later code may remove their cookies.
    variables: HashMap<String, Variable>,
    /// The number of surrounding blocks.
    depth: usize,
    seen: &'r mut Seen,
}

impl Reader<'_> {
    fn store(&mut self, at: &impl Spanned, code: &str, by: By, storage: &'static str, name: Name) {
        if self.reading {
            return;
        }
        let removal = self.removing;
        let offset = at.span().byte_range().start;
        let store = Store {
            storage,
            by,
            name,
            removal,
            age: Name::Unseen,
        };
        self.seen.store(offset, code, &Gate::Unseen, store);
    }

    fn load(&mut self, at: &impl Spanned, code: &str, address: &Expr) {
        let address = self.names.name(address);
        let offset = at.span().byte_range().start;
        self.seen.load(offset, code, &Gate::Unseen, address);
    }

    /// Keeps a call, because the function may use an argument as a name.
    fn passed(
        &mut self,
        at: &impl Spanned,
        path: &str,
        is_method: bool,
        arguments: &Punctuated<Expr, Token![,]>,
    ) {
        if self.reading {
            return;
        }
        self.seen.calls.push(Call {
            offset: at.span().byte_range().start,
            path: path.to_owned(),
            arguments: arguments.iter().map(|it| self.names.name(it)).collect(),
            gate: Gate::Unseen,
            is_method,
            removal: self.removing,
            target: Target::Elsewhere,
        });
    }

    fn script(&mut self, literal: &proc_macro2::Literal) {
        self.literal(literal, |reader, text, offset| {
            script::read_inline(text, offset, &Gate::Unseen, reader.scripts, reader.seen);
        });
    }

    fn literal(
        &mut self,
        literal: &proc_macro2::Literal,
        read: impl FnOnce(&mut Self, &str, usize),
    ) {
        let range = literal.span().byte_range();
        let Some(source) = self.text.get(range.clone()) else {
            return;
        };
        let Some(open) = source.find('"') else {
            return;
        };
        let is_raw = source.starts_with('r');
        let inner = &source[open + 1..source.rfind('"').unwrap_or(source.len()).max(open + 1)];
        // Replacements have the width of the escapes, so that columns stay right.
        let inner = if is_raw {
            inner.to_owned()
        } else {
            inner
                .replace("\\\"", " \"")
                .replace("\\n", "  ")
                .replace("\\t", "  ")
        };
        read(self, &inner, range.start + open + 1);
    }

    fn with_function(&mut self, signature: &syn::Signature, visit: impl FnOnce(&mut Self)) {
        let name = signature.ident.to_string();
        let is_method = signature.receiver().is_some();
        let scope = Scope {
            function: Function {
                path: match &self.owner {
                    Some(owner) => format!("{owner}::{name}"),
                    None => name.clone(),
                },
                kind: if is_method { Kind::Method } else { Kind::Free },
                begins: None,
            },
            parameters: parameters(signature.inputs.iter()),
            locals: HashMap::new(),
        };
        self.names.functions.push(scope);
        let cookies = signature.inputs.iter().filter_map(|input| match input {
            FnArg::Typed(it) if is_cookie_type(&it.ty) => Some((
                binding(&it.pat)?,
                Variable {
                    piece: Piece::default(),
                    depth: self.depth,
                    is_cookie: true,
                },
            )),
            _ => None,
        });
        let cookies = cookies.collect();
        let variables = std::mem::replace(&mut self.variables, cookies);
        let removing = std::mem::replace(&mut self.removing, removes_cookie(&name));
        let reading = std::mem::take(&mut self.reading);
        visit(self);
        self.reading = reading;
        self.removing = removing;
        self.variables = variables;
        self.names.functions.pop();
    }

    fn with_owner(&mut self, owner: Option<String>, visit: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.owner, owner);
        visit(self);
        self.owner = before;
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        // `#[wasm_bindgen(inline_js = "..")]`
        if let Meta::List(list) = &attribute.meta
            && list.path.is_ident("wasm_bindgen")
        {
            for token in list.tokens.clone() {
                if let proc_macro2::TokenTree::Literal(literal) = token {
                    self.script(&literal);
                }
            }
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        imports(&item.tree, None, &mut self.imports);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !is_test(&item.attrs) {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        if is_test(&item.attrs) {
            return;
        }
        let owner = match &*item.self_ty {
            syn::Type::Path(it) => it.path.segments.last().map(|it| it.ident.to_string()),
            _ => None,
        };
        self.with_owner(owner, |reader| visit::visit_item_impl(reader, item));
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if is_test(&item.attrs) {
            return;
        }
        self.with_owner(None, |reader| {
            reader.with_function(&item.sig, |reader| visit::visit_item_fn(reader, item));
        });
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if is_test(&item.attrs) {
            return;
        }
        self.with_function(&item.sig, |reader| visit::visit_impl_item_fn(reader, item));
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        self.with_function(&item.sig, |reader| visit::visit_trait_item_fn(reader, item));
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.with_owner(Some(item.ident.to_string()), |reader| {
            visit::visit_item_trait(reader, item);
        });
    }

    fn visit_expr_closure(&mut self, closure: &'ast syn::ExprClosure) {
        // The parameters of a closure hide outer names, and its arguments are not known.
        let hidden = closure.inputs.iter().filter_map(binding);
        let scope = Scope {
            locals: hidden.map(|name| (name, vec![Name::Unseen])).collect(),
            ..Scope::default()
        };
        let variables = self.variables.clone();
        self.names.functions.push(scope);
        visit::visit_expr_closure(self, closure);
        self.names.functions.pop();
        self.variables = variables;
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        let before = self.seen.mark();
        visit::visit_local(self, local);
        // `let cookie: Cookie = ("name", value).into();`
        if let (Pat::Type(it), Some(init)) = (&local.pat, &local.init)
            && matches!(&*it.ty, syn::Type::Path(it) if last(&it.path) == "Cookie")
            && let Expr::Tuple(_) = plain(&init.expr)
        {
            let cookie = self.names.name(plain(&init.expr));
            self.store(&init.expr, "Cookie::from", By::Server, "cookie", cookie);
        }
        if let Some(init) = &local.init {
            self.bind(&local.pat, &init.expr, before);
        }
    }

    fn visit_expr_let(&mut self, expression: &'ast syn::ExprLet) {
        let before = self.seen.mark();
        visit::visit_expr_let(self, expression);
        self.bind(&expression.pat, &expression.expr, before);
    }

    fn visit_expr_for_loop(&mut self, each: &'ast syn::ExprForLoop) {
        let before = self.seen.mark();
        self.visit_expr(&each.expr);
        self.bind(&each.pat, &each.expr, before);
        self.visit_block(&each.body);
    }

    fn visit_block(&mut self, block: &'ast Block) {
        self.depth += 1;
        visit::visit_block(self, block);
        self.depth -= 1;
    }

    fn visit_expr_lit(&mut self, literal: &'ast syn::ExprLit) {
        let Lit::Str(text) = &literal.lit else {
            return;
        };
        let value = text.value();
        if has_elements(&value) || value.contains("<style") {
            self.literal(&text.token(), |reader, text, offset| {
                html::read(text, offset, reader.scripts, reader.seen);
            });
        }
    }

    fn visit_expr_tuple(&mut self, tuple: &'ast syn::ExprTuple) {
        self.arguments(&tuple.elems);
        visit::visit_expr_tuple(self, tuple);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.method(call);
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        if let Expr::Path(callee) = &*call.func {
            self.function(call, &callee.path);
        }
        let chain = std::mem::take(&mut self.chain);
        visit::visit_expr_call(self, call);
        self.chain = chain;
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.expand(call);
    }
}
