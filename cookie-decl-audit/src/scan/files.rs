//! The files of an application, and what each one stores and loads.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use crate::progress::Progress;
use crate::scan::rust::{self, Constants};
use crate::scan::script::{self, Script, define};
use crate::scan::site::{Gate, Seen};
use crate::scan::source::Source;
use crate::scan::{html, style, template};

/// The largest file that is read, in bytes. A larger one is data.
const LARGEST: u64 = 5 << 20;

/// Folders whose code does not run on the site.
const LEFT_OUT: [&str; 8] = [
    "node_modules",
    "target",
    "tests",
    "test",
    "benches",
    "e2e",
    "__tests__",
    "fixtures",
];

/// The extensions of template engines. The extension of the language may come before it.
const TEMPLATES: [&str; 15] = [
    "tera",
    "j2",
    "jinja",
    "jinja2",
    "askama",
    "hbs",
    "handlebars",
    "mustache",
    "stpl",
    "ejs",
    "liquid",
    "njk",
    "twig",
    "tmpl",
    "tpl",
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Language {
    Rust,
    Markup,
    Script { is_typescript: bool },
    Style,
}

/// All files, with what they store and load.
pub(crate) struct Files {
    pub(crate) sources: Vec<Source>,
    /// What each file stores and loads, in the order of the sources.
    pub(crate) seen: Vec<Seen>,
    pub(crate) constants: Constants,
    /// The paths that were not read, and why.
    pub(crate) unread: Vec<(String, String)>,
}

enum Parsed {
    Rust(syn::File),
    Markup,
    Script(Option<Script>),
    Style,
}

impl Files {
    pub(crate) fn read(
        paths: impl IntoIterator<Item = impl AsRef<Path>>,
        progress: &Progress,
    ) -> Self {
        let mut unread = Vec::new();
        let (mut sources, mut parsed) = (Vec::new(), Vec::new());
        for root in paths {
            let root = root.as_ref();
            if !root.exists() {
                unread.push((root.display().to_string(), "it does not exist".to_owned()));
            }
            for (path, language) in files(root) {
                let name = path.display().to_string().replace('\\', "/");
                progress.tell(&name);
                let text = match text(&path) {
                    Ok(text) => text,
                    Err(reason) => {
                        unread.push((name, reason));
                        continue;
                    }
                };
                let is_masked = is_template(&path) && language != Language::Markup;
                let text = if is_masked {
                    template::as_script(&template::mask(&text))
                } else {
                    text
                };
                let syntax = match language {
                    Language::Rust => match syn::parse_file(&text) {
                        Ok(syntax) => Parsed::Rust(syntax),
                        Err(error) => {
                            unread.push((name, format!("it is not Rust: {error}")));
                            continue;
                        }
                    },
                    Language::Markup => Parsed::Markup,
                    Language::Script { is_typescript } => {
                        Parsed::Script(script::parse(&text, is_typescript))
                    }
                    Language::Style => Parsed::Style,
                };
                sources.push(Source::new(name, text));
                parsed.push(syntax);
            }
        }
        let mut files = Self {
            sources,
            seen: Vec::new(),
            constants: Constants::default(),
            unread,
        };
        files.look(&parsed);
        files
    }

    fn look(&mut self, parsed: &[Parsed]) {
        let mut scripts = script::Constants::new();
        for (number, syntax) in parsed.iter().enumerate() {
            match syntax {
                Parsed::Rust(syntax) => rust::collect(syntax, number, &mut self.constants),
                Parsed::Script(Some(script)) => {
                    for (name, text) in script.constants() {
                        define(&mut scripts, name, text.to_owned());
                    }
                }
                _ => {}
            }
        }
        let constants = &self.constants;
        let look = |(source, syntax): (&Source, &Parsed)| {
            let mut seen = Seen::default();
            let text = &*source.text;
            match syntax {
                Parsed::Rust(syntax) => rust::read(syntax, text, constants, &scripts, &mut seen),
                Parsed::Markup => html::read(text, 0, &scripts, &mut seen),
                Parsed::Script(Some(script)) => {
                    script.read(text, 0, &Gate::Unseen, &scripts, &mut seen);
                }
                Parsed::Script(None) => {}
                Parsed::Style => style::read(text, 0, &Gate::Unseen, &mut seen),
            }
            // Markup in a script may have scripts itself.
            while let Some((text, offset)) = seen.markup.pop() {
                html::read(&text, offset, &scripts, &mut seen);
            }
            seen
        };
        self.seen = self.sources.iter().zip(parsed).map(look).collect();
        self.gate_scripts();
    }

    /// Lets the code of a file wait if every element that loads it waits.
    fn gate_scripts(&mut self) {
        let mut gates = HashMap::<String, Gate>::new();
        for tag in self.seen.iter().flat_map(|seen| &seen.tags) {
            let path = tag.source.split(['?', '#']).next().unwrap_or_default();
            let name = path.rsplit('/').next().unwrap_or_default();
            if name.is_empty() || path.contains("://") {
                continue;
            }
            gates
                .entry(name.to_owned())
                .and_modify(|gate| {
                    if *gate != tag.gate {
                        *gate = Gate::Open;
                    }
                })
                .or_insert_with(|| tag.gate.clone());
        }
        for (source, seen) in self.sources.iter().zip(&mut self.seen) {
            let name = source.path.rsplit('/').next().unwrap_or_default();
            let Some(gate) = gates.get(name) else {
                continue;
            };
            let sites = seen.sites.iter_mut().map(|site| &mut site.gate);
            let calls = seen.calls.iter_mut().map(|call| &mut call.gate);
            sites
                .chain(calls)
                .filter(|own| **own == Gate::Unseen)
                .for_each(|own| *own = gate.clone());
        }
    }
}

/// Returns the files below a path that the scan reads.
fn files(root: &Path) -> Vec<(PathBuf, Language)> {
    let is_read = |entry: &ignore::DirEntry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() == 0 || !LEFT_OUT.contains(&&*name)
    };
    let walk = WalkBuilder::new(root).filter_entry(is_read).build();
    let mut files: Vec<_> = walk
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()))
        .filter_map(|entry| Some((entry.path().to_owned(), language(entry.path())?)))
        .collect();
    files.sort_by(|(one, _), (other, _)| one.cmp(other));
    files
}

