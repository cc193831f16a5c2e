//! The translations that an exported table brings.

use std::collections::HashSet;
use std::mem;

use cookie_decl_core::markup::Block;
use proc_macro2::{Span, TokenStream};

use crate::ast::{Cell, Cells, Content, Include, Keys, Part, Row, Storage, Table, Text};
use crate::errors::Errors;
use crate::map::Map;
use crate::markup::line;
use crate::parse::include::literals;
use crate::vocabulary::ProviderKey;

/// The texts of a table in other languages.
pub(super) struct Dictionary {
    language: String,
    texts: Vec<String>,
    numbers: Map<String, usize>,
    translations: Vec<(String, Vec<String>)>,
    place: Span,
}

impl Dictionary {
    /// Reads only the languages that are wanted.
    pub(super) fn new(
        language: &str,
        texts: Vec<String>,
        translations: Vec<(String, TokenStream)>,
        wanted: &[String],
        place: Span,
    ) -> Self {
        let is_wanted = |tag: &str| wanted.iter().any(|wanted| is_for(tag, wanted));
        let translations = translations.into_iter().filter(|(tag, _)| is_wanted(tag));
        Self {
            language: language.to_owned(),
            numbers: numbers(&texts),
            texts,
            translations: translations
                .map(|(tag, texts)| (tag, literals(texts)))
                .collect(),
            place,
        }
    }

    fn find(&self, language: &str, text: &str) -> Option<&str> {
        let number = *self.numbers.get(text)?;
        if is_for(&self.language, language) {
            return Some(&self.texts[number]);
        }
        let exact = |tag: &str| tag.eq_ignore_ascii_case(language);
        let mut tags = self.translations.iter();
        let exact = tags.find(|(tag, _)| exact(tag));
        let found = exact.or_else(|| {
            let mut tags = self.translations.iter();
            tags.find(|(tag, _)| is_for(tag, language))
        });
        let text = found?.1.get(number)?;
        (!text.is_empty()).then_some(text)
    }

    /// Translates from another language.
    pub(super) fn translate_from(&mut self, language: &str) {
        let Some(number) = self
            .translations
            .iter()
            .position(|(tag, _)| is_for(tag, language))
        else {
            return;
        };
        let (tag, texts) = self.translations.swap_remove(number);
        self.numbers = numbers(&texts);
        let language = mem::replace(&mut self.language, tag);
        let texts = mem::replace(&mut self.texts, texts);
        self.translations.push((language, texts));
    }
}

fn numbers(texts: &[String]) -> Map<String, usize> {
    let numbered = texts.iter().enumerate();
    numbered
        .map(|(number, text)| (text.clone(), number))
        .collect()
}

/// Whether texts with this tag are in the language: those in `pt` are for `pt-BR` too.
fn is_for(tag: &str, language: &str) -> bool {
    let primary = language.split('-').next().unwrap_or_default();
    tag.eq_ignore_ascii_case(language) || tag.eq_ignore_ascii_case(primary)
}

fn find<'d>(dictionaries: &'d [Dictionary], language: &str, text: &str) -> Option<&'d str> {
    let mut found = dictionaries.iter().map(|it| it.find(language, text));
    found.find_map(|found| found)
}

/// Puts the texts of a table into another language.
pub(super) fn speak(
    table: &mut Table,
    language: &str,
    include: &Include,
    dictionaries: &[Dictionary],
    errors: &mut Errors,
) {
    let mut missing = Vec::new();
    let mut translate = |text: &mut String| match find(dictionaries, language, text) {
        Some(translation) => translation.clone_into(text),
        None if missing.contains(text) => {}
        None => missing.push(text.clone()),
    };
    for part in &mut table.parts {
        if let Part::Category(category) = part {
            texts_of_cells(&mut category.with, &mut translate);
            for row in &mut category.rows {
                texts_of_row(row, &mut translate);
            }
        }
    }
    for provider in &mut table.providers {
        texts_of_keys(&mut provider.keys, &mut translate);
    }
    if !missing.is_empty() {
        let message =
            format!("these texts are not in `{language}`, the language of this table: {missing:?}");
        errors.push(include.name.span(), message);
    }
}

/// Adds the translations of what was included. Those that the table has already win.
pub(super) fn translate(table: &mut Table, own_providers: usize, dictionaries: &[Dictionary]) {
    let mut texts = Vec::new();
    let mut seen = HashSet::new();
    let mut note = |text: &mut String| {
        if seen.insert(text.clone()) {
            texts.push(text.clone());
        }
    };
    for part in &mut table.parts {
        if let Part::Category(category) = part {
            let rows = category.rows.iter_mut();
            rows.filter(|row| row.included.is_some())
                .for_each(|row| texts_of_row(row, &mut note));
        }
    }
    for provider in &mut table.providers[own_providers..] {
        texts_of_keys(&mut provider.keys, &mut note);
    }
    for translation in &mut table.translations {
        let own: HashSet<String> = translation
            .texts
            .iter()
            .map(|(source, _)| clean(source))
            .collect();
        for text in texts.iter().filter(|text| !own.contains(*text)) {
            let found = dictionaries
                .iter()
                .find_map(|it| Some((it.find(&translation.tag.tag, text)?, it.place)));
            if let Some((found, span)) = found {
                let at = |text: &str| Text {
                    text: text.to_owned(),
                    span,
                };
                translation.texts.push((at(text), at(found)));
            }
        }
    }
}

/// A text in the form in which the page has it.
fn clean(text: &Text) -> String {
    let mut clean = text.text.clone();
    line(&mut clean, text.span, &mut Vec::new());
    clean
}

/// Every text of a row that visitors read.
fn texts_of_row(row: &mut Row, each: &mut impl FnMut(&mut String)) {
    // A purpose is one text.
    if let Some(first) = row.docs.paragraphs.first() {
        let blocks = row
            .docs
            .paragraphs
            .iter()
            .map(|text| Block::new(&text.text));
        let blocks: Vec<String> = blocks.map(|block| block.text().to_owned()).collect();
        let span = first.span;
        let mut text = blocks.join(" ");
        each(&mut text);
        row.docs.paragraphs = vec![Text { text, span }];
    }
    texts_of_cells(&mut row.cells, each);
    texts_of_cells(&mut row.group, each);
}

fn texts_of_cells(cells: &mut Cells, each: &mut impl FnMut(&mut String)) {
    let mut one = |text: &mut Text| {
        text.text = clean(text);
        each(&mut text.text);
    };
    for cell in [&mut cells.function, &mut cells.purpose, &mut cells.note]
        .into_iter()
        .flatten()
        .chain(cells.own.iter_mut().map(|(_, cell)| cell))
    {
        if let Content::Value(text) = &mut cell.content {
            one(text);
        }
    }
    if let Some(Cell {
        content: Content::Value(duration),
        ..
    }) = &mut cells.duration
    {
        duration.text.iter_mut().for_each(&mut one);
    }
    if let Some(Cell {
        content: Content::Value(Storage::Other(text)),
        ..
    }) = &mut cells.storage
    {
        each(&mut text.text);
    }
    for (title, _) in &mut cells.own {
        each(title);
    }
}

fn texts_of_keys(keys: &mut Keys, each: &mut impl FnMut(&mut String)) {
    for (key, _, text) in keys {
        if let (ProviderKey::Country | ProviderKey::Transfer, Some(text)) = (key, text) {
            text.text = clean(text);
            each(&mut text.text);
        }
    }
}
