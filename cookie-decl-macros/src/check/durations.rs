//! Durations: the page never promises less than the browser does, nor more.

use super::{RFC6265BIS, warn};
use crate::errors::Errors;
use crate::keys::Unit;
use crate::model::{Duration, Row, SetBy, Storage, Term, Text};
use crate::rules::Rule;

/// What browsers keep a cookie at most: 400 days.
pub(super) const LONGEST: u64 = 34_560_000;

pub(super) fn check(row: &Row, errors: &mut Errors) {
    let terms: &[Term] = match &row.duration {
        Duration::Terms(terms, _) => terms,
        Duration::RunTime(_, max, _) => std::slice::from_ref(max),
        Duration::Persistent(_) => {
            persistent(row, errors);
            return;
        }
        Duration::Unstated => return,
    };
    for term in terms {
        zero(term, errors);
        if row.storage == Storage::Cookie {
            too_long(term, row, errors);
        } else {
            session(term, row, errors);
        }
    }
    if let Duration::Terms(_, Some(text)) | Duration::RunTime(_, _, Some(text)) = &row.duration {
        other_quantity(text, terms, row, errors);
    }
    if let Duration::RunTime(_, Term { time: None, place, .. }, _) = &row.duration {
        errors.push(*place, "a bound is a time: `max 4 weeks`");
    }
}

/// M3: what is stored for no time is not stored.
fn zero(term: &Term, errors: &mut Errors) {
    if matches!(term.time, Some((0, _))) {
        errors.push(term.place, "zero: such a cookie is removed, not set [M3]");
    }
}

/// M1
fn too_long(term: &Term, row: &Row, errors: &mut Errors) {
    let Some((count, unit)) = term.time else { return };
    if u64::from(count) * unit.seconds().0 <= LONGEST {
        return;
    }
    let message = format!(
        "over 400 days: browsers cut it, so the page would be untrue ({RFC6265BIS}, 5.5); the most is `400 days`"
    );
    if row.set_by == SetBy::Server {
        errors.push(term.place, format!("{message} [M1]"));
    } else {
        warn(errors, &row.allows, Rule::TooLong, term.place, message);
    }
}

/// M3: a session is that of a cookie, or of the session storage.
fn session(term: &Term, row: &Row, errors: &mut Errors) {
    let outlives = matches!(row.storage, Storage::LocalStorage | Storage::IndexedDb);
    if term.time.is_none() && outlives {
        errors.push(
            term.place,
            "this storage outlives the session: `persistent`, or the time after which you remove it [M3]",
        );
    }
}

/// M3: only what is not a cookie is kept for good.
fn persistent(row: &Row, errors: &mut Errors) {
    match row.storage {
        Storage::Cookie => {
            errors.push(row.places.duration, "a cookie is not kept for good: 400 days at most, or `session` [M3]");
        }
        Storage::SessionStorage => {
            errors.push(row.places.duration, "session storage ends with the tab: `session` [M3]");
        }
        _ => {}
    }
}

/// M5: the text that is printed names the quantity that is sent, and none that is longer. It may name shorter ones
/// beside it ("2 minutes, extended every 30 seconds"), and any that a bound leaves room for ("15 days by default").
fn other_quantity(text: &Text, terms: &[Term], row: &Row, errors: &mut Errors) {
    let bounds = |(count, unit): (u64, Unit)| (count * unit.seconds().0, count * unit.seconds().1);
    let terms: Vec<_> =
        terms.iter().filter_map(|term| term.time).map(|(count, unit)| bounds((u64::from(count), unit))).collect();
    let longest = terms.iter().map(|(_, high)| *high).max().unwrap_or(0);
    let mut named = quantities(&text.text);
    if row.storage == Storage::Cookie && terms.iter().any(|(low, _)| *low == LONGEST) {
        // A maker's own words may name the time that browsers cut to this one.
        named.retain(|quantity| bounds(*quantity).0 <= longest);
    }
    let is_one = |quantity: &(u64, Unit)| {
        let (low, high) = bounds(*quantity);
        terms.iter().any(|(shortest, longest)| low <= *longest && high >= *shortest)
    };
    let free = matches!(row.duration, Duration::RunTime(..)) || named.iter().any(is_one);
    let other = named.iter().find(|quantity| bounds(**quantity).0 > longest || !free && !is_one(quantity)).copied();
    if let Some((count, unit)) = other {
        let message = format!("the text says {}, which is not the duration in front of it", unit.times(count));
        warn(errors, &row.allows, Rule::OtherQuantity, text.span, message);
    }
}

/// The times that a text names: numbers with a word for a unit behind them.
fn quantities(text: &str) -> Vec<(u64, Unit)> {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    let mut found = Vec::new();
    while let Some(word) = words.next() {
        let digits = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
        let Ok(count) = word[..digits].parse() else { continue };
        let unit = if digits < word.len() { Some(&word[digits..]) } else { words.peek().copied() };
        if let Some(unit) = unit.and_then(Unit::guess) {
            found.push((count, unit));
        }
    }
    found
}
