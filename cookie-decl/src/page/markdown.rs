//! The page in GitHub Flavored Markdown, <https://github.github.com/gfm/>.

use core::fmt::{Error, Result, Write};
use core::ops::Range;

use crate::page::cells::Cell;
use crate::page::lazy_text::{Piece, Sourced, pieces};
use crate::page::options::Page;
use crate::page::rows::{Prose, Table};
use crate::page::sections::{Head, Sink};
use crate::page::source::{Group, Source};
use crate::table::column::Column;
use cookie_decl_core::markup::is_unprintable;

/// Writes the page.
pub(super) fn page(page: &Page<'_>, out: &mut impl Write) -> Result {
    let source = Source::new(page);
    let mut markdown = Markdown {
        out,
        level: page.heading_level,
        at_start: true,
    };
    markdown.marks()?;
    markdown.text(&source.title().text())?;
    if let Some(version) = source.version() {
        markdown.paragraph(&version)?;
    }
    if let Some(updated) = source.last_updated() {
        markdown.end_block()?;
        markdown.text(&updated.label.text())?;
        markdown.text(&updated.date.text())?;
    }
    source.introduction(&mut markdown)?;
    source.sections(&mut markdown)?;
    markdown.out.write_char('\n')
}

struct Markdown<'w, W> {
    out: &'w mut W,
    /// The heading level of the current section.
    level: u8,
    /// Whether the next character begins a block, where it could start a heading or a list, for
    /// example.
    at_start: bool,
}

impl<'a, W: Write> Sink<'a> for Markdown<'_, W> {
    type Error = Error;

    fn section(
        &mut self,
        head: &Head<'_, 'a>,
        content: impl FnOnce(&mut Self) -> Result,
    ) -> Result {
        self.level += 1;
        if !head.heading.is_empty() {
            self.end_block()?;
            self.marks()?;
            self.sentence(head.heading)?;
        }
        content(self)?;
        self.level -= 1;
        Ok(())
    }

    fn paragraph(&mut self, content: &[Piece<'a>]) -> Result {
        self.end_block()?;
        self.sentence(content)
    }

    fn heading(&mut self, content: &[Piece<'a>]) -> Result {
        self.end_block()?;
        self.level += 1;
        self.marks()?;
        self.level -= 1;
        self.sentence(content)
    }

    fn list<const N: usize>(&mut self, items: impl Iterator<Item = [[Piece<'a>; 3]; N]>) -> Result {
        self.end_block()?;
        for (index, item) in items.enumerate() {
            self.markup(if index > 0 { "\n- " } else { "- " })?;
            self.at_start = true;
            self.sentence(item.as_flattened())?;
        }
        Ok(())
    }

    fn table(&mut self, table: &Table<'_, 'a>) -> Result {
        self.end_block()?;
        for column in table.columns() {
            self.markup("| ")?;
            self.text(&column.title().text())?;
            self.markup(" ")?;
        }
        self.markup("|\n")?;
        for _ in table.columns() {
            self.markup("| --- ")?;
        }
        self.markup("|")?;
        for group in table.groups() {
            self.markup("\n")?;
            for column in table.columns() {
                self.markup("| ")?;
                self.cell(table, group, column.column)?;
                self.markup(" ")?;
            }
            self.markup("|")?;
        }
        Ok(())
    }
}

impl<W: Write> Markdown<'_, W> {
    /// Writes the marks of a heading.
    fn marks(&mut self) -> Result {
        let marks = "######";
        self.markup(&marks[..usize::from(self.level).clamp(1, marks.len())])?;
        self.markup(" ")
    }

    fn cell(&mut self, table: &Table<'_, '_>, group: Group, column: Column<'_>) -> Result {
        match table.source.cell(&group[0], column) {
            Cell::Empty => self.markup("–"),
            Cell::Text(text) => self.text(&text.text()),
            Cell::Both(both) => self.sentence(&both.pieces()),
            Cell::Marked(text) => self.sentence(&[Piece::Marked(text)]),
            Cell::Code(text) => self.code(&text.text()),
            Cell::Names => self.names(table, group),
        }
    }
}

impl<W: Write> Prose for Markdown<'_, W> {
    fn sentence(&mut self, sentence: &[Piece<'_>]) -> Result {
        sentence.iter().try_for_each(|piece| match piece {
            Piece::Nothing => Ok(()),
            Piece::Text(text) => self.text(&text.text()),
            Piece::Strong(text) => {
                self.markup("**")?;
                self.text(text.text().trim())?;
                self.markup("**")
            }
            Piece::Provider(provider) => {
                self.sentence(&[Piece::Strong(Sourced::Site(provider.title))])
            }
            Piece::Code(text) => self.code(&text.text()),
            // Parsers disagree whether `&amp;` between angle brackets is `&`.
            Piece::Link(text, address)
                if address.is_web()
                    && text.text() == address.as_str()
                    && !address.as_str().contains('&') =>
            {
                self.markup("<")?;
                self.out.write_str(address.as_str())?;
                self.markup(">")
            }
            Piece::Link(text, address) => {
                self.markup("[")?;
                self.text(&text.text())?;
                self.markup("](")?;
                self.address(address.as_str())?;
                self.markup(")")
            }
            Piece::Marked(text) => pieces(text).try_for_each(|piece| self.sentence(&[piece])),
        })
    }

    /// Writes a name as a code span, or as text if a code span cannot contain it.
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

    /// Writes text on one line, so that GitHub makes no links of the addresses in it. GitHub finds
    /// e-mail addresses after it has resolved escapes, so they are code spans.
    fn text(&mut self, text: &str) -> Result {
        let mut text = text;
        if self.at_start {
            // Spaces at the start of a block would indent it.
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
}

impl<W: Write> Markdown<'_, W> {
    /// Writes an [`Address`](crate::page::document::Address), which has no space, quote, pipe,
    /// angle bracket or backslash.
    fn address(&mut self, address: &str) -> Result {
        escape(address, self.out, |_, c| match c {
            '(' => Some("\\("),
            ')' => Some("\\)"),
            '&' => Some("&amp;"),
            _ => None,
        })
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

/// The range of the first e-mail address in a text.
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

/// Writes a text, replacing characters. `replacement` gets the index and the character.
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
