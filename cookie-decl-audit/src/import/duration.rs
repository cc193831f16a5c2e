//! Reads durations in words: `13 months`, `1 year 24 days`, `Session`, `Persistent`.

use cookie_decl_core::browser::LONGEST_AGE;
use cookie_decl_core::unit::Unit;
use strsim::osa_distance;

use crate::import::item::Storage;
use crate::import::text::clean;

/// The cell of a row.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) cell: String,
    /// The published text, if it says more than the cell.
    pub(crate) text: Option<String>,
    pub(crate) todo: Option<String>,
    /// The storage. A text such as `Local Storage` may name it.
    pub(crate) storage: Storage,
}

/// Reads the published text. A server cannot set a cookie for more than 400 days.
pub(crate) fn read(published: &str, storage: Storage, by_server: bool) -> Reading {
    let published = clean(published);
    let words = Words::of(&published);
    let storage = match (storage, words.storage()) {
        (Storage::Cookie, Some(named)) => named,
        // Local storage outlives the session.
        (Storage::Local, _) if words.is_session() => Storage::Session,
        (storage, _) => storage,
    };
    let fixed = |cell: &str| Reading {
        cell: cell.to_owned(),
        text: None,
        todo: None,
        storage,
    };
    let ends_with_the_tab = storage == Storage::Session;
    if ends_with_the_tab && words.terms.iter().all(|term| term.0.is_none()) {
        return fixed("session");
    }
    let lasts = storage != Storage::Cookie && storage != Storage::Pixel;
    if lasts && (words.is_endless || words.storage().is_some()) {
        return fixed("persistent");
    }
    let Some((cell, is_plain)) = words.cell() else {
        return unstated(&published, storage, by_server);
    };
    if lasts && !ends_with_the_tab && words.terms.iter().any(|term| term.0.is_none()) {
        return unstated(&published, storage, by_server);
    }
    let is_too_long = |term: &Term| term.seconds() > LONGEST_AGE;
    if by_server && words.terms.iter().any(is_too_long) {
        return Reading {
            todo: Some(format!(
                "it was {published:?}, and browsers keep a cookie for 400 days"
            )),
            ..fixed("400 days")
        };
    }
    Reading {
        text: Some(published).filter(|text| !is_plain && *text != cell),
        ..fixed(&cell)
    }
}

/// Returns the cell of a row whose lifetime was not published, or is not a time. A cookie that the
/// site sets itself has the longest possible time, which never promises too little.
fn unstated(published: &str, storage: Storage, by_server: bool) -> Reading {
    let cell = match storage {
        Storage::Cookie if by_server => "400 days",
        Storage::Cookie => "unknown",
        Storage::Session => "session",
        Storage::Pixel => "none",
        Storage::Local | Storage::Database => "persistent",
    };
    // Visitors should not read a date, or a time that no cookie has.
    let is_words = !published.is_empty() && !published.contains(|c: char| c.is_ascii_digit());
    let is_said = cell == "unknown" && is_words;
    let todo = if published.is_empty() {
        "how long".to_owned()
    } else {
        format!("how long; it was {published:?}")
    };
    Reading {
        cell: cell.to_owned(),
        text: is_said.then(|| published.to_owned()),
        todo: (!is_said && cell != "none").then_some(todo),
        storage,
    }
}

/// A time, or the session.
#[derive(Clone, Copy, PartialEq)]
struct Term(Option<(u64, Unit)>);

impl Term {
    fn seconds(self) -> u64 {
        let (count, unit) = self.0.unwrap_or((0, Unit::Session));
        count.saturating_mul(unit.seconds().unwrap_or(0))
    }

    /// The length of the last unit.
    fn unit_seconds(self) -> u64 {
        self.0.and_then(|(_, unit)| unit.seconds()).unwrap_or(0)
    }

    fn cell(self) -> String {
        match self.0 {
            Some((count, unit)) => {
                let plural = if count == 1 { "" } else { "s" };
                format!("{count} {}{plural}", unit.word().unwrap_or_default())
            }
            None => "session".to_owned(),
        }
    }
}

