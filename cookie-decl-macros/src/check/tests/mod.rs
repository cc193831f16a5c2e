//! Every rule: a table that breaks it, and a valid neighbour.

mod attributes;
mod by_provider;
mod clashes;
mod consent;
mod durations;
mod included;
mod items;
mod listed;
mod names;
mod prefixes;
mod retired;
mod signals;
mod texts;
mod translations;
mod vectors;
mod warnings;
mod wording;

use crate::tests::{assert_says, exempt, opt_in};

/// Asserts that rows in an exempt category have one message, which contains this part.
#[track_caller]
fn refused(rows: &str, part: &str) {
    assert_says(&exempt(rows), &[part]);
}

/// Asserts that rows in an exempt category have no messages.
#[track_caller]
fn fine(rows: &str) {
    assert_says(&exempt(rows), &[]);
}

/// Asserts that rows in an opt-in category have one message, which contains this part.
#[track_caller]
fn refused_opt_in(rows: &str, part: &str) {
    assert_says(&opt_in(rows), &[part]);
}

/// Asserts that rows in an opt-in category have no messages.
#[track_caller]
fn fine_opt_in(rows: &str) {
    assert_says(&opt_in(rows), &[]);
}
