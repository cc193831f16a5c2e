//! The cells of a table.

use crate::page::lazy_text::{Kept, LazyText, Piece, Sourced};
use crate::page::source::Source;
use crate::table::basis::LegalBasis;
use crate::table::column::Column;
use crate::table::declaration::{Declaration, SetBy, Storage};
use crate::table::duration::Duration;
use crate::table::party::Party;

/// The content of a cell; see [`Cell`](super::document::Cell).
#[derive(Clone, Copy)]
pub(super) enum Cell<'a> {
    Empty,
    Names,
    Text(Sourced<'a>),
    /// A text of the site with emphasis, names or links.
    Marked(&'a str),
    /// A duration that is not true alone.
    Both(Both<'a>),
    Code(LazyText<'a>),
}

/// A duration as the table names it, and the one that is true.
#[derive(Clone, Copy)]
pub(super) struct Both<'a> {
    named: Piece<'a>,
    around: &'static [&'static str; 2],
    kept: LazyText<'a>,
}

impl<'a> Both<'a> {
    pub(super) fn pieces(&self) -> [Piece<'a>; 4] {
        let [before, after] = *self.around;
        [
            self.named,
            Piece::built_in(before),
            Piece::Text(Sourced::BuiltIn(self.kept)),
            Piece::built_in(after),
        ]
    }
}

impl<'a> Source<'a> {
    #[inline]
    pub(super) fn cell(&self, row: &'static Declaration, column: Column<'_>) -> Cell<'a> {
        let texts = self.language.texts;
        match column {
            Column::Cookie => Cell::Names,
            Column::Provider => row
                .provider()
                .map_or(Cell::Empty, |provider| site(provider.title)),
            Column::Function => self.site_cell(row.function()),
            Column::Purpose => self.site_cell(row.purpose()),
            Column::Duration => self.duration(row),
            Column::Attributes => match row.declared_attributes() {
                Some(attributes) => Cell::Code(LazyText::Attributes(attributes, self.config)),
                None => Cell::Empty,
            },
            Column::SetBy => Cell::Text(Sourced::BuiltIn(match row.set_by() {
                SetBy::Server => LazyText::Plain(texts.set_by.server),
                SetBy::Script => LazyText::Plain(texts.set_by.script),
                SetBy::Other => LazyText::Plain(texts.set_by.other),
                SetBy::ThirdParty(None) => LazyText::Plain(texts.set_by.third_party),
                SetBy::ThirdParty(Some(domain)) => {
                    LazyText::ThirdParty(&texts.set_by.third_party_domain, domain)
                }
            })),
            Column::Party => Cell::Text(Sourced::built_in(match row.party(self.site()) {
                Party::First => texts.party.first,
                Party::Third => texts.party.third,
            })),
            Column::Storage => match row.storage() {
                Storage::Other(text) => site(self.language.translate(text)),
                storage => Cell::Text(self.storage_text(storage)),
            },
            Column::Basis => row.basis().map_or(Cell::Empty, |basis| {
                let texts = &texts.basis;
                Cell::Text(Sourced::built_in(match basis {
                    LegalBasis::Consent => texts.consent,
                    LegalBasis::Contract => texts.contract,
                    LegalBasis::LegalObligation => texts.legal_obligation,
                    LegalBasis::VitalInterests => texts.vital_interests,
                    LegalBasis::PublicTask => texts.public_task,
                    LegalBasis::LegitimateInterests => texts.legitimate_interests,
                }))
            }),
            Column::Note => self.site_cell(row.note()),
            Column::Own(title) => self.site_cell(row.own(title)),
        }
    }

    /// How long the item is kept: the site's words or ours, and what browsers make of it.
    fn duration(&self, row: &'static Declaration) -> Cell<'a> {
        let texts = self.language.texts;
        let kept = Kept {
            duration: row.stated_duration(),
            storage: row.storage(),
            config: self.config,
        };
        let words = LazyText::Duration(&texts.duration, kept);
        let (cell, named) = match (self.site_cell(row.duration_text()), kept.duration) {
            (cell @ Cell::Text(text), _) => (cell, Piece::Text(text)),
            (cell @ Cell::Marked(text), _) => (cell, Piece::Marked(text)),
            (_, Duration::Unstated | Duration::Terms([])) if kept.storage != Storage::Pixel => {
                return Cell::Empty;
            }
            _ => (
                Cell::Text(Sourced::BuiltIn(words)),
                Piece::Text(Sourced::BuiltIn(words)),
            ),
        };
        if !(row.prints_duration_too() || kept.exceeds_browsers()) {
            return cell;
        }
        let (around, kept) = match kept.longest_of_cookie() {
            Some(term) => (&texts.duration.kept, LazyText::Term(&texts.duration, term)),
            None => (&texts.scope.around, words),
        };
        Cell::Both(Both {
            named,
            around,
            kept,
        })
    }

    #[inline]
    fn site_cell(&self, text: Option<&'static str>) -> Cell<'a> {
        let cell = text.map_or(Cell::Empty, |text| site(self.language.translate(text)));
        match cell {
            Cell::Text(Sourced::Site(text)) if self.table.has_markup => Cell::Marked(text),
            cell => cell,
        }
    }

    pub(super) fn storage_text(&self, storage: Storage) -> Sourced<'a> {
        let texts = &self.language.texts.storage;
        match storage {
            Storage::Cookie => Sourced::built_in(texts.cookie),
            Storage::LocalStorage => Sourced::built_in(texts.local_storage),
            Storage::SessionStorage => Sourced::built_in(texts.session_storage),
            Storage::IndexedDb => Sourced::built_in(texts.indexed_db),
            Storage::Pixel => Sourced::built_in(texts.pixel),
            Storage::Other(text) => Sourced::Site(self.language.translate(text)),
        }
    }
}

/// A cell with a text of the site.
#[inline]
fn site(text: &str) -> Cell<'_> {
    // The first byte shows for most texts that they are not blank.
    let is_blank =
        !text.as_bytes().first().is_some_and(u8::is_ascii_graphic) && text.trim().is_empty();
    if is_blank {
        Cell::Empty
    } else {
        Cell::Text(Sourced::Site(text))
    }
}
