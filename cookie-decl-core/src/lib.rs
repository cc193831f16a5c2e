//! Implementation detail of `cookie-decl`: the facts that its macro and its library must agree on. Nothing here is
//! stable.
//!
//! | room | facts |
//! |---|---|
//! | [`browser`] | what browsers accept: names, prefixes, paths, domains, limits |
//! | [`unit`](mod@unit) | the units of durations |
//! | [`pattern`] | names with holes |
//! | [`tag`] | language tags |
//! | [`fnv`] | the hash of fingerprints |
//! | [`layout`] | how the macro lays a table out for the library |
#![no_std]

pub mod browser;
pub mod fnv;
pub mod layout;
pub mod pattern;
pub mod tag;
pub mod unit;
