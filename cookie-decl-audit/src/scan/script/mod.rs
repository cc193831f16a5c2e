//! JavaScript and TypeScript, with JSX.

mod assignments;
mod calls;
mod declared;
mod elements;
mod libraries;
mod syntax;
mod texts;

use std::cell::Cell;
use std::collections::HashMap;

use tree_sitter::{Node, Tree};

use crate::javascript::{self, each, field, path};
use crate::scan::markup::has_elements;
use crate::scan::script::declared::{Declared, Value};
use crate::scan::script::syntax::storage;
use crate::scan::site::{By, Function, Gate, Kind, Name, Seen, Store};
use crate::scan::style;

/// The texts of constants, by name. `None` where two files disagree.
pub(crate) type Constants = HashMap<String, Option<String>>;

/// A parsed file.
pub(crate) struct Script {
    tree: Tree,
    declared: Declared,
}

/// Parses a file. The tree leaves out what the parser does not understand.
pub(crate) fn parse(text: &str, is_typescript: bool) -> Option<Script> {
    let tree = javascript::parse(text, is_typescript)?;
    let declared = Declared::of(&tree, text);
    Some(Script { tree, declared })
}

impl Script {
    /// Returns the texts of the file's constants, by name.
    pub(crate) fn constants(&self) -> impl Iterator<Item = (&str, &str)> {
        self.declared.texts()
    }

    /// Adds what the file stores and loads.
    pub(crate) fn read(
        &self,
        text: &str,
        base: usize,
        gate: &Gate,
        constants: &Constants,
        seen: &mut Seen,
    ) {
        let mut reader = Reader {
            text,
            base,
            gate,
            tree: &self.tree,
            depth: Cell::new(0),
            declared: &self.declared,
            shared: constants,
            functions: Vec::new(),
            names: HashMap::new(),
            seen,
        };
        each(&self.tree, |node| reader.node(node));
    }
}

/// Reads a script inside another file.
pub(crate) fn read_inline(
    text: &str,
    base: usize,
    gate: &Gate,
    constants: &Constants,
    seen: &mut Seen,
) {
    if let Some(script) = parse(text, false) {
        script.read(text, base, gate, constants, seen);
    }
}

/// Adds the text of a constant. One with two different texts has none.
pub(crate) fn define(constants: &mut Constants, name: &str, text: String) {
    constants
        .entry(name.to_owned())
        .and_modify(|known| {
            if known.as_ref() != Some(&text) {
                *known = None;
            }
        })
        .or_insert(Some(text));
}

/// A surrounding function.
struct Around {
    end: usize,
    function: Option<Function>,
    parameters: Vec<String>,
}

struct Reader<'r> {
    text: &'r str,
    base: usize,
    gate: &'r Gate,
    tree: &'r Tree,
    /// How many variables are being followed. A variable may refer to itself.
    depth: Cell<u8>,
    declared: &'r Declared,
    shared: &'r Constants,
    functions: Vec<Around>,
    /// The names of function expressions, by the id of their node.
    names: HashMap<usize, String>,
    seen: &'r mut Seen,
}

