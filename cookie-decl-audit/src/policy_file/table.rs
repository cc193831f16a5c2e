//! The policy file of a table.

use std::collections::BTreeMap;

use cookie_decl::__private::{DeclaredAttributes, Part as TablePart, Setting};
use cookie_decl::Policy;
use cookie_decl::constants::At;
use cookie_decl::table::{self, Declaration, SetBy, Storage, Table};

use crate::policy_file::{
    Attributes, Category, Controller, Gate, Listed, OfProvider, Part, PolicyFile, Prose, Provider,
    Retired, Row, SCHEMA,
};

impl<K> From<Policy<K>> for PolicyFile {
    fn from(policy: Policy<K>) -> Self {
        let table = policy.table();
        let rows = table.declarations().iter();
        file(
            table,
            rows.map(|row| self::row(row, policy.attributes(row).as_ref())),
        )
    }
}

/// Converts the table of this deployment. Rows that `when` switches off are left out.
impl<K> From<At<'_, Policy<K>>> for PolicyFile {
    fn from(policy: At<'_, Policy<K>>) -> Self {
        let rows = policy.active_declarations();
        file(
            policy.table(),
            rows.map(|row| self::row(row, policy.attributes(row).as_ref())),
        )
    }
}

fn file(table: &'static Table, rows: impl Iterator<Item = Row>) -> PolicyFile {
    let mut rows: Vec<_> = rows.collect();
    rows.sort();
    let categories = table.categories();
    let mut retired_names: Vec<_> = table.retired().iter().map(retired).collect();
    retired_names.sort();
    PolicyFile {
        schema: SCHEMA,
        site: table.site().map(String::from),
        last_updated: table.last_updated().map(String::from),
        version: table.version().map(String::from),
        controller: table.controller().map(controller),
        consent_elsewhere: table.consent_elsewhere().map(String::from),
        consent_tied: table.is_tied(),
        language: table.language().to_owned(),
        title: table.title().map(String::from),
        introduction: owned(table.introduction()),
        page: table
            .parts
            .iter()
            .map(|part| self::part(table, part))
            .collect(),
        categories: categories
            .iter()
            .map(|it| (it.name().to_owned(), category(table, it)))
            .collect(),
        providers: table
            .providers()
            .iter()
            .map(|provider| (provider.name().to_owned(), self::provider(provider)))
            .collect(),
        rows,
        retired: retired_names,
        translations: table
            .translations
            .iter()
            .map(|translation| {
                let texts = translation.texts.iter();
                let texts = texts.map(|(text, translated)| ((*text).into(), (*translated).into()));
                (translation.language.to_owned(), texts.collect())
            })
            .collect(),
        wording: wording(table),
    }
}

/// The texts that the site replaces, as it writes them.
fn wording(table: &Table) -> BTreeMap<String, BTreeMap<String, String>> {
    let translations = table.translations.iter();
    let translated = translations.map(|it| (it.language, it.built_in));
    [(table.language, table.built_in)]
        .into_iter()
        .chain(translated)
        .filter(|(_, texts)| !texts.wording().is_empty())
        .map(|(language, texts)| {
            let texts = texts.wording().iter().map(|(key, words)| {
                let mut text = String::new();
                key.write(words, &mut text)
                    .expect("a `String` takes everything");
                (key.name().to_owned(), text)
            });
            (language.to_owned(), texts.collect())
        })
        .collect()
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().copied().map(String::from).collect()
}

fn part(table: &Table, part: &TablePart) -> Part {
    match part {
        TablePart::Section(heading, paragraphs) => Part::Section {
            heading: heading.map(String::from),
            paragraphs: owned(paragraphs),
        },
        TablePart::About(heading, paragraphs) => Part::About {
            heading: heading.map(String::from),
            paragraphs: owned(paragraphs),
        },
        TablePart::BuiltInAbout => Part::BuiltInAbout,
        TablePart::Category(number) => {
            let category = &table.categories()[usize::from(*number)];
            let part = category.of_provider();
            Part::Category(
                part.map_or(category.name(), |part| part.category())
                    .to_owned(),
            )
        }
    }
}

