//! The built-in texts, one file a language, and what else depends on a language.
//!
//! They are data compiled in, not files in a format of translators' tools that are read at run time: a text that a
//! language lacks does not compile, users of the library get no further dependency, and of a language that no table
//! names not a byte is linked, as each is a `static` that only the table refers to.
//!
//! A new language is a file like the others, a line in [`ALL`] and a word in `languages.rs` of the macros.
#![allow(missing_docs, reason = "hidden, for the code of a table")]

pub mod ar;
pub(crate) mod ask;
pub(crate) mod built_in;
pub(crate) mod date;
pub mod de;
pub(crate) mod direction;
pub mod el;
pub mod en;
pub mod es;
pub mod fr;
pub mod it;
pub mod ja;
pub(crate) mod matching;
pub mod nl;
pub mod pl;
mod plural;
pub mod pt;
pub mod sv;
#[cfg(test)]
mod tests;
pub mod uk;
pub mod zh;

use crate::texts::built_in::Texts;

/// Every language that the library speaks, for tests. Whoever refers to it links all of them.
pub const ALL: &[&Texts] = &[
    &ar::TEXTS,
    &de::TEXTS,
    &el::TEXTS,
    &en::TEXTS,
    &es::TEXTS,
    &fr::TEXTS,
    &it::TEXTS,
    &ja::TEXTS,
    &nl::TEXTS,
    &pl::TEXTS,
    &pt::TEXTS,
    &sv::TEXTS,
    &uk::TEXTS,
    &zh::TEXTS,
];
