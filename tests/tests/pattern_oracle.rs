//! `Pattern` against an oracle that is too simple to be wrong: every way to cut a name is tried.

use cookie_decl::{NameError, Pattern};
use proptest::prelude::*;

/// Few characters, so that texts repeat, overlap, and share bytes: "é" and "è" begin with the same one.
fn text(length: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let character = prop::sample::select(vec!['a', 'b', '.', 'é', 'è']);
    prop::collection::vec(character, length).prop_map(String::from_iter)
}

/// A pattern as the macro lets one pass: holes never touch, and some text stands beside them.
fn pattern() -> impl Strategy<Value = &'static Pattern> {
    (text(0..4), prop::collection::vec(text(1..4), 0..3), text(0..4))
        .prop_filter("a lone hole", |(head, inner, tail)| !(head.is_empty() && inner.is_empty() && tail.is_empty()))
        .prop_map(|(head, inner, tail)| {
            let texts = inner.into_iter().chain([tail]).map(|text| &*text.leak());
            let holes: Vec<_> = ["x", "y", "z"].into_iter().zip(texts).collect();
            &*Box::leak(Box::new(Pattern { head: head.leak(), holes: holes.leak(), token: false }))
        })
}

/// The first cut of a name, each hole tried from its shortest value to its longest.
fn cut<'n>(holes: &[(&str, &str)], name: &'n str) -> Option<Vec<&'n str>> {
    let Some(((_, text), rest)) = holes.split_first() else {
        return name.is_empty().then(Vec::new);
    };
    let ends = name.char_indices().map(|(start, c)| start + c.len_utf8());
    ends.into_iter().find_map(|end| {
        let mut values = cut(rest, name[end..].strip_prefix(text)?)?;
        values.insert(0, &name[..end]);
        Some(values)
    })
}

fn oracle<'n>(pattern: &Pattern, name: &'n str) -> Option<Vec<&'n str>> {
    cut(pattern.holes, name.strip_prefix(pattern.head)?)
}

fn holes<'n>(pattern: &Pattern, name: &'n str) -> Option<Vec<&'n str>> {
    pattern.holes(name).map(|holes| holes.map(|(_, value)| value).collect())
}

/// What stands in the holes, put between the texts without a question.
fn put(pattern: &Pattern, values: &[String]) -> String {
    let ends = pattern.holes.iter().zip(values).map(|((_, text), value)| format!("{value}{text}"));
    pattern.head.to_owned() + &ends.collect::<String>()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_name_is_cut_as_the_oracle_cuts_it(pattern in pattern(), name in text(0..12)) {
        prop_assert_eq!(holes(pattern, &name), oracle(pattern, &name));
        prop_assert_eq!(pattern.matches(&name), oracle(pattern, &name).is_some());
    }

    #[test]
    fn a_name_made_of_the_pattern_is_cut_as_the_oracle_cuts_it(
        pattern in pattern(), values in prop::collection::vec(text(1..5), 3),
    ) {
        let name = put(pattern, &values);
        prop_assert!(pattern.matches(&name));
        prop_assert_eq!(holes(pattern, &name), oracle(pattern, &name));
    }

    #[test]
    fn what_is_cut_fills_the_pattern_again(pattern in pattern(), values in prop::collection::vec(text(1..5), 3)) {
        let name = put(pattern, &values);
        let values = holes(pattern, &name).expect("it is made of the pattern");
        prop_assert_eq!(pattern.fill(values), Ok(name));
    }

    #[test]
    fn what_fills_the_pattern_is_cut_again_or_refused(
        pattern in pattern(), values in prop::collection::vec(text(1..5), 3),
    ) {
        let values = &values[..pattern.holes.len()];
        let name = put(pattern, values);
        match pattern.fill(values) {
            Ok(filled) => {
                prop_assert_eq!(&filled, &name);
                prop_assert_eq!(holes(pattern, &filled), Some(values.iter().map(String::as_str).collect()));
            }
            Err(NameError::Ambiguous { hole }) => {
                let read = holes(pattern, &name).expect("it is made of the pattern");
                let first = read.iter().zip(values).position(|(read, value)| read != value);
                // The first value that is read back otherwise is the one that is blamed.
                prop_assert_eq!(first.map(|first| pattern.holes[first].0), Some(hole));
            }
            Err(error) => prop_assert!(false, "{}", error),
        }
    }
}
