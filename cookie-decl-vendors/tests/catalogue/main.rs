//! The catalogue: each table alone, all together, in every language, and beside what others publish.

mod document;
mod languages;
mod open_cookie_database;
mod shop;
mod tables;
