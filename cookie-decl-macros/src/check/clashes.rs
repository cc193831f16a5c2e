//! Clashes between declarations.

use proc_macro2::Span;

use crate::errors::{Errors, line_of_first};
use crate::map::Map;
use crate::model::{Constant, Declaration, Name, Pattern, Storage, Table};
use crate::rules::Rule;

pub(super) fn check(table: &mut Table, errors: &mut Errors) {
    limit(table, errors);
    let pasted = same_identity(table, errors);
    same_constant(table, &pasted, errors);
    case_twins(table, errors);
    overlaps(table, errors);
    retired(table, errors);
}

/// The look-up tables have 16 bits for the number of a declaration, a consent has 64 bits for
/// categories.
fn limit(table: &mut Table, errors: &mut Errors) {
    let most = usize::from(u16::MAX) - 1;
    if let Some(declaration) = table.declarations.get(most) {
        errors.push(declaration.name.span, "a table has at most 65,534 names");
        table.declarations.truncate(most);
    }
    if let Some(listed) = table.listed.get(most - table.declarations.len()) {
        errors.push(listed.name.span, "a table has at most 65,534 names");
    }
    if let Some(category) = table.categories.get(64) {
        let message = if category.of_provider.is_some() {
            "visitors choose about at most 64 categories, and `by provider` makes one for each provider"
        } else {
            "a table has at most 64 categories"
        };
        errors.push(category.ident.span(), message);
    }
}

/// N7: the first of two constants is kept. The declarations in `pasted` have an error already.
fn same_constant(table: &mut Table, pasted: &[usize], errors: &mut Errors) {
    let mut seen: Map<String, (Span, bool)> = Map::default();
    for (index, declaration) in table.declarations.iter_mut().enumerate() {
        let Some(Constant { ident, .. }) = &declaration.constant else {
            continue;
        };
        let word = ident.to_string();
        let Some((first, broken)) = seen.get(&word) else {
            seen.insert(word, (ident.span(), declaration.broken));
            continue;
        };
        if !pasted.contains(&index) && !declaration.broken && !broken {
            let line = line_of_first(*first, ident.span());
            let message = format!("the constant `{word}` is declared twice{line}");
            errors.push_rule(Rule::ConstantTwice, ident.span(), message);
        }
        declaration.constant = None;
    }
}

/// N8: one name in one scope. Returns the numbers of the repeated declarations.
fn same_identity(table: &Table, errors: &mut Errors) -> Vec<usize> {
    let mut same = Vec::new();
    let mut seen: Map<_, Vec<&Declaration>> = Map::default();
    for (index, declaration) in table
        .declarations
        .iter()
        .enumerate()
        .filter(|(_, declaration)| !declaration.broken)
    {
        let namesakes = seen
            .entry((declaration.name.shape(), declaration.name.any))
            .or_default();
        let scope = declaration.scope();
        if let Some(first) = namesakes.iter().find(|other| other.scope().is(&scope)) {
            let line = line_of_first(first.name.span, declaration.name.span);
            let name = &declaration.name.text;
            let category = &table.categories[declaration.category];
            let hint = if table.is_in(first, category) {
                String::new()
            } else {
                format!("; list it here with `also {name:?};`")
            };
            let origin = match first.included.as_deref() {
                Some(included) => format!(", first in `{}`", included.table),
                None => String::new(),
            };
            let message = format!(
                "`{name}` is declared twice with the same domain and path{origin}{line}{hint}"
            );
            errors.push_rule(Rule::CookieTwice, declaration.name.span, message);
            same.push(index);
        } else {
            namesakes.push(declaration);
        }
    }
    same
}

/// N5
fn case_twins(table: &Table, errors: &mut Errors) {
    let mut seen: Map<String, &Declaration> = Map::default();
    // The names of other storages are chosen by others.
    let is_cookie = |declaration: &&Declaration| {
        !declaration.name.any && !declaration.broken && declaration.storage == Storage::Cookie
    };
    for declaration in table.declarations.iter().filter(is_cookie) {
        let first = *seen
            .entry(declaration.name.shape().to_lowercase())
            .or_insert(declaration);
        // Nobody here chose the names of others.
        let is_ours = [first, declaration]
            .iter()
            .any(|it| it.is_set_by_us() || it.constant.is_some());
        if is_ours && first.name.shape() != declaration.name.shape() {
            let (name, first) = (&declaration.name.text, &first.name.text);
            let message =
                format!("`{name}` and `{first}` differ only in case, so they are two cookies");
            errors.warn(
                &declaration.allows,
                Rule::CaseTwins,
                declaration.name.span,
                message,
            );
        }
    }
}

