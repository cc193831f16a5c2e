//! HTML in the making: markup is written in the code, all else is escaped.

pub(crate) mod escape;

use alloc::string::String;
use core::fmt::{Result, Write};

use crate::html::escape::escape_html;

/// Writes HTML: markup as it is, texts escaped.
#[derive(Debug, Clone)]
pub(crate) struct Writer<W>(pub(crate) W);

impl<W: Write> Writer<W> {
    #[inline]
    pub(crate) fn markup(&mut self, markup: &'static str) -> Result {
        self.0.write_str(markup)
    }

    #[inline]
    pub(crate) fn text(&mut self, text: &str) -> Result {
        escape_html(text, &mut self.0)
    }

    /// The same writer for what escapes nothing itself.
    pub(crate) fn escaped(&mut self) -> Escaped<'_, W> {
        Escaped(&mut self.0)
    }
}

/// Escapes what is written to it.
pub(crate) struct Escaped<'o, W>(&'o mut W);

impl<W: Write> Write for Escaped<'_, W> {
    fn write_str(&mut self, text: &str) -> Result {
        escape_html(text, self.0)
    }
}

/// HTML in the making. Names of elements and attributes stand in the code; values and texts are escaped, whatever they
/// hold.
///
/// ```
/// use cookie_decl::preferences::Html;
/// let mut html = Html::new(2);
/// html.element("p", &[("class", "a\"b")], |html| html.text("<script>"));
/// assert_eq!(html.finish(), "<p class=\"a&quot;b\">&lt;script&gt;</p>");
/// ```
#[derive(Debug, Clone)]
pub struct Html {
    writer: Writer<String>,
    level: u8,
}

impl Html {
    /// Nothing yet; headings are of this level, 1 to 6.
    pub fn new(heading_level: u8) -> Self {
        Self {
            writer: Writer(String::new()),
            level: heading_level.clamp(1, 6),
        }
    }

    /// An element with its attributes and content. An attribute whose value is empty is left out, but for `value` and
    /// `alt`.
    pub fn element(
        &mut self,
        name: &'static str,
        attributes: &[(&'static str, &str)],
        content: impl FnOnce(&mut Self),
    ) {
        self.void(name, attributes);
        content(self);
        self.writer.0.extend(["</", name, ">"]);
    }

    /// An element that has no content and no end, such as `input`.
    pub fn void(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) {
        self.writer.0.extend(["<", name]);
        for (attribute, value) in attributes {
            if !value.is_empty() || matches!(*attribute, "value" | "alt") {
                self.writer.0.extend([" ", attribute, "=\""]);
                self.text(value);
                self.writer.0.push('"');
            }
        }
        self.writer.0.push('>');
    }

    /// A heading, so many levels below the first one.
    pub fn heading(&mut self, depth: u8, attributes: &[(&'static str, &str)], text: &str) {
        let name = ["h1", "h2", "h3", "h4", "h5", "h6"]
            [usize::from(self.level.saturating_add(depth).min(6) - 1)];
        self.element(name, attributes, |html| html.text(text));
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        let written = self.writer.text(text);
        debug_assert!(written.is_ok(), "a `String` takes everything");
    }

    /// What is HTML already, such as [`Page::html_fragment`](crate::Page::html_fragment). It is not escaped.
    pub fn trusted(&mut self, html: &str) {
        self.writer.0.push_str(html);
    }

    /// The HTML.
    pub fn finish(self) -> String {
        self.writer.0
    }
}
