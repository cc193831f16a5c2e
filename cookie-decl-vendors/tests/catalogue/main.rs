//! The catalogue: each table alone, all together, in every language, and beside what others publish.

// All includes in one table are nested deeper than the macros of a site.
#![recursion_limit = "256"]

mod document;
mod languages;
mod open_cookie_database;
mod shop;
mod tables;
