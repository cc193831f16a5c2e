//! Sections: the site's own text, between items and between rows.

use proc_macro2::Span;
use syn::buffer::Cursor;
use syn::parse::ParseStream;
use syn::{LitStr, Token, token};

use crate::ast::Docs;
use crate::errors::Errors;
use crate::parse::tokens::{end_of_line, pass_one, peek_string};

/// Reads the rest of a section, whose text is above its keyword.
pub(super) fn section(
    input: ParseStream<'_>,
    start: Cursor<'_>,
    keyword: Span,
    docs: &Docs,
    errors: &mut Errors,
) {
    if input.peek(token::Brace) {
        errors.push(
            keyword,
            "a section has no braces: it ends with `;`, above what it introduces",
        );
        pass_one(input);
        return;
    }
    if input.peek(Token![=]) || input.peek(Token![:]) {
        pass_one(input);
    }
    // A string on the next line is the name of a row.
    let is_beside = input.span().start().line == keyword.start().line;
    if peek_string(input) && (is_beside || docs.paragraphs.is_empty()) {
        errors.push(
            input.span(),
            "write the text of a section above it, as `///`",
        );
        input.parse::<LitStr>().ok();
    } else if docs.paragraphs.is_empty() {
        errors.push(keyword, "the section has no text: write it above, as `///`");
    }
    end_of_line(input, start, "section", errors);
}
