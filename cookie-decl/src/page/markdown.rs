//! The page in GitHub Flavored Markdown, <https://github.github.com/gfm/>.

use core::fmt::{Result, Write};

use super::document::{Block, Cell, Document, Href, Inline, Name, Row, Section, Table};
use super::is_unprintable;

/// The page; `level` is that of the title.
pub(super) fn page(document: &Document<'_>, level: u8, out: &mut impl Write) -> Result {
    let mut markdown = Markdown { out, at_start: true };
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
        markdown.text(&updated.date)?;
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
                        Name::Exact { name } | Name::Pattern { printed: name, .. } => self.code(name)?,
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
        let is_foreign = |c: char| "`\\|".contains(c) || is_unprintable(c) || c.is_whitespace() && c != ' ';
        if text.trim_matches(' ').len() < text.len() || text.is_empty() || text.contains(is_foreign) {
            return self.text(text);
        }
        self.markup("`")?;
        self.out.write_str(text)?;
        self.markup("`")
    }

    /// An [`Href`] has no blank, no quote, no pipe, no angle bracket and no backslash.
    fn address(&mut self, href: &Href<'_>) -> Result {
        self.escaped(href.as_str(), |c| match c {
            '(' => Some("\\("),
            ')' => Some("\\)"),
            '&' => Some("&amp;"),
            _ => None,
        })
    }

    /// Text, all on one line.
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
            let first = if number.len() < text.len() { number } else { text };
            if first.starts_with(['-', '+', '=', ':', '.', ')']) {
                let (before, after) = text.split_at(text.len() - first.len());
                self.out.write_str(before)?;
                self.markup("\\")?;
                self.out.write_str(&after[..1])?;
                text = &after[1..];
            }
        }
        self.escaped(text, |c| {
            Some(match c {
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

    fn escaped(&mut self, text: &str, replacement: impl Fn(char) -> Option<&'static str>) -> Result {
        let mut rest = text;
        while let Some(at) = rest.find(|c| replacement(c).is_some()) {
            let (plain, special) = rest.split_at(at);
            self.out.write_str(plain)?;
            let mut characters = special.chars();
            if let Some(replacement) = characters.next().and_then(&replacement) {
                self.out.write_str(replacement)?;
            }
            rest = characters.as_str();
        }
        self.out.write_str(rest)
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
