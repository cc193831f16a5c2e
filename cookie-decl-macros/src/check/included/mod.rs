//! `include`: rows of other tables become rows of this one.

mod changes;
mod place;
mod providers;
mod signals;
mod translating;
mod values;

use std::collections::HashSet;
use std::mem;
use std::rc::Rc;

use proc_macro2::{Ident, TokenStream};

use crate::ast::{self, Category, Include, Included, Part, Row, Table, Text};
use crate::check::included::changes::{Changes, over};
use crate::check::included::place::{insert, prove, stricter, target};
use crate::check::included::providers::{add_provider, provider_in, provider_of};
use crate::check::included::signals::{bring, signals};
use crate::check::included::translating::{Dictionary, speak, translate};
use crate::check::included::values::{Values, is_nameless, lone_hole, open};
use crate::errors::Errors;
use crate::parse::include::{Exported, exported, moved};
use crate::parse::parse;
use crate::vocabulary;

/// The includes of a table, in the order in which they are joined.
pub(crate) fn includes(table: &Table) -> impl Iterator<Item = &Include> {
    let inside = table.parts.iter().flat_map(|part| match part {
        Part::Category(category) => category.includes.as_slice(),
        Part::Section(_) | Part::About(_) => &[],
    });
    let inside = inside.map(|placed| &placed.include);
    inside.chain(&table.includes)
}

/// Puts the rows of the included tables where their `include` is, and translates them.
pub(super) fn join(table: &mut Table, exported: Vec<TokenStream>, errors: &mut Errors) {
    if exported.is_empty() {
        return;
    }
    let tags = table.translations.iter().map(|it| it.tag.tag.clone());
    let wanted: Vec<String> = tags.chain([language(table)]).collect();
    let own_providers = table.providers.len();
    let dictionaries = take_all(table, exported, &wanted, errors);
    translate(table, own_providers, &dictionaries);
}

/// Prepares a table that is only exported for the checks of others: what waits for a value is left
/// out, and the title of its category needs no translation.
pub(crate) fn complete(table: &mut Table, name: Option<&Ident>, errors: &mut Errors) {
    let mut values = Values::default();
    for part in &mut table.parts {
        if let Part::Category(category) = part {
            let title = Text {
                text: category.ident.to_string(),
                span: category.ident.span(),
            };
            for translation in &mut table.translations {
                translation.texts.push((title.clone(), title.clone()));
            }
            values.fill_cells(&mut category.with);
            for row in &mut category.rows {
                values.fill_row(row);
                // If the name is only a hole, the include has to give it.
                for text in row.names.iter_mut().filter_map(|name| name.text.as_mut()) {
                    if let Some(hole) = lone_hole(text) {
                        *text = hole.to_owned();
                    }
                }
            }
        }
    }
    for provider in &mut table.providers {
        values.fill_keys(&mut provider.keys);
    }
    if let Some(name) = name {
        values.report_unknown(table.holes.iter().map(|hole| &hole.name), name, errors);
    }
    table.holes.clear();
}

/// Reports the constants of a table that is only exported.
pub(crate) fn only_names(table: &Table, errors: &mut Errors) {
    let categories = table.parts.iter().filter_map(|part| match part {
        Part::Category(category) => Some(category),
        Part::Section(_) | Part::About(_) => None,
    });
    let names = categories
        .flat_map(|it| &it.rows)
        .flat_map(|row| &row.names);
    for constant in names.filter_map(|name| name.constant.as_ref()) {
        let message =
            "a table that is only exported has no constants: write the name in quotes alone";
        errors.push(constant.ident.span(), message);
    }
}

fn language(table: &Table) -> String {
    let first = table.languages.first();
    first.map_or_else(|| "en".to_owned(), |language| language.tag.clone())
}

/// An exported table, read.
struct Source {
    table: Table,
    module: Option<TokenStream>,
    /// Its texts in other languages, and those of the tables that it includes.
    dictionaries: Vec<Dictionary>,
}

