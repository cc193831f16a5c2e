//! Durations: the page promises exactly what browsers do.

use cookie_decl_core::browser::LONGEST_AGE;
use proc_macro2::Span;

use crate::ast::Term;
use crate::check::quantities::{self, Quantities, Time};
use crate::check::translations;
use crate::errors::Errors;
use crate::model::{Declaration, Duration, SetBy, Storage, Table};
use crate::rules::Rule;
use crate::vocabulary::{RFC6265BIS, Unit};

pub(super) fn check(declaration: &Declaration, errors: &mut Errors) {
    let terms: &[Term] = match &declaration.duration {
        Duration::Terms(terms, _) => terms,
        Duration::RunTime(_, max, _) => std::slice::from_ref(max),
        Duration::Persistent(_) => {
            persistent(declaration, errors);
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

/// M1
fn too_long(term: &Term, declaration: &Declaration, errors: &mut Errors) {
    let Some((count, unit)) = term.time else {
        return;
    };
    if u64::from(count) * unit.seconds().0 <= LONGEST_AGE {
        return;
    }
    let message = format!(
        "over 400 days: browsers keep a cookie for at most `400 days`, so the page would be untrue ({RFC6265BIS}, 5.5)"
    );
    if declaration.set_by == SetBy::Server {
        errors.push_rule(Rule::Over400Days, term.range, message);
    } else {
        errors.warn(&declaration.allows, Rule::TooLong, term.range, message);
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
            errors.push_rule(
                Rule::WrongDuration,
                declaration.ranges.duration,
                "a cookie cannot be `persistent`: write `session`, or a time of at most 400 days",
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
        for translation in &table.translations {
            let found = translation
                .texts
                .binary_search_by(|(other, _)| other.text.cmp(&source.text));
            let Ok(found) = found else { continue };
            let (source, text) = &translation.texts[found];
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
    if declaration.is_set_by_us() {
        errors.push_rule(Rule::OtherDuration, span, message);
    } else {
        errors.warn(&declaration.allows, Rule::OtherQuantity, span, message);
    }
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
                .or(date);
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
        .then(|| "that it ends with the session".to_owned())
}

const DATE: &str = "a date";
