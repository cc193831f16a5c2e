//! The values of an `include`, which fill the holes of the rows and providers.

use std::collections::BTreeSet;

use proc_macro2::Ident;

use crate::ast::{
    AttributeValue, Cell, Cells, Content, Hole, Include, Keys, Row, SetBy, Text, ValuePart,
};
use crate::errors::Errors;
use crate::vocabulary::{self, ProviderKey};

/// What fills the holes of a table.
#[derive(Default)]
pub(super) struct Values {
    /// The names of holes, and what fills them.
    values: Vec<(String, String)>,
    /// The names of all holes.
    holes: BTreeSet<String>,
}

impl Values {
    pub(super) fn of(include: &Include, holes: &[Hole]) -> Self {
        let values = include.values.iter().map(|(name, value)| {
            let hole = holes.iter().find(|hole| hole.name == *name);
            (name.to_string(), part(hole, &value.text).to_owned())
        });
        Self {
            values: values.collect(),
            holes: BTreeSet::new(),
        }
    }

    /// Fills the holes that have a value.
    pub(super) fn filled(&self, text: &str) -> String {
        let fill = |text: String, (name, value): &(String, String)| {
            text.replace(&format!("{{{name}}}"), value)
        };
        self.values.iter().fold(text.to_owned(), fill)
    }

    /// Fills a text, and says whether holes are left.
    fn fill(&mut self, text: &mut Text) -> bool {
        let holes = text.text.split('{').skip(1);
        let holes = holes.filter_map(|rest| Some(rest.split_once('}')?.0.to_owned()));
        self.holes.extend(holes);
        text.text = self.filled(&text.text);
        text.text.contains('{')
    }

    pub(super) fn fill_row(&mut self, row: &mut Row) {
        for name in &mut row.names {
            if let Some(text) = name.text.take() {
                let mut text = Text {
                    text,
                    span: name.span,
                };
                self.fill(&mut text);
                name.text = Some(text.text);
            }
        }
        self.fill_cells(&mut row.cells);
        self.fill_cells(&mut row.group);
    }

    pub(super) fn fill_cells(&mut self, cells: &mut Cells) {
        if let Some(cell) = &mut cells.attributes
            && let Content::Value(attributes) = &mut cell.content
        {
            let count = attributes.list.len();
            // An attribute that waits for a value has no effect.
            attributes
                .list
                .retain_mut(|attribute| match &mut attribute.value {
                    AttributeValue::Text(text) => !self.fill(text),
                    _ => true,
                });
            if count > 0 && attributes.list.is_empty() {
                cell.content = Content::Default;
            }
        }
        if let Some(Cell {
            content: Content::Value(set_by),
            ..
        }) = &mut cells.set_by
            && let SetBy::Domain(domain) = set_by
        {
            self.fill(domain);
            if lone_hole(&domain.text).is_some() {
                *set_by = SetBy::Known(vocabulary::SetBy::ThirdParty);
            }
        }
    }

    pub(super) fn fill_keys(&mut self, keys: &mut Keys) {
        keys.retain_mut(|(key, _, text)| match (key, text) {
            (ProviderKey::Domain, Some(text)) => {
                self.fill(text);
                lone_hole(&text.text).is_none()
            }
            (ProviderKey::Privacy | ProviderKey::OptOut | ProviderKey::Contact, Some(text)) => {
                !self.fill(text)
            }
            _ => true,
        });
    }

    pub(super) fn report_unknown<'n>(
        &self,
        names: impl Iterator<Item = &'n Ident>,
        table: &Ident,
        errors: &mut Errors,
    ) {
        for name in names {
            let word = name.to_string();
            if !self.holes.contains(&word) {
                let known: Vec<_> = self.holes.iter().map(String::as_str).collect();
                let what = format!("hole of `{table}`");
                errors.push(name.span(), vocabulary::unknown(&what, &word, &known));
            }
        }
    }
}

/// The part of a value that fills a hole.
fn part<'v>(hole: Option<&Hole>, value: &'v str) -> &'v str {
    match hole.map(|hole| &hole.part) {
        None => value,
        Some(ValuePart::After(start)) => value.strip_prefix(&start.text).unwrap_or(value),
        Some(ValuePart::First(count)) => {
            let end = value.char_indices().nth(*count);
            end.map_or(value, |(end, _)| &value[..end])
        }
    }
}

/// The holes of a table that stay open in the table which includes it.
pub(super) fn open(holes: Vec<Hole>, include: &Include) -> impl Iterator<Item = Hole> {
    holes.into_iter().filter_map(|hole| {
        let given = include.values.iter().find(|(name, _)| *name == hole.name);
        let name = match given {
            None => hole.name,
            Some((_, value)) => syn::parse_str(lone_hole(&value.text)?).ok()?,
        };
        Some(Hole { name, ..hole })
    })
}

/// The name of the hole, if the text is nothing but one hole.
pub(super) fn lone_hole(text: &str) -> Option<&str> {
    let hole = text.strip_prefix('{')?.strip_suffix('}')?;
    (!hole.contains(['{', '}'])).then_some(hole)
}

/// Reports a row whose name the include has to give.
pub(super) fn is_nameless(row: &Row, include: &Include, errors: &mut Errors) -> bool {
    let mut names = row.names.iter().filter_map(|name| name.text.as_deref());
    let hole = names.find_map(lone_hole);
    if let Some(hole) = hole {
        let message = format!(
            "the row would match every cookie: write its name, `{}({hole} = \"..\")`",
            include.name
        );
        errors.push(include.name.span(), message);
    }
    hole.is_some()
}
