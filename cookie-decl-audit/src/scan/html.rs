//! HTML and templates: elements, and the scripts and styles inside them.

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use serde_json::Value;

use crate::scan::markup::{Attribute, Element};
use crate::scan::script::{self, Constants};
use crate::scan::site::{Gate, Mark, Name, Seen};
use crate::scan::template::SCRIPT_HOLE;
use crate::scan::{style, template};

enum Token {
    Element(Element),
    Text(String, usize),
    /// The name in lower case.
    End(String),
}

/// Reads a page, a template or a piece of one that begins at byte `base`.
pub(crate) fn read(text: &str, base: usize, constants: &Constants, seen: &mut Seen) {
    let text = template::mask(text);
    let mut inside: Option<Element> = None;
    // The gates of the templates around, and what was seen before each.
    let mut templates = Vec::new();
    for token in tokens(&text) {
        match token {
            Token::Element(element) => {
                self::element(&element, base, constants, seen);
                if element.name == "template" {
                    templates.push((element.gate(), seen.mark()));
                }
                inside = matches!(element.name.as_str(), "script" | "style" | "noscript")
                    .then_some(element);
            }
            Token::Text(text, offset) => match &inside {
                Some(element) if element.is_script() => {
                    let text = template::as_script(&text);
                    script::read_inline(&text, base + offset, &element.gate(), constants, seen);
                }
                Some(element) if element.is_import_map() => import_map(&text, base + offset, seen),
                Some(element) if element.name == "noscript" => {
                    read(&text, base + offset, constants, seen);
                }
                Some(element) if element.name == "style" => {
                    style::read(
                        &template::as_script(&text),
                        base + offset,
                        &Gate::Open,
                        seen,
                    );
                }
                _ => {}
            },
            Token::End(name) => {
                inside = None;
                if name == "template"
                    && let Some((gate, before)) = templates.pop()
                {
                    wait(gate, before, seen);
                }
            }
        }
    }
    // One that a piece of a page does not close.
    for (gate, before) in templates.into_iter().rev() {
        wait(gate, before, seen);
    }
}

fn wait(gate: Gate, before: Mark, seen: &mut Seen) {
    if let Gate::Waits(category) = gate {
        seen.wait_since(before, &category);
    }
}

fn element(element: &Element, base: usize, constants: &Constants, seen: &mut Seen) {
    let first = seen.sites.len();
    element.read(seen);
    for site in &mut seen.sites[first..] {
        site.offset += base;
    }
    attributes(element, base, constants, seen);
}

/// Reads the scripts and styles in the attributes of an element.
pub(crate) fn attributes(element: &Element, base: usize, constants: &Constants, seen: &mut Seen) {
    for attribute in &element.attributes {
        let Name::Text(text) = &attribute.value else {
            continue;
        };
        let offset = base + attribute.offset;
        let code = text.strip_prefix("javascript:");
        if attribute.is_script() || code.is_some() {
            let code = code.unwrap_or(text);
            let text = code.replace("{}", SCRIPT_HOLE);
            script::read_inline(&text, offset, &Gate::Open, constants, seen);
        } else if attribute.name == "srcdoc" {
            read(text, offset, constants, seen);
        } else if attribute.name == "style" {
            style::read(text, offset, &Gate::Open, seen);
        }
    }
}

/// Reads the addresses in an import map.
fn import_map(text: &str, offset: usize, seen: &mut Seen) {
    fn walk(value: &Value, offset: usize, seen: &mut Seen) {
        match value {
            Value::String(address) => {
                seen.load(offset, "importmap", &Gate::Open, Name::text(address));
            }
            Value::Object(fields) => fields.values().for_each(|it| walk(it, offset, seen)),
            _ => {}
        }
    }
    if let Ok(map) = serde_json::from_str(text) {
        walk(&map, offset, seen);
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let mut current = Element::default();
    let string = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut emitter =
        CallbackEmitter::new(
            move |event: CallbackEvent<'_>, span: Span<usize>| match event {
                CallbackEvent::OpenStartTag { name } => {
                    current = Element {
                        name: string(name).to_ascii_lowercase(),
                        attributes: Vec::new(),
                    };
                    None
                }
                CallbackEvent::AttributeName { name } => {
                    current.attributes.push(Attribute {
                        name: string(name).to_ascii_lowercase(),
                        value: Name::text(""),
                        offset: span.start,
                    });
                    None
                }
                CallbackEvent::AttributeValue { value } => {
                    if let Some(attribute) = current.attributes.last_mut() {
                        let value = template::as_name(&string(value));
                        attribute.value = Name::join(vec![Name::text(value)]);
                        attribute.offset = span.start;
                    }
                    None
                }
                CallbackEvent::CloseStartTag { .. } => {
                    Some(Token::Element(std::mem::take(&mut current)))
                }
                CallbackEvent::String { value } => Some(Token::Text(string(value), span.start)),
                CallbackEvent::EndTag { name } => {
                    Some(Token::End(string(name).to_ascii_lowercase()))
                }
                _ => None,
            },
        );
    emitter.naively_switch_states(true);
    let Ok(tokens) = Tokenizer::new_with_emitter(text, emitter).collect();
    tokens
}