/// Takes the rows of all includes of a table. Returns what translates them from its language.
fn take_all(
    table: &mut Table,
    exported: Vec<TokenStream>,
    wanted: &[String],
    errors: &mut Errors,
) -> Vec<Dictionary> {
    let language = language(table);
    let own_providers = table.providers.len();
    let mut exported = exported.into_iter();
    let mut dictionaries = Vec::new();
    let mut take = |include: &Include, inside, table: &mut Table, errors: &mut Errors| {
        let tokens = exported.next().unwrap_or_default();
        let Some(source) = read(tokens, include, &language, wanted, errors) else {
            return Vec::new();
        };
        let (rows, texts) = take(include, source, inside, own_providers, table, errors);
        dictionaries.extend(texts);
        rows
    };
    for number in 0..table.parts.len() {
        let Part::Category(category) = &mut table.parts[number] else {
            continue;
        };
        let mut before = 0;
        for placed in mem::take(&mut category.includes) {
            for (number, rows) in take(&placed.include, Some(number), table, errors) {
                if let Part::Category(category) = &mut table.parts[number] {
                    before += insert(category, &placed, before, rows);
                }
            }
        }
    }
    for include in mem::take(&mut table.includes) {
        for (number, rows) in take(&include, None, table, errors) {
            if let Part::Category(category) = &mut table.parts[number] {
                category.rows.extend(rows);
            }
        }
    }
    dictionaries
}

fn read(
    tokens: TokenStream,
    include: &Include,
    wanted_language: &str,
    wanted: &[String],
    errors: &mut Errors,
) -> Option<Source> {
    let place = include.name.span();
    errors.include(place, &include.name);
    let Exported {
        module,
        items,
        nested,
        texts,
        translations,
    } = exported(tokens)?;
    let mut table = Table::default();
    errors.use_allows(|errors| table = parse(moved(items, place), errors));
    let language = language(&table);
    let wanted = [wanted, std::slice::from_ref(&language)].concat();
    let own = Dictionary::new(&language, texts, translations, &wanted, place);
    let mut dictionaries = vec![own];
    dictionaries.extend(take_all(&mut table, nested, &wanted, errors));
    if !language.eq_ignore_ascii_case(wanted_language) {
        speak(&mut table, wanted_language, include, &dictionaries, errors);
        for dictionary in &mut dictionaries {
            dictionary.translate_from(wanted_language);
        }
    }
    let module = (!module.is_empty()).then(|| moved(module, place));
    Some(Source {
        table,
        module,
        dictionaries,
    })
}

