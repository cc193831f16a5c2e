//! Translations: every text of the table has one, and every translation belongs to a text.

use std::collections::HashSet;

use cookie_decl_core::markup::Block;

use crate::ast::{self, ColumnKind, Text};
use crate::check::{markup, wording};
use crate::errors::{Allow, Errors, line_of_first};
use crate::markup::{line, without_marks};
use crate::model::{Break, Declaration, Part, Storage, Table, Translation};
use crate::parse::fluent;
use crate::rules::Rule;
use crate::texts::is_blank;
use crate::vocabulary;

/// Resolves the translations, and reports a language that occurs twice.
pub(super) fn resolve(
    translations: Vec<ast::Translation>,
    allows: &[Allow],
    errors: &mut Errors,
) -> Vec<Translation> {
    let mut resolved: Vec<Translation> = Vec::new();
    for translation in translations {
        check_tag(&translation.tag, errors);
        if let Some(first) = resolved
            .iter()
            .find(|other| other.language.eq_ignore_ascii_case(&translation.tag.tag))
        {
            let line = line_of_first(first.span, translation.tag.span);
            errors.push(
                translation.tag.span,
                format!(
                    "a table has one translation into `{}`{line}",
                    translation.tag.tag
                ),
            );
            continue;
        }
        let (file, mut texts) = (translation.file, translation.texts);
        let allows = [&translation.allows, allows].concat();
        let mut problems = Vec::new();
        for (source, text) in &mut texts {
            // What the page does not print is reported where the table has it.
            line(&mut source.text, source.span, &mut Vec::new());
            line(&mut text.text, text.span, &mut problems);
        }
        markup::report(&problems, &allows, errors);
        sort(&mut texts, file.as_ref(), errors);
        let language = translation.tag.tag;
        let wording = wording::resolve(translation.wording, &language, file.as_ref(), errors);
        resolved.push(Translation {
            language,
            span: translation.tag.span,
            allows,
            file,
            texts,
            wording,
        });
    }
    resolved
}

/// Sorts texts by those of the table, and reports empty and repeated ones.
fn sort(texts: &mut Vec<(Text, Text)>, file: Option<&ast::File>, errors: &mut Errors) {
    for (source, text) in texts.iter().filter(|(_, text)| is_blank(&text.text)) {
        let entry = entry(file, source);
        errors.push(text.span, format!("{entry}the translation is empty"));
    }
    // Stable, so that the first of two is kept.
    texts.sort_by(|(a, _), (b, _)| a.text.cmp(&b.text));
    texts.dedup_by(|(second, _), (first, _)| {
        let twice = second.text == first.text;
        if twice {
            let (entry, line) = (entry(file, second), line_of_first(first.span, second.span));
            errors.push(
                second.span,
                format!("{entry}this text is translated twice{line}"),
            );
        }
        twice
    });
}

/// The entry of a file, for a message. Its span is that of the whole file.
pub(super) fn entry(file: Option<&ast::File>, source: &Text) -> String {
    file.map_or_else(String::new, |file| {
        format!("`{}`, {:?}: ", file.path, source.text)
    })
}

/// Checks the form of a language tag (BCP 47).
pub(super) fn check_tag(tag: &ast::Tag, errors: &mut Errors) {
    let mut subtags = tag.tag.split('-');
    let primary = subtags.next().unwrap_or_default();
    let is_language =
        (2..=3).contains(&primary.len()) && primary.chars().all(|c| c.is_ascii_alphabetic());
    let is_subtag = |subtag: &str| {
        (1..=8).contains(&subtag.len()) && subtag.chars().all(|c| c.is_ascii_alphanumeric())
    };
    if !is_language || !subtags.all(is_subtag) {
        errors.push(
            tag.span,
            format!(
                "`{}` is not a language tag, such as `en` or `pt-BR` (BCP 47)",
                tag.tag
            ),
        );
    }
}

