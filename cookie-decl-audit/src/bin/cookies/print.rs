//! Prints results in the requested format.

use std::error::Error;

use anstyle::{AnsiColor, Style};
use cookie_decl_audit::policy_file::{Comparison, Weight};

use crate::arguments::Format;
#[cfg(any(feature = "scan", feature = "browse", feature = "walk-url"))]
use crate::arguments::Options;

const ALARM: Style = Style::new()
    .bold()
    .fg_color(Some(anstyle::Color::Ansi(AnsiColor::Red)));
const STRONG: Style = Style::new().bold();

pub(crate) fn print_comparison(
    comparison: &Comparison,
    format: Format,
) -> Result<(), Box<dyn Error>> {
    match format {
        Format::Text => {
            let mut weights = comparison.differences.iter().map(|it| it.weight);
            let is_loosened = weights.any(|weight| weight == Weight::GateLoosened);
            let style = if is_loosened { ALARM } else { STRONG };
            // The first line is the weightiest.
            let text = comparison.to_string();
            let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
            anstream::print!("{style}{first}{style:#}\n{rest}");
        }
        Format::Markdown => anstream::print!("{}", comparison.to_markdown()),
        Format::Json => anstream::println!("{}", serde_json::to_string_pretty(comparison)?),
        Format::Sarif | Format::Github => {
            return Err("the formats of a comparison are text, markdown and json".into());
        }
    }
    Ok(())
}

/// Prints a report without the findings that the command line allows. Returns whether any are left.
#[cfg(any(feature = "scan", feature = "browse", feature = "walk-url"))]
pub(crate) fn print_report(
    mut report: cookie_decl_audit::Report,
    options: &Options,
) -> Result<bool, Box<dyn Error>> {
    for (rule, subject) in &options.allowed {
        report.allow(*rule, subject, "on the command line");
    }
    let format = options.format;
    match format {
        Format::Text => {
            for finding in &report.findings {
                let (place, rule) = (&finding.place, finding.rule.name());
                anstream::println!("{ALARM}{rule}{ALARM:#} {STRONG}{place}{STRONG:#}");
                anstream::println!("    {}", finding.message);
                if !finding.help.is_empty() {
                    anstream::println!("    help: {}", finding.help);
                }
                anstream::println!();
            }
            for note in &report.notes {
                anstream::println!("note: {note}");
            }
            anstream::println!("{}", report.count());
        }
        Format::Json => anstream::print!("{}", report.to_json()),
        Format::Sarif => anstream::print!("{}", report.to_sarif()),
        Format::Github => anstream::print!("{}", report.to_github()),
        Format::Markdown => {
            return Err("the formats of a report are text, json, sarif and github".into());
        }
    }
    Ok(!report.is_clean())
}
