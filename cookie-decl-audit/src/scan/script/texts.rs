//! The texts that expressions make, such as the name of a cookie.

use std::ops::Range;

use tree_sitter::Node;

use crate::javascript::{field, literal, number, path, plain};
use crate::scan::script::Reader;
use crate::scan::script::declared::Value;
use crate::scan::site::Name;
use crate::scan::template::SCRIPT_HOLE;

/// The most variables that are followed to a text.
const DEEPEST: u8 = 4;

impl Reader<'_> {
    pub(super) fn name(&self, node: Node<'_>) -> Name {
        Name::join(self.parts(node))
    }

    /// Returns the parts of a text.
    pub(super) fn parts(&self, node: Node<'_>) -> Vec<Name> {
        let node = plain(node);
        if let Some(text) = literal(node, self.text) {
            return pieces(&text);
        }
        if let Some(number) = self.number(node) {
            return vec![Name::Text(number.to_string())];
        }
        match node.kind() {
            "template_string" => self.template(node),
            "binary_expression" => self.joined(node),
            "ternary_expression" => self.one_of(node, "consequence", "alternative"),
            // `["a=b", "Path=/"].join("; ")`
            "array" => self.parts_of(node.named_child(0)),
            "call_expression" => self.called(node),
            "new_expression" => {
                let constructor = field(node, "constructor").map(|it| path(it, self.text));
                let first = field(node, "arguments").and_then(|it| it.named_child(0));
                self.parts_of(first.filter(|_| constructor.is_some_and(|it| it == "URL")))
            }
            "object" => {
                let mut cursor = node.walk();
                let pair = node.named_children(&mut cursor).find(|pair| {
                    let key = field(*pair, "key").map(|key| self.source(key));
                    key.is_some_and(|key| matches!(key.trim_matches(['"', '\'']), "name" | "url"))
                });
                self.parts_of(pair.and_then(|pair| field(pair, "value")))
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

    fn parts_of(&self, node: Option<Node<'_>>) -> Vec<Name> {
        node.map_or(vec![Name::Unseen], |node| self.parts(node))
    }

    fn one_of(&self, node: Node<'_>, one: &str, other: &str) -> Vec<Name> {
        match (field(node, one), field(node, other)) {
            (Some(one), Some(other)) => vec![Name::OneOf(vec![self.name(one), self.name(other)])],
            _ => vec![Name::Unseen],
        }
    }

    fn template(&self, node: Node<'_>) -> Vec<Name> {
        let mut parts = Vec::new();
        let mut at = node.start_byte() + 1;
        let mut cursor = node.walk();
        for child in node.named_children(&mut cursor) {
            if child.kind() == "template_substitution" {
                parts.extend(pieces(&self.text[at..child.start_byte()]));
                parts.extend(self.parts_of(child.named_child(0)));
                at = child.end_byte();
            }
        }
        let end = node.end_byte().saturating_sub(1).max(at);
        parts.extend(pieces(&self.text[at..end]));
        parts
    }

    fn joined(&self, node: Node<'_>) -> Vec<Name> {
        let operator = field(node, "operator").map(|it| self.source(it));
        match (operator, field(node, "left"), field(node, "right")) {
            (Some("+"), Some(left), Some(right)) => {
                // A long chain of `+` leans to the left.
                let (mut all, mut left) = (vec![right], left);
                while plain(left).kind() == "binary_expression" {
                    let inner = plain(left);
                    let (Some(next), Some(right)) = (field(inner, "left"), field(inner, "right"))
                    else {
                        break;
                    };
                    all.push(right);
                    left = next;
                }
                all.push(left);
                let all = all.into_iter().rev();
                all.flat_map(|it| self.parts(it)).collect()
            }
            (Some("||" | "??"), ..) => self.one_of(node, "left", "right"),
            _ => vec![Name::Unseen],
        }
    }

    /// Returns the parts of the text that a call returns.
    fn called(&self, node: Node<'_>) -> Vec<Name> {
        let callee = field(node, "function");
        let callee_path = callee.map(|it| path(it, self.text)).unwrap_or_default();
        let first = field(node, "arguments").and_then(|it| it.named_child(0));
        match (callee_path.as_str(), first, callee) {
            ("encodeURIComponent" | "encodeURI" | "String" | "escape" | "URL", Some(first), _) => {
                self.parts(first)
            }
            (_, _, Some(callee)) if callee.kind() == "member_expression" => {
                let property = field(callee, "property").map(|it| self.source(it));
                let keeps = matches!(property, Some("join" | "toString" | "trim" | "concat"));
                self.parts_of(field(callee, "object").filter(|_| keeps))
            }
            _ => self.result(&callee_path, node),
        }
    }

    /// Returns the parts of a text that another place of the file makes.
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

    /// Returns the text that a function of the file returns, with holes for its arguments.
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

    /// Returns a whole number, such as `365 * 24 * 60 * 60`.
    pub(super) fn number(&self, node: Node<'_>) -> Option<u64> {
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
}

/// Returns the parts of a text. What a template prints is not known.
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
