//! The categories and rows of a policy file, in the order of the page.

use cookie_decl_core::pattern::write_expression;

use crate::export::script::Value;
use crate::policy_file::lookup::literals;
use crate::policy_file::{Category, Gate, Part, PolicyFile, Row};

/// A category as the table declares it.
pub(crate) struct Group<'f> {
    /// The identifier in the table.
    pub(crate) name: &'f str,
    pub(crate) title: &'f str,
    pub(crate) description: &'f [String],
    pub(crate) gate: Gate,
    pub(crate) gpc: bool,
    /// The category itself, or with `by provider` one for each. Their signals may differ.
    pub(crate) parts: Vec<(&'f str, &'f Category)>,
    pub(crate) tcf: &'f [u8],
    /// Whether visitors choose for each provider.
    pub(crate) is_by_provider: bool,
    /// In the order of the page.
    pub(crate) rows: Vec<&'f Row>,
}

impl<'f> Group<'f> {
    /// Returns the providers with their rows, in the order of the page.
    pub(crate) fn by_provider(&self) -> Vec<(Option<&'f str>, Vec<&'f Row>)> {
        let mut found: Vec<(_, Vec<_>)> = Vec::new();
        for row in &self.rows {
            let provider = row.provider.as_deref();
            match found.iter_mut().find(|(other, _)| *other == provider) {
                Some((_, rows)) => rows.push(*row),
                None => found.push((provider, vec![*row])),
            }
        }
        found
    }
}

pub(crate) fn groups(file: &PolicyFile) -> Vec<Group<'_>> {
    let names = file.page.iter().filter_map(|part| match part {
        Part::Category(name) => Some(name),
        _ => None,
    });
    names
        .filter_map(|name| {
            let parts = file.categories.iter();
            let parts = parts.filter(|(own, category)| category.declared(own) == name);
            let parts: Vec<_> = parts.collect();
            let (_, first) = parts.first()?;
            let rows = parts.iter().flat_map(|(name, category)| {
                let place = |row: &Row| category.rows.iter().position(|other| *other == row.name);
                let rows = file.rows.iter().filter(|row| row.category == **name);
                let mut rows: Vec<_> = rows.collect();
                rows.sort_by_key(|row| place(row));
                rows
            });
            Some(Group {
                name,
                title: &first.title,
                description: &first.description,
                gate: first.gate,
                gpc: first.gpc,
                tcf: &first.tcf,
                is_by_provider: first.of_provider.is_some(),
                rows: rows.collect(),
                parts: parts
                    .iter()
                    .map(|(name, category)| (name.as_str(), *category))
                    .collect(),
            })
        })
        .collect()
}

/// A cookie of the site as scripts remove it.
pub(crate) struct Cookie<'f> {
    /// The name, or a regular expression for it.
    pub(crate) name: Value,
    /// The path, unless it is that of the whole site.
    pub(crate) path: Option<&'f str>,
    pub(crate) domain: Option<&'f str>,
}

/// Returns the cookie that a row declares; `None` if it is something else, or not of the site.
pub(crate) fn cookie<'f>(file: &'f PolicyFile, row: &'f Row) -> Option<Cookie<'f>> {
    if row.storage != "cookie" || is_of_third_party(row) {
        return None;
    }
    let name = if row.name.contains('{') {
        let mut source = String::new();
        write_expression(literals(&row.name), others(file, row), &mut source)
            .expect("a `String` takes everything");
        Value::Expression(source)
    } else {
        Value::text(&row.name)
    };
    let attributes = row.attributes.as_ref();
    Some(Cookie {
        name,
        path: attributes.map(|it| &*it.path).filter(|path| *path != "/"),
        domain: attributes.and_then(|it| it.domain.as_deref()),
    })
}

/// Returns why a script cannot remove what a row declares; `None` if it can.
pub(crate) fn obstacle(file: &PolicyFile, row: &Row) -> Option<String> {
    let is_at_run_time = row.attributes.as_ref().is_some_and(|it| {
        it.path.contains('{') || it.domain.as_ref().is_some_and(|it| it.contains('{'))
    });
    Some(if row.storage != "cookie" {
        format!("it is in `{}`", row.storage)
    } else if is_of_third_party(row) {
        "it belongs to another site".to_owned()
    } else if row.attributes.as_ref().is_some_and(|it| it.http_only) {
        "it is `HttpOnly`, so no script sees it".to_owned()
    } else if is_at_run_time {
        "its path or domain is known only at run time".to_owned()
    } else if others(file, row).contains(&&*row.name) {
        "another category has the same name".to_owned()
    } else {
        return None;
    })
}

/// Returns the names of other categories that a row matches. As in the guard, this row does not
/// remove them.
fn others<'f>(file: &'f PolicyFile, row: &Row) -> Vec<&'f str> {
    let others = file.rows.iter().filter(|other| {
        let is_other = other.category != row.category && other.storage == row.storage;
        is_other && !other.name.contains('{') && row.matches(&other.name)
    });
    let mut names: Vec<_> = others.map(|other| &*other.name).collect();
    names.dedup();
    names
}

/// Whether the item is of another site.
pub(crate) fn is_of_third_party(row: &Row) -> bool {
    row.set_by == "third_party" || domain(row).is_some()
}

/// Returns the domain of the third party that stores the item of a row.
pub(crate) fn domain(row: &Row) -> Option<&str> {
    let is_domain = !matches!(&*row.set_by, "server" | "script" | "other" | "third_party");
    is_domain.then_some(&row.set_by)
}

/// Returns the domain that the site's own cookies are of.
pub(crate) fn host(file: &PolicyFile) -> Option<&str> {
    let (_, rest) = file.site.as_deref()?.split_once("://")?;
    rest.split(['/', ':']).next()
}

/// Returns a name as visitors read it: `_ga_<container>`.
pub(crate) fn shown(name: &str) -> String {
    name.replace('{', "<").replace('}', ">")
}

/// Returns an identifier as a key in the configuration of a tool. Tools look for it in objects, which
/// have `constructor` and the like, and Klaro puts it beside its own words. All of these start with
/// a small letter or `_`.
pub(crate) fn key(identifier: &str) -> String {
    let is_free = identifier.starts_with(char::is_uppercase);
    [identifier, if is_free { "" } else { "-" }].concat()
}

/// Says which signals the guard reads and sends, and another tool does not.
pub(crate) fn warn_of_signals(tool: &str, groups: &[Group<'_>], remarks: &mut Vec<String>) {
    let obeyed = groups
        .iter()
        .filter(|group| group.gpc || group.gate == Gate::OptOut);
    remarks.extend(obeyed.map(|group| {
        format!(
            "`{}`: the page says that Global Privacy Control denies it, and {tool} does not read \
             that signal",
            group.name
        )
    }));
    let sends = |it: &&Group<'_>| it.parts.iter().any(|(_, part)| part.has_signals());
    let sending = groups.iter().filter(sends);
    remarks.extend(sending.map(|group| {
        format!(
            "`{}`: {tool} does not send the signals of the table (`consent_mode`, `signals`)",
            group.name
        )
    }));
}
