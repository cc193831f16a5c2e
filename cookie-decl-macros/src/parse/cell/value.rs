//! Durations, attributes, and other cells with their own syntax.

use proc_macro2::{Ident, Literal, Span, TokenTree};
use syn::parse::ParseStream;
use syn::{Error, LitFloat, LitInt, LitStr, Result, Token, token};

use crate::ast::{
    Attribute, AttributeValue, Attributes, Duration, DurationValue, SetBy, Storage, Term,
};
use crate::errors::{Errors, SourceRange};
use crate::parse::tokens::{
    any_ident, braced, cell_ends, eat_word, last_span, next_word, peek_brace, peek_string,
    peek_word, row_ends, string,
};
use crate::rules::Rule;
use crate::vocabulary::{self, DurationGuess, List, Unit};

/// Reads `2 weeks`, `session or 2 weeks`, `{ expr } max 4 weeks`, `persistent` or `unknown`. A text
/// to print instead may follow.
pub(super) fn duration(input: ParseStream<'_>, errors: &mut Errors) -> Result<Duration> {
    let value = if peek_brace(input) {
        let expr = braced(input)?;
        if eat_word(input, "max").is_none() {
            let message =
                "a duration that is known only at run time needs a bound: `{ .. } max 4 weeks`";
            return Err(Error::new(expr.span, message));
        }
        DurationValue::RunTime(expr, term(input, errors)?)
    } else if let Some((value, lone)) = next_word(input).as_ref().and_then(endless) {
        let word = any_ident(input)?;
        errors.word(List::Duration, &word);
        if peek_word(input, "or") {
            return Err(input.error(lone));
        }
        if input.peek(LitInt) || input.peek(token::Paren) || input.peek(Token![:]) {
            return Err(input.error(format!(
                "only a text to print can follow `{word}`: `{word} \"..\"`; if the time is known, write it instead"
            )));
        }
        value
    } else {
        let mut terms = vec![term(input, errors)?];
        while eat_word(input, "or").is_some() {
            if let Some((_, lone)) = next_word(input).as_ref().and_then(endless) {
                return Err(input.error(lone));
            }
            terms.push(term(input, errors)?);
        }
        let separated = input.peek(Token![,]) && peeks_term_after_one(input);
        if separated || input.peek(Token![/]) || input.peek(Token![-]) {
            return Err(input.error(ALTERNATIVES));
        }
        if peek_word(input, "rolling") {
            return Err(input.error("`rolling` comes first: `rolling 30 minutes`"));
        }
        if input.peek(LitInt) {
            return Err(input.error("a duration is one number and one unit, such as `90 minutes`"));
        }
        DurationValue::Terms(terms)
    };
    let text = if peek_string(input) {
        Some(input.parse::<LitStr>()?.into())
    } else {
        None
    };
    Ok(Duration { value, text })
}

/// Returns a duration without a time, and the message for one that has alternatives.
fn endless(word: &Ident) -> Option<(DurationValue, &'static str)> {
    match word.to_string().as_str() {
        "persistent" => Some((
            DurationValue::Persistent,
            "`persistent` has no alternatives: the item is kept until somebody deletes it",
        )),
        "unknown" => Some((
            DurationValue::Unknown,
            "`unknown` has no alternatives: write the time that is known, and after it a text that says \
             the rest",
        )),
        _ => None,
    }
}

const ROLLING: &str =
    "`rolling` needs a time, which starts again with every visit: `rolling 30 minutes`";
const ALTERNATIVES: &str = "alternatives are separated by `or`: `session or 2 weeks`";

/// Whether a term follows the next token.
fn peeks_term_after_one(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    ahead.parse::<TokenTree>().is_ok()
        && (ahead.peek(LitInt)
            || ["session", "rolling", "persistent", "unknown"]
                .iter()
                .any(|word| peek_word(&ahead, word)))
}

