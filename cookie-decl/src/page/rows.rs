//! The table of a category: which columns it has, and what stands in its cells.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::Column;
use super::contents::{Group, Pieces, Source, built_in};
use super::document::{Block, Cell, Inline, Lifetime, Name, Row, Table, TableColumn, Text};
use crate::{Attributes, Declaration, Duration, Pattern, SetBy, Storage, Term, Unit};

/// Whether names stand somewhere in a block.
pub(super) fn prints_names(block: &Block<'_>) -> bool {
    matches!(block, Block::Table(table) if table.rows.iter().any(|row| row.cells.contains(&Cell::Names)))
}

/// The table of a category that has rows.
pub(super) fn table<'a>(source: &Source<'a>, caption: Vec<Inline<'a>>, groups: &[Group]) -> Table<'a> {
    let mut columns = columns(source, groups);
    columns.retain(|(column, _)| groups.iter().any(|group| cell(source, &group[0], *column) != Cell::Empty));
    if columns.is_empty() {
        columns.push((Column::Cookie, None));
    }
    let mut namesakes = Namesakes::new();
    for name in groups.iter().flat_map(|group| *group).filter(|name| !name.is_any()) {
        namesakes.entry(name.cookie).or_default().push(name);
    }
    let rows = groups.iter().map(|group| row(source, group, &columns, &namesakes)).collect();
    let columns = columns.into_iter().map(|(column, title)| header(source, column, title)).collect();
    Table { caption, columns, rows }
}

/// What a table has under each name, in one row or in several.
type Namesakes = BTreeMap<&'static str, Vec<&'static Declaration>>;

type Titled<'a> = (Column<'a>, Option<&'static str>);

/// The columns that are asked for, or else those that say something; with the titles that the table gives them.
fn columns<'a>(source: &Source<'a>, groups: &[Group]) -> Vec<Titled<'a>> {
    let print = source.table.print;
    let title = |column: &Column<'_>| print.iter().find(|(other, _)| other == column).and_then(|(_, title)| *title);
    let mut columns: Vec<Titled<'a>> = match &source.page.columns {
        Some(columns) => columns.iter().map(|column| (*column, title(column))).collect(),
        None if !print.is_empty() => print.to_vec(),
        None => default_columns(groups).into_iter().map(|column| (column, None)).collect(),
    };
    if source.page.security && !columns.iter().any(|(column, _)| *column == Column::Attributes) {
        columns.push((Column::Attributes, None));
    }
    columns
}

fn default_columns(groups: &[Group]) -> Vec<Column<'static>> {
    let rows = || groups.iter().map(|group| &group[0]);
    let mut columns = vec![Column::Cookie, Column::Provider, Column::Purpose, Column::Function, Column::Duration];
    if rows().any(|row| matches!(row.set_by(), SetBy::ThirdParty(_))) {
        columns.push(Column::SetBy);
    }
    if rows().any(|row| row.storage() != Storage::Cookie) {
        columns.push(Column::Storage);
    }
    for (title, _) in rows().flat_map(Declaration::own_columns) {
        if !columns.contains(&Column::Own(title)) {
            columns.push(Column::Own(title));
        }
    }
    columns.push(Column::Note);
    columns
}

fn header<'a>(source: &Source<'a>, column: Column<'a>, title: Option<&'static str>) -> TableColumn<'a> {
    let texts = &source.language.texts.columns;
    let (key, text) = match column {
        Column::Cookie => ("cookie", texts.cookie),
        Column::Provider => ("provider", texts.provider),
        Column::Function => ("function", texts.function),
        Column::Purpose => ("purpose", texts.purpose),
        Column::Duration => ("duration", texts.duration),
        Column::Attributes => ("attributes", texts.attributes),
        Column::SetBy => ("set_by", texts.set_by),
        Column::Storage => ("storage", texts.storage),
        Column::Note => ("note", texts.note),
        Column::Own(own) => {
            let title = source.language.site(title.unwrap_or(own));
            return TableColumn { key: own.into(), title };
        }
    };
    TableColumn { key: key.into(), title: title.map_or(built_in(text), |title| source.language.site(title)) }
}

