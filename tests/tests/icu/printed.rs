//! Prints pages of tables that are built at run time: so many rows in every language would take
//! long to compile.

use cookie_decl::__private::texts::ALL;
use cookie_decl::__private::{
    CategoryInfo, Declaration, Duration, Gate, Index, NONE, Numbers, Part, Policy, RareFields,
    Storage, Table, TableData, Term, Unit,
};
use cookie_decl::page::Column;
use cookie_decl::page::document::{Block, Cell};

/// Prints each duration as the cell of a table.
pub(crate) fn durations(language: &str, terms: impl Iterator<Item = (Unit, u32)>) -> Vec<String> {
    let policy = policy(
        language,
        terms.map(|(unit, count)| Term {
            count,
            unit,
            rolling: false,
        }),
    );
    let page = policy.page().columns([Column::Duration]);
    let document = page.document();
    let sections = document
        .sections
        .iter()
        .flat_map(|section| &section.sections);
    let blocks = sections.flat_map(|section| &section.blocks);
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let cells = tables
        .flat_map(|table| &table.rows)
        .flat_map(|row| &row.cells);
    let texts = cells.map(|cell| match cell {
        Cell::Text { text } => text.to_string(),
        cell => panic!("{cell:?} is no duration"),
    });
    texts.collect()
}

/// Prints a date as the last update of the page.
pub(crate) fn date(language: &str, date: &str) -> String {
    let page = policy(language, std::iter::empty())
        .page()
        .last_updated(date);
    page.document()
        .last_updated
        .expect("the page was updated")
        .date
        .to_string()
}

fn policy(language: &str, terms: impl Iterator<Item = Term>) -> Policy<()> {
    let texts = ALL
        .iter()
        .find(|texts| texts.language() == language)
        .expect("the library has the language");
    let terms: Vec<_> = terms.collect();
    let category = CategoryInfo {
        number: 0,
        name: "Test",
        title: "Test",
        of_provider: None,
        description: &[],
        gate: Gate::Exempt,
        revision: 0,
        gpc: false,
        fingerprint: 0,
        also: &[],
        breaks: &[],
        consent_mode: &[],
        signals: &[],
        advanced: false,
        tcf: &[],
        varies: false,
        first: 0,
        end: u16::try_from(terms.len()).expect("a table is not that long"),
    };
    // The rows have no name, only a term each.
    let row = |duration| Numbers {
        texts: [0; 5],
        category: 0,
        provider: NONE,
        attributes: NONE,
        rare_fields: 0,
        duration,
        line: 0,
    };
    let numbers: Vec<_> = (0..category.end)
        .map(|number| row(number).to_bytes())
        .collect();
    let data: &'static TableData = Box::leak(Box::new(TableData {
        categories: vec![category].leak(),
        providers: &[],
        attributes: &[],
        // For a cookie of two years, the page would also print how long browsers keep it.
        rare_fields: const {
            &[RareFields {
                storage: Storage::LocalStorage,
                ..RareFields::NONE
            }]
        },
        durations: terms
            .into_iter()
            .map(Duration::Term)
            .collect::<Vec<_>>()
            .leak(),
        texts: "",
        numbers: numbers.leak(),
        file: "",
    }));
    let rows: Vec<_> = (0..)
        .map(|number| Declaration::new(data, number))
        .take(data.numbers.len())
        .collect();
    let table = Table {
        language: texts.language(),
        built_in: texts,
        title: None,
        introduction: &[],
        last_updated: None,
        site: None,
        version: None,
        controller: None,
        elsewhere: None,
        is_tied: false,
        has_markup: false,
        print: &[],
        parts: &[Part::Category(0)],
        data,
        rows: rows.leak(),
        consent: None,
        listed: &[],
        fingerprint: 0,
        index: Index::EMPTY,
        retired: &[],
        translations: &[],
    };
    Policy::new(Box::leak(Box::new(table)))
}
