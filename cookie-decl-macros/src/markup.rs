//! The Markdown of texts: `CommonMark` as typed, to the small form that the library prints.
//!
//! A page prints paragraphs, lists, headings, emphasis, names in backticks and links. Whatever else
//! a text contains is reported, and its words are printed without the marks.

use std::ops::Range;

use cookie_decl_core::markup::{Block, SCHEMES, is_link, plain};
use proc_macro2::Span;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

/// What a text has that no page prints: where, and what it is.
pub(crate) type Problem = (Span, String);

/// Reads the lines of `///` as prose: paragraphs, items of lists and headings.
pub(crate) fn prose(lines: &[(String, Span)], problems: &mut Vec<Problem>) -> Vec<(String, Span)> {
    let mut source = String::new();
    // Where each line begins, and where it was typed.
    let mut starts = Vec::new();
    for (line, span) in lines {
        for part in line.split('\n') {
            starts.push((source.len(), *span));
            source.push_str(part.trim());
            source.push('\n');
        }
    }
    let span_at = |at: usize| {
        let line = starts.partition_point(|(start, _)| *start <= at);
        starts[line.saturating_sub(1)].1
    };
    let mut reader = Reader::new(&source);
    reader.read();
    problems.extend(
        reader
            .problems
            .into_iter()
            .map(|(at, what)| (span_at(at), what)),
    );
    reader
        .blocks
        .into_iter()
        .map(|(at, text)| (text, span_at(at)))
        .collect()
}

/// Reads a text of one line, in which `- ` or `# ` at the start is nothing special.
pub(crate) fn line(text: &mut String, span: Span, problems: &mut Vec<Problem>) {
    if is_plain(text) {
        return;
    }
    let words: Vec<_> = text.lines().map(str::trim).collect();
    // After a letter, nothing begins a list or a heading.
    let source = format!("{FIRST}{}", words.join(" "));
    let mut reader = Reader::new(&source);
    (reader.is_line, reader.skips_first) = (true, true);
    reader.read();
    problems.extend(reader.problems.into_iter().map(|(_, what)| (span, what)));
    let is_escaped = text.starts_with("\\- ") || text.starts_with("\\# ");
    *text = reader
        .blocks
        .into_iter()
        .map(|(_, block)| block)
        .collect::<Vec<_>>()
        .join(" ");
    if is_escaped {
        text.insert(0, '\\');
    }
}

const FIRST: char = 'x';

/// The words of a text without the marks, and whether it had any.
pub(crate) fn without_marks(text: &str) -> (String, bool) {
    let words: String = plain(Block::new(text).text()).collect();
    // A mark that is escaped is a character, so it is not lost.
    let is_marked = words != text && !text.contains('\\');
    (words, is_marked)
}

/// Whether a text cannot have marks: nearly all of them.
fn is_plain(text: &str) -> bool {
    !text.contains(['\\', '*', '`', '[', '<', '&', '|', '\n'])
        && !SCHEMES.iter().any(|scheme| text.contains(scheme))
}

/// Reads the events of a text.
struct Reader<'s> {
    source: &'s str,
    /// The blocks that are complete, and where they begin.
    blocks: Vec<(usize, String)>,
    problems: Vec<(usize, String)>,
    /// Where the current block begins.
    start: usize,
    /// The mark of the current block.
    prefix: String,
    /// What is written of the current block.
    written: String,
    /// Plain text that is not written yet: an address may not be complete.
    text: String,
    is_strong: bool,
    /// The text and the address of the current link.
    link: Option<(String, String)>,
    is_line: bool,
    /// Whether the next character is not part of the text.
    skips_first: bool,
    /// The number of the next item, if the list is numbered.
    number: Option<u64>,
}

impl<'s> Reader<'s> {
    fn new(source: &'s str) -> Self {
        Self {
            source,
            blocks: Vec::new(),
            problems: Vec::new(),
            start: 0,
            prefix: String::new(),
            written: String::new(),
            text: String::new(),
            is_strong: false,
            link: None,
            is_line: false,
            skips_first: false,
            number: None,
        }
    }

    fn read(&mut self) {
        let events = Parser::new_ext(self.source, Options::ENABLE_TABLES).into_offset_iter();
        for (event, range) in events {
            self.event(event, &range);
        }
        self.end();
    }