fn term(input: ParseStream<'_>, errors: &mut Errors) -> Result<Term> {
    let start = input.cursor();
    let (time, rolling) = time(input, errors)?;
    Ok(Term {
        range: SourceRange {
            start: start.span(),
            end: last_span(start, input),
        },
        time,
        rolling,
    })
}

/// Reads `session`, `2 weeks` or `rolling 30 minutes`.
fn time(input: ParseStream<'_>, errors: &mut Errors) -> Result<(Option<(u32, Unit)>, bool)> {
    if let Some(word) = next_word(input) {
        errors.word(List::Duration, &word);
    }
    if eat_word(input, "session").is_some() {
        return Ok((None, false));
    }
    let rolling = eat_word(input, "rolling").is_some();
    // Fast path: an integer and a word. Each of the checks below parses the literal.
    if let Some((literal, rest)) = input.cursor().literal()
        && rest.ident().is_some()
        && let Ok(count) = literal.to_string().parse()
    {
        input.parse::<Literal>()?;
        return Ok((
            Some((
                count,
                unit(input, &literal.to_string(), literal.span(), count, errors)?,
            )),
            rolling,
        ));
    }
    if peek_string(input) {
        let text = input.parse::<LitStr>()?;
        return Err(Error::new(
            text.span(),
            format!("a duration has no quotes: {}", unquoted(&text.value())),
        ));
    }
    if input.peek(LitFloat) {
        return Err(input.error("a duration is a whole number of units, such as `90 minutes`"));
    }
    if input.peek(Token![-]) {
        return Err(input.error("a duration is a positive number of units, such as `2 weeks`"));
    }
    if !input.peek(LitInt) {
        let message = if rolling {
            ROLLING.to_owned()
        } else {
            no_duration(input)
        };
        return Err(input.error(message));
    }
    let number = input.parse::<LitInt>()?;
    if input.peek(Token![-]) {
        return Err(input.error(ALTERNATIVES));
    }
    let count = number
        .base10_digits()
        .parse::<u32>()
        .map_err(|_| Error::new(number.span(), "this number is too large"))?;
    let suffix = number.suffix();
    if suffix.is_empty() {
        return Ok((
            Some((
                count,
                unit(input, &number.to_string(), number.span(), count, errors)?,
            )),
            rolling,
        ));
    }
    let message = match Unit::guess(suffix) {
        Some(unit) => format!("write a space and the whole unit: `{}`", unit.times(count)),
        None => Unit::unknown(suffix),
    };
    Err(Error::new(number.span(), message))
}

/// Says what a duration in quotes probably means.
fn unquoted(text: &str) -> String {
    let mut words = text.split_whitespace();
    let (first, unit) = (
        words.next().unwrap_or_default(),
        words.next().map(Unit::guess),
    );
    match (first.parse::<u32>(), unit) {
        (Ok(count), Some(Some(unit))) => format!("`{}`", unit.times(count)),
        (_, None) if matches!(first, "session" | "persistent" | "unknown") => format!("`{first}`"),
        (Ok(_), _) => "write `2 weeks`, and after it a text to print if you need one".to_owned(),
        _ => format!(
            "write `2 weeks`, and after it a text to print if you need one; if no time is known, `unknown {text:?}`"
        ),
    }
}

