//! Rows against each other.

use proc_macro2::Span;

use super::warn;
use crate::errors::Errors;
use crate::map::Map;
use crate::model::{Constant, Name, Pattern, Policy, Row, Storage};
use crate::rules::Rule;

pub(super) fn check(policy: &mut Policy, errors: &mut Errors) {
    number(policy, errors);
    let pasted = same_identity(policy, errors);
    same_constant(policy, &pasted, errors);
    case_twins(policy, errors);
    overlaps(policy, errors);
    retired(policy, errors);
}

/// The look-up table holds row numbers in 16 bits, and an answer is a bit of 64 for each category.
fn number(policy: &mut Policy, errors: &mut Errors) {
    let most = usize::from(u16::MAX) - 1;
    if let Some(row) = policy.rows.get(most) {
        errors.push(row.name.span, "a table holds 65,534 names at most");
        policy.rows.truncate(most);
    }
    if let Some(category) = policy.categories.get(64) {
        errors.push(category.ident.span(), "a table has 64 categories at most");
    }
}

/// N7: of two constants the first stays. The rows of `pasted` are known to be there twice.
fn same_constant(policy: &mut Policy, pasted: &[usize], errors: &mut Errors) {
    let mut seen: Map<String, (Span, bool)> = Map::default();
    for (index, row) in policy.rows.iter_mut().enumerate() {
        let Some(Constant { ident, .. }) = &row.constant else {
            continue;
        };
        let word = ident.to_string();
        let Some((first, broken)) = seen.get(&word) else {
            seen.insert(word, (ident.span(), row.broken));
            continue;
        };
        if !pasted.contains(&index) && !row.broken && !broken {
            errors.push(ident.span(), format!("the constant `{word}` twice [N7]"));
            errors.push(*first, "first declared here");
        }
        row.constant = None;
    }
}

/// N8: one name in one scope. Returns the rows that are one of another.
fn same_identity(policy: &Policy, errors: &mut Errors) -> Vec<usize> {
    let mut same = Vec::new();
    let mut seen: Map<_, Vec<&Row>> = Map::default();
    for (index, row) in policy
        .rows
        .iter()
        .enumerate()
        .filter(|(_, row)| !row.broken)
    {
        let namesakes = seen.entry((row.name.shape(), row.name.any)).or_default();
        if let Some(first) = namesakes.iter().find(|other| other.has_scope_of(row)) {
            let message = format!(
                "`{}` twice with the same domain and path [N8]",
                row.name.text
            );
            errors.push(row.name.span, message);
            errors.push(first.name.span, "first declared here");
            same.push(index);
        } else {
            namesakes.push(row);
        }
    }
    same
}

/// N5
fn case_twins(policy: &Policy, errors: &mut Errors) {
    let mut seen: Map<String, &Row> = Map::default();
    // Of what is no cookie the names are no concern of ours.
    let is_cookie = |row: &&Row| !row.name.any && !row.broken && row.storage == Storage::Cookie;
    for row in policy.rows.iter().filter(is_cookie) {
        let first = *seen.entry(row.name.shape().to_lowercase()).or_insert(row);
        if first.name.shape() != row.name.shape() {
            let (name, first) = (&row.name.text, &first.name.text);
            let message = format!(
                "`{name}` and `{first}` differ only in case; a name is looked up byte by byte"
            );
            warn(errors, &row.allows, Rule::CaseTwins, row.name.span, message);
        }
    }
}

