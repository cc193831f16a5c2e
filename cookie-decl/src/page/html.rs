//! The page in HTML, written as it is told. What is markup is `&'static str` and passes through [`Printer::markup`], the
//! library's own texts are written as they are, as nothing in them has a meaning to HTML (which is tested); all else is
//! escaped.

use core::fmt::{self, Result, Write};
use core::mem;

use crate::html::Writer;
use crate::page::document::Address;
use crate::page::lazy_text::{LazyText, Piece, Sourced};
use crate::page::options::Page;
use crate::page::rows::{Cell, Name, Table};
use crate::page::sections::{CHOICE, Head, Sink};
use crate::page::source::{Group, Source, Updated};
use crate::table::declaration::Declaration;
use crate::texts::direction::{Direction, direction_of_language, direction_of_letter};
use crate::texts::matching::is_same_language;

/// Names up to this many characters fit on a line everywhere.
const UNBROKEN: usize = 8;

/// A complete document.
pub(super) fn page<W: Write>(page: &Page<'_>, out: &mut W) -> Result {
    let source = Source::new(page);
    let mut html = Printer::new(&source, out);
    html.markup("<!DOCTYPE html>\n<html")?;
    html.language_attributes()?;
    html.markup(">\n<head>\n<meta charset=\"utf-8\">\n")?;
    html.markup(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
    )?;
    html.as_said(&source.title())?;
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
pub(super) fn fragment<W: Write>(page: &Page<'_>, out: &mut W) -> Result {
    let source = Source::new(page);
    let summary = page.summary.as_deref().unwrap_or_default();
    let mut html = Printer {
        summary,
        ..Printer::new(&source, out)
    };
    html.markup("<article class=\"cookie-policy\"")?;
    html.language_attributes()?;
    html.markup(">\n")?;
    html.content()?;
    html.markup("</article>\n")
}

struct Printer<'s, W> {
    source: &'s Source<'s>,
    /// The level of the heading of what is being written.
    level: u8,
    /// The language of the built-in texts, where it is another than that of the page.
    built_in: Option<&'static str>,
    /// The language of what is being written, and its direction.
    language: &'static str,
    direction: Direction,
    /// That of the built-in texts.
    built_in_direction: Direction,
    /// Whether all of them are written from left to right, in one language.
    is_usual: bool,
    summary: &'s str,
    writer: Writer<&'s mut W>,
}

impl<'s, W: Write> Printer<'s, W> {
    fn new(source: &'s Source<'s>, out: &'s mut W) -> Self {
        let (language, built_in) = (source.language.tag, source.language.texts.language);
        let is_same = language == built_in;
        let direction = direction_of_language(language);
        let built_in_direction = if is_same {
            direction
        } else {
            direction_of_language(built_in)
        };
        let built_in = (!is_same && !is_same_language(language, built_in)).then_some(built_in);
        Self {
            source,
            level: source.page.heading_level,
            built_in,
            language,
            direction,
            built_in_direction,
            is_usual: built_in.is_none() && [direction, built_in_direction] == [Direction::Ltr; 2],
            summary: "",
            writer: Writer(out),
        }
    }

    fn content(&mut self) -> Result {
        let source = self.source;
        let [start, end] = self.heading_tags();
        self.markup(start)?;
        self.markup(">")?;
        self.said(&source.title())?;
        self.markup(end)?;
        source
            .introduction()
            .try_for_each(|text| self.paragraph(&[Piece::Text(text)]))?;
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
        self.as_said(&updated.label)?;
        let Some(iso) = updated.iso else {
            return self.said(&updated.date);
        };
        self.markup("<time datetime=\"")?;
        self.text(iso)?;
        self.markup("\">")?;
        self.said(&updated.date)?;
        self.markup("</time>")
    }

