//! The walk over a file's syntax.

use std::collections::HashMap;

use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, Block, Expr, FnArg, Lit, Meta, Pat, Token};

use crate::scan::html;
use crate::scan::rust::constants::{Constants, is_cookie_type};
use crate::scan::rust::items::{binding, imports, is_test, parameters, removes_cookie};
use crate::scan::rust::libraries::{ASKS, CLIENTS, LAYERS, Layer, STORES};
use crate::scan::rust::markup::{elements, is_markup};
use crate::scan::rust::names::{Names, Scope};
use crate::scan::rust::values::{
    cookie_constructor, is_empty, is_past, is_set_cookie, last_two, plain, unwrapped,
};
use crate::scan::script;
use crate::scan::site::{
    Act, By, Call, EITHER, Function, Gate, Kind, Mark, Name, Piece, Seen, Site, Store, Target,
};
use crate::scan::style;

/// Adds what a file does.
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

/// The methods that write a header, and those of response builders.
const WRITES: [&str; 12] = [
    "insert",
    "append",
    "header",
    "try_insert",
    "try_append",
    "insert_header",
    "append_header",
    "set_header",
    "with_header",
    "add_header",
    "if_not_present",
    "overriding",
];

/// The methods that give back a part of a cookie.
const READS: [&str; 4] = ["value", "value_trimmed", "name", "name_value"];

/// What the methods begin with that keep their arguments.
const KEEPS: [&str; 6] = ["add", "insert", "append", "set", "push", "header"];

/// A variable, and what is in its value.
#[derive(Clone)]
struct Variable {
    piece: Piece,
    depth: usize,
    /// Whether its type says that it is a cookie, which was judged where it was made.
    is_cookie: bool,
}

/// The category of `visitor.embed(Category::Maps, ..)`, whose markup waits for it.
fn embedded(call: &syn::ExprMethodCall) -> Option<String> {
    let Some(Expr::Path(category)) = call.args.first().filter(|_| call.method == "embed") else {
        return None;
    };
    let mut segments = category.path.segments.iter().rev();
    let name = segments.next()?.ident.to_string();
    (segments.next()?.ident == "Category").then_some(name)
}

