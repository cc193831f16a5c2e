//! JavaScript and TypeScript, with JSX.

use std::collections::HashMap;

use tree_sitter::{Node, Parser, Tree};

use crate::scan::markup::{self, Attribute, Element};
use crate::scan::site::{By, Call, Gate, Name, Seen, Store};
use crate::scan::style;
use crate::scan::template::SCRIPT_HOLE;

/// Texts of constants by name, `None` where two files disagree.
pub(crate) type Constants = HashMap<String, Option<String>>;

/// A file with its tree.
pub(crate) struct Script {
    tree: Tree,
    facts: Facts,
}

/// What the declarations of a file say.
#[derive(Default)]
struct Facts {
    constants: Constants,
    /// Storage objects by the name of a variable.
    storages: HashMap<String, &'static str>,
    /// What a variable or import is called by the browser or its library.
    aliases: HashMap<String, &'static str>,
    /// The tags of elements by the variables that hold them.
    elements: HashMap<String, String>,
}

/// The functions of libraries that store something: the path, the argument with the name, the
/// storage.
const SETS: [(&str, usize, &str); 24] = [
    ("cookieStore::set", 0, "cookie"),
    ("Cookies::set", 0, "cookie"),
    ("cookies::set", 0, "cookie"),
    ("$::cookie", 0, "cookie"),
    ("setCookie", 0, "cookie"),
    ("nookies::set", 1, "cookie"),
    ("useLocalStorage", 0, "local_storage"),
    ("useLocalStorageState", 0, "local_storage"),
    ("useStorage", 0, "local_storage"),
    ("atomWithStorage", 0, "local_storage"),
    ("persisted", 0, "local_storage"),
    ("useSessionStorage", 0, "session_storage"),
    ("useSessionStorageState", 0, "session_storage"),
    ("localforage::setItem", 0, "indexed_db"),
    ("indexedDB::open", 0, "indexed_db"),
    ("openDB", 0, "indexed_db"),
    ("Dexie", 0, "indexed_db"),
    ("caches::open", 0, "cache_storage"),
    ("serviceWorker::register", 0, "service_worker"),
    ("idbKeyval::set", 0, "indexed_db"),
    ("lscache::set", 0, "local_storage"),
    ("persist", 1, "local_storage"),
    ("makePersisted", 1, "local_storage"),
    ("persistentAtom", 0, "local_storage"),
];

/// The functions that ask a host: the path, and the argument with the address.
const ASKS: [(&str, usize); 24] = [
    ("fetch", 0),
    ("import", 0),
    ("importScripts", 0),
    ("sendBeacon", 0),
    ("WebSocket", 0),
    ("EventSource", 0),
    ("Worker", 0),
    ("SharedWorker", 0),
    ("Request", 0),
    ("Audio", 0),
    ("axios", 0),
    ("axios::get", 0),
    ("axios::post", 0),
    ("$::get", 0),
    ("$::post", 0),
    ("$::ajax", 0),
    ("$::getJSON", 0),
    ("$::getScript", 0),
    ("serviceWorker::register", 0),
    ("tileLayer", 0),
    ("loadScript", 0),
    ("htmx::ajax", 1),
    ("FontFace", 1),
    ("addModule", 0),
];

/// The modules whose functions have a name of the importer's choice.
const MODULES: [(&str, &str); 6] = [
    ("js-cookie", "Cookies"),
    ("universal-cookie", "Cookies"),
    ("cookie-store", "cookieStore"),
    ("localforage", "localforage"),
    ("dexie", "Dexie"),
    ("axios", "axios"),
];

/// The methods of an `XMLHttpRequest`.
const METHODS: [&str; 6] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"];

/// The objects of a browser that code gives another name.
const OBJECTS: [&str; 5] = [
    "document",
    "indexedDB",
    "caches",
    "cookieStore",
    "navigator",
];

/// Words without which a script does nothing that the scan looks for.
const WORDS: [&str; 12] = [
    "ookie",
    "torage",
    "indexedDB",
    "caches",
    "serviceWorker",
    "//",
    "fetch",
    "persist",
    "DB",
    "Dexie",
    "localforage",
    "src",
];

