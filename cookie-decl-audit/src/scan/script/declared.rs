//! What the variables of a file hold, in their scopes.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use tree_sitter::{Node, Tree};

use crate::javascript::{each, field, literal, path, plain};
use crate::scan::script::libraries::{MODULES, OBJECTS};
use crate::scan::script::syntax::{created, function, is_joined, product, result, storage};

/// What a variable holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Text(String),
    /// A storage, as the table writes it.
    Storage(&'static str),
    /// An object that has this name in the browser or in a library.
    Object(&'static str),
    /// An element with this tag.
    Element(String),
    /// The function that begins at this byte.
    Function(usize),
    /// The expression in this range. Some of its parts are known only where it is used.
    Computed(Range<usize>),
    Other,
}

/// The variables of a file, each in its scope.
#[derive(Default)]
pub(crate) struct Declared {
    values: HashMap<String, Vec<Held>>,
    /// The functions with a name, by the byte at which they begin, and whether the name is visible
    /// only in a part of the file.
    functions: HashMap<usize, bool>,
    /// The texts that functions return, by the byte at which the functions begin.
    results: HashMap<usize, Range<usize>>,
    /// The functions that receive the document, and the number of the argument.
    given_document: HashSet<(String, usize)>,
    /// Whether the file has JSX elements.
    pub(crate) has_elements: bool,
    /// The byte after the file. Only the scope of the whole file reaches it.
    end: usize,
}

/// A variable's value in one scope.
struct Held {
    scope: Range<usize>,
    value: Value,
    /// The index of the variable of the same name in an outer scope.
    around: Option<usize>,
}

impl Declared {
    pub(crate) fn of(tree: &Tree, text: &str) -> Self {
        let mut collector = Collector {
            text,
            scopes: Vec::new(),
            arguments: HashMap::new(),
            declared: Self {
                end: tree.root_node().end_byte() + 1,
                ..Self::default()
            },
        };
        each(tree, |node| collector.node(node));
        let mut declared = collector.declared;
        declared.values.values_mut().for_each(nest);
        declared
    }

    /// Returns what a path such as `KEYS::theme` means at a byte.
    pub(crate) fn get(&self, path: &str, at: usize) -> Option<&Value> {
        let all = self.values.get(path)?;
        let mut index = all
            .partition_point(|held| held.scope.start <= at)
            .checked_sub(1)?;
        while !all[index].scope.contains(&at) {
            index = all[index].around?;
        }
        Some(&all[index].value)
    }

    /// Whether the name of the function that begins at a byte is visible only in a part of the
    /// file; `None` if it has no name.
    pub(crate) fn is_inner(&self, begins: usize) -> Option<bool> {
        self.functions.get(&begins).copied()
    }

    /// Returns the range of the text that a function returns.
    pub(crate) fn result(&self, begins: usize) -> Option<&Range<usize>> {
        self.results.get(&begins)
    }

    /// Whether some call passes the document as this argument.
    pub(crate) fn is_given_document(&self, function: &str, index: usize) -> bool {
        self.given_document.contains(&(function.to_owned(), index))
    }

    /// Returns the texts that other files may import.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        let values = self.values.iter();
        values.flat_map(move |(name, all)| {
            all.iter().filter_map(move |held| match &held.value {
                Value::Text(text) if held.scope.end == self.end => Some((&**name, &**text)),
                _ => None,
            })
        })
    }
}

/// Sorts the variables of one name, an outer one before the inner ones. Of two in one scope, the
/// first counts. Each remembers the next outer one, because a bundle has thousands of variables
/// `e`.
fn nest(all: &mut Vec<Held>) {
    all.sort_by_key(|held| (held.scope.start, Reverse(held.scope.end)));
    all.dedup_by(|one, other| one.scope == other.scope);
    let mut around = Vec::<usize>::new();
    for index in 0..all.len() {
        let start = all[index].scope.start;
        while around
            .last()
            .is_some_and(|outer| all[*outer].scope.end <= start)
        {
            around.pop();
        }
        all[index].around = around.last().copied();
        around.push(index);
    }
}

struct Collector<'t> {
    text: &'t str,
    /// The surrounding scopes, the innermost last.
    scopes: Vec<Range<usize>>,
    /// The arguments of functions that are called where they are written, by the byte at which they
    /// begin.
    arguments: HashMap<usize, Vec<Value>>,
    declared: Declared,
}