impl Reader<'_> {
    fn source(&self, node: Node<'_>) -> &str {
        &self.text[node.byte_range()]
    }

    fn node(&mut self, node: Node<'_>) {
        while self
            .functions
            .last()
            .is_some_and(|it| it.end <= node.start_byte())
        {
            self.functions.pop();
        }
        match node.kind() {
            "function_declaration"
            | "function_expression"
            | "arrow_function"
            | "method_definition"
            | "generator_function_declaration" => self.function(node),
            "variable_declarator" | "pair" | "public_field_definition" => {
                let name = field(node, "name").or_else(|| field(node, "key"));
                self.name_function(name, field(node, "value"));
            }
            "assignment_expression" | "augmented_assignment_expression" => self.assignment(node),
            "call_expression" => {
                self.call(node, field(node, "function"), field(node, "arguments"));
            }
            "new_expression" => {
                self.call(node, field(node, "constructor"), field(node, "arguments"));
            }
            "import_statement" | "export_statement" => {
                if let Some(source) = field(node, "source") {
                    let address = self.name(source);
                    self.seen.load(
                        self.base + source.start_byte(),
                        "import",
                        self.gate,
                        address,
                    );
                }
            }
            "jsx_opening_element" | "jsx_self_closing_element" => self.element(node),
            "string" | "template_string" => self.text(node),
            _ => {}
        }
    }

    /// Reads the styles and markup in a text.
    fn text(&mut self, node: Node<'_>) {
        let text = self.text;
        let source = &text[node.byte_range()];
        let Some(inner) = source.get(1..source.len().max(2) - 1) else {
            return;
        };
        let offset = self.base + node.start_byte();
        if source.contains("url(") && source.contains("//") {
            style::read(inner, offset, self.gate, self.seen);
        }
        if has_elements(source) && self.makes_elements() {
            let inner = inner.replace('\\', " ");
            self.seen.markup.push((inner, offset + 1));
        }
    }

    /// Whether texts of the file may become elements. In JSX, a text is only shown, unless it goes
    /// through one of these.
    fn makes_elements(&self) -> bool {
        let sinks = [
            "nnerHTML",
            "outerHTML",
            "AdjacentHTML",
            "document.write",
            "srcDoc",
            "ContextualFragment",
        ];
        !self.declared.has_elements || sinks.iter().any(|sink| self.text.contains(sink))
    }

    fn name_function(&mut self, name: Option<Node<'_>>, value: Option<Node<'_>>) {
        let (Some(name), Some(value)) = (name, value) else {
            return;
        };
        if let Some(value) = syntax::function(value) {
            let name = match name.kind() {
                "member_expression" => field(name, "property").unwrap_or(name),
                _ => name,
            };
            let name = self.source(name).to_owned();
            self.names.insert(value.id(), name);
        }
    }

    fn function(&mut self, node: Node<'_>) {
        let name = field(node, "name").map(|name| self.source(name).to_owned());
        let name = name.or_else(|| self.names.remove(&node.id()));
        let parameters = match (field(node, "parameters"), field(node, "parameter")) {
            (Some(all), _) => {
                let mut cursor = all.walk();
                let all = all.named_children(&mut cursor);
                let all = all.filter(|it| it.kind() != "comment");
                all.map(|it| self.source(field(it, "pattern").unwrap_or(it)).to_owned())
                    .collect()
            }
            (None, Some(one)) => vec![self.source(one).to_owned()],
            (None, None) => Vec::new(),
        };
        let is_inner = self.declared.is_inner(node.start_byte());
        let function = name.map(|path| Function {
            path,
            kind: match is_inner {
                Some(true) => Kind::Inner,
                _ => Kind::Free,
            },
            begins: is_inner.map(|_| self.base + node.start_byte()),
        });
        self.functions.push(Around {
            end: node.end_byte(),
            function,
            parameters,
        });
    }

    fn storage_of(&self, node: Node<'_>) -> Option<&'static str> {
        let path = path(node, self.text);
        match self.declared.get(&path, node.start_byte()) {
            Some(Value::Storage(storage)) => Some(storage),
            _ => storage(&path),
        }
    }

    fn store(&mut self, node: Node<'_>, code: &str, storage: &'static str, parts: &[Name]) {
        let is_header = storage == "cookie" && code == "document.cookie";
        let (name, age) = if is_header {
            (Name::of_cookie(parts), Name::age(parts))
        } else {
            (Name::join(parts.to_vec()), Name::Unseen)
        };
        self.store_for(node, code, storage, name, age);
    }

    fn store_for(
        &mut self,
        node: Node<'_>,
        code: &str,
        storage: &'static str,
        name: Name,
        age: Name,
    ) {
        if age.seconds() == Some(0) {
            return;
        }
        let store = Store {
            storage,
            by: By::Script,
            name,
            removal: false,
            age,
        };
        self.seen
            .store(self.base + node.start_byte(), code, self.gate, store);
    }

    fn ask(&mut self, node: Node<'_>, code: &str, address: Node<'_>) {
        let addresses = match self.name(address) {
            Name::OneOf(all) => all,
            one => vec![one],
        };
        for address in addresses {
            self.seen
                .load(self.base + node.start_byte(), code, self.gate, address);
        }
    }

    /// Replaces the first part of a path by its name in the browser or in a library.
    fn unaliased(&self, path: String, at: Node<'_>) -> String {
        let (head, rest) = path.split_once("::").unwrap_or((&path, ""));
        let known = match head {
            "jQuery" => Some("$"),
            _ => match self.declared.get(head, at.start_byte()) {
                Some(Value::Object(known)) => Some(*known),
                _ => None,
            },
        };
        match known {
            Some(known) if rest.is_empty() => known.to_owned(),
            Some(known) => format!("{known}::{rest}"),
            None => path,
        }
    }
}
