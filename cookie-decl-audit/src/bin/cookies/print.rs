//! Prints results in the format that was asked for.

use std::error::Error;

use anstyle::{AnsiColor, Style};
use cookie_decl_audit::policy_file::{Comparison, Weight};

use crate::arguments::Format;

pub(crate) fn print_comparison(
    comparison: &Comparison,
    format: Format,
) -> Result<(), Box<dyn Error>> {
    match format {
        Format::Text => {
            let is_loosened =
                |it: &cookie_decl_audit::policy_file::Difference| it.weight == Weight::GateLoosened;
            let style = if comparison.differences.iter().any(is_loosened) {
                Style::new().bold().fg_color(Some(AnsiColor::Red.into()))
            } else {
                Style::new().bold()
            };
            // The first line is the weightiest.
            let text = comparison.to_string();
            let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
            anstream::print!("{style}{first}{style:#}\n{rest}");
        }
        Format::Markdown => anstream::print!("{}", comparison.to_markdown()),
        Format::Json => anstream::println!("{}", serde_json::to_string_pretty(comparison)?),
        Format::Sarif | Format::Github => {
            return Err("a comparison has the formats text, markdown and json".into());
        }
    }
    Ok(())
}
