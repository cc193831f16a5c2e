//! Finds the rows for a name. Names and domains may have holes.

use cookie_decl_core::pattern;

use crate::policy_file::{Category, PolicyFile, Retired, Row};

impl PolicyFile {
    /// Returns the rows that declare an item in a storage such as `cookie`. An exact name comes
    /// first.
    #[must_use]
    pub fn find<'f>(&'f self, storage: &str, name: &str) -> Vec<&'f Row> {
        let mut rows: Vec<_> = self
            .rows
            .iter()
            .filter(|row| row.storage == storage && row.matches(name))
            .collect();
        rows.sort_by_key(|row| row.name != name);
        rows
    }

    /// Returns the row with the most similar name; `None` if no name is similar.
    #[must_use]
    pub fn nearest(&self, name: &str) -> Option<&Row> {
        let likeness = |row: &&Row| strsim::jaro_winkler(&row.name, name);
        let rows = self.rows.iter().filter(|row| likeness(row) > 0.8);
        rows.max_by(|one, other| likeness(one).total_cmp(&likeness(other)))
    }

    /// Returns the category of a row.
    ///
    /// # Panics
    /// If the file does not have the category that the row names; [`PolicyFile::from_json`]
    /// returns no such file.
    #[must_use]
    pub fn category(&self, row: &Row) -> &Category {
        &self.categories[&row.category]
    }
}

impl Category {
    /// Returns the identifier in the table of the category with this name.
    pub(crate) fn declared<'c>(&'c self, name: &'c str) -> &'c str {
        self.of_provider
            .as_ref()
            .map_or(name, |part| &part.category)
    }

    /// Whether vendors are told what visitors choose about the category.
    #[cfg(feature = "export")]
    pub(crate) fn has_signals(&self) -> bool {
        !(self.consent_mode.is_empty() && self.signals.is_empty())
    }
}

impl Row {
    /// Whether a name is that of the row. A hole matches any text.
    #[must_use]
    pub fn matches(&self, name: &str) -> bool {
        !self.any && matches(&self.name, name)
    }

    /// Path, domain and partition: browsers keep one cookie of a name for each.
    pub(super) fn scope(&self) -> Option<(&str, Option<&str>, bool)> {
        let attributes = self.attributes.as_ref()?;
        let domain = attributes.domain.as_deref();
        Some((&attributes.path, domain, attributes.partitioned))
    }
}

impl Retired {
    /// Whether a name is the retired one. A hole matches any text.
    #[must_use]
    pub fn matches(&self, name: &str) -> bool {
        matches(&self.name, name)
    }
}

/// Whether a host is a domain or below it. A domain may have holes: `{region}.ads.example`.
#[cfg(any(feature = "scan", feature = "browse"))]
pub(crate) fn is_within(host: &str, domain: &str) -> bool {
    let mut labels = host.rsplit('.');
    domain
        .rsplit('.')
        .all(|part| labels.next().is_some_and(|label| matches(part, label)))
}

/// Whether a name matches one that may have holes.
fn matches(declared: &str, name: &str) -> bool {
    match *literals(declared) {
        [head, ref after @ ..] if !after.is_empty() => {
            pattern::matches(head, after.iter().copied(), name)
        }
        _ => declared == name,
    }
}

/// Returns the texts around the holes of a name, or the whole name if it has none.
pub(crate) fn literals(name: &str) -> Vec<&str> {
    let mut pieces = name.split('{');
    let head = pieces.next();
    let after = pieces.map(|piece| piece.split_once('}').map_or("", |(_, text)| text));
    head.into_iter().chain(after).collect()
}
