//! The page in HTML, written as it is told. What is markup is `&'static str` and passes through [`Html::markup`]; all
//! else is escaped.

use core::fmt::{self, Result, Write};
use core::mem;

use super::contents::{CHOICE, Head, Sink, Source, Updated};
use super::document::{Address, Direction};
use super::rows::{Cell, Group, Name, Table};
use super::words::{Piece, Said, Words};
use super::{Page, is_unprintable, texts};
use crate::Declaration;

/// Names up to this many characters fit on a line everywhere.
const UNBROKEN: usize = 8;

/// A complete document.
pub(super) fn page<W: Write + ?Sized>(page: &Page<'_>, out: &mut W) -> Result {
    let source = Source::new(page);
    let mut html = Html::new(&source, out);
    html.markup("<!DOCTYPE html>\n<html")?;
    html.language_attributes(source.language.tag)?;
    html.markup(">\n<head>\n<meta charset=\"utf-8\">\n")?;
    html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")?;
    html.words(source.title().words())?;
    html.markup("</title>\n")?;
    if let Some(address) = page.stylesheet.as_deref().and_then(Address::new) {
        html.markup("<link rel=\"stylesheet\" href=\"")?;
        html.text(address.as_str())?;
        html.markup("\">\n")?;
    }
    html.markup("</head>\n<body>\n<main class=\"cookie-policy\">\n")?;
    html.content()?;
    html.markup("</main>\n</body>\n</html>\n")
}

/// An article, to stand in somebody else's document.
///
/// The summary is HTML about this visitor, for the section about choosing.
pub(super) fn fragment<W: Write + ?Sized>(page: &Page<'_>, out: &mut W) -> Result {
    let source = Source::new(page);
    let summary = page.summary.as_deref().unwrap_or_default();
    let mut html = Html { summary, ..Html::new(&source, out) };
    html.markup("<article class=\"cookie-policy\"")?;
    html.language_attributes(source.language.tag)?;
    html.markup(">\n")?;
    html.content()?;
    html.markup("</article>\n")
}

struct Html<'s, W: ?Sized> {
    source: &'s Source<'s>,
    /// The level of the heading of what is being written.
    level: u8,
    /// The language of the built-in texts, where it is another than that of the page.
    built_in: Option<&'static str>,
    /// The language of what is being written, and its direction.
    language: &'static str,
    direction: Direction,
    summary: &'s str,
    out: &'s mut W,
}

impl<'s, W: Write + ?Sized> Html<'s, W> {
    fn new(source: &'s Source<'s>, out: &'s mut W) -> Self {
        let (language, built_in) = (source.language.tag, source.language.texts.language);
        let built_in = (!texts::is_same_language(language, built_in)).then_some(built_in);
        let direction = texts::direction(language);
        Self { source, level: source.page.heading_level, built_in, language, direction, summary: "", out }
    }

    fn content(&mut self) -> Result {
        let source = self.source;
        self.heading_tag("<h")?;
        self.markup(">")?;
        self.said(source.title())?;
        self.heading_tag("</h")?;
        self.markup(">\n")?;
        source.introduction().try_for_each(|text| self.paragraph(&[Piece::Text(text)]))?;
        source.sections(self)?;
        if let Some(updated) = source.last_updated() {
            self.markup("<p>")?;
            match self.built_in {
                Some(language) => self.foreign(language, |html| html.last_updated(&updated))?,
                None => self.last_updated(&updated)?,
            }
            self.markup("</p>\n")?;
        }
        Ok(())
    }

    fn last_updated(&mut self, updated: &Updated<'_>) -> Result {
        self.words(updated.label.words())?;
        let Some(iso) = updated.iso else { return self.said(updated.date) };
        self.markup("<time datetime=\"")?;
        self.text(iso)?;
        self.markup("\">")?;
        self.said(updated.date)?;
        self.markup("</time>")
    }

