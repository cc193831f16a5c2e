//! How the macro lays a table out, and the library reads it.

pub mod index;
pub mod provider;
pub mod row;
