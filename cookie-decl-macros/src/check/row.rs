//! One row: its cells found in the row, the group, the category's `with` or the defaults.

use proc_macro2::{Ident, Span};
use quote::quote_spanned;

use super::{attributes, names};
use crate::ast::{self, AttributeValue, Cell, Cells, Content, DurationValue};
use crate::errors::{Errors, Place};
use crate::keys;
use crate::map::Map;
use crate::model::{
    Attributes, Constant, Duration, Expr, Keys, Places, Provider, Row, SetBy, Setting, Storage,
    Text,
};
use crate::rules::Rule;
use crate::texts::is_blank;

/// What the rows of a category share.
pub(super) struct Shared<'a> {
    pub(super) category: usize,
    pub(super) with: &'a Cells,
    pub(super) providers: &'a [Provider],
    /// Their numbers by their identifiers.
    pub(super) provider_numbers: &'a Map<String, usize>,
    pub(super) allows: &'a [Rule],
}

/// Resolves a row into one [`Row`] for each of its names.
pub(super) fn resolve(row: &ast::Row, shared: &Shared<'_>, errors: &mut Errors) -> Vec<Row> {
    let place = Place::from(row.names[0].span);
    let levels = [&row.cells, &row.group, shared.with];
    let mut allows = row.docs.allows.clone();
    allows.extend_from_slice(shared.allows);
    let named = find(levels, |cells| &cells.provider);
    let provider = provider(&named, shared, errors);
    let before = errors.count();
    let known_storage = !matches!(find(levels, |cells| &cells.storage), Found::Broken);
    let storage = always(&find(levels, |cells| &cells.storage), "storage", errors)
        .map_or(Storage::Cookie, |(storage, _)| storage.clone().into());
    let domain = provider.and_then(|(index, _)| shared.providers[index].domain.as_ref());
    let (set_by, set_by_place) = set_by(levels, &storage, domain, place, errors);
    // Of a provider that is not known, only the domain could be missed.
    let unknown = provider.is_none() && matches!(named, Found::Value(..));
    let no_domain = unknown && set_by == SetBy::ThirdParty(None);
    let (attributes, attribute_places) = row_attributes(levels, &storage, &set_by, errors);
    let note = text(&find(levels, |cells| &cells.note));
    let (mut duration, duration_place) =
        duration(levels, &storage, note.is_some(), place, &allows, errors);
    if !known_storage && matches!(duration, Duration::Persistent(_)) {
        // Right for most storages, and the one that was meant is not known.
        duration = Duration::Unstated;
    }
    let purpose = purpose(row, levels, place, &allows, errors);
    let mut resolved = Row {
        constant: None,
        name: names::any(place.start),
        continues: false,
        category: shared.category,
        provider,
        function: text(&find(levels, |cells| &cells.function)),
        purpose,
        duration,
        attributes,
        set_by,
        storage,
        note,
        when: when(levels),
        own: own(levels),
        places: Places {
            duration: duration_place.unwrap_or(place),
            attributes: attribute_places.0.unwrap_or(place),
            attribute_list: attribute_places.1.unwrap_or(place),
            set_by: set_by_place.unwrap_or(place),
            keys: keys(levels),
        },
        broken: levels.iter().any(|cells| cells.broken) || errors.count() > before || no_domain,
        allows,
    };
    let mut rows = Vec::new();
    for name in &row.names {
        resolved.constant = name
            .constant
            .as_ref()
            .and_then(|constant| self::constant(constant, errors));
        resolved.name = match &name.text {
            Some(text) => names::resolve(text.clone(), name.span, errors),
            None => names::any(name.span),
        };
        rows.push(resolved.clone());
        resolved.continues = true;
    }
    rows
}