    fn row(&mut self, table: &Table<'_, 's>, group: Group) -> Result {
        self.markup("<tr>\n")?;
        for column in table.columns() {
            match &table.cell(&group[0], column) {
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
        match &table.name(name) {
            Name::Any(phrase) => self.sentence(phrase),
            Name::Printed(printed) => {
                self.code(printed)?;
                table
                    .scope(name)
                    .map_or(Ok(()), |scope| self.sentence(scope.as_flattened()))
            }
        }
    }

    /// A sentence that the library makes is marked as a whole: pieces that were isolated from each other would lose
    /// their order where the page is written from right to left.
    #[allow(
        clippy::inline_always,
        reason = "most callers know that it is one text"
    )]
    #[inline(always)]
    fn sentence(&mut self, pieces: &[Piece<'_>]) -> Result {
        let is_built_in = |piece: &Piece<'_>| matches!(piece, Piece::Text(Sourced::BuiltIn(_)));
        match (pieces, self.built_in) {
            ([Piece::Text(text)], _) => self.said(text),
            (_, Some(language)) if pieces.iter().any(is_built_in) => {
                self.foreign(language, |html| html.pieces(pieces))
            }
            _ => self.pieces(pieces),
        }
    }

    fn pieces(&mut self, pieces: &[Piece<'_>]) -> Result {
        pieces.iter().try_for_each(|piece| match piece {
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
                self.markup(if matches!(text, Sourced::Site(_)) {
                    "\" dir=\"ltr\">"
                } else {
                    "\">"
                })?;
                self.as_said(text)?;
                self.markup("</a>")
            }
        })
    }

    #[allow(
        clippy::inline_always,
        reason = "most callers know which of the three it is"
    )]
    #[inline(always)]
    fn said(&mut self, text: &Sourced<'_>) -> Result {
        match text {
            Sourced::BuiltIn(words @ (LazyText::Plain(_) | LazyText::Duration(..)))
                if self.is_usual =>
            {
                words.write(self.writer.0)
            }
            Sourced::Site(text) if self.is_usual && begins_plainly(text) => self.text(text),
            _ => self.marked(text),
        }
    }

    /// A text that may be in another language or direction than what is around it.
    #[inline(never)]
    fn marked(&mut self, text: &Sourced<'_>) -> Result {
        let is_built_in = matches!(text, Sourced::BuiltIn(_));
        if let Some(built_in) = self.built_in {
            let language = if is_built_in {
                built_in
            } else {
                self.source.language.tag
            };
            if language != self.language {
                return self.foreign(language, |html| html.as_said(text));
            }
        }
        // What the library says is written as its language is.
        let is_known = is_built_in && self.direction == self.built_in_direction;
        if !is_known && is_written_against(&text.lazy(), self.direction) {
            return self.isolated(text);
        }
        self.as_said(text)
    }

    /// A name in another script keeps its brackets and full stops on the side where they belong.
    #[inline(never)]
    fn isolated(&mut self, text: &Sourced<'_>) -> Result {
        self.markup("<bdi>")?;
        self.as_said(text)?;
        self.markup("</bdi>")
    }

    #[inline]
    fn as_said(&mut self, text: &Sourced<'_>) -> Result {
        match text {
            Sourced::Site(text) => self.text(text),
            Sourced::BuiltIn(words) => self.built_in(words),
        }
    }

    /// What is the library's own has nothing to escape.
    #[inline]
    fn built_in(&mut self, words: &LazyText<'_>) -> Result {
        match words {
            LazyText::Plain(_) | LazyText::Duration(..) | LazyText::Date(..) => {
                words.write(self.writer.0)
            }
            LazyText::Between([before, after], text) => {
                self.markup(before)?;
                self.text(text)?;
                self.markup(after)
            }
            words => self.words(words),
        }
    }

    /// A part in another language than what is around it.
    #[inline(never)]
    fn foreign(
        &mut self,
        language: &'static str,
        content: impl FnOnce(&mut Self) -> Result,
    ) -> Result {
        let around = mem::replace(&mut self.language, language);
        let direction = mem::replace(&mut self.direction, direction_of_language(language));
        self.markup("<span")?;
        self.language_attributes()?;
        self.markup(">")?;
        content(self)?;
        (self.language, self.direction) = (around, direction);
        self.markup("</span>")
    }

    /// A name, which stays left to right. A long one can be broken where it has its joints: a phone is narrow.
    fn code(&mut self, name: &LazyText<'_>) -> Result {
        self.markup("<code dir=\"ltr\">")?;
        if name.is_longer_than(UNBROKEN) {
            let joints = Joints {
                out: &mut *self.writer.0,
                is_after: false,
            };
            name.write(&mut Writer(joints).escaped())?;
        } else {
            self.words(name)?;
        }
        self.markup("</code>")
    }

    /// What a heading begins with, up to its attributes, and what it ends with.
    fn heading_tags(&self) -> [&'static str; 2] {
        match self.level {
            0 | 1 => ["<h1", "</h1>\n"],
            2 => ["<h2", "</h2>\n"],
            3 => ["<h3", "</h3>\n"],
            4 => ["<h4", "</h4>\n"],
            5 => ["<h5", "</h5>\n"],
            _ => ["<h6", "</h6>\n"],
        }
    }

    fn language_attributes(&mut self) -> Result {
        self.markup(" lang=\"")?;
        self.text(self.language)?;
        self.markup("\" dir=\"")?;
        self.markup(self.direction.as_str())?;
        self.markup("\"")
    }

    fn markup(&mut self, markup: &'static str) -> Result {
        self.writer.markup(markup)
    }

    fn text(&mut self, text: &str) -> Result {
        self.writer.text(text)
    }

    fn words(&mut self, words: &LazyText<'_>) -> Result {
        words.write(&mut self.writer.escaped())
    }
}