/// Returns the message for something that is not a duration.
fn no_duration(input: ParseStream<'_>) -> String {
    let word = next_word(input).map_or_else(String::new, |word| word.to_string());
    let ahead = input.fork();
    any_ident(&ahead).ok();
    let unit = next_word(&ahead).and_then(|unit| Unit::guess(&unit.to_string()));
    if let Some(unit) = unit.filter(|_| !word.is_empty()) {
        return format!(
            "a number is written in digits, and its unit in English, such as `{}`",
            unit.times(2_u32)
        );
    }
    match DurationGuess::of(&word) {
        Some(DurationGuess::Session) => {
            return format!("unknown duration `{word}`, did you mean `session`?");
        }
        Some(DurationGuess::Persistent) => {
            return "write `persistent` for an item that is kept until somebody deletes it, and at most `400 days` for a cookie".to_owned();
        }
        Some(DurationGuess::Two(unit)) => return english(unit, 2),
        None => {}
    }
    match word.to_lowercase().as_str() {
        "up" | "about" | "max" | "at" => {
            "a duration starts with the longest time, and a text to print may follow: `2 weeks \"up to 2 weeks\"`"
                .to_owned()
        }
        "until" | "as" | "when" => {
            "a duration starts with the longest time: `2 weeks \"up to 2 weeks\"`; if no time is known, write \
             `unknown` and all that visitors read, `unknown \"until you sign out\"`"
                .to_owned()
        }
        "varies" | "variable" | "depends" | "unspecified" | "undefined" | "unstated" | "undisclosed" => {
            "if no time is known, write `unknown`, and after it a text to print if you have one: `unknown \"varies\"`"
                .to_owned()
        }
        // `SESSION_TTL` is not misspelt, but a constant.
        lower => match vocabulary::nearest(lower, ["session", "persistent", "rolling", "unknown"].into_iter()) {
            Some(near) if !lower.contains('_') => format!("unknown duration `{word}`, did you mean `{near}`?"),
            _ => {
                "expected a duration such as `2 weeks`, `rolling 30 minutes`, `session`, `persistent`, `unknown` or, \
                  with a Rust expression, `{ expr } max 4 weeks`"
                    .to_owned()
            }
        },
    }
}

/// Returns the message for a unit in another language.
fn english(unit: Unit, count: u32) -> String {
    let time = unit.times(count);
    format!("units are English words, such as `{time}`; the page prints them in its own language")
}

fn unit(
    input: ParseStream<'_>,
    number: &str,
    range: Span,
    count: u32,
    errors: &mut Errors,
) -> Result<Unit> {
    let Some(word) = next_word(input).filter(|word| word != "or" && !row_ends(input)) else {
        return Err(Error::new(
            range,
            format!("`{number}` of what? {}", vocabulary::one_of(Unit::WORDS)),
        ));
    };
    any_ident(input)?;
    errors.word(List::Unit, &word);
    let text = word.to_string();
    if let Some(unit) = Unit::parse(&text) {
        return Ok(unit);
    }
    let message = match Unit::guess(&text) {
        Some(unit) => english(unit, count),
        None => Unit::unknown(&text),
    };
    Err(Error::new(word.span(), message))
}

/// The message for a lifetime among the attributes.
pub(super) const LIFETIME: &str = "the lifetime of a cookie is in the column `duration`";

/// The message for a separator between attributes.
pub(in crate::parse) const SEPARATED: &str =
    "attributes are separated by spaces: `Secure HttpOnly SameSite=Lax`";

/// Reads `.. Secure !HttpOnly SameSite=Lax Path="/app"`.
pub(in crate::parse) fn attributes(
    input: ParseStream<'_>,
    errors: &mut Errors,
) -> Result<Attributes> {
    let mut attributes = Attributes {
        inherit: false,
        list: Vec::new(),
    };
    let before = errors.count();
    if input.peek(Token![..]) {
        input.parse::<Token![..]>()?;
        attributes.inherit = true;
    }
    let mut separated = false;
    while !(cell_ends(input) || peek_brace(input) || peek_string(input) && attributes.is_stated()) {
        if peek_string(input) {
            return Err(input.error("attributes have no quotes: `Secure HttpOnly SameSite=Lax`"));
        }
        if input.peek(Token![-]) {
            return Err(input.error("an attribute is removed with `!`: `.. !HttpOnly`"));
        }
        if input.peek(Token![,]) || input.peek(Token![+]) {
            // This is reported once for the list.
            if !std::mem::replace(&mut separated, true) {
                errors.push(input.span(), SEPARATED);
            }
            input.parse::<TokenTree>()?;
            continue;
        }
        if let Some(attribute) = attribute(input, errors)? {
            if attributes
                .list
                .iter()
                .any(|other| other.key == attribute.key)
            {
                errors.push_rule(
                    Rule::UnknownAttribute,
                    attribute.span,
                    format!("`{}` is written twice", attribute.key.word()),
                );
            } else {
                attributes.list.push(attribute);
            }
        }
    }
    let taken = attributes
        .list
        .iter()
        .find(|attribute| matches!(attribute.value, AttributeValue::Taken));
    if let Some(Attribute { key, span, .. }) = taken.filter(|_| !attributes.inherit) {
        if errors.count() == before {
            let message = format!(
                "a list without `..` starts empty, so there is nothing to remove: write `.. !{}`",
                key.word()
            );
            errors.push(*span, message);
        }
        attributes.inherit = true;
    }
    Ok(attributes)
}

