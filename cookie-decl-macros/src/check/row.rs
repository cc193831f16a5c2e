//! One row. A cell is taken from the row, its group, the category's `with` or the defaults.

use proc_macro2::{Ident, Span};
use quote::quote_spanned;

use crate::ast::{self, Cell, Cells, Content, DurationValue, Expr, Text};
use crate::check::{attributes, holes, names};
use crate::errors::{Allow, Errors, SourceRange, line_of_first};
use crate::map::Map;
use crate::model::{Attributes, Constant, Declaration, Duration, Provider, Ranges, SetBy, Storage};
use crate::rules::Rule;
use crate::texts::is_blank;
use crate::vocabulary;

/// What a row needs to know about its category and the table.
pub(super) struct CategoryContext<'a> {
    pub(super) number: usize,
    pub(super) with: &'a Cells,
    pub(super) providers: &'a [Provider],
    /// The numbers of the providers, by identifier.
    pub(super) provider_numbers: &'a Map<String, usize>,
    pub(super) allows: &'a [Allow],
    /// Whether visitors choose for each provider.
    pub(super) is_by_provider: bool,
}

/// Resolves a row into one [`Declaration`] for each of its names.
pub(super) fn resolve(
    row: &ast::Row,
    category: &CategoryContext<'_>,
    errors: &mut Errors,
) -> Vec<Declaration> {
    let name_range = SourceRange::from(row.names[0].span);
    errors.row(row.names[0].text.as_deref());
    let levels = [&row.cells, &row.group, category.with];
    let mut allows = row.docs.allows.clone();
    allows.extend_from_slice(category.allows);
    let named = find(levels, |cells| &cells.provider);
    let provider = provider(&named, category, errors);
    if category.is_by_provider {
        has_provider(&named, category, name_range, errors);
    }
    let before = errors.count();
    let known_storage = !matches!(find(levels, |cells| &cells.storage), Found::Broken);
    let storage = always(&find(levels, |cells| &cells.storage), "storage", errors)
        .map_or(Storage::Cookie, |(storage, _)| storage.clone().into());
    let domain = provider.and_then(|number| category.providers[number].domains.first());
    let (set_by, set_by_range) = set_by(levels, &storage, domain, name_range, errors);
    // An unknown provider matters only for its domain.
    let unknown = provider.is_none() && matches!(named, Found::Value(..));
    let no_domain = unknown && set_by == SetBy::ThirdParty(None);
    let (attributes, attribute_ranges) = row_attributes(levels, &storage, &set_by, errors);
    let note = text(&find(levels, |cells| &cells.note));
    let (mut duration, duration_range) = duration(
        levels,
        &storage,
        note.is_some(),
        name_range,
        &allows,
        errors,
    );
    if !known_storage && matches!(duration, Duration::Persistent(_)) {
        // It is right for most storages; the one that was meant is not known.
        duration = Duration::Unstated;
    }
    let purpose = purpose(row, levels, name_range, &allows, errors);
    let mut resolved = Declaration {
        constant: None,
        name: names::any(name_range.start),
        continues: false,
        category: category.number,
        provider,
        function: text(&find(levels, |cells| &cells.function)),
        purpose,
        duration,
        attributes,
        set_by,
        storage,
        basis: match find(levels, |cells| &cells.basis) {
            Found::Value(basis, _) => Some(*basis),
            _ => None,
        },
        note,
        when: when(levels),
        own: own(levels),
        included: row.included.clone(),
        ranges: Ranges {
            duration: duration_range.unwrap_or(name_range),
            attributes: attribute_ranges.0.unwrap_or(name_range),
            attribute_list: attribute_ranges.1.unwrap_or(name_range),
            set_by: set_by_range.unwrap_or(name_range),
        },
        broken: levels.iter().any(|cells| cells.broken) || errors.count() > before || no_domain,
        allows,
    };
    let mut declarations = Vec::new();
    for name in &row.names {
        resolved.constant = name
            .constant
            .as_ref()
            .and_then(|constant| self::constant(constant, errors));
        resolved.name = match &name.text {
            Some(text) => holes::resolve(text.clone(), name.span, errors),
            None => names::any(name.span),
        };
        declarations.push(resolved.clone());
        resolved.continues = true;
    }
    errors.row(None);
    declarations
}

