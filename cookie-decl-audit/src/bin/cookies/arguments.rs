//! The arguments of the command line.

use std::path::PathBuf;
use std::str::FromStr;

use cookie_decl_audit::{Rule, Step};
use http::Uri;
use lexopt::{Arg, Parser, ValueExt};

pub(crate) const HELP: &str = "\
Holds a site against its committed policy file.

Usage: cookies diff OLD NEW
       cookies scan PATH..
       cookies walk URL [PATH..]
       cookies browse URL [PAGE..]
       cookies init PATH..
       cookies import FILE
       cookies export FORMAT
       cookies types
       cookies lints

diff    what the difference between two policy files means for visitors; `-` is the standard input:
        git show main:cookie-policy.json | cookies diff - cookie-policy.json --format markdown
scan    what Rust, templates, scripts and styles store and load
walk    what the responses of a running site set, by default that of its first page; a form is sent
        with \"POST /sign-in name=Ada&password=secret\"
browse  what Chromium keeps and loads on the pages of a running site, by default on its first one
init    prints a first table for the application in these folders
import  prints a first table for what another tool lists: the CSV of the Open Cookie Database, a
        configuration of CookieConsent 3 or Klaro (JSON, JavaScript), or a list of Cookiebot (CSV,
        JSON of its API, cc.js); `-` is the standard input:
        cookies import cookieconsent-config.js --host shop.example > src/cookies.rs
export  prints the table for another tool: tcf-disclosures (what a vendor of the IAB's framework
        publishes), cookieconsent or klaro (a configuration), gtm (the consent of tags, as CSV for
        people), or open-cookie-database (CSV). It says what the format cannot say:
        cookies export klaro > klaro-config.js
types   prints the types of the guard's table.js, with which a TypeScript project does not compile if it
        stores what the table does not say:
        cookies types > cookie-table.d.ts
lints   prints a `clippy.toml` that forbids what sets cookies without the table

Options:
    --policy FILE      the policy file; by default cookie-policy.json
    --format FORMAT    text, json, sarif or github; of `diff` text, markdown or json
    --allow RULE=NAME  of `walk`, `browse` and `scan`: leaves out a finding, such as
                       `never_seen=order`; may be repeated
    --baseline FILE    of `scan`: leaves out the findings that the file lists
    --wrapper PATH=N   of `scan`: a function that sets a cookie, and which argument has its name, from 0
    --host HOST        another host of the site's own; may be repeated
    --policy-page PATH of `walk` and `browse`: where the policy page is
    --as FORMAT        of `import`, instead of looking at the file: open-cookie-database,
                       cookieconsent, klaro or cookiebot
    --language TAG     of `export`: the language of the texts; in a configuration, which has all
                       languages, the first one
    --provider NAME    of `export tcf-disclosures` and `open-cookie-database`: only what this
                       provider of the table stores
    --ignore-certificates
                       of `walk` and `browse`: accepts every certificate
    --cookie ANSWER=NAME=VALUE
                       of `walk`: a cookie of visitors whose answer is `granted` or `refused`, for a
                       site with a banner of its own; may be repeated

The exit code is 1 if something was found, and 2 if the command failed itself.
";

pub(crate) enum Command {
    Help,
    Diff {
        old: String,
        new: String,
    },
    Scan {
        paths: Vec<PathBuf>,
    },
    Walk {
        address: String,
        requests: Vec<Step>,
    },
    Browse {
        address: String,
        pages: Vec<String>,
    },
    Init {
        paths: Vec<PathBuf>,
    },
    Import {
        path: String,
    },
    Export {
        format: String,
    },
    Types,
    Lints,
}

pub(crate) struct Options {
    pub(crate) policy: String,
    pub(crate) format: Format,
    pub(crate) allowed: Vec<(Rule, String)>,
    pub(crate) baseline: Option<PathBuf>,
    pub(crate) wrappers: Vec<(String, usize)>,
    pub(crate) hosts: Vec<String>,
    pub(crate) policy_page: Option<String>,
    pub(crate) ignore_certificates: bool,
    /// The cookies of visitors who granted, and of those who denied.
    pub(crate) granted: Vec<(String, String)>,
    pub(crate) refused: Vec<(String, String)>,
    pub(crate) import_as: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) provider: Option<String>,
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

