//! What a reader finds in the file of another tool.

use std::collections::BTreeMap;

use crate::import::imported::LeftOut;

/// The content of a file.
#[derive(Default)]
pub(crate) struct List {
    /// The language of the texts, unless it is English.
    pub(crate) language: Option<String>,
    /// The hosts of the site, as far as the file names them.
    pub(crate) hosts: Vec<String>,
    pub(crate) groups: Vec<Group>,
    pub(crate) items: Vec<Item>,
    /// The row that keeps the visitor's answer to the other tool.
    pub(crate) banner: Option<Item>,
    /// The paragraphs of each text about the whole policy.
    pub(crate) sections: Vec<Vec<String>>,
    /// The texts in other languages, by the text in the first language.
    pub(crate) translations: BTreeMap<String, BTreeMap<String, String>>,
    pub(crate) left_out: Vec<LeftOut>,
}

impl List {
    /// Returns the number of the group with this key, and adds the group if it is new.
    pub(crate) fn group(&mut self, key: &str) -> usize {
        let known = self.groups.iter().position(|group| group.key == key);
        known.unwrap_or_else(|| {
            self.groups.push(Group::named(key));
            self.groups.len() - 1
        })
    }

    pub(crate) fn leave_out(&mut self, place: &str, reason: &str) {
        self.left_out.push(LeftOut {
            place: place.to_owned(),
            name: String::new(),
            reason: reason.to_owned(),
        });
    }
}

/// A category of the other tool.
pub(crate) struct Group {
    /// What items refer to.
    pub(crate) key: String,
    pub(crate) title: String,
    pub(crate) description: Vec<String>,
    pub(crate) gate: Gate,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gate {
    Exempt,
    OptIn,
    OptOut,
    /// The word is too vague.
    Undecided,
}

impl Group {
    /// Creates a category that has a name only, without texts.
    pub(crate) fn named(key: &str) -> Self {
        Self {
            key: key.to_owned(),
            title: if key.is_empty() {
                "TODO: a title that visitors understand".to_owned()
            } else {
                let mut letters = key.chars();
                let first = letters.next().into_iter().flat_map(char::to_uppercase);
                first.chain(letters).collect()
            },
            description: Vec::new(),
            gate: Gate::of(key),
        }
    }
}

impl Gate {
    /// Returns the gate that the name of a category suggests.
    fn of(name: &str) -> Self {
        const EXEMPT: [&str; 8] = [
            "necessary",
            "essential",
            "required",
            "notwendig",
            "erforderlich",
            "essen",
            "nécessaire",
            "necesari",
        ];
        const ASKED: [&str; 14] = [
            "analy",
            "statist",
            "marketing",
            "advert",
            "ads",
            "target",
            "track",
            "social",
            "preference",
            "personali",
            "performance",
            "measurement",
            "präferenz",
            "werbung",
        ];
        let name = name.to_lowercase();
        let is_one_of = |words: &[&str]| words.iter().any(|word| name.contains(word));
        if name.starts_with("un") || name.starts_with("non") || name.starts_with("not ") {
            Self::Undecided
        } else if is_one_of(&EXEMPT) {
            Self::Exempt
        } else if is_one_of(&ASKED) {
            Self::OptIn
        } else {
            Self::Undecided
        }
    }
}

/// One row of the other tool.
#[derive(Default, Clone)]
pub(crate) struct Item {
    /// Its place in the file, for people.
    pub(crate) place: String,
    pub(crate) name: Published,
    /// The number of its group.
    pub(crate) group: usize,
    pub(crate) purpose: String,
    pub(crate) function: String,
    pub(crate) provider: String,
    /// The address of the provider's privacy policy.
    pub(crate) privacy: String,
    /// The domain, as published.
    pub(crate) domain: String,
    pub(crate) retention: String,
    pub(crate) storage: Storage,
    /// Whether the site's server sets it.
    pub(crate) by_server: bool,
    pub(crate) attributes: Option<String>,
    /// The texts of the tool's other columns, each with its title.
    pub(crate) own: Vec<(String, String)>,
    pub(crate) comments: Vec<String>,
    /// Whether the tool only removes it. Another item may describe the same cookie.
    pub(crate) is_hint: bool,
}

/// A name, as the other tool writes it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Published {
    /// The name, or the beginning of all names.
    Name { text: String, is_prefix: bool },
    /// The source of a regular expression.
    Expression(String),
}

impl Default for Published {
    fn default() -> Self {
        Self::Name {
            text: String::new(),
            is_prefix: false,
        }
    }
}

impl Published {
    pub(crate) fn name(text: &str) -> Self {
        Self::Name {
            text: text.to_owned(),
            is_prefix: false,
        }
    }

    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Name { text, .. } | Self::Expression(text) => text,
        }
    }
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Storage {
    #[default]
    Cookie,
    Local,
    Session,
    Database,
    Pixel,
}

impl Storage {
    /// Returns the storage that a word means.
    pub(crate) fn of(word: &str) -> Option<Self> {
        let word = word.to_lowercase();
        let has = |part: &str| word.contains(part);
        if has("session storage") || has("sessionstorage") {
            Some(Self::Session)
        } else if has("local") || word == "html" {
            Some(Self::Local)
        } else if has("indexed") || word == "idb" {
            Some(Self::Database)
        } else if has("pixel") || has("beacon") {
            Some(Self::Pixel)
        } else if has("http") || has("cookie") {
            Some(Self::Cookie)
        } else {
            None
        }
    }

    /// Returns the word of a table, unless it is the default.
    pub(crate) fn word(self) -> Option<&'static str> {
        match self {
            Self::Cookie => None,
            Self::Local => Some("local_storage"),
            Self::Session => Some("session_storage"),
            Self::Database => Some("indexed_db"),
            Self::Pixel => Some("pixel"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_category_is_exempt_only_if_its_name_says_so() {
        for (name, gate) in [
            ("Strictly necessary", Gate::Exempt),
            ("Essential", Gate::Exempt),
            ("Non-essential", Gate::Undecided),
            ("Unclassified", Gate::Undecided),
            ("Functional", Gate::Undecided),
            ("Security", Gate::Undecided),
            ("Analytics", Gate::OptIn),
            ("advertising", Gate::OptIn),
            ("", Gate::Undecided),
        ] {
            assert_eq!(Gate::of(name), gate, "{name}");
        }
    }
}
