//! Translations in a file of Project Fluent, a format that translators and their tools know.
//!
//! The comment above a message is the text of the table that it translates. Translators read this
//! comment. It is compared with the table, so a changed text is noticed. The name of the message
//! only has to be unique in the file. A message `wording-accept` replaces the built-in text of the
//! key `accept` instead, and the comment above it is a remark.

use std::path::Path;
use std::{env, fs, io};

use cookie_decl_core::wording::Key;
use syn::LitStr;

use crate::ast::{File, Text, Translation, Wording};
use crate::errors::Errors;
use crate::texts::refusal;
#[cfg(feature = "fluent")]
use crate::vocabulary::unknown_key;

/// Adds the texts of the file to a translation. Their span is that of the path.
pub(super) fn read(
    mut translation: Translation,
    path: &LitStr,
    errors: &mut Errors,
) -> Translation {
    let (path, span) = (path.value(), path.span());
    let Messages {
        texts,
        wording,
        mistakes,
    } = messages_of(&path);
    for mistake in &mistakes {
        errors.push(span, format!("`{path}`: {mistake}"));
    }
    let at = |text| Text { text, span };
    translation.texts = texts
        .into_iter()
        .map(|(source, text)| (at(source), at(text)))
        .collect();
    translation.wording = wording
        .into_iter()
        .map(|(key, text)| Wording {
            key,
            span,
            text: at(text),
        })
        .collect();
    translation.file = Some(File {
        path,
        is_whole: mistakes.is_empty(),
    });
    translation
}

/// The content of a file.
#[derive(Default)]
pub(super) struct Messages {
    /// Pairs of a text of the table and its translation.
    pub(super) texts: Vec<(String, String)>,
    pub(super) wording: Vec<(Key, String)>,
    pub(super) mistakes: Vec<String>,
}

/// Reads the messages of a file.
pub(super) fn messages_of(path: &str) -> Messages {
    match content(path) {
        Ok(content) => messages(content.strip_prefix('\u{feff}').unwrap_or(&content)),
        Err(mistake) => Messages {
            mistakes: vec![mistake],
            ..Messages::default()
        },
    }
}

/// The files of all languages: each tag, and its path. The name of a file is `{language}`, with what
/// the pattern has before and after it.
pub(super) fn languages(pattern: &str) -> Result<Vec<(String, String)>, String> {
    let (folder, name) = pattern.rsplit_once('/').unwrap_or((".", pattern));
    let Some((before, after)) = name.split_once("{language}") else {
        return Err(
            "the name of the file has a place for the language: `locales/{language}.ftl`"
                .to_owned(),
        );
    };
    let root = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let entries =
        fs::read_dir(Path::new(&root).join(folder)).map_err(|error| cannot_be_read(&error))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut tags: Vec<String> = names
        .filter_map(|name| Some(name.strip_prefix(before)?.strip_suffix(after)?.to_owned()))
        .collect();
    tags.sort();
    let path = |tag: String| {
        let path = pattern.replace("{language}", &tag);
        (tag, path)
    };
    Ok(tags.into_iter().map(path).collect())
}

/// The message for texts that a file does not translate, as lines to paste.
pub(crate) fn lacks(path: &str, missing: &[&str]) -> String {
    missing.iter().fold(
        format!("texts are missing in `{path}`; translate these lines and add them:"),
        |message, text| format!("{message}\n# {text}\n{} = {{\"\"}}", message_name(text)),
    )
}

/// A name for a message of Project Fluent: the first words of its text.
fn message_name(text: &str) -> String {
    let words: Vec<String> = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(4)
        .map(str::to_ascii_lowercase)
        .collect();
    let name = words.join("-");
    // `wording-…` is the name of a built-in text.
    if name.starts_with(|c: char| c.is_ascii_lowercase()) && !name.starts_with("wording-") {
        name
    } else {
        format!("text-{name}")
    }
}

/// Reads the file. `..` may lead out of the crate, as in `include_str!`, so that the crates of a
/// workspace can share translations.
fn content(path: &str) -> Result<String, String> {
    if let Some(message) = refusal(path) {
        return Err(message);
    }
    let mut chars = path.chars();
    let has_drive =
        chars.next().is_some_and(|c| c.is_ascii_alphabetic()) && chars.next() == Some(':');
    if has_drive || path.starts_with(['/', '\\']) {
        let message = "the path is absolute; write it from the folder of `Cargo.toml`, as `locales/cookies.fr.ftl` is";
        return Err(message.to_owned());
    }
    if path.contains('\\') {
        return Err("only Windows reads `\\` in a path; every system reads `/`".to_owned());
    }
    let root = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let place = Path::new(&root).join(path);
    // Reading a device might never end.
    let is_file = fs::metadata(&place).map(|metadata| metadata.is_file());
    match is_file.and_then(|is_file| {
        if is_file {
            fs::read(&place).map(Some)
        } else {
            Ok(None)
        }
    }) {
        Ok(Some(bytes)) => String::from_utf8(bytes)
            .map_err(|_| "the file is not UTF-8: save it as UTF-8".to_owned()),
        Ok(None) => Err("this is not a file".to_owned()),
        Err(error) => Err(cannot_be_read(&error)),
    }
}

