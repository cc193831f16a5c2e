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

/// A category that a visitor is asked about.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    pub(super) info: &'static CategoryInfo,
    pub(super) number: usize,
}

impl Asked {
    /// The bit of the category in a set of them.
    pub(super) fn bit(self) -> u64 {
        1 << self.number
    }
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

    /// The number of categories, those included that nobody is asked about.
    pub(super) fn categories(&self) -> usize {
        self.categories.len()
    }

    /// The categories that a visitor is asked about.
    pub(super) fn asked(&self) -> impl Iterator<Item = Asked> + Clone + use<> {
        let categories = self.categories.iter().enumerate();
        let all = categories.map(|(number, info)| Asked { info, number });
        all.filter(|it| it.info.gate != Gate::Exempt)
    }

    /// The rows of a category.
    pub(super) fn rows_of(
        &self,
        category: &'static CategoryInfo,
    ) -> impl Iterator<Item = &'static Declaration> + Clone + use<> {
        rows_of(self.rows, category)
    }

    /// Whether this deployment has a row of a category.
    pub(super) fn is_active(&self, config: Config<'_>, category: &'static CategoryInfo) -> bool {
        let mut rows = self.rows_of(category);
        // Not every row is evaluated: large tables have thousands of rows, and seldom an `{ expr }`.
        if category.varies {
            rows.any(|row| row.is_on(config))
        } else {
            rows.next().is_some()
        }
    }
}