/// The content of the words.
#[derive(Default)]
struct Words {
    /// The alternatives.
    terms: Vec<Term>,
    is_endless: bool,
    is_rolling: bool,
    storage: Option<Storage>,
    /// Whether some words are not in the cell.
    has_more: bool,
}

impl Words {
    fn of(text: &str) -> Self {
        let mut words = Self::default();
        let lower = text.to_lowercase();
        if lower.contains("local storage") || lower.contains("localstorage") {
            words.storage = Some(Storage::Local);
        } else if lower.contains("session storage") || lower.contains("sessionstorage") {
            words.storage = Some(Storage::Session);
        }
        words.is_rolling = ["last activity", "inactivity", "last visit", "rolling"]
            .iter()
            .any(|word| lower.contains(word));
        let tokens = tokens(&lower);
        let mut at = 0;
        // Whether the next time is added to the last one, as in `1 year 24 days`.
        let mut goes_on = false;
        while let Some(token) = tokens.get(at) {
            let unit = tokens.get(at + 1).and_then(|next| unit(next));
            match (number(token), unit) {
                (Some(thousandths), Some(unit)) => {
                    at += 2;
                    words.has_more |= VAGUE.contains(token);
                    words.time(thousandths, unit, goes_on);
                    goes_on = true;
                    continue;
                }
                _ if is_session(token) => words.terms.push(Term(None)),
                _ if ENDLESS.contains(token) => words.is_endless = true,
                _ if matches!(*token, "and" | "und" | "et") => {
                    at += 1;
                    continue;
                }
                _ => words.has_more |= !FILLERS.contains(token),
            }
            goes_on = false;
            at += 1;
        }
        words.has_more |= words.terms.len() > 1;
        let mut seen = Vec::new();
        words.terms.retain(|term| {
            let is_new = !seen.contains(term);
            seen.push(*term);
            is_new
        });
        words
    }

    fn time(&mut self, thousandths: u64, unit: Unit, goes_on: bool) {
        let length = unit.seconds().unwrap_or(1);
        let seconds = thousandths.saturating_mul(length) / 1_000;
        // A sum such as `1 year 24 days` goes from large to small units.
        let last = self.terms.last().copied();
        let last = last.filter(|last| goes_on && last.unit_seconds() > length);
        let term = match last {
            None if thousandths.is_multiple_of(1_000) => (thousandths / 1_000, unit),
            None => whole(seconds),
            Some(last) => {
                self.terms.pop();
                whole(last.seconds().saturating_add(seconds))
            }
        };
        self.terms.push(Term(Some(term)));
    }

    fn storage(&self) -> Option<Storage> {
        self.storage
    }

    fn is_session(&self) -> bool {
        self.terms.len() == 1 && self.terms[0].0.is_none()
    }

    /// Returns the cell, and whether it says as much as the words.
    fn cell(&self) -> Option<(String, bool)> {
        let removes = |term: &Term| term.0.is_some_and(|(count, _)| count == 0);
        let is_one = self.terms.len() == 1;
        if self.terms.is_empty() || self.terms.iter().any(removes) || self.is_endless {
            return None;
        }
        let terms: Vec<_> = self.terms.iter().map(|term| term.cell()).collect();
        let cell = terms.join(" or ");
        Some(if self.is_rolling && is_one && self.terms[0].0.is_some() {
            (format!("rolling {cell}"), true)
        } else {
            (cell, !self.has_more)
        })
    }
}

/// Writes a time in the largest unit that divides it.
fn whole(seconds: u64) -> (u64, Unit) {
    let units = [Unit::Day, Unit::Hour, Unit::Minute];
    let unit = units
        .into_iter()
        .find(|unit| {
            unit.seconds()
                .is_some_and(|length| seconds.is_multiple_of(length))
        })
        .unwrap_or(Unit::Second);
    (seconds / unit.seconds().unwrap_or(1), unit)
}

/// Words for a number.
const VAGUE: [&str; 2] = ["few", "several"];

