//! Writes a first table as text that compiles. A `TODO` marks what only the site knows.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Formatter};

use crate::row::constant;

/// The purpose of a row until somebody writes it.
pub(crate) const NO_PURPOSE: &str = "TODO: why it is stored";

/// A table for somebody to finish.
#[derive(Default)]
pub(crate) struct Draft {
    /// The comment above the table.
    pub(crate) head: &'static str,
    /// The language of the texts, unless it is English.
    pub(crate) language: Option<String>,
    pub(crate) providers: Vec<Provider>,
    /// The paragraphs of each section.
    pub(crate) sections: Vec<Vec<String>>,
    pub(crate) categories: Vec<Category>,
    pub(crate) translations: Vec<Translation>,
    /// Comments below the table, for colleagues.
    pub(crate) remarks: Vec<String>,
}

pub(crate) struct Provider {
    pub(crate) identifier: String,
    pub(crate) title: String,
    pub(crate) privacy: Option<String>,
}

#[derive(Default)]
pub(crate) struct Category {
    pub(crate) identifier: String,
    pub(crate) gate: &'static str,
    pub(crate) title: String,
    pub(crate) description: Vec<String>,
    /// What a colleague must decide about the category.
    pub(crate) todo: Option<&'static str>,
    /// The cells that all its rows share.
    pub(crate) with: Option<&'static str>,
    pub(crate) rows: Vec<Row>,
}

#[derive(Default)]
pub(crate) struct Row {
    /// Comments above the row, for colleagues.
    pub(crate) comments: Vec<String>,
    pub(crate) purpose: String,
    /// The constant, with its type if it is not a `String`.
    pub(crate) constant: Option<String>,
    pub(crate) names: Vec<String>,
    pub(crate) provider: Option<String>,
    pub(crate) duration: String,
    /// The text that the page prints instead of the duration.
    pub(crate) duration_text: Option<String>,
    pub(crate) cells: Vec<Cell>,
    /// What a colleague must decide about the row.
    pub(crate) todo: Option<String>,
}

/// A cell with the name of its column.
pub(crate) enum Cell {
    Words(String),
    /// A text in one of the table's columns.
    #[cfg(feature = "import")]
    Text(&'static str, String),
    /// The title and the text of one of the site's own columns.
    #[cfg(feature = "import")]
    Own(String, String),
}

/// The texts in another language, by the text of the table.
pub(crate) struct Translation {
    pub(crate) language: String,
    pub(crate) texts: BTreeMap<String, String>,
}

const TITLE: &str = "Cookie policy";

/// The path of the module is left out, so the table compiles anywhere.
const POLICY: &str =
    "    pub policy; // TODO: `pub policy in crate::cookies;`, the module that has the table\n\n";

impl Category {
    /// The category of the rows that need no consent. It keeps the visitor's answer.
    pub(crate) fn necessary() -> Self {
        Self {
            identifier: "Necessary".to_owned(),
            gate: "exempt",
            title: "Necessary for the site to work".to_owned(),
            description: vec!["TODO: what would not work without these".to_owned()],
            rows: vec![Row::consent()],
            ..Self::default()
        }
    }
}

impl Row {
    /// The row that keeps the visitor's answer.
    pub(crate) fn consent() -> Self {
        Self {
            purpose: "Remembers your choice about cookies".to_owned(),
            constant: Some("PREFERENCES: Consent".to_owned()),
            names: vec!["__Host-cookie_preferences".to_owned()],
            duration: "6 months".to_owned(),
            ..Self::default()
        }
    }
}

impl fmt::Display for Draft {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.head)?;
        f.write_str("cookie_decl::declare_cookies! {\n")?;
        if let Some(language) = &self.language {
            writeln!(
                f,
                "    language {language}; // TODO: translate the English texts below\n"
            )?;
        }
        docs(f, 1, [TITLE])?;
        f.write_str(POLICY)?;
        for provider in &self.providers {
            let Provider {
                identifier, title, ..
            } = provider;
            match &provider.privacy {
                Some(privacy) => writeln!(
                    f,
                    "    provider {identifier} = {title:?} {{ privacy: {privacy:?} }}"
                )?,
                None => writeln!(f, "    provider {identifier} = {title:?};")?,
            }
        }
        let has_providers = !self.providers.is_empty();
        f.write_str(if has_providers {
            "\n    cookie | provider | duration;\n"
        } else {
            "    cookie | duration;\n"
        })?;
        for paragraphs in &self.sections {
            f.write_str("\n")?;
            docs(f, 1, paragraphs)?;
            f.write_str("    section;\n")?;
        }
        for category in &self.categories {
            category.write(f, has_providers)?;
        }
        for translation in &self.translations {
            self.write_translation(f, translation)?;
        }
        f.write_str("}\n")?;
        for (number, remark) in self.remarks.iter().enumerate() {
            let space = if number == 0 { "\n" } else { "" };
            writeln!(f, "{space}// {remark}")?;
        }
        Ok(())
    }
}

