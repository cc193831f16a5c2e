//! The arguments of the command line.

use std::ffi::OsString;
use std::str::FromStr;

use lexopt::{Arg, Parser, ValueExt};

pub(crate) const HELP: &str = "\
Holds a site against its committed policy file.

Usage: cookies diff OLD NEW [--format text|markdown|json]

diff    what the difference between two policy files means for visitors; `-` is the standard input:
        git show main:cookie-policy.json | cookies diff - cookie-policy.json --format markdown

The exit code is 1 if something was found, and 2 if the command failed itself.
";

pub(crate) enum Command {
    Help,
    Diff {
        old: String,
        new: String,
        format: Format,
    },
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Format {
    #[default]
    Text,
    Markdown,
    Json,
    Sarif,
    Github,
}

impl FromStr for Format {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Ok(match text {
            "text" => Self::Text,
            "markdown" => Self::Markdown,
            "json" => Self::Json,
            "sarif" => Self::Sarif,
            "github" => Self::Github,
            _ => return Err(format!("`{text}` is not a format")),
        })
    }
}

pub(crate) fn read() -> Result<Command, lexopt::Error> {
    parse(Parser::from_env())
}

fn parse(mut arguments: Parser) -> Result<Command, lexopt::Error> {
    let (mut values, mut format) = (Vec::<OsString>::new(), Format::default());
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            Arg::Long("format") => format = arguments.value()?.parse()?,
            Arg::Value(value) => values.push(value),
            other => return Err(other.unexpected()),
        }
    }
    let mut values = values.into_iter().map(ValueExt::string);
    let mut value = |what: &str| {
        values
            .next()
            .unwrap_or_else(|| Err(format!("{what} is missing; see `cookies --help`").into()))
    };
    let command = value("the command")?;
    Ok(match &*command {
        "help" => Command::Help,
        "diff" => Command::Diff {
            old: value("the earlier policy file")?,
            new: value("the later policy file")?,
            format,
        },
        _ => return Err(format!("there is no command `{command}`; see `cookies --help`").into()),
    })
}
