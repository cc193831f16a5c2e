//! Every rule of the standard: a table that breaks it, and its valid neighbour.

mod attributes;
mod clashes;
mod consent;
mod durations;
mod items;
mod names;
mod prefixes;
mod retired;
mod texts;
mod translations;
mod vectors;
mod warnings;

use crate::tests::{assert_says, exempt, opt_in};

/// Asserts that one thing is said of rows in an exempt category, and that it contains this.
#[track_caller]
fn refused(rows: &str, part: &str) {
    assert_says(&exempt(rows), &[part]);
}

/// Asserts that nothing is said of rows in an exempt category.
#[track_caller]
fn fine(rows: &str) {
    assert_says(&exempt(rows), &[]);
}

/// Asserts that one thing is said of rows in an opt-in category, and that it contains this.
#[track_caller]
fn refused_opt_in(rows: &str, part: &str) {
    assert_says(&opt_in(rows), &[part]);
}

/// Asserts that nothing is said of rows in an opt-in category.
#[track_caller]
fn fine_opt_in(rows: &str) {
    assert_says(&opt_in(rows), &[]);
}
