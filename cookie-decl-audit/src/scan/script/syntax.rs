//! Questions about a single node of a script.

use tree_sitter::Node;

use crate::javascript::{field, literal, number, path, plain};

/// ..)`. => Returns the function in a value, including one in `useCallback((name) => ..)`. => ..)`.
pub(crate) fn function(value: Node<'_>) -> Option<Node<'_>> {
    let mut value = plain(value);
    if value.kind() == "call_expression" {
        value = plain(field(value, "arguments")?.named_child(0)?);
    }
    matches!(value.kind(), "arrow_function" | "function_expression").then_some(value)
}

/// Whether an expression joins parts into a text.
pub(crate) fn is_joined(value: Node<'_>) -> bool {
    match value.kind() {
        "template_string" => true,
        "binary_expression" => {
            let operator = field(value, "operator");
            operator.is_some_and(|it| it.kind() == "+")
        }
        _ => false,
    }
}

/// Returns the text that a function returns, if it does nothing else.
pub(crate) fn result(function: Node<'_>) -> Option<Node<'_>> {
    let body = plain(field(function, "body")?);
    let value = match body.kind() {
        "statement_block" if body.named_child_count() == 1 => {
            let only = body.named_child(0)?;
            let value = only.named_child(0)?;
            (only.kind() == "return_statement").then(|| plain(value))?
        }
        _ => body,
    };
    (value.kind() == "string" || is_joined(value)).then_some(value)
}

/// Whether a path ends with another one.
pub(crate) fn ends_with(path: &str, end: &str) -> bool {
    path.strip_suffix(end)
        .is_some_and(|head| head.is_empty() || head.ends_with("::"))
}

pub(crate) fn storage(path: &str) -> Option<&'static str> {
    if ends_with(path, "localStorage") {
        Some("local_storage")
    } else if ends_with(path, "sessionStorage") {
        Some("session_storage")
    } else {
        None
    }
}

/// Returns the digits of a number, or of a product of numbers.
pub(crate) fn product(node: Node<'_>, text: &str) -> Option<String> {
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

/// Returns the tag in `document.createElement("tag")`.
pub(crate) fn created(value: Node<'_>, text: &str) -> Option<String> {
    let callee = path(field(value, "function")?, text);
    let tag = field(value, "arguments")?.named_child(0)?;
    ends_with(&callee, "createElement")
        .then(|| literal(tag, text))
        .flatten()
}
