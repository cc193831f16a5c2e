//! The page in HTML. What is markup is `&'static str` and passes through [`Html::markup`]; all else is escaped.

use core::fmt::{Result, Write};
use core::mem;

use super::contents::CHOICE;
use super::document::{Block, Cell, Document, Href, Inline, LastUpdated, Name, Row, Section, Table, Text};
use super::{is_unprintable, texts};

/// Names up to this many characters fit on a line everywhere.
const UNBROKEN: usize = 8;

/// A complete document.
pub(super) fn page(document: &Document<'_>, level: u8, stylesheet: Option<&Href<'_>>, out: &mut impl Write) -> Result {
    let mut html = Html::new(document, level, out);
    html.markup("<!DOCTYPE html>\n<html")?;
    html.language_attributes(&document.language)?;
    html.markup(">\n<head>\n<meta charset=\"utf-8\">\n")?;
    html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")?;
    html.text(document.title.as_str())?;
    html.markup("</title>\n")?;
    if let Some(href) = stylesheet {
        html.markup("<link rel=\"stylesheet\"")?;
        html.attribute(" href=\"", href.as_str())?;
        html.markup(">\n")?;
    }
    html.markup("</head>\n<body>\n<main class=\"cookie-policy\">\n")?;
    html.document()?;
    html.markup("</main>\n</body>\n</html>\n")
}

/// An article, to stand in somebody else's document.
///
/// `summary` is HTML about this visitor, for the section about choosing.
pub(super) fn fragment<'d>(document: &'d Document<'d>, level: u8, summary: &'d str, out: &'d mut impl Write) -> Result {
    let mut html = Html { summary, ..Html::new(document, level, out) };
    html.markup("<article class=\"cookie-policy\"")?;
    html.language_attributes(&document.language)?;
    html.markup(">\n")?;
    html.document()?;
    html.markup("</article>\n")
}

struct Html<'d, W> {
    document: &'d Document<'d>,
    /// The level of the title.
    level: u8,
    /// The language of the built-in texts, where it is another than that of the page.
    built_in: Option<&'d str>,
    /// The language of what is being written.
    language: &'d str,
    summary: &'d str,
    out: &'d mut W,
}

impl<'d, W: Write> Html<'d, W> {
    fn new(document: &'d Document<'d>, level: u8, out: &'d mut W) -> Self {
        let is_same = texts::is_same_language(&document.language, &document.built_in_language);
        let built_in = (!is_same).then_some(&*document.built_in_language);
        Self { document, level, built_in, language: &document.language, summary: "", out }
    }

    fn document(&mut self) -> Result {
        let document = self.document;
        self.heading_tag("<h", 0)?;
        self.markup(">")?;
        self.piece(&document.title)?;
        self.heading_tag("</h", 0)?;
        self.markup(">\n")?;
        for paragraph in &document.introduction {
            self.markup("<p>")?;
            self.piece(paragraph)?;
            self.markup("</p>\n")?;
        }
        self.sections(&document.sections, 1)?;
        if let Some(updated) = &document.last_updated {
            self.markup("<p>")?;
            match self.built_in {
                Some(language) => self.foreign(language, |html| html.last_updated(updated))?,
                None => self.last_updated(updated)?,
            }
            self.markup("</p>\n")?;
        }
        Ok(())
    }

    fn last_updated(&mut self, updated: &LastUpdated<'_>) -> Result {
        self.text(updated.label.as_str())?;
        let Some(iso) = &updated.iso else { return self.piece(&updated.date) };
        self.markup("<time")?;
        self.attribute(" datetime=\"", iso)?;
        self.markup(">")?;
        self.piece(&updated.date)?;
        self.markup("</time>")
    }

