//! What colleagues ask of the log, on the command line.
//!
//! ```text
//! cargo run -p cookie-decl-log --all-features --example show_me -- consent.db days
//! ```
//!
//! Use a copy of a SQLite file, or run it as the site's user, who has to be able to write to what
//! SQLite puts beside the file.

use std::env;
use std::error::Error;
use std::path::Path;

use cookie_decl::consent_log::VisitorId;
use cookie_decl_log::Log;

const HELP: &str = "show_me DATABASE verify         whether the log is as it was written
show_me DATABASE days           the decisions of each day
show_me DATABASE visitor ID     what a visitor decided
show_me DATABASE text HASH      what visitors were shown, as HTML: > text.html";

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let [database, question @ ..] = &words[..] else {
        return Err(HELP.into());
    };
    let settings = if database.contains("://") {
        Log::postgres(database)
    } else if Path::new(database).exists() {
        Log::sqlite(database)
    } else {
        return Err(format!("there is no file {database}").into());
    };
    println!("{}", answer(&settings.open()?, question)?);
    Ok(())
}

pub(crate) fn answer(log: &Log, question: &[&str]) -> Result<String, Box<dyn Error>> {
    let mut lines = Vec::new();
    match question {
        ["verify"] => {
            let verified = log.verify()?;
            lines.push(format!(
                "{} events, {} of them erased, {} faults",
                verified.events,
                verified.erased,
                verified.faults.len()
            ));
            lines.extend(verified.faults.iter().map(ToString::to_string));
        }
        ["days"] => {
            for day in log.count(0..u64::MAX)? {
                lines.push(format!("{}: {} banners", day.day, day.shown));
                lines.extend(
                    day.categories.iter().map(|it| {
                        format!("  {}: {} yes, {} no", it.category, it.granted, it.denied)
                    }),
                );
            }
        }
        ["visitor", id] => {
            let id = VisitorId(u128::from_str_radix(id, 16)?.to_be_bytes());
            lines.push(log.export(id)?);
        }
        ["text", hash] => {
            let text = log.text(hash)?.ok_or("the log has no such text")?;
            lines.push(text.html());
        }
        _ => return Err(HELP.into()),
    }
    Ok(lines.join("\n"))
}
