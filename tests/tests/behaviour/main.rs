//! What a table provides. The files are named by the situation.

mod by_provider;
mod by_provider_with_options;
mod constants;
mod cookie_macro;
mod enums;
mod licences;
mod lookup;
mod patterns;
mod places;
mod rows;
mod translations;
mod wording;
