//! The grammar, production by production, and what is said of what is not in it.

mod grammar;
mod items;
mod rows;