impl Draft {
    fn write_translation(&self, f: &mut Formatter<'_>, translation: &Translation) -> fmt::Result {
        writeln!(f, "\n    translation {} {{", translation.language)?;
        for text in self.texts() {
            match translation.texts.get(text) {
                Some(translated) => writeln!(f, "        {text:?} => {translated:?};")?,
                None => writeln!(f, "        {text:?} => {text:?}; // TODO: translate")?,
            }
        }
        f.write_str("    }\n")
    }

    /// Every text that visitors read, once.
    fn texts(&self) -> Vec<&str> {
        let mut texts = vec![TITLE];
        texts.extend(self.sections.iter().flatten().map(String::as_str));
        for category in &self.categories {
            texts.push(&category.title);
            texts.extend(category.description.iter().map(String::as_str));
            for row in &category.rows {
                texts.push(&row.purpose);
                texts.extend(row.duration_text.as_deref());
                for cell in &row.cells {
                    match cell {
                        Cell::Words(_) => {}
                        #[cfg(feature = "import")]
                        Cell::Text(_, text) => texts.push(text),
                        #[cfg(feature = "import")]
                        Cell::Own(title, text) => texts.extend([&**title, &**text]),
                    }
                }
            }
        }
        let mut seen = BTreeSet::new();
        texts.retain(|text| seen.insert(*text));
        texts
    }
}

impl Category {
    fn write(&self, f: &mut Formatter<'_>, has_providers: bool) -> fmt::Result {
        f.write_str("\n")?;
        let title = std::iter::once(&self.title);
        docs(f, 1, title.chain(&self.description))?;
        writeln!(f, "    category {}: {} {{", self.identifier, self.gate)?;
        if let Some(todo) = self.todo {
            writeln!(f, "        // TODO: {todo}")?;
        }
        if let Some(with) = self.with {
            writeln!(f, "        with {with};")?;
        }
        if self.rows.is_empty() {
            f.write_str("        // TODO: what is stored for this, or remove the category\n")?;
        }
        for (number, row) in self.rows.iter().enumerate() {
            if number > 0 && !row.comments.is_empty() {
                f.write_str("\n")?;
            }
            row.write(f, has_providers)?;
        }
        f.write_str("    }\n")
    }
}

impl Row {
    fn write(&self, f: &mut Formatter<'_>, has_providers: bool) -> fmt::Result {
        for comment in &self.comments {
            writeln!(f, "        // {comment}")?;
        }
        docs(f, 2, [&self.purpose])?;
        f.write_str("        ")?;
        if let Some(constant) = &self.constant {
            write!(f, "{constant} = ")?;
        }
        for (number, name) in self.names.iter().enumerate() {
            let comma = if number == 0 { "" } else { ", " };
            write!(f, "{comma}{name:?}")?;
        }
        if has_providers {
            write!(f, " | {}", self.provider.as_deref().unwrap_or("_"))?;
        }
        write!(f, " | {}", self.duration)?;
        if let Some(text) = &self.duration_text {
            write!(f, " {text:?}")?;
        }
        for cell in &self.cells {
            match cell {
                Cell::Words(words) => write!(f, " | {words}")?,
                #[cfg(feature = "import")]
                Cell::Text(column, text) => write!(f, " | {column} = {text:?}")?,
                #[cfg(feature = "import")]
                Cell::Own(title, text) => write!(f, " | {title:?} = {text:?}")?,
            }
        }
        match &self.todo {
            Some(todo) => writeln!(f, "; // TODO: {todo}"),
            None => f.write_str(";\n"),
        }
    }
}

