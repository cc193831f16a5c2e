//! Writes the page in HTML.
//!
//! Markup is `&'static str` and passes through [`Printer::markup`]. The built-in texts are written
//! as they are, because they contain nothing special to HTML, which a test checks. Everything else
//! is escaped, and so are the built-in texts if the site has replaced any.

use core::fmt::{self, Result, Write};
use core::mem;

use cookie_decl_core::markup::plain;

use crate::html::Writer;
use crate::page::cells::Cell;
use crate::page::columns::TitledColumn;
use crate::page::document::Address;
use crate::page::lazy_text::{LazyText, Piece, Sourced, pieces};
use crate::page::options::Page;
use crate::page::rows::{Name, Table};
use crate::page::sections::{CHOICE, Head, Sink};
use crate::page::source::{Group, Source, Updated};
use crate::table::column::Column;
use crate::table::declaration::Declaration;
use crate::texts::direction::{Direction, direction_of_language, direction_of_letter};
use crate::texts::matching::is_same_language;

/// The most columns that fit beside each other in a window that is wide enough for a table: one
/// with more is scrolled, also with the keyboard.
const FITTING: usize = 6;

/// How many providers the tables may link to.
const LINKED: usize = 1024;

/// Writes a complete document.
pub(super) fn page<W: Write>(page: &Page<'_>, out: &mut W) -> Result {
    let source = Source::new(page);
    let mut html = Printer::new(&source, out);
    html.markup("<!DOCTYPE html>\n<html")?;
    html.language_attributes()?;
    html.markup(">\n<head>\n<meta charset=\"utf-8\">\n")?;
    html.markup(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
    )?;
    html.unmarked(&source.title())?;
    html.markup("</title>\n")?;
    if let Some(address) = page.stylesheet.as_deref().and_then(Address::new) {
        html.markup("<link rel=\"stylesheet\" href=\"")?;
        html.text(address.as_str())?;
        html.markup("\">\n")?;
    } else {
        html.markup("<style>")?;
        html.markup(Page::STYLESHEET)?;
        html.markup("</style>\n")?;
    }
    html.markup("</head>\n<body class=\"cookie-page\">\n<main class=\"cookie-policy\">\n")?;
    html.content()?;
    html.markup("</main>\n</body>\n</html>\n")
}

/// Writes an article for the site's own document.
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
    /// The heading level of the current section.
    level: u8,
    /// The language of the built-in texts, if it differs from the page's.
    built_in: Option<&'static str>,
    /// The language of the current element.
    language: &'static str,
    /// The direction of the current element.
    direction: Direction,
    /// The direction of the built-in texts.
    built_in_direction: Direction,
    /// Whether the site has replaced built-in texts, so that they are escaped.
    is_reworded: bool,
    /// Whether all texts are in one language, from left to right: then few need to be examined.
    is_plain_ltr: bool,
    /// Which providers the tables have linked to, by number.
    linked: [u64; LINKED / 64],
    summary: &'s str,
    writer: Writer<&'s mut W>,
}