/// N9: a name that belongs to two categories.
fn overlaps(table: &Table, errors: &mut Errors) {
    let patterns: Vec<_> = table
        .declarations
        .iter()
        .filter_map(|declaration| Some((declaration, declaration.name.pattern.as_ref()?)))
        .collect();
    for (index, (declaration, pattern)) in patterns.iter().enumerate() {
        let literals = table.declarations.iter().filter(|other| {
            other.name.pattern.is_none()
                && !other.name.any
                && other.category != declaration.category
                && other.name.text.starts_with(&pattern.head)
                && pattern.matches(&other.name.text)
        });
        let others = patterns[..index].iter().filter(|(other, other_pattern)| {
            let (a, b) = (&pattern.head, &other_pattern.head);
            other.category != declaration.category
                && (a.starts_with(b.as_str()) || b.starts_with(a.as_str()))
                && share_an_end(pattern, other_pattern)
                && intersect(&glob(pattern), &glob(other_pattern))
        });
        let other: Option<&Declaration> = literals.chain(others.map(|(other, _)| *other)).next();
        if let Some(other) = other {
            let (name, other_name) = (&declaration.name.text, &other.name.text);
            let category = &table.categories[other.category].ident;
            let message = format!(
                "`{name}` also matches names of `{other_name}` in the category `{category}`"
            );
            errors.warn(
                &declaration.allows,
                Rule::PatternOverlap,
                declaration.name.span,
                message,
            );
        }
    }
}

/// Whether two patterns have a text at the same end, or both have none. `{id}_b` and `a_{id}` have
/// names in common like any two of their kind, which nobody chooses.
fn share_an_end(a: &Pattern, b: &Pattern) -> bool {
    let ends = |pattern: &Pattern| [pattern.head.is_empty(), pattern.tail().is_empty()];
    let (a, b) = (ends(a), ends(b));
    a == b || (0..2).any(|end| !a[end] && !b[end])
}

/// A retired cookie is removed on sight, so it must not be declared.
fn retired(table: &Table, errors: &mut Errors) {
    for (index, retired) in table.retired.iter().enumerate() {
        let scope = retired.scope();
        let declared = table.declarations.iter().find(|declaration| {
            same_cookie(&declaration.name, &retired.name) && declaration.scope().is(&scope)
        });
        if let Some(declaration) = declared {
            let line = line_of_first(declaration.name.span, retired.name.span);
            errors.push(
                retired.name.span,
                format!(
                    "`{}` is declared, and would be removed{line}",
                    declaration.name.text
                ),
            );
        }
        let twin = table.retired[..index]
            .iter()
            .find(|other| other.name.shape() == retired.name.shape() && other.scope().is(&scope));
        if let Some(first) = twin {
            let line = line_of_first(first.name.span, retired.name.span);
            errors.push(
                retired.name.span,
                format!("`{}` is retired twice{line}", retired.name.text),
            );
        }
    }
}

/// Two patterns may overlap, and one name of a declared family may be retired.
fn same_cookie(declared: &Name, retired: &Name) -> bool {
    let pattern = retired.pattern.as_ref();
    declared.shape() == retired.shape()
        || declared.pattern.is_none()
            && pattern.is_some_and(|pattern| pattern.matches(&declared.text))
}

/// One position of a pattern: this character, or a hole, which is one character or more.
#[derive(Clone, Copy, PartialEq)]
enum Glyph {
    Is(char),
    Hole,
}

fn glob(pattern: &Pattern) -> Vec<Glyph> {
    let mut glyphs: Vec<_> = pattern.head.chars().map(Glyph::Is).collect();
    for (_, text) in &pattern.holes {
        glyphs.push(Glyph::Hole);
        glyphs.extend(text.chars().map(Glyph::Is));
    }
    glyphs
}

/// Whether some name matches both patterns.
fn intersect(a: &[Glyph], b: &[Glyph]) -> bool {
    // `reached[i][j]`: some text matches the first i glyphs of `a` and the first j of `b`. After
    // its first character, a hole may take more.
    let mut reached = vec![vec![false; b.len() + 1]; a.len() + 1];
    reached[0][0] = true;
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            if !reached[i][j] {
                continue;
            }
            let stays_a = i > 0 && a[i - 1] == Glyph::Hole;
            let stays_b = j > 0 && b[j - 1] == Glyph::Hole;
            let (next_a, next_b) = (a.get(i).copied(), b.get(j).copied());
            match (next_a, next_b) {
                (Some(Glyph::Is(x)), Some(Glyph::Is(y))) if x != y => {}
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
