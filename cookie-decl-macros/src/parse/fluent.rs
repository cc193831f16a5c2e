//! Translations in a file of Project Fluent, which translators and their tools know.
//!
//! The comment above a message is the text of the table that it translates. Translators read this
//! comment, and it is compared with the table, so a changed text is noticed. The message's own name
//! must only be unique in the file.

use std::path::Path;
use std::{env, fs, io};

use syn::LitStr;

use crate::ast::{File, Text, Translation};
use crate::errors::Errors;
use crate::texts::refusal;

/// Adds the texts of the file to a translation. Their span is that of the path.
pub(super) fn read(
    mut translation: Translation,
    path: &LitStr,
    errors: &mut Errors,
) -> Translation {
    let (path, span) = (path.value(), path.span());
    let (messages, mistakes) = messages_of(&path);
    for mistake in &mistakes {
        errors.push(span, format!("`{path}`: {mistake}"));
    }
    let at = |text| Text { text, span };
    translation.texts = messages
        .into_iter()
        .map(|(source, text)| (at(source), at(text)))
        .collect();
    translation.file = Some(File {
        path,
        is_whole: mistakes.is_empty(),
    });
    translation
}

/// The texts of a file with their translations, and its mistakes.
pub(super) fn messages_of(path: &str) -> (Vec<(String, String)>, Vec<String>) {
    match content(path) {
        Ok(content) => messages(content.strip_prefix('\u{feff}').unwrap_or(&content)),
        Err(mistake) => (Vec::new(), vec![mistake]),
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
    if name.starts_with(|c: char| c.is_ascii_lowercase()) {
        name
    } else {
        format!("text-{name}")
    }
}

/// Reads the file. `..` may lead out of the crate, as in `include_str!`: crates of a workspace
/// share translations.
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
fn messages(_: &str) -> (Vec<(String, String)>, Vec<String>) {
    (
        Vec::new(),
        vec!["a translation from a file needs the feature `fluent` of `cookie-decl`".to_owned()],
    )
}

#[cfg(feature = "fluent")]
pub(super) fn messages(content: &str) -> (Vec<(String, String)>, Vec<String>) {
    use fluent_syntax::ast::Entry;
    if let Some(line) = nested(content) {
        return (
            Vec::new(),
            vec![format!(
                "line {line}: a translation is plain text, but more than {MOST} `{{` open from here on"
            )],
        );
    }
    let resource = match fluent_syntax::parser::parse(content) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let (mut messages, mut mistakes) = (Vec::new(), Vec::new());
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let name = message.id.name;
                let Some(comment) = message.comment else {
                    let mistake = "write the text that it translates above it: `# text`";
                    mistakes.push(format!("`{name}`: {mistake}"));
                    continue;
                };
                let source = one_line(comment.content.into_iter());
                match message
                    .value
                    .as_ref()
                    .and_then(plain)
                    .filter(|_| message.attributes.is_empty())
                {
                    Some(text) => {
                        let refusals = [&source, &text]
                            .into_iter()
                            .filter_map(|text| refusal(text));
                        mistakes.extend(refusals.map(|message| format!("`{name}`: {message}")));
                        messages.push((source, text));
                    }
                    None => {
                        let mistake =
                            "a translation is plain text, without variables and attributes";
                        mistakes.push(format!("`{name}`: {mistake}"));
                    }
                }
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
    (messages, mistakes)
}

/// How many braces and parentheses may begin outside of quoted texts.
#[cfg(feature = "fluent")]
const MOST: u32 = 100;

/// The line after which the nesting is too deep for the parser, which is recursive. All opening
/// braces count, even if they are closed: a correct translation has only those around quoted texts.
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

/// The rest after a quoted text in braces, `{ ".." }`.
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

/// The text of a pattern without placeholders. A quoted text, such as `{"  "}`, is part of it.
#[cfg(feature = "fluent")]
fn plain(pattern: &fluent_syntax::ast::Pattern<&str>) -> Option<String> {
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
            PatternElement::Placeable { .. } => return None,
        }
    }
    Some(one_line(text.lines()))
}

/// Joins lines: a paragraph of the table is one line, however the file breaks it.
#[cfg(feature = "fluent")]
fn one_line<'t>(lines: impl Iterator<Item = &'t str>) -> String {
    lines
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
