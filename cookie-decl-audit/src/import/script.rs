//! Reads the values in a script: objects, lists, texts. It runs nothing.

use std::collections::HashMap;

use tree_sitter::{Node, Tree};

use crate::import::text;
use crate::javascript::{each, field, number, parse, path, plain};

/// A value, as far as it can be read without running the script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Text(String),
    Number(u64),
    Bool(bool),
    List(Vec<Value>),
    /// The keys in their order.
    Object(Vec<(String, Value)>),
    /// The source of a regular expression.
    Expression(String),
    /// A function, a call, `null`.
    Unknown,
}

impl Value {
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        match self {
            // The last one counts, as in JavaScript.
            Self::Object(pairs) => pairs.iter().rev().find(|(other, _)| other == key),
            _ => None,
        }
        .map(|(_, value)| value)
    }

    /// Returns the value below these keys.
    pub(crate) fn at(&self, keys: &[&str]) -> Option<&Self> {
        keys.iter().try_fold(self, |value, key| value.get(key))
    }

    /// Returns a text, or a number as a text.
    pub(crate) fn text(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.clone()),
            Self::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    pub(crate) fn text_at(&self, keys: &[&str]) -> Option<String> {
        self.at(keys)?.text()
    }

    /// Returns the text below these keys, without tags.
    pub(crate) fn line_at(&self, keys: &[&str]) -> String {
        text::line(&self.text_at(keys).unwrap_or_default())
    }

    pub(crate) fn is_true(&self, key: &str) -> bool {
        self.get(key) == Some(&Self::Bool(true))
    }

    pub(crate) fn pairs(&self) -> &[(String, Self)] {
        match self {
            Self::Object(pairs) => pairs,
            _ => &[],
        }
    }

    pub(crate) fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }
}

/// The values in a file.
pub(crate) struct Script {
    /// Every object and list that is not part of another one, in order.
    pub(crate) values: Vec<Value>,
    /// What is assigned to a member, by its name, such as
    /// `CookieConsentDialog.cookieTableNecessary = [..]`.
    pub(crate) assigned: Vec<(String, Value)>,
}

/// Reads JSON, JavaScript or TypeScript.
pub(crate) fn read(text: &str) -> Option<Script> {
    let text = text.trim_start_matches('\u{feff}').trim();
    // Without parentheses, `{` would begin a block.
    let is_json = text.starts_with(['{', '[']);
    let text = if is_json {
        format!("({text})")
    } else {
        page_script(text).to_owned()
    };
    let plain_tree = parse(&text, false)?;
    let tree = if plain_tree.root_node().has_error() {
        let typed = parse(&text, true)?;
        if typed.root_node().has_error() {
            plain_tree
        } else {
            typed
        }
    } else {
        plain_tree
    };
    Some(Evaluator::new(&tree, &text).script(&tree))
}

/// Returns the script inside a page, or the whole text.
fn page_script(text: &str) -> &str {
    let inside = || {
        let start = text.find("<script")?;
        let (_, rest) = text[start..].split_once('>')?;
        Some(
            rest.split_once("</script")
                .map_or(rest, |(inside, _)| inside),
        )
    };
    if text.starts_with('<') {
        inside().unwrap_or(text)
    } else {
        text
    }
}

struct Evaluator<'t> {
    text: &'t str,
    /// The values of variables.
    variables: HashMap<&'t str, Node<'t>>,
}

/// The greatest depth. It also stops at variables that refer to each other.
const DEEPEST: usize = 64;

impl<'t> Evaluator<'t> {
    fn new(tree: &'t Tree, text: &'t str) -> Self {
        let mut variables = HashMap::new();
        each(tree, |node| {
            if node.kind() == "variable_declarator"
                && let (Some(name), Some(value)) = (field(node, "name"), field(node, "value"))
            {
                variables.entry(&text[name.byte_range()]).or_insert(value);
            }
        });
        Self { text, variables }
    }

