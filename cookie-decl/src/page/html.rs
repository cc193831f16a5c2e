//! The page in HTML, written as it is told. What is markup is `&'static str` and passes through [`Html::markup`], the
//! library's own texts are written as they are, as nothing in them has a meaning to HTML (which is tested); all else is
//! escaped.

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
pub(super) fn page<W: Write>(page: &Page<'_>, out: &mut W) -> Result {
    let source = Source::new(page);
    let mut html = Html::new(&source, out);
    html.markup("<!DOCTYPE html>\n<html")?;
    html.language_attributes()?;
    html.markup(">\n<head>\n<meta charset=\"utf-8\">\n")?;
    html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")?;
    html.as_said(source.title())?;
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
    let mut html = Html { summary, ..Html::new(&source, out) };
    html.markup("<article class=\"cookie-policy\"")?;
    html.language_attributes()?;
    html.markup(">\n")?;
    html.content()?;
    html.markup("</article>\n")
}

struct Html<'s, W> {
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
    summary: &'s str,
    out: &'s mut W,
}

impl<'s, W: Write> Html<'s, W> {
    fn new(source: &'s Source<'s>, out: &'s mut W) -> Self {
        let (language, built_in) = (source.language.tag, source.language.texts.language);
        let direction = texts::direction(language);
        Self {
            source,
            level: source.page.heading_level,
            built_in: (!texts::is_same_language(language, built_in)).then_some(built_in),
            language,
            direction,
            built_in_direction: if language == built_in { direction } else { texts::direction(built_in) },
            summary: "",
            out,
        }
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
        self.as_said(updated.label)?;
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
                self.as_said(text)?;
                self.markup("</a>")
            }
        })
    }

    fn said(&mut self, text: Said<'_>) -> Result {
        let (language, is_known) = match text {
            Said::Site(_) => (self.source.language.tag, false),
            // What the library says is written as its language is.
            Said::BuiltIn(_) => (self.source.language.texts.language, self.direction == self.built_in_direction),
        };
        if self.built_in.is_some() && language != self.language {
            return self.foreign(language, |html| html.as_said(text));
        }
        // A name in another script keeps its brackets and full stops on the side where they belong.
        if !is_known && is_written_against(text.words(), self.direction) {
            self.markup("<bdi>")?;
            self.as_said(text)?;
            return self.markup("</bdi>");
        }
        self.as_said(text)
    }

    fn as_said(&mut self, text: Said<'_>) -> Result {
        match text {
            Said::Site(text) => self.text(text),
            // What is the library's own has nothing to escape.
            Said::BuiltIn(words @ (Words::Plain(_) | Words::Duration(..) | Words::Date(..))) => words.write(self.out),
            Said::BuiltIn(words) => self.words(words),
        }
    }

    /// A part in another language than what is around it.
    fn foreign(&mut self, language: &'static str, content: impl FnOnce(&mut Self) -> Result) -> Result {
        let around = mem::replace(&mut self.language, language);
        let direction = mem::replace(&mut self.direction, texts::direction(language));
        self.markup("<span")?;
        self.language_attributes()?;
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

    fn language_attributes(&mut self) -> Result {
        self.markup(" lang=\"")?;
        self.text(self.language)?;
        self.markup("\" dir=\"")?;
        self.markup(self.direction.as_str())?;
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

impl<'s, W: Write> Sink<'s> for Html<'s, W> {
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

/// Whether a text is written in the other direction, all of it.
#[inline]
fn is_written_against(words: Words<'_>, direction: Direction) -> bool {
    let mut letters = Letters { direction, are_against: false };
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
            self.are_against = texts::direction_of(letter) != self.direction;
            if !self.are_against {
                return Err(fmt::Error);
            }
        }
        Ok(())
    }
}

/// Escapes what is written to it.
struct Escaped<'o, W>(&'o mut W);

impl<W: Write> Write for Escaped<'_, W> {
    fn write_str(&mut self, text: &str) -> Result {
        escape_text(text, self.0)
    }
}

/// The same for a name, with a place to break it after each of its joints.
struct Joints<'o, W> {
    out: &'o mut W,
    is_long: bool,
    /// Whether what was written last is a joint.
    is_after: bool,
}

