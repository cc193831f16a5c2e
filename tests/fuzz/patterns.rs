//! Names with holes, compared with an oracle that is too simple to be wrong: it tries every way to
//! cut a name.

use std::cmp::Reverse;

use bolero::{TypeGenerator, check};
use cookie_decl::Declaration;
use cookie_decl::error::NameError;
use cookie_decl::table::Pattern;

use crate::SHORT;
use crate::edit::Edit;

/// There are few characters, so that texts repeat, overlap, and share bytes: "é" and "è" begin with
/// the same byte.
#[derive(Debug, Clone, Copy, TypeGenerator)]
enum Letter {
    A = 'a' as isize,
    B = 'b' as isize,
    Dot = '.' as isize,
    Acute = 'é' as isize,
    Grave = 'è' as isize,
}

/// The parts of a pattern that the macro accepts: holes never touch.
#[derive(Debug, TypeGenerator)]
struct Case {
    #[generator(bolero::generator::produce::<Vec<Letter>>().with().len(0..4_usize))]
    head: Vec<Letter>,
    #[generator(bolero::generator::produce::<Vec<[Letter; 3]>>().with().len(0..3_usize))]
    inner: Vec<[Letter; 3]>,
    /// The number of characters of an inner text that count.
    lengths: [u8; 2],
    #[generator(bolero::generator::produce::<Vec<Letter>>().with().len(0..4_usize))]
    tail: Vec<Letter>,
    names: Vec<Vec<Letter>>,
    values: Vec<[Filling; 3]>,
}

#[derive(Debug, TypeGenerator)]
struct Filling(
    #[generator(bolero::generator::produce::<Vec<Letter>>().with().len(1..5_usize))] Vec<Letter>,
);

fn text(letters: &[Letter]) -> String {
    letters
        .iter()
        .filter_map(|letter| char::from_u32(*letter as u32))
        .collect()
}

impl Case {
    /// `None` for a single hole, which would match every name.
    fn pattern(&self) -> Option<Pattern> {
        let inner = self.inner.iter().zip(self.lengths);
        let inner = inner.map(|(letters, length)| text(&letters[..=usize::from(length % 3)]));
        let texts: Vec<_> = inner.chain([text(&self.tail)]).collect();
        let head = text(&self.head);
        if head.is_empty() && texts == [""] {
            return None;
        }
        let texts = texts.into_iter().map(|text| &*text.leak());
        let holes: Vec<_> = ["x", "y", "z"].into_iter().zip(texts).collect();
        Some(Pattern {
            head: head.leak(),
            holes: holes.leak(),
            token: false,
        })
    }
}

/// Returns the first way to cut a name. Each hole is tried from its shortest value to its longest.
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

#[track_caller]
fn assert_cut_as_by_the_oracle<'n>(pattern: &Pattern, name: &'n str) -> Option<Vec<&'n str>> {
    let values = pattern
        .holes(name)
        .map(|holes| holes.map(|(_, value)| value).collect());
    assert_eq!(values, oracle(pattern, name), "{name:?}");
    assert_eq!(pattern.matches(name), values.is_some());
    values
}

#[test]
fn any_pattern() {
    check!()
        .with_type()
        .with_test_time(SHORT)
        .for_each(|case: &Case| {
            let Some(pattern) = case.pattern() else {
                return;
            };
            for name in &case.names {
                assert_cut_as_by_the_oracle(&pattern, &text(name));
            }
            for values in &case.values {
                let values = values.each_ref().map(|value| text(&value.0));
                let values = &values[..pattern.holes.len()];
                // This joins the texts and the values of the holes without checks.
                let ends = pattern
                    .holes
                    .iter()
                    .zip(values)
                    .map(|((_, text), value)| format!("{value}{text}"));
                let name = pattern.head.to_owned() + &ends.collect::<String>();
                let read = assert_cut_as_by_the_oracle(&pattern, &name)
                    .expect("it is made of the pattern");
                assert_eq!(pattern.fill(&read).as_ref(), Ok(&name));
                // The error is about the first value that is read back differently.
                let other = read
                    .iter()
                    .zip(values)
                    .position(|(read, value)| read != value);
                let expected = other.map_or(Ok(name.clone()), |other| {
                    Err(NameError::Ambiguous {
                        hole: pattern.holes[other].0,
                    })
                });
                assert_eq!(pattern.fill(values), expected);
            }
        });
}

