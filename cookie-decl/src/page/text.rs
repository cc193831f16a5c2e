//! The page as plain text, for a terminal or a text file.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{Error, Result, Write};
use core::mem;

use crate::page::cells::Cell;
use crate::page::lazy_text::{Piece, pieces};
use crate::page::options::Page;
use crate::page::rows::{Prose, Table};
use crate::page::sections::{Head, Sink};
use crate::page::source::{Group, Source};
use cookie_decl_core::markup::is_unprintable;

/// The longest line. Only a word that cannot be broken is longer.
const WIDTH: usize = 80;
/// The widest column title that has its cells beside it. Below a wider title, cells are on their
/// own line.
const LABEL: usize = 28;

/// Writes the page.
pub(super) fn page(page: &Page<'_>, out: &mut impl Write) -> Result {
    let source = Source::new(page);
    let mut lines = Lines {
        out,
        word: String::new(),
        column: 0,
        longest: 0,
        indent: 0,
        has_space: false,
        underline: "-",
    };
    lines.text(&source.title().text())?;
    lines.underline("=")?;
    if let Some(version) = source.version() {
        lines.paragraph(&version)?;
    }
    if let Some(updated) = source.last_updated() {
        lines.end_line()?;
        lines.text(&updated.label.text())?;
        lines.text(&updated.date.text())?;
        lines.end_line()?;
    }
    source.introduction(&mut lines)?;
    source.sections(&mut lines)
}

/// Breaks words into lines.
struct Lines<'w, W> {
    out: &'w mut W,
    /// The current word, which is written once its end is known.
    word: String,
    /// The width of the current line.
    column: usize,
    /// The width of the longest line since the last heading began.
    longest: usize,
    /// The indentation of lines.
    indent: usize,
    /// Whether a space precedes the next word.
    has_space: bool,
    /// The character that underlines the heading of the next section.
    underline: &'static str,
}

