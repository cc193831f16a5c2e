//! The grammar, production by production, and what is said of what is not in it.

mod cells;
#[cfg(feature = "fluent")]
mod fluent;
mod grammar;
mod items;
mod rows;
