//! Names: what a browser takes, what a hole is, and what only looks right.

use cookie_decl_core::browser::{LONGEST_PAIR, Prefix, begins_with, is_token};
use proc_macro2::Span;

use super::{clashes, warn};
use crate::errors::Errors;
use crate::keys;
use crate::model::{Name, Pattern, Row, SetBy, Storage};
use crate::rules::Rule;
use crate::texts::{code_point, is_invisible};

/// The name of a row that stands for every cookie of a domain.
pub(super) fn any(span: Span) -> Name {
    Name {
        text: "any".to_owned(),
        span,
        pattern: None,
        any: true,
    }
}

/// A name, taken apart at its holes.
pub(super) fn resolve(text: String, span: Span, errors: &mut Errors) -> Name {
    let pattern = match pattern(&text) {
        Ok(pattern) => pattern,
        Err(message) => {
            errors.push(span, message);
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

/// How long the longest literal part of a pattern is that stands for a name; `None` where it does not.
pub(crate) fn stands_for(pattern: &str, name: &str) -> Option<usize> {
    let pattern = self::pattern(pattern).ok()??;
    clashes::matches(&pattern, name).then(|| pattern.literals().map(str::len).max())?
}

/// N6: holes are named, and never touch.
fn pattern(text: &str) -> Result<Option<Pattern>, String> {
    if text.contains("{{") {
        return Err(double_braces(text));
    }
    let Some((head, mut rest)) = text.split_once('{') else {
        return if text.contains('}') {
            Err("a `}` without its `{`: a hole is written `{name}` [N6]".to_owned())
        } else {
            Ok(None)
        };
    };
    let mut pattern = Pattern {
        head: head.to_owned(),
        holes: Vec::new(),
    };
    if head.contains('}') {
        return Err("a `}` without its `{`: a hole is written `{name}` [N6]".to_owned());
    }
    loop {
        let Some((hole, behind)) = rest.split_once('}') else {
            return Err("a `{` without its `}`: a hole is written `{name}` [N6]".to_owned());
        };
        let is_word = hole.starts_with(|c: char| c.is_ascii_alphabetic())
            && hole
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
        if !is_word {
            return Err(format!(
                "`{{{hole}}}` is no hole: it has a name of letters, digits, `_` and `-`, such as `{{id}}` [N6]"
            ));
        }
        if pattern.holes.iter().any(|(other, _)| other == hole) {
            return Err(format!("the hole `{{{hole}}}` twice [N6]"));
        }
        let (text, next) = behind
            .split_once('{')
            .map_or((behind, None), |(text, next)| (text, Some(next)));
        if text.contains('}') {
            return Err("a `}` without its `{`: a hole is written `{name}` [N6]".to_owned());
        }
        pattern.holes.push((hole.to_owned(), text.to_owned()));
        let Some(next) = next else { break };
        if text.is_empty() {
            return Err(
                "two holes with nothing between: no name could tell where one ends [N6]".to_owned(),
            );
        }
        rest = next;
    }
    if pattern.literals().all(str::is_empty) {
        return Err(
            "a lone hole stands for every name there is [N6]; `any` stands for all cookies of a third party's domain"
                .to_owned(),
        );
    }
    Ok(Some(pattern))
}

/// What to say of `{{state}}`, as templates write it: what to write instead, with a text beside a hole that has none.
fn double_braces(text: &str) -> String {
    let single = text.replace("{{", "{").replace("}}", "}");
    if let Ok(Some(_)) = pattern(&single) {
        return format!("a hole has single braces: `{single}` [N6]");
    }
    let beside = Some(format!("app_{single}"))
        .filter(|beside| pattern(beside).is_ok_and(|pattern| pattern.is_some()));
    let beside = beside.unwrap_or_else(|| "app_{id}".to_owned());
    format!(
        "a hole has single braces, and a text beside it that all the names begin or end with: `{beside}` [N6]"
    )
}

pub(super) fn check(row: &Row, errors: &mut Errors) {
    if row.name.any {
        any_has_a_domain(row, errors);
        return;
    }
    let is_plain = is_plain(&row.name.text);
    if empty(&row.name, errors) || !is_plain && invisible(&row.name, errors) {
        return;
    }
    let is_cookie = row.storage == Storage::Cookie;
    if is_cookie {
        length(&row.name, errors);
    }
    if is_plain {
        if is_cookie {
            prefix_spelling(row, errors);
        }
        return;
    }
    // What N6 has refused is not read any further.
    let Some(literals) = literals(&row.name) else {
        return;
    };
    let looks_like_pattern = literals
        .iter()
        .any(|literal| looks_like_pattern(literal, &row.storage))
        || row.name.text.contains("${");
    if !is_cookie {
        let is_web = matches!(
            row.storage,
            Storage::LocalStorage | Storage::SessionStorage | Storage::IndexedDb
        );
        if is_web && looks_like_pattern {
            pattern_typed_as_name(row, errors);
        }
        return;
    }
    // One mistake, one message: a name that looks like a pattern is no token for the same reason.
    let strict = row.set_by == SetBy::Server;
    if let Some(c) = cut(&row.name.text).filter(|_| !strict) {
        let c = show(c);
        errors.push(
            row.name.span,
            format!("{c} cannot stand there: browsers would read another name [N2]"),
        );
        return;
    }
    match (
        literals
            .iter()
            .flat_map(|literal| literal.chars())
            .find(|c| !is_token(*c)),
        looks_like_pattern,
    ) {
        (Some(c), looks) if strict || !looks => not_a_token(c, looks, row, errors),
        (_, true) => pattern_typed_as_name(row, errors),
        _ => {}
    }
    prefix_spelling(row, errors);
}

/// Most names: nothing in them could be wrong but the spelling of a prefix.
fn is_plain(name: &str) -> bool {
    // An `x` may be one of several that stand for a part that varies.
    let is_plain = |byte| matches!(byte, b'a'..=b'w' | b'y' | b'z' | b'A'..=b'W' | b'Y' | b'Z' | b'0'..=b'9' | b'_' | b'-' | b'.');
    name.bytes().all(is_plain)
}

/// The name without its holes, piece by piece; `None` when those are wrong.
fn literals(name: &Name) -> Option<Vec<&str>> {
    match &name.pattern {
        Some(pattern) => Some(pattern.literals().collect()),
        None => Some(vec![name.text.as_str()]).filter(|_| !name.text.contains(['{', '}'])),
    }
}

/// `any` stands for the cookies of a domain, so the domain is known.
fn any_has_a_domain(row: &Row, errors: &mut Errors) {
    if !matches!(row.set_by, SetBy::ThirdParty(Some(_))) {
        let message = "`any` stands for all cookies of a third party's domain: name it, `set_by = \"ads.example\"` [N10]";
        errors.push(row.name.span, message);
    }
    if row.constant.is_some() {
        errors.push(
            row.name.span,
            "`any` is no single cookie, so it has no constant",
        );
    }
}

/// N1
fn empty(name: &Name, errors: &mut Errors) -> bool {
    let empty = name.text.is_empty();
    if empty {
        errors.push(name.span, "an empty name: browsers drop such a cookie [N1]");
    }
    empty
}

/// The text rules: what nobody sees in a name, nobody can review.
fn invisible(name: &Name, errors: &mut Errors) -> bool {
    let found = name.text.chars().find(|c| is_invisible(*c));
    if let Some(c) = found {
        errors.push(
            name.span,
            format!("an invisible character in the name: {} [N2]", show(c)),
        );
    }
    found.is_some()
}

/// A character as a message can show it.
fn show(c: char) -> String {
    match c {
        ' ' => "a blank".to_owned(),
        c if is_invisible(c) => code_point(c),
        c => format!("`{c}`"),
    }
}

/// L1: name and value together; the value is checked when it is set.
fn length(name: &Name, errors: &mut Errors) {
    if name.text.len() > LONGEST_PAIR {
        errors.push(
            name.span,
            format!("over {LONGEST_PAIR} bytes: browsers drop such a cookie [L1]"),
        );
    }
}

/// N2: where browsers end a name, or what they trim (RFC 6265bis section 5.6), whoever sets it.
fn cut(name: &str) -> Option<char> {
    let blank = name.starts_with(' ') || name.ends_with(' ');
    name.chars()
        .find(|c| matches!(c, ';' | '=') || blank && *c == ' ')
}

/// N2: browsers accept more than a token, which is what others rely on.
fn not_a_token(c: char, looks_like_pattern: bool, row: &Row, errors: &mut Errors) {
    let (name, shown) = (&row.name, show(c));
    if row.set_by != SetBy::Server {
        let encoded = encoded(&name.text);
        let message = format!(
            "{shown} is not in a token (RFC 9110): browsers keep such a name, some servers cannot read it; where its \
             script encodes it, the name is `{encoded}`"
        );
        warn(errors, &row.allows, Rule::NotAToken, name.span, message);
        return;
    }
    let message =
        format!("{shown} cannot stand in the name of a cookie, which is an RFC 9110 token [N2]");
    match suggestion(row).filter(|_| looks_like_pattern) {
        Some(hole) => errors.push(
            name.span,
            format!("{message}; a part that varies is a hole: `{hole}`"),
        ),
        None => errors.push(name.span, message),
    }
}

/// The name as `encodeURIComponent` writes it, its holes as they are.
fn encoded(name: &str) -> String {
    name.bytes().fold(String::new(), |mut out, byte| {
        let c = char::from(byte);
        if is_token(c) || matches!(c, '{' | '}') {
            out.push(c);
        } else {
            out.extend(['%', hex(byte >> 4), hex(byte & 15)]);
        }
        out
    })
}

/// A digit of a number to the base of 16.
fn hex(digit: u8) -> char {
    char::from_digit(digit.into(), 16)
        .unwrap_or('0')
        .to_ascii_uppercase()
}

/// Whether a name holds a mark that elsewhere stands for a part that varies.
fn looks_like_pattern(text: &str, storage: &Storage) -> bool {
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
}

/// Whether a single `#` is the mark of a part that varies. The names of other storages have it between words.
fn is_hash_a_mark(storage: &Storage) -> bool {
    *storage == Storage::Cookie
}

/// The placeholders of format strings.
const FORMATS: [&str; 2] = ["%s", "%d"];

/// Whether what is in front of this was such a placeholder, and no character in its `%xx` form.
fn ends_word(behind: &str) -> bool {
    !behind.starts_with(|c: char| c.is_ascii_hexdigit())
}

/// N10
fn pattern_typed_as_name(row: &Row, errors: &mut Errors) {
    let instead = match suggestion(row) {
        Some(hole) => format!("a part that varies is a named hole: `{hole}`"),
        None if row.storage == Storage::Cookie && pieces(row).len() == 1 => {
            "all cookies of a third party's domain are `any`, without quotes".to_owned()
        }
        None => "a part that varies is a named hole beside a text: `app_{id}`".to_owned(),
    };
    let message = format!("this stands for exactly this name; {instead}");
    warn(
        errors,
        &row.allows,
        Rule::LooksLikePattern,
        row.name.span,
        message,
    );
}

/// The name with holes where its author put other marks, if that is one; holes of one name are numbered.
fn suggestion(row: &Row) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    let mut out = String::new();
    for piece in pieces(row) {
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
    let pattern = pattern(&out).ok()??;
    let is_valid = |c| row.storage != Storage::Cookie || is_token(c);
    pattern
        .literals()
        .all(|literal| literal.chars().all(is_valid))
        .then_some(out)
}

/// What a name is made of, in the eyes of its author.
enum Piece {
    Text(String),
    Hole(String),
}

fn pieces(row: &Row) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = row.name.text.as_str();
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
                .filter(|run| is_hash_a_mark(&row.storage) || *run >= 2)
                .unwrap_or(0),
            'x' | 'X' => Some(run()).filter(|run| *run >= 3).unwrap_or(0),
            _ => 0,
        };
        let is_format = FORMATS
            .iter()
            .any(|format| rest.starts_with(format) && ends_word(&rest[format.len()..]));
        let (hole, behind) = match bracketed {
            // A hole already.
            Some((inside, behind)) if c == '{' => (Some(inside.to_owned()), behind),
            Some((inside, behind)) => (Some(hole_name(inside)), behind),
            None if marks > 0 => (Some(hole_name("")), &rest[marks..]),
            None if is_format => (Some(hole_name("")), &rest[2..]),
            None => (None, &rest[c.len_utf8()..]),
        };
        match (hole, pieces.last_mut()) {
            // Neighbouring marks mean one part that varies.
            (Some(_), Some(Piece::Hole(_))) => {}
            (Some(hole), _) => pieces.push(Piece::Hole(hole)),
            (None, Some(Piece::Text(text))) => text.push(c),
            (None, _) => pieces.push(Piece::Text(c.to_string())),
        }
        rest = behind;
    }
    pieces
}

/// The name of a hole, from what its author called it.
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

/// N3 and N4: a prefix that browsers know in other capitals, and one that they never learnt.
fn prefix_spelling(row: &Row, errors: &mut Errors) {
    let name = &row.name.text;
    if !name.starts_with("__") {
        return;
    }
    for dead in ["__HttpOnly-", "__HostHttpOnly-", "__HostHttp-"] {
        if begins_with(name, dead) {
            let message = format!(
                "`{dead}` never became a prefix: browsers enforce nothing; they know {}",
                keys::one_of(&Prefix::ALL)
            );
            warn(
                errors,
                &row.allows,
                Rule::DeadPrefix,
                row.name.span,
                message,
            );
            return;
        }
    }
    if let Some(prefix) = Prefix::of(name)
        .map(Prefix::as_str)
        .filter(|prefix| !name.starts_with(prefix))
    {
        let message = format!(
            "browsers enforce `{prefix}` in whatever capitals, servers compare byte by byte: write `{prefix}`"
        );
        warn(
            errors,
            &row.allows,
            Rule::PrefixCase,
            row.name.span,
            message,
        );
    }
}
