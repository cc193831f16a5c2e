//! What the variables of a file hold, and in which part of it.

use std::collections::HashMap;
use std::ops::Range;

use tree_sitter::{Node, Tree};

use crate::javascript::{each, field, literal, path, plain};
use crate::scan::script::libraries::{MODULES, OBJECTS};
use crate::scan::script::syntax::{created, product, storage};

/// What a variable holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Text(String),
    /// A storage, in the word of the table.
    Storage(&'static str),
    /// An object that the browser or a library calls by this name.
    Object(&'static str),
    /// An element with this tag.
    Element(String),
    Other,
}

/// The variables of a file, each in the part of the file that sees it.
#[derive(Default)]
pub(crate) struct Declared {
    values: HashMap<String, Vec<(Range<usize>, Value)>>,
    /// The byte after the file: no scope but the whole file reaches it.
    end: usize,
}

impl Declared {
    pub(crate) fn of(tree: &Tree, text: &str) -> Self {
        let mut collector = Collector {
            text,
            scopes: Vec::new(),
            declared: Self {
                end: tree.root_node().end_byte() + 1,
                ..Self::default()
            },
        };
        each(tree, |node| collector.node(node));
        collector.declared
    }

    /// What a path such as `KEYS::theme` means at a byte.
    pub(crate) fn get(&self, path: &str, at: usize) -> Option<&Value> {
        let seen = self.values.get(path)?.iter();
        let seen = seen.filter(|(scope, _)| scope.contains(&at));
        seen.min_by_key(|(scope, _)| scope.len())
            .map(|(_, value)| value)
    }

    /// The texts that other files may import.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        let values = self.values.iter();
        values.flat_map(move |(name, all)| {
            all.iter().filter_map(move |(scope, value)| match value {
                Value::Text(text) if scope.end == self.end => Some((&**name, &**text)),
                _ => None,
            })
        })
    }
}

struct Collector<'t> {
    text: &'t str,
    /// The scopes around the node, the innermost last.
    scopes: Vec<Range<usize>>,
    declared: Declared,
}

impl<'t> Collector<'t> {
    fn source(&self, node: Node<'_>) -> &'t str {
        &self.text[node.byte_range()]
    }

    fn declare(&mut self, name: &str, value: Value) {
        if let Some(scope) = self.scopes.last() {
            let all = self.declared.values.entry(name.to_owned()).or_default();
            all.push((scope.clone(), value));
        }
    }

    fn node(&mut self, node: Node<'_>) {
        while self
            .scopes
            .last()
            .is_some_and(|it| it.end <= node.start_byte())
        {
            self.scopes.pop();
        }
        match node.kind() {
            "program" => self.scopes.push(0..self.declared.end),
            "statement_block" | "for_statement" | "for_in_statement" | "class_body" => {
                self.scopes.push(node.byte_range());
            }
            "function_declaration"
            | "function_expression"
            | "arrow_function"
            | "method_definition"
            | "generator_function_declaration" => {
                self.scopes.push(node.byte_range());
                self.parameters(node);
            }
            "variable_declarator" => self.variable(node),
            "public_field_definition" => self.class_field(node),
            "enum_declaration" => {
                if let (Some(name), Some(body)) = (field(node, "name"), field(node, "body")) {
                    self.object(self.source(name), body);
                }
            }
            "import_statement" => self.import(node),
            _ => {}
        }
    }

    /// A parameter hides what its name means outside.
    fn parameters(&mut self, function: Node<'_>) {
        if let Some(one) = field(function, "parameter") {
            self.declare(self.source(one), Value::Other);
        }
        let Some(all) = field(function, "parameters") else {
            return;
        };
        let mut cursor = all.walk();
        for parameter in all.named_children(&mut cursor) {
            let pattern = field(parameter, "pattern").unwrap_or(parameter);
            self.declare(self.source(pattern), Value::Other);
        }
    }

    fn variable(&mut self, node: Node<'_>) {
        let Some(name) = field(node, "name").map(|it| self.source(it)) else {
            return;
        };
        let Some(value) = field(node, "value").map(plain) else {
            return self.declare(name, Value::Other);
        };
        let path = path(value, self.text);
        let held =
            if let Some(text) = literal(value, self.text).or_else(|| product(value, self.text)) {
                Value::Text(text)
            } else if let Some(storage) = storage(&path) {
                Value::Storage(storage)
            } else if let Some(object) = OBJECTS.iter().find(|it| **it == path) {
                Value::Object(object)
            } else if let Some(tag) = created(value, self.text) {
                Value::Element(tag)
            } else {
                if value.kind() == "object" {
                    self.object(name, value);
                }
                Value::Other
            };
        self.declare(name, held);
    }

    fn object(&mut self, name: &str, value: Node<'_>) {
        let mut cursor = value.walk();
        for pair in value.named_children(&mut cursor) {
            let key = field(pair, "key").or_else(|| field(pair, "name"));
            if let (Some(key), Some(value)) = (key, field(pair, "value"))
                && let Some(text) = literal(plain(value), self.text)
            {
                let key = self.source(key).trim_matches(['"', '\'']);
                self.declare(&format!("{name}::{key}"), Value::Text(text));
            }
        }
    }

    fn class_field(&mut self, node: Node<'_>) {
        let (Some(name), Some(value)) = (field(node, "name"), field(node, "value")) else {
            return;
        };
        let Some(text) = literal(plain(value), self.text) else {
            return;
        };
        let name = self.source(name);
        self.declare(&format!("this::{name}"), Value::Text(text.clone()));
        let class = node.parent().and_then(|body| body.parent());
        if let Some(class) = class.and_then(|class| field(class, "name")) {
            let path = format!("{}::{name}", self.source(class));
            // The name of a class is seen around it.
            let body = self.scopes.pop();
            self.declare(&path, Value::Text(text));
            self.scopes.extend(body);
        }
    }

    fn import(&mut self, node: Node<'_>) {
        let source = field(node, "source").and_then(|it| literal(it, self.text));
        let Some((_, known)) = MODULES
            .iter()
            .find(|(module, _)| Some(*module) == source.as_deref())
        else {
            return;
        };
        let clause = node.named_child(0).and_then(|clause| clause.named_child(0));
        if let Some(name) = clause.filter(|name| name.kind() == "identifier") {
            self.declare(self.source(name), Value::Object(known));
        }
    }
}