    fn event(&mut self, event: Event<'_>, range: &Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end_of(tag, range),
            Event::Text(text) => self.push(&text),
            Event::Code(name) if self.link.is_some() => self.push(&name),
            Event::Code(name) => {
                self.flush();
                self.written.extend(["`", &name.replace('`', "'"), "`"]);
            }
            Event::SoftBreak | Event::HardBreak => self.push(" "),
            Event::InlineHtml(tag) => {
                if is_html(&tag) {
                    self.problem(range, "HTML");
                }
                self.push(&tag);
            }
            Event::Html(text) => {
                if is_html(&text) {
                    self.problem(range, "HTML");
                }
                self.push(text.trim_end());
                self.push(" ");
            }
            Event::Rule => self.problem(range, "a line between paragraphs"),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => {
                if self.written.is_empty() && self.text.is_empty() {
                    self.start = range.start;
                } else {
                    self.begin(range, "");
                }
            }
            Tag::Heading { .. } => self.begin(range, "# "),
            Tag::List(number) => {
                self.end();
                self.number = number;
            }
            Tag::Item => {
                let prefix = match &mut self.number {
                    Some(number) => {
                        *number += 1;
                        format!("{}. ", *number - 1)
                    }
                    None => "- ".to_owned(),
                };
                self.begin(range, &prefix);
            }
            Tag::Strong if self.is_underlined(range) => self.push("__"),
            Tag::Strong => {
                self.flush();
                self.is_strong = true;
            }
            // Names of cookies have underscores at their ends.
            Tag::Emphasis if self.is_underlined(range) => self.push("_"),
            Tag::Emphasis => {
                self.problem(range, "emphasis in single asterisks; write `**word**`");
            }
            Tag::Link {
                dest_url,
                link_type,
                ..
            } => {
                self.flush();
                let scheme = if link_type == LinkType::Email {
                    "mailto:"
                } else {
                    ""
                };
                let address = format!("{scheme}{dest_url}")
                    .replace('(', "%28")
                    .replace(')', "%29");
                self.link = Some((String::new(), address));
            }
            Tag::Image { .. } => self.problem(range, "an image"),
            Tag::BlockQuote(_) => self.problem(range, "a quotation"),
            Tag::CodeBlock(_) => {
                self.problem(range, "a block of code");
                self.begin(range, "");
            }
            Tag::Table(_) => {
                self.problem(range, "a table");
                self.begin(range, "");
            }
            _ => {}
        }
    }

    fn end_of(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::HtmlBlock
            | TagEnd::CodeBlock
            | TagEnd::TableHead
            | TagEnd::TableRow => self.end(),
            TagEnd::List(_) => self.number = None,
            TagEnd::TableCell => self.push(" "),
            TagEnd::Strong if self.is_underlined(range) => self.push("__"),
            TagEnd::Strong => {
                self.flush();
                self.is_strong = false;
            }
            TagEnd::Emphasis if self.is_underlined(range) => self.push("_"),
            TagEnd::Link => self.end_of_link(range),
            _ => {}
        }
    }

    fn end_of_link(&mut self, range: &Range<usize>) {
        let Some((text, address)) = self.link.take() else {
            return;
        };
        // A browser would look for `www.a.example` on the site itself.
        let is_host = address.starts_with("www.");
        if is_host || !is_link(&address) {
            self.problem(
                range,
                "a link to this address; it starts with `/`, `https:`, `http:` or `mailto:`",
            );
            self.push(&text);
        } else if is_bare(&address) && address.strip_prefix("mailto:").unwrap_or(&address) == text {
            self.written.extend(["<", &address, ">"]);
        } else if text.trim().is_empty() {
            self.written.extend(["[", &address, "](", &address, ")"]);
        } else {
            let text = text.replace("](", "] (");
            self.written.extend(["[", &text, "](", &address, ")"]);
        }
    }

    fn problem(&mut self, range: &Range<usize>, what: &str) {
        self.problems
            .push((range.start, format!("the page does not print {what}")));
    }

    /// Whether underscores mark the range, not asterisks.
    fn is_underlined(&self, range: &Range<usize>) -> bool {
        self.source[range.start..].starts_with('_')
    }

    /// Adds plain text.
    fn push(&mut self, mut text: &str) {
        if std::mem::take(&mut self.skips_first) {
            text = text.strip_prefix(FIRST).unwrap_or(text);
        }
        match &mut self.link {
            Some((of_link, _)) => of_link.push_str(text),
            None => self.text.push_str(text),
        }
    }

    fn begin(&mut self, range: &Range<usize>, prefix: &str) {
        self.end();
        self.start = range.start;
        prefix.clone_into(&mut self.prefix);
    }

    /// Ends the current block.
    fn end(&mut self) {
        self.flush();
        let text = self.written.trim();
        if !text.is_empty() {
            let is_block = !matches!(Block::new(text), Block::Paragraph(_));
            let escape = if is_block && self.prefix.is_empty() && !self.is_line {
                "\\"
            } else {
                ""
            };
            let block = format!("{}{escape}{text}", self.prefix);
            self.blocks.push((self.start, block));
        }
        self.written.clear();
        self.prefix.clear();
    }

    /// Writes the plain text, with its addresses as links.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let mut rest = text.as_str();
        while let Some(address) = address(rest) {
            let (start, end) = (address.start, address.end);
            self.write(&rest[..start]);
            self.written.extend(["<", &rest[start..end], ">"]);
            rest = &rest[end..];
        }
        self.write(rest);
    }

    fn write(&mut self, text: &str) {
        let inner = text.trim();
        if !self.is_strong || inner.is_empty() {
            escape(text, &mut self.written);
            return;
        }
        // Spaces at its edges are outside of the emphasis.
        let before = text.len() - text.trim_start().len();
        self.written.push_str(&text[..before]);
        self.written.extend(["**", &inner.replace("**", ""), "**"]);
        self.written.push_str(&text[before + inner.len()..]);
    }
}