    fn script(&self, tree: &'t Tree) -> Script {
        let mut script = Script {
            values: Vec::new(),
            assigned: Vec::new(),
        };
        each(tree, |node| {
            if node.kind() == "assignment_expression"
                && let (Some(left), Some(right)) = (field(node, "left"), field(node, "right"))
            {
                let path = path(left, self.text);
                let name = path.rsplit("::").next().unwrap_or_default().to_owned();
                script.assigned.push((name, self.value(right, 0)));
            }
            let is_value = matches!(node.kind(), "object" | "array");
            let is_part = node.parent().is_some_and(|parent| {
                matches!(
                    parent.kind(),
                    "pair" | "array" | "object" | "spread_element"
                )
            });
            if is_value && !is_part {
                script.values.push(self.value(node, 0));
            }
        });
        script
    }

    fn value(&self, node: Node<'t>, depth: usize) -> Value {
        if depth > DEEPEST {
            return Value::Unknown;
        }
        let node = plain(node);
        let source = &self.text[node.byte_range()];
        let depth = depth + 1;
        match node.kind() {
            "string" => Value::Text(self.string(node)),
            "template_string" => self.template(node, depth),
            "number" => number(source).map_or(Value::Unknown, Value::Number),
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            "regex" => match field(node, "pattern") {
                Some(pattern) => {
                    Value::Expression(self.text[pattern.byte_range()].replace("\\/", "/"))
                }
                None => Value::Unknown,
            },
            // `!0` and `!1` of minified files.
            "unary_expression" if source == "!0" => Value::Bool(true),
            "unary_expression" if source == "!1" => Value::Bool(false),
            "binary_expression" => self.sum(node, depth),
            "identifier" | "shorthand_property_identifier" => self
                .variables
                .get(source)
                .map_or(Value::Unknown, |value| self.value(*value, depth)),
            "member_expression" => self.member(node, depth).unwrap_or(Value::Unknown),
            "array" => {
                let mut cursor = node.walk();
                let items = node.named_children(&mut cursor);
                let items = items.filter(|item| item.kind() != "comment");
                Value::List(items.flat_map(|item| self.item(item, depth)).collect())
            }
            "object" => self.object(node, depth),
            _ => Value::Unknown,
        }
    }

    fn item(&self, node: Node<'t>, depth: usize) -> Vec<Value> {
        if node.kind() != "spread_element" {
            return vec![self.value(node, depth)];
        }
        match node.named_child(0).map(|inner| self.value(inner, depth)) {
            Some(Value::List(items)) => items,
            _ => vec![Value::Unknown],
        }
    }

    fn object(&self, node: Node<'t>, depth: usize) -> Value {
        let mut pairs = Vec::new();
        let mut cursor = node.walk();
        for child in node.named_children(&mut cursor) {
            match child.kind() {
                "pair" => {
                    if let (Some(key), Some(value)) = (field(child, "key"), field(child, "value"))
                        && let Some(key) = self.key(key, depth)
                    {
                        pairs.push((key, self.value(value, depth)));
                    }
                }
                "shorthand_property_identifier" => {
                    let key = self.text[child.byte_range()].to_owned();
                    pairs.push((key, self.value(child, depth)));
                }
                "spread_element" => {
                    let inner = child.named_child(0).map(|inner| self.value(inner, depth));
                    if let Some(Value::Object(inner)) = inner {
                        pairs.extend(inner);
                    }
                }
                _ => {}
            }
        }
        Value::Object(pairs)
    }

    fn key(&self, node: Node<'t>, depth: usize) -> Option<String> {
        match node.kind() {
            "string" => Some(self.string(node)),
            "computed_property_name" => self.value(node.named_child(0)?, depth).text(),
            _ => Some(self.text[node.byte_range()].to_owned()),
        }
    }

    fn member(&self, node: Node<'t>, depth: usize) -> Option<Value> {
        let object = self.value(field(node, "object")?, depth);
        let property = field(node, "property")?;
        object.get(&self.text[property.byte_range()]).cloned()
    }

