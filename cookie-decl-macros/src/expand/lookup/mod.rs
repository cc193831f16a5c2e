//! The look-up tables, laid out: a perfect hash table of the literal names, and trees over the texts that patterns
//! start or end with.

mod names;
mod patterns;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use self::names::{Named, Names};
use self::patterns::Patterns;
use super::small;
use crate::map::Map;
use crate::model::{Row, SetBy, Storage};
use cookie_decl_core::layout::index::{CONDITIONAL, FLAGS, INNER, NEXT, ROW, SLOT, TEXT};

/// A struct literal of the library's `Index`.
pub(super) fn index(rows: &[Row]) -> TokenStream {
    let mut literal: Vec<_> = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.name.pattern.is_none() && !row.name.any)
        .collect();
    // Of rows with one name, the site's own cookie is found first.
    literal.sort_by_key(|(_, row)| is_elsewhere(row));
    let (mut last_of, mut first, mut twins) = (Map::default(), Vec::new(), Vec::new());
    for (index, row) in literal {
        let index = small(index);
        match last_of.insert(row.name.text.as_str(), index) {
            Some(last) => twins.push(quote!((#last, #index))),
            None => first.push(Named {
                name: &row.name.text,
                row: index,
                flags: flags(row),
            }),
        }
    }
    let names = Names::of(&first).expand();
    let Patterns {
        heads,
        tails,
        slots,
    } = Patterns::of(rows);
    let [heads, tails, slots] = [heads, tails, slots].map(|bytes| Literal::byte_string(&bytes));
    quote! {
        __c::Index {
            names: #names,
            twins: &[#(#twins),*],
            heads: __c::Tree { nodes: &__c::Slots(*#heads) },
            tails: __c::Tree { nodes: &__c::Slots(*#tails) },
            patterns: &__c::Slots(*#slots),
        }
    }
}

fn flags(row: &Row) -> u8 {
    if row.when.is_some() { CONDITIONAL } else { 0 }
}

/// Whether a row is about something else than a cookie of the site itself.
fn is_elsewhere(row: &Row) -> bool {
    row.storage != Storage::Cookie || matches!(row.set_by, SetBy::ThirdParty(_))
}

/// A slot: the words of a text, and what is known of it, with a byte to spare.
fn slot(words: [u64; 3], known: [u16; 2], [byte, length, flags]: [u8; 3]) -> [u8; SLOT] {
    let mut slot = [0; SLOT];
    for (bytes, word) in slot.chunks_exact_mut(8).zip(words) {
        bytes.copy_from_slice(&word.to_le_bytes());
    }
    for (at, number) in [ROW, NEXT].into_iter().zip(known) {
        slot[at..at + 2].copy_from_slice(&number.to_le_bytes());
    }
    (slot[INNER], slot[TEXT], slot[FLAGS]) = (byte, length, flags);
    slot
}
