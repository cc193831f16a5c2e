//! Mistakes in durations and attributes. Each has one message.

use super::rows::{cell_says, says};
use crate::tests::{assert_says, exempt, understood};

/// Asserts one message for the cell `duration`.
#[track_caller]
fn duration_says(duration: &str, at: &str, text: &str) {
    says(&format!("X = \"x\" | {duration};"), at, text);
}

#[test]
fn duration_in_quotes() {
    duration_says(
        "\"2 weeks\"",
        "\"2 weeks\"",
        "a duration has no quotes: `2 weeks`",
    );
    duration_says(
        "\"36 mois\"",
        "\"36 mois\"",
        "a duration has no quotes: `36 months`",
    );
    duration_says(
        "\"a while\"",
        "\"a while\"",
        "a duration has no quotes: write `2 weeks`, and after it",
    );
    duration_says(
        "\"session\"",
        "\"session\"",
        "a duration has no quotes: `session`",
    );
}

#[test]
fn something_other_than_a_text_after_a_word_for_no_time() {
    for (duration, at) in [
        ("unknown(\"varies\")", "("),
        ("unknown: \"varies\"", ":"),
        ("unknown 1 year", "1"),
    ] {
        duration_says(
            duration,
            at,
            "only a text to print can follow `unknown`: `unknown \"..\"`; if the time is known, write it instead",
        );
    }
}

#[test]
fn a_group_after_a_word_for_no_time() {
    let rows = "with storage = local_storage | duration = persistent { \"a\" | _; }";
    assert_says(&exempt(rows), &[]);
}

#[test]
fn duration_without_a_space() {
    duration_says(
        "2weeks",
        "2weeks",
        "write a space and the whole unit: `2 weeks`",
    );
    duration_says("rolling 30minutes", "30minutes", "`30 minutes`");
}

#[test]
fn duration_abbreviated() {
    duration_says("14d", "14d", "write a space and the whole unit: `14 days`");
    duration_says("1y", "1y", "`1 year`");
    duration_says(
        "14 d",
        "d",
        "units are English words, such as `14 days`; the page prints them in its own language",
    );
}

#[test]
fn duration_in_another_language() {
    duration_says(
        "36 mois",
        "mois",
        "units are English words, such as `36 months`; the page prints them in its own language",
    );
    duration_says("2 Wochen", "Wochen", "`2 weeks`");
    for (typed, english) in [
        ("2 年", "2 years"),
        ("30 分", "30 minutes"),
        ("6 ヶ月", "6 months"),
        ("14 天", "14 days"),
        ("2 semanas", "2 weeks"),
        ("12 miesięcy", "12 months"),
        ("2 роки", "2 years"),
        ("2 timmar", "2 hours"),
        ("30 ημέρες", "30 days"),
        ("7 أيام", "7 days"),
        ("24 uur", "24 hours"),
    ] {
        let unit = typed.split(' ').next_back().unwrap();
        duration_says(
            typed,
            unit,
            &format!(
                "units are English words, such as `{english}`; the page prints them in its own"
            ),
        );
    }
    duration_says("2年", "2年", "write a space and the whole unit: `2 years`");
}

#[test]
fn two_storages_in_a_cell_are_two_rows() {
    for between in [",", " or", " and", " +", " /", ""] {
        says(
            &format!("X = \"x\" | 1 day | storage = pixel{between} local_storage;"),
            "pixel",
            "a row has one storage: write a row with `storage = pixel` and one with `storage = local_storage`",
        );
    }
}

#[test]
fn duration_of_a_misspelt_unit() {
    duration_says(
        "2 weks",
        "weks",
        "unknown unit `weks`, did you mean `weeks`?",
    );
    duration_says("2 Weeks", "Weeks", "`2 weeks`");
    duration_says(
        "2 fortnights",
        "fortnights",
        "unknown unit `fortnights`: `seconds`, `minutes`",
    );
}

#[test]
fn duration_without_a_unit() {
    duration_says("3600", "3600", "`3600` of what? `seconds`, `minutes`");
    duration_says("1 or 2 weeks", "1", "`1` of what?");
}