impl<'t> Collector<'t> {
    fn source(&self, node: Node<'_>) -> &'t str {
        &self.text[node.byte_range()]
    }

    fn declare(&mut self, name: &str, value: Value) {
        if let Some(scope) = self.scopes.last() {
            let all = self.declared.values.entry(name.to_owned()).or_default();
            all.push(Held {
                scope: scope.clone(),
                value,
                around: None,
            });
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
                if let Some(name) = field(node, "name")
                    && node.kind().ends_with("declaration")
                {
                    self.declare_function(self.source(name), node);
                }
                self.scopes.push(node.byte_range());
                self.parameters(node);
            }
            "call_expression" => self.call(node),
            "jsx_opening_element" | "jsx_self_closing_element" => self.declared.has_elements = true,
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

    fn declare_function(&mut self, name: &str, function: Node<'_>) {
        let begins = function.start_byte();
        let is_inner = self
            .scopes
            .last()
            .is_some_and(|scope| scope.end != self.declared.end);
        self.declared.functions.insert(begins, is_inner);
        if let Some(result) = result(function) {
            self.declared.results.insert(begins, result.byte_range());
        }
        self.declare(name, Value::Function(begins));
    }

    fn call(&mut self, node: Node<'_>) {
        let (Some(callee), Some(arguments)) = (field(node, "function"), field(node, "arguments"))
        else {
            return;
        };
        let callee = plain(callee);
        let mut cursor = arguments.walk();
        let arguments = arguments.named_children(&mut cursor);
        let arguments = arguments.filter(|it| it.kind() != "comment");
        let values: Vec<_> = arguments.map(|it| self.value(plain(it))).collect();
        if matches!(callee.kind(), "arrow_function" | "function_expression") {
            self.arguments.insert(callee.start_byte(), values);
        } else if let Some(index) = values
            .iter()
            .position(|it| *it == Value::Object("document"))
        {
            let name = self.source(callee).to_owned();
            self.declared.given_document.insert((name, index));
        }
    }

    /// Declares the parameters, which hide outer names.
    fn parameters(&mut self, function: Node<'_>) {
        let given = self.arguments.remove(&function.start_byte());
        let is_called_here = given.is_some();
        let mut given = given.unwrap_or_default().into_iter();
        if let Some(one) = field(function, "parameter") {
            self.declare(self.source(one), given.next().unwrap_or(Value::Other));
        }
        let Some(all) = field(function, "parameters") else {
            return;
        };
        let mut cursor = all.walk();
        for parameter in all.named_children(&mut cursor) {
            if parameter.kind() == "comment" {
                continue;
            }
            let pattern = field(parameter, "pattern").unwrap_or(parameter);
            let default = field(parameter, "value").map(|it| self.value(plain(it)));
            let value = given.next().or(default).unwrap_or(Value::Other);
            // The default would hide what the calls pass.
            let value = match value {
                Value::Text(_) | Value::Computed(_) if !is_called_here => Value::Other,
                value => value,
            };
            self.declare(self.source(pattern), value);
        }
    }

    fn variable(&mut self, node: Node<'_>) {
        let Some(name) = field(node, "name").map(|it| self.source(it)) else {
            return;
        };
        let Some(value) = field(node, "value").map(plain) else {
            return self.declare(name, Value::Other);
        };
        if let Some(function) = function(value) {
            return self.declare_function(name, function);
        }
        if value.kind() == "object" {
            self.object(name, value);
        }
        self.declare(name, self.value(value));
    }

    /// Returns the value of an expression.
    fn value(&self, value: Node<'_>) -> Value {
        let path = path(value, self.text);
        if let Some(text) = literal(value, self.text).or_else(|| product(value, self.text)) {
            Value::Text(text)
        } else if let Some(storage) = storage(&path) {
            Value::Storage(storage)
        } else if let Some(object) = OBJECTS.iter().find(|it| **it == path) {
            Value::Object(object)
        } else if let Some(tag) = created(value, self.text) {
            Value::Element(tag)
        } else if is_joined(value) {
            Value::Computed(value.byte_range())
        } else {
            Value::Other
        }
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
            // The name of a class is visible outside of its body.
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
