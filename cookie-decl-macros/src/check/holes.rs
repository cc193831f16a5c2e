//! Holes: the parts of a name that vary, and other marks that look like them.

use proc_macro2::Span;

use crate::errors::Errors;
use crate::model::{Name, Pattern, Storage};
use crate::rules::Rule;

/// Splits a name at its holes.
pub(super) fn resolve(text: String, span: Span, errors: &mut Errors) -> Name {
    let pattern = match parse(&text) {
        Ok(pattern) => pattern,
        Err(message) => {
            errors.push_rule(Rule::WrongHole, span, message);
            None
        }
    };
    Name {
        text,
        span,
        pattern,
        any: false,
    }
}

/// The length of the longest literal part of a pattern, if the pattern matches the name.
pub(crate) fn matched_length(pattern: &str, name: &str) -> Option<usize> {
    let pattern = parse(pattern).ok()??;
    pattern
        .matches(name)
        .then(|| pattern.literals().map(str::len).max())?
}

/// N6: holes have names, and do not touch.
pub(super) fn parse(text: &str) -> Result<Option<Pattern>, String> {
    if text.contains("{{") {
        return Err(double_braces(text));
    }
    let Some((head, mut rest)) = text.split_once('{') else {
        return if text.contains('}') {
            Err("a `}` without its `{`: write a hole as `{name}`".to_owned())
        } else {
            Ok(None)
        };
    };
    let mut pattern = Pattern {
        head: head.to_owned(),
        holes: Vec::new(),
    };
    if head.contains('}') {
        return Err("a `}` without its `{`: write a hole as `{name}`".to_owned());
    }
    loop {
        let Some((hole, after)) = rest.split_once('}') else {
            return Err("a `{` without its `}`: write a hole as `{name}`".to_owned());
        };
        let is_word = hole.starts_with(|c: char| c.is_ascii_alphabetic())
            && hole
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
        if let Some(optional) = hole.strip_suffix('?') {
            return Err(optional_hole(text, &format!("{{{hole}}}"), optional));
        }
        if !is_word {
            return Err(format!(
                "`{{{hole}}}` is not a hole: its name has letters, digits, `_` and `-`, as in `{{id}}`"
            ));
        }
        if pattern.holes.iter().any(|(other, _)| other == hole) {
            return Err(format!("the hole `{{{hole}}}` is used twice"));
        }
        let (text, next) = after
            .split_once('{')
            .map_or((after, None), |(text, next)| (text, Some(next)));
        if text.contains('}') {
            return Err("a `}` without its `{`: write a hole as `{name}`".to_owned());
        }
        pattern.holes.push((hole.to_owned(), text.to_owned()));
        let Some(next) = next else { break };
        if text.is_empty() {
            return Err("two holes need a text between them that tells where one ends".to_owned());
        }
        rest = next;
    }
    if pattern.literals().all(str::is_empty) {
        return Err(
            "a hole alone matches every name; for all cookies of a third party's domain write `any`"
                .to_owned(),
        );
    }
    Ok(Some(pattern))
}

/// The message for `_ga{_container?}`, which is two names.
fn optional_hole(text: &str, typed: &str, hole: &str) -> String {
    let name = hole.trim_start_matches(SEPARATORS);
    let separator = &hole[..hole.len() - name.len()];
    let [without, with] = [String::new(), format!("{separator}{{{}}}", hole_name(name))]
        .map(|instead| text.replacen(typed, &instead, 1));
    let is_right = parse(&with).is_ok() && parse(&without).is_ok() && !without.is_empty();
    let names = if is_right {
        format!("`\"{without}\", \"{with}\"`")
    } else {
        "`\"_ga\", \"_ga_{container}\"`".to_owned()
    };
    format!("a name with and without a part are two names, which share a row: {names}")
}

/// The message for `{{state}}`, as templates write it. It suggests single braces, and adds a
/// text to a lone hole.
fn double_braces(text: &str) -> String {
    let single = text.replace("{{", "{").replace("}}", "}");
    if let Ok(Some(_)) = parse(&single) {
        return format!("a hole has single braces: `{single}`");
    }
    let beside = Some(format!("app_{single}"))
        .filter(|beside| parse(beside).is_ok_and(|pattern| pattern.is_some()));
    let beside = beside.unwrap_or_else(|| "app_{id}".to_owned());
    format!(
        "a hole has single braces, and text beside it that all the names begin or end with: `{beside}`"
    )
}

/// Whether a name has a mark that elsewhere means a part that varies.
pub(super) fn looks_like_pattern(text: &str, storage: &Storage) -> bool {
    let pair = |open: char, close: char| {
        text.find(open)
            .is_some_and(|start| text[start..].find(close).is_some_and(|length| length > 1))
    };
    pair('<', '>')
        || pair('[', ']')
        || text.contains('*')
        || text.contains(if is_hash_a_mark(storage) { "#" } else { "##" })
        || FORMATS.iter().any(|format| {
            text.match_indices(format)
                .any(|(at, _)| ends_word(&text[at + format.len()..]))
        })
        || text.to_lowercase().contains("xxx")
        || between_percent_signs(text).any(is_placeholder)
}