fn row<'a>(source: &Source<'a>, group: Group, columns: &[Titled<'a>], namesakes: &Namesakes) -> Row<'a> {
    let first = &group[0];
    Row {
        names: group.iter().map(|name| self::name(source, name, namesakes)).collect(),
        provider: first.provider().map(|provider| provider.name.into()),
        set_by: first.set_by(),
        storage: first.storage(),
        lifetimes: lifetimes(source, &first.duration),
        cells: columns.iter().map(|(column, _)| cell(source, first, *column)).collect(),
    }
}

fn name<'a>(source: &Source<'a>, name: &'static Declaration, namesakes: &Namesakes) -> Name<'a> {
    if name.is_any() {
        let texts = &source.language.texts.used;
        let domain = name.domain();
        let [before, after] = texts.any_of;
        let printed = match domain {
            Some(domain) => Pieces::of(before).code(domain).built_in(after),
            None => Pieces::of(texts.any),
        };
        return Name::Any { domain: domain.map(Cow::Borrowed), printed: printed.0 };
    }
    let scope = match &namesakes[name.cookie][..] {
        [_] => Vec::new(),
        namesakes => scope(source, name, namesakes),
    };
    match name.pattern() {
        Some(pattern) => Name::Pattern { name: name.cookie.into(), printed: with_brackets(pattern).into(), scope },
        None => Name::Exact { name: name.cookie.into(), scope },
    }
}

/// What tells a name apart from its namesakes.
fn scope<'a>(source: &Source<'a>, name: &Declaration, namesakes: &[&'static Declaration]) -> Vec<Inline<'a>> {
    let texts = &source.language.texts.scope;
    let [before, after] = texts.around;
    let path_of = |name: &Declaration| name.declared_attributes().map(|attributes| attributes.path.at(source.config));
    let domain_of = |name: &Declaration| {
        let attribute = name.declared_attributes().and_then(|attributes| attributes.domain.at(source.config));
        attribute.or_else(|| name.domain().map(Cow::Borrowed))
    };
    let and = |pieces: Pieces<'a>| {
        let mark = if pieces.0.is_empty() { before } else { texts.separator };
        pieces.built_in(mark)
    };
    let mut pieces = Pieces::default();
    if namesakes.iter().any(|other| other.storage() != name.storage()) {
        pieces = and(pieces).site(stored(source, name.storage()));
    }
    if let Some(path) = path_of(name)
        && (path != "/" || namesakes.iter().any(|other| path_of(other).is_some_and(|other| other != path)))
    {
        pieces = and(pieces).built_in(texts.path).code(path);
    }
    if let Some(domain) = domain_of(name) {
        pieces = and(pieces).built_in(texts.domain).code(domain);
    }
    if pieces.0.is_empty() { pieces.0 } else { pieces.built_in(after).0 }
}

/// The name with each hole in the angle brackets that visitors know from manuals.
fn with_brackets(pattern: &Pattern) -> String {
    let mut name = String::from(pattern.head);
    for (hole, text) in pattern.holes {
        name.extend(["<", hole, ">", text]);
    }
    name
}

fn cell<'a>(source: &Source<'a>, row: &'static Declaration, column: Column<'_>) -> Cell<'a> {
    let cell = |text: Text<'a>| if text.as_str().trim().is_empty() { Cell::Empty } else { Cell::Text { text } };
    let own = |text: Option<&'static str>| text.map_or(Cell::Empty, |text| cell(source.language.site(text)));
    match column {
        Column::Cookie => Cell::Names,
        Column::Provider => row.provider().map_or(Cell::Empty, |provider| cell(Text::Site(provider.title.into()))),
        Column::Function => own(row.function()),
        Column::Purpose => own(row.purpose()),
        Column::Duration if row.duration_text().is_some() => own(row.duration_text()),
        Column::Duration => duration(source, &row.duration),
        Column::Attributes => match row.declared_attributes() {
            Some(attributes) => Cell::Code { text: header_attributes(&attributes.at(source.config)).into() },
            None => Cell::Empty,
        },
        Column::SetBy => Cell::Text { text: set_by(source, row.set_by()) },
        Column::Storage => match row.storage() {
            Storage::Other(text) => own(Some(text)),
            storage => Cell::Text { text: stored(source, storage) },
        },
        Column::Note => own(row.note()),
        Column::Own(title) => own(row.own(title)),
    }
}