/// Whether the address begins as one that needs no brackets.
fn is_bare(address: &str) -> bool {
    SCHEMES.iter().any(|scheme| address.starts_with(scheme))
}

/// The place of the first address in plain text.
fn address(text: &str) -> Option<Range<usize>> {
    let starts = SCHEMES.iter().flat_map(|scheme| text.match_indices(scheme));
    let mut starts: Vec<_> = starts
        .map(|(start, scheme)| (start, scheme.len()))
        .collect();
    starts.sort_unstable();
    starts.into_iter().find_map(|(start, scheme)| {
        let is_foreign =
            |c: char| c.is_whitespace() || !c.is_ascii() || "\"'<>\\^`{|}*[]".contains(c);
        let rest = &text[start..];
        let mut address = &rest[..rest.find(is_foreign).unwrap_or(rest.len())];
        // What follows an address in a sentence is not part of it.
        while let Some(before) = address.strip_suffix(['.', ',', ';', ':', '!', '?', ')']) {
            let is_pair =
                address.ends_with(')') && before.matches('(').count() > before.matches(')').count();
            if is_pair {
                break;
            }
            address = before;
        }
        let is_word = text[..start].ends_with(|c: char| c.is_ascii_alphanumeric());
        (!is_word && address.len() > scheme && is_link(address))
            .then(|| start..start + address.len())
    })
}

/// Writes plain text, so that none of its characters is read as a mark.
fn escape(text: &str, out: &mut String) {
    for (at, c) in text.char_indices() {
        let (before, after) = (&text[..at], &text[at + c.len_utf8()..]);
        let is_mark = match c {
            '\\' => after.starts_with(|c: char| c.is_ascii_punctuation()),
            '*' => after.starts_with('*') || before.ends_with('*'),
            '`' => true,
            '[' => after.contains("]("),
            '<' => is_bare(after),
            _ => false,
        };
        if is_mark {
            out.push('\\');
        }
        out.push(c);
    }
}

