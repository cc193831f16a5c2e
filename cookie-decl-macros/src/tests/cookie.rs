//! `cookie!`: which names have an arm of their own, and the messages for the others.

use super::{exempt, krate, tokens};
use crate::cookie::undeclared;
use crate::declare::declare;
use crate::model::Reader;

/// The messages for a name, in a table with these rows.
fn says(typed: &str) -> String {
    let names =
        r#""sessionid" SESSION, "_ga_{container}" CONTAINER, "_ga_x_{id}" X, "_pk_ses.{site}" ,"#;
    undeclared(tokens(&format!("[m::] [{names}] {typed:?}")), &krate()).to_string()
}

#[test]
fn name_that_matches_a_pattern_gets_its_constant() {
    let reported = says("_ga_1");
    assert!(
        reported.contains("`_ga_{container}` matches `_ga_1`: use its constant, `CONTAINER`"),
        "{reported}"
    );
    // As in a look-up, the longest literal part comes first.
    let reported = says("_ga_x_1");
    assert!(reported.contains("use its constant, `X`"), "{reported}");
}

#[test]
fn name_that_matches_a_pattern_without_a_constant_is_told_so() {
    let reported = says("_pk_ses.1");
    let text =
        "`_pk_ses.{site}` matches `_pk_ses.1`, but has no constant: give it one in the table";
    assert!(reported.contains(text), "{reported}");
}

#[test]
fn name_that_matches_no_pattern_gets_the_nearest() {
    let reported = says("_ga_");
    assert!(
        reported.contains("no cookie `_ga_` is declared"),
        "{reported}"
    );
    let reported = says("sesionid");
    assert!(
        reported.contains("no cookie `sesionid` is declared, did you mean `sessionid`?"),
        "{reported}"
    );
}

#[test]
fn cookie_that_is_called_any_has_its_arm_beside_all_of_a_domain() {
    let table = exempt(r#"ANY = "any" | 1 day; any | 1 day | set_by = "ads.example";"#);
    let expansion = declare(tokens(&table), &krate(), Reader::Compiler).to_string();
    assert_eq!(expansion.matches(r#"("any") =>"#).count(), 1, "{expansion}");
}
