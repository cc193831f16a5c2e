//! Questions about a node of the tree that need nothing but the node.

use tree_sitter::{Node, Tree};

/// Visits every node, parents first. A bundle nests too deep for recursion.
pub(crate) fn each<'t>(tree: &'t Tree, mut visit: impl FnMut(Node<'t>)) {
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

pub(crate) fn field<'t>(node: Node<'t>, name: &str) -> Option<Node<'t>> {
    node.child_by_field_name(name)
}

/// The expression without the syntax around it that changes nothing.
pub(crate) fn plain(node: Node<'_>) -> Node<'_> {
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

/// The function that a value is, also as in `useCallback((name) => ..)`.
pub(crate) fn function(value: Node<'_>) -> Option<Node<'_>> {
    let mut value = plain(value);
    if value.kind() == "call_expression" {
        value = plain(field(value, "arguments")?.named_child(0)?);
    }
    matches!(value.kind(), "arrow_function" | "function_expression").then_some(value)
}

/// Whether a text is put together from parts.
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

/// The text that a function gives back, if it does nothing else.
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

/// The text of a string, or of a template without substitutions.
pub(crate) fn literal(node: Node<'_>, text: &str) -> Option<String> {
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
pub(crate) fn path(node: Node<'_>, text: &str) -> String {
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

/// The digits of a number, or of a product of numbers.
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

/// A number literal such as `31_536_000` or `31536e3`.
pub(crate) fn number(text: &str) -> Option<u64> {
    let text = text.replace('_', "");
    match text.split_once('e') {
        Some((digits, zeros)) => {
            let power = 10_u64.checked_pow(zeros.parse().ok()?)?;
            digits.parse::<u64>().ok()?.checked_mul(power)
        }
        None => text.parse().ok(),
    }
}

/// The tag of `document.createElement("tag")`.
pub(crate) fn created(value: Node<'_>, text: &str) -> Option<String> {
    let callee = path(field(value, "function")?, text);
    let tag = field(value, "arguments")?.named_child(0)?;
    ends_with(&callee, "createElement")
        .then(|| literal(tag, text))
        .flatten()
}