/// Parses a file. `None` if there is nothing to look for.
pub(crate) fn parse(text: &str, is_typescript: bool) -> Option<Script> {
    if !WORDS.iter().any(|word| text.contains(word)) {
        return None;
    }
    let language = if is_typescript {
        tree_sitter_typescript::LANGUAGE_TYPESCRIPT
    } else {
        tree_sitter_typescript::LANGUAGE_TSX
    };
    let mut parser = Parser::new();
    parser.set_language(&language.into()).ok()?;
    let tree = parser.parse(text, None)?;
    let facts = facts(&tree, text);
    Some(Script { tree, facts })
}

impl Script {
    /// The constants of the file.
    pub(crate) fn constants(&self) -> &Constants {
        &self.facts.constants
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
            facts: &self.facts,
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

/// Visits every node, parents first. A bundle nests too deep for recursion.
fn each<'t>(tree: &'t Tree, mut visit: impl FnMut(Node<'t>)) {
    let mut cursor = tree.walk();
    loop {
        visit(cursor.node());
        if cursor.goto_first_child() {
            continue;
        }
        while !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return;
            }
        }
    }
}

fn facts(tree: &Tree, text: &str) -> Facts {
    let mut facts = Facts::default();
    each(tree, |node| match node.kind() {
        "variable_declarator" => {
            let (Some(name), Some(value)) = (field(node, "name"), field(node, "value")) else {
                return;
            };
            let (name, value) = (&text[name.byte_range()], plain(value));
            if let Some(constant) = literal(value, text).or_else(|| product(value, text)) {
                define(&mut facts.constants, name, constant);
            } else if let Some(storage) = storage(&path(value, text)) {
                facts.storages.insert(name.to_owned(), storage);
            } else if let Some(object) = OBJECTS.iter().find(|it| **it == path(value, text)) {
                facts.aliases.insert(name.to_owned(), object);
            } else if let Some(tag) = created(value, text) {
                facts.elements.insert(name.to_owned(), tag);
            } else if value.kind() == "object" {
                object(&mut facts.constants, name, value, text);
            }
        }
        "public_field_definition" => {
            let (Some(name), Some(value)) = (field(node, "name"), field(node, "value")) else {
                return;
            };
            if let Some(constant) = literal(plain(value), text) {
                let name = &text[name.byte_range()];
                let class = node.parent().and_then(|body| body.parent());
                if let Some(class) = class.and_then(|class| field(class, "name")) {
                    let class = &text[class.byte_range()];
                    define(
                        &mut facts.constants,
                        &format!("{class}::{name}"),
                        constant.clone(),
                    );
                }
                define(&mut facts.constants, &format!("this::{name}"), constant);
            }
        }
        "enum_declaration" => {
            if let (Some(name), Some(body)) = (field(node, "name"), field(node, "body")) {
                object(&mut facts.constants, &text[name.byte_range()], body, text);
            }
        }
        "import_statement" => {
            let Some(source) = field(node, "source").and_then(|it| literal(it, text)) else {
                return;
            };
            let Some((_, known)) = MODULES.iter().find(|(module, _)| *module == source) else {
                return;
            };
            let clause = node.named_child(0).and_then(|clause| clause.named_child(0));
            if let Some(name) = clause.filter(|name| name.kind() == "identifier") {
                let name = text[name.byte_range()].to_owned();
                facts.aliases.insert(name, known);
            }
        }
        _ => {}
    });
    facts
}

/// The digits of a number, or of a product of numbers.
fn product(node: Node<'_>, text: &str) -> Option<String> {
    fn of(node: Node<'_>, text: &str) -> Option<u64> {
        let node = plain(node);
        match node.kind() {
            "number" => number(&text[node.byte_range()]),
            "binary_expression" if &text[field(node, "operator")?.byte_range()] == "*" => {
                of(field(node, "left")?, text)?.checked_mul(of(field(node, "right")?, text)?)
            }
            _ => None,
        }
    }
    of(node, text).map(|number| number.to_string())
}

