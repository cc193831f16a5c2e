//! `hole`: which part of a value fills a hole of an exported table.

use syn::parse::ParseStream;
use syn::{LitInt, Result, Token};

use crate::ast::{Hole, Table, ValuePart};
use crate::errors::Errors;
use crate::parse::tokens::{any_ident, eat_word, end_of_line, string};

/// Reads `hole container: after "G-";` or `hole key: first 10;`.
// It is not an `Item`, because editors complete items in tables that have none of these.
pub(super) fn hole(input: ParseStream<'_>, table: &mut Table, errors: &mut Errors) -> Result<()> {
    const FORM: &str = "expected the name of a hole and the part of a value that fills it: \
                        `hole container: after \"G-\";` or `hole key: first 10;`";
    let start = input.cursor();
    any_ident(input)?;
    let name = any_ident(input).map_err(|_| input.error(FORM))?;
    input.parse::<Token![:]>().map_err(|_| input.error(FORM))?;
    let part = if eat_word(input, "after").is_some() {
        ValuePart::After(string(input, "what a value may start with")?.into())
    } else if eat_word(input, "first").is_some() {
        let count: LitInt = input.parse().map_err(|_| input.error(FORM))?;
        ValuePart::First(count.base10_parse()?)
    } else {
        return Err(input.error(FORM));
    };
    table.holes.push(Hole { name, part });
    end_of_line(input, start, "`hole`", errors);
    Ok(())
}
