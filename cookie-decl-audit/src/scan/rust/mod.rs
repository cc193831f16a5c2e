//! Rust: headers and cookies of a server, session layers, storage in WebAssembly, and markup in
//! macros.

mod constants;
mod items;
mod libraries;
mod markup;
mod names;
mod values;
mod visit;

pub(crate) use crate::scan::rust::constants::{Constants, collect};
pub(crate) use crate::scan::rust::visit::read;
