//! Calls of functions: constructors of cookies, session layers, storage, and requests.

use syn::{Expr, ExprCall, ExprLit, Lit, Path};

use crate::scan::rust::libraries::{ASKS, CLIENTS, LAYERS, Layer, STORES};
use crate::scan::rust::values::{cookie_constructor, is_empty, last, last_two};
use crate::scan::rust::visit::Reader;
use crate::scan::site::{By, Name};

impl Reader<'_> {
    pub(super) fn function(&mut self, call: &ExprCall, path: &Path) {
        let (two, last) = (last_two(path), last(path));
        let removing = self.removing;
        self.removing |= self.is_removed_by_chain();
        if cookie_constructor(path) && !CLIENTS.contains(&&*self.origin(path)) {
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
        // A server builds requests with the same name.
        let is_request =
            self.origin(path) == "gloo_net" && path.segments.iter().any(|it| it.ident == "Request");
        if (ASKS.contains(&two.as_str()) || ASKS.contains(&last.as_str()) || is_request)
            && let Some(first) = call.args.first()
        {
            self.load(call, &two, first);
        }
        if last == "eval"
            && let Some(Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            })) = call.args.first()
        {
            self.script(&text.token());
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
        self.passed(call, &segments.join("::"), false, &call.args);
    }

    /// Returns the crate or module from which the first segment of a path was imported.
    fn origin(&self, path: &Path) -> String {
        let first = path.segments.first().map(|it| it.ident.to_string());
        let first = first.unwrap_or_default();
        self.imports.get(&first).cloned().unwrap_or(first)
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
}