fn between_percent_signs(text: &str) -> impl Iterator<Item = &str> {
    let inside = text
        .split_once('%')
        .and_then(|(_, rest)| rest.rsplit_once('%'));
    inside.into_iter().flat_map(|(inside, _)| inside.split('%'))
}

/// Whether a word between two `%` names a part that varies. `%AB%` begins with a character in its
/// `%xx` form.
fn is_placeholder(inside: &str) -> bool {
    let is_hex = |byte: &u8| byte.is_ascii_hexdigit();
    inside.len() > 1
        && inside
            .bytes()
            .all(|byte| byte.is_ascii_alphabetic() || byte == b'_')
        && !inside.as_bytes()[..2].iter().all(is_hex)
}

/// Whether a single `#` is such a mark. Names of other storages have it between words.
fn is_hash_a_mark(storage: &Storage) -> bool {
    *storage == Storage::Cookie
}

/// The placeholders of format strings.
const FORMATS: [&str; 2] = ["%s", "%d"];

/// Whether a placeholder ends here. If a hexadecimal digit follows, it was a character in its `%xx`
/// form.
fn ends_word(after: &str) -> bool {
    !after.starts_with(|c: char| c.is_ascii_hexdigit())
}

/// Suggests a name with holes instead of other marks, if its holes are right. Holes of one name are
/// numbered.
pub(super) fn suggestion(name: &str, storage: &Storage) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    let mut out = String::new();
    for piece in pieces(name, storage) {
        match piece {
            Piece::Text(text) => out.push_str(&text),
            Piece::Hole(hole) => {
                let numbers = (2..).map(|number| format!("{hole}{number}"));
                let hole = std::iter::once(hole.clone())
                    .chain(numbers)
                    .find(|name| !names.contains(name))?;
                out.extend(["{", &hole, "}"]);
                names.push(hole);
            }
        }
    }
    parse(&out).ok()??;
    Some(out)
}

/// What to write for `_gat[_<customname>]`, as manuals write a name with and without a part.
pub(super) fn optional_brackets(text: &str) -> Option<String> {
    let (head, rest) = text.split_once('[')?;
    let (inside, tail) = rest.split_once(']')?;
    let is_optional = inside.starts_with(SEPARATORS) && !head.is_empty();
    let hole = format!("{}?", inside.replace(['<', '>', '{', '}'], ""));
    let text = format!("{head}{{{hole}}}{tail}");
    is_optional.then(|| optional_hole(&text, &format!("{{{hole}}}"), &hole[..hole.len() - 1]))
}

/// What may be between the parts of a name.
const SEPARATORS: [char; 4] = ['_', '-', '.', ':'];

/// Whether the whole name is one such mark.
pub(super) fn is_lone(name: &str, storage: &Storage) -> bool {
    pieces(name, storage).len() == 1
}

/// A part of a name as its author meant it.
enum Piece {
    Text(String),
    Hole(String),
}

fn pieces(name: &str, storage: &Storage) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = name;
    while let Some(c) = rest.chars().next() {
        let in_brackets = |close: char| {
            rest[1..]
                .split_once(close)
                .filter(|(inside, _)| !inside.is_empty())
        };
        let bracketed = match c {
            '<' => in_brackets('>'),
            '[' => in_brackets(']'),
            '{' => in_brackets('}'),
            '$' if rest[1..].starts_with('{') => rest[2..].split_once('}'),
            '%' => in_brackets('%').filter(|(inside, _)| is_placeholder(inside)),
            _ => None,
        };
        let run = || {
            rest.chars()
                .take_while(|other| other.eq_ignore_ascii_case(&c))
                .count()
        };
        let marks = match c {
            '*' => run(),
            '#' => Some(run())
                .filter(|run| is_hash_a_mark(storage) || *run >= 2)
                .unwrap_or(0),
            'x' | 'X' => Some(run()).filter(|run| *run >= 3).unwrap_or(0),
            _ => 0,
        };
        let is_format = FORMATS
            .iter()
            .any(|format| rest.starts_with(format) && ends_word(&rest[format.len()..]));
        let (hole, after) = match bracketed {
            // It is a hole already.
            Some((inside, after)) if c == '{' => (Some(inside.to_owned()), after),
            Some((inside, after)) => (Some(hole_name(inside)), after),
            None if marks > 0 => (Some(hole_name("")), &rest[marks..]),
            None if is_format => (Some(hole_name("")), &rest[2..]),
            None => (None, &rest[c.len_utf8()..]),
        };
        match (hole, pieces.last_mut()) {
            // Neighbouring marks are one part that varies.
            (Some(_), Some(Piece::Hole(_))) => {}
            (Some(hole), _) => pieces.push(Piece::Hole(hole)),
            (None, Some(Piece::Text(text))) => text.push(c),
            (None, _) => pieces.push(Piece::Text(c.to_string())),
        }
        rest = after;
    }
    pieces
}

/// The name of a hole, made from what its author wrote.
fn hole_name(inside: &str) -> String {
    let is_named = inside.starts_with(|c: char| c.is_ascii_alphabetic());
    let letter = |c: char| {
        if c.is_ascii_alphanumeric() || c == '-' {
            c
        } else {
            '_'
        }
    };
    if is_named {
        inside.to_ascii_lowercase().chars().map(letter).collect()
    } else {
        "id".to_owned()
    }
}
