//! Prints the cookie policy of an open-data portal: `policy-page ajman`, `policy-page nc --format
//! text`.

mod cookies;

use std::io::{ErrorKind, Write as _};
use std::process::ExitCode;

use cookie_decl::Page;
use cookie_decl::page::Column;
use lexopt::{Arg, Parser, ValueExt as _};

const HELP: &str = "\
Prints the cookie policy of an open-data portal, from one table for all portals.

Usage: policy-page PORTAL [OPTIONS]

Portals:
  ajman    https://data.ajman.ae
  nc       https://data.gouv.nc

Options:
  --format FORMAT        html (default), markdown, text or json
  --language TAG         the language of the page: en, fr or ar
  --columns A,B,..       the columns of the tables, in this order: cookie, provider, function, purpose, duration,
                         attributes, set_by, storage, note
  --security             add the attributes that the cookies are sent with
  --settings ADDRESS     where visitors change their choice
  --last-updated DATE    when the page was last updated, such as 2026-11-22
  --stylesheet ADDRESS   the stylesheet of the HTML page
  --heading-level N      the level of the title, 1 to 6
  --help                 print this
";

/// A page, and the format to print it in.
struct Request {
    page: Page<'static>,
    print: fn(&Page<'static>) -> String,
}

fn main() -> ExitCode {
    match request(Parser::from_env()) {
        Ok(Some(Request { page, print })) => write(&print(&page)),
        Ok(None) => write(HELP),
        Err(error) => {
            eprintln!("policy-page: {error}; --help says more");
            ExitCode::from(2)
        }
    }
}

/// A reader such as `head` may close the pipe before the end.
fn write(text: &str) -> ExitCode {
    match writeln!(std::io::stdout(), "{}", text.trim_end()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            eprintln!("policy-page: {error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

/// Reads the command line; `None` for the help.
fn request(mut arguments: Parser) -> Result<Option<Request>, lexopt::Error> {
    let mut site = None;
    let mut page = cookies::POLICY.page();
    let mut print: fn(&Page<'static>) -> String = Page::html;
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Value(name) if site.is_none() => site = Some(portal(&name.string()?)?),
            Arg::Long("format") => print = format(&arguments.value()?.string()?)?,
            Arg::Long("columns") => page = page.columns(columns(&arguments.value()?.string()?)?),
            Arg::Long("language") => page = page.language(arguments.value()?.string()?),
            Arg::Long("security") => page = page.security(true),
            Arg::Long("settings") => page = page.settings(arguments.value()?.string()?),
            Arg::Long("last-updated") => page = page.last_updated(arguments.value()?.string()?),
            Arg::Long("stylesheet") => page = page.stylesheet(arguments.value()?.string()?),
            Arg::Long("heading-level") => page = page.heading_level(arguments.value()?.parse()?),
            Arg::Long("help") | Arg::Short('h') => return Ok(None),
            other => return Err(other.unexpected()),
        }
    }
    let site = site.ok_or("which portal? `ajman` or `nc`")?;
    Ok(Some(Request {
        page: page.site(site),
        print,
    }))
}

fn portal(name: &str) -> Result<&'static str, String> {
    match name {
        "ajman" => Ok("https://data.ajman.ae"),
        "nc" => Ok("https://data.gouv.nc"),
        _ => Err(format!("unknown portal `{name}`: `ajman` or `nc`")),
    }
}

fn format(name: &str) -> Result<fn(&Page<'static>) -> String, String> {
    match name {
        "html" => Ok(Page::html),
        "markdown" => Ok(Page::markdown),
        "text" => Ok(Page::text),
        "json" => Ok(|page| {
            serde_json::to_string_pretty(page).expect("a page is made of texts and numbers")
        }),
        _ => Err(format!(
            "unknown format `{name}`: `html`, `markdown`, `text` or `json`"
        )),
    }
}

fn columns(list: &str) -> Result<Vec<Column<'static>>, String> {
    list.split(',').map(|name| column(name.trim())).collect()
}

fn column(name: &str) -> Result<Column<'static>, String> {
    Ok(match name {
        "cookie" => Column::Cookie,
        "provider" => Column::Provider,
        "function" => Column::Function,
        "purpose" => Column::Purpose,
        "duration" => Column::Duration,
        "attributes" => Column::Attributes,
        "set_by" => Column::SetBy,
        "storage" => Column::Storage,
        "note" => Column::Note,
        _ => return Err(format!("unknown column `{name}`")),
    })
}