fn category(table: &Table, category: &'static table::CategoryInfo) -> Category {
    let rows = table.in_category(category);
    let part = category.of_provider();
    let also = category.also().iter().map(|it| format!("{it:016x}"));
    Category {
        gate: match category.gate() {
            table::Gate::Exempt => Gate::Exempt,
            table::Gate::OptIn => Gate::OptIn,
            table::Gate::OptOut => Gate::OptOut,
        },
        title: part
            .map_or(category.title(), |part| part.title())
            .to_owned(),
        of_provider: part.map(|part| OfProvider {
            category: part.category().to_owned(),
            provider: part.provider().to_owned(),
        }),
        description: owned(category.description()),
        revision: category.revision(),
        gpc: category.gpc(),
        consent_mode: owned(category.consent_mode()),
        signals: category
            .signals()
            .iter()
            .map(|signal| signal.word().to_owned())
            .collect(),
        advanced: category.is_advanced(),
        tcf: category.tcf().to_vec(),
        fingerprint: format!("{:016x}", category.fingerprint()),
        also: also.collect(),
        rows: rows.map(|row| row.name().to_owned()).collect(),
        listed: table
            .listed_in(category)
            .map(|row| Listed {
                name: row.name().to_owned(),
                purpose: row.purpose().map(String::from),
            })
            .collect(),
        sections: category
            .sections()
            .map(|(heading, paragraphs)| Prose {
                heading: heading.map(String::from),
                paragraphs: owned(paragraphs),
            })
            .collect(),
    }
}

fn provider(provider: &table::ProviderInfo) -> Provider {
    Provider {
        title: provider.title().to_owned(),
        privacy: provider.privacy().map(String::from),
        opt_out: provider.opt_out().map(String::from),
        contact: provider.contact().map(String::from),
        address: provider.address().map(String::from),
        domains: owned(provider.domains()),
        third_party: provider.third_party(),
        country: provider.country().map(String::from),
        transfer: provider.transfer().map(String::from),
    }
}

fn controller(controller: &table::ControllerInfo) -> Controller {
    Controller {
        title: controller.title().to_owned(),
        address: controller.address().map(String::from),
        contact: controller.contact().map(String::from),
        officer: controller.officer().map(String::from),
        privacy: controller.privacy().map(String::from),
        authority: controller.authority().map(String::from),
    }
}

fn row(row: &Declaration, attributes: Option<&table::Attributes>) -> Row {
    let columns = row.own_columns().iter();
    Row {
        category: row.category().name().to_owned(),
        name: row.name().to_owned(),
        storage: storage(row.storage()).to_owned(),
        set_by: set_by(row.set_by()).to_owned(),
        provider: row.provider().map(|provider| provider.name().to_owned()),
        function: row.function().map(String::from),
        purpose: row.purpose().map(String::from),
        duration: row
            .duration()
            .to_string()
            .parse()
            .expect("every duration of a table can be read back"),
        duration_text: row.duration_text().map(String::from),
        attributes: attributes.map(self::attributes),
        basis: row.basis().map(|basis| basis.word().to_owned()),
        note: row.note().map(String::from),
        columns: columns
            .map(|(title, cell)| ((*title).to_owned(), (*cell).to_owned()))
            .collect(),
        any: row.is_any(),
        varies: row.varies(),
        included_from: row.included().map(|(table, _)| table.to_owned()),
        facts_of: row.included().and_then(|(_, date)| Some(date?.to_owned())),
    }
}

fn attributes(attributes: &table::Attributes) -> Attributes {
    Attributes {
        path: attributes.path().to_owned(),
        domain: attributes.domain().map(String::from),
        same_site: attributes.same_site().as_str().to_owned(),
        secure: attributes.secure(),
        http_only: attributes.http_only(),
        partitioned: attributes.partitioned(),
    }
}

fn retired(retired: &table::Retired) -> Retired {
    const RUN_TIME: &str = "{ .. }";
    let DeclaredAttributes { path, domain, .. } = retired.attributes;
    Retired {
        name: retired.name().to_owned(),
        path: match path {
            Setting::Fixed(path) => path.to_string(),
            Setting::RunTime(_) => RUN_TIME.to_owned(),
        },
        domain: match domain {
            Setting::Fixed(domain) => domain.as_ref().map(ToString::to_string),
            Setting::RunTime(_) => Some(RUN_TIME.to_owned()),
        },
    }
}

fn storage(storage: Storage) -> &'static str {
    match storage {
        Storage::LocalStorage => "local_storage",
        Storage::SessionStorage => "session_storage",
        Storage::IndexedDb => "indexed_db",
        Storage::Pixel => "pixel",
        Storage::Other(name) => name,
        _ => "cookie",
    }
}

fn set_by(set_by: SetBy) -> &'static str {
    match set_by {
        SetBy::Script => "script",
        SetBy::Other => "other",
        SetBy::ThirdParty(domain) => domain.unwrap_or("third_party"),
        _ => "server",
    }
}
