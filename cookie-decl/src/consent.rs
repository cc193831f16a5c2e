//! What a visitor agreed to.

use core::marker::PhantomData;

use crate::Table;

/// What a visitor agreed to, over the categories `K` of a table: the type of the row that keeps the answer.
///
/// `declare_cookies!` names it `Consent` for its own table, so that a row says `PREFERENCES: Consent = ".."`.
pub struct Consent<K>(PhantomData<fn() -> K>);

/// A category of a table as a type, `category::Statistics`: what the gates of cookies are over.
pub trait CategoryType: 'static {
    /// The generated enum `Category`.
    type Set;
    /// The category as a value.
    const CATEGORY: Self::Set;
    #[doc(hidden)]
    const TABLE: &'static Table;
}