/// A row of `retired`, which has nothing but a name and attributes.
pub(super) fn retired(retired: ast::Retired, errors: &mut Errors) -> Row {
    let place = Place::from(retired.name.span);
    let attributes = resolve_attributes(Attributes::base(), &retired.attributes, errors);
    Row {
        constant: None,
        name: names::resolve(retired.name.text, retired.name.span, errors),
        continues: false,
        category: 0,
        provider: None,
        function: None,
        purpose: None,
        duration: Duration::Unstated,
        attributes: Some(attributes),
        set_by: SetBy::Server,
        storage: Storage::Cookie,
        note: None,
        when: None,
        own: Vec::new(),
        places: Places {
            duration: place,
            attributes: place,
            attribute_list: place,
            set_by: place,
            keys: Keys::default(),
        },
        broken: false,
        allows: retired.allows,
    }
}

/// Where the columns are named.
fn keys(levels: [&Cells; 3]) -> Keys {
    macro_rules! keys {
        ($($column:ident)+) => {
            Keys { $($column: levels.iter().find_map(|cells| cells.$column.as_ref()).map(|cell| cell.key.clone())),+ }
        };
    }
    keys!(provider function purpose duration attributes set_by storage note when)
}

/// A cell, as far as it was found.
enum Found<'a, T> {
    Value(&'a T, Place),
    /// `none`
    Nothing(Place),
    /// `_` and nothing to fall back to.
    Default(Place),
    Broken,
    Absent,
}

/// The innermost cell of a column that says something.
fn find<'a, T>(
    levels: [&'a Cells; 3],
    column: impl Fn(&'a Cells) -> &'a Option<Cell<T>>,
) -> Found<'a, T> {
    let mut blank = None;
    for cell in levels
        .into_iter()
        .filter_map(|cells| column(cells).as_ref())
    {
        match &cell.content {
            Content::Value(value) => return Found::Value(value, cell.place),
            Content::Nothing => return Found::Nothing(cell.place),
            Content::Broken => return Found::Broken,
            Content::Default => blank = blank.or(Some(cell.place)),
        }
    }
    let absent = if levels.iter().any(|cells| cells.broken) {
        Found::Broken
    } else {
        Found::Absent
    };
    blank.map_or(absent, Found::Default)
}

