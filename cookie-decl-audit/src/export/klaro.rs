//! The configuration of Klaro 0.7.

use std::iter;

use cookie_decl_core::tag::primary;
use cookie_decl_core::wording::Key;

use crate::export::answer;
use crate::export::rows::{Group, cookie, groups, key, obstacle, warn_of_signals};
use crate::export::script::Value;
use crate::export::texts::Texts;
use crate::policy_file::{Gate, PolicyFile, Row};

/// What one switch is for: the rows of a provider in a category.
struct Service<'f> {
    name: String,
    group: &'f Group<'f>,
    /// `None` if the table does not say who the provider is.
    provider: Option<&'f str>,
    rows: Vec<&'f Row>,
}

pub(crate) fn write(
    file: &PolicyFile,
    languages: &[Texts<'_>],
    is_chosen: bool,
    remarks: &mut Vec<String>,
) -> String {
    let groups = groups(file);
    let services: Vec<_> = groups
        .iter()
        .flat_map(|group| services(file, group))
        .collect();
    let written = services
        .iter()
        .map(|service| self::service(file, service, remarks));
    let written = written.collect();
    warn_of_signals("Klaro", &groups, remarks);
    let days = answer::days(file, "klaro", 120, "Klaro", remarks);
    let tags = languages.iter().map(|texts| texts.tag);
    let tags: Vec<_> = tags
        .clone()
        .map(|tag| self::tag(tag, tags.clone()))
        .collect();
    for (texts, tag) in languages.iter().zip(&tags) {
        if tag.contains('-') {
            let tag = texts.tag;
            remarks.push(format!(
                "Klaro looks for no region, and the table has the language of `{tag}` twice: it \
                 shows `{tag}` only where the page sets `klaroConfig.lang`"
            ));
        }
    }
    let translations = languages.iter().zip(&tags).map(|(texts, tag)| {
        let translation = translation(&groups, &services, texts);
        (tag.clone(), translation)
    });
    let fallback = languages.iter().zip(&tags);
    let fallback = fallback.filter(|(texts, _)| texts.tag == file.language);
    let fallback = fallback.map(|(_, tag)| Value::text(tag)).next();
    let config = Value::object([
        // Refusing has to be as easy as accepting.
        ("acceptAll", Some(Value::Bool(true))),
        ("cookieExpiresAfterDays", days.map(Value::Number)),
        // Without it, Klaro follows the language of the page.
        ("lang", is_chosen.then(|| Value::text(&tags[0]))),
        // For a page in a language that the table does not have.
        ("fallbackLang", fallback),
        ("services", Some(Value::List(written))),
        ("translations", Some(Value::Object(translations.collect()))),
    ]);
    format!("// Written by `cookies export klaro`.\nvar klaroConfig = {config};\n")
}

/// Returns the tag that Klaro looks for on a page in a language: without the region, unless the
/// table has the language twice.
fn tag<'t>(tag: &str, all: impl Iterator<Item = &'t str>) -> String {
    let is_same = |other: &&str| primary(other).eq_ignore_ascii_case(primary(tag));
    if all.filter(is_same).count() > 1 {
        tag.to_owned()
    } else {
        primary(tag).to_lowercase()
    }
}

fn services<'f>(file: &'f PolicyFile, group: &'f Group<'f>) -> Vec<Service<'f>> {
    let services = group.by_provider().into_iter().map(|(name, rows)| {
        let provider = name.and_then(|name| file.providers.get(name));
        Service {
            name: match name {
                // No identifier has the hyphen.
                Some(provider) => [group.name, "-", provider].concat(),
                None => key(group.name),
            },
            group,
            provider: provider.map(|provider| &*provider.title),
            rows,
        }
    });
    services.collect()
}

fn service(file: &PolicyFile, service: &Service<'_>, remarks: &mut Vec<String>) -> Value {
    let mut cookies = Vec::new();
    let gate = service.group.gate;
    for row in &service.rows {
        let name = &row.name;
        let Some(cookie) = cookie(file, row) else {
            remarks.push(format!(
                "`{name}` is left out: Klaro lists only cookies of the site"
            ));
            continue;
        };
        if gate != Gate::Exempt
            && let Some(reason) = obstacle(file, row)
        {
            remarks.push(format!(
                "Klaro does not remove `{name}` after a denial: {reason}"
            ));
            continue;
        }
        let path = cookie.path.or(cookie.domain.map(|_| "/"));
        let scope = [path, cookie.domain].into_iter().flatten().map(Value::text);
        cookies.push(match path {
            Some(_) => Value::List(iter::once(cookie.name).chain(scope).collect()),
            None => cookie.name,
        });
    }
    let is = |gate: Gate| (service.group.gate == gate).then_some(Value::Bool(true));
    Value::object([
        ("name", Some(Value::text(&service.name))),
        (
            "purposes",
            Some(Value::List(vec![Value::text(key(service.group.name))])),
        ),
        ("required", is(Gate::Exempt)),
        (
            "default",
            (gate != Gate::OptIn).then_some(Value::Bool(true)),
        ),
        ("optOut", is(Gate::OptOut)),
        ("cookies", Some(Value::List(cookies))),
    ])
}

fn translation(groups: &[Group<'_>], services: &[Service<'_>], texts: &Texts<'_>) -> Value {
    let word = |key| Some(Value::text(texts.built_in(key)));
    let purposes = groups.iter().map(|group| {
        let description = texts.plain_line(group.description);
        let purpose = Value::object([
            ("title", Some(Value::text(texts.plain(group.title)))),
            ("description", Some(Value::text(description))),
        ]);
        (key(group.name), purpose)
    });
    let asked: Vec<_> = groups
        .iter()
        .map(|group| (group.gate, group.title))
        .collect();
    let fixed = Value::object([
        ("acceptAll", word(Key::Accept)),
        ("acceptSelected", word(Key::Save)),
        ("decline", word(Key::Reject)),
        ("ok", word(Key::Accept)),
        ("save", word(Key::Save)),
        (
            "consentNotice",
            Some(Value::object([
                ("title", word(Key::BannerHeading)),
                ("description", Some(Value::text(texts.question(&asked)))),
                ("learnMore", word(Key::Choose)),
            ])),
        ),
        (
            "consentModal",
            Some(Value::object([
                ("title", word(Key::Settings)),
                ("description", word(Key::Explanation)),
            ])),
        ),
        ("purposes", Some(Value::Object(purposes.collect()))),
    ]);
    let services = services.iter().map(|service| {
        let title = texts.plain(service.provider.unwrap_or(service.group.title));
        let translation = Value::object([
            ("title", Some(Value::text(title))),
            (
                "description",
                Some(Value::text(purposes_of(&service.rows, texts))),
            ),
        ]);
        (service.name.clone(), translation)
    });
    match fixed {
        Value::Object(fields) => Value::Object(fields.into_iter().chain(services).collect()),
        other => other,
    }
}

/// Returns the purposes of rows in one text, each once.
fn purposes_of(rows: &[&Row], texts: &Texts<'_>) -> String {
    let mut purposes: Vec<String> = Vec::new();
    for purpose in rows.iter().filter_map(|row| row.purpose.as_ref()) {
        let purpose = texts.plain(purpose);
        if !purposes.contains(&purpose) {
            purposes.push(purpose);
        }
    }
    purposes.join(" · ")
}