/// N9: a name that two categories could mean.
fn overlaps(policy: &Policy, errors: &mut Errors) {
    let patterns: Vec<_> = policy
        .rows
        .iter()
        .filter_map(|row| Some((row, row.name.pattern.as_ref()?)))
        .collect();
    for (index, (row, pattern)) in patterns.iter().enumerate() {
        let literals = policy.rows.iter().filter(|other| {
            other.name.pattern.is_none()
                && !other.name.any
                && other.category != row.category
                && other.name.text.starts_with(&pattern.head)
                && matches(pattern, &other.name.text)
        });
        let others = patterns[..index].iter().filter(|(other, other_pattern)| {
            let (a, b) = (&pattern.head, &other_pattern.head);
            other.category != row.category
                && (a.starts_with(b.as_str()) || b.starts_with(a.as_str()))
                && intersect(&glob(pattern), &glob(other_pattern))
        });
        let other: Option<&Row> = literals.chain(others.map(|(other, _)| *other)).next();
        if let Some(other) = other {
            let (name, other_name) = (&row.name.text, &other.name.text);
            let category = &policy.categories[other.category].ident;
            let message = format!(
                "`{name}` also stands for names of `{other_name}` in the category `{category}`"
            );
            warn(
                errors,
                &row.allows,
                Rule::PatternOverlap,
                row.name.span,
                message,
            );
        }
    }
}

/// A retired cookie is removed on sight, so nothing that is declared may be one.
fn retired(policy: &Policy, errors: &mut Errors) {
    for (index, retired) in policy.retired.iter().enumerate() {
        let same_scope = |row: &&Row| row.has_scope_of(retired);
        if let Some(row) = policy
            .rows
            .iter()
            .filter(same_scope)
            .find(|row| same_cookie(&row.name, &retired.name))
        {
            errors.push(
                retired.name.span,
                format!(
                    "`{}` is declared, and would be removed on sight",
                    row.name.text
                ),
            );
            errors.push(row.name.span, "first declared here");
        }
        let twice = |row: &&Row| row.name.shape() == retired.name.shape();
        if let Some(first) = policy.retired[..index]
            .iter()
            .filter(same_scope)
            .find(twice)
        {
            errors.push(
                retired.name.span,
                format!("`{}` is retired twice", retired.name.text),
            );
            errors.push(first.name.span, "first declared here");
        }
    }
}

/// Two patterns that merely overlap may well live side by side, and one name of a declared family may be retired.
fn same_cookie(declared: &Name, retired: &Name) -> bool {
    let matched = |pattern| matches(pattern, &declared.text);
    declared.shape() == retired.shape()
        || declared.pattern.is_none() && retired.pattern.as_ref().is_some_and(matched)
}

/// Whether a pattern stands for a name.
pub(super) fn matches(pattern: &Pattern, name: &str) -> bool {
    cookie_decl_core::pattern::matches(
        &pattern.head,
        pattern.holes.iter().map(|(_, text)| text.as_str()),
        name,
    )
}

/// One place of a name: this character, or a character of a hole, which may be followed by more.
#[derive(Clone, Copy, PartialEq)]
enum Piece {
    Is(char),
    Hole,
}

fn glob(pattern: &Pattern) -> Vec<Piece> {
    let mut pieces: Vec<_> = pattern.head.chars().map(Piece::Is).collect();
    for (_, text) in &pattern.holes {
        pieces.push(Piece::Hole);
        pieces.extend(text.chars().map(Piece::Is));
    }
    pieces
}

/// Whether some name matches both. A hole takes one character, then as many as it likes.
fn intersect(a: &[Piece], b: &[Piece]) -> bool {
    // reached[j]: the first i pieces of `a` and j of `b` stand for a common text. A hole, once entered, may stay.
    let mut reached = vec![vec![false; b.len() + 1]; a.len() + 1];
    reached[0][0] = true;
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            if !reached[i][j] {
                continue;
            }
            let stays_a = i > 0 && a[i - 1] == Piece::Hole;
            let stays_b = j > 0 && b[j - 1] == Piece::Hole;
            let (next_a, next_b) = (a.get(i).copied(), b.get(j).copied());
            match (next_a, next_b) {
                (Some(Piece::Is(x)), Some(Piece::Is(y))) if x != y => {}
                (Some(_), Some(_)) => reached[i + 1][j + 1] = true,
                _ => {}
            }
            if stays_a && next_b.is_some() {
                reached[i][j + 1] = true;
            }
            if stays_b && next_a.is_some() {
                reached[i + 1][j] = true;
            }
        }
    }
    reached[a.len()][b.len()]
}