    /// `'a' + 'b'`
    fn sum(&self, node: Node<'t>, depth: usize) -> Value {
        let side = |name| {
            field(node, name)
                .map(|side| self.value(side, depth))
                .and_then(|value| value.text())
        };
        let is_sum = field(node, "operator")
            .is_some_and(|operator| &self.text[operator.byte_range()] == "+");
        match (side("left"), side("right")) {
            (Some(left), Some(right)) if is_sum => Value::Text(left + &right),
            _ => Value::Unknown,
        }
    }

    fn string(&self, node: Node<'t>) -> String {
        let mut cursor = node.walk();
        let parts = node.named_children(&mut cursor);
        parts.map(|part| self.part(part)).collect()
    }

    /// Reads a template whose substitutions can be read.
    fn template(&self, node: Node<'t>, depth: usize) -> Value {
        let mut text = String::new();
        let mut cursor = node.walk();
        for part in node.named_children(&mut cursor) {
            if part.kind() == "template_substitution" {
                let inner = part.named_child(0).map(|inner| self.value(inner, depth));
                match inner.and_then(|value| value.text()) {
                    Some(inner) => text.push_str(&inner),
                    None => return Value::Unknown,
                }
            } else {
                text.push_str(&self.part(part));
            }
        }
        Value::Text(text)
    }

    fn part(&self, part: Node<'t>) -> String {
        let source = &self.text[part.byte_range()];
        if part.kind() == "escape_sequence" {
            unescape(source)
        } else {
            source.to_owned()
        }
    }
}

fn unescape(escape: &str) -> String {
    let mut rest = escape.chars().skip(1);
    let character = match rest.next() {
        Some('n') => '\n',
        Some('t') => '\t',
        Some('r') => '\r',
        Some('\n' | '\r') | None => return String::new(),
        Some('u' | 'x') => {
            let digits: String = rest.filter(char::is_ascii_hexdigit).collect();
            let code = u32::from_str_radix(&digits, 16).ok();
            // Half of a surrogate pair is not a character.
            code.and_then(char::from_u32).unwrap_or('\u{fffd}')
        }
        Some('b' | 'f' | 'v' | '0') => ' ',
        Some(other) => other,
    };
    character.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str) -> Value {
        read(text).unwrap().values.remove(0)
    }

    #[test]
    fn json_is_read_in_its_order() {
        let value = first("\u{feff}{\"b\": [1, \"x\\u00e9\\n\"], \"a\": {\"c\": true}}");
        assert_eq!(value.pairs()[0].0, "b");
        assert_eq!(
            value.get("b").unwrap().items()[1],
            Value::Text("xé\n".to_owned())
        );
        assert!(value.get("a").unwrap().is_true("c"));
    }

    #[test]
    fn a_script_is_read_as_people_write_it() {
        let script = read(
            r"const KEY = { ADS: 'ads' }, more = { z: 1 };
            export default { mounted() { run({ [KEY.ADS]: 'it\'s ' + `a ${KEY.ADS}`,
                names: [/^_ga\/x/, ...[2]], ...more, on: function () {}, also() {}, KEY /* . */ }) } };",
        );
        let value = script.unwrap().values.remove(3);
        assert_eq!(value.text_at(&["ads"]).as_deref(), Some("it's a ads"));
        assert_eq!(
            value.get("names").unwrap().items()[0],
            Value::Expression("^_ga/x".to_owned())
        );
        assert_eq!(value.get("names").unwrap().items()[1], Value::Number(2));
        assert_eq!(value.get("z"), Some(&Value::Number(1)));
        assert_eq!(value.get("on"), Some(&Value::Unknown));
        assert_eq!(value.text_at(&["KEY", "ADS"]).as_deref(), Some("ads"));
    }

    #[test]
    fn typescript_and_the_script_of_a_page_are_read() {
        let typed = first("export const config: Config = { a: <string>'x' } satisfies Config;");
        assert!(typed.get("a").is_some());
        assert_eq!(
            first("<script>var a = { b: !0 };</script>").get("b"),
            Some(&Value::Bool(true))
        );
    }

    #[test]
    fn variables_that_refer_to_each_other_end() {
        assert_eq!(
            first("const a = b; const b = a; run({ a });").get("a"),
            Some(&Value::Unknown)
        );
    }
}
