//! The grammar, production by production, and what is said of what is not in it.

mod cells;
mod grammar;
mod items;
mod rows;
