//! JavaScript and TypeScript, with JSX.

mod declared;
mod libraries;
mod syntax;

use std::cell::Cell;
use std::collections::HashMap;
use std::ops::Range;

use tree_sitter::{Node, Tree};

use crate::javascript::{self, each, field, literal, number, path, plain};
use crate::scan::markup::{self, Attribute, Element};
use crate::scan::script::declared::{Declared, Value};
use crate::scan::script::libraries::{ASKS, COMPONENTS, Component, METHODS, SETS};
use crate::scan::script::syntax::{ends_with, storage};
use crate::scan::site::{By, Call, EITHER, Function, Gate, Kind, Name, Seen, Store, Target};
use crate::scan::style;
use crate::scan::template::SCRIPT_HOLE;

/// Texts of constants by name, `None` where two files disagree.
pub(crate) type Constants = HashMap<String, Option<String>>;

/// A file with its tree.
pub(crate) struct Script {
    tree: Tree,
    declared: Declared,
}

/// Parses a file. What the parser does not know is left out of the tree.
pub(crate) fn parse(text: &str, is_typescript: bool) -> Option<Script> {
    let tree = javascript::parse(text, is_typescript)?;
    let declared = Declared::of(&tree, text);
    Some(Script { tree, declared })
}

impl Script {
    /// The texts of the file's constants by name.
    pub(crate) fn constants(&self) -> impl Iterator<Item = (&str, &str)> {
        self.declared.texts()
    }

