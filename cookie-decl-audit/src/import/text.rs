//! Converts texts of other tools for a table.

use html5gum::{Token, Tokenizer};

/// Returns the text in one line, without invisible characters.
pub(crate) fn clean(text: &str) -> String {
    let visible: String = text.chars().filter(|c| !is_hidden(*c)).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a character is invisible, or changes the order of others. A table refuses these, but a
/// name that was copied from a page may have them.
fn is_hidden(c: char) -> bool {
    c.is_control() && !c.is_whitespace()
        || matches!(c,
            '\u{ad}' | '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
            | '\u{fdd0}'..='\u{fdef}')
        || c as u32 & 0xfffe == 0xfffe
}

/// Returns a name without invisible characters.
pub(crate) fn clean_name(text: &str) -> String {
    let is_space = |c: char| matches!(c, '\u{a0}' | '\u{2000}'..='\u{200f}' | '\u{202f}');
    let text: String = text
        .chars()
        .filter(|c| !is_hidden(*c) && !is_space(*c))
        .collect();
    text.trim().replace(char::is_control, "")
}

/// Returns a text as Markdown, which the texts of a table are.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let first = text.chars().next();
    let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let item = text.len() - number.len();
    for (at, c) in text.char_indices() {
        let is_mark = match c {
            '\\' | '*' | '`' | '[' | '<' => true,
            '&' => text[at..]
                .split_once(';')
                .is_some_and(|(entity, _)| is_entity(entity)),
            '-' | '+' | '#' | '>' | '=' | '~' => at == 0 && first == Some(c),
            '.' | ')' => at == item && item > 0,
            _ => false,
        };
        if is_mark {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Whether this is an HTML entity, without its `;`.
fn is_entity(text: &str) -> bool {
    text.len() > 1
        && text
            .bytes()
            .skip(1)
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'#')
}

/// Returns the paragraphs of an HTML text. The address of a link comes after its text.
pub(crate) fn paragraphs(html: &str) -> Vec<String> {
    if !html.contains(['<', '&']) {
        return Vec::from_iter(Some(clean(html)).filter(|text| !text.is_empty()));
    }
    let mut paragraphs = vec![String::new()];
    let mut address = None;
    for token in Tokenizer::new(html) {
        let Ok(token) = token;
        let text = paragraphs.last_mut().expect("it begins with one");
        match token {
            Token::String(string) => text.push_str(&String::from_utf8_lossy(&string)),
            Token::StartTag(tag) => match &**tag.name {
                b"a" => {
                    let href = tag.attributes.get(b"href".as_slice());
                    let href = href.map(|href| String::from_utf8_lossy(href).into_owned());
                    address = href.filter(|href| href.starts_with("https://"));
                }
                name if is_block(name) => paragraphs.push(String::new()),
                _ => {}
            },
            Token::EndTag(tag) => match &**tag.name {
                b"a" => {
                    if let Some(address) = address.take() {
                        text.extend([" (", &*address, ")"]);
                    }
                }
                name if is_block(name) => paragraphs.push(String::new()),
                _ => {}
            },
            _ => {}
        }
    }
    let paragraphs = paragraphs.iter().map(|text| clean(text));
    paragraphs.filter(|text| !text.is_empty()).collect()
}

/// Returns an HTML text in one line.
pub(crate) fn line(html: &str) -> String {
    paragraphs(html).join(" ")
}

fn is_block(tag: &[u8]) -> bool {
    matches!(
        tag,
        b"p" | b"br" | b"div" | b"ul" | b"ol" | b"li" | b"h1" | b"h2" | b"h3" | b"h4" | b"tr"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_characters_are_dropped_unless_letters_need_them() {
        assert_eq!(
            clean_name("loggly\u{ad}session\t"),
            "loglysession".replace("ly", "gly")
        );
        assert_eq!(clean(" two\n lines\u{202e} "), "two lines");
        assert_eq!(clean("می\u{200c}خواهم"), "می\u{200c}خواهم");
    }

    #[test]
    fn marks_of_markdown_are_characters() {
        assert_eq!(escape(r"_ga_* \ `a` [b]"), r"_ga_\* \\ \`a\` \[b]");
        assert_eq!(escape("<c> &amp; A & B;"), r"\<c> \&amp; A & B;");
        assert_eq!(escape("- a - b"), "\\- a - b");
        assert_eq!(escape("12. a 3."), "12\\. a 3.");
    }

    #[test]
    fn tags_are_dropped_and_addresses_stay() {
        let html = "<p>Read <a href=\"https://a.example/p\">this</a> &amp; <b>that</b>.</p>Then";
        assert_eq!(
            paragraphs(html),
            ["Read this (https://a.example/p) & that.", "Then"]
        );
        assert_eq!(line("a < b"), "a < b");
    }
}