impl<'s, W: Write> Printer<'s, W> {
    fn new(source: &'s Source<'s>, out: &'s mut W) -> Self {
        let (language, built_in) = (source.language.tag, source.language.texts.language);
        let is_reworded = !source.language.texts.wording.is_empty();
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
            is_reworded,
            is_plain_ltr: built_in.is_none()
                && [direction, built_in_direction] == [Direction::Ltr; 2],
            linked: [0; LINKED / 64],
            summary: "",
            writer: Writer(out),
        }
    }

    fn content(&mut self) -> Result {
        let source = self.source;
        let [start, end] = self.heading_tags();
        self.markup(start)?;
        self.markup(">")?;
        self.sourced(&source.title())?;
        self.markup(end)?;
        if let Some(version) = source.version() {
            self.paragraph(&version)?;
        }
        if let Some(updated) = source.last_updated() {
            self.markup("<p>")?;
            match self.built_in {
                Some(language) => self.foreign(language, |html| html.last_updated(&updated))?,
                None => self.last_updated(&updated)?,
            }
            self.markup("</p>\n")?;
        }
        source.introduction(self)?;
        source.sections(self)
    }

    fn last_updated(&mut self, updated: &Updated<'_>) -> Result {
        self.unmarked(&updated.label)?;
        let Some(iso) = updated.iso else {
            return self.sourced(&updated.date);
        };
        self.markup("<time datetime=\"")?;
        self.text(iso)?;
        self.markup("\">")?;
        self.sourced(&updated.date)?;
        self.markup("</time>")
    }

    fn row(&mut self, table: &Table<'_, 's>, group: Group) -> Result {
        self.markup("<tr role=\"row\">\n")?;
        for titled in table.columns() {
            let cell = table.source.cell(&group[0], titled.column);
            if let Cell::Names = cell {
                self.markup("<th role=\"rowheader\" scope=\"row\" data-label=\"")?;
                self.label(titled)?;
                self.markup("\">")?;
                self.names(table, group)?;
                self.markup("</th>\n")?;
                continue;
            }
            self.markup("<td role=\"cell\" data-label=\"")?;
            self.label(titled)?;
            self.markup("\">")?;
            match &cell {
                Cell::Empty | Cell::Names => self.markup("–")?,
                Cell::Text(text) if titled.column == Column::Provider => {
                    self.provider(text, &group[0])?;
                }
                Cell::Text(text) => self.sourced(text)?,
                Cell::Both(both) => self.sentence(&both.pieces())?,
                Cell::Marked(text) => self.marked(text)?,
                Cell::Code(text) => self.code(text)?,
            }
            self.markup("</td>\n")?;
        }
        self.markup("</tr>\n")
    }

    /// Writes the title of a column for a cell.
    #[inline]
    fn label(&mut self, titled: &TitledColumn<'_>) -> Result {
        if titled.is_of_site || self.is_reworded {
            self.text(titled.title)
        } else {
            self.writer.0.write_str(titled.title)
        }
    }

    /// Writes the provider of a row. The first time it links to the list of providers.
    fn provider(&mut self, title: &Sourced<'_>, row: &'static Declaration) -> Result {
        let (number, bit) = (row.provider_number(), 1 << (row.provider_number() % 64));
        match (self.linked.get_mut(number / 64), row.provider()) {
            (Some(linked), Some(provider)) if *linked & bit == 0 => {
                *linked |= bit;
                self.markup("<a href=\"#cookie-provider-")?;
                self.text(provider.name)?;
                self.markup("\">")?;
                self.sourced(title)?;
                self.markup("</a>")
            }
            _ => self.sourced(title),
        }
    }

    /// Writes the names of a row one after the other: a line each would make long rows.
    fn names(&mut self, table: &Table<'_, 's>, group: Group) -> Result {
        for (index, name) in group.iter().enumerate() {
            if index > 0 {
                let separator = self.source.language.texts.ask.separator;
                self.built_in(&LazyText::Plain(separator))?;
            }
            self.name(table, name)?;
        }
        Ok(())
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

    /// Writes a sentence. A built-in sentence in another language is marked as a whole: pieces that
    /// are isolated from each other would lose their order in a page from right to left.
    #[allow(
        clippy::inline_always,
        reason = "most callers know that it is one text"
    )]
    #[inline(always)]
    fn sentence(&mut self, pieces: &[Piece<'_>]) -> Result {
        let is_built_in = |piece: &Piece<'_>| matches!(piece, Piece::Text(Sourced::BuiltIn(_)));
        match (pieces, self.built_in) {
            ([Piece::Text(text)], _) => self.sourced(text),
            ([Piece::Marked(text)], _) => self.marked(text),
            (_, Some(language)) if pieces.iter().any(is_built_in) => {
                self.foreign(language, |html| html.pieces(pieces))
            }
            _ => self.pieces(pieces),
        }
    }

    fn pieces(&mut self, pieces: &[Piece<'_>]) -> Result {
        pieces.iter().try_for_each(|piece| match piece {
            Piece::Nothing => Ok(()),
            Piece::Text(text) => self.sourced(text),
            Piece::Strong(text) => {
                self.markup("<strong>")?;
                self.sourced(text)?;
                self.markup("</strong>")
            }
            Piece::Provider(provider) => {
                self.markup("<strong id=\"cookie-provider-")?;
                self.text(provider.name)?;
                self.markup("\">")?;
                self.sourced(&Sourced::Site(provider.title))?;
                self.markup("</strong>")
            }
            Piece::Code(text) => self.code(text),
            Piece::Link(text, address) => self.link(text, *address),
            Piece::Marked(text) => self.marked(text),
        })
    }

    fn link(&mut self, text: &Sourced<'_>, address: Address<'_>) -> Result {
        self.markup("<a href=\"")?;
        self.text(address.as_str())?;
        // An address is written from left to right in every language.
        let is_address = matches!(text, Sourced::Site(text) if address.is_said_by(text));
        self.markup(if is_address { "\" dir=\"ltr\">" } else { "\">" })?;
        self.unmarked(text)?;
        self.markup("</a>")
    }

    /// Writes a text of the site with emphasis, names and links. It is in one language, and has one
    /// direction.
    #[inline(never)]
    fn marked(&mut self, text: &str) -> Result {
        self.mark_language_and_direction(&Sourced::Site(text), Self::spans)
    }

    fn spans(&mut self, text: &Sourced<'_>) -> Result {
        let text = text.text();
        pieces(&text).try_for_each(|piece| match piece {
            Piece::Text(text) => self.unmarked(&text),
            Piece::Strong(text) => {
                self.markup("<strong>")?;
                self.unmarked(&text)?;
                self.markup("</strong>")
            }
            piece => self.pieces(&[piece]),
        })
    }

    #[allow(
        clippy::inline_always,
        reason = "most callers know which of the three it is"
    )]
    #[inline(always)]
    fn sourced(&mut self, text: &Sourced<'_>) -> Result {
        match text {
            Sourced::BuiltIn(
                words @ (LazyText::Plain(_) | LazyText::Duration(..) | LazyText::Term(..)),
            ) if self.is_plain_ltr && !self.is_reworded => words.write(self.writer.0),
            Sourced::Site(text) if self.is_plain_ltr && begins_with_ascii_letter(text) => {
                self.text(text)
            }
            _ => self.mark_language_and_direction(text, Self::unmarked),
        }
    }

    /// Writes a text that may differ from its surroundings in language or direction.
    #[inline(never)]
    fn mark_language_and_direction(
        &mut self,
        text: &Sourced<'_>,
        content: fn(&mut Self, &Sourced<'_>) -> Result,
    ) -> Result {
        let is_built_in = matches!(text, Sourced::BuiltIn(_));
        if let Some(built_in) = self.built_in {
            let language = if is_built_in {
                built_in
            } else {
                self.source.language.tag
            };
            if language != self.language {
                return self.foreign(language, |html| content(html, text));
            }
        }
        // A built-in text has the direction of its language.
        let is_known = is_built_in && self.direction == self.built_in_direction;
        if !is_known && self.is_against_direction(text) {
            // Its brackets and full stops stay on their side.
            self.markup("<bdi>")?;
            content(self, text)?;
            return self.markup("</bdi>");
        }
        content(self, text)
    }

    /// Whether a text has letters, all of the other direction. Those of addresses do not count.
    #[inline]
    fn is_against_direction(&self, text: &Sourced<'_>) -> bool {
        let mut letters = Letters {
            direction: self.direction,
            are_against: false,
        };
        let read = match text {
            Sourced::Site(text) if self.source.table.has_markup => {
                plain(text).try_for_each(|words| letters.write_str(words))
            }
            text => text.lazy().write(&mut letters),
        };
        read.is_ok() && letters.are_against
    }

    #[inline]
    fn unmarked(&mut self, text: &Sourced<'_>) -> Result {
        match text {
            Sourced::Site(text) => self.text(text),
            Sourced::BuiltIn(words) => self.built_in(words),
        }
    }

    /// Writes a built-in text. Of one that the library has, only what is inserted is escaped.
    #[inline]
    fn built_in(&mut self, words: &LazyText<'_>) -> Result {
        match words {
            words if self.is_reworded => self.words(words),
            LazyText::Plain(_)
            | LazyText::Duration(..)
            | LazyText::Term(..)
            | LazyText::Date(..) => words.write(self.writer.0),
            LazyText::Between([before, after], text) => {
                self.markup(before)?;
                self.text(text)?;
                self.markup(after)
            }
            words => self.words(words),
        }
    }

    /// Writes a part in another language than its surroundings.
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

    /// Writes a name from left to right.
    fn code(&mut self, name: &LazyText<'_>) -> Result {
        self.markup("<code dir=\"ltr\">")?;
        self.words(name)?;
        self.markup("</code>")
    }

    /// The start of a heading's tag, without attributes, and its end tag.
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
            // Without a name of its own: a landmark would say the heading twice.
            self.markup("<section>\n")?;
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

    fn heading(&mut self, content: &[Piece<'s>]) -> Result {
        self.level += 1;
        let [start, end] = self.heading_tags();
        self.level -= 1;
        self.markup(start)?;
        self.markup(">")?;
        self.sentence(content)?;
        self.markup(end)
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

    /// Writes a table. Its roles stay when a narrow window shows each row as a card, where Safari
    /// would forget that it is a table.
    fn table(&mut self, table: &Table<'_, 's>) -> Result {
        self.markup("<div class=\"cookie-table\"")?;
        if table.columns().len() > FITTING {
            self.markup(" role=\"region\" tabindex=\"0\" aria-labelledby=\"")?;
            self.built_in(&table.id())?;
            self.markup("\"")?;
        }
        self.markup(">\n<table role=\"table\" aria-labelledby=\"")?;
        self.built_in(&table.id())?;
        self.markup("\">\n<thead role=\"rowgroup\">\n<tr role=\"row\">\n")?;
        for column in table.columns() {
            self.markup("<th role=\"columnheader\" scope=\"col\">")?;
            self.sourced(&column.title())?;
            self.markup("</th>\n")?;
        }
        self.markup("</tr>\n</thead>\n<tbody role=\"rowgroup\">\n")?;
        table
            .groups()
            .try_for_each(|group| self.row(table, group))?;
        self.markup("</tbody>\n</table>\n</div>\n")
    }
}

/// Whether a text begins with an ASCII letter.
#[inline]
fn begins_with_ascii_letter(text: &str) -> bool {
    text.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)
}

/// Examines letters until one has the given direction.
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
