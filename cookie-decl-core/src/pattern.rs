//! Names with holes: `_ga_{container}`.

use core::fmt;

/// Whether a name matches a pattern.
///
/// The name has `head`, then for each hole one character or more and the text after the hole. Two
/// holes never touch, so each hole but the last ends at the first place where its text follows.
pub fn matches<'p>(
    head: &str,
    holes: impl DoubleEndedIterator<Item = &'p str> + Clone,
    name: &str,
) -> bool {
    let mut inner = holes;
    let rest = || {
        let tail = inner.next_back()?;
        let rest = name.as_bytes().strip_prefix(head.as_bytes())?;
        let rest = rest.strip_suffix(tail.as_bytes())?;
        inner.try_fold(rest, |rest, text| {
            rest.get(hole(rest, text)? + text.len()..)
        })
    };
    let mut rest = rest;
    rest().is_some_and(|rest| !rest.is_empty())
}

/// Returns the end of an inner hole: the first place after its first character where `text`
/// follows.
// `str::find` would prepare for long texts, which takes longer than this search.
pub fn hole(rest: &[u8], text: &str) -> Option<usize> {
    let text = text.as_bytes();
    let first = text.first()?;
    let last = rest.len().checked_sub(text.len())?;
    (1..=last).find(|at| rest[*at] == *first && rest[*at..].starts_with(text))
}

/// Writes a JavaScript regular expression for the names that have these texts around their holes,
/// except those in `kept`.
///
/// # Errors
/// Those of the writer.
pub fn write_expression<'p>(
    texts: impl IntoIterator<Item = &'p str>,
    kept: impl IntoIterator<Item = &'p str>,
    out: &mut impl fmt::Write,
) -> fmt::Result {
    out.write_char('^')?;
    for name in kept {
        out.write_str("(?!")?;
        write_escaped(name, out)?;
        out.write_str("$)")?;
    }
    for (number, text) in texts.into_iter().enumerate() {
        if number > 0 {
            // A hole matches at least one character, of any kind.
            out.write_str("[^]+")?;
        }
        write_escaped(text, out)?;
    }
    out.write_char('$')
}

/// Escapes what has a meaning in an expression or ends it (ECMA-262, `SyntaxCharacter` and `/`).
fn write_escaped(text: &str, out: &mut impl fmt::Write) -> fmt::Result {
    text.chars().try_for_each(|c| {
        if r"^$\.*+?()[]{}|/".contains(c) {
            out.write_char('\\')?;
        }
        out.write_char(c)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    extern crate std;
    use std::string::String;

    #[test]
    fn an_expression_escapes_only_what_has_a_meaning_and_keeps_names() {
        let mut expression = String::new();
        write_expression(["_ga-", ".x/"], ["_ga-a.x/"], &mut expression).unwrap();
        assert_eq!(expression, r"^(?!_ga-a\.x\/$)_ga-[^]+\.x\/$");
    }
}
