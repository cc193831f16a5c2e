//! `deny.toml` allows every dependency of the published crates, with any feature and on any target.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use toml::Table;

fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the tests are in a folder of the workspace")
}

fn read(file: &str) -> Table {
    let text = fs::read_to_string(workspace().join(file)).expect("the file can be read");
    text.parse().expect("the file is TOML")
}

/// Returns a list of texts in `deny.toml`.
fn allowed(section: &str, key: &str) -> Vec<String> {
    let list = read("deny.toml")[section][key].clone();
    list.try_into().expect("it is a list of texts")
}

/// Whether `deny.toml` allows the licences of one dependency only.
fn is_exception(name: &str, licence: &str) -> bool {
    let exceptions = read("deny.toml")["licenses"]["exceptions"].clone();
    let exceptions: Vec<Table> = exceptions.try_into().expect("it is a list of tables");
    let mut own = exceptions
        .into_iter()
        .filter(|it| it["crate"].as_str() == Some(name));
    own.any(|it| {
        let allowed: Vec<String> = it["allow"]
            .clone()
            .try_into()
            .expect("it is a list of texts");
        is_met(licence, &allowed)
    })
}

/// Returns the versions of each dependency of a package with all its features.
fn dependencies(package: &str) -> BTreeMap<String, Vec<(String, String)>> {
    dependencies_with(package, &["--all-features"])
}

/// Returns the versions of each dependency of a package, with its licence.
fn dependencies_with(package: &str, features: &[&str]) -> BTreeMap<String, Vec<(String, String)>> {
    let cargo = env::var_os("CARGO").expect("cargo runs the tests");
    let mut tree = Command::new(cargo);
    tree.args(["tree", "--locked", "--package", package])
        .args(features)
        .args(["--edges", "no-dev", "--target", "all", "--no-dedupe"])
        .args(["--prefix", "none", "--format", "{p}|{l}"])
        .current_dir(workspace());
    let output = tree.output().expect("cargo runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let mut found = BTreeMap::<_, Vec<_>>::new();
    for line in String::from_utf8(output.stdout)
        .expect("it is text")
        .lines()
    {
        let (package, licence) = line.split_once('|').expect("a package has a licence");
        let mut words = package.split(' ');
        let (name, version) = words
            .next()
            .zip(words.next())
            .expect("a package has a version");
        let versions = found.entry(name.to_owned()).or_default();
        let version = (version.to_owned(), licence.to_owned());
        if !versions.contains(&version) {
            versions.push(version);
        }
    }
    found
}

/// Whether these licences satisfy an SPDX expression.
fn is_met(expression: &str, allowed: &[String]) -> bool {
    // The oldest crates write `MIT/Apache-2.0`.
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let words: Vec<_> = spaced.split_whitespace().collect();
    let (met, rest) = any(&words, allowed);
    assert!(rest.is_empty(), "`{expression}` is an SPDX expression");
    met
}

fn any<'w>(words: &'w [&'w str], allowed: &[String]) -> (bool, &'w [&'w str]) {
    let (mut met, mut rest) = all(words, allowed);
    while let ["OR", after @ ..] = rest {
        let (other, after) = all(after, allowed);
        (met, rest) = (met | other, after);
    }
    (met, rest)
}

fn all<'w>(words: &'w [&'w str], allowed: &[String]) -> (bool, &'w [&'w str]) {
    let (mut met, mut rest) = one(words, allowed);
    while let ["AND", after @ ..] = rest {
        let (other, after) = one(after, allowed);
        (met, rest) = (met & other, after);
    }
    (met, rest)
}

fn one<'w>(words: &'w [&'w str], allowed: &[String]) -> (bool, &'w [&'w str]) {
    match words {
        ["(", after @ ..] => match any(after, allowed) {
            (met, [")", after @ ..]) => (met, after),
            _ => panic!("a bracket of {words:?} is open"),
        },
        // An exception only adds permissions to a licence.
        [licence, "WITH", _, after @ ..] | [licence, after @ ..] => {
            (allowed.iter().any(|allowed| allowed == licence), after)
        }
        [] => panic!("a licence is missing"),
    }
}

#[test]
fn every_licence_is_allowed() {
    let allowed = allowed("licenses", "allow");
    let all = ["cookie-decl", "cookie-decl-audit", "cookie-decl-log"].map(dependencies);
    for (name, versions) in all.into_iter().flatten() {
        for (version, licence) in versions {
            assert!(
                is_met(&licence, &allowed) || is_exception(&name, &licence),
                "{name} {version} is under `{licence}`"
            );
        }
    }
}

#[test]
fn licence_that_is_not_in_the_list_is_refused() {
    let allowed = ["MIT".to_owned(), "Unicode-3.0".to_owned()];
    for met in [
        "MIT",
        "MIT/GPL-3.0",
        "GPL-3.0 OR MIT",
        "(MIT OR GPL-3.0) AND Unicode-3.0",
    ] {
        assert!(is_met(met, &allowed), "{met}");
    }
    for unmet in [
        "GPL-3.0",
        "MIT AND GPL-3.0",
        "GPL-3.0 OR MIT AND MPL-2.0",
        "(MIT OR GPL-3.0) AND ISC",
    ] {
        assert!(!is_met(unmet, &allowed), "{unmet}");
    }
}

#[test]
fn an_exception_is_for_one_dependency_only() {
    assert!(is_exception("cssparser", "MPL-2.0"));
    assert!(!is_exception("cssparser", "GPL-3.0"));
    assert!(!is_exception("syn", "MPL-2.0"));
}

// Dependencies of a site's tests may: their parsers do not use the latest `syn` yet. So may those
// of actix-web and Rocket, which use `http` 0.2.
#[test]
fn no_dependency_of_a_site_comes_in_two_versions() {
    let features = ["--features", "axum,cookie,fluent,json"];
    for (name, versions) in dependencies_with("cookie-decl", &features) {
        assert_eq!(versions.len(), 1, "{name}: {versions:?}");
    }
}

#[test]
fn every_other_package_comes_from_an_allowed_registry() {
    let allowed = allowed("sources", "allow-registry");
    let lock = read("Cargo.lock");
    for package in lock["package"].as_array().expect("it is a list") {
        let Some(source) = package.get("source") else {
            continue;
        };
        let source = source.as_str().expect("it is a text");
        let registry = source.strip_prefix("registry+").unwrap_or(source);
        assert!(
            allowed.iter().any(|allowed| allowed == registry),
            "{package}"
        );
    }
}
