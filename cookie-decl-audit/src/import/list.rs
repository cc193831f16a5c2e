//! Lists as CSV.

use csv::{ReaderBuilder, StringRecord};

use crate::import::columns::Column;
use crate::import::domain::is_domain;
use crate::import::imported::ImportError;
use crate::import::item::{Item, List, Published};
use crate::import::text::clean;

/// Returns the headings of a list; `None` if it is not CSV with the names of cookies.
pub(crate) fn headings(text: &str) -> Option<Vec<String>> {
    let mut reader = reader(text);
    let headings: Vec<_> = reader.headers().ok()?.iter().map(clean).collect();
    let columns: Vec<_> = headings.iter().map(|it| Column::of(it)).collect();
    let known = columns.iter().filter(|it| !matches!(it, Column::Own(_)));
    (known.count() > 1 && columns.contains(&Column::Name)).then_some(headings)
}

/// Reads a list whose first line has the headings.
pub(crate) fn read(text: &str) -> Result<List, ImportError> {
    let mut reader = reader(text);
    let error = |error: csv::Error| ImportError(error.to_string());
    let headings: Vec<_> = reader.headers().map_err(error)?.iter().map(clean).collect();
    let columns: Vec<_> = headings.iter().map(|it| Column::of(it)).collect();
    let mut list = List::default();
    for record in reader.records() {
        let record = record.map_err(error)?;
        let item = item(&record, &columns, &mut list);
        list.items.push(item);
    }
    for column in columns {
        if let Column::Own(heading) = column
            && !heading.is_empty()
        {
            list.leave_out(
                &format!("column `{heading}`"),
                "a policy page has no such column",
            );
        }
    }
    Ok(list)
}

fn item(record: &StringRecord, columns: &[Column], list: &mut List) -> Item {
    let line = record.position().map_or(0, csv::Position::line);
    let mut item = Item {
        place: format!("line {line}"),
        ..Item::default()
    };
    let mut category = String::new();
    for (column, cell) in columns.iter().zip(record) {
        // `clean` would drop a character that the rules for names keep.
        let cell = if *column == Column::Name {
            cell.to_owned()
        } else {
            clean(cell)
        };
        match column {
            Column::Category => category = cell,
            // A later column may have the name.
            Column::Own(_) | Column::Wildcard => {}
            column => column.fill(&cell, &mut item),
        }
    }
    let mut cells = columns.iter().zip(record);
    if let Some((wildcard, cell)) = cells.find(|(column, _)| **column == Column::Wildcard) {
        wildcard.fill(&clean(cell), &mut item);
    }
    item.group = list.group(&category);
    who(&mut item);
    item
}

/// Separates the domain of a provider from its parts.
fn who(item: &mut Item) {
    if item.domain.is_empty() && !item.provider.is_empty() && is_domain(&item.provider) {
        item.domain = std::mem::take(&mut item.provider);
    }
    if item.provider.is_empty() {
        item.provider = std::mem::take(&mut item.function);
    } else if item.provider == item.function {
        item.function.clear();
    }
    if let Published::Name { text, .. } = &mut item.name
        && text.starts_with('\'')
    {
        // A spreadsheet writes this before a text that looks like a formula.
        text.remove(0);
    }
}

fn reader(text: &str) -> csv::Reader<&[u8]> {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next().unwrap_or_default();
    let count = |delimiter: char| first.matches(delimiter).count();
    let delimiter = [',', ';', '\t']
        .into_iter()
        .max_by_key(|delimiter| count(*delimiter))
        .unwrap_or(',');
    ReaderBuilder::new()
        .delimiter(delimiter as u8)
        .flexible(true)
        .from_reader(text.as_bytes())
}
