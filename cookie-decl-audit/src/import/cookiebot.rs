//! The lists of Cookiebot: the answer of its API, and its script `cc.js`.

use crate::import::domain::is_domain;
use crate::import::item::{Item, List, Published, Storage};
use crate::import::script::Value;
use crate::import::{name, text};

/// The categories by their numbers, from 1.
const CATEGORIES: [&str; 5] = [
    "Necessary",
    "Preferences",
    "Statistics",
    "Marketing",
    "Unclassified",
];

/// The tables of the script, in the order of the categories.
const TABLES: [&str; 5] = [
    "cookieTableNecessary",
    "cookieTablePreference",
    "cookieTableStatistics",
    "cookieTableAdvertising",
    "cookieTableUnclassified",
];

/// Whether a value is an answer of the API.
pub(crate) fn is_answer(value: &Value) -> bool {
    let cookies = value.get("cookies").unwrap_or(value);
    let first = cookies.items().first();
    first.is_some_and(|first| first.get("Name").is_some() && first.get("Provider").is_some())
}

pub(crate) fn read_answer(answer: &Value) -> List {
    let mut list = List::default();
    list.hosts.extend(answer.text_at(&["domain"]));
    let culture = answer.text_at(&["culture"]);
    list.language = culture.filter(|culture| !matches!(&**culture, "en" | "default"));
    let cookies = answer.get("cookies").unwrap_or(answer);
    for (number, cookie) in cookies.items().iter().enumerate() {
        let cell = |key: &str| cookie.text_at(&[key]).unwrap_or_default();
        let is_set = |key: &str| cell(key) == "1" || cookie.is_true(key);
        let category = cell("Category");
        let group = category.parse().ok().and_then(|number: usize| {
            CATEGORIES
                .get(number.checked_sub(1)?)
                .map(|it| (*it).to_owned())
        });
        let provider = cookie.line_at(&["Provider"]);
        let is_third_party = is_set("ThirdParty");
        let mut item = Item {
            place: format!("cookie {}", number + 1),
            name: published(&cell("Name"), &cell("NamePattern")),
            group: list.group(&group.unwrap_or(category)),
            purpose: cookie.line_at(&["PurposeDescription"]),
            retention: cookie.line_at(&["ExpireDescription"]),
            storage: Storage::of(&cell("TrackerTypeName"))
                .or_else(|| Storage::of(&cell("TrackerTypeAbbr")))
                .unwrap_or_default(),
            ..Item::default()
        };
        if is_domain(&provider) {
            item.domain = if is_third_party {
                provider
            } else {
                String::new()
            };
        } else {
            item.provider = provider;
        }
        // No script can set such a cookie.
        item.by_server = is_set("HTTPOnly") && item.domain.is_empty();
        if item.by_server {
            item.attributes = attributes(is_set("Secure"), &cell("Path"));
        }
        list.items.push(item);
    }
    list
}

/// The attributes, if they are not the default of a server's cookie.
fn attributes(is_secure: bool, path: &str) -> Option<String> {
    let has_path = path != "/" && cookie_decl_core::browser::check_path(path).is_ok();
    let secure = if is_secure { "" } else { " !Secure" };
    let path = if has_path {
        format!(" Path={path:?}")
    } else {
        String::new()
    };
    (!is_secure || has_path).then(|| format!("..{secure}{path}"))
}

/// Returns a name, or its regular expression if that can be read.
fn published(name: &str, pattern: &str) -> Published {
    let is_marked = name.contains(['#', '*', '[']);
    if is_marked && !pattern.is_empty() && name::expression(pattern).is_ok() {
        Published::Expression(pattern.to_owned())
    } else {
        Published::name(name)
    }
}

/// Reads the tables that the script assigns, or returns `None` if it assigns no table.
pub(crate) fn read_script(assigned: &[(String, Value)]) -> Option<List> {
    let mut list = List::default();
    for (table, category) in TABLES.iter().zip(CATEGORIES) {
        let rows = assigned.iter().find(|(name, _)| name == table);
        for (number, row) in rows
            .into_iter()
            .flat_map(|(_, rows)| rows.items())
            .enumerate()
        {
            let cell = |number: usize| row.items().get(number).and_then(Value::text);
            let cell = |number| cell(number).unwrap_or_default();
            let provider = text::paragraphs(&cell(1)).join(", ");
            let (domain, provider) = if is_domain(&provider) {
                (provider, String::new())
            } else {
                (String::new(), provider)
            };
            let item = Item {
                place: format!("{table} {}", number + 1),
                name: published(&cell(0), &cell(6)),
                group: list.group(category),
                purpose: text::line(&cell(2)),
                domain,
                provider,
                retention: text::line(&cell(3)),
                storage: Storage::of(&cell(4)).unwrap_or_default(),
                ..Item::default()
            };
            list.items.push(item);
        }
    }
    (!list.items.is_empty()).then_some(list)
}
