//! Turns the content of a file into a table.

use std::collections::{BTreeMap, BTreeSet};

use cookie_decl_core::browser::check_domain;

use crate::draft::{Category, Cell, Draft, NO_PURPOSE, Provider, Row, Taken, Translation};
use crate::import::domain::{self, Domains};
use crate::import::duration;
use crate::import::imported::{Format, Imported, LeftOut};
use crate::import::item::{Gate, Group, Item, List, Published, Storage};
use crate::import::name::{self, Name};
use crate::import::text::{clean, escape};

/// The most categories of a table.
const MOST_CATEGORIES: usize = 64;

/// Builds the table.
pub(crate) fn of(list: List, format: Format) -> Imported {
    let List {
        language,
        hosts,
        groups,
        items,
        banner,
        sections,
        translations,
        mut left_out,
    } = list;
    let mut builder = Builder {
        hosts,
        providers: Providers::default(),
        constants: Taken::default(),
        seen: BTreeMap::new(),
        shapes: BTreeSet::new(),
    };
    // The row of the answer has this name.
    builder.constants.constant("PREFERENCES");
    let is_exempt: Vec<_> = groups
        .iter()
        .map(|group| group.gate == Gate::Exempt)
        .collect();
    let mut categories = categories(groups);
    let necessary = is_exempt.iter().position(|is_exempt| *is_exempt);
    let necessary = necessary.unwrap_or_else(|| {
        categories.push(Category::necessary());
        categories.len() - 1
    });
    if let Some(banner) = banner {
        let rows = builder.rows(&Item {
            purpose: "Remembers your choice about cookies".to_owned(),
            ..banner
        });
        categories[necessary].rows.extend(rows.unwrap_or_default());
    }
    let mut count = 0;
    let (hints, items): (Vec<_>, Vec<_>) = items.into_iter().partition(|item| item.is_hint);
    for item in items.iter().chain(&hints) {
        match builder.rows(item) {
            Ok(rows) => {
                count += usize::from(!item.is_hint || !rows.is_empty());
                categories[item.group].rows.extend(rows);
            }
            Err(reason) => left_out.push(LeftOut {
                place: item.place.clone(),
                name: clean(item.name.text()),
                reason,
            }),
        }
    }
    // The exempt categories first, as visitors read them.
    let first = categories.remove(necessary);
    categories.insert(0, first);
    for category in categories.drain(MOST_CATEGORIES.min(categories.len())..) {
        left_out.push(LeftOut {
            place: format!("category `{}`", category.title),
            name: String::new(),
            reason: format!("a table has at most {MOST_CATEGORIES} categories"),
        });
    }
    for category in &mut categories {
        script_once(category);
    }
    let mut known = BTreeSet::new();
    let translations = translations.into_iter().filter_map(|(tag, texts)| {
        let language = self::tag(&tag);
        if language.is_none() {
            left_out.push(LeftOut {
                place: format!("translation `{tag}`"),
                name: String::new(),
                reason: "its name is not a language tag, such as `pt-BR`".to_owned(),
            });
        }
        let language = language.filter(|tag| known.insert(tag.to_lowercase()))?;
        let texts = texts
            .iter()
            .map(|(source, text)| (escape(source), escape(text)));
        let texts = texts.collect();
        Some(Translation { language, texts })
    });
    let translations = translations.collect();
    let draft = Draft {
        head: head(format),
        language: language.as_deref().and_then(tag),
        providers: builder.providers.list,
        sections: sections.iter().map(|section| escape_all(section)).collect(),
        categories,
        translations,
        remarks: remarks(&left_out),
    };
    Imported {
        format,
        table: draft.to_string(),
        count,
        left_out,
    }
}

fn head(format: Format) -> &'static str {
    match format {
        Format::OpenCookieDatabase => {
            "\
// A first table, from the Open Cookie Database. Each TODO needs somebody who knows the site.
// Remove the rows that your site does not have. A row without a domain is taken to be set by a
// script: write `set_by = server` where your server sets the cookie."
        }
        Format::CookieConsent | Format::Klaro => {
            "\
// A first table, from the configuration of another banner. Each TODO needs somebody who knows the
// site. A row without a domain is taken to be set by a script: write `set_by = server` where your
// server sets the cookie, and `set_by = script` where a domain is your own."
        }
        Format::Cookiebot => {
            "\
// A first table, from a list of Cookiebot. Each TODO needs somebody who knows the site. A row
// without a domain is taken to be set by a script: write `set_by = server` where your server sets
// the cookie, and `set_by = script` where a domain is your own."
        }
    }
}