/// Reads an attribute. Returns `None` for a wrong one, which has been reported; the next one can be
/// read.
fn attribute(input: ParseStream<'_>, errors: &mut Errors) -> Result<Option<Attribute>> {
    let taken = input.peek(Token![!]);
    if taken {
        input.parse::<Token![!]>()?;
    }
    if input.peek(Token![..]) {
        let [start, end] = input.parse::<Token![..]>()?.spans;
        errors.push(
            SourceRange { start, end },
            "`..` comes first: `.. !HttpOnly`",
        );
        return Ok(None);
    }
    let word = any_ident(input).map_err(|_| {
        input.error(format!(
            "expected an attribute: {}",
            vocabulary::one_of(vocabulary::Attribute::WORDS)
        ))
    })?;
    errors.word(List::Attribute, &word);
    let span = word.span();
    let text = word.to_string();
    let Some(key) = vocabulary::Attribute::parse(&text) else {
        return unknown_attribute(input, &text, span, errors);
    };
    let value = if taken {
        if key == vocabulary::Attribute::SameSite {
            errors.push_rule(
                Rule::SameSiteRemoved,
                span,
                "`SameSite` is always sent and cannot be removed: write the one you want",
            );
            return Ok(None);
        }
        if input.peek(Token![=]) {
            errors.push(
                input.span(),
                format!("`!{text}` removes the attribute, and has no value"),
            );
            pass_value(input)?;
        }
        Some(AttributeValue::Taken)
    } else if input.peek(Token![=]) && !cell_ends_after_one(input) {
        input.parse::<Token![=]>()?;
        if peek_brace(input) {
            Some(AttributeValue::RunTime(braced(input)?))
        } else {
            attribute_value(key, input, errors)?
        }
    } else {
        input.parse::<Option<Token![=]>>()?;
        match key {
            vocabulary::Attribute::SameSite => {
                errors.push(span, "`SameSite` needs a value: `SameSite=Lax`");
                None
            }
            vocabulary::Attribute::Path | vocabulary::Attribute::Domain => {
                errors.push(span, format!("`{text}` needs a value: `{text}=\"..\"`"));
                None
            }
            _ => Some(AttributeValue::Flag),
        }
    };
    Ok(value.map(|value| Attribute { key, span, value }))
}