pub(crate) fn read() -> Result<(Command, Options), lexopt::Error> {
    let mut arguments = Parser::from_env();
    let mut options = Options {
        policy: "cookie-policy.json".to_owned(),
        format: Format::default(),
        allowed: Vec::new(),
        baseline: None,
        wrappers: Vec::new(),
        hosts: Vec::new(),
        policy_page: None,
        ignore_certificates: false,
        granted: Vec::new(),
        refused: Vec::new(),
        import_as: None,
        language: None,
        provider: None,
    };
    let mut values = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok((Command::Help, options)),
            Arg::Long("policy") => options.policy = arguments.value()?.string()?,
            Arg::Long("format") => options.format = arguments.value()?.parse()?,
            Arg::Long("allow") => options
                .allowed
                .push(allowed(&arguments.value()?.string()?)?),
            Arg::Long("baseline") => options.baseline = Some(arguments.value()?.into()),
            Arg::Long("wrapper") => options
                .wrappers
                .push(wrapper(&arguments.value()?.string()?)?),
            Arg::Long("host") => options.hosts.push(arguments.value()?.string()?),
            Arg::Long("policy-page") => options.policy_page = Some(arguments.value()?.string()?),
            Arg::Long("cookie") => answer(&arguments.value()?.string()?, &mut options)?,
            Arg::Long("ignore-certificates") => options.ignore_certificates = true,
            Arg::Long("as") => options.import_as = Some(arguments.value()?.string()?),
            Arg::Long("language") => options.language = Some(arguments.value()?.string()?),
            Arg::Long("provider") => options.provider = Some(arguments.value()?.string()?),
            Arg::Value(value) => values.push(value.string()?),
            other => return Err(other.unexpected()),
        }
    }
    Ok((command(values)?, options))
}

fn wrapper(text: &str) -> Result<(String, usize), lexopt::Error> {
    let parts = text.split_once('=');
    let parts = parts.and_then(|(path, index)| Some((path.to_owned(), index.parse().ok()?)));
    parts.ok_or_else(|| {
        format!("`{text}` is not a function with a number, such as `ApiCookie::build=0`").into()
    })
}

/// Reads a rule and the subject that may break it, such as `never_seen=order`.
fn allowed(text: &str) -> Result<(Rule, String), lexopt::Error> {
    let (rule, subject) = text
        .split_once('=')
        .ok_or_else(|| format!("`{text}` is not a rule with a name, such as `never_seen=order`"))?;
    Ok((rule.parse()?, subject.to_owned()))
}

/// Reads an answer and its cookie, such as `granted=consent=all`.
fn answer(text: &str, options: &mut Options) -> Result<(), lexopt::Error> {
    let (answer, cookie) = text.split_once('=').unwrap_or_default();
    let answers = match answer {
        "granted" => Some(&mut options.granted),
        "refused" => Some(&mut options.refused),
        _ => None,
    };
    let cookie = cookie.split_once('=').filter(|(name, _)| !name.is_empty());
    let (answers, (name, value)) = answers.zip(cookie).ok_or_else(|| {
        format!("`{text}` is not an answer with its cookie, such as `granted=consent=all`")
    })?;
    answers.push((name.to_owned(), value.to_owned()));
    Ok(())
}

/// Reads `/path`, or `POST /path name=value&name=value`.
fn request(text: &str) -> Result<Step, lexopt::Error> {
    let (path, form) = match text.strip_prefix("POST ") {
        Some(rest) => {
            let (path, fields) = rest.split_once(' ').unwrap_or((rest, ""));
            (path, Some(fields))
        }
        None => (text, None),
    };
    if !path.starts_with('/') || path.parse::<Uri>().is_err() {
        return Err(format!(
            "`{text}` is not a path such as `/basket`, or a form such as `POST /sign-in name=Ada`"
        )
        .into());
    }
    Ok(match form {
        Some(fields) => {
            let fields = form_urlencoded::parse(fields.as_bytes());
            Step::submit(path, fields.collect::<Vec<_>>())
        }
        None => Step::get(path),
    })
}

fn command(values: Vec<String>) -> Result<Command, lexopt::Error> {
    let mut values = values.into_iter();
    let mut value = |what: &str| {
        let missing = || lexopt::Error::from(format!("{what} is missing; see `cookies --help`"));
        values.next().ok_or_else(missing)
    };
    let word = value("the command")?;
    let command = match &*word {
        "help" => Command::Help,
        "diff" => Command::Diff {
            old: value("the earlier policy file")?,
            new: value("the later policy file")?,
        },
        "scan" | "init" => {
            let first = value("a file or folder")?;
            let paths = std::iter::once(first)
                .chain(values.by_ref())
                .map(PathBuf::from)
                .collect();
            if word == "scan" {
                Command::Scan { paths }
            } else {
                Command::Init { paths }
            }
        }
        "walk" => Command::Walk {
            address: value("the address of the site")?,
            requests: values
                .by_ref()
                .map(|it| request(&it))
                .collect::<Result<_, _>>()?,
        },
        "browse" => Command::Browse {
            address: value("the address of the site")?,
            pages: values.by_ref().collect(),
        },
        "import" => Command::Import {
            path: value("the file to import")?,
        },
        "export" => Command::Export {
            format: value("the format")?,
        },
        "types" => Command::Types,
        "lints" => Command::Lints,
        _ => return Err(format!("`{word}` is not a command; see `cookies --help`").into()),
    };
    match values.next() {
        Some(extra) => Err(format!("unexpected argument `{extra}`; see `cookies --help`").into()),
        None => Ok(command),
    }
}