/// Returns the thousandths of a number in digits or words. `few` is ten, which is more than most
/// people mean.
fn number(token: &str) -> Option<u64> {
    const WORDS: [(&str, u64); 14] = [
        ("a", 1),
        ("an", 1),
        ("one", 1),
        ("ein", 1),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("ten", 10),
        ("twelve", 12),
        ("eighteen", 18),
        ("few", 10),
        ("several", 10),
    ];
    if let Some((_, count)) = WORDS.iter().find(|(word, _)| *word == token) {
        return Some(count * 1_000);
    }
    let (whole, decimals) = token.split_once(['.', ',']).unwrap_or((token, ""));
    let (whole, decimals): (u32, u64) =
        (whole.parse().ok()?, format!("{decimals:0<3}").parse().ok()?);
    (decimals < 1_000).then(|| u64::from(whole) * 1_000 + decimals)
}

/// Splits a text into words, numbers and marks.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_same = |c: char| {
            if first.is_ascii_digit() {
                c.is_ascii_digit() || matches!(c, '.' | ',')
            } else {
                c.is_alphanumeric() && !c.is_ascii_digit()
            }
        };
        let end = rest.find(|c| !is_same(c)).unwrap_or(rest.len());
        let end = end.max(first.len_utf8());
        let token = rest[..end].trim_end_matches(['.', ',']);
        if token.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '–' | '/')) {
            tokens.push(token);
        }
        rest = &rest[end..];
    }
    tokens
}

fn is_session(word: &str) -> bool {
    const SESSION: [&str; 7] = [
        "session", "sessions", "sitzung", "sesión", "sessione", "sessie", "sessão",
    ];
    SESSION.contains(&word) || word.len() > 5 && osa_distance(word, "session") == 1
}

/// Words for an unlimited time.
const ENDLESS: &[&str] = &[
    "persistent",
    "persistant",
    "persistente",
    "permanent",
    "permanente",
    "forever",
    // Until somebody does it.
    "delete",
    "deleted",
    "unlimited",
    "indefinite",
    "indefinitely",
    "infinite",
    "never",
    "no",
    "none",
    "beständig",
    "dauerhaft",
    "unbegrenzt",
];

/// Words that say nothing about the time.
const FILLERS: &[&str] = &[
    "cookie",
    "cookies",
    "browser",
    "end",
    "of",
    "the",
    "until",
    "expires",
    "expiration",
    "expiry",
    "after",
    "in",
    "about",
    "a",
    "storage",
    "local",
    "html",
];

fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "s" | "sec" | "secs" | "second" | "seconds" | "sekunde" | "sekunden" | "seconde"
        | "secondes" | "segundo" | "segundos" | "secondo" | "secondi" => Unit::Second,
        "min" | "mins" | "minute" | "minutes" | "minuten" | "minuto" | "minutos" | "minuti"
        | "minuut" => Unit::Minute,
        "h" | "hr" | "hrs" | "hour" | "hours" | "stunde" | "stunden" | "heure" | "heures"
        | "hora" | "horas" | "ora" | "ore" | "uur" | "uren" => Unit::Hour,
        "d" | "day" | "days" | "tag" | "tage" | "tagen" | "jour" | "jours" | "día" | "días"
        | "dia" | "dias" | "giorno" | "giorni" | "dag" | "dagen" => Unit::Day,
        "w" | "wk" | "week" | "weeks" | "woche" | "wochen" | "semaine" | "semaines" | "semana"
        | "semanas" | "settimana" | "settimane" | "weken" => Unit::Week,
        "mo" | "month" | "months" | "monat" | "monate" | "monaten" | "mois" | "mes" | "meses"
        | "mese" | "mesi" | "mês" | "maand" | "maanden" => Unit::Month,
        "y" | "yr" | "yrs" | "year" | "years" | "jahr" | "jahre" | "jahren" | "an" | "ans"
        | "année" | "années" | "año" | "años" | "ano" | "anos" | "anno" | "anni" | "jaar"
        | "jaren" => Unit::Year,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cookie(text: &str) -> Reading {
        read(text, Storage::Cookie, false)
    }

    #[test]
    fn each_time_is_read_in_its_own_unit() {
        for (text, cell) in [
            ("2 years", "2 years"),
            ("1 Year", "1 year"),
            ("13 months", "13 months"),
            ("1440 Minutes", "1440 minutes"),
            ("30 secs", "30 seconds"),
            ("90 sec", "90 seconds"),
            ("24hours", "24 hours"),
            ("one month", "1 month"),
            ("a day", "1 day"),
            ("2 Jahre", "2 years"),
            ("6 mois", "6 months"),
            ("expires after 1 day", "1 day"),
        ] {
            let read = cookie(text);
            assert_eq!(
                (&*read.cell, &read.text, &read.todo),
                (cell, &None, &None),
                "{text}"
            );
        }
    }

    #[test]
    fn a_sum_is_one_time() {
        assert_eq!(cookie("1 year 24 days").cell, "389 days");
        assert_eq!(cookie("1 year and 1 month").cell, "395 days");
        assert_eq!(cookie("1.5 hours").cell, "90 minutes");
        assert_eq!(cookie("1 hour 30 seconds").cell, "3630 seconds");
    }

    #[test]
    fn the_session_is_read_even_misspelt() {
        for text in [
            "Session",
            "Seesion",
            "Sessions",
            "session cookie",
            "End of session (browser)",
        ] {
            assert_eq!(
                (cookie(text).cell.as_str(), cookie(text).text),
                ("session", None),
                "{text}"
            );
        }
    }

    #[test]
    fn alternatives_keep_their_words() {
        for (text, cell) in [
            ("30 seconds till 1 year", "30 seconds or 1 year"),
            ("Session to 30 days", "session or 30 days"),
            (
                "30 minutes, 3w or 1y depending on value",
                "30 minutes or 3 weeks or 1 year",
            ),
            ("6 months by default, modifiable", "6 months"),
            ("1 hour or longer", "1 hour"),
            ("a few seconds", "10 seconds"),
        ] {
            let read = cookie(text);
            assert_eq!(
                (&*read.cell, read.text.as_deref()),
                (cell, Some(text)),
                "{text}"
            );
        }
    }

    #[test]
    fn a_time_after_the_last_visit_is_rolling() {
        assert_eq!(
            cookie("30 minutes after last activity").cell,
            "rolling 30 minutes"
        );
    }

    #[test]
    fn words_that_are_not_a_time_are_printed() {
        for text in ["Persistent", "forever", "no expiration", "Varies"] {
            let read = cookie(text);
            assert_eq!(read.cell, "unknown", "{text}");
            assert_eq!(read.text.as_deref(), Some(text));
            assert_eq!(read.todo, None, "{text}");
        }
    }

    #[test]
    fn a_lifetime_that_says_nothing_is_a_todo() {
        for text in ["10 Nov 2030", "0 days", ""] {
            let read = cookie(text);
            assert_eq!((&*read.cell, read.text), ("unknown", None), "{text}");
            assert!(read.todo.unwrap().contains(text), "{text}");
        }
    }

    #[test]
    fn the_servers_own_cookie_has_the_longest_time_until_somebody_decides() {
        let own = read("Varies", Storage::Cookie, true);
        assert_eq!((&*own.cell, own.text), ("400 days", None));
        assert!(own.todo.unwrap().contains("Varies"));
    }

    #[test]
    fn other_storage_has_no_session_and_no_end() {
        let local = |text| read(text, Storage::Local, false);
        assert_eq!(local("Persistent").cell, "persistent");
        assert_eq!(local("Session").storage, Storage::Session);
        assert_eq!(cookie("Local Storage").storage, Storage::Local);
        assert_eq!(cookie("Local Storage").cell, "persistent");
        let database = read("Session", Storage::Database, false);
        assert!(database.cell == "persistent" && database.todo.is_some());
    }

    #[test]
    fn a_server_sets_a_cookie_for_400_days_at_most() {
        let long = read("2 years", Storage::Cookie, true);
        assert_eq!(long.cell, "400 days");
        assert!(long.todo.unwrap().contains("2 years"));
        assert_eq!(read("1 year", Storage::Cookie, true).todo, None);
    }
}
