//! The Markdown of texts: what the page does not print is reported, and the rest is written in the
//! form that the library reads. The parser has done so for `///`.

use cookie_decl_core::markup::{Block, is_marked};

use crate::ast::{Break, Cell, Cells, Content, Docs, Part, Table, Text};
use crate::errors::{Allow, Errors};
use crate::markup::{Problem, line, without_marks};
use crate::rules::Rule;
use crate::vocabulary::ProviderKey;

/// Reads the texts of all cells, and reports what no page prints.
pub(super) fn check(table: &mut Table, errors: &mut Errors) {
    let Table {
        policies,
        parts,
        providers,
        controllers,
        ..
    } = table;
    let policy_allows: Vec<_> = policies
        .iter()
        .flat_map(|policy| policy.docs.allows.iter().copied())
        .collect();
    for policy in policies {
        without_headings(&mut policy.docs, &policy_allows, errors);
    }
    let keys = providers.iter_mut().map(|provider| &mut provider.keys);
    let keys = keys.chain(
        controllers
            .iter_mut()
            .map(|controller| &mut controller.keys),
    );
    let mut problems = Vec::new();
    for (key, _, text) in keys.flatten() {
        if let (ProviderKey::Transfer | ProviderKey::Authority, Some(text)) = (key, text) {
            line(&mut text.text, text.span, &mut problems);
        }
    }
    report(&problems, &policy_allows, errors);
    let mut groups = Vec::new();
    for part in parts {
        let category = match part {
            Part::Section(docs) => {
                take_problems(docs, &policy_allows, errors);
                continue;
            }
            Part::About(about) => {
                take_problems(&mut about.docs, &policy_allows, errors);
                continue;
            }
            Part::Category(category) => category,
        };
        let allows = [&category.docs.allows[..], &policy_allows].concat();
        without_headings(&mut category.docs, &allows, errors);
        check_cells(&mut category.with, &allows, errors);
        for (_, between) in &mut category.breaks {
            match between {
                Break::Section(docs) => take_problems(docs, &allows, errors),
                Break::Listed(row) => {
                    let allows = [&row.docs.allows[..], &allows].concat();
                    purpose(&mut row.docs, &allows, errors);
                    check_cells(&mut row.cells, &allows, errors);
                }
            }
        }
        for row in &mut category.rows {
            let allows = [&row.docs.allows[..], &allows].concat();
            purpose(&mut row.docs, &allows, errors);
            check_cells(&mut row.cells, &allows, errors);
            let mut problems = read_cells(&mut row.group);
            // A group is in each of its rows.
            problems.retain(|(span, _)| {
                let place = (span.start().line, span.start().column);
                let is_new = !groups.contains(&place);
                groups.push(place);
                is_new
            });
            report(&problems, &allows, errors);
        }
    }
}

/// Reports headings below the title: only a section prints them.
fn without_headings(docs: &mut Docs, allows: &[Allow], errors: &mut Errors) {
    take_problems(docs, allows, errors);
    for paragraph in docs.paragraphs.iter().skip(1) {
        if matches!(Block::new(&paragraph.text), Block::Heading(_)) {
            let message = "the page prints headings in a `section` only";
            report(&[(paragraph.span, message.to_owned())], allows, errors);
        }
    }
}

/// A purpose is one sentence.
fn purpose(docs: &mut Docs, allows: &[Allow], errors: &mut Errors) {
    take_problems(docs, allows, errors);
    for paragraph in &mut docs.paragraphs {
        let block = Block::new(&paragraph.text);
        if !matches!(block, Block::Paragraph(_)) {
            let message = "the page prints a purpose as one sentence, without a list or a heading";
            report(&[(paragraph.span, message.to_owned())], allows, errors);
        }
        paragraph.text = block.text().to_owned();
    }
}

fn take_problems(docs: &mut Docs, allows: &[Allow], errors: &mut Errors) {
    report(&docs.problems, allows, errors);
    docs.problems.clear();
}

pub(super) fn report(problems: &[Problem], allows: &[Allow], errors: &mut Errors) {
    for (span, message) in problems {
        errors.warn(allows, Rule::UnprintedMarkup, *span, message);
    }
}

fn check_cells(cells: &mut Cells, allows: &[Allow], errors: &mut Errors) {
    report(&read_cells(cells), allows, errors);
}

fn read_cells(cells: &mut Cells) -> Vec<Problem> {
    let Cells {
        function,
        purpose,
        note,
        duration,
        own,
        ..
    } = cells;
    let mut problems = Vec::new();
    let texts = [function, purpose, note].into_iter().flatten();
    for text in texts
        .chain(own.iter_mut().map(|(_, cell)| cell))
        .filter_map(value)
    {
        line(&mut text.text, text.span, &mut problems);
    }
    if let Some(text) = duration
        .as_mut()
        .and_then(value)
        .and_then(|duration| duration.text.as_mut())
    {
        line(&mut text.text, text.span, &mut problems);
    }
    problems
}

fn value<T>(cell: &mut Cell<T>) -> Option<&mut T> {
    match &mut cell.content {
        Content::Value(value) => Some(value),
        _ => None,
    }
}

/// A text that is printed without marks, such as a title.
pub(super) fn title(text: &Text, allows: &[Allow], errors: &mut Errors) -> String {
    let (words, was_marked) = without_marks(&text.text);
    let is_heading = matches!(Block::new(&text.text), Block::Heading(_));
    if was_marked && !is_heading || is_heading && is_marked(Block::new(&text.text).text()) {
        let message = "a title is printed without emphasis and links";
        report(&[(text.span, message.to_owned())], allows, errors);
    }
    words
}