/// The tag of `document.createElement("tag")`.
fn created(value: Node<'_>, text: &str) -> Option<String> {
    let callee = path(field(value, "function")?, text);
    let tag = field(value, "arguments")?.named_child(0)?;
    ends_with(&callee, "createElement")
        .then(|| literal(tag, text))
        .flatten()
}

fn object(constants: &mut Constants, name: &str, value: Node<'_>, text: &str) {
    let mut cursor = value.walk();
    for pair in value.named_children(&mut cursor) {
        let key = field(pair, "key").or_else(|| field(pair, "name"));
        if let (Some(key), Some(value)) = (key, field(pair, "value"))
            && let Some(constant) = literal(plain(value), text)
        {
            let key = text[key.byte_range()].trim_matches(['"', '\'']);
            define(constants, &format!("{name}::{key}"), constant);
        }
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

fn field<'t>(node: Node<'t>, name: &str) -> Option<Node<'t>> {
    node.child_by_field_name(name)
}

/// The expression without the syntax around it that changes nothing.
fn plain(node: Node<'_>) -> Node<'_> {
    match node.kind() {
        "parenthesized_expression"
        | "as_expression"
        | "satisfies_expression"
        | "non_null_expression"
        | "await_expression"
        | "jsx_expression" => node.named_child(0).map_or(node, plain),
        _ => node,
    }
}

/// The text of a string, or of a template without substitutions.
fn literal(node: Node<'_>, text: &str) -> Option<String> {
    match node.kind() {
        "string" => {}
        "template_string" => {
            let mut cursor = node.walk();
            let mut children = node.named_children(&mut cursor);
            if children.any(|child| child.kind() == "template_substitution") {
                return None;
            }
        }
        _ => return None,
    }
    let range = node.byte_range();
    text.get(range.start + 1..range.end.checked_sub(1)?)
        .map(str::to_owned)
}

/// A name or a chain of members, with `::` between its parts. Empty for anything else.
fn path(node: Node<'_>, text: &str) -> String {
    let node = plain(node);
    match node.kind() {
        "identifier" | "import" | "property_identifier" => text[node.byte_range()].to_owned(),
        "this" => "this".to_owned(),
        "member_expression" => {
            let (Some(object), Some(property)) = (field(node, "object"), field(node, "property"))
            else {
                return String::new();
            };
            let property = &text[property.byte_range()];
            match path(object, text).as_str() {
                "window" | "globalThis" | "self" | "top" | "parent" => property.to_owned(),
                object => format!("{object}::{property}"),
            }
        }
        "subscript_expression" => {
            let (Some(object), Some(index)) = (field(node, "object"), field(node, "index")) else {
                return String::new();
            };
            match literal(index, text) {
                Some(index) => match path(object, text).as_str() {
                    "window" | "globalThis" | "self" => index,
                    object => format!("{object}::{index}"),
                },
                None => String::new(),
            }
        }
        _ => String::new(),
    }
}

/// Whether a path ends with another one.
fn ends_with(path: &str, end: &str) -> bool {
    path.strip_suffix(end)
        .is_some_and(|head| head.is_empty() || head.ends_with("::"))
}

fn storage(path: &str) -> Option<&'static str> {
    if ends_with(path, "localStorage") {
        Some("local_storage")
    } else if ends_with(path, "sessionStorage") {
        Some("session_storage")
    } else {
        None
    }
}

struct Function {
    end: usize,
    name: Option<String>,
    parameters: Vec<String>,
}

