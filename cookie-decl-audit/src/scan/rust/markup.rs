//! Elements in macros: maud, hypertext, leptos, yew and dioxus.

use proc_macro2::{Delimiter, Group, Literal, TokenStream, TokenTree};
use syn::{Expr, Lit};

use crate::scan::markup::{Attribute, Element, loads};
use crate::scan::rust::names::Names;
use crate::scan::site::{Gate, Name};

/// An element of a macro, with the literals of its content.
pub(crate) struct Markup {
    pub(crate) element: Element,
    pub(crate) content: Vec<Literal>,
    /// The category of the template around it.
    pub(crate) template: Option<String>,
}

/// The macros whose tokens are markup.
pub(crate) fn is_markup(name: &str) -> bool {
    [
        "html",
        "view",
        "rsx",
        "maud",
        "template",
        "markup",
        "hypertext",
        "jsx",
    ]
    .iter()
    .any(|word| name.contains(word))
}

/// Returns the elements in a macro that may load or store something.
pub(crate) fn elements(tokens: TokenStream, names: &Names<'_>) -> Vec<Markup> {
    let mut found = Vec::new();
    walk(tokens, names, &mut found);
    found
}

fn walk(tokens: TokenStream, names: &Names<'_>, found: &mut Vec<Markup>) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    // The category of the template whose content comes next.
    let mut template = None;
    for (index, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => {
                let first = found.len();
                walk(group.stream(), names, found);
                if group.delimiter() == Delimiter::Brace
                    && let Some(category) = template.take()
                {
                    for inside in &mut found[first..] {
                        inside
                            .template
                            .get_or_insert_with(|| String::clone(&category));
                    }
                }
            }
            TokenTree::Ident(word) => {
                let name = word.to_string().to_ascii_lowercase();
                if let Some(attribute) = alone(&tokens, index, &name, names) {
                    found.push(attribute);
                    continue;
                }
                // The component of leptos_meta.
                let name = if name == "stylesheet" {
                    "link".to_owned()
                } else {
                    name
                };
                let is_other = loads(&name)
                    || matches!(&*name, "style" | "template")
                    || is_start(&tokens, index);
                if !is_other || is_attribute(&tokens, index) {
                    continue;
                }
                let rest = &tokens[index + 1..];
                let attributes = match rest.first() {
                    Some(TokenTree::Group(group))
                        if group.delimiter() == Delimiter::Brace && is_fields(group) =>
                    {
                        let inner: Vec<_> = group.stream().into_iter().collect();
                        fields(&inner, names)
                    }
                    _ => attributes(rest, names),
                };
                let element = Element { name, attributes };
                let content = match element.name.as_str() {
                    "script" | "style" => content(rest),
                    _ => Vec::new(),
                };
                if element.name == "template" {
                    template = match element.gate() {
                        Gate::Waits(category) => Some(category),
                        _ => None,
                    };
                }
                found.push(Markup {
                    element,
                    content,
                    template: None,
                });
            }
            _ => {}
        }
    }
}

/// Returns an element of maud that loads nothing itself, for its `onclick=".."` and `style=".."`.
fn alone(tokens: &[TokenTree], index: usize, name: &str, names: &Names<'_>) -> Option<Markup> {
    let [sign, value @ TokenTree::Literal(_)] = tokens.get(index + 1..index + 3)? else {
        return None;
    };
    let is_code = (name.starts_with("on") || name == "style") && is(sign, '=');
    let is_whole = !index.checked_sub(1).is_some_and(|at| is(&tokens[at], '-'));
    (is_code && is_whole).then(|| Markup {
        element: Element {
            name: String::new(),
            attributes: vec![attribute(name, value, names)],
        },
        content: Vec::new(),
        template: None,
    })
}

/// Whether this is `<name`, as leptos and yew write it.
fn is_start(tokens: &[TokenTree], index: usize) -> bool {
    index > 0 && is(&tokens[index - 1], '<')
}

/// A word before `=`, `:` or `-`, or after `.`, `-` and `</`.
fn is_attribute(tokens: &[TokenTree], index: usize) -> bool {
    let after = tokens.get(index + 1);
    let before = index.checked_sub(1).map(|index| &tokens[index]);
    after.is_some_and(|it| is(it, '=') || is(it, ':') || is(it, '-') || is(it, '(') || is(it, '.'))
        || matches!(after, Some(TokenTree::Group(it)) if it.delimiter() == Delimiter::Parenthesis)
        || before.is_some_and(|it| {
            let is_path = is(it, ':') && index > 1 && is(&tokens[index - 2], ':');
            is(it, '.') || is(it, '-') || is(it, '/') || is(it, '@') || is(it, ':') && !is_path
        })
}

