//! Durations: the page promises exactly what browsers do.

use cookie_decl_core::browser::LONGEST_AGE;
use proc_macro2::Span;

use crate::ast::{Term, Text};
use crate::check::quantities::{self, Quantities, Time};
use crate::check::translations;
use crate::errors::Errors;
use crate::model::{Declaration, Duration, SetBy, Storage, Table, Translation};
use crate::rules::Rule;
use crate::vocabulary::{RFC6265BIS, Unit};

pub(super) fn check(declaration: &Declaration, errors: &mut Errors) {
    if declaration.storage == Storage::Pixel && !keeps_nothing(&declaration.duration) {
        errors.push_rule(
            Rule::WrongDuration,
            declaration.ranges.duration,
            "a pixel keeps nothing on the device, and the page says so: write `none` as its duration",
        );
        return;
    }
    let terms: &[Term] = match &declaration.duration {
        Duration::Terms(terms, _) => terms,
        Duration::RunTime(_, max, _) => std::slice::from_ref(max),
        Duration::Persistent(_) => {
            persistent(declaration, errors);
            &[]
        }
        Duration::Unknown(_) => {
            unknown(declaration, errors);
            &[]
        }
        Duration::Unstated => &[],
    };
    for term in terms {
        zero(term, errors);
        if declaration.storage == Storage::Cookie {
            too_long(term, declaration, errors);
        } else {
            session(term, declaration, errors);
        }
    }
    if let Some(text) = declaration.duration.text() {
        other_quantity(&text.text, text.span, "", declaration, errors);
    }
    if let Duration::RunTime(
        _,
        Term {
            time: None, range, ..
        },
        _,
    ) = &declaration.duration
    {
        errors.push(*range, "a bound is a time: write `max 4 weeks`");
    }
}

/// M3: storing something for no time removes it.
fn zero(term: &Term, errors: &mut Errors) {
    if matches!(term.time, Some((0, _))) {
        errors.push_rule(
            Rule::WrongDuration,
            term.range,
            "a duration of zero removes the cookie",
        );
    }
}

/// M1. Of a cookie that others set, the page prints both: what they ask for, and the 400 days.
fn too_long(term: &Term, declaration: &Declaration, errors: &mut Errors) {
    let Some((count, unit)) = term.time else {
        return;
    };
    let is_over = u64::from(count) * unit.seconds().0 > LONGEST_AGE;
    if is_over && declaration.set_by == SetBy::Server {
        let message = format!(
            "over 400 days: browsers keep a cookie for at most `400 days`, so the page would be untrue ({RFC6265BIS}, 5.5)"
        );
        errors.push_rule(Rule::Over400Days, term.range, message);
    }
}

/// M4: who sets a cookie knows for how long.
fn unknown(declaration: &Declaration, errors: &mut Errors) {
    if declaration.is_set_by_us() {
        errors.push_rule(
            Rule::NoDuration,
            declaration.ranges.duration,
            "the server sets this cookie, so its duration is known: write it, such as `session` or \
             `{ expr } max 4 weeks`; if somebody else sets it, write `set_by = script` or who does",
        );
    }
}

/// M3: whether the duration promises nothing beyond the visit, as that of a pixel.
fn keeps_nothing(duration: &Duration) -> bool {
    match duration {
        Duration::Unstated => true,
        Duration::Terms(terms, _) => terms.iter().all(|term| term.time.is_none()),
        Duration::Persistent(_) | Duration::Unknown(_) | Duration::RunTime(..) => false,
    }
}

/// M3: only cookies and session storage end with a session.
fn session(term: &Term, declaration: &Declaration, errors: &mut Errors) {
    let outlives = matches!(
        declaration.storage,
        Storage::LocalStorage | Storage::IndexedDb
    );
    if term.time.is_none() && outlives {
        errors.push_rule(Rule::WrongDuration,
            term.range,
            "this storage outlives the session: write `persistent`, or the time after which you remove it",
        );
    }
}

/// M3: a cookie cannot be kept for good.
fn persistent(declaration: &Declaration, errors: &mut Errors) {
    match declaration.storage {
        Storage::Cookie => {
            let message =
                "a cookie cannot be `persistent`: write `session`, or a time of at most 400 days";
            let others = "; `unknown \"persistent\"` if nobody names a time";
            let others = if declaration.is_set_by_us() {
                ""
            } else {
                others
            };
            errors.push_rule(
                Rule::WrongDuration,
                declaration.ranges.duration,
                format!("{message}{others}"),
            );
        }
        Storage::SessionStorage => {
            errors.push_rule(
                Rule::WrongDuration,
                declaration.ranges.duration,
                "session storage ends with its tab: write `session`",
            );
        }
        _ => {}
    }
}

