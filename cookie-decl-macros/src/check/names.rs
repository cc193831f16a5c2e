//! Names: what a browser takes, what a hole is, and what only looks right.

use proc_macro2::Span;

use super::{clashes, warn};
use crate::errors::Errors;
use crate::keys;
use crate::model::{Name, Pattern, Row, SetBy, Storage};
use crate::rules::Rule;
use crate::texts::{code_point, is_invisible};

/// The name of a row that stands for every cookie of a domain.
pub(super) fn any(span: Span) -> Name {
    Name { text: "any".to_owned(), span, pattern: None, any: true }
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
    Name { text, span, pattern, any: false }
}

/// How long the longest literal part of a pattern is that stands for a name; `None` where it does not.
pub(crate) fn stands_for(pattern: &str, name: &str) -> Option<usize> {
    let pattern = self::pattern(pattern).ok()??;
    clashes::matches(&pattern, name).then(|| pattern.literals().map(str::len).max())?
}

/// N6: holes are named, and never touch.
fn pattern(text: &str) -> Result<Option<Pattern>, String> {
    let Some((head, mut rest)) = text.split_once('{') else {
        return if text.contains('}') {
            Err("a `}` without its `{`: a hole is written `{name}` [N6]".to_owned())
        } else {
            Ok(None)
        };
    };
    let mut pattern = Pattern { head: head.to_owned(), holes: Vec::new() };
    if head.contains('}') {
        return Err("a `}` without its `{`: a hole is written `{name}` [N6]".to_owned());
    }
    loop {
        let Some((hole, behind)) = rest.split_once('}') else {
            return Err("a `{` without its `}`: a hole is written `{name}` [N6]".to_owned());
        };
        let is_word = hole.starts_with(|c: char| c.is_ascii_alphabetic())
            && hole.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
        if !is_word {
            return Err(format!(
                "`{{{hole}}}` is no hole: it has a name of letters, digits, `_` and `-`, such as `{{id}}` [N6]"
            ));
        }
        if pattern.holes.iter().any(|(other, _)| other == hole) {
            return Err(format!("the hole `{{{hole}}}` twice [N6]"));
        }
        let (text, next) = behind.split_once('{').map_or((behind, None), |(text, next)| (text, Some(next)));
        if text.contains('}') {
            return Err("a `}` without its `{`: a hole is written `{name}` [N6]".to_owned());
        }
        pattern.holes.push((hole.to_owned(), text.to_owned()));
        let Some(next) = next else { break };
        if text.is_empty() {
            return Err("two holes with nothing between: no name could tell where one ends [N6]".to_owned());
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

pub(super) fn check(row: &Row, errors: &mut Errors) {
    if row.name.any {
        any_has_a_domain(row, errors);
        return;
    }
    let is_plain = is_plain(&row.name.text);
    if empty(&row.name, errors) || !is_plain && invisible(&row.name, errors) || row.storage != Storage::Cookie {
        return;
    }
    length(&row.name, errors);
    if is_plain {
        prefix_spelling(row, errors);
        return;
    }
    // What N6 has refused is not read any further.
    let Some(text) = literal(&row.name) else { return };
    // One mistake, one message: a name that looks like a pattern is no token for the same reason.
    let strict = row.set_by == SetBy::Server;
    if let Some(c) = cut(&row.name.text).filter(|_| !strict) {
        let c = show(c);
        errors.push(row.name.span, format!("{c} cannot stand there: browsers would read another name [N2]"));
        return;
    }
    match (text.chars().find(|c| !is_token(*c)), looks_like_pattern(&text) || row.name.text.contains("${")) {
        (Some(c), looks) if strict || !looks => not_a_token(c, looks, row, errors),
        (_, true) => pattern_typed_as_name(row, errors),
        _ => {}
    }
    prefix_spelling(row, errors);
}

/// Most names: nothing in them could be wrong but the spelling of a prefix.
fn is_plain(name: &str) -> bool {
    // An `x` may be one of several that stand for a part that varies.
    let is_plain =
        |byte| matches!(byte, b'a'..=b'w' | b'y' | b'z' | b'A'..=b'W' | b'Y' | b'Z' | b'0'..=b'9' | b'_' | b'-' | b'.');
    name.bytes().all(is_plain)
}

/// The name without its holes; `None` when those are wrong.
fn literal(name: &Name) -> Option<String> {
    match &name.pattern {
        Some(pattern) => Some(pattern.literals().collect()),
        None => Some(name.text.clone()).filter(|text| !text.contains(['{', '}'])),
    }
}

/// `any` stands for the cookies of a domain, so the domain is known.
fn any_has_a_domain(row: &Row, errors: &mut Errors) {
    if !matches!(row.set_by, SetBy::ThirdParty(Some(_))) {
        let message =
            "`any` stands for all cookies of a third party's domain: name it, `set_by = \"ads.example\"` [N10]";
        errors.push(row.name.span, message);
    }
    if row.constant.is_some() {
        errors.push(row.name.span, "`any` is no single cookie, so it has no constant");
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
        errors.push(name.span, format!("an invisible character in the name: {} [N2]", show(c)));
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
    if name.text.len() > 4096 {
        errors.push(name.span, "over 4096 bytes: browsers drop such a cookie [L1]");
    }
}

/// RFC 9110 section 5.6.2
fn is_token(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c)
}

/// N2: where browsers end a name, or what they trim (RFC 6265bis section 5.6), whoever sets it.
fn cut(name: &str) -> Option<char> {
    let blank = name.starts_with(' ') || name.ends_with(' ');
    name.chars().find(|c| matches!(c, ';' | '=') || blank && *c == ' ')
}

/// N2: browsers accept more than a token, which is what others rely on.
fn not_a_token(c: char, looks_like_pattern: bool, row: &Row, errors: &mut Errors) {
    let message = format!("{} cannot stand in the name of a cookie, which is an RFC 9110 token", show(c));
    if row.set_by != SetBy::Server {
        warn(errors, &row.allows, Rule::NotAToken, row.name.span, message);
    } else if looks_like_pattern {
        let hole = suggestion(&row.name.text);
        errors.push(row.name.span, format!("{message} [N2]; a part that varies is a hole: `{hole}`"));
    } else {
        errors.push(row.name.span, format!("{message} [N2]"));
    }
}

/// Whether a name holds a mark that elsewhere stands for a part that varies.
fn looks_like_pattern(text: &str) -> bool {
    let pair = |open: char, close: char| {
        text.find(open).is_some_and(|start| text[start..].find(close).is_some_and(|length| length > 1))
    };
    pair('<', '>')
        || pair('[', ']')
        || text.contains(['*', '#'])
        || ["%s", "%d"].iter().any(|format| ends_word(text, format))
        || text.to_lowercase().contains("xxx")
}

/// Whether a placeholder of a format string stands there, and not a character in its `%xx` form.
fn ends_word(text: &str, format: &str) -> bool {
    text.match_indices(format).any(|(at, _)| !text[at + format.len()..].starts_with(|c: char| c.is_ascii_hexdigit()))
}

/// N10
fn pattern_typed_as_name(row: &Row, errors: &mut Errors) {
    let suggestion = suggestion(&row.name.text);
    let message = if suggestion == "{id}" {
        "this stands for exactly this name; all cookies of a third party's domain are `any`, without quotes".to_owned()
    } else {
        format!("this stands for exactly this name; a part that varies is a named hole: `{suggestion}`")
    };
    warn(errors, &row.allows, Rule::LooksLikePattern, row.name.span, message);
}

/// The name with holes where its author put other marks.
fn suggestion(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let close = match c {
            '<' => Some('>'),
            '[' => Some(']'),
            _ => None,
        };
        if let Some(close) = close {
            let hole: String = chars.by_ref().take_while(|c| *c != close).collect();
            let hole: String =
                hole.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' }).collect();
            let named = hole.starts_with(|c: char| c.is_ascii_alphabetic());
            out.extend(["{", if named { &hole } else { "id" }, "}"]);
        } else if c == '$' && chars.peek() == Some(&'{') {
            // The hole behind it is all there is to write.
        } else if c == '%' && chars.next_if(|next| "sd".contains(*next)).is_some() {
            out.push_str("{id}");
        } else if c == '*' || c == '#' || c.eq_ignore_ascii_case(&'x') && text.to_lowercase().contains("xxx") {
            while chars.next_if(|next| next.eq_ignore_ascii_case(&c)).is_some() {}
            out.push_str("{id}");
        } else {
            out.push(c);
        }
    }
    out
}

/// N3 and N4: a prefix that browsers know in other capitals, and one that they never learnt.
fn prefix_spelling(row: &Row, errors: &mut Errors) {
    let name = &row.name.text;
    if !name.starts_with("__") {
        return;
    }
    for dead in ["__HttpOnly-", "__HostHttpOnly-", "__HostHttp-"] {
        if starts_with(name, dead) {
            let message = format!(
                "`{dead}` never became a prefix: browsers enforce nothing; they know {}",
                keys::one_of(&PREFIXES)
            );
            warn(errors, &row.allows, Rule::DeadPrefix, row.name.span, message);
            return;
        }
    }
    if let Some(prefix) = prefix(name).filter(|prefix| !name.starts_with(prefix)) {
        let message =
            format!("browsers enforce `{prefix}` in whatever capitals, servers compare byte by byte: write `{prefix}`");
        warn(errors, &row.allows, Rule::PrefixCase, row.name.span, message);
    }
}

/// The prefixes of names that browsers enforce, the longest first.
const PREFIXES: [&str; 4] = ["__Host-Http-", "__Host-", "__Secure-", "__Http-"];

/// The prefix that a browser sees in a name.
pub(super) fn prefix(name: &str) -> Option<&'static str> {
    PREFIXES.into_iter().find(|prefix| starts_with(name, prefix))
}

fn starts_with(name: &str, prefix: &str) -> bool {
    name.as_bytes().get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix.as_bytes()))
}
