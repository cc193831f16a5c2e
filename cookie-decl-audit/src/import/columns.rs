//! The columns of lists, by their headings.

use crate::import::item::{Item, Published, Storage};

/// The meaning of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Column {
    Name,
    Category,
    Domain,
    /// A company, or a domain.
    Provider,
    /// The product of the provider that the cookie belongs to.
    Platform,
    Purpose,
    Retention,
    Storage,
    Privacy,
    /// Whether the name is only the beginning of names.
    Wildcard,
    Path,
    /// Something that no visitor reads.
    Internal,
    /// A column of the site's own, with its heading.
    Own(String),
}

impl Column {
    /// Returns the column with this heading or key.
    pub(crate) fn of(heading: &str) -> Self {
        let words: Vec<_> = heading
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        match &*words.join(" ") {
            "name"
            | "cookie"
            | "cookie name"
            | "cookie data key name"
            | "cookiename"
            | "key"
            | "cookies"
            | "nom"
            | "nombre"
            | "nome"
            | "naam" => Self::Name,
            "category" | "categories" | "kategorie" | "catégorie" => Self::Category,
            "domain" | "cookie domain" | "domaine" | "dominio" | "domäne" => Self::Domain,
            "provider" | "service" | "company" | "vendor" | "host" | "source" | "anbieter"
            | "dienst" | "data controller" | "controller" | "fournisseur" | "proveedor" => {
                Self::Provider
            }
            "platform" => Self::Platform,
            "description"
            | "desc"
            | "purpose"
            | "purpose description"
            | "purposedescription"
            | "zweck"
            | "beschreibung"
            | "finalité"
            | "descripción"
            | "descrizione"
            | "doel" => Self::Purpose,
            "retention"
            | "retention period"
            | "expiration"
            | "expiry"
            | "expires"
            | "duration"
            | "lifetime"
            | "expiredescription"
            | "maximum storage duration"
            | "storage duration"
            | "max age"
            | "ablauf"
            | "laufzeit"
            | "speicherdauer"
            | "durée"
            | "duración"
            | "durata"
            | "expiration date" => Self::Retention,
            "type" | "storage" | "tracker type" | "trackertypename" | "storage type" | "typ" => {
                Self::Storage
            }
            "user privacy gdpr rights portals" | "privacy" | "privacy policy" | "privacylink" => {
                Self::Privacy
            }
            "wildcard" | "wildcard match" => Self::Wildcard,
            "path" => Self::Path,
            "id" | "first url" | "firsturl" | "first found url" | "initiator" | "value"
            | "first found" | "added" | "last seen" => Self::Internal,
            _ => Self::Own(heading.to_owned()),
        }
    }

    /// Adds a cell to an item. The reader handles the category.
    pub(crate) fn fill(&self, cell: &str, item: &mut Item) {
        if cell.is_empty() {
            return;
        }
        match self {
            Self::Name => item.name = Published::name(cell),
            Self::Domain => cell.clone_into(&mut item.domain),
            Self::Provider => cell.clone_into(&mut item.provider),
            Self::Platform => cell.clone_into(&mut item.function),
            Self::Purpose => cell.clone_into(&mut item.purpose),
            Self::Retention => cell.clone_into(&mut item.retention),
            Self::Privacy => cell.clone_into(&mut item.privacy),
            Self::Storage => match Storage::of(cell) {
                Some(storage) => item.storage = storage,
                None => item.own.push(("Type".to_owned(), cell.to_owned())),
            },
            Self::Wildcard => {
                if let Published::Name { is_prefix, .. } = &mut item.name {
                    *is_prefix = matches!(cell, "1" | "true" | "TRUE" | "yes");
                }
            }
            Self::Own(title) => item.own.push((title.clone(), cell.to_owned())),
            Self::Category | Self::Path | Self::Internal => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_known_in_any_letters_and_marks() {
        assert_eq!(Column::of("Cookie / Data Key name"), Column::Name);
        assert_eq!(
            Column::of("User Privacy & GDPR Rights Portals"),
            Column::Privacy
        );
        assert_eq!(Column::of("EXPIRY"), Column::Retention);
        assert_eq!(Column::of("Sites"), Column::Own("Sites".to_owned()));
    }
}
