//! Names: what browsers accept, and what only looks right.

use cookie_decl_core::browser::{LONGEST_PAIR, Prefix, begins_with, is_token};
use proc_macro2::Span;

use crate::check::holes;
use crate::errors::{Allow, Errors};
use crate::model::{Declaration, Name, Retired, SetBy, Storage};
use crate::rules::Rule;
use crate::texts::{code_point, is_invisible};
use crate::vocabulary::one_of;

/// The name of a row for all cookies of a domain.
pub(super) fn any(span: Span) -> Name {
    Name {
        text: "any".to_owned(),
        span,
        pattern: None,
        any: true,
    }
}

/// A name, and what its rules ask about it.
pub(super) struct Subject<'a> {
    name: &'a Name,
    storage: &'a Storage,
    set_by: &'a SetBy,
    allows: &'a [Allow],
}

impl<'a> Subject<'a> {
    pub(super) fn declared(declaration: &'a Declaration) -> Self {
        let Declaration {
            name,
            storage,
            set_by,
            allows,
            ..
        } = declaration;
        Self {
            name,
            storage,
            set_by,
            allows,
        }
    }

    pub(super) fn retired(retired: &'a Retired) -> Self {
        Self {
            name: &retired.name,
            storage: &Storage::Cookie,
            set_by: &SetBy::Server,
            allows: &retired.allows,
        }
    }
}

