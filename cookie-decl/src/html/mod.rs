//! The HTML writer: markup comes from the code, and everything else is escaped.

pub(crate) mod escape;

use alloc::string::String;
use core::fmt::{Result, Write};

use crate::html::escape::escape_html;

/// Writes markup as it is, and escapes texts.
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

    /// A writer that escapes everything, for code that writes to a `fmt::Write`.
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

/// Builds HTML. Names of elements and attributes come from the code; values and texts are escaped.
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
    /// Starts without content. The first headings have this level, 1 to 6.
    pub fn new(heading_level: u8) -> Self {
        Self {
            writer: Writer(String::new()),
            level: heading_level.clamp(1, 6),
        }
    }

    /// Adds an element with its attributes and content.
    ///
    /// An attribute whose value is empty is left out, except `value` and `alt`.
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

    /// Adds an element without content or end tag, such as `input`.
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

    /// Adds a heading that is `depth` levels below the first level.
    pub fn heading(&mut self, depth: u8, attributes: &[(&'static str, &str)], text: &str) {
        let name = ["h1", "h2", "h3", "h4", "h5", "h6"]
            [usize::from(self.level.saturating_add(depth).min(6) - 1)];
        self.element(name, attributes, |html| html.text(text));
    }

    /// Adds escaped text.
    pub fn text(&mut self, text: &str) {
        let written = self.writer.text(text);
        debug_assert!(written.is_ok(), "a `String` takes everything");
    }

    /// Adds HTML without escaping it, such as [`Page::html_fragment`](crate::Page::html_fragment).
    pub fn trusted(&mut self, html: &str) {
        self.writer.0.push_str(html);
    }

    /// Returns the HTML.
    pub fn finish(self) -> String {
        self.writer.0
    }
}
