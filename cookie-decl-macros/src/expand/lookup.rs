//! The look-up table, laid out: an open-addressing table over the literal names, and the patterns in their order.

use std::cmp::Reverse;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::small;
use crate::hash::hash;
use crate::model::{Row, SetBy, Storage};

/// A struct literal of the library's `Index`.
pub(super) fn index(rows: &[Row]) -> TokenStream {
    let mut names: Vec<_> =
        rows.iter().enumerate().filter(|(_, row)| row.name.pattern.is_none() && !row.name.any).collect();
    // Of rows with one name, the site's own cookie is found first.
    names.sort_by_key(|(_, row)| is_elsewhere(row));
    let names: Vec<_> = names.into_iter().map(|(index, row)| (row.name.text.as_str(), small(index))).collect();
    let layout = Layout::best(&names);
    let seed = layout.seed;
    let bytes: Vec<u8> = layout.slots.iter().flat_map(|slot| slot.to_le_bytes()).collect();
    let bytes = Literal::byte_string(&bytes);
    let patterns = patterns(rows);
    quote!(__c::Index { seed: #seed, slots: #bytes, patterns: &[#(#patterns),*] })
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

/// Rows by their names: row number plus one, 0 for a free slot, names with the same bytes next to each other.
struct Layout {
    seed: u64,
    slots: Vec<u16>,
    longest: usize,
}

impl Layout {
    /// The layout with the shortest clusters among some seeds: a look-up never looks at more slots than that.
    fn best(names: &[(&str, u16)]) -> Self {
        (0..8)
            .map(|seed| Self::with_seed(names, seed))
            .min_by_key(|layout| layout.longest)
            .expect("some seeds were tried")
    }

    fn with_seed(names: &[(&str, u16)], seed: u64) -> Self {
        if names.is_empty() {
            return Self { seed, slots: Vec::new(), longest: 0 };
        }
        let mut slots = vec![0; (names.len() * 2).next_power_of_two()];
        let mask = slots.len() - 1;
        let mut longest = 0;
        for (name, row) in names {
            #[allow(clippy::cast_possible_truncation, reason = "the mask takes the low bits")]
            let start = hash(name, seed) as usize & mask;
            let steps =
                (0..slots.len()).find(|step| slots[(start + step) & mask] == 0).expect("half of the slots are free");
            slots[(start + steps) & mask] = row + 1;
            longest = longest.max(steps + 1);
        }
        Self { seed, slots, longest }
    }
}