impl<'a, W: Write> Sink<'a> for Lines<'_, W> {
    type Error = Error;

    fn section(
        &mut self,
        head: &Head<'_, 'a>,
        content: impl FnOnce(&mut Self) -> Result,
    ) -> Result {
        if !head.heading.is_empty() {
            self.end_line()?;
            self.longest = 0;
            self.sentence(head.heading)?;
            self.underline(self.underline)?;
        }
        let underline = mem::replace(&mut self.underline, ".");
        content(self)?;
        self.underline = underline;
        Ok(())
    }

    fn paragraph(&mut self, content: &[Piece<'a>]) -> Result {
        self.end_line()?;
        self.sentence(content)?;
        self.end_line()
    }

    fn heading(&mut self, content: &[Piece<'a>]) -> Result {
        self.end_line()?;
        self.longest = 0;
        self.sentence(content)?;
        self.underline(".")
    }

    fn list<const N: usize>(&mut self, items: impl Iterator<Item = [[Piece<'a>; 3]; N]>) -> Result {
        self.end_line()?;
        for item in items {
            self.indent = 2;
            self.out.write_str("- ")?;
            self.column = self.indent;
            self.sentence(item.as_flattened())?;
            self.end_line()?;
            self.indent = 0;
        }
        Ok(())
    }

    /// Writes a paragraph for each row and a line for each cell that is not empty: tables are wider
    /// than a terminal.
    fn table(&mut self, table: &Table<'_, 'a>) -> Result {
        self.end_line()?;
        let titles = table.columns().iter().map(|column| column.title().text());
        let titles: Vec<_> = titles.collect();
        let widths = titles.iter().map(|title| title.chars().map(width).sum());
        let widest: usize = widths.max().unwrap_or(0);
        let mut is_first = true;
        for group in table.groups() {
            let cells = table.columns().iter().zip(&titles);
            let cell = |column| table.source.cell(&group[0], column);
            let cells = cells.map(|(titled, title)| (title, cell(titled.column)));
            let mut cells = cells.filter(|(_, cell)| !matches!(cell, Cell::Empty));
            let Some(first) = cells.next() else { continue };
            if !mem::take(&mut is_first) {
                self.end_line()?;
            }
            for (title, cell) in core::iter::once(first).chain(cells) {
                self.indent = 2;
                self.text(title)?;
                self.end_word()?;
                if widest > LABEL {
                    self.end_line()?;
                    self.indent = 4;
                } else {
                    self.indent = 2 + widest + 2;
                    self.fill_to(self.indent)?;
                }
                self.cell(table, group, &cell)?;
                self.end_line()?;
            }
            self.indent = 0;
        }
        Ok(())
    }
}

impl<W: Write> Lines<'_, W> {
    fn cell(&mut self, table: &Table<'_, '_>, group: Group, cell: &Cell<'_>) -> Result {
        match cell {
            Cell::Empty => Ok(()),
            Cell::Text(text) => self.text(&text.text()),
            Cell::Both(both) => self.sentence(&both.pieces()),
            Cell::Marked(text) => self.sentence(&[Piece::Marked(text)]),
            Cell::Code(text) => self.text(&text.text()),
            Cell::Names => self.names(table, group),
        }
    }
}

impl<W: Write> Prose for Lines<'_, W> {
    fn sentence(&mut self, sentence: &[Piece<'_>]) -> Result {
        sentence.iter().try_for_each(|piece| match piece {
            Piece::Nothing => Ok(()),
            Piece::Text(text) | Piece::Strong(text) => self.text(&text.text()),
            Piece::Provider(provider) => self.text(provider.title),
            Piece::Code(text) => self.text(&text.text()),
            Piece::Link(text, address) => {
                let text = text.text();
                self.text(&text)?;
                if !address.is_said_by(&text) {
                    self.text(" (")?;
                    self.text(address.as_str())?;
                    self.text(")")?;
                }
                Ok(())
            }
            Piece::Marked(text) => pieces(text).try_for_each(|piece| self.sentence(&[piece])),
        })
    }

    fn text(&mut self, text: &str) -> Result {
        for c in text.chars() {
            if is_break(c) {
                self.end_word()?;
                self.has_space = true;
            } else if width(c) == 2 {
                // Chinese and Japanese have no spaces: a line may be broken at every character.
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

    fn code(&mut self, text: &str) -> Result {
        self.text(text)
    }
}

impl<W: Write> Lines<'_, W> {
    fn end_word(&mut self) -> Result {
        if self.word.is_empty() {
            return Ok(());
        }
        let length: usize = self.word.chars().map(width).sum();
        let space = usize::from(self.has_space);
        if self.column > self.indent && self.column + space + length > WIDTH {
            self.end_written_line()?;
        }
        if self.column == 0 {
            self.fill_to(self.indent)?;
        } else if self.has_space && self.column > self.indent {
            self.out.write_char(' ')?;
            self.column += 1;
        }
        self.out.write_str(&self.word)?;
        self.column += length;
        self.word.clear();
        self.has_space = false;
        Ok(())
    }

    fn fill_to(&mut self, column: usize) -> Result {
        for _ in self.column..column {
            self.out.write_char(' ')?;
        }
        self.column = self.column.max(column);
        self.has_space = false;
        Ok(())
    }

    fn end_line(&mut self) -> Result {
        self.end_word()?;
        self.has_space = false;
        self.end_written_line()
    }

    fn end_written_line(&mut self) -> Result {
        self.longest = self.longest.max(self.column);
        self.column = 0;
        self.out.write_char('\n')
    }

    /// Ends the heading and underlines it.
    fn underline(&mut self, mark: &str) -> Result {
        self.end_line()?;
        for _ in 0..self.longest {
            self.out.write_str(mark)?;
        }
        self.out.write_char('\n')
    }
}

/// Whether a line may be broken at this character: at white space, but not at no-break spaces.
fn is_break(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}')
}

/// The approximate width of a character in a terminal.
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
