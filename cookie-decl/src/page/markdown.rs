//! The page in GitHub Flavored Markdown, <https://github.github.com/gfm/>.

use core::fmt::{Result, Write};
use core::ops::Range;

use crate::html::escape::is_unprintable;
use crate::page::document::{Block, Cell, Document, Href, Inline, Name, Row, Section, Table};

/// The page; `level` is that of the title.
pub(super) fn page(document: &Document<'_>, level: u8, out: &mut impl Write) -> Result {
    let mut markdown = Markdown {
        out,
        at_start: true,
    };
    markdown.heading(level)?;
    markdown.text(document.title.as_str())?;
    for paragraph in &document.introduction {
        markdown.end_block()?;
        markdown.text(paragraph.as_str())?;
    }
    markdown.sections(&document.sections, level + 1)?;
    if let Some(updated) = &document.last_updated {
        markdown.end_block()?;
        markdown.text(updated.label.as_str())?;
        markdown.text(updated.date.as_str())?;
    }
    markdown.out.write_char('\n')
}

struct Markdown<'w, W> {
    out: &'w mut W,
    /// Whether the next character begins a block, where it could mean a heading, a list and more.
    at_start: bool,
}

impl<W: Write> Markdown<'_, W> {
    fn sections(&mut self, sections: &[Section<'_>], level: u8) -> Result {
        for section in sections {
            if !section.heading.is_empty() {
                self.end_block()?;
                self.heading(level)?;
                self.sentence(&section.heading)?;
            }
            for block in &section.blocks {
                self.end_block()?;
                self.block(block)?;
            }
            self.sections(&section.sections, level + 1)?;
        }
        Ok(())
    }

    fn heading(&mut self, level: u8) -> Result {
        let marks = "######";
        self.markup(&marks[..usize::from(level).clamp(1, marks.len())])?;
        self.markup(" ")
    }

    fn block(&mut self, block: &Block<'_>) -> Result {
        match block {
            Block::Paragraph { content } => self.sentence(content),
            Block::List { items } => {
                for (index, item) in items.iter().enumerate() {
                    self.markup(if index > 0 { "\n- " } else { "- " })?;
                    self.at_start = true;
                    self.sentence(item)?;
                }
                Ok(())
            }
            Block::Table(table) => self.table(table),
        }
    }

    /// The caption is left out: Markdown has none, and it only repeats the heading.
    fn table(&mut self, table: &Table<'_>) -> Result {
        for column in &table.columns {
            self.markup("| ")?;
            self.text(column.title.as_str())?;
            self.markup(" ")?;
        }
        self.markup("|\n")?;
        for _ in &table.columns {
            self.markup("| --- ")?;
        }
        self.markup("|")?;
        for row in &table.rows {
            self.markup("\n")?;
            for cell in &row.cells {
                self.markup("| ")?;
                self.cell(row, cell)?;
                self.markup(" ")?;
            }
            self.markup("|")?;
        }
        Ok(())
    }

    fn cell(&mut self, row: &Row<'_>, cell: &Cell<'_>) -> Result {
        match cell {
            Cell::Empty => self.markup("–"),
            Cell::Text { text } => self.text(text.as_str()),
            Cell::Code { text } => self.code(text),
            Cell::Names => {
                for (index, name) in row.names.iter().enumerate() {
                    if index > 0 {
                        self.markup(", ")?;
                    }
                    match name {
                        Name::Exact { name, scope }
                        | Name::Pattern {
                            printed: name,
                            scope,
                            ..
                        } => {
                            self.code(name)?;
                            self.sentence(scope)?;
                        }
                        Name::Any { printed, .. } => self.sentence(printed)?,
                    }
                }
                Ok(())
            }
        }
    }

    fn sentence(&mut self, pieces: &[Inline<'_>]) -> Result {
        for piece in pieces {
            match piece {
                Inline::Text { text } => self.text(text.as_str())?,
                Inline::Strong { text } => {
                    self.markup("**")?;
                    self.text(text.as_str().trim())?;
                    self.markup("**")?;
                }
                Inline::Code { text } => self.code(text)?,
                Inline::Link { text, href } => {
                    self.markup("[")?;
                    self.text(text.as_str())?;
                    self.markup("](")?;
                    self.address(href)?;
                    self.markup(")")?;
                }
            }
        }
        Ok(())
    }

    /// A name as a code span, where nothing needs to be escaped; as text, when something would.
    fn code(&mut self, text: &str) -> Result {
        let is_foreign =
            |c: char| "`\\|".contains(c) || is_unprintable(c) || c.is_whitespace() && c != ' ';
        if text.trim_matches(' ').len() < text.len() || text.is_empty() || text.contains(is_foreign)
        {
            return self.text(text);
        }
        self.markup("`")?;
        self.out.write_str(text)?;
        self.markup("`")
    }

    /// An [`Href`] has no blank, no quote, no pipe, no angle bracket and no backslash.
    fn address(&mut self, href: &Href<'_>) -> Result {
        escape(href.as_str(), self.out, |_, c| match c {
            '(' => Some("\\("),
            ')' => Some("\\)"),
            '&' => Some("&amp;"),
            _ => None,
        })
    }

    /// Text, all on one line. GitHub would make links of the addresses in it. It finds those of e-mail after it has
    /// read all escapes, so that only a code span keeps them what they are.
    fn text(&mut self, text: &str) -> Result {
        let mut text = text;
        if self.at_start {
            // Blanks at the start of a block would indent it.
            text = text.trim_start();
            if text.is_empty() {
                return Ok(());
            }
            self.at_start = false;
            let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
            let first = if number.len() < text.len() {
                number
            } else {
                text
            };
            if first.starts_with(['-', '+', '=', ':', '.', ')']) {
                let (before, after) = text.split_at(text.len() - first.len());
                self.out.write_str(before)?;
                self.markup("\\")?;
                self.out.write_str(&after[..1])?;
                text = &after[1..];
            }
        }
        while let Some(address) = email(text) {
            self.plain(&text[..address.start])?;
            self.code(&text[address.clone()])?;
            text = &text[address.end..];
        }
        self.plain(text)
    }

    fn plain(&mut self, text: &str) -> Result {
        let is_www = |before: &str| {
            matches!(
                before.as_bytes(),
                [.., b'w' | b'W', b'w' | b'W', b'w' | b'W']
            )
        };
        escape(text, self.out, |at, c| {
            Some(match c {
                ':' if text[at..].starts_with("://") => "\\:",
                '.' if is_www(&text[..at]) => "\\.",
                '\\' => "\\\\",
                '`' => "\\`",
                '*' => "\\*",
                '_' => "\\_",
                '{' => "\\{",
                '}' => "\\}",
                '[' => "\\[",
                ']' => "\\]",
                '<' => "\\<",
                '>' => "\\>",
                '#' => "\\#",
                '|' => "\\|",
                '~' => "\\~",
                '^' => "\\^",
                '$' => "\\$",
                '&' => "\\&",
                '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => " ",
                c if is_unprintable(c) => "\u{FFFD}",
                _ => return None,
            })
        })
    }

    fn end_block(&mut self) -> Result {
        self.markup("\n\n")?;
        self.at_start = true;
        Ok(())
    }

    fn markup(&mut self, markup: &'static str) -> Result {
        self.at_start = false;
        self.out.write_str(markup)
    }
}

/// Where an e-mail address stands in a text, the first one.
fn email(text: &str) -> Option<Range<usize>> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
    text.match_indices('@').find_map(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + 1..]);
        let local = before.trim_end_matches(|c| is_part(c) || c == '+');
        let domain = &after[..after.len() - after.trim_start_matches(is_part).len()];
        let domain = domain.trim_end_matches(['-', '.', '_']);
        (local.len() < at && domain.contains('.')).then(|| local.len()..at + 1 + domain.len())
    })
}

/// Writes a text with some of its characters replaced, which are told by where they begin and what they are.
fn escape(
    text: &str,
    out: &mut impl Write,
    replacement: impl Fn(usize, char) -> Option<&'static str>,
) -> Result {
    let mut written = 0;
    for (at, c) in text.char_indices() {
        if let Some(replacement) = replacement(at, c) {
            out.write_str(&text[written..at])?;
            out.write_str(replacement)?;
            written = at + c.len_utf8();
        }
    }
    out.write_str(&text[written..])
}
