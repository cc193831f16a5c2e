//! What a table asks its visitors, apart from the texts of its page.

use crate::run_time::Config;
use crate::table::category::{CategoryInfo, Gate};
use crate::table::declaration::Declaration;
use crate::table::{Table, rows_of};

/// The part of a table that an answer depends on.
///
/// A program that prints no page, as in WebAssembly, reaches nothing else of its table, so it does
/// not contain the texts of the page.
// It is not generic, so that tables share the code that reads and writes answers.
pub(crate) struct Question {
    categories: &'static [CategoryInfo],
    rows: &'static [Declaration],
    row: Option<&'static Declaration>,
    is_tied: bool,
}

impl Question {
    pub(super) const fn of(table: &'static Table) -> Self {
        Self {
            categories: table.categories(),
            rows: table.rows,
            row: table.consent_row(),
            is_tied: table.is_tied,
        }
    }

    /// The row that keeps the answer, whether this deployment has it or not.
    pub(super) fn row(&self) -> Option<&'static Declaration> {
        self.row
    }

    /// The row that keeps the answer, if this deployment has it.
    pub(crate) fn row_in(&self, config: Config<'_>) -> Option<&'static Declaration> {
        self.row.filter(|row| row.is_on(config))
    }

    /// Whether the answer contains an identifier of the visitor.
    pub(super) fn is_tied(&self) -> bool {
        self.is_tied
    }

    /// All categories, those included that nobody is asked about.
    pub(crate) fn categories(&self) -> &'static [CategoryInfo] {
        self.categories
    }

    /// The categories that a visitor is asked about.
    pub(crate) fn asked(&self) -> impl Iterator<Item = &'static CategoryInfo> + Clone + use<> {
        let all = self.categories.iter();
        all.filter(|it| it.gate != Gate::Exempt)
    }

    /// The categories that a visitor is asked about in this deployment: those with rows.
    pub(crate) fn asked_in(
        &self,
        config: Config<'_>,
    ) -> impl Iterator<Item = &'static CategoryInfo> + Clone {
        self.asked().filter(move |it| self.is_active(config, it))
    }

    /// The rows of a category.
    pub(super) fn rows_of(
        &self,
        category: &'static CategoryInfo,
    ) -> impl Iterator<Item = &'static Declaration> + Clone + use<> {
        rows_of(self.rows, category)
    }

    /// Whether this deployment has a row of a category.
    pub(crate) fn is_active(&self, config: Config<'_>, category: &'static CategoryInfo) -> bool {
        let mut rows = self.rows_of(category);
        // Not every row is evaluated: large tables have thousands of rows, and seldom an `{ expr }`.
        if category.varies {
            rows.any(|row| row.is_on(config))
        } else {
            rows.next().is_some()
        }
    }

    /// Whether the form shows a category. One that can be denied is shown only if this deployment
    /// has rows in it.
    pub(crate) fn is_shown(&self, config: Config<'_>, category: &'static CategoryInfo) -> bool {
        category.gate == Gate::Exempt || self.is_active(config, category)
    }

    /// Whether the site has the form: a row that keeps the answer, and something to choose.
    pub(crate) fn has_form(&self, config: Config<'_>) -> bool {
        self.row_in(config).is_some() && self.asked_in(config).next().is_some()
    }
}
