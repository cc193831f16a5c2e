//! M1 to M5.

use super::{fine, fine_opt_in, refused, refused_opt_in};
use crate::tests::{exempt, numbered_messages};

#[test]
fn over_400_days_is_refused() {
    for duration in [
        "401 days",
        "14 months",
        "2 years",
        "58 weeks",
        "34_560_001 seconds",
        "rolling 401 days",
    ] {
        refused(
            &format!(r#""id" | {duration};"#),
            "over 400 days: browsers keep a cookie for at most `400 days`, so the page would be untrue",
        );
    }
}

#[test]
fn over_400_days_is_told_what_to_write() {
    refused(r#""id" | 2 years;"#, " [M1]");
}

#[test]
fn one_of_two_terms_over_400_days_is_refused() {
    refused(r#""id" | session or 401 days;"#, "[M1]");
}

#[test]
fn bound_over_400_days_is_refused() {
    refused(r#""id" | { ttl() } max 2 years;"#, "[M1]");
}

#[test]
fn four_hundred_days_are_fine() {
    for duration in [
        "400 days",
        "13 months",
        "1 year",
        "57 weeks",
        "34560000 seconds",
    ] {
        fine_opt_in(&format!(r#""id" | {duration};"#));
    }
}

#[test]
fn over_400_days_set_by_others_is_fine() {
    for set_by in ["script", "other", "\"ads.example\""] {
        fine_opt_in(&format!(r#""id" | 2 years | set_by = {set_by};"#));
        fine_opt_in(&format!(
            r#""id" | 2 years "24 months" | set_by = {set_by};"#
        ));
    }
}

#[test]
fn over_400_days_in_another_storage_is_fine() {
    fine_opt_in(r#""id" | 5 years | storage = local_storage;"#);
}

#[test]
fn over_400_days_in_with_is_said_once_and_there() {
    let reported = numbered_messages(&exempt(
        "with duration = 2 years;\n\"a\" | _;\n\"b\", \"c\" | _;",
    ));
    assert_eq!(reported.len(), 1, "{reported:?}");
    assert_eq!(reported[0].0, 9);
}

#[test]
fn zero_is_refused() {
    refused(
        r#""id" | 0 days;"#,
        "a duration of zero removes the cookie [M3]",
    );
    refused(r#""id" | rolling 0 minutes;"#, "[M3]");
    refused(r#""id" | { ttl() } max 0 days;"#, "[M3]");
    refused(r#""id" | 0 days | storage = local_storage;"#, "[M3]");
}

#[test]
fn one_second_is_fine() {
    fine(r#""id" | 1 second;"#);
}

#[test]
fn persistent_cookie_is_refused() {
    refused(
        r#""id" | persistent;"#,
        "a cookie cannot be `persistent`: write `session`, or a time of at most 400 days [M3]",
    );
}

#[test]
fn persistent_session_storage_is_refused() {
    refused(
        r#""id" | persistent | storage = session_storage;"#,
        "session storage ends with its tab: write `session` [M3]",
    );
}

#[test]
fn persistent_local_storage_is_fine() {
    for storage in ["local_storage", "indexed_db", "other(\"Cache storage\")"] {
        fine_opt_in(&format!(r#""id" | persistent | storage = {storage};"#));
    }
}

#[test]
fn session_of_a_storage_that_outlives_it_is_refused() {
    for storage in ["local_storage", "indexed_db"] {
        refused(
            &format!(r#""id" | session | storage = {storage};"#),
            "this storage outlives the session: write `persistent`, or the time after which you remove it",
        );
    }
}

#[test]
fn session_of_a_cookie_and_of_session_storage_is_fine() {
    fine(r#""id" | session;"#);
    fine(r#""id" | session | storage = session_storage;"#);
}

#[test]
fn attributes_of_another_storage_are_refused() {
    for attribute in [
        "HttpOnly",
        "Path=\"/app\"",
        "Domain=\"example.com\"",
        "Secure",
    ] {
        refused(
            &format!(r#""id" | 1 day | attributes = {attribute} | storage = local_storage;"#),
            "only cookies have attributes, and this row is stored elsewhere [M3]",
        );
    }
}

#[test]
fn attributes_of_with_do_not_concern_other_storages() {
    fine(r#"with attributes = Secure; "id" | 1 day | storage = local_storage;"#);
}

#[test]
fn bound_that_is_not_a_time_is_refused() {
    refused(
        r#""id" | { ttl() } max session;"#,
        "a bound is a time: write `max 4 weeks`",
    );
}

#[test]
fn bound_that_is_a_time_is_fine() {
    fine(r#""id" | { ttl() } max 4 weeks;"#);
}

#[test]
fn persistent_cookie_of_others_is_told_how_to_say_it() {
    refused_opt_in(
        r#""id" | persistent | set_by = script;"#,
        r#"or a time of at most 400 days; `unknown "persistent"` if nobody names a time [M3]"#,
    );
    fine_opt_in(r#""id" | unknown "persistent" | set_by = script;"#);
}

#[test]
fn unknown_duration_of_a_cookie_of_the_server_is_refused() {
    refused(
        r#""id" | unknown;"#,
        "the server sets this cookie, so its duration is known: write it, such as `session`",
    );
    refused(r#""id" | unknown "varies";"#, "[M4]");
    refused(r#""id" | unknown "5 years";"#, "[M4]");
}

#[test]
fn unknown_duration_of_others_is_fine() {
    for set_by in ["script", "other", "\"ads.example\""] {
        fine_opt_in(&format!(r#""id" | unknown | set_by = {set_by};"#));
        fine_opt_in(&format!(
            r#""id" | unknown "until it is renewed by the system" | set_by = {set_by};"#
        ));
    }
    fine_opt_in(r#""id" | unknown "unlimited" | storage = local_storage;"#);
    fine_opt_in(r#""id" | unknown "unlimited" | set_by = script;"#);
}

#[test]
fn a_time_after_unknown_warns() {
    refused_opt_in(
        r#""id" | unknown "1 year, on some pages 2 years" | set_by = script;"#,
        "other_quantity: the text says 2 years, so a time is known: write `2 years` before the text, not `unknown`",
    );
    fine_opt_in(r#""id" | 2 years "1 year, on some pages 2 years" | set_by = script;"#);
}

#[test]
fn what_is_persistent_does_not_end_with_the_session() {
    refused_opt_in(
        r#""id" | persistent "session" | storage = local_storage;"#,
        "other_quantity: the text says that it ends with the session",
    );
    fine_opt_in(r#""id" | persistent "until you sign out" | storage = local_storage;"#);
}

#[test]
fn a_date_leads_to_unknown() {
    refused_opt_in(
        r#""id" | 2 years "until 9 November 2030" | set_by = script;"#,
        "the page prints both; if only the date is known, write `unknown` before it",
    );
    fine_opt_in(r#""id" | unknown "until 9 November 2030" | set_by = script;"#);
    for text in [
        "until the year 3000",
        "until 9999-12-31",
        "expires 12/31/9999",
    ] {
        refused_opt_in(
            &format!(r#""id" | 2 years "{text}" | set_by = script;"#),
            "the text says a date",
        );
    }
}

#[test]
fn pixel_that_is_kept_is_refused() {
    for duration in [
        "1 year",
        "rolling 1 day",
        "persistent",
        "unknown",
        "session or 1 day",
    ] {
        refused_opt_in(
            &format!(r#""tr" | {duration} | storage = pixel | set_by = script;"#),
            "a pixel keeps nothing on the device, and the page says so: write `none` as its duration [M3]",
        );
    }
    for duration in ["none", "session", "_", r#"session "as long as you read""#] {
        fine_opt_in(&format!(
            r#""tr" | {duration} | storage = pixel | set_by = script;"#
        ));
    }
}

#[test]
fn pixel_takes_no_time_from_with() {
    fine_opt_in(
        r#"cookie; with duration = 1 year | set_by = script; "a"; "tr" | storage = pixel | duration = none;"#,
    );
}

#[test]
fn missing_duration_is_refused() {
    refused(
        r#"cookie; "id";"#,
        "no duration: write one, or `unknown` if others set it and do not say",
    );
    refused(r#"cookie; "id";"#, "[M4]");
}

#[test]
fn missing_duration_of_several_names_is_one_mistake() {
    refused(r#"cookie; "a", "b";"#, "[M4]");
}

#[test]
fn duration_of_with_is_fine() {
    fine(r#"cookie; with duration = 1 day; "id";"#);
}

#[test]
fn unstated_duration_warns() {
    refused(
        r#""id" | _;"#,
        "unstated_duration: no duration is stated, and visitors have a right to know it",
    );
}

#[test]
fn no_duration_without_a_note_is_refused() {
    refused(
        r#""id" | none;"#,
        "`none` leaves the duration out: say why in a `note`, which visitors read [M4]",
    );
}

#[test]
fn no_duration_with_a_note_is_fine() {
    fine(r#""id" | none | note = "Set by the library of the town, which does not say";"#);
}

#[test]
fn pixel_needs_no_duration() {
    fine_opt_in(r#"cookie; "pixel.png" | storage = pixel;"#);
}

#[test]
fn text_that_names_another_quantity_is_refused_on_rows_of_the_server() {
    for (duration, reported) in [
        (r#"6 months "1 year""#, "1 year"),
        (r#"6 months "12 mois""#, "12 months"),
        (r#"6 months "eighteen months""#, "18 months"),
        (r#"6 months "1.5 years""#, "1.5 years"),
        (r#"6 months "1,000 days""#, "1000 days"),
        (r#"6 months "2年""#, "2 years"),
        (r#"2 weeks "14 days, or 15 days""#, "15 days"),
        (r#"400 days "5 years""#, "5 years"),
        (r#"400 days "2 years""#, "2 years"),
        (r#"400 days "14 months""#, "14 months"),
        (r#"400 days "1 year""#, "1 year"),
        (r#"session "30 minutes""#, "30 minutes"),
        (
            r#"session or 2 weeks "1 month if you stay signed in""#,
            "1 month",
        ),
        (r#"{ ttl() } max 4 weeks "at most 2 months""#, "2 months"),
    ] {
        let message = format!("the text says {reported}, which is not the duration before it [M5]");
        refused_opt_in(&format!(r#""id" | {duration};"#), &message);
    }
}

#[test]
fn text_that_names_no_end_or_another_end_is_refused_on_rows_of_the_server() {
    for (duration, reported) in [
        (r#"1 year "unlimited""#, "unlimited"),
        (r#"1 year "Forever!""#, "forever"),
        (r#"1 year "never expires""#, "that it never expires"),
        (r#"1 year "does not expire""#, "that it never expires"),
        (r#"1 year "No expiry.""#, "that it never expires"),
        (r#"1 year "permanent""#, "permanent"),
        (r#"1 year "1 year, then kept indefinitely""#, "indefinitely"),
        (r#"1 year "illimité""#, "illimité"),
        (r#"session "unlimited""#, "unlimited"),
        (r#"{ ttl() } max 4 weeks "unlimited""#, "unlimited"),
        (r#"2 weeks "until 10 Nov 2030""#, "a date"),
        (r#"2 weeks "until November 10th, 2030""#, "a date"),
        (r#"2 weeks "2 weeks, until 10 Nov 2030""#, "a date"),
        (r#"2 weeks "2030-11-10""#, "a date"),
        (r#"2 weeks "bis 10.11.2030""#, "a date"),
        (r#"2 weeks "10/11/2030""#, "a date"),
        (r#"2 weeks "until the end of 2030""#, "a date"),
        (r#"2 weeks "expires in 2030""#, "a date"),
        (r#"2 weeks "session""#, "that it ends with the session"),
        (
            r#"2 weeks "until you close your browser""#,
            "that it ends with the session",
        ),
    ] {
        refused(
            &format!(r#""id" | {duration};"#),
            &format!("the text says {reported}, which is not"),
        );
        refused(&format!(r#""id" | {duration};"#), "[M5]");
    }
}

#[test]
fn text_of_others_that_names_another_quantity_warns() {
    for set_by in ["script", "other", "\"ads.example\""] {
        for text in [
            r#"400 days "2 years""#,
            r#"400 days "1 year""#,
            r#"6 months "1 year""#,
            r#"1 year "unlimited""#,
        ] {
            let row = format!(r#""id" | {text} | set_by = {set_by};"#);
            refused_opt_in(
                &row,
                ", which is not the duration before it; the page prints both",
            );
        }
    }
    refused_opt_in(
        r#""id" | 400 days "2 years" | storage = local_storage;"#,
        "other_quantity: the text says 2 years",
    );
    refused_opt_in(
        r#""id" | persistent "2 years" | storage = local_storage;"#,
        "other_quantity: the text says 2 years",
    );
    fine_opt_in(r#""id" | persistent "unlimited, until you delete it" | storage = local_storage;"#);
}

#[test]
fn text_that_names_the_same_quantity_is_fine() {
    for text in [
        "180 days",
        "half a year",
        "6 mois",
        "24 weeks to 26 weeks",
        "until 6 months after your last visit",
    ] {
        fine(&format!("\"id\" | 6 months {text:?};"));
    }
    for text in [
        "13 months",
        "400 days",
        "thirteen months",
        "13ヶ月",
        "13 miesięcy",
    ] {
        fine_opt_in(&format!("\"id\" | 400 days {text:?};"));
    }
    for text in [
        "1 an",
        "12 months",
        "365 days",
        "permanent cookie (1 year)",
        "one year, not forever",
    ] {
        fine(&format!("\"id\" | 1 year {text:?};"));
    }
}

#[test]
fn text_that_cannot_be_read_is_fine() {
    for text in [
        "سنة تقريبا",
        "ein paar Wochen",
        "6 m",
        "毎月10日まで",
        "11月",
        "von Tag 1 an",
        "twenty-four seven",
        "as long as our rules of 2024 say",
        "see ISO 27001, 2013",
        "never more than it takes",
        "not permanent",
        "it never expires before you sign out",
        "as long as your session lasts",
        "Version 2.0.1",
        "as in the 2020's",
        "renewed every 30 minutes",
        "until the next page view",
    ] {
        fine(&format!("\"id\" | 2 weeks {text:?};"));
    }
    fine(r#""id" | { ttl() } max 4 weeks "until the vote on 10 Nov 2030";"#);
    fine(r#""id" | 2 weeks "2 weeks (3 days before 10 Nov 2023)";"#);
}

#[test]
fn translated_text_is_checked_against_the_duration() {
    let table = |text: &str| {
        let texts = r#""Title" => "Titre"; "Description." => "Description.";"#;
        let table = exempt(r#""id" | 6 months "half a year";"#);
        format!("{table} translation fr {{ {texts} \"half a year\" => {text:?}; }}")
    };
    crate::tests::assert_says(
        &table("12 mois"),
        &["the text says 12 months, which is not the duration"],
    );
    crate::tests::assert_says(&table("6 mois"), &[]);
    crate::tests::assert_says(&table("une demi-année"), &[]);
}

#[test]
fn text_that_names_one_of_two_terms_is_fine() {
    fine(r#""id" | session or 2 weeks "14 days if you stay signed in";"#);
    fine(r#""id" | session or 2 weeks "session";"#);
}

#[test]
fn text_beside_a_bound_is_checked_against_it() {
    fine(r#""id" | { ttl() } max 4 weeks "at most 28 days";"#);
    fine(r#""id" | { ttl() } max 4 weeks "15 days by default";"#);
}
