//! A configuration of orestbida's `CookieConsent`, version 3.

use std::collections::BTreeMap;

use crate::import::columns::Column;
use crate::import::domain::is_domain;
use crate::import::item::{Gate, Item, List, Published, Storage};
use crate::import::script::Value;
use crate::import::text;

const SECTIONS: [&str; 2] = ["preferencesModal", "sections"];

/// The row that keeps the answer until the site has its own banner.
pub(crate) const BANNER: &str =
    "TODO: remove this row when the earlier banner is gone; `retired` removes its cookie";

pub(crate) fn is_config(value: &Value) -> bool {
    let has_categories = value
        .get("categories")
        .is_some_and(|it| !it.pairs().is_empty());
    has_categories && value.at(&["language", "translations"]).is_some()
}

pub(crate) fn is_version_2(value: &Value) -> bool {
    value.get("languages").is_some()
        && [
            "current_lang",
            "autoclear_cookies",
            "page_scripts",
            "gui_options",
        ]
        .iter()
        .any(|key| value.get(key).is_some())
}

pub(crate) fn read(config: &Value) -> List {
    let mut list = List::default();
    categories(config, &mut list);
    let translations = config.at(&["language", "translations"]);
    let translations = translations.map_or(&[][..], Value::pairs);
    let default = config.text_at(&["language", "default"]);
    let default = default.filter(|tag| translations.iter().any(|(other, _)| other == tag));
    let default = default.or_else(|| translations.first().map(|(tag, _)| tag.clone()));
    let default = default.unwrap_or_default();
    for (tag, texts) in translations {
        if texts.at(&SECTIONS).is_none() {
            let reason = "its texts are in another file; copy them into this one";
            list.leave_out(&format!("translation `{tag}`"), reason);
        }
    }
    let texts = translations.iter().find(|(tag, _)| *tag == default);
    let sections = texts.and_then(|(_, texts)| texts.at(&SECTIONS));
    let sections = sections.map_or(&[][..], Value::items);
    for section in sections {
        self::section(section, &mut list);
    }
    for (tag, texts) in translations.iter().filter(|(tag, _)| *tag != default) {
        if let Some(others) = texts.at(&SECTIONS) {
            let translated = translated(sections, others.items());
            list.translations.insert(tag.clone(), translated);
        }
    }
    hints(config, &mut list);
    list.banner = Some(banner(config));
    list.language = Some(default).filter(|tag| !tag.is_empty() && tag != "en");
    list
}

fn categories(config: &Value, list: &mut List) {
    let is_opt_out = config.text_at(&["mode"]).as_deref() == Some("opt-out");
    for (key, category) in config.get("categories").map_or(&[][..], Value::pairs) {
        let number = list.group(key);
        list.groups[number].gate = if category.is_true("readOnly") {
            Gate::Exempt
        } else if is_opt_out && category.is_true("enabled") {
            Gate::OptOut
        } else {
            Gate::OptIn
        };
    }
}

fn section(section: &Value, list: &mut List) {
    let title = section.line_at(&["title"]);
    let description = section.text_at(&["description"]).unwrap_or_default();
    let description = text::paragraphs(&description);
    let table = section.get("cookieTable");
    let Some(key) = section.text_at(&["linkedCategory"]) else {
        let heading = Some(title).filter(|title| !title.is_empty());
        let paragraphs: Vec<_> = heading.into_iter().chain(description).collect();
        if !paragraphs.is_empty() {
            list.sections.push(paragraphs);
        }
        if let Some(table) = table {
            let group = list.group("");
            rows(table, group, list);
        }
        return;
    };
    let number = list.group(&key);
    let group = &mut list.groups[number];
    if !title.is_empty() {
        group.title = title;
    }
    group.description.extend(description);
    if let Some(table) = table {
        rows(table, number, list);
    }
}

/// The columns of a table of cookies: the key, the heading, and the meaning.
fn columns(table: &Value) -> Vec<(String, Column)> {
    let headers = table.get("headers").map_or(&[][..], Value::pairs);
    let columns = headers.iter().map(|(key, heading)| {
        let heading = text::line(&heading.text().unwrap_or_default());
        let column = match Column::of(key) {
            Column::Own(_) => match Column::of(&heading) {
                Column::Own(_) if heading.is_empty() => Column::Internal,
                column => column,
            },
            column => column,
        };
        (key.clone(), column)
    });
    columns.collect()
}