pub(super) fn check(subject: &Subject<'_>, errors: &mut Errors) {
    let is_plain = is_plain(&subject.name.text);
    if empty(subject.name, errors) || !is_plain && invisible(subject.name, errors) {
        return;
    }
    let is_cookie = *subject.storage == Storage::Cookie;
    if is_cookie {
        length(subject.name, errors);
    }
    if is_plain {
        if is_cookie {
            prefix_spelling(subject, errors);
        }
        return;
    }
    // N6 has reported an error already.
    let Some(literals) = literals(subject.name) else {
        return;
    };
    let looks_like_pattern = literals
        .iter()
        .any(|literal| holes::looks_like_pattern(literal, subject.storage))
        || subject.name.text.contains("${");
    if !is_cookie {
        let is_web = matches!(
            subject.storage,
            Storage::LocalStorage | Storage::SessionStorage | Storage::IndexedDb
        );
        if is_web && looks_like_pattern {
            pattern_typed_as_name(subject, errors);
        }
        return;
    }
    // One mistake, one message: a mark that looks like a hole is not allowed in a token either.
    let strict = *subject.set_by == SetBy::Server;
    if let Some(c) = cut(&subject.name.text).filter(|_| !strict) {
        let c = show(c);
        errors.push_rule(
            Rule::InvalidName,
            subject.name.span,
            format!("{c} is not allowed here: browsers would read another name"),
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
        (Some(c), looks) if strict || !looks => not_a_token(c, looks, subject, errors),
        (_, true) => pattern_typed_as_name(subject, errors),
        _ => {}
    }
    prefix_spelling(subject, errors);
}

/// Whether only the spelling of a prefix can be wrong, as in most names.
fn is_plain(name: &str) -> bool {
    // Not `x`: `xxx` may be a part that varies.
    let is_plain = |byte| matches!(byte, b'a'..=b'w' | b'y' | b'z' | b'A'..=b'W' | b'Y' | b'Z' | b'0'..=b'9' | b'_' | b'-' | b'.');
    name.bytes().all(is_plain)
}

/// The texts between the holes; `None` if the holes are wrong.
fn literals(name: &Name) -> Option<Vec<&str>> {
    match &name.pattern {
        Some(pattern) => Some(pattern.literals().collect()),
        None => Some(vec![name.text.as_str()]).filter(|_| !name.text.contains(['{', '}'])),
    }
}

/// N10: `any` means all cookies of a domain, so the domain must be known.
pub(super) fn check_any(declaration: &Declaration, errors: &mut Errors) {
    if !matches!(declaration.set_by, SetBy::ThirdParty(Some(_))) {
        let message = "`any` means all cookies of a third party's domain: name the domain, `set_by = \"ads.example\"`";
        errors.push_rule(Rule::AnyWithoutDomain, declaration.name.span, message);
    }
    if declaration.constant.is_some() {
        errors.push(
            declaration.name.span,
            "`any` is not a single cookie, so it has no constant",
        );
    }
}

/// N1
fn empty(name: &Name, errors: &mut Errors) -> bool {
    let empty = name.text.is_empty();
    if empty {
        errors.push_rule(Rule::EmptyName, name.span, "the name is empty");
    }
    empty
}

/// N2: nobody can review a name with characters that nobody sees.
fn invisible(name: &Name, errors: &mut Errors) -> bool {
    let found = name.text.chars().find(|c| is_invisible(*c));
    if let Some(c) = found {
        errors.push_rule(
            Rule::InvalidName,
            name.span,
            format!("the name contains an invisible character: {}", show(c)),
        );
    }
    found.is_some()
}

/// A character as messages show it.
fn show(c: char) -> String {
    match c {
        ' ' => "a space".to_owned(),
        c if is_invisible(c) => code_point(c),
        c => format!("`{c}`"),
    }
}

/// L1 limits name and value together. The value is checked when it is set.
fn length(name: &Name, errors: &mut Errors) {
    if name.text.len() > LONGEST_PAIR {
        errors.push_rule(
            Rule::LongName,
            name.span,
            format!("the name is over {LONGEST_PAIR} bytes: browsers refuse such a cookie"),
        );
    }
}

/// N2: browsers end or trim such a name, even if a script sets it (RFC 6265bis section 5.6).
fn cut(name: &str) -> Option<char> {
    let blank = name.starts_with(' ') || name.ends_with(' ');
    name.chars()
        .find(|c| matches!(c, ';' | '=') || blank && *c == ' ')
}

/// N2: browsers accept more than tokens, but servers and libraries rely on tokens.
fn not_a_token(c: char, looks_like_pattern: bool, subject: &Subject<'_>, errors: &mut Errors) {
    let (name, shown) = (subject.name, show(c));
    if *subject.set_by != SetBy::Server {
        let encoded = encoded(&name.text);
        let message = format!(
            "{shown} is not allowed in a token (RFC 9110), and most scripts encode it: write `{encoded}` if that is the \
             name in your browser's developer tools"
        );
        errors.warn(subject.allows, Rule::NotAToken, name.span, message);
        return;
    }
    let message =
        format!("{shown} is not allowed in the name of a cookie, which is a token (RFC 9110)");
    let hole = holes::suggestion(&subject.name.text, subject.storage);
    let is_right = |hole: &String| looks_like_pattern && encoded(hole) == *hole;
    match hole.filter(is_right) {
        Some(hole) => errors.push_rule(
            Rule::InvalidName,
            name.span,
            format!("{message}; write a part that varies as a hole: `{hole}`"),
        ),
        None => errors.push_rule(Rule::InvalidName, name.span, message),
    }
}

/// The name as `encodeURIComponent` writes it, with its holes unchanged.
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

/// A hexadecimal digit.
fn hex(digit: u8) -> char {
    char::from_digit(digit.into(), 16)
        .unwrap_or('0')
        .to_ascii_uppercase()
}

/// N10
fn pattern_typed_as_name(subject: &Subject<'_>, errors: &mut Errors) {
    let is_cookie = *subject.storage == Storage::Cookie;
    let optional = holes::optional_brackets(&subject.name.text);
    let suggestion = holes::suggestion(&subject.name.text, subject.storage);
    let instead = match suggestion {
        _ if optional.is_some() => optional.unwrap_or_default(),
        // Scripts encode what is not allowed in a token.
        Some(hole) if is_cookie => {
            let hole = encoded(&hole);
            format!("write a part that varies as a named hole: `{hole}`")
        }
        Some(hole) => format!("write a part that varies as a named hole: `{hole}`"),
        None if is_cookie && holes::is_lone(&subject.name.text, subject.storage) => {
            "for all cookies of a third party's domain write `any`, without quotes".to_owned()
        }
        None => "write a part that varies as a named hole beside a text: `app_{id}`".to_owned(),
    };
    let message = format!("this matches this exact name only; {instead}");
    errors.warn(
        subject.allows,
        Rule::LooksLikePattern,
        subject.name.span,
        message,
    );
}

/// N3 and N4: a prefix in another case, and one that browsers never learnt.
fn prefix_spelling(subject: &Subject<'_>, errors: &mut Errors) {
    let name = &subject.name.text;
    if !name.starts_with("__") {
        return;
    }
    for dead in ["__HttpOnly-", "__HostHttpOnly-", "__HostHttp-"] {
        if begins_with(name, dead) {
            let message = format!(
                "`{dead}` never became a prefix, so browsers enforce nothing; they know {}",
                one_of(&Prefix::ALL)
            );
            errors.warn(subject.allows, Rule::DeadPrefix, subject.name.span, message);
            return;
        }
    }
    if let Some(prefix) = Prefix::of(name)
        .map(Prefix::as_str)
        .filter(|prefix| !name.starts_with(prefix))
    {
        let message = format!(
            "browsers enforce `{prefix}` case-insensitively, but servers compare byte by byte: write `{prefix}`"
        );
        errors.warn(subject.allows, Rule::PrefixCase, subject.name.span, message);
    }
}