#[test]
fn duration_without_a_number() {
    duration_says("weeks", "weeks", "expected a duration such as `2 weeks`");
    duration_says("two weeks", "two", "a number is written in digits");
    duration_says("un an", "un", "in English, such as `2 years`");
    duration_says("-2 weeks", "-", "a duration is a positive number of units");
}

#[test]
fn duration_with_a_fraction() {
    duration_says(
        "1.5 hours",
        "1.5",
        "a duration is a whole number of units, such as `90 minutes`",
    );
}

#[test]
fn duration_too_large_to_count() {
    duration_says(
        "99999999999 days",
        "99999999999",
        "this number is too large",
    );
}

#[test]
fn duration_at_run_time_without_a_bound() {
    duration_says(
        "{ ttl() }",
        "{ ttl() }",
        "a duration that is known only at run time needs a bound: `{ .. } max 4 weeks`",
    );
}

#[test]
fn duration_of_a_misspelt_word() {
    duration_says(
        "sesion",
        "sesion",
        "unknown duration `sesion`, did you mean `session`?",
    );
    duration_says("presistent", "presistent", "did you mean `persistent`?");
    duration_says("unkown", "unkown", "did you mean `unknown`?");
    duration_says("Unknown", "Unknown", "did you mean `unknown`?");
}

#[test]
fn duration_that_rolls_without_a_time() {
    let text = "`rolling` needs a time, which starts again with every visit: `rolling 30 minutes`";
    duration_says("rolling session", "session", text);
    duration_says("rolling weeks", "weeks", text);
    duration_says("rolling", ";", text);
}

#[test]
fn duration_of_two_units() {
    let text = "a duration is one number and one unit, such as `90 minutes`";
    duration_says("1 hour 30 minutes", "30", text);
}

#[test]
fn duration_of_rust_without_braces() {
    for duration in ["Duration::from_secs(60)", "SESSION_TTL", "config.ttl"] {
        let at = duration.split([':', '.']).next().unwrap_or_default();
        duration_says(
            duration,
            at,
            "or, with a Rust expression, `{ expr } max 4 weeks`",
        );
    }
}

#[test]
fn advice_on_a_duration_counts_as_english_does() {
    duration_says(
        "1 mois",
        "mois",
        "units are English words, such as `1 month`; the page prints them in its own language",
    );
    duration_says(
        "\"1 week\"",
        "\"1 week\"",
        "a duration has no quotes: `1 week`",
    );
}

#[test]
fn attributes_taken_from_an_empty_list() {
    let text =
        "a list without `..` starts empty, so there is nothing to remove: write `.. !HttpOnly`";
    cell_says("attributes = !HttpOnly", "HttpOnly", text);
    cell_says("attributes = Secure !HttpOnly", "HttpOnly", text);
    says(
        "with attributes = !HttpOnly { X = \"x\" | 1 day; }",
        "HttpOnly",
        text,
    );
    // It is read as if the `..` were there.
    let (table, _) = understood(&exempt("\"x\" | 1 day | attributes = !HttpOnly;"));
    let attributes = table.declarations[0]
        .attributes
        .as_ref()
        .expect("a cookie of the server has attributes");
    assert_eq!(
        (attributes.secure.fixed(), attributes.http_only.fixed()),
        (Some(&true), Some(&false))
    );
    assert_says(&exempt("\"x\" | 1 day | attributes = .. !HttpOnly;"), &[]);
}

#[test]
fn attributes_with_commas() {
    cell_says(
        "attributes = Secure, HttpOnly",
        ",",
        "attributes are separated by spaces: `Secure HttpOnly SameSite=Lax`",
    );
    cell_says(
        "attributes = Secure + HttpOnly",
        "+",
        "attributes are separated by spaces: `Secure HttpOnly SameSite=Lax`",
    );
    cell_says(
        "attributes = Secure, HttpOnly, SameSite=Lax",
        ",",
        "attributes are separated by spaces: `Secure HttpOnly SameSite=Lax`",
    );
}

