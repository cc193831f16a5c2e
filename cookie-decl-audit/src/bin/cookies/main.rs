//! `cookies`: holds a site against its committed policy file, in CI and by hand.

mod arguments;
mod print;

use std::error::Error;
use std::io::{self, Read as _};
use std::process::ExitCode;

use cookie_decl_audit::PolicyFile;
use cookie_decl_audit::policy_file::Comparison;

use crate::arguments::{Command, Format, HELP};
use crate::print::print_comparison;

/// Whether something was found.
type Outcome = Result<bool, Box<dyn Error>>;

fn main() -> ExitCode {
    match run() {
        Ok(false) => ExitCode::SUCCESS,
        Ok(true) => ExitCode::from(1),
        Err(error) => {
            anstream::eprintln!("cookies: {error}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Outcome {
    match arguments::read()? {
        Command::Help => {
            anstream::print!("{HELP}");
            Ok(false)
        }
        Command::Diff { old, new, format } => diff(&old, &new, format),
    }
}

fn diff(old: &str, new: &str, format: Format) -> Outcome {
    let comparison = Comparison::of(&policy_file(old)?, &policy_file(new)?);
    print_comparison(&comparison, format)?;
    Ok(!comparison.is_empty())
}

/// Reads a policy file; `-` is the standard input.
fn policy_file(path: &str) -> Result<PolicyFile, Box<dyn Error>> {
    let file = if path == "-" {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text)?;
        PolicyFile::from_json(&text)
    } else {
        PolicyFile::read(path)
    };
    file.map_err(|error| format!("{path}: {error}").into())
}
