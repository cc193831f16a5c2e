//! Literal names, each in a slot of its own. A few names share a pilot, which sends them to free
//! slots.

use std::cmp::Reverse;

use cookie_decl_core::layout::index::{KEYS, Key};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::expand::lookup::slots::slot;
use crate::expand::tokens::small;

/// A literal name and the first declaration with it.
pub(super) struct LiteralName<'a> {
    pub(super) name: &'a str,
    pub(super) number: u16,
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
    pub(super) fn new(names: &[LiteralName<'_>]) -> Self {
        // Only names up to this length are looked up.
        let lengths = names.iter().map(|name| small(name.name.len()));
        let longest = lengths.max().unwrap_or(0);
        (0..)
            .find_map(|seed| Self::with_seed(names, longest, seed))
            .expect("some seed gives every name a slot")
    }

    fn with_seed(names: &[LiteralName<'_>], longest: u16, seed: u64) -> Option<Self> {
        let seed = seed.wrapping_mul(KEYS[0]);
        let keys: Vec<Key> = names
            .iter()
            .map(|name| Key::new(name.name.as_bytes(), seed))
            .collect();
        // A fifth of the slots stays free, so that the last names find one as well.
        let count = if names.is_empty() {
            0
        } else {
            names.len() + names.len() / 4 + 1
        };
        let pilot_count = names.len().div_ceil(SHARE);
        let mut groups = vec![Vec::new(); pilot_count];
        for (name, key) in keys.iter().enumerate() {
            groups[key.pilot(pilot_count)].push(name);
        }
        let mut order: Vec<_> = (0..groups.len()).collect();
        order.sort_by_key(|group| Reverse(groups[*group].len()));
        let mut pilots = vec![0; pilot_count];
        let mut taken: Vec<Option<usize>> = vec![None; count];
        for group in order {
            let group_names = &groups[group];
            pilots[group] = (0..=u8::MAX).find(|pilot| {
                try_claim(group_names, &mut taken, |name| {
                    keys[name].slot(*pilot, count)
                })
            })?;
        }
        let slots: Vec<_> = taken
            .iter()
            .map(|taken| match taken {
                Some(index) => {
                    let LiteralName {
                        name,
                        number,
                        flags,
                    } = names[*index];
                    let length = small(name.len());
                    slot(keys[*index].words, [number, length], [0, 0, flags])
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

    /// Writes the library's `Names`.
    pub(super) fn expand(&self) -> TokenStream {
        let Self { seed, longest, .. } = self;
        let [pilots, slots] = [&self.pilots, &self.slots].map(|bytes| Literal::byte_string(bytes));
        quote! {
            __c::Names {
                seed: #seed,
                longest: #longest,
                pilots: #pilots,
                slots: &__c::Slots(*#slots)
            }
        }
    }
}

/// Gives each of these names its slot if all the slots are free.
fn try_claim(
    names: &[usize],
    taken: &mut [Option<usize>],
    slot_of: impl Fn(usize) -> usize,
) -> bool {
    for (index, name) in names.iter().enumerate() {
        let slot = slot_of(*name);
        if taken[slot].is_some() {
            for name in &names[..index] {
                taken[slot_of(*name)] = None;
            }
            return false;
        }
        taken[slot] = Some(*name);
    }
    true
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use cookie_decl_core::layout::index::SLOT;

    use super::*;

    #[track_caller]
    fn assert_each_has_a_slot(names: &[String]) {
        let literal: Vec<_> = names
            .iter()
            .map(|name| LiteralName {
                name,
                number: 0,
                flags: 0,
            })
            .collect();
        let Names {
            seed,
            pilots,
            slots,
            ..
        } = Names::new(&literal);
        let slot_of = |name: &String| {
            let key = Key::new(name.as_bytes(), seed);
            key.slot(pilots[key.pilot(pilots.len())], slots.len() / SLOT)
        };
        let taken: HashSet<usize> = names.iter().map(slot_of).collect();
        assert_eq!(taken.len(), names.len());
        assert!(slots.len() / SLOT <= names.len() * 5 / 4 + 1);
    }

    /// Whatever name a visitor sends, the look-up compares it with the one name of its slot.
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