/// What was found for a column.
pub(super) enum Found<'a, T> {
    Value(&'a T, SourceRange),
    /// `none`
    Nothing(SourceRange),
    /// `_`, and no cell around it.
    Default(SourceRange),
    Broken,
    Absent,
}

/// Finds the innermost cell of a column that has a value or `none`.
pub(super) fn find<'a, T>(
    levels: [&'a Cells; 3],
    column: impl Fn(&'a Cells) -> &'a Option<Cell<T>>,
) -> Found<'a, T> {
    let mut default = None;
    for cell in levels
        .into_iter()
        .filter_map(|cells| column(cells).as_ref())
    {
        match &cell.content {
            Content::Value(value) => return Found::Value(value, cell.range),
            Content::Nothing => return Found::Nothing(cell.range),
            Content::Broken => return Found::Broken,
            Content::Default => default = default.or(Some(cell.range)),
        }
    }
    let absent = if levels.iter().any(|cells| cells.broken) {
        Found::Broken
    } else {
        Found::Absent
    };
    default.map_or(absent, Found::Default)
}

/// Joins the conditions of the row and of what is around it, up to a `none`: a group cannot enable
/// what its category disables.
fn when(levels: [&Cells; 3]) -> Option<Expr> {
    let cells = levels.into_iter().filter_map(|cells| cells.when.as_ref());
    let cells = cells.take_while(|cell| !matches!(cell.content, Content::Nothing));
    let conditions = cells.filter_map(|cell| match &cell.content {
        Content::Value(expr) => Some(expr.clone()),
        _ => None,
    });
    conditions.reduce(both)
}