impl<W: Write> Write for Joints<'_, W> {
    fn write_str(&mut self, text: &str) -> Result {
        let is_harmless = suspect(text.as_bytes()).is_none();
        let is_joint = |byte: &u8| matches!(byte, b'_' | b'.' | b'-' | b' ');
        let mut rest = text;
        while !rest.is_empty() {
            if mem::take(&mut self.is_after) {
                self.out.write_str("<wbr>")?;
            }
            let mut part = rest;
            if self.is_long
                && let Some(joint) = rest.as_bytes().iter().position(is_joint)
            {
                part = &rest[..=joint];
                self.is_after = true;
            }
            if is_harmless {
                self.out.write_str(part)?;
            } else {
                escape_text(part, self.out)?;
            }
            rest = &rest[part.len()..];
        }
        Ok(())
    }
}

/// Text, in an element or in a quoted attribute. What HTML does not allow even as a reference is replaced.
#[inline]
pub(crate) fn escape_text<W: Write>(text: &str, out: &mut W) -> Result {
    match suspect(text.as_bytes()) {
        Some(at) => replace(text, at, out),
        None => out.write_str(text),
    }
}

/// Writes a text of which so much needs no look.
fn replace<W: Write>(text: &str, at: usize, out: &mut W) -> Result {
    let (mut written, mut at) = (0, at);
    while let Some(c) = text[at..].chars().next() {
        let end = at + c.len_utf8();
        if let Some(replacement) = replacement(c) {
            out.write_str(&text[written..at])?;
            out.write_str(replacement)?;
            written = end;
        }
        at = end + suspect(&text.as_bytes()[end..]).unwrap_or(text.len() - end);
    }
    out.write_str(&text[written..])
}

/// Where the first character begins that may have a [`replacement`].
#[inline]
fn suspect(bytes: &[u8]) -> Option<usize> {
    match bytes.len() {
        0..8 => bytes.iter().position(|byte| SUSPICIONS[usize::from(*byte)] != 0),
        8..16 => {
            // The first eight bytes and the last, some of them twice.
            let (first, last) = (bytes.first_chunk::<8>()?, bytes.last_chunk::<8>()?);
            let mut chunk = [0; 16];
            chunk[..8].copy_from_slice(first);
            chunk[8..].copy_from_slice(last);
            in_chunk(&chunk).map(|at| if at < 8 { at } else { at + bytes.len() - 16 })
        }
        _ => in_chunks(bytes),
    }
}

fn in_chunks(bytes: &[u8]) -> Option<usize> {
    let mut start = 0;
    while let Some(chunk) = bytes[start..].first_chunk() {
        if let Some(at) = in_chunk(chunk) {
            return Some(start + at);
        }
        if start + 16 == bytes.len() {
            return None;
        }
        // The last chunk may begin in the one before.
        start = (start + 16).min(bytes.len() - 16);
    }
    None
}

/// The bytes of a chunk are looked at side by side, which takes hardly longer than one of them.
#[inline]
fn in_chunk(chunk: &[u8; 16]) -> Option<usize> {
    let mut suspects = [0; 16];
    for (suspect, byte) in suspects.iter_mut().zip(chunk) {
        *suspect = suspicion(*byte);
    }
    (suspects != [0; 16]).then(|| u128::from_le_bytes(suspects).trailing_zeros() as usize / 8)
}

/// Not 0 if a character that begins with this byte may have a replacement: of those beyond ASCII the second row of
/// Latin-1, the last rows of the basic plane, and the other planes.
// Numbers, as truths would become branches. `|` stands for the bit in which `&` and `'`, or `<` and `>`, differ.
const fn suspicion(byte: u8) -> u8 {
    let markup = (byte == b'"') as u8 | (byte | 1 == b'\'') as u8 | (byte | 2 == b'>') as u8;
    let control = (byte < 0x20) as u8 | (byte == 0x7F) as u8 | (byte == 0xC2) as u8;
    markup | control | (byte >= 0xEF) as u8
}

/// The same of each byte, for those that are looked at alone.
static SUSPICIONS: [u8; 256] = {
    let (mut suspicions, mut byte) = ([0; 256], 0_u8);
    loop {
        suspicions[byte as usize] = suspicion(byte);
        match byte.checked_add(1) {
            Some(next) => byte = next,
            None => break suspicions,
        }
    }
};

#[inline]
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