/// Whether a tag is one of HTML: `<id>` is a word in angle brackets.
fn is_html(tag: &str) -> bool {
    let name: String = tag
        .trim_start_matches(['<', '/'])
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    [
        "a", "b", "br", "code", "div", "em", "h1", "h2", "h3", "h4", "hr", "i", "img", "li", "ol",
        "p", "script", "small", "span", "strong", "style", "sub", "sup", "table", "td", "tr", "u",
        "ul",
    ]
    .contains(&name.to_ascii_lowercase().as_str())
        || tag.starts_with("<!--")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> (Vec<String>, Vec<String>) {
        let lines: Vec<_> = text
            .lines()
            .map(|line| (format!(" {line}"), Span::call_site()))
            .collect();
        let mut problems = Vec::new();
        let blocks = prose(&lines, &mut problems);
        (
            blocks.into_iter().map(|(block, _)| block).collect(),
            problems.into_iter().map(|(_, what)| what).collect(),
        )
    }

    fn printed(text: &str) -> Vec<String> {
        let (blocks, problems) = blocks(text);
        assert_eq!(problems, [""; 0], "{text}");
        blocks
    }

    fn of_line(text: &str) -> (String, usize) {
        let mut problems = Vec::new();
        let mut text = text.to_owned();
        line(&mut text, Span::call_site(), &mut problems);
        (text, problems.len())
    }

    #[test]
    fn plain_text_stays_as_it_is() {
        for text in [
            "Keeps you signed in",
            "the cookie _ga_ or __Host-x__",
            "2 * 3 and *",
            "a <id> & b",
            "1. Who we are",
            "日本語のテキスト。",
            "C:\\temp",
            "[1] see below",
        ] {
            assert_eq!(printed(text), [text], "{text}");
            assert_eq!(of_line(text), (text.to_owned(), 0), "{text}");
        }
    }

    #[test]
    fn lines_are_joined_to_paragraphs_lists_and_headings() {
        assert_eq!(
            printed("one\ntwo\n\nthree\n\n- a\n  more\n* b\n\n# Head\ntext"),
            ["one two", "three", "- a more", "- b", "# Head", "text"]
        );
    }

    #[test]
    fn the_paragraphs_of_an_item_follow_it() {
        assert_eq!(printed("- a\n\n- b"), ["- a", "- b"]);
    }

    #[test]
    fn a_numbered_list_keeps_its_numbers() {
        assert_eq!(printed("2. a\n3. b"), ["2. a", "3. b"]);
    }

    #[test]
    fn emphasis_names_and_links() {
        for (typed, written) in [
            ("__not__ **so** `a_b`", "__not__ **so** `a_b`"),
            (
                "**a [b](https://c.example) d**",
                "**a** [b](https://c.example) **d**",
            ),
            ("[**b** `c`](https://d.example)", "[b c](https://d.example)"),
            (
                "see https://a.example/_x_y_?q=1.",
                "see <https://a.example/_x_y_?q=1>.",
            ),
            ("(https://a.example/x_(y))", "(<https://a.example/x_(y)>)"),
            (
                "mailto:a@b.example, or <a@b.example>",
                "<mailto:a@b.example>, or <mailto:a@b.example>",
            ),
            ("[a](/privacy#x)", "[a](/privacy#x)"),
            (
                "[a](<https://b.example/(c)>)",
                "[a](https://b.example/%28c%29)",
            ),
            ("参照https://a.example、次", "参照<https://a.example>、次"),
        ] {
            assert_eq!(printed(typed), [written], "{typed}");
            assert_eq!(of_line(typed), (written.to_owned(), 0), "{typed}");
        }
    }

    #[test]
    fn escaped_marks_are_characters() {
        for (typed, words) in [
            (r"\*\*a\*\*", "**a**"),
            (r"\[a](https://b.example)", "[a](https://b.example)"),
            (r"\`a\`", "`a`"),
            (r"\- a", "- a"),
        ] {
            let block = printed(typed).join("|");
            assert_eq!(without_marks(&block), (words.to_owned(), false), "{typed}");
        }
    }

    #[test]
    fn the_start_of_a_line_is_nothing_special_in_a_cell() {
        for text in ["- none", "# 1", "1. a", "> b"] {
            assert_eq!(of_line(text), (text.to_owned(), 0));
        }
        assert_eq!(of_line("- **a**"), ("- **a**".to_owned(), 0));
        assert_eq!(
            of_line("https://a.example"),
            ("<https://a.example>".to_owned(), 0)
        );
    }

    #[test]
    fn what_no_page_prints_is_reported_and_its_words_are_kept() {
        for (typed, words) in [
            ("a *b* c", "a b c"),
            ("![photo](https://a.example/p.png)", "photo"),
            ("> quoted", "quoted"),
            ("a <b>c</b>", "a <b>c</b>"),
            ("[a](javascript:alert)", "a"),
            ("[a](www.a.example)", "a"),
            ("```\ncode\n```", "code"),
        ] {
            let (blocks, problems) = blocks(typed);
            assert!(!problems.is_empty(), "{typed}");
            assert_eq!(blocks.join("|"), words, "{typed}");
        }
        let (blocks, problems) = blocks("| a | b |\n|---|---|\n| c | d |");
        assert_eq!((blocks.join("|").as_str(), problems.len()), ("a b|c d", 1));
    }
}
