//! What is known about variables, and which values are cookies.

use syn::{Expr, Pat};

use crate::scan::rust::items::binding;
use crate::scan::rust::values::{cookie_constructor, is_past, last, plain, unwrapped, variable};
use crate::scan::rust::visit::{Reader, Variable};
use crate::scan::site::{Act, Mark, Site};

impl Reader<'_> {
    /// Binds the name in a pattern to a value: it means the same and has the same cookies.
    pub(super) fn bind(&mut self, pattern: &Pat, value: &Expr, before: Mark) {
        let Some(name) = binding(pattern) else {
            return;
        };
        let parts = self.names.parts(value);
        if let Some(scope) = self.names.functions.last_mut() {
            scope.locals.insert(name.clone(), parts);
        }
        let mut bound = Variable {
            piece: self.seen.since(before),
            depth: self.depth,
            is_cookie: false,
        };
        if let Some(from) = variable(unwrapped(value))
            && let Some(known) = self.variables.get(&from)
        {
            bound.is_cookie = known.is_cookie;
            if bound.piece.sites.is_empty() {
                bound.piece = known.piece.clone();
            }
        }
        bound.is_cookie |= self.makes_cookie(unwrapped(value));
        self.variables.insert(name, bound);
    }

    /// Whether a chain begins with the constructor of a cookie, or with a function that returns
    /// one.
    pub(super) fn makes_cookie(&self, value: &Expr) -> bool {
        let is_maker = |name: &str| self.names.constants.makers.contains(name);
        match value {
            Expr::MethodCall(it) => {
                is_maker(&it.method.to_string()) || self.makes_cookie(&it.receiver)
            }
            Expr::Call(it) => matches!(&*it.func, Expr::Path(path)
                if cookie_constructor(&path.path) || is_maker(&last(&path.path))),
            _ => false,
        }
    }

    /// Whether the value of a variable is a cookie that was seen.
    pub(super) fn is_site(&self, name: &str) -> bool {
        let variable = self.variables.get(name);
        variable.is_some_and(|it| it.is_cookie || !it.piece.sites.is_empty())
    }

    pub(super) fn remove_variable(&mut self, name: &str) {
        // A removal in one branch says nothing about the others.
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

    /// Lets the markup in a variable wait for a category.
    pub(super) fn wait_variable(&mut self, value: &Expr, category: &str) {
        let known = variable(plain(value)).and_then(|name| self.variables.get(&name));
        if let Some(known) = known {
            self.seen.wait(&known.piece, category);
        }
    }

    /// Whether a value is a cookie that was seen where it was made.
    pub(super) fn is_cookie(&self, value: &Expr) -> bool {
        match plain(value) {
            plain @ Expr::Path(_) => {
                let is_site = variable(plain).is_some_and(|name| self.is_site(&name));
                is_site || self.names.row(value).is_some()
            }
            value => self.makes_cookie(value),
        }
    }

    pub(super) fn is_removed_by_chain(&self) -> bool {
        self.chain
            .iter()
            .any(|(method, arguments)| match method.as_str() {
                "make_removal" | "removal" => true,
                "max_age" | "expires" | "set_max_age" => arguments.first().is_some_and(is_past),
                _ => false,
            })
    }
}
