//! `also "name";`: a row of another category that the page lists here too.

use crate::ast::{Cell, Cells, Content, Listed, Text};
use crate::check::row::{self, Found};
use crate::check::{by_provider, holes};
use crate::errors::{Allow, Errors, SourceRange};
use crate::model::{Break, Declaration, Table};
use crate::rules::Rule;
use crate::vocabulary::{self, Gate};

/// Where a row is listed.
pub(super) struct Place {
    pub(super) category: usize,
    pub(super) row: Box<Listed>,
    pub(super) allows: Vec<Allow>,
}

/// Finds the rows that are listed. What is not found leaves its place.
pub(super) fn resolve(places: Vec<Place>, table: &mut Table, errors: &mut Errors) {
    let mut numbers = Vec::new();
    for place in places {
        let listed = find(&place, table, errors);
        numbers.push(listed.map(|listed| {
            table.listed.push(listed);
            table.listed.len() - 1
        }));
    }
    for category in &mut table.categories {
        category.breaks.retain_mut(|(_, found)| match found {
            Break::Section { .. } => true,
            Break::Listed(number) => match numbers[*number] {
                Some(found) => {
                    *number = found;
                    true
                }
                None => false,
            },
        });
    }
}

fn find(place: &Place, table: &Table, errors: &mut Errors) -> Option<Declaration> {
    let Listed { docs, name, cells } = &*place.row;
    let Text { text, span } = name;
    // Holes may have other names here.
    let wanted = holes::resolve(text.clone(), *span, errors);
    let is_same = |declaration: &&Declaration| {
        !declaration.name.any && declaration.name.shape() == wanted.shape()
    };
    let Some(declared) = table.declarations.iter().find(is_same) else {
        let all = table.declarations.iter().map(|it| it.name.text.as_str());
        let hint = match vocabulary::nearest(text, all) {
            Some(near) => format!("did you mean {near:?}?"),
            None => "`also` lists a row that another category declares".to_owned(),
        };
        errors.push(*span, format!("no row declares {text:?}; {hint}"));
        return None;
    };
    let (here, there) = (
        &table.categories[place.category],
        &table.categories[declared.category],
    );
    if table.is_in(declared, here) {
        errors.push(*span, format!("{text:?} is a row of this category already"));
        return None;
    }
    if strictness(here.gate) > strictness(there.gate) {
        let message = format!(
            "`{}` is stricter than `{}`: declare {text:?} here, and list it with `also` in `{}`",
            here.gate.word(),
            there.gate.word(),
            there.declared
        );
        errors.push(*span, message);
    }
    for range in fixed(cells) {
        let message = format!(
            "the row of {text:?} in `{}` says this; here it can have another purpose, `function`, `note` and columns of \
             your own",
            there.declared
        );
        errors.push(range, message);
    }
    let levels = [cells, &Cells::default(), &Cells::default()];
    let purpose =
        row::purpose_above(docs).or_else(|| row::text(&row::find(levels, |cells| &cells.purpose)));
    let allows = [&docs.allows[..], &place.allows].concat();
    if purpose.is_none() && !matches!(row::find(levels, |cells| &cells.purpose), Found::Nothing(_))
    {
        let message = "visitors are not told what this is for here: write it above, as `///`";
        errors.warn(&allows, Rule::NoPurpose, *span, message);
    }
    let Some(category) = by_provider::choice_of(place.category, declared, table) else {
        let message = format!(
            "visitors choose `by provider` in `{}`, and none of its rows has the provider of {text:?}",
            here.declared
        );
        errors.push(*span, message);
        return None;
    };
    let own = row::own(levels);
    Some(Declaration {
        constant: None,
        continues: false,
        category,
        purpose,
        function: row::text(&row::find(levels, |cells| &cells.function))
            .or_else(|| declared.function.clone()),
        note: row::text(&row::find(levels, |cells| &cells.note)).or_else(|| declared.note.clone()),
        own: if own.is_empty() {
            declared.own.clone()
        } else {
            own
        },
        allows,
        ..declared.clone()
    })
}

/// The cells that only the row itself can have.
fn fixed(cells: &Cells) -> impl Iterator<Item = SourceRange> {
    fn range<T>(cell: Option<&Cell<T>>) -> Option<SourceRange> {
        cell.filter(|cell| !matches!(cell.content, Content::Broken))
            .map(|cell| cell.range)
    }
    [
        range(cells.provider.as_ref()),
        range(cells.duration.as_ref()),
        range(cells.attributes.as_ref()),
        range(cells.set_by.as_ref()),
        range(cells.storage.as_ref()),
        range(cells.basis.as_ref()),
        range(cells.when.as_ref()),
    ]
    .into_iter()
    .flatten()
}

/// How much a visitor has to do before something is stored.
pub(super) fn strictness(gate: Gate) -> u8 {
    match gate {
        Gate::Exempt => 0,
        Gate::OptOut => 1,
        Gate::OptIn => 2,
    }
}
