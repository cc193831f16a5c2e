//! The characters of all texts that visitors and colleagues read. The parser has checked each line
//! of `///`, because it knows where the line is.

use proc_macro2::Span;

use crate::ast::{
    Break, Cell, Cells, ColumnKind, ConsentItem, Content, Controller, Duration, Part, Provider,
    Storage, Table, Text, Translation, Wording,
};
use crate::errors::Errors;
use crate::texts::refusal;
use crate::vocabulary::ProviderKey;

pub(super) fn check(table: &Table, errors: &mut Errors) {
    let Table {
        policies,
        languages: _,
        dates: _,
        versions,
        controllers,
        consents,
        prints,
        providers,
        parts,
        includes: _,
        proofs: _,
        holes: _,
        retired: _,
        wording,
        translations,
    } = table;
    let mut refuse = |text: &str, span: Span| {
        if let Some(message) = refusal(text) {
            errors.push(span, message);
        }
    };
    for site in policies.iter().filter_map(|policy| policy.site.as_ref()) {
        refuse(&site.text, site.span);
    }
    for (column, title) in prints.iter().flat_map(|print| &print.columns) {
        if let ColumnKind::Own(title) = &column.name {
            refuse(title, column.span);
        }
        if let Some(title) = title {
            refuse(&title.text, title.span);
        }
    }
    let elsewhere = consents.iter().filter_map(|item| match item {
        ConsentItem::Elsewhere(name) => Some(name),
        ConsentItem::Tied(_) => None,
    });
    for text in versions.iter().chain(elsewhere) {
        refuse(&text.text, text.span);
    }
    let providers = providers
        .iter()
        .map(|Provider { title, keys, .. }| (title, keys));
    let controllers = controllers
        .iter()
        .map(|Controller { title, keys, .. }| (title, keys));
    for (title, keys) in providers.chain(controllers) {
        // Domains have rules of their own, as names do.
        let keys = keys.iter().filter(|(key, ..)| *key != ProviderKey::Domain);
        let values = keys.filter_map(|(_, _, value)| value.as_ref());
        values
            .chain([title])
            .for_each(|text| refuse(&text.text, text.span));
    }
    for part in parts {
        let Part::Category(category) = part else {
            continue;
        };
        let rows = category
            .rows
            .iter()
            .flat_map(|row| [&row.cells, &row.group]);
        let listed = category.breaks.iter().filter_map(|(_, found)| match found {
            Break::Listed(row) => Some(&row.cells),
            Break::Section(_) => None,
        });
        for cells in rows.chain(listed).chain([&category.with]) {
            check_cells(cells, &mut refuse);
        }
    }
    for Wording { text, .. } in wording {
        refuse(&text.text, text.span);
    }
    for Translation {
        texts,
        wording,
        file,
        ..
    } in translations
    {
        // The texts of a file are checked when it is read.
        if file.is_none() {
            for Wording { text, .. } in wording {
                refuse(&text.text, text.span);
            }
            texts
                .iter()
                .flat_map(|(source, text)| [source, text])
                .for_each(|text| refuse(&text.text, text.span));
        }
    }
}

fn check_cells(cells: &Cells, refuse: &mut impl FnMut(&str, Span)) {
    let Cells {
        function,
        purpose,
        note,
        duration,
        storage,
        own,
        ..
    } = cells;
    let own_cells = own.iter().map(|(_, cell)| cell);
    for text in [function, purpose, note]
        .into_iter()
        .flatten()
        .chain(own_cells)
        .filter_map(value)
    {
        refuse(&text.text, text.span);
    }
    for (title, cell) in own {
        refuse(title, cell.column_span);
    }
    if let Some(Duration {
        text: Some(Text { text, span }),
        ..
    }) = duration.as_ref().and_then(value)
    {
        refuse(text, *span);
    }
    if let Some(Storage::Other(Text { text, span })) = storage.as_ref().and_then(value) {
        refuse(text, *span);
    }
}

fn value<T>(cell: &Cell<T>) -> Option<&T> {
    match &cell.content {
        Content::Value(value) => Some(value),
        _ => None,
    }
}