/// Writes paragraphs as `///` comments in lines of readable length.
fn docs<T: AsRef<str>>(
    f: &mut Formatter<'_>,
    depth: usize,
    paragraphs: impl IntoIterator<Item = T>,
) -> fmt::Result {
    let indent = "    ".repeat(depth);
    for (number, paragraph) in paragraphs.into_iter().enumerate() {
        if number > 0 {
            writeln!(f, "{indent}///")?;
        }
        let mut line = String::new();
        for word in paragraph.as_ref().split_whitespace() {
            let is_full = line.chars().count() + word.chars().count() >= 90;
            // A `-` or a `#` at the start of a line could be read as a mark.
            if is_full && word.starts_with(char::is_alphabetic) {
                writeln!(f, "{indent}/// {line}")?;
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        writeln!(f, "{indent}/// {line}")?;
    }
    Ok(())
}

/// The identifiers and constants that are taken.
#[derive(Default)]
pub(crate) struct Taken(BTreeSet<String>);

impl Taken {
    /// Returns a constant for a cookie, different from those of other rows.
    pub(crate) fn constant(&mut self, name: &str) -> String {
        let words = constant(name);
        let constant = if words.starts_with(|c: char| c.is_ascii_alphabetic()) {
            words
        } else {
            format!("COOKIE_{words}")
        };
        self.take(&constant)
    }

    /// Returns an identifier for a category or a provider, written like a Rust type.
    #[cfg(feature = "import")]
    pub(crate) fn identifier(&mut self, title: &str, otherwise: &str) -> String {
        let words = title.split(|c: char| !c.is_ascii_alphanumeric());
        let mut identifier = String::new();
        for word in words {
            let mut letters = word.chars();
            identifier.extend(letters.next().map(|first| first.to_ascii_uppercase()));
            identifier.push_str(letters.as_str());
        }
        let is_word = identifier.starts_with(|c: char| c.is_ascii_alphabetic());
        let is_free = !matches!(&*identifier, "Self" | "ALL");
        if is_word && is_free {
            self.take(&identifier)
        } else {
            self.take(&format!("{otherwise}{identifier}"))
        }
    }

    fn take(&mut self, wanted: &str) -> String {
        let mut free = wanted.to_owned();
        let mut number = 2;
        while !self.0.insert(free.clone()) {
            free = format!("{wanted}{number}");
            number += 1;
        }
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_constant_that_is_taken_has_a_number() {
        let mut taken = Taken::default();
        assert_eq!(taken.constant("__Host-user.id"), "USER_ID");
        assert_eq!(taken.constant("user-id"), "USER_ID2");
        assert_eq!(taken.constant("1.gif"), "COOKIE_1_GIF");
    }

    #[test]
    fn a_text_without_a_translation_is_marked() {
        let draft = Draft {
            categories: vec![Category::necessary()],
            translations: vec![Translation {
                language: "de".to_owned(),
                texts: BTreeMap::from([(TITLE.to_owned(), "Cookies".to_owned())]),
            }],
            ..Draft::default()
        };
        let text = draft.to_string();
        assert!(
            text.contains("\"Cookie policy\" => \"Cookies\";\n"),
            "{text}"
        );
        assert_eq!(text.matches("; // TODO: translate").count(), 3, "{text}");
    }

    #[test]
    fn a_long_text_is_wrapped_before_a_word_only() {
        let draft = Draft {
            sections: vec![vec![format!(
                "{} - a {}",
                "long ".repeat(18),
                "text ".repeat(9)
            )]],
            ..Draft::default()
        };
        let text = draft.to_string();
        let lines = text.lines().filter(|line| line.contains("/// "));
        assert!(lines.clone().count() > 2, "{text}");
        assert!(!text.contains("/// -"), "{text}");
    }
}
