//! Assignments: `document.cookie`, items of a storage, and addresses.

use tree_sitter::Node;

use crate::javascript::{field, path, plain};
use crate::scan::script::Reader;
use crate::scan::script::declared::Value;
use crate::scan::site::Name;

impl Reader<'_> {
    pub(super) fn assignment(&mut self, node: Node<'_>) {
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

    /// Whether a path leads to a document, as far as this file shows.
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
}

/// Whether a text has attributes that only cookies have.
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
