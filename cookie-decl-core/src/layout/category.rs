//! The title of a category that is about one provider: `Marketing – Google`.

/// What is between the title of the category in the table and the title of the provider, in every
/// language.
pub const BEFORE_PROVIDER: &str = " – ";