/// Takes the marks off the translations of titles, which are printed without.
pub(super) fn unmark(table: &mut Table, errors: &mut Errors) {
    let mut translations = std::mem::take(&mut table.translations);
    let titles = titles(table);
    for translation in &mut translations {
        for (source, text) in &mut translation.texts {
            let (words, _) = without_marks(&source.text);
            if titles.contains(words.as_str()) {
                text.text = markup::title(text, &translation.allows, errors);
                source.text = words;
            }
        }
        translation
            .texts
            .sort_by(|(a, _), (b, _)| a.text.cmp(&b.text));
    }
    table.translations = translations;
}

/// The texts that are printed without marks.
fn titles(table: &Table) -> HashSet<&str> {
    let own = table
        .declarations
        .iter()
        .flat_map(|declaration| declaration.own.iter().map(|(title, _)| title.as_str()));
    let storage = table
        .declarations
        .iter()
        .filter_map(|declaration| match &declaration.storage {
            Storage::Other(name) => Some(name.as_str()),
            _ => None,
        });
    let headings = table.parts.iter().filter_map(|part| match part {
        Part::Section { heading, .. } | Part::About { heading, .. } => heading.as_deref(),
        Part::BuiltInAbout => None,
        Part::Category(number) => Some(table.categories[*number].title.as_str()),
    });
    let inner = table.categories.iter().flat_map(|category| {
        category.breaks.iter().filter_map(|(_, found)| match found {
            Break::Section { heading, .. } => heading.as_deref(),
            Break::Listed(_) => None,
        })
    });
    let countries = table
        .providers
        .iter()
        .filter_map(|provider| provider.country.as_deref());
    let columns = table.print.iter().filter_map(|(_, title)| title.as_deref());
    own.chain(storage)
        .chain(headings)
        .chain(inner)
        .chain(countries)
        .chain(columns)
        .chain(table.title.as_deref())
        .collect()
}

pub(super) fn check(table: &Table, errors: &mut Errors) {
    if table.translations.is_empty() {
        return;
    }
    let texts = texts(table);
    let known: HashSet<&str> = texts.iter().copied().collect();
    for translation in &table.translations {
        if translation.language.eq_ignore_ascii_case(&table.language) {
            let message = format!(
                "the texts of the table are already in `{}` (`language`)",
                table.language
            );
            errors.push(translation.span, message);
            continue;
        }
        for (source, text) in &translation.texts {
            let mark = |text: &Text| match Block::new(&text.text) {
                Block::Paragraph(_) => "",
                Block::Item(_) => "- ",
                Block::Heading(_) => "# ",
            };
            if mark(source) != mark(text) && known.contains(source.text.as_str()) {
                let entry = entry(translation.file.as_ref(), source);
                let message = match mark(source) {
                    "" => format!(
                        "{entry}the text is not an item of a list or a heading, so its translation is not one"
                    ),
                    mark => format!("{entry}start the translation with `{mark}` as well"),
                };
                errors.push(text.span, message);
            }
        }
        let done: HashSet<&str> = translation
            .texts
            .iter()
            .map(|(source, _)| source.text.as_str())
            .collect();
        let mut missing: Vec<&str> = texts
            .iter()
            .copied()
            .filter(|text| !done.contains(text))
            .collect();
        let unused = translation
            .texts
            .iter()
            .filter(|(source, _)| !known.contains(source.text.as_str()));
        for (source, _) in unused {
            let entry = entry(translation.file.as_ref(), source);
            // The text was changed after it was translated. One mistake, one error: it does not
            // count as missing.
            if let Some(changed) = vocabulary::nearest(&source.text, missing.iter().copied()) {
                missing.retain(|text| *text != changed);
                errors.push(
                    source.span,
                    format!("{entry}the table now says {changed:?}: translate that"),
                );
                continue;
            }
            let message = match vocabulary::nearest(&source.text, known.iter().copied()) {
                Some(near) => {
                    format!("{entry}the table has no such text; did you mean {near:?}?")
                }
                None => format!("{entry}the table has no such text"),
            };
            errors.warn(
                &translation.allows,
                Rule::UnusedTranslation,
                source.span,
                message,
            );
        }
        let is_whole = translation.file.as_ref().is_none_or(|file| file.is_whole);
        if is_whole && !missing.is_empty() {
            errors.push(translation.span, lacks(translation, &missing));
        }
    }
}