/// One condition and another.
pub(super) fn both(inner: Expr, outer: Expr) -> Expr {
    let (tokens, other) = (inner.tokens, outer.tokens);
    let span = Span::mixed_site().located_at(inner.span);
    // Without `true &&`, the first block would be a statement.
    Expr {
        tokens: quote_spanned!(span=> true && { #tokens } && { #other }),
        span: inner.span,
    }
}

pub(super) fn text(found: &Found<'_, Text>) -> Option<Text> {
    match found {
        Found::Value(text, _) if !is_blank(&text.text) => Some((*text).clone()),
        _ => None,
    }
}

pub(super) fn own(levels: [&Cells; 3]) -> Vec<(String, Text)> {
    let mut titles: Vec<&String> = Vec::new();
    for (title, _) in levels.iter().flat_map(|cells| &cells.own) {
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    let cell = |title: &String| {
        let cells = levels
            .iter()
            .filter_map(|cells| cells.own.iter().find(|(other, _)| other == title));
        for (_, cell) in cells {
            match &cell.content {
                Content::Value(text) if !is_blank(&text.text) => {
                    return Some((title.clone(), text.clone()));
                }
                Content::Default => {}
                _ => return None,
            }
        }
        None
    };
    titles.into_iter().filter_map(cell).collect()
}

fn provider(
    found: &Found<'_, Ident>,
    category: &CategoryContext<'_>,
    errors: &mut Errors,
) -> Option<usize> {
    let Found::Value(ident, _) = *found else {
        return None;
    };
    let number = category.provider_numbers.get(&ident.to_string()).copied();
    if number.is_none() {
        let names: Vec<_> = category
            .providers
            .iter()
            .map(|provider| provider.ident.to_string())
            .collect();
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        let unknown = vocabulary::unknown("provider", &ident.to_string(), &names);
        let message = if names.is_empty() {
            format!("unknown provider `{ident}`: declare it, `provider {ident} = \"..\";`")
        } else {
            unknown
        };
        errors.push(ident.span(), message);
    }
    number
}

/// Where visitors choose for each provider, they cannot choose for a row of nobody.
fn has_provider(
    found: &Found<'_, Ident>,
    category: &CategoryContext<'_>,
    name_range: SourceRange,
    errors: &mut Errors,
) {
    let range = match *found {
        Found::Value(..) | Found::Broken => return,
        Found::Nothing(range) | Found::Default(range) => range,
        Found::Absent => name_range,
    };
    let example = match category.providers.first() {
        Some(provider) => format!("`provider = {}`", provider.ident),
        None => "`provider = Acme`, declared as `provider Acme = \"Acme Inc.\";`".to_owned(),
    };
    let message = format!("no provider, but visitors choose `by provider`: name one, {example}");
    errors.push(range, message);
}

/// The purpose above a row: its paragraphs are one text.
pub(super) fn purpose_above(docs: &ast::Docs) -> Option<Text> {
    let first = docs.paragraphs.first()?;
    let paragraphs = docs.paragraphs.iter().map(|text| text.text.as_str());
    Some(Text {
        text: paragraphs.collect::<Vec<_>>().join(" "),
        span: first.span,
    })
}

fn purpose(
    row: &ast::Row,
    levels: [&Cells; 3],
    name_range: SourceRange,
    allows: &[Allow],
    errors: &mut Errors,
) -> Option<Text> {
    let doc = purpose_above(&row.docs);
    let own = row
        .cells
        .purpose
        .as_ref()
        .filter(|cell| matches!(cell.content, Content::Value(_)));
    if let (Some(doc), Some(cell)) = (&doc, own) {
        let line = line_of_first(doc.span, cell.range.start);
        let message = format!("the purpose is written twice, above the row and here{line}");
        errors.push(cell.range, message);
    }
    let found = find(levels, |cells| &cells.purpose);
    let broken = levels.iter().any(|cells| cells.broken);
    let silent = broken || matches!(found, Found::Nothing(_) | Found::Broken);
    let purpose = doc.or_else(|| text(&found));
    if purpose.is_none() && !silent {
        let message = "no purpose: write what it is for above the row, as `///`";
        errors.warn(allows, Rule::NoPurpose, name_range, message);
    }
    purpose
}

/// The value of a column that always has one; `none` is an error there.
fn always<'a, T>(
    found: &Found<'a, T>,
    column: &str,
    errors: &mut Errors,
) -> Option<(&'a T, SourceRange)> {
    match found {
        Found::Value(value, range) => Some((value, *range)),
        Found::Nothing(range) => {
            errors.push(*range, format!("`{column}` cannot be empty"));
            None
        }
        Found::Default(_) | Found::Broken | Found::Absent => None,
    }
}

fn set_by(
    levels: [&Cells; 3],
    storage: &Storage,
    domain: Option<&String>,
    name_range: SourceRange,
    errors: &mut Errors,
) -> (SetBy, Option<SourceRange>) {
    // A header cannot write to a storage of the page.
    let scripted = matches!(
        storage,
        Storage::LocalStorage | Storage::SessionStorage | Storage::IndexedDb
    );
    let Some((set_by, range)) = always(&find(levels, |cells| &cells.set_by), "set_by", errors)
    else {
        return (
            if scripted {
                SetBy::Script
            } else {
                SetBy::Server
            },
            None,
        );
    };
    let own = levels[0].set_by.is_some() || levels[1].set_by.is_some();
    let range = if own { range } else { name_range };
    let set_by = match set_by {
        ast::SetBy::Domain(domain) => {
            SetBy::ThirdParty(Some(attributes::third_party_domain(domain, errors)))
        }
        ast::SetBy::Known(vocabulary::SetBy::ThirdParty) => SetBy::ThirdParty(domain.cloned()),
        ast::SetBy::Known(vocabulary::SetBy::Server) if scripted => {
            errors.push(
                range,
                "a server stores only cookies; a script stores this: `set_by = script`",
            );
            SetBy::Script
        }
        ast::SetBy::Known(key) => (*key).into(),
    };
    (set_by, Some(range))
}

/// The attributes, if any are known. Also where they are written: first without the category's
/// `with`, then anywhere.
fn row_attributes(
    levels: [&Cells; 3],
    storage: &Storage,
    set_by: &SetBy,
    errors: &mut Errors,
) -> (
    Option<Attributes>,
    (Option<SourceRange>, Option<SourceRange>),
) {
    let stated = |levels: &[&Cells]| {
        let cells = levels.iter().filter_map(|cells| cells.attributes.as_ref());
        cells
            .filter(|cell| !matches!(cell.content, Content::Default))
            .map(|cell| cell.range)
            .next()
    };
    let own = stated(&levels[..2]);
    if *storage != Storage::Cookie {
        let value = levels[..2]
            .iter()
            .find_map(|cells| cells.attributes.as_ref());
        if let Some(cell) = value.filter(|cell| matches!(cell.content, Content::Value(_))) {
            errors.push_rule(
                Rule::WrongDuration,
                cell.range,
                "only cookies have attributes, and this row is stored elsewhere",
            );
        }
        return (None, (own, own));
    }
    // From the outside in: `..` extends the list around it.
    let mut attributes = None;
    let mut broken = false;
    for cell in levels
        .into_iter()
        .rev()
        .filter_map(|cells| cells.attributes.as_ref())
    {
        match &cell.content {
            Content::Value(list) => {
                // What others send by default is not known.
                let default = || {
                    if *set_by == SetBy::Server {
                        Attributes::server()
                    } else {
                        Attributes::base()
                    }
                };
                attributes = Some(attributes::resolve(
                    attributes.unwrap_or_else(default),
                    list,
                    errors,
                ));
            }
            Content::Nothing => attributes = (*set_by == SetBy::Server).then(Attributes::base),
            Content::Broken => broken = true,
            Content::Default => {}
        }
    }
    let default = *set_by == SetBy::Server || broken;
    let attributes = attributes.or_else(|| default.then(Attributes::server));
    (attributes, (own, stated(&levels)))
}

/// The duration, and where it is written in the row or its group.
fn duration(
    levels: [&Cells; 3],
    storage: &Storage,
    has_note: bool,
    name_range: SourceRange,
    allows: &[Allow],
    errors: &mut Errors,
) -> (Duration, Option<SourceRange>) {
    let found = find(levels, |cells| &cells.duration);
    let own = levels[..2].iter().any(|cells| cells.duration.is_some());
    match found {
        Found::Value(duration, range) => {
            let text = duration.text.clone();
            let value = match &duration.value {
                DurationValue::Terms(terms) => Duration::Terms(terms.clone(), text),
                DurationValue::RunTime(expr, max) => Duration::RunTime(expr.clone(), *max, text),
                DurationValue::Persistent => Duration::Persistent(text),
                DurationValue::Unknown => Duration::Unknown(text),
            };
            return (value, own.then_some(range));
        }
        // A pixel stores nothing, so it has no duration.
        _ if *storage == Storage::Pixel => {}
        Found::Nothing(range) => {
            if !has_note {
                let message =
                    "`none` leaves the duration out: say why in a `note`, which visitors read";
                errors.push_rule(
                    Rule::NoDuration,
                    if own { range } else { name_range },
                    message,
                );
            }
        }
        Found::Default(range) => {
            let message = "no duration is stated, and visitors have a right to know it (C-673/17, paragraph 81); \
                           `unknown` says that others do not state it, `none` with a `note` says why";
            errors.warn(allows, Rule::UnstatedDuration, range, message);
        }
        Found::Absent => {
            errors.push_rule(
                Rule::NoDuration,
                name_range,
                "no duration: write one, or `unknown` if others set it and do not say (C-673/17, paragraph 81)",
            );
        }
        Found::Broken => {}
    }
    (Duration::Unstated, None)
}

fn constant(constant: &ast::Constant, errors: &mut Errors) -> Option<Constant> {
    if constant.ident == "POLICY" {
        errors.push(
            constant.ident.span(),
            "`POLICY` is the whole table; choose another identifier",
        );
        return None;
    }
    let consent = constant
        .ty
        .clone()
        .and_then(|ty| ty.into_iter().last())
        .is_some_and(|last| last.to_string() == "Consent");
    let ast::Constant { ident, ty, eq_span } = constant.clone();
    Some(Constant {
        ident,
        ty,
        consent,
        eq_span,
    })
}
