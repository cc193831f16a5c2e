//! Parses JavaScript, TypeScript and JSON, and answers questions about a single node.

use tree_sitter::{Node, Parser, Tree};

/// Parses a file. JSX is understood unless the file is TypeScript.
pub(crate) fn parse(text: &str, is_typescript: bool) -> Option<Tree> {
    let language = if is_typescript {
        tree_sitter_typescript::LANGUAGE_TYPESCRIPT
    } else {
        tree_sitter_typescript::LANGUAGE_TSX
    };
    let mut parser = Parser::new();
    parser.set_language(&language.into()).ok()?;
    parser.parse(text, None)
}

/// Visits every node, parents first. It does not recurse, because bundles nest too deeply.
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

/// Returns the expression inside parentheses, casts and `await`.
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

/// Returns the text of a string, or of a template without substitutions.
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

/// Returns a name or a chain of members with `::` between its parts, or an empty text for anything
/// else.
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

/// Reads a number literal such as `31_536_000` or `31536e3`.
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
