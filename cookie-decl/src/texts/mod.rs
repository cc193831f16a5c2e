//! The built-in texts, one file for each language, and what else depends on a language.
//!
//! They are Rust data, not files of translators' tools that are read at run time. So a missing text
//! does not compile, and users of the library get no further dependency. Each language is a
//! `static` to which only tables in that language refer, so others are not linked.
//!
//! To add a language, add a file, a line in [`ALL`], and a word in `languages.rs` of the core.
#![allow(missing_docs, reason = "hidden, for generated code")]

pub mod ar;
pub(crate) mod ask;
pub(crate) mod built_in;
pub(crate) mod date;
pub mod de;
pub mod direction;
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
pub mod pt_br;
pub mod sv;
#[cfg(test)]
mod tests;
pub mod uk;
pub(crate) mod wording;
pub mod zh;

use crate::texts::built_in::Texts;

/// All built-in languages, for tests. Code that refers to this list links all of them.
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
    &pt_br::TEXTS,
    &sv::TEXTS,
    &uk::TEXTS,
    &zh::TEXTS,
];