    fn row(&mut self, table: &Table<'_, 's>, group: Group) -> Result {
        self.markup("<tr>\n")?;
        for column in table.columns() {
            match table.cell(&group[0], column) {
                Cell::Empty => self.markup("<td>–</td>\n")?,
                Cell::Names => {
                    self.markup("<th scope=\"row\">")?;
                    for (index, name) in group.iter().enumerate() {
                        if index > 0 {
                            self.markup("<br>")?;
                        }
                        self.name(table, name)?;
                    }
                    self.markup("</th>\n")?;
                }
                Cell::Text(text) => {
                    self.markup("<td>")?;
                    self.said(text)?;
                    self.markup("</td>\n")?;
                }
                Cell::Code(text) => {
                    self.markup("<td>")?;
                    self.code(text)?;
                    self.markup("</td>\n")?;
                }
            }
        }
        self.markup("</tr>\n")
    }

    fn name(&mut self, table: &Table<'_, 's>, name: &'static Declaration) -> Result {
        match table.name(name) {
            Name::Any(phrase) => self.sentence(&phrase),
            Name::Printed(printed) => {
                self.code(printed)?;
                table.scope(name).map_or(Ok(()), |scope| self.sentence(scope.as_flattened()))
            }
        }
    }

    /// A sentence that the library makes is marked as a whole: pieces that were isolated from each other would lose
    /// their order where the page is written from right to left.
    fn sentence(&mut self, pieces: &[Piece<'_>]) -> Result {
        let is_built_in = |piece: &Piece<'_>| matches!(piece, Piece::Text(Said::BuiltIn(_)));
        match self.built_in {
            Some(language) if pieces.iter().any(is_built_in) => self.foreign(language, |html| html.pieces(pieces)),
            _ => self.pieces(pieces),
        }
    }

    fn pieces(&mut self, pieces: &[Piece<'_>]) -> Result {
        pieces.iter().try_for_each(|piece| match *piece {
            Piece::Nothing => Ok(()),
            Piece::Text(text) => self.said(text),
            Piece::Strong(text) => {
                self.markup("<strong>")?;
                self.said(text)?;
                self.markup("</strong>")
            }
            Piece::Code(text) => self.code(text),
            Piece::Link(text, address) => {
                self.markup("<a href=\"")?;
                self.text(address.as_str())?;
                // An address is written from left to right wherever it stands.
                self.markup(if matches!(text, Said::Site(_)) { "\" dir=\"ltr\">" } else { "\">" })?;
                self.words(text.words())?;
                self.markup("</a>")
            }
        })
    }

    fn said(&mut self, text: Said<'_>) -> Result {
        let language = match text {
            Said::Site(_) => self.source.language.tag,
            Said::BuiltIn(_) => self.source.language.texts.language,
        };
        let words = text.words();
        if self.built_in.is_some() && language != self.language {
            return self.foreign(language, |html| html.words(words));
        }
        // A name in another script keeps its brackets and full stops on the side where they belong.
        if texts::is_written_against(words, self.direction) {
            self.markup("<bdi>")?;
            self.words(words)?;
            return self.markup("</bdi>");
        }
        self.words(words)
    }

    /// A part in another language than what is around it.
    fn foreign(&mut self, language: &'static str, content: impl FnOnce(&mut Self) -> Result) -> Result {
        let around = mem::replace(&mut self.language, language);
        let direction = mem::replace(&mut self.direction, texts::direction(language));
        self.markup("<span")?;
        self.language_attributes(language)?;
        self.markup(">")?;
        content(self)?;
        (self.language, self.direction) = (around, direction);
        self.markup("</span>")
    }

    /// A name, which stays left to right. A long one can be broken where it has its joints: a phone is narrow.
    fn code(&mut self, name: Words<'_>) -> Result {
        self.markup("<code dir=\"ltr\">")?;
        let is_long = name.is_longer_than(UNBROKEN);
        name.write(&mut Joints { out: self.out, is_long, is_after: false })?;
        self.markup("</code>")
    }

    fn heading_tag(&mut self, start: &'static str) -> Result {
        self.markup(start)?;
        self.markup(["1", "2", "3", "4", "5", "6"][usize::from(self.level.clamp(1, 6) - 1)])
    }

    fn language_attributes(&mut self, tag: &str) -> Result {
        self.markup(" lang=\"")?;
        self.text(tag)?;
        self.markup("\" dir=\"")?;
        self.markup(texts::direction(tag).as_str())?;
        self.markup("\"")
    }

    fn markup(&mut self, markup: &'static str) -> Result {
        self.out.write_str(markup)
    }

    fn text(&mut self, text: &str) -> Result {
        escape_text(text, self.out)
    }

    fn words(&mut self, words: Words<'_>) -> Result {
        words.write(&mut Escaped(self.out))
    }
}

impl<'s, W: Write + ?Sized> Sink<'s> for Html<'s, W> {
    type Error = fmt::Error;

    fn section(&mut self, head: &Head<'_, 's>, content: impl FnOnce(&mut Self) -> Result) -> Result {
        self.level += 1;
        let end = if head.heading.is_empty() {
            self.markup("<div id=\"")?;
            self.words(head.id)?;
            self.markup("\">\n")?;
            "</div>\n"
        } else {
            self.markup("<section aria-labelledby=\"")?;
            self.words(head.id)?;
            self.markup("\">\n")?;
            self.heading_tag("<h")?;
            self.markup(" id=\"")?;
            self.words(head.id)?;
            self.markup("\">")?;
            self.sentence(head.heading)?;
            self.heading_tag("</h")?;
            self.markup(">\n")?;
            "</section>\n"
        };
        content(self)?;
        if matches!(head.id, Words::Plain(CHOICE)) {
            self.out.write_str(self.summary)?;
        }
        self.level -= 1;
        self.markup(end)
    }

    fn paragraph(&mut self, content: &[Piece<'s>]) -> Result {
        self.markup("<p>")?;
        self.sentence(content)?;
        self.markup("</p>\n")
    }

    fn list<const N: usize>(&mut self, mut items: impl Iterator<Item = [[Piece<'s>; 3]; N]>) -> Result {
        self.markup("<ul>\n")?;
        items.try_for_each(|item| {
            self.markup("<li>")?;
            self.sentence(item.as_flattened())?;
            self.markup("</li>\n")
        })?;
        self.markup("</ul>\n")
    }

    fn table(&mut self, table: &Table<'_, 's>) -> Result {
        // Where it is wider than the window it scrolls by itself, with the keyboard as well.
        self.markup("<div class=\"cookie-table\" role=\"group\" tabindex=\"0\" aria-labelledby=\"")?;
        self.words(table.id())?;
        self.markup("\">\n<table>\n<caption>")?;
        self.sentence(&table.caption())?;
        self.markup("</caption>\n<thead>\n<tr>\n")?;
        for (_, title) in table.titles() {
            self.markup("<th scope=\"col\">")?;
            self.said(title)?;
            self.markup("</th>\n")?;
        }
        self.markup("</tr>\n</thead>\n<tbody>\n")?;
        table.groups().try_for_each(|group| self.row(table, group))?;
        self.markup("</tbody>\n</table>\n</div>\n")
    }
}

/// Escapes what is written to it.
struct Escaped<'o, W: ?Sized>(&'o mut W);

impl<W: Write + ?Sized> Write for Escaped<'_, W> {
    fn write_str(&mut self, text: &str) -> Result {
        escape_text(text, self.0)
    }
}

/// The same for a name, with a place to break it after each of its joints.
struct Joints<'o, W: ?Sized> {
    out: &'o mut W,
    is_long: bool,
    /// Whether what was written last is a joint.
    is_after: bool,
}

impl<W: Write + ?Sized> Write for Joints<'_, W> {
    fn write_str(&mut self, text: &str) -> Result {
        let is_joint = |c| matches!(c, '_' | '.' | '-' | ' ');
        if !self.is_long {
            return escape_text(text, self.out);
        }
        for part in text.split_inclusive(is_joint) {
            if self.is_after {
                self.out.write_str("<wbr>")?;
            }
            escape_text(part, self.out)?;
            self.is_after = part.ends_with(is_joint);
        }
        Ok(())
    }
}

/// Text, in an element or in a quoted attribute. What HTML does not allow even as a reference is replaced.
pub(crate) fn escape_text<W: Write + ?Sized>(text: &str, out: &mut W) -> Result {
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