/// Reads the value after `=`. Returns `None` for a wrong one, which has been reported.
fn attribute_value(
    key: vocabulary::Attribute,
    input: ParseStream<'_>,
    errors: &mut Errors,
) -> Result<Option<AttributeValue>> {
    match key {
        vocabulary::Attribute::SameSite => {
            let word = any_ident(input)
                .map_err(|_| input.error("expected `Strict`, `Lax` or `None`, without quotes"))?;
            errors.word(List::SameSite, &word);
            let value = vocabulary::SameSite::parse(&word.to_string());
            if value.is_none() {
                errors.push(
                    word.span(),
                    vocabulary::SameSite::unknown(&word.to_string()),
                );
            }
            Ok(value.map(AttributeValue::SameSite))
        }
        vocabulary::Attribute::Path | vocabulary::Attribute::Domain if peek_string(input) => {
            Ok(Some(AttributeValue::Text(input.parse::<LitStr>()?.into())))
        }
        vocabulary::Attribute::Path | vocabulary::Attribute::Domain => {
            let word = key.word();
            let start = input.cursor();
            let is_attribute =
                |word: Ident| vocabulary::Attribute::parse(&word.to_string()).is_some();
            let mut value = String::new();
            while !cell_ends(input) && !next_word(input).is_some_and(is_attribute) {
                value.push_str(&input.parse::<TokenTree>()?.to_string());
            }
            let range = SourceRange {
                start: start.span(),
                end: last_span(start, input),
            };
            let message = if key == vocabulary::Attribute::Path && !value.starts_with('/') {
                format!(
                    "a path is in quotes, and a Rust expression is in braces: `Path={{ {value} }}`"
                )
            } else {
                format!(
                    "a {} is in quotes: `{word}=\"{value}\"`",
                    word.to_lowercase()
                )
            };
            errors.push(range, message);
            Ok(None)
        }
        _ => {
            let word = key.word();
            errors.push(
                input.span(),
                format!(
                    "`{word}` has no value: write `{word}`, `!{word}` or `{word}={{ condition }}`"
                ),
            );
            input.parse::<TokenTree>()?;
            Ok(None)
        }
    }
}

fn unknown_attribute(
    input: ParseStream<'_>,
    text: &str,
    span: Span,
    errors: &mut Errors,
) -> Result<Option<Attribute>> {
    let mut range = SourceRange::from(span);
    let mut name = text.to_owned();
    // `Max-Age` is three tokens.
    while input.peek(Token![-]) {
        input.parse::<Token![-]>()?;
        let Some(word) = next_word(input) else { break };
        any_ident(input)?;
        range.end = word.span();
        name.push('-');
        name.push_str(&word.to_string());
    }
    if vocabulary::Attribute::is_lifetime(&name) {
        errors.push(range, LIFETIME);
    } else {
        errors.push_rule(
            Rule::UnknownAttribute,
            range,
            vocabulary::Attribute::unknown(&name),
        );
    }
    pass_value(input)?;
    Ok(None)
}

/// Skips `= value`, which has no meaning here.
fn pass_value(input: ParseStream<'_>) -> Result<()> {
    if input.peek(Token![=]) {
        input.parse::<Token![=]>()?;
        if !cell_ends(input) {
            input.parse::<TokenTree>()?;
        }
    }
    Ok(())
}

/// Whether the cell ends after the next token.
fn cell_ends_after_one(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    ahead.parse::<TokenTree>().is_ok() && cell_ends(&ahead)
}

pub(super) fn set_by(input: ParseStream<'_>, errors: &mut Errors) -> Result<SetBy> {
    if peek_string(input) {
        return Ok(SetBy::Domain(input.parse::<LitStr>()?.into()));
    }
    let word = any_ident(input).map_err(|_| {
        input.error(format!(
            "expected {} or a third party's domain in quotes",
            vocabulary::one_of(vocabulary::SetBy::WORDS)
        ))
    })?;
    errors.word(List::SetBy, &word);
    if input.peek(Token![.]) {
        let mut domain = word.to_string();
        while !cell_ends(input) {
            domain.push_str(&input.parse::<TokenTree>()?.to_string());
        }
        return Err(Error::new(
            word.span(),
            format!("a third party's domain is in quotes: `set_by = \"{domain}\"`"),
        ));
    }
    let text = word.to_string();
    vocabulary::SetBy::parse(&text)
        .map(SetBy::Known)
        .ok_or_else(|| Error::new(word.span(), unknown_set_by(&text)))
}