fn is(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

/// Whether a group is `{ src: "..", .. }`, as dioxus writes it.
fn is_fields(group: &Group) -> bool {
    let mut tokens = group.stream().into_iter();
    let first = tokens.next();
    matches!(first, Some(TokenTree::Ident(_) | TokenTree::Literal(_)))
        && tokens.next().is_some_and(|it| is(&it, ':'))
}

fn fields(tokens: &[TokenTree], names: &Names<'_>) -> Vec<Attribute> {
    let pieces = tokens.split(|token| is(token, ','));
    let fields = pieces.filter_map(|piece| {
        let (name, value) = match piece {
            [name, colon, value, ..] if is(colon, ':') => (name, value),
            _ => return None,
        };
        let name = match name {
            TokenTree::Literal(it) => it.to_string().trim_matches('"').to_owned(),
            other => other.to_string().trim_start_matches("r#").replace('_', "-"),
        };
        Some(attribute(&name, value, names))
    });
    fields.collect()
}

/// Reads the attributes after the name of an element, until its content begins.
fn attributes(tokens: &[TokenTree], names: &Names<'_>) -> Vec<Attribute> {
    let mut found = Vec::new();
    let mut name = String::new();
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        index += 1;
        match token {
            TokenTree::Ident(word) => {
                if !name.is_empty() && !name.ends_with(['-', ':', '.']) {
                    found.push(attribute_alone(&std::mem::take(&mut name), word));
                }
                name.push_str(word.to_string().trim_start_matches("r#"));
            }
            TokenTree::Punct(sign) if matches!(sign.as_char(), '-' | ':') => {
                name.push(sign.as_char());
            }
            TokenTree::Punct(sign) if sign.as_char() == '=' => {
                let Some(value) = tokens.get(index) else {
                    break;
                };
                index += 1;
                let name = std::mem::take(&mut name);
                // `src=format!("..", id)` of leptos.
                let call = tokens.get(index..index + 2);
                match (value, call) {
                    (TokenTree::Ident(_), Some([sign, TokenTree::Group(_)])) if is(sign, '!') => {
                        let call = tokens[index - 1..index + 2].iter().cloned().collect();
                        let name_seen =
                            syn::parse2(call).map_or(Name::Unseen, |it| names.name(&it));
                        index += 2;
                        found.push(Attribute {
                            name: name.to_ascii_lowercase(),
                            value: name_seen,
                            offset: value.span().byte_range().start,
                        });
                    }
                    _ => found.push(attribute(&name, value, names)),
                }
            }
            // `.class` and `#id` of maud.
            TokenTree::Punct(sign) if matches!(sign.as_char(), '.' | '#') => {
                index += 1;
            }
            // `aria-pressed=[..]` was read above; `[..]` alone is a condition.
            TokenTree::Group(group) if group.delimiter() != Delimiter::Brace => {}
            TokenTree::Literal(it) if name.is_empty() => {
                it.to_string().trim_matches('"').clone_into(&mut name);
            }
            _ => break,
        }
    }
    found
}

fn attribute_alone(name: &str, after: &proc_macro2::Ident) -> Attribute {
    Attribute {
        name: name.to_ascii_lowercase(),
        value: Name::text(""),
        offset: after.span().byte_range().start,
    }
}

fn attribute(name: &str, value: &TokenTree, names: &Names<'_>) -> Attribute {
    let offset = value.span().byte_range().start;
    let value = match value {
        TokenTree::Literal(it) => literal(it).map_or(Name::Unseen, Name::Text),
        TokenTree::Ident(word) => {
            syn::parse_str(&word.to_string()).map_or(Name::Unseen, |value| names.name(&value))
        }
        TokenTree::Group(group) => match syn::parse2(group.stream()) {
            // maud joins the pieces of `{ "/data/" (id) }`, which looks like a call.
            Ok(Expr::Call(call)) if matches!(*call.func, Expr::Lit(_)) => joined(group, names),
            Ok(value) => names.name(&value),
            Err(_) => joined(group, names),
        },
        TokenTree::Punct(_) => Name::Unseen,
    };
    Attribute {
        name: name.to_ascii_lowercase(),
        value,
        offset,
    }
}

fn joined(group: &Group, names: &Names<'_>) -> Name {
    let pieces = group.stream().into_iter().map(|piece| match piece {
        TokenTree::Literal(it) => literal(&it).map_or(Name::Unseen, Name::Text),
        TokenTree::Group(it) => {
            syn::parse2(it.stream()).map_or(Name::Unseen, |value| names.name(&value))
        }
        _ => Name::Unseen,
    });
    Name::join(pieces.collect())
}

fn literal(token: &Literal) -> Option<String> {
    match syn::parse_str(&token.to_string()) {
        Ok(Lit::Str(text)) => Some(text.value()),
        _ => None,
    }
}

/// Returns the literals between the start and the end of an element.
fn content(tokens: &[TokenTree]) -> Vec<Literal> {
    let mut found = Vec::new();
    let mut after_start = false;
    for (index, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let is_value = index > 0 && is(&tokens[index - 1], '=');
                if !is_value {
                    literals(group.stream(), &mut found);
                    if !after_start {
                        break;
                    }
                }
            }
            TokenTree::Literal(it) if after_start => found.push(it.clone()),
            token if is(token, '>') => after_start = true,
            token if is(token, '<') || is(token, ';') => break,
            token if is(token, '/') && !after_start => break,
            _ => {}
        }
    }
    found
}

fn literals(tokens: TokenStream, found: &mut Vec<Literal>) {
    for token in tokens {
        match token {
            TokenTree::Literal(it) => found.push(it),
            TokenTree::Group(group) => literals(group.stream(), found),
            _ => {}
        }
    }
}