/// Reads a file. Bytes that are not UTF-8 are replaced: only names matter.
fn text(path: &Path) -> Result<String, String> {
    let length = fs::metadata(path).map_or(0, |it| it.len());
    if length > LARGEST {
        return Err(format!("it has {length} bytes, and the limit is {LARGEST}"));
    }
    let bytes = fs::read(path).map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}

fn language(path: &Path) -> Option<Language> {
    let name = path.file_name()?.to_str()?;
    let is_test = [".test.", ".spec.", ".d.ts", "_test.rs", "tests.rs"];
    if is_test.iter().any(|part| name.contains(part)) {
        return None;
    }
    if !is_template(path) {
        return of_extension(path.extension()?.to_str()?);
    }
    // `toc.js.hbs` is a template of a script.
    let inner = Path::new(path.file_stem()?).extension();
    let inner = inner.and_then(|it| of_extension(it.to_str()?));
    let inner = inner.filter(|it| !matches!(it, Language::Rust));
    Some(inner.unwrap_or(Language::Markup))
}

fn is_template(path: &Path) -> bool {
    let extension = path.extension().and_then(|it| it.to_str());
    extension.is_some_and(|it| TEMPLATES.contains(&it))
}

fn of_extension(extension: &str) -> Option<Language> {
    Some(match extension {
        "rs" => Language::Rust,
        "html" | "htm" | "xhtml" | "svg" | "vue" | "svelte" | "astro" => Language::Markup,
        "js" | "mjs" | "cjs" | "jsx" | "tsx" => Language::Script {
            is_typescript: false,
        },
        "ts" | "mts" | "cts" => Language::Script {
            is_typescript: true,
        },
        "css" | "scss" | "less" => Language::Style,
        _ => return None,
    })
}
