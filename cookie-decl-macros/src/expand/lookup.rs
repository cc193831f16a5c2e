//! The look-up table, laid out: open-addressing tables over the literal names, and over the texts that
//! patterns start or end with.

use std::cmp::Reverse;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::small;
use crate::hash::{gate, hash, start, tag};
use crate::model::{Row, SetBy, Storage};

/// A struct literal of the library's `Index`.
pub(super) fn index(rows: &[Row]) -> TokenStream {
    let mut names: Vec<_> =
        rows.iter().enumerate().filter(|(_, row)| row.name.pattern.is_none() && !row.name.any).collect();
    // Of rows with one name, the site's own cookie is found first.
    names.sort_by_key(|(_, row)| is_elsewhere(row));
    let names: Vec<_> = names.into_iter().map(|(index, row)| (row.name.text.as_bytes(), small(index))).collect();
    let names = Layout::best(&names).slots();
    let patterns = patterns(rows);
    let mut anchors = WIDTHS.map(|_| [Vec::new(), Vec::new()]);
    let mut loose = Vec::new();
    for (number, row) in patterns.iter().enumerate() {
        let pattern = rows[usize::from(*row)].name.pattern.as_ref().expect("it is the row of a pattern");
        let (head, tail) = (pattern.head.as_bytes(), pattern.tail().as_bytes());
        let is_tail = tail.len() > head.len();
        let text = if is_tail { tail } else { head };
        match WIDTHS.iter().position(|width| text.len() >= *width) {
            Some(width) if is_tail => {
                let text = &text[text.len().saturating_sub(LONGEST_ANCHOR)..];
                anchors[width][1].push((text, small(number)));
            }
            Some(width) => anchors[width][0].push((&text[..text.len().min(LONGEST_ANCHOR)], small(number))),
            None => loose.push(small(number)),
        }
    }
    let anchors = WIDTHS
        .iter()
        .zip(&anchors)
        .flat_map(|(width, [heads, tails])| [self::anchors(heads, *width, false), self::anchors(tails, *width, true)]);
    let anchors = anchors.flatten();
    quote! {
        __c::Index {
            names: #names,
            patterns: &[#(#patterns),*],
            anchors: &[#(#anchors),*],
            loose: &[#(#loose),*],
        }
    }
}

/// How many outermost bytes of a name choose which lengths of text to try: the most that there are.
const WIDTHS: [usize; 2] = [4, 2];
/// A bit in 32 stands for a length; what is longer is cut.
const LONGEST_ANCHOR: usize = 31;

/// A struct literal of the library's `Anchors`, if there are any.
fn anchors(texts: &[(&[u8], u16)], width: usize, is_tail: bool) -> Option<TokenStream> {
    if texts.is_empty() {
        return None;
    }
    // Eight slots for each text or more: a name that nobody declared seldom shares one.
    let mut lengths = vec![0_u32; 4 * slot_count(texts.len())];
    for (text, _) in texts {
        let outermost = if is_tail { &text[text.len() - width..] } else { &text[..width] };
        let slot = gate(outermost, lengths.len());
        lengths[slot] |= 1 << text.len();
    }
    let lengths: Vec<u8> = lengths.iter().flat_map(|lengths| lengths.to_le_bytes()).collect();
    let lengths = Literal::byte_string(&lengths);
    let patterns = Layout::best(texts).slots();
    #[allow(clippy::cast_possible_truncation, reason = "4 at most")]
    let width = width as u8;
    Some(quote!(__c::Anchors { is_tail: #is_tail, width: #width, lengths: #lengths, patterns: #patterns }))
}

/// At most half of the slots are taken.
fn slot_count(texts: usize) -> usize {
    if texts == 0 { 0 } else { (texts * 2).next_power_of_two() }
}

/// Whether a row is about something else than a cookie of the site itself.
fn is_elsewhere(row: &Row) -> bool {
    row.storage != Storage::Cookie || matches!(row.set_by, SetBy::ThirdParty(_))
}

/// Longest literal part first; of equals, the one with more text, then the site's own, then the one declared first.
fn patterns(rows: &[Row]) -> Vec<u16> {
    let mut patterns: Vec<_> = rows
        .iter()
        .enumerate()
        .filter_map(|(index, row)| {
            let pattern = row.name.pattern.as_ref()?;
            let longest = pattern.literals().map(str::len).max();
            let total: usize = pattern.literals().map(str::len).sum();
            Some((Reverse(longest), Reverse(total), is_elsewhere(row), small(index)))
        })
        .collect();
    patterns.sort_unstable();
    patterns.into_iter().map(|(.., index)| index).collect()
}

/// Numbers by a text, in buckets of eight; those of the same text in their order.
struct Layout {
    seed: u64,
    tags: Vec<u8>,
    numbers: Vec<u16>,
    longest: usize,
}

const BUCKET: usize = 8;

impl Layout {
    /// The layout with the shortest ways among some seeds: a look-up never goes through more full buckets than that.
    fn best(texts: &[(&[u8], u16)]) -> Self {
        (0..8)
            .map(|seed| Self::with_seed(texts, seed))
            .min_by_key(|layout| layout.longest)
            .expect("some seeds were tried")
    }

    fn with_seed(texts: &[(&[u8], u16)], seed: u64) -> Self {
        // No more than half of the slots are taken, and most buckets have a free one.
        let buckets = slot_count(texts.len()).div_ceil(BUCKET);
        let slots = buckets * BUCKET;
        let mut layout = Self { seed, tags: vec![0; slots], numbers: vec![0; slots], longest: 0 };
        for (text, number) in texts {
            let hash = hash(text, seed);
            let first = (start(hash) & (buckets - 1)) * BUCKET;
            let steps = (0..slots).find(|step| layout.tags[(first + step) % slots] == 0);
            let steps = steps.expect("half of the slots are free");
            layout.tags[(first + steps) % slots] = tag(hash);
            layout.numbers[(first + steps) % slots] = *number;
            layout.longest = layout.longest.max(steps);
        }
        layout
    }

    /// A struct literal of the library's `Slots`.
    fn slots(&self) -> TokenStream {
        let Self { seed, tags, .. } = self;
        let tags = Literal::byte_string(tags);
        let numbers: Vec<u8> = self.numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
        let numbers = Literal::byte_string(&numbers);
        quote!(__c::Slots { seed: #seed, tags: #tags, numbers: #numbers })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whatever name a visitor sends, it is compared with the names of one bucket or two.
    #[test]
    fn no_way_is_long_in_a_large_table() {
        let names: Vec<_> = (0..2_500).map(|number| format!("_vendor_{}_{number}", number % 7)).collect();
        let names: Vec<_> = names.iter().map(|name| (name.as_bytes(), 0)).collect();
        let layout = Layout::best(&names);
        assert!(layout.longest < 2 * BUCKET, "{}", layout.longest);
        assert!(layout.tags.chunks(BUCKET).all(|bucket| bucket.is_sorted_by_key(|tag| *tag == 0)));
    }

    #[test]
    fn texts_that_only_their_middle_tells_apart_are_spread_as_well() {
        let names: Vec<_> = (0..1_000).map(|n| format!("the_same_start_of_32_bytes_and_{n:04}_the_same_end")).collect();
        let names: Vec<_> = names.iter().map(|name| (name.as_bytes(), 0)).collect();
        assert!(Layout::best(&names).longest < 2 * BUCKET);
    }
}