/// The message for missing translations, as lines to paste. An empty translation is an error, so none
/// is forgotten.
fn lacks(translation: &Translation, missing: &[&str]) -> String {
    let language = &translation.language;
    match &translation.file {
        None => missing.iter().fold(
            format!("texts are missing in `{language}`; translate these lines and add them:"),
            |message, text| format!("{message}\n{text:?} => \"\";"),
        ),
        Some(file) => fluent::lacks(&file.path, missing),
    }
}

/// Every text that visitors read, once, in the order of the table. The names of providers are not
/// translated.
fn texts(table: &Table) -> Vec<&str> {
    let mut texts: Vec<&str> = table
        .title
        .iter()
        .chain(&table.introduction)
        .map(String::as_str)
        .collect();
    texts.extend(table.print.iter().filter_map(|(_, title)| title.as_deref()));
    for part in &table.parts {
        match part {
            Part::BuiltInAbout => {}
            Part::Section {
                heading,
                paragraphs,
            }
            | Part::About {
                heading,
                paragraphs,
            } => texts.extend(heading.iter().chain(paragraphs).map(String::as_str)),
            Part::Category(index) => {
                let category = &table.categories[*index];
                texts.push(&category.title);
                texts.extend(category.description.iter().map(String::as_str));
                for (_, found) in &category.breaks {
                    if let Break::Section {
                        heading,
                        paragraphs,
                    } = found
                    {
                        texts.extend(heading.iter().chain(paragraphs).map(String::as_str));
                    }
                }
                for declaration in table
                    .declarations
                    .iter()
                    .chain(&table.listed)
                    .filter(|declaration| table.is_in(declaration, category))
                {
                    texts.extend(texts_of_row(declaration));
                }
            }
        }
    }
    texts.extend(texts_of_providers(table));
    // A column that is printed under another title never shows its own.
    let renamed = |text: &str| {
        table
            .print
            .iter()
            .any(|(column, title)| *column == ColumnKind::Own(text.to_owned()) && title.is_some())
    };
    let mut seen = HashSet::new();
    texts.retain(|text| seen.insert(*text) && !renamed(text));
    texts
}

/// The texts of rows and providers, each once: what comes along when the table is included.
pub(crate) fn texts_of_rows(table: &Table) -> Vec<&str> {
    let rows = table.declarations.iter().flat_map(texts_of_row);
    let mut texts: Vec<&str> = rows.chain(texts_of_providers(table)).collect();
    let mut seen = HashSet::new();
    texts.retain(|text| seen.insert(*text));
    texts
}

fn texts_of_row(declaration: &Declaration) -> impl Iterator<Item = &str> {
    let cells = [
        declaration.purpose.as_ref(),
        declaration.function.as_ref(),
        declaration.duration.text(),
        declaration.note.as_ref(),
    ];
    let own = declaration.own.iter();
    let own = own.flat_map(|(title, cell)| [title.as_str(), &cell.text]);
    let storage = match &declaration.storage {
        Storage::Other(name) => Some(name.as_str()),
        _ => None,
    };
    let cells = cells.into_iter().flatten().map(|text| text.text.as_str());
    cells.chain(own).chain(storage)
}

fn texts_of_providers(table: &Table) -> impl Iterator<Item = &str> {
    let providers = table.providers.iter();
    let texts = providers.flat_map(|provider| [&provider.country, &provider.transfer]);
    texts.filter_map(Option::as_deref)
}