struct Reader<'r> {
    text: &'r str,
    scripts: &'r script::Constants,
    names: Names<'r>,
    /// The first segment of an import by the name that it has here.
    imports: HashMap<String, String>,
    /// The methods called on the expression that is read, the last one first.
    chain: Vec<(String, Vec<Expr>)>,
    /// Whether the expression is removed.
    removing: bool,
    /// Whether only the value of the expression is read.
    reading: bool,
    /// The type whose `impl` is around the code.
    owner: Option<String>,
    /// The variables, to know what is removed later.
    variables: HashMap<String, Variable>,
    /// How many blocks are around the code.
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

    /// A value of a `Set-Cookie` header.
    fn header(&mut self, at: &impl Spanned, value: &Expr) {
        let value = unwrapped(value);
        // A cookie that became a header was judged where it was made.
        if self.names.row(value).is_some() || self.makes_cookie(value) {
            return;
        }
        if let Expr::Path(it) = value {
            let name = it
                .path
                .get_ident()
                .map(ToString::to_string)
                .unwrap_or_default();
            if self.is_site(&name) {
                return;
            }
        }
        let parts = self.names.parts(value);
        let name = Name::of_cookie(&parts);
        let removal = self.removing;
        self.removing |= Name::age(&parts).seconds() == Some(0);
        self.store(at, "Set-Cookie", By::Server, "cookie", name);
        self.removing = removal;
    }

    /// Looks for a header's name with its value among arguments.
    fn arguments(&mut self, arguments: &Punctuated<Expr, Token![,]>) {
        let mut all = arguments.iter().peekable();
        while let Some(argument) = all.next() {
            if is_set_cookie(argument)
                && let Some(value) = all.peek()
                && !matches!(value, Expr::Lit(it) if !matches!(it.lit, Lit::Str(_)))
            {
                self.header(argument, value);
            }
        }
    }

    fn is_cookie_crate(&self, path: &syn::Path) -> bool {
        let first = path
            .segments
            .first()
            .map(|it| it.ident.to_string())
            .unwrap_or_default();
        let origin = self.imports.get(&first).unwrap_or(&first);
        !CLIENTS.contains(&origin.as_str())
    }

    fn is_removed_by_chain(&self) -> bool {
        self.chain
            .iter()
            .any(|(method, arguments)| match method.as_str() {
                "make_removal" | "removal" => true,
                "max_age" | "expires" | "set_max_age" => arguments.first().is_some_and(is_past),
                _ => false,
            })
    }

    fn layer(&mut self, at: &Expr, layer: &Layer) {
        let named = self
            .chain
            .iter()
            .find(|(method, _)| layer.naming.contains(&method.as_str()));
        let name = match named.and_then(|(_, arguments)| arguments.first()) {
            Some(argument) => self.names.name(argument),
            None => Name::text(layer.default),
        };
        self.store(at, layer.path, By::Library, "cookie", name);
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
        // Escapes keep their width, so that columns stay right.
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

    /// A pattern takes a value: its name means the same, and has the same cookies.
    fn bind(&mut self, pattern: &Pat, value: &Expr, before: Mark) {
        let Some(name) = binding(pattern) else {
            return;
        };
        let parts = self.names.parts(value);
        if let Some(scope) = self.names.functions.last_mut() {
            scope.locals.insert(name.clone(), parts);
        }
        let mut variable = Variable {
            piece: self.seen.since(before),
            depth: self.depth,
            is_cookie: false,
        };
        if let Expr::Path(from) = unwrapped(value)
            && let Some(from) = from.path.get_ident()
            && let Some(known) = self.variables.get(&from.to_string())
        {
            variable.is_cookie = known.is_cookie;
            if variable.piece.sites.is_empty() {
                variable.piece = known.piece.clone();
            }
        }
        variable.is_cookie |= self.makes_cookie(unwrapped(value));
        self.variables.insert(name, variable);
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

    /// Reads the Rust inside of markup.
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

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        // `#[wasm_bindgen(inline_js = "..")]`
        if let Meta::List(list) = &attribute.meta
            && list.path.is_ident("wasm_bindgen")
        {
            for token in list.tokens.clone() {
                if let proc_macro2::TokenTree::Literal(literal) = token {
                    self.literal(&literal, |reader, text, offset| {
                        script::read_inline(
                            text,
                            offset,
                            &Gate::Unseen,
                            reader.scripts,
                            reader.seen,
                        );
                    });
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
        // Parameters of a closure hide outer names, and nobody sees what it is called with.
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
            && matches!(&*it.ty, syn::Type::Path(path) if path.path.segments.last().is_some_and(|it| it.ident == "Cookie"))
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
        let is_html = [
            "<script",
            "<img",
            "<iframe",
            "<link",
            "<video",
            "<source",
            "<style",
            "<template",
        ]
        .iter()
        .any(|start| value.contains(start));
        if is_html {
            self.literal(&text.token(), |reader, text, offset| {
                html::read(text, offset, reader.scripts, reader.seen);
            });
        }
    }

    fn visit_expr_tuple(&mut self, tuple: &'ast syn::ExprTuple) {
        self.arguments(&tuple.elems);
        visit::visit_expr_tuple(self, tuple);
    }

    #[expect(clippy::too_many_lines, reason = "one arm for each method")]
    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let method = call.method.to_string();
        let is_read = READS.contains(&method.as_str()) && call.args.is_empty();
        let keeps = KEEPS.iter().any(|verb| method.starts_with(verb));
        let named = self.names.row(&call.receiver).is_some();
        if WRITES.contains(&method.as_str()) {
            self.arguments(&call.args);
        }
        let removes = method.starts_with("remove")
            || matches!(method.as_str(), "del_cookie" | "add_removal_cookie");
        // Later calls on a variable decide whether it is a removal.
        if let Expr::Path(receiver) = &*call.receiver {
            let name = receiver
                .path
                .get_ident()
                .map(ToString::to_string)
                .unwrap_or_default();
            let zero = matches!(method.as_str(), "set_max_age" | "set_expires")
                && call.args.first().is_some_and(is_past);
            if zero || method == "make_removal" {
                self.remove_variable(&name);
            }
        }
        if removes {
            for argument in &call.args {
                if let Expr::Path(it) = plain(argument) {
                    let name = it
                        .path
                        .get_ident()
                        .map(ToString::to_string)
                        .unwrap_or_default();
                    self.remove_variable(&name);
                }
            }
        }
        let receiver = self
            .text
            .get(call.receiver.span().byte_range())
            .unwrap_or_default();
        let is_jar = receiver.to_ascii_lowercase().contains("jar")
            || receiver.to_ascii_lowercase().contains("cookies");
        match (method.as_str(), call.args.first()) {
            (
                "add" | "add_private" | "add_signed" | "remove" | "remove_private" | "add_original",
                Some(first),
            ) if is_jar && !named => {
                let is_pair = matches!(plain(first), Expr::Tuple(_) | Expr::Lit(_));
                let is_removal =
                    removes && matches!(plain(first), Expr::Path(_)) && !self.is_cookie(first);
                if is_pair || is_removal {
                    let before = std::mem::replace(&mut self.removing, removes);
                    let name = self.names.name(first);
                    self.store(
                        &call.method,
                        &format!(".{method}"),
                        By::Server,
                        "cookie",
                        name,
                    );
                    self.removing = before;
                }
            }
            ("set_cookie", Some(first))
                if call.args.len() == 1
                    && !self.makes_cookie(plain(first))
                    && !self.is_cookie(first) =>
            {
                let parts = self.names.parts(first);
                if Name::age(&parts).seconds() != Some(0) {
                    let name = Name::of_cookie(&parts);
                    self.store(&call.method, ".set_cookie", By::Script, "cookie", name);
                }
            }
            ("set_item", Some(first)) if call.args.len() == 2 => {
                let storage = self.storage(&call.receiver, receiver);
                let name = self.names.name(first);
                self.store(&call.method, ".set_item", By::Script, storage, name);
            }
            ("set", Some(first))
                if call.args.len() == 2 && receiver.to_ascii_lowercase().contains("storage") =>
            {
                let storage = self.storage(&call.receiver, receiver);
                let name = self.names.name(first);
                self.store(&call.method, ".set", By::Script, storage, name);
            }
            ("set_src", Some(first)) => {
                let address = self.names.name(first);
                let offset = call.method.span().byte_range().start;
                self.seen.load(offset, ".set_src", &Gate::Unseen, address);
            }
            ("set_attribute", Some(first)) if call.args.len() == 2 => {
                if matches!(self.names.name(first), Name::Text(name) if name == "src") {
                    let address = self.names.name(&call.args[1]);
                    let offset = call.method.span().byte_range().start;
                    self.seen
                        .load(offset, ".set_attribute", &Gate::Unseen, address);
                }
            }
            _ => {}
        }
        let arguments = call.args.iter().map(|it| self.names.name(it)).collect();
        if !self.reading {
            self.seen.calls.push(Call {
                offset: call.method.span().byte_range().start,
                path: method.clone(),
                arguments,
                gate: Gate::Unseen,
                is_method: true,
                removal: self.removing,
                target: Target::Elsewhere,
            });
        }
        self.chain
            .insert(0, (method, call.args.iter().cloned().collect()));
        let (removing, reading) = (self.removing, self.reading);
        // `jar.get(name).unwrap_or_else(|| Cookie::new(name, "light")).value()`
        self.reading |= is_read;
        self.visit_expr(&call.receiver);
        self.reading &= !keeps;
        self.chain.remove(0);
        let chain = std::mem::take(&mut self.chain);
        self.removing = removing || removes;
        let before = self.seen.mark();
        for argument in &call.args {
            self.visit_expr(argument);
        }
        if let Some(category) = embedded(call) {
            self.seen.wait_since(before, &category);
            for argument in &call.args {
                self.wait_variable(plain(argument), &category);
            }
        }
        self.removing = removing;
        self.reading = reading;
        self.chain = chain;
    }

    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        if let Expr::Path(callee) = &*call.func {
            let path = &callee.path;
            let two = last_two(path);
            let last = path
                .segments
                .last()
                .map(|it| it.ident.to_string())
                .unwrap_or_default();
            let removing = self.removing;
            self.removing |= self.is_removed_by_chain();
            if cookie_constructor(path) && self.is_cookie_crate(path) {
                if let Some(first) = call.args.first().filter(|it| !is_empty(it)) {
                    let name = self.names.name(first);
                    self.store(call, &two, By::Server, "cookie", name);
                }
            } else if let Some(layer) = LAYERS.iter().find(|layer| layer.path == two) {
                self.layer(&call.func, layer);
            }
            self.removing = removing;
            let store = STORES
                .iter()
                .find(|(path, ..)| *path == two || *path == last);
            if let Some((_, index, storage)) = store
                && let Some(argument) = call.args.get(*index)
            {
                let name = self.names.name(argument);
                self.store(call, &two, By::Script, storage, name);
            }
            let first = path.segments.first().map(|it| it.ident.to_string());
            let first = first.unwrap_or_default();
            // A server builds requests with the same name.
            let is_gloo = self.imports.get(&first).unwrap_or(&first) == "gloo_net";
            let is_request = is_gloo && path.segments.iter().any(|it| it.ident == "Request");
            if (ASKS.contains(&two.as_str()) || ASKS.contains(&last.as_str()) || is_request)
                && let Some(first) = call.args.first()
            {
                let address = self.names.name(first);
                let offset = call.span().byte_range().start;
                self.seen.load(offset, &two, &Gate::Unseen, address);
            }
            if last == "eval"
                && let Some(Expr::Lit(syn::ExprLit {
                    lit: Lit::Str(text),
                    ..
                })) = call.args.first()
            {
                self.literal(&text.token(), |reader, text, offset| {
                    script::read_inline(text, offset, &Gate::Unseen, reader.scripts, reader.seen);
                });
            }
            // `with_header(reply, "set-cookie", value)`
            if call.args.len() > 1 {
                self.arguments(&call.args);
            }
            let segments = path.segments.iter().map(|it| it.ident.to_string());
            let segments: Vec<_> = segments
                .map(|it| match &self.owner {
                    Some(owner) if it == "Self" => owner.clone(),
                    _ => it,
                })
                .collect();
            let arguments = call.args.iter().map(|it| self.names.name(it)).collect();
            if !self.reading {
                self.seen.calls.push(Call {
                    offset: call.span().byte_range().start,
                    path: segments.join("::"),
                    arguments,
                    gate: Gate::Unseen,
                    is_method: false,
                    removal: self.removing,
                    target: Target::Elsewhere,
                });
            }
        }
        let chain = std::mem::take(&mut self.chain);
        visit::visit_expr_call(self, call);
        self.chain = chain;
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        let name = call
            .path
            .segments
            .last()
            .map(|it| it.ident.to_string())
            .unwrap_or_default();
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
}

impl Reader<'_> {
    /// Whether a chain begins with the constructor of a cookie, or a function that has one.
    fn makes_cookie(&self, value: &Expr) -> bool {
        let is_maker = |name: &syn::Ident| self.names.constants.makers.contains(&name.to_string());
        match value {
            Expr::MethodCall(it) => is_maker(&it.method) || self.makes_cookie(&it.receiver),
            Expr::Call(it) => matches!(&*it.func, Expr::Path(path)
                if cookie_constructor(&path.path)
                    || path.path.segments.last().is_some_and(|it| is_maker(&it.ident))),
            _ => false,
        }
    }

    /// Whether a variable's value is a cookie that was seen.
    fn is_site(&self, name: &str) -> bool {
        let variable = self.variables.get(name);
        variable.is_some_and(|it| it.is_cookie || !it.piece.sites.is_empty())
    }

    fn remove_variable(&mut self, name: &str) {
        // What only a branch removes is set in the others.
        let variable = self.variables.get(name);
        if let Some(variable) = variable.filter(|it| it.depth >= self.depth) {
            for site in &mut self.seen.sites[variable.piece.sites.clone()] {
                if let Site {
                    act: Act::Store(store),
                    ..
                } = site
                {
                    store.removal = true;
                }
            }
        }
    }

    /// Markup that a variable has waits for a category.
    fn wait_variable(&mut self, value: &Expr, category: &str) {
        let Expr::Path(it) = value else { return };
        let name = it.path.get_ident().map(ToString::to_string);
        if let Some(variable) = name.and_then(|name| self.variables.get(&name)) {
            self.seen.wait(&variable.piece, category);
        }
    }

    /// Whether a value is a variable that was seen to become a cookie.
    fn is_cookie(&self, value: &Expr) -> bool {
        match plain(value) {
            Expr::Path(it) => {
                let name = it
                    .path
                    .get_ident()
                    .map(ToString::to_string)
                    .unwrap_or_default();
                self.is_site(&name) || self.names.row(value).is_some()
            }
            value => self.makes_cookie(value),
        }
    }

    fn storage(&self, receiver: &Expr, text: &str) -> &'static str {
        let mut text = text.to_owned();
        if let Expr::Path(it) = receiver {
            // `let storage = window.session_storage()?` is a few lines above.
            if let Some(name) = it.path.get_ident() {
                let start = receiver.span().byte_range().start;
                let above = self.text.get(..start).unwrap_or_default();
                let line = above
                    .rfind(&format!("{name} ="))
                    .or_else(|| above.rfind(&format!("({name})) =")));
                if let Some(line) = line {
                    text.push_str(&above[line..].chars().take(300).collect::<String>());
                }
            }
        }
        if text.contains("session_storage") || text.contains("SessionStorage") {
            "session_storage"
        } else if text.contains("local_storage") || text.contains("LocalStorage") {
            "local_storage"
        } else {
            EITHER
        }
    }
}
