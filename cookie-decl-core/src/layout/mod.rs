//! The layout in which the macro writes a table and the library reads it.

pub mod category;
pub mod index;
pub mod provider;
pub mod row;
