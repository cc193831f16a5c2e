//! The CSV of the Open Cookie Database, for contributing rows.

use crate::export::rows::groups;
use crate::export::texts::Texts;
use crate::export::{csv, rows};
use crate::policy_file::lookup::literals;
use crate::policy_file::{PolicyFile, Row, Term};

const HEADINGS: [&str; 10] = [
    "ID",
    "Platform",
    "Category",
    "Cookie / Data Key name",
    "Domain",
    "Description",
    "Retention period",
    "Data Controller",
    "User Privacy & GDPR Rights Portals",
    "Wildcard match",
];

pub(crate) fn write(
    file: &PolicyFile,
    texts: &Texts<'_>,
    provider: Option<&str>,
    remarks: &mut Vec<String>,
) -> String {
    let mut lines = Vec::new();
    for group in groups(file) {
        for row in group.rows {
            if provider.is_some() && row.provider.as_deref() != provider {
                continue;
            }
            match line(file, texts, group.name, row, remarks) {
                Ok(line) => lines.push(line),
                Err(reason) => remarks.push(format!("`{}` is left out: {reason}", row.name)),
            }
        }
    }
    csv::write(HEADINGS, lines)
}

fn line(
    file: &PolicyFile,
    texts: &Texts<'_>,
    category: &str,
    row: &Row,
    remarks: &mut Vec<String>,
) -> Result<[String; 10], String> {
    if row.any {
        return Err("the database lists names".to_owned());
    }
    let storage = match &*row.storage {
        "cookie" => "",
        "local_storage" => "local storage",
        "session_storage" => "session storage",
        other => return Err(format!("the database does not list `{other}`")),
    };
    let texts_of_name = literals(&row.name);
    let prefix = texts_of_name[0];
    if prefix.is_empty() {
        return Err("the database needs a fixed text at the beginning of the name".to_owned());
    }
    let is_wildcard = texts_of_name.len() > 1;
    if is_wildcard && texts_of_name[1..] != [""] {
        let name = &row.name;
        remarks.push(format!(
            "`{name}` is written as every name that begins with `{prefix}`"
        ));
    }
    let provider = row
        .provider
        .as_ref()
        .and_then(|name| file.providers.get(name));
    let title = provider.map(|provider| texts.plain(&provider.title));
    let function = row.function.as_ref().map(|function| texts.plain(function));
    let privacy = provider.and_then(|provider| provider.privacy.clone());
    Ok([
        // The database gives the numbers.
        String::new(),
        function.or_else(|| title.clone()).unwrap_or_default(),
        category.to_owned(),
        prefix.to_owned(),
        rows::domain(row).unwrap_or_default().to_owned(),
        row.purpose
            .as_ref()
            .map(|text| texts.plain(text))
            .unwrap_or_default(),
        retention(texts, row, storage),
        title.unwrap_or_default(),
        privacy.unwrap_or_default(),
        u8::from(is_wildcard).to_string(),
    ])
}

/// Returns how long an item is kept, with its storage unless that is a cookie.
fn retention(texts: &Texts<'_>, row: &Row, storage: &str) -> String {
    let time = match (&row.duration_text, row.duration.longest()) {
        (Some(text), _) => texts.plain(text),
        (None, None | Some(Term::Unknown)) => String::new(),
        (None, _) => row.duration.to_string().replace("{ .. } max ", ""),
    };
    match (time.is_empty(), storage.is_empty()) {
        (false, false) => format!("{time} ({storage})"),
        _ => time + storage,
    }
}
