//! Durations in words.

use alloc::string::String;
use core::time::Duration as Time;

use super::*;

fn printed(duration: Duration, language: &'static str) -> String {
    let site = Site::of(
        Gate::Exempt,
        [Row {
            duration,
            ..cookie("a")
        }],
    );
    let page = site
        .language(language)
        .policy()
        .page()
        .columns([Column::Duration]);
    tables(&page.document())[0][1].remove(0)
}

fn english(duration: Duration) -> String {
    printed(duration, "en")
}

fn french(duration: Duration) -> String {
    printed(duration, "fr")
}

const UNITS: [Unit; 7] = [
    Unit::Second,
    Unit::Minute,
    Unit::Hour,
    Unit::Day,
    Unit::Week,
    Unit::Month,
    Unit::Year,
];

#[test]
fn a_duration_is_printed_in_the_unit_of_its_author() {
    assert_eq!(english(kept([Term::new(12, Unit::Month)])), "12 months");
    assert_eq!(english(kept([Term::new(14, Unit::Day)])), "14 days");
    assert_eq!(french(kept([Term::new(12, Unit::Month)])), "12 mois");
}

#[test]
fn one_is_singular_and_two_plural() {
    let both = |print: fn(Duration) -> String, unit| {
        [1, 2].map(|count| print(kept([Term::new(count, unit)])))
    };
    let expected = [
        ["1 second", "2 seconds"],
        ["1 minute", "2 minutes"],
        ["1 hour", "2 hours"],
        ["1 day", "2 days"],
        ["1 week", "2 weeks"],
        ["1 month", "2 months"],
        ["1 year", "2 years"],
    ];
    assert_eq!(UNITS.map(|unit| both(english, unit)), expected);
    let expected = [
        ["1 seconde", "2 secondes"],
        ["1 minute", "2 minutes"],
        ["1 heure", "2 heures"],
        ["1 jour", "2 jours"],
        ["1 semaine", "2 semaines"],
        ["1 mois", "2 mois"],
        ["1 an", "2 ans"],
    ];
    assert_eq!(UNITS.map(|unit| both(french, unit)), expected);
}

#[test]
fn session_and_rolling_durations_print_in_words() {
    assert_eq!(
        english(kept([Term::SESSION])),
        "until you close your browser"
    );
    assert_eq!(
        french(kept([Term::SESSION])),
        "jusqu’à la fermeture de votre navigateur"
    );
    let rolling = || kept([Term::rolling(30, Unit::Minute)]);
    assert_eq!(english(rolling()), "30 minutes after your last visit");
    assert_eq!(french(rolling()), "30 minutes après votre dernière visite");
}

#[test]
fn alternatives_are_joined() {
    let duration = || kept([Term::SESSION, Term::new(2, Unit::Week)]);
    assert_eq!(
        english(duration()),
        "until you close your browser or 2 weeks"
    );
    assert_eq!(
        french(duration()),
        "jusqu’à la fermeture de votre navigateur ou 2 semaines"
    );
}

#[test]
fn persistent_duration_prints_in_words() {
    assert_eq!(english(Duration::Persistent), "until you delete it");
}

#[test]
fn unstated_duration_prints_a_dash() {
    let unstated = Row {
        duration: Duration::Unstated,
        ..cookie("a")
    };
    let rows = table(Site::of(Gate::Exempt, [unstated, cookie("b")]).policy());
    assert_eq!(rows, [["Cookie", "Duration"], ["a", "–"], ["b", "2 weeks"]]);
}

#[test]
fn duration_text_of_the_table_replaces_the_duration() {
    let text = "as long as it takes";
    let max = Term::new(2, Unit::Week);
    let value = |_: crate::run_time::Config<'_>| Time::ZERO;
    for duration in [
        Duration::Term(Term::new(1, Unit::Day)),
        Duration::Persistent,
        Duration::RunTime { max, value },
    ] {
        let row = Row {
            duration,
            duration_text: Some(text),
            ..cookie("a")
        };
        assert_eq!(
            table(Site::of(Gate::Exempt, [row]).policy())[1],
            ["a", text]
        );
    }
}

#[test]
fn run_time_duration_prints_its_value_in_the_largest_unit() {
    let max = Term::new(400, Unit::Day);
    let print = |value| english(Duration::RunTime { max, value });
    assert_eq!(print(|_| Time::from_secs(1_209_600)), "2 weeks");
    assert_eq!(print(|_| Time::from_secs(365 * 86_400)), "1 year");
    assert_eq!(print(|_| Time::from_secs(60 * 86_400)), "2 months");
    assert_eq!(print(|_| Time::from_secs(5_400)), "90 minutes");
    assert_eq!(print(|_| Time::from_secs(61)), "61 seconds");
}

#[test]
fn run_time_duration_under_a_second_prints_less_than_a_second() {
    for value in [
        (|_| Time::from_millis(900)) as fn(crate::run_time::Config<'_>) -> Time,
        |_| Time::ZERO,
    ] {
        let duration = || Duration::RunTime {
            max: Term::new(1, Unit::Day),
            value,
        };
        assert_eq!(english(duration()), "less than a second");
        assert_eq!(french(duration()), "moins d’une seconde");
        let rolling = || Duration::RunTime {
            max: Term::rolling(1, Unit::Day),
            value,
        };
        assert_eq!(
            english(rolling()),
            "less than a second after your last visit"
        );
        assert_eq!(
            french(rolling()),
            "moins d’une seconde après votre dernière visite"
        );
    }
}

#[test]
fn a_run_time_duration_never_exceeds_its_bound() {
    let max = Term::new(12, Unit::Month);
    let print = |value| english(Duration::RunTime { max, value });
    assert_eq!(print(|_| Time::from_secs(360 * 86_400)), "12 months");
    assert_eq!(print(|_| Time::MAX), "12 months");
}
