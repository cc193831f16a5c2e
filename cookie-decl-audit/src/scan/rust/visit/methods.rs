//! Calls of methods: jars, response builders, storage, and elements.

use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::{Expr, ExprMethodCall};

use crate::scan::rust::values::{is_past, plain, variable};
use crate::scan::rust::visit::Reader;
use crate::scan::site::{By, EITHER, Name};

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

/// The methods that return a part of a cookie.
const READS: [&str; 4] = ["value", "value_trimmed", "name", "name_value"];

/// The first words of methods that keep their arguments.
const KEEPS: [&str; 6] = ["add", "insert", "append", "set", "push", "header"];

impl Reader<'_> {
    pub(super) fn method(&mut self, call: &ExprMethodCall) {
        let method = call.method.to_string();
        if WRITES.contains(&method.as_str()) {
            self.arguments(&call.args);
        }
        let removes = method.starts_with("remove")
            || matches!(method.as_str(), "del_cookie" | "add_removal_cookie");
        self.mark_removed(call, &method, removes);
        self.stored_by_method(call, &method, removes);
        self.passed(&call.method, &method, true, &call.args);
        self.receiver_and_arguments(call, method, removes);
    }

    /// A later call on a variable may remove its cookie.
    fn mark_removed(&mut self, call: &ExprMethodCall, method: &str, removes: bool) {
        let ends = matches!(method, "set_max_age" | "set_expires")
            && call.args.first().is_some_and(is_past);
        if (ends || method == "make_removal")
            && let Some(name) = variable(&call.receiver)
        {
            self.remove_variable(&name);
        }
        if removes {
            let names = call.args.iter().map(plain).filter_map(variable);
            names.for_each(|name| self.remove_variable(&name));
        }
    }

    fn stored_by_method(&mut self, call: &ExprMethodCall, method: &str, removes: bool) {
        let Some(first) = call.args.first() else {
            return;
        };
        let is_pair_of_arguments = call.args.len() == 2;
        let receiver = self
            .text
            .get(call.receiver.span().byte_range())
            .unwrap_or_default()
            .to_ascii_lowercase();
        let is_storage = receiver.contains("storage");
        let is_jar = receiver.contains("jar") || receiver.contains("cookies");
        let code = format!(".{method}");
        match method {
            "add" | "add_private" | "add_signed" | "remove" | "remove_private" | "add_original"
                if is_jar && self.names.row(&call.receiver).is_none() =>
            {
                self.jar(call, first, &code, removes);
            }
            "set_cookie"
                if call.args.len() == 1
                    && !self.makes_cookie(plain(first))
                    && !self.is_cookie(first) =>
            {
                let parts = self.names.parts(first);
                if Name::age(&parts).seconds() != Some(0) {
                    let name = Name::of_cookie(&parts);
                    self.store(&call.method, &code, By::Script, "cookie", name);
                }
            }
            "set_item" | "set" if is_pair_of_arguments && (is_storage || method == "set_item") => {
                let storage = self.storage(&call.receiver);
                let name = self.names.name(first);
                self.store(&call.method, &code, By::Script, storage, name);
            }
            "set_src" => self.load(&call.method, &code, first),
            "set_attribute" if is_pair_of_arguments => {
                if matches!(self.names.name(first), Name::Text(name) if name == "src") {
                    self.load(&call.method, &code, &call.args[1]);
                }
            }
            _ => {}
        }
    }

    /// Adds a cookie of a jar, unless it was seen where it was made.
    fn jar(&mut self, call: &ExprMethodCall, cookie: &Expr, code: &str, removes: bool) {
        let is_new = match plain(cookie) {
            Expr::Tuple(_) | Expr::Lit(_) => true,
            Expr::Path(_) => removes && !self.is_cookie(cookie),
            _ => false,
        };
        if is_new {
            let before = std::mem::replace(&mut self.removing, removes);
            let name = self.names.name(cookie);
            self.store(&call.method, code, By::Server, "cookie", name);
            self.removing = before;
        }
    }

    fn receiver_and_arguments(&mut self, call: &ExprMethodCall, method: String, removes: bool) {
        let is_read = READS.contains(&method.as_str()) && call.args.is_empty();
        let keeps = KEEPS.iter().any(|verb| method.starts_with(verb));
        let (removing, reading) = (self.removing, self.reading);
        self.chain
            .insert(0, (method, call.args.iter().cloned().collect()));
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
                self.wait_variable(argument, &category);
            }
        }
        self.removing = removing;
        self.reading = reading;
        self.chain = chain;
    }

    /// Returns the storage of a receiver, as far as the text shows it.
    fn storage(&self, receiver: &Expr) -> &'static str {
        let range = receiver.span().byte_range();
        let mut text = self.text.get(range.clone()).unwrap_or_default().to_owned();
        // `let storage = window.session_storage()?` is a few lines above.
        if let Some(name) = variable(receiver) {
            let above = self.text.get(..range.start).unwrap_or_default();
            let line = above
                .rfind(&format!("{name} ="))
                .or_else(|| above.rfind(&format!("({name})) =")));
            if let Some(line) = line {
                text.push_str(&above[line..].chars().take(300).collect::<String>());
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

/// Returns the category of `visitor.embed(Category::Maps, ..)`, whose markup waits for it.
fn embedded(call: &ExprMethodCall) -> Option<String> {
    let Some(Expr::Path(category)) = call.args.first().filter(|_| call.method == "embed") else {
        return None;
    };
    let mut segments = category.path.segments.iter().rev();
    let name = segments.next()?.ident.to_string();
    (segments.next()?.ident == "Category").then_some(name)
}
