//! The grammar, production by production, and the messages for everything else.

mod cells;
#[cfg(feature = "fluent")]
mod fluent;
mod grammar;
mod items;
mod rows;