    /// Adds what the file does.
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

/// Reads a script inside something else.
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

/// Adds a constant; one with two texts has none.
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

/// A function around the code.
struct Around {
    end: usize,
    function: Option<Function>,
    parameters: Vec<String>,
}

/// How many variables are followed to the text that they are made from.
const DEEPEST: u8 = 4;

struct Reader<'r> {
    text: &'r str,
    base: usize,
    gate: &'r Gate,
    tree: &'r Tree,
    /// How many variables are followed at the moment; one may be made from itself.
    depth: Cell<u8>,
    declared: &'r Declared,
    shared: &'r Constants,
    functions: Vec<Around>,
    /// The names of function expressions by the id of their node.
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
            "string" | "template_string" => {
                let text = self.text;
                let source = &text[node.byte_range()];
                if source.contains("url(") && source.contains("//") {
                    let offset = self.base + node.start_byte();
                    style::read(
                        &source[1..source.len().max(2) - 1],
                        offset,
                        self.gate,
                        self.seen,
                    );
                }
                let has_element = ["<script", "<img", "<iframe", "<link", "<video", "<source"]
                    .iter()
                    .any(|start| source.contains(start));
                if has_element && self.makes_elements() {
                    let inner = source[1..source.len().max(2) - 1].replace('\\', " ");
                    let offset = self.base + node.start_byte() + 1;
                    self.seen.markup.push((inner, offset));
                }
            }
            _ => {}
        }
    }

    /// Whether texts of the file may become elements. A component shows them as they are, unless
    /// it says otherwise.
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

    /// The parts of a text.
    #[expect(clippy::too_many_lines, reason = "one arm for each kind of expression")]
    fn parts(&self, node: Node<'_>) -> Vec<Name> {
        let node = plain(node);
        if let Some(text) = literal(node, self.text) {
            return pieces(&text);
        }
        if let Some(number) = self.number(node) {
            return vec![Name::Text(number.to_string())];
        }
        match node.kind() {
            "template_string" => {
                let mut parts = Vec::new();
                let mut at = node.start_byte() + 1;
                let mut cursor = node.walk();
                for child in node.named_children(&mut cursor) {
                    if child.kind() == "template_substitution" {
                        parts.extend(pieces(&self.text[at..child.start_byte()]));
                        match child.named_child(0) {
                            Some(inner) => parts.extend(self.parts(inner)),
                            None => parts.push(Name::Unseen),
                        }
                        at = child.end_byte();
                    }
                }
                let end = node.end_byte().saturating_sub(1).max(at);
                parts.extend(pieces(&self.text[at..end]));
                parts
            }
            "binary_expression" => {
                let operator = field(node, "operator").map(|it| self.source(it).to_owned());
                match (
                    operator.as_deref(),
                    field(node, "left"),
                    field(node, "right"),
                ) {
                    (Some("+"), Some(left), Some(right)) => {
                        // A long chain of `+` leans to the left.
                        let (mut all, mut left) = (vec![right], left);
                        while plain(left).kind() == "binary_expression" {
                            let inner = plain(left);
                            let (Some(next), Some(right)) =
                                (field(inner, "left"), field(inner, "right"))
                            else {
                                break;
                            };
                            all.push(right);
                            left = next;
                        }
                        all.push(left);
                        all.into_iter()
                            .rev()
                            .flat_map(|it| self.parts(it))
                            .collect()
                    }
                    (Some("||" | "??"), Some(left), Some(right)) => {
                        vec![Name::OneOf(vec![self.name(left), self.name(right)])]
                    }
                    _ => vec![Name::Unseen],
                }
            }
            "ternary_expression" => {
                match (field(node, "consequence"), field(node, "alternative")) {
                    (Some(one), Some(other)) => {
                        vec![Name::OneOf(vec![self.name(one), self.name(other)])]
                    }
                    _ => vec![Name::Unseen],
                }
            }
            "array" => {
                // `["a=b", "Path=/"].join("; ")`
                node.named_child(0)
                    .map_or(vec![Name::Unseen], |first| self.parts(first))
            }
            "call_expression" => {
                let callee = field(node, "function");
                let callee_path = callee.map(|it| path(it, self.text)).unwrap_or_default();
                let first = field(node, "arguments").and_then(|it| it.named_child(0));
                match (callee_path.as_str(), first, callee) {
                    (
                        "encodeURIComponent" | "encodeURI" | "String" | "escape" | "URL",
                        Some(first),
                        _,
                    ) => self.parts(first),
                    (_, _, Some(callee)) if callee.kind() == "member_expression" => {
                        let property = field(callee, "property").map(|it| self.source(it));
                        let object = field(callee, "object");
                        match (property, object) {
                            (Some("join" | "toString" | "trim" | "concat"), Some(object)) => {
                                self.parts(object)
                            }
                            _ => vec![Name::Unseen],
                        }
                    }
                    _ => self.result(&callee_path, node),
                }
            }
            "new_expression" => {
                let constructor = field(node, "constructor").map(|it| path(it, self.text));
                let first = field(node, "arguments").and_then(|it| it.named_child(0));
                let first = first.filter(|_| constructor.is_some_and(|it| it == "URL"));
                first.map_or(vec![Name::Unseen], |first| self.parts(first))
            }
            "object" => {
                let mut cursor = node.walk();
                let pair = node.named_children(&mut cursor).find(|pair| {
                    let key = field(*pair, "key").map(|key| self.source(key));
                    key.is_some_and(|key| matches!(key.trim_matches(['"', '\'']), "name" | "url"))
                });
                let value = pair.and_then(|pair| field(pair, "value"));
                value.map_or(vec![Name::Unseen], |value| self.parts(value))
            }
            _ => {
                let path = path(node, self.text);
                match self.declared.get(&path, node.start_byte()) {
                    Some(Value::Computed(range)) => self.written(range),
                    _ => vec![self.variable(&path, node)],
                }
            }
        }
    }

    /// The parts of the text that is put together in another place of the file.
    fn written(&self, range: &Range<usize>) -> Vec<Name> {
        let root = self.tree.root_node();
        let node = root.named_descendant_for_byte_range(range.start, range.end);
        let depth = self.depth.get();
        match node {
            Some(node) if depth < DEEPEST => {
                self.depth.set(depth + 1);
                let parts = self.parts(node);
                self.depth.set(depth);
                parts
            }
            _ => vec![Name::Unseen],
        }
    }

    /// The text that a function of the file gives back, with holes for its arguments.
    fn result(&self, callee: &str, at: Node<'_>) -> Vec<Name> {
        let Some(Value::Function(begins)) = self.declared.get(callee, at.start_byte()) else {
            return vec![Name::Unseen];
        };
        let result = self.declared.result(*begins);
        let parts = result.map_or(vec![Name::Unseen], |range| self.written(range));
        let hide = |part| match part {
            Name::Text(text) => Name::Text(text),
            _ => Name::Unseen,
        };
        parts.into_iter().map(hide).collect()
    }

    /// A whole number, such as `365 * 24 * 60 * 60`.
    fn number(&self, node: Node<'_>) -> Option<u64> {
        let node = plain(node);
        match node.kind() {
            "number" => number(self.source(node)),
            "binary_expression" if self.source(field(node, "operator")?) == "*" => {
                let left = self.number(field(node, "left")?)?;
                left.checked_mul(self.number(field(node, "right")?)?)
            }
            "identifier" => self.variable(self.source(node), node).seconds(),
            _ => None,
        }
    }

    fn variable(&self, path: &str, at: Node<'_>) -> Name {
        let value = self.declared.get(path, at.start_byte());
        if let Some(Value::Text(text)) = value {
            return Name::Text(text.clone());
        }
        for function in self.functions.iter().rev() {
            let position = function.parameters.iter().position(|it| it == path);
            if let Some(index) = position {
                return match &function.function {
                    Some(function) => Name::Argument {
                        function: function.clone(),
                        index,
                    },
                    None => Name::Unseen,
                };
            }
        }
        let shared = self.shared.get(path).filter(|_| value.is_none());
        shared.cloned().flatten().map_or(Name::Unseen, Name::Text)
    }

    fn name(&self, node: Node<'_>) -> Name {
        Name::join(self.parts(node))
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

    fn assignment(&mut self, node: Node<'_>) {
        let (Some(left), Some(right)) = (field(node, "left"), field(node, "right")) else {
            return;
        };
        self.name_function(Some(left), Some(right));
        let left = plain(left);
        let object = field(left, "object");
        if let Some(storage) = object.and_then(|object| self.storage_of(object)) {
            let name = match left.kind() {
                "member_expression" => field(left, "property")
                    .map_or(Name::Unseen, |property| Name::text(self.source(property))),
                _ => field(left, "index").map_or(Name::Unseen, |index| self.name(index)),
            };
            let code = match storage {
                "session_storage" => "sessionStorage",
                _ => "localStorage",
            };
            return self.store(node, code, storage, &[name]);
        }
        let target = path(left, self.text);
        let target = self.unaliased(target, node);
        let Some((object, property)) = target.rsplit_once("::") else {
            return;
        };
        match property {
            "cookie" => {
                let parts = self.parts(right);
                if !(self.is_document(object) || has_attributes(&parts)) {
                    return;
                }
                self.store(node, "document.cookie", "cookie", &parts);
            }
            "src" | "poster" | "srcset" => self.ask(node, &format!(".{property}"), right),
            "href" if self.is_link(object, node) => self.ask(node, ".href", right),
            _ => {}
        }
    }

    /// Whether a path leads to a document, as far as this file says.
    fn is_document(&self, path: &str) -> bool {
        let last = path.rsplit("::").next().unwrap_or_default();
        if matches!(last, "document" | "ownerDocument" | "doc") {
            return true;
        }
        self.functions.iter().any(|around| {
            let index = around.parameters.iter().position(|it| it == path);
            matches!((index, &around.function), (Some(index), Some(function))
                if self.declared.is_given_document(&function.path, index))
        })
    }

    /// The days in `{ expires: 365 }`.
    fn days(&self, options: Node<'_>) -> Option<u64> {
        let mut cursor = options.walk();
        let mut pairs = options.named_children(&mut cursor);
        let is_expires =
            |pair: &Node<'_>| field(*pair, "key").is_some_and(|key| self.source(key) == "expires");
        self.number(field(pairs.find(is_expires)?, "value")?)
    }

    /// Whether a variable is a `<link>`, not an anchor.
    fn is_link(&self, path: &str, at: Node<'_>) -> bool {
        match self.declared.get(path, at.start_byte()) {
            Some(Value::Element(tag)) => tag == "link",
            _ => {
                let path = path.to_ascii_lowercase();
                let words = ["link", "css", "style", "font"];
                words.iter().any(|word| path.contains(word))
            }
        }
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

    fn call(&mut self, node: Node<'_>, callee: Option<Node<'_>>, arguments: Option<Node<'_>>) {
        let (Some(callee), Some(arguments)) = (callee, arguments) else {
            return;
        };
        let mut cursor = arguments.walk();
        let arguments: Vec<_> = arguments
            .named_children(&mut cursor)
            .filter(|it| it.kind() != "comment")
            .collect();
        let Some(first) = arguments.first().copied() else {
            return;
        };
        let mut name = path(callee, self.text);
        if name.is_empty() {
            // `(await idb()).setItem(..)`
            if let Some(property) = field(plain(callee), "property") {
                name = format!("?::{}", self.source(property));
            }
        }
        let name = self.unaliased(name, node);
        let code = name.trim_start_matches("?::").replace("::", ".");
        let object = field(plain(callee), "object");
        let method = name.rsplit("::").next().unwrap_or_default();
        match (name.as_str(), arguments.as_slice()) {
            ("Object::assign", [target, values @ ..]) => self.assign(*target, values),
            ("Reflect::set", [target, key, ..]) => {
                if let Some(storage) = self.storage_of(*target) {
                    let parts = self.parts(*key);
                    self.store(node, "Reflect.set", storage, &parts);
                }
            }
            (_, [target, key, ..]) if name.ends_with("setItem::call") => {
                if let Some(storage) = self.storage_of(*target) {
                    let parts = self.parts(*key);
                    self.store(node, &code, storage, &parts);
                }
            }
            _ => {}
        }
        if method == "setItem" && !ends_with(&name, "localforage::setItem") {
            let storage = object.and_then(|object| self.storage_of(object));
            let storage = storage.unwrap_or_else(|| storage_in_words(&name));
            let parts = self.parts(first);
            return self.store(node, &code, storage, &parts);
        }
        self.library(node, &name, &code, &arguments);
        if let Some((_, index)) = ASKS.iter().find(|(path, _)| ends_with(&name, path))
            && let Some(address) = arguments.get(*index)
        {
            self.ask(node, &code, *address);
        }
        match (method, arguments.as_slice()) {
            ("open", [method, address, ..]) => {
                // `window.open(address, target)` is a link that visitors follow.
                let is_method = match self.name(*method) {
                    Name::Text(method) => METHODS.contains(&method.to_ascii_uppercase().as_str()),
                    _ => true,
                };
                if is_method {
                    self.ask(node, &code, *address);
                }
            }
            ("setAttribute", [name, address, ..]) => {
                if matches!(self.name(*name), Name::Text(name) if name == "src") {
                    self.ask(node, &code, *address);
                }
            }
            _ => {}
        }
        if !name.starts_with('?') && name.len() < 80 {
            let names = arguments.iter().take(6).map(|it| self.name(*it)).collect();
            let target = match self.declared.get(&name, node.start_byte()) {
                Some(Value::Function(begins)) => Target::Function(self.base + begins),
                Some(_) => Target::Value,
                None => Target::Elsewhere,
            };
            self.seen.calls.push(Call {
                offset: self.base + node.start_byte(),
                is_method: name.contains("::"),
                path: name,
                arguments: names,
                gate: self.gate.clone(),
                removal: false,
                target,
            });
        }
    }

    /// A function of a library that stores something.
    fn library(&mut self, node: Node<'_>, name: &str, code: &str, arguments: &[Node<'_>]) {
        let set = SETS.iter().find(|(path, ..)| ends_with(name, path));
        if let Some((path, index, storage)) = set {
            let is_read = path.ends_with("::cookie") && arguments.len() < 2;
            if let (Some(argument), false) = (arguments.get(*index), is_read) {
                let parts = self.parts(*argument);
                // `persist` is a common word; the library has the name in an object.
                let is_common = matches!(*path, "persist" | "makePersisted");
                // The lifetime of js-cookie is in days.
                let options = arguments.get(2).filter(|_| *path == "Cookies::set");
                if let Some(days) = options.and_then(|it| self.days(*it)) {
                    let age = Name::text((days * 86_400).to_string());
                    let name = Name::join(parts);
                    self.store_for(node, code, storage, name, age);
                } else if !is_common || name == *path && argument.kind() == "object" {
                    self.store(node, code, storage, &parts);
                }
            }
        }
        // A store of pinia that a plugin keeps.
        if name == "defineStore" && arguments.iter().any(|it| self.has_key(*it, "persist")) {
            let parts = self.parts(arguments[0]);
            self.store(node, code, EITHER, &parts);
        }
    }

    fn has_key(&self, object: Node<'_>, key: &str) -> bool {
        let mut cursor = object.walk();
        let mut pairs = object.named_children(&mut cursor);
        pairs.any(|pair| field(pair, "key").is_some_and(|it| self.source(it) == key))
    }

    /// A variable's path with the name that the browser or a library has for its first part.
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

    /// `Object.assign(localStorage, { theme: 1 })`, and `Object.assign(script, { src: ".." })`.
    fn assign(&mut self, target: Node<'_>, values: &[Node<'_>]) {
        let storage = self.storage_of(target);
        for object in values {
            let mut cursor = object.walk();
            for pair in object.named_children(&mut cursor) {
                let (Some(key), Some(value)) = (field(pair, "key"), field(pair, "value")) else {
                    continue;
                };
                let name = self.source(key).trim_matches(['"', '\'']).to_owned();
                match storage {
                    Some(storage) => {
                        self.store(pair, "Object.assign", storage, &[Name::Text(name)]);
                    }
                    None if name == "src" => self.ask(pair, "Object.assign", value),
                    None => {}
                }
            }
        }
    }

    /// The script that React takes from `dangerouslySetInnerHTML`.
    fn inner_html(&mut self, element: &Element, value: Node<'_>) {
        let mut object = plain(value);
        while let Some(inner) = object
            .named_child(0)
            .filter(|_| object.kind() != "template_string")
        {
            object = field(inner, "value").unwrap_or(inner);
            if matches!(object.kind(), "string" | "template_string") {
                break;
            }
        }
        if let Some(code) = literal(object, self.text) {
            let offset = self.base + object.start_byte() + 1;
            read_inline(&code, offset, &element.gate(), self.shared, self.seen);
        }
    }

    /// A component that stores something.
    fn component(&mut self, node: Node<'_>, component: &Component) {
        let mut cursor = node.walk();
        let named = node
            .children_by_field_name("attribute", &mut cursor)
            .find(|it| {
                it.named_child(0)
                    .is_some_and(|it| self.source(it) == component.naming)
            })
            .and_then(|it| it.named_child(1));
        let parts = named.map_or_else(
            || vec![Name::text(component.default)],
            |value| self.parts(value),
        );
        let code = format!("<{}>", component.name);
        self.store(node, &code, component.storage, &parts);
    }

    fn element(&mut self, node: Node<'_>) {
        let Some(name) = field(node, "name") else {
            return;
        };
        let component = COMPONENTS
            .iter()
            .find(|it| it.name == self.source(name) && self.text.contains(it.module));
        if let Some(component) = component {
            self.component(node, component);
        }
        let name = self.source(name).to_ascii_lowercase();
        if !markup::loads(&name) {
            return;
        }
        let mut cursor = node.walk();
        let attributes = node
            .children_by_field_name("attribute", &mut cursor)
            .filter_map(|attribute| {
                let name = attribute.named_child(0)?;
                let value = attribute.named_child(1);
                Some(Attribute {
                    name: self.source(name).to_ascii_lowercase(),
                    offset: self.base + value.unwrap_or(name).start_byte(),
                    value: value.map_or(Name::text(""), |value| self.name(value)),
                })
            })
            .collect();
        let element = Element { name, attributes };
        element.read(self.seen);
        if element.is_script() {
            let mut cursor = node.walk();
            let attributes = node.children_by_field_name("attribute", &mut cursor);
            let inner = attributes
                .filter(|it| self.source(*it).starts_with("dangerouslySetInnerHTML"))
                .find_map(|it| it.named_child(1));
            if let Some(value) = inner {
                self.inner_html(&element, value);
            }
        }
    }
}

/// A text with a hole where a template prints something.
fn pieces(text: &str) -> Vec<Name> {
    let mut rest = text;
    let mut pieces = Vec::new();
    while let Some((before, after)) = rest.split_once(SCRIPT_HOLE) {
        pieces.extend([Name::text(before), Name::Unseen]);
        rest = after.trim_start_matches('$');
    }
    pieces.push(Name::text(rest));
    pieces
}

/// The storage that a name speaks of.
fn storage_in_words(name: &str) -> &'static str {
    let name = name.to_ascii_lowercase();
    if name.contains("session") {
        "session_storage"
    } else if name.contains("local") {
        "local_storage"
    } else {
        EITHER
    }
}

/// Whether a text has attributes as only a cookie has them.
fn has_attributes(parts: &[Name]) -> bool {
    let words = ["path=", "max-age=", "expires=", "samesite=", "domain="];
    parts.iter().any(|part| match part {
        Name::Text(text) => {
            let text = text.to_ascii_lowercase();
            let (_, attributes) = text.split_once(';').unwrap_or_default();
            words.iter().any(|word| attributes.contains(word))
        }
        _ => false,
    })
}
