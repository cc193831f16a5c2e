//! CSS: the addresses of `@import` and `url()`.

use cssparser::{ParseError, Parser, Token};

use crate::scan::site::{Gate, Name, Seen};

/// Reads a style sheet, or the declarations of a `style` attribute, that begins at byte `base`.
pub(crate) fn read(text: &str, base: usize, gate: &Gate, seen: &mut Seen) {
    let mut parser = Parser::new(text);
    walk(&mut parser, base, gate, seen, false);
}

fn walk(parser: &mut Parser<'_>, base: usize, gate: &Gate, seen: &mut Seen, mut address: bool) {
    let mut is_namespace = false;
    loop {
        parser.skip_whitespace();
        let offset = base + parser.position().byte_index();
        let Ok(token) = parser.next() else {
            return;
        };
        let token = token.clone();
        let code = if address { "@import" } else { "url()" };
        let is_import =
            matches!(&token, Token::AtKeyword(word) if word.eq_ignore_ascii_case("import"));
        match &token {
            // A namespace is only a name: browsers do not send a request to it.
            Token::AtKeyword(word) if word.eq_ignore_ascii_case("namespace") => is_namespace = true,
            Token::Semicolon => is_namespace = false,
            Token::UnquotedUrl(_) if is_namespace => {}
            Token::UnquotedUrl(url) => seen.load(offset, code, gate, Name::text(url.trim())),
            Token::QuotedString(url) if address => {
                seen.load(offset, code, gate, Name::text(url.trim()));
            }
            Token::Function(name) => {
                let name = name.to_ascii_lowercase();
                let address = name == "url" || name == "src" || name.ends_with("image-set");
                nested(parser, base, gate, seen, address);
            }
            Token::CurlyBracketBlock | Token::ParenthesisBlock | Token::SquareBracketBlock => {
                nested(parser, base, gate, seen, false);
            }
            _ => {}
        }
        address = is_import;
    }
}

fn nested(parser: &mut Parser<'_>, base: usize, gate: &Gate, seen: &mut Seen, address: bool) {
    let _: Result<(), ParseError<()>> = parser.parse_nested_block(|inner| {
        walk(inner, base, gate, seen, address);
        Ok(())
    });
}
