//! The configuration of orestbida's `CookieConsent`, version 3.

use std::hash::Hasher as _;

use cookie_decl::__private::texts::direction::direction_of_language;
use cookie_decl::page::document::Direction;
use cookie_decl_core::fnv::Fnv;
use cookie_decl_core::wording::Key;

use crate::export::rows::{Group, cookie, groups, key, obstacle, shown};
use crate::export::script::Value;
use crate::export::texts::{Texts, escaped};
use crate::export::{answer, rows};
use crate::policy_file::{Gate, Part, PolicyFile, Row};

pub(crate) fn write(
    file: &PolicyFile,
    languages: &[Texts<'_>],
    remarks: &mut Vec<String>,
) -> String {
    let groups = groups(file);
    let has_opt_out = groups.iter().any(|group| group.gate == Gate::OptOut);
    let categories = groups.iter().map(|group| {
        let category = category(file, group, &languages[0], remarks);
        (key(group.name), category)
    });
    let categories = categories.collect();
    rows::warn_of_signals("CookieConsent", &groups, remarks);
    let answer = answer::days(file, "cc_cookie", 182, "CookieConsent", remarks)
        .map(|days| Value::object([("expiresAfterDays", Some(Value::Number(days)))]));
    let translations = languages.iter().map(|texts| {
        let translation = translation(file, &groups, texts);
        (texts.tag.to_owned(), translation)
    });
    let rtl = languages.iter().map(|texts| texts.tag);
    let rtl = rtl.filter(|tag| direction_of_language(tag) == Direction::Rtl);
    let rtl: Vec<_> = rtl.map(Value::text).collect();
    let language = Value::object([
        ("default", Some(Value::text(languages[0].tag))),
        (
            "autoDetect",
            (languages.len() > 1).then(|| Value::text("document")),
        ),
        ("rtl", (!rtl.is_empty()).then_some(Value::List(rtl))),
        ("translations", Some(Value::Object(translations.collect()))),
    ]);
    let config = Value::object([
        ("mode", has_opt_out.then(|| Value::text("opt-out"))),
        ("revision", Some(Value::Number(revision(file)))),
        ("cookie", answer),
        ("categories", Some(Value::Object(categories))),
        ("language", Some(language)),
    ]);
    format!(
        "// Written by `cookies export cookieconsent`.\n\
         /** @type {{import('vanilla-cookieconsent').CookieConsentConfig}} */\n\
         export default {config};\n"
    )
}

/// Returns a number that differs if visitors have to be asked again.
fn revision(file: &PolicyFile) -> u64 {
    let asked = file
        .categories
        .values()
        .filter(|it| it.gate != Gate::Exempt);
    let mut hash = Fnv::default();
    asked.for_each(|category| hash.write(category.fingerprint.as_bytes()));
    hash.finish() % (1 << 31)
}

fn category(
    file: &PolicyFile,
    group: &Group<'_>,
    texts: &Texts<'_>,
    remarks: &mut Vec<String>,
) -> Value {
    if group.gate == Gate::Exempt {
        return Value::object([
            ("enabled", Some(Value::Bool(true))),
            ("readOnly", Some(Value::Bool(true))),
        ]);
    }
    for row in &group.rows {
        remarks.extend(obstacle(file, row).map(|reason| {
            let name = &row.name;
            format!("CookieConsent does not remove `{name}` after a denial: {reason}")
        }));
    }
    let services = group.by_provider().into_iter().filter_map(|(name, rows)| {
        let (name, provider) = file.providers.get_key_value(name?)?;
        let service = Value::object([
            ("label", Some(Value::text(texts.html(&provider.title)))),
            ("cookies", cookies(file, &rows)),
        ]);
        Some((key(name), service))
    });
    let services = group
        .is_by_provider
        .then(|| Value::Object(services.collect()));
    // The services alone would keep their cookies if the first answer denies all of them.
    let cleared = cookies(file, &group.rows);
    let is_opt_out = group.gate == Gate::OptOut;
    Value::object([
        ("enabled", is_opt_out.then_some(Value::Bool(true))),
        (
            "autoClear",
            cleared.map(|cookies| Value::object([("cookies", Some(cookies))])),
        ),
        ("services", services),
    ])
}

/// Returns what is removed when the visitor denies the rows.
fn cookies(file: &PolicyFile, rows: &[&Row]) -> Option<Value> {
    let rows = rows.iter().filter(|row| obstacle(file, row).is_none());
    let cookies = rows.filter_map(|row| cookie(file, row)).map(|cookie| {
        Value::object([
            ("name", Some(cookie.name)),
            ("path", cookie.path.map(Value::text)),
            ("domain", cookie.domain.map(Value::text)),
        ])
    });
    let cookies: Vec<_> = cookies.collect();
    (!cookies.is_empty()).then_some(Value::List(cookies))
}

fn translation(file: &PolicyFile, groups: &[Group<'_>], texts: &Texts<'_>) -> Value {
    let word = |key| Some(Value::text(escaped(&texts.built_in(key))));
    let asked: Vec<_> = groups
        .iter()
        .map(|group| (group.gate, group.title))
        .collect();
    let consent = Value::object([
        ("title", word(Key::BannerHeading)),
        (
            "description",
            Some(Value::text(escaped(&texts.question(&asked)))),
        ),
        ("acceptAllBtn", word(Key::Accept)),
        ("acceptNecessaryBtn", word(Key::Reject)),
        ("showPreferencesBtn", word(Key::Choose)),
    ]);
    let introduction = (!file.introduction.is_empty()).then(|| {
        let description = texts.html_paragraphs(&file.introduction);
        Value::object([("description", Some(Value::text(description)))])
    });
    let parts = file.page.iter().filter_map(|part| match part {
        Part::Category(name) => {
            let group = groups.iter().find(|group| group.name == name)?;
            Some(section(file, group, texts))
        }
        Part::Section {
            heading,
            paragraphs,
        } => Some(Value::object([
            (
                "title",
                heading.as_ref().map(|text| Value::text(texts.html(text))),
            ),
            (
                "description",
                Some(Value::text(texts.html_paragraphs(paragraphs))),
            ),
        ])),
        Part::About { .. } | Part::BuiltInAbout => None,
    });
    let sections = introduction.into_iter().chain(parts).collect();
    let preferences = Value::object([
        ("title", word(Key::Settings)),
        ("acceptAllBtn", word(Key::Accept)),
        ("acceptNecessaryBtn", word(Key::Reject)),
        ("savePreferencesBtn", word(Key::Save)),
        ("sections", Some(Value::List(sections))),
    ]);
    Value::object([
        ("consentModal", Some(consent)),
        ("preferencesModal", Some(preferences)),
    ])
}

/// Returns a category with the table of its rows.
fn section(file: &PolicyFile, group: &Group<'_>, texts: &Texts<'_>) -> Value {
    let has_provider = group.rows.iter().any(|row| row.provider.is_some());
    let has_storage = group.rows.iter().any(|row| row.storage != "cookie");
    let columns = [
        ("name", Key::ColumnCookie, true),
        ("provider", Key::ColumnProvider, has_provider),
        ("purpose", Key::ColumnPurpose, true),
        ("duration", Key::ColumnDuration, true),
        ("storage", Key::ColumnStorage, has_storage),
    ];
    let columns = columns.into_iter().filter(|(.., is_shown)| *is_shown);
    let headers = columns.clone().map(|(column, key, _)| {
        let heading = escaped(&texts.built_in(key));
        (column.to_owned(), Value::text(heading))
    });
    let body = group.rows.iter().map(|row| {
        let cells = columns.clone().map(|(column, ..)| {
            let cell = match column {
                "name" => escaped(&name(row, texts)),
                "provider" => {
                    let provider = row.provider.as_ref().and_then(|it| file.providers.get(it));
                    provider
                        .map(|provider| texts.html(&provider.title))
                        .unwrap_or_default()
                }
                "purpose" => row
                    .purpose
                    .as_ref()
                    .map(|text| texts.html(text))
                    .unwrap_or_default(),
                "duration" => escaped(&texts.duration(row)),
                _ => escaped(&texts.storage(row)),
            };
            (column.to_owned(), Value::text(cell))
        });
        Value::Object(cells.collect())
    });
    let table = Value::object([
        ("headers", Some(Value::Object(headers.collect()))),
        ("body", Some(Value::List(body.collect()))),
    ]);
    Value::object([
        ("title", Some(Value::text(texts.html(group.title)))),
        (
            "description",
            Some(Value::text(texts.html_paragraphs(group.description))),
        ),
        ("linkedCategory", Some(Value::text(key(group.name)))),
        ("cookieTable", (!group.rows.is_empty()).then_some(table)),
    ])
}

fn name(row: &Row, texts: &Texts<'_>) -> String {
    match (row.any, rows::domain(row)) {
        (true, Some(domain)) => texts.around(Key::AnyOf, domain),
        (true, None) => texts.built_in(Key::Any),
        _ => shown(&row.name),
    }
}