fn rows(table: &Value, group: usize, list: &mut List) {
    let columns = columns(table);
    let body = table.get("body").map_or(&[][..], Value::items);
    for (number, row) in body.iter().enumerate() {
        let key = &list.groups[group].key;
        let mut item = Item {
            place: format!("table `{key}`, row {}", number + 1),
            group,
            ..Item::default()
        };
        for (key, column) in &columns {
            column.fill(&row.line_at(&[key]), &mut item);
        }
        if let Some(Value::Expression(source)) = row.get("name") {
            item.name = Published::Expression(source.clone());
        }
        let named = [&item.domain, &item.provider];
        // Many sites write the service into the column of the domain, or the other way round.
        match named.map(|cell| !cell.is_empty() && is_domain(cell)) {
            [false, true] if item.domain.is_empty() => {
                item.domain = std::mem::take(&mut item.provider);
            }
            [false, _] if item.provider.is_empty() && item.domain.contains(char::is_alphabetic) => {
                item.provider = std::mem::take(&mut item.domain);
            }
            _ => {}
        }
        list.items.push(item);
    }
}

/// Adds what the tool removes when a visitor denies a category, and what its services set.
fn hints(config: &Value, list: &mut List) {
    for (key, category) in config.get("categories").map_or(&[][..], Value::pairs) {
        let group = list.group(key);
        let services = category.get("services").map_or(&[][..], Value::pairs);
        let services = services.iter().flat_map(|(name, service)| {
            let label = Some(service.line_at(&["label"])).filter(|label| !label.is_empty());
            let label = label.unwrap_or_else(|| name.clone());
            let cookies = service.get("cookies").map_or(&[][..], Value::items);
            cookies.iter().map(move |cookie| (label.clone(), cookie))
        });
        let cleared = category.at(&["autoClear", "cookies"]);
        let cleared = cleared.map_or(&[][..], Value::items);
        let cleared = cleared.iter().map(|cookie| (String::new(), cookie));
        for (provider, cookie) in services.chain(cleared) {
            let name = match cookie.get("name") {
                Some(Value::Expression(source)) => Published::Expression(source.clone()),
                Some(value) => Published::name(&value.text().unwrap_or_default()),
                None => continue,
            };
            list.items.push(Item {
                place: format!("category `{key}`"),
                name,
                group,
                provider,
                is_hint: true,
                ..Item::default()
            });
        }
    }
}

fn banner(config: &Value) -> Item {
    let cookie = config.get("cookie").unwrap_or(&Value::Unknown);
    let name = cookie.text_at(&["name"]);
    let days = cookie.text_at(&["expiresAfterDays"]);
    Item {
        name: Published::name(name.as_deref().unwrap_or("cc_cookie")),
        retention: format!("{} days", days.as_deref().unwrap_or("182")),
        storage: if cookie.is_true("useLocalStorage") {
            Storage::Local
        } else {
            Storage::Cookie
        },
        comments: vec![BANNER.to_owned()],
        ..Item::default()
    }
}

/// Adds the translations of the sections, by the texts of the first language.
fn translated(sections: &[Value], others: &[Value]) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for (number, section) in sections.iter().enumerate() {
        let key = section.get("linkedCategory");
        let same = |other: &&Value| other.get("linkedCategory") == key;
        let other = others.get(number).filter(same);
        let other = other.or_else(|| others.iter().find(same).filter(|_| key.is_some()));
        let Some(other) = other else { continue };
        pair(section, other, &["title"], &mut texts);
        pair(section, other, &["description"], &mut texts);
        let (Some(table), Some(other)) = (section.get("cookieTable"), other.get("cookieTable"))
        else {
            continue;
        };
        for (key, column) in columns(table) {
            if matches!(column, Column::Own(_)) {
                pair(table, other, &["headers", &key], &mut texts);
            }
            let rows = |table: &Value| table.get("body").map_or(&[][..], Value::items).to_vec();
            for (row, other) in rows(table).iter().zip(&rows(other)) {
                pair(row, other, &[&key], &mut texts);
            }
        }
    }
    texts
}

/// Adds the translation of a text, if both have as many paragraphs.
pub(crate) fn pair(
    value: &Value,
    other: &Value,
    keys: &[&str],
    texts: &mut BTreeMap<String, String>,
) {
    let of = |value: &Value| value.text_at(keys).unwrap_or_default();
    let (source, other) = (of(value), of(other));
    let (lines, others) = (text::paragraphs(&source), text::paragraphs(&other));
    if lines.len() == others.len() {
        texts.extend(lines.into_iter().zip(others));
    }
    // The purpose of a row is one line.
    let (line, other) = (text::line(&source), text::line(&other));
    if !line.is_empty() && !other.is_empty() {
        texts.insert(line, other);
    }
}
