//! Writes a table of 2,000 names.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var_os("OUT_DIR").expect("cargo sets `OUT_DIR`");
    fs::write(Path::new(&out).join("large_table.rs"), large_table())
        .expect("`OUT_DIR` can be written");
}

/// Like real names, these are similar and often long: the same words in all combinations, and
/// numbers.
fn large_table() -> String {
    let mut names = Vec::new();
    for vendor in [
        "_ga",
        "_gid",
        "_pk",
        "ajs",
        "hubspot",
        "__stripe",
        "OptanonAlert",
        "_fbp",
        "mp",
        "intercom",
    ] {
        for what in [
            "id",
            "ses",
            "user",
            "device-id",
            "consent",
            "session.id",
            "lang",
            "ab_test",
            "cart",
            "state",
        ] {
            for number in 0..20 {
                names.push(format!("{vendor}_{what}_{number}"));
            }
        }
    }
    assert_eq!(names.len(), 2_000);
    let mut table = String::from(
        "cookie_decl::declare_cookies! {\n    pub(crate) policy in crate::cookies;\n    /// Needed\n    \
         #[allow(no_description, no_purpose)]\n    category Necessary: exempt {\n        cookie | duration;\n",
    );
    for (row, name) in names.iter().enumerate() {
        // Some have constants, so that `cookie!` has arms.
        let constant = if row % 10 == 0 {
            format!("ROW_{row} = ")
        } else {
            String::new()
        };
        writeln!(table, "        {constant}{name:?} | {} seconds;", row + 1)
            .expect("writing to a `String` cannot fail");
    }
    table.push_str("    }\n}\n\npub(crate) const NAMES: &[&str] = &[\n");
    for name in &names {
        writeln!(table, "    {name:?},").expect("writing to a `String` cannot fail");
    }
    table.push_str("];\n");
    table
}
