//! Masks template syntax in a file, so that the rest can be read as HTML, CSS or JavaScript.

/// The byte that replaces those of an expression, `{{ .. }}`.
pub(crate) const EXPRESSION: char = '\u{1a}';

/// The constructs of askama, tera, minijinja, handlebars, liquid, ejs and others. Longer openings
/// come first.
const CONSTRUCTS: [(&str, &str, Kind); 6] = [
    ("{{!--", "--}}", Kind::Statement),
    ("{{{", "}}}", Kind::Expression),
    ("{{", "}}", Kind::Expression),
    ("{%", "%}", Kind::Statement),
    ("{#", "#}", Kind::Statement),
    ("<%", "%>", Kind::Expression),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Expression,
    Statement,
}

/// Replaces every construct by as many bytes. Line ends stay.
pub(crate) fn mask(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['{', '<']) {
        masked.push_str(&rest[..at]);
        rest = &rest[at..];
        let construct = CONSTRUCTS.iter().find(|(open, ..)| rest.starts_with(open));
        let found = construct.and_then(|(open, close, kind)| {
            let end = rest[open.len()..].find(close)?;
            let inner = &rest[open.len()..open.len() + end];
            // Tags of handlebars and ejs that print nothing.
            let silent =
                inner.starts_with(['#', '/', '!', '>', '^', '&']) || inner.starts_with("else");
            // Strings in constructs, such as `{% include "x" %}`, are masked too.
            let kind = if silent { Kind::Statement } else { *kind };
            Some((open.len() + end + close.len(), kind))
        });
        let Some((length, kind)) = found else {
            let next = rest.chars().next().map_or(1, char::len_utf8);
            masked.push_str(&rest[..next]);
            rest = &rest[next..];
            continue;
        };
        let fill = match kind {
            Kind::Expression => EXPRESSION,
            Kind::Statement => ' ',
        };
        masked.extend(rest[..length].bytes().map(|byte| match byte {
            b'\n' => '\n',
            _ => fill,
        }));
        rest = &rest[length..];
    }
    masked.push_str(rest);
    masked
}

/// The beginning of what an expression becomes in JavaScript: a name that nothing declares. In a
/// string it is a hole.
pub(crate) const SCRIPT_HOLE: &str = "$$$$";

/// Returns a masked text as JavaScript.
pub(crate) fn as_script(masked: &str) -> String {
    masked.replace(EXPRESSION, "$")
}

/// Returns a masked text as a name or address. An expression becomes the hole `{}`.
pub(crate) fn as_name(masked: &str) -> String {
    let mut name = String::new();
    for part in masked.split_inclusive(EXPRESSION) {
        match part.strip_suffix(EXPRESSION) {
            Some("") if name.ends_with("{}") => {}
            Some(text) => {
                name.push_str(text);
                name.push_str("{}");
            }
            None => name.push_str(part),
        }
    }
    name.trim().to_owned()
}
