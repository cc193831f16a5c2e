//! Built-in texts that the site replaces: each has the form of its key.

use cookie_decl_core::languages::built_in;
use cookie_decl_core::markup::is_marked;
use cookie_decl_core::tag::primary;
use cookie_decl_core::wording::{Key, Mistake};

use crate::ast::{self, File};
use crate::errors::{Errors, line_of_first};
use crate::model::Wording;
use crate::texts::is_blank;

/// Resolves the texts of one language.
pub(super) fn resolve(
    wording: Vec<ast::Wording>,
    language: &str,
    file: Option<&File>,
    errors: &mut Errors,
) -> Vec<Wording> {
    let Some(first) = wording.first() else {
        return Vec::new();
    };
    if !primary(built_in(language)).eq_ignore_ascii_case(primary(language)) {
        // Some of the texts would be in this language and some in English, which no page can mark.
        let message = format!(
            "{}the library has no texts in `{language}` and prints English ones, so there are none to replace",
            entry(file, first.key)
        );
        errors.push(first.span, message);
        return Vec::new();
    }
    let mut resolved: Vec<(proc_macro2::Span, Wording)> = Vec::new();
    for ast::Wording { key, span, text } in wording {
        let entry = entry(file, key);
        if let Some((first, _)) = resolved.iter().find(|(_, other)| other.key == key) {
            let line = line_of_first(*first, span);
            let message = format!("{entry}`{}` is written twice{line}", key.name());
            errors.push(span, message);
            continue;
        }
        let words = words(key, &text.text).unwrap_or_else(|message| {
            errors.push(text.span, format!("{entry}{message}"));
            Vec::new()
        });
        if !words.is_empty() {
            resolved.push((span, Wording { key, words }));
        }
    }
    resolved.into_iter().map(|(_, wording)| wording).collect()
}

/// The words of a text, or what is wrong with it.
fn words(key: Key, text: &str) -> Result<Vec<String>, String> {
    if is_blank(text) {
        return Err(format!("the text of `{}` is empty", key.name()));
    }
    let text = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    let words = key.split(&text).map_err(|mistake| message(key, mistake))?;
    let words = &words[..key.count()];
    if words.iter().any(|words| is_marked(words)) {
        let message =
            "a built-in text is plain text: without emphasis, links and names in backticks";
        return Err(message.to_owned());
    }
    Ok(words.iter().copied().map(String::from).collect())
}

fn message(key: Key, mistake: Mistake<'_>) -> String {
    let (name, form) = (key.name(), key.template());
    let what = match mistake {
        Mistake::Unknown(hole) if form == "…" => {
            return format!("`{name}` has no holes, such as `{hole}`");
        }
        Mistake::Unknown(hole) => format!("`{name}` has no `{hole}`"),
        Mistake::Missing(mark) => format!("`{mark}` is missing"),
        Mistake::Start(mark) => format!("the text does not start with `{mark}`"),
        Mistake::End(mark) => format!("the text does not end with `{mark}`"),
        Mistake::Twice(mark) => format!("`{mark}` is written twice"),
    };
    format!("{what}; the form of `{name}` is `{form}`")
}

/// The entry of a file, for a message. Its span is that of the whole file.
fn entry(file: Option<&File>, key: Key) -> String {
    file.map_or_else(String::new, |file| {
        format!("`{}`, `{}`: ", file.path, message_name(key))
    })
}

/// The name of the message of Project Fluent.
fn message_name(key: Key) -> String {
    format!("wording-{}", key.name().replace('_', "-"))
}