struct Reader<'r> {
    text: &'r str,
    base: usize,
    gate: &'r Gate,
    facts: &'r Facts,
    shared: &'r Constants,
    functions: Vec<Function>,
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
                if has_element {
                    let inner = source[1..source.len().max(2) - 1].replace('\\', " ");
                    let offset = self.base + node.start_byte() + 1;
                    self.seen.markup.push((inner, offset));
                }
            }
            _ => {}
        }
    }

    fn name_function(&mut self, name: Option<Node<'_>>, value: Option<Node<'_>>) {
        let (Some(name), Some(value)) = (name, value) else {
            return;
        };
        let mut value = plain(value);
        // `const set = useCallback((name) => ..)`
        if value.kind() == "call_expression" {
            let first = field(value, "arguments").and_then(|it| it.named_child(0));
            value = first.unwrap_or(value);
        }
        if matches!(value.kind(), "arrow_function" | "function_expression") {
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
        self.functions.push(Function {
            end: node.end_byte(),
            name,
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
                    _ => vec![Name::Unseen],
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
            _ => vec![self.variable(&path(node, self.text))],
        }
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
            "identifier" => self.variable(self.source(node)).seconds(),
            _ => None,
        }
    }

    fn variable(&self, path: &str) -> Name {
        for function in self.functions.iter().rev() {
            let position = function.parameters.iter().position(|it| it == path);
            if let Some(index) = position {
                return match &function.name {
                    Some(name) => Name::Argument {
                        function: name.clone(),
                        index,
                    },
                    None => Name::Unseen,
                };
            }
        }
        let known = self
            .facts
            .constants
            .get(path)
            .or_else(|| self.shared.get(path));
        known.cloned().flatten().map_or(Name::Unseen, Name::Text)
    }

    fn name(&self, node: Node<'_>) -> Name {
        Name::join(self.parts(node))
    }

    fn storage_of(&self, node: Node<'_>) -> Option<&'static str> {
        let path = path(node, self.text);
        storage(&path).or_else(|| self.facts.storages.get(&path).copied())
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
        let target = self.unaliased(target);
        let Some((object, property)) = target.rsplit_once("::") else {
            return;
        };
        match property {
            "cookie" => {
                let parts = self.parts(right);
                // Minified code passes `document` on under a short name.
                let is_pair = parts
                    .iter()
                    .any(|it| matches!(it, Name::Text(text) if text.contains('=')));
                if !(is_document(object) || object.len() <= 2 && is_pair) {
                    return;
                }
                self.store(node, "document.cookie", "cookie", &parts);
            }
            "src" | "poster" | "srcset" => self.ask(node, &format!(".{property}"), right),
            "href" if self.is_link(object) => self.ask(node, ".href", right),
            _ => {}
        }
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
    fn is_link(&self, path: &str) -> bool {
        match self.facts.elements.get(path) {
            Some(tag) => tag == "link",
            None => {
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
        let name = self.unaliased(name);
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
            // A storage behind a name that says nothing is most often the local one.
            let storage = storage.unwrap_or(if name.to_ascii_lowercase().contains("session") {
                "session_storage"
            } else {
                "local_storage"
            });
            let parts = self.parts(first);
            return self.store(node, &code, storage, &parts);
        }
        let set = SETS.iter().find(|(path, ..)| ends_with(&name, path));
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
                    self.store_for(node, &code, storage, name, age);
                } else if !is_common || name == *path && argument.kind() == "object" {
                    self.store(node, &code, storage, &parts);
                }
            }
        }
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
            self.seen.calls.push(Call {
                offset: self.base + node.start_byte(),
                path: name,
                arguments: names,
                gate: self.gate.clone(),
            });
        }
    }

    /// A variable's path with the name that the browser or a library has for its first part.
    fn unaliased(&self, path: String) -> String {
        let (head, rest) = path.split_once("::").unwrap_or((&path, ""));
        let known = match head {
            "jQuery" => Some("$"),
            _ => self.facts.aliases.get(head).copied(),
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

    fn element(&mut self, node: Node<'_>) {
        let Some(name) = field(node, "name") else {
            return;
        };
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

/// A number literal such as `31_536_000` or `31536e3`.
fn number(text: &str) -> Option<u64> {
    let text = text.replace('_', "");
    match text.split_once('e') {
        Some((digits, zeros)) => {
            let power = 10_u64.checked_pow(zeros.parse().ok()?)?;
            digits.parse::<u64>().ok()?.checked_mul(power)
        }
        None => text.parse().ok(),
    }
}

fn is_document(path: &str) -> bool {
    let last = path.rsplit("::").next().unwrap_or_default();
    matches!(last, "document" | "ownerDocument" | "doc")
}