/// Takes the rows of one table: for each category that gets some, its number in `table.parts`.
fn take(
    include: &Include,
    source: Source,
    inside: Option<usize>,
    own_providers: usize,
    table: &mut Table,
    errors: &mut Errors,
) -> (Vec<(usize, Vec<Row>)>, Vec<Dictionary>) {
    let Source {
        table: theirs,
        module,
        dictionaries,
    } = source;
    let date = theirs.dates.first().map(|date| date.text.clone());
    let origin = Rc::new(Included {
        table: include.name.to_string(),
        last_updated: date,
        module: module.clone(),
    });
    let mut values = Values::of(include, &theirs.holes);
    let mut changes = Changes::of(include);
    let mut taken: Vec<(usize, Vec<Row>)> = Vec::new();
    let has_rows = theirs
        .parts
        .iter()
        .any(|part| matches!(part, Part::Category(category) if !category.rows.is_empty()));
    let rowless = (!has_rows).then_some(&*theirs.providers);
    let named = named_providers(&theirs);
    let mut known = Vec::new();
    let mut brought = Vec::new();
    for part in theirs.parts {
        let Part::Category(mut theirs_category) = part else {
            continue;
        };
        known.push(theirs_category.ident.to_string());
        let Some(number) = inside.or_else(|| target(include, &theirs_category, table, errors))
        else {
            continue;
        };
        let Part::Category(ours) = &table.parts[number] else {
            continue;
        };
        let was_empty = theirs_category.rows.is_empty();
        let mut kept = mem::take(&mut theirs_category.rows);
        kept.retain_mut(|row| {
            row.group = over(theirs_category.with.clone(), mem::take(&mut row.group));
            let is_left = !row.names.iter().any(is_consent) && changes.apply(row, &values, errors);
            is_left && fit(row, include, ours, &origin, &mut values, errors)
        });
        if was_empty || !kept.is_empty() {
            brought.extend(signals(&theirs_category, &kept, rowless).map(|it| (number, it)));
        }
        if let Some(module) = &module {
            stricter(include, &theirs_category, ours, &kept, errors);
            prove(
                module,
                &theirs_category,
                ours,
                &theirs.proofs,
                &mut table.proofs,
            );
        }
        match taken.iter_mut().find(|(other, _)| *other == number) {
            Some((_, rows)) => rows.extend(kept),
            None => taken.push((number, kept)),
        }
    }
    bring(include, brought, table, errors);
    for (library, _) in &include.categories {
        if !known.contains(&library.to_string()) {
            let known: Vec<_> = known.iter().map(String::as_str).collect();
            let message = vocabulary::unknown("category", &library.to_string(), &known);
            errors.push(library.span(), message);
        }
    }
    let used: HashSet<String> = taken
        .iter()
        .flat_map(|(_, rows)| rows)
        .filter_map(|row| Some(provider_of(row)?.to_string()))
        .collect();
    for mut provider in theirs.providers {
        values.fill_keys(&mut provider.keys);
        let name = provider.ident.to_string();
        // Their table may have included a vendor that stores nothing.
        if used.contains(&name) || !named.contains(&name) {
            add_provider(provider, include, own_providers, table, errors);
        }
    }
    for retired in theirs.retired {
        if !table
            .retired
            .iter()
            .any(|other| other.name.text == retired.name.text)
        {
            table.retired.push(retired);
        }
    }
    changes.report_unknown(errors);
    values.report_unknown(
        include.values.iter().map(|(name, _)| name),
        &include.name,
        errors,
    );
    table.holes.extend(open(theirs.holes, include));
    (taken, dictionaries)
}

/// The providers that rows of a table name.
fn named_providers(table: &Table) -> HashSet<String> {
    let categories = table.parts.iter().filter_map(|part| match part {
        Part::Category(category) => Some(category),
        Part::Section(_) | Part::About(_) => None,
    });
    let named = categories.flat_map(|category| {
        let rows = category.rows.iter();
        rows.filter_map(|row| provider_of(row).or_else(|| provider_in(&category.with)))
    });
    named.map(Ident::to_string).collect()
}

/// Makes a row one of our category. Returns whether it has a name.
fn fit(
    row: &mut Row,
    include: &Include,
    ours: &Category,
    origin: &Rc<Included>,
    values: &mut Values,
    errors: &mut Errors,
) -> bool {
    row.docs.allows.extend_from_slice(&include.docs.allows);
    values.fill_row(row);
    if is_nameless(row, include, errors) {
        return false;
    }
    if row.cells.provider.is_none() && row.group.provider.is_none() {
        row.group.provider.clone_from(&ours.with.provider);
    }
    row.included.get_or_insert_with(|| Rc::clone(origin));
    for name in &mut row.names {
        if let Some(constant) = &mut name.constant {
            constant.ty = None;
        }
    }
    true
}

/// The row that keeps the answers of the library's own page.
fn is_consent(name: &ast::Name) -> bool {
    let ty = name
        .constant
        .as_ref()
        .and_then(|constant| constant.ty.clone());
    ty.and_then(|ty| ty.into_iter().last())
        .is_some_and(|last| last.to_string() == "Consent")
}