impl<'s, W: Write> Sink<'s> for Printer<'s, W> {
    type Error = fmt::Error;

    fn section(
        &mut self,
        head: &Head<'_, 's>,
        content: impl FnOnce(&mut Self) -> Result,
    ) -> Result {
        self.level += 1;
        let end = if head.heading.is_empty() {
            self.markup("<div id=\"")?;
            self.built_in(&head.id)?;
            self.markup("\">\n")?;
            "</div>\n"
        } else {
            self.markup("<section aria-labelledby=\"")?;
            self.built_in(&head.id)?;
            self.markup("\">\n")?;
            let [start, end] = self.heading_tags();
            self.markup(start)?;
            self.markup(" id=\"")?;
            self.built_in(&head.id)?;
            self.markup("\">")?;
            self.sentence(head.heading)?;
            self.markup(end)?;
            "</section>\n"
        };
        content(self)?;
        if matches!(head.id, LazyText::Plain(CHOICE)) {
            self.writer.0.write_str(self.summary)?;
        }
        self.level -= 1;
        self.markup(end)
    }

    #[inline]
    fn paragraph(&mut self, content: &[Piece<'s>]) -> Result {
        self.markup("<p>")?;
        self.sentence(content)?;
        self.markup("</p>\n")
    }

    fn list<const N: usize>(
        &mut self,
        mut items: impl Iterator<Item = [[Piece<'s>; 3]; N]>,
    ) -> Result {
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
        self.markup(
            "<div class=\"cookie-table\" role=\"group\" tabindex=\"0\" aria-labelledby=\"",
        )?;
        self.built_in(&table.id())?;
        self.markup("\">\n<table>\n<caption>")?;
        self.sentence(&table.caption())?;
        self.markup("</caption>\n<thead>\n<tr>\n")?;
        for (_, ref title) in table.titles() {
            self.markup("<th scope=\"col\">")?;
            self.said(title)?;
            self.markup("</th>\n")?;
        }
        self.markup("</tr>\n</thead>\n<tbody>\n")?;
        table
            .groups()
            .try_for_each(|group| self.row(table, group))?;
        self.markup("</tbody>\n</table>\n</div>\n")
    }
}

/// Whether the first letter of a text is Latin, and stands at its very beginning.
#[inline]
fn begins_plainly(text: &str) -> bool {
    text.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)
}

/// Whether a text is written in the other direction, all of it.
#[inline]
fn is_written_against(words: &LazyText<'_>, direction: Direction) -> bool {
    let mut letters = Letters {
        direction,
        are_against: false,
    };
    words.write(&mut letters).is_ok() && letters.are_against
}

/// Looks at letters until one is not written against a direction.
struct Letters {
    direction: Direction,
    are_against: bool,
}

impl Write for Letters {
    #[inline]
    fn write_str(&mut self, text: &str) -> Result {
        for letter in text.chars().filter(|c| c.is_alphabetic()) {
            self.are_against = direction_of_letter(letter) != self.direction;
            if !self.are_against {
                return Err(fmt::Error);
            }
        }
        Ok(())
    }
}

/// Gives a name a place to break it after each of its joints.
struct Joints<'o, W> {
    out: &'o mut W,
    /// Whether what was written last is a joint.
    is_after: bool,
}

impl<W: Write> Write for Joints<'_, W> {
    fn write_str(&mut self, mut text: &str) -> Result {
        let is_joint = |byte: &u8| matches!(byte, b'_' | b'.' | b'-' | b' ');
        while !text.is_empty() {
            if mem::take(&mut self.is_after) {
                self.out.write_str("<wbr>")?;
            }
            let joint = text.as_bytes().iter().position(is_joint);
            self.is_after = joint.is_some();
            let (part, rest) = text.split_at(joint.map_or(text.len(), |joint| joint + 1));
            self.out.write_str(part)?;
            text = rest;
        }
        Ok(())
    }
}