fn set_by<'a>(source: &Source<'a>, set_by: SetBy) -> Text<'a> {
    let texts = &source.language.texts.set_by;
    match set_by {
        SetBy::Server => built_in(texts.server),
        SetBy::Script => built_in(texts.script),
        SetBy::Other => built_in(texts.other),
        SetBy::ThirdParty(None) => built_in(texts.third_party),
        SetBy::ThirdParty(Some(domain)) => {
            let [before, after] = texts.third_party_domain;
            Text::BuiltIn([before, domain, after].concat().into())
        }
    }
}

fn stored<'a>(source: &Source<'a>, storage: Storage) -> Text<'a> {
    let texts = &source.language.texts.storage;
    match storage {
        Storage::Cookie => built_in(texts.cookie),
        Storage::LocalStorage => built_in(texts.local_storage),
        Storage::SessionStorage => built_in(texts.session_storage),
        Storage::IndexedDb => built_in(texts.indexed_db),
        Storage::Pixel => built_in(texts.pixel),
        Storage::Other(text) => source.language.site(text),
    }
}

fn duration<'a>(source: &Source<'a>, duration: &Duration) -> Cell<'a> {
    let texts = &source.language.texts.duration;
    let mut text = String::new();
    for (index, term) in terms(source, duration).iter().enumerate() {
        if index > 0 {
            text.push_str(texts.or);
        }
        texts.write(*term, &mut text);
    }
    match duration {
        Duration::Persistent => Cell::Text { text: built_in(texts.persistent) },
        _ if text.is_empty() => Cell::Empty,
        _ => Cell::Text { text: Text::BuiltIn(text.into()) },
    }
}

/// The durations that a row promises in this deployment.
fn terms<'d>(source: &Source<'_>, duration: &'d Duration) -> Cow<'d, [Term]> {
    match *duration {
        Duration::RunTime { max, value } => vec![run_time_term(value(source.config).as_secs(), max)].into(),
        _ => duration.terms().into(),
    }
}

/// A time that is known at run time in the largest unit that divides it, or the bound as its author wrote it. Less than
/// a second is not rounded up to one: `Max-Age` counts whole seconds, so that nothing is kept for as long.
fn run_time_term(seconds: u64, max: Term) -> Term {
    if max.seconds().is_some_and(|max| max <= seconds) {
        return max;
    }
    let units = [Unit::Year, Unit::Month, Unit::Week, Unit::Day, Unit::Hour, Unit::Minute];
    let divides = |unit: &Unit| unit.seconds().is_some_and(|unit| seconds > 0 && seconds.is_multiple_of(unit));
    let unit = units.into_iter().find(divides).unwrap_or(Unit::Second);
    let count = seconds / unit.seconds().unwrap_or(1);
    Term { count: u32::try_from(count).unwrap_or(u32::MAX), unit, rolling: max.rolling }
}

fn lifetimes(source: &Source<'_>, duration: &Duration) -> Vec<Lifetime> {
    if matches!(duration, Duration::Persistent) {
        return vec![Lifetime::Persistent];
    }
    let lifetime = |term: &Term| match term.seconds() {
        Some(seconds) => Lifetime::Time { seconds, rolling: term.rolling },
        None => Lifetime::Session,
    };
    terms(source, duration).iter().map(lifetime).collect()
}

/// The attributes as they stand in the header.
fn header_attributes(attributes: &Attributes) -> String {
    let mut text = String::new();
    let mut add = |name: &str, value: &str| {
        let separator = if text.is_empty() { "" } else { "; " };
        text.extend([separator, name, value]);
    };
    if attributes.secure() {
        add("Secure", "");
    }
    if attributes.http_only() {
        add("HttpOnly", "");
    }
    if attributes.partitioned() {
        add("Partitioned", "");
    }
    add("SameSite=", attributes.same_site().as_str());
    if let Some(domain) = attributes.domain() {
        add("Domain=", domain);
    }
    add("Path=", attributes.path());
    text
}
