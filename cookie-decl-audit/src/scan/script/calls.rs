//! Calls that store something or send a request.

use tree_sitter::Node;

use crate::javascript::{field, path, plain};
use crate::scan::script::Reader;
use crate::scan::script::declared::Value;
use crate::scan::script::libraries::{ASKS, METHODS, SETS};
use crate::scan::script::syntax::ends_with;
use crate::scan::site::{Call, EITHER, Name, Target};

impl Reader<'_> {
    pub(super) fn call(
        &mut self,
        node: Node<'_>,
        callee: Option<Node<'_>>,
        arguments: Option<Node<'_>>,
    ) {
        let (Some(callee), Some(arguments)) = (callee, arguments) else {
            return;
        };
        let mut cursor = arguments.walk();
        let arguments: Vec<_> = arguments
            .named_children(&mut cursor)
            .filter(|it| it.kind() != "comment")
            .collect();
        if arguments.is_empty() {
            return;
        }
        let mut name = path(callee, self.text);
        if name.is_empty() {
            // `(await idb()).setItem(..)`
            if let Some(property) = field(plain(callee), "property") {
                name = format!("?::{}", self.source(property));
            }
        }
        let name = self.unaliased(name, node);
        let code = name.trim_start_matches("?::").replace("::", ".");
        if self.set_item(node, callee, &name, &code, &arguments) {
            return;
        }
        self.library(node, &name, &code, &arguments);
        self.request(node, &name, &code, &arguments);
        if !name.starts_with('?') && name.len() < 80 {
            self.passed(node, name, &arguments);
        }
    }

    /// Reads a call that puts an item into a storage of the browser. Returns whether it does
    /// nothing else.
    fn set_item(
        &mut self,
        node: Node<'_>,
        callee: Node<'_>,
        name: &str,
        code: &str,
        arguments: &[Node<'_>],
    ) -> bool {
        match (name, arguments) {
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
                    self.store(node, code, storage, &parts);
                }
            }
            (_, [key, ..])
                if ends_with(name, "setItem") && !ends_with(name, "localforage::setItem") =>
            {
                let object = field(plain(callee), "object");
                let storage = object.and_then(|object| self.storage_of(object));
                let storage = storage.unwrap_or_else(|| storage_in_words(name));
                let parts = self.parts(*key);
                self.store(node, code, storage, &parts);
                return true;
            }
            _ => {}
        }
        false
    }

    /// Reads a call that sends a request.
    fn request(&mut self, node: Node<'_>, name: &str, code: &str, arguments: &[Node<'_>]) {
        if let Some((_, index)) = ASKS.iter().find(|(path, _)| ends_with(name, path))
            && let Some(address) = arguments.get(*index)
        {
            self.ask(node, code, *address);
        }
        match arguments {
            [method, address, ..] if ends_with(name, "open") => {
                // `window.open(address, target)` is a link that visitors follow.
                let is_method = match self.name(*method) {
                    Name::Text(method) => METHODS.contains(&method.to_ascii_uppercase().as_str()),
                    _ => true,
                };
                if is_method {
                    self.ask(node, code, *address);
                }
            }
            [name_of_attribute, address, ..] if ends_with(name, "setAttribute") => {
                if matches!(self.name(*name_of_attribute), Name::Text(name) if name == "src") {
                    self.ask(node, code, *address);
                }
            }
            _ => {}
        }
    }

    /// Keeps a call, because the function may use an argument as a name.
    fn passed(&mut self, node: Node<'_>, path: String, arguments: &[Node<'_>]) {
        let target = match self.declared.get(&path, node.start_byte()) {
            Some(Value::Function(begins)) => Target::Function(self.base + begins),
            Some(_) => Target::Value,
            None => Target::Elsewhere,
        };
        self.seen.calls.push(Call {
            offset: self.base + node.start_byte(),
            is_method: path.contains("::"),
            path,
            arguments: arguments.iter().take(6).map(|it| self.name(*it)).collect(),
            gate: self.gate.clone(),
            removal: false,
            target,
        });
    }

    /// Reads a call of a library that stores something.
    fn library(&mut self, node: Node<'_>, name: &str, code: &str, arguments: &[Node<'_>]) {
        let set = SETS.iter().find(|(path, ..)| ends_with(name, path));
        if let Some((path, index, storage)) = set {
            let is_read = path.ends_with("::cookie") && arguments.len() < 2;
            if let (Some(argument), false) = (arguments.get(*index), is_read) {
                let parts = self.parts(*argument);
                // `persist` is a common word, but the library takes the name in an object.
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
        // A store of pinia that a plugin persists.
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

    /// Returns the days in `{ expires: 365 }`.
    fn days(&self, options: Node<'_>) -> Option<u64> {
        let mut cursor = options.walk();
        let mut pairs = options.named_children(&mut cursor);
        let is_expires =
            |pair: &Node<'_>| field(*pair, "key").is_some_and(|key| self.source(key) == "expires");
        self.number(field(pairs.find(is_expires)?, "value")?)
    }

    /// Reads `Object.assign(localStorage, { theme: 1 })` and `Object.assign(script, { src: ".."
    /// })`.
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
}

/// Returns the storage that a name suggests.
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