#[test]
fn attributes_with_semicolons() {
    says(
        "X = \"x\" | 1 day | attributes = Secure; HttpOnly;",
        "HttpOnly",
        "attributes are separated by spaces: `Secure HttpOnly SameSite=Lax`",
    );
}

#[test]
fn attribute_in_other_capitals() {
    cell_says(
        "attributes = samesite=lax",
        "samesite",
        "unknown attribute `samesite`, did you mean `SameSite`? [X1]",
    );
    cell_says(
        "attributes = httponly Secure",
        "httponly",
        "did you mean `HttpOnly`? [X1]",
    );
    cell_says(
        "attributes = SameSite=lax",
        "lax",
        "unknown value of `SameSite` `lax`, did you mean `Lax`?",
    );
}

#[test]
fn attribute_with_a_hyphen() {
    cell_says(
        "attributes = Http-Only Secure",
        "Http-Only",
        "unknown attribute `Http-Only`, did you mean `HttpOnly`?",
    );
    cell_says(
        "attributes = Same-Site=Lax Secure",
        "Same-Site",
        "did you mean `SameSite`? [X1]",
    );
}

#[test]
fn attribute_value_in_quotes() {
    cell_says(
        "attributes = SameSite=\"Lax\"",
        "\"Lax\"",
        "expected `Strict`, `Lax` or `None`, without quotes",
    );
}

#[test]
fn attribute_without_its_value() {
    cell_says(
        "attributes = Secure SameSite",
        "SameSite",
        "`SameSite` needs a value: `SameSite=Lax`",
    );
    cell_says(
        "attributes = Path Secure",
        "Path",
        "`Path` needs a value: `Path=\"..\"`",
    );
    cell_says(
        "attributes = SameSite=",
        "SameSite",
        "`SameSite` needs a value: `SameSite=Lax`",
    );
}

#[test]
fn attribute_with_a_value_that_it_does_not_take() {
    cell_says(
        "attributes = Secure=true HttpOnly",
        "true",
        "`Secure` has no value: write `Secure`, `!Secure` or `Secure={ condition }`",
    );
    cell_says(
        "attributes = !Path=\"/x\" Secure",
        "=",
        "`!Path` removes the attribute, and has no value",
    );
}

#[test]
fn path_and_domain_without_quotes() {
    cell_says(
        "attributes = Path=/x",
        "/x",
        "a path is in quotes: `Path=\"/x\"`",
    );
    cell_says(
        "attributes = Path=/x HttpOnly Secure",
        "/x",
        "a path is in quotes: `Path=\"/x\"`",
    );
    cell_says(
        "attributes = Domain=example.com Secure",
        "example.com",
        "a domain is in quotes: `Domain=\"example.com\"`",
    );
}

#[test]
fn path_of_rust_without_braces() {
    for path in ["config.path", "crate::PATH", "PATH"] {
        let text = format!("a Rust expression is in braces: `Path={{ {path} }}`");
        cell_says(&format!("attributes = Path={path} Secure"), path, &text);
        cell_says(&format!("attributes = Secure Path={path}"), path, &text);
    }
    assert_says(
        &exempt("\"x\" | 1 day | attributes = .. Path={ config.path };"),
        &[],
    );
}

#[test]
fn lifetime_among_the_attributes() {
    for (attribute, at) in [
        ("Max-Age=3600", "Max-Age"),
        ("Max-Age = 3600 Secure", "Max-Age"),
        ("Secure MaxAge=3600 HttpOnly", "MaxAge"),
        ("max_age=3600", "max_age"),
        ("Expires=\"Wed, 21 Oct 2026\" Secure", "Expires"),
    ] {
        cell_says(
            &format!("attributes = {attribute}"),
            at,
            "the lifetime of a cookie is in the column `duration`",
        );
    }
}

#[test]
fn two_dots_after_an_attribute() {
    cell_says(
        "attributes = Secure ..",
        "..",
        "`..` comes first: `.. !HttpOnly`",
    );
}

#[test]
fn attributes_in_quotes() {
    cell_says(
        "attributes = \"Secure HttpOnly\"",
        "\"Secure HttpOnly\"",
        "attributes have no quotes: `Secure HttpOnly SameSite=Lax`",
    );
}