    fn sections(&mut self, sections: &[Section<'_>], depth: u8) -> Result {
        for section in sections {
            if section.heading.is_empty() {
                self.markup("<div")?;
                self.attribute(" id=\"", &section.id)?;
                self.markup(">\n")?;
            } else {
                self.markup("<section")?;
                self.attribute(" aria-labelledby=\"", &section.id)?;
                self.markup(">\n")?;
                self.heading_tag("<h", depth)?;
                self.attribute(" id=\"", &section.id)?;
                self.markup(">")?;
                self.sentence(&section.heading)?;
                self.heading_tag("</h", depth)?;
                self.markup(">\n")?;
            }
            for block in &section.blocks {
                self.block(block, section)?;
            }
            if section.id == CHOICE {
                self.out.write_str(self.summary)?;
            }
            self.sections(&section.sections, depth + 1)?;
            self.markup(if section.heading.is_empty() { "</div>\n" } else { "</section>\n" })?;
        }
        Ok(())
    }

    fn block(&mut self, block: &Block<'_>, section: &Section<'_>) -> Result {
        match block {
            Block::Paragraph { content } => {
                self.markup("<p>")?;
                self.sentence(content)?;
                self.markup("</p>\n")
            }
            Block::List { items } => {
                self.markup("<ul>\n")?;
                for item in items {
                    self.markup("<li>")?;
                    self.sentence(item)?;
                    self.markup("</li>\n")?;
                }
                self.markup("</ul>\n")
            }
            Block::Table(table) => {
                // Where it is wider than the window it scrolls by itself, with the keyboard as well.
                self.markup("<div class=\"cookie-table\" role=\"group\" tabindex=\"0\"")?;
                self.attribute(" aria-labelledby=\"", &section.id)?;
                self.markup(">\n")?;
                self.table(table)?;
                self.markup("</div>\n")
            }
        }
    }

    fn table(&mut self, table: &Table<'_>) -> Result {
        self.markup("<table>\n<caption>")?;
        self.sentence(&table.caption)?;
        self.markup("</caption>\n<thead>\n<tr>\n")?;
        for column in &table.columns {
            self.markup("<th scope=\"col\">")?;
            self.piece(&column.title)?;
            self.markup("</th>\n")?;
        }
        self.markup("</tr>\n</thead>\n<tbody>\n")?;
        for row in &table.rows {
            self.markup("<tr>\n")?;
            for cell in &row.cells {
                self.cell(row, cell)?;
            }
            self.markup("</tr>\n")?;
        }
        self.markup("</tbody>\n</table>\n")
    }

    fn cell(&mut self, row: &Row<'_>, cell: &Cell<'_>) -> Result {
        if *cell == Cell::Names {
            self.markup("<th scope=\"row\">")?;
            for (index, name) in row.names.iter().enumerate() {
                if index > 0 {
                    self.markup("<br>")?;
                }
                match name {
                    Name::Exact { name, scope } | Name::Pattern { printed: name, scope, .. } => {
                        self.code(name)?;
                        self.sentence(scope)?;
                    }
                    Name::Any { printed, .. } => self.sentence(printed)?,
                }
            }
            return self.markup("</th>\n");
        }
        self.markup("<td>")?;
        match cell {
            Cell::Empty | Cell::Names => self.markup("–")?,
            Cell::Text { text } => self.piece(text)?,
            Cell::Code { text } => self.code(text)?,
        }
        self.markup("</td>\n")
    }

    /// A sentence that the library makes is marked as a whole: pieces that were isolated from each other would lose
    /// their order where the page is written from right to left.
    fn sentence(&mut self, pieces: &[Inline<'_>]) -> Result {
        let is_built_in = |piece: &Inline<'_>| matches!(piece, Inline::Text { text: Text::BuiltIn(_) });
        match self.built_in {
            Some(language) if pieces.iter().any(is_built_in) => self.foreign(language, |html| html.pieces(pieces)),
            _ => self.pieces(pieces),
        }
    }

    fn pieces(&mut self, pieces: &[Inline<'_>]) -> Result {
        for piece in pieces {
            match piece {
                Inline::Text { text } => self.piece(text)?,
                Inline::Strong { text } => {
                    self.markup("<strong>")?;
                    self.piece(text)?;
                    self.markup("</strong>")?;
                }
                Inline::Code { text } => self.code(text)?,
                Inline::Link { text, href } => {
                    self.markup("<a")?;
                    self.attribute(" href=\"", href.as_str())?;
                    // An address is written from left to right wherever it stands.
                    self.markup(if matches!(text, Text::Site(_)) { " dir=\"ltr\">" } else { ">" })?;
                    self.text(text.as_str())?;
                    self.markup("</a>")?;
                }
            }
        }
        Ok(())
    }

    fn piece(&mut self, text: &Text<'_>) -> Result {
        let language = match text {
            Text::Site(_) => &self.document.language,
            Text::BuiltIn(_) => &self.document.built_in_language,
        };
        if self.built_in.is_none() || *language == self.language {
            // A name in another script keeps its brackets and full stops on the side where they belong.
            if texts::is_written_against(text.as_str(), texts::direction(self.language)) {
                self.markup("<bdi>")?;
                self.text(text.as_str())?;
                return self.markup("</bdi>");
            }
            return self.text(text.as_str());
        }
        self.foreign(language, |html| html.text(text.as_str()))
    }

    /// A part in another language than what is around it.
    fn foreign(&mut self, language: &'d str, content: impl FnOnce(&mut Self) -> Result) -> Result {
        let around = mem::replace(&mut self.language, language);
        self.markup("<span")?;
        self.language_attributes(language)?;
        self.markup(">")?;
        content(self)?;
        self.language = around;
        self.markup("</span>")
    }

    /// A name, which stays left to right. A long one can be broken where it has its joints: a phone is narrow.
    fn code(&mut self, text: &str) -> Result {
        self.markup("<code dir=\"ltr\">")?;
        let is_long = text.len() > UNBROKEN && text.chars().count() > UNBROKEN;
        let is_joint = |c| is_long && matches!(c, '_' | '.' | '-' | ' ');
        for (index, part) in text.split_inclusive(is_joint).enumerate() {
            if index > 0 {
                self.markup("<wbr>")?;
            }
            self.text(part)?;
        }
        self.markup("</code>")
    }

    fn heading_tag(&mut self, start: &'static str, depth: u8) -> Result {
        self.markup(start)?;
        self.markup(["1", "2", "3", "4", "5", "6"][usize::from((self.level + depth).clamp(1, 6) - 1)])
    }

    fn language_attributes(&mut self, tag: &str) -> Result {
        self.attribute(" lang=\"", tag)?;
        self.attribute(" dir=\"", texts::direction(tag).as_str())
    }

    fn attribute(&mut self, start: &'static str, value: &str) -> Result {
        self.markup(start)?;
        self.text(value)?;
        self.markup("\"")
    }

    fn markup(&mut self, markup: &'static str) -> Result {
        self.out.write_str(markup)
    }

    fn text(&mut self, text: &str) -> Result {
        escape_text(text, self.out)
    }
}

/// Text, in an element or in a quoted attribute. What HTML does not allow even as a reference is replaced.
pub(crate) fn escape_text(text: &str, out: &mut impl Write) -> Result {
    let mut rest = text;
    // What needs no look is passed over byte by byte, which is faster than character by character.
    while let Some(at) = rest.bytes().position(may_be_replaced)
        && let Some(c) = rest[at..].chars().next()
    {
        let end = at + c.len_utf8();
        match replacement(c) {
            Some(replacement) => {
                out.write_str(&rest[..at])?;
                out.write_str(replacement)?;
            }
            None => out.write_str(&rest[..end])?,
        }
        rest = &rest[end..];
    }
    out.write_str(rest)
}

/// Whether a character that begins with this byte may have a [`replacement`]: of those beyond ASCII the second row of
/// Latin-1, the last rows of the basic plane, and the other planes.
fn may_be_replaced(byte: u8) -> bool {
    matches!(byte, 0..=0x1F | b'&' | b'<' | b'>' | b'"' | b'\'' | 0x7F | 0xC2 | 0xEF | 0xF0..)
}

fn replacement(c: char) -> Option<&'static str> {
    match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\'' => Some("&#39;"),
        '\n' | '\t' => None,
        '\r' => Some("\n"),
        c if is_unprintable(c) => Some("\u{FFFD}"),
        _ => None,
    }
}
