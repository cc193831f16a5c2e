//! M1 to M5.

use super::{fine, fine_opt_in, refused, refused_opt_in};
use crate::tests::{exempt, said};

#[test]
fn over_400_days_is_refused() {
    for duration in ["401 days", "14 months", "2 years", "58 weeks", "34_560_001 seconds", "rolling 401 days"] {
        refused(&format!(r#""id" | {duration};"#), "over 400 days: browsers cut it, so the page would be untrue");
    }
}

#[test]
fn over_400_days_is_told_what_to_write() {
    refused(r#""id" | 2 years;"#, "; the most is `400 days` [M1]");
    refused_opt_in(r#""id" | 2 years | set_by = script;"#, "; the most is `400 days` [M1]");
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
    for duration in ["400 days", "13 months", "1 year", "57 weeks", "34560000 seconds"] {
        fine_opt_in(&format!(r#""id" | {duration};"#));
    }
}

#[test]
fn over_400_days_set_by_others_warns() {
    for set_by in ["script", "other", "\"ads.example\""] {
        refused_opt_in(&format!(r#""id" | 2 years | set_by = {set_by};"#), "too_long: over 400 days");
    }
}

#[test]
fn over_400_days_in_another_storage_is_fine() {
    fine_opt_in(r#""id" | 5 years | storage = local_storage;"#);
}

#[test]
fn over_400_days_in_with_is_said_once_and_there() {
    let said = said(&exempt("with duration = 2 years;\n\"a\" | _;\n\"b\", \"c\" | _;"));
    assert_eq!(said.len(), 1, "{said:?}");
    assert_eq!(said[0].0, 9);
}

#[test]
fn zero_is_refused() {
    refused(r#""id" | 0 days;"#, "zero: such a cookie is removed, not set [M3]");
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
    refused(r#""id" | persistent;"#, "a cookie is not kept for good: 400 days at most, or `session` [M3]");
}

#[test]
fn persistent_session_storage_is_refused() {
    refused(r#""id" | persistent | storage = session_storage;"#, "session storage ends with the tab: `session` [M3]");
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
            "this storage outlives the session: `persistent`",
        );
    }
}

#[test]
fn session_of_a_cookie_and_of_session_storage_is_fine() {
    fine(r#""id" | session;"#);
    fine(r#""id" | session | storage = session_storage;"#);
}

#[test]
fn attributes_of_what_is_no_cookie_are_refused() {
    for attribute in ["HttpOnly", "Path=\"/app\"", "Domain=\"example.com\"", "Secure"] {
        refused(
            &format!(r#""id" | 1 day | attributes = {attribute} | storage = local_storage;"#),
            "only cookies have attributes; this row is stored elsewhere [M3]",
        );
    }
}

#[test]
fn attributes_of_with_do_not_concern_what_is_no_cookie() {
    fine(r#"with attributes = Secure; "id" | 1 day | storage = local_storage;"#);
}

#[test]
fn bound_that_is_no_time_is_refused() {
    refused(r#""id" | { ttl() } max session;"#, "a bound is a time: `max 4 weeks`");
}

#[test]
fn bound_that_is_a_time_is_fine() {
    fine(r#""id" | { ttl() } max 4 weeks;"#);
}

#[test]
fn missing_duration_is_refused() {
    refused(r#"cookie; "id";"#, "no duration: every row states one, or `_` where it is not known");
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
fn unknown_duration_warns() {
    refused(r#""id" | _;"#, "unstated_duration: no duration is stated, and visitors have a right to know it");
}

#[test]
fn no_duration_without_a_note_is_refused() {
    refused(r#""id" | none;"#, "`none` says that no duration is stated; a `note` tells visitors why [M4]");
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
fn text_that_names_another_quantity_warns() {
    refused(r#""id" | 6 months "1 year";"#, "other_quantity: the text says 1 year, which is not the duration");
    refused(r#""id" | 6 months "12 mois";"#, "[M5]");
    refused(r#""id" | 2 weeks "14 days, or 15 days";"#, "the text says 15 days");
}

#[test]
fn text_that_names_the_same_quantity_is_fine() {
    for text in ["180 days", "half a year", "6 mois", "24 weeks to 26 weeks", "until 6 months after your last visit"] {
        fine(&format!("\"id\" | 6 months {text:?};"));
    }
}

#[test]
fn text_that_names_one_of_two_terms_is_fine() {
    fine(r#""id" | session or 2 weeks "14 days if you stay signed in";"#);
}

#[test]
fn text_beside_a_bound_is_held_against_it() {
    refused(r#""id" | { ttl() } max 4 weeks "at most 2 months";"#, "[M5]");
    fine(r#""id" | { ttl() } max 4 weeks "at most 28 days";"#);
}

#[test]
fn text_that_names_what_the_cap_cut_is_fine() {
    fine_opt_in(r#""id" | 400 days "2 years";"#);
    fine_opt_in(r#""id" | session or 400 days "2 years if you stay signed in";"#);
}

#[test]
fn text_that_names_less_than_the_cap_or_that_nothing_cut_warns() {
    refused_opt_in(r#""id" | 400 days "1 year";"#, "the text says 1 year, which is not");
    refused_opt_in(r#""id" | 13 months "2 years";"#, "the text says 2 years, which is not");
    refused_opt_in(r#""id" | 400 days "2 years" | storage = local_storage;"#, "the text says 2 years, which is not");
}
