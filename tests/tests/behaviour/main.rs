//! What a table gives, named by the situation.

mod constants;
mod cookie_macro;
mod enums;
mod lookup;
mod patterns;
mod rows;
mod same_files;
mod translations;
