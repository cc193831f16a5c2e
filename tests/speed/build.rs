//! Writes the tables that are measured, and the same names for the peers.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

#[path = "names.rs"]
mod names;
#[path = "random.rs"]
mod random;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=names.rs");
    println!("cargo::rerun-if-changed=random.rs");
    let mut out = String::new();
    for count in [10, 100, 1_000, 2_500] {
        exact(count, &mut out).expect("writing to a `String` cannot fail");
    }
    patterns(2_240, 260, &mut out).expect("writing to a `String` cannot fail");
    many_patterns(2_240, 2_600, &mut out).expect("writing to a `String` cannot fail");
    request(200, &mut out).expect("writing to a `String` cannot fail");
    for count in [10, 100, 2_300] {
        page(count, &mut out).expect("writing to a `String` cannot fail");
    }
    let folder = env::var_os("OUT_DIR").expect("cargo names a place");
    fs::write(Path::new(&folder).join("tables.rs"), out).expect("`OUT_DIR` can be written");
}

const CATEGORY: &str = "/// Statistics\n///\n/// Counts visits.\n#[allow(no_consent_row, no_purpose, pattern_overlap, \
                        case_twins, unused_allow)]\ncategory Statistics: opt_in {\ncookie | duration;\n";

fn exact(count: usize, out: &mut String) -> std::fmt::Result {
    let (names, others) = names::names(count);
    write!(
        out,
        "pub(crate) mod exact_{count} {{\ncookie_decl::declare_cookies! {{\npub(crate) policy;\n{CATEGORY}"
    )?;
    rows(&names, out)?;
    out.push_str("}\n}\n");
    list("NAMES", &names, out)?;
    list("OTHERS", &others, out)?;
    peers(&names, out)?;
    out.push_str("}\n");
    Ok(())
}

fn patterns(exact: usize, patterns: usize, out: &mut String) -> std::fmt::Result {
    out.push_str("pub(crate) mod patterns {\n");
    let names = with_patterns(exact, patterns, out)?;
    list("NAMES", &names, out)?;
    peers(&names, out)?;
    out.push_str("}\n");
    Ok(())
}

/// This measures the cost of more patterns.
fn many_patterns(exact: usize, patterns: usize, out: &mut String) -> std::fmt::Result {
    out.push_str("pub(crate) mod many_patterns {\n");
    with_patterns(exact, patterns, out)?;
    out.push_str("}\n");
    Ok(())
}

/// Writes a table of both, and names that patterns match or do not match. Returns the literal
/// names.
fn with_patterns(
    exact: usize,
    patterns: usize,
    out: &mut String,
) -> Result<Vec<String>, std::fmt::Error> {
    let (names, others) = names::names(exact);
    let (patterns, hits): (Vec<_>, Vec<_>) = names::patterns(patterns).into_iter().unzip();
    let hits: Vec<_> = hits
        .into_iter()
        .filter(|name| !names.contains(name))
        .collect();
    write!(
        out,
        "cookie_decl::declare_cookies! {{\npub(crate) policy;\n{CATEGORY}"
    )?;
    rows(&names, out)?;
    rows(&patterns, out)?;
    out.push_str("}\n}\n");
    list("OTHERS", &others, out)?;
    list("HITS", &hits, out)?;
    Ok(names)
}

fn rows(names: &[String], out: &mut String) -> std::fmt::Result {
    names
        .iter()
        .try_for_each(|name| writeln!(out, "{name:?} | 30 days;"))
}

fn list(constant: &str, names: &[String], out: &mut String) -> std::fmt::Result {
    writeln!(out, "pub(crate) const {constant}: &[&str] = &{names:?};")
}

/// Writes a map and a `match` from each name to its number.
fn peers(names: &[String], out: &mut String) -> std::fmt::Result {
    out.push_str("pub(crate) static PHF: phf::Map<&str, u16> = phf::phf_map! {\n");
    for (index, name) in names.iter().enumerate() {
        writeln!(out, "{name:?} => {index}u16,")?;
    }
    out.push_str("};\npub(crate) fn by_match(name: &str) -> Option<u16> {\nSome(match name {\n");
    for (index, name) in names.iter().enumerate() {
        writeln!(out, "{name:?} => {index},")?;
    }
    out.push_str("_ => return None,\n})\n}\n");
    Ok(())
}

/// Writes a table with a row for the visitor's answer.
fn request(count: usize, out: &mut String) -> std::fmt::Result {
    let (names, _) = names::names(count);
    out.push_str(
        "pub(crate) mod request {\ncookie_decl::declare_cookies! {\npub(crate) policy;\n/// Needed\n///\n/// Keeps the answer.\n\
         category Necessary: exempt {\ncookie | duration;\n/// Remembers what you chose\n\
         PREFERENCES: Consent = \"cookie_preferences\" | 6 months;\n}\n",
    );
    out.push_str(CATEGORY);
    rows(&names, out)?;
    out.push_str("}\n}\n}\n");
    Ok(())
}

/// Writes a table as sites publish it.
fn page(count: usize, out: &mut String) -> std::fmt::Result {
    let (names, _) = names::names(count);
    write!(
        out,
        "pub(crate) mod page_{count} {{\ncookie_decl::declare_cookies! {{\n/// Cookies\npub(crate) policy;\n\
         provider Matomo = \"Matomo & friends\";\n/// Statistics\n///\n/// Counts visits.\n#[allow(no_consent_row, \
         case_twins, unused_allow)]\ncategory Statistics: opt_in {{\nwith provider = Matomo;\ncookie | function | duration;\n"
    )?;
    for (index, name) in names.iter().enumerate() {
        writeln!(
            out,
            "/// Tells visits apart, so that page {index} is not counted twice for \"one\" visitor"
        )?;
        writeln!(
            out,
            "{name:?} | \"Audience measurement\" | {} days;",
            index % 400 + 1
        )?;
    }
    out.push_str("}\n}\n}\n");
    Ok(())
}