fn remarks(left_out: &[LeftOut]) -> Vec<String> {
    if left_out.is_empty() {
        return Vec::new();
    }
    let lines = left_out.iter().map(|left_out| clean(&left_out.to_string()));
    std::iter::once("Not imported:".to_owned())
        .chain(lines)
        .collect()
}

fn escape_all(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| escape(text)).collect()
}

/// Returns the tag of a language as a table writes it: `pt-BR` for `pt_BR`.
fn tag(text: &str) -> Option<String> {
    let tag = text.replace('_', "-");
    let mut parts = tag.split('-');
    let is_language = parts.next().is_some_and(|language| {
        matches!(language.len(), 2 | 3) && language.bytes().all(|byte| byte.is_ascii_alphabetic())
    });
    let is_part = |part: &str| {
        matches!(part.len(), 1..=8)
            && part.starts_with(|c: char| c.is_ascii_alphabetic())
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    (is_language && parts.all(is_part)).then_some(tag)
}

/// Returns the categories, without rows. The first exempt one keeps the visitor's answer.
fn categories(groups: Vec<Group>) -> Vec<Category> {
    let mut identifiers = Taken::default();
    let mut has_consent = false;
    let categories = groups.into_iter().map(|group| {
        let is_exempt = group.gate == Gate::Exempt;
        let mut category = Category {
            identifier: identifiers.identifier(&group.key, "Category"),
            gate: match group.gate {
                Gate::Exempt => "exempt",
                Gate::OptIn | Gate::Undecided => "opt_in",
                Gate::OptOut => "opt_out",
            },
            title: escape(&group.title),
            description: escape_all(&group.description),
            todo: match group.gate {
                Gate::Exempt => {
                    Some("check that each is strictly necessary for what visitors ask for")
                }
                Gate::Undecided => {
                    Some("`exempt` if these are strictly necessary for what visitors ask for")
                }
                Gate::OptIn | Gate::OptOut => None,
            },
            ..Category::default()
        };
        if is_exempt && category.description.is_empty() {
            category.description = Category::necessary().description;
        }
        if is_exempt && !has_consent {
            has_consent = true;
            category.rows.push(Row::consent());
        }
        category
    });
    categories.collect()
}

/// Moves the cells that all rows of a category share to the category.
fn script_once(category: &mut Category) {
    const SCRIPT: &str = "set_by = script";
    let is_script = |cell: &Cell| matches!(cell, Cell::Words(words) if words == SCRIPT);
    let sets_its_own = |row: &Row| {
        row.cells
            .iter()
            .any(|cell| matches!(cell, Cell::Words(words) if words.starts_with("set_by = ")))
    };
    let scripted = category
        .rows
        .iter()
        .filter(|row| row.cells.iter().any(is_script));
    if scripted.count() < 2 || !category.rows.iter().all(sets_its_own) {
        return;
    }
    category.with = Some(SCRIPT);
    for row in &mut category.rows {
        row.cells.retain(|cell| !is_script(cell));
    }
}

struct Builder {
    hosts: Vec<String>,
    providers: Providers,
    constants: Taken,
    /// The row of each name in its scope, with its item.
    seen: BTreeMap<(String, Storage, Option<String>, Option<String>), Item>,
    /// The names, in any scope.
    shapes: BTreeSet<String>,
}

impl Builder {
    /// Returns the rows of an item, or none if it adds nothing. The error says why it cannot be a
    /// row.
    fn rows(&mut self, item: &Item) -> Result<Vec<Row>, String> {
        let names = names(&item.name)?;
        let names: Vec<_> = names
            .into_iter()
            .filter(|name| !item.is_hint || !self.shapes.contains(&name.shape()))
            .collect();
        let Domains {
            is_own,
            others,
            unread,
        } = domain::read(&item.domain, &self.hosts);
        let mut comments = item.comments.clone();
        comments.extend(unread.map(|unread| format!("TODO: the domain was `{}`", clean(&unread))));
        if let Published::Expression(source) = &item.name
            && !source.starts_with('^')
        {
            comments.push(format!(
                "TODO: `{}` also matches other beginnings",
                clean(source)
            ));
        }
        let reading = duration::read(&item.retention, item.storage, item.by_server);
        let own = is_own.then_some(None);
        let mut rows = Vec::new();
        let mut twin = None;
        for domain in own.into_iter().chain(others.into_iter().map(Some)) {
            let mut free = Vec::new();
            for name in &names {
                let key = (
                    name.shape(),
                    reading.storage,
                    domain.clone(),
                    item.attributes.clone(),
                );
                if let Some(first) = self.seen.get(&key) {
                    twin = Some(difference(first, item));
                } else {
                    self.shapes.insert(name.shape());
                    self.seen.insert(key, item.clone());
                    free.push(name);
                }
            }
            if !free.is_empty() {
                rows.push(self.row(item, &free, domain.as_deref(), &reading, &comments));
            }
        }
        match twin {
            Some(Some(reason)) if rows.is_empty() => Err(reason),
            _ => Ok(rows),
        }
    }

    fn row(
        &mut self,
        item: &Item,
        names: &[&Name],
        domain: Option<&str>,
        reading: &duration::Reading,
        comments: &[String],
    ) -> Row {
        let is_servers = item.by_server && domain.is_none() && reading.storage == Storage::Cookie;
        let constant = is_servers && names.len() == 1 && names[0].is_exact();
        let set_by = match domain {
            Some(domain) => format!("set_by = {domain:?}"),
            None if is_servers => "set_by = server".to_owned(),
            None => "set_by = script".to_owned(),
        };
        let storage = reading.storage.word();
        let storage = storage.map(|word| Cell::Words(format!("storage = {word}")));
        let attributes = item.attributes.as_ref();
        let attributes = attributes.map(|it| Cell::Words(format!("attributes = {it}")));
        let function = Some(clean(&item.function)).filter(|function| !function.is_empty());
        let function = function.map(|function| Cell::Text("function", escape(&function)));
        let own = item.own.iter();
        let own = own.map(|(title, text)| Cell::Own(title.clone(), escape(text)));
        let purpose = clean(&item.purpose);
        Row {
            comments: comments.to_vec(),
            purpose: if purpose.is_empty() {
                NO_PURPOSE.to_owned()
            } else {
                escape(&purpose)
            },
            constant: constant.then(|| self.constants.constant(&names[0].to_string())),
            names: names.iter().map(ToString::to_string).collect(),
            provider: self.providers.get(item),
            duration: reading.cell.clone(),
            duration_text: reading.text.as_deref().map(escape),
            cells: std::iter::once(Cell::Words(set_by))
                .chain(storage)
                .chain(attributes)
                .chain(function)
                .chain(own)
                .collect(),
            todo: reading.todo.clone(),
        }
    }
}

/// Returns how an item differs from an earlier one; `None` if it does not.
fn difference(first: &Item, item: &Item) -> Option<String> {
    let mut differences = Vec::new();
    let mut compare = |what: &str, first: &str, other: &str| {
        if !first.eq_ignore_ascii_case(other) {
            differences.push(format!("{what} {other:?} instead of {first:?}"));
        }
    };
    compare("the lifetime", &first.retention, &item.retention);
    compare("the provider", &first.provider, &item.provider);
    compare("the purpose", &first.purpose, &item.purpose);
    if first.group != item.group {
        differences.push("another category".to_owned());
    }
    if item.is_hint || differences.is_empty() {
        return None;
    }
    let place = &first.place;
    Some(format!(
        "{place} has the same cookie; this has {}",
        differences.join(", ")
    ))
}

fn names(published: &Published) -> Result<Vec<Name>, String> {
    match published {
        Published::Expression(source) => name::expression(source),
        Published::Name { text, is_prefix } => {
            let mut names: Vec<Name> = Vec::new();
            for part in text.split(", ") {
                for name in name::published(part, *is_prefix)? {
                    if names.iter().all(|other| other.shape() != name.shape()) {
                        names.push(name);
                    }
                }
            }
            Ok(names)
        }
    }
}

#[derive(Default)]
struct Providers {
    identifiers: Taken,
    /// The identifiers, by name and privacy policy.
    known: BTreeMap<(String, Option<String>), String>,
    list: Vec<Provider>,
}

impl Providers {
    /// Returns the identifier of an item's provider.
    fn get(&mut self, item: &Item) -> Option<String> {
        let title = clean(&item.provider);
        if title.is_empty() {
            return None;
        }
        let privacy = Some(item.privacy.clone()).filter(|address| is_address(address));
        let key = (title.clone(), privacy.clone());
        let identifier = self.known.entry(key).or_insert_with(|| {
            let identifier = self.identifiers.identifier(&title, "Provider");
            self.list.push(Provider {
                identifier: identifier.clone(),
                title,
                privacy,
            });
            identifier
        });
        Some(identifier.clone())
    }
}

/// Whether a text is the address of a page.
fn is_address(text: &str) -> bool {
    let host = || {
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"))?;
        rest.split(['/', '?', '#']).next()
    };
    !text.contains(char::is_whitespace) && host().is_some_and(|host| check_domain(host).is_ok())
}
