//! The consent of each category for Google Tag Manager.
//!
//! Tag Manager imports containers, which have tags and triggers. A table does not know those, so
//! this is a list for the people who fill in the consent overview.

use std::collections::BTreeSet;

use crate::export::csv;
use crate::export::rows::{self, groups};
use crate::export::texts::Texts;
use crate::policy_file::{Gate, PolicyFile};

const HEADINGS: [&str; 6] = [
    "Category",
    "Title",
    "Gate",
    "Consent types",
    "Provider",
    "Domains",
];

pub(crate) fn write(file: &PolicyFile, texts: &Texts<'_>, remarks: &mut Vec<String>) -> String {
    let mut lines = Vec::new();
    for group in groups(file) {
        for (name, category) in &group.parts {
            if group.gate != Gate::Exempt && category.consent_mode.is_empty() {
                remarks.push(format!(
                    "`{name}` has no consent types (`consent_mode`), so Tag Manager cannot hold its tags back"
                ));
            }
        }
        for (name, rows) in group.by_provider() {
            let provider = name.and_then(|name| file.providers.get(name));
            let of_provider = provider.into_iter().flat_map(|provider| &provider.domains);
            let of_rows = rows.iter().filter_map(|row| rows::domain(row));
            let domains: BTreeSet<_> = of_provider.map(String::as_str).chain(of_rows).collect();
            let domains: Vec<_> = domains.into_iter().collect();
            lines.push([
                group.name.to_owned(),
                texts.plain(group.title),
                group.gate.word().to_owned(),
                file.categories[&rows[0].category].consent_mode.join(" "),
                provider
                    .map(|provider| texts.plain(&provider.title))
                    .unwrap_or_default(),
                domains.join(" "),
            ]);
        }
    }
    csv::write(HEADINGS, lines)
}
