//! `include`: rows of other tables become rows of this one.

use std::collections::HashSet;
use std::mem;
use std::rc::Rc;

use cookie_decl_core::markup::Block;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::ast::{
    self, AttributeValue, Attributes, Category, Cell, Cells, Content, Expr, Include, Included,
    Keys, Part, Placed, Proof, Provider, Row, SetBy, Storage, Table, Text,
};
use crate::check::listed::strictness;
use crate::check::row::both;
use crate::errors::Errors;
use crate::map::Map;
use crate::markup::line;
use crate::parse::include::{Exported, exported, literals, moved};
use crate::parse::parse;
use crate::vocabulary::{self, Gate, ProviderKey};

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
pub(crate) fn complete(table: &mut Table) {
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
                // A name that is one hole is the include's to say.
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

/// Puts rows where an `include` is, after those of the includes `before` it.
fn insert(category: &mut Category, placed: &Placed, before: usize, rows: Vec<Row>) -> usize {
    let (count, at) = (rows.len(), placed.rows + before);
    category.rows.splice(at..at, rows);
    for (number, _) in &mut category.breaks[placed.breaks..] {
        *number += count;
    }
    count
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

/// Puts the texts of a table into another language.
fn speak(
    table: &mut Table,
    language: &str,
    include: &Include,
    dictionaries: &[Dictionary],
    errors: &mut Errors,
) {
    let mut missing = Vec::new();
    let mut translate = |text: &mut String| match find(dictionaries, language, text) {
        Some(translation) => translation.clone_into(text),
        None if missing.contains(text) => {}
        None => missing.push(text.clone()),
    };
    for part in &mut table.parts {
        if let Part::Category(category) = part {
            texts_of_cells(&mut category.with, &mut translate);
            for row in &mut category.rows {
                texts_of_row(row, &mut translate);
            }
        }
    }
    for provider in &mut table.providers {
        texts_of_keys(&mut provider.keys, &mut translate);
    }
    if !missing.is_empty() {
        let message =
            format!("these texts are not in `{language}`, the language of this table: {missing:?}");
        errors.push(include.name.span(), message);
    }
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
    let mut values = Values::of(include);
    let mut changes = Changes::of(include);
    let mut taken: Vec<(usize, Vec<Row>)> = Vec::new();
    let mut has_rows = false;
    let mut known = Vec::new();
    for part in theirs.parts {
        let Part::Category(mut theirs_category) = part else {
            continue;
        };
        known.push(theirs_category.ident.to_string());
        has_rows |= !theirs_category.rows.is_empty();
        let Some(number) = inside.or_else(|| target(include, &theirs_category, table, errors))
        else {
            continue;
        };
        let Part::Category(ours) = &table.parts[number] else {
            continue;
        };
        let mut kept = Vec::new();
        for mut row in mem::take(&mut theirs_category.rows) {
            row.group = over(theirs_category.with.clone(), mem::take(&mut row.group));
            if row.names.iter().any(is_consent) || !changes.apply(&mut row, &values, errors) {
                continue;
            }
            row.docs.allows.extend_from_slice(&include.docs.allows);
            values.fill_row(&mut row);
            if is_nameless(&row, include, errors) {
                continue;
            }
            if row.cells.provider.is_none() && row.group.provider.is_none() {
                row.group.provider.clone_from(&ours.with.provider);
            }
            row.included.get_or_insert_with(|| Rc::clone(&origin));
            for name in &mut row.names {
                if let Some(constant) = &mut name.constant {
                    constant.ty = None;
                }
            }
            kept.push(row);
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
        if !has_rows || used.contains(&provider.ident.to_string()) {
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
    values.report_unknown(include, errors);
    (taken, dictionaries)
}

/// Reports a row whose name the include has to say.
fn is_nameless(row: &Row, include: &Include, errors: &mut Errors) -> bool {
    let mut names = row.names.iter().filter_map(|name| name.text.as_deref());
    let hole = names.find_map(lone_hole);
    if let Some(hole) = hole {
        let message = format!(
            "say the name of the cookie, or it would be every name: `{}({hole} = \"..\")`",
            include.name
        );
        errors.push(include.name.span(), message);
    }
    hole.is_some()
}

/// The number of the category that takes the rows of a library's category.
fn target(
    include: &Include,
    theirs: &Category,
    table: &Table,
    errors: &mut Errors,
) -> Option<usize> {
    let mapped = include
        .categories
        .iter()
        .find(|(library, _)| *library == theirs.ident);
    let Some(wanted) = mapped.map(|(_, ours)| ours).or(include.category.as_ref()) else {
        // Without any, the parser has reported it.
        if theirs.rows.is_empty() || include.categories.is_empty() {
            return None;
        }
        let ident = &theirs.ident;
        let message =
            format!("say which category takes the rows of `{ident}`: `{ident} in Necessary;`");
        errors.push(include.name.span(), message);
        return None;
    };
    let found = table
        .parts
        .iter()
        .position(|part| matches!(part, Part::Category(category) if category.ident == *wanted));
    if found.is_none() {
        let ours = table.parts.iter().filter_map(|part| match part {
            Part::Category(category) => Some(category.ident.to_string()),
            Part::Section(_) | Part::About(_) => None,
        });
        let ours: Vec<_> = ours.collect();
        let ours: Vec<_> = ours.iter().map(String::as_str).collect();
        let message = vocabulary::unknown("category", &wanted.to_string(), &ours);
        errors.push(wanted.span(), message);
    }
    found
}

/// A category that a library asks visitors about is not stored without asking them.
fn stricter(
    include: &Include,
    theirs: &Category,
    ours: &Category,
    rows: &[Row],
    errors: &mut Errors,
) {
    let (Some(gate), Some(our_gate)) = (theirs.gate, ours.gate) else {
        return;
    };
    if rows.is_empty() || strictness(our_gate) >= strictness(gate) {
        return;
    }
    let names = rows.iter().flat_map(|row| &row.names);
    let names: Vec<_> = names
        .filter_map(|name| name.text.as_deref())
        .map(|name| format!("`{name}`"))
        .collect();
    let message = format!(
        "the category `{}` of the library is `{}`, and `{}` is only `{}`: {}",
        theirs.ident,
        gate.word(),
        ours.ident,
        our_gate.word(),
        names.join(", ")
    );
    errors.push(include.name.span(), message);
}

/// The visitor's answer to our category is one to the library's, and to those that it proves.
fn prove(
    module: &TokenStream,
    theirs: &Category,
    ours: &Category,
    nested: &[Proof],
    proofs: &mut Vec<Proof>,
) {
    let is_asked = |category: &Category| category.gate.is_some_and(|gate| gate != Gate::Exempt);
    if !is_asked(theirs) || !is_asked(ours) {
        return;
    }
    let category = &theirs.ident;
    let nested = nested.iter().filter(|proof| proof.category == *category);
    let libraries = nested.map(|proof| proof.library.clone());
    let own = quote!(#module::category::#category);
    proofs.extend(libraries.chain([own]).map(|library| Proof {
        library,
        category: ours.ident.clone(),
    }));
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

fn provider_of(row: &Row) -> Option<&Ident> {
    let cells = [&row.cells, &row.group];
    cells
        .into_iter()
        .find_map(|cells| value(cells.provider.as_ref()))
}

fn value<T>(cell: Option<&Cell<T>>) -> Option<&T> {
    match &cell?.content {
        Content::Value(value) => Some(value),
        _ => None,
    }
}

/// Adds a provider. One that this table declares itself stays as it is; of others, the facts are united.
fn add_provider(
    theirs: Provider,
    include: &Include,
    own_providers: usize,
    table: &mut Table,
    errors: &mut Errors,
) {
    let mut known = table.providers.iter_mut().enumerate();
    let Some((number, ours)) = known.find(|(_, ours)| ours.ident == theirs.ident) else {
        table.providers.push(theirs);
        return;
    };
    if number < own_providers {
        return;
    }
    if ours.title.text != theirs.title.text {
        let (ident, ours, theirs) = (&theirs.ident, &ours.title.text, &theirs.title.text);
        let message = format!(
            "the provider `{ident}` is {theirs:?} here, and {ours:?} in a table above: declare \
             `provider {ident} = \"..\";` in this table, and both mean that"
        );
        errors.push(include.name.span(), message);
        return;
    }
    for (key, span, text) in theirs.keys {
        let is_known = ours.keys.iter().any(|(other, _, known)| {
            let same_text = known.as_ref().map(|it| &it.text) == text.as_ref().map(|it| &it.text);
            *other == key && (key != ProviderKey::Domain || same_text)
        });
        if !is_known {
            ours.keys.push((key, span, text));
        }
    }
}

/// What an `include` changes in rows.
struct Changes<'i> {
    include: &'i Include,
    used: HashSet<String>,
    names: Vec<String>,
}

impl<'i> Changes<'i> {
    fn of(include: &'i Include) -> Self {
        Self {
            include,
            used: HashSet::new(),
            names: Vec::new(),
        }
    }

    /// Changes a row, and says whether something of it is left.
    fn apply(&mut self, row: &mut Row, values: &Values<'_>, errors: &mut Errors) -> bool {
        self.names
            .extend(row.names.iter().filter_map(|name| name.text.clone()));
        let is = |name: &ast::Name, wanted: &str| {
            name.text
                .as_ref()
                .is_some_and(|text| text == wanted || values.filled(text) == wanted)
        };
        for wanted in &self.include.without {
            if row.names.iter().any(|name| is(name, &wanted.text)) {
                self.used.insert(wanted.text.clone());
                row.names.retain(|name| !is(name, &wanted.text));
            }
        }
        if row.names.is_empty() {
            return false;
        }
        let is_set_by_library = row.names.iter().any(|name| name.constant.is_some());
        let mut change = |cells: &Cells, span: Span, errors: &mut Errors| {
            let fixed = [
                ("duration", cells.duration.is_some()),
                ("attributes", cells.attributes.is_some()),
                ("set_by", cells.set_by.is_some()),
                ("storage", cells.storage.is_some()),
            ];
            let fixed = fixed.into_iter().find(|(_, is_stated)| *is_stated);
            if let Some((column, _)) = fixed.filter(|_| is_set_by_library) {
                let name = row.names[0].text.as_deref().unwrap_or("any");
                let message = format!(
                    "the library sets `{name}` with its own `{column}`, which stays as it is there"
                );
                errors.push(span, message);
            } else {
                row.cells = over(mem::take(&mut row.cells), cells.clone());
            }
        };
        change(&self.include.with, self.include.name.span(), errors);
        for changed in &self.include.rows {
            for wanted in &changed.names {
                let Some(text) = wanted.text.as_ref() else {
                    continue;
                };
                if !row.names.iter().any(|name| is(name, text)) {
                    continue;
                }
                self.used.insert(text.clone());
                change(&changed.cells, wanted.span, errors);
                if !changed.docs.paragraphs.is_empty() {
                    row.docs.paragraphs.clone_from(&changed.docs.paragraphs);
                } else if changed.cells.purpose.is_some() {
                    row.docs.paragraphs.clear();
                }
                row.docs.allows.extend_from_slice(&changed.docs.allows);
            }
        }
        true
    }

    fn report_unknown(&self, errors: &mut Errors) {
        let rows = self.include.rows.iter().flat_map(|row| &row.names);
        let rows = rows.filter_map(|name| Some((name.text.as_ref()?, name.span)));
        let without = self.include.without.iter().map(|it| (&it.text, it.span));
        for (name, span) in rows.chain(without) {
            if !self.used.contains(name) {
                let known: Vec<_> = self.names.iter().map(String::as_str).collect();
                let what = format!("row of `{}`", self.include.name);
                errors.push(span, vocabulary::unknown(&what, name, &known));
            }
        }
    }
}

/// What fills the holes of a table.
#[derive(Default)]
struct Values<'i> {
    values: &'i [(Ident, Text)],
    /// The names of all holes.
    holes: Vec<String>,
}

impl<'i> Values<'i> {
    fn of(include: &'i Include) -> Self {
        Self {
            values: &include.values,
            holes: Vec::new(),
        }
    }

    /// Fills the holes that have a value.
    fn filled(&self, text: &str) -> String {
        let fill = |text: String, (name, value): &(Ident, Text)| {
            text.replace(&format!("{{{name}}}"), &value.text)
        };
        self.values.iter().fold(text.to_owned(), fill)
    }

    /// Fills a text, and says whether holes are left.
    fn fill(&mut self, text: &mut Text) -> bool {
        let holes = text.text.split('{').skip(1);
        let holes = holes.filter_map(|rest| Some(rest.split_once('}')?.0.to_owned()));
        self.holes.extend(holes);
        text.text = self.filled(&text.text);
        text.text.contains('{')
    }

    fn fill_row(&mut self, row: &mut Row) {
        for name in &mut row.names {
            if let Some(text) = name.text.take() {
                let mut text = Text {
                    text,
                    span: name.span,
                };
                self.fill(&mut text);
                name.text = Some(text.text);
            }
        }
        self.fill_cells(&mut row.cells);
        self.fill_cells(&mut row.group);
    }

    fn fill_cells(&mut self, cells: &mut Cells) {
        if let Some(cell) = &mut cells.attributes
            && let Content::Value(attributes) = &mut cell.content
        {
            let count = attributes.list.len();
            // An attribute that waits for a value says nothing.
            attributes
                .list
                .retain_mut(|attribute| match &mut attribute.value {
                    AttributeValue::Text(text) => !self.fill(text),
                    _ => true,
                });
            if count > 0 && attributes.list.is_empty() {
                cell.content = Content::Default;
            }
        }
        if let Some(Cell {
            content: Content::Value(set_by),
            ..
        }) = &mut cells.set_by
            && let SetBy::Domain(domain) = set_by
        {
            self.fill(domain);
            if lone_hole(&domain.text).is_some() {
                *set_by = SetBy::Known(vocabulary::SetBy::ThirdParty);
            }
        }
    }

    fn fill_keys(&mut self, keys: &mut Keys) {
        keys.retain_mut(|(key, _, text)| match (key, text) {
            (ProviderKey::Domain, Some(text)) => {
                self.fill(text);
                lone_hole(&text.text).is_none()
            }
            (ProviderKey::Privacy | ProviderKey::OptOut | ProviderKey::Contact, Some(text)) => {
                !self.fill(text)
            }
            _ => true,
        });
    }

    fn report_unknown(&self, include: &Include, errors: &mut Errors) {
        for (name, _) in &include.values {
            let word = name.to_string();
            if !self.holes.contains(&word) {
                let known: Vec<_> = self.holes.iter().map(String::as_str).collect();
                let what = format!("hole of `{}`", include.name);
                errors.push(name.span(), vocabulary::unknown(&what, &word, &known));
            }
        }
    }
}

/// The name of the hole that a text is, if it is nothing else.
fn lone_hole(text: &str) -> Option<&str> {
    let hole = text.strip_prefix('{')?.strip_suffix('}')?;
    (!hole.contains(['{', '}'])).then_some(hole)
}

/// Lays cells over others: a cell with a value or `none` replaces the one below.
fn over(below: Cells, above: Cells) -> Cells {
    fn one<T>(below: Option<Cell<T>>, above: Option<Cell<T>>) -> Option<Cell<T>> {
        match above {
            Some(above) if !matches!(above.content, Content::Default) => Some(above),
            above => below.or(above),
        }
    }
    let mut own = below.own;
    for (title, cell) in above.own {
        own.retain(|(other, _)| *other != title);
        own.push((title, cell));
    }
    Cells {
        broken: below.broken || above.broken,
        provider: one(below.provider, above.provider),
        function: one(below.function, above.function),
        purpose: one(below.purpose, above.purpose),
        duration: one(below.duration, above.duration),
        attributes: attributes(below.attributes, above.attributes),
        set_by: one(below.set_by, above.set_by),
        storage: one(below.storage, above.storage),
        basis: one(below.basis, above.basis),
        note: one(below.note, above.note),
        when: when(below.when, above.when),
        own,
    }
}

/// A list that starts with `..` adds to the one below.
fn attributes(
    below: Option<Cell<Attributes>>,
    above: Option<Cell<Attributes>>,
) -> Option<Cell<Attributes>> {
    let Some(mut above) = above else { return below };
    match (below, &mut above.content) {
        (below @ Some(_), Content::Default) => below,
        (Some(below), Content::Value(list)) if list.inherit => {
            match below.content {
                Content::Value(mut outer) => {
                    outer.list.append(&mut list.list);
                    *list = outer;
                }
                Content::Nothing => list.inherit = false,
                Content::Default | Content::Broken => {}
            }
            Some(above)
        }
        _ => Some(above),
    }
}

/// Both conditions hold.
fn when(below: Option<Cell<Expr>>, above: Option<Cell<Expr>>) -> Option<Cell<Expr>> {
    let Some(mut above) = above else { return below };
    let Some(below) = below else {
        return Some(above);
    };
    match (below.content, &mut above.content) {
        (Content::Value(outer), Content::Value(inner)) => *inner = both(inner.clone(), outer),
        (content, Content::Default) => above.content = content,
        _ => {}
    }
    Some(above)
}

/// The texts of a table in other languages.
struct Dictionary {
    language: String,
    texts: Vec<String>,
    numbers: Map<String, usize>,
    translations: Vec<(String, Vec<String>)>,
    place: Span,
}

impl Dictionary {
    /// Reads only the languages that are wanted.
    fn new(
        language: &str,
        texts: Vec<String>,
        translations: Vec<(String, TokenStream)>,
        wanted: &[String],
        place: Span,
    ) -> Self {
        let is_wanted = |tag: &str| wanted.iter().any(|wanted| is_for(tag, wanted));
        let translations = translations.into_iter().filter(|(tag, _)| is_wanted(tag));
        Self {
            language: language.to_owned(),
            numbers: numbers(&texts),
            texts,
            translations: translations
                .map(|(tag, texts)| (tag, literals(texts)))
                .collect(),
            place,
        }
    }

    fn find(&self, language: &str, text: &str) -> Option<&str> {
        let number = *self.numbers.get(text)?;
        if is_for(&self.language, language) {
            return Some(&self.texts[number]);
        }
        let exact = |tag: &str| tag.eq_ignore_ascii_case(language);
        let mut tags = self.translations.iter();
        let exact = tags.find(|(tag, _)| exact(tag));
        let found = exact.or_else(|| {
            let mut tags = self.translations.iter();
            tags.find(|(tag, _)| is_for(tag, language))
        });
        let text = found?.1.get(number)?;
        (!text.is_empty()).then_some(text)
    }

    /// Translates from another language.
    fn translate_from(&mut self, language: &str) {
        let Some(number) = self
            .translations
            .iter()
            .position(|(tag, _)| is_for(tag, language))
        else {
            return;
        };
        let (tag, texts) = self.translations.swap_remove(number);
        self.numbers = numbers(&texts);
        let language = mem::replace(&mut self.language, tag);
        let texts = mem::replace(&mut self.texts, texts);
        self.translations.push((language, texts));
    }
}

fn numbers(texts: &[String]) -> Map<String, usize> {
    let numbered = texts.iter().enumerate();
    numbered
        .map(|(number, text)| (text.clone(), number))
        .collect()
}

/// Whether texts with this tag are in the language: those in `pt` are for `pt-BR` too.
fn is_for(tag: &str, language: &str) -> bool {
    let primary = language.split('-').next().unwrap_or_default();
    tag.eq_ignore_ascii_case(language) || tag.eq_ignore_ascii_case(primary)
}

fn find<'d>(dictionaries: &'d [Dictionary], language: &str, text: &str) -> Option<&'d str> {
    let mut found = dictionaries.iter().map(|it| it.find(language, text));
    found.find_map(|found| found)
}

/// Adds the translations of what was included. Those that the table has already win.
fn translate(table: &mut Table, own_providers: usize, dictionaries: &[Dictionary]) {
    let mut texts = Vec::new();
    let mut seen = HashSet::new();
    let mut note = |text: &mut String| {
        if seen.insert(text.clone()) {
            texts.push(text.clone());
        }
    };
    for part in &mut table.parts {
        if let Part::Category(category) = part {
            let rows = category.rows.iter_mut();
            rows.filter(|row| row.included.is_some())
                .for_each(|row| texts_of_row(row, &mut note));
        }
    }
    for provider in &mut table.providers[own_providers..] {
        texts_of_keys(&mut provider.keys, &mut note);
    }
    for translation in &mut table.translations {
        let own: HashSet<String> = translation
            .texts
            .iter()
            .map(|(source, _)| clean(source))
            .collect();
        for text in texts.iter().filter(|text| !own.contains(*text)) {
            let found = dictionaries
                .iter()
                .find_map(|it| Some((it.find(&translation.tag.tag, text)?, it.place)));
            if let Some((found, span)) = found {
                let at = |text: &str| Text {
                    text: text.to_owned(),
                    span,
                };
                translation.texts.push((at(text), at(found)));
            }
        }
    }
}

/// A text in the form in which the page has it.
fn clean(text: &Text) -> String {
    let mut clean = text.text.clone();
    line(&mut clean, text.span, &mut Vec::new());
    clean
}

/// Every text of a row that visitors read.
fn texts_of_row(row: &mut Row, each: &mut impl FnMut(&mut String)) {
    // A purpose is one text.
    if let Some(first) = row.docs.paragraphs.first() {
        let blocks = row
            .docs
            .paragraphs
            .iter()
            .map(|text| Block::new(&text.text));
        let blocks: Vec<String> = blocks.map(|block| block.text().to_owned()).collect();
        let span = first.span;
        let mut text = blocks.join(" ");
        each(&mut text);
        row.docs.paragraphs = vec![Text { text, span }];
    }
    texts_of_cells(&mut row.cells, each);
    texts_of_cells(&mut row.group, each);
}

fn texts_of_cells(cells: &mut Cells, each: &mut impl FnMut(&mut String)) {
    let mut one = |text: &mut Text| {
        text.text = clean(text);
        each(&mut text.text);
    };
    for cell in [&mut cells.function, &mut cells.purpose, &mut cells.note]
        .into_iter()
        .flatten()
        .chain(cells.own.iter_mut().map(|(_, cell)| cell))
    {
        if let Content::Value(text) = &mut cell.content {
            one(text);
        }
    }
    if let Some(Cell {
        content: Content::Value(duration),
        ..
    }) = &mut cells.duration
    {
        duration.text.iter_mut().for_each(&mut one);
    }
    if let Some(Cell {
        content: Content::Value(Storage::Other(text)),
        ..
    }) = &mut cells.storage
    {
        each(&mut text.text);
    }
    for (title, _) in &mut cells.own {
        each(title);
    }
}

fn texts_of_keys(keys: &mut Keys, each: &mut impl FnMut(&mut String)) {
    for (key, _, text) in keys {
        if let (ProviderKey::Country | ProviderKey::Transfer, Some(text)) = (key, text) {
            text.text = clean(text);
            each(&mut text.text);
        }
    }
}
