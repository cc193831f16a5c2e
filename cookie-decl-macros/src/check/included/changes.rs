//! What an `include` changes in the rows.

use std::collections::HashSet;
use std::mem;

use proc_macro2::Span;

use crate::ast::{self, Attributes, Cell, Cells, Content, Expr, Include, Row};
use crate::check::included::values::Values;
use crate::check::row::both;
use crate::errors::Errors;
use crate::vocabulary;

/// What an `include` changes in rows.
pub(super) struct Changes<'i> {
    include: &'i Include,
    used: HashSet<String>,
    names: Vec<String>,
}

impl<'i> Changes<'i> {
    pub(super) fn of(include: &'i Include) -> Self {
        Self {
            include,
            used: HashSet::new(),
            names: Vec::new(),
        }
    }

    /// Changes a row, and says whether something of it is left.
    pub(super) fn apply(&mut self, row: &mut Row, values: &Values, errors: &mut Errors) -> bool {
        self.names
            .extend(row.names.iter().filter_map(|name| name.text.clone()));
        let is = |name: &ast::Name, wanted: &str| {
            name.text
                .as_ref()
                .is_some_and(|text| text == wanted || values.filled(text) == wanted)
        };
        for wanted in &self.include.without {
            if row.names.iter().any(|name| is(name, &wanted.text)) {
                self.used.insert(wanted.text.clone());
                row.names.retain(|name| !is(name, &wanted.text));
            }
        }
        if row.names.is_empty() {
            return false;
        }
        let is_set_by_library = row.names.iter().any(|name| name.constant.is_some());
        let mut change = |cells: &Cells, span: Span, errors: &mut Errors| {
            let fixed = [
                ("duration", cells.duration.is_some()),
                ("attributes", cells.attributes.is_some()),
                ("set_by", cells.set_by.is_some()),
                ("storage", cells.storage.is_some()),
            ];
            let fixed = fixed.into_iter().find(|(_, is_stated)| *is_stated);
            if let Some((column, _)) = fixed.filter(|_| is_set_by_library) {
                let name = row.names[0].text.as_deref().unwrap_or("any");
                let message = format!(
                    "the library sets `{name}` itself, so this table cannot change its `{column}`"
                );
                errors.push(span, message);
            } else {
                row.cells = over(mem::take(&mut row.cells), cells.clone());
            }
        };
        change(&self.include.with, self.include.name.span(), errors);
        for changed in &self.include.rows {
            for wanted in &changed.names {
                let Some(text) = wanted.text.as_ref() else {
                    continue;
                };
                if !row.names.iter().any(|name| is(name, text)) {
                    continue;
                }
                self.used.insert(text.clone());
                change(&changed.cells, wanted.span, errors);
                if !changed.docs.paragraphs.is_empty() {
                    row.docs.paragraphs.clone_from(&changed.docs.paragraphs);
                } else if changed.cells.purpose.is_some() {
                    row.docs.paragraphs.clear();
                }
                row.docs.allows.extend_from_slice(&changed.docs.allows);
            }
        }
        true
    }

    pub(super) fn report_unknown(&self, errors: &mut Errors) {
        let rows = self.include.rows.iter().flat_map(|row| &row.names);
        let rows = rows.filter_map(|name| Some((name.text.as_ref()?, name.span)));
        let without = self.include.without.iter().map(|it| (&it.text, it.span));
        for (name, span) in rows.chain(without) {
            if !self.used.contains(name) {
                let known: Vec<_> = self.names.iter().map(String::as_str).collect();
                let what = format!("row of `{}`", self.include.name);
                errors.push(span, vocabulary::unknown(&what, name, &known));
            }
        }
    }
}

/// Lays cells over others: a cell with a value or `none` replaces the one below.
pub(super) fn over(below: Cells, above: Cells) -> Cells {
    fn one<T>(below: Option<Cell<T>>, above: Option<Cell<T>>) -> Option<Cell<T>> {
        match above {
            Some(above) if !matches!(above.content, Content::Default) => Some(above),
            above => below.or(above),
        }
    }
    let mut own = below.own;
    for (title, cell) in above.own {
        own.retain(|(other, _)| *other != title);
        own.push((title, cell));
    }
    Cells {
        broken: below.broken || above.broken,
        provider: one(below.provider, above.provider),
        function: one(below.function, above.function),
        purpose: one(below.purpose, above.purpose),
        duration: one(below.duration, above.duration),
        attributes: attributes(below.attributes, above.attributes),
        set_by: one(below.set_by, above.set_by),
        storage: one(below.storage, above.storage),
        basis: one(below.basis, above.basis),
        note: one(below.note, above.note),
        when: when(below.when, above.when),
        own,
    }
}

/// A list that starts with `..` adds to the one below.
fn attributes(
    below: Option<Cell<Attributes>>,
    above: Option<Cell<Attributes>>,
) -> Option<Cell<Attributes>> {
    let Some(mut above) = above else { return below };
    match (below, &mut above.content) {
        (below @ Some(_), Content::Default) => below,
        (Some(below), Content::Value(list)) if list.inherit => {
            match below.content {
                Content::Value(mut outer) => {
                    outer.list.append(&mut list.list);
                    *list = outer;
                }
                Content::Nothing => list.inherit = false,
                Content::Default | Content::Broken => {}
            }
            Some(above)
        }
        _ => Some(above),
    }
}

/// Both conditions hold.
fn when(below: Option<Cell<Expr>>, above: Option<Cell<Expr>>) -> Option<Cell<Expr>> {
    let Some(mut above) = above else { return below };
    let Some(below) = below else {
        return Some(above);
    };
    match (below.content, &mut above.content) {
        (Content::Value(outer), Content::Value(inner)) => *inner = both(inner.clone(), outer),
        (content, Content::Default) => above.content = content,
        _ => {}
    }
    Some(above)
}
