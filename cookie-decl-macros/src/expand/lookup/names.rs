//! Literal names, each in a slot of its own: a pilot for each few names sends them where nobody else stands.

use std::cmp::Reverse;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::slot;
use cookie_decl_core::layout::index::Key;

/// The first row with a literal name.
pub(super) struct Named<'a> {
    pub(super) name: &'a str,
    pub(super) row: u16,
    pub(super) flags: u8,
}

pub(super) struct Names {
    seed: u64,
    longest: u16,
    pilots: Vec<u8>,
    slots: Vec<u8>,
}

/// How many names share a pilot, about.
const SHARE: usize = 3;

impl Names {
    pub(super) fn of(rows: &[Named<'_>]) -> Self {
        // Names that a header can hold are far shorter; with a longer one, longer ones are looked up as well.
        let longest = rows
            .iter()
            .map(|row| super::small(row.name.len()))
            .max()
            .unwrap_or(0);
        (0..)
            .find_map(|seed| Self::with_seed(rows, longest, seed))
            .expect("some seed sends all names apart")
    }

    fn with_seed(rows: &[Named<'_>], longest: u16, seed: u64) -> Option<Self> {
        let seed = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let keys: Vec<Key> = rows
            .iter()
            .map(|row| Key::of(row.name.as_bytes(), seed))
            .collect();
        // A fifth of the slots stays free, so that the last names find one as well.
        let count = if rows.is_empty() {
            0
        } else {
            rows.len() + rows.len() / 4 + 1
        };
        let pilot_count = rows.len().div_ceil(SHARE);
        let mut groups = vec![Vec::new(); pilot_count];
        for (name, key) in keys.iter().enumerate() {
            groups[key.pilot(pilot_count)].push(name);
        }
        let mut order: Vec<_> = (0..groups.len()).collect();
        order.sort_by_key(|group| Reverse(groups[*group].len()));
        let mut pilots = vec![0; pilot_count];
        let mut taken: Vec<Option<usize>> = vec![None; count];
        for group in order {
            let names = &groups[group];
            pilots[group] = (0..=u8::MAX)
                .find(|pilot| place(names, &mut taken, |name| keys[name].slot(*pilot, count)))?;
        }
        let slots: Vec<_> = taken
            .iter()
            .map(|name| match name {
                Some(name) => {
                    let Named {
                        name: text,
                        row,
                        flags,
                    } = rows[*name];
                    slot(
                        keys[*name].words,
                        [row, super::small(text.len())],
                        [0, 0, flags],
                    )
                }
                None => slot([0; 3], [0, u16::MAX], [0; 3]),
            })
            .collect();
        Some(Self {
            seed,
            longest,
            slots: slots.concat(),
            pilots,
        })
    }

    /// A struct literal of the library's `Names`.
    pub(super) fn expand(&self) -> TokenStream {
        let Self { seed, longest, .. } = self;
        let [pilots, slots] = [&self.pilots, &self.slots].map(|bytes| Literal::byte_string(bytes));
        quote!(__c::Names { seed: #seed, longest: #longest, pilots: #pilots, slots: &__c::Slots(*#slots) })
    }
}

/// Gives each of some names its slot, if all of them are free.
fn place(names: &[usize], taken: &mut [Option<usize>], slot_of: impl Fn(usize) -> usize) -> bool {
    for (index, name) in names.iter().enumerate() {
        let slot = slot_of(*name);
        if taken[slot].is_some() {
            names[..index]
                .iter()
                .for_each(|name| taken[slot_of(*name)] = None);
            return false;
        }
        taken[slot] = Some(*name);
    }
    true
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use cookie_decl_core::layout::index::SLOT;

    #[track_caller]
    fn assert_each_has_a_slot(names: &[String]) {
        let rows: Vec<_> = names
            .iter()
            .map(|name| Named {
                name,
                row: 0,
                flags: 0,
            })
            .collect();
        let Names {
            seed,
            pilots,
            slots,
            ..
        } = Names::of(&rows);
        let slot_of = |name: &String| {
            let key = Key::of(name.as_bytes(), seed);
            key.slot(pilots[key.pilot(pilots.len())], slots.len() / SLOT)
        };
        let taken: HashSet<usize> = names.iter().map(slot_of).collect();
        assert_eq!(taken.len(), names.len());
        assert!(slots.len() / SLOT <= names.len() * 5 / 4 + 1);
    }

    /// Whatever name a visitor sends, it is compared with the one name of its slot.
    #[test]
    fn each_of_many_names_has_a_slot_of_its_own() {
        for count in [0, 1, 2, 9, 100, 2_500] {
            let names: Vec<_> = (0..count)
                .map(|number| format!("_vendor_{}_{number}", number % 7))
                .collect();
            assert_each_has_a_slot(&names);
        }
    }

    #[test]
    fn names_of_one_to_five_letters_have_slots_of_their_own() {
        let letters = ["a", "b", "c", "d"];
        let mut names = vec![String::new()];
        for length in 0..5 {
            let longer = names.iter().filter(|name| name.len() == length);
            let longer: Vec<_> = longer
                .flat_map(|name| letters.map(|letter| format!("{name}{letter}")))
                .collect();
            names.extend(longer);
        }
        assert_each_has_a_slot(&names[1..]);
    }

    #[test]
    fn names_that_only_their_middle_tells_apart_have_slots_of_their_own() {
        let names: Vec<_> = (0..1_000)
            .map(|n| format!("the_same_start_of_32_bytes_and_{n:04}_the_same_end"))
            .collect();
        assert_each_has_a_slot(&names);
    }
}
