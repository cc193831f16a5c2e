//! Follows a name that is an argument to the calls that pass it.

use crate::scan::files::Files;
use crate::scan::settings::Wrapper;
use crate::scan::site::{Act, By, Call, Function, Kind, Name, Site, Store, Target};

/// The most functions that a name is followed through.
const DEEPEST: usize = 4;

/// The most calls of a function. One with more has a common name, and some of the calls are of
/// another function.
const MOST_CALLS: usize = 40;

/// Names that methods of many types have. A call of one says nothing.
const COMMON: [&str; 14] = [
    "new", "from", "default", "build", "into", "get", "set", "insert", "add", "push", "call",
    "run", "with", "then",
];

/// The longest name that a minifier gives. Other files have the same names.
const MINIFIED: usize = 2;

/// A site with the number of its file.
pub(crate) struct Located {
    pub(crate) file: usize,
    pub(crate) site: Site,
}

/// Returns all sites. A name is either known or cannot be found out.
pub(crate) fn resolve(files: &Files, wrappers: &[Wrapper]) -> Vec<Located> {
    let mut sites = Vec::new();
    for (file, seen) in files.seen.iter().enumerate() {
        for site in &seen.sites {
            follow(files, file, site, DEEPEST, &mut sites);
        }
        for call in &seen.calls {
            for wrapper in wrappers.iter().filter(|it| is_called(call, &it.path)) {
                let name = call.arguments.get(wrapper.index).cloned();
                let by = if is_rust(files, file) {
                    By::Server
                } else {
                    By::Script
                };
                let site = Site {
                    offset: call.offset,
                    code: wrapper.path.clone(),
                    act: Act::Store(Store {
                        storage: "cookie",
                        by,
                        name: name.unwrap_or(Name::Unseen),
                        removal: false,
                        age: Name::Unseen,
                    }),
                    gate: call.gate.clone(),
                };
                follow(files, file, &site, DEEPEST, &mut sites);
            }
        }
    }
    sites
}

fn is_rust(files: &Files, file: usize) -> bool {
    let (_, extension) = files.sources[file]
        .path
        .rsplit_once('.')
        .unwrap_or_default();
    extension == "rs"
}

fn is_called(call: &Call, path: &str) -> bool {
    let head = call.path.strip_suffix(path);
    head.is_some_and(|head| head.is_empty() || head.ends_with("::"))
}

fn follow(files: &Files, file: usize, site: &Site, depth: usize, sites: &mut Vec<Located>) {
    let Act::Store(store) = &site.act else {
        sites.push(Located {
            file,
            site: site.clone(),
        });
        return;
    };
    let calls = match &store.name {
        // A comment at the site settles it for all callers.
        Name::Argument { function, index }
            if depth > 0 && files.sources[file].settled(site.offset).is_none() =>
        {
            calls(files, file, function, *index)
        }
        _ => Vec::new(),
    };
    if calls.is_empty() || calls.len() > MOST_CALLS {
        sites.push(Located {
            file,
            site: site.clone(),
        });
        return;
    }
    for (file, call, name) in calls {
        // The lifetime is another argument of the same call.
        let age = match &store.age {
            Name::Argument { index, .. } => call.arguments.get(*index).cloned(),
            age => Some(age.clone()),
        };
        let age = age.unwrap_or(Name::Unseen);
        if age.seconds() == Some(0) {
            continue;
        }
        let names = match name {
            Name::OneOf(names) => names.clone(),
            name => vec![name.clone()],
        };
        for name in names {
            let site = Site {
                offset: call.offset,
                code: site.code.clone(),
                act: Act::Store(Store {
                    name,
                    age: age.clone(),
                    removal: store.removal || call.removal,
                    ..store.clone()
                }),
                gate: call.gate.clone(),
            };
            follow(files, file, &site, depth - 1, sites);
        }
    }
}

/// Returns the calls of a function in files of the same language, each with its file and the
/// argument.
fn calls<'f>(
    files: &'f Files,
    file: usize,
    function: &Function,
    index: usize,
) -> Vec<(usize, &'f Call, &'f Name)> {
    let is_rust_file = is_rust(files, file);
    let all = files.seen.iter().enumerate();
    all.filter(|(other, _)| is_rust(files, *other) == is_rust_file)
        .flat_map(|(file, seen)| seen.calls.iter().map(move |call| (file, call)))
        .filter_map(|(other, call)| {
            let shift = if is_rust_file {
                of_rust(files, file, function, call, other)?
            } else {
                of_script(function, call, file == other).then_some(0)?
            };
            Some((other, call, call.arguments.get(index + shift)?))
        })
        .collect()
}

/// If a call is of this function of Rust, returns how many arguments come before the function's
/// own.
fn of_rust(
    files: &Files,
    file: usize,
    function: &Function,
    call: &Call,
    caller: usize,
) -> Option<usize> {
    let (owner, name) = function
        .path
        .rsplit_once("::")
        .unwrap_or(("", &function.path));
    if function.kind == Kind::Method {
        return if call.is_method {
            (call.path == name && !COMMON.contains(&name)).then_some(0)
        } else {
            // `Jar::keep(&jar, "name")`
            is_called(call, &function.path).then_some(1)
        };
    }
    if call.is_method || !is_called(call, &function.path) {
        return None;
    }
    let head = call.path.strip_suffix(&function.path)?;
    let module = head.trim_end_matches("::").rsplit("::").next()?;
    let is_module = !module.starts_with(|c: char| c.is_uppercase());
    let is_own = file == caller && module.is_empty()
        || ["self", "super", "crate"].contains(&module)
        || module == module_of(&files.sources[file].path);
    let is_it = !owner.is_empty() || is_module && (is_own || !COMMON.contains(&name));
    is_it.then_some(0)
}

/// Returns the name of the module in a file.
fn module_of(path: &str) -> &str {
    let path = path.strip_suffix("/mod.rs").unwrap_or(path);
    let name = path.rsplit('/').next().unwrap_or_default();
    name.strip_suffix(".rs").unwrap_or(name)
}

/// Whether a call is of this function of a script.
fn of_script(function: &Function, call: &Call, is_same_file: bool) -> bool {
    let is_it = is_called(call, &function.path);
    let name = function.path.as_str();
    match (call.target, function.begins) {
        (Target::Function(target), Some(begins)) if is_same_file => target == begins,
        (Target::Function(_), _) | (Target::Value, Some(_)) => false,
        _ if !is_it || name.len() <= MINIFIED => false,
        (_, Some(_)) => !call.is_method && (is_same_file || function.kind != Kind::Inner),
        (_, None) => !COMMON.contains(&name),
    }
}
