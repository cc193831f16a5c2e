//! Durations and dates in words, in every language, compared with those of ICU, which Node.js
//! contains.
//!
//! Without Node.js, the tests are ignored and say so. With `CI=true` they fail.

mod printed;

use std::collections::HashMap;
use std::env;
use std::process::{Command, ExitCode};
use std::sync::{Arc, LazyLock};

use libtest_mimic::{Arguments, Completion, Failed, Trial};

use cookie_decl::__private::Unit;
use cookie_decl::__private::texts::ALL;

const UNITS: [(Unit, &str); 7] = [
    (Unit::Second, "second"),
    (Unit::Minute, "minute"),
    (Unit::Hour, "hour"),
    (Unit::Day, "day"),
    (Unit::Week, "week"),
    (Unit::Month, "month"),
    (Unit::Year, "year"),
];

/// The numbers of each unit: likely ones, and some with their own plural forms.
fn counts() -> impl Iterator<Item = u32> {
    (1..=200).chain([
        1_001, 1_011, 10_000, 100_002, 1_000_000, 1_000_001, 2_000_000,
    ])
}

/// The first and the last day of each month.
fn dates() -> impl Iterator<Item = String> {
    (1..=12).flat_map(|month| [1, 28].map(|day| format!("2026-{month:02}-{day:02}")))
}

/// The texts of ICU, by language and by unit and number, or by date.
type Icu = HashMap<String, HashMap<String, String>>;

/// Asks ICU for everything at once, because starting Node.js takes longer than all answers
/// together.
fn ask() -> Result<Icu, String> {
    let tags: Vec<_> = ALL.iter().map(|texts| texts.language()).collect();
    let question = serde_json::json!({
        "tags": tags,
        "units": UNITS.map(|(_, name)| name),
        "counts": counts().collect::<Vec<_>>(),
        "dates": dates().collect::<Vec<_>>(),
    });
    let node = Command::new("node")
        .args(["-e", include_str!("ask.js"), &question.to_string()])
        .output();
    let output = node.map_err(|error| format!("there is no Node.js: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())
}

/// Removes differences in spaces. ICU uses no-break spaces with some units in French, and spaces in
/// Japanese dates. We use neither.
fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Where we differ from ICU, and why.
fn as_we_have_it(language: &str, icu: &str) -> String {
    match language {
        // For ICU, a Swedish `dygn` is 24 hours by the clock, but the sites of authorities count in
        // days.
        "sv" if icu == "1 dygn" => "1 dag".to_owned(),
        "sv" => icu.replace("dygn", "dagar"),
        // In these languages, the first of a month is an ordinal.
        "fr" | "it" | "pt-BR" | "el" if icu.starts_with("1 ") && icu.ends_with(" 2026") => {
            let first = match language {
                "fr" => "1er",
                "el" => "1η",
                _ => "1º",
            };
            icu.replacen('1', first, 1)
        }
        // A no-break space joins the word for the year to its number. Official texts in Polish have
        // it too.
        "pl" if icu.ends_with(" 2026") => format!("{icu}\u{a0}r."),
        "uk" => icu.replace(" р.", "\u{a0}р."),
        // We write the ending of the noun without an article.
        "ar" => icu.replace("ثوان", "ثوانٍ"),
        // The shorter word is the one in tables.
        "zh" => icu.replace("秒钟", "秒"),
        _ => icu.to_owned(),
    }
}

fn compare(language: &str, key: &str, ours: &str, icu: &Icu) {
    let expected = as_we_have_it(language, &icu[language][key]);
    match language {
        "fr" | "ja" => assert_eq!(
            without_blanks(ours),
            without_blanks(&expected),
            "{key} in {language}"
        ),
        _ => assert_eq!(ours, expected, "{key} in {language}"),
    }
}

fn durations(language: &str, icu: &Icu) {
    let terms: Vec<_> = UNITS
        .iter()
        .flat_map(|unit| counts().map(move |count| (*unit, count)))
        .collect();
    let ours = printed::durations(
        language,
        terms.iter().map(|((unit, _), count)| (*unit, *count)),
    );
    assert_eq!(ours.len(), terms.len());
    for (((_, unit), count), ours) in terms.iter().zip(&ours) {
        compare(language, &format!("{count} {unit}"), ours, icu);
    }
}

fn dates_in_words(language: &str, icu: &Icu) {
    for date in dates() {
        compare(language, &date, &printed::date(language, &date), icu);
    }
}

/// With `CI=true`, nothing may be missing.
fn missing(reason: &str) -> Result<Completion, Failed> {
    match env::var_os("CI") {
        Some(ci) if ci == "true" => Err(reason.into()),
        _ => Ok(Completion::ignored_with(reason)),
    }
}

fn main() -> ExitCode {
    let icu = Arc::new(LazyLock::new(ask));
    let mut trials = Vec::new();
    for texts in ALL {
        let language = texts.language();
        for (what, test) in [
            ("durations", durations as fn(&str, &Icu)),
            ("dates", dates_in_words),
        ] {
            let icu = Arc::clone(&icu);
            trials.push(Trial::ignorable_test(
                format!("{what}_in_{language}"),
                move || match &**icu {
                    Ok(icu) => {
                        test(language, icu);
                        Ok(Completion::Completed)
                    }
                    Err(reason) => missing(reason),
                },
            ));
        }
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}
