//! The gates as types, and the traits of the generated categories.

use core::marker::PhantomData;

use crate::consent::question::Question;
use crate::table::Table;
use crate::table::category::CategoryInfo;

/// The gate of an `exempt` category `C`, as a type.
pub struct Exempt<C>(PhantomData<fn() -> C>);
/// The gate of an `opt_in` category `C`, as a type.
pub struct OptIn<C>(PhantomData<fn() -> C>);
/// The gate of an `opt_out` category `C`, as a type.
pub struct OptOut<C>(PhantomData<fn() -> C>);

/// The trait of the generated enum `Category`.
pub trait Categories: Copy + 'static {
    #[doc(hidden)]
    const TABLE: &'static Table;
    #[doc(hidden)]
    const ALL: &'static [Self];
    #[doc(hidden)]
    fn index(self) -> usize;
}

/// The trait of the generated enum `Category` of a table without `with config`.
#[diagnostic::on_unimplemented(
    message = "this table is `with config`, so the consent depends on the configuration",
    label = "the configuration is missing",
    note = "read it with `POLICY.at(&config).consent(..)`, and set it with `PREFERENCES.at(&config).set(..)`"
)]
pub trait Unconfigured: Categories {}

/// The table's information about a category.
pub(crate) fn info<K: Categories>(category: K) -> &'static CategoryInfo {
    &K::TABLE.categories()[category.index()]
}

impl<K: Categories> From<K> for &'static CategoryInfo {
    fn from(category: K) -> Self {
        info(category)
    }
}

/// What the table asks.
pub(crate) fn question<K: Categories>() -> &'static Question {
    const { &Question::of(K::TABLE) }
}

/// A category of a table as a type, such as `category::Statistics`.
pub trait CategoryType: 'static {
    /// The generated enum `Category`.
    type Set: Categories;
    /// The category as a value.
    const CATEGORY: Self::Set;
}

/// A category that a visitor can deny: `opt_in` or `opt_out`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is exempt: its cookies are set and read without a proof",
    label = "visitors are not asked about this category"
)]
pub trait Gated: CategoryType {}

/// A category whose table [includes](crate::guide::include) rows of the library's category `C`.
///
/// `declare_cookies!` implements it. It leads from the proof of the one to that of the other, with
/// [`Granted::included`](crate::Granted::included).
#[diagnostic::on_unimplemented(
    message = "the category `{Self}` includes no rows of `{C}`",
    note = "in the table of the site, `include` puts the rows of a library into a category"
)]
pub trait Includes<C: Gated>: Gated {}

/// A gate as a type: [`Exempt`], [`OptIn`] or [`OptOut`] of a category.
pub trait GateType: 'static {
    /// The category of the gate.
    type Category: CategoryType;
}

impl<C: CategoryType> GateType for Exempt<C> {
    type Category = C;
}

impl<C: CategoryType> GateType for OptIn<C> {
    type Category = C;
}

impl<C: CategoryType> GateType for OptOut<C> {
    type Category = C;
}