fn cannot_be_read(error: &io::Error) -> String {
    format!("cannot be read from the folder of `Cargo.toml`: {error}")
}

#[cfg(not(feature = "fluent"))]
fn messages(_: &str) -> Messages {
    let mistake = "a translation from a file needs the feature `fluent` of `cookie-decl`";
    Messages {
        mistakes: vec![mistake.to_owned()],
        ..Messages::default()
    }
}

#[cfg(feature = "fluent")]
pub(super) fn messages(content: &str) -> Messages {
    use fluent_syntax::ast::Entry;
    let mut read = Messages::default();
    if let Some(line) = nested(content) {
        read.mistakes.push(format!(
            "line {line}: a translation is plain text, but more than {MOST} `{{` open from here"
        ));
        return read;
    }
    let resource = match fluent_syntax::parser::parse(content) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let mistakes = &mut read.mistakes;
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let name = message.id.name;
                let key = name
                    .strip_prefix("wording-")
                    .map(|key| key.replace('-', "_"));
                let comment = message.comment.map(|it| one_line(it.content.into_iter()));
                let text = message.value.as_ref();
                let text = text
                    .and_then(|text| plain(text, key.is_some()))
                    .filter(|_| message.attributes.is_empty());
                let refusals = [&comment, &text].into_iter().flatten();
                let refusals = refusals.filter_map(|text| refusal(text));
                mistakes.extend(refusals.map(|message| format!("`{name}`: {message}")));
                let mistake = match (key.as_deref().map(|key| (key, Key::parse(key))), comment, text) {
                    (Some((key, None)), ..) => unknown_key(key),
                    (Some((_, Some(key))), _, Some(text)) => {
                        read.wording.push((key, text));
                        continue;
                    }
                    (Some(_), _, None) => "a built-in text is plain text with holes such as `{ $date }`, without attributes".to_owned(),
                    (None, None, _) => "write the text that it translates above it: `# text`".to_owned(),
                    (None, Some(source), Some(text)) => {
                        read.texts.push((source, text));
                        continue;
                    }
                    (None, Some(_), None) => "a translation is plain text, without variables and attributes".to_owned(),
                };
                mistakes.push(format!("`{name}`: {mistake}"));
            }
            Entry::Junk { content } => {
                let line = content.lines().next().unwrap_or_default();
                mistakes.push(format!("expected `name = translation` instead of {line:?}"));
            }
            Entry::Term(term) => {
                mistakes.push(format!(
                    "`-{}`: a translation is plain text, without terms",
                    term.id.name
                ));
            }
            // These are remarks for translators.
            Entry::Comment(comment)
            | Entry::GroupComment(comment)
            | Entry::ResourceComment(comment) => {
                let refusals = comment.content.iter().filter_map(|line| refusal(line));
                mistakes.extend(refusals.map(|message| format!("in a comment, {message}")));
            }
        }
    }
    read
}

/// The most braces and parentheses that may begin outside of quoted texts.
#[cfg(feature = "fluent")]
const MOST: u32 = 100;

/// Returns the line at which the nesting is too deep for the parser, which is recursive. All
/// opening braces count, even closed ones: a correct translation has only those around quoted
/// texts.
#[cfg(feature = "fluent")]
fn nested(content: &str) -> Option<usize> {
    let (mut begun, mut first) = (0, 0);
    for (number, line) in content
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.starts_with('#'))
    {
        let mut rest = line;
        while let Some(at) = rest.find(['{', '(']) {
            let is_text = rest[at..].starts_with('(') && begun == 0;
            let quoted = if begun == 0 {
                after_quoted(&rest[at..])
            } else {
                None
            };
            rest = quoted.unwrap_or(&rest[at + 1..]);
            if quoted.is_some() || is_text {
                continue;
            }
            if begun == 0 {
                first = number + 1;
            }
            begun += 1;
            if begun > MOST {
                return Some(first);
            }
        }
    }
    None
}

/// Returns the rest after a quoted text in braces, `{ ".." }`.
#[cfg(feature = "fluent")]
fn after_quoted(text: &str) -> Option<&str> {
    let quoted = text.strip_prefix('{')?.trim_start().strip_prefix('"')?;
    let mut escaped = false;
    let end = quoted.find(|c| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    })?;
    quoted[end + 1..].trim_start().strip_prefix('}')
}

/// Returns the text of a pattern without placeholders, except variables if it may have holes. A
/// quoted text, such as `{"  "}`, is part of it.
#[cfg(feature = "fluent")]
fn plain(pattern: &fluent_syntax::ast::Pattern<&str>, may_have_holes: bool) -> Option<String> {
    use fluent_syntax::ast::{Expression, InlineExpression, PatternElement};
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::StringLiteral { value }),
            } => {
                text.push_str(&fluent_syntax::unicode::unescape_unicode_to_string(value));
            }
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } if may_have_holes => text.extend(["{", id.name, "}"]),
            PatternElement::Placeable { .. } => return None,
        }
    }
    Some(one_line(text.lines()))
}

/// Joins lines. A paragraph of the table is one line, however the file breaks it.
#[cfg(feature = "fluent")]
fn one_line<'t>(lines: impl Iterator<Item = &'t str>) -> String {
    lines
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