fn unknown_set_by(text: &str) -> String {
    match text.to_lowercase().as_str() {
        "javascript" | "js" | "client" | "browser" => {
            format!("unknown `set_by` `{text}`, did you mean `script`?")
        }
        "us" | "backend" | "application" | "first_party" => {
            format!("unknown `set_by` `{text}`, did you mean `server`?")
        }
        "proxy" | "framework" | "platform" => {
            format!("unknown `set_by` `{text}`, did you mean `other`?")
        }
        _ => vocabulary::SetBy::unknown(text),
    }
}

pub(super) fn storage(input: ParseStream<'_>, errors: &mut Errors) -> Result<Storage> {
    if peek_string(input) {
        return Err(input.error("write another storage as `other(\"..\")`"));
    }
    let word = any_ident(input).map_err(|_| {
        input.error(format!(
            "expected a storage: {}",
            vocabulary::one_of(vocabulary::Storage::WORDS)
        ))
    })?;
    errors.word(List::Storage, &word);
    let text = word.to_string();
    let storage = vocabulary::Storage::parse(&text)
        .ok_or_else(|| Error::new(word.span(), unknown_storage(&text)))?;
    if storage != vocabulary::Storage::Other {
        return match second_storage(input, &word) {
            Some(other) => Err(Error::new(word.span(), two_storages(storage, other))),
            None => Ok(Storage::Known(storage)),
        };
    }
    if !input.peek(token::Paren) {
        return Err(Error::new(
            word.span(),
            "`other` needs the name of the storage: `other(\"Cache storage\")`",
        ));
    }
    let content;
    syn::parenthesized!(content in input);
    Ok(Storage::Other(
        string(&content, "the name of the storage")?.into(),
    ))
}

pub(super) fn basis(input: ParseStream<'_>, errors: &mut Errors) -> Result<vocabulary::Basis> {
    let words = vocabulary::one_of(vocabulary::Basis::WORDS);
    if peek_string(input) {
        return Err(input.error(format!(
            "a legal basis is a word, which pages print in their language: {words}"
        )));
    }
    let word =
        any_ident(input).map_err(|_| input.error(format!("expected a legal basis: {words}")))?;
    errors.word(List::Basis, &word);
    let text = word.to_string();
    vocabulary::Basis::parse(&text).ok_or_else(|| {
        let message = match vocabulary::Basis::guess(&text) {
            Some(basis) => format!(
                "unknown legal basis `{text}`, did you mean `{}`?",
                basis.word()
            ),
            None => vocabulary::Basis::unknown(&text),
        };
        Error::new(word.span(), message)
    })
}

/// The storage after `,`, `or` and the like.
fn second_storage(input: ParseStream<'_>, first: &Ident) -> Option<vocabulary::Storage> {
    let ahead = input.fork();
    // If the cell is half typed, the header below is not part of it.
    if cell_ends(input) || ahead.span().start().line != first.span().start().line {
        return None;
    }
    ahead.parse::<TokenTree>().ok()?;
    let words = [next_word(input), next_word(&ahead)];
    let mut words = words.into_iter().flatten();
    words.find_map(|word| vocabulary::Storage::parse(&word.to_string()))
}

fn two_storages(first: vocabulary::Storage, second: vocabulary::Storage) -> String {
    let [first, second] = [first.word(), second.word()];
    format!(
        "a row has one storage: write a row with `storage = {first}` and one with `storage = {second}`; they may have \
         the same name"
    )
}

fn unknown_storage(text: &str) -> String {
    match text.to_lowercase().as_str() {
        "local" => "unknown storage `local`, did you mean `local_storage`?".to_owned(),
        "session" => "unknown storage `session`, did you mean `session_storage`?".to_owned(),
        "html5" | "web" => format!("unknown storage `{text}`, did you mean `local_storage`?"),
        _ => vocabulary::Storage::unknown(text),
    }
}