/// The conditions of the row and of what it stands in, up to a `none`: a group does not switch on what its category
/// switches off.
fn when(levels: [&Cells; 3]) -> Option<Expr> {
    let cells = levels.into_iter().filter_map(|cells| cells.when.as_ref());
    let cells = cells.take_while(|cell| !matches!(cell.content, Content::Nothing));
    let conditions = cells.filter_map(|cell| match &cell.content {
        Content::Value(expr) => Some(expr.clone()),
        _ => None,
    });
    conditions.reduce(|inner, outer| {
        let (tokens, other) = (inner.tokens, outer.tokens);
        let span = Span::mixed_site().located_at(inner.span);
        // In front of a block, a statement would end; behind `true &&` it is an operand.
        Expr {
            tokens: quote_spanned!(span=> true && { #tokens } && { #other }),
            span: inner.span,
        }
    })
}

fn text(found: &Found<'_, Text>) -> Option<Text> {
    match found {
        Found::Value(text, _) if !is_blank(&text.text) => Some((*text).clone()),
        _ => None,
    }
}

fn own(levels: [&Cells; 3]) -> Vec<(String, Text)> {
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
    shared: &Shared<'_>,
    errors: &mut Errors,
) -> Option<(usize, Span)> {
    let Found::Value(ident, _) = *found else {
        return None;
    };
    let index = shared.provider_numbers.get(&ident.to_string()).copied();
    if index.is_none() {
        let names: Vec<_> = shared
            .providers
            .iter()
            .map(|provider| provider.ident.to_string())
            .collect();
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        let unknown = keys::unknown("provider", &ident.to_string(), &names);
        let message = if names.is_empty() {
            format!("unknown provider `{ident}`: declare it, `provider {ident} = \"..\";`")
        } else {
            unknown
        };
        errors.push(ident.span(), message);
    }
    index.map(|index| (index, ident.span()))
}

fn purpose(
    row: &ast::Row,
    levels: [&Cells; 3],
    place: Place,
    allows: &[Rule],
    errors: &mut Errors,
) -> Option<Text> {
    let doc = row.docs.paragraphs.first().map(|first| Text {
        text: row
            .docs
            .paragraphs
            .iter()
            .map(|text| text.text.as_str())
            .collect::<Vec<_>>()
            .join(" "),
        span: first.span,
    });
    let own = row
        .cells
        .purpose
        .as_ref()
        .filter(|cell| matches!(cell.content, Content::Value(_)));
    if let (Some(doc), Some(cell)) = (&doc, own) {
        errors.push(
            cell.place,
            "the purpose twice: it is the `///` above the row, or this cell, not both",
        );
        errors.push(doc.span, "first declared here");
    }
    let found = find(levels, |cells| &cells.purpose);
    let broken = levels.iter().any(|cells| cells.broken);
    let silent = broken || matches!(found, Found::Nothing(_) | Found::Broken);
    let purpose = doc.or_else(|| text(&found));
    if purpose.is_none() && !silent {
        let message = "no purpose: visitors read what it is for in the `///` above the row";
        super::warn(errors, allows, Rule::NoPurpose, place, message);
    }
    purpose
}

/// `none` and `_` where a column always has a value.
fn always<'a, T>(
    found: &Found<'a, T>,
    column: &str,
    errors: &mut Errors,
) -> Option<(&'a T, Place)> {
    match found {
        Found::Value(value, span) => Some((value, *span)),
        Found::Nothing(span) => {
            errors.push(*span, format!("`{column}` cannot be nothing"));
            None
        }
        Found::Default(_) | Found::Broken | Found::Absent => None,
    }
}

fn set_by(
    levels: [&Cells; 3],
    storage: &Storage,
    domain: Option<&String>,
    place: Place,
    errors: &mut Errors,
) -> (SetBy, Option<Place>) {
    // A header reaches no storage of the page.
    let scripted = matches!(
        storage,
        Storage::LocalStorage | Storage::SessionStorage | Storage::IndexedDb
    );
    let Some((set_by, span)) = always(&find(levels, |cells| &cells.set_by), "set_by", errors)
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
    let span = if own { span } else { place };
    let set_by = match set_by {
        ast::SetBy::Domain(domain) => {
            attributes::check_domain(domain, errors);
            SetBy::ThirdParty(Some(domain.text.clone()))
        }
        ast::SetBy::Known(keys::SetBy::ThirdParty) => SetBy::ThirdParty(domain.cloned()),
        ast::SetBy::Known(keys::SetBy::Server) if scripted => {
            errors.push(
                span,
                "a server stores cookies only; a script stores this: `set_by = script`",
            );
            SetBy::Script
        }
        ast::SetBy::Known(key) => (*key).into(),
    };
    (set_by, Some(span))
}

/// The attributes, `None` where there are none to know; where they stand if not in the category's `with`, and where
/// they stand at all.
fn row_attributes(
    levels: [&Cells; 3],
    storage: &Storage,
    set_by: &SetBy,
    errors: &mut Errors,
) -> (Option<Attributes>, (Option<Place>, Option<Place>)) {
    let stated = |levels: &[&Cells]| {
        let cells = levels.iter().filter_map(|cells| cells.attributes.as_ref());
        cells
            .filter(|cell| !matches!(cell.content, Content::Default))
            .map(|cell| cell.place)
            .next()
    };
    let own = stated(&levels[..2]);
    if *storage != Storage::Cookie {
        let value = levels[..2]
            .iter()
            .find_map(|cells| cells.attributes.as_ref());
        if let Some(cell) = value.filter(|cell| matches!(cell.content, Content::Value(_))) {
            errors.push(
                cell.place,
                "only cookies have attributes; this row is stored elsewhere [M3]",
            );
        }
        return (None, (own, own));
    }
    // From the outside in, since `..` starts from what stands around it.
    let mut attributes = None;
    let mut broken = false;
    for cell in levels
        .into_iter()
        .rev()
        .filter_map(|cells| cells.attributes.as_ref())
    {
        match &cell.content {
            Content::Value(list) => {
                // What others send where the table says nothing is not known, and not invented.
                let default = || {
                    if *set_by == SetBy::Server {
                        Attributes::server()
                    } else {
                        Attributes::base()
                    }
                };
                attributes = Some(resolve_attributes(
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

/// A list of attributes, on top of what it starts from if it says so.
fn resolve_attributes(
    outer: Attributes,
    list: &ast::Attributes,
    errors: &mut Errors,
) -> Attributes {
    let mut resolved = if list.inherit {
        outer
    } else {
        Attributes::base()
    };
    for attribute in &list.list {
        let flag = match &attribute.value {
            AttributeValue::RunTime(expr) => Setting::RunTime(expr.clone()),
            value => Setting::Fixed(matches!(value, AttributeValue::Flag)),
        };
        match attribute.key {
            keys::Attribute::Secure => resolved.secure = flag,
            keys::Attribute::HttpOnly => resolved.http_only = flag,
            keys::Attribute::Partitioned => resolved.partitioned = flag,
            keys::Attribute::SameSite => {
                resolved.same_site = match &attribute.value {
                    AttributeValue::RunTime(expr) => Setting::RunTime(expr.clone()),
                    AttributeValue::SameSite(value) => Setting::Fixed(*value),
                    _ => continue,
                };
            }
            keys::Attribute::Path => {
                resolved.path = match &attribute.value {
                    AttributeValue::RunTime(expr) => Setting::RunTime(expr.clone()),
                    AttributeValue::Text(text) => {
                        attributes::check_path(text, errors);
                        Setting::Fixed(text.text.clone())
                    }
                    _ => Setting::Fixed("/".to_owned()),
                };
            }
            keys::Attribute::Domain => {
                resolved.domain = match &attribute.value {
                    AttributeValue::RunTime(expr) => Setting::RunTime(expr.clone()),
                    AttributeValue::Text(text) => {
                        attributes::check_domain_attribute(text, errors);
                        Setting::Fixed(Some(text.text.clone()))
                    }
                    _ => Setting::Fixed(None),
                };
            }
        }
    }
    resolved
}

/// The duration, and where it stands if in the row or its group.
fn duration(
    levels: [&Cells; 3],
    storage: &Storage,
    has_note: bool,
    place: Place,
    allows: &[Rule],
    errors: &mut Errors,
) -> (Duration, Option<Place>) {
    let found = find(levels, |cells| &cells.duration);
    let own = levels[..2].iter().any(|cells| cells.duration.is_some());
    match found {
        Found::Value(duration, span) => {
            let text = duration.text.clone();
            let value = match &duration.value {
                DurationValue::Terms(terms) => Duration::Terms(terms.clone(), text),
                DurationValue::RunTime(expr, max) => Duration::RunTime(expr.clone(), *max, text),
                DurationValue::Persistent => Duration::Persistent(text),
            };
            return (value, own.then_some(span));
        }
        // A pixel stores nothing that could last.
        _ if *storage == Storage::Pixel => {}
        Found::Nothing(span) => {
            if !has_note {
                let message =
                    "`none` says that no duration is stated; a `note` tells visitors why [M4]";
                errors.push(if own { span } else { place }, message);
            }
        }
        Found::Default(span) => {
            let message = "no duration is stated, and visitors have a right to know it (C-673/17, paragraph 81); \
                           `none` with a `note` tells them why not";
            super::warn(errors, allows, Rule::UnstatedDuration, span, message);
        }
        Found::Absent => {
            errors.push(
                place,
                "no duration: every row states one, or `_` where it is not known (C-673/17, paragraph 81) [M4]",
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
    let ast::Constant { ident, ty, place } = constant.clone();
    Some(Constant {
        ident,
        ty,
        consent,
        place,
    })
}
