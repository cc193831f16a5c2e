//! The look-up tables: a perfect hash table of the literal names, and trees over the texts that
//! patterns start or end with.

mod names;
mod patterns;
mod slots;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use self::names::{LiteralName, Names};
use self::patterns::Patterns;
use self::slots::{flags, is_elsewhere};
use crate::expand::tokens::small;
use crate::map::Map;
use crate::model::Declaration;

/// Writes the library's `Index` of the declarations.
pub(super) fn index(declarations: &[Declaration]) -> TokenStream {
    let numbered = declarations.iter().enumerate();
    let mut literal: Vec<_> = numbered
        .filter(|(_, declaration)| declaration.name.pattern.is_none() && !declaration.name.any)
        .collect();
    // Of several with one name, the site's own cookie is found first.
    literal.sort_by_key(|(_, declaration)| is_elsewhere(declaration));
    let (mut last_of, mut first, mut twins) = (Map::default(), Vec::new(), Vec::new());
    for (number, declaration) in literal {
        let (number, name) = (small(number), declaration.name.text.as_str());
        match last_of.insert(name, number) {
            Some(last) => twins.push(quote!((#last, #number))),
            None => first.push(LiteralName {
                name,
                number,
                flags: flags(declaration),
            }),
        }
    }
    let names = Names::new(&first).expand();
    let Patterns {
        heads,
        tails,
        slots,
    } = Patterns::new(declarations);
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
