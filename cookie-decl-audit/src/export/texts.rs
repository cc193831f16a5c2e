//! The texts of a table in one of its languages.

use std::collections::BTreeMap;
use std::iter;

use cookie_decl::__private::{Texts as BuiltIn, texts};
use cookie_decl_core::languages::built_in;
use cookie_decl_core::markup::{Block, Span, is_link, spans};
use cookie_decl_core::unit::Unit;
use cookie_decl_core::wording::Key;

use crate::policy_file::{Gate, PolicyFile, Row, Term};

pub(crate) struct Texts<'f> {
    pub(crate) tag: &'f str,
    /// The translations, by the texts of the table. `None` for the language of the table.
    translations: Option<&'f BTreeMap<String, String>>,
    /// The built-in texts that the site replaces, by their keys.
    wording: Option<&'f BTreeMap<String, String>>,
    built_in: &'static BuiltIn,
}

impl<'f> Texts<'f> {
    /// Returns the texts in every language, first in that of the table.
    pub(crate) fn all(file: &'f PolicyFile) -> impl Iterator<Item = Self> {
        let own = iter::once((&file.language, None));
        let others = file.translations.iter();
        own.chain(others.map(|(tag, texts)| (tag, Some(texts))))
            .map(|(tag, translations)| {
                let language = built_in(tag);
                let built_in = texts::ALL.iter().find(|it| it.language() == language);
                Self {
                    tag,
                    translations,
                    wording: file.wording.get(tag),
                    built_in: built_in.unwrap_or(&&texts::en::TEXTS),
                }
            })
    }

    fn translated<'t>(&self, text: &'t str) -> &'t str
    where
        'f: 't,
    {
        let translated = self.translations.and_then(|texts| texts.get(text));
        translated.map_or(text, String::as_str)
    }

    /// Returns a text of the table without marks. The address of a link follows its text.
    pub(crate) fn plain(&self, text: &str) -> String {
        let mut plain = String::new();
        let block = Block::new(self.translated(text));
        if matches!(block, Block::Item(_)) {
            plain.push_str("• ");
        }
        for span in spans(block.text()) {
            match span {
                Span::Text(text) | Span::Strong(text) | Span::Code(text) => plain.push_str(text),
                Span::Link { text, address } if text == address => plain.push_str(text),
                Span::Link { text, address } => plain.extend([text, " (", address, ")"]),
            }
        }
        plain
    }

    /// Returns paragraphs of the table in one line.
    pub(crate) fn plain_line(&self, paragraphs: &[String]) -> String {
        let plain = paragraphs.iter().map(|text| self.plain(text));
        plain.collect::<Vec<_>>().join(" ")
    }

    /// Returns a text of the table as HTML.
    pub(crate) fn html(&self, text: &str) -> String {
        let (start, block, end) = match Block::new(self.translated(text)) {
            Block::Paragraph(text) => ("", text, ""),
            Block::Item(text) => ("• ", text, ""),
            Block::Heading(text) => ("<b>", text, "</b>"),
        };
        let spans = spans(block).map(|span| match span {
            Span::Strong(text) => format!("<strong>{}</strong>", escaped(text)),
            Span::Code(text) => format!("<code>{}</code>", escaped(text)),
            Span::Link { text, address } if is_link(address) => {
                format!("<a href=\"{}\">{}</a>", escaped(address), escaped(text))
            }
            Span::Text(text) | Span::Link { text, .. } => escaped(text),
        });
        format!("{start}{}{end}", spans.collect::<String>())
    }

    /// Returns paragraphs of the table as HTML.
    pub(crate) fn html_paragraphs(&self, paragraphs: &[String]) -> String {
        match paragraphs {
            [only] => self.html(only),
            _ => {
                let html = paragraphs.iter().map(|text| self.html(text));
                html.map(|text| ["<p>", &text, "</p>"].concat()).collect()
            }
        }
    }

    /// Returns the words of a built-in text, before, between and after its holes.
    fn words(&self, key: Key) -> Vec<&str> {
        let replaced = self.wording.and_then(|texts| texts.get(key.name()));
        match replaced.map(|text| key.split(text)) {
            Some(Ok(words)) => words[..key.count()].to_vec(),
            _ => self.built_in.words(key),
        }
    }

    /// Returns a built-in text.
    pub(crate) fn built_in(&self, key: Key) -> String {
        self.words(key).concat()
    }

    /// Returns a built-in text around something.
    pub(crate) fn around(&self, key: Key, inside: &str) -> String {
        let words = self.words(key);
        let (before, after) = words.split_first().unwrap_or((&"", &[]));
        format!("{before}{inside}{}", after.concat())
    }

    /// Asks for the categories with these gates and titles, as the banner does.
    pub(crate) fn question(&self, asked: &[(Gate, &str)]) -> String {
        let sentences = [
            (Gate::OptIn, Key::Question),
            (Gate::OptOut, Key::Unobjected),
        ];
        let sentences = sentences.into_iter().filter_map(|(gate, key)| {
            let titles = asked.iter().filter(|(other, _)| *other == gate);
            let titles: Vec<_> = titles.map(|(_, title)| self.plain(title)).collect();
            (!titles.is_empty()).then(|| self.around(key, &titles.join(self.built_in.separator())))
        });
        sentences.collect::<Vec<_>>().join(" ")
    }

    /// Returns how long the item of a row is kept; an empty text if the table does not say it.
    pub(crate) fn duration(&self, row: &Row) -> String {
        if let Some(text) = &row.duration_text {
            return self.plain(text);
        }
        if row.storage == "pixel" {
            return self.built_in(Key::DurationNothing);
        }
        match row.duration.terms() {
            [Term::Persistent] => return self.built_in(Key::DurationPersistent),
            [Term::Unknown] => return self.built_in(Key::DurationUnknown),
            _ => {}
        }
        let terms = row.duration.written().map(|(count, unit, is_rolling)| {
            match (unit, row.storage.as_str()) {
                (Unit::Session, "session_storage") => self.built_in(Key::DurationTab),
                (Unit::Session, _) => self.built_in(Key::DurationSession),
                _ if is_rolling => {
                    self.around(Key::DurationRolling, &self.built_in.time(count, unit))
                }
                _ => self.built_in.time(count, unit),
            }
        });
        let terms: Vec<_> = terms.collect();
        terms.join(&self.built_in(Key::DurationOr))
    }

    /// Returns where the item of a row is stored.
    pub(crate) fn storage(&self, row: &Row) -> String {
        self.built_in(match row.storage.as_str() {
            "cookie" => Key::StorageCookie,
            "local_storage" => Key::StorageLocal,
            "session_storage" => Key::StorageSession,
            "indexed_db" => Key::StorageIndexedDb,
            "pixel" => Key::StoragePixel,
            other => return other.to_owned(),
        })
    }
}

/// Escapes a text for HTML.
pub(crate) fn escaped(text: &str) -> String {
    let mut html = String::new();
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(c),
        }
    }
    html
}