/// M5 for the texts in other languages.
pub(super) fn check_translated(table: &Table, errors: &mut Errors) {
    for declaration in table
        .declarations
        .iter()
        .filter(|declaration| !declaration.broken)
    {
        let Some(source) = declaration.duration.text() else {
            continue;
        };
        for (translation, source, text) in translated(source, table) {
            other_quantity(
                &text.text,
                text.span,
                &translations::entry(translation.file.as_ref(), source),
                declaration,
                errors,
            );
        }
    }
}

/// The entries of a text in the translations.
fn translated<'t>(
    text: &Text,
    table: &'t Table,
) -> impl Iterator<Item = (&'t Translation, &'t Text, &'t Text)> {
    table.translations.iter().filter_map(move |translation| {
        let texts = &translation.texts;
        let found = texts.binary_search_by(|(other, _)| other.text.cmp(&text.text));
        let (source, text) = &texts[found.ok()?];
        Some((translation, source, text))
    })
}

/// Whether the page prints the duration beside its text, because the text in some language is not
/// true alone.
pub(crate) fn contradicts(declaration: &Declaration, table: &Table) -> bool {
    let Some(text) = declaration.duration.text() else {
        return false;
    };
    let is_untrue = |text: &Text| {
        let quantities = quantities::read(&text.text);
        match declaration.duration {
            Duration::Unknown(_) => {
                declaration.storage == Storage::Cookie && quantities.exceeds(LONGEST_AGE)
            }
            _ => other(&quantities, &declaration.duration).is_some(),
        }
    };
    is_untrue(text) || translated(text, table).any(|(_, _, text)| is_untrue(text))
}

/// M5: the text contradicts the duration. For a cookie that the server sets, that is an error: its
/// page would be untrue. For others it is a warning.
fn other_quantity(
    text: &str,
    span: Span,
    entry: &str,
    declaration: &Declaration,
    errors: &mut Errors,
) {
    let Some(other) = other(&quantities::read(text), &declaration.duration) else {
        return;
    };
    let message = format!("{entry}the text says {other}, which is not the duration before it");
    let message = match declaration.duration {
        // M4 has reported it.
        Duration::Unknown(_) if declaration.is_set_by_us() => return,
        Duration::Unknown(_) => format!(
            "{entry}the text says {other}, so a time is known: write `{other}` before the text, not `unknown`"
        ),
        _ if declaration.is_set_by_us() => {
            errors.push_rule(Rule::OtherDuration, span, message);
            return;
        }
        _ if other == DATE => format!(
            "{message}; the page prints both; if only the date is known, write `unknown` before it"
        ),
        _ => format!("{message}; the page prints both"),
    };
    errors.warn(&declaration.allows, Rule::OtherQuantity, span, message);
}

/// Finds a quantity in a text that contradicts the duration.
///
/// The text must name the quantity that is sent, and none that is longer. It may name shorter ones
/// as well ("2 minutes, extended every 30 seconds"), and any up to a bound ("15 days by default").
fn other(quantities: &Quantities, duration: &Duration) -> Option<String> {
    let (terms, is_bound): (&[Term], bool) = match duration {
        Duration::Terms(terms, _) => (terms, false),
        Duration::RunTime(_, max, _) => (std::slice::from_ref(max), true),
        Duration::Persistent(_) => {
            let date = quantities.date.as_ref().map(|_| DATE.to_owned());
            return quantities
                .times
                .first()
                .map(|time| time.text.clone())
                .or(date)
                .or_else(|| quantities.session.then(|| SESSION.to_owned()));
        }
        Duration::Unknown(_) => {
            let longest = quantities.times.iter().max_by_key(|time| time.longest);
            return longest.map(|time| time.text.clone());
        }
        Duration::Unstated => return None,
    };
    let bounds = |(count, unit): (u32, Unit)| {
        let (shortest, longest) = unit.seconds();
        (u64::from(count) * shortest, u64::from(count) * longest)
    };
    let terms: Vec<_> = terms.iter().map(|term| term.time.map(bounds)).collect();
    let longest = terms
        .iter()
        .flatten()
        .map(|(_, longest)| *longest)
        .max()
        .unwrap_or(0);
    let is_one = |time: &Time| {
        terms
            .iter()
            .flatten()
            .any(|(shortest, longest)| time.shortest <= *longest && time.longest >= *shortest)
    };
    let named = quantities.times.iter().any(is_one);
    let is_other = |time: &&Time| time.shortest > longest || !named && !is_bound;
    if let Some(time) = quantities.times.iter().find(is_other) {
        return Some(time.text.clone());
    }
    let lasting = quantities.lasting.as_ref().filter(|_| !named);
    if let Some(endless) = quantities.endless.as_ref().or(lasting) {
        return Some(endless.clone());
    }
    // An expression may count the days until a date.
    if quantities
        .date
        .as_ref()
        .is_some_and(|date| !is_bound && (date.is_end || !named))
    {
        return Some(DATE.to_owned());
    }
    (quantities.session && !is_bound && terms.iter().all(Option::is_some))
        .then(|| SESSION.to_owned())
}

const DATE: &str = "a date";
const SESSION: &str = "that it ends with the session";