mod cookies {
    cookie_decl::declare_cookies! {
        pub(super) policy;

        /// Needed
        #[allow(no_description, exempt_third_party, exempt_too_long, pattern_overlap, not_a_token, unused_allow)]
        category Necessary: exempt {
            cookie | duration;
            /// exact
            "_pk_id.1.first" | 1 day;
            /// elsewhere
            "scoped" | 1 day | set_by = "ads.example";
            /// at the shop
            "scoped" | 1 day | attributes = .. Path="/shop";
            /// at the blog
            "scoped" | 1 day | attributes = .. Path="/blog";
            /// beyond ASCII
            "clé" | persistent | set_by = script | storage = local_storage;
            /// short
            "_pk_{rest}" | 1 day;
            /// long
            "_pk_id.{site}.{hash}" | 13 months;
            /// suffix
            "{shard}.session" | 1 day;
            /// twin elsewhere
            "_pk_{other}" | 1 day | set_by = "ads.example";
            /// in the middle
            "{a}_pk_{b}" | 1 day;
            /// of equals, with more text
            "_pk_{x}b" | 1 day;
            /// by eight bytes and more, and less of them
            "_pk_ref.visitor{x}" | 1 day;
            /// a start longer than what is laid out
            "_pk_ref.visitor.of.the.whole.site.{x}.b" | 1 day;
            /// an end longer than what is laid out
            "a{x}.of.the.whole.site.and.of.all.others.b" | 1 day;
            /// longer than what is laid out
            "a_name_of_more_than_twenty_four.b" | 1 day;
            /// the same but for its start
            "b_name_of_more_than_twenty_four.b" | 1 day;
            /// what others start with
            "_pk_ref.{x}" | 1 day;
            /// one letter longer
            "_pk_ref.v{x}" | 1 day;
            /// one start with two ends
            "ab{x}.a" | 1 day;
            /// the other end
            "ab{x}.b" | 1 day;
            /// an end with two starts
            "{x}.of.all" | 1 day;
            /// the other start
            "{x}b.of.all" | 1 day;
            /// too little text at both ends
            "b{x}.session{y}a" | 1 day;
            /// no text at either end
            "{x}.twenty_four.{y}" | 1 day;
            /// never by its name
            any | 1 day | set_by = "ads.example";
        }
    }
}

/// Returns all rows that match a name, in the documented order.
fn slowly_found(name: &str) -> Vec<&'static Declaration> {
    let stands = |row: &&Declaration| match row.pattern() {
        Some(pattern) => oracle(pattern, name).is_some(),
        None => row.name() == name && row.purpose() != Some("never by its name"),
    };
    let mut rows: Vec<_> = cookies::POLICY
        .declarations()
        .iter()
        .filter(stands)
        .collect();
    rows.sort_by_key(|row| {
        let texts = row.pattern().map(|pattern| {
            pattern
                .holes
                .iter()
                .map(|(_, text)| *text)
                .chain([pattern.head])
        });
        let lengths = texts.map(|texts| texts.map(str::len).collect::<Vec<_>>());
        let order = lengths.map(|lengths| {
            (
                Reverse(lengths.iter().max().copied()),
                Reverse(lengths.iter().sum::<usize>()),
            )
        });
        let is_elsewhere = row.domain().is_some() || row.purpose() == Some("beyond ASCII");
        (order, is_elsewhere)
    });
    rows
}

#[test]
fn any_name() {
    let rows = cookies::POLICY.declarations();
    check!()
        .with_type()
        .with_test_time(SHORT)
        .for_each(|(row, edits): &(u8, Vec<Edit>)| {
            let mut texts: Vec<_> = rows.iter().map(|row| row.name().as_bytes()).collect();
            texts.rotate_left(usize::from(*row) % rows.len());
            let name = Edit::all(edits, &texts);
            let name = String::from_utf8_lossy(&name);
            let purposes = |rows: Vec<&'static Declaration>| {
                rows.iter().map(|row| row.purpose()).collect::<Vec<_>>()
            };
            let found = cookies::POLICY.find_all(&name).collect();
            assert_eq!(purposes(found), purposes(slowly_found(&name)), "{name:?}");
            assert_eq!(
                cookies::POLICY.find(&name).is_some(),
                !slowly_found(&name).is_empty()
            );
        });
}
