//! Elements in JSX.

use tree_sitter::Node;

use crate::javascript::{field, literal, plain};
use crate::scan::markup::{self, Attribute, Element};
use crate::scan::script::libraries::{COMPONENTS, Component};
use crate::scan::script::{Reader, read_inline};
use crate::scan::site::Name;

impl Reader<'_> {
    pub(super) fn element(&mut self, node: Node<'_>) {
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

    /// Reads the script in `dangerouslySetInnerHTML`.
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
}
