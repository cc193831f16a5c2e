//! The Markdown of texts, in the form that the macro writes and the library prints.
//!
//! The macro parses a text by all rules of `CommonMark` and writes it in this form, which is
//! simpler to read:
//!
//! | form | meaning |
//! |---|---|
//! | `**strong**` | emphasized |
//! | `` `code` `` | a name, such as that of a cookie |
//! | `[text](address)`, `<https://..>` | a link |
//! | `\*` | the character itself, if it would begin one of these |
//!
//! A paragraph that begins with `- ` is an item of a list, and one that begins with `# ` a heading.

use core::iter;

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span<'a> {
    /// Plain text.
    Text(&'a str),
    /// Text with strong emphasis.
    Strong(&'a str),
    /// A name.
    Code(&'a str),
    /// A link.
    Link {
        /// The text of the link.
        text: &'a str,
        /// The address that it leads to.
        address: &'a str,
    },
}

/// A paragraph of prose without the mark at its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block<'a> {
    /// A paragraph.
    Paragraph(&'a str),
    /// An item of a list.
    Item(&'a str),
    /// A heading within a section.
    Heading(&'a str),
}

impl<'a> Block<'a> {
    /// Reads the mark at the start of a paragraph.
    #[inline]
    pub fn new(text: &'a str) -> Self {
        if let Some(item) = text.strip_prefix("- ") {
            Self::Item(item)
        } else if let Some(heading) = text.strip_prefix("# ") {
            Self::Heading(heading)
        } else {
            Self::Paragraph(text)
        }
    }

    /// Returns the text after the mark.
    pub fn text(self) -> &'a str {
        match self {
            Self::Paragraph(text) | Self::Item(text) | Self::Heading(text) => text,
        }
    }
}

/// Whether an address may become a link, because it is harmless in every format.
///
/// It is relative or has the scheme `http`, `https` or `mailto`, and contains only characters that
/// an address may have (RFC 3987 section 2.2).
pub fn is_link(address: &str) -> bool {
    // Browsers skip some of these when they look for the scheme: `java\nscript:` must not pass
    // for a path.
    let is_foreign =
        |c: char| is_unprintable(c) || c.is_whitespace() || "\"<>\\^`{|}\u{FFFD}".contains(c);
    if address.is_empty() || address.contains(is_foreign) {
        return false;
    }
    let scheme = match address.find([':', '/', '?', '#']) {
        Some(end) if address[end..].starts_with(':') => Some(&address[..end]),
        _ => None,
    };
    let is_safe = |scheme: &str| {
        ["http", "https", "mailto"]
            .iter()
            .any(|safe| scheme.eq_ignore_ascii_case(safe))
    };
    scheme.is_none_or(is_safe)
}

/// Whether U+FFFD has to replace a character in published text.
///
/// Such a character is a control character that is not white space in HTML, or a Unicode
/// noncharacter. HTML forbids them even as references, and a terminal obeys control characters.
#[inline]
pub fn is_unprintable(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{C}'))
        || matches!(c, '\u{FDD0}'..='\u{FDEF}')
        || u32::from(c) & 0xFFFE == 0xFFFE
}

/// The beginnings of addresses that are links without brackets.
pub const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// Whether a text contains more than plain text.
pub fn is_marked(text: &str) -> bool {
    spans(text).next() != Some(Span::Text(text)) && !text.is_empty()
}

/// Splits a text into its parts.
pub fn spans(mut text: &str) -> impl Iterator<Item = Span<'_>> {
    iter::from_fn(move || {
        let (at, span, length) = first(text)?;
        if at > 0 {
            let (plain, rest) = text.split_at(at);
            text = rest;
            return Some(Span::Text(plain));
        }
        text = &text[length..];
        Some(span)
    })
}

/// Returns the text without its marks.
pub fn plain(text: &str) -> impl Iterator<Item = &str> {
    spans(text).map(|span| match span {
        Span::Text(text) | Span::Strong(text) | Span::Code(text) | Span::Link { text, .. } => text,
    })
}

/// Returns the first part that is not plain text, with its place and its length, or all of the text
/// if it is plain.
fn first(text: &str) -> Option<(usize, Span<'_>, usize)> {
    let mut from = 0;
    while let Some(at) = text[from..].find(['\\', '*', '`', '[', '<']) {
        let at = from + at;
        if let Some((span, length)) = marked(&text[at..]) {
            return Some((at, span, length));
        }
        from = at + 1;
    }
    (!text.is_empty()).then_some((0, Span::Text(text), text.len()))
}

/// Returns the part that begins with a mark, and its length; `None` if the mark is only a
/// character.
fn marked(text: &str) -> Option<(Span<'_>, usize)> {
    let between = |start: &str, end: &str| {
        let inner = text.strip_prefix(start)?.split_once(end)?.0;
        let length = start.len() + inner.len() + end.len();
        (!inner.is_empty()).then_some((inner, length))
    };
    match text.as_bytes()[0] {
        b'\\' => {
            let is_escape = text.as_bytes().get(1).is_some_and(u8::is_ascii_punctuation);
            is_escape.then(|| (Span::Text(&text[1..2]), 2))
        }
        b'*' => between("**", "**").map(|(inner, length)| (Span::Strong(inner), length)),
        b'`' => between("`", "`").map(|(inner, length)| (Span::Code(inner), length)),
        b'<' => {
            let (address, length) = between("<", ">")?;
            let is_address = SCHEMES.iter().any(|scheme| address.starts_with(scheme))
                && !address.contains(char::is_whitespace);
            let text = address.strip_prefix("mailto:").unwrap_or(address);
            is_address.then_some((Span::Link { text, address }, length))
        }
        _ => {
            let (text_of_link, start) = between("[", "](")?;
            let address = text[start..].split_once(')')?.0;
            let is_address = !address.is_empty() && !address.contains(char::is_whitespace);
            let text = text_of_link;
            is_address.then_some((Span::Link { text, address }, start + address.len() + 1))
        }
    }
}

#[cfg(test)]
mod tests {
    extern crate alloc;

    use alloc::string::String;
    use alloc::vec::Vec;

    use super::*;

    fn all(text: &str) -> Vec<Span<'_>> {
        spans(text).collect()
    }

    #[test]
    fn parts_of_each_kind() {
        let link = |text, address| Span::Link { text, address };
        assert_eq!(
            all(
                "See **our** `_ga` [policy](https://a.example/x), <https://b.example> or <mailto:a@b.example>."
            ),
            [
                Span::Text("See "),
                Span::Strong("our"),
                Span::Text(" "),
                Span::Code("_ga"),
                Span::Text(" "),
                link("policy", "https://a.example/x"),
                Span::Text(", "),
                link("https://b.example", "https://b.example"),
                Span::Text(" or "),
                link("a@b.example", "mailto:a@b.example"),
                Span::Text("."),
            ]
        );
    }

    #[test]
    fn marks_without_an_end_are_characters() {
        for text in [
            "2 * 3 ** 4",
            "a ` b",
            "[1] (a)",
            "[a](b c)",
            "[a](",
            "a < b > c",
            "<b>",
            "\\a",
            "C:\\",
            "****",
            "``",
            "[](a)",
            "[a]()",
            "日本 * 語",
        ] {
            assert_eq!(all(text), [Span::Text(text)], "{text}");
            assert!(!is_marked(text), "{text}");
        }
        assert!(!is_marked(""));
    }

    #[test]
    fn an_escaped_mark_is_a_character() {
        let text = r"a \**b** \[c](d) \`e` \<https://f> \\*";
        let plain: String = plain(text).collect();
        assert_eq!(plain, r"a **b** [c](d) `e` <https://f> \*");
        assert!(is_marked(text));
    }

    #[test]
    fn a_block_begins_with_its_mark() {
        assert_eq!(Block::new("- a"), Block::Item("a"));
        assert_eq!(Block::new("# a"), Block::Heading("a"));
        for text in ["-a", "\\- a", "#a", "\\# a", "a"] {
            assert_eq!(Block::new(text), Block::Paragraph(text));
        }
    }
}
