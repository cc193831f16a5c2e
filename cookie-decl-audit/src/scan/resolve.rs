//! Follows names that are arguments to the calls that pass them.

use crate::scan::files::Files;
use crate::scan::settings::Wrapper;
use crate::scan::site::{Act, By, Call, Name, Site, Store};

/// How many functions a name is followed through.
const DEEPEST: usize = 4;

/// How many calls of a function are looked at. One with more has a common name, and not every call
/// is of this function.
const MOST_CALLS: usize = 40;

/// Functions whose calls cannot be told apart by their name.
const COMMON: [&str; 14] = [
    "new", "from", "default", "build", "into", "get", "set", "insert", "add", "push", "call",
    "run", "with", "then",
];

/// A site, and the number of its file.
pub(crate) struct Located {
    pub(crate) file: usize,
    pub(crate) site: Site,
}

/// All sites, each with a name that is seen or that nobody can see.
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
            if depth > 0
                && !COMMON.contains(&&**function)
                && files.sources[file].settled(site.offset).is_none() =>
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
                    ..store.clone()
                }),
                gate: call.gate.clone(),
            };
            follow(files, file, &site, depth - 1, sites);
        }
    }
}

/// The calls of a function in files of the same kind, each with its file and the argument.
fn calls<'f>(
    files: &'f Files,
    file: usize,
    function: &str,
    index: usize,
) -> Vec<(usize, &'f Call, &'f Name)> {
    let all = files.seen.iter().enumerate();
    all.filter(|(other, _)| is_rust(files, *other) == is_rust(files, file))
        .flat_map(|(file, seen)| seen.calls.iter().map(move |call| (file, call)))
        .filter(|(_, call)| is_called(call, function))
        .filter_map(|(file, call)| Some((file, call, call.arguments.get(index)?)))
        .collect()
}
