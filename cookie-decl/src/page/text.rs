//! The page as plain text, for a terminal or a text file.

use alloc::string::String;
use core::fmt::{Result, Write};

use crate::html::escape::is_unprintable;
use crate::page::document::{Block, Cell, Document, Inline, Name, Row, Section, Table};

/// Lines are broken before they get longer than this; only what cannot be broken may be longer.
const WIDTH: usize = 80;
/// Titles of columns up to this width have their cells beside them, others below.
const LABEL: usize = 28;

/// The page.
pub(super) fn page(document: &Document<'_>, out: &mut impl Write) -> Result {
    let mut lines = Lines {
        out,
        word: String::new(),
        column: 0,
        longest: 0,
        indent: 0,
        blank: false,
    };
    lines.text(document.title.as_str())?;
    lines.underline("=")?;
    for paragraph in &document.introduction {
        lines.end_line()?;
        lines.text(paragraph.as_str())?;
        lines.end_line()?;
    }
    lines.sections(&document.sections, "-")?;
    if let Some(updated) = &document.last_updated {
        lines.end_line()?;
        lines.text(updated.label.as_str())?;
        lines.text(updated.date.as_str())?;
        lines.end_line()?;
    }
    Ok(())
}

/// Writes words into lines.
struct Lines<'w, W> {
    out: &'w mut W,
    /// The word that is being read. It is written once it is known where it ends.
    word: String,
    /// How much stands in the line.
    column: usize,
    /// The longest line since the last heading began.
    longest: usize,
    /// Where lines begin.
    indent: usize,
    /// Whether a blank belongs before the next word.
    blank: bool,
}

impl<W: Write> Lines<'_, W> {
    fn sections(&mut self, sections: &[Section<'_>], underline: &str) -> Result {
        for section in sections {
            if !section.heading.is_empty() {
                self.end_line()?;
                self.longest = 0;
                self.sentence(&section.heading)?;
                self.underline(underline)?;
            }
            for block in &section.blocks {
                self.end_line()?;
                self.block(block)?;
            }
            self.sections(&section.sections, ".")?;
        }
        Ok(())
    }

    fn block(&mut self, block: &Block<'_>) -> Result {
        match block {
            Block::Paragraph { content } => {
                self.sentence(content)?;
                self.end_line()
            }
            Block::List { items } => {
                for item in items {
                    self.indent = 2;
                    self.out.write_str("- ")?;
                    self.column = self.indent;
                    self.sentence(item)?;
                    self.end_line()?;
                    self.indent = 0;
                }
                Ok(())
            }
            Block::Table(table) => self.table(table),
        }
    }

    /// A paragraph a row, a line a cell that is not empty: tables are wider than a terminal. The caption would only
    /// repeat the heading.
    fn table(&mut self, table: &Table<'_>) -> Result {
        let widths = table
            .columns
            .iter()
            .map(|column| column.title.as_str().chars().map(width).sum());
        let widest: usize = widths.max().unwrap_or(0);
        let is_said = |cell: &Cell<'_>| *cell != Cell::Empty;
        for (index, row) in table
            .rows
            .iter()
            .filter(|row| row.cells.iter().any(is_said))
            .enumerate()
        {
            if index > 0 {
                self.end_line()?;
            }
            for (column, cell) in table
                .columns
                .iter()
                .zip(&row.cells)
                .filter(|(_, cell)| is_said(cell))
            {
                self.indent = 2;
                self.text(column.title.as_str())?;
                self.end_word()?;
                if widest > LABEL {
                    self.end_line()?;
                    self.indent = 4;
                } else {
                    self.indent = 2 + widest + 2;
                    self.fill_to(self.indent)?;
                }
                self.cell(row, cell)?;
                self.end_line()?;
            }
            self.indent = 0;
        }
        Ok(())
    }

    fn cell(&mut self, row: &Row<'_>, cell: &Cell<'_>) -> Result {
        match cell {
            Cell::Empty => Ok(()),
            Cell::Text { text } => self.text(text.as_str()),
            Cell::Code { text } => self.text(text),
            Cell::Names => {
                for (index, name) in row.names.iter().enumerate() {
                    if index > 0 {
                        self.text(", ")?;
                    }
                    match name {
                        Name::Exact { name, scope }
                        | Name::Pattern {
                            printed: name,
                            scope,
                            ..
                        } => {
                            self.text(name)?;
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
                Inline::Text { text } | Inline::Strong { text } => self.text(text.as_str())?,
                Inline::Code { text } => self.text(text)?,
                Inline::Link { text, href } => {
                    self.text(text.as_str())?;
                    if text.as_str() != href.as_str() {
                        self.text(" (")?;
                        self.text(href.as_str())?;
                        self.text(")")?;
                    }
                }
            }
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result {
        for c in text.chars() {
            if is_break(c) {
                self.end_word()?;
                self.blank = true;
            } else if width(c) == 2 {
                // Chinese and Japanese have no blanks: a line may be broken at every character.
                self.end_word()?;
                self.word.push(c);
                self.end_word()?;
            } else {
                self.word.push(if is_unprintable(c) {
                    char::REPLACEMENT_CHARACTER
                } else {
                    c
                });
            }
        }
        Ok(())
    }

    fn end_word(&mut self) -> Result {
        if self.word.is_empty() {
            return Ok(());
        }
        let length: usize = self.word.chars().map(width).sum();
        let blank = usize::from(self.blank);
        if self.column > self.indent && self.column + blank + length > WIDTH {
            self.end_written_line()?;
        }
        if self.column == 0 {
            self.fill_to(self.indent)?;
        } else if self.blank && self.column > self.indent {
            self.out.write_char(' ')?;
            self.column += 1;
        }
        self.out.write_str(&self.word)?;
        self.column += length;
        self.word.clear();
        self.blank = false;
        Ok(())
    }

    fn fill_to(&mut self, column: usize) -> Result {
        for _ in self.column..column {
            self.out.write_char(' ')?;
        }
        self.column = self.column.max(column);
        self.blank = false;
        Ok(())
    }

    fn end_line(&mut self) -> Result {
        self.end_word()?;
        self.blank = false;
        self.end_written_line()
    }

    fn end_written_line(&mut self) -> Result {
        self.longest = self.longest.max(self.column);
        self.column = 0;
        self.out.write_char('\n')
    }

    /// Ends a heading.
    fn underline(&mut self, mark: &str) -> Result {
        self.end_line()?;
        for _ in 0..self.longest {
            self.out.write_str(mark)?;
        }
        self.out.write_char('\n')
    }
}

/// Whether a line may be broken here: at blanks, but not at those that hold words together.
fn is_break(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}')
}

/// How many columns of a terminal a character takes, near enough.
fn width(c: char) -> usize {
    match u32::from(c) {
        0x0300..=0x036F
        | 0x0591..=0x05BD
        | 0x064B..=0x065F
        | 0x200B..=0x200F
        | 0x202A..=0x202E
        | 0x2060..=0x2069
        | 0xFE00..=0xFE0F
        | 0xFE20..=0xFE2F => 0,
        0x1100..=0x115F
        | 0x2E80..=0xA4CF
        | 0xAC00..=0xD7A3
        | 0xF900..=0xFAFF
        | 0xFE30..=0xFE6F
        | 0xFF00..=0xFF60
        | 0x1F300..=0x1FAFF
        | 0x20000..=0x3FFFD => 2,
        _ => 1,
    }
}
