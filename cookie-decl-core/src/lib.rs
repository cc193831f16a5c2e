//! Implementation detail of `cookie-decl`: the facts that its macro and its library must agree on.
//!
//! Nothing here is stable.
//!
//! | room | facts |
//! |---|---|
//! | [`browser`] | what browsers accept: names, prefixes, paths, domains, limits |
//! | [`date`] | calendar dates |
//! | [`unit`](mod@unit) | the units of durations |
//! | [`pattern`] | names with holes |
//! | [`tag`] | language tags |
//! | [`languages`] | the languages of the built-in texts |
//! | [`markup`] | the Markdown of texts |
//! | [`fnv`] | the hash of fingerprints |
//! | [`wording`] | the built-in texts that a site can replace |
//! | [`layout`] | the layout of a table that the macro writes and the library reads |
#![no_std]

pub mod browser;
pub mod date;
pub mod fnv;
pub mod languages;
pub mod layout;
pub mod markup;
pub mod pattern;
pub mod tag;
pub mod unit;
pub mod wording;
