//! The rooms of each crate are a tower: a file imports from rooms below its own, and from the file that defines an item.
//!
//! Rooms are the modules below `lib.rs`. Re-exports with `pub use` do not count, nor do tests.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::visit::{self, Visit};

/// The rooms, from the bottom to the top.
const LIBRARY: &[&str] = &[
    "run_time",
    "texts",
    "table",
    "wire",
    "consent",
    "cookie",
    "policy",
    "web",
    "html",
    "page",
    "preferences",
    "consent_log",
    "guard",
    "declare",
    "__private",
];

const MACROS: &[&str] = &[
    "map",
    "rules",
    "vocabulary",
    "errors",
    "texts",
    "markup",
    "ast",
    "model",
    "parse",
    "check",
    "expand",
    "declare",
    "cookie",
];

const AUDIT: &[&str] = &[
    "policy_file",
    "export",
    "visitor",
    "row",
    "help",
    "report",
    "progress",
    "findings",
    "declared",
    "formats",
    "draft",
    "javascript",
    "import",
    "scan",
    "browse",
    "audit",
    "walk",
    "remote",
];

const LOG: &[&str] = &[
    "error",
    "report",
    "value",
    "record",
    "chain",
    "schema",
    "sqlite",
    "tls",
    "postgres",
    "connection",
    "reads",
    "keep",
    "verify",
    "queue",
    "spool",
    "writer",
    "log",
    "export",
];

const CORE: &[&str] = &[
    "fnv",
    "browser",
    "date",
    "unit",
    "pattern",
    "tag",
    "languages",
    "markup",
    "wording",
    "layout",
];

#[test]
fn rooms_of_the_macros_import_from_below() {
    check("cookie-decl-macros", MACROS);
}

#[test]
fn rooms_of_the_core_import_from_below() {
    check("cookie-decl-core", CORE);
}

#[test]
fn rooms_of_the_library_import_from_below() {
    check("cookie-decl", LIBRARY);
}

#[test]
fn rooms_of_the_audit_import_from_below() {
    check("cookie-decl-audit", AUDIT);
}

#[test]
fn rooms_of_the_log_import_from_below() {
    check("cookie-decl-log", LOG);
}

fn check(krate: &str, rooms: &[&str]) {
    let source = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(krate)
        .join("src");
    let mut files = BTreeMap::new();
    read(&source, &mut Vec::new(), &mut files);
    let names: BTreeSet<_> = files.keys().cloned().collect();
    let mut faults = Vec::new();
    let mut imports: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for (module, file) in files.iter().filter(|(module, _)| !module.is_empty()) {
        let mut paths = Paths {
            module,
            found: Vec::new(),
        };
        paths.visit_file(file);
        for path in paths.found {
            let target = (0..=path.len())
                .rev()
                .map(|length| path[..length].to_vec())
                .find(|module| names.contains(module))
                .unwrap_or_default();
            if target == *module {
                continue;
            }
            let (from, to) = (module.join("::"), path.join("::"));
            if target.is_empty() {
                faults.push(format!("{from} imports `{to}` through lib.rs"));
                continue;
            }
            let floor = |module: &[String]| rooms.iter().position(|room| *room == module[0]);
            match (floor(module), floor(&target)) {
                (Some(above), Some(below)) if above >= below => {}
                (Some(_), Some(_)) => faults.push(format!("{from} imports `{to}` from above")),
                _ => faults.push(format!("{from} or {to} is not in the list of rooms")),
            }
            imports.entry(module.clone()).or_default().insert(target);
        }
    }
    faults.extend(circle(&imports).map(|circle| format!("a circle: {}", circle.join(" → "))));
    assert!(faults.is_empty(), "{krate}:\n{}", faults.join("\n"));
}

/// Parses every file of a crate except its tests, by the path of the module.
fn read(folder: &Path, module: &mut Vec<String>, files: &mut BTreeMap<Vec<String>, syn::File>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        // A program is a separate crate.
        if stem.ends_with("tests") || matches!(&*stem, "vectors" | "golden" | "bin") {
            continue;
        }
        let is_own = matches!(&*stem, "lib" | "mod");
        if !is_own {
            module.push(if stem == "private" {
                "__private".into()
            } else {
                stem
            });
        }
        if path.is_dir() {
            read(&path, module, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let file = syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap();
            files.insert(module.clone(), file);
        }
        if !is_own {
            module.pop();
        }
    }
}

/// Collects the paths into the crate, starting at its root.
struct Paths<'m> {
    module: &'m [String],
    found: Vec<Vec<String>>,
}

impl Paths<'_> {
    fn add(&mut self, path: &[String]) {
        let parent = self
            .module
            .split_last()
            .map_or(&[][..], |(_, parent)| parent);
        match path {
            [first, rest @ ..] if first == "crate" => self.found.push(rest.to_vec()),
            [first, rest @ ..] if first == "super" => self.found.push([parent, rest].concat()),
            [first, rest @ ..] if first == "self" => self.found.push([self.module, rest].concat()),
            _ => {}
        }
    }

    fn tree(&mut self, tree: &syn::UseTree, path: &mut Vec<String>) {
        match tree {
            syn::UseTree::Path(inner) => {
                path.push(inner.ident.to_string());
                self.tree(&inner.tree, path);
                path.pop();
            }
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.tree(tree, path);
                }
            }
            syn::UseTree::Name(name) => self.add(&[&path[..], &[name.ident.to_string()]].concat()),
            syn::UseTree::Rename(name) => {
                self.add(&[&path[..], &[name.ident.to_string()]].concat());
            }
            syn::UseTree::Glob(_) => self.add(path),
        }
    }
}

fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute
                .parse_args::<syn::Ident>()
                .is_ok_and(|condition| condition == "test")
    })
}

impl<'ast> Visit<'ast> for Paths<'_> {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        if !matches!(item.vis, syn::Visibility::Public(_)) {
            self.tree(&item.tree, &mut Vec::new());
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        // The paths in an inline module are relative to it.
        if !is_test(&item.attrs) && item.content.is_none() {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments = path.segments.iter();
        self.add(
            &segments
                .map(|segment| segment.ident.to_string())
                .collect::<Vec<_>>(),
        );
        visit::visit_path(self, path);
    }

    // `pub(crate)` and `pub(super)` import nothing.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}
}

type Module = Vec<String>;

/// Returns the files of a circle of imports, if there is one.
fn circle(imports: &BTreeMap<Module, BTreeSet<Module>>) -> Option<Vec<String>> {
    fn visit(
        module: &Module,
        imports: &BTreeMap<Module, BTreeSet<Module>>,
        stack: &mut Vec<Module>,
        done: &mut BTreeSet<Module>,
    ) -> Option<Vec<String>> {
        if let Some(start) = stack.iter().position(|other| other == module) {
            let files = stack[start..].iter().chain([module]);
            return Some(files.map(|module| module.join("::")).collect());
        }
        if !done.insert(module.clone()) {
            return None;
        }
        stack.push(module.clone());
        let mut targets = imports.get(module).into_iter().flatten();
        let found = targets.find_map(|target| visit(target, imports, stack, done));
        stack.pop();
        found
    }
    let (mut stack, mut done) = (Vec::new(), BTreeSet::new());
    imports
        .keys()
        .find_map(|module| visit(module, imports, &mut stack, &mut done))
}
